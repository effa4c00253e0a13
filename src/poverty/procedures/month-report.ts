import { addMonths, makeDate, monthOf, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { activeValue } from "../rules/certainty.ts";
import { processOf } from "../workflow/processes.ts";
import { unitsOf } from "./list.ts";

export interface MonthCounts {
  /** "2026-03" */
  readonly month: string;
  readonly received: number;
  readonly enteredPoor: number;
  readonly enteredNearPoor: number;
  /** off the lists, and from poor to near-poor */
  readonly left: number;
  readonly toNearPoor: number;
  readonly refused: number;
  /** standings beside the lists */
  readonly middle: number;
  readonly lowIncome: number;
  /** day of the monthly report on this month (khoản 1 Điều 7 QĐ 24/2021); null: none is asked for */
  readonly reportOn: PlainDate | null;
  readonly reportCertainty: string;
}

const DECIDED = "date_trunc('month', c.decided_on) = m.first";

export type Counts = Omit<MonthCounts, "reportOn" | "reportCertainty">;

/** Entries and exits of each month by the day of the decision, with when the month is reported. */
export async function monthReport(tx: Tx, services: Services, area: string, year: number): Promise<MonthCounts[]> {
  const rows = await monthCounts(tx, unitsOf(area, services.today()), year);
  return rows.map((row, i) => ({ ...row, ...reportDay(services, makeDate(year, i + 1, 1)) }));
}

/** The twelve months of a year in these communes. */
export async function monthCounts({ client }: Tx, unitUids: readonly string[], year: number): Promise<Counts[]> {
  const { rows } = await client.query<Counts>(
    `select to_char(m.first, 'YYYY-MM') as month,
       count(c.id) filter (where date_trunc('month', c.received_on) = m.first)::int as received,
       count(c.id) filter (where ${DECIDED} and c.kind = 'adhoc_entry' and c.outcome_class = 'poor')::int as "enteredPoor",
       count(c.id) filter (where ${DECIDED} and c.kind = 'adhoc_entry' and c.outcome_class = 'near_poor')::int as "enteredNearPoor",
       count(c.id) filter (where ${DECIDED} and c.kind = 'adhoc_exit' and c.outcome_class = 'none')::int as "left",
       count(c.id) filter (where ${DECIDED} and c.kind = 'adhoc_exit' and c.outcome_class = 'near_poor')::int as "toNearPoor",
       count(c.id) filter (where ${DECIDED} and c.outcome = 'refused')::int as refused,
       count(c.id) filter (where ${DECIDED} and c.kind = 'middle_standard' and c.outcome = 'recognised')::int as middle,
       count(c.id) filter (where ${DECIDED} and c.kind = 'low_income' and c.outcome = 'recognised')::int as "lowIncome"
     from generate_series(make_date($1, 1, 1)::timestamp, make_date($1, 12, 1)::timestamp, interval '1 month') as m (first)
       left join procedure_case c on c.unit_uid = any ($2) and (date_trunc('month', c.received_on) = m.first or date_trunc('month', c.decided_on) = m.first)
     group by m.first order by m.first`,
    [year, unitUids],
  );
  return rows;
}

/** The 5th of the month after the one that begins on `first`, where that month is one of February to September. */
export function reportDay(services: Services, first: PlainDate): { reportOn: PlainDate | null; reportCertainty: string } {
  const { adhoc } = processOf(services, first).process;
  const next = addMonths(first, 1);
  const day = activeValue(adhoc.reportDay);
  const asked = day !== undefined && monthOf(next) >= adhoc.reportMonths.from && monthOf(next) <= adhoc.reportMonths.to;
  return { reportOn: asked ? (`${next.slice(0, 8)}${String(day).padStart(2, "0")}` as PlainDate) : null, reportCertainty: adhoc.reportDay.certainty };
}
