import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import { listSince, reviewSeasons } from "../poverty/public.ts";
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
  with d as (select on_date, since, (on_date - interval '1 year')::date as year_before from unnest($2::date[], $5::date[]) as x(on_date, since)),
  x as materialized (select distinct on (hu.hamlet_id) hu.hamlet_id as id, hu.unit_uid as commune, ham.kind = 'unknown' as remainder
      from hamlet_unit hu join hamlet ham on ham.id = hu.hamlet_id
      where hu.unit_uid = any ($1) and ${standingOn("hu", "$6::date")} order by hu.hamlet_id, hu.recorded_at desc),
  communes as (select commune, count(*) as hamlets, count(*) filter (where not remainder) as named from x group by commune),
  lay as (select x.commune, hu.unit_uid, hu.valid_from, coalesce(hu.valid_to, 'infinity') as valid_to, count(*) as hamlets
      from x join hamlet_unit hu on hu.hamlet_id = x.id and ${known("hu")} group by 1, 2, 3, 4),
  units as (select d.on_date, lay.commune, lay.unit_uid, sum(lay.hamlets) as hamlets from d join lay on lay.valid_from <= d.on_date and lay.valid_to > d.on_date group by 1, 2, 3),
  spans as (${spans}),
  s as materialized (select d.on_date, sp.hamlet_id, sum(sp.households) as statuses, sum(sp.households) filter (where sp.valid_from >= d.since) as current,
        sum(sp.households) filter (where sp.class = 'poor') as poor, sum(sp.households) filter (where sp.class = 'near_poor') as near_poor,
        sum(sp.persons) filter (where sp.class = 'poor') as poor_persons, sum(sp.persons) filter (where sp.class = 'near_poor') as near_poor_persons, max(sp.ruleset) as ruleset
      from d join spans sp on sp.valid_from <= d.on_date and sp.valid_to > d.on_date group by d.on_date, sp.hamlet_id),
  statuses as (select s.on_date, x.commune, sum(s.poor) as poor, sum(s.near_poor) as near_poor, sum(s.poor_persons) as poor_persons,
        sum(s.near_poor_persons) as near_poor_persons, max(s.ruleset) as ruleset
      from s join x on x.id = s.hamlet_id group by 1, 2),
  listed as (
      select s.on_date, hu.unit_uid from s join hamlet_unit hu on hu.hamlet_id = s.hamlet_id and ${standingOn("hu", "s.on_date")}
      group by s.on_date, hu.unit_uid having 2 * sum(s.current) > sum(s.statuses)
      union
      select d.on_date, r.unit_uid from d join review_round r on r.closed_on between d.since and d.on_date and ${known("r")}),
  lists as (select u.on_date, u.commune, sum(u.hamlets) as placed, array_agg(u.unit_uid) filter (where l.unit_uid is null) as unlisted
      from units u left join listed l on l.on_date = u.on_date and l.unit_uid = u.unit_uid group by 1, 2),
  p as materialized (select distinct on (d.on_date, pc.hamlet_id) d.on_date, pc.hamlet_id, x.commune, x.remainder, pc.households, pc.persons, pc.figure_kind
      from x join population_count pc on pc.hamlet_id = x.id join d on pc.on_date <= d.on_date and pc.on_date > d.year_before
      where ${known("pc")} order by d.on_date, pc.hamlet_id, pc.on_date desc, pc.recorded_at desc, pc.id desc),
  populations as (select on_date, commune, count(*) as entered, count(persons) as entered_persons, sum(households) as households, sum(persons) as persons,
        array_agg(distinct figure_kind) as kinds, bool_or(remainder) as remainder, count(*) filter (where not remainder) as named
      from p group by 1, 2),
  complete as materialized (select distinct d.on_date, rc.hamlet_id, x.commune from x join registry_complete rc on rc.hamlet_id = x.id join d on ${standingOn("rc", "d.on_date")}
      where d.on_date = any ($4) or (d.on_date, rc.hamlet_id) not in (select on_date, hamlet_id from p)),
  houses as (select c.on_date, c.hamlet_id, c.commune, coalesce(sum(sp.households), 0) as households from complete c
      left join (${spansOfRegistry("(select distinct hamlet_id as id from complete)")}) sp on sp.hamlet_id = c.hamlet_id and sp.valid_from <= c.on_date and sp.valid_to > c.on_date
      group by 1, 2, 3),
  members as (select c.on_date, c.commune, count(*) as persons from complete c join ${RESIDENCES} on re.hamlet_id = c.hamlet_id
      join membership m on m.household_id = re.household_id and ${standingOn("m", "c.on_date")}
      where c.on_date = any ($7) and ${livesOn("c.on_date")} group by 1, 2),
  registers as (select on_date, commune, count(*) as registered, sum(households) as households from houses group by 1, 2)
  select d.on_date as "on", c.commune, c.hamlets::int as hamlets,
    case when coalesce(l.placed, 0) < c.hamlets then array_append(l.unlisted, c.commune) else l.unlisted end as unlisted,
    coalesce(s.poor, 0)::int as "poorHouseholds", coalesce(s.near_poor, 0)::int as "nearPoorHouseholds",
    coalesce(s.poor_persons, 0)::int as "poorPersons", coalesce(s.near_poor_persons, 0)::int as "nearPoorPersons", s.ruleset,
    coalesce(p.entered, 0)::int as entered, coalesce(p.entered_persons, 0)::int as "enteredPersons",
    coalesce(p.households, 0)::int as "populationHouseholds", coalesce(p.persons, 0)::int as "populationPersons", p.kinds, coalesce(p.remainder, false) as "remainderEntered",
    (c.named - coalesce(p.named, 0))::int as lacking, coalesce(r.registered, 0)::int as registered, coalesce(r.households, 0)::int as "registryHouseholds",
    case when d.on_date = any ($7) then coalesce(m.persons, 0)::int end as "registryPersons"
  from d cross join communes c left join lists l using (on_date, commune) left join statuses s using (on_date, commune)
    left join populations p using (on_date, commune) left join registers r using (on_date, commune) left join members m using (on_date, commune)`;

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
