import { standing } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";
import { RECOGNISED_FOR } from "./findings.ts";

export interface CompareAsked {
  readonly statusYear: number;
  readonly ruleset: string;
  readonly on: string;
}

export async function prepareComparison({ client }: Tx): Promise<void> {
  await client.query("create temporary table changed_class (hamlet_id uuid, before_class text, after_class text, household_ids uuid[]) on commit drop");
  await client.query("create temporary table emptied (hamlet_id uuid, inputs text) on commit drop");
  await client.query("create temporary table differs (household_id uuid, hamlet_id uuid, recognised text, computed text) on commit drop");
}

// A group that is the same as before needs no look at its households; only where households went from one group to another are they told apart.
const CHANGES = `
  with now as (select g.hamlet_id, g.inputs, o.class, g.household_ids from known_group g join outcome o using (inputs)),
  old as (
    select c.hamlet_id, c.inputs, c.class, c.household_ids from computed_class c
    where c.hamlet_id = any ($1) and c.status_year = $2 and c.ruleset = $3 and c.household_ids <> '{}'),
  pair as materialized (
    select hamlet_id, inputs, old.class as before, now.class as after, old.household_ids as was, now.household_ids as is_now, old.household_ids = now.household_ids as same
    from old full join now using (hamlet_id, inputs)),
  left_empty as (insert into emptied select hamlet_id, inputs from pair where is_now is null),
  stirred as (select distinct hamlet_id from pair where same is not true and was is not null)
  insert into changed_class
  select hamlet_id, before, after, is_now from pair where same and before is distinct from after
  union all
  select hamlet_id, null, after, array_agg(h) from pair, unnest(is_now) h
  where was is null and after is not null and hamlet_id not in (select hamlet_id from stirred) group by 1, 3
  union all
  select hamlet_id, a.before, b.after, array_agg(h)
  from (select hamlet_id, before, h from pair, unnest(was) h where same is not true and hamlet_id in (select hamlet_id from stirred)) a
    full join (select hamlet_id, after, h from pair, unnest(is_now) h where same is not true and hamlet_id in (select hamlet_id from stirred)) b using (hamlet_id, h)
  where a.before is distinct from b.after group by 1, 2, 3`;

// households that the rules put on a list against those recognised; of the others only those recognised need to be found
const DIFFERENCES = `
  with listed as (
    select g.hamlet_id, h as household_id, o.list, o.status = 'decided' and not o.advisory and not g.late as firm
    from known_group g join outcome o using (inputs), unnest(g.household_ids) h where o.list is not null),
  recognised as (select r.household_id, r.hamlet_id, r.class from recognised_status r where r.hamlet_id = any ($1) and ${standing("r", 2, 3)}),
  pair as materialized (select household_id, hamlet_id, recognised.class as recognised, list, firm from listed full join recognised using (household_id, hamlet_id)),
  unlisted as materialized (
    select p.household_id, p.hamlet_id, p.recognised, found.firm from pair p left join lateral (
      select o.status = 'decided' and not o.advisory and not g.late as firm from known_group g join outcome o using (inputs)
      where g.hamlet_id = p.hamlet_id and p.household_id = any (g.household_ids)) found on true
    where p.list is null),
  written as (
    insert into differs
    select household_id, hamlet_id, recognised, list from pair where firm and recognised is distinct from list
    union all
    select household_id, hamlet_id, recognised, null from unlisted where firm)
  select count(*)::int as unassessed from unlisted where firm is null`;

const LATE_DIFFERENCES = `
  insert into differs
  select household_id, hamlet_id, recognised, list
  from (
    select a.household_id, a.hamlet_id, ${RECOGNISED_FOR("$2", "$1")} as recognised, o.list
    from known_group g join outcome o using (inputs), unnest(g.assessment_ids) as one join assessment a on a.id = one
    where g.late and o.status = 'decided' and not o.advisory) late
  where recognised is distinct from list`;

/**
 * Fills `changed_class` (computed before → now), `emptied` (inputs no household has any more) and `differs` (recognised on the day ≠ computed; only where points decided) for some hamlets.
 * Gives how many households are on a list there without an assessment.
 */
export async function compareHamlets({ client }: Tx, hamletIds: readonly string[], { statusYear, ruleset, on }: CompareAsked): Promise<number> {
  await client.query(CHANGES, [hamletIds, statusYear, ruleset]);
  const late = await client.query<{ some: boolean }>("select exists (select from known_group where late) as some");
  if (late.rows[0]!.some) await client.query(LATE_DIFFERENCES, [statusYear, on]);
  const { rows } = await client.query<{ unassessed: number }>(DIFFERENCES, [hamletIds, on, "infinity"]);
  return rows[0]!.unassessed;
}
