import { columnLetters } from "../../exchange/address.ts";
import { findHeadings, type HeadingBlock, isNumberRow, rowKind } from "../../exchange/headings.ts";
import { knowsHeading, proposeMapping } from "../../exchange/propose-mapping.ts";
import { TableTotals } from "../../exchange/table-totals.ts";
import type { CellValue, SheetFacts, SheetRow, Workbook } from "../../exchange/workbook.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { GroupWords } from "../allowance/rules/words-of-case.ts";
import { PAYMENT_LIST, type PaymentKey, textOf } from "./format.ts";

/** A line as it stands: cells by field, and groups told by a mark in a column of their own. */
export interface PaymentLine {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<PaymentKey, CellValue>>>;
  readonly marked: readonly { readonly code: string; readonly column: number }[];
  /** a row above the line that names its class */
  readonly section: string | null;
}

export interface WrongTotal {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly sum: number;
}

export interface PaymentSheet {
  readonly facts: SheetFacts;
  readonly headings: HeadingBlock;
  readonly columns: Readonly<Partial<Record<PaymentKey, number>>>;
  readonly mapping: readonly { readonly column: string; readonly heading: string; readonly field: string | null }[];
  readonly title: readonly string[];
  /** what a bare amount counts, from "ĐVT: nghìn đồng": 1, 1,000 or 1,000,000 */
  readonly unit: number;
  /** from the title: "khai giảng ngày 10/5/2023" */
  readonly openedOn: PlainDate | null;
  readonly lines: readonly PaymentLine[];
  readonly wrongTotals: readonly WrongTotal[];
  /** cells whose formula has no stored result, and the first of them */
  readonly uncalculated: { readonly count: number; readonly first: string };
}

const PEEKED = 220;
const MOST_LINES = 50_000;
const SUMMED: readonly PaymentKey[] = ["cost", "meal", "travel", "total", "days", "actual_cost"];

/**
 * Every sheet whose headings name people and an amount.
 * Errors: refused "training.paymentList.noList" (the headings that were found) · too_large "training.paymentList.tooMany".
 */
export async function readPaymentSheets(workbook: Workbook, words: GroupWords): Promise<PaymentSheet[]> {
  const sheets: PaymentSheet[] = [];
  const seen: string[] = [];
  for (const facts of workbook.sheets) {
    if (facts.hidden || facts.rowCount === 0) continue;
    const rows: SheetRow[] = [];
    const stream = workbook.rows(facts.index);
    for await (const batch of stream) {
      rows.push(...batch);
      if (rows.length > MOST_LINES) throw new AppError("too_large", "training.paymentList.tooMany", { most: MOST_LINES });
    }
    const headings = findHeadings(rows.slice(0, PEEKED), facts.merges, (text) => knowsHeading(PAYMENT_LIST)(text) || words.find(text) !== undefined);
    if (headings === undefined) continue;
    const { mapping, columns: proposed } = proposeMapping(PAYMENT_LIST, facts.index, rows.slice(0, PEEKED), headings, facts.name);
    const columns = Object.fromEntries(Object.entries(mapping.columns).map(([column, key]) => [key, Number(column)])) as Partial<Record<PaymentKey, number>>;
    seen.push(...headings.columns.flatMap(({ path }) => path.slice(-1)));
    if (columns.full_name === undefined || (["cost", "meal", "travel", "total"] as const).every((key) => columns[key] === undefined)) continue;
    const marks = markColumns(headings, new Set(Object.values(columns)), words, rows.filter(({ row }) => row >= headings.dataFrom));
    const title = [facts.name, ...headings.title];
    const { lines, wrongTotals } = readRows(rows, headings, columns, marks);
    sheets.push({
      facts, headings, columns, title, unit: unitOf([...title, ...headings.columns.flatMap(({ path }) => path)]), openedOn: openedIn(title), lines, wrongTotals,
      uncalculated: { count: stream.seen.formulasWithoutValue, first: stream.seen.firstFormulaWithoutValue ?? "" },
      mapping: proposed.map(({ column, letters, heading, field }) => ({ column: letters, heading, field: field ?? marks.find((mark) => mark.column === column)?.code ?? null })),
    });
  }
  if (sheets.every(({ lines }) => lines.length === 0)) throw new AppError("refused", "training.paymentList.noList", { headings: seen.slice(0, 30).join(", ") || "—" });
  return sheets;
}

interface Mark {
  readonly code: string;
  readonly column: number;
}

/** Columns with the name of a group as their heading and nothing but marks below: "Đối tượng > Hộ nghèo | Cận nghèo | DTTS". */
function markColumns(headings: HeadingBlock, taken: ReadonlySet<number>, words: GroupWords, data: readonly SheetRow[]): Mark[] {
  return headings.columns.flatMap(({ column, path }) => {
    const code = words.find(path.at(-1) ?? "");
    const cells = data.map(({ values }) => textOf(values[column])).filter((text) => text !== "");
    return code !== undefined && !taken.has(column) && cells.every((text) => isMark(text) || /^\d+$/.test(text)) ? [{ code, column }] : [];
  });
}

const isMark = (text: string): boolean => ["x", "v", "1", "co", "✓", "✔", "+"].includes(fold(text));

function readRows(rows: readonly SheetRow[], headings: HeadingBlock, columns: PaymentSheet["columns"], marks: readonly Mark[]): Pick<PaymentSheet, "lines" | "wrongTotals"> {
  const lines: PaymentLine[] = [];
  const totals = new TableTotals();
  const summed = new Set(SUMMED.flatMap((key) => columns[key] ?? []));
  let section: string | null = null;
  for (const { row, values } of rows) {
    if (row < headings.dataFrom) continue;
    const kind = rowKind(values);
    if (kind === "signature" && lines.length > 0) break;
    const name = textOf(values[columns.full_name!]);
    const isTotal = kind === "total" || (TOTAL.test(fold(name)) && [...summed].some((column) => typeof values[column] === "number"));
    if (isTotal) totals.add(row, values, true);
    if (kind !== "data" || isTotal || isNumberRow(values)) continue;
    const filled = values.filter((value) => textOf(value) !== "");
    if (filled.length <= 2 && [...summed].every((column) => textOf(values[column]) === "")) {
      section = textOf(filled.find((value) => typeof value === "string") ?? null) || section;
      continue;
    }
    if (name === "" && [...summed].every((column) => textOf(values[column]) === "")) continue;
    totals.add(row, values, false);
    const cells = Object.fromEntries(Object.entries(columns).map(([key, column]) => [key, values[column] ?? null])) as PaymentLine["cells"];
    lines.push({ row, cells, section, marked: marks.filter(({ column }) => isMark(textOf(values[column]))) });
  }
  return { lines, wrongTotals: [...totals.differing((column) => summed.has(column))] };
}

const TOTAL = /^(?:tong cong|tong so|tong|cong)(?:$|[ :.(])/;

function unitOf(texts: readonly string[]): number {
  const all = fold(texts.join(" | "));
  if (/(?:dvt|don vi tinh|don vi|tinh bang)[^|]{0,12}(?:nghin|ngan|1\.000|1000) dong|\((?:nghin|ngan|1\.000|1000) dong\)/.test(all)) return 1_000;
  return /(?:dvt|don vi tinh|don vi)[^|]{0,12}trieu dong|\(trieu dong\)/.test(all) ? 1_000_000 : 1;
}

/** The day that a line above the list tells after "khai giảng", "mở lớp" or "từ ngày". */
export function openedIn(texts: readonly string[]): PlainDate | null {
  for (const text of texts) {
    const found = /(?:khai giảng|mở lớp|bắt đầu|từ ngày)[^\d]{0,30}(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})/iu.exec(text.normalize("NFC"));
    const date = found === null ? undefined : parseLooseDate(found[1]!.replace(/\s*([/.-])\s*/g, "$1"))?.date;
    if (date !== undefined) return date;
  }
  return null;
}

export const headingOf = (sheet: PaymentSheet, column: number): string => sheet.headings.columns[column]?.path.join(" > ") ?? columnLetters(column);
