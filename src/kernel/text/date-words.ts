import { addDays, dateInVietnam, dayOf, findDate, monthOf, type PlainDate, yearOf } from "../date.ts";

const two = (n: number): string => String(n).padStart(2, "0");

/** "ngày 05 tháng 02 năm 2024", "ngày 28 tháng 6 năm 2024": a 0 before days below 10 and months 1 and 2 (Phụ lục I NĐ 30/2020/NĐ-CP). */
export function officialDate(date: PlainDate): string {
  const month = monthOf(date);
  return `ngày ${two(dayOf(date))} tháng ${month <= 2 ? two(month) : month} năm ${yearOf(date)}`;
}

/** "28/06/2024" */
export const shortDate = (date: PlainDate): string => `${two(dayOf(date))}/${two(monthOf(date))}/${date.slice(0, 4)}`;

/** What a typed date tells: `date` when the day is known, else the month or only the year. */
export interface LooseDate {
  readonly date?: PlainDate;
  readonly month?: number;
  readonly year: number;
  readonly precision: "day" | "month" | "year";
}

const DAY_FIRST = /^(\d{1,2})([/. -])(\d{1,2})\2(\d{4}|\d{2})$/;
const MONTH_YEAR = /^(\d{1,2})[/.-](\d{4})$/;
const YEAR_FIRST = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/;
const DATE_TIME = /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const IN_WORDS = /^(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})$/;
const MONTH_IN_WORDS = /^tháng (\d{1,2}) năm (\d{4})$/;
const YEAR = /^(?:năm )?(\d{4})$/;

/**
 * A date as lists carry it, day before month: 5/6/1984, 05-06-1984, 6/1984, 1984, 00/00/1984, 2023-12-31, an ISO date-time (an instant
 * is read in Vietnamese time), the words of papers. Undefined for days that do not exist and for everything else.
 * Two-digit years need `referenceYear`: the latest such year that is not after it ("5/6/24" in 2023 is 1924).
 */
export function parseLooseDate(text: string, referenceYear?: number): LooseDate | undefined {
  const tidy = text.normalize("NFC").replace(/\s+/gu, " ").trim().toLowerCase().replace(/ ?([/.]) ?/g, "$1");
  const dayFirst = DAY_FIRST.exec(tidy);
  if (dayFirst) return loose(fullYear(dayFirst[4]!, referenceYear), Number(dayFirst[3]), Number(dayFirst[1]));
  const yearFirst = YEAR_FIRST.exec(tidy);
  if (yearFirst) return loose(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));
  const monthYear = MONTH_YEAR.exec(tidy) ?? MONTH_IN_WORDS.exec(tidy);
  if (monthYear) return loose(Number(monthYear[2]), Number(monthYear[1]), 0);
  const year = YEAR.exec(tidy);
  if (year) return loose(Number(year[1]), 0, 0);
  const words = IN_WORDS.exec(tidy);
  if (words) return loose(Number(words[3]), Number(words[2]), Number(words[1]));
  const dateTime = DATE_TIME.exec(tidy);
  return dateTime ? fromDateTime(tidy, dateTime) : undefined;
}

/** The day of a spreadsheet serial; the time of day is dropped. Undefined for 0, for the 29/02/1900 that never was, and beyond 9999. */
export function fromExcelSerial(serial: number, date1904 = false): PlainDate | undefined {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < 0 || days > 2_958_465) return undefined;
  if (date1904) return days <= 2_957_003 ? addDays(EPOCH_1904, days) : undefined;
  if (days === 0 || days === 60) return undefined;
  return addDays(EPOCH_1900, days < 60 ? days + 1 : days);
}

const EPOCH_1900 = "1899-12-30" as PlainDate;
const EPOCH_1904 = "1904-01-01" as PlainDate;

function fromDateTime(text: string, [, year, month, day, zone]: RegExpExecArray): LooseDate | undefined {
  if (zone === undefined) return loose(Number(year), Number(month), Number(day));
  const instant = Date.parse(text.replace(" ", "T"));
  if (Number.isNaN(instant)) return undefined;
  const date = dateInVietnam(instant);
  return loose(yearOf(date), monthOf(date), dayOf(date));
}

/** Zero for a part that the paper leaves open. */
function loose(year: number | undefined, month: number, day: number): LooseDate | undefined {
  if (year === undefined || year < 1800 || year > 2199) return undefined;
  if (day === 0 && month === 0) return { year, precision: "year" };
  if (day === 0) return month <= 12 ? { year, month, precision: "month" } : undefined;
  const date = findDate(year, month, day);
  return date && { date, month, year, precision: "day" };
}

function fullYear(digits: string, referenceYear: number | undefined): number | undefined {
  if (digits.length === 4) return Number(digits);
  if (referenceYear === undefined) return undefined;
  const year = Math.floor(referenceYear / 100) * 100 + Number(digits);
  return year <= referenceYear ? year : year - 100;
}
