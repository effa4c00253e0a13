import { describe, expect, test } from "vitest";
import type { AppError } from "../kernel/error.ts";
import { eligibilityCommand } from "./eligibility-command.ts";
import { loadPolicies } from "./load.ts";

const policies = loadPolicies();
const ask = (json: object, only: string) => eligibilityCommand(json, policies, "vi", only).policies[0]!;
const poor = { on: "2026-03-01", class: "poor" };
const near = { on: "2026-03-01", class: "near_poor" };
const none = { on: "2026-03-01", class: "none" };
const one = (facts: object, top: object = poor) => ({ ...top, subject: "person", person: facts });

// policy · asked · answer · amount in đồng, where one is known
const TABLE: [string, object, string, number | null][] = [
  ["bhyt.premium.poor", poor, "eligible", null],
  ["bhyt.premium.poor", near, "not_eligible", null],
  ["bhyt.premium.poor", { ...poor, on: "2025-08-14" }, "missing", null],
  ["bhyt.premium.near.poorCommune", { ...near, poorCommune: true }, "eligible", null],
  ["bhyt.premium.near.poorCommune", { ...near, commune: { poorCommune: false } }, "not_eligible", null],
  ["bhyt.premium.near.poorCommune", near, "missing", null],
  ["bhyt.premium.near", near, "eligible", null],
  ["bhyt.premium.middleFarm", { ...none, characteristics: ["middleStandardFarm"] }, "eligible", null],
  ["bhyt.premium.middleFarm", none, "missing", null],
  ["bhyt.premium.formerDifficult", one({ ethnicity: "Chăm" }, { ...none, commune: { specialDifficulty: false, specialDifficultyLeftOn: "2024-06-01" } }), "eligible", null],
  ["bhyt.premium.formerDifficult", one({ ethnicity: "Chăm" }, { ...none, commune: { specialDifficultyLeftOn: "2023-03-01" } }), "not_eligible", null],
  ["bhyt.premium.formerDifficult", one({ ethnicity: "01" }, none), "not_eligible", null],
  ["bhyt.premium.newlyEscaped", { ...none, escapedOn: "2025-12-10", province: "91" }, "missing", null],
  ["bhyt.premium.newlyEscaped", { ...none, escapedOn: "2025-12-10", province: "79" }, "eligible", null],
  ["bhyt.premium.newlyEscaped", { ...none, escapedOn: "2023-03-01", province: "79" }, "not_eligible", null],
  ["bhyt.benefit.poor", poor, "eligible", null],
  ["bhyt.benefit.near", near, "eligible", null],
  ["credit.poor", poor, "eligible", 100_000_000],
  ["credit.poor", { ...poor, on: "2019-02-28" }, "missing", null],
  ["credit.near", near, "eligible", 100_000_000],
  ["credit.newlyEscaped", { ...none, escapedOn: "2023-03-02", escapedFrom: "poor" }, "eligible", 100_000_000],
  ["credit.newlyEscaped", { ...none, escapedOn: "2023-03-01", escapedFrom: "poor" }, "not_eligible", null],
  ["credit.newlyEscaped", { ...none, escapedOn: null }, "not_eligible", null],
  ["credit.newlyEscaped", none, "missing", null],
  ["credit.newlyEscaped", near, "not_eligible", null],
  ["edu.tuition", one({ pupil: true, publicSchool: true }, none), "eligible", null],
  ["edu.tuition", one({ pupil: false }, none), "not_eligible", null],
  ["edu.costs", one({ pupil: true }, { ...poor, on: "2024-10-01" }), "eligible", 150_000],
  ["edu.costs", one({ pupil: true }), "missing", null],
  ["edu.higher", one({ higherStudent: true, ethnicity: "Khmer" }), "eligible", null],
  ["edu.higher", one({ higherStudent: true, ethnicity: "Kinh" }), "not_eligible", null],
  ["electricity.poor", poor, "eligible", 59_520],
  ["electricity.poor", { ...poor, on: "2014-12-31" }, "eligible", 46_000],
  ["electricity.poor", { ...poor, on: "2015-01-01" }, "eligible", 49_000],
  ["electricity.poor", { ...poor, on: "2020-01-01" }, "eligible", null],
  ["electricity.social", { ...near, monthlySocialAssistanceMember: true, kwhPerMonth: 50 }, "eligible", 59_520],
  ["electricity.social", { ...near, monthlySocialAssistanceMember: true, kwhPerMonth: 51, offGrid: false }, "not_eligible", null],
  ["electricity.social", { ...poor, monthlySocialAssistanceMember: true, kwhPerMonth: 10 }, "not_eligible", null],
  ["housing.ntp", { ...poor, on: "2025-12-31", poorDistrict: true, splitOn: null }, "eligible", 40_000_000],
  ["housing.ntp", { ...poor, on: "2025-12-31", poorDistrict: true, splitOn: "2023-01-01" }, "not_eligible", null],
  ["housing.ntp", { ...poor, poorDistrict: true, splitOn: null }, "not_eligible", null],
  ["housing.temporary", { ...poor, on: "2025-08-27", temporaryHouse: true }, "not_eligible", null],
  ["housing.temporary", { ...poor, on: "2025-08-26", temporaryHouse: true }, "missing", null],
  ["social.base", one({ socialAssistance: true }, none), "eligible", null],
  ["social.elderlyPoor", one({ birthDate: "1946-03-01", noSupporter: true }), "eligible", 1_000_000],
  ["social.elderlyPoor", one({ birthDate: "1946-03-02", noSupporter: true }), "eligible", 750_000],
  ["social.elderlyPoor", one({ birthDate: "1966-03-02", noSupporter: true }), "not_eligible", null],
  ["social.elderlyPoor", one({ birthDate: "1946-03-02", noSupporter: true }, { ...poor, on: "2024-06-30" }), "eligible", 540_000],
  ["social.elderly75", one({ birthYear: 1949 }, { ...near, specialDifficulty: true, minorityArea: true }), "eligible", 500_000],
  ["social.elderly75", one({ birthYear: 1951 }, { ...near, specialDifficulty: true, minorityArea: true }), "missing", null],
  ["social.singleParent", { ...near, singleParent: true }, "eligible", 500_000],
  ["social.child3", one({ birthDate: "2023-03-02" }, { ...near, specialDifficulty: true }), "eligible", 750_000],
  ["social.child3", one({ birthDate: "2023-03-01" }, { ...near, specialDifficulty: true }), "not_eligible", null],
  ["pension.social", one({ birthDate: "1951-03-01", pensioner: false }, none), "eligible", 500_000],
  ["pension.social", one({ birthDate: "1952-03-01", pensioner: false }, none), "not_eligible", null],
  ["pension.social", one({ birthDate: "1952-03-01", pensioner: false }, near), "eligible", 500_000],
  ["pension.social", one({ birthDate: "1940-03-01", pensioner: false }, { ...none, on: "2025-06-30" }), "not_eligible", null],
  ["livelihood.project", { ...near, on: "2025-06-01" }, "eligible", null],
  ["livelihood.project", { ...none, on: "2025-06-01", escapedOn: "2024-01-01", escapedFrom: "poor" }, "eligible", null],
  ["livelihood.project", near, "missing", null],
  ["job.training", one({ worker: true }, { ...near, on: "2025-06-01" }), "eligible", null],
  ["job.training", one({ lowIncomeWorker: true }, { ...none, on: "2025-06-01" }), "eligible", null],
  ["legalAid", poor, "eligible", null],
  ["legalAid", one({ legalAidGroup: false }, near), "not_eligible", null],
  ["tet.gift", poor, "missing", null],
  ["local.support", poor, "missing", null],
];

describe("each policy", () => {
  test.each(TABLE)("%s · %j → %s", (policy, asked, status, amount) => {
    const found = ask(asked, policy);
    expect([found.status, found.benefit.amount]).toEqual([status, amount]);
    expect(found.reasons.length).toBeGreaterThan(0);
    if (status === "missing" && found.active) expect(found.missing.length).toBeGreaterThan(0);
  });

  test("every policy of the catalogue is in the table", () => {
    expect(new Set(TABLE.map(([policy]) => policy))).toEqual(new Set(policies.policies.map(({ id }) => id)));
  });
});

describe("what counts is the status on the day of the benefit", () => {
  const statuses = [{ class: "poor", from: "2022-12-10", to: "2023-12-10" }, { class: "near_poor", from: "2023-12-10", to: "2025-12-12" }];
  test.each([["2022-12-09", "not_eligible", "not_eligible"], ["2022-12-10", "eligible", "not_eligible"], ["2023-12-09", "eligible", "not_eligible"], ["2023-12-10", "not_eligible", "eligible"], ["2025-12-12", "not_eligible", "not_eligible"]])(
    "%s: poor %s, near-poor %s", (on, asPoor, asNear) => {
      expect([ask({ on, statuses }, "credit.poor").status, ask({ on, statuses }, "credit.near").status]).toEqual([asPoor, asNear]);
    });

  test("36 months from the day it left the list, and not while it is back on it", () => {
    expect(ask({ on: "2026-03-01", statuses }, "credit.newlyEscaped").status).toBe("eligible");
    expect(ask({ on: "2028-12-12", statuses }, "credit.newlyEscaped").status).toBe("not_eligible");
    expect(ask({ on: "2026-03-01", statuses: [...statuses, { class: "poor", from: "2026-01-01" }] }, "credit.newlyEscaped").status).toBe("not_eligible");
  });

  test("the share covered of the near-poor changes on the day the law changes it", () => {
    const share = (on: string) => ask({ on, class: "near_poor" }, "bhyt.benefit.near").benefit.values[0]!.value;
    expect([share("2025-12-31"), share("2026-01-01")]).toEqual([95, 100]);
  });
});

describe("groups", () => {
  test("one premium a person: the best that holds is given, the other names it", () => {
    const all = eligibilityCommand({ ...near, poorCommune: true, members: [{ name: "Trần Thị Thử", ethnicity: "Khmer" }] }, policies).policies;
    expect(all.find(({ policy }) => policy === "bhyt.premium.near")).toMatchObject({ status: "eligible", applies: false, instead: { policy: "bhyt.premium.near.poorCommune" } });
    expect(all.find(({ policy }) => policy === "bhyt.premium.near.poorCommune")).toMatchObject({ applies: true, instead: null });
  });

  test("the highest coefficient of the social allowance", () => {
    const { policies: all } = eligibilityCommand(one({ birthDate: "1950-01-01", noSupporter: true, socialAssistance: true }, { ...poor, specialDifficulty: true, minorityArea: true }), policies);
    const given = all.filter(({ group, persons }) => group === "social.allowance" && persons.some(({ applies }) => applies));
    expect(given.map(({ policy, benefit }) => [policy, benefit.amount])).toEqual([["social.elderlyPoor", 750_000]]);
  });

  test("what might be better is told", () => {
    expect(ask(near, "bhyt.premium.near").maybeBetter.map(({ policy }) => policy)).toEqual(["bhyt.premium.near.poorCommune"]);
  });
});

describe("the question", () => {
  test("the least that is enough: a day and a class", () => {
    const { counts, policies: all } = eligibilityCommand({ on: "2026-03-01", class: "near_poor" }, policies);
    expect(counts.eligible + counts.notEligible + counts.missing).toBe(all.length);
    expect(Math.min(counts.eligible, counts.notEligible, counts.missing)).toBeGreaterThan(0);
  });

  test.each([["hộ cận nghèo"], ["Cận nghèo"], ["near-poor"], ["nearPoor"], ["near_poor"]])("%s is the near-poor list", (status) => {
    expect(eligibilityCommand({ date: "01/03/2026", household: { status } }, policies)).toMatchObject({ on: "2026-03-01", status: "near_poor" });
  });

  test("a person alone, the class beside or below, the commune by its name", () => {
    const asked = { on: "2026-03-01", commune: "xã Phú Hữu", person: { household_class: "hộ nghèo", dob: "1946-03-01", no_supporter: "có" } };
    expect(ask(asked, "social.elderlyPoor")).toMatchObject({ status: "eligible", benefit: { amount: 1_000_000 } });
    expect(eligibilityCommand(asked, policies)).toMatchObject({ subject: "person", status: "poor", unusedFields: ["commune"] });
    expect(() => ask(asked, "no.policy")).toThrow("support.policyUnknown");
  });

  test("what nothing asks for is named, not refused", () => {
    expect(eligibilityCommand({ ...poor, shoeSize: 41, members: [{ name: "A", hat: 1 }] }, policies).unusedFields.toSorted()).toEqual(["members[0].hat", "shoeSize"]);
  });

  test("all that is wrong is told at once, by field, in Vietnamese", () => {
    const problems = (() => {
      try { return eligibilityCommand({ on: "2026-02-30", class: "rich", kwhPerMonth: -1, members: [{ birthYear: 3 }, 7], statuses: [{ class: "poor", from: "2025-01-01", to: "2024-01-01" }] }, policies); }
      catch (error) { return (error as AppError).data["problems"]; }
    })();
    const fields = String(problems).split("\n").map((line) => line.split(":")[0]);
    expect(fields).toEqual(["on", "class", "statuses[0].to", "kwhPerMonth", "members[0].birthYear", "members[1]"]);
  });
});
