import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { judgeSelfTaught, SelfTaughtRules } from "./judge.ts";

const rules = z.parse(SelfTaughtRules, JSON.parse(readFileSync(new URL("../rules.json", import.meta.url), "utf8")));
const claim = { yearsInJob: 3, certificate: null, reason: null };

it("takes three years in the job", () => {
  expect(judgeSelfTaught(claim, rules)).toEqual({ verdict: "taken" });
});

it("asks for a reason below that while the rule was not read in its text, and refuses once it was", () => {
  expect(judgeSelfTaught({ ...claim, yearsInJob: 2 }, rules)).toMatchObject({ verdict: "reason", code: "training.selfTaught.tooFewYears", data: { years: 2, least: 3 } });
  expect(judgeSelfTaught({ ...claim, yearsInJob: 2, reason: "truyền nghề từ nhỏ" }, rules)).toEqual({ verdict: "taken" });
  const read = { leastYears: { ...rules.leastYears, certainty: "text" as const } };
  expect(judgeSelfTaught({ ...claim, yearsInJob: 2, reason: "truyền nghề từ nhỏ" }, read).verdict).toBe("refused");
});

it("never takes who holds a certificate of the trade, whatever the reason", () => {
  expect(judgeSelfTaught({ yearsInJob: 10, certificate: "CC-001", reason: "thử" }, rules)).toMatchObject({ verdict: "refused", data: { serialNo: "CC-001" } });
});
