import { decimal, type Decimal } from "../../../../kernel/decimal.ts";
import { parseVietnameseDecimal } from "../../../../kernel/text/number.ts";

/** A sheet with every merged cell filled in, so that a heading over several columns stands over each of them. */
export interface SheetGrid {
  readonly name: string;
  /** `cells[0]` is row 1, column A */
  readonly cells: readonly (readonly GridValue[])[];
}
export type GridValue = string | number | null;

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Fills merged ranges (rows and columns from 0) with the value of their first cell. */
export function fillMerges(cells: GridValue[][], merges: readonly Merge[]): void {
  for (const { top, left, bottom, right } of merges) {
    const value = cells[top]?.[left] ?? null;
    for (let row = top; row <= bottom && row < top + 200; row++) {
      cells[row] ??= [];
      for (let column = left; column <= right && column < left + 200; column++) cells[row]![column] = value;
    }
  }
}

const NOTHING = /^[-–—.…]*$/;

/** The number of a cell: exact as typed, or as the sheet stores it; null where there is none. "-" and "…" are no number. */
export function numberOf(value: GridValue | undefined): Decimal | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "number") {
    const text = Number.isSafeInteger(value) ? String(value) : value.toFixed(10).replace(/0+$/, "").replace(/\.$/, "");
    return /^-?\d+(\.\d+)?$/.test(text) ? decimal(text) : null;
  }
  const text = value.replace(/%\s*$/, "").trim();
  return NOTHING.test(text) ? null : (parseVietnameseDecimal(text) ?? null);
}
