import { standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";

export interface ListsAsked {
  readonly communes: readonly string[];
  readonly bordersOn: PlainDate;
  readonly on: PlainDate;
  /** the first day of a list that speaks for the day */
  readonly since: string;
  readonly knownAt: string;
}

/**
 * Of each commune the units of that day that had no list of the season (where its hamlets then lay); a commune that has one is absent. A
 * unit has a list where most of its statuses are of the season, or its round was closed in it: a few later additions to an older list do
 * not make one. The same rule as figures are counted by.
 */
export async function unitsWithoutList({ client }: Tx, { communes, bordersOn, on, since, knownAt }: ListsAsked): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ commune: string; units: string[] }>(
    `with x as (select distinct hu.hamlet_id as id, hu.unit_uid as commune from hamlet_unit hu where hu.unit_uid = any ($1) and ${standing("hu", 2, 5)}),
       lay as (select x.id, x.commune, hu.unit_uid from x join hamlet_unit hu on hu.hamlet_id = x.id and ${standing("hu", 3, 5)}),
       listed as (
         select lay.unit_uid from lay join recognised_status st on st.hamlet_id = lay.id and ${standing("st", 3, 5)}
         group by 1 having 2 * count(*) filter (where st.valid_from >= $4::date) > count(*)
         union
         select r.unit_uid from review_round r where r.closed_on between $4::date and $3::date and r.recorded_at <= $5::timestamptz and (r.voided_at is null or r.voided_at > $5::timestamptz))
     select x.commune, array_agg(distinct coalesce(lay.unit_uid, x.commune)) as units
     from x left join lay on lay.id = x.id where lay.unit_uid is null or lay.unit_uid not in (select unit_uid from listed) group by 1`,
    [communes, bordersOn, on, since, knownAt],
  );
  const found = new Map(rows.map(({ commune, units }) => [commune, units.sort()]));
  const { rows: placed } = await client.query<{ unit_uid: string }>(`select distinct hu.unit_uid from hamlet_unit hu where hu.unit_uid = any ($1) and ${standing("hu", 2, 3)}`, [communes, bordersOn, knownAt]);
  const withHamlets = new Set(placed.map((row) => row.unit_uid));
  for (const commune of communes) if (!withHamlets.has(commune)) found.set(commune, [commune]);
  return found;
}
