import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { enterprisesRoutes, type VacancyRow } from "../../contract.ts";
import { wageText } from "./vacancy-columns.tsx";
import { VacancyForm } from "./vacancy-form.tsx";

function pairsOf(row: VacancyRow, t: Translate) {
  const yesNo = (value: boolean | null) => (value === null ? null : t(value ? "enterprises.yes" : "enterprises.no"));
  const ages = [row.ageFrom, row.ageTo].filter((age) => age !== null).map(String).join(" – ");
  return [
    { label: t("enterprises.vacancy.firm"), value: row.organisation }, { label: t("enterprises.vacancy.state"), value: t(`enterprises.vacancyState.${row.state}`) }, { label: t("enterprises.vacancy.posts"), value: row.postsFemale === null ? figureText(row.posts) : t("enterprises.vacancy.postsWomen", { posts: row.posts, women: row.postsFemale }) },
    { label: t("enterprises.vacancy.hired"), value: t("enterprises.vacancy.hiredOf", { hired: row.hired, referred: row.referred }) }, { label: t("enterprises.vacancy.vsco"), value: row.vsco }, { label: t("enterprises.vacancy.description"), value: row.description },
    { label: t("enterprises.vacancy.place"), value: [t(`enterprises.place.${row.placeKind}`), row.placeName].filter(Boolean).join(": ") }, { label: t("enterprises.vacancy.wage"), value: wageText(row) }, { label: t("enterprises.vacancy.meal"), value: row.mealSupport }, { label: t("enterprises.vacancy.benefits"), value: row.benefits },
    { label: t("enterprises.vacancy.contract"), value: row.contractKind && t(`enterprises.contract.${row.contractKind}`) }, { label: t("enterprises.vacancy.shift"), value: row.shift && t(`enterprises.shift.${row.shift}`) }, { label: t("enterprises.vacancy.dormitory"), value: yesNo(row.dormitory) }, { label: t("enterprises.vacancy.transport"), value: yesNo(row.transport) },
    { label: t("enterprises.vacancy.education"), value: row.generalEducation && t(`enterprises.education.${row.generalEducation}`) }, { label: t("enterprises.vacancy.technical"), value: row.technicalLevel && t(`enterprises.technical.${row.technicalLevel}`) }, { label: t("enterprises.vacancy.experience"), value: row.experienceMonths === null ? null : figureText(row.experienceMonths) },
    { label: t("enterprises.vacancy.ages"), value: ages }, { label: t("enterprises.vacancy.hazardous"), value: yesNo(row.hazardous) }, { label: t("enterprises.vacancy.licence"), value: row.needsLicence }, { label: t("enterprises.vacancy.disabled"), value: yesNo(row.acceptsDisabled) },
    { label: t("enterprises.vacancy.applyBy"), value: dayText(row.applyBy) }, { label: t("enterprises.vacancy.contact"), value: row.contact }, { label: t("enterprises.vacancy.recordedBy"), value: `${row.recordedBy}, ${dayText(row.openedOn)}` },
  ];
}

/** One vacancy, its state and what may be done with it. */
export function VacancyDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const [doing, setDoing] = useState<"change" | "void" | null>(null);
  const { data, error } = useAnswer(enterprisesRoutes.vacancy, { params: { id }, query: { on } });
  const move = useCommand(enterprisesRoutes.moveVacancy);
  const voidVacancy = useCommand(enterprisesRoutes.voidVacancy);
  return (
    <Drawer open title={data?.row.title ?? t("enterprises.vacancy.title")} onClose={onClose}>
      <ErrorNotice error={error} />
      {data && doing === "change" && <VacancyForm row={data.row} organisationId={data.row.organisationId} onDone={() => setDoing(null)} />}
      {data && doing !== "change" && (
        <Stack>
          <KeyValue pairs={pairsOf(data.row, t)} />
          <ErrorNotice error={move.error} />
          <Row>
            {data.may.keep && data.next.map((state) => <Button key={state} busy={move.isPending} onClick={() => move.mutate({ params: { id }, body: { state, baseVersion: data.row.version } })}>{t(`enterprises.vacancyMove.${state}`)}</Button>)}
            {data.may.keep && <Button onClick={() => setDoing("change")}>{t("enterprises.change")}</Button>}
            <LinkButton to="/enterprises/$id" params={{ id: data.row.organisationId }}>{t("enterprises.vacancy.openFirm")}</LinkButton>
            {data.may.keep && data.row.referred === 0 && <Button kind="danger" onClick={() => setDoing("void")}>{t("enterprises.vacancy.void")}</Button>}
          </Row>
        </Stack>
      )}
      <ConfirmDialog
        open={doing === "void"} title={t("enterprises.vacancy.voidTitle")} action={t("enterprises.vacancy.void")} danger reason busy={voidVacancy.isPending} error={<ErrorNotice error={voidVacancy.error} />} onClose={() => setDoing(null)}
        onConfirm={(reason) => voidVacancy.mutate({ params: { id }, body: { reason } }, { onSuccess: onClose })}
      />
    </Drawer>
  );
}
