import { CartesianGrid, LabelList, Line, LineChart, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { useText } from "../../../web/text/text.tsx";
import classes from "./board.module.css";
import { SERIES, type SeriesKey, type TrendRow } from "./trend-data.ts";

interface Drawn {
  readonly year: number;
  readonly [part: string]: number | string | null;
}

const inkSoft = "var(--ink-soft)";
const TICK = { fill: inkSoft, fontSize: 13 };
const percent = (value: unknown): string => `${String(value).replace(".", ",").replace("-", "−")}%`;

/** One line for each standard, so that nothing connects rates that are not compared. */
function drawnRows(rows: readonly TrendRow[]): { readonly drawn: Drawn[]; readonly runs: number } {
  let run = 0;
  const drawn = rows.map((row): Drawn => {
    if (row.breaks) run++;
    const parts = SERIES.flatMap(({ key }) => [
      [`${key}${run}`, row.figures[key].value === null ? null : Number(row.figures[key].value)],
      [`${key}Text${run}`, row.figures[key].text],
      [`${key}Plan`, row.targets[key] === null ? null : Number(row.targets[key].value)],
    ]);
    return { year: row.year, ...Object.fromEntries(parts) } as Drawn;
  });
  return { drawn, runs: run + 1 };
}

interface Dot {
  readonly cx?: number;
  readonly cy?: number;
  readonly value?: number | null;
  readonly key?: unknown;
}

/** A plan is a level tick, as in the bars. */
const planTick = ({ cx, cy, value, key }: Dot) => (cx === undefined || cy === undefined || typeof value !== "number" ? <g key={String(key)} /> : <line key={String(key)} x1={cx - 12} x2={cx + 12} y1={cy} y2={cy} stroke="var(--accent-ink)" strokeWidth={3} />);

const LOOK: Readonly<Record<SeriesKey, { dash: string; fill: string }>> = { poor: { dash: "0", fill: "var(--ink)" }, near: { dash: "6 4", fill: "var(--surface)" } };

/** Told apart by stroke and mark, readable in grey; the table beside it says the same. */
export default function TrendChart({ rows, nameOf }: { rows: readonly TrendRow[]; nameOf: (id: string) => string }) {
  const t = useText();
  const { drawn, runs } = drawnRows(rows);
  const planned = SERIES.filter(({ key }) => rows.some((row) => row.targets[key] !== null));
  return (
    <figure className={classes["chart"]}>
      <div className={classes["plot"]} role="img" aria-label={t("indicators.board.trend.picture", { from: String(rows[0]!.year), to: String(rows.at(-1)!.year) })}>
        <ResponsiveContainer width="100%" height={260} initialDimension={{ width: 320, height: 260 }}>
          <LineChart data={drawn} margin={{ top: 24, right: 24, bottom: 4, left: 0 }} accessibilityLayer={false}>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <XAxis dataKey="year" stroke="var(--line-strong)" tick={TICK} padding={{ left: 32, right: 32 }} />
            <YAxis stroke="var(--line-strong)" tick={TICK} tickFormatter={percent} width={52} domain={[0, "auto"]} />
            {rows.filter((row) => row.breaks).map(({ year, ruleset }) => (
              <ReferenceLine key={year} x={year} stroke={inkSoft} strokeDasharray="2 3" label={{ value: t("indicators.board.trend.newRuleset", { ruleset: ruleset ?? "" }), position: "top", fill: inkSoft, fontSize: 12 }} />
            ))}
            {planned.map(({ key }) => (
              <Line key={`${key}Plan`} dataKey={`${key}Plan`} stroke="var(--accent-ink)" strokeWidth={1} strokeDasharray="1 4" dot={planTick} activeDot={false} isAnimationActive={false} connectNulls={false} />
            ))}
            {Array.from({ length: runs }, (_, run) =>
              SERIES.map(({ key }) => (
                <Line
                  key={key + run} dataKey={key + run} stroke="var(--ink)" strokeWidth={2} strokeDasharray={LOOK[key].dash} isAnimationActive={false} activeDot={false} connectNulls={false}
                  dot={{ r: 5, fill: LOOK[key].fill, strokeDasharray: "0" }}
                >
                  <LabelList dataKey={`${key}Text${run}`} position={key === "poor" ? "bottom" : "top"} offset={10} fill="var(--ink)" fontSize={13} />
                </Line>
              )),
            )}
          </LineChart>
        </ResponsiveContainer>
      </div>
      <figcaption className={classes["legend"]}>
        {SERIES.map(({ key, rate }) => (
          <span key={key}>
            <svg className={`${classes["key"]} ${classes[key]}`} aria-hidden="true"><line x1="0" x2="24" y1="7" y2="7" /><circle cx="12" cy="7" r="4" /></svg>
            {nameOf(rate)}
          </span>
        ))}
        {planned.length > 0 && (
          <span>
            <svg className={classes["key"]} aria-hidden="true"><line className={classes["target"]} x1="0" x2="24" y1="7" y2="7" /></svg>
            {t("indicators.board.trend.plan")}
          </span>
        )}
      </figcaption>
    </figure>
  );
}
