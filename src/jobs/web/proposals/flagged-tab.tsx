import { useState } from "react";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer, useCommand } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { ConfirmDialog } from "../../../web/design/confirm-dialog.tsx";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Row } from "../../../web/design/layout.tsx";
import { ErrorNotice } from "../../../web/design/notice.tsx";
import { useGo } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { proposalRoutes as routes, type FlaggedRow } from "../../proposals/contract.ts";
import { startText } from "./waiting-tab.tsx";

/** Events whose source was corrected or voided after they were taken: written anew as it says now, or kept with a reason. */
export function FlaggedTab() {
  const t = useText();
  const go = useGo();
  const { area, on, year } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(routes.flagged, { query: { area, on, year } }, { keep: true });
  const settle = useCommand(routes.settle);
  const [doing, setDoing] = useState<{ row: FlaggedRow; how: "follow" | "keep" } | null>(null);
  const nowText = ({ now }: FlaggedRow): string => (now === null ? t("jobs.proposals.sourceGone") : t("jobs.proposals.sourceNow", { employer: now.employerName ?? "—", on: startText(now, t), channel: t(`jobs.event.channel.${now.channel}`) }));
  const followText = (row: FlaggedRow): string => t(row.now === null ? "jobs.proposals.voidIt" : "jobs.proposals.follow");
  const columns: Column<FlaggedRow>[] = [
    { key: "name", label: t("jobs.worker.name"), main: true, sort: true, sortValue: (row) => row.fullName, render: (row) => row.fullName },
    { key: "hamlet", label: t("jobs.worker.hamlet"), sort: true, sortValue: (row) => row.hamlet, render: (row) => capital(row.hamlet) },
    { key: "event", label: t("jobs.proposals.eventSays"), render: (row) => t("jobs.proposals.sourceNow", { employer: row.employerName ?? "—", on: dayText(row.startedOn), channel: t(`jobs.event.channel.${row.channel}`) }) },
    { key: "source", label: t("jobs.proposals.source"), render: (row) => t(`jobs.proposals.source.${row.source}`) },
    { key: "now", label: t("jobs.proposals.nowSays"), render: nowText },
    ...(data?.may.keep ? [{
      key: "do", label: t("jobs.proposals.do"), text: null,
      render: (row: FlaggedRow) => <Row><Button size="small" onClick={() => setDoing({ row, how: "follow" })}>{followText(row)}</Button><Button size="small" kind="quiet" onClick={() => setDoing({ row, how: "keep" })}>{t("jobs.proposals.keep")}</Button></Row>,
    }] : []),
  ];
  return (
    <>
      <DataTable
        label={t("jobs.proposals.flagged")} columns={columns} rows={data?.rows} local rowKey={({ eventId, recordId }) => `${eventId}${recordId}`} onOpen={(row) => go({ to: "/jobs/events", search: { event: row.eventId } })} error={error} onRetry={() => void refetch()}
        exports={[t("jobs.proposals.flagged")]} empty={<EmptyState title={t("jobs.proposals.noneFlagged")}>{t("jobs.proposals.noneFlaggedText")}</EmptyState>}
      />
      <ConfirmDialog
        open={doing !== null} title={doing ? (doing.how === "keep" ? t("jobs.proposals.keep") : followText(doing.row)) : ""} action={doing?.how === "keep" ? t("jobs.proposals.keep") : doing ? followText(doing.row) : ""} reason busy={settle.isPending}
        error={<ErrorNotice error={settle.error} />} onClose={() => setDoing(null)}
        onConfirm={(reason) => doing && settle.mutate({ body: { source: doing.row.source, recordId: doing.row.recordId, eventId: doing.row.eventId, baseVersion: doing.row.version, how: doing.how, reason } }, { onSuccess: () => setDoing(null) })}
      >
        {doing && <p>{doing.row.fullName}: {nowText(doing.row)}</p>}
      </ConfirmDialog>
    </>
  );
}
