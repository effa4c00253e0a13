import { addMonths, makeDate, monthOf, yearOf, type PlainDate } from "../../../kernel/date.ts";

/** The yearly review runs from 01/9 to 14/12 (điểm a khoản 1 Điều 3 QĐ 24/2021/QĐ-TTg): a list of these months tells next year's status. */
const REVIEW_BEGINS = 9;

/** Whether a list of that day is what a yearly review ended with, so that the review of the year may be counted as done. */
export const endsReview = (asOf: PlainDate): boolean => monthOf(asOf) >= REVIEW_BEGINS;

export const statusYearOf = (asOf: PlainDate): number => yearOf(asOf) + (endsReview(asOf) ? 1 : 0);

/** The day whose standard the statuses are filed under: the first of the status year, or the day of a list made within that year. */
export const standardDay = (asOf: PlainDate): PlainDate => (endsReview(asOf) ? makeDate(yearOf(asOf) + 1, 1, 1) : asOf);

/**
 * From when what a list says is taken to hold: the decision's day, where it lies within the twelve months up to the list's day; else the
 * list's day itself, the only one it is sure to speak of. An older decision must not make an earlier year look as if its list were on file.
 */
export function holdsFrom(decisionDate: PlainDate | null, asOf: PlainDate): PlainDate {
  return decisionDate !== null && decisionDate <= asOf && decisionDate > addMonths(asOf, -12) ? decisionDate : asOf;
}

/** The day most households of the list hold from: the day the whole list changes hands. */
export function commonDay(days: Iterable<PlainDate>, asOf: PlainDate): PlainDate {
  const counts = new Map<PlainDate, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  let [best, most] = [asOf, 0];
  for (const [day, count] of counts) if (count > most || (count === most && day > best)) [best, most] = [day, count];
  return best;
}
