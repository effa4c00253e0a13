import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../../kernel/date.ts";
import type { OverseasAction } from "../../overseas/rules/case-state.ts";
import { addCounts, NO_COUNTS, tallyMarkets, tallyReturns, tallySenders, type TalliedCase } from "./tally.ts";

const YEAR = { from: day("2026-01-01"), to: day("2026-12-31") };
const wish = (on: string): OverseasAction => ({ kind: "wish", on: day(on), source: "commune" });
const depart = (on: string): OverseasAction => ({ kind: "depart", on: day(on), reportedOn: day("2026-12-30"), dueBackOn: null, reason: "x", previousReturn: null });
const home = (on: string, early: boolean): OverseasAction => ({ kind: "return", on: day(on), early, reason: "x" });
const one = (actions: readonly OverseasAction[], more: Partial<TalliedCase> = {}): TalliedCase => ({
  unitUid: "A", market: "JP", sex: 2, groups: ["poor", "ethnic_minority"], wishedOn: actions[0]!.on, actions, organisationId: null, sender: "Công ty A", homeSupports: [], followUps: [], ...more,
});

describe("tables of labour abroad", () => {
  it("a departure is counted in the year it happened, whatever follows", () => {
    const cases = [one([wish("2025-03-01"), depart("2025-12-31"), home("2026-08-01", true)]), one([wish("2026-01-05"), depart("2026-05-01"), { kind: "abandon", on: day("2026-09-01") }, { kind: "resume", on: day("2026-10-01"), reason: "x" }]), one([wish("2026-02-01")], { market: null, sex: 1 })];
    const rows = tallyMarkets(cases, YEAR);
    expect(rows).toHaveLength(2);
    expect(rows.find(({ market }) => market === "JP")).toMatchObject({ wished: 1, departed: 1, women: 1, poor: 1, nearPoor: 0, minority: 1, abroad: 1, onTime: 0, early: 1, left: 1 });
    expect(rows.find(({ market }) => market === null)).toMatchObject({ wished: 1, departed: 0 });
    expect(tallyMarkets(cases, { from: day("2025-01-01"), to: day("2025-12-31") })).toMatchObject([{ wished: 1, departed: 1, abroad: 1, early: 0 }]);
    expect(rows.reduce(addCounts, NO_COUNTS)).toMatchObject({ wished: 2, departed: 1 });
  });

  it("a departure taken back is in no table", () => {
    expect(tallyMarkets([one([wish("2024-01-01"), depart("2026-05-01"), { kind: "takeBack", on: day("2026-05-02"), reason: "x" }, { kind: "cancel", on: day("2026-05-03"), reason: "x" }])], YEAR)).toEqual([]);
  });

  it("returns tell who was helped and who was in work at six months among those asked", () => {
    const back = (more: Partial<TalliedCase>) => one([wish("2024-01-01"), depart("2024-05-01"), home("2026-02-01", false)], more);
    const cases = [
      back({ homeSupports: [{ kind: "job", on: day("2026-03-01") }], followUps: [{ milestone: 6, on: day("2026-08-05"), outcome: "employed" }] }), back({ followUps: [{ milestone: 6, on: day("2026-08-05"), outcome: "jobless" }] }),
      back({ homeSupports: [{ kind: "advice", on: day("2027-01-05") }] }),
    ];
    expect(tallyReturns(cases, YEAR)).toEqual([{ unitUid: "A", returned: 3, early: 0, assisted: 1, asked6: 2, employed6: 1 }]);
  });

  it("senders are told apart by the register, else by name", () => {
    const cases = [one([wish("2026-01-05"), depart("2026-05-01")]), one([wish("2025-01-05"), depart("2026-06-01")]), one([wish("2026-02-01")], { sender: null }), one([wish("2026-02-01")], { organisationId: "o", sender: "Công ty B" })];
    expect(tallySenders(cases, YEAR)).toEqual([{ unitUid: "A", organisationId: null, sender: "Công ty A", recruited: 1, departed: 2 }, { unitUid: "A", organisationId: "o", sender: "Công ty B", recruited: 1, departed: 0 }]);
  });
});
