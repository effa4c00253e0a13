import { divide, type Fraction, roundHalfUp } from "../../../kernel/decimal.ts";
import { formatDecimal } from "../../../kernel/text/number.ts";
import { add, atMost, ceiling, equal, floor, type Interval, isPoint, multiply } from "./interval.ts";
import { reproduces } from "./match.ts";
import { exactOf, type Operand, rangeOf } from "./operand.ts";
import { finding, type Finding, type Implied, type Outcome, unknown } from "./outcome.ts";
import { cutLike, type Printed, spread, writeExact } from "./printed.ts";
import { exactly, type Reading } from "./reading.ts";
import type { ReadingClaim } from "./reading-claim.ts";

/**
 * One of the two numbers is missing: what it must be for the print to hold, and which whole numbers (or multiples of the last
 * place printed) reproduce it. A count that no whole number explains is wrong whatever the missing one is.
 */
export function implied(claim: ReadingClaim, printed: Printed): Outcome {
  const { now, base, fields, wrongUnit } = claim;
  const missing = now ? fields.base : fields.now;
  const known = (now ?? base)!;
  const told = impliedOf(claim, printed, now ? "base" : "now", known);
  const reasons = [finding("missing", { fields: missing }), ...(told ? [impliedFinding(told)] : []), ...claim.notes];
  const outcome = { ...unknown(...reasons), ...(told && { implied: told }), hints: suspicions(claim, printed) };
  if (wrongUnit) return { ...outcome, reasons: [wrongUnit, ...reasons], verdict: "misworded" };
  const impossible = told?.candidates?.count === 0 && isWholeBy(claim, known) && !printed.about && !cutExplains(claim, known, printed);
  if (!told || !impossible) return outcome;
  return (
    otherWords(claim, printed, known) ?? {
      ...outcome,
      reasons: [finding("noWhole", { field: missing, low: told.low, high: told.high }), ...reasons],
      verdict: "inconsistent",
    }
  );
}

/** No whole number fits the words, but one fits other words: "vượt 118,2%" with 1.182 done can only mean that 118,2% was reached. */
function otherWords(claim: ReadingClaim, printed: Printed, known: Operand): Outcome | undefined {
  for (const { reading, code, verdict } of claim.others) {
    const told = impliedOf({ ...claim, expected: [reading] }, printed, claim.now ? "base" : "now", known);
    if (!told?.candidates || told.candidates.count === 0) continue;
    return { ...unknown(finding(code, { printed: printed.text }), impliedFinding(told)), verdict, implied: told };
  }
  return undefined;
}

/** What one of the two numbers must be for the print to hold, the other being as known. */
export function impliedOf(claim: ReadingClaim, printed: Printed, wanted: "now" | "base", known: Operand): Implied | undefined {
  const reading = claim.expected[0]!;
  const range = wanted === "base" ? reading.base(spread(printed), rangeOf(known)) : reading.now(spread(printed), rangeOf(known));
  if (!range || range.high.n < 0n) return undefined;
  const step = gridOf(claim, known);
  const fits = (value: Fraction): boolean => rebuilds(reading, wanted, known, value, (result) => reproduces(printed, result));
  const grid = step && stepsIn(range, step, isPoint(rangeOf(known)) ? fits : () => true);
  return { of: claim.fields[wanted], low: writeExact(range.low), high: writeExact(range.high), ...telling(grid) };
}

export function impliedFinding({ of, low, high, candidates }: Implied): Finding {
  const data = { field: of, low, high };
  if (!candidates || candidates.count === 0) return finding("implied", data);
  const { count, values, first, last } = candidates;
  return finding("implied.among", { ...data, values: count <= values.length ? values.join("; ") : `${first} – ${last}` });
}

/** "vượt 118,2%" of an unknown plan would be more than twice the plan: likelier that 118,2% was reached. */
function suspicions({ expected }: ReadingClaim, printed: Printed): Finding[] {
  const suspect = expected[0]!.name === "over" && printed.unit.kind === "percent" && atMost(100, printed.value);
  return suspect ? [finding("hint.overHundred", { printed: printed.text })] : [];
}

function isWholeBy({ whole }: ReadingClaim, { printed: { unit, exact } }: Operand): boolean {
  return whole && exact && (unit.kind === "count" || unit.kind === "none");
}

/** Whole numbers for what is counted, the last printed place for rates and points, nothing for money and averages. */
function gridOf(claim: ReadingClaim, known: Operand): Fraction | undefined {
  if (isWholeBy(claim, known)) return { n: 1n, d: 1n };
  const { unit, step } = known.printed;
  return unit.kind === "percent" || unit.kind === "points" ? step : undefined;
}

function rebuilds(reading: Reading, wanted: "now" | "base", known: Operand, value: Fraction, test: (result: Fraction) => boolean): boolean {
  const exact = exactOf(known) ?? known.printed.value;
  const result = wanted === "base" ? exactly(reading, exact, value) : exactly(reading, value, exact);
  return result !== undefined && test(result);
}

/** A print that was cut off instead of rounded: a whole number may explain it after all. */
function cutExplains(claim: ReadingClaim, known: Operand, printed: Printed): boolean {
  const reading = claim.expected[0]!;
  const cut = { low: printed.value, high: add(printed.value, printed.step) };
  const range = claim.now ? reading.base(cut, rangeOf(known)) : reading.now(cut, rangeOf(known));
  if (!range) return false;
  const wanted = claim.now ? "base" : "now";
  const test = (value: Fraction): boolean =>
    rebuilds(reading, wanted, known, value, (result) => equal(cutLike(result, printed), printed.value));
  return stepsIn(range, { n: 1n, d: 1n }, test).count > 0;
}

const LISTED = 10;
/** More candidates than this tell nothing. */
const TELLING = 1_000_000;

type Candidates = NonNullable<Implied["candidates"]>;

/** Candidates worth telling. */
export const telling = (candidates: Candidates | undefined): Pick<Implied, "candidates"> =>
  candidates && candidates.count <= TELLING ? { candidates } : {};

/** The multiples of a step (1, 0.1, 0.01 …) in a range; those at its ends only when they fit (half open by rounding half up). */
export function stepsIn({ low, high }: Interval, step: Fraction, fits: (value: Fraction) => boolean): Candidates {
  const at = (index: bigint): Fraction => multiply(step, { n: index, d: 1n });
  let first = ceiling(divide(low, step));
  let last = floor(divide(high, step));
  if (first < 0n) first = 0n;
  if (first <= last && !fits(at(first))) first += 1n;
  if (first <= last && !fits(at(last))) last -= 1n;
  const count = last < first ? 0 : Number(last - first) + 1;
  const write = (index: bigint): string => formatDecimal(roundHalfUp(index * step.n, step.d, step.d.toString().length - 1));
  const values = Array.from({ length: Math.min(count, LISTED) }, (_, index) => write(first + BigInt(index)));
  const ends = count === 0 ? { first: "", last: "" } : { first: write(first), last: write(last) };
  return { count, ...ends, values };
}
