import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { plainDate } from "../../../kernel/date.ts";
import { isEnrolled, isGraduate, wrongMark, wrongOutcome } from "./check-outcome.ts";
import { OutcomeKinds } from "./kinds.ts";

const kinds = z.parse(OutcomeKinds, JSON.parse(readFileSync(new URL("../outcome-kinds.json", import.meta.url), "utf8")));
const said = { kind: "dn_tuyen", placeKind: null, incomeBeforeDong: null, incomeAfterDong: null, effects: [], note: null };

it("asks a mark from some days before its day on, never of a class that goes on", () => {
  const ended = plainDate("2026-05-31");
  expect(wrongMark(null, 1, plainDate("2026-07-01"), kinds)?.code).toBe("training.outcome.notEnded");
  expect(wrongMark(ended, 3, plainDate("2026-08-15"), kinds)).toEqual({ code: "training.outcome.tooEarly", data: { months: 3, dueOn: "2026-08-31", on: "2026-08-15" } });
  expect(wrongMark(ended, 3, plainDate("2026-08-16"), kinds)).toBeUndefined();
});

it("takes only kinds and effects there are, and nothing that contradicts itself", () => {
  expect(wrongOutcome(said, kinds)).toBeUndefined();
  expect(wrongOutcome({ ...said, kind: "giau" }, kinds)?.code).toBe("training.outcome.kindUnknown");
  expect(wrongOutcome({ ...said, effects: ["giau"] }, kinds)?.code).toBe("training.outcome.kindUnknown");
  expect(wrongOutcome({ ...said, kind: "nuoc_ngoai", placeKind: "tinh" }, kinds)?.code).toBe("training.outcome.notAbroad");
  const old = { ...said, kind: "nghe_cu_cao_hon", incomeBeforeDong: 4_000_000 };
  expect(wrongOutcome({ ...old, incomeAfterDong: 4_000_000 }, kinds)?.code).toBe("training.outcome.notHigher");
  expect([wrongOutcome({ ...old, incomeAfterDong: 4_000_001 }, kinds), wrongOutcome({ ...old, incomeAfterDong: 4_000_000, note: "năng suất cao hơn" }, kinds), wrongOutcome({ ...old, incomeAfterDong: null }, kinds)]).toEqual([undefined, undefined, undefined]);
});

it("follows up who passed, and counts as enrolled who began", () => {
  const states = ["registered", "admitted", "studying", "dropped", "examined", "passed", "failed", "certified"];
  expect(states.filter(isGraduate)).toEqual(["passed", "certified"]);
  expect(states.filter((state) => !isEnrolled(state))).toEqual(["registered"]);
});
