import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { loadPolicies } from "./load.ts";
import { eligibilityCommand } from "./eligibility-command.ts";
import { periodOn } from "./rules/eligibility.ts";

const built = loadPolicies();
const folderWith = (content: unknown): string => {
  const folder = mkdtempSync(join(tmpdir(), "policies-"));
  writeFileSync(join(folder, "own.json"), typeof content === "string" ? content : JSON.stringify(content));
  return folder;
};
const own = (policies: unknown[], documents: object = { ...built.documents, "NQ-HĐND": { kind: "Nghị quyết", date: "2025-12-10" } }) => ({ kind: "policies", id: "own", name: { vi: "Của tỉnh", en: "Own" }, documents, parameters: [], groups: [], policies });
const ANGIANG = {
  ...built.policies.find(({ id, scope }) => id === "bhyt.premium.newlyEscaped" && scope === "province:79")!, scope: "province:91",
  validity: [{ from: "2026-01-01", to: null, certainty: "text", source: { doc: "NQ-HĐND", article: null } }],
};

describe("policies as files", () => {
  test("every row of the catalogue is there", () => {
    expect(new Set(built.policies.map(({ id }) => id))).toEqual(new Set([
      "bhyt.premium.poor", "bhyt.premium.near.poorCommune", "bhyt.premium.near", "bhyt.premium.middleFarm", "bhyt.premium.formerDifficult", "bhyt.premium.newlyEscaped", "bhyt.benefit.poor",
      "bhyt.benefit.near", "credit.poor", "credit.near", "credit.newlyEscaped", "edu.tuition", "edu.costs", "edu.higher", "electricity.poor", "electricity.social", "housing.ntp", "housing.temporary",
      "social.base", "social.elderlyPoor", "social.elderly75", "social.singleParent", "social.child3", "pension.social", "livelihood.project", "job.training", "legalAid", "tet.gift", "local.support",
    ]));
  });

  test("a rule that is not known is never active, and no amount is written beside it", () => {
    for (const id of ["tet.gift", "local.support"]) expect(periodOn(built.policies.find((one) => one.id === id)!, plainDate("2026-03-01"))).toBe("ruleUnknown");
    const unknown = built.policies.flatMap(({ benefit }) => benefit.values).flatMap(({ periods }) => periods).filter(({ certainty }) => certainty === "unknown");
    expect(unknown.length).toBeGreaterThan(3);
    expect(unknown.every(({ value }) => value === null)).toBe(true);
  });

  test("a province's own policy takes the place of the national one there, and nowhere else", () => {
    const policies = loadPolicies(undefined, folderWith(own([ANGIANG])));
    const ask = (province: string) => eligibilityCommand({ on: "2026-03-01", class: "none", escapedOn: "2025-12-01", escapedFrom: "poor", province }, policies, "vi", "bhyt.premium.newlyEscaped").policies;
    expect(ask("91")).toMatchObject([{ scope: "province:91", status: "eligible" }]);
    expect(ask("92")).toMatchObject([{ scope: "national", status: "missing", active: false }]);
  });

  test.each([
    ["no JSON", "{", "support.policiesNotJson", "own.json"],
    ["twice", own([ANGIANG, ANGIANG]), "support.policyTwice", "own.json"],
    ["a fact nobody can be asked", own([{ ...ANGIANG, ways: [{ ...ANGIANG.ways[0], all: [{ fact: "household", code: "richUncle", is: true }] }] }]), "support.referenceMissing", "richUncle"],
    ["a document that is not listed", own([ANGIANG], built.documents), "support.policiesInvalid", "NQ-HĐND"],
    ["a value without source", own([{ ...ANGIANG, validity: [{ from: "2026-01-01", to: null, certainty: "text", source: null }] }]), "support.policiesInvalid", "văn bản nguồn"],
    ["a person's age in a household's policy", own([{ ...ANGIANG, subject: "household", ways: [{ ...ANGIANG.ways[0], all: [{ fact: "age", from: 1, before: null }] }] }]), "support.policiesInvalid", "theo người"],
  ])("%s is refused with where and why", (_, content, code, word) => {
    const load = () => loadPolicies(undefined, folderWith(content));
    expect(load).toThrow(code);
    expect(load).toThrow(word);
  });
});
