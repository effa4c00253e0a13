import { describe, expect, it } from "vitest";
import { definitions } from "../load.ts";
import { evaluate, meetsLevel, percentOfPlan, percentOfSamePeriod, type Material, type Plan } from "./evaluate.ts";
import { isMissing, type Counts, type Figure } from "./figure.ts";
import { reckoning, reckoningOfPercent } from "./reckoning.ts";

const counts = (households: number, poor: number, near: number): Counts => {
  const recognised = (value: number) => ({ value, kind: "counted", source: "recognised" }) as const;
  const entered = (value: number) => ({ value, kind: "document", source: "population" }) as const;
  return { households: entered(households), persons: entered(households * 4), poorHouseholds: recognised(poor), nearPoorHouseholds: recognised(near), poorPersons: recognised(poor * 4), nearPoorPersons: recognised(near * 4) };
};
// huyện An Phú at both ends of 2023 (training-jobs.md §9)
const AN_PHU: Material = { on: "2023-12-31", previousOn: "2022-12-31", now: counts(41_504, 2_354, 3_092), previous: counts(40_885, 3_254, 3_417) };
const figure = (id: string, material = AN_PHU): Figure => {
  const found = evaluate(definitions(), id, material);
  if (isMissing(found)) throw new Error(found.missing.code);
  return found;
};
const definition = (id: string) => definitions().get(id)!;
const plan = (value: string): Plan => ({ id: "p", value, kind: "backward", planKind: "assigned", document: "Quyết định", year: 2023, toYear: null });

describe("the figures of huyện An Phú, 2023", () => {
  it.each([
    ["poverty.poor_rate", "5,67%"], ["poverty.near_poor_rate", "7,45%"], ["poverty.multidimensional_rate", "13,12%"], ["poverty.rate_reduction_points", "2,29 điểm phần trăm"],
    ["poverty.near_rate_reduction_points", "0,91 điểm phần trăm"], ["poverty.net_reduction_households", "900"], ["poverty.near_net_reduction_households", "325"],
  ])("%s is %s", (id, text) => expect(figure(id).text).toBe(text));

  it("reach 134,7% of a plan of 1,70 points, reckoned from the rounded points", () => {
    const reached = percentOfPlan(definition("poverty.rate_reduction_points"), figure("poverty.rate_reduction_points"), plan("1.70"));
    expect(reached).toMatchObject({ text: "134,7%", marks: ["backward", "document"] });
  });

  it("say how they were reckoned", () => {
    const say = (id: string) => reckoning(definitions(), figure(id));
    expect(say("poverty.poor_rate")).toBe("2.354 ÷ 41.504 × 100 = 5,67%");
    expect(say("poverty.multidimensional_rate")).toBe("(2.354 + 3.092) ÷ 41.504 × 100 = 13,12%");
    expect(say("poverty.rate_reduction_points")).toBe("7,96% − 5,67% = 2,29 điểm phần trăm");
    expect(say("poverty.net_reduction_households")).toBe("3.254 − 2.354 = 900");
    expect(say("poverty.poor_households")).toBeNull();
    expect(reckoningOfPercent("2.29", "1.70", "134,7%")).toBe("2,29 ÷ 1,70 × 100 = 134,7%");
  });
});

describe("comparisons", () => {
  it("counts compare with the period before in percent, rates and points do not", () => {
    const before = evaluate(definitions(), "poverty.poor_households", { ...AN_PHU, now: AN_PHU.previous }) as Figure;
    expect(percentOfSamePeriod(definition("poverty.poor_households"), figure("poverty.poor_households"), before)?.text).toBe("72,3%");
    expect(percentOfSamePeriod(definition("poverty.poor_rate"), figure("poverty.poor_rate"), figure("poverty.poor_rate"))).toBeNull();
    const nothing = figure("poverty.poor_households", { ...AN_PHU, now: counts(10, 0, 0) });
    expect(percentOfSamePeriod(definition("poverty.poor_households"), figure("poverty.poor_households"), nothing)).toBeNull();
  });

  it("a level that should fall is met or not; a ratio of two levels misleads", () => {
    const rate = definition("poverty.poor_rate");
    expect([meetsLevel(rate, figure("poverty.poor_rate"), plan("5.67")), meetsLevel(rate, figure("poverty.poor_rate"), plan("5.66"))]).toEqual([true, false]);
    expect(percentOfPlan(rate, figure("poverty.poor_rate"), plan("6"))).toMatchObject({ missing: { code: "indicators.levelPlan" } });
    expect(meetsLevel(definition("poverty.rate_reduction_points"), figure("poverty.rate_reduction_points"), plan("1.70"))).toBeNull();
  });

  it("a plan of nought has no percentage", () => {
    expect(percentOfPlan(definition("poverty.net_reduction_households"), figure("poverty.net_reduction_households"), plan("0"))).toMatchObject({ missing: { code: "indicators.zeroPlan" } });
  });
});

describe("a rate that cannot be", () => {
  it("with a denominator of 0 is missing", () => {
    expect(evaluate(definitions(), "poverty.poor_rate", { ...AN_PHU, now: counts(0, 0, 0) })).toMatchObject({ missing: { code: "indicators.zeroDenominator" } });
  });

  it("above 100% is refused, as the 2040% that a real export printed", () => {
    expect(evaluate(definitions(), "poverty.poor_rate", { ...AN_PHU, now: counts(10, 204, 0) })).toMatchObject({ missing: { code: "indicators.rateAbove100", data: { part: 204, whole: 10 } } });
  });
});
