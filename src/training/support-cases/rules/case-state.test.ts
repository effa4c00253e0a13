import { expect, test } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import { afterStep, CASE_STATES, CASE_STEPS, dueOn, stepsFrom } from "./case-state.ts";

test("a case is decided only when its file is complete, and paid only when approved", () => {
  expect(CASE_STATES.filter((state) => afterStep(state, "approve") !== undefined)).toEqual(["complete"]);
  expect(CASE_STATES.filter((state) => afterStep(state, "pay") !== undefined)).toEqual(["approved"]);
  for (const state of ["refused", "paid", "withdrawn"] as const) expect(stepsFrom(state)).toEqual([]);
  for (const step of CASE_STEPS) expect(CASE_STATES.some((state) => afterStep(state, step) !== undefined)).toBe(true);
});

test("how pressing a case is", () => {
  const at = (last: string | null, state: (typeof CASE_STATES)[number] = "complete") => dueOn(state, last === null ? null : day(last), day("2026-03-10"), day("2026-03-12"));
  expect([at("2026-03-09"), at("2026-03-10"), at("2026-03-12"), at("2026-03-13"), at(null, "received"), at("2026-03-01", "paid")]).toEqual(["late", "soon", "soon", "open", "notBegun", "done"]);
});
