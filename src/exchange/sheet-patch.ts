import { AppError } from "../kernel/error.ts";
import { cellAddress, columnIndex, columnLetters, parseRange } from "./address.ts";
import type { Severity } from "./problem.ts";
import type { StylesPatch } from "./styles-patch.ts";
import { attributesOf, escapeXml, startTags } from "./xml.ts";

/** What is marked in one row: cells to colour by column, and what is said at the end of the row. */
export type RowMarks = { readonly cells: ReadonlyMap<number, Severity>; readonly worst: Severity; readonly text: string };

export type SheetMarks = { readonly rows: ReadonlyMap<number, RowMarks>; readonly heading: { readonly row: number; readonly text: string } | undefined };

const NOTE_WIDTH = 60;

export type Cell = { readonly column: number; readonly xml: string; readonly filled: boolean };

/** UTF-8 as one character per byte, as the sheet is held while it is patched. */
const bytesOf = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

/**
 * A sheet part with cells coloured and one column of explanations added right of everything. Rows without marks keep their bytes.
 * Returns the part and the column that was added.
 */
export function patchSheet(part: Buffer, marks: SheetMarks, styles: StylesPatch | undefined): { bytes: Buffer; column: number } {
  const { prefix, head, rows, tail } = splitSheet(part.toString("latin1"));
  const column = Math.max(widest(rows, prefix), mergedTo(tail, marks)) + 1;
  const patch = new RowPatch(prefix, column, styles);
  const wanted = new Map(marks.rows);
  const out: string[] = [];
  const todo = [...new Set([...wanted.keys(), ...(marks.heading === undefined ? [] : [marks.heading.row])])].sort((a, b) => a - b);
  let next = 0;
  const textOf = (row: number): string | undefined => (marks.heading?.row === row ? marks.heading.text : wanted.get(row)?.text);
  for (const row of rows) {
    for (; next < todo.length && todo[next]! < row.number; next++) out.push(patch.row(`<${prefix}row r="${todo[next]}"/>`, todo[next]!, wanted.get(todo[next]!), textOf(todo[next]!)));
    const marked = next < todo.length && todo[next] === row.number;
    out.push(marked ? patch.row(row.xml, row.number, wanted.get(row.number), textOf(row.number)) : row.xml);
    if (marked) next++;
  }
  for (; next < todo.length; next++) out.push(patch.row(`<${prefix}row r="${todo[next]}"/>`, todo[next]!, wanted.get(todo[next]!), textOf(todo[next]!)));
  const widened = widen(head, prefix, column, Math.max(todo.at(-1) ?? 1, rows.at(-1)?.number ?? 1));
  return { bytes: Buffer.from(`${widened}${out.join("")}${tail}`, "latin1"), column };
}

/** A sheet part cut where its rows begin and end; `head` ends with the opened sheetData, `tail` begins with its end. */
export type SplitSheet = { readonly prefix: string; readonly head: string; readonly rows: readonly Row[]; readonly tail: string };

export function splitSheet(xml: string): SplitSheet {
  const start = /<([\w.-]+:)?sheetData(\s[^>]*?)?(\/?)>/.exec(xml);
  const prefix = start?.[1] ?? "";
  const from = start === null ? 0 : start.index + start[0].length;
  const empty = start?.[3] === "/";
  const to = empty ? from : xml.indexOf(`</${prefix}sheetData`, from);
  if (start === null || to < 0) throw new AppError("invalid", "exchange.partBroken", { part: "sheetData" });
  return {
    prefix,
    head: `${xml.slice(0, start.index)}<${prefix}sheetData${start[2] ?? ""}>`,
    rows: splitRows(xml, from, to, prefix),
    tail: empty ? `</${prefix}sheetData>${xml.slice(to)}` : xml.slice(to),
  };
}

export type Row = { readonly number: number; readonly xml: string };

function splitRows(xml: string, from: number, to: number, prefix: string): Row[] {
  const rows: Row[] = [];
  const [tag, close] = [`<${prefix}row`, `</${prefix}row>`];
  let number = 0;
  for (let at = xml.indexOf(tag, from); at >= 0 && at < to; ) {
    const open = xml.indexOf(">", at);
    const end = xml[open - 1] === "/" ? open + 1 : xml.indexOf(close, open) + close.length;
    const stated = / r=["'](\d+)["']/.exec(xml.slice(at, open));
    number = stated === null ? number + 1 : Number(stated[1]);
    rows.push({ number, xml: xml.slice(at, end) });
    at = xml.indexOf(tag, end);
  }
  return rows;
}

export function cellsOf(row: string, prefix: string): Cell[] {
  const cells: Cell[] = [];
  let column = -1;
  for (const match of row.matchAll(new RegExp(`<${prefix}c(?=[\\s/>])([^>]*?)(?:/>|>([\\s\\S]*?)</${prefix}c>)`, "g"))) {
    const stated = /(?:^|\s)r=["']([A-Za-z]+)/.exec(match[1]!);
    column = stated === null ? column + 1 : columnIndex(stated[1]!);
    cells.push({ column, xml: match[0], filled: match[2] !== undefined && match[2] !== "" });
  }
  return cells;
}

/** The last column with content in any row. */
function widest(rows: readonly Row[], prefix: string): number {
  let most = 0;
  for (const row of rows) {
    const last = cellsOf(row.xml, prefix).findLast((cell) => cell.filled);
    if (last !== undefined) most = Math.max(most, last.column);
  }
  return most;
}

/** The right edge of merged cells in the rows that get a text. */
function mergedTo(tail: string, marks: SheetMarks): number {
  let most = 0;
  for (const tag of startTags(tail, "mergeCell")) {
    const range = parseRange(attributesOf(tag)["ref"] ?? "");
    if (range === undefined || range.right > 1_000) continue;
    const heading = marks.heading?.row ?? 0;
    if ((range.top <= heading && range.bottom >= heading) || marks.rows.has(range.top)) most = Math.max(most, range.right);
  }
  return most;
}

/** The stated size of the sheet, and a width for the new column where no other width holds it. */
function widen(head: string, prefix: string, column: number, lastRow: number): string {
  const sized = head.replace(/(<(?:[\w.-]+:)?dimension\s[^>]*?ref=["'])([^"']+)/, (all, before: string, ref: string) => {
    const range = parseRange(ref);
    if (range === undefined) return all;
    return `${before}${cellAddress(range.left, range.top)}:${cellAddress(Math.max(range.right, column), Math.max(range.bottom, lastRow))}`;
  });
  const columns = startTags(sized, "col").map(attributesOf);
  if (columns.some((each) => Number(each["max"]) > column)) return sized;
  const added = `<${prefix}col min="${column + 1}" max="${column + 1}" width="${NOTE_WIDTH}" customWidth="1"/>`;
  if (columns.length > 0) return sized.replace(`</${prefix}cols>`, `${added}</${prefix}cols>`);
  return sized.replace(new RegExp(`<${prefix}sheetData[^>]*>$`), (start) => `<${prefix}cols>${added}</${prefix}cols>${start}`);
}

class RowPatch {
  private readonly prefix: string;
  private readonly column: number;
  private readonly styles: StylesPatch | undefined;

  constructor(prefix: string, column: number, styles: StylesPatch | undefined) {
    this.prefix = prefix;
    this.column = column;
    this.styles = styles;
  }

  row(xml: string, number: number, marks: RowMarks | undefined, text: string | undefined): string {
    const open = xml.indexOf(">");
    // The hint on the columns in use would no longer be true.
    const tag = xml.slice(0, open).replace(/\/$/, "").replace(/\sspans=["'][^"']*["']/, "");
    const cells = new Map(cellsOf(xml, this.prefix).map((cell) => [cell.column, cell.xml]));
    for (const [column, severity] of marks?.cells ?? []) cells.set(column, this.coloured(cells.get(column), column, number, severity));
    if (text !== undefined && text !== "") cells.set(this.column, this.textCell(number, text, marks?.worst));
    const ordered = [...cells].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return `${tag}>${ordered.join("")}</${this.prefix}row>`;
  }

  private coloured(cell: string | undefined, column: number, row: number, severity: Severity): string {
    const base = cell === undefined ? 0 : Number(/^<[^>]*?\ss=["'](\d+)["']/.exec(cell)?.[1] ?? 0);
    const style = this.styles?.filled(base, severity);
    if (cell === undefined) return style === undefined ? `<${this.prefix}c r="${cellAddress(column, row)}"/>` : `<${this.prefix}c r="${cellAddress(column, row)}" s="${style}"/>`;
    if (style === undefined) return cell;
    const name = `<${this.prefix}c`;
    const end = cell.indexOf(">");
    return `${name} s="${style}"${cell.slice(name.length, end).replace(/\ss=["']\d+["']/, "")}${cell.slice(end)}`;
  }

  private textCell(row: number, text: string, severity: Severity | undefined): string {
    const style = this.styles?.explanation(severity ?? "note");
    const p = this.prefix;
    return `<${p}c r="${columnLetters(this.column)}${row}"${style === undefined ? "" : ` s="${style}"`} t="inlineStr"><${p}is><${p}t xml:space="preserve">${bytesOf(escapeXml(text))}</${p}t></${p}is></${p}c>`;
  }
}
