import { standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import { LATEST_FIRST, OF_STATUS_YEAR } from "../reclassify/read.ts";
import type { HouseholdFact } from "./rules/reckon.ts";

export interface FactsAsked {
  readonly hamletIds: readonly string[];
  readonly on: PlainDate;
  readonly knownAt: string;
}

const known = (alias: string): string => `${alias}.recorded_at <= $3::timestamptz and (${alias}.voided_at is null or ${alias}.voided_at > $3::timestamptz)`;

/** $1 hamlets, $2 day, $3 moment: the rows of both lists, as figures count them. */
const LISTED = `
  listed as materialized (
    select st.household_id, st.hamlet_id, st.class, st.members, st.ruleset, st.status_year, st.source
    from recognised_status st left join household g on g.id = st.household_id and (g.valid_to is not null or g.voided_at is not null)
    where st.hamlet_id = any ($1) and st.valid_from <= $2::date and least(coalesce(st.valid_to, 'infinity'), coalesce(g.valid_to, 'infinity')) > $2::date and ${known("st")}
      and (g.voided_at is null or g.voided_at > $3::timestamptz))`;

/** A child is below 16 on the day; one of whom only the year is known by the year. */
const CHILD = "case when p.birth_precision = 'day' then p.birth_date > ($2::date - interval '16 years') when p.birth_year is not null or p.birth_date is not null then extract(year from $2::date) - coalesce(p.birth_year, extract(year from p.birth_date)) < 16 end";

/**
 * Every household of the two lists with what the tables ask: head, characteristics, children, and the answers of the assessment that stands
 * for its list (of the result set of its status year and standard first).
 */
export async function listFacts({ client }: Tx, { hamletIds, on, knownAt }: FactsAsked): Promise<HouseholdFact[]> {
  const { rows } = await client.query<HouseholdFact>(
    `with ${LISTED},
     homes as materialized (select distinct household_id, ruleset, status_year from listed),
     assessed as (
       select distinct on (a.household_id) a.household_id, a.id, a.deprivations, a.causes, a.score_deprivation
       from homes l join assessment a on a.household_id = l.household_id and ${known("a")} left join review_result_set s on s.id = a.result_set_id
       where ${OF_STATUS_YEAR("l.status_year")} order by a.household_id, ${LATEST_FIRST("l.ruleset")}),
     people as (
       select m.household_id, count(*) filter (where child)::int as children, count(*) filter (where child is null)::int as children_unknown,
         min(ethnicity) filter (where is_head) as ethnicity, min(sex) filter (where is_head) as sex
       from (select m.household_id, m.is_head, p.ethnicity, p.sex, ${CHILD} as child
         from homes h join membership m on m.household_id = h.household_id and ${standing("m", 2, 3)} join person p on p.id = m.person_id) m group by 1),
     asked as materialized (
       select c.household_id, c.lacks from assessed a join child_answer c on c.assessment_id = a.id and ${known("c")}
         join membership m on m.household_id = c.household_id and m.person_id = c.person_id and ${standing("m", 2, 3)} join person p on p.id = m.person_id and ${CHILD}),
     lacking as (select household_id, jsonb_object_agg(code, n) as lacks from (select household_id, code, count(*)::int as n from asked, unnest(lacks) code group by 1, 2) one group by 1),
     marked as (
       select c.household_id, array_agg(distinct c.code) as codes from homes h join characteristic c on c.household_id = h.household_id and ${standing("c", 2, 3)} group by 1)
     select l.household_id as "householdId", l.hamlet_id as "hamletId", l.class as list, l.members, coalesce(p.children, 0) as children, coalesce(p.children_unknown, 0) as "childrenUnknown", p.ethnicity,
       coalesce(q.asked, 0) as "childrenAsked", coalesce(x.lacks, '{}') as "childLacks",
       case p.sex when 2 then true when 1 then false else case when 'femaleHead' = any (k.codes) then true end end as "femaleHead",
       coalesce(k.codes, '{}') as characteristics, coalesce(a.deprivations, case when a.score_deprivation = 0 then '{}'::text[] end) as deprivations, a.causes
     from listed l left join assessed a on a.household_id = l.household_id left join people p on p.household_id = l.household_id left join marked k on k.household_id = l.household_id
       left join (select household_id, count(*)::int as asked from asked group by 1) q on q.household_id = l.household_id left join lacking x on x.household_id = l.household_id`,
    [hamletIds, on, knownAt],
  );
  return rows;
}

export interface ListFacts {
  /** the standard most of the listed were recognised by; undefined when nobody is listed */
  readonly ruleset: string | undefined;
  /** households of the demo are among them */
  readonly illustrative: boolean;
}

export async function listFactsOf({ client }: Tx, { hamletIds, on, knownAt }: FactsAsked): Promise<ListFacts> {
  const { rows } = await client.query<{ ruleset: string; illustrative: boolean }>(
    `with ${LISTED} select ruleset, bool_or(bool_or(source = 'demo')) over () as illustrative from listed group by 1 order by count(*) desc, 1 limit 1`, [hamletIds, on, knownAt],
  );
  return { ruleset: rows[0]?.ruleset, illustrative: rows[0]?.illustrative ?? false };
}

export interface Recorded {
  readonly hamletId: string;
  readonly code: string;
  readonly households: number;
  readonly people: number;
}

/** Households of any kind with these characteristics, and their members, by hamlet. */
export async function countRecorded({ client }: Tx, { hamletIds, on, knownAt }: FactsAsked, codes: readonly string[]): Promise<Recorded[]> {
  if (codes.length === 0) return [];
  const { rows } = await client.query<Recorded>(
    `select c.hamlet_id as "hamletId", c.code, count(distinct c.household_id)::int as households, count(m.id)::int as people
     from characteristic c left join membership m on m.household_id = c.household_id and ${standing("m", 2, 3)}
     where c.hamlet_id = any ($1) and c.code = any ($4) and ${standing("c", 2, 3)} group by 1, 2`,
    [hamletIds, on, knownAt, codes],
  );
  return rows;
}

export interface ListedPerson {
  readonly hamletId: string;
  readonly householdId: string;
  readonly fullName: string;
  readonly sex: number;
  readonly birthYear: number | null;
  readonly ethnicity: string | null;
  readonly relation: string;
  readonly isHead: boolean;
  readonly codes: readonly string[];
}

/** Members of the households of one list on the day, head first, by hamlet and name of the head. Without identity numbers. */
export async function listPersons({ client }: Tx, { hamletIds, on, knownAt }: FactsAsked, list: "poor" | "near_poor"): Promise<ListedPerson[]> {
  const { rows } = await client.query<ListedPerson>(
    `with ${LISTED},
     homes as materialized (select distinct on (household_id) household_id, hamlet_id from listed where class = $4 order by household_id, hamlet_id),
     marked as (select c.household_id, array_agg(distinct c.code) as codes from homes h join characteristic c on c.household_id = h.household_id and ${standing("c", 2, 3)} group by 1)
     select h.hamlet_id as "hamletId", h.household_id as "householdId", p.full_name as "fullName", p.sex, coalesce(p.birth_year, extract(year from p.birth_date)::int) as "birthYear",
       p.ethnicity, m.relation, m.is_head as "isHead", coalesce(k.codes, '{}') as codes
     from homes h join household hh on hh.id = h.household_id join hamlet ham on ham.id = h.hamlet_id
       join membership m on m.household_id = h.household_id and ${standing("m", 2, 3)} join person p on p.id = m.person_id left join marked k on k.household_id = h.household_id
     order by h.hamlet_id, hh.sort_key, h.household_id, m.is_head desc, m.relation, p.sort_key`,
    [hamletIds, on, knownAt, list],
  );
  return rows;
}
