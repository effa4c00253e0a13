import type { CellValue } from "./workbook.ts";

/** A field that a column of a list may hold. Formats live in the features; this is what the machinery of import needs of them. */
export type ListField<Key extends string = string> = {
  readonly key: Key;
  /** The official Vietnamese name, as shown to the officer who corrects a mapping. */
  readonly label: string;
  /** Headings met for it, in any spelling; compared without marks and case. A path "Ngày sinh > Nam" is written so. */
  readonly synonyms: readonly string[];
  /** Whether a cell could be this field's. Blank cells are not asked. */
  readonly fits: (value: CellValue) => boolean;
  /** How much the shape alone tells: a 12-digit number much, a word little. 0–1. */
  readonly telling: number;
  /** Headings of this shape are its own, whatever they say: a day of the month, for a column a day. */
  readonly pattern?: RegExp;
  /** More than one column may hold it. */
  readonly repeated?: boolean;
};

/** A list whose columns are fixed by a form, so that no headings are needed. Columns as letters, first data row from 1. */
export type FixedLayout<Key extends string = string> = {
  readonly id: string;
  readonly firstRow: number;
  readonly columns: Readonly<Record<string, Key>>;
  /** Words that the sheet's name or title holds, folded; used to tell layouts with the same columns apart. */
  readonly titleWords: readonly string[];
};

export type ListFormat<Key extends string = string> = {
  readonly id: string;
  readonly fields: readonly ListField<Key>[];
  readonly layouts: readonly FixedLayout<Key>[];
};

/** Which column of a sheet holds which field. Plain data: kept for an office and a file shape, corrected by an officer, sent back. */
export type SheetMapping<Key extends string = string> = {
  /** 0 for the first sheet. */
  readonly sheet: number;
  /** First row that may hold data, from 1. */
  readonly firstRow: number;
  /** Column index (0 for A) → field. */
  readonly columns: Readonly<Record<number, Key>>;
  /** The fixed layout it follows, if any. */
  readonly layout?: string;
};
