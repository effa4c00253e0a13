import { addDays, weekdayOf, type PlainDate } from "./date.ts";
import { AppError } from "./error.ts";

/** Days off beside Saturday and Sunday, for the years the calendar was filled for. */
export interface WorkingCalendar {
  readonly years: ReadonlySet<number>;
  readonly daysOff: ReadonlySet<PlainDate>;
}

export const isWorkingDay = (day: PlainDate, { daysOff }: WorkingCalendar): boolean => weekdayOf(day) <= 5 && !daysOff.has(day);

/**
 * The last day of a term of `days` working days that begins after `from`: 3 working days from a Friday end on Wednesday.
 * @throws AppError invalid "date.badTerm" unless days is a whole number from 0 to 1,000
 */
export function addWorkingDays(from: PlainDate, days: number, calendar: WorkingCalendar): PlainDate {
  if (!Number.isInteger(days) || days < 0 || days > 1000) throw new AppError("invalid", "date.badTerm", { days });
  let day = from;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left--;
  }
  return day;
}

/** Working days after `from` up to and with `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: PlainDate, to: PlainDate, calendar: WorkingCalendar): number {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) count++;
  }
  return count;
}
