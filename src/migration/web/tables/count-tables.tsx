import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { dayText, figureText } from "../../../web/design/format.ts";
import { Link } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import type { MarketRowView, ReturnRowView, SenderRowView } from "../../tables/contract.ts";

const NN01 = ["wished", "studying", "departed", "women", "poor", "nearPoor", "minority", "abroad", "onTime", "early", "left"] as const;
const NN02 = ["returned", "early", "assisted", "asked6", "employed6"] as const;
const NN03 = ["recruited", "departed", "complaints", "openComplaints"] as const;

function Nothing() {
  const t = useText();
  return <EmptyState title={t("migration.tablesPage.none")}>{t("migration.tablesPage.noneText")}</EmptyState>;
}

/** By commune and country; the row of a commune's total carries the same days a year before and the plan. */
export function MarketTable({ rows }: { rows: readonly MarketRowView[] | undefined }) {
  const t = useText();
  const market = (row: MarketRowView): string => (row.total ? t("migration.tablesPage.total") : (row.marketName ?? t("migration.tablesPage.noMarket")));
  const percent = (row: MarketRowView): string => (row.percent === null ? "—" : `${row.percent.replace(".", ",")}%`);
  return (
    <DataTable<MarketRowView>
      label={t("migration.tablesPage.nn01")} name="nn01" local pageSize={500} rows={rows} rowKey={(row) => `${row.unitUid}|${row.total ? "total" : (row.market ?? "")}`}
      columns={[
        { key: "unit", label: t("migration.tablesPage.unit"), main: true, text: (row) => row.unit, render: (row) => (row.total ? <strong>{row.unit}</strong> : row.unit) },
        { key: "market", label: t("migration.tablesPage.market"), text: market, render: (row) => (row.total ? <strong>{market(row)}</strong> : row.market ? <Link to="/migration/overseas" search={{ tab: "cases", area: row.unitUid, market: row.market }}>{market(row)}</Link> : market(row)) },
        ...NN01.map((key) => ({ key, label: t(`migration.tablesPage.column.${key}`), align: "end" as const, text: (row: MarketRowView) => row[key], render: (row: MarketRowView) => figureText(row[key]) })),
        { key: "before", label: t("migration.tablesPage.column.departedBefore"), align: "end", text: (row) => row.departedBefore, render: (row) => (row.departedBefore === null ? "" : figureText(row.departedBefore)) },
        { key: "plan", label: t("migration.tablesPage.column.plan"), align: "end", text: (row) => row.plan, render: (row) => (row.plan === null ? "—" : figureText(row.plan)) },
        { key: "percent", label: t("migration.tablesPage.column.percent"), align: "end", text: percent, render: percent },
      ]}
      empty={<Nothing />}
    />
  );
}

export function ReturnTable({ rows }: { rows: readonly ReturnRowView[] | undefined }) {
  const t = useText();
  return (
    <DataTable<ReturnRowView>
      label={t("migration.tablesPage.nn02")} name="nn02" local rows={rows} rowKey={(row) => row.unitUid}
      columns={[
        { key: "unit", label: t("migration.tablesPage.unit"), main: true, render: (row) => row.unit },
        ...NN02.map((key) => ({ key, label: t(`migration.tablesPage.column.${key}`), align: "end" as const, text: (row: ReturnRowView) => row[key], render: (row: ReturnRowView) => figureText(row[key]) })),
      ]}
      empty={<Nothing />}
    />
  );
}

export function SenderTable({ rows }: { rows: readonly SenderRowView[] | undefined }) {
  const t = useText();
  const day = (on: string | null): string => (on === null ? "—" : dayText(on));
  return (
    <DataTable<SenderRowView>
      label={t("migration.tablesPage.nn03")} name="nn03" local rows={rows} rowKey={(row) => `${row.unitUid}|${row.organisationId ?? row.sender}`}
      columns={[
        { key: "sender", label: t("migration.tablesPage.sender"), main: true, render: (row) => row.sender },
        { key: "unit", label: t("migration.tablesPage.unit"), render: (row) => row.unit },
        { key: "licence", label: t("migration.tablesPage.licence"), text: (row) => row.licence ?? t("migration.tablesPage.noLicence"), render: (row) => row.licence ?? t("migration.tablesPage.noLicence") },
        { key: "to", label: t("migration.tablesPage.licenceTo"), nowrap: true, render: (row) => day(row.licenceTo) },
        { key: "checked", label: t("migration.tablesPage.checkedOn"), nowrap: true, render: (row) => day(row.checkedOn) },
        ...NN03.map((key) => ({ key, label: t(`migration.tablesPage.column.${key}`), align: "end" as const, text: (row: SenderRowView) => row[key], render: (row: SenderRowView) => figureText(row[key]) })),
      ]}
      empty={<Nothing />}
    />
  );
}
