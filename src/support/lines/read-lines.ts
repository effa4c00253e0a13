import { cellAddress } from "../../exchange/address.ts";
import { findHeadings, rowKind } from "../../exchange/headings.ts";
import { markedCopy, type MarkedCopy } from "../../exchange/marked-copy.ts";
import { knowsHeading, proposeMapping } from "../../exchange/propose-mapping.ts";
import type { Problem, Severity } from "../../exchange/problem.ts";
import { readWorkbookInWorker } from "../../exchange/workbook-client.ts";
import type { CellValue, SheetRow } from "../../exchange/workbook.ts";
import { AppError } from "../../kernel/error.ts";
import { fill, type Language, type Messages } from "../../platform/http/messages.ts";
import en from "../messages.en.json" with { type: "json" };
import vi from "../messages.vi.json" with { type: "json" };
import { LINE_FORMAT, textOf, type LineKey } from "./line-format.ts";

/** A line of a file as it was read: its place, and the cells by field. */
export interface ReadLine {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly row: number;
  readonly cells: Readonly<Partial<Record<LineKey, CellValue>>>;
  readonly columns: Readonly<Partial<Record<LineKey, number>>>;
}

export interface ReadLines {
  readonly lines: readonly ReadLine[];
  /** row of the headings of each sheet that was read */
  readonly headingRows: ReadonlyMap<number, number>;
  readonly fields: readonly LineKey[];
}

const MOST_LINES = 100_000;

/**
 * All lines of the sheets whose headings name people; totals and signatures are no lines.
 * Errors: refused "support.noLines" · too_large "support.tooManyLines" · those of exchange for files that cannot be read.
 */
export async function readLines(bytes: Uint8Array): Promise<ReadLines> {
  const workbook = await readWorkbookInWorker(bytes);
  const lines: ReadLine[] = [];
  const headingRows = new Map<number, number>();
  const fields = new Set<LineKey>();
  try {
    for (const facts of workbook.sheets) {
      if (facts.hidden || facts.rowCount === 0) continue;
      const rows: SheetRow[] = [];
      for await (const batch of workbook.rows(facts.index)) {
        rows.push(...batch);
        if (rows.length > MOST_LINES) throw new AppError("too_large", "support.tooManyLines", { most: MOST_LINES });
      }
      const headings = findHeadings(rows.slice(0, 220), facts.merges, knowsHeading(LINE_FORMAT));
      const { mapping } = proposeMapping(LINE_FORMAT, facts.index, rows.slice(0, 220), headings, facts.name);
      const columns = Object.fromEntries(Object.entries(mapping.columns).map(([column, key]) => [key, Number(column)])) as Partial<Record<LineKey, number>>;
      if (headings === undefined || (columns.member_name === undefined && columns.head_name === undefined)) continue;
      headingRows.set(facts.index, headings.lastRow);
      for (const key of Object.keys(columns)) fields.add(key as LineKey);
      for (const { row, values } of rows) {
        if (row < headings.dataFrom || rowKind(values) !== "data") continue;
        const cells = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, values[column] ?? null])) as Partial<Record<LineKey, CellValue>>;
        if (textOf(cells.member_name ?? null) !== "" || textOf(cells.head_name ?? null) !== "") lines.push({ sheet: facts.name, sheetIndex: facts.index, row, cells, columns });
      }
    }
  } finally {
    await workbook.close();
  }
  if (lines.length === 0) throw new AppError("refused", "support.noLines", {});
  return { lines, headingRows, fields: [...fields] };
}

/** A problem at a line's cell; codes are words of this feature. */
export function problemAt(line: ReadLine, severity: Severity, code: string, key: LineKey | null, data: Problem["data"] = {}): Problem {
  const column = key === null ? null : (line.columns[key] ?? null);
  return { severity, code, sheet: line.sheet, sheetIndex: line.sheetIndex, row: line.row, column, cell: column === null ? String(line.row) : cellAddress(column, line.row), data };
}

const WORDS: Readonly<Record<Language, Messages>> = { vi, en };

export const sayLine = (problem: Problem, language: Language): string =>
  fill(WORDS[language][problem.code] ?? problem.code, { ...problem.data, cell: problem.cell, row: problem.row, sheet: problem.sheet });

/** The user's own workbook with the problems in it. */
export function markedLines(bytes: Uint8Array, problems: readonly Problem[], { headingRows }: ReadLines, frozenAt: Date, language: Language): Promise<MarkedCopy> {
  const word = (key: string): string => WORDS[language][`support.marked.${key}`]!;
  return markedCopy(bytes, problems, {
    say: (problem) => sayLine(problem, language), frozenAt, headingRows,
    words: { column: word("column"), sheet: word("sheet"), row: word("row"), cells: word("cells"), rejected: word("rejected"), severities: { error: word("error"), warning: word("warning"), note: word("note") } },
  });
}
