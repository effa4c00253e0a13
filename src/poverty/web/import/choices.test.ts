import { describe, expect, it } from "vitest";
import type { Choices, SheetView } from "../../household-list/contract.ts";
import { fieldOf, fieldsTwice, isReadable, NO_DRAFT, withDraft } from "../../../exchange/rules/list-draft.ts";
import { isCell, withAccepted, withLeftOut, withMend, withoutMend } from "./choices.ts";

const column = (at: number, field: string | null): SheetView["columns"][number] => ({ column: at, letters: "ABCD"[at]!, heading: "", samples: [], field, confidence: 1, by: "heading" });
const sheet = (index: number, layout: string | null, ...fields: (string | null)[]): SheetView => ({
  index, name: `Trang ${index + 1}`, used: true, kind: "current", layout, shape: "x", firstRow: 3, rows: 9, households: 4, lines: { data: 6, totals: 0, afterEnd: 0 }, columns: fields.map((field, at) => column(at, field)),
});
const none: Choices = { mappings: [], hamlets: {}, complete: null, mends: {}, accept: [], leaveOut: [] };
const first = sheet(0, "after-review", "line_no", "head_name", null);

describe("columns and hamlets chosen on the screen", () => {
  it("sends the whole mapping of a sheet in which one column was chosen, with the form it follows", () => {
    const draft = { ...NO_DRAFT, columns: { "0!2": "birth" } };
    expect(withDraft(none, [first, sheet(1, null, "head_name")], draft).mappings).toEqual([{ sheet: 0, firstRow: 3, layout: "after-review", columns: { 0: "line_no", 1: "head_name", 2: "birth" } }]);
  });

  it("takes a column away, and moves the first row, keeping what was chosen for other sheets before", () => {
    const before: Choices = { ...none, mappings: [{ sheet: 0, firstRow: 2, columns: {} }, { sheet: 1, firstRow: 5, columns: { 0: "class" } }] };
    const chosen = withDraft(before, [first, sheet(1, null, "class")], { ...NO_DRAFT, columns: { "0!0": "" }, firstRows: { 0: 4 } });
    expect(chosen.mappings).toEqual([{ sheet: 1, firstRow: 5, columns: { 0: "class" } }, { sheet: 0, firstRow: 4, layout: "after-review", columns: { 1: "head_name" } }]);
  });

  it("lets a hamlet be made again after one on file was chosen for it", () => {
    const chosen = withDraft({ ...none, hamlets: { "phu loi": "a", "phu hoa": "b" } }, [first], { ...NO_DRAFT, hamlets: { "phu loi": "" } });
    expect(chosen.hamlets).toEqual({ "phu hoa": "b" });
  });

  it("does not read a sheet in which two columns are the same field, or without a first row", () => {
    const draft = { ...NO_DRAFT, columns: { "0!2": "head_name" } };
    expect([...fieldsTwice(first, draft)]).toEqual(["head_name"]);
    expect(fieldOf(first, first.columns[2]!, draft)).toBe("head_name");
    expect([isReadable(first, draft), isReadable(first, NO_DRAFT), isReadable(first, { ...NO_DRAFT, firstRows: { 0: null } })]).toEqual([false, true, false]);
  });
});

describe("cells mended on the screen", () => {
  it("keeps each change until it is taken back", () => {
    const mended = withLeftOut(withMend(withMend(none, "0!H12", "087"), "0!H13", null), "0!14", true);
    expect(mended).toEqual({ ...none, mends: { "0!H12": "087", "0!H13": null }, leaveOut: ["0!14"] });
    expect(withLeftOut(withoutMend(withoutMend(mended, "0!H12"), "0!H13"), "0!14", false)).toEqual(none);
  });

  it("accepts the proposals of a kind once", () => {
    expect(withAccepted(withAccepted(none, "a.b", true), "a.b", true).accept).toEqual(["a.b"]);
  });

  it("mends cells, not rows or sheets", () => {
    expect(["H12", "AA1048576", "12", ""].map(isCell)).toEqual([true, true, false, false]);
  });
});
