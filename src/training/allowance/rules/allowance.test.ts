import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, plainDate } from "../../../kernel/date.ts";
import { readAllowanceCase } from "../input.ts";
import { loadAllowanceRules } from "../load.ts";
import { allowance, type Allowance } from "./allowance.ts";
import { amountOf } from "./bounds.ts";
import type { AllowanceCase } from "./case.ts";

const rules = loadAllowanceRules();
const ask = (json: object): Allowance => allowance(rules, readAllowanceCase(json, rules).asked);
const amounts = (found: Allowance): (number | null)[] => [...found.lines.map(({ due }) => amountOf(due)), amountOf(found.total)];
const holds = (found: Allowance, rule: string): (boolean | null)[] => found.checks.filter((one) => one.rule === rule).map((one) => one.holds);

describe("the allowance of one learner", () => {
  test("QĐ 46, disabled and poor, cost above the cap, 6 km", () => {
    const found = ask({ openedOn: "2023-05-10", groups: ["NKT", "NGHEO"], actualCost: 6_500_000, attendedDays: 30, distanceKm: 6, areaClass: "normal" });
    expect(amounts(found)).toEqual([6_000_000, 900_000, 300_000, 7_200_000]);
    expect(found.outcome).toBe("payable");
  });

  test("QĐ 46, poor, ordinary commune: travel from 15 km on", () => {
    const at = (distanceKm: number) => ask({ openedOn: "2023-05-10", groups: "hộ nghèo", actualCost: 2_000_000, attendedDays: 20, distanceKm, areaClass: "thường" });
    expect(amounts(at(14.9))).toEqual([2_000_000, 600_000, 0, 2_600_000]);
    expect(amounts(at(15))).toEqual([2_000_000, 600_000, 200_000, 2_800_000]);
  });

  test("NĐ 338, rural, especially difficult area, 10 km", () => {
    const found = ask({ openedOn: "2026-03-01", groups: ["lao động nông thôn"], actualCost: 3_200_000, attendedDays: 25, distanceKm: 10, areaClass: "ĐBKK" });
    expect(found.policy?.id).toBe("ND338_2025_NT");
    expect(amounts(found)).toEqual([3_200_000, 1_250_000, 300_000, 4_750_000]);
  });

  test("NĐ 338, youth: cost, then meals, then travel until the ceiling is used up", () => {
    const found = ask({ openedOn: "2026-03-01", groups: ["thanh niên"], actualCost: 27_000_000, attendedDays: 30, distanceKm: 20 });
    expect(amounts(found)).toEqual([27_000_000, 1_080_000, 0, 28_080_000]);
    expect(amountOf(found.lines[1]!.before)).toBe(1_500_000);
  });

  test("a class opened in 2025 that ends in 2026 is paid by QĐ 46, and the gap in the law is told", () => {
    const found = ask({ openedOn: "2025-12-20", endedOn: "2026-02-10", groups: ["NGHEO"], actualCost: 3_500_000, attendedDays: 30, distanceKm: 2, areaClass: "normal" });
    expect(found.policy?.id).toBe("QD46_2015");
    expect(amounts(found)[0]).toBe(3_000_000);
    expect(found.warnings.map(({ code }) => code)).toContain("choice.crosses");
  });

  test("a second support needs the confirmation of a lost job, a fourth is refused with it", () => {
    const again = (previousSupports: number, jobLossConfirmed?: boolean) => ask({ openedOn: "2023-05-10", groups: ["NGHEO"], actualCost: 2_000_000, attendedDays: 20, distanceKm: 2, areaClass: "normal", previousSupports, jobLossConfirmed });
    expect([again(1).outcome, amounts(again(1)), holds(again(1), "A5")]).toEqual(["refused", [0, 0, 0, 0], [false]]);
    expect([again(1, true).outcome, holds(again(1, true), "A6")]).toEqual(["payable", [true]]);
    expect([again(2, true).outcome, again(3, true).outcome]).toEqual(["payable", "refused"]);
    expect(holds(again(3, true), "A6")).toEqual([false]);
    expect(ask({ openedOn: "2023-05-10", groups: ["NGHEO"], otherSupport: true }).outcome).toBe("refused");
  });
});

describe("what is not known is never taken for nought", () => {
  const near = { openedOn: "2023-05-10", groups: ["CAN_NGHEO"], actualCost: 3_000_000, attendedDays: 20, distanceKm: 16, areaClass: "normal" };

  test("meals and travel of the near-poor: sources differ", () => {
    const found = ask(near);
    expect(amounts(found)).toEqual([2_500_000, null, null, null]);
    expect([found.outcome, found.total]).toEqual(["undetermined", { least: 2_500_000, most: 3_300_000 }]);
    expect(found.lines[1]!.reasons.some(({ code, note }) => code === "living.conflict" && note !== null)).toBe(true);
  });

  test.each([["NKT"], ["PHU_NU"], ["NGU_DAN"], ["CAN_NGHEO"], ["NGHEO"]])("%s has no place in NĐ 338", (group) => {
    const found = ask({ ...near, openedOn: "2026-03-01", groups: [group] });
    expect([found.outcome, ...amounts(found)]).toEqual(["undetermined", null, null, null, null]);
    expect(found.checks.map(({ code }) => code)).toEqual(["group.noPlace"]);
    // a rural worker who is one of them too has a place
    expect(ask({ ...near, openedOn: "2026-03-01", groups: [group], rural: true }).outcome).toBe("payable");
  });

  test("the base salary after 01/07/2026", () => {
    const found = ask({ openedOn: "2026-07-01", groups: ["TN"], actualCost: 5_000_000, attendedDays: 10, distanceKm: 1, areaClass: "normal" });
    expect([found.outcome, found.ceiling!.amount, ...amounts(found)]).toEqual(["undetermined", null, null, null, 0, null]);
    expect(found.total.most).toBe(5_500_000);
  });

  test("before 2016, and a group that lapsed before enrolment", () => {
    expect(ask({ ...near, openedOn: "2015-12-31" }).outcome).toBe("undetermined");
    const lapsed = ask({ ...near, enrolledOn: "2023-05-10", groups: [{ code: "NGHEO", from: "2021-01-01", to: "2022-12-31" }, "cận nghèo"] });
    expect(lapsed.place!.level.code).toBe("CAN_NGHEO");
    // poor when enrolled, no longer when paid: the day of enrolment counts
    expect(ask({ ...near, enrolledOn: "2022-12-31", groups: [{ code: "NGHEO", from: "2021-01-01", to: "2022-12-31" }] }).place!.level.code).toBe("G3");
  });
});

test("a learner who died is paid to that day; two sessions of a day are one day; a cancelled session is none", () => {
  const on = (day: string) => ({ on: plainDate(day), present: true, cancelled: false });
  const sessions = [on("2023-05-10"), on("2023-05-10"), { ...on("2023-05-11"), present: false }, { ...on("2023-05-12"), cancelled: true }, on("2023-05-15"), on("2023-05-16")];
  const found = ask({ openedOn: "2023-05-10", groups: ["NKT"], actualCost: 1_200_000, sessions, diedOn: "2023-05-15", distanceKm: 1, areaClass: "normal" });
  expect(amounts(found)).toEqual([1_200_000, 60_000, 0, 1_260_000]);
});

const option = <T>(from: fc.Arbitrary<T>) => fc.option(from, { freq: 3 });
const groupOf = fc.constantFrom(...rules.groups.map(({ code }) => code));
const cases: fc.Arbitrary<AllowanceCase> = fc.record({
  openedOn: fc.integer({ min: 0, max: 5_000 }).map((days) => addDays(plainDate("2015-06-01"), days)), endedOn: fc.constant(null), enrolledOn: fc.constant(null), province: fc.constant(null), policy: fc.constant(null),
  groups: option(fc.array(groupOf.map((code) => ({ code, from: null, to: null })), { maxLength: 3 })), actualCost: option(fc.integer({ min: 0, max: 40_000_000 })), provincialNorm: option(fc.integer({ min: 0, max: 5_000_000 })),
  attendedDays: option(fc.integer({ min: 0, max: 300 })), distanceMetres: option(fc.integer({ min: 0, max: 30_000 })), area: option(fc.constantFrom("normal", "difficult", "especially_difficult")),
  previousSupports: option(fc.integer({ min: 0, max: 4 })), jobLossConfirmed: option(fc.boolean()), otherSupport: option(fc.boolean()), birthDate: fc.constant(null), age: fc.constant(null), diedOn: fc.constant(null),
  dutyEndedOn: fc.constant(null), changesJob: option(fc.boolean()),
}) as never;
const most = (bound: number | null): number => bound ?? Infinity;

describe("whatever is asked", () => {
  test("never above the caps, and the items never above the ceiling", () => {
    fc.assert(fc.property(cases, (asked) => {
      const found = allowance(rules, asked);
      const [cost, meal, travel] = found.lines;
      for (const { due } of found.lines) expect(due.least).toBeLessThanOrEqual(most(due.most));
      if (found.place === null) return;
      const { cap } = found.place.level;
      if (!cap.full && found.place.maybe === null) expect(cost!.due.least).toBeLessThanOrEqual(cap.value!);
      if (asked.actualCost !== null) expect(most(cost!.due.most)).toBeLessThanOrEqual(asked.actualCost);
      if (asked.attendedDays !== null) expect(most(meal!.due.most)).toBeLessThanOrEqual(found.policy!.mealPerDay.value! * asked.attendedDays);
      expect(most(travel!.due.most)).toBeLessThanOrEqual(300_000);
      if (found.ceiling?.amount != null) expect(most(found.total.most)).toBeLessThanOrEqual(found.ceiling.amount);
      if (found.outcome === "payable") expect(amountOf(found.total)).toBe(found.lines.reduce((sum, { due }) => sum + amountOf(due)!, 0));
    }), { numRuns: 1_500 });
  });

  test("a day more never pays less", () => {
    fc.assert(fc.property(cases, fc.integer({ min: 1, max: 60 }), (asked, more) => {
      if (asked.attendedDays === null) return;
      const [fewer, all] = [allowance(rules, asked), allowance(rules, { ...asked, attendedDays: asked.attendedDays + more })];
      expect(all.total.least).toBeGreaterThanOrEqual(fewer.total.least);
      expect(most(all.total.most)).toBeGreaterThanOrEqual(most(fewer.total.most));
    }), { numRuns: 600 });
  });

  test("learning what was not known narrows the bounds, never leaves them", () => {
    fc.assert(fc.property(cases, cases, (asked, other) => {
      const { actualCost, attendedDays: days, distanceMetres, area } = other;
      // without days somebody is taken to have come: who never came is known not to have
      const wiser = { ...asked, actualCost: asked.actualCost ?? actualCost, attendedDays: asked.attendedDays ?? (days === 0 ? 1 : days), distanceMetres: asked.distanceMetres ?? distanceMetres, area: asked.area ?? area };
      const [before, after] = [allowance(rules, asked), allowance(rules, wiser)];
      expect(after.total.least).toBeGreaterThanOrEqual(before.total.least);
      expect(most(after.total.most)).toBeLessThanOrEqual(most(before.total.most));
    }), { numRuns: 1_000 });
  });
});
