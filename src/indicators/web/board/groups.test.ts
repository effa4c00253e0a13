import { describe, expect, it } from "vitest";
import type { FigureView } from "../../contract.ts";
import { groupOf, groupsOf } from "./groups.ts";

const figure = (value: string | null): FigureView => ({ indicator: "poverty.poor_rate", value, text: value && `${value.replace(".", ",")}%`, unit: "%", unitName: "", marks: [], missing: null });
const figures = (...values: (string | null)[]): FigureView[] => values.map(figure);

describe("communes on the map", () => {
  it("fall into five groups, their limits printed as the numbers are", () => {
    const groups = groupsOf(figures("4.78", "10.05", "5.05", "5.25", "5.30", "5.33", "5.51", "5.93", "5.95", "6.14"));
    expect(groups.map(({ from, to }) => `${from}–${to}`)).toEqual(["4,78%–5,05%", "5,25%–5,30%", "5,33%–5,51%", "5,93%–5,95%", "6,14%–10,05%"]);
  });

  it("share a group when their numbers are equal", () => {
    const groups = groupsOf(figures("5.33", "5.33", "5.33", "6.00"));
    expect(groups).toHaveLength(2);
    expect(groups[0]!.from).toBe(groups[0]!.to);
  });

  it("stay without one where the number is missing", () => {
    const groups = groupsOf(figures("5.33", null));
    expect(groupOf(groups, figure("5.33"))).toBe(0);
    expect(groupOf(groups, figure(null))).toBeUndefined();
    expect(groupsOf(figures(null, null))).toEqual([]);
  });
});
