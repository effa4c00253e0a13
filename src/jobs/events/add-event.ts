import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import { workerColumns, type WorkerInput } from "../../registry/public.ts";
import { checkEvent, type Channel, type EventProblem, type Evidence, type Nature, type PlaceKind } from "../rules/event.ts";
import { employerKey, sameEvent } from "../rules/same-event.ts";
import { insertEvent, knownEvents, linkEvent } from "./store.ts";

/** What another record says caused the event; ids of rows in the tables of the features that made them. */
export interface EventLinks {
  readonly outcomeId?: string | null;
  readonly loanId?: string | null;
  readonly overseasId?: string | null;
  readonly placementId?: string | null;
}

export interface NewJobEvent extends EventLinks {
  readonly worker: WorkerInput;
  readonly startedOn: PlainDate;
  readonly reportedOn: PlainDate;
  readonly channel: Channel;
  readonly nature: Nature;
  readonly placeKind: PlaceKind;
  readonly employerId: string | null;
  readonly employerName: string | null;
  readonly job: string | null;
  readonly vsco: string | null;
  /** đồng a month */
  readonly wage: number | null;
  readonly evidence: readonly Evidence[];
  /** why it counts though another event of the person looks like it */
  readonly distinctReason: string | null;
  readonly batchId?: string | null;
}

export interface AddedEvent {
  readonly id: string;
  /** linked: the same event was on file and now carries the link (J1: it keeps its channel) */
  readonly kind: "added" | "linked";
  readonly warnings: readonly EventProblem[];
  readonly changes: readonly Change[];
}

/**
 * Puts one job event on file within the caller's transaction. `instead`: the event that this one takes the place of.
 * Errors: refused with the code of the first problem of `checkEvent`, conflict "jobs.sameEvent" (J2), refused "jobs.maybeSameEvent" (needs `distinctReason`).
 */
export async function addJobEvent(tx: Tx, event: NewJobEvent, today: PlainDate, instead?: string): Promise<AddedEvent> {
  const worker = workerColumns(event.worker);
  const problems = checkEvent({ ...event, birthDate: (worker.birth_date as PlainDate | null) ?? null, birthYear: worker.birth_year }, today);
  const wrong = problems.find(({ severity }) => severity === "error");
  if (wrong) throw new AppError("refused", wrong.code, { name: worker.full_name, ...wrong.data });
  const key = employerKey(event.employerName);
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'jobs.event ' || $1))", [fold(worker.full_name)]);
  const known = (await knownEvents(tx, worker)).filter(({ id }) => id !== instead);
  const same = sameEvent({ subjectKey: worker.subject_key, identified: worker.person_id !== null, startedOn: event.startedOn, channel: event.channel, employerId: event.employerId, employerKey: key, job: event.job }, known);
  if (same.kind === "same") {
    const linked = await linkEvent(tx, same.event.id, event);
    if (linked) return { id: same.event.id, kind: "linked", warnings: [], changes: [{ entity: "job_event", entityId: same.event.id, kind: "changed", hamletId: worker.hamlet_id }] };
    throw new AppError("conflict", "jobs.sameEvent", { name: worker.full_name, on: same.event.startedOn, eventId: same.event.id });
  }
  if (same.kind === "possible" && event.distinctReason === null) {
    throw new AppError("refused", "jobs.maybeSameEvent", { name: worker.full_name, on: same.event.startedOn, eventId: same.event.id, why: same.why });
  }
  const id = newId<"job_event">();
  await insertEvent(tx, { id, worker, event, employerKey: key });
  return { id, kind: "added", warnings: problems, changes: [{ entity: "job_event", entityId: id, kind: "added", hamletId: worker.hamlet_id }] };
}
