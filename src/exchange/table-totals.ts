import type { CellValue } from "./workbook.ts";

interface TotalRow {
  readonly row: number;
  readonly values: readonly CellValue[];
  /** by column: of the rows since the total before, of all rows above, of the totals since the grand total before */
  readonly since: readonly number[];
  readonly all: readonly number[];
  readonly subtotals: readonly number[];
  readonly rowsAbove: number;
}

/** A row that stands for those below it: "I", "II", "A", "B" in front. */
const LEVEL = /^(?:[IVXL]+|[A-ZĐ])[.)]?$/;

/**
 * Totals against the rows they stand for. A total may close a part or the whole, may add up parts, or stand above its rows ("Toàn huyện");
 * it is told only where it agrees with none of these. Whole numbers only: sums of fractions need the rounding that a table does not state.
 */
export class TableTotals {
  private since: number[] = [];
  private all: number[] = [];
  private subtotals: number[] = [];
  private levels: number[] = [];
  private rows = 0;
  private leveled = false;
  private top: { readonly row: number; readonly values: readonly CellValue[] } | undefined;
  private readonly totals: TotalRow[] = [];

  add(row: number, values: readonly CellValue[], isTotal: boolean): void {
    if (isTotal && this.rows === 0) {
      this.top = { row, values };
      return;
    }
    if (isTotal) {
      this.totals.push({ row, values, since: [...this.since], all: [...this.all], subtotals: [...this.subtotals], rowsAbove: this.rows });
      each(values, (column, value) => (this.subtotals[column] = (this.subtotals[column] ?? 0) + value));
      this.since = [];
      return;
    }
    this.rows++;
    const mark = values.find((value) => value !== null && value !== "");
    const level = typeof mark === "string" && LEVEL.test(mark.trim());
    if (level) this.leveled = true;
    each(values, (column, value) => {
      if (level) this.levels[column] = (this.levels[column] ?? 0) + value;
      this.since[column] = (this.since[column] ?? 0) + value;
      this.all[column] = (this.all[column] ?? 0) + value;
    });
  }

  /** Totals that agree with no sum; `isSummed` tells the columns that are added up. */
  *differing(isSummed: (column: number) => boolean): Generator<{ readonly row: number; readonly column: number; readonly value: number; readonly sum: number }> {
    for (const { row, values, since, all, subtotals, rowsAbove } of this.totals) {
      if (rowsAbove < 2) continue;
      for (const [column, value] of values.entries()) {
        if (typeof value !== "number" || !Number.isSafeInteger(value) || !isSummed(column)) continue;
        const sums = [since[column], all[column], subtotals[column], this.levels[column]].filter((sum) => sum !== undefined);
        const known = sums.filter(Number.isSafeInteger);
        if (known.length === sums.length && known.length > 0 && !known.includes(value)) yield { row, column, value, sum: since[column] ?? all[column]! };
      }
    }
    if (this.top === undefined || this.rows < 2) return;
    for (const [column, value] of this.top.values.entries()) {
      const sum = this.leveled ? this.levels[column] : this.all[column];
      if (typeof value !== "number" || !Number.isSafeInteger(value) || sum === undefined || !Number.isSafeInteger(sum) || !isSummed(column)) continue;
      // parts within parts without any mark: the sum of all rows counts them twice
      if (value !== sum && value !== this.all[column] && (this.leveled || sum < value * 1.5)) yield { row: this.top.row, column, value, sum };
    }
  }
}

function each(values: readonly CellValue[], take: (column: number, value: number) => void): void {
  for (const [column, value] of values.entries()) if (typeof value === "number") take(column, value);
}
