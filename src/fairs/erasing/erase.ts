import type { Change, Tx } from "../../platform/door.ts";
import { nobodysKey } from "../rules/visitor.ts";

/** Somebody of a fair: the key of all his visits, and the visit that names the tombstone. */
export interface Erased {
  readonly subjectKey: string;
  readonly visitId: string;
}

/** Name, phone, place and birth go, what was noted of the person too; the rows stay as tombstones. All visits of a person share one key that tells nothing. */
export async function eraseSubjects({ client }: Tx, fairId: string, people: readonly Erased[], reason: string): Promise<Change[]> {
  const { rows } = await client.query<{ id: string }>(
    `update fair_visit v set full_name = null, name_folded = null, phone = null, residence = null, birth_date = null, birth_year = null, person_id = null, subject_key = p.blank, erased_at = now(), erase_reason = $4, version = v.version + 1
     from unnest($2::text[], $3::text[]) as p (key, blank) where v.fair_id = $1 and v.subject_key = p.key and v.voided_at is null and v.erased_at is null returning v.id`,
    [fairId, people.map(({ subjectKey }) => subjectKey), people.map(({ visitId }) => nobodysKey(visitId)), reason]);
  const ids = rows.map((row) => row.id);
  await client.query("update fair_consent set withdrawn_at = now() where visit_id = any ($1) and withdrawn_at is null", [ids]);
  await client.query("update fair_result set employer_name = null, note = null where visit_id = any ($1)", [ids]);
  await client.query("update fair_followup set result_note = null where visit_id = any ($1)", [ids]);
  return ids.map((entityId) => ({ entity: "fair_visit", entityId, kind: "changed" as const }));
}
