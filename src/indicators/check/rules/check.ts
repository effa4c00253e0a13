import { compareQuantities, type Fraction, subtract } from "../../../kernel/decimal.ts";
import { comparisonClaim } from "./comparison-claim.ts";
import { sliceHints } from "./hints.ts";
import { absolute, atMost, multiply } from "./interval.ts";
import { judge } from "./judge.ts";
import { judgeLevelPlan } from "./level-plan.ts";
import type { ClaimInput, NumberInput } from "./model.ts";
import { type Behind, readOperand, readOutcome, type Source } from "./numbers.ts";
import { exactOf, type Operand, textIn } from "./operand.ts";
import { finding, type Outcome, unknown } from "./outcome.ts";
import { differenceClaim, pointsClaim } from "./points-claim.ts";
import { type Printed, type PrintedOptions, writeExact } from "./printed.ts";
import { judgeRange, judgeSame } from "./range-claim.ts";
import { averageClaim, type Given, rateClaim } from "./ratio-claims.ts";
import { exactly } from "./reading.ts";
import type { ReadingClaim } from "./reading-claim.ts";
import { judgeShared, type PartRate } from "./shared-denominator.ts";
import { judgeSum, sumBehind, type SumClaim } from "./sum-claim.ts";
import { unitsClash } from "./unit-guard.ts";
import { readWording, type Wording, wordingInSentence } from "./wording.ts";

const TERM_YEARS = 5;
const EXACT = { exact: true };

/** The verdict on one claim. `path` is where it stands in the input, for errors. @throws AppError invalid "check.…" */
export function checkClaim(claim: ClaimInput, path: string, source: Source): Outcome {
  const number = numbersOf(path, source);
  const outcome = readOutcome(claim.printed, `${path}.printed`, source);
  switch (claim.type) {
    case "sum":
      return judgeSum(sumClaim(claim, path, source));
    case "levelPlan": {
      const actual = number("actual", claim.actual);
      const percent = namesLevel(outcome, actual) ? undefined : outcome;
      return judgeLevelPlan({
        actual,
        plan: number("plan", claim.plan, EXACT),
        base: number("base", claim.base),
        better: claim.better ?? "down",
        printed: percent,
        wording: wordingOf(claim, percent),
      });
    }
    case "sharedDenominator":
      return judgeShared({ rates: ratesOf(claim, path, source), whole: number("whole", claim.whole) });
    case "range":
      return judgeRange({
        value: number("value", claim.value),
        min: number("min", claim.min, EXACT),
        max: number("max", claim.max, EXACT),
        printed: outcome,
      });
    case "same":
      return judgeSame(list(claim.values, `${path}.values`, source).flatMap((operand) => (operand ? [operand.printed] : [])));
    default: {
      const reading = readingClaim(claim, path, source)!;
      return unitsClash(claim.type, reading) ? unknown(finding("unitsMixed")) : withGuards(claim, reading, judge(reading));
    }
  }
}

function sumClaim(claim: ClaimInput, path: string, source: Source): SumClaim {
  return {
    parts: list(claim.parts, `${path}.parts`, source),
    minus: list(claim.minus, `${path}.minus`, source),
    total: readOperand(claim.total ?? claim.printed, `${path}.total`, source),
    complete: claim.complete ?? true,
  };
}

/** How a claim makes its number of two others; undefined for the types that do not. */
export function readingClaim(claim: ClaimInput, path: string, source: Source): ReadingClaim | undefined {
  const number = numbersOf(path, source);
  const printed = readOutcome(claim.printed, `${path}.printed`, source);
  const given = (now: Operand | undefined, base: Operand | undefined): Given => ({
    now,
    base,
    printed,
    wording: wordingOf(claim, printed),
  });
  const periods = { now: "now", base: "previous" };
  switch (claim.type) {
    case "rate":
    case "share":
      return rateClaim(given(number("part", claim.part), number("whole", claim.whole)));
    case "average":
      return averageClaim(given(number("total", claim.total), number("count", claim.count, EXACT)));
    case "points":
      return pointsClaim(given(number("now", claim.now), number("previous", claim.previous)));
    case "difference": {
      const pair = given(number("to", claim.to), number("from", claim.from));
      const rates = [pair.now, pair.base].every((operand) => operand?.printed.unit.kind === "percent");
      return rates ? { ...pointsClaim(pair), fields: { now: "to", base: "from" } } : differenceClaim(pair);
    }
    case "percentOfSamePeriod":
      return comparisonClaim("period", periods, given(number("now", claim.now), number("previous", claim.previous)), () => []);
    case "relativeChange":
      return comparisonClaim("relative", periods, given(number("now", claim.now), number("previous", claim.previous)), () => []);
    case "percentOfPlan":
      return planClaim(claim, given(number("actual", claim.actual), number("plan", claim.plan, EXACT)));
    default:
      return undefined;
  }
}

function planClaim(claim: ClaimInput, given: Given): ReadingClaim {
  const years = claim.termYears ?? TERM_YEARS;
  const slice = claim.denominatorKind === "termAnnualSlice";
  const plan = given.base && slice ? yearly(given.base, years) : given.base;
  const built: ReadingClaim = comparisonClaim("plan", { now: "actual", base: "plan" }, { ...given, base: plan }, (printed) =>
    given.now && plan && !slice ? sliceHints(given.now, plan, years, printed, built.expected[0]!) : [],
  );
  return built;
}

/** The yearly part of a plan over several years. */
function yearly({ printed }: Operand, years: number): Operand {
  const value = multiply(printed.value, { n: 1n, d: BigInt(years) });
  return { printed: { ...printed, value, text: `${writeExact(value)} (${printed.text} / ${years})`, exact: true } };
}

/** A share cannot exceed its whole, however well the division comes out. */
function withGuards(claim: ClaimInput, { now, base }: ReadingClaim, outcome: Outcome): Outcome {
  if ((claim.type !== "rate" && claim.type !== "share") || !now || !base || base.printed.value.n <= 0n) return outcome;
  const part = now.printed.value;
  if (part.n * base.printed.value.d <= base.printed.value.n * part.d) return outcome;
  const reason = finding("partExceedsWhole", { part: now.printed.text, whole: base.printed.text });
  const { suggestion: _, ...rest } = outcome;
  return { ...rest, verdict: "inconsistent", reasons: [reason, ...outcome.reasons] };
}

/**
 * The unrounded number that a claim gives, when all that it is made from is exact: a figure printed by one claim can then be
 * followed into another by both orders of rounding. Of two meanings the one nearer to the print.
 */
export function rawOf(claim: ClaimInput, path: string, source: Source): Behind | undefined {
  if (claim.type === "sum") return (claim.complete ?? true) ? sumBehind(sumClaim(claim, path, source)) : undefined;
  const reading = readingClaim(claim, path, source);
  if (!reading?.now || !reading.base) return undefined;
  const [now, base] = [exactOf(reading.now), exactOf(reading.base)];
  if (!now || !base) return undefined;
  const texts = [textIn(reading.now, "raw"), textIn(reading.base, "raw")] as const;
  const printed = reading.printed === "dash" ? undefined : reading.printed?.value;
  const found = reading.expected.flatMap((meaning) => {
    const raw = exactly(meaning, now, base);
    return raw ? [{ raw, rawText: meaning.formula(...texts) }] : [];
  });
  const distance = (raw: Fraction): Fraction => absolute(subtract(raw, printed ?? raw));
  // a fall too small to show ("0,00 điểm %") is as near with either sign: the last one, a change upwards, stands for its size
  found.sort((a, b) => compareQuantities(a.raw, b.raw));
  return found.reduce<Behind | undefined>(
    (best, next) => (best && !atMost(distance(next.raw), distance(best.raw)) ? best : next),
    undefined,
  );
}

/** Words given for the number decide; else those printed with it, else those before it in the sentence. */
/** "còn 5,67%, đạt kế hoạch": the outcome is the level itself, not a percentage of the plan. */
const namesLevel = (outcome: Printed | "dash" | undefined, actual: Operand | undefined): boolean =>
  outcome !== undefined && outcome !== "dash" && actual !== undefined && outcome.unit.kind === actual.printed.unit.kind && compareQuantities(outcome.value, actual.printed.value) === 0;

function wordingOf({ type, wording, text }: ClaimInput, printed: Printed | "dash" | undefined): Wording | undefined {
  if (wording !== undefined) return readWording(wording);
  if (printed === undefined || printed === "dash") return type === "levelPlan" && text !== undefined ? readWording(text) : undefined;
  return printed.wording ?? (text === undefined ? undefined : wordingInSentence(text, printed.text));
}

type ReadNumber = (field: string, input: NumberInput | undefined, options?: PrintedOptions) => Operand | undefined;
const numbersOf =
  (path: string, source: Source): ReadNumber =>
  (field, input, options) =>
    readOperand(input, `${path}.${field}`, source, options);

const list = (inputs: readonly NumberInput[] | undefined, path: string, source: Source): readonly (Operand | undefined)[] =>
  (inputs ?? []).map((input, index) => readOperand(input, `${path}[${index}]`, source));

function ratesOf({ rates = [] }: ClaimInput, path: string, source: Source): PartRate[] {
  return rates.flatMap((rate, index) => {
    const at = `${path}.rates[${index}]`;
    const part = readOperand(rate.part, `${at}.part`, source);
    const printed = readOutcome(rate.printed, `${at}.printed`, source);
    return part && printed && printed !== "dash" ? [{ part, printed }] : [];
  });
}
