import { expect, test } from "vitest";
import { type Problem, wordProblem } from "./problem.ts";

const problem: Problem = { severity: "note", code: "x", sheet: "DS", sheetIndex: 0, row: 7, column: 6, cell: "G7", data: { value: "ấp Một" } };

test("a problem tells the cell, and of a whole row the row", () => {
  const [vi, en] = [{ x: "Ô {cell}: chưa có “{value}”." }, { x: "Cell {cell}: no “{value}”." }];
  expect(wordProblem(problem, vi)).toBe("Ô G7: chưa có “ấp Một”.");
  const row = { ...problem, column: null, cell: "7" };
  expect([wordProblem(row, vi), wordProblem(row, en)]).toEqual(["Dòng 7: chưa có “ấp Một”.", "Row 7: no “ấp Một”."]);
});
