import { dateToSerial } from "hucre";
import { AppError } from "../kernel/error.ts";
import { shortDate } from "../kernel/text/date-words.ts";
import { cellAddress, parseRange } from "./address.ts";
import { escapeText } from "./escape-text.ts";
import { guardWorkbook, WORKBOOK_LIMITS } from "./guards.ts";
import { cellsOf, splitSheet } from "./sheet-patch.ts";
import type { CellValue } from "./workbook.ts";
import { type NumberLook, openXlsxPackage } from "./xlsx-package.ts";
import { escapeXml } from "./xml.ts";
import { findDate } from "../kernel/date.ts";
import { unpack, writeZip, type ZipPart } from "./zip.ts";

/** Where the receiver's form takes its rows: as `SheetMapping`, made by `proposeMapping` from the empty file. */
export type TemplatePlace<Key extends string> = { readonly sheet: number; readonly firstRow: number; readonly columns: Readonly<Record<number, Key>> };

type RowStyle = { readonly row: string; readonly cells: ReadonlyMap<number, number> };

/**
 * The receiver's own empty .xlsx filled with rows: headings, widths and everything else stay as they are, cells take the formats of the
 * form's first row, and what stands below it (totals, signatures) moves down with its merged cells.
 */
export function fillTemplate<Key extends string>(template: Uint8Array, place: TemplatePlace<Key>, rows: Iterable<Readonly<Partial<Record<Key, CellValue>>>>): Buffer {
  const { kind, entries } = guardWorkbook(template);
  if (kind !== "xlsx") throw new AppError("refused", "exchange.templateNotXlsx", { kind });
  const parts = openXlsxPackage(template, entries, WORKBOOK_LIMITS.partBytes);
  const part = parts.sheets[place.sheet];
  if (part === undefined) throw new AppError("not_found", "exchange.noSuchSheet", { index: place.sheet + 1 });
  const sheet = splitSheet(unpack(template, part.entry, WORKBOOK_LIMITS.partBytes).toString("latin1"));
  const model = sheet.rows.find((row) => row.number === place.firstRow);
  const isEmpty = model !== undefined && cellsOf(model.xml, sheet.prefix).every((cell) => !cell.filled);
  const style = isEmpty ? styleOf(model.xml, sheet.prefix) : { row: "", cells: new Map<number, number>() };
  const columns = Object.entries(place.columns).map(([column, key]) => ({ column: Number(column), key: key as Key })).sort((a, b) => a.column - b.column);
  const writer = new RowWriter(sheet.prefix, style, parts.styles.looks, parts.date1904);
  const added: string[] = [];
  for (const row of rows) added.push(writer.row(place.firstRow + added.length, columns.map(({ column, key }) => [column, row[key] ?? null])));
  const below = sheet.rows.filter((row) => row.number >= place.firstRow && !(isEmpty && row === model));
  const down = added.length - (isEmpty ? 1 : 0);
  const moved = [...sheet.rows.filter((row) => row.number < place.firstRow).map((row) => row.xml), ...added, ...below.map((row) => moveRow(row.xml, row.number, down, sheet.prefix))];
  // The stated size of the sheet is optional and no longer true.
  const head = sheet.head.replace(/<(?:[\w.-]+:)?dimension\s[^>]*\/>/, "");
  const bytes = Buffer.from(`${head}${moved.join("")}${moveMerges(sheet.tail, place.firstRow, down)}`, "latin1");
  return writeZip(entries.map((entry): ZipPart => (entry === part.entry ? { name: entry.name, bytes } : { from: template, entry })));
}

function styleOf(row: string, prefix: string): RowStyle {
  const tag = row.slice(0, row.indexOf(">")).replace(/\/$/, "");
  const kept = tag.slice(prefix.length + 4).replace(/\s(?:r|spans)=["'][^"']*["']/g, "");
  const cells = new Map<number, number>();
  for (const cell of cellsOf(row, prefix)) {
    const number = /\ss=["'](\d+)["']/.exec(cell.xml.slice(0, cell.xml.indexOf(">")))?.[1];
    if (number !== undefined) cells.set(cell.column, Number(number));
  }
  return { row: kept, cells };
}

class RowWriter {
  private readonly prefix: string;
  private readonly style: RowStyle;
  private readonly looks: readonly NumberLook[];
  private readonly date1904: boolean;

  constructor(prefix: string, style: RowStyle, looks: readonly NumberLook[], date1904: boolean) {
    this.prefix = prefix;
    this.style = style;
    this.looks = looks;
    this.date1904 = date1904;
  }

  row(number: number, values: readonly (readonly [number, CellValue])[]): string {
    const cells = new Map<number, string>();
    for (const column of this.style.cells.keys()) cells.set(column, this.cell(column, number, null));
    for (const [column, value] of values) cells.set(column, this.cell(column, number, value));
    const ordered = [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);
    return `<${this.prefix}row r="${number}"${this.style.row}>${ordered.join("")}</${this.prefix}row>`;
  }

  private cell(column: number, row: number, value: CellValue): string {
    const p = this.prefix;
    const style = this.style.cells.get(column);
    const open = `<${p}c r="${cellAddress(column, row)}"${style === undefined ? "" : ` s="${style}"`}`;
    if (value === null || value === "") return `${open}/>`;
    if (typeof value === "number") return `${open}><${p}v>${value}</${p}v></${p}c>`;
    if (typeof value === "boolean") return `${open} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    if (value instanceof Date && style !== undefined && this.looks[style] === "date") return `${open}><${p}v>${dateToSerial(value, this.date1904)}</${p}v></${p}c>`;
    const text = typeof value === "string" ? value : dayText(value);
    return `${open} t="inlineStr"><${p}is><${p}t xml:space="preserve">${Buffer.from(escapeXml(escapeText(text)), "utf8").toString("latin1")}</${p}t></${p}is></${p}c>`;
  }
}

function dayText(value: Date): string {
  const date = findDate(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
  return date === undefined ? "" : shortDate(date);
}

/** A row with its cells some rows lower. */
function moveRow(xml: string, number: number, down: number, prefix: string): string {
  if (down === 0) return xml;
  const open = xml.indexOf(">") + 1;
  const tag = xml.slice(0, open).replace(/(\sr=["'])\d+/, `$1${number + down}`);
  return tag + xml.slice(open).replace(new RegExp(`(<${prefix}c\\s(?:[^>]*?\\s)?r=["'][A-Za-z]+)\\d+`, "g"), `$1${number + down}`);
}

function moveMerges(tail: string, from: number, down: number): string {
  return tail.replace(/(<(?:[\w.-]+:)?mergeCell\s[^>]*?ref=["'])([^"']+)/g, (all, before: string, ref: string) => {
    const range = parseRange(ref);
    if (range === undefined || range.top < from) return all;
    return `${before}${cellAddress(range.left, range.top + down)}:${cellAddress(range.right, range.bottom + down)}`;
  });
}
