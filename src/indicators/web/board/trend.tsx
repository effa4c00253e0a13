import { lazy, Suspense } from "react";
import { formatDecimalText } from "../../../kernel/text/number.ts";
import { useAnswer } from "../../../web/data.ts";
import type { Column } from "../../../web/design/data/column.ts";
import { DataTable } from "../../../web/design/data/data-table.tsx";
import { Figure } from "../../../web/design/figure.tsx";
import { dayText } from "../../../web/design/format.ts";
import { Hint, Section } from "../../../web/design/layout.tsx";
import { type Translate, useText } from "../../../web/text/text.tsx";
import { indicatorsRoutes, type Board } from "../../contract.ts";
import { FigureDoor } from "../source/figure-door.tsx";
import { kindOf, markWords, numberOf } from "../source/shown.ts";
import { useSource } from "../source/source-state.ts";
import classes from "./board.module.css";
import { SERIES, trendRows, type TrendRow } from "./trend-data.ts";

const TrendChart = lazy(() => import("./trend-chart.tsx"));

/** Rates of the last years as lines with their plans, beside their table; lines break where the standard changed. */
export default function Trend({ board }: { board: Board }) {
  const t = useText();
  const { data } = useAnswer(indicatorsRoutes.listPlans, { query: { unit: board.area.uid, year: undefined } });
  const rows = trendRows(board.trend, data?.plans ?? []);
  if (rows.length === 0) return null;
  const nameOf = (id: string): string => board.tiles.find((tile) => tile.indicator === id)?.name ?? id;
  return (
    <Section title={t("indicators.board.trend")}>
      <div className={classes["course"]}>
        {rows.length > 1 ? (
          <Suspense fallback={<div className={classes["chart"]} />}>
            <TrendChart rows={rows} nameOf={nameOf} />
          </Suspense>
        ) : (
          <Hint>{t("indicators.board.trend.onePoint")}</Hint>
        )}
        <TrendTable rows={rows} nameOf={nameOf} />
      </div>
    </Section>
  );
}

interface TableProps {
  readonly rows: readonly TrendRow[];
  readonly nameOf: (id: string) => string;
}

function TrendTable({ rows, nameOf }: TableProps) {
  const t = useText();
  const planned = SERIES.filter(({ key }) => rows.some((row) => row.targets[key] !== null));
  const columns: Column<TrendRow>[] = [
    { key: "on", label: t("indicators.board.trend.day"), main: true, nowrap: true, render: (row) => dayText(row.on) },
    ...SERIES.map(({ key, rate }): Column<TrendRow> => ({
      key, label: nameOf(rate), align: "end", text: (row) => numberOf(row.figures[key].value),
      render: (row) => <FigureDoor figure={row.figures[key]} name={`${nameOf(rate)}, ${row.year}`} at={row.on} unmarked />,
    })),
    ...planned.map(({ key, rate }): Column<TrendRow> => ({
      key: `${key}-plan`, label: t("indicators.board.trend.planOf", { name: nameOf(rate) }), align: "end", text: (row) => numberOf(row.targets[key]?.value ?? null), render: (row) => <TargetDoor row={row} series={key} name={nameOf(rate)} />,
    })),
    { key: "ruleset", label: t("indicators.board.trend.ruleset"), nowrap: true, render: (row) => rulesetWords(row, t) },
    { key: "marks", label: t("indicators.board.notes"), nowrap: true, render: (row) => marksOf(row, t) || "—" },
  ];
  return <DataTable label={t("indicators.board.trend")} name="trend" local rows={rows} rowKey={(row) => String(row.year)} columns={columns} />;
}

function rulesetWords({ ruleset, breaks }: TrendRow, t: Translate): string {
  if (!ruleset) return "—";
  return breaks ? t("indicators.board.trend.newRuleset", { ruleset }) : ruleset;
}

const marksOf = ({ figures }: TrendRow, t: Translate): string => markWords([...new Set(SERIES.flatMap(({ key }) => figures[key].marks))], t);

function TargetDoor({ row, series, name }: { row: TrendRow; series: (typeof SERIES)[number]["key"]; name: string }) {
  const t = useText();
  const { open } = useSource();
  const target = row.targets[series];
  if (!target) return "—";
  return (
    <Figure
      value={`${formatDecimalText(target.value).replace("-", "−")}%`}
      kind={kindOf([target.plan.kind])}
      label={`${t("indicators.board.trend.planOf", { name })}, ${row.year}`}
      onOpen={() => open(target.plan.indicator, { at: row.on })}
    />
  );
}
