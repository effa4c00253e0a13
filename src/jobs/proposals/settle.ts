import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Wording } from "../../platform/http/messages.ts";
import { addJobEvent } from "../events/add-event.ts";
import type { EventRow } from "../events/contract.ts";
import { voidOne, voidRow } from "../events/enter.ts";
import { findEvent } from "../events/store.ts";
import { mustKeep } from "../policy.ts";
import { factsOf, type Hire, type HireSource } from "../rules/hire.ts";
import { evidenceOf, linksOf } from "./accept.ts";
import { insertDecision, isDecided, moveDecisions } from "./decisions.ts";
import type { Sources } from "./sources.ts";

interface Settled {
  readonly source: HireSource;
  readonly recordId: string;
  readonly eventId: string;
  readonly baseVersion: number;
  readonly how: "follow" | "keep";
  readonly reason: string;
}

/**
 * An event whose source was corrected or voided: written anew as the source says (voided where it says nothing of the kind), or kept with a reason.
 * Errors: not_found "jobs.eventUnknown"; conflict "jobs.eventChanged"; refused "jobs.sourceStands"; those of `addJobEvent`.
 */
export function settleProposal(services: Services, wording: Wording, sources: Sources, actor: Actor, commandId: string, asked: Settled): Promise<{ id: string }> {
  mustKeep(actor);
  const { source, recordId, eventId, how, reason } = asked;
  return services.door.write<object, { id: string }>(actor, { commandId, name: "jobs.settleProposal", input: asked, purpose: reason }, async (tx) => {
    const event = await findEvent(tx, eventId, services.today());
    if (!event) throw new AppError("not_found", "jobs.eventUnknown", {});
    if (event.version !== asked.baseVersion) throw new AppError("conflict", "jobs.eventChanged", { name: event.fullName });
    const [state] = await sources[source].states(tx, [recordId]);
    if (state === undefined || state.hire !== null || !(await restsOn(tx, event, source, recordId))) throw new AppError("refused", "jobs.sourceStands", { name: event.fullName });
    const now = state.replacedBy;
    if (how === "keep") {
      await keep(tx, services.today(), event, source, recordId, now, reason);
      return { answer: { id: eventId }, subject: eventId };
    }
    if (now === null) return { answer: { id: eventId }, subject: eventId, changes: await voidOne(tx, eventId, reason) };
    const { id, changes } = await writeAnew(tx, wording, services.today(), event, now, reason);
    await rest(tx, services.today(), { eventId: id, source, recordId, now, reason });
    return { answer: { id }, subject: id, changes };
  });
}

async function restsOn({ client }: Tx, event: EventRow, source: HireSource, recordId: string): Promise<boolean> {
  if (source === "outcome" && event.outcomeId === recordId) return true;
  return (await client.query("select from job_proposal where event_id = $1 and source = $2 and record_id = $3 and voided_at is null", [event.id, source, recordId])).rows.length > 0;
}

async function writeAnew(tx: Tx, wording: Wording, today: PlainDate, event: EventRow, now: Hire, reason: string): Promise<{ id: string; changes: Change[] }> {
  const voided = await voidRow(tx, event.id, reason);
  const { outcomeId, loanId, overseasId, placementId, personId, hamletId, fullName, birthDate, birthYear, sex } = event;
  const added = await addJobEvent(tx, {
    worker: { personId, hamletId, fullName, birthDate, birthYear, sex: sex as 0 | 1 | 2 }, startedOn: now.startedOn, reportedOn: today, channel: now.channel, nature: now.nature, placeKind: now.placeKind ?? event.placeKind, employerId: now.employerId,
    employerName: now.employerName, job: now.job ?? event.job, vsco: now.vsco ?? event.vsco, wage: event.wage, evidence: [evidenceOf(wording, now), ...event.evidence.slice(1)], distinctReason: event.distinctReason,
    outcomeId, loanId, overseasId, placementId, ...linksOf(now),
  }, today, event.id);
  await moveDecisions(tx, event.id, added.id);
  return { id: added.id, changes: [...voided, ...added.changes] };
}

/** The event rests on what the source says now; `now` null: on nothing any more. */
async function rest(tx: Tx, today: PlainDate, { eventId, source, recordId, now, reason }: { eventId: string; source: HireSource; recordId: string; now: Hire; reason: string }): Promise<void> {
  const taken = await isDecided(tx, source, now.key);
  const { rowCount } = await tx.client.query(
    `update job_proposal set record_id = $4, facts = $5, reason = $6, source_key = case when $7 then source_key else $8 end where event_id = $1 and source = $2 and record_id = $3 and voided_at is null`,
    [eventId, source, recordId, now.recordId, JSON.stringify(factsOf(now)), reason, taken, now.key]);
  if (rowCount === 0) await insertDecision(tx, today, { hire: now, eventId, reason });
}

async function keep(tx: Tx, today: PlainDate, event: EventRow, source: HireSource, recordId: string, now: Hire | null, reason: string): Promise<void> {
  if (now !== null) return rest(tx, today, { eventId: event.id, source, recordId, now, reason });
  const { rowCount } = await tx.client.query("update job_proposal set record_id = null, reason = $4 where event_id = $1 and source = $2 and record_id = $3 and voided_at is null", [event.id, source, recordId, reason]);
  if (rowCount === 1) return;
  // linked when it was written, without a proposal: the decision is the first word about it
  const { startedOn, channel, nature, employerName, employerId, job, vsco, placeKind, hamletId, personId, fullName, birthYear, sex } = event;
  const hire: Hire = {
    source, recordId, key: `kept/${recordId}`, hamletId, personId, fullName, birthDate: event.birthDate as PlainDate | null, birthYear, sex: sex as 0 | 1 | 2, startedOn: startedOn as PlainDate, dayKnown: true, channel, nature, placeKind, employerId, employerName,
    job, vsco, about: "", aboutId: recordId, linkedBy: [],
  };
  await insertDecision(tx, today, { hire, eventId: event.id, reason }, null);
}
