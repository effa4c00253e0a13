import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText } from "../../../web/design/format.ts";
import { useText } from "../../../web/text/text.tsx";
import { workflowRoutes } from "../../workflow/contract.ts";
import { StateBadge } from "./state-badge.tsx";

/** The rounds in which this household was reviewed. */
export function HouseholdCasesTab({ householdId }: { householdId: string }) {
  const t = useText();
  const { data, error, refetch } = useAnswer(workflowRoutes.householdCases, { params: { id: householdId } });
  return (
    <DataTable
      label={t("poverty.work.tab")} name="cases" local rows={data?.cases} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/review/cases/$id", params: { id: row.id } })} error={error} onRetry={() => void refetch()}
      columns={[
        { key: "year", label: t("poverty.rounds.year"), main: true, render: (row) => String(row.year) },
        { key: "set", label: t("poverty.rounds.sets"), render: (row) => `${row.ruleset} → ${row.statusYear}` },
        { key: "state", label: t("poverty.work.step"), text: (row) => t(`poverty.work.state.${row.state}`), render: (row) => <StateBadge state={row.state} /> },
        { key: "on", label: t("poverty.work.since0"), nowrap: true, render: (row) => dayText(row.stateOn) },
      ]}
      empty={<EmptyState title={t("poverty.work.noReviews")}>{t("poverty.work.noReviewsText")}</EmptyState>}
    />
  );
}
