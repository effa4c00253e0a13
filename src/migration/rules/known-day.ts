import { addDays, addMonths, makeDate, monthOf, yearOf, type PlainDate } from "../../kernel/date.ts";

export const DAY_PRECISIONS = ["day", "month", "year"] as const;
export type DayPrecision = (typeof DAY_PRECISIONS)[number];

/** A day as far as it is known: of a month or a year only its first day is kept. */
export interface KnownDay {
  readonly on: PlainDate;
  readonly precision: DayPrecision;
}

/** The first day it can have been; what is stored for a month or a year. */
export function firstOf({ on, precision }: KnownDay): PlainDate {
  if (precision === "day") return on;
  return makeDate(yearOf(on), precision === "month" ? monthOf(on) : 1, 1);
}

/** The last day it can have been. */
export function lastOf(day: KnownDay): PlainDate {
  if (day.precision === "day") return day.on;
  return addDays(addMonths(firstOf(day), day.precision === "month" ? 1 : 12), -1);
}

/** Certainly before: even the last day it can have been lies before the first of the other. */
export const surelyBefore = (a: KnownDay, b: KnownDay): boolean => lastOf(a) < firstOf(b);

export const exactly = (on: PlainDate): KnownDay => ({ on, precision: "day" });
