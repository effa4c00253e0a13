import { newId, type Tx } from "../../platform/door.ts";
import { factsOf, type Hire, type HireSource } from "../rules/hire.ts";

// Rows of job_proposal: what was decided about a hiring that another record tells of.

export interface Decided {
  readonly hire: Hire;
  readonly eventId: string | null;
  readonly reason: string | null;
}

/** False where somebody decided about the same hiring meanwhile. */
export async function insertDecision({ client, actor }: Tx, on: string, { hire, eventId, reason }: Decided, recordId: string | null = hire.recordId): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into job_proposal (id, hamlet_id, source, source_key, record_id, decision, event_id, reason, facts, decided_on, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (source, source_key) where voided_at is null do nothing`,
    [newId(), hire.hamletId, hire.source, hire.key, recordId, eventId === null ? "declined" : "accepted", eventId, reason, JSON.stringify(factsOf(hire)), on, actor.displayName],
  );
  return rowCount === 1;
}

export async function isDecided({ client }: Tx, source: HireSource, key: string): Promise<boolean> {
  return (await client.query("select from job_proposal where source = $1 and source_key = $2 and voided_at is null", [source, key])).rows.length > 0;
}

/** The event was written anew: what rested on it rests on the new one. */
export async function moveDecisions({ client }: Tx, from: string, to: string): Promise<void> {
  await client.query("update job_proposal set event_id = $2 where event_id = $1 and voided_at is null", [from, to]);
}

/** The event is no more: its hirings wait again. */
export async function releaseDecisions({ client }: Tx, eventId: string, reason: string): Promise<void> {
  await client.query("update job_proposal set voided_at = now(), void_reason = $2 where event_id = $1 and voided_at is null", [eventId, reason]);
}
