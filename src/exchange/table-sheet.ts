import { fold } from "../kernel/text/fold.ts";
import { cellAddress } from "./address.ts";
import { type HeadingBlock, rowKind } from "./headings.ts";
import type { Problem, Severity } from "./problem.ts";
import { TableColumn } from "./table-column.ts";
import { checkRates, type NumberRow, ratesOf } from "./table-rates.ts";
import { TableTotals } from "./table-totals.ts";
import type { CellValue, RowsSeen, SheetFacts, SheetRow } from "./workbook.ts";

/** A fault that fills a column is told for its first cells. */
const TOLD_PER_COLUMN = 50;
/** Rows kept for comparing columns with each other: a table of results has fewer, a list of people needs none. */
const MOST_COMPARED = 3_000;
const CELL_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/;

/** One table read to its end, and what is amiss with it. */
export class TableSheet {
  private readonly facts: SheetFacts;
  private readonly problems: Problem[];
  private readonly headings: HeadingBlock | undefined;
  private readonly from: number;
  private readonly columns: TableColumn[] = [];
  private readonly told = new Map<string, number>();
  private readonly seenRows = new Map<string, number>();
  private readonly compared: NumberRow[] = [];
  private readonly totals = new TableTotals();
  private ended = false;

  constructor(facts: SheetFacts, headings: HeadingBlock | undefined, problems: Problem[]) {
    this.facts = facts;
    this.headings = headings;
    this.problems = problems;
    this.from = headings?.dataFrom ?? 1;
  }

  take(rows: readonly SheetRow[]): void {
    for (const { row, values } of rows) {
      if (row < this.from || this.ended) continue;
      const kind = rowKind(values);
      if (kind === "signature") this.ended = true;
      if (kind === "blank" || kind === "signature") continue;
      this.compare(row, values, kind === "total");
      this.totals.add(row, values, kind === "total");
      if (kind === "total") continue;
      this.checkRepeated(row, values);
      for (const [index, value] of values.entries()) if (value !== null && value !== "") this.takeCell(row, index, value);
    }
  }

  finish(seen: RowsSeen): void {
    // text below one heading or without any is a note, no table
    const isTable = this.headings !== undefined && this.columns.filter((column) => column !== undefined).length >= 2;
    if (isTable) {
      for (const [index, column] of this.columns.entries()) if (column !== undefined) this.checkColumn(index, column);
      for (const { row, column, value, sum } of this.totals.differing((column) => this.columns[column]?.addsUp === true && this.columns[column]!.isWhollyNumbers)) {
        this.tell("warning", "tableTotalDiffers", row, column, { value, sum });
      }
      for (const { row, column, value, expected, part, whole } of checkRates(this.compared, ratesOf(this.columns))) {
        this.tell("warning", "tableRateDiffers", row, column, { value, expected, part: this.headingOf(part), whole: this.headingOf(whole) });
      }
      this.checkMerges();
    }
    const { hiddenRows } = this.facts;
    if (hiddenRows.count > 0) this.tell("warning", "tableHiddenRows", 0, null, { count: hiddenRows.count, rows: hiddenRows.first.slice(0, 10).join(", ") });
    if (seen.formulasWithoutValue > 0) this.tell("error", "tableFormulaWithoutValue", 0, null, { count: seen.formulasWithoutValue, first: seen.firstFormulaWithoutValue ?? "" });
    if (seen.legacy.tcvn3 + seen.legacy.vni > 0) this.tell("note", "tableLegacyFonts", 0, null, { count: seen.legacy.tcvn3 + seen.legacy.vni });
  }

  private headingOf(column: number): string {
    return this.headings?.columns[column]?.path.at(-1) ?? cellAddress(column, 1).replace("1", "");
  }

  private takeCell(row: number, index: number, value: CellValue): void {
    const column = (this.columns[index] ??= new TableColumn(this.headings?.columns[index]?.path ?? []));
    column.add(row, value);
    if (typeof value !== "string") return;
    const text = value.trim();
    if (CELL_ERROR.test(text)) this.tell("error", "tableCellError", row, index, { value: text });
    else if (/^\d([.,]\d+)?E\+\d+$/i.test(text)) this.tell("error", "tableNumberShortened", row, index, { value: text });
    else if (/^\d{12}$/.test(text)) {
      const before = column.identities.get(text);
      if (before === undefined) column.identities.set(text, row);
      else this.tell("warning", "tableNumberTwice", row, index, { otherRow: before });
    }
  }

  private checkColumn(index: number, column: TableColumn): void {
    const { kinds } = column;
    const { isDates, isIdentities, isAmounts } = column;
    for (const { row, kind, value } of column.odd) {
      if (isDates && (kind === "other" || kind === "textNumber") && !isYear(value)) this.tell("warning", "tableNotADate", row, index, { value: String(value) });
      else if (isIdentities && kind === "number") this.tell("warning", "tableDigitsLost", row, index);
      else if (isAmounts && kind === "textNumber" && kinds.number > kinds.textNumber) this.tell("warning", "tableNumberAsText", row, index, { value: String(value) });
      else if (isAmounts && kind === "other" && !CELL_ERROR.test(String(value))) this.tell("warning", "tableNotANumber", row, index, { value: String(value) });
    }
    // one word for a column that is text from top to bottom: it looks right and adds up to nothing
    if (isAmounts && column.addsUp && kinds.number === 0) this.tell("note", "tableColumnAsText", column.odd[0]!.row, index, { count: kinds.textNumber });
    if (isDates && kinds.date > 0 && kinds.textDate > 0) this.tell("note", "tableDatesMixed", column.odd.find(({ kind }) => kind === "textDate")?.row ?? 0, index, { dates: kinds.date, texts: kinds.textDate });
  }

  /** The whole line once more, its number in the list aside. A name must be among it: figures of two places may agree. */
  private checkRepeated(row: number, values: readonly CellValue[]): void {
    const cells = values.map((value, index) => (index === 0 && (typeof value === "number" || /^\d+$/.test(String(value ?? ""))) ? "" : value instanceof Date ? value.toISOString() : fold(String(value ?? ""))));
    if (cells.filter((cell) => cell !== "").length < 3 || !cells.some((cell) => /\p{L}{2}/u.test(cell))) return;
    const key = cells.join("|").replace(/\|+$/, "");
    const before = this.seenRows.get(key);
    if (before === undefined) this.seenRows.set(key, row);
    else this.tell("warning", "tableRowTwice", row, null, { otherRow: before });
  }

  private compare(row: number, values: readonly CellValue[], total: boolean): void {
    if (this.compared.length < MOST_COMPARED) this.compared.push({ row, values, total });
  }

  /** Merged cells among the data: sorting and filtering break, and only the first row has the value. */
  private checkMerges(): void {
    const { merges } = this.facts;
    const last = this.compared.at(-1)?.row ?? 0;
    const inside = merges.filter((range) => range.top >= this.from && range.bottom > range.top && range.bottom <= last);
    if (inside.length > 0) this.tell("note", "tableMerged", inside[0]!.top, inside[0]!.left, { count: inside.length });
  }

  private tell(severity: Severity, code: string, row: number, column: number | null, data: Record<string, string | number> = {}): void {
    const times = (this.told.get(`${code} ${column}`) ?? 0) + 1;
    this.told.set(`${code} ${column}`, times);
    if (times > TOLD_PER_COLUMN) return;
    const cell = row === 0 ? "" : column === null ? String(row) : cellAddress(column, row);
    this.problems.push({ severity, code: `exchange.${code}`, sheet: this.facts.name, sheetIndex: this.facts.index, row, column, cell, data });
  }
}

const isYear = (value: CellValue): boolean => /^(?:19|20)\d\d$/.test(String(value).trim());
