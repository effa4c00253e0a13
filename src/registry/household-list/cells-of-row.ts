import { cellAddress, type CellRange } from "../../exchange/address.ts";
import type { SheetMapping } from "../../exchange/list-format.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { isBlank } from "./cell.ts";
import { mendKey } from "./context.ts";
import { LIST_FIELDS, type ListKey } from "./format.ts";

/** Fields whose value may stand once in a cell merged over several households. */
const SPREAD: readonly ListKey[] = ["hamlet", "commune", "commune_code", "district", "district_code", "province", "class", "decision_number", "decision_date", "address"];

type Spread = { readonly column: number; readonly ranges: readonly CellRange[]; next: number; until: number; value: CellValue };

/** Gives the cells of a row by field: what the officer typed anew goes before the file, a merged cell holds for all its rows. */
export class CellsOfRow<Key extends string = ListKey> {
  row = 0;
  values: readonly CellValue[] = [];
  private readonly sheet: number;
  private readonly columns: Readonly<Partial<Record<Key, number>>>;
  private readonly mends: ReadonlyMap<string, CellValue> | undefined;
  private readonly spreads: Partial<Record<Key, Spread>> = {};

  /** `fields`: those of the list; a column of any other is not read. */
  constructor(sheet: number, mapping: SheetMapping<Key>, merges: readonly CellRange[], mends: ReadonlyMap<string, CellValue> | undefined, fields: readonly string[] = LIST_FIELDS) {
    this.sheet = sheet;
    this.mends = mends === undefined || mends.size === 0 ? undefined : mends;
    const columns: Partial<Record<Key, number>> = {};
    for (const [column, key] of Object.entries(mapping.columns) as [string, Key][]) if (fields.includes(key)) columns[key] ??= Number(column);
    this.columns = columns;
    for (const key of SPREAD as readonly string[] as readonly Key[]) {
      const column = columns[key];
      if (column === undefined) continue;
      const ranges = merges.filter((range) => range.left <= column && range.right >= column && range.bottom > range.top && range.top >= mapping.firstRow);
      if (ranges.length > 0) this.spreads[key] = { column, ranges: ranges.toSorted((a, b) => a.top - b.top), next: 0, until: 0, value: null };
    }
  }

  has(key: Key): boolean {
    return this.columns[key] !== undefined;
  }

  columnOf(key: Key): number | null {
    return this.columns[key] ?? null;
  }

  /** Moves to a row; rows must come in their order. */
  moveTo(row: number, values: readonly CellValue[]): void {
    this.row = row;
    this.values = values;
    for (const spread of Object.values<Spread | undefined>(this.spreads)) {
      if (spread === undefined) continue;
      while (spread.next < spread.ranges.length && spread.ranges[spread.next]!.top <= row) {
        const range = spread.ranges[spread.next++]!;
        spread.until = range.bottom;
        spread.value = range.top === row ? (values[range.left] ?? null) : null;
      }
    }
  }

  get(key: Key): CellValue {
    const column = this.columns[key];
    if (column === undefined) return null;
    if (this.mends !== undefined) {
      const mended = this.mends.get(mendKey(this.sheet, cellAddress(column, this.row)));
      if (mended !== undefined) return mended;
    }
    const value = this.values[column] ?? null;
    const spread = this.spreads[key];
    if (spread !== undefined && isBlank(value) && this.row <= spread.until) return spread.value;
    return value;
  }
}
