import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice, Notice } from "../../../web/design/notice.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { eventRoutes, type EventRow } from "../../events/contract.ts";
import { EventForm } from "./event-form.tsx";

function pairsOf(row: EventRow, t: Translate) {
  const evidence = row.evidence.map(({ kind, note }) => (note ? `${t(`jobs.event.evidence.${kind}`)} (${note})` : t(`jobs.event.evidence.${kind}`))).join("; ");
  const links = (["loanId", "outcomeId", "overseasId", "placementId"] as const).filter((link) => row[link] !== null).map((link) => t(`jobs.event.link.${link}`)).join("; ");
  return [
    { label: t("jobs.worker.name"), value: row.fullName }, { label: t("jobs.worker.birth"), value: row.birthDate === null ? (row.birthYear === null ? null : String(row.birthYear)) : dayText(row.birthDate) }, { label: t("jobs.worker.hamlet"), value: `${capital(row.hamlet)}, ${row.unit}` },
    { label: t("jobs.event.identified"), value: t(row.personId === null ? "jobs.event.identified.no" : "jobs.event.identified.yes") }, { label: t("jobs.event.started"), value: dayText(row.startedOn) }, { label: t("jobs.event.reported"), value: dayText(row.reportedOn) },
    { label: t("jobs.event.channel"), value: t(`jobs.event.channel.${row.channel}`) }, { label: t("jobs.event.nature"), value: t(`jobs.event.nature.${row.nature}`) }, { label: t("jobs.event.place"), value: t(`jobs.event.place.${row.placeKind}`) },
    { label: t("jobs.event.employer"), value: row.employerName }, { label: t("jobs.event.job"), value: row.vsco === null ? row.job : `${row.job ?? ""} (VSCO ${row.vsco})` }, { label: t("jobs.event.wage"), value: row.wage === null ? null : figureText(row.wage) },
    { label: t("jobs.event.evidence"), value: evidence }, { label: t("jobs.event.links"), value: links }, { label: t("jobs.event.distinctReason"), value: row.distinctReason },
    { label: t("jobs.event.verified"), value: row.verifiedOn === null ? t("jobs.event.notVerified") : t("jobs.event.verifiedBy", { on: dayText(row.verifiedOn), by: row.verifiedBy ?? "" }) },
  ];
}

/** One event, and what may be done with it. */
export function EventDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const [doing, setDoing] = useState<"correct" | "void" | null>(null);
  const { data, error } = useAnswer(eventRoutes.event, { params: { id }, query: { on } });
  const verify = useCommand(eventRoutes.verifyEvents);
  const voidEvent = useCommand(eventRoutes.voidEvent);
  const { row, may } = data ?? {};
  return (
    <Drawer open title={doing === "correct" ? t("jobs.event.correctTitle") : t("jobs.event.title")} onClose={onClose}>
      {error && <ErrorNotice error={error} />}
      {row && doing === "correct" && <EventForm row={row} onDone={onClose} />}
      {row && doing !== "correct" && (
        <Stack>
          {row.evidence.length === 0 && <Notice kind="warn" title={t("jobs.event.evidenceMissing")} />}
          <KeyValue pairs={pairsOf(row, t)} />
          <ErrorNotice error={verify.error} />
          <Row>
            {may?.verify && row.verifiedOn === null && <Button kind="primary" busy={verify.isPending} onClick={() => verify.mutate({ body: { ids: [id] } })}>{t("jobs.event.verify")}</Button>}
            {may?.keep && <Button onClick={() => setDoing("correct")}>{t("jobs.event.correct")}</Button>}
            {may?.keep && <Button kind="danger" onClick={() => setDoing("void")}>{t("jobs.event.void")}</Button>}
          </Row>
        </Stack>
      )}
      <ConfirmDialog
        open={doing === "void"} title={t("jobs.event.voidTitle")} action={t("jobs.event.void")} danger reason busy={voidEvent.isPending} error={<ErrorNotice error={voidEvent.error} />} onClose={() => setDoing(null)}
        onConfirm={(reason) => voidEvent.mutate({ params: { id }, body: { reason } }, { onSuccess: onClose })}
      />
    </Drawer>
  );
}
