import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { reviewSeasons } from "./load.ts";
import { listSince } from "./rules/list-season.ts";
import type { CommuneTally } from "./rules/sum-up.ts";
import { known, livesOn, RESIDENCES, spansOfRecords, spansOfRegistry, standingOn } from "./records-sql.ts";
import { ROLLUP_TOPIC } from "./rollup-topic.ts";

/** Which days, over which communes' hamlets, as known when. */
export interface CountAsked {
  /** communes whose hamlets are counted, by their borders on `bordersOn` */
  readonly communes: readonly string[];
  readonly bordersOn: PlainDate;
  readonly days: readonly PlainDate[];
  readonly knownAt: string;
  /** also of hamlets that have a population entered: to show where the two differ */
  readonly registryOn: readonly PlainDate[];
  /** the registry's persons are counted only where they are needed: many more rows than households */
  readonly personsOn: readonly PlainDate[];
  /** read rolled-up statuses where nothing is waiting to be rolled up; only for what is known now */
  readonly rolledUp: boolean;
}

export interface CommuneCounts extends CommuneTally {
  readonly on: string;
  readonly commune: string;
  /** the standard of its statuses */
  readonly ruleset: string | null;
}

/**
 * $1 communes, $2 days, $3 known at, $4 days of which the registry is always counted, $5 the first day of a list that speaks for each
 * day, $6 day of the borders, $7 days of which the registry's persons are counted. Statuses and residences are put together by the days
 * they hold before they meet the days asked.
 */
const sql = (spans: string): string => `
  with d as (select * from unnest($2::date[], $5::date[]) as x(on_date, since)),
  x as materialized (select distinct on (hu.hamlet_id) hu.hamlet_id as id, hu.unit_uid as commune, ham.kind = 'unknown' as remainder
      from hamlet_unit hu join hamlet ham on ham.id = hu.hamlet_id
      where hu.unit_uid = any ($1) and ${standingOn("hu", "$6::date")} order by hu.hamlet_id, hu.recorded_at desc),
  h as materialized (select d.on_date, x.id, x.commune, x.remainder, hu.unit_uid
      from d cross join x left join hamlet_unit hu on hu.hamlet_id = x.id and ${standingOn("hu", "d.on_date")}),
  spans as (${spans}),
  s as materialized (select d.on_date, sp.hamlet_id, sum(sp.households) as statuses, sum(sp.households) filter (where sp.valid_from >= d.since) as current,
        sum(sp.households) filter (where sp.class = 'poor') as poor, sum(sp.households) filter (where sp.class = 'near_poor') as near_poor,
        sum(sp.persons) filter (where sp.class = 'poor') as poor_persons, sum(sp.persons) filter (where sp.class = 'near_poor') as near_poor_persons, max(sp.ruleset) as ruleset
      from d join spans sp on sp.valid_from <= d.on_date and sp.valid_to > d.on_date group by d.on_date, sp.hamlet_id),
  listed as (
      select h.on_date, h.unit_uid from h join s on s.on_date = h.on_date and s.hamlet_id = h.id
      group by h.on_date, h.unit_uid having 2 * sum(s.current) > sum(s.statuses)
      union
      select d.on_date, r.unit_uid from d join review_round r on r.closed_on between d.since and d.on_date and ${known("r")}),
  p as materialized (select distinct on (d.on_date, pc.hamlet_id) d.on_date, pc.hamlet_id, pc.households, pc.persons, pc.figure_kind
      from d join population_count pc on pc.on_date <= d.on_date and pc.on_date > d.on_date - interval '1 year' join x on x.id = pc.hamlet_id
      where ${known("pc")} order by d.on_date, pc.hamlet_id, pc.on_date desc, pc.recorded_at desc, pc.id desc),
  complete as materialized (select distinct d.on_date, rc.hamlet_id from d join registry_complete rc on ${standingOn("rc", "d.on_date")} join x on x.id = rc.hamlet_id
      where d.on_date = any ($4) or not exists (select from p where p.on_date = d.on_date and p.hamlet_id = rc.hamlet_id)),
  houses as (select c.on_date, c.hamlet_id, sum(sp.households) as households from complete c
      left join (${spansOfRegistry("(select distinct hamlet_id as id from complete)")}) sp on sp.hamlet_id = c.hamlet_id and sp.valid_from <= c.on_date and sp.valid_to > c.on_date
      group by 1, 2),
  members as (select c.on_date, c.hamlet_id, count(*) as persons from complete c join ${RESIDENCES} on re.hamlet_id = c.hamlet_id
      join membership m on m.household_id = re.household_id and ${standingOn("m", "c.on_date")}
      where c.on_date = any ($7) and ${livesOn("c.on_date")} group by 1, 2)
  select h.on_date as "on", h.commune, count(*)::int as hamlets,
    array_agg(distinct coalesce(h.unit_uid, h.commune)) filter (where listed.unit_uid is null) as unlisted,
    coalesce(sum(s.poor), 0)::int as "poorHouseholds", coalesce(sum(s.near_poor), 0)::int as "nearPoorHouseholds",
    coalesce(sum(s.poor_persons), 0)::int as "poorPersons", coalesce(sum(s.near_poor_persons), 0)::int as "nearPoorPersons", max(s.ruleset) as ruleset,
    count(p.hamlet_id)::int as entered, count(p.persons)::int as "enteredPersons", coalesce(sum(p.households), 0)::int as "populationHouseholds", coalesce(sum(p.persons), 0)::int as "populationPersons",
    array_agg(distinct p.figure_kind) filter (where p.hamlet_id is not null) as kinds, coalesce(bool_or(h.remainder and p.hamlet_id is not null), false) as "remainderEntered",
    count(*) filter (where p.hamlet_id is null and not h.remainder)::int as lacking,
    count(houses.hamlet_id)::int as registered, coalesce(sum(houses.households), 0)::int as "registryHouseholds",
    case when h.on_date = any ($7) then coalesce(sum(members.persons), 0)::int end as "registryPersons"
  from h left join s on s.on_date = h.on_date and s.hamlet_id = h.id left join p on p.on_date = h.on_date and p.hamlet_id = h.id
    left join houses on houses.on_date = h.on_date and houses.hamlet_id = h.id left join members on members.on_date = h.on_date and members.hamlet_id = h.id
    left join listed on listed.on_date = h.on_date and listed.unit_uid = h.unit_uid
  group by h.on_date, h.commune`;

const FROM_RECORDS = sql(spansOfRecords("x"));
const ROLLED_UP = sql(`
  select ru.hamlet_id, ru.class, ru.ruleset, ru.valid_from, ru.valid_to, ru.households, ru.persons from x join rollup_status ru on ru.hamlet_id = x.id
    where not exists (select from dirty_log where hamlet_id = x.id and topic = '${ROLLUP_TOPIC}')
  union all
  ${spansOfRecords(`(select id from x where exists (select from dirty_log where hamlet_id = x.id and topic = '${ROLLUP_TOPIC}'))`)}`);

/**
 * Counts per commune on each day as known at a moment: recognised statuses of decisions, the population table, and the registry where
 * it is declared complete. Never from computed classes. A commune without a hamlet on file is not among the answers.
 */
export async function countCommunes(tx: Tx, asked: CountAsked): Promise<CommuneCounts[]> {
  const days = [...new Set(asked.days)];
  const since = days.map((day) => listSince(reviewSeasons(), day));
  const { rows } = await tx.client.query<CommuneCounts>(asked.rolledUp ? ROLLED_UP : FROM_RECORDS, [asked.communes, days, asked.knownAt, asked.registryOn, since, asked.bordersOn, asked.personsOn]);
  return rows;
}
