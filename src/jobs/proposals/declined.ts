import type { Tx } from "../../platform/door.ts";
import type { HireFacts, HireSource } from "../rules/hire.ts";
import { hiresOfRecords } from "./accept.ts";
import type { DeclinedRow } from "./contract.ts";
import type { Sources } from "./sources.ts";
import { placesOf, reachOf, type YearAsked } from "./waiting.ts";

/** Hirings that somebody declined, of work that began in the year, last first; one whose record stands no longer keeps its day and reason alone. */
export async function listDeclined(tx: Tx, sources: Sources, asked: YearAsked): Promise<DeclinedRow[]> {
  const { hamletIds } = await reachOf(tx, asked);
  const { rows } = await tx.client.query<{ id: string; source: HireSource; recordId: string; hamletId: string; facts: HireFacts; reason: string; decidedOn: string; decidedBy: string }>(
    `select id, source, record_id as "recordId", hamlet_id as "hamletId", facts, reason, decided_on::text as "decidedOn", decided_by as "decidedBy" from job_proposal
     where voided_at is null and decision = 'declined' and hamlet_id = any ($1) and left(facts ->> 'startedOn', 4) = $2 order by decided_on desc, id limit 500`, [hamletIds, String(asked.year)]);
  const hires = await hiresOfRecords(tx, sources, rows);
  const place = await placesOf(tx, rows.map(({ hamletId }) => hamletId), asked.on);
  return rows.map(({ id, source, hamletId, facts, reason, decidedOn, decidedBy }, i) => {
    const hire = hires[i];
    return { id, source, fullName: hire?.fullName ?? "", hamlet: place(hamletId).hamlet, about: hire?.about ?? "", startedOn: hire?.startedOn ?? facts.startedOn, employerName: hire?.employerName ?? null, reason, decidedOn, decidedBy };
  });
}
