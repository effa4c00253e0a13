import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { LinkButton } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital } from "../../../web/design/format.ts";
import { Stack } from "../../../web/design/layout.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { overseasRoutes, type CaseRowView } from "../../overseas/contract.ts";
import { OVERSEAS_STATES } from "../../overseas/rules/case-state.ts";
import { knownDayText, OverseasStateBadge, sinceText } from "./badges.tsx";

const KEYS = ["state", "market", "kept", "year", "q"] as const;
const YEARS = 6;

/** Every case of the area, filtered as the address says. */
export function CasesTab() {
  const t = useText();
  const { area, on, year } = useAreaPeriod();
  const { values } = useUrl();
  const table = useTable("cases");
  const asked = { area, on, ...Object.fromEntries(KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : []))) };
  const { data, error, refetch } = useAnswer(overseasRoutes.overseasCases, { query: { ...asked, page: table.page } }, { keep: true });
  const { data: standards } = useAnswer(overseasRoutes.overseasStandards, { query: { on } });
  const markets = [...(standards?.markets ?? []).map(({ code, name }) => ({ value: code, label: name })), { value: "none", label: t("migration.abroad.noMarket") }];
  const years = Array.from({ length: YEARS }, (_, i) => String(year - i)).map((value) => ({ value, label: value }));
  const tools = data?.may.moveLists && data.total > 0 && <ExportList route={overseasRoutes.exportOverseas} total={data.total} input={(purpose) => ({ body: { ...asked, purpose } })} />;
  return (
    <Stack>
      <Filters
        search={t("migration.abroad.searchName")}
        filters={[
          { key: "state", label: t("migration.abroad.step"), all: t("migration.abroad.allSteps"), options: ["before", "abroad", "home", ...OVERSEAS_STATES].map((value) => ({ value, label: t(`migration.abroad.state.${value}`) })) },
          { key: "market", label: t("migration.abroad.market"), all: t("migration.abroad.allMarkets"), options: markets },
          { key: "year", label: t("migration.abroad.departedIn"), all: t("migration.abroad.anyYear"), options: years },
          { key: "kept", label: t("migration.abroad.keeper"), all: t("migration.abroad.anyKeeper"), options: ["me", "nobody", "other"].map((value) => ({ value, label: t(`migration.abroad.kept.${value}`) })) },
        ]}
      />
      <DataTable<CaseRowView>
        label={t("migration.abroad.cases")} name="cases" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/migration/overseas/$id", params: { id: row.id } })}
        error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "name", label: t("migration.abroad.name"), main: true, render: (row) => row.fullName },
          { key: "birth", label: t("migration.abroad.birthYear"), align: "end", render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
          { key: "hamlet", label: t("migration.abroad.hamlet"), render: (row) => capital(row.hamlet) },
          { key: "unit", label: t("migration.abroad.unit"), render: (row) => row.unit, hidden: true },
          { key: "market", label: t("migration.abroad.market"), render: (row) => row.marketName ?? "—" },
          { key: "programme", label: t("migration.abroad.programme"), hidden: true, render: (row) => row.programme ?? "—" },
          { key: "sender", label: t("migration.abroad.sender"), render: (row) => row.sender ?? "—" },
          { key: "step", label: t("migration.abroad.step"), text: (row) => t(`migration.abroad.state.${row.state}`), render: (row) => <OverseasStateBadge state={row.state} /> },
          { key: "since", label: t("migration.abroad.since"), nowrap: true, render: (row) => sinceText(row) },
          { key: "departed", label: t("migration.abroad.departed"), nowrap: true, render: (row) => knownDayText(row.departedOn, row.departedPrecision) },
        ]}
        empty={KEYS.some((key) => values[key]) ? <EmptyState title={t("migration.abroad.noneFound")}>{t("migration.abroad.noneFoundText")}</EmptyState>
          : <EmptyState title={t("migration.abroad.none")} actions={data?.may.enter && <LinkButton to="/migration/overseas/new">{t("migration.abroad.newWish")}</LinkButton>}>{t("migration.abroad.noneText")}</EmptyState>}
      />
    </Stack>
  );
}
