import { fold, tidySpaces } from "../../../../kernel/text/fold.ts";
import type { Line } from "../../../movement/rules/leaf.ts";
import type { TableDefinition } from "../../rules/definition.ts";
import type { Leaf } from "../../rules/expand.ts";
import type { JudgedRow, JudgedTable } from "../../rules/judge.ts";
import { numberOf, type SheetGrid } from "./grid.ts";

/** A table that a sheet may hold, with the columns it would have. */
export interface Candidate {
  readonly definition: TableDefinition;
  readonly leaves: readonly Leaf[];
}

export interface Recognised {
  readonly definition: TableDefinition;
  readonly table: JudgedTable;
  /** sheet row (from 1) of each row of the table, sheet column (from 0) of each of its columns that was found */
  readonly sheetRows: readonly number[];
  readonly sheetColumns: readonly (number | undefined)[];
  readonly names: readonly string[];
  readonly found: number;
}

interface Shape {
  /** rows of headings, then the first row of numbers (from 0) */
  readonly headFrom: number;
  readonly dataFrom: number;
  /** column numbers as a line of the headings states them, by column */
  readonly numbers: ReadonlyMap<number, number>;
}

const NUMBERED = /^\(?\s*(\d{1,2})\s*\)?\s*(=.*)?$/;
const isText = (value: unknown): value is string => typeof value === "string" && /\p{L}/u.test(value);

/** Where headings end and numbers begin. */
function findShape({ cells }: SheetGrid): Shape | undefined {
  for (let row = 0; row < Math.min(cells.length, 60); row++) {
    const line = cells[row] ?? [];
    const numbers = numberedLine(line);
    if (numbers.size >= 3) return { headFrom: firstHead(cells, row), dataFrom: row + 1, numbers };
  }
  for (let row = 1; row < Math.min(cells.length, 60); row++) {
    const line = cells[row] ?? [];
    const counted = line.filter((value) => numberOf(value) !== null && !isText(value)).length;
    if (counted >= 2 && line.some(isText) && (cells[row - 1] ?? []).filter(isText).length >= 2) return { headFrom: firstHead(cells, row), dataFrom: row, numbers: new Map() };
  }
  return undefined;
}

/** "(1) (2)=… (3)" or "1 2 3 4=3/1": numbers that go up by one. */
function numberedLine(line: SheetGrid["cells"][number]): Map<number, number> {
  const found = new Map<number, number>();
  let last = 0;
  for (const [column, value] of line.entries()) {
    if (value === null || value === "") continue;
    const match = NUMBERED.exec(String(value).trim());
    const number = match ? Number(match[1]) : undefined;
    if (number === undefined) {
      if (found.size > 0) return new Map();
      continue;
    }
    if (number !== last + 1) return new Map();
    found.set(column, number);
    last = number;
  }
  return found;
}

/** Headings begin below the last line that has a text of its own in no more than two cells. */
function firstHead(cells: SheetGrid["cells"], end: number): number {
  let from = end - 1;
  while (from > 0 && end - from < 7 && new Set((cells[from - 1] ?? []).filter(isText)).size >= 3) from--;
  return Math.max(0, from);
}

const SMALL = new Set(["so", "tong", "cua", "va", "theo", "cac", "trong", "ky", "co", "la"]);
/** What offices write short. */
const SHORT: Readonly<Record<string, readonly string[]>> = {
  dtts: ["dan", "toc", "thieu", "so"], bhyt: ["bao", "hiem", "y", "te"], hn: ["ho", "ngheo"], hcn: ["ho", "can", "ngheo"], tl: ["ty", "le"], ti: ["ty"], kckn: ["khong", "co", "kha", "nang"],
  kcknld: ["khong", "co", "kha", "nang", "lao", "dong"], ncc: ["nguoi", "co", "cong"], gd: ["giao", "duc"], sx: ["san", "xuat"], khmer: ["kho", "me"],
};
const known = new Map<string, readonly string[]>();
/** Words without marks; headings repeat, so what was split is kept. */
function words(text: string): readonly string[] {
  let found = known.get(text);
  if (!found) {
    if (known.size > 5_000) known.clear();
    known.set(text, (found = fold(text).split(/[^a-z0-9%]+/).flatMap((word) => (word === "" ? [] : (SHORT[word] ?? [word])))));
  }
  return found;
}
const telling = (list: readonly string[]): string[] => {
  const kept = list.filter((word) => !SMALL.has(word));
  return kept.length > 0 ? kept : [...list];
};

/** Dice of two word lists: 1 where they are the same. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [new Set(telling(a)), new Set(telling(b))];
  if (x.size === 0 || y.size === 0) return 0;
  let common = 0;
  for (const word of x) if (y.has(word)) common++;
  return (2 * common) / (x.size + y.size);
}

interface SheetColumn {
  readonly column: number;
  readonly above: readonly string[];
  readonly own: readonly string[];
  readonly number: number | undefined;
  readonly percent: boolean;
}

function columnsOf(grid: SheetGrid, shape: Shape): SheetColumn[] {
  const width = Math.max(0, ...grid.cells.slice(shape.headFrom, shape.dataFrom + 5).map((row) => row.length));
  const last = shape.numbers.size > 0 ? shape.dataFrom - 1 : shape.dataFrom;
  return Array.from({ length: width }, (_, column): SheetColumn => {
    const texts: string[] = [];
    for (let row = shape.headFrom; row < last; row++) {
      const value = grid.cells[row]?.[column];
      if (isText(value) && texts.at(-1) !== tidySpaces(value)) texts.push(tidySpaces(value));
    }
    const own = texts.at(-1) ?? "";
    return { column, above: words(texts.slice(0, -1).join(" ")), own: words(own), number: shape.numbers.get(column), percent: /%|tỷ lệ|tỉ lệ/iu.test(texts.join(" ")) };
  });
}

/** How well a sheet's column fits a column of a table: its own heading first, then what stands above, then its number. */
function fit(leaf: Leaf, at: number, column: SheetColumn, ratesByTitle: boolean): number {
  const own = words(leaf.head.vi);
  const above = words(leaf.above.map(({ vi }) => vi).join(" "));
  // words may stand in another line of the headings, but most of its own must be there
  const there = new Set([...column.above, ...column.own]);
  const held = telling(own).filter((word) => there.has(word)).length / telling(own).length;
  const direct = Math.max(likeness(own, column.own), held >= 0.5 ? 0.9 * likeness([...above, ...own], [...column.above, ...column.own]) : 0);
  if (direct < 0.3) return 0;
  const context = above.length === 0 && column.above.length === 0 ? 1 : likeness(above, column.above);
  const kind = leaf.kind === "percent" ? (column.percent || ratesByTitle ? 1 : 0.45) : column.percent ? 0.45 : 1;
  const number = column.number === undefined ? 0 : column.number === at + 1 ? 0.25 : -0.1;
  const whole = likeness([...above, ...own], [...column.above, ...column.own]);
  return Math.max(0, (0.45 * direct + 0.2 * context + 0.35 * whole) * kind + number);
}

/** Columns of a table in order against columns of the sheet in order; each at most once. */
function align(leaves: readonly Leaf[], columns: readonly SheetColumn[], ratesByTitle: boolean): { readonly at: (number | undefined)[]; readonly score: number } {
  const [n, m] = [leaves.length, columns.length];
  const score = leaves.map((leaf, i) => columns.map((column) => fit(leaf, i, column, ratesByTitle)));
  const best = Array.from({ length: n + 1 }, () => Array.from({ length: m + 1 }, () => 0));
  for (let i = n - 1; i >= 0; i--) for (let j = m - 1; j >= 0; j--) best[i]![j] = Math.max(best[i + 1]![j]!, best[i]![j + 1]!, score[i]![j]! > 0.4 ? score[i]![j]! + best[i + 1]![j + 1]! : 0);
  const at: (number | undefined)[] = leaves.map(() => undefined);
  let [i, j] = [0, 0];
  while (i < n && j < m) {
    const here = best[i]![j]!;
    if (score[i]![j]! > 0.4 && here === score[i]![j]! + best[i + 1]![j + 1]!) at[i++] = columns[j++]!.column;
    else if (here === best[i + 1]![j]!) i++;
    else j++;
  }
  placeMoved(leaves, columns, score, at);
  return { at, score: best[0]![0]! };
}

/** Columns that stand elsewhere than usual: only where the heading is all but the same. */
function placeMoved(leaves: readonly Leaf[], columns: readonly SheetColumn[], score: readonly number[][], at: (number | undefined)[]): void {
  leaves.forEach((_, i) => {
    if (at[i] !== undefined) return;
    const free = columns.filter(({ column }) => !at.includes(column));
    const found = free.filter((column) => score[i]![columns.indexOf(column)]! >= 0.85);
    if (found.length === 1) at[i] = found[0]!.column;
  });
}

const titleLikeness = (title: string, definition: TableDefinition): number => {
  const [own, there] = [telling(words(definition.title.vi)), new Set(words(title))];
  return own.filter((word) => there.has(word)).length / own.length;
};

/** share of the columns that must be found */
const SURE = 0.6;

/** Which table a sheet holds, its columns and rows; undefined where no table is recognised with enough certainty. */
export function recognise(grid: SheetGrid, candidates: readonly Candidate[]): Recognised | undefined {
  const shape = findShape(grid);
  if (!shape) return undefined;
  const columns = columnsOf(grid, shape).filter(({ own }) => own.length > 0);
  const title = [grid.name, ...grid.cells.slice(0, shape.headFrom + 1).flatMap((row) => [...new Set(row.filter(isText))])].join(" ");
  const ratesByTitle = /tỷ lệ|tỉ lệ/iu.test(title.normalize("NFC"));
  const counted = shape.numbers.size > 0 ? shape.numbers.size : Math.max(1, columns.filter(({ column }) => isCounted(grid, shape, column)).length);
  const scored = candidates.map((candidate) => {
    const { at, score } = align(candidate.leaves, columns, ratesByTitle);
    const found = at.filter((one) => one !== undefined).length;
    const needed = candidate.leaves.filter(({ when }) => when === undefined).length;
    // how much of the table is in the sheet, and how much of the sheet is in the table
    return { candidate, at, found, needed, rank: (1.5 * score) / Math.max(1, needed + counted) + 0.6 * titleLikeness(title, candidate.definition) + nearPoor(title, candidate.definition) };
  }).sort((a, b) => b.rank - a.rank);
  const first = scored.find(({ found, needed, rank }) => found >= 2 && found >= Math.min(needed, counted) * SURE && rank >= 0.7);
  if (!first) return undefined;
  return read(grid, shape, first.candidate, first.at, first.found);
}

/** A column of numbers that is not the running number of the rows. */
function isCounted({ cells }: SheetGrid, { dataFrom }: Shape, column: number): boolean {
  const values = cells.slice(dataFrom, dataFrom + 20).map((row) => numberOf(row[column]));
  return column > 0 && values.some((value) => value !== null);
}

/** "hộ cận nghèo" holds the words of "hộ nghèo": the title says which list. */
function nearPoor(title: string, { title: own }: TableDefinition): number {
  const says = (text: string): boolean[] => [/cận nghèo/iu.test(text.normalize("NFC")), /(?<!cận )nghèo/iu.test(text.normalize("NFC").replaceAll(/cận nghèo/giu, "").replaceAll(/nghèo đa chiều|nguyên nhân nghèo|giảm nghèo/giu, ""))];
  const [a, b] = [says(title), says(own.vi)];
  return a[0] === b[0] && a[1] === b[1] ? 0.25 : -0.05;
}

const TOTAL = /^(tổng|cộng|toàn|chung\b)/iu;
/** "Trong đó: nông thôn", "Khu vực thành thị": of the whole, what lies there */
const AREA = /^(trong đó:?\s*|chia ra:?\s*)?(khu vực\s+)?(thành thị|đô thị|nông thôn|chưa xác định khu vực)$/iu;
const DISTRICT = /^(huyện|thị xã|thành phố|quận|tx\.?|tp\.?)\s/iu;
const COMMUNE = /^(xã|phường|thị trấn|tt\.?|p\.?|đặc khu)\s/iu;
/** Below the numbers stand dates and signatures. */
const AFTER = /^(ngày|người lập|chủ tịch|nơi nhận|ghi chú|tm\.|\.{3}|lưu ý|đơn vị tính)/iu;

function lineOf(value: unknown): Line | null {
  if (!isText(value)) return null;
  const text = fold(value);
  return /^(so )?ho( (ngheo|can ngheo))?$/.test(text) ? "households" : /^(so )?(nhan )?khau( (ngheo|can ngheo))?$/.test(text) ? "people" : null;
}

function read(grid: SheetGrid, shape: Shape, { definition, leaves }: Candidate, at: readonly (number | undefined)[], found: number): Recognised {
  const first = Math.min(...at.flatMap((column) => (column === undefined ? [] : [column])));
  const rows: JudgedRow[] = [];
  const sheetRows: number[] = [];
  const names: string[] = [];
  let group: string | null = null;
  let name = "";
  const districts = communesBelowDistricts(grid, shape, first);
  for (let row = shape.dataFrom; row < grid.cells.length; row++) {
    const line = grid.cells[row] ?? [];
    const texts = line.slice(0, first).filter(isText);
    if (texts.some((text) => AFTER.test(text.trim()))) break;
    const own = texts.filter((text) => lineOf(text) === null).map(tidySpaces);
    const which = texts.map(lineOf).find((one) => one !== null) ?? null;
    if (own.length > 0) name = own.at(-1)!;
    const cells = at.map((column) => (column === undefined ? undefined : numberOf(line[column])));
    if (name === "" || !cells.some((cell) => cell !== null && cell !== undefined)) continue;
    const kind = TOTAL.test(name) || own.some((text) => TOTAL.test(text)) ? "total" : AREA.test(name) ? "area" : districts && DISTRICT.test(name) ? "group" : "row";
    if (kind === "group") group = fold(name);
    const gaps = new Set(at.flatMap((column, i) => (column !== undefined && isGap(line[column]) ? [i] : [])));
    rows.push({ name, gaps, place: kind === "total" ? "total" : fold(name), kind, group: kind === "row" ? group : null, line: definition.lines === "both" ? (which ?? "households") : null, cells });
    sheetRows.push(row + 1);
    names.push(name);
  }
  return { definition, table: { id: definition.id, leaves, relations: definition.relations, rows: withoutEmptyColumns(rows) }, sheetRows, sheetColumns: at, names, found };
}

/** "…": the number is not known. */
const isGap = (value: unknown): boolean => typeof value === "string" && /^(…|\.{2,}|x)$/u.test(value.trim());

/** A column without a single number was not filled in: nothing is reckoned from it. */
function withoutEmptyColumns(rows: readonly JudgedRow[]): JudgedRow[] {
  const filled = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, i) => (cell ? [i] : []))));
  return rows.map((row) => ({ ...row, gaps: new Set([...(row.gaps ?? []), ...row.cells.flatMap((cell, i) => (cell === null && !filled.has(i) ? [i] : []))]) }));
}

/** Lines of districts are sums only where communes stand below them. */
function communesBelowDistricts({ cells }: SheetGrid, { dataFrom }: Shape, first: number): boolean {
  const names = cells.slice(dataFrom).flatMap((row) => row.slice(0, first).filter(isText).map((text) => text.trim()));
  return names.some((text) => DISTRICT.test(text)) && names.some((text) => COMMUNE.test(text));
}
