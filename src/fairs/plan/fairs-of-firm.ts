import type { FirmFair } from "../../enterprises/contract.ts";
import type { Tx } from "../../platform/door.ts";

/** Fairs at which an organisation took part, last first, with what it offered and how many people (those the actor may see) registered with it, were interviewed, taken on, at work later. */
export async function fairsOfOrganisation({ client }: Tx, organisationId: string): Promise<FirmFair[]> {
  const people = (steps: string): string => `(select count(distinct v.subject_key) from fair_action a join fair_visit v on v.id = a.visit_id and v.voided_at is null where a.employer_id = e.id and a.voided_at is null and a.step in (${steps}))::int`;
  const { rows } = await client.query<FirmFair>(
    `select f.id, f.name, f.on_date::text as "onDate", e.attended, coalesce((select sum(p.posts) from fair_vacancy p where p.employer_id = e.id and p.voided_at is null), 0)::int as posts, ${people("'f4a', 'f4b'")} as registered, ${people("'f5a', 'f5b'")} as interviewed,
       ${people("'f6'")} as hired, (select count(distinct v.subject_key) from fair_result r join fair_visit v on v.id = r.visit_id and v.voided_at is null where r.employer_id = e.id and r.outcome = 'working' and r.voided_at is null)::int as working
     from fair_employer e join job_fair f on f.id = e.fair_id and f.voided_at is null where e.organisation_id = $1 and e.voided_at is null order by f.on_date desc, f.id`, [organisationId]);
  return rows;
}
