import { hamletIdsOf } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { reviewSeasons } from "./load.ts";
import { listSince } from "./rules/list-season.ts";
import type { Countable } from "./rules/sum-up.ts";

/** The hamlets of an area, refused where the actor may not read them all: a partial count would be a false figure. */
export async function hamletsToCount(tx: Tx, areaUid: string, on: PlainDate, knownAt: string): Promise<string[]> {
  const hamlets = await hamletIdsOf(tx, areaUid, on, knownAt);
  const { scope } = tx.actor;
  if (!scope.fields.includes("poverty")) throw new AppError("forbidden", "indicators.outsideField", {});
  if (!scope.readsAll) {
    const readable = new Set(scope.readHamlets);
    const ownUnit = scope.readUnits.includes(areaUid);
    if ((hamlets.length === 0 && !ownUnit) || hamlets.some((id: string) => !readable.has(id))) throw new AppError("forbidden", "indicators.outsideScope", { areaUid });
  }
  return hamlets;
}

/** SQL of the two times: valid on a day (an expression), known at parameter 3. */
export const standingOn = (alias: string, day: string): string =>
  `${alias}.valid_from <= ${day} and (${alias}.valid_to is null or ${alias}.valid_to > ${day}) and ${known(alias)}`;

export const known = (alias: string): string =>
  `${alias}.recorded_at <= $3::timestamptz and (${alias}.voided_at is null or ${alias}.voided_at > $3::timestamptz)`;

/** Of `recognised_status st, household hh`: statuses that count on a day, of households neither voided nor gone. */
export const statusCounts = (day: string): string =>
  `${standingOn("st", day)} and hh.id = st.household_id and ${known("hh")} and (hh.valid_to is null or hh.valid_to > ${day})`;

/** Of `residence re, household hh`: households that live in a hamlet on a day, as the registry has it. */
export const lives = (hamlet: string, day: string): string =>
  `re.hamlet_id = ${hamlet} and ${standingOn("re", day)} and hh.id = re.household_id and ${standingOn("hh", day)}`;

// `since`: a list older than that, with or without a few later additions, is not the list of the day (rules/list-season.ts)
const SQL = `
  with d as (select * from unnest($2::date[], $5::date[]) as x(on_date, since)),
  h as (select d.on_date, ham.id, hu.unit_uid, ham.kind = 'unknown' as remainder
      from d cross join hamlet ham left join hamlet_unit hu on hu.hamlet_id = ham.id and ${standingOn("hu", "d.on_date")}
      where ham.id = any ($1)),
  s as (select d.on_date, st.hamlet_id, count(*) as statuses, count(*) filter (where st.valid_from >= d.since) as current,
        count(*) filter (where st.class = 'poor') as poor, count(*) filter (where st.class = 'near_poor') as near_poor,
        sum(st.members) filter (where st.class = 'poor') as poor_persons, sum(st.members) filter (where st.class = 'near_poor') as near_poor_persons, max(st.ruleset) as ruleset
      from d, recognised_status st, household hh where st.hamlet_id = any ($1) and ${statusCounts("d.on_date")}
      group by d.on_date, st.hamlet_id),
  listed as (
      select h.on_date, h.unit_uid from h join s on s.on_date = h.on_date and s.hamlet_id = h.id
      group by h.on_date, h.unit_uid having 2 * sum(s.current) > sum(s.statuses)
      union
      select d.on_date, r.unit_uid from d join review_round r on r.closed_on between d.since and d.on_date and ${known("r")}),
  p as (select distinct on (d.on_date, pc.hamlet_id) d.on_date, pc.hamlet_id, pc.households, pc.persons, pc.figure_kind
      from d join population_count pc on pc.on_date <= d.on_date and pc.on_date > d.on_date - interval '1 year'
      where pc.hamlet_id = any ($1) and ${known("pc")}
      order by d.on_date, pc.hamlet_id, pc.on_date desc, pc.recorded_at desc, pc.id desc),
  complete as (select distinct d.on_date, rc.hamlet_id from d join registry_complete rc on rc.hamlet_id = any ($1) and ${standingOn("rc", "d.on_date")}
      where $4 or not exists (select from p where p.on_date = d.on_date and p.hamlet_id = rc.hamlet_id)),
  living as (select c.on_date, c.hamlet_id, hh.id from complete c, residence re, household hh where ${lives("c.hamlet_id", "c.on_date")}),
  members as (select l.on_date, l.hamlet_id, count(*)::int as persons from living l
      join membership m on m.household_id = l.id and ${standingOn("m", "l.on_date")} group by 1, 2),
  r as (select c.on_date, c.hamlet_id, count(l.id)::int as households from complete c left join living l on l.on_date = c.on_date and l.hamlet_id = c.hamlet_id group by 1, 2)
  select h.on_date as "on", h.id as "hamletId", h.unit_uid as "unitUid", h.remainder, listed.unit_uid is not null as listed, s.ruleset,
    coalesce(s.poor, 0)::int as "poorHouseholds", coalesce(s.near_poor, 0)::int as "nearPoorHouseholds",
    coalesce(s.poor_persons, 0)::int as "poorPersons", coalesce(s.near_poor_persons, 0)::int as "nearPoorPersons",
    case when p.hamlet_id is not null then json_build_object('households', p.households, 'persons', p.persons, 'kind', p.figure_kind) end as population,
    case when r.hamlet_id is not null then json_build_object('households', r.households, 'persons', coalesce(members.persons, 0)) end as registry
  from h left join s on s.on_date = h.on_date and s.hamlet_id = h.id left join p on p.on_date = h.on_date and p.hamlet_id = h.id
    left join r on r.on_date = h.on_date and r.hamlet_id = h.id left join members on members.on_date = h.on_date and members.hamlet_id = h.id
    left join listed on listed.on_date = h.on_date and listed.unit_uid = h.unit_uid`;

export interface HamletCounts extends Countable {
  /** the standard of its statuses */
  readonly ruleset: string | null;
}

export interface CountAsked {
  readonly hamletIds: readonly string[];
  readonly days: readonly PlainDate[];
  readonly knownAt: string;
  /** also of hamlets that have a population entered: to show where the two differ */
  readonly alwaysRegistry: boolean;
}

/**
 * Counts per hamlet on each day as known at a moment, from records: recognised statuses of decisions, the population table, and the
 * registry where it is declared complete. Never from computed classes.
 */
export async function countHamlets(tx: Tx, asked: CountAsked): Promise<Map<string, HamletCounts[]>> {
  const days = [...new Set(asked.days)];
  const since = days.map((day) => listSince(reviewSeasons(), day));
  const { rows } = await tx.client.query<HamletCounts & { on: string }>(SQL, [asked.hamletIds, days, asked.knownAt, asked.alwaysRegistry, since]);
  const byDay = new Map<string, HamletCounts[]>(days.map((day) => [day, []]));
  for (const row of rows) byDay.get(row.on)!.push(row);
  return byDay;
}
