import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import { ProcessFile } from "../../workflow/rules/process.ts";
import { dueOf, ProcedureKind } from "./kind.ts";
import { applyStep, foldProcedure, isRefusal, stepsFrom, type ProcedureAction, type ProcedureState } from "./procedure-state.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const kind = (id: string): ProcedureKind => ProcedureKind.parse(read(`src/poverty/procedures/kinds/${id}.json`));
const process = ProcessFile.parse(read("src/poverty/workflow/process/QD24-2021.json"));
const calendar = { years: new Set<number>(), daysOff: new Set<never>() };
const due = (id: string, on: string) => dueOf(kind(id), process, day(on), calendar);

describe("last day for the decision", () => {
  test("counts 15 days from the 15th; after the 15th from that of the next month, marked as derived", () => {
    expect(due("adhoc_entry", "2026-03-15")).toEqual({ on: "2026-03-30", certainty: "text" });
    expect(due("adhoc_exit", "2026-12-16")).toEqual({ on: "2027-01-30", certainty: "second-hand" });
    expect(due("adhoc_entry", "2026-02-01").on).toBe("2026-03-02");
  });
  test("is not guessed where no term was read", () => {
    for (const id of ["middle_standard", "low_income"]) expect(due(id, "2026-03-01")).toEqual({ on: null, certainty: "unknown" });
  });
});

const RECEIVED: ProcedureAction = { kind: "receive", on: day("2026-03-01"), hasForm: true, papers: [], channel: "post", formNeeded: true, needs: ["meet", "post"] };
const facts = { scoreIncome: 130, scoreDeprivation: 30, incomeMonth: null, surveyor: "A", evidence: "B" };
const after = (...actions: ProcedureAction[]): ProcedureState => foldProcedure([RECEIVED, ...actions]);
const accept: ProcedureAction = { kind: "accept", on: day("2026-03-02") };
const assess: ProcedureAction = { kind: "assess", on: day("2026-03-16"), ...facts, judged: { class: "poor", certainty: "text" } };
const met: ProcedureAction = { kind: "meet", on: day("2026-03-18"), place: "x", chair: "y", present: 10, agree: 5, passed: true };
const posted: ProcedureAction = { kind: "post", on: day("2026-03-19"), places: "x", to: day("2026-03-24") };
const decide = (klass: "poor" | "near_poor", on: string, reason: string | null = null): ProcedureAction => ({ kind: "recognise", on: day(on), class: klass, documentNo: "1", signer: "z", from: day(on), to: null, reason });

describe("state of a request", () => {
  test("only what the text tells may refuse: a class against the points by a rule read in a text cannot be decided, by another it needs a reason", () => {
    const state = after(accept, assess, met, posted);
    expect(applyStep(state, decide("near_poor", "2026-03-25", "vì"))).toEqual({ code: "judgedOtherwise" });
    const second: ProcedureAction = { ...assess, judged: { class: "poor", certainty: "second-hand" } } as ProcedureAction;
    const weaker = after(accept, second, met, posted);
    expect(applyStep(weaker, decide("near_poor", "2026-03-25"))).toEqual({ code: "reasonMissing" });
    expect(isRefusal(applyStep(weaker, decide("near_poor", "2026-03-25", "có quyết định phúc tra")))).toBe(false);
  });
  test("posting must be over, days do not run backwards, a decided request is read-only but for its answer", () => {
    const state = after(accept, assess, met, posted);
    expect(applyStep(state, decide("poor", "2026-03-24"))).toEqual({ code: "postingRuns" });
    expect(applyStep(state, decide("poor", "2026-03-18"))).toEqual({ code: "beforeLastStep" });
    expect(stepsFrom(after(accept, assess, met, posted, decide("poor", "2026-03-25")))).toEqual(["attach", "answer"]);
    expect(stepsFrom(after(accept, { kind: "withdraw", on: day("2026-03-03"), reason: "thôi" }))).toEqual([]);
  });
  test("a complaint is looked into before anybody decides; where the result does not stand, the household is visited, met and posted anew", () => {
    const complained = after(accept, assess, met, posted, { kind: "complain", on: day("2026-03-20"), by: "Hàng xóm", content: "hộ có đất" });
    expect([complained.name, complained.complaint?.by]).toEqual(["posted", "Hàng xóm"]);
    expect(applyStep(complained, decide("poor", "2026-03-26"))).toEqual({ code: "complaintOpen" });
    expect(applyStep(complained, { kind: "refuse", on: day("2026-03-26"), documentNo: "1", signer: "z", reason: "vì" })).toEqual({ code: "complaintOpen" });
    expect(stepsFrom(complained)).toContain("recheck");
    expect(stepsFrom(complained)).not.toContain("complain");
    const recheck = (stands: boolean): ProcedureState => applyStep(complained, { kind: "recheck", on: day("2026-03-22"), surveyor: "A", content: "đã xem", stands }) as ProcedureState;
    expect(isRefusal(applyStep(recheck(true), decide("poor", "2026-03-26")))).toBe(false);
    const anew = recheck(false);
    expect([anew.name, anew.facts, anew.met, anew.postedTo, anew.complaint]).toEqual(["complete", null, false, null, null]);
    expect(stepsFrom(after(accept, assess))).not.toContain("recheck");
  });
  test("a paper attached changes nothing but the day, and the step before it can still be taken back", () => {
    const state = after(accept, assess, { kind: "attach", on: day("2026-03-17"), what: "Phiếu", file: "ab", mime: "image/png" });
    expect([state.name, state.since, state.facts?.scoreIncome]).toEqual(["assessed", "2026-03-17", 130]);
    expect(after(accept, assess, { kind: "attach", on: day("2026-03-17"), what: "Phiếu", file: "ab", mime: "image/png" }, { kind: "takeBack", on: day("2026-03-18"), reason: "nhầm" }).name).toBe("complete");
  });
  test("a meeting that does not carry asks for another visit; taken back, what stood before stands again", () => {
    const failed = after(accept, assess, { ...met, passed: false } as ProcedureAction);
    expect([failed.name, failed.facts, failed.judged]).toEqual(["complete", null, null]);
    const back = after(accept, assess, met, { kind: "takeBack", on: day("2026-03-19"), reason: "nhầm" });
    expect([back.name, back.met, back.since]).toEqual(["assessed", false, "2026-03-16"]);
  });
});
