import type { Change, Tx } from "../../platform/door.ts";
import { linkEvent } from "./store.ts";

const changed = (entityId: string, hamletId: string): Change[] => [{ entity: "job_event", entityId, kind: "changed", hamletId }];

/** An event that a list or an officer put on file before its overseas case was: abroad, and of no case yet. */
export async function findOverseasEvent({ client }: Tx, id: string): Promise<{ hamletId: string } | undefined> {
  const { rows } = await client.query<{ hamletId: string }>(
    `select hamlet_id as "hamletId" from job_event where id = $1 and voided_at is null and overseas_id is null and (channel = 'nuoc_ngoai' or place_kind = 'nuoc_ngoai')`, [id]);
  return rows[0];
}

/** The event that counts a case, whichever of its corrections stands now. */
export async function findEventOfCase({ client }: Tx, overseasId: string): Promise<string | undefined> {
  return (await client.query<{ id: string }>("select id from job_event where overseas_id = $1 and voided_at is null limit 1", [overseasId])).rows[0]?.id;
}

export async function linkOverseas(tx: Tx, id: string, hamletId: string, overseasId: string): Promise<Change[]> {
  await linkEvent(tx, id, { overseasId });
  return changed(id, hamletId);
}

/** The case says no longer that it departed; the event, which others put on file, stays. */
export async function unlinkOverseas({ client }: Tx, id: string): Promise<Change[]> {
  const { rows } = await client.query<{ hamlet: string }>("update job_event set overseas_id = null, version = version + 1 where id = $1 and voided_at is null returning hamlet_id as hamlet", [id]);
  return rows.flatMap(({ hamlet }) => changed(id, hamlet));
}
