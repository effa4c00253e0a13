import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button, LinkButton } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { Page } from "../../../web/design/page.tsx";
import { useGo, useParam, useUrl } from "../../../web/navigation.tsx";
import { useSession } from "../../../web/session.ts";
import { useText } from "../../../web/text/text.tsx";
import { today } from "../../../web/today.ts";
import { enterprisesRoutes, type LicenceView } from "../../contract.ts";
import { VacancyDrawer } from "../vacancies/vacancy-drawer.tsx";
import { VacancyForm } from "../vacancies/vacancy-form.tsx";
import { useVacancyColumns } from "../vacancies/vacancy-columns.tsx";
import { LicenceForm } from "./licence-form.tsx";
import { OrganisationForm } from "./organisation-form.tsx";
import { ResultsSection } from "./results-section.tsx";

/** One organisation: who it is, whether its licences hold on the day shown, and what it looks for. */
export default function OrganisationPage() {
  const t = useText();
  const go = useGo();
  const id = useParam("id");
  const { on } = useAreaPeriod();
  const { values, set } = useUrl();
  const [wrong, setWrong] = useState<string | null>(null);
  const { data, error, refetch } = useAnswer(enterprisesRoutes.organisation, { params: { id }, query: { on } });
  const voidLicence = useCommand(enterprisesRoutes.voidLicence);
  const checked = useCommand(enterprisesRoutes.checkLicence);
  const voidOrganisation = useCommand(enterprisesRoutes.voidOrganisation);
  const vacancyColumns = useVacancyColumns(false);
  const mayPeople = useSession().fields.includes("jobs");
  const close = () => set({ do: null, vacancy: null }, "replace");
  if (!data) return <Page title={t("enterprises.one")} crumbs={[{ label: t("enterprises.title"), to: "/enterprises" }]}><ErrorNotice error={error} retry={() => void refetch()} /></Page>;
  const { row, licences, checks, vacancies, may } = data;
  const licenceColumns: Column<LicenceView>[] = [
    { key: "number", label: t("enterprises.licence.number"), main: true, render: (one) => one.number },
    { key: "kind", label: t("enterprises.licence.kind"), render: (one) => t(`enterprises.licence.${one.kind}`) },
    { key: "from", label: t("enterprises.licence.from"), nowrap: true, render: (one) => dayText(one.validFrom) },
    { key: "to", label: t("enterprises.licence.to"), nowrap: true, render: (one) => (one.validTo === null ? t("enterprises.licence.open") : dayText(one.validTo)) },
    { key: "quota", label: t("enterprises.licence.quota"), align: "end", text: (one) => one.yearlyQuota, render: (one) => figureText(one.yearlyQuota) },
    { key: "checked", label: t("enterprises.licence.checked"), nowrap: true, render: (one) => dayText(one.checkedOn) },
    ...(may.keepLicences ? [{
      key: "do", label: t("enterprises.do"), text: null,
      render: (one: LicenceView) => (
        <Row gap="tight">
          <Button size="small" onClick={() => checked.mutate({ params: { id: one.id }, body: { on: today() } })}>{t("enterprises.licence.check")}</Button>
          <Button size="small" kind="quiet" onClick={() => setWrong(one.id)}>{t("enterprises.licence.void")}</Button>
        </Row>
      ),
    }] : []),
  ];
  const actions = may.keep && (
    <>
      <Button onClick={() => set({ do: "change" }, "replace")}>{t("enterprises.change")}</Button>
      <Button kind="primary" onClick={() => set({ do: "vacancy" }, "replace")}>{t("enterprises.vacancy.add")}</Button>
    </>
  );
  return (
    <Page title={row.name} subtitle={row.kinds.map((kind) => t(`enterprises.kind.${kind}`)).join("; ")} crumbs={[{ label: t("enterprises.title"), to: "/enterprises" }]} print actions={actions}>
      <Stack>
        {checks.map((check) => (
          <Notice key={check.kind} kind={check.holds ? (check.state === "ends_soon" ? "warn" : "done") : "warn"} title={check.text}>
            {check.source && <p>{check.mark ? `${check.source}: ${check.mark}` : check.source}</p>}
          </Notice>
        ))}
        <KeyValue
          columns={2}
          pairs={[
            { label: t("enterprises.taxCode"), value: row.taxCode }, { label: t("enterprises.seat"), value: row.unit === "" ? t("enterprises.seatOutside") : capital(row.unit) }, { label: t("enterprises.address"), value: row.address }, { label: t("enterprises.contactName"), value: row.contactName },
            { label: t("enterprises.phone"), value: row.phone }, { label: t("enterprises.email"), value: row.email }, { label: t("enterprises.industry"), value: row.industry }, { label: t("enterprises.workers"), value: row.workers === null ? null : figureText(row.workers) }, { label: t("enterprises.note"), value: row.note },
          ]}
        />
        <Section title={t("enterprises.vacancies.title")}>
          <DataTable
            label={t("enterprises.vacancies.title")} columns={vacancyColumns} rows={vacancies} local rowKey={(one) => one.id} onOpen={(one) => set({ vacancy: one.id })} exports={[row.name]} name="vacancies"
            empty={<EmptyState title={t("enterprises.vacancies.none")}>{t("enterprises.vacancies.howToBegin")}</EmptyState>}
          />
        </Section>
        {mayPeople && <ResultsSection organisationId={id} name={row.name} />}
        <Section title={t("enterprises.licences")} actions={may.keepLicences && <Button size="small" onClick={() => set({ do: "licence" }, "replace")}>{t("enterprises.licence.add")}</Button>}>
          <ErrorNotice error={checked.error} />
          <DataTable label={t("enterprises.licences")} columns={licenceColumns} rows={licences} local rowKey={(one) => one.id} exports={[row.name]} name="licences" empty={<EmptyState title={t("enterprises.licence.none")}>{t("enterprises.licence.noneText")}</EmptyState>} />
        </Section>
        {may.keep && <Row><Button kind="danger" size="small" onClick={() => set({ do: "void" }, "replace")}>{t("enterprises.void")}</Button><LinkButton to="/enterprises" size="small">{t("enterprises.title")}</LinkButton></Row>}
      </Stack>
      <Drawer open={values["do"] === "change"} title={t("enterprises.change")} onClose={close}><OrganisationForm row={row} onDone={close} /></Drawer>
      <Drawer open={values["do"] === "licence"} title={t("enterprises.licence.add")} onClose={close}><LicenceForm organisationId={id} onDone={close} /></Drawer>
      <Drawer open={values["do"] === "vacancy"} title={t("enterprises.vacancy.add")} onClose={close}><VacancyForm organisationId={id} onDone={close} /></Drawer>
      {values["vacancy"] && <VacancyDrawer id={values["vacancy"]} onClose={close} />}
      <ConfirmDialog
        open={wrong !== null} title={t("enterprises.licence.voidTitle")} action={t("enterprises.licence.void")} danger reason busy={voidLicence.isPending} error={<ErrorNotice error={voidLicence.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => voidLicence.mutate({ params: { id: wrong! }, body: { reason } }, { onSuccess: () => setWrong(null) })}
      />
      <ConfirmDialog
        open={values["do"] === "void"} title={t("enterprises.voidTitle", { name: row.name })} action={t("enterprises.void")} danger reason busy={voidOrganisation.isPending} error={<ErrorNotice error={voidOrganisation.error} />} onClose={close}
        onConfirm={(reason) => voidOrganisation.mutate({ params: { id }, body: { reason } }, { onSuccess: () => go({ to: "/enterprises" }) })}
      />
    </Page>
  );
}
