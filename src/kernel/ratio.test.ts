import fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { decimal, divide } from "./decimal.ts";
import {
  exactPoints, formatPercent, formatPoints, percentOf, type PercentOfPlan, type Points, pointsBetween, pointsBetweenRaw, rate, type Rate,
  ratioFromJson, ratioToJson, reduction, relativeChange, type RelativeChange, valueOf,
} from "./ratio.ts";

const poor = { before: rate(3254, 40885, 2)!, now: rate(2354, 41504, 2)! };
const nearPoor = { before: rate(3417, 40885, 2)!, now: rate(3092, 41504, 2)! };
const value = (ratio: Parameters<typeof valueOf>[0] | null) => ratioToJson(ratio!).value;

describe("the published figures of An Phú 2023", () => {
  test("R2 R2c R2d: the same result against three plans", () => {
    expect(value(percentOf(7125, divide(21000, 5), 1))).toBe("169.6");
    expect(value(percentOf(7125, 4200, 1))).toBe("169.6");
    expect(value(percentOf(16000, 21000, 1))).toBe("76.2");
    expect(value(percentOf(7125, 21000, 1))).toBe("33.9");
  });

  test("R6 R9: learners per class, and the share that reached an interview", () => {
    expect(divide(1050, 35)).toEqual({ n: 30n, d: 1n });
    expect(value(rate(161, 527, 1))).toBe("30.6");
  });

  test("R11 R12 R18: rates of poor and near-poor households in both years", () => {
    expect([poor.now, nearPoor.now, poor.before, nearPoor.before].map(value)).toEqual(["5.67", "7.45", "7.96", "8.36"]);
  });

  test("R13 R16: relative change of the numbers of households", () => {
    expect(value(relativeChange(3254, 2354, 2))).toBe("-27.66");
    expect(value(relativeChange(3417, 3092, 2))).toBe("-9.51");
  });

  test("R14 R17: points between the printed rates", () => {
    expect(value(pointsBetween(poor.before, poor.now))).toBe("-2.29");
    expect(value(reduction(pointsBetween(poor.before, poor.now)))).toBe("2.29");
    expect(value(reduction(pointsBetween(nearPoor.before, nearPoor.now)))).toBe("0.91");
  });

  test("R15: the percentage of plan follows from the printed points, not from the unrounded ones", () => {
    const plan = decimal("1.70");
    expect(value(percentOf(reduction(pointsBetween(poor.before, poor.now)).points, plan, 1))).toBe("134.7");
    const { n, d } = exactPoints(3254, 40885, 2354, 41504)!;
    expect(value(percentOf({ n: -n, d }, plan, 1))).toBe("134.5");
  });
});

describe("the order of rounding", () => {
  test("the difference of rounded rates is not the rounded difference", () => {
    expect(value(pointsBetween(rate(1004, 10000, 1)!, rate(1006, 10000, 1)!))).toBe("0.1");
    expect(value(pointsBetweenRaw(1004, 10000, 1006, 10000, 1))).toBe("0.0");
  });

  test("two rates of different decimals differ with the finer ones", () => {
    expect(value(pointsBetween(rate(1, 8, 1)!, rate(1, 4, 2)!))).toBe("12.50");
  });
});

describe("what has no denominator has no ratio", () => {
  test("but a dash at the edge", () => {
    expect(rate(5, 0, 2)).toBeNull();
    expect(percentOf(5, decimal("0.00"), 1)).toBeNull();
    expect(relativeChange(0, 5, 1)).toBeNull();
    expect(pointsBetweenRaw(1, 2, 1, 0, 2)).toBeNull();
    expect(exactPoints(1, 0, 1, 2)).toBeNull();
  });
});

describe("kinds of ratios", () => {
  test("are told apart by the compiler", () => {
    expectTypeOf<PercentOfPlan>().not.toExtend<Rate>();
    expectTypeOf<RelativeChange>().not.toExtend<PercentOfPlan>();
    expectTypeOf<Points>().not.toExtend<Rate>();
    // @ts-expect-error a percentage of plan is no rate
    expect(valueOf(pointsBetween(poor.before, percentOf(5, 10, 2)!))).toEqual(decimal("42.04"));
    // @ts-expect-error points are not printed with a percent sign
    expect(() => formatPercent(pointsBetween(poor.before, poor.now))).toThrow();
  });

  test("keep kind, value and decimals through JSON", () => {
    expect(ratioToJson(poor.now)).toEqual({ kind: "rate", value: "5.67", decimals: 2 });
    for (const ratio of [poor.now, percentOf(1, 4, 2)!, relativeChange(4, 1, 1)!, pointsBetween(poor.before, poor.now)]) {
      expect(ratioFromJson(JSON.parse(JSON.stringify(ratioToJson(ratio))))).toEqual(ratio);
    }
    expectTypeOf(ratioFromJson({ kind: "rate", value: "5.67", decimals: 2 })).toEqualTypeOf<Rate>();
    expect(() => ratioFromJson({ kind: "rate", value: "5.6", decimals: 2 })).toThrowError(expect.objectContaining({ code: "ratio.decimals" }));
  });
});

describe("in print", () => {
  test("decimal comma, all stated decimals, no space before the sign", () => {
    expect(formatPercent(poor.now)).toBe("5,67%");
    expect(formatPercent(percentOf(7125, 5014, 1)!)).toBe("142,1%");
    expect(formatPercent(rate(1, 4, 2)!)).toBe("25,00%");
    expect(formatPercent(percentOf(123456, 100, 2)!)).toBe("123.456,00%");
  });

  test("points are named, long in sentences and short in tables", () => {
    const change = pointsBetween(poor.before, poor.now);
    expect(formatPoints(reduction(change))).toBe("2,29 điểm phần trăm");
    expect(formatPoints(reduction(change), "short")).toBe("2,29 điểm %");
    expect(formatPoints(change, "short")).toBe("-2,29 điểm %");
    expect(formatPoints(change, "short", { minus: "−" })).toBe("−2,29 điểm %");
  });
});

const count = fc.integer({ min: 0, max: 10_000_000 });
const whole = fc.integer({ min: 1, max: 10_000_000 });

describe("laws", () => {
  test("a part and its rest make a hundred, within the last place", () => {
    fc.assert(
      fc.property(whole, count, (all, n) => {
        const part = n % (all + 1);
        const sum = rate(part, all, 2)!.percent.units + rate(all - part, all, 2)!.percent.units;
        return sum === 10000n || sum === 10001n; // both halves up
      }),
    );
  });

  test("a change told the other way round is the opposite", () => {
    fc.assert(
      fc.property(count, whole, count, whole, (a, b, c, d) => {
        const [previous, now] = [rate(a, b, 2)!, rate(c, d, 2)!];
        return pointsBetween(previous, now).points.units === reduction(pointsBetween(now, previous)).points.units;
      }),
    );
  });

  test("rounding first moves a difference by at most one last place", () => {
    fc.assert(
      fc.property(count, whole, count, whole, (a, b, c, d) => {
        const off = pointsBetween(rate(a, b, 2)!, rate(c, d, 2)!).points.units - pointsBetweenRaw(a, b, c, d, 2)!.points.units;
        return off >= -1n && off <= 1n;
      }),
    );
  });

  test("growth is the percentage of the same period less a hundred, but for a half of the last place", () => {
    fc.assert(
      fc.property(whole, count, (before, now) => {
        const off = relativeChange(before, now, 3)!.percent.units - (percentOf(now, before, 3)!.percent.units - 100_000n);
        return off === 0n || (off === -1n && (200_000n * BigInt(now - before)) % BigInt(before) === 0n); // halves go away from zero
      }),
    );
  });
});
