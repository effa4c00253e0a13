import type { CellValue } from "../../exchange/workbook.ts";
import { findDate, type PlainDate, yearOf } from "../../kernel/date.ts";
import { fromExcelSerial, type LooseDate, parseLooseDate } from "../../kernel/text/date-words.ts";
import { plainDateOf } from "./cell.ts";

/** A birth as far as the paper tells it. `date` only where the day is known. */
export type Birth = { readonly date: PlainDate | undefined; readonly year: number; readonly month: number | undefined };

/** `doubt` says what was assumed to read the cell; the officer is told. */
export type ReadBirth = { readonly birth: Birth; readonly doubt?: "yearInDateCell" | "twoDigitYear" | "digitsOnly" | "partOfText" } | undefined;

const whole = (date: PlainDate): Birth => ({ date, year: yearOf(date), month: Number(date.slice(5, 7)) });
const fromLoose = (loose: LooseDate): Birth => ({ date: loose.date, year: loose.year, month: loose.month });
const yearOnly = (year: number): Birth => ({ date: undefined, year, month: undefined });

const caches = new Map<number, Map<string, ReadBirth>>();

function cacheOf(year: number): Map<string, ReadBirth> {
  let cache = caches.get(year);
  if (cache === undefined) caches.set(year, (cache = new Map()));
  return cache;
}

/**
 * A date of birth as lists carry it: a date cell, a serial number, text in any usual form, a year alone. `year` is the year of the list:
 * no birth lies after it, and a two-digit year is read back from it. Undefined when the cell cannot be read.
 */
export function readBirth(value: CellValue, year: number): ReadBirth {
  if (value instanceof Date) return fromDateCell(value, year);
  if (typeof value === "number") return fromNumber(value, year);
  if (typeof value !== "string") return undefined;
  const cache = cacheOf(year);
  if (cache.has(value)) return cache.get(value);
  const read = fromText(value, year);
  if (cache.size < 100_000) cache.set(value, read);
  return read;
}

/** A year typed into a cell formatted as a date is stored as a day of 1905: 1965 becomes 18/05/1905. */
function fromDateCell(value: Date, year: number): ReadBirth {
  const date = plainDateOf(value);
  if (date === undefined) return undefined;
  const serial = Math.round(value.getTime() / 86_400_000) + 25_569;
  if (serial >= 1905 && serial <= year) return { birth: yearOnly(serial), doubt: "yearInDateCell" };
  return { birth: whole(date) };
}

function fromNumber(value: number, year: number): ReadBirth {
  if (!Number.isInteger(value)) return undefined;
  if (value >= 1850 && value <= year + 1) return { birth: yearOnly(value) };
  if (value > 5_000 && value < 80_000) {
    const date = fromExcelSerial(value);
    return date === undefined ? undefined : { birth: whole(date) };
  }
  const digits = String(value).padStart(8, "0");
  return digits.length === 8 ? fromDigits(digits) : undefined;
}

/** "05061984": day, month and year without signs. */
function fromDigits(digits: string): ReadBirth {
  const date = findDate(Number(digits.slice(4)), Number(digits.slice(2, 4)), Number(digits.slice(0, 2)));
  return date === undefined || yearOf(date) < 1850 ? undefined : { birth: whole(date), doubt: "digitsOnly" };
}

function fromText(text: string, year: number): ReadBirth {
  const tidy = text.replace(/^['\s]+/, "").replace(/[\s.,]+$/, "").replace(/\\/g, "/");
  const loose = parseLooseDate(tidy, year);
  if (loose !== undefined) {
    const short = /\D\d{2}$/.test(tidy) && !/\d{4}/.test(tidy);
    return short ? { birth: fromLoose(loose), doubt: "twoDigitYear" } : { birth: fromLoose(loose) };
  }
  if (/^\d{8}$/.test(tidy)) return fromDigits(tidy);
  if (/^\d{5}$/.test(tidy)) return fromNumber(Number(tidy), year);
  const inText = /(\d{1,2}[/.-]\d{1,2}[/.-]\d{4})|(?:^|\D)((?:18|19|20)\d{2})(?!\d)/.exec(tidy);
  const part = inText === null ? undefined : parseLooseDate(inText[1] ?? inText[2]!, year);
  // "31/02/1990" is no date: the year alone must not be taken from it silently.
  return part === undefined || /^\d{1,2}\D\d{1,2}\D\d{4}$/.test(tidy) ? undefined : { birth: fromLoose(part), doubt: "partOfText" };
}
