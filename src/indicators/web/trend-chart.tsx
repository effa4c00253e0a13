import { CartesianGrid, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useText } from "../../web/text/text.tsx";
import type { Board } from "../contract.ts";
import classes from "./board.module.css";

type Point = Board["trend"][number];

const rateOf = (point: Point, id: string): number | null => {
  const value = point.figures[id]?.value;
  return value === null || value === undefined ? null : Number(value);
};

/** Years in which another standard was used than in the year before. */
const breaks = (points: readonly Point[]): number[] =>
  points.filter((point, i) => point.ruleset && points[i - 1]?.ruleset && points[i - 1]!.ruleset !== point.ruleset).map((point) => point.year);

/** Two lines told apart by stroke and mark, readable in grey; the numbers stand in the table beside it. */
export default function TrendChart({ points, plan }: { points: readonly Point[]; plan: number | null }) {
  const t = useText();
  const data = points.map((point) => ({ year: point.year, poor: rateOf(point, "poverty.poor_rate"), near: rateOf(point, "poverty.near_poor_rate") }));
  const line = { type: "linear" as const, stroke: "var(--ink)", strokeWidth: 2, isAnimationActive: false, connectNulls: false };
  return (
    <figure className={classes["chart"]}>
      <div className={classes["plot"]} role="img" aria-label={t("indicators.trend.picture")}>
        <ResponsiveContainer width="100%" height={240}>
          <LineChart data={data} margin={{ top: 16, right: 16, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="year" stroke="var(--line-strong)" tick={{ fill: "var(--ink-soft)", fontSize: 13 }} padding={{ left: 24, right: 24 }} />
            <YAxis stroke="var(--line-strong)" tick={{ fill: "var(--ink-soft)", fontSize: 13 }} tickFormatter={(value: number) => `${String(value).replace(".", ",")}%`} width={52} />
            {plan !== null && <ReferenceLine y={plan} stroke="var(--accent)" strokeDasharray="2 4" />}
            {breaks(points).map((year) => (
              <ReferenceLine key={year} x={year} stroke="var(--line-strong)" strokeDasharray="6 4" label={{ value: t("indicators.trend.break"), position: "top", fill: "var(--ink-soft)", fontSize: 12 }} />
            ))}
            <Line {...line} dataKey="poor" dot={{ r: 5, fill: "var(--ink)" }} />
            <Line {...line} dataKey="near" strokeDasharray="6 4" dot={{ r: 5, fill: "var(--surface)", strokeDasharray: "0" }} />
          </LineChart>
        </ResponsiveContainer>
      </div>
      <figcaption className={classes["legend"]}>
        <span><svg className={classes["mark"]} aria-hidden="true"><line x1="0" x2="28" y1="6" y2="6" /><circle cx="14" cy="6" r="4" /></svg>{t("indicators.poorRate")}</span>
        <span><svg className={classes["mark"]} aria-hidden="true"><line x1="0" x2="28" y1="6" y2="6" strokeDasharray="6 4" /><circle className={classes["hollow"]} cx="14" cy="6" r="4" /></svg>{t("indicators.nearRate")}</span>
        {plan !== null && <span><svg className={classes["mark"]} aria-hidden="true"><line className={classes["planned"]} x1="0" x2="28" y1="6" y2="6" strokeDasharray="2 4" /></svg>{t("indicators.trend.plan")}</span>}
      </figcaption>
    </figure>
  );
}
