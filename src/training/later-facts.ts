import type { Tx } from "../platform/door.ts";

/**
 * Who was judged as supported before because of a payment, and decided since: lists that were approved and cases that were approved after it was put on
 * record. `name — where`, as far as the actor reads them. `without`: the list or the case that the payment itself belongs to.
 */
export async function decidedSince({ client }: Tx, subjectKeys: readonly string[], paidAt: string, without: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string; place: string }>(
    `select i.full_name as name, k.name as place from allowance_item i join allowance_list l on l.id = i.list_id join training_class k on k.id = i.class_id
     where i.subject_key = any ($1) and i.list_id <> $3 and i.voided_at is null and l.voided_at is null and l.state in ('approved', 'paid', 'settled') and l.recorded_at > $2 and (i.answer -> 'asked' ->> 'previousSupports')::int > 0
     union all
     select c.full_name, c.course from training_support_case c
     where c.subject_key = any ($1) and c.id <> $3 and c.state in ('approved', 'refused', 'paid') and exists (select from training_support_action a where a.case_id = c.id and a.kind in ('approve', 'refuse') and a.recorded_at > $2)
     limit 5`,
    [subjectKeys, paidAt, without],
  );
  return rows.map(({ name, place }) => `${name} — ${place}`);
}
