import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal } from "./decimal.ts";
import { impliedDenominator, type ImpliedRange, inImpliedRange } from "./implied.ts";
import { percentOf } from "./ratio.ts";

const integers = (range: ImpliedRange | undefined): number[] => {
  const { first, last } = range!.integers!;
  return Array.from({ length: Number(last! - first) + 1 }, (_, i) => Number(first) + i);
};

test.each([
  ["R1", 7125, "142.1", [5013, 5014, 5015]],
  ["R2b", 7125, "169.6", [4200, 4201, 4202]],
  ["R3", 7125, "125.4", [5680, 5681, 5682, 5683, 5684]],
])("%s: %d printed as %s%% implies the plans %j", (_, actual, printed, plans) => {
  expect(integers(impliedDenominator(actual, decimal(printed)))).toEqual(plans);
});

test("R15: 2,29 points printed as 134,7% imply a plan of 1,70 points", () => {
  const range = impliedDenominator(decimal("2.29"), decimal("134.7"))!;
  expect(inImpliedRange(range, decimal("1.70"))).toBe(true);
  expect(inImpliedRange(range, decimal("1.69"))).toBe(false);
  expect(inImpliedRange(range, decimal("1.71"))).toBe(false);
  expect(range.integers).toBeNull();
});

test("the half belongs to the higher print: 1 of 8 is 12,5%, printed 13% and not 12%", () => {
  expect(inImpliedRange(impliedDenominator(1, decimal("13"))!, 8)).toBe(true);
  expect(inImpliedRange(impliedDenominator(1, decimal("12"))!, 8)).toBe(false);
});

test("a percent printed as zero has a least denominator and no greatest", () => {
  expect(impliedDenominator(3, decimal("0.0"))).toEqual({ min: { n: 6000n, d: 1n }, max: null, integers: { first: 6001n, last: null } });
  expect(impliedDenominator(0, decimal("0.00"))!.integers).toEqual({ first: 1n, last: null });
});

test("what no denominator prints has no range", () => {
  expect(impliedDenominator(0, decimal("5.0"))).toBeUndefined();
  expect(impliedDenominator(-1, decimal("5.0"))).toBeUndefined();
  expect(impliedDenominator(1, decimal("-5.0"))).toBeUndefined();
});

test("a denominator lies in the range just when it prints the percent", () => {
  const count = fc.integer({ min: 0, max: 5000 });
  const printed = fc.record({ units: fc.bigInt({ min: 0n, max: 3000n }), scale: fc.constantFrom(0, 1, 2) });
  fc.assert(
    fc.property(count, fc.integer({ min: 1, max: 5000 }), printed, (actual, whole, guess) => {
      const own = percentOf(actual, whole, guess.scale)!.percent;
      if (!inImpliedRange(impliedDenominator(actual, own)!, whole)) return false;
      const range = impliedDenominator(actual, guess);
      return (range !== undefined && inImpliedRange(range, whole)) === (own.units === guess.units);
    }),
  );
});
