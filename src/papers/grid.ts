import { formatDecimalText, formatInteger } from "../kernel/text/number.ts";
import type { Cell, CellValue, Column, Row, Table } from "./paper.ts";

/** A cell of a table in its place; `column` counts from 0, spans are at least 1. */
export interface GridCell {
  readonly column: number;
  readonly span: number;
  readonly rows: number;
  /** as printed */
  readonly text: string;
  /** what a workbook holds; null where it is text or nothing */
  readonly number: number | null;
  readonly align: "left" | "center" | "right";
  readonly bold: boolean;
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

function printed(value: CellValue, format: Column["format"]): { text: string; number: number | null } {
  if (value === null) return { text: "", number: null };
  if (typeof value === "number") return { text: format === "text" || format === undefined ? String(value) : formatInteger(value), number: value };
  if (format === "decimal" && DECIMAL.test(value)) return { text: formatDecimalText(value), number: Number(value) };
  return { text: value, number: null };
}

/** Puts cells of rows into columns; a cell over several rows keeps its columns from the rows below. */
function place<C extends { span: number; rows: number }>(rows: readonly (readonly C[])[]): (C & { column: number })[][] {
  let taken: number[] = [];
  return rows.map((cells) => {
    const next = taken.map((left) => Math.max(0, left - 1));
    let column = 0;
    const placed = cells.map((cell) => {
      while ((taken[column] ?? 0) > 0) column++;
      const at = column;
      for (let i = 0; i < cell.span; i++) next[at + i] = cell.rows - 1;
      column += cell.span;
      return { ...cell, column: at };
    });
    taken = next;
    return placed;
  });
}

export function headGrid(table: Table): GridCell[][] {
  const cells = table.head.map((row) => row.map(({ text, span = 1, rows = 1 }) => ({ text, span, rows, number: null, align: "center" as const, bold: true })));
  return place(cells);
}

const cellOf = (one: CellValue | Cell): Cell => (one !== null && typeof one === "object" ? one : { value: one });

function finish(row: Row, { column, span, rows, cell }: { column: number; span: number; rows: number; cell: Cell }, columns: readonly Column[]): GridCell {
  const { align, format } = columns[column] ?? { align: undefined, format: undefined };
  const numeric = format === "integer" || format === "decimal";
  return {
    column, span, rows, ...printed(cell.value, format),
    align: cell.align ?? (row.look === "group" ? "left" : (align ?? (numeric ? "right" : "left"))),
    bold: cell.bold ?? row.look !== undefined,
  };
}

export function bodyGrid({ columns, rows }: Table): GridCell[][] {
  const cells = rows.map((row) => row.cells.map((one) => {
    const cell = cellOf(one);
    return { cell, span: cell.span ?? 1, rows: cell.rows ?? 1 };
  }));
  return place(cells).map((placed, i) => placed.map((cell) => finish(rows[i]!, cell, columns)));
}
