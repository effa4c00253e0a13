import type { Tx } from "../../platform/door.ts";
import type { SaveAsked } from "./save.ts";

/** The recognised status of a household is not what the rules say. */
export const CLASS_DIFFERS = "poverty.classDiffers";

/**
 * SQL of the recognised class that the assessment `a` is held against: the one of the day asked; for a survey after that day the one that a
 * decision of the status year began since, else the one of the survey's day. `on` and `year` are expressions.
 */
export const RECOGNISED_FOR = (on: string, year: string): string =>
  `(select r.class from recognised_status r where r.household_id = a.household_id and r.voided_at is null
     and (r.valid_to is null or r.valid_to > greatest(a.surveyed_on, ${on}::date))
     and (r.valid_from <= greatest(a.surveyed_on, ${on}::date) or (a.surveyed_on > ${on}::date and r.status_year = ${year}))
   order by r.valid_from desc limit 1)`;

/** Opens a finding for each household whose recognised status is not what the rules say, and closes those no longer true. */
export async function saveFindings({ client }: Tx, hamletIds: readonly string[], { runId, statusYear, ruleset }: SaveAsked): Promise<{ opened: number; closed: number }> {
  const closed = await client.query(
    `update finding f set closed_at = now(), close_reason = 'reclassified'
     where f.hamlet_id = any ($1) and f.code = $2 and f.closed_at is null and (f.data ->> 'statusYear')::int = $3 and f.data ->> 'ruleset' = $4
       and not exists (select from differs d where d.household_id = f.household_id and d.hamlet_id = f.hamlet_id
         and d.recognised is not distinct from f.data ->> 'recognised' and d.computed is not distinct from f.data ->> 'computed')`,
    [hamletIds, CLASS_DIFFERS, statusYear, ruleset],
  );
  const opened = await client.query(
    `insert into finding (id, household_id, hamlet_id, code, data)
     select gen_random_uuid(), d.household_id, d.hamlet_id, $1,
       jsonb_build_object('statusYear', $2::int, 'ruleset', $3::text, 'recognised', d.recognised, 'computed', d.computed, 'runId', $4::uuid)
     from differs d where not exists (select from finding f where f.household_id = d.household_id and f.hamlet_id = d.hamlet_id and f.hamlet_id = any ($5)
       and f.code = $1 and f.closed_at is null and (f.data ->> 'statusYear')::int = $2 and f.data ->> 'ruleset' = $3)`,
    [CLASS_DIFFERS, statusYear, ruleset, runId, hamletIds],
  );
  return { opened: opened.rowCount ?? 0, closed: closed.rowCount ?? 0 };
}

// what a status recognised or taken back just now makes of the findings of some households, by what was computed for them last
const SETTLE = `
  with now as materialized (
    select a.household_id, a.hamlet_id, c.status_year, c.ruleset, c.run_id, c.list, ${RECOGNISED_FOR("c.on_date", "c.status_year")} as recognised
    from assessment a join computed_class c on c.hamlet_id = a.hamlet_id and a.id = any (c.assessment_ids) and c.status = 'decided' and not c.advisory
    where a.household_id = any ($1) and a.voided_at is null),
  closed as (
    update finding f set closed_at = now(), close_reason = 'recognised'
    where f.household_id = any ($1) and f.code = $2 and f.closed_at is null
      and not exists (select from now n where n.household_id = f.household_id and n.status_year = (f.data ->> 'statusYear')::int and n.ruleset = f.data ->> 'ruleset'
        and n.recognised is distinct from n.list and n.recognised is not distinct from f.data ->> 'recognised'))
  insert into finding (id, household_id, hamlet_id, code, data)
  select gen_random_uuid(), n.household_id, n.hamlet_id, $2,
    jsonb_build_object('statusYear', n.status_year, 'ruleset', n.ruleset, 'recognised', n.recognised, 'computed', n.list, 'runId', n.run_id)
  from now n where n.recognised is distinct from n.list and not exists (
    select from finding f where f.household_id = n.household_id and f.code = $2 and f.closed_at is null and (f.data ->> 'statusYear')::int = n.status_year
      and f.data ->> 'ruleset' = n.ruleset and n.recognised is not distinct from f.data ->> 'recognised')`;

/** After a decision: opens and closes findings of these households. */
export async function settleFindings({ client }: Tx, householdIds: readonly string[]): Promise<void> {
  await client.query(SETTLE, [householdIds, CLASS_DIFFERS]);
}
