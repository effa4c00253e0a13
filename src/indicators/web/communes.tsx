import { lazy, Suspense } from "react";
import { DataTable } from "../../web/design/data/data-table.tsx";
import type { Column } from "../../web/design/data/column.ts";
import { Figure } from "../../web/design/figure.tsx";
import { Hint, Section } from "../../web/design/layout.tsx";
import { useText } from "../../web/text/text.tsx";
import type { Board } from "../contract.ts";
import classes from "./board.module.css";
import { markWords, shortPoints } from "./kinds.ts";
import { useSource } from "./source-state.ts";

const CommuneMap = lazy(() => import("./commune-map.tsx"));

type Commune = Board["communes"][number];
const SHOWN = "poverty.poor_rate";
const MOST_BARS = 20;

const rateOf = (commune: Commune): number | null => {
  const value = commune.figures[SHOWN]!.value;
  return value === null ? null : Number(value);
};

/** The communes side by side: map and sorted bars of the poor household rate, and the table of all their numbers. */
export function Communes({ board }: { board: Board }) {
  const t = useText();
  return (
    <Section title={t("indicators.communes", { count: board.communes.length })}>
      <div className={classes["beside"]}>
        {board.bordersOfToday && (
          <Suspense fallback={<div className={classes["chart"]} />}>
            <CommuneMap communes={board.communes} indicator={SHOWN} />
          </Suspense>
        )}
        <Bars communes={board.communes} />
      </div>
      {!board.bordersOfToday && <Hint>{t("indicators.map.notOfToday")}</Hint>}
      <Table board={board} />
    </Section>
  );
}

function Bars({ communes }: { communes: readonly Commune[] }) {
  const t = useText();
  const source = useSource();
  const sorted = communes.flatMap((commune) => (rateOf(commune) === null ? [] : [{ commune, rate: rateOf(commune)! }])).toSorted((a, b) => b.rate - a.rate);
  const most = Math.max(...sorted.map((one) => one.rate), 0) || 1;
  const without = communes.length - sorted.length;
  return (
    <div>
      <ol className={classes["bars"]} aria-label={t("indicators.bars")}>
        {sorted.slice(0, MOST_BARS).map(({ commune, rate }) => (
          <li key={commune.uid}>
            <span>{commune.name}</span>
            <svg className={classes["bar"]} aria-hidden="true">
              <rect className={classes["ground"]} width="100%" height="14" />
              <rect className={classes["amount"]} width={`${((rate / most) * 100).toFixed(2)}%`} height="14" />
            </svg>
            <Figure value={commune.figures[SHOWN]!.text} label={`${t("indicators.poorRate")}, ${commune.name}`} onOpen={() => source.open(SHOWN, commune.uid)} />
          </li>
        ))}
      </ol>
      {sorted.length > MOST_BARS && <Hint>{t("indicators.bars.more", { count: sorted.length - MOST_BARS })}</Hint>}
      {without > 0 && <Hint>{t("indicators.bars.without", { count: without })}</Hint>}
    </div>
  );
}

const COLUMNS = [
  ["population.households", "indicators.households"], ["poverty.poor_households", "indicators.poor"], ["poverty.poor_rate", "indicators.poorRate"],
  ["poverty.near_poor_households", "indicators.nearPoor"], ["poverty.near_poor_rate", "indicators.nearRate"], ["poverty.rate_reduction_points", "indicators.fall"],
] as const;

function Table({ board }: { board: Board }) {
  const t = useText();
  const source = useSource();
  const numbers = COLUMNS.map(([id, label]): Column<Commune> => ({
    key: id,
    label: t(label),
    align: "end",
    nowrap: true,
    sort: true,
    sortValue: (commune) => (commune.figures[id]!.value === null ? null : Number(commune.figures[id]!.value)),
    render: (commune) => {
      const figure = commune.figures[id]!;
      return <Figure value={shortPoints(figure.text)} label={`${t(label)}, ${commune.name}`} onOpen={() => source.open(id, commune.uid)} />;
    },
  }));
  const total = (column: Column<Commune>) => (column.key === "name" ? t("indicators.whole", { area: board.area.fullName }) : column.key === "marks" ? "" : <span className="numbers">{shortPoints(board.tiles.find((tile) => tile.indicator === column.key)?.figure.text ?? null) ?? "—"}</span>);
  return (
    <DataTable
      label={t("indicators.communes", { count: board.communes.length })}
      name="communes"
      local
      pageSize={200}
      rows={board.communes}
      rowKey={(commune) => commune.uid}
      columns={[{ key: "name", label: t("indicators.commune"), main: true, sort: true, sortValue: (commune) => commune.name, render: (commune) => commune.name }, ...numbers, { key: "marks", label: t("indicators.marks"), render: (commune) => marksOf(commune, t) }]}
      footer={total}
    />
  );
}

/** The marks of a row's numbers, each once. */
const marksOf = (commune: Commune, t: (key: string) => string): string => markWords([...new Set(Object.values(commune.figures).flatMap((figure) => figure.marks))], t);
