import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";

export interface PersonStanding {
  readonly householdId: string;
  readonly class: "poor" | "near_poor" | "none";
  /** of the list, null when on none */
  readonly decisionNo: string | null;
  readonly from: PlainDate | null;
  readonly statusYear: number | null;
  readonly ethnicity: string | null;
}

/**
 * On which recognised list the household of each person stood on a day. A person who is absent from the answer belongs to no household that the actor may
 * read; without the field of poverty nobody is told anything.
 */
export async function standingOfPersons({ client, actor }: Tx, personIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, PersonStanding>> {
  if (personIds.length === 0 || !actor.scope.fields.includes("poverty")) return new Map();
  const { rows } = await client.query<PersonStanding & { personId: string }>(
    `select distinct on (m.person_id) m.person_id as "personId", m.household_id as "householdId", coalesce(s.class, 'none') as class, s.decision_no as "decisionNo", s.valid_from::text as "from",
       s.status_year as "statusYear", p.ethnicity
     from membership m join person p on p.id = m.person_id
       left join recognised_status s on s.household_id = m.household_id and s.voided_at is null and s.valid_from <= $2 and (s.valid_to is null or s.valid_to > $2)
     where m.person_id = any ($1) and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
     order by m.person_id, s.valid_from desc nulls last`,
    [personIds, on],
  );
  return new Map(rows.map(({ personId, ...standing }) => [personId, standing]));
}
