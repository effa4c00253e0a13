import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import { nameSortKey, tidyName } from "../../kernel/text/name.ts";

export type Sex = 0 | 1 | 2;
export type BirthPrecision = "day" | "month" | "year" | "unknown";

/** `date` is the first of the month where only the month is known. */
export interface Birth {
  readonly date: PlainDate | null;
  readonly year: number | null;
  readonly precision: BirthPrecision;
}

/** What an officer writes of a person; `birth` as on paper: "5/6/1984", "6/1984", "1984". */
export interface PersonInput {
  readonly fullName: string;
  readonly sex: Sex;
  readonly birth: string | null;
  /** code of data/ethnic-groups.csv */
  readonly ethnicity: string | null;
}

export interface PersonFacts {
  readonly fullName: string;
  readonly nameFolded: string;
  readonly sortKey: string;
  readonly sex: Sex;
  readonly birth: Birth;
  readonly ethnicity: string | null;
}

const OLDEST = 130;

/** Errors: invalid "registry.nameInvalid" | "registry.birthUnreadable" | "registry.birthInFuture" | "registry.birthTooOld". */
export function decidePerson(input: PersonInput, today: PlainDate): PersonFacts {
  const fullName = tidyName(input.fullName);
  if (fullName.length < 2 || fullName.length > 120 || !/\p{L}/u.test(fullName) || /[\d<>@#$%^*=+{}[\]|\\]/u.test(fullName)) {
    throw new AppError("invalid", "registry.nameInvalid", { name: fullName });
  }
  return { fullName, nameFolded: fold(fullName), sortKey: nameSortKey(fullName), sex: input.sex, birth: readBirth(input.birth, today), ethnicity: input.ethnicity };
}

export function readBirth(text: string | null, today: PlainDate): Birth {
  if (text === null || text.trim() === "") return { date: null, year: null, precision: "unknown" };
  const read = parseLooseDate(text, yearOf(today));
  if (!read) throw new AppError("invalid", "registry.birthUnreadable", { text });
  if (read.year > yearOf(today) || (read.date !== undefined && read.date > today)) throw new AppError("invalid", "registry.birthInFuture", { text });
  if (read.year < yearOf(today) - OLDEST) throw new AppError("invalid", "registry.birthTooOld", { text, years: OLDEST });
  if (read.date !== undefined) return { date: read.date, year: read.year, precision: "day" };
  if (read.month !== undefined) return { date: `${read.year}-${String(read.month).padStart(2, "0")}-01` as PlainDate, year: read.year, precision: "month" };
  return { date: null, year: read.year, precision: "year" };
}

/** The first day the person can have lived in a household: the birth itself, as far as it is known. */
export const earliestDay = ({ date, year, precision }: Birth): PlainDate | null =>
  precision === "day" ? date : year === null ? null : (`${year}-01-01` as PlainDate);
