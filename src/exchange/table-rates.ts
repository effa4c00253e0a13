import type { TableColumn } from "./table-column.ts";
import type { CellValue } from "./workbook.ts";

export interface NumberRow {
  readonly row: number;
  readonly values: readonly CellValue[];
  readonly total: boolean;
}

export interface RateColumns {
  readonly rates: readonly number[];
  /** columns of whole numbers that a rate may be of */
  readonly amounts: readonly number[];
}

export interface WrongRate {
  readonly row: number;
  readonly column: number;
  readonly value: number;
  readonly expected: number;
  readonly part: number;
  readonly whole: number;
}

/** So many rows must agree, and so large a share of them, before another row is held to be wrong. */
const [LEAST_ROWS, SURE] = [4, 0.75];

export function ratesOf(columns: readonly (TableColumn | undefined)[]): RateColumns {
  const all = columns.flatMap((column, index) => (column === undefined ? [] : [{ column, index }]));
  return {
    rates: all.filter(({ column }) => column.isRate && column.isWhollyNumbers).map(({ index }) => index),
    amounts: all.filter(({ column }) => column.addsUp && column.isWhollyNumbers && column.kinds.number > 0).map(({ index }) => index),
  };
}

/** Decimals that a number shows; a rate is right when it is the quotient rounded to these, whichever way the last one went. */
const decimalsOf = (value: number): number => Math.min(6, (/\.(\d+)$/.exec(String(Math.round(value * 1e6) / 1e6))?.[1] ?? "").length);

/** Binary fractions serve here: nothing is stored, and what is asked is whether two printed figures agree. */
function agrees(value: number, part: number, whole: number, scale: 1 | 100, decimals: number): boolean {
  return Math.abs(value - (part / whole) * scale) <= 0.5 * 10 ** -decimals + 1e-9;
}

/**
 * Rates that do not come from the two columns that all other rates of their column come from. Which two these are is found from the
 * figures themselves; where most rows agree with no pair, nothing is said.
 */
export function checkRates(rows: readonly NumberRow[], { rates, amounts }: RateColumns): WrongRate[] {
  const found: WrongRate[] = [];
  if (amounts.length < 2 || amounts.length > 40) return found;
  for (const rate of rates) {
    const own = rows.flatMap(({ row, values }) => (typeof values[rate] === "number" ? [{ row, values, value: values[rate] as number }] : []));
    if (own.length < LEAST_ROWS) continue;
    // a column prints one number of decimals: the most that any of its figures shows, but for figures that were never rounded
    const shown = own.map(({ value }) => decimalsOf(value));
    const decimals = Math.max(...shown.filter((each) => each <= 4), 0);
    const best = bestPair(own, amounts, decimals);
    if (best === undefined) continue;
    for (const { row, value, part, whole, right } of best.judged) {
      if (!right) found.push({ row, column: rate, value, expected: Math.round((part / whole) * best.scale * 10 ** Math.max(decimals, 2)) / 10 ** Math.max(decimals, 2), part: best.part, whole: best.whole });
    }
  }
  return found;
}

interface Judged {
  readonly row: number;
  readonly value: number;
  readonly part: number;
  readonly whole: number;
  readonly right: boolean;
}

interface Pair {
  readonly part: number;
  readonly whole: number;
  readonly scale: 1 | 100;
  readonly judged: readonly Judged[];
  readonly rightRows: number;
}

function bestPair(own: readonly { readonly row: number; readonly values: readonly CellValue[]; readonly value: number }[], amounts: readonly number[], decimals: number): Pair | undefined {
  let best: Pair | undefined;
  for (const part of amounts) {
    for (const whole of amounts) {
      if (part === whole) continue;
      for (const scale of [100, 1] as const) {
        const judged = own.flatMap(({ row, values, value }): Judged[] => {
          const [a, b] = [values[part], values[whole]];
          return typeof a === "number" && typeof b === "number" && b !== 0 ? [{ row, value, part: a, whole: b, right: agrees(value, a, b, scale, decimals) }] : [];
        });
        // zeros agree with every pair and show nothing
        const telling = judged.filter(({ part: a }) => a !== 0);
        const rightRows = telling.filter(({ right }) => right).length;
        if (rightRows < LEAST_ROWS || rightRows < telling.length * SURE) continue;
        if (best === undefined || rightRows > best.rightRows) best = { part, whole, scale, judged, rightRows };
      }
    }
  }
  return best;
}
