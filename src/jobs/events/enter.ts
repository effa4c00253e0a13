import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { matchWorkers, type WorkerInput } from "../../registry/public.ts";
import { mustEnter, mustKeep, mustVerify } from "../policy.ts";
import { moveDecisions, releaseDecisions } from "../proposals/decisions.ts";
import type { EventProblem } from "../rules/event.ts";
import { addJobEvent, type NewJobEvent } from "./add-event.ts";
import type { EventBody, EventQuery } from "./contract.ts";
import { findEvent, listEventIds } from "./store.ts";

/** Who a name is, where nobody chose a person: of two with the same name, year of birth and hamlet nobody is taken. */
export async function identified(tx: Tx, services: Services, workers: readonly WorkerInput[]): Promise<WorkerInput[]> {
  const open = workers.filter(({ personId }) => !personId);
  const found = await matchWorkers(tx, services.config.keys, open.map(({ fullName, birthYear, birthDate, hamletId }) => ({ fullName, hamletId, birthYear: birthDate ? Number(birthDate.slice(0, 4)) : (birthYear ?? null) })));
  const byWorker = new Map(open.map((worker, i) => [worker, found[i]!]));
  return workers.map((worker) => {
    const match = byWorker.get(worker);
    if (match?.kind === "ambiguous") throw new AppError("refused", "jobs.severalPersons", { name: worker.fullName, count: match.personIds.length });
    return match?.kind === "found" ? { ...worker, personId: match.personId } : worker;
  });
}

export const eventOf = (body: EventBody, worker: WorkerInput): NewJobEvent => ({ ...body, worker });

type Answer = { id: string; warnings: readonly EventProblem[] };

/** Errors: those of `addJobEvent`; refused "jobs.severalPersons"; forbidden "jobs.notEnterer" | "areas.hamletOutsideArea". */
export function enterEvent(services: Services, actor: Actor, commandId: string, body: EventBody): Promise<Answer> {
  mustEnter(actor);
  mustWriteHamlet(actor, body.worker.hamletId);
  return services.door.write<object, Answer>(actor, { commandId, name: "jobs.addEvent", input: body }, async (tx) => {
    const [worker] = await identified(tx, services, [body.worker]);
    const { id, warnings, changes } = await addJobEvent(tx, eventOf(body, worker!), services.today());
    return { answer: { id, warnings }, subject: id, changes };
  });
}

/** Voids the event and puts it on file anew with its links; what the commune verified must be verified again. Errors: also conflict "jobs.eventChanged". */
export function correctEvent(services: Services, actor: Actor, commandId: string, id: string, { event, reason, baseVersion }: { event: EventBody; reason: string; baseVersion: number }): Promise<Answer> {
  mustKeep(actor);
  mustWriteHamlet(actor, event.worker.hamletId);
  return services.door.write<object, Answer>(actor, { commandId, name: "jobs.correctEvent", input: { id, event, reason, baseVersion }, purpose: reason }, async (tx) => {
    const before = await findEvent(tx, id, services.today());
    if (!before) throw new AppError("not_found", "jobs.eventUnknown", {});
    if (before.version !== baseVersion) throw new AppError("conflict", "jobs.eventChanged", { name: before.fullName });
    const [worker] = await identified(tx, services, [event.worker]);
    const voided = await voidRow(tx, id, reason);
    const { outcomeId, loanId, overseasId, placementId } = before;
    const added = await addJobEvent(tx, { ...eventOf(event, worker!), outcomeId, loanId, overseasId, placementId }, services.today(), id);
    await moveDecisions(tx, id, added.id);
    return { answer: { id: added.id, warnings: added.warnings }, subject: added.id, changes: [...voided, ...added.changes] };
  });
}

/** Takes one event back within the caller's transaction; hirings that it was taken from wait again. Errors: not_found "jobs.eventUnknown". */
export async function voidOne(tx: Tx, id: string, reason: string): Promise<Change[]> {
  const changes = await voidRow(tx, id, reason);
  await releaseDecisions(tx, id, reason);
  return changes;
}

/** The row alone, where another event takes its place. Errors: not_found "jobs.eventUnknown". */
export async function voidRow({ client }: Tx, id: string, reason: string): Promise<Change[]> {
  const { rows } = await client.query<{ hamlet_id: string }>("update job_event set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null returning hamlet_id", [id, reason]);
  if (!rows[0]) throw new AppError("not_found", "jobs.eventUnknown", {});
  return [{ entity: "job_event", entityId: id, kind: "voided", hamletId: rows[0].hamlet_id }];
}

/** Errors: not_found "jobs.eventUnknown". */
export function voidEvent(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidEvent", input: { id, reason }, purpose: reason }, async (tx) => ({ answer: { id }, subject: id, changes: await voidOne(tx, id, reason) }));
}

/** The commune says that events reported to it are true; those already verified stay as they are. */
export function verifyEvents(services: Services, actor: Actor, commandId: string, ids: readonly string[]): Promise<{ verified: number }> {
  mustVerify(actor);
  return services.door.write(actor, { commandId, name: "jobs.verifyEvents", input: { ids } }, (tx) => verify(tx, services, ids));
}

/** All of a list that nobody verified yet, as many as the officer was shown. Errors: conflict "jobs.countChanged". */
export function verifyAll(services: Services, actor: Actor, commandId: string, { query, expected }: { query: EventQuery; expected: number }): Promise<{ verified: number }> {
  mustVerify(actor);
  return services.door.write(actor, { commandId, name: "jobs.verifyEvents", input: { query, expected } }, async (tx) => {
    const ids = await listEventIds(tx, { ...query, verified: "no" });
    if (ids.length !== expected) throw new AppError("conflict", "jobs.countChanged", { expected, count: ids.length });
    return verify(tx, services, ids);
  });
}

async function verify({ client, actor }: Tx, services: Services, ids: readonly string[]) {
  const { rows } = await client.query<{ id: string; hamlet_id: string }>(
    "update job_event set verified_on = $2, verified_by = $3, version = version + 1 where id = any ($1) and voided_at is null and verified_on is null returning id, hamlet_id", [ids, services.today(), actor.displayName],
  );
  return { answer: { verified: rows.length }, rows: rows.length, changes: rows.map((row) => ({ entity: "job_event", entityId: row.id, kind: "changed" as const, hamletId: row.hamlet_id })) };
}
