import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { folderOf } from "../../platform/resources.ts";
import { readClassRules } from "../class-rules.ts";
import { attendedDays, examReasons, hoursOf, type MarkedSession } from "./attendance.ts";
import { guardClass, tooMany, type ClassFacts } from "./class-guards.ts";
import { sortReasons } from "./class-rules-shape.ts";
import { applyClassStep, foldClass, isRefusal, stepsFrom, type ClassAction } from "./class-state.ts";
import { applyEnrolmentStep, foldEnrolment, type EnrolmentAction } from "./enrolment-state.ts";
import { sessionsOf } from "./timetable.ts";

const RULES = readClassRules(folderOf("src/training/class-rules/national.json"));
const ON = day("2024-03-01");

const READY: ClassFacts = {
  tradeCode: "T1", teacher: "Cô Ba", learners: 30, disabled: 0, contract: { number: "1/HĐ", signedOn: day("2024-02-01"), validTo: null }, funding: { name: "GN 2024", free: 100_000_000 }, cost: 60_000_000,
  licences: [{ number: "GP1", validFrom: day("2020-01-01"), validTo: null, trades: ["T1"], yearlyQuota: 100 }], learnersElsewhere: 60, withoutResult: 0, daysNotLocked: 0, sessions: 20,
};
const codes = (facts: Partial<ClassFacts>, step: Parameters<typeof guardClass>[1] = "open") => guardClass(RULES, step, { ...READY, ...facts }, ON).map(({ code }) => code);

describe("what stands in the way of opening a class", () => {
  it("nothing, when all is there", () => expect(codes({})).toEqual([]));

  it("each guard with what it compared", () => {
    expect(codes({ contract: null })).toEqual(["contractMissing"]);
    expect(codes({ contract: { number: "1", signedOn: day("2024-03-02"), validTo: null } })).toEqual(["contractUnsigned"]);
    expect(codes({ contract: { number: "1", signedOn: day("2023-03-02"), validTo: day("2023-12-31") } })).toEqual(["contractEnded"]);
    expect(codes({ teacher: null })).toEqual(["teacherMissing"]);
    expect(codes({ funding: null })).toEqual(["fundingMissing"]);
    expect(codes({ cost: 100_000_001 })).toEqual(["fundingShort"]);
    expect(codes({ cost: 100_000_000 })).toEqual([]);
    expect(codes({ licences: [] })).toEqual(["licenceMissing"]);
    expect(codes({ licences: [{ ...READY.licences[0]!, validTo: ON }] })).toEqual(["licenceMissing"]);
    expect(codes({ licences: [{ ...READY.licences[0]!, trades: ["T2"] }] })).toEqual(["licenceTrade"]);
    expect(codes({ learnersElsewhere: 71 })).toEqual(["licenceQuota"]);
    expect(codes({ learnersElsewhere: 70 })).toEqual([]);
    expect(codes({ learners: 0, learnersElsewhere: 0 })).toEqual(["noLearners"]);
  });

  it("the 36th learner is a warning with the numbers: the rule was not read in a text", () => {
    expect(tooMany(RULES, 35, 0)).toEqual([]);
    expect(tooMany(RULES, 36, 0)).toEqual([{ code: "maxLearners", certainty: "unchecked", data: { learners: 36, most: 35 } }]);
    expect(sortReasons(tooMany(RULES, 36, 0)).refused).toEqual([]);
    expect(tooMany(RULES, 11, 11).map(({ code }) => code)).toEqual(["maxDisabled"]);
    const read = { ...RULES, maxLearners: { ...RULES.maxLearners, certainty: "text" as const } };
    expect(sortReasons(tooMany(read, 36, 0)).refused).toHaveLength(1);
  });

  it("no least number of learners is known, so none is asked for; a loaded one is", () => {
    expect(codes({ learners: 3 })).toEqual([]);
    const rules = { ...RULES, minLearners: { value: 15, certainty: "text" as const, source: { doc: "HĐ", article: null } } };
    expect(guardClass(rules, "open", { ...READY, learners: 14 }, ON).map(({ code }) => code)).toEqual(["minLearners"]);
  });

  it("closing asks for results, settling for locked sheets", () => {
    expect(codes({ withoutResult: 2 }, "close")).toEqual(["resultsMissing"]);
    expect(codes({ daysNotLocked: 2 }, "settle")).toEqual(["sheetsOpen"]);
  });
});

const LIFE: ClassAction[] = [
  { kind: "plan", on: day("2024-01-05") }, { kind: "approve", on: day("2024-02-01"), decisionNo: "12/QĐ-UBND" }, { kind: "open", on: day("2024-03-01") }, { kind: "start", on: day("2024-03-02") },
  { kind: "exam", on: day("2024-05-02") }, { kind: "close", on: day("2024-05-10") }, { kind: "settle", on: day("2024-06-01"), document: "BBTL" },
];

describe("the life of a class", () => {
  it("goes from planned to settled, keeping its days", () => {
    expect(foldClass(LIFE)).toMatchObject({ name: "settled", openedOn: "2024-03-01", endedOn: "2024-05-10", decisionNo: "12/QĐ-UBND", decidedOn: "2024-02-01" });
  });

  it("no step out of its place or back in time; the last one can be taken back", () => {
    const planned = foldClass(LIFE.slice(0, 1));
    const opening = applyClassStep(planned, { kind: "open", on: ON });
    expect(isRefusal(opening) && opening.code).toBe("needsState");
    const early = applyClassStep(foldClass(LIFE.slice(0, 2)), { kind: "open", on: day("2024-01-31") });
    expect(isRefusal(early) && early.code).toBe("beforeLastStep");
    expect(foldClass([...LIFE.slice(0, 3), { kind: "takeBack", on: ON, reason: "nhầm ngày" }])).toMatchObject({ name: "approved", openedOn: null });
    expect(stepsFrom("settled")).toEqual(["takeBack"]);
    expect(foldClass([...LIFE.slice(0, 3), { kind: "cancel", on: ON, reason: "thiếu học viên" }]).name).toBe("cancelled");
  });
});

describe("a learner in a class", () => {
  const steps = (...more: EnrolmentAction[]): EnrolmentAction[] => [{ kind: "register", on: ON }, { kind: "admit", on: ON }, { kind: "begin", on: ON }, ...more];

  it("passes and is certified; who failed may sit again; who dropped out is not certified", () => {
    const passed: EnrolmentAction = { kind: "result", on: ON, theory: "7.5", practice: "8", passed: true, grade: "Khá" };
    expect(foldEnrolment(steps({ kind: "admitToExam", on: ON }, passed))).toMatchObject({ name: "passed", theory: "7.5", grade: "Khá", examinedOn: ON });
    expect(foldEnrolment(steps({ kind: "admitToExam", on: ON }, { ...passed, passed: false }, { kind: "admitToExam", on: ON }, passed, { kind: "certify", on: ON, serialNo: "A1" })).name).toBe("certified");
    const dropped = foldEnrolment(steps({ kind: "drop", on: ON, why: "died" }));
    expect(dropped).toMatchObject({ name: "dropped", dropReason: "died", droppedOn: ON });
    expect(applyEnrolmentStep(dropped, { kind: "certify", on: ON, serialNo: "A1" })).toEqual({ code: "needsState" });
    expect(foldEnrolment(steps({ kind: "drop", on: ON, why: "own_wish" }, { kind: "takeBack", on: ON, reason: "học lại" }))).toMatchObject({ name: "studying", droppedOn: null });
  });
});

const session = (on: string, kind: MarkedSession["kind"], mark: MarkedSession["mark"], more: Partial<MarkedSession> = {}): MarkedSession => ({ on: day(on), kind, hours: "4", cancelled: false, mark, ...more });

describe("attendance", () => {
  it("two sessions of a day are one meal day, a cancelled one is none, late is present, absence and leave are not", () => {
    const sessions = [
      session("2024-03-04", "theory", "present"), session("2024-03-04", "practice", "late"), session("2024-03-05", "practice", "absent"), session("2024-03-05", "practice", "present"),
      session("2024-03-06", "practice", "present", { cancelled: true }), session("2024-03-07", "practice", "leave"), session("2024-03-08", "practice", null),
    ];
    expect(attendedDays(sessions)).toBe(2);
    expect(attendedDays(sessions, day("2024-03-04"))).toBe(1);
  });

  it("sits the exam with 70 % of theory and all practice; both are warnings", () => {
    const theory = (there: number) => Array.from({ length: 10 }, (_, i) => session(`2024-03-${String(i + 10)}`, "theory", i < there ? "present" : "absent"));
    expect(examReasons(RULES, theory(7))).toEqual([]);
    expect(examReasons(RULES, theory(6))).toEqual([{ code: "theoryMissed", certainty: "unchecked", data: { percent: 70, attended: 60 } }]);
    expect(examReasons(RULES, [...theory(10), session("2024-04-01", "practice", "absent"), session("2024-04-02", "practice", "present")]).map(({ code }) => code)).toEqual(["practiceMissed"]);
    expect(hoursOf([session("2024-03-04", "integrated", "present", { hours: "4.5" })])).toEqual({ theory: { attended: 22.5, held: 22.5 }, practice: { attended: 22.5, held: 22.5 } });
    expect(examReasons(RULES, [])).toEqual([]);
  });
});

describe("a timetable from a weekly pattern", () => {
  it("follows the weekdays, leaves days off out and stops at its end", () => {
    const lines = [{ weekday: 6, part: "afternoon", kind: "practice", hours: "4" }, { weekday: 6, part: "morning", kind: "theory", hours: "4" }, { weekday: 1, part: "evening", kind: "theory", hours: "2.5" }] as const;
    // 2024-03-02 is a Saturday
    expect(sessionsOf(lines, day("2024-03-01"), { count: 4 }).map(({ on, part }) => `${on} ${part}`)).toEqual(["2024-03-02 morning", "2024-03-02 afternoon", "2024-03-04 evening", "2024-03-09 morning"]);
    expect(sessionsOf(lines, day("2024-03-01"), { to: day("2024-03-09") }, new Set([day("2024-03-02")])).map(({ on }) => on)).toEqual(["2024-03-04", "2024-03-09", "2024-03-09"]);
    expect(sessionsOf([], day("2024-03-01"), { count: 4 })).toEqual([]);
  });
});
