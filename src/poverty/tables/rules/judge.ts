import { compareQuantities, decimal, decimalText, roundHalfUp, type Decimal } from "../../../kernel/decimal.ts";
import type { Line } from "../../movement/rules/leaf.ts";
import type { Relation } from "./definition.ts";
import { keysIn, type Leaf } from "./expand.ts";

/** A table as read or built: cells in the order of its columns; undefined where the table has no such column, null where it is empty. */
export interface JudgedTable {
  readonly id: string;
  readonly leaves: readonly Leaf[];
  readonly relations: readonly Relation[];
  readonly rows: readonly JudgedRow[];
}

export interface JudgedRow {
  /** names of the same place are the same in all tables */
  readonly place: string;
  /** as it is written */
  readonly name?: string;
  readonly kind: "row" | "group" | "total" | "area";
  /** place of the district line above it */
  readonly group: string | null;
  readonly line: Line | null;
  readonly cells: readonly (Decimal | null | undefined)[];
  /** of cells that have a gap instead of a number: nothing is checked by them */
  readonly gaps?: ReadonlySet<number>;
}

/** A cell that does not agree with others. `cause`: code of what it most likely comes from. */
export interface Issue {
  readonly rule: string;
  readonly check: "identity" | "cross" | "sum" | "percent" | "over100" | "rows" | "areas" | "part" | "equals" | "same" | "negative";
  readonly table: string;
  readonly row: number;
  readonly column: number;
  readonly expected: string;
  readonly found: string;
  readonly cause: { readonly code: string; readonly data: Readonly<Record<string, string>> };
}

const ZERO: Decimal = { units: 0n, scale: 0 };
const plus = (a: Decimal, b: Decimal, sign: 1n | -1n = 1n): Decimal => {
  const scale = Math.max(a.scale, b.scale);
  const at = (d: Decimal): bigint => d.units * 10n ** BigInt(scale - d.scale);
  return { units: at(a) + sign * at(b), scale };
};
const same = (a: Decimal, b: Decimal): boolean => compareQuantities(a, b) === 0;
/** "1234.5": no nought behind the last place that says something */
export const shown = (value: Decimal): string => decimalText(value).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");

class Judge {
  readonly issues: Issue[] = [];
  readonly #table: JudgedTable;
  readonly #at: ReadonlyMap<string, number>;

  constructor(table: JudgedTable) {
    this.#table = table;
    this.#at = new Map(table.leaves.map(({ key }, i) => [key, i]));
  }

  /** A number; an empty cell of a count is nought; undefined where the column is not there or has a gap. */
  value(row: JudgedRow, key: string): Decimal | undefined {
    const at = this.#at.get(key);
    if (at === undefined || row.gaps?.has(at)) return undefined;
    const cell = row.cells[at];
    return cell === null ? (this.#table.leaves[at]!.kind === "count" ? ZERO : undefined) : cell;
  }

  tell(row: number, key: string, issue: Pick<Issue, "rule" | "check" | "cause"> & { expected: Decimal | string; found: Decimal }): void {
    const { expected, found, ...rest } = issue;
    this.issues.push({ ...rest, table: this.#table.id, row, column: this.#at.get(key)!, expected: typeof expected === "string" ? expected : shown(expected), found: shown(found) });
  }

  sumOf(row: JudgedRow, keys: readonly string[]): Decimal | undefined {
    let sum = ZERO;
    for (const key of keysIn(keys, this.#table.leaves)) {
      const value = this.value(row, key);
      // a column for what is not on file is there only where something is
      if (value === undefined && this.#at.has(key)) return undefined;
      sum = plus(sum, value ?? ZERO);
    }
    return sum;
  }

  has = (key: string): boolean => this.#at.has(key);
}

const IDENTITY = [1n, -1n, -1n, -1n, 1n, 1n, 1n, 1n] as const;

/** Everything within one table that does not balance: identities, sums, shares, rates, sums of rows. Empty for a clean table. */
export function judgeTable(table: JudgedTable): Issue[] {
  const judge = new Judge(table);
  table.rows.forEach((row, at) => judgeRow(judge, table, row, at));
  judgeTotals(judge, table);
  return judge.issues;
}

function judgeRow(judge: Judge, table: JudgedTable, row: JudgedRow, at: number): void {
  for (const { key, value, balances, kind } of table.leaves) {
    const found = judge.value(row, key);
    if (found === undefined) continue;
    if (found.units < 0n) judge.tell(at, key, { rule: "V10", check: "negative", expected: "≥ 0", found, cause: { code: "poverty.check.cause.negative", data: {} } });
    if (balances) judgeIdentity(judge, row, at, key, found);
    if ("sum" in value) {
      const expected = judge.sumOf(row, value.sum);
      if (expected !== undefined && keysIn(value.sum, table.leaves).some((one) => row.cells[table.leaves.findIndex((leaf) => leaf.key === one)] !== undefined) && !same(expected, found))
        judge.tell(at, key, { rule: "V11", check: "sum", expected, found, cause: digits(expected, found) });
    }
    if ("minus" in value) {
      const [a, b] = [judge.value(row, value.minus[0]!), judge.value(row, value.minus[1]!)];
      if (a && b && !same(plus(a, b, -1n), found)) judge.tell(at, key, { rule: "V11", check: "sum", expected: plus(a, b, -1n), found, cause: digits(plus(a, b, -1n), found) });
    }
    if ("percent" in value && typeof value.percent[0] === "string") judgePercent(judge, row, at, key, judge.value(row, value.percent[0]), judge.value(row, value.percent[1]), found);
    else if (kind === "percent" && compareQuantities(found, 100) > 0) judge.tell(at, key, { rule: "V10", check: "over100", expected: "≤ 100", found, cause: { code: "poverty.check.cause.denominator", data: {} } });
  }
  for (const relation of table.relations) {
    if ("sum" in relation) {
      const [expected, found] = [judge.sumOf(row, relation.sum), judge.value(row, relation.equals)];
      const there = keysIn(relation.sum, table.leaves).filter((key) => judge.value(row, key) !== undefined);
      if (expected && found && there.length > 1 && !same(expected, found)) judge.tell(at, relation.equals, { rule: relation.rule, check: "equals", expected, found, cause: digits(expected, found) });
    } else if ("atMost" in relation) {
      const whole = judge.value(row, relation.atMost);
      for (const key of keysIn(relation.each, table.leaves)) {
        const part = judge.value(row, key);
        if (whole && part && compareQuantities(part, whole) > 0) judge.tell(at, key, { rule: relation.rule, check: "part", expected: `≤ ${shown(whole)}`, found: part, cause: { code: "poverty.check.cause.partAboveWhole", data: {} } });
      }
    }
  }
}

function judgeIdentity(judge: Judge, row: JudgedRow, at: number, key: string, found: Decimal): void {
  const parts = IDENTITY.map((_, i) => judge.value(row, `c${i + 1}`));
  if (parts.slice(0, 1).concat(parts.slice(1, 3)).some((part) => part === undefined)) return;
  const expected = parts.reduce<Decimal>((sum, part, i) => plus(sum, part ?? ZERO, IDENTITY[i]!), ZERO);
  if (same(expected, found)) return;
  const difference = shown(plus(found, expected, -1n));
  const empty = [parts[3], parts[7]].every((part) => part === undefined || part.units === 0n);
  judge.tell(at, key, { rule: "V9", check: "identity", expected, found, cause: { code: empty ? "poverty.check.cause.otherEmpty" : "poverty.check.cause.identity", data: { difference } } });
}

/** Right when it is the exact share rounded half up to as many places as are written (two at most). */
function judgePercent(judge: Judge, row: JudgedRow, at: number, key: string, part: Decimal | undefined, whole: Decimal | undefined, found: Decimal): void {
  if (compareQuantities(found, 100) > 0) {
    const swapped = part && whole && compareQuantities(part, whole) > 0;
    return judge.tell(at, key, { rule: "V10", check: "over100", expected: "≤ 100", found, cause: { code: swapped ? "poverty.check.cause.denominatorSmall" : "poverty.check.cause.denominator", data: { whole: whole ? shown(whole) : "" } } });
  }
  if (!part || !whole || whole.units === 0n) return;
  const written = decimal(shown(found));
  const places = Math.min(2, written.scale);
  const exact = (decimals: number): Decimal => roundHalfUp(100n * part.units * 10n ** BigInt(whole.scale), whole.units * 10n ** BigInt(part.scale), decimals);
  if (same(exact(places), written.scale > 2 ? roundHalfUp(written.units, 10n ** BigInt(written.scale), 2) : written)) return;
  const other = otherDenominator(judge, row, part, written);
  judge.tell(at, key, { rule: "V10", check: "percent", expected: exact(2), found, cause: other ?? { code: "poverty.check.cause.percent", data: {} } });
}

/** Another number of the row that gives the rate as written. */
function otherDenominator(judge: Judge, row: JudgedRow, part: Decimal, written: Decimal): Issue["cause"] | undefined {
  if (part.units === 0n) return undefined;
  for (const key of ["households", "persons", "poor", "near", "total", "h", "k", "p", "pp"]) {
    const value = judge.value(row, key);
    if (!value || value.units <= 0n || written.scale > 2 || compareQuantities(value, part) <= 0) continue;
    if (same(roundHalfUp(100n * part.units * 10n ** BigInt(value.scale), value.units * 10n ** BigInt(part.scale), written.scale), written)) return { code: "poverty.check.cause.otherDenominator", data: { value: shown(value) } };
  }
  return undefined;
}

/** Districts are the sums of their communes, the total that of all; both lines apart. */
function judgeTotals(judge: Judge, table: JudgedTable): void {
  table.rows.forEach((total, at) => {
    if (total.kind === "row" || total.kind === "area") return;
    const ofLine = table.rows.filter(({ line }) => line === total.line);
    judgeSum(judge, table, total, at, "rows", ofLine.filter((row) => row.kind === "row" && (total.kind === "total" || row.group === total.place)));
    if (total.kind === "total") judgeSum(judge, table, total, at, "areas", ofLine.filter(({ kind }) => kind === "area"));
  });
}

function judgeSum(judge: Judge, table: JudgedTable, total: JudgedRow, at: number, check: "rows" | "areas", rows: readonly JudgedRow[]): void {
  if (rows.length < 2) return;
  const off = table.leaves.flatMap(({ key, kind }) => {
    const found = judge.value(total, key);
    const values = rows.map((row) => judge.value(row, key));
    if (kind === "percent" || found === undefined || values.some((value) => value === undefined)) return [];
    const expected = values.reduce<Decimal>((sum, value) => plus(sum, value!), ZERO);
    return same(expected, found) ? [] : [{ key, expected, found, values: values as Decimal[], difference: plus(found, expected, -1n) }];
  });
  const whole = (sign: 1n | -1n): JudgedRow | undefined => rows.find((_, i) => off.every(({ values, difference }) => values[i]!.units > 0n && same(plus(ZERO, values[i]!, sign), difference)));
  const [twice, leftOut] = off.length === 0 ? [] : [whole(1n), whole(-1n)];
  for (const { key, expected, found } of off) {
    const cause = twice ? { code: "poverty.check.cause.rowTwice", data: { place: twice.name ?? twice.place } } : leftOut ? { code: "poverty.check.cause.rowLeftOut", data: { place: leftOut.name ?? leftOut.place } } : digits(expected, found);
    judge.tell(at, key, { rule: "V11", check, expected, found, cause });
  }
}

/** Two digits that changed places differ by a multiple of nine. */
function digits(expected: Decimal, found: Decimal): Issue["cause"] {
  const difference = plus(found, expected, -1n);
  const [a, b] = [shown(expected), shown(found)];
  const swapped = a.length === b.length && [...a].sort().join("") === [...b].sort().join("") && difference.scale === 0 && difference.units % 9n === 0n;
  return swapped ? { code: "poverty.check.cause.swappedDigits", data: {} } : { code: "poverty.check.cause.difference", data: { difference: shown(difference) } };
}

/** Rates of one table whose counts stand in another. */
function judgeShares(judge: Judge, table: JudgedTable, other: JudgedTable, relation: Extract<Relation, { shares: string }>): void {
  const there = new Judge(other);
  const [rates, parts] = [relation.shares.slice(0, -1), relation.parts.slice(0, -1)];
  table.rows.forEach((row, at) => {
    const match = other.rows.find((one) => one.place === row.place && one.kind === row.kind && one.line === row.line);
    if (!match) return;
    for (const { key } of table.leaves.filter((leaf) => leaf.key.startsWith(rates))) {
      const found = judge.value(row, key);
      if (found && compareQuantities(found, 100) <= 0) judgePercent(judge, row, at, key, there.value(match, parts + key.slice(rates.length)), there.value(match, relation.whole), found);
    }
  });
}

/** Numbers that must be the same in two tables of one set: flows between the lists, totals of the lists. */
export function judgeLinks(tables: readonly JudgedTable[]): Issue[] {
  const issues: Issue[] = [];
  for (const table of tables) {
    const judge = new Judge(table);
    for (const relation of table.relations) {
      if ("shares" in relation) for (const other of tables.filter(({ id }) => id === relation.table)) judgeShares(judge, table, other, relation);
      if (!("same" in relation)) continue;
      for (const other of tables.filter(({ id }) => id === relation.table)) {
        const there = new Judge(other);
        // totals of different places are no two readings of one number
        const places = new Set(other.rows.flatMap((row) => (row.kind === "row" ? [row.place] : [])));
        const shared = table.rows.some((row) => row.kind === "row" && places.has(row.place));
        table.rows.forEach((row, at) => {
          if (row.kind === "total" && !shared) return;
          if ((relation.line ?? row.line) !== row.line) return;
          const match = other.rows.find((one) => one.place === row.place && one.kind === row.kind && (relation.otherLine ?? (one.line === null ? null : row.line)) === one.line);
          const [found, expected] = [judge.value(row, relation.same), match && there.value(match, relation.other)];
          if (found && expected && !same(found, expected)) {
            judge.tell(at, relation.same, { rule: relation.rule, check: relation.rule === "V9" ? "cross" : "same", expected, found, cause: { code: relation.rule === "V9" ? "poverty.check.cause.cross" : "poverty.check.cause.otherTable", data: { table: relation.table } } });
          }
        });
      }
    }
    issues.push(...judge.issues);
  }
  return issues;
}
