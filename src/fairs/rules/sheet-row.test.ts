import { describe, expect, it } from "vitest";
import { readSheetRow } from "./sheet-row.ts";

const stepsOf = (texts: Record<string, string>) => readSheetRow(texts).value?.steps.map(({ step, topic, nextOn }) => [step, topic, nextOn]);

describe("a line of a fair's sheet", () => {
  it("reads ticks, and words that say more than a tick", () => {
    expect(stepsOf({ firm: "Công ty May", f5a: "x", f5b: "30/11/2026", f7: "Nhật Bản", f8: "có", f9: "1" })).toEqual([["f5a", null, null], ["f9", "job", null], ["f5b", null, "2026-11-30"], ["f7", "Nhật Bản", null], ["f8", null, null]]);
    expect(stepsOf({ f7: "không", f8: "" })).toEqual([]);
  });

  it("takes a firm without any tick as a registration with it", () => {
    expect(stepsOf({ firm: "Công ty May" })).toEqual([["f4a", null, null]]);
    expect(stepsOf({ firm: "Công ty May", f4b: "x" })).toEqual([["f4b", null, null]]);
  });

  it("says what cannot be so and what is missing", () => {
    expect(readSheetRow({ f5a: "x" })).toEqual({ problems: [{ severity: "error", code: "fairs.sheet.firmMissing", field: "firm" }] });
    expect(readSheetRow({ firm: "A", f6: "chắc vậy" }).problems).toMatchObject([{ severity: "error", code: "fairs.sheet.markUnread", data: { text: "chắc vậy" } }]);
    const row = readSheetRow({ firm: "A", f5b: "x", phone: "abc" });
    expect(row.problems?.map(({ severity, code }) => [severity, code])).toEqual([["warning", "fairs.sheet.noDay"], ["warning", "fairs.sheet.phoneUnread"]]);
    expect(row.value?.phone).toBeNull();
  });
});
