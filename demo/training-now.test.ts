import { describe, expect, it } from "vitest";
import { afterStep as afterListStep, type ListState, type ListStep } from "../src/training/allowance-lists/rules/list-state.ts";
import { attendedDays } from "../src/training/rules/attendance.ts";
import type { Mark } from "../src/training/rules/codes.ts";
import outcomeKinds from "../src/training/outcomes/outcome-kinds.json" with { type: "json" };
import { wrongMark, wrongOutcome } from "../src/training/outcomes/rules/check-outcome.ts";
import type { Milestone, OutcomeKinds } from "../src/training/outcomes/rules/kinds.ts";
import { afterStep as afterCaseStep, type CaseState, type CaseStep } from "../src/training/support-cases/rules/case-state.ts";
import { isWorkingDay } from "../src/kernel/working-days.ts";
import type { PlainDate } from "../src/kernel/date.ts";
import { workingCalendar } from "../src/platform/holidays.ts";
import { folderOf } from "../src/platform/resources.ts";
import { isRefusal, applyClassStep, type ClassState } from "../src/training/rules/class-state.ts";
import { applyEnrolmentStep, type EnrolmentState } from "../src/training/rules/enrolment-state.ts";
import { laterClasses } from "./classes-now.ts";
import { dayText } from "./days.ts";
import { generateDemo, sourceOf } from "./generate.ts";
import { LATEST } from "./now.ts";
import { groupBy, rowsOf } from "./rows.testing.ts";
import type { Row } from "./source.ts";

const options = { seed: "học nghề", only: ["30337", "30340", "30346", "30352", "30364", "30367", "30373"] };
const demo = generateDemo(options);
const source = sourceOf(options);
const tables = new Map<string, Row[]>();
const rows = (table: string): Row[] => tables.get(table) ?? tables.set(table, rowsOf(demo, table)).get(table)!;
const text = (value: unknown): string => value as string;
const states = (table: string): unknown[] => [...new Set(rows(table).map((row) => row["state"]))].toSorted();

describe("classes of this year and the year before", () => {
  const classes = laterClasses(source);

  it("stand at every step, each step one that the program takes", () => {
    expect([...new Set(classes.map(({ state }) => state.name))].toSorted()).toEqual(["approved", "closed", "exam", "planned", "running"]);
    for (const { actions, learners } of classes) {
      let state: ClassState | null = null;
      for (const action of actions) {
        const next = applyClassStep(state, action);
        if (isRefusal(next)) throw new Error(`${action.kind}: ${next.code}`);
        state = next;
      }
      for (const learner of learners) {
        let own: EnrolmentState | null = null;
        for (const action of learner.actions) {
          const next = applyEnrolmentStep(own, action);
          if (isRefusal(next)) throw new Error(`${action.kind}: ${next.code}`);
          own = next;
        }
      }
    }
  });

  it("have nothing marked or signed after the last day, and nobody marked after leaving", () => {
    const days = new Map(rows("class_session").map((row) => [row["id"], text(row["on_date"])]));
    const left = new Map(rows("enrolment").map((row) => [row["id"], row["dropped_on"]]));
    expect(rows("attendance").filter((row) => days.get(row["session_id"]!)! > dayText(LATEST))).toEqual([]);
    expect(rows("attendance").filter((row) => left.get(row["enrolment_id"]!) !== null && days.get(row["session_id"]!)! > text(left.get(row["enrolment_id"]!)))).toEqual([]);
    expect(rows("attendance_sheet").filter((row) => text(row["to_on"]) > dayText(LATEST))).toEqual([]);
  });

  it("are visited with the count of the attendance of that day", () => {
    expect(rows("class_visit").length).toBeGreaterThan(6);
    expect(rows("class_visit").filter((row) => (row["present"] as number) > (row["enrolled"] as number) || (row["present"] as number) === 0)).toEqual([]);
    expect(rows("class_visit").filter((row) => row["mended_on"] === null && row["mend_by"] !== null && text(row["mend_by"]) < dayText(LATEST)).length).toBe(1);
  });
});

describe("allowance lists", () => {
  it("stand at every step, in the order of the program", () => {
    expect(states("allowance_list")).toEqual(["approved", "computed", "paid", "returned", "settled", "signed"]);
    const deeds = groupBy(rows("allowance_list_action"), "list_id");
    for (const list of rows("allowance_list")) {
      const steps = deeds.get(text(list["id"]))!.map((row) => row["kind"]).filter((kind) => kind !== "compute" && kind !== "layDown");
      expect(steps.reduce<ListState | undefined>((state, kind) => state && afterListStep(state, kind as ListStep), "computed")).toBe(list["state"]);
      const days = deeds.get(text(list["id"]))!.map((row) => text(row["on_date"]));
      expect(days).toEqual(days.toSorted());
    }
  });

  it("pay what the rules gave, by the days of signed sheets; nothing open is approved", () => {
    const sessions = new Map(rows("class_session").map((row) => [row["id"], text(row["on_date"])]));
    const marks = groupBy(rows("attendance"), "enrolment_id");
    const sheets = groupBy(rows("attendance_sheet"), "class_id");
    const lists = new Map(rows("allowance_list").map((row) => [row["id"], row["state"]]));
    for (const item of rows("allowance_item")) {
      const signed = sheets.get(text(item["class_id"]))!;
      const held = marks.get(text(item["enrolment_id"]))!.map((row) => ({ on: sessions.get(row["session_id"]!)! as PlainDate, mark: row["state"] as Mark, cancelled: false }));
      expect(item["attended_days"]).toBe(attendedDays(held.filter(({ on }) => signed.some((sheet) => text(sheet["from_on"]) <= on && on <= text(sheet["to_on"]))), null));
      const { vi } = JSON.parse(text(item["answer"])) as { vi: { lines: { least: number }[] } };
      expect([item["cost_dong"], item["meal_dong"], item["travel_dong"]]).toEqual(vi.lines.map(({ least }) => least));
      if (["approved", "paid", "settled"].includes(text(lists.get(item["list_id"]!)))) expect([item["outcome"] === "undetermined", item["decided_reason"] !== null]).toEqual([item["outcome"] === "undetermined", item["outcome"] === "undetermined"]);
    }
    expect(new Set(rows("allowance_item").map((row) => row["outcome"]))).toEqual(new Set(["payable", "undetermined"]));
  });
});

describe("requests for support 2.002821", () => {
  it("stand at every step, on working days in order, numbered in the book of each commune", () => {
    expect(states("training_support_case")).toEqual(["approved", "complete", "incomplete", "paid", "received", "refused"]);
    const calendar = workingCalendar({ data: folderOf("data") });
    const deeds = groupBy(rows("training_support_action"), "case_id");
    for (const one of rows("training_support_case")) {
      const [, ...steps] = deeds.get(text(one["id"]))!;
      expect(steps.reduce<CaseState | undefined>((state, { kind }) => state && afterCaseStep(state, kind as CaseStep), "received")).toBe(one["state"]);
      const days = [text(one["received_on"]), ...steps.map((row) => text(row["on_date"]))];
      expect(days).toEqual(days.toSorted());
      expect(days.filter((on) => !isWorkingDay(on as PlainDate, calendar))).toEqual([]);
      if (one["decided_on"] !== null) expect(text(one["decided_on"]) <= text(one["due_on"])).toBe(true);
    }
    const due = rows("training_support_case").filter((row) => row["state"] === "complete").map((row) => row["due_on"]);
    expect([...new Set(due)].toSorted()).toEqual(["2026-11-17", "2026-12-04"]);
  });
});

describe("what comes before and after a class", () => {
  it("needs stand at every step", () => expect(states("training_need")).toEqual(["confirmed", "declined", "draft", "planned", "summed"]));

  it("learners are asked after 1, 3, 6 and 12 months, never too early, with nothing that contradicts itself", () => {
    const kinds = outcomeKinds as unknown as OutcomeKinds;
    const ended = new Map(rows("training_class").map((row) => [row["id"], row["ended_on"]]));
    expect(new Set(rows("training_outcome").map((row) => row["milestone"]))).toEqual(new Set([1, 3, 6, 12]));
    for (const row of rows("training_outcome")) {
      expect(wrongMark(text(ended.get(row["class_id"]!)) as PlainDate, row["milestone"] as Milestone, text(row["on_date"]) as PlainDate, kinds)).toBeUndefined();
      const said = { kind: text(row["kind"]), placeKind: row["place_kind"] as null, incomeBeforeDong: row["income_before_dong"] as number, incomeAfterDong: row["income_after_dong"] as number | null, effects: [], note: null };
      expect(wrongOutcome(said, kinds)).toBeUndefined();
    }
    expect(states("training_outcome")).toEqual(["closed", "recorded", "verified"]);
  });
});
