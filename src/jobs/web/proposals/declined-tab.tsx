import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useText } from "../../../web/text/text.tsx";
import { proposalRoutes as routes, type DeclinedRow } from "../../proposals/contract.ts";

/** What was not taken, by whom and why; it can wait again. */
export function DeclinedTab() {
  const t = useText();
  const { area, on, year } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(routes.declined, { query: { area, on, year } }, { keep: true });
  const restore = useCommand(routes.restore);
  const [asked, setAsked] = useState<DeclinedRow | null>(null);
  const columns: Column<DeclinedRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, sort: true, sortValue: (row) => row.fullName, render: (row) => row.fullName || t("jobs.proposals.sourceGone") },
    { key: "hamlet", label: t("jobs.worker.hamlet"), sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
    { key: "source", label: t("jobs.proposals.source"), render: (row) => `${t(`jobs.proposals.source.${row.source}`)}: ${row.about}` },
    { key: "employer", label: t("jobs.event.employer"), render: (row) => row.employerName ?? "—" },
    { key: "started", label: t("jobs.event.started"), nowrap: true, sort: true, sortValue: (row) => row.startedOn, text: (row) => dayText(row.startedOn), render: (row) => dayText(row.startedOn) },
    { key: "reason", label: t("jobs.proposals.why"), render: (row) => row.reason },
    { key: "by", label: t("jobs.proposals.decidedBy"), render: (row) => `${row.decidedBy}, ${dayText(row.decidedOn)}` },
    ...(data?.may.enter ? [{ key: "do", label: t("jobs.proposals.do"), text: null, render: (row: DeclinedRow) => <Button size="small" kind="quiet" onClick={() => setAsked(row)}>{t("jobs.proposals.restore")}</Button> }] : []),
  ];
  return (
    <>
      <DataTable
        label={t("jobs.proposals.declined")} columns={columns} rows={data?.rows} local rowKey={({ id }) => id} error={error} onRetry={() => void refetch()} exports={[t("jobs.proposals.declined")]}
        empty={<EmptyState title={t("jobs.proposals.noneDeclined")}>{t("jobs.proposals.noneDeclinedText")}</EmptyState>}
      />
      <ConfirmDialog
        open={asked !== null} title={t("jobs.proposals.restore")} action={t("jobs.proposals.restore")} reason busy={restore.isPending} error={<ErrorNotice error={restore.error} />} onClose={() => setAsked(null)}
        onConfirm={(reason) => asked && restore.mutate({ params: { id: asked.id }, body: { reason } }, { onSuccess: () => setAsked(null) })}
      />
    </>
  );
}
