import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate as day, weekdayOf } from "./date.ts";
import { addWorkingDays, isWorkingDay, workingDaysBetween } from "./working-days.ts";

const calendar = { years: new Set([2025]), daysOff: new Set([day("2025-09-01"), day("2025-09-02")]) };

describe("working days", () => {
  it("knows the day of the week, also before 1970", () => {
    expect([day("2026-11-28"), day("2026-11-29"), day("2025-09-01"), day("1969-12-31")].map(weekdayOf)).toEqual([6, 7, 1, 3]);
  });

  it("a term leaves out the weekend and the holiday", () => {
    expect(addWorkingDays(day("2025-08-28"), 3, calendar)).toBe("2025-09-04"); // Thursday: 29/8, (weekend, 1–2/9), 3/9, 4/9
    expect(addWorkingDays(day("2025-10-17"), 3, calendar)).toBe("2025-10-22"); // from a Friday
    expect(addWorkingDays(day("2025-10-17"), 0, calendar)).toBe("2025-10-17");
    expect(() => addWorkingDays(day("2025-10-17"), -1, calendar)).toThrow(/date.badTerm/);
  });

  it("counting a term gives its length back, and its last day is a working day", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 40 }), (offset, days) => {
      const from = addDays(day("2025-01-01"), offset);
      const to = addWorkingDays(from, days, calendar);
      expect(isWorkingDay(to, calendar)).toBe(true);
      expect(workingDaysBetween(from, to, calendar)).toBe(days);
    }));
    expect(workingDaysBetween(day("2025-10-17"), day("2025-10-10"), calendar)).toBe(0);
  });
});
