import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareQuantities, decimal, decimalText, divide, fraction, roundHalfUp, subtract } from "./decimal.ts";

const big = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });
const positive = fc.bigInt({ min: 1n, max: 10n ** 20n });
const places = fc.integer({ min: 0, max: 8 });

describe("rounding", () => {
  test.each([
    [5n, 2n, 0, "3"],
    [-5n, 2n, 0, "-3"],
    [5n, -2n, 0, "-3"],
    [149n, 100n, 0, "1"],
    [1n, 3n, 4, "0.3333"],
    [2n, 3n, 4, "0.6667"],
    [-1n, 3n, 2, "-0.33"],
    [1005n, 1000n, 2, "1.01"], // binary floats make 1.00 of it
    [25n, 1n, 2, "25.00"],
    [-1n, 1000n, 2, "0.00"],
  ])("%d/%d to %d decimals is %s, a half away from zero", (n, d, decimals, text) => {
    expect(decimalText(roundHalfUp(n, d, decimals))).toBe(text);
  });

  test("is never off by more than half a unit of the last place", () => {
    fc.assert(
      fc.property(big, positive, places, (n, d, decimals) => {
        const { units } = roundHalfUp(n, d, decimals);
        const twiceOff = 2n * (n * 10n ** BigInt(decimals) - units * d);
        return -d <= twiceOff && twiceOff <= d;
      }),
    );
  });

  test("is the same for both signs and keeps the order", () => {
    fc.assert(fc.property(big, positive, places, (n, d, k) => roundHalfUp(-n, d, k).units === -roundHalfUp(n, d, k).units));
    fc.assert(fc.property(big, big, positive, places, (a, b, d, k) => a > b || roundHalfUp(a, d, k).units <= roundHalfUp(b, d, k).units));
  });

  test("needs a denominator and a whole number of decimals", () => {
    expect(() => roundHalfUp(1n, 0n, 2)).toThrowError(expect.objectContaining({ code: "ratio.zero-denominator" }));
    for (const decimals of [-1, 1.5, 31]) {
      expect(() => roundHalfUp(1n, 3n, decimals)).toThrowError(expect.objectContaining({ code: "ratio.decimals" }));
    }
  });
});

describe("decimal text", () => {
  test("keeps every written decimal", () => {
    expect(decimal("25.00")).toEqual({ units: 2500n, scale: 2 });
    expect(decimal("-0.5")).toEqual({ units: -5n, scale: 1 });
    expect(decimal("+12")).toEqual({ units: 12n, scale: 0 });
  });

  test.each(["", "5,67", "1.", ".5", "1e3", "NaN", "1 000", "--1"])("%j is not read", (text) => {
    expect(() => decimal(text)).toThrowError(expect.objectContaining({ code: "decimal.invalid" }));
  });

  test("writing and reading are inverse", () => {
    fc.assert(
      fc.property(big, places, (units, scale) => {
        const again = decimal(decimalText({ units, scale }));
        return again.units === units && again.scale === scale;
      }),
    );
  });
});

describe("quantities", () => {
  test("of different forms compare exactly", () => {
    expect(compareQuantities(decimal("1.70"), { n: 17n, d: 10n })).toBe(0);
    expect(compareQuantities(3, decimal("2.999999999999999999999"))).toBe(1);
    expect(compareQuantities({ n: 1n, d: 3n }, decimal("0.3333333333333334"))).toBe(-1);
  });

  test("a fraction is in lowest terms with a positive denominator", () => {
    expect(fraction({ n: 6n, d: -4n })).toEqual({ n: -3n, d: 2n });
    expect(divide(decimal("2.50"), decimal("0.5"))).toEqual({ n: 5n, d: 1n });
    expect(subtract(decimal("5.67"), decimal("7.96"))).toEqual({ n: -229n, d: 100n });
  });

  test.each([0.1, Number.NaN, 2 ** 53, Infinity])("the binary number %d is refused", (value) => {
    expect(() => fraction(value)).toThrowError(expect.objectContaining({ code: "ratio.not-exact" }));
  });
});
