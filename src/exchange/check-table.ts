import { parseLooseDate } from "../kernel/text/date-words.ts";
import { cellAddress } from "./address.ts";
import { findHeadings, rowKind } from "./headings.ts";
import type { Problem, Severity } from "./problem.ts";
import type { CellValue, RowsSeen, SheetFacts, SheetRow, Workbook } from "./workbook.ts";

const PEEKED = 60;
/** A fault that fills a column is told for its first cells, and then counted. */
const TOLD_PER_COLUMN = 50;
/** From so many cells on, and with so large a share of them, a column is of one kind. */
const [ENOUGH, MOSTLY] = [5, 0.8];

type Kind = "date" | "number" | "identity" | "other";

/** What is amiss with any table, whatever it lists: checked by the kinds of cells in each column, the totals and the file itself. */
export async function checkTable(workbook: Workbook, sheets: readonly number[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const facts of workbook.sheets.filter((sheet) => sheets.includes(sheet.index) && sheet.rowCount > 0)) {
    const stream = workbook.rows(facts.index);
    const peeked: SheetRow[] = [];
    let sheet: TableSheet | undefined;
    for await (const batch of stream) {
      if (sheet === undefined) {
        peeked.push(...batch);
        if (peeked.length < PEEKED) continue;
        sheet = new TableSheet(facts, peeked, problems);
        sheet.take(peeked);
      } else sheet.take(batch);
    }
    if (sheet === undefined) (sheet = new TableSheet(facts, peeked, problems)).take(peeked);
    sheet.finish(stream.seen);
  }
  return problems;
}

class Column {
  cells = 0;
  readonly kinds: Record<Kind, number> = { date: 0, number: 0, identity: 0, other: 0 };
  readonly odd: { readonly row: number; readonly kind: Kind; readonly value: CellValue }[] = [];
  readonly numbers = new Map<string, number>();
  sum = 0;
  whole = true;

  add(row: number, value: CellValue): void {
    const kind = kindOf(value);
    this.cells++;
    this.kinds[kind]++;
    if (kind === "other" || kind === "number") this.odd.push({ row, kind, value });
    if (typeof value === "number" && Number.isSafeInteger(value)) this.sum += value;
    else if (typeof value === "number") this.whole = false;
    if (this.odd.length > 5_000) this.odd.length = 5_000;
  }

  isMostly(kind: Kind): boolean {
    return this.cells >= ENOUGH && this.kinds[kind] >= this.cells * MOSTLY;
  }
}

function kindOf(value: CellValue): Kind {
  if (value instanceof Date) return "date";
  if (typeof value === "number") return "number";
  if (typeof value !== "string") return "other";
  const text = value.trim();
  if (/^\d{12}$|^\d{9}$/.test(text)) return "identity";
  return parseLooseDate(text, 2100) === undefined ? "other" : "date";
}

class TableSheet {
  private readonly facts: SheetFacts;
  private readonly problems: Problem[];
  private readonly from: number;
  private readonly columns: Column[] = [];
  private readonly told = new Map<string, number>();

  constructor(facts: SheetFacts, first: readonly SheetRow[], problems: Problem[]) {
    this.facts = facts;
    this.problems = problems;
    this.from = findHeadings(first, facts.merges, () => false)?.dataFrom ?? 1;
  }

  take(rows: readonly SheetRow[]): void {
    for (const { row, values } of rows) {
      if (row < this.from) continue;
      const kind = rowKind(values);
      if (kind === "total") this.checkTotals(row, values);
      if (kind !== "data") continue;
      for (const [index, value] of values.entries()) if (value !== null && value !== "") this.takeCell(row, index, value);
    }
  }

  finish(seen: RowsSeen): void {
    for (const [index, column] of this.columns.entries()) {
      if (column === undefined) continue;
      for (const { row, kind, value } of column.odd) {
        if (kind === "other" && column.isMostly("date")) this.tell("warning", "tableNotADate", row, index, { value: String(value) });
        if (kind === "number" && column.isMostly("identity")) this.tell("warning", "tableDigitsLost", row, index);
      }
    }
    const { hiddenRows } = this.facts;
    if (hiddenRows.count > 0) this.tell("warning", "tableHiddenRows", 0, null, { count: hiddenRows.count, rows: hiddenRows.first.slice(0, 10).join(", ") });
    if (seen.formulasWithoutValue > 0) this.tell("error", "tableFormulaWithoutValue", 0, null, { count: seen.formulasWithoutValue, first: seen.firstFormulaWithoutValue ?? "" });
    if (seen.legacy.tcvn3 + seen.legacy.vni > 0) this.tell("note", "tableLegacyFonts", 0, null, { count: seen.legacy.tcvn3 + seen.legacy.vni });
  }

  private takeCell(row: number, index: number, value: CellValue): void {
    const column = (this.columns[index] ??= new Column());
    column.add(row, value);
    if (typeof value !== "string") return;
    const text = value.trim();
    if (/^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/.test(text)) this.tell("error", "tableCellError", row, index, { value: text });
    else if (/^\d([.,]\d+)?E\+\d+$/i.test(text)) this.tell("error", "tableNumberShortened", row, index, { value: text });
    else if (/^\d{12}$/.test(text)) {
      const before = column.numbers.get(text);
      if (before === undefined) column.numbers.set(text, row);
      else this.tell("warning", "tableNumberTwice", row, index, { otherRow: before });
    }
  }

  /** Whole numbers only: sums of fractions need the rounding that the table does not state. */
  private checkTotals(row: number, values: readonly CellValue[]): void {
    for (const [index, value] of values.entries()) {
      const column = this.columns[index];
      if (typeof value !== "number" || column === undefined || !Number.isSafeInteger(value)) continue;
      const numbers = column.kinds.number;
      if (numbers >= 2 && numbers === column.cells && column.whole && column.sum !== value) this.tell("warning", "tableTotalDiffers", row, index, { value, sum: column.sum });
    }
    for (const column of this.columns) if (column !== undefined) column.sum = 0;
  }

  private tell(severity: Severity, code: string, row: number, column: number | null, data: Record<string, string | number> = {}): void {
    const times = (this.told.get(`${code} ${column}`) ?? 0) + 1;
    this.told.set(`${code} ${column}`, times);
    if (times > TOLD_PER_COLUMN) return;
    const cell = row === 0 || column === null ? "" : cellAddress(column, row);
    this.problems.push({ severity, code: `exchange.${code}`, sheet: this.facts.name, sheetIndex: this.facts.index, row, column, cell, data });
  }
}
