import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { exactly, firstOf, lastOf, surelyBefore } from "./known-day.ts";

describe("days known as far as their month or year", () => {
  it("spans what it can have been", () => {
    const february = { on: day("2024-02-17"), precision: "month" } as const;
    expect([firstOf(february), lastOf(february)]).toEqual(["2024-02-01", "2024-02-29"]);
    const year = { on: day("2023-05-01"), precision: "year" } as const;
    expect([firstOf(year), lastOf(year)]).toEqual(["2023-01-01", "2023-12-31"]);
    expect([firstOf(exactly(day("2023-05-02"))), lastOf(exactly(day("2023-05-02")))]).toEqual(["2023-05-02", "2023-05-02"]);
  });

  it("is before another only where no reading says otherwise", () => {
    const may = { on: day("2024-05-01"), precision: "month" } as const;
    expect(surelyBefore(may, exactly(day("2024-05-20")))).toBe(false);
    expect(surelyBefore(exactly(day("2024-05-20")), may)).toBe(false);
    expect(surelyBefore(exactly(day("2024-04-30")), may)).toBe(true);
  });
});
