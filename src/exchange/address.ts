/** "A" for 0, "AA" for 26. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** 0 for "A", 26 for "AA". */
export function columnIndex(letters: string): number {
  let n = 0;
  for (const letter of letters.toUpperCase()) n = n * 26 + letter.charCodeAt(0) - 64;
  return n - 1;
}

/** The address that a user sees: column from 0, row from 1. */
export const cellAddress = (column: number, row: number): string => `${columnLetters(column)}${row}`;

/** A rectangle of cells, both ends included; columns from 0, rows from 1 as on screen. */
export type CellRange = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };

const RANGE = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/i;

export function parseRange(text: string): CellRange | undefined {
  const match = RANGE.exec(text);
  if (match === null) return undefined;
  const [left, top] = [columnIndex(match[1]!), Number(match[2])];
  const [right, bottom] = [match[3] === undefined ? left : columnIndex(match[3]), Number(match[4] ?? top)];
  return { top: Math.min(top, bottom), left: Math.min(left, right), bottom: Math.max(top, bottom), right: Math.max(left, right) };
}
