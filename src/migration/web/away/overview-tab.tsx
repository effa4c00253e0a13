import { useAreaPeriod } from "../../../web/area-period.ts";
import { useAnswer } from "../../../web/data.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { EmptyState } from "../../../web/design/empty-state.tsx";
import { capital, dayText, figureText } from "../../../web/design/format.ts";
import { Columns, Hint, Stack } from "../../../web/design/layout.tsx";
import { Tile } from "../../../web/design/tile.tsx";
import { Link, useUrl } from "../../../web/navigation.tsx";
import { useText } from "../../../web/text/text.tsx";
import { awayRoutes, type OverviewRow } from "../../away/contract.ts";

type Counted = "away" | "women" | "ownProvince" | "otherProvince" | "unclear" | "seasonal" | "crossBorder" | "backThisYear" | "withoutPapers" | "openNeeds" | "lateNeeds";

/** Which people a count is made of, as filters of the list; those without are told as numbers only. */
const FILTERS: Readonly<Partial<Record<Counted, Readonly<Record<string, string>>>>> = {
  away: { where: "away", kind: "domestic" }, ownProvince: { where: "away", place: "own_province" }, otherProvince: { where: "away", place: "other_province" }, crossBorder: { where: "away", kind: "cross_border" },
  withoutPapers: { kind: "without_papers" }, openNeeds: { need: "open" }, lateNeeds: { need: "late" },
};

/** Each hamlet with who is away, who came back and what is needed, so that the commune knows. */
export function OverviewTab() {
  const t = useText();
  const { area, on } = useAreaPeriod();
  const { set } = useUrl();
  const { data, error, refetch } = useAnswer(awayRoutes.awayOverview, { query: { area, on } }, { keep: true });
  const sum = (key: Counted): number => (data?.rows ?? []).reduce((total, row) => total + row[key], 0);
  const open = (key: Counted) => () => set({ tab: "people", where: null, kind: null, place: null, need: null, hamlet: null, q: null, ...FILTERS[key] }, "push");
  const counted = (key: Counted) => ({
    key, label: t(`migration.awayList.count.${key}`), align: "end" as const, sort: true, sortValue: (row: OverviewRow) => row[key], text: (row: OverviewRow) => row[key],
    render: (row: OverviewRow) => (FILTERS[key] && row[key] > 0 ? <Link to="/migration/away" search={{ tab: "people", hamlet: row.hamletId, ...FILTERS[key] }}>{figureText(row[key])}</Link> : figureText(row[key])),
  });
  return (
    <Stack gap="wide">
      {data && (
        <Columns least={180}>
          <Tile label={t("migration.awayList.count.away")} value={sum("away")} unit={t("migration.awayList.persons")} onOpen={open("away")} />
          <Tile label={t("migration.awayList.count.crossBorder")} value={sum("crossBorder")} unit={t("migration.awayList.persons")} onOpen={open("crossBorder")} />
          <Tile label={t("migration.awayList.count.withoutPapers")} value={sum("withoutPapers")} unit={t("migration.awayList.persons")} onOpen={open("withoutPapers")} />
          <Tile label={t("migration.awayList.count.lateNeeds")} value={sum("lateNeeds")} unit={t("migration.awayList.needs")} onOpen={open("lateNeeds")} compare={t("migration.awayList.openOf", { open: sum("openNeeds") })} />
        </Columns>
      )}
      <Hint>{t("migration.awayList.notOverseas")}</Hint>
      <DataTable<OverviewRow>
        label={t("migration.awayList.byHamlet")} name="hamlets" local rows={data?.rows} rowKey={(row) => row.hamletId} error={error} onRetry={() => void refetch()} exports={[t("migration.awayList.asOf", { day: dayText(on) }), t("migration.awayList.notOverseas")]}
        columns={[
          { key: "hamlet", label: t("migration.awayList.hamlet"), main: true, render: (row) => capital(row.hamlet) },
          { key: "unit", label: t("migration.awayList.unit"), hidden: true, render: (row) => row.unit },
          counted("away"), counted("women"), counted("ownProvince"), counted("otherProvince"), counted("unclear"), counted("seasonal"), counted("crossBorder"), counted("backThisYear"), counted("withoutPapers"), counted("openNeeds"), counted("lateNeeds"),
          { key: "seen", label: t("migration.awayList.lastSeen"), nowrap: true, sort: true, sortValue: (row) => row.seenOn ?? "", render: (row) => (row.seenOn ? dayText(row.seenOn) : t("migration.awayList.neverSeen")) },
        ]}
        empty={<EmptyState title={t("migration.awayList.noHamlets")}>{t("migration.awayList.noHamletsText")}</EmptyState>}
      />
    </Stack>
  );
}
