import { type Decimal, decimal, decimalText, divide, type Fraction, isZero, type Quantity, roundHalfUp, subtract } from "./decimal.ts";
import { AppError } from "./error.ts";
import { type DecimalFormat, formatDecimal } from "./text/number.ts";

export { type Decimal, type Fraction, type Quantity, roundHalfUp } from "./decimal.ts";
export { formatDecimal } from "./text/number.ts";

/** A share of a whole in percent: 2.354 of 41.504 households = 5,67%. */
export interface Rate {
  readonly kind: "rate";
  readonly percent: Decimal;
}
/** A result in percent of its plan, or of the same period: 142,1% means the plan and 42,1% more. */
export interface PercentOfPlan {
  readonly kind: "percent-of-plan";
  readonly percent: Decimal;
}
/** The difference of two rates in percentage points, now less previous: negative when the rate fell. */
export interface Points {
  readonly kind: "points";
  readonly points: Decimal;
}
/** Growth against the earlier number in percent, now less previous: -27,66% means 27,66% fewer. */
export interface RelativeChange {
  readonly kind: "relative-change";
  readonly percent: Decimal;
}
export type Ratio = Rate | PercentOfPlan | Points | RelativeChange;

/** part/whole in percent; null when the whole is 0. Nothing is assumed of part ≤ whole. */
export function rate(part: Quantity, whole: Quantity, decimals: number): Rate | null {
  const percent = percentage(part, whole, decimals);
  return percent && { kind: "rate", percent };
}

/** actual/plan in percent; null when the plan is 0. Points against a plan in points go in as `points.points`. */
export function percentOf(actual: Quantity, plan: Quantity, decimals: number): PercentOfPlan | null {
  const percent = percentage(actual, plan, decimals);
  return percent && { kind: "percent-of-plan", percent };
}

/** (now - previous)/previous in percent; null when previous is 0. */
export function relativeChange(previous: Quantity, now: Quantity, decimals: number): RelativeChange | null {
  const percent = percentage(subtract(now, previous), previous, decimals);
  return percent && { kind: "relative-change", percent };
}

/** now - previous of the two ROUNDED rates, as reports print it (5,67 - 7,96 = -2,29), with the finer of their decimals. */
export function pointsBetween(previous: Rate, now: Rate): Points {
  const scale = Math.max(previous.percent.scale, now.percent.scale);
  return { kind: "points", points: { units: unitsAt(now.percent, scale) - unitsAt(previous.percent, scale), scale } };
}

/** The difference of the two UNROUNDED rates, rounded once; null when a whole is 0. */
export function pointsBetweenRaw(
  previousPart: Quantity,
  previousWhole: Quantity,
  nowPart: Quantity,
  nowWhole: Quantity,
  decimals: number,
): Points | null {
  const exact = exactPoints(previousPart, previousWhole, nowPart, nowWhole);
  return exact && { kind: "points", points: roundHalfUp(exact.n, exact.d, decimals) };
}

/** The difference of the two unrounded rates in points, exact: for a percentage of plan that rounds only at its end. */
export function exactPoints(previousPart: Quantity, previousWhole: Quantity, nowPart: Quantity, nowWhole: Quantity): Fraction | null {
  if (isZero(previousWhole) || isZero(nowWhole)) return null;
  return divide(subtract(divide(nowPart, nowWhole), divide(previousPart, previousWhole)), { n: 1n, d: 100n });
}

/** The same change told the other way round: a rate that changed by -2,29 points fell by 2,29 points. */
export function reduction(change: Points): Points {
  return { kind: "points", points: { units: -change.points.units, scale: change.points.scale } };
}

/** The printed number of a ratio, whatever its kind. */
export const valueOf = (ratio: Ratio): Decimal => (ratio.kind === "points" ? ratio.points : ratio.percent);

/** "142,1%", no space before the sign. */
export function formatPercent(ratio: Rate | PercentOfPlan | RelativeChange, format?: DecimalFormat): string {
  return `${formatDecimal(ratio.percent, format)}%`;
}

/** "2,29 điểm phần trăm", or "2,29 điểm %" in tables. */
export function formatPoints(change: Points, length: "long" | "short" = "long", format?: DecimalFormat): string {
  return `${formatDecimal(change.points, format)} ${length === "long" ? "điểm phần trăm" : "điểm %"}`;
}

/** The form in JSON: {kind: "rate", value: "5.67", decimals: 2}. */
export interface RatioJson<Kind extends Ratio["kind"] = Ratio["kind"]> {
  readonly kind: Kind;
  readonly value: string;
  readonly decimals: number;
}

export function ratioToJson<R extends Ratio>(ratio: R): RatioJson<R["kind"]> {
  const value = valueOf(ratio);
  return { kind: ratio.kind, value: decimalText(value), decimals: value.scale };
}

/** @throws AppError invalid "decimal.invalid", or "ratio.decimals" when the text has other decimals than stated */
export function ratioFromJson<Kind extends Ratio["kind"]>(json: RatioJson<Kind>): Extract<Ratio, { kind: Kind }> {
  const value = decimal(json.value);
  if (value.scale !== json.decimals) throw new AppError("invalid", "ratio.decimals", { decimals: json.decimals, value: json.value });
  const ratio: unknown = json.kind === "points" ? { kind: json.kind, points: value } : { kind: json.kind, percent: value };
  return ratio as Extract<Ratio, { kind: Kind }>;
}

function percentage(part: Quantity, whole: Quantity, decimals: number): Decimal | null {
  if (isZero(whole)) return null;
  const { n, d } = divide(part, whole);
  return roundHalfUp(100n * n, d, decimals);
}

const unitsAt = (value: Decimal, scale: number): bigint => value.units * 10n ** BigInt(scale - value.scale);
