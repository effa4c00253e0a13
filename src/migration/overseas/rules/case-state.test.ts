import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import { applyAction, foldOverseas, isRefusal, stateOn, stepsFrom, type OverseasAction, type OverseasState, type Refusal } from "./case-state.ts";

const JAPAN = { market: "JP" };
const wish: OverseasAction = { kind: "wish", on: day("2025-01-10"), source: "commune" };
const depart = (on: string, more: Partial<Extract<OverseasAction, { kind: "depart" }>> = {}): OverseasAction =>
  ({ kind: "depart", on: day(on), reportedOn: day("2026-01-05"), dueBackOn: null, reason: null, previousReturn: null, ...more }) as OverseasAction;
const ready: OverseasAction[] = [wish, { kind: "advise", on: day("2025-01-12"), by: "Xã", content: "thị trường" }, { kind: "study", on: day("2025-02-01"), course: "language", place: "Trung tâm" }, { kind: "await", on: day("2025-10-01"), contractNo: "12" }];
const why = (result: OverseasState | Refusal): string => (isRefusal(result) ? result.code : result.name);
const play = (actions: readonly OverseasAction[], action: OverseasAction, facts: { market: string | null } = JAPAN): string => why(applyAction(actions, action, facts));

describe("a case from the wish to the return", () => {
  it("goes the usual way and counts its first departure only", () => {
    expect(foldOverseas(ready)!.name).toBe("cho_xc");
    const abroad = [...ready, depart("2025-12-31", { dueBackOn: day("2028-12-30") })];
    expect(play(ready, abroad.at(-1)!)).toBe("da_xc");
    const left = [...abroad, { kind: "abandon", on: day("2026-05-01") } as OverseasAction];
    expect(foldOverseas(left)!.name).toBe("bo_hd");
    const again = [...left, { kind: "resume", on: day("2026-07-01"), reason: "làm lại với chủ mới" } as OverseasAction];
    expect(foldOverseas(again)).toMatchObject({ name: "da_xc", departure: { on: "2025-12-31" } });
    expect(play(again, depart("2026-08-01", { reportedOn: day("2026-08-02") }))).toBe("needsState");
    expect(play([...again, { kind: "extend", on: day("2028-11-01"), to: day("2029-12-30"), contractNo: null }], { kind: "return", on: day("2029-12-20"), early: false, reason: "hết hợp đồng" })).toBe("ve_dung_han");
  });

  it("refuses a departure after the day it was reported, also where only the month is known", () => {
    expect(play(ready, depart("2026-01-06"))).toBe("departedAfterReport");
    expect(play(ready, depart("2025-12-31"))).toBe("da_xc");
    expect(play(ready, depart("2026-01-20", { precision: "month" }))).toBe("da_xc");
    expect(play(ready, depart("2026-02-01", { precision: "month" }))).toBe("departedAfterReport");
    expect(foldOverseas([...ready, depart("2025-12-20", { precision: "month" })])!.departure).toMatchObject({ on: "2025-12-01", precision: "month" });
  });

  it("asks for the market and, without a contract waited for, for a reason", () => {
    expect(play(ready, depart("2025-12-31"), { market: null })).toBe("marketMissing");
    expect(play([wish], { kind: "await", on: day("2025-10-01"), contractNo: null }, { market: null })).toBe("marketMissing");
    expect(play([wish], depart("2025-12-31"))).toBe("notAwaited");
    expect(play([wish], depart("2025-12-31", { reason: "gia đình báo sau" }))).toBe("da_xc");
  });

  it("a second stay begins after the return from the first", () => {
    const previousReturn = { on: day("2025-12-01"), precision: "month" } as const;
    expect(play(ready, depart("2025-11-30", { previousReturn }))).toBe("departedBeforeReturn");
    expect(play(ready, depart("2025-12-10", { previousReturn }))).toBe("da_xc");
  });

  it("keeps the order of days, an ended contract and the end of a case", () => {
    expect(play(ready, { kind: "cancel", on: day("2025-09-30"), reason: "đổi ý" })).toBe("beforeLastStep");
    const left = [...ready, depart("2025-12-31"), { kind: "abandon", on: day("2026-05-01") } as OverseasAction];
    expect(play(left, { kind: "return", on: day("2026-06-01"), early: false, reason: "về" })).toBe("leftContract");
    const home = [...left, { kind: "return", on: day("2026-06-01"), early: true, reason: "bị buộc về" } as OverseasAction];
    expect(play(home, depart("2026-07-01", { reportedOn: day("2026-07-02") }))).toBe("needsState");
    expect(stepsFrom(home)).toEqual(["takeBack"]);
    expect(play([...ready, depart("2025-12-31", { dueBackOn: day("2028-12-30") })], { kind: "extend", on: day("2028-01-01"), to: day("2028-12-30"), contractNo: null })).toBe("extendsBackwards");
    expect(play([wish], wish)).toBe("startedAlready");
    expect(play([], depart("2025-12-31"))).toBe("notStarted");
  });

  it("a step recorded wrongly is taken back, the wish is not", () => {
    const abroad = [...ready, depart("2025-12-31")];
    const back: OverseasAction = { kind: "takeBack", on: day("2026-01-06"), reason: "hoãn bay" };
    expect(foldOverseas([...abroad, back])).toMatchObject({ name: "cho_xc", departure: null });
    expect(foldOverseas([...abroad, back, depart("2026-02-10", { reportedOn: day("2026-02-11") })])!.departure).toMatchObject({ on: "2026-02-10" });
    expect(play([wish], back)).toBe("nothingToTakeBack");
    expect(stepsFrom([wish])).not.toContain("takeBack");
  });

  it("a wish that a list named without a day binds no later step", () => {
    const undated: OverseasAction = { kind: "wish", on: day("2025-12-01"), source: "list", undated: true };
    const left = depart("2025-10-20", { reason: "theo danh sách" });
    expect([play([{ ...undated, undated: false }], left), play([undated], left)]).toEqual(["beforeLastStep", "da_xc"]);
    expect([stateOn([undated, left], day("2025-10-25"))!.name, stateOn([undated], day("2025-10-25"))]).toEqual(["da_xc", null]);
    expect(play([undated, left], { kind: "return", on: day("2025-10-01"), early: true, reason: "x" })).toBe("beforeLastStep");
  });

  it("tells where it stood on an earlier day", () => {
    const abroad = [...ready, depart("2025-12-31")];
    expect([stateOn(abroad, day("2025-01-01")), stateOn(abroad, day("2025-06-30"))!.name, stateOn(abroad, day("2025-12-30"))!.name, stateOn(abroad, day("2025-12-31"))!.name]).toEqual([null, "dang_hoc", "cho_xc", "da_xc"]);
  });
});
