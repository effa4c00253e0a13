import { hamletIdsOf, standing } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { FigureKind } from "./rules/figure.ts";

/** What one hamlet holds on a day. `population` and `registry` are null where nobody entered or declared them. */
export interface HamletCounts {
  readonly hamletId: string;
  /** the commune of the hamlet on that day */
  readonly unitUid: string | null;
  readonly remainder: boolean;
  readonly listed: boolean;
  readonly poorHouseholds: number;
  readonly nearPoorHouseholds: number;
  readonly poorPersons: number;
  readonly nearPoorPersons: number;
  readonly population: { readonly households: number; readonly persons: number | null; readonly kind: FigureKind; readonly source: string } | null;
  readonly registry: { readonly households: number; readonly persons: number } | null;
}

/** The hamlets of an area, refused where the actor may not read them all: a partial count would be a false figure. */
export async function hamletsToCount(tx: Tx, areaUid: string, on: PlainDate, knownAt: string): Promise<string[]> {
  const hamlets = await hamletIdsOf(tx, areaUid, on, knownAt);
  const { scope } = tx.actor;
  if (!scope.readsAll) {
    const readable = new Set(scope.readHamlets);
    if (hamlets.length === 0 || hamlets.some((id: string) => !readable.has(id))) throw new AppError("forbidden", "indicators.outsideScope", { areaUid });
  }
  return hamlets;
}

/**
 * A list speaks for a year and until the next review closes (14/12, khoản 1 Điều 3 QĐ 24/2021): one older than this says nothing of
 * the day asked, though its statuses hold for benefits until a new decision.
 */
const LIST_MONTHS = 13;

const SQL = `
  with h as (select x.id, hu.unit_uid, ham.kind = 'unknown' as remainder
      from unnest($1::uuid[]) as x(id) join hamlet ham on ham.id = x.id
      left join hamlet_unit hu on hu.hamlet_id = x.id and ${standing("hu", 2, 3)}),
  s as (select st.hamlet_id,
        count(*) filter (where st.class = 'poor') as poor, count(*) filter (where st.class = 'near_poor') as near_poor,
        coalesce(sum(st.members) filter (where st.class = 'poor'), 0)::int as poor_persons,
        coalesce(sum(st.members) filter (where st.class = 'near_poor'), 0)::int as near_poor_persons, max(st.valid_from) as latest
      from recognised_status st join household hh on hh.id = st.household_id
      where st.hamlet_id = any ($1) and ${standing("st", 2, 3)} and hh.recorded_at <= $3::timestamptz
        and (hh.voided_at is null or hh.voided_at > $3::timestamptz) and (hh.valid_to is null or hh.valid_to > $2::date)
      group by st.hamlet_id),
  listed as (
      select unit_uid from h join s on s.hamlet_id = h.id where s.latest > $2::date - interval '${LIST_MONTHS} months'
      union
      select r.unit_uid from review_round r where r.year = extract(year from $2::date) and r.recorded_at <= $3::timestamptz
        and (r.voided_at is null or r.voided_at > $3::timestamptz)),
  p as (select distinct on (pc.hamlet_id) pc.hamlet_id, pc.households, pc.persons, pc.figure_kind, pc.source
      from population_count pc where pc.hamlet_id = any ($1) and pc.on_date <= $2::date and pc.on_date > $2::date - interval '1 year'
        and pc.recorded_at <= $3::timestamptz and (pc.voided_at is null or pc.voided_at > $3::timestamptz)
      order by pc.hamlet_id, pc.on_date desc, pc.recorded_at desc),
  complete as (select distinct rc.hamlet_id from registry_complete rc where rc.hamlet_id = any ($1) and ${standing("rc", 2, 3)}),
  r as (select c.hamlet_id,
        (select count(*) from residence re join household hh on hh.id = re.household_id
          where re.hamlet_id = c.hamlet_id and ${standing("re", 2, 3)} and ${standing("hh", 2, 3)})::int as households,
        (select count(*) from membership m join residence re on re.household_id = m.household_id
          where re.hamlet_id = c.hamlet_id and ${standing("re", 2, 3)} and ${standing("m", 2, 3)})::int as persons
      from complete c)
  select h.id as "hamletId", h.unit_uid as "unitUid", h.remainder, h.unit_uid in (select unit_uid from listed) as listed,
    coalesce(s.poor, 0)::int as "poorHouseholds", coalesce(s.near_poor, 0)::int as "nearPoorHouseholds",
    coalesce(s.poor_persons, 0) as "poorPersons", coalesce(s.near_poor_persons, 0) as "nearPoorPersons",
    case when p.hamlet_id is not null then json_build_object('households', p.households, 'persons', p.persons, 'kind', p.figure_kind, 'source', p.source) end as population,
    case when r.hamlet_id is not null then json_build_object('households', r.households, 'persons', r.persons) end as registry
  from h left join s on s.hamlet_id = h.id left join p on p.hamlet_id = h.id left join r on r.hamlet_id = h.id`;

/**
 * Counts per hamlet on a day as known at a moment, from records: recognised statuses of decisions, the population table, and the
 * registry where it is declared complete. Never from computed classes.
 */
export async function countHamlets(tx: Tx, hamletIds: readonly string[], on: PlainDate, knownAt: string): Promise<HamletCounts[]> {
  const { rows } = await tx.client.query<HamletCounts>(SQL, [hamletIds, on, knownAt]);
  return rows;
}
