import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plainDate as day, type PlainDate } from "../../../kernel/date.ts";
import { type CaseAction, type CaseState, actionsFrom, applyAction, foldCase, isRefusal, passes, refusalOf } from "./case-state.ts";

const ON = day("2026-10-01");
const list: CaseAction = { kind: "list", on: ON, origin: "on_list", previousClass: "poor" };
const request: CaseAction = { ...list, origin: "request", previousClass: "none" };
const survey = (id: string | null, more: object = {}): CaseAction => ({ kind: "survey", on: ON, assessmentId: "a", surveyorId: null, flags: [], class: id, list: id === "poor" || id === "near_poor" ? id : null, ...more });
const meet = (agree: number, present: number): CaseAction => ({ kind: "meet", on: ON, meetingId: "m", agree, present, passed: passes(agree, present, 50) });
const post: CaseAction = { kind: "post", on: ON, postingId: "p", from: ON, to: day("2026-10-06") };
const report = (on: PlainDate): CaseAction => ({ kind: "report", on, opinionId: "o" });
const recognise = (on: PlainDate): CaseAction => ({ kind: "recognise", on, decisionNo: "1", class: "poor", list: "poor" });

describe("a household's review", () => {
  it("goes from listed to certified", () => {
    const on = day("2026-10-07");
    const state = foldCase([list, survey("poor"), meet(20, 30), post, report(on), { kind: "opine", on, opinionId: "o" }, recognise(on), { kind: "certify", on, certificateId: "c" }])!;
    expect(state).toMatchObject({ name: "certified", class: "poor", list: "poor", previousClass: "poor", meetingId: "m", flags: [] });
  });

  it("with something missing is surveyed, not scored, and no meeting takes it", () => {
    const state = foldCase([list, survey(null)])!;
    expect(state.name).toBe("surveyed");
    expect(refusalOf(state, meet(20, 30))).toEqual({ code: "needsState", state: "surveyed" });
  });

  it("less than half agreed: visited again, with what was found gone", () => {
    expect(passes(15, 30, 50)).toBe(true);
    expect(foldCase([list, survey("poor"), meet(14, 30)])).toMatchObject({ name: "listed", class: null, flags: ["revisit"], meetingId: null });
    expect(foldCase([list, survey("poor"), meet(14, 30), survey("near_poor"), meet(15, 30)])).toMatchObject({ name: "met", list: "near_poor", flags: [] });
  });

  it("minutes recorded wrongly are taken back: what the household had before the meeting is there again", () => {
    const unmeet: CaseAction = { kind: "unmeet", on: ON, reason: "ghi nhầm số phiếu" };
    for (const votes of [10, 20]) expect(foldCase([list, survey("poor"), meet(votes, 30), unmeet])).toMatchObject({ name: "scored", class: "poor", list: "poor", assessmentId: "a", flags: [], atMeeting: null });
    expect(refusalOf(foldCase([list, survey("poor"), meet(10, 30), survey("near_poor")]), unmeet)?.code).toBe("needsState");
  });

  it("who could not be visited stays on the list with the reason", () => {
    const state = foldCase([list, { kind: "notVisited", on: ON, reason: "đi làm ăn xa" }, meet(20, 30)])!;
    expect(state).toMatchObject({ name: "met", list: "poor", class: null, flags: ["not_visited"], note: "đi làm ăn xa" });
  });

  it("a request is checked first; who does not pass gets a reason and can be taken up again", () => {
    expect(refusalOf(foldCase([request]), survey("poor"))?.code).toBe("quickCheckFirst");
    const failed: CaseAction[] = [request, { kind: "quickCheck", on: ON, passed: false, reason: "có xe ô tô" }];
    expect(foldCase(failed)).toMatchObject({ name: "quick_check_failed", note: "có xe ô tô" });
    const again = foldCase([...failed, { kind: "reopen", on: ON, reason: "nhầm hộ" }])!;
    expect(again.name).toBe("listed");
    expect(refusalOf(again, survey("poor"))?.code).toBe("quickCheckFirst");
  });

  it("nothing is recognised while it is posted, nor with an open complaint", () => {
    const posted = [list, survey("poor"), meet(20, 30), post];
    expect(refusalOf(foldCase(posted), recognise(day("2026-10-06")))?.code).toBe("postingRuns");
    expect(refusalOf(foldCase(posted), recognise(day("2026-10-07")))).toBeUndefined();
    const complaint: CaseAction = { kind: "complain", on: ON, content: "không đồng ý", by: "chủ hộ", dueOn: null };
    expect(refusalOf(foldCase([...posted, complaint]), recognise(day("2026-10-09")))?.code).toBe("needsState");
    const reposted = foldCase([...posted, complaint, { kind: "recheck", on: ON, assessmentId: "b", content: "chấm lại", class: "near_poor", list: "near_poor" }, post])!;
    expect(reposted).toMatchObject({ name: "reposted", list: "near_poor", complaintDue: null });
  });

  it("after recognition nothing changes any more", () => {
    const state = foldCase([list, survey("poor"), meet(20, 30), post, recognise(day("2026-10-07"))])!;
    for (const action of [survey("near_poor"), meet(20, 30), post, { kind: "sendBack", on: ON, reason: "x" }] as CaseAction[]) expect(refusalOf(state, action)?.code).toBe("readOnly");
    expect(actionsFrom(state)).toEqual(["certify"]);
  });
});

const SAMPLES: readonly CaseAction[] = [
  list, request, survey(null), survey("poor"), survey("near_poor"), survey("other"), meet(20, 30), meet(15, 30), meet(14, 30), post, report(ON), report(day("2026-11-01")),
  recognise(ON), recognise(day("2026-11-01")), { kind: "notVisited", on: ON, reason: "r" }, { kind: "sendBack", on: ON, reason: "r" }, { kind: "unmeet", on: ON, reason: "r" },
  { kind: "complain", on: ON, content: "c", by: "b", dueOn: ON }, { kind: "recheck", on: ON, assessmentId: null, content: "c", class: "poor", list: "poor" },
  { kind: "opine", on: ON, opinionId: "o" }, { kind: "certify", on: ON, certificateId: "c" }, { kind: "withdraw", on: ON, reason: "r" }, { kind: "moveAway", on: ON, reason: "r" },
  { kind: "duplicate", on: ON, reason: "r" }, { kind: "reopen", on: ON, reason: "r" }, { kind: "quickCheck", on: ON, passed: true }, { kind: "fileRequest", on: ON, formNo: "1", receivedOn: ON }, { kind: "quickCheck", on: ON, passed: false, reason: "r" },
];
const ONWARD = ["list", "quickCheck", "survey", "meet", "post", "report", "opine", "recognise"];
const anyAction = fc.constantFrom(...SAMPLES);

describe("laws of the fold, on random actions", () => {
  /** Those of the actions that the guards let through, with the state after each. */
  function play(actions: readonly CaseAction[]): { taken: CaseAction[]; states: CaseState[] } {
    const taken: CaseAction[] = [];
    const states: CaseState[] = [];
    for (const action of actions) {
      const next = applyAction(states.at(-1) ?? null, action);
      if (isRefusal(next)) continue;
      taken.push(action);
      states.push(next);
    }
    return { taken, states };
  }

  /** Walks by what is allowed at each step, so that long lives are reached. */
  function wander(picks: readonly number[]): CaseAction[] {
    const taken: CaseAction[] = [];
    let state: CaseState | null = null;
    for (const pick of picks) {
      const open: CaseAction[] = SAMPLES.filter((action) => refusalOf(state, action) === undefined);
      if (open.length === 0) break;
      const onward = open.filter(({ kind }) => ONWARD.includes(kind));
      const from = pick % 5 > 0 && onward.length > 0 ? onward : open;
      taken.push(from[pick % from.length]!);
      state = applyAction(state, taken.at(-1)!) as CaseState;
    }
    return taken;
  }

  it("never reaches a state that its guards forbid", () => {
    let recognised = 0;
    fc.assert(fc.property(fc.array(fc.nat(1000), { maxLength: 60 }), fc.array(anyAction, { maxLength: 10 }), (picks, actions) => {
      const { taken, states } = play([...wander(picks), ...actions]);
      expect(foldCase(taken)).toEqual(states.at(-1) ?? null);
      states.forEach((state, i) => {
        if (state.name === "scored") expect(state.class).not.toBeNull();
        if (["met", "posted", "reported", "opinion", "recognised", "certified"].includes(state.name)) expect(state.class !== null || state.flags.includes("not_visited")).toBe(true);
        if (state.name !== "recognised") return;
        recognised++;
        // since it was last listed: a meeting that agreed, then a posting that has run out
        const before = taken.slice(0, i);
        const met = before.findLastIndex((one) => one.kind === "meet" && one.passed);
        const posted = before.findLastIndex((one) => one.kind === "post");
        const back = before.findLastIndex((one) => one.kind === "sendBack" || one.kind === "reopen" || (one.kind === "unmeet" && one.reason === "r") || (one.kind === "meet" && !one.passed));
        expect(met).toBeGreaterThan(back);
        expect(posted).toBeGreaterThan(met);
        expect(taken[i]!.on > state.posting!.to).toBe(true);
        expect(state.complaintDue).toBeNull();
      });
      const closed = states.findIndex(({ name }) => name === "recognised");
      if (closed >= 0) expect(states.slice(closed + 1).every(({ name }) => name === "certified")).toBe(true);
    }), { numRuns: 1000 });
    expect(recognised).toBeGreaterThan(20);
  });

  it("what is offered is what the guards let through for some data", () => {
    fc.assert(fc.property(fc.array(fc.nat(1000), { maxLength: 30 }), fc.array(anyAction, { maxLength: 5 }), anyAction, (picks, actions, action) => {
      const state = play([...wander(picks), ...actions]).states.at(-1);
      if (state === undefined) return;
      if (refusalOf(state, action) === undefined) expect(actionsFrom(state)).toContain(action.kind);
    }), { numRuns: 1000 });
  });
});
