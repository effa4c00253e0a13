import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { dueOn, needsReason, nextSteps, stateAfter } from "./referral.ts";

describe("somebody sent to a vacancy", () => {
  it("goes from referral to interview to an answer, and begins once", () => {
    expect(nextSteps("referred", false)).toContain("hire");
    expect(nextSteps("interview", false)).toContain("interview");
    expect(nextSteps("hired", false)).toEqual(["hire", "withdraw"]);
    expect(nextSteps("hired", true)).toEqual([]);
    expect(nextSteps("rejected", false)).toEqual([]);
    expect(stateAfter("reject")).toBe("rejected");
    expect(["interview", "hire", "reject", "withdraw"].filter((step) => needsReason(step as never))).toEqual(["reject", "withdraw"]);
  });
  it("is asked for after 30 and 90 days", () => {
    expect(dueOn(day("2026-01-31"), 30)).toBe("2026-03-02");
    expect(dueOn(day("2026-01-31"), 90)).toBe("2026-05-01");
  });
});
