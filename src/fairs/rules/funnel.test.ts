import { describe, expect, it } from "vitest";
import { formatPercent } from "../../kernel/ratio.ts";
import { conversion, funnelOf, lineOf, type StepCount } from "./funnel.ts";
import { fairWarnings } from "./invariants.ts";
import type { FunnelStep } from "./steps.ts";

const tally = (step: FunnelStep, count: number): StepCount => ({ step, persons: 0, touches: 0, tally: count });
const QUIET = { interviewedUnregistered: 0, withoutFollowup: 0, hiredLater: 0 };
/** The fair of 2023: 32 firms, 508 + 19 registrations, 86 interviewed, 75 appointments, 16 abroad, 213 for training. */
const FAIR_2023 = funnelOf([tally("f1", 32), tally("f4a", 508), tally("f4b", 19), tally("f5a", 86), tally("f5b", 75), tally("f7", 16), tally("f8", 213)]);

describe("the funnel", () => {
  it("takes registrations by touches and interviews by distinct persons, and adds the tallies of people without a row", () => {
    const lines = funnelOf([{ step: "f4a", persons: 20, touches: 31, tally: 100 }, { step: "f5a", persons: 12, touches: 15, tally: 4 }]);
    expect(lineOf(lines, "f4a").value).toBe(131);
    expect(lineOf(lines, "f5a").value).toBe(16);
    expect(lineOf(lines, "f8").value).toBe(0);
    expect(lines.map(({ step }) => step)).toEqual(["f1", "f2", "f3", "f4a", "f4b", "f5a", "f5b", "f6", "f7", "f8", "f9"]);
  });

  it("reckons F5/F4 of 2023 as 161 of 527, 30.6% (R9)", () => {
    const { part, whole, rate } = conversion(FAIR_2023);
    expect([part, whole, rate && formatPercent(rate)]).toEqual([161, 527, "30,6%"]);
    expect(conversion(funnelOf([])).rate).toBeNull();
  });
});

describe("the invariants", () => {
  it("find nothing wrong with 2023, and say that tallied registrations can have no follow-up", () => {
    expect(fairWarnings(FAIR_2023, QUIET)).toMatchObject([{ code: "fairs.warning.tallyNoFollowup", data: { count: 229 } }]);
  });

  it("F5a and F5b are at most F4a + F4b", () => {
    expect(fairWarnings(funnelOf([tally("f1", 1), tally("f4a", 10), tally("f4b", 5), tally("f5a", 15)]), QUIET)).toEqual([]);
    expect(fairWarnings(funnelOf([tally("f1", 1), tally("f4a", 10), tally("f4b", 5), tally("f5a", 16)]), QUIET)).toMatchObject([{ code: "fairs.warning.interviewsExceed", data: { interviews: 16, registered: 15 } }]);
    expect(fairWarnings(funnelOf([tally("f1", 1), tally("f4a", 10), tally("f5b", 11)]), QUIET)).toMatchObject([{ code: "fairs.warning.appointmentsExceed" }]);
  });

  it("F6 is at most F5a + F5b; registrations need firms; a person registered has come", () => {
    expect(fairWarnings(funnelOf([tally("f1", 1), tally("f4a", 9), tally("f5a", 4), tally("f5b", 2), tally("f6", 7)]), { ...QUIET, hiredLater: 1 })).toMatchObject([{ code: "fairs.warning.hiredExceed", data: { hired: 7, interviews: 6, later: 1 } }]);
    expect(fairWarnings(funnelOf([tally("f4a", 9)]), QUIET)).toMatchObject([{ code: "fairs.warning.noFirms" }]);
    expect(fairWarnings(funnelOf([tally("f1", 1), { step: "f3", persons: 2, touches: 2, tally: 0 }, { step: "f4a", persons: 3, touches: 3, tally: 0 }]), QUIET)).toMatchObject([{ code: "fairs.warning.registrantsExceed" }]);
  });

  it("names persons interviewed without a registration, and registrations without a follow-up", () => {
    expect(fairWarnings(funnelOf([]), { interviewedUnregistered: 2, withoutFollowup: 1, hiredLater: 0 }).map(({ code }) => code)).toEqual(["fairs.warning.notRegistered", "fairs.warning.noFollowup"]);
  });
});
