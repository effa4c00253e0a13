import { useHamletChoices } from "../../../jobs/web/public.tsx";
import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { Button } from "../../../web/design/button.tsx";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { ExportList } from "../../../web/design/data/export-list.tsx";
import { Filters } from "../../../web/design/data/filters.tsx";
import { useTable } from "../../../web/design/data/table-url.ts";
import { Drawer } from "../../../web/design/drawer.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText } from "../../../web/design/format.ts";
import { Row, Stack } from "../../../web/design/layout.tsx";
import { StatusBadge } from "../../../web/design/status-badge.tsx";
import { useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { AWAY_KINDS, awayRoutes, PLACES, type AwayRowView } from "../../away/contract.ts";
import { knownDayText } from "../overseas/badges.tsx";
import { AwayForm } from "./away-form.tsx";

const KEYS = ["kind", "where", "place", "hamlet", "need", "q"] as const;

/** Everybody on file as away or back, filtered as the address says. */
export function PeopleTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { values, set } = useUrl();
  const table = useTable("away");
  const hamlets = useHamletChoices(area, on);
  const asked = { area, on, ...Object.fromEntries(KEYS.flatMap((key) => (values[key] ? [[key, values[key]]] : []))) };
  const { data, error, refetch } = useAnswer(awayRoutes.awayPeople, { query: { ...asked, page: table.page } }, { keep: true });
  const close = () => set({ do: null }, "replace");
  const choice = (key: (typeof KEYS)[number], all: string, options: readonly string[]) => ({ key, label: t(`migration.awayList.${key}`), all: t(`migration.awayList.${all}`), options: options.map((value) => ({ value, label: t(`migration.awayList.${key}.${value}`) })) });
  const tools = data && (
    <Row gap="tight">
      {data.may.enter && <Button size="small" kind="primary" onClick={() => set({ do: "add" }, "replace")}>{t("migration.awayList.add")}</Button>}
      {data.may.moveLists && data.total > 0 && <ExportList route={awayRoutes.exportAway} total={data.total} input={(purpose) => ({ body: { ...asked, purpose } })} />}
    </Row>
  );
  return (
    <Stack>
      <Filters
        search={t("migration.awayList.searchName")}
        filters={[
          choice("where", "anyWhere", ["away", "back"]), choice("kind", "anyKind", AWAY_KINDS), choice("place", "anyPlace", PLACES), choice("need", "anyNeed", ["open", "late"]),
          { key: "hamlet", label: t("migration.awayList.hamlet"), all: t("migration.awayList.anyHamlet"), options: hamlets },
        ]}
      />
      <DataTable<AwayRowView>
        label={t("migration.awayList.people")} name="away" rows={data?.rows} total={data?.total ?? 0} rowKey={(row) => row.id} rowTarget={(row) => ({ to: "/migration/away/$id", params: { id: row.id } })}
        error={error} onRetry={() => void refetch()} tools={tools} exports={false}
        columns={[
          { key: "name", label: t("migration.awayList.name"), main: true, render: (row) => row.fullName },
          { key: "birth", label: t("migration.awayList.birthYear"), align: "end", render: (row) => (row.birthYear === null ? "—" : String(row.birthYear)) },
          { key: "hamlet", label: t("migration.awayList.hamlet"), render: (row) => capital(row.hamlet) },
          { key: "kind", label: t("migration.awayList.kind"), render: (row) => t(`migration.awayList.kind.${row.kind}`) },
          { key: "destination", label: t("migration.awayList.destination"), render: (row) => [row.industrialPark, row.destination].filter(Boolean).join(", ") },
          { key: "employer", label: t("migration.awayList.employer"), hidden: true, render: (row) => row.employer ?? "—" },
          { key: "left", label: t("migration.awayList.left"), nowrap: true, render: (row) => knownDayText(row.leftOn, row.leftPrecision) },
          { key: "returned", label: t("migration.awayList.returned"), nowrap: true, render: (row) => knownDayText(row.returnedOn, row.returnedPrecision) },
          { key: "needs", label: t("migration.awayList.needsOpen"), text: (row) => row.openNeeds, render: (row) => (row.lateNeeds > 0 ? <StatusBadge pattern="late">{t("migration.awayList.lateNeeds", { count: row.lateNeeds })}</StatusBadge> : row.openNeeds === 0 ? "—" : String(row.openNeeds)) },
          { key: "seen", label: t("migration.awayList.seenOn"), nowrap: true, hidden: true, render: (row) => dayText(row.seenOn) },
        ]}
        empty={KEYS.some((key) => values[key]) ? <EmptyState title={t("migration.awayList.noneFound")}>{t("migration.awayList.noneFoundText")}</EmptyState> : <EmptyState title={t("migration.awayList.none")} actions={tools}>{t("migration.awayList.noneText")}</EmptyState>}
      />
      {values["do"] === "add" && data?.may.enter && <Drawer open title={t("migration.awayList.add")} onClose={close}><AwayForm onDone={close} /></Drawer>}
    </Stack>
  );
}
