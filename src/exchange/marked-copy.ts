import { columnLetters } from "./address.ts";
import { escapeText } from "./escape-text.ts";
import { guardWorkbook, WORKBOOK_LIMITS } from "./guards.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { Problem, Severity } from "./problem.ts";
import { patchSheet, type RowMarks, type SheetMarks } from "./sheet-patch.ts";
import { StylesPatch } from "./styles-patch.ts";
import type { CellValue, Workbook } from "./workbook.ts";
import { writeWorkbook } from "./write-workbook.ts";
import { openXlsxPackage } from "./xlsx-package.ts";
import { unpack, writeZip, type ZipPart } from "./zip.ts";

export type MarkedCopyOptions = {
  /** Says a problem in the user's language. */
  readonly say: (problem: Problem) => string;
  /** Words of the copy itself. */
  readonly words: MarkedCopyWords;
  /** Row of each sheet that gets the new column's heading, by sheet; none where absent. */
  readonly headingRows?: ReadonlyMap<number, number>;
  /** Time that the new workbook states. */
  readonly frozenAt: Date;
};

export type MarkedCopyWords = { readonly column: string; readonly sheet: string; readonly row: string; readonly cells: string; readonly rejected: string; readonly severities: Readonly<Record<Severity, string>> };

export type MarkedCopy = { readonly bytes: Buffer; /** The user's own workbook, or a new one of the rows with errors. */ readonly is: "own" | "rejected_rows" };

/** Above this many rows the workbook would have to be held whole: then only the rows with errors are given back. */
export const MOST_ROWS_MARKED = 20_000;

/**
 * The user's workbook with its problems in it: cells coloured, one column of explanations at the right, all other parts byte for byte.
 * For other formats than .xlsx, and above 20,000 rows, a new workbook of the rows with errors and their addresses.
 */
export async function markedCopy(bytes: Uint8Array, problems: readonly Problem[], options: MarkedCopyOptions): Promise<MarkedCopy> {
  const { kind, entries } = guardWorkbook(bytes);
  const workbook = await openWorkbook(bytes);
  const rows = workbook.sheets.reduce((sum, sheet) => sum + sheet.rowCount, 0);
  if (kind !== "xlsx" || rows > MOST_ROWS_MARKED) return { bytes: await rejectedRows(workbook, problems, options), is: "rejected_rows" };
  const parts = openXlsxPackage(bytes, entries, WORKBOOK_LIMITS.partBytes);
  const styles = parts.stylesEntry === undefined ? undefined : new StylesPatch(unpack(bytes, parts.stylesEntry, WORKBOOK_LIMITS.partBytes).toString("latin1"));
  const usable = styles?.usable === true ? styles : undefined;
  const patched = new Map<string, Buffer>();
  for (const [index, sheet] of parts.sheets.entries()) {
    const marks = marksOf(problems.filter((problem) => problem.sheetIndex === index), options, options.headingRows?.get(index));
    if (marks.rows.size > 0) patched.set(sheet.entry.name, patchSheet(unpack(bytes, sheet.entry, WORKBOOK_LIMITS.unpackedBytes), marks, usable).bytes);
  }
  if (usable !== undefined && patched.size > 0) patched.set(parts.stylesEntry!.name, Buffer.from(usable.patched(), "latin1"));
  const out = entries.map((entry): ZipPart => {
    const part = patched.get(entry.name);
    return part === undefined ? { from: bytes, entry } : { name: entry.name, bytes: part };
  });
  return { bytes: writeZip(out), is: "own" };
}

/** A cell holds 32,767 characters. */
const MOST_TEXT = 20_000;

const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
const worse = (a: Severity | undefined, b: Severity): Severity => (a !== undefined && RANK[a] >= RANK[b] ? a : b);

function marksOf(problems: readonly Problem[], options: MarkedCopyOptions, headingRow: number | undefined): SheetMarks {
  const rows = new Map<number, { cells: Map<number, Severity>; worst: Severity; text: string }>();
  for (const problem of problems) {
    if (problem.row === 0) continue;
    const row = rows.get(problem.row) ?? { cells: new Map<number, Severity>(), worst: "note" as Severity, text: "" };
    rows.set(problem.row, row);
    row.worst = worse(row.worst, problem.severity);
    if (problem.column !== null) row.cells.set(problem.column, worse(row.cells.get(problem.column), problem.severity));
    if (row.text.length < MOST_TEXT) row.text = row.text === "" ? escapeText(explain(problem, options)) : `${row.text}\n${explain(problem, options)}`;
  }
  return { rows: rows as ReadonlyMap<number, RowMarks>, heading: headingRow === undefined ? undefined : { row: headingRow, text: options.words.column } };
}

const explain = (problem: Problem, { say, words }: MarkedCopyOptions): string => `${words.severities[problem.severity]}: ${say(problem)}`;

async function rejectedRows(workbook: Workbook, problems: readonly Problem[], options: MarkedCopyOptions): Promise<Buffer> {
  const { words } = options;
  const bySheet = new Map<number, Map<number, Problem[]>>();
  const rejected = new Set(problems.filter((each) => each.severity === "error" || each.code.endsWith(".householdRejected")).map((each) => `${each.sheetIndex}!${each.row}`));
  for (const problem of problems) {
    if (!rejected.has(`${problem.sheetIndex}!${problem.row}`)) continue;
    const rows = bySheet.get(problem.sheetIndex) ?? new Map<number, Problem[]>();
    bySheet.set(problem.sheetIndex, rows.set(problem.row, [...(rows.get(problem.row) ?? []), problem]));
  }
  let width = 0;
  const found: CellValue[][] = [];
  for (const [index, rows] of bySheet) {
    const name = workbook.sheets[index]?.name ?? "";
    const whole = rows.get(0);
    if (whole !== undefined) found.push([name, null, "", whole.map((each) => explain(each, options)).join("\n")]);
    for await (const batch of workbook.rows(index)) {
      for (const { row, values } of batch) {
        const about = rows.get(row);
        if (about === undefined) continue;
        width = Math.max(width, values.length);
        found.push([name, row, about.map((each) => each.cell).join(", "), about.map((each) => explain(each, options)).join("\n"), ...values]);
      }
    }
  }
  const own = Array.from({ length: width }, (_, column) => ({ header: columnLetters(column), width: 14 }));
  const columns = [{ header: words.sheet, width: 22 }, { header: words.row, width: 8, type: "integer" as const }, { header: words.cells, width: 12 }, { header: words.column, width: 60, type: "wrapped" as const }, ...own];
  return writeWorkbook([{ name: words.rejected, columns, rows: found }], options.frozenAt);
}
