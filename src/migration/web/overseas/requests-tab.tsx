import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Hint, Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type RequestRowView } from "../../overseas/contract.ts";
import { REQUEST_STATES } from "../../overseas/rules/request-state.ts";
import { DueBadge } from "./badges.tsx";

/** Requests for support (2.002820) of the area with their last days. */
export function RequestsTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values } = useUrl();
  const table = useTable("requests");
  const { data, error, refetch } = useAnswer(overseasRoutes.overseasRequests, { query: { area, on, ...(values["rstate"] && { state: values["rstate"] }), ...(values["due"] && { due: values["due"] }), page: table.page } }, { keep: true });
  return (
    <Stack>
      <Hint>{t("migration.abroad.requestsHint")}</Hint>
      <Filters filters={[
        { key: "rstate", label: t("migration.abroad.step"), all: t("migration.abroad.allSteps"), options: REQUEST_STATES.map((value) => ({ value, label: t(`migration.abroad.request.${value}`) })) },
        { key: "due", label: t("migration.abroad.dueOn"), all: t("migration.abroad.anyDue"), options: ["late", "soon", "open", "unknown", "done"].map((value) => ({ value, label: t(`migration.abroad.due.${value}`) })) },
      ]} />
      <DataTable<RequestRowView>
        label={t("migration.abroad.requests")} name="requests" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/migration/overseas/$id", params: { id: row.caseId }, search: { tab: "request" } })}
        error={error} onRetry={() => void refetch()} exports={false}
        columns={[
          { key: "number", label: t("migration.abroad.number"), nowrap: true, render: (row) => `${row.number}/${row.year}` },
          { key: "name", label: t("migration.abroad.name"), main: true, render: (row) => row.fullName },
          { key: "hamlet", label: t("migration.abroad.hamlet"), render: (row) => capital(row.hamlet) },
          { key: "unit", label: t("migration.abroad.unit"), hidden: true, render: (row) => row.unit },
          { key: "received", label: t("migration.abroad.receivedOn"), nowrap: true, render: (row) => dayText(row.receivedOn) },
          { key: "step", label: t("migration.abroad.step"), render: (row) => t(`migration.abroad.request.${row.state}`) },
          { key: "dueOn", label: t("migration.abroad.dueOn"), nowrap: true, render: (row) => (row.dueOn ? dayText(row.dueOn) : "—") },
          { key: "pressing", label: t("migration.abroad.pressing"), text: (row) => t(`migration.abroad.due.${row.due}`), render: (row) => <DueBadge due={row.due} /> },
        ]}
        empty={<EmptyState title={t("migration.abroad.noRequests")}>{t("migration.abroad.noRequestsText")}</EmptyState>}
      />
    </Stack>
  );
}
