import { decimal, decimalText } from "../../../kernel/decimal.ts";
import type { Board, FigureView, PlanView } from "../../contract.ts";

export const SERIES = [
  { key: "poor", rate: "poverty.poor_rate", fall: "poverty.rate_reduction_points" },
  { key: "near", rate: "poverty.near_poor_rate", fall: "poverty.near_rate_reduction_points" },
] as const;
export type SeriesKey = (typeof SERIES)[number]["key"];

/** The rate that a plan leads to: planned itself, or the rate a year before less the planned fall. `value` is machine text. */
export interface Target {
  readonly value: string;
  readonly plan: PlanView;
}

export interface TrendRow {
  readonly year: number;
  readonly on: string;
  readonly ruleset: string | null;
  /** another standard than before it: rates on both sides are not compared */
  readonly breaks: boolean;
  readonly figures: Readonly<Record<SeriesKey, FigureView>>;
  readonly targets: Readonly<Record<SeriesKey, Target | null>>;
}

/** Of several plans for a year that of the latest document counts, as everywhere in the program. */
function standing(plans: readonly PlanView[], indicator: string, year: number): PlanView | undefined {
  const key = (plan: PlanView): string => `${plan.documentDate ?? ""} ${plan.recordedAt} ${plan.id}`;
  return plans.filter((plan) => !plan.voided && plan.indicator === indicator && plan.year === year && plan.toYear === null).toSorted((a, b) => (key(a) < key(b) ? 1 : -1))[0];
}

function lessPoints(rate: string, points: string): string {
  const [a, b] = [decimal(rate), decimal(points)];
  const scale = Math.max(a.scale, b.scale);
  const at = ({ units, scale: own }: typeof a): bigint => units * 10n ** BigInt(scale - own);
  return decimalText({ units: at(a) - at(b), scale });
}

function targetOf(plans: readonly PlanView[], { rate, fall }: (typeof SERIES)[number], year: number, rateBefore: string | null): Target | null {
  const planned = standing(plans, rate, year);
  if (planned) return { value: planned.value, plan: planned };
  const reduction = standing(plans, fall, year);
  return reduction && rateBefore !== null ? { value: lessPoints(rateBefore, reduction.value), plan: reduction } : null;
}

/** The years from the first one that has a rate or a target on, each with its targets and where the standard changed. */
export function trendRows(trend: Board["trend"], plans: readonly PlanView[]): TrendRow[] {
  let ruleset: string | null = null;
  const rows = trend.map((point, i): TrendRow => {
    const breaks = ruleset !== null && point.ruleset !== null && point.ruleset !== ruleset;
    ruleset = point.ruleset ?? ruleset;
    const each = <T>(give: (series: (typeof SERIES)[number]) => T): Record<SeriesKey, T> => Object.fromEntries(SERIES.map((series) => [series.key, give(series)])) as Record<SeriesKey, T>;
    const rateBefore = (id: string): string | null => trend[i - 1]?.figures[id]?.value ?? null;
    return {
      year: point.year, on: point.on, ruleset: point.ruleset, breaks,
      figures: each(({ rate }) => point.figures[rate]!),
      targets: each((series) => targetOf(plans, series, point.year, rateBefore(series.rate))),
    };
  });
  const first = rows.findIndex(({ figures, targets }) => SERIES.some(({ key }) => figures[key].value !== null || targets[key] !== null));
  return first < 0 ? [] : rows.slice(first);
}
