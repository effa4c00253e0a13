import ExcelJS from "exceljs";
import { escapeText } from "../exchange/escape-text.ts";
import { repack } from "../exchange/repack.ts";
import { sheetName } from "../exchange/write-workbook.ts";
import { bodyGrid, headGrid, type GridCell } from "./grid.ts";
import { DRAFT, fieldLabel, MOTTO, NATION, numberLine, placeLine, plainText, RECIPIENTS, type Block, type Column, type Paper, type Table } from "./paper.ts";

const FONT = "Times New Roman";
const THIN = { style: "thin" } as const;
const BORDER = { top: THIN, bottom: THIN, left: THIN, right: THIN };

interface LineLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: "left" | "center" | "right";
}

/** One paper on one sheet, line after line from the top. */
class Sheet {
  readonly #sheet: ExcelJS.Worksheet;
  readonly #columns: number;
  #row = 1;

  constructor(sheet: ExcelJS.Worksheet, columns: number) {
    this.#sheet = sheet;
    this.#columns = columns;
  }

  readonly #styles = new Map<string, Partial<ExcelJS.Style>>();

  /** One object for each look: a list of a province has a million cells, and each own style is compared with all others when written. */
  #style(numFmt: string, size: number, bold: boolean, horizontal: "left" | "center" | "right", isHead: boolean): Partial<ExcelJS.Style> {
    const key = [numFmt, size, bold, horizontal, isHead].join("|");
    let style = this.#styles.get(key);
    if (!style) this.#styles.set(key, (style = { numFmt, font: { name: FONT, size, bold }, alignment: { horizontal, vertical: isHead ? "middle" : "top", wrapText: true }, border: BORDER }));
    return style;
  }

  #text(from: number, to: number, text: string, { bold = false, italic = false, size = 12, align = "left" }: LineLook): void {
    if (to > from) this.#sheet.mergeCells(this.#row, from, this.#row, to);
    const cell = this.#sheet.getCell(this.#row, from);
    cell.value = escapeText(text);
    cell.font = { name: FONT, size, bold, italic };
    cell.alignment = { horizontal: align, vertical: "top", wrapText: true };
    // a merged cell does not grow with its text by itself
    const letters = Array.from({ length: to - from + 1 }, (_, i) => this.#sheet.getColumn(from + i).width ?? 9).reduce((sum, width) => sum + width, 0);
    const lines = Math.ceil((text.length * (size / 11)) / letters);
    if (lines > 1) this.#sheet.getRow(this.#row).height = Math.max(this.#sheet.getRow(this.#row).height ?? 0, lines * size * 1.35);
  }

  line(text: string, look: LineLook = {}): void {
    this.#text(1, this.#columns, text, look);
    this.#row++;
  }

  /** Texts beside each other, each over its part of the columns. */
  beside(texts: readonly string[], look: LineLook): void {
    texts.forEach((text, i) => {
      const [from, to] = [Math.floor((this.#columns * i) / texts.length) + 1, Math.max(Math.floor((this.#columns * i) / texts.length) + 1, Math.floor((this.#columns * (i + 1)) / texts.length))];
      if (text !== "" && to <= this.#columns) this.#text(from, to, text, { align: "center", ...look });
    });
    this.#row++;
  }

  skip(): void {
    this.#row++;
  }

  /** Gives the sheet rows of the headings, which print again on every page. */
  table(table: Table): { readonly from: number; readonly to: number } {
    const from = this.#row;
    const size = Math.max(table.size ?? 12, 10);
    for (const cells of headGrid(table)) this.#cells(cells, table.columns, size, true);
    const to = this.#row - 1;
    for (const cells of bodyGrid(table)) this.#cells(cells, table.columns, size, false);
    return { from, to };
  }

  #cells(cells: readonly GridCell[], columns: readonly Column[], size: number, isHead: boolean): void {
    for (const { column, span, rows, text, number, align, bold } of cells) {
      if (span > 1 || rows > 1) this.#sheet.mergeCells(this.#row, column + 1, this.#row + rows - 1, column + span);
      const cell = this.#sheet.getCell(this.#row, column + 1);
      const { format } = columns[column] ?? {};
      cell.value = number ?? (text === "" ? null : escapeText(text));
      cell.style = this.#style(number === null ? "@" : format === "integer" ? "#,##0" : format === "decimal" ? "#,##0.00" : "General", size, bold, align, isHead);
    }
    this.#row++;
  }
}

function block(sheet: Sheet, one: Block): void {
  switch (one.kind) {
    case "heading":
      return sheet.line(one.text, { bold: true, align: one.align ?? "left" });
    case "paragraph":
      return sheet.line(plainText(one.words), { align: one.align === "justify" || one.align === undefined ? "left" : one.align });
    case "list":
      return one.items.forEach((words, i) => sheet.line(`${one.mark === "number" ? `${i + 1}.` : "-"} ${plainText(words)}`));
    case "fields":
      return sheet.line(one.fields.map((field) => `${fieldLabel(field.label)}${field.value ? field.value : "…………"}`).join("    "));
    case "note":
      return sheet.line(plainText(one.words), { italic: true });
    case "signatures": {
      sheet.skip();
      const columns = one.columns.map(({ lines, note, recipients }) => (recipients ? [RECIPIENTS, ...recipients] : [...lines, ...(note === undefined ? [] : [note])]));
      for (let i = 0; i < Math.max(...columns.map((lines) => lines.length)); i++) sheet.beside(columns.map((lines) => lines[i] ?? ""), { bold: true });
      for (let i = 0; i < 4; i++) sheet.skip();
      return sheet.beside(one.columns.map(({ name }) => name ?? ""), { bold: true });
    }
    case "dots":
    case "qr":
    case "pageBreak":
    case "table":
      return;
  }
}

function head(sheet: Sheet, paper: Paper): void {
  const { head: top } = paper;
  if (top?.formLine !== undefined) sheet.line(top.formLine, { italic: true, align: "right" });
  if (top) {
    if (top.upper !== undefined) sheet.beside([top.upper, NATION], {});
    sheet.beside(top.upper === undefined ? [top.issuer, NATION] : [top.issuer, MOTTO], { bold: true });
    if (top.upper === undefined) sheet.beside(["", MOTTO], { bold: true });
    if (top.number || top.place !== undefined) sheet.beside([top.number ? numberLine(top.number) : "", top.place === undefined ? "" : placeLine(top.place, top.day).trimEnd()], {});
    sheet.skip();
  }
  if (paper.draft) sheet.line(DRAFT, { bold: true, italic: true });
  if (paper.title !== undefined) sheet.line(paper.title, { bold: true, size: 14, align: "center" });
  for (const text of paper.subject ?? []) sheet.line(text, { bold: true, align: "center" });
  for (const words of paper.preamble ?? []) sheet.line(plainText(words), { italic: true });
}

/** Widths in characters: a page of the given kind is about that wide at 11 points. */
const PAGE_CHARACTERS = { portrait: 88, landscape: 132 } as const;

function writePaper(book: ExcelJS.Workbook, paper: Paper, name: string): void {
  const orientation = paper.orientation ?? "portrait";
  const tables = paper.blocks.filter((one) => one.kind === "table");
  // the table with most columns sets the widths of the sheet
  const widest = tables.toSorted((a, b) => b.columns.length - a.columns.length)[0];
  const columns = widest?.columns ?? [{ width: 1 }, { width: 1 }];
  const all = columns.reduce((sum, column) => sum + column.width, 0);
  const written = book.addWorksheet(name, {
    pageSetup: { paperSize: 9, orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins: { left: 0.6, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 } },
  });
  columns.forEach((column, i) => (written.getColumn(i + 1).width = Math.max(5, Math.round((column.width / all) * PAGE_CHARACTERS[orientation]))));
  if (paper.marks?.length) written.headerFooter.oddFooter = `&L&8&I${paper.marks.join(" · ").replaceAll("&", "&&")}`;
  const sheet = new Sheet(written, columns.length);
  head(sheet, paper);
  for (const one of paper.blocks) {
    if (one.kind === "table") {
      sheet.skip();
      const { from, to } = sheet.table(one);
      if (one === widest && to >= from) written.pageSetup.printTitlesRow = `${from}:${to}`;
    } else block(sheet, one);
  }
  for (const mark of paper.marks ?? []) sheet.line(mark, { italic: true, size: 10 });
}

/** The papers as one workbook, each a sheet: numbers are numbers, headings print on every page. The same papers and `frozenAt` give the same bytes. */
export async function papersXlsx(papers: readonly Paper[], title: string, frozenAt: Date): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = "Sinh Kế";
  book.title = title;
  book.created = book.modified = frozenAt;
  const used = new Set<string>();
  papers.forEach((paper) => {
    const name = sheetName(paper.sheet ?? paper.title ?? title);
    let own = name;
    for (let i = 2; used.has(own.toLowerCase()); i++) own = `${name.slice(0, 31 - ` (${i})`.length)} (${i})`;
    used.add(own.toLowerCase());
    writePaper(book, paper, own);
  });
  return repack(new Uint8Array(await book.xlsx.writeBuffer()), frozenAt);
}
