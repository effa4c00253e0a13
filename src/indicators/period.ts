import { addDays, makeDate, plainDate, type PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";

/** A year as the office reports it: the calendar's, or cut on a day that a document sets. */
export interface Period {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly document: string | null;
}

const calendarYear = (year: number): Period => ({
  code: String(year), name: `Năm ${year}`, year, startsOn: makeDate(year, 1, 1), endsOn: makeDate(year, 12, 31), document: null,
});

/** The stored period of a code, else the calendar year. */
export async function periodOf(tx: Tx, year: number, code?: string): Promise<Period> {
  if (code === undefined || code === String(year)) return calendarYear(year);
  const row = await tx.db.selectFrom("reporting_period").selectAll().where("code", "=", code).executeTakeFirst();
  if (!row) return calendarYear(year);
  return { code: row.code, name: row.name, year: row.year, startsOn: plainDate(row.starts_on), endsOn: plainDate(row.ends_on), document: row.document };
}

/** "Số liệu tính đến ngày": the end of the period, or today while it runs; compared with the day before it began. */
export function daysOf(period: Period, today: PlainDate): { on: PlainDate; previousOn: PlainDate } {
  return { on: period.endsOn < today ? period.endsOn : today, previousOn: addDays(period.startsOn, -1) };
}
