import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { loadRulesets } from "./load.ts";
import { compileRuleset } from "./rules/class-of.ts";
import { assess } from "./rules/classify.ts";
import { AREA_TYPES, type AreaType } from "./rules/condition.ts";

const rulesets = loadRulesets("src/poverty/standards");
const scoring = rulesets.filter(({ id }) => id !== "VN-2027");
const area = fc.constantFrom<AreaType>(...AREA_TYPES);
const b1 = fc.oneof(fc.integer({ min: 0, max: 400 }), fc.constantFrom(119, 120, 121, 139, 140, 141, 149, 150, 151, 174, 175, 176));
const b2 = fc.integer({ min: 0, max: 10 }).map((count) => count * 10);
const dateIn = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => plainDate(date.toISOString().slice(0, 10)));
const scoringDate = dateIn("2016-01-01", "2026-12-31");
const rank = (id: string | null) => ["poor", "near_poor", "other"].indexOf(id!);
const run = <T>(property: fc.IProperty<T>): void => fc.assert(property, { numRuns: 2000 });

/** The tables of the circulars, written again by hand. */
function byTable(on: string, areaType: AreaType, income: number, deprivation: number): string {
  if (on < "2022-01-01") {
    const [poor, near] = areaType === "urban" ? [140, 175] : [120, 150];
    if (income <= poor!) return "poor";
    if (income > near!) return "other";
    return deprivation >= 30 ? "poor" : "near_poor";
  }
  if (income > (areaType === "urban" ? 175 : 140)) return "other";
  return deprivation >= 30 ? "poor" : "near_poor";
}

describe("classes", () => {
  test("are those of the tables on any date, area and points", () => {
    run(
      fc.property(scoringDate, area, b1, b2, (on, areaType, scoreIncome, scoreDeprivation) => {
        const result = assess({ on, areaType, scoreIncome, scoreDeprivation }, rulesets);
        expect(result.class).toBe(byTable(on, areaType, scoreIncome, scoreDeprivation));
      }),
    );
  });

  test("come out the same by the fast path", () => {
    run(
      fc.property(fc.constantFrom(...scoring), area, b1, b2, (ruleset, areaType, scoreIncome, scoreDeprivation) => {
        const fast = compileRuleset(ruleset, areaType)(scoreIncome, scoreDeprivation);
        const slow = assess({ on: ruleset.validity[0]!.from, areaType, scoreIncome, scoreDeprivation }, rulesets);
        expect(ruleset.classes[fast]?.id).toBe(slow.class);
      }),
    );
  });

  test("more B2 never makes a household less poor, more B1 never poorer", () => {
    run(
      fc.property(scoringDate, area, b1, b2, b1, b2, (on, areaType, incomeA, deprivationA, incomeB, deprivationB) => {
        const classAt = (scoreIncome: number, scoreDeprivation: number) =>
          rank(assess({ on, areaType, scoreIncome, scoreDeprivation }, rulesets).class);
        const [low, high] = [Math.min(incomeA, incomeB), Math.max(incomeA, incomeB)];
        const [few, many] = [Math.min(deprivationA, deprivationB), Math.max(deprivationA, deprivationB)];
        expect(classAt(incomeA, many)).toBeLessThanOrEqual(classAt(incomeA, few));
        expect(classAt(high, deprivationA)).toBeGreaterThanOrEqual(classAt(low, deprivationA));
      }),
    );
  });

  test("the fast path refuses a standard without cut-offs", () => {
    expect(() => compileRuleset(rulesets.find(({ id }) => id === "VN-2027")!, "rural")).toThrow("poverty.limitUnknown");
  });
});

describe("what is said beside the class", () => {
  test("every change told gives the class told, and no smaller step does", () => {
    run(
      fc.property(scoringDate, area, b1, b2, (on, areaType, scoreIncome, scoreDeprivation) => {
        const input = { on, areaType, scoreIncome, scoreDeprivation };
        const result = assess(input, rulesets);
        for (const change of result.wouldChange) {
          expect(assess({ ...input, [change.quantity]: change.to }, rulesets).class).toBe(change.class);
          if (change.quantity === "areaType") continue;
          const step = (change.quantity === "scoreIncome" ? 1 : 10) * Math.sign(change.to - change.from);
          expect(assess({ ...input, [change.quantity]: change.to - step }, rulesets).class).toBe(result.class);
        }
      }),
    );
  });

  test("a class is possible without a value exactly when some value gives it", () => {
    const gap = fc.constantFrom("areaType", "scoreIncome", "scoreDeprivation");
    fc.assert(
      fc.property(scoringDate, area, b1, b2, gap, (on, areaType, scoreIncome, scoreDeprivation, field) => {
        const input = { on, areaType, scoreIncome, scoreDeprivation };
        const values = { areaType: [...AREA_TYPES], scoreIncome: range(0, 200, 1), scoreDeprivation: range(0, 100, 10) }[field]!;
        const seen = new Set(values.map((value) => assess({ ...input, [field]: value }, rulesets).class));
        const open = assess({ ...input, [field]: null }, rulesets);
        expect(new Set(open.possible)).toEqual(seen);
        expect(open.status).toBe(seen.size === 1 ? "decided" : "incomplete");
      }),
      { numRuns: 100 },
    );
  });
});

const range = (from: number, to: number, step: number): number[] => Array.from({ length: (to - from) / step + 1 }, (_, index) => from + index * step);
