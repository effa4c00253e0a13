import { getUnit, mustWriteHamlet, mustWriteUnit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns } from "../../registry/public.ts";
import { identified } from "../events/enter.ts";
import { mustKeep } from "../policy.ts";
import type { SessionBody, VisitBody } from "./contract.ts";
import { findSession } from "./store.ts";

/** Errors: refused "jobs.adviceToCome", forbidden "areas.outsideArea". */
export function addSession(services: Services, actor: Actor, commandId: string, body: SessionBody): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteUnit(actor, getUnit(body.unitUid).uid);
  if (body.onDate > services.today()) throw new AppError("refused", "jobs.adviceToCome", { on: body.onDate });
  return services.door.write(actor, { commandId, name: "jobs.addSession", input: body }, async ({ client }) => {
    const id = newId<"advice_session">();
    await client.query("insert into advice_session (id, unit_uid, on_date, kind, topics, place, adviser, unnamed, note) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)", [id, body.unitUid, body.onDate, body.kind, body.topics, body.place, body.adviser, body.unnamed, body.note]);
    return { answer: { id }, subject: id, unitUid: body.unitUid, changes: [{ entity: "advice_session", entityId: id, kind: "added" }] };
  });
}

/** One lượt: the same person may be advised again on another matter, not twice on the same in a session. Errors: not_found "jobs.sessionUnknown", conflict "jobs.visitTwice". */
export function addVisit(services: Services, actor: Actor, commandId: string, sessionId: string, body: VisitBody): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteHamlet(actor, body.worker.hamletId);
  return services.door.write(actor, { commandId, name: "jobs.addVisit", input: { sessionId, ...body } }, async (tx) => {
    if (!(await findSession(tx, sessionId))) throw new AppError("not_found", "jobs.sessionUnknown", {});
    const [known] = await identified(tx, services, [body.worker]);
    const worker = workerColumns(known!);
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'jobs.advice ' || $1))", [sessionId]);
    const twice = await tx.client.query("select from advice_visit where session_id = $1 and subject_key = $2 and topic = $3 and voided_at is null", [sessionId, worker.subject_key, body.topic]);
    if (twice.rowCount) throw new AppError("conflict", "jobs.visitTwice", { name: worker.full_name });
    const row = { id: newId<"advice_visit">(), session_id: sessionId, ...worker, name_folded: fold(worker.full_name), topic: body.topic, result: body.result, next_on: body.nextOn, note: body.note };
    const names = Object.keys(row);
    await tx.client.query(`insert into advice_visit (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
    return { answer: { id: row.id }, subject: sessionId, changes: [{ entity: "advice_visit", entityId: row.id, kind: "added", hamletId: worker.hamlet_id }] };
  });
}

/** Errors: refused "jobs.sessionInUse" while visits of it stand. */
export function voidSession(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidSession", input: { id, reason }, purpose: reason }, async (tx) => {
    const session = await findSession(tx, id);
    if (!session) throw new AppError("not_found", "jobs.sessionUnknown", {});
    if (session.visits > 0) throw new AppError("refused", "jobs.sessionInUse", { visits: session.visits });
    await tx.client.query("update advice_session set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: { id }, subject: id, changes: [{ entity: "advice_session", entityId: id, kind: "voided" }] };
  });
}

export function voidVisit(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidVisit", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rows } = await client.query<{ hamlet_id: string }>("update advice_visit set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null returning hamlet_id", [id, reason]);
    if (!rows[0]) throw new AppError("not_found", "jobs.visitUnknown", {});
    return { answer: { id }, subject: id, changes: [{ entity: "advice_visit", entityId: id, kind: "voided", hamletId: rows[0].hamlet_id }] };
  });
}
