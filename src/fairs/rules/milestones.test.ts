import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { countMilestones, milestoneState } from "./milestones.ts";

describe("checks 30 and 90 days later", () => {
  it("wait for their day, are due from then on and late a fortnight after", () => {
    const fair = day("2026-03-01");
    expect(milestoneState(fair, 30, false, day("2026-03-30"))).toBe("waiting");
    expect(milestoneState(fair, 30, false, day("2026-03-31"))).toBe("due");
    expect(milestoneState(fair, 30, false, day("2026-04-15"))).toBe("due");
    expect(milestoneState(fair, 30, false, day("2026-04-16"))).toBe("late");
    expect(milestoneState(fair, 30, true, day("2026-09-01"))).toBe("recorded");
  });

  it("are counted by outcome; who cannot be reached stays in the number asked", () => {
    const rows = [{ milestone: 30, outcome: "working" }, { milestone: 30, outcome: "lost" }, { milestone: 90, outcome: "not_working" }] as const;
    expect(countMilestones(rows)[1]).toEqual({ milestone: 30, asked: 2, working: 1, notWorking: 0, lost: 1 });
    expect(countMilestones(rows)[2]).toMatchObject({ asked: 1, notWorking: 1 });
  });
});
