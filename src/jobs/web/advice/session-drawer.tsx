import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { KeyValue } from "../../../web/design/key-value.tsx";
import { Row, Section, Stack } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { adviceRoutes, type VisitRow } from "../../advice/contract.ts";
import { VisitForm } from "./visit-form.tsx";

/** One session and who was advised in it. */
export function SessionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText();
  const { on } = useAreaPeriod();
  const [adding, setAdding] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const { data, error } = useAnswer(adviceRoutes.session, { params: { id }, query: { on } });
  const voidVisit = useCommand(adviceRoutes.voidVisit);
  const voidSession = useCommand(adviceRoutes.voidSession);
  const { row, visits, may } = data ?? {};
  const columns: Column<VisitRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, render: (one) => one.fullName }, { key: "hamlet", label: t("jobs.worker.hamlet"), render: (one) => capital(one.hamlet) }, { key: "topic", label: t("jobs.advice.topicOne"), render: (one) => t(`jobs.advice.topic.${one.topic}`) },
    { key: "result", label: t("jobs.advice.result"), render: (one) => t(`jobs.advice.result.${one.result}`) }, { key: "next", label: t("jobs.advice.nextOn"), nowrap: true, render: (one) => dayText(one.nextOn) },
    ...(may?.keep ? [{ key: "do", label: t("jobs.months.do"), text: null, render: (one: VisitRow) => <Button size="small" kind="quiet" onClick={() => setWrong(one.id)}>{t("jobs.advice.void")}</Button> }] : []),
  ];
  const ofSession = wrong === id;
  const voiding = ofSession ? voidSession : voidVisit;
  return (
    <Drawer open title={row ? t("jobs.advice.title", { on: dayText(row.onDate) }) : t("jobs.advice.titleNone")} onClose={onClose}>
      <ErrorNotice error={error} />
      {row && adding && <VisitForm session={row} onDone={() => setAdding(false)} />}
      {row && !adding && (
        <Stack>
          <KeyValue
            pairs={[
              { label: t("jobs.advice.unit"), value: capital(row.unit) }, { label: t("jobs.advice.kind"), value: t(`jobs.advice.kind.${row.kind}`) }, { label: t("jobs.advice.topics"), value: row.topics.map((topic) => t(`jobs.advice.topic.${topic}`)).join("; ") },
              { label: t("jobs.advice.place"), value: row.place }, { label: t("jobs.advice.adviser"), value: row.adviser }, { label: t("jobs.advice.visits"), value: t("jobs.advice.visitsOf", { visits: row.visits + row.unnamed, people: row.people, unnamed: row.unnamed }) }, { label: t("jobs.seeker.note"), value: row.note },
            ]}
          />
          <Section title={t("jobs.advice.people")} actions={may?.keep && <Button size="small" kind="primary" onClick={() => setAdding(true)}>{t("jobs.advice.addVisit")}</Button>}>
            <DataTable label={t("jobs.advice.people")} columns={columns} rows={visits} local rowKey={(one) => one.id} exports={false} name="visits" empty={<EmptyState title={t("jobs.advice.nobody")}>{t("jobs.advice.nobodyText", { unnamed: figureText(row.unnamed) })}</EmptyState>} />
          </Section>
          {may?.keep && visits?.length === 0 && <Row><Button size="small" kind="danger" onClick={() => setWrong(id)}>{t("jobs.advice.voidSession")}</Button></Row>}
        </Stack>
      )}
      <ConfirmDialog
        open={wrong !== null} title={t(ofSession ? "jobs.advice.voidSession" : "jobs.advice.voidVisit")} action={t("jobs.advice.void")} danger reason busy={voiding.isPending} error={<ErrorNotice error={voiding.error} />} onClose={() => setWrong(null)}
        onConfirm={(reason) => voiding.mutate({ params: { id: wrong! }, body: { reason } }, { onSuccess: () => (setWrong(null), ofSession && onClose()) })}
      />
    </Drawer>
  );
}
