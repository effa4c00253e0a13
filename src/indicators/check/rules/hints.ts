import { divide, type Fraction, subtract } from "../../../kernel/decimal.ts";
import { fits, type Pair } from "./fit.ts";
import { absolute, atMost, multiply } from "./interval.ts";
import type { Operand } from "./operand.ts";
import { type Finding, finding } from "./outcome.ts";
import { type Printed, writeExact, writeLike } from "./printed.ts";
import { exactly, type Reading, ratioReading } from "./reading.ts";

/** The numbers of a claim by the names of their places. */
type Numbers = { readonly now: Operand; readonly base: Operand; readonly printed: Printed };

/**
 * Two neighbouring digits exchanged in one of the numbers that would make the claim right: the commonest slip of the hand.
 * At most three are told; more is guessing.
 */
export function transposed(numbers: Numbers, fits: (changed: Numbers) => boolean): Finding[] {
  const found: Finding[] = [];
  const tell = (from: Printed, to: Printed): number =>
    found.push(finding("hint.transposed", { from: from.text, to: writeLike(to.value, to) }));
  for (const to of exchanged(numbers.printed)) if (fits({ ...numbers, printed: to })) tell(numbers.printed, to);
  for (const place of ["now", "base"] as const) {
    const { raw, printed } = numbers[place];
    if (raw !== undefined) continue;
    for (const to of exchanged(printed)) if (fits({ ...numbers, [place]: { printed: to } })) tell(printed, to);
  }
  return found.length <= 3 ? found : [];
}

/** Every print that comes out by exchanging two neighbouring, different digits. */
export function exchanged(printed: Printed): Printed[] {
  const { value, step } = printed;
  const units = (value.n * step.d) / (value.d * step.n);
  const digits = (units < 0n ? -units : units).toString().padStart(printed.decimals + 1, "0");
  return digits
    .slice(1)
    .split("")
    .flatMap((digit, at) => {
      if (digit === digits[at]) return [];
      const swapped = BigInt(digits.slice(0, at) + digit + digits[at] + digits.slice(at + 2));
      const n = (units < 0n ? -swapped : swapped) * step.n;
      return [{ ...printed, value: { n, d: step.d } }];
    });
}

type Change = (pair: Pair) => Pair;
export const swap: Change = ({ now, base }) => ({ now: base, base: now });
export const same: Change = (pair) => pair;
type Given = { readonly [Place in keyof Pair]?: Operand | undefined };

/** Other ways to combine the same two numbers that give the print; failing these, the print with its decimal mark shifted. */
export function pairHints(
  { now, base }: Given,
  printed: Printed,
  factor: number,
  tries: readonly (readonly [string, Reading, Change])[],
): Finding[] {
  if (!now || !base) return [];
  const pair = { now, base };
  const found = tries.filter(([, reading, change]) => fits(reading, change(pair), printed)).map(([code]) => finding(code));
  if (found.length > 0 || printed.value.n === 0n) return found;
  const result = exactly(ratioReading("level", factor), now.printed.value, base.printed.value);
  const shifted = result && [TEN, divide(1, 10)].some((by) => closeTo(result, multiply(printed.value, by), multiply(printed.step, by)));
  return shifted ? [finding("hint.shifted")] : [];
}

const TEN: Fraction = { n: 10n, d: 1n };
const closeTo = (a: Fraction, b: Fraction, distance: Fraction): boolean => atMost(absolute(subtract(a, b)), distance);

/** A plan over several years: the print may be against the yearly part of it, or against the whole. */
export function sliceHints(now: Operand, plan: Operand, years: number, printed: Printed, expected: Reading): Finding[] {
  const scaled = (n: number, d: number): Fraction => multiply(plan.printed.value, { n: BigInt(n), d: BigInt(d) });
  const bases = [
    ["hint.annualSlice", scaled(1, years)],
    ["hint.termTotal", scaled(years, 1)],
  ] as const;
  const found = bases.find(([, value]) => fits(expected, { now, base: { printed: { ...plan.printed, value, exact: true } } }, printed));
  return found ? [finding(found[0], { plan: plan.printed.text, years, value: writeExact(found[1]) })] : [];
}
