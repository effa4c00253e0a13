import { describe, expect, it } from "vitest";
import type { Board, FigureView, PlanView } from "../../contract.ts";
import { trendRows } from "./trend-data.ts";

const rate = (indicator: string, value: string | null): FigureView => ({ indicator, value, text: value, unit: "%", unitName: "", marks: [], missing: null });

const point = (year: number, poor: string | null, ruleset: string | null = null, near: string | null = null): Board["trend"][number] => ({
  year, on: `${year}-12-31`, ruleset, figures: { "poverty.poor_rate": rate("poverty.poor_rate", poor), "poverty.near_poor_rate": rate("poverty.near_poor_rate", near) },
});

const plan = (given: Partial<PlanView>): PlanView => ({
  id: "1", indicator: "poverty.rate_reduction_points", unitUid: "886@0", year: 2023, toYear: null, planKind: "assigned", value: "1.70", text: "1,70 điểm phần trăm", kind: "document",
  document: "Quyết định giao chỉ tiêu", documentDate: "2023-01-05", recordedAt: "2023-02-01T00:00:00Z", voided: false, voidReason: null, ...given,
});

describe("rates over the years", () => {
  it("begin with the first year that has one; a gap later stays a gap", () => {
    const rows = trendRows([point(2020, null), point(2021, null), point(2022, "7.96"), point(2023, null), point(2024, "4.10")], []);
    expect(rows.map((row) => [row.year, row.figures.poor.value])).toEqual([[2022, "7.96"], [2023, null], [2024, "4.10"]]);
    expect(trendRows([point(2022, null), point(2023, null)], [])).toEqual([]);
  });

  it("break where another standard began, not where a year has none", () => {
    const rows = trendRows([point(2020, "3.10", "A"), point(2021, "2.80"), point(2022, "7.96", "B"), point(2023, "5.67", "B")], []);
    expect(rows.map((row) => row.breaks)).toEqual([false, false, true, false]);
  });

  it("lead to the planned rate, or to the rate of the year before less the planned fall", () => {
    const years = [point(2022, "7.96", null, "8.36"), point(2023, "5.67", null, "7.45"), point(2024, null)];
    const [first, second, third] = trendRows(years, [plan({}), plan({ id: "2", year: 2024, indicator: "poverty.poor_rate", value: "4.2" })]);
    expect(first!.targets.poor).toBeNull();
    expect(second!.targets.poor!.value).toBe("6.26");
    expect(second!.targets.near).toBeNull();
    expect(third!.targets.poor!.value).toBe("4.2");
  });

  it("follow the plan of the latest document and never a withdrawn one", () => {
    const plans = [
      plan({ id: "1", value: "1.5", documentDate: null, recordedAt: "2023-09-01T00:00:00Z" }), plan({ id: "2", value: "1.7" }),
      plan({ id: "3", value: "2.0", documentDate: "2023-06-01" }), plan({ id: "4", value: "9", documentDate: "2023-11-01", voided: true }),
    ];
    expect(trendRows([point(2022, "7.96"), point(2023, "5.67")], plans)[1]!.targets.poor!.value).toBe("5.96");
  });
});
