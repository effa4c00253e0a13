import { AppError } from "../../../kernel/error.ts";
import type { FigureInput, NumberInput } from "../../check/rules/model.ts";
import { readOperand, readOutcome, type Source } from "../../check/rules/numbers.ts";
import { valueOfText } from "./cells.ts";
import type { Draft, Row } from "./draft.ts";
import { type Cell, cellsOf } from "./kinds.ts";

export interface Unreadable {
  readonly row: Row;
  readonly cell: Cell;
  /** "number" · "noSuchFigure" · "tooFew" · "pair" */
  readonly problem: string;
  /** the part of the cell that cannot be read */
  readonly text: string;
}

/** Cells that the checker would refuse: found before asking, to show them beside their field. */
export function unreadableCells({ rows, figures }: Draft): readonly Unreadable[] {
  const source: Source = { figures: new Map(figures.map((figure: FigureInput) => [figure.id, figure])), behind: () => undefined };
  return rows.flatMap((row) => cellsOf(row.kind).flatMap((cell) => problemOf(row, cell, source)));
}

function problemOf(row: Row, cell: Cell, source: Source): Unreadable[] {
  const value = valueOfText(cell, row.cells[cell.name]);
  const problem = (name: string, text = ""): Unreadable[] => [{ row, cell, problem: name, text }];
  if (cell.form === "number") return unread([value as NumberInput], cell, source, problem);
  if (cell.form === "termYears") return value === undefined || (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 50) ? [] : problem("years");
  if (cell.form !== "list" && cell.form !== "rates") return [];
  const all = (value ?? []) as readonly unknown[];
  if (all.length < (cell.least ?? 0)) return problem(cell.least === 1 ? "none" : "tooFew");
  if (cell.form === "list") return unread(all as readonly NumberInput[], cell, source, problem);
  const sides = (all as readonly { part: NumberInput; printed: NumberInput }[]).map(({ part, printed }) => [part, printed]);
  const single = sides.find((pair) => pair.includes(""));
  return single ? problem("pair", single.find((side) => typeof side === "string" && side !== "") as string | undefined) : unread(sides.flat(), cell, source, problem);
}

function unread(inputs: readonly NumberInput[], cell: Cell, source: Source, problem: (name: string, text: string) => Unreadable[]): Unreadable[] {
  for (const input of inputs) {
    try {
      if (cell.name === "printed") readOutcome(input, "", source);
      else readOperand(input, "", source);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return problem(error.code === "check.noSuchFigure" ? "noSuchFigure" : "number", String(error.data["text"]));
    }
  }
  return [];
}
