import { fold } from "../kernel/text/fold.ts";
import type { CellRange } from "./address.ts";
import type { CellValue, SheetRow } from "./workbook.ts";

export type HeadingColumn = {
  readonly column: number;
  /** Texts from the top line of the headings to the bottom one; empty for a column without heading. */
  readonly path: readonly string[];
};

/** Where a sheet's headings stand and what they say. Rows from 1, both ends included. */
export type HeadingBlock = {
  readonly firstRow: number;
  readonly lastRow: number;
  /** The row "A, B, 1, 2, 3" under the headings, where there is one. */
  readonly numberRow: number | undefined;
  readonly dataFrom: number;
  readonly columns: readonly HeadingColumn[];
  /** Lines above the headings: title, office, date. */
  readonly title: readonly string[];
};

/** How many rows from the top are searched, and how many lines headings have at most. */
const SEARCHED_ROWS = 45;
const MOST_LINES = 4;

type Line = { readonly row: number; readonly values: readonly CellValue[]; readonly texts: number; readonly others: number; readonly known: number };

export const textOf = (value: CellValue | undefined): string => (typeof value === "string" ? value.replace(/\s+/gu, " ").trim() : "");

/**
 * Finds the headings of a sheet from its first rows: lines of texts joined by merged cells, 1–4 of them. `knows` says whether a heading
 * text is one that the expected list uses; without any such text the first full line of texts is taken. Undefined when there is none.
 */
export function findHeadings(rows: readonly SheetRow[], merges: readonly CellRange[], knows: (text: string) => boolean): HeadingBlock | undefined {
  const lines = rows.filter((each) => each.row <= SEARCHED_ROWS + (rows[0]?.row ?? 0)).map((each) => measure(each, knows));
  const best = bestLine(lines);
  if (best === undefined) return undefined;
  let [top, bottom] = grow(best.row, merges, lines);
  const numberLine = lines.find((line) => line.row > bottom && line.row <= bottom + 2 && isNumberRow(line.values));
  const block = lines.filter((line) => line.row >= top && line.row <= bottom);
  [top, bottom] = [block[0]?.row ?? top, block.at(-1)?.row ?? bottom];
  const near = merges.filter((range) => range.top <= bottom && range.bottom >= top);
  return {
    firstRow: top,
    lastRow: bottom,
    numberRow: numberLine?.row,
    dataFrom: (numberLine?.row ?? Math.max(bottom, ...near.map((range) => range.bottom))) + 1,
    columns: flatten(block, near),
    title: lines.filter((line) => line.row < top).flatMap((line) => line.values.map(textOf).filter((text) => text !== "")),
  };
}

/** A number is a heading only where the list has a column of that name: days of a month. */
const asHeading = (value: CellValue, knows: (text: string) => boolean): CellValue => (typeof value === "number" && Number.isInteger(value) && knows(String(value)) ? String(value) : value);

function measure({ row, values: cells }: SheetRow, knows: (text: string) => boolean): Line {
  const values = cells.map((value) => asHeading(value, knows));
  let [texts, others] = [0, 0];
  const known = new Set<string>();
  for (const value of values) {
    const text = textOf(value);
    if (text === "") others += value === null || typeof value === "string" ? 0 : 1;
    else if (/^\d[\d./-]*$/.test(text) && !knows(text)) others++;
    else {
      texts++;
      if (text.length <= 120 && knows(text)) known.add(fold(text));
    }
  }
  return { row, values, texts, others, known: known.size };
}

function bestLine(lines: readonly Line[]): Line | undefined {
  let best: Line | undefined;
  for (const line of lines) {
    if (line.known >= 2 && line.others * 3 <= line.texts && line.known > (best?.known ?? 1)) best = line;
  }
  const widest = Math.max(0, ...lines.map((line) => line.texts + line.others));
  return best ?? lines.find((line) => line.texts >= 3 && line.others === 0 && line.texts * 2 >= widest);
}

/** From the best line to the whole block: along merged cells, then to lines above and below that can only be headings. */
function grow(start: number, merges: readonly CellRange[], lines: readonly Line[]): [number, number] {
  let [top, bottom] = [start, start];
  const at = (row: number): Line | undefined => lines.find((line) => line.row === row);
  for (let changed = true; changed; ) {
    changed = false;
    for (const range of merges) {
      // A title merged across the page is one line high and holds the only text of its line.
      if (range.top > bottom || range.bottom < top || range.bottom - range.top >= MOST_LINES) continue;
      if (Math.max(bottom, range.bottom) - Math.min(top, range.top) >= MOST_LINES) continue;
      if (range.top < top || range.bottom > bottom) changed = true;
      [top, bottom] = [Math.min(top, range.top), Math.max(bottom, range.bottom)];
    }
    const above = at(top - 1);
    if (bottom - top + 1 < MOST_LINES && above !== undefined && above.texts >= 3 && above.others === 0 && !isNumberRow(above.values)) {
      top--;
      changed = true;
    }
    const below = at(bottom + 1);
    if (bottom - top + 1 < MOST_LINES && below !== undefined && isSubheading(below, at(bottom), merges)) {
      bottom++;
      changed = true;
    }
  }
  return [top, bottom];
}

/** A line under headings whose texts stand under a spread heading or in a gap of the line above, with the first column left empty. */
function isSubheading(line: Line, above: Line | undefined, merges: readonly CellRange[]): boolean {
  if (above === undefined || line.others > 0 || line.texts === 0 || (isNumberRow(line.values) && line.known < 2)) return false;
  const spread = (column: number): boolean =>
    merges.some((range) => range.left < range.right && range.bottom === above.row && column >= range.left && column <= range.right);
  const first = above.values.findIndex((value) => textOf(value) !== "");
  if (first >= 0 && textOf(line.values[first]) !== "" && !spread(first)) return false;
  const filled = line.values.flatMap((value, column) => (textOf(value) === "" ? [] : [column]));
  if (filled.every(spread)) return true;
  return line.known > 0 && filled.some((column) => textOf(above.values[column]) === "");
}

/** "A B 1 2 3", "(1) (2) (3)", "1 2 3=1+2": the row that numbers the columns. */
export function isNumberRow(values: readonly CellValue[]): boolean {
  let [filled, last, rises] = [0, 0, 0];
  for (const value of values) {
    if (value === null || value === "") continue;
    filled++;
    const text = typeof value === "number" ? String(value) : textOf(value);
    const number = /^[([]?(\d{1,3})[)\]]?(?:\s*=.*)?$/.exec(text);
    if (number === null) {
      if (!/^[([]?[A-Za-zĐđ][)\]]?$/.test(text)) return false;
      continue;
    }
    if (Number(number[1]) === last + 1) rises++;
    last = Number(number[1]);
  }
  return filled >= 3 && rises >= Math.max(2, Math.floor(filled * 0.5));
}

/** One path per column: merged texts are repeated over their cells, and a text without merging reaches right over gaps that have subheadings. */
function flatten(block: readonly Line[], merges: readonly CellRange[]): HeadingColumn[] {
  const width = Math.max(0, ...block.map((line) => line.values.length), ...merges.map((range) => Math.min(range.right + 1, 512)));
  const at = (row: number, column: number): string => textOf(block.find((line) => line.row === row)?.values[column]);
  const merged = (row: number, column: number): CellRange | undefined =>
    merges.find((range) => row >= range.top && row <= range.bottom && column >= range.left && column <= range.right);
  const columns: HeadingColumn[] = [];
  for (let column = 0; column < width; column++) {
    const path: string[] = [];
    for (const [index, line] of block.entries()) {
      const range = merged(line.row, column);
      let text = range === undefined ? at(line.row, column) : at(range.top, range.left);
      const under = block.slice(index + 1).some((lower) => at(lower.row, column) !== "");
      if (text === "" && range === undefined && under) text = reachFromLeft(block, index, column, at, merged);
      if (text !== "" && path.at(-1) !== text) path.push(text);
    }
    columns.push({ column, path });
  }
  return columns;
}

function reachFromLeft(
  block: readonly Line[], index: number, column: number, at: (row: number, column: number) => string, merged: (row: number, column: number) => CellRange | undefined,
): string {
  const row = block[index]!.row;
  for (let left = column - 1; left >= 0; left--) {
    if (merged(row, left) !== undefined) return "";
    const text = at(row, left);
    const under = block.slice(index + 1).some((lower) => at(lower.row, left) !== "");
    if (text !== "") return under ? text : "";
    if (!under) return "";
  }
  return "";
}

export type RowKind = "data" | "blank" | "total" | "signature";

const TOTAL = /^(?:tong cong|tong so|tong ho|tong|cong|tc)(?:$|[ :.(])/;
const SIGNATURE = /^(?:nguoi lap|lap bieu|tm\.|kt\.|tl\.|q\. ?chu tich|chu tich|pho chu tich|thu truong|can bo |cong chuc |truong (?:ap|khom|thon|ban)|noi nhan|xac nhan|phe duyet|ubnd|uy ban nhan dan|nguoi (?:tong hop|kiem tra|dieu tra)|.{0,40}, ?ngay.{0,8}thang)/;

/** Tells the rows that close a list: totals and signatures stand in rows with few texts. */
export function rowKind(values: readonly CellValue[]): RowKind {
  let [filled, texts] = [0, 0];
  let first: string | undefined;
  for (const value of values) {
    if (value === null || value === "") continue;
    filled++;
    if (typeof value !== "string" || value.trim() === "") continue;
    texts++;
    first ??= value;
  }
  if (filled === 0) return "blank";
  if (first === undefined) return "data";
  const start = first.trim().charAt(0).toLowerCase();
  if (texts <= 3 && (start === "t" || start === "c") && TOTAL.test(fold(first))) return "total";
  if (filled > 4) return "data";
  return values.some((value) => typeof value === "string" && SIGNATURE.test(fold(value))) ? "signature" : "data";
}
