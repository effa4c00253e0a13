import type { CellRange } from "./address.ts";
import type { WorkbookKind } from "./guards.ts";

/** A cell as the file stores it. Text is not touched but for its encoding; a date cell is a Date at UTC midnight (or with its time, UTC). */
export type CellValue = string | number | boolean | Date | null;

/** A row of a sheet: its number as on screen (from 1) and its cells from column A on. Cells after the last filled one are absent. */
export type SheetRow = { readonly row: number; readonly values: CellValue[] };

/** What is known of a sheet before its rows are read. */
export type SheetFacts = {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Rows that the sheet stores, empty ones with a format included. */
  readonly rowCount: number;
  /** The last row that the sheet says it has, from 1; 0 when it says nothing. */
  readonly lastRow: number;
  readonly merges: readonly CellRange[];
  readonly hiddenRows: { readonly count: number; readonly first: readonly number[] };
  readonly hiddenColumns: readonly number[];
  readonly formulas: number;
};

/** What turned up while the rows were read. */
export type RowsSeen = {
  rows: number;
  /** Cells with a formula whose value the file does not hold: the program that wrote it never calculated. */
  formulasWithoutValue: number;
  firstFormulaWithoutValue: string | undefined;
  /** Cells right of the last column that is read. */
  cellsBeyond: number;
  legacy: { tcvn3: number; vni: number };
};

/** Rows in batches of some hundred, read once, and what was seen on the way (whole only after the last batch). */
export type RowStream = AsyncIterable<SheetRow[]> & { readonly seen: RowsSeen };

/** An opened workbook. `rows` may be called once for each sheet, in any order; each call reads the sheet anew. */
export type Workbook = {
  readonly kind: WorkbookKind;
  readonly sheets: readonly SheetFacts[];
  readonly rows: (sheet: number) => RowStream;
  readonly close: () => Promise<void>;
};

export const nothingSeen = (): RowsSeen => ({
  rows: 0,
  formulasWithoutValue: 0,
  firstFormulaWithoutValue: undefined,
  cellsBeyond: 0,
  legacy: { tcvn3: 0, vni: 0 },
});
