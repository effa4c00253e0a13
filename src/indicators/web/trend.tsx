import { lazy, Suspense } from "react";
import { DataTable } from "../../web/design/data/data-table.tsx";
import { Section } from "../../web/design/layout.tsx";
import { dayText } from "../../web/design/format.ts";
import { useText } from "../../web/text/text.tsx";
import type { Board } from "../contract.ts";
import classes from "./board.module.css";

const TrendChart = lazy(() => import("./trend-chart.tsx"));

type Point = Board["trend"][number];

/** Rates of the last years as lines with their table; the line breaks where the standard changed. */
export function Trend({ board }: { board: Board }) {
  const t = useText();
  const known = board.trend.filter((point) => Object.values(point.figures).some((figure) => figure.value !== null));
  const cell = (point: Point, id: string): string => point.figures[id]?.text ?? "—";
  const plan = board.tiles.find((tile) => tile.indicator === "poverty.poor_rate")?.plan?.value;
  return (
    <Section title={t("indicators.trend")}>
      <div className={classes["beside"]}>
        {known.length > 1 && (
          <Suspense fallback={<div className={classes["chart"]} />}>
            <TrendChart points={board.trend} plan={plan === undefined ? null : Number(plan)} />
          </Suspense>
        )}
        <DataTable
          label={t("indicators.trend")}
          name="trend"
          local
          rows={board.trend}
          rowKey={(point) => String(point.year)}
          columns={[
            { key: "year", label: t("indicators.year"), main: true, nowrap: true, render: (point) => String(point.year) },
            { key: "on", label: t("indicators.onDay"), nowrap: true, render: (point) => dayText(point.on) },
            { key: "poor", label: t("indicators.poorRate"), align: "end", render: (point) => <span className="numbers">{cell(point, "poverty.poor_rate")}</span> },
            { key: "near", label: t("indicators.nearRate"), align: "end", render: (point) => <span className="numbers">{cell(point, "poverty.near_poor_rate")}</span> },
            { key: "ruleset", label: t("indicators.ruleset"), render: (point) => point.ruleset ?? "—" },
          ]}
        />
      </div>
    </Section>
  );
}
