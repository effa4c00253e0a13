import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Page } from "../../../web/design/page.tsx";
import { StatusBadge, type Pattern } from "../../../web/design/status-badge.tsx";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes, type QueueItemView } from "../../workflow/contract.ts";

const PATTERN: Readonly<Record<QueueItemView["state"], Pattern>> = { late: "late", due: "striped", blocked: "dotted", open: "plain" };

/** Where in the round each thing is done. */
const TAB: Readonly<Record<string, Record<string, string>>> = {
  takeList: { tab: "households" }, visit: { tab: "households", state: "listed" }, revisit: { tab: "households", flag: "revisit" }, request: { tab: "households", flag: "without_request" },
  meet: { tab: "meetings" }, signMeeting: { tab: "meetings" }, post: { tab: "postings" }, repost: { tab: "postings" }, postingRunning: { tab: "postings" },
  complaint: { tab: "households", state: "complaint" }, report: { tab: "decision" }, awaitOpinion: { tab: "decision" }, recognise: { tab: "decision" }, opinionUnset: { tab: "setup" },
};

/** Which requests an item speaks of, as filters of their list. */
const REQUESTS: Readonly<Record<string, Record<string, string>>> = {
  procedureLate: { due: "late" }, procedureDue: { due: "soon" }, procedureOpen: { due: "open" }, procedureUntimed: { due: "unknown" }, procedureAnswer: { state: "decided" }, adhocReport: { tab: "months" },
};

/** What is due, late or blocked in the area's reviews, and where it is done. */
export default function QueuePage() {
  const t = useText();
  const { area, areaName } = useAreaPeriod();
  const { data, error, refetch } = useAnswer(workflowRoutes.queue, { query: { area } });
  return (
    <Page title={t("poverty.work.queue.title")} subtitle={t("poverty.work.queue.subtitle", { area: areaName })} print>
      <DataTable<QueueItemView>
        label={t("poverty.work.queue.title")} local rows={data?.items} rowKey={(item) => `${item.code} ${item.roundId ?? item.unitName} ${item.resultSetId ?? ""}`} error={error} onRetry={() => void refetch()}
        columns={[
          { key: "text", label: t("poverty.work.queue.what"), main: true, text: (item) => item.text, render: (item) => item.text },
          { key: "state", label: t("poverty.work.queue.state"), sort: true, sortValue: (item) => item.state, text: (item) => t(`poverty.work.queue.is.${item.state}`), render: (item) => <StatusBadge pattern={PATTERN[item.state]}>{t(`poverty.work.queue.is.${item.state}`)}</StatusBadge> },
          { key: "due", label: t("poverty.work.queue.due"), sort: true, sortValue: (item) => item.dueOn ?? "9999", text: (item) => item.dueOn && dayText(item.dueOn), render: (item) => (item.dueOn ? `${dayText(item.dueOn)}${item.certainty === "unchecked" ? ` (${t("poverty.work.unchecked")})` : ""}` : "—") },
          { key: "go", label: t("poverty.work.queue.where"), text: null, render: (item) => <Go item={item} /> },
        ]}
        empty={<EmptyState title={t("poverty.work.queue.empty")} actions={<LinkButton to="/review" search={{ tab: "rounds" }}>{t("poverty.rounds.title")}</LinkButton>}>{t("poverty.work.queue.emptyText")}</EmptyState>}
      />
    </Page>
  );
}

function Go({ item }: { item: QueueItemView }) {
  const t = useText();
  const requests = REQUESTS[item.code];
  if (requests) return <LinkButton size="small" to="/review/procedures" search={requests}>{t("poverty.work.queue.go")}</LinkButton>;
  if (!item.roundId) return null;
  return <LinkButton size="small" to="/review/rounds/$id" params={{ id: item.roundId }} search={{ ...(item.resultSetId && { set: item.resultSetId }), ...TAB[item.code] }}>{t("poverty.work.queue.go")}</LinkButton>;
}
