import type { CellValue } from "../../exchange/workbook.ts";
import { findDate, type PlainDate } from "../../kernel/date.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { parseVietnameseNumber } from "../../kernel/text/number.ts";

/** What must be tidied: marks apart from their letters, odd spaces, spaces at the ends or doubled. */
const UNTIDY = /[\u0300-\u036f\u00a0\u2000-\u200b\u202f\u3000\ufeff\t\n\r\v\f]|^ | $| {2}/;

/** A cell as text, for words and names: NFC, single spaces; numbers without exponent; a date as it reads on paper. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return !UNTIDY.test(value) ? value : value.normalize("NFC").replace(/[\s\u200b\ufeff]+/gu, " ").trim();
  if (typeof value === "number") return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(value).toString() : String(value);
  if (typeof value === "boolean") return value ? "x" : "";
  const date = plainDateOf(value);
  return date === undefined ? "" : shortDate(date);
}

export const isBlank = (value: CellValue | undefined): boolean =>
  value === null || value === undefined || (typeof value === "string" && value.trim() === "");

/** "#REF!" and its kin: the formula in the cell failed. */
export const isCellError = (value: CellValue): boolean => typeof value === "string" && value.startsWith("#") && /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!)/.test(value);

export function plainDateOf(value: Date): PlainDate | undefined {
  return findDate(value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate());
}

/** A whole number as typed: 4, "4", "4 người", "1.500". Undefined for anything else. */
export function integerOf(value: CellValue): number | undefined {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : undefined;
  if (typeof value !== "string") return undefined;
  const number = parseVietnameseNumber(value.replace(/\s*(?:người|khẩu|nk|điểm|đ|tuổi)\.?\s*$/iu, ""));
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined;
}
