import { AppError } from "./error.ts";

/** A calendar day "YYYY-MM-DD" without time or zone, years 0001–9999. Plain string comparison orders dates. */
export type PlainDate = string & { readonly __brand: "PlainDate" };

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const VIETNAM_OFFSET_MS = 7 * 3_600_000; // UTC+7 without summer time

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function exists(year: number, month: number, day: number): boolean {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return false;
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** True for an existing day in the form "YYYY-MM-DD". */
export function isPlainDate(text: string): text is PlainDate {
  const match = FORM.exec(text);
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** @throws AppError invalid "date.invalid" */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new AppError("invalid", "date.invalid", { text });
  return text;
}

/** The day made of its parts, or undefined when there is no such day (31/02). */
export function findDate(year: number, month: number, day: number): PlainDate | undefined {
  if (!exists(year, month, day)) return undefined;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate;
}

/** @throws AppError invalid "date.invalid" when there is no such day */
export function makeDate(year: number, month: number, day: number): PlainDate {
  const date = findDate(year, month, day);
  if (date === undefined) throw new AppError("invalid", "date.invalid", { text: `${year}-${month}-${day}` });
  return date;
}

export const yearOf = (date: PlainDate): number => Number(date.slice(0, 4));
export const monthOf = (date: PlainDate): number => Number(date.slice(5, 7));
export const dayOf = (date: PlainDate): number => Number(date.slice(8, 10));

/** @throws AppError invalid "date.invalid" beyond the years 0001–9999, as `addMonths` does */
export const addDays = (date: PlainDate, days: number): PlainDate => dayOfUtc(utcOf(date) + days * DAY_MS);

/** Months later; a day that the month lacks becomes its last day (31/01 + 1 month = 28/02 or 29/02). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const total = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(total / 12), (total % 12) + 1];
  return makeDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/** Days from `from` to `to`: 1 for the next day, negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => (utcOf(to) - utcOf(from)) / DAY_MS;

/**
 * Completed years. The year is completed on the birthday itself; one born on 29/02 completes it on 01/03 of a common year.
 * Negative when `on` lies before the birth.
 */
export function ageOn(birth: PlainDate, on: PlainDate): number {
  return yearOf(on) - yearOf(birth) - (on.slice(5) < birth.slice(5) ? 1 : 0);
}

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: PlainDate): number => ((utcOf(date) / DAY_MS + 3) % 7 + 7) % 7 + 1;

export const compareDates = (a: PlainDate, b: PlainDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day it is in Viet Nam (UTC+7) at an instant given in milliseconds since 1970. */
export const dateInVietnam = (epochMilliseconds: number): PlainDate => dayOfUtc(epochMilliseconds + VIETNAM_OFFSET_MS);

/** Midnight UTC of the day: all UTC days have the same length, so counting with it is exact. */
const utcOf = (date: PlainDate): number => Date.parse(date);

function dayOfUtc(milliseconds: number): PlainDate {
  const date = new Date(milliseconds);
  return makeDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const pad = (n: number, width: number): string => String(n).padStart(width, "0");
