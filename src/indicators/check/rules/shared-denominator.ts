import { divide, type Fraction } from "../../../kernel/decimal.ts";
import { add, equal, greatest, type Interval, intersect, multiply, over, point } from "./interval.ts";
import { judge, writtenInterval } from "./judge.ts";
import { stepsIn, telling } from "./implied.ts";
import { reproduces } from "./match.ts";
import { exactOf, type Operand, rangeOf } from "./operand.ts";
import { finding, type Implied, type Outcome, unknown } from "./outcome.ts";
import { cutLike, type Printed, spread } from "./printed.ts";
import { factorOf, rateClaim } from "./ratio-claims.ts";
import { exactly, ratioReading } from "./reading.ts";

export interface PartRate {
  readonly part: Operand;
  readonly printed: Printed;
}
export interface SharedDenominator {
  readonly rates: readonly PartRate[];
  readonly whole?: Operand | undefined;
}

/** Several rates told of one whole: some whole must give them all. With the whole printed each is checked against it. */
export function judgeShared({ rates, whole }: SharedDenominator): Outcome {
  if (rates.length < 2 && !whole) return unknown(finding("missing", { fields: "rates, whole" }));
  if (whole) return judgeAgainst(rates, whole);
  const common = commonWhole(rates, rounded);
  if (common) return { ...unknown(finding("shared.found")), verdict: "consistent", implied: common };
  const loose = commonWhole(rates, roundedOrCut);
  if (loose) return { ...unknown(finding("shared.cut")), verdict: "rounding", implied: loose };
  const odd =
    rates.length < 3
      ? []
      : rates.filter((left) =>
          commonWhole(
            rates.filter((rate) => rate !== left),
            rounded,
          ),
        );
  const hints = odd.length === 1 ? [finding("hint.oddRate", { part: odd[0]!.part.printed.text, printed: odd[0]!.printed.text })] : [];
  const ranges = rates.map(
    ({ part, printed }) => `${part.printed.text} (${printed.text}): ${rangeText(wholesOf({ part, printed }, spread(printed)))}`,
  );
  return { ...unknown(finding("shared.none", { ranges: ranges.join("; ") })), verdict: "inconsistent", hints };
}

/** The worst verdict of the rates, with the reasons of those that have it. */
function judgeAgainst(rates: readonly PartRate[], whole: Operand): Outcome {
  const outcomes = rates.map(({ part, printed }) => ({ printed, outcome: judge(rateClaim({ now: part, base: whole, printed })) }));
  const order = ["inconsistent", "misworded", "rounding", "unknown", "consistent"] as const;
  const verdict = order.find((wanted) => outcomes.some(({ outcome }) => outcome.verdict === wanted)) ?? "consistent";
  const worst = outcomes.filter(({ outcome }) => outcome.verdict === verdict).map(({ outcome }) => outcome);
  const reasons =
    verdict === "consistent" ? [finding("shared.fits", { whole: whole.printed.text })] : worst.flatMap((outcome) => outcome.reasons);
  const common = verdict === "inconsistent" ? commonWhole(rates, rounded) : undefined;
  return {
    verdict,
    reasons: common ? [...reasons, finding("shared.another", { whole: whole.printed.text })] : reasons,
    computed: outcomes.flatMap(({ outcome }) => outcome.computed),
    hints: worst.flatMap((outcome) => outcome.hints),
    ...(common && { implied: common }),
  };
}

type Rule = { readonly result: (printed: Printed) => Interval; readonly holds: (printed: Printed, value: Fraction) => boolean };
const rounded: Rule = { result: spread, holds: reproduces };
const roundedOrCut: Rule = {
  result: (printed) => ({ low: spread(printed).low, high: add(printed.value, printed.step) }),
  holds: (printed, value) => reproduces(printed, value) || equal(cutLike(value, printed), printed.value),
};

/** More households than there are people on earth: "0%" of a part sets no upper end. */
const NO_END = point(10n ** 12n).low;

function wholesOf({ part, printed }: PartRate, result: Interval): Interval {
  const top = multiplied(rangeOf(part), factorOf(printed));
  return over(top, result) ?? { low: divide(top.low, greatest(result.high, printed.step)), high: NO_END };
}
const multiplied = ({ low, high }: Interval, factor: number): Interval => ({
  low: multiply(low, { n: BigInt(factor), d: 1n }),
  high: multiply(high, { n: BigInt(factor), d: 1n }),
});

function commonWhole(rates: readonly PartRate[], rule: Rule): Implied | undefined {
  let common: Interval | undefined;
  for (const rate of rates) {
    const range = wholesOf(rate, rule.result(rate.printed));
    const next: Interval | undefined = common ? intersect(common, range) : range;
    if (!next) return undefined;
    common = next;
  }
  if (!common) return undefined;
  const told = { of: "whole", ...writtenInterval(common), ...(equal(common.high, NO_END) && { high: "…" }) };
  if (!rates.every(({ part }) => exactOf(part) && part.printed.unit.kind !== "money")) return told;
  const holds = (whole: Fraction): boolean => rates.every(({ part, printed }) => holdsFor(rule, part, printed, whole));
  const candidates = stepsIn(common, point(1).low, holds);
  if (candidates.count === 0) return undefined;
  return { ...told, ...telling(candidates) };
}

function holdsFor(rule: Rule, part: Operand, printed: Printed, whole: Fraction): boolean {
  const value = exactly(ratioReading("level", factorOf(printed)), exactOf(part)!, whole);
  return value !== undefined && rule.holds(printed, value);
}

function rangeText(range: Interval): string {
  const { low, high } = writtenInterval(range);
  return `${low} – ${high}`;
}
