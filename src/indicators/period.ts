import { addDays, addMonths, makeDate, plainDate, type PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { mustKeepPeriods } from "./policy.ts";

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

interface PeriodRow {
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly document: string | null;
}

const periodOfRow = (row: PeriodRow): Period =>
  ({ code: row.code, name: row.name, year: row.year, startsOn: plainDate(row.starts_on), endsOn: plainDate(row.ends_on), document: row.document });

/** The calendar year, or the stored period of a code. Errors: not_found "indicators.noPeriod". */
export async function periodOf(tx: Tx, year: number, code?: string): Promise<Period> {
  if (code === undefined || code === String(year)) return calendarYear(year);
  const row = await tx.db.selectFrom("reporting_period").selectAll().where("code", "=", code).executeTakeFirst();
  if (!row) throw new AppError("not_found", "indicators.noPeriod", { code });
  return periodOfRow(row);
}

export async function listPeriods(tx: Tx): Promise<Period[]> {
  const rows = await tx.db.selectFrom("reporting_period").selectAll().orderBy("starts_on", "desc").execute();
  return rows.map(periodOfRow);
}

/**
 * A year that is cut on another day than 31/12, as a document sets it. Errors: forbidden "indicators.onlyProvince",
 * invalid "indicators.periodReversed", refused "indicators.periodCode" (a calendar year's code), conflict "indicators.periodExists".
 */
export async function addPeriod(services: Services, actor: Actor, commandId: string, input: Omit<Period, "document"> & { readonly document: string }): Promise<{ id: string }> {
  mustKeepPeriods(actor);
  if (input.endsOn < input.startsOn) throw new AppError("invalid", "indicators.periodReversed", { startsOn: input.startsOn, endsOn: input.endsOn });
  if (/^\d{4}$/.test(input.code)) throw new AppError("refused", "indicators.periodCode", { code: input.code });
  return services.door.write(actor, { commandId, name: "indicators.addPeriod", input }, async (tx) => {
    const id = newId<"period">();
    const added = await tx.client.query(
      "insert into reporting_period (id, code, name, year, starts_on, ends_on, document) values ($1, $2, $3, $4, $5, $6, $7) on conflict (code) do nothing",
      [id, input.code, input.name, input.year, input.startsOn, input.endsOn, input.document],
    );
    if (added.rowCount === 0) throw new AppError("conflict", "indicators.periodExists", { code: input.code });
    return { answer: { id }, changes: [{ entity: "reporting_period", entityId: id, kind: "added" as const }], subject: id };
  });
}

/** "Số liệu tính đến ngày": the end of the period, or today while it runs; compared with the day before it began. */
export function daysOf(period: Period, today: PlainDate): { on: PlainDate; previousOn: PlainDate } {
  return { on: period.endsOn < today ? period.endsOn : today, previousOn: addDays(period.startsOn, -1) };
}

/** The first day of the period's year that a day lies in: of a year cut on 15/12, the latest 15/12. Happenings are counted from it. */
export function windowOf(period: Period, day: PlainDate): PlainDate {
  let years = 0;
  while (addMonths(period.startsOn, 12 * years) > day) years--;
  return addMonths(period.startsOn, 12 * years);
}
