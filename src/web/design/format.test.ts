import { describe, expect, it } from "vitest";
import { capital, dayText, figureText } from "./format.ts";

describe("figures on the screen", () => {
  it("tell nothing, zero, percent and points apart", () => {
    expect(figureText(null)).toBe("—");
    expect(figureText(0)).toBe("0");
    expect(figureText(41504)).toBe("41.504");
    expect(figureText({ kind: "rate", value: "5.67", decimals: 2 })).toBe("5,67%");
    expect(figureText({ kind: "points", value: "-2.29", decimals: 2 })).toBe("−2,29 điểm %");
  });

  it("begin a cell with a capital", () => {
    expect(capital("ấp Phú Lợi")).toBe("Ấp Phú Lợi");
    expect(capital("")).toBe("");
  });

  it("write a day as officials do and leave a year alone", () => {
    expect(dayText("2024-06-28")).toBe("28/06/2024");
    expect(dayText("1957")).toBe("1957");
    expect(dayText(undefined)).toBe("—");
  });
});
