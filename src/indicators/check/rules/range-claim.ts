import { atMost, contains, equal, intersect, isPoint } from "./interval.ts";
import { reproduces } from "./match.ts";
import { type Operand, rangeOf } from "./operand.ts";
import { finding, type Finding, type Outcome, unknown } from "./outcome.ts";
import { cutLike, type Printed, roundLike, spread, writeLike } from "./printed.ts";

export interface RangeClaim {
  readonly value?: Operand | undefined;
  readonly min?: Operand | undefined;
  readonly max?: Operand | undefined;
  /** "hơn 500 lao động", "không quá 35 học viên". */
  readonly printed?: Printed | "dash" | undefined;
}

/** A number within stated bounds, or told roughly. */
export function judgeRange({ value, min, max, printed }: RangeClaim): Outcome {
  const print = printed === "dash" ? undefined : printed;
  const low = print?.about === "atLeast" ? print : min?.printed;
  const high = print?.about === "atMost" ? print : max?.printed;
  if (!value || (!low && !high && !print)) return unknown(finding("missing", { fields: value ? "min, max" : "value" }));
  const about = print && print.about !== "atLeast" && print.about !== "atMost" ? judgeTold(value, print) : undefined;
  const bounds = low || high ? judgeBounds(value, low, high) : undefined;
  return worse(about, bounds)!;
}

function judgeBounds(value: Operand, low: Printed | undefined, high: Printed | undefined): Outcome {
  const told = value.printed.value;
  const data = { value: value.printed.text, min: low?.text ?? "", max: high?.text ?? "" };
  const below = low !== undefined && !atMost(low.value, told);
  const above = high !== undefined && !atMost(told, high.value);
  if (!below && !above) return { ...unknown(finding("range.within", data)), verdict: "consistent" };
  const range = rangeOf(value);
  const touches = below ? atMost(low.value, range.high) : atMost(range.low, high!.value);
  if (touches && !isPoint(range)) return { ...unknown(finding("rounding.possible")), verdict: "rounding" };
  return { ...unknown(finding(below ? "range.below" : "range.above", data)), verdict: "inconsistent" };
}

/** "hơn 500" of 527; without such a word, the number itself in the precision told. */
function judgeTold(value: Operand, printed: Printed): Outcome {
  if (!printed.about) return judgeSame([value.printed, printed]);
  const range = spread(printed);
  if (contains(range, value.printed.value)) return { ...unknown(finding("range.told")), verdict: "consistent" };
  const data = { value: value.printed.text, printed: printed.text };
  return { ...unknown(finding("range.toldWrong", data)), verdict: "inconsistent" };
}

/** One figure printed in several places: each must be the finest one rounded to its own places. */
export function judgeSame(values: readonly Printed[]): Outcome {
  if (values.length < 2) return unknown(finding("missing", { fields: "values" }));
  const finest = values.reduce((a, b) => (isFiner(b, a) ? b : a));
  return values
    .filter((value) => value !== finest)
    .map((value) => compare(finest, value))
    .reduce((a, b) => worse(a, b)!);
}

/** A number told roughly is measured by one that is not. */
function isFiner(a: Printed, b: Printed): boolean {
  if ((a.about === undefined) !== (b.about === undefined)) return a.about === undefined;
  return atMost(a.step, b.step) && !equal(a.step, b.step);
}

function compare(finest: Printed, other: Printed): Outcome {
  if (reproduces(other, finest.value)) return { ...unknown(finding("same")), verdict: "consistent" };
  const data = { one: finest.text, other: other.text };
  if (!equal(finest.step, other.step) && intersect(spread(finest), spread(other))) return rounding(finding("rounding.possible"));
  if (equal(cutLike(finest.value, other), other.value)) return rounding(finding("rounding.cutShort"));
  const suggestion = equal(finest.step, other.step)
    ? {}
    : { suggestion: finding("write", { text: writeLike(roundLike(finest.value, other), other) }) };
  return { ...unknown(finding("same.differs", data)), verdict: "inconsistent", ...suggestion };
}

const rounding = (reason: Finding): Outcome => ({ ...unknown(reason), verdict: "rounding" });

const SEVERITY = ["consistent", "unknown", "rounding", "misworded", "inconsistent"];
function worse(a: Outcome | undefined, b: Outcome | undefined): Outcome | undefined {
  if (!a || !b) return a ?? b;
  return SEVERITY.indexOf(b.verdict) > SEVERITY.indexOf(a.verdict) ? b : a;
}
