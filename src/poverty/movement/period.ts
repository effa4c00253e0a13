import { makeDate, type PlainDate } from "../../kernel/date.ts";
import { listSince } from "../rules/list-season.ts";
import { reviewSeasons } from "../review-seasons.ts";

/** The two days of a year's movement: the lists that stand at the end of the year before and of the year, or today while it runs. */
export interface YearDays {
  readonly year: number;
  readonly opening: PlainDate;
  readonly closing: PlainDate;
  /** the first day of a list that is the one of its year */
  readonly openingSince: string;
  readonly closingSince: string;
}

/** The year N closes with the list of its own autumn; its movement runs from the list of the autumn before. */
export function daysOfYear(year: number, today: PlainDate): YearDays {
  const [opening, end] = [makeDate(year - 1, 12, 31), makeDate(year, 12, 31)];
  const closing = today < end && today > opening ? today : end;
  return { year, opening, closing, openingSince: listSince(reviewSeasons(), opening), closingSince: listSince(reviewSeasons(), end) };
}
