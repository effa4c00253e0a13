import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { impliedDenominator } from "../../kernel/implied.ts";
import { roundHalfUp } from "../../kernel/ratio.ts";
import { formatDecimal, formatInteger } from "../../kernel/text/number.ts";
import { checkFiguresCommand } from "./check-figures.ts";
import type { Result } from "./contract.ts";

const check = (claim: object): Result => checkFiguresCommand({ claims: [claim] }).results[0]!;
const isMistake = ({ verdict }: Result): boolean => verdict === "inconsistent" || verdict === "misworded";
/** n/d × 100 half up, moved by so many units of the last place, as printed. */
const percent = (n: number, d: number, decimals: number, moved = 0): string => {
  const rounded = roundHalfUp(100n * BigInt(n), BigInt(d), decimals);
  return `${formatDecimal({ ...rounded, units: rounded.units + BigInt(moved) })}%`;
};
const households = (n: number): string => `${formatInteger(n)} hộ`;

const decimals = fc.integer({ min: 0, max: 2 });
const partOfWhole = fc.integer({ min: 1, max: 60_000 }).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
const beyondRounding = fc.oneof(fc.integer({ min: 2, max: 400 }), fc.integer({ min: -400, max: -2 }));
const counts = fc.array(fc.integer({ min: 0, max: 9_000 }), { minLength: 2, maxLength: 12 });

describe("what is rounded properly is never an alarm", () => {
  test("rates", () => {
    fc.assert(
      fc.property(partOfWhole, decimals, ([part, whole], places) => {
        const result = check({ type: "rate", part: households(part), whole: households(whole), printed: percent(part, whole, places) });
        // 99,6% printed as 100% is the one rounding that is told
        expect(result.verdict).toBe(part < whole && /^100(,0+)?%$/.test(percent(part, whole, places)) ? "rounding" : "consistent");
      }),
    );
  });

  test("percentages of plan, by level, excess and shortfall", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), decimals, (actual, plan, places) => {
        const level = check({ type: "percentOfPlan", actual, plan, printed: percent(actual, plan, places), wording: "đạt" });
        const word = actual >= plan ? "vượt" : "thiếu";
        const change = check({
          type: "percentOfPlan",
          actual,
          plan,
          printed: percent(Math.abs(actual - plan), plan, places),
          wording: word,
        });
        expect([isMistake(level), isMistake(change)]).toEqual([false, false]);
      }),
    );
  });

  test("sums of counts, and of rates rounded one by one", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 9_000 }), decimals, (parts, more, places) => {
        const whole = parts.reduce((a, b) => a + b, more);
        const sum = whole - more;
        expect(check({ type: "sum", parts: parts.map(households), total: households(sum) }).verdict).toBe("consistent");
        const rates = check({ type: "sum", parts: parts.map((part) => percent(part, whole, places)), total: percent(sum, whole, places) });
        const structural = /^100(,0+)?%$/.test(percent(sum, whole, places));
        if (!structural) expect(isMistake(rates)).toBe(false);
        const all = [...parts, more].map((part) => percent(part, whole, places));
        expect(isMistake(check({ type: "sum", parts: all, total: "100%" }))).toBe(false);
      }),
    );
  });

  test("points from rounded or from raw rates, and their percentage of plan by either order", () => {
    fc.assert(
      fc.property(partOfWhole, partOfWhole, fc.integer({ min: 50, max: 300 }), ([a, b], [c, d], planUnits) => {
        const rounded = roundHalfUp(100n * BigInt(c), BigInt(d), 2).units - roundHalfUp(100n * BigInt(a), BigInt(b), 2).units;
        const rawN = 100n * (BigInt(c) * BigInt(b) - BigInt(a) * BigInt(d));
        const rawD = BigInt(b) * BigInt(d);
        const raw = roundHalfUp(rawN, rawD, 2).units;
        const previous = { part: a, whole: b, printed: percent(a, b, 2) };
        const now = { part: c, whole: d, printed: percent(c, d, 2) };
        for (const units of [rounded, raw]) {
          const printed = `${units < 0n ? "-" : "+"}${formatDecimal({ units: units < 0n ? -units : units, scale: 2 })} điểm %`;
          expect(check({ type: "points", previous, now, printed }).verdict).toBe("consistent");
        }
        const size = rounded < 0n ? -rounded : rounded;
        const figures = [
          { id: "change", printed: `${formatDecimal({ units: size, scale: 2 })} điểm %`, is: { type: "points", previous, now } },
        ];
        const plan = `${formatDecimal({ units: BigInt(planUnits), scale: 2 })} điểm %`;
        const fromPrinted = roundHalfUp(100n * size, BigInt(planUnits), 1);
        const fromRaw = roundHalfUp(100n * 100n * (rawN < 0n ? -rawN : rawN), rawD * BigInt(planUnits), 1);
        for (const print of [fromPrinted, fromRaw]) {
          const claim = { type: "percentOfPlan", actual: "change", plan, printed: `${formatDecimal(print)}%` };
          expect(isMistake(checkFiguresCommand({ figures, claims: [claim] }).results[0]!)).toBe(false);
        }
      }),
    );
  });

  test("money rounded to tỷ đồng with one decimal", () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 900_000_000_000n }), { minLength: 2, maxLength: 8 });
    const billions = (đồng: bigint): string => `${formatDecimal(roundHalfUp(đồng, 1_000_000_000n, 1))} tỷ đồng`;
    fc.assert(
      fc.property(amounts, (parts) => {
        const total = parts.reduce((a, b) => a + b, 0n);
        expect(isMistake(check({ type: "sum", parts: parts.map(billions), total: billions(total) }))).toBe(false);
        expect(
          isMistake(check({ type: "difference", from: billions(parts[0]!), to: billions(total), printed: billions(total - parts[0]!) })),
        ).toBe(false);
        if (total > 0n) {
          const share = `${formatDecimal(roundHalfUp(100n * parts[0]!, total, 1))}%`;
          const result = check({ type: "share", part: billions(parts[0]!), whole: billions(total), printed: share });
          if (billions(total) !== "0,0 tỷ đồng" && billions(parts[0]!) !== billions(total)) expect(isMistake(result)).toBe(false);
        }
      }),
    );
  });

  test("several rates over one whole, told or not", () => {
    const shared = fc
      .integer({ min: 2, max: 60_000 })
      .chain((whole) => fc.tuple(fc.constant(whole), fc.array(fc.integer({ min: 0, max: whole }), { minLength: 2, maxLength: 6 })));
    fc.assert(
      fc.property(shared, decimals, ([whole, parts], places) => {
        const rates = parts.map((part) => ({ part, printed: percent(part, whole, places) }));
        expect(isMistake(check({ type: "sharedDenominator", rates }))).toBe(false);
        expect(isMistake(check({ type: "sharedDenominator", rates, whole }))).toBe(false);
      }),
    );
  });
});

describe("what is beyond rounding is always found", () => {
  test("rates", () => {
    fc.assert(
      fc.property(partOfWhole, decimals, beyondRounding, ([part, whole], places, moved) => {
        expect(check({ type: "rate", part, whole, printed: percent(part, whole, places, moved) }).verdict).toBe("inconsistent");
      }),
    );
  });

  test("counts that do not add up", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 5_000 }), (parts, moved) => {
        const total = parts.reduce((a, b) => a + b, moved);
        expect(check({ type: "sum", parts: parts.map(households), total: households(total) }).verdict).toBe("inconsistent");
      }),
    );
  });

  test("rounded shares that miss 100 by more than half a place each", () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 30 }), (parts, beyond) => {
        const whole = parts.reduce((a, b) => a + b, 1);
        const units = [...parts, 1].map((part) => roundHalfUp(1000n * BigInt(part), BigInt(whole), 0).units);
        const gap = 1000n - units.reduce((a, b) => a + b, 0n);
        const slack = BigInt(Math.floor(units.length / 2));
        const moved = units.with(0, units[0]! + gap + slack + BigInt(beyond));
        const result = check({ type: "sum", parts: moved.map((unit) => `${formatDecimal({ units: unit, scale: 1 })}%`), total: "100%" });
        expect(result.verdict).toBe("inconsistent");
      }),
    );
  });

  test("the level worded as excess", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 20_000 }), (actual, plan) => {
        expect(check({ type: "percentOfPlan", actual, plan, printed: percent(actual, plan, 1), wording: "vượt" }).verdict).toBe(
          "misworded",
        );
      }),
    );
  });

  test("a difference of rates printed in %", () => {
    const rate = fc.integer({ min: 0, max: 9_999 }).map((units) => formatDecimal({ units: BigInt(units), scale: 2 }));
    fc.assert(
      fc.property(rate, rate, (previous, now) => {
        const change = check({ type: "points", previous: `${previous}%`, now: `${now}%` }).computed[0]!.rounded.replace(
          " điểm phần trăm",
          "",
        );
        const printed = `${change.replace("-", "")}%`;
        expect(check({ type: "points", previous: `${previous}%`, now: `${now}%`, printed }).verdict).toBe("misworded");
      }),
    );
  });
});

describe("a missing number", () => {
  test("the true plan is among the whole numbers told, which are those of the kernel", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000 }), fc.integer({ min: 1, max: 9_000 }), decimals, (actual, plan, places) => {
        const printed = roundHalfUp(100n * BigInt(actual), BigInt(plan), places);
        fc.pre(printed.units > 0n);
        const result = check({ type: "percentOfPlan", actual: `${formatInteger(actual)} người`, printed: `${formatDecimal(printed)}%` });
        const { first, last } = impliedDenominator(actual, printed)!.integers!;
        expect(result.verdict).toBe("unknown");
        expect(result.implied!.candidates).toMatchObject({ first: formatInteger(first), last: formatInteger(last!) });
        expect(first <= BigInt(plan) && BigInt(plan) <= last!).toBe(true);
      }),
    );
  });
});
