import { communesOf } from "../../areas/public.ts";
import { addMonths, makeDate, monthOf, yearOf, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { reportDay } from "./month-report.ts";

/** A month's report that a commune, or so many communes of an area, have not handed in. */
export interface MissingReport {
  readonly unitUid: string;
  readonly count: number;
  readonly month: string;
  readonly dueOn: PlainDate;
  readonly certainty: string;
}

/**
 * Reports of this year that were not handed in (khoản 1 Điều 7 QĐ 24/2021/QĐ-TTg): last month's while its day is near, and earlier ones, past their day, of
 * communes that had requests in that month. An office that began to use the program in autumn is not reproached with its spring.
 */
export async function missingReports({ client }: Tx, services: Services, areaUid: string, on: PlainDate): Promise<MissingReport[]> {
  const thisMonth = makeDate(yearOf(on), monthOf(on), 1);
  const months = Array.from({ length: 12 }, (_, back) => addMonths(thisMonth, -back - 1))
    .map((first) => ({ first, ...reportDay(services, first) }))
    .filter((one): one is typeof one & { reportOn: PlainDate } => one.reportOn !== null && one.reportOn.slice(0, 4) === on.slice(0, 4));
  if (months.length === 0) return [];
  const communes = communesOf(areaUid, on).uids;
  const { rows } = await client.query<{ first: string; count: number; unit: string }>(
    `select m.first::text, count(*)::int as count, min(u.uid) as unit from unnest($1::date[]) m (first) cross join unnest($2::text[]) u (uid)
     where not exists (select from procedure_report r where r.unit_uid = u.uid and r.month = m.first and r.voided_at is null)
       and (m.first = $3 or exists (select from procedure_case c where c.unit_uid = u.uid and (date_trunc('month', c.received_on) = m.first or date_trunc('month', c.decided_on) = m.first)))
     group by m.first order by m.first`,
    [months.map(({ first }) => first), communes, addMonths(thisMonth, -1)],
  );
  return rows.map(({ first, count, unit }) => {
    const { reportOn, reportCertainty } = months.find((one) => one.first === first)!;
    return { unitUid: count === 1 ? unit : areaUid, count, month: `${first.slice(5, 7)}/${first.slice(0, 4)}`, dueOn: reportOn, certainty: reportCertainty };
  });
}
