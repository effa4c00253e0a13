import { expect, test } from "vitest";
import { plainDate } from "../../../kernel/date.ts";
import { bodyOf, draftOf, emptyDraft } from "./draft.ts";

const typed = { ...emptyDraft("2026", plainDate("2026-06-30")), hamletId: "h", fullName: "Lê Thử", state: "employed", position: "wage", contract: "fixed", contractOn: "2024-01-02", job: " May ", everWorked: "yes", inactiveReason: "study", trainingWant: "no", priority: ["poor"] };

test("only the answers of the branch are sent; a contract only of a wage worker", () => {
  expect(bodyOf(typed)).toMatchObject({ state: "employed", position: "wage", contract: "fixed", contractOn: "2024-01-02", job: "May", everWorked: null, inactiveReason: null, trainingWant: false, priority: ["poor"], major: null });
  expect(bodyOf({ ...typed, position: "owner" })).toMatchObject({ contract: null, contractOn: null, job: "May" });
  expect(bodyOf({ ...typed, state: "unemployed" })).toMatchObject({ position: null, job: null, contract: null, everWorked: true });
});

test("a form on file comes back into the draft as it was sent", () => {
  const form = bodyOf(typed);
  const row = { id: "1", personId: null, fullName: "Lê Thử", birthDate: null, birthYear: 1990, sex: 2, hamletId: "h", hamlet: "ấp Một", unit: "", period: "2026", surveyedOn: "2026-06-30", source: "survey" as const, recordedAt: "", voidedAt: null, voidReason: null, form };
  expect(bodyOf(draftOf(row))).toEqual(form);
  expect(draftOf(row)).toMatchObject({ birth: "1990", sex: "2", trainingWant: "no" });
});
