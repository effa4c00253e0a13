import type { Tx } from "../../platform/door.ts";
import type { StepCount } from "../rules/funnel.ts";
import type { FairFacts } from "../rules/invariants.ts";
import { FUNNEL_STEPS, type FunnelStep } from "../rules/steps.ts";

/** Everything known now, or as it was on file at a moment (`knownAt`, ISO). */
export interface CountAsked {
  readonly fairIds: readonly string[];
  readonly knownAt?: string | undefined;
}

const stood = (alias: string): string => `${alias}.recorded_at <= $2::timestamptz and (${alias}.voided_at is null or ${alias}.voided_at > $2::timestamptz)`;

/** Counts of each step over some fairs: distinct persons per fair, touches, tallies. A visitor of two fairs is a person of each. */
export async function countSteps({ client }: Tx, { fairIds, knownAt = "infinity" }: CountAsked): Promise<StepCount[]> {
  const { rows } = await client.query<StepCount>(
    `with named as (
       select 'f1' as step, count(*)::int as persons, count(*)::int as touches from fair_employer e where e.fair_id = any ($1) and e.attended and ${stood("e")}
       union all select 'f2', 0, coalesce(sum(w.posts), 0)::int from fair_vacancy w where w.fair_id = any ($1) and ${stood("w")}
       union all select 'f3', count(distinct (v.fair_id, v.subject_key))::int, count(*)::int from fair_visit v where v.fair_id = any ($1) and v.checked_in_at is not null and v.checked_in_at <= $2::timestamptz and ${stood("v")}
       union all select a.step, count(distinct (a.fair_id, v.subject_key))::int, count(*)::int from fair_action a join fair_visit v on v.id = a.visit_id where a.fair_id = any ($1) and ${stood("a")} and ${stood("v")} group by a.step
     ), tallied as (select t.step, sum(t.count)::int as tally from fair_tally t where t.fair_id = any ($1) and ${stood("t")} group by t.step)
     select step, coalesce(n.persons, 0) as persons, coalesce(n.touches, 0) as touches, coalesce(t.tally, 0) as tally from named n full join tallied t using (step)`,
    [fairIds, knownAt]);
  return rows.filter(({ step }) => (FUNNEL_STEPS as readonly FunnelStep[]).includes(step));
}

/** What the invariants need beside the counts. */
export async function fairFacts({ client }: Tx, fairId: string): Promise<FairFacts & { readonly active: number }> {
  const { rows } = await client.query<FairFacts & { active: number }>(
    `with act as (select a.id, a.step, v.subject_key as who from fair_action a join fair_visit v on v.id = a.visit_id where a.fair_id = $1 and a.voided_at is null and v.voided_at is null)
     select (select count(distinct who)::int from act where step in ('f5a', 'f5b') and who not in (select who from act where step in ('f4a', 'f4b'))) as "interviewedUnregistered",
       (select count(*)::int from act where step in ('f7', 'f8') and not exists (select from fair_followup f where f.action_id = act.id and f.voided_at is null)) as "withoutFollowup",
       (select count(distinct v.subject_key)::int from fair_result r join fair_visit v on v.id = r.visit_id where r.fair_id = $1 and r.voided_at is null and r.outcome = 'working' and v.subject_key not in (select who from act where step = 'f6')) as "hiredLater",
       (select count(distinct who)::int from act where step <> 'f9') as active`, [fairId]);
  return rows[0]!;
}
