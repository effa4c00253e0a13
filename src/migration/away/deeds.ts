import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns } from "../../registry/public.ts";
import { hamletUnitOn } from "../hamlet-unit.ts";
import { identify } from "../identify.ts";
import { mayEnter, mayKeep, must } from "../policy.ts";
import { firstOf, type KnownDay } from "../rules/known-day.ts";
import type { AwayBody } from "./contract.ts";
import { awayRefusal } from "./rules/away.ts";
import { getAway, getAwayForChange, insertAway, ofAway, voidAway, type AwayRecord } from "./store.ts";

type Changed = { id: string; version: number };

function mustStand(record: Omit<AwayRecord, "source">, name: string, today: PlainDate): void {
  const why = awayRefusal({ ...record, left: record.left ?? null, returned: record.returned ?? null, destinationCode: record.destinationCode ?? null }, today);
  if (why) throw new AppError("refused", `migration.away.${why}`, { name });
}

/** Errors: refused "migration.away.<why>"; conflict "migration.away.openAlready"; forbidden "migration.notYours" | "areas.hamletOutsideArea". */
export function enterAway(services: Services, actor: Actor, commandId: string, body: AwayBody): Promise<{ id: string; identified: "found" | "ambiguous" | "none" }> {
  const { identity, worker: asked, ...record } = body;
  must(mayEnter, actor, asked.hamletId);
  mustStand(record, asked.fullName, services.today());
  return services.door.write(actor, { commandId, name: "migration.addAway", input: { worker: asked, ...record } }, async (tx) => {
    const { worker, identified } = await identify(tx, services, { worker: asked, identity });
    const id = await insertAway(tx, workerColumns(worker), { ...record, source: actor.role === "surveyor" ? "hamlet" : "commune" });
    return { answer: { id, identified }, changes: [ofAway(id, worker.hamletId, "added")], subject: id, unitUid: await hamletUnitOn(tx, worker.hamletId, services.today()) };
  });
}

/** The old record is voided with the reason, the new one takes its needs over. Errors: as `enterAway`; conflict "migration.away.changed". */
export function correctAway(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, reason, ...record }: Omit<AwayBody, "worker" | "identity"> & { baseVersion: number; reason: string }): Promise<Changed> {
  must(mayEnter, actor);
  return services.door.write(actor, { commandId, name: "migration.correctAway", input: { id, baseVersion, reason, ...record }, purpose: reason }, async (tx) => {
    const before = await getAwayForChange(tx, id, baseVersion, services.today());
    must(mayEnter, actor, before.hamletId);
    mustStand(record, before.fullName, services.today());
    await voidAway(tx, id, reason);
    const { personId, fullName, birthDate, birthYear, sex, hamletId } = before;
    const next = await insertAway(tx, workerColumns({ personId, fullName, birthDate, birthYear, sex: sex as 0 | 1 | 2, hamletId }), { ...record, source: before.source }, id);
    await tx.client.query("update away_need set out_migrant_id = $2 where out_migrant_id = $1", [id, next]);
    return { answer: { id: next, version: 1 }, changes: [ofAway(id, hamletId, "voided"), ofAway(next, hamletId, "added")], subject: next };
  });
}

/** Errors: refused "migration.away.<toCome|returnedBeforeLeft|backAlready>"; conflict "migration.away.changed". */
export function returnAway(services: Services, actor: Actor, commandId: string, id: string, body: { baseVersion: number; returned: KnownDay; reason?: string | null | undefined }): Promise<Changed> {
  must(mayEnter, actor);
  return services.door.write(actor, { commandId, name: "migration.returnAway", input: { id, ...body } }, async (tx) => {
    const before = await getAwayForChange(tx, id, body.baseVersion, services.today());
    must(mayEnter, actor, before.hamletId);
    if (before.returnedOn !== null) throw new AppError("refused", "migration.away.backAlready", { name: before.fullName, on: before.returnedOn });
    const left = before.leftOn === null ? null : ({ on: before.leftOn, precision: before.leftPrecision } as KnownDay);
    const why = awayRefusal({ kind: before.kind as "domestic", left, returned: body.returned, destinationCode: null, seenOn: services.today() }, services.today());
    if (why) throw new AppError("refused", `migration.away.${why}`, { name: before.fullName });
    await tx.client.query("update out_migrant set returned_on = $2, returned_precision = $3, return_reason = $4, version = version + 1 where id = $1", [id, firstOf(body.returned), body.returned.precision, body.reason ?? null]);
    return { answer: { id, version: before.version + 1 }, changes: [ofAway(id, before.hamletId, "ended")], subject: id };
  });
}

/** Errors: conflict "migration.away.changed"; refused "migration.away.needsOpen". */
export function takeAwayBack(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, reason }: { baseVersion: number; reason: string }): Promise<Changed> {
  must(mayKeep, actor);
  return services.door.write(actor, { commandId, name: "migration.voidAway", input: { id, baseVersion, reason }, purpose: reason }, async (tx) => {
    const before = await getAwayForChange(tx, id, baseVersion, services.today());
    must(mayKeep, actor, before.hamletId);
    if (before.openNeeds > 0) throw new AppError("refused", "migration.away.needsOpen", { name: before.fullName, count: before.openNeeds });
    await voidAway(tx, id, reason);
    return { answer: { id, version: baseVersion + 1 }, changes: [ofAway(id, before.hamletId, "voided")], subject: id };
  });
}

export interface NewNeed {
  readonly kind: string;
  readonly content: string;
  readonly owner: string;
  readonly on: PlainDate;
  readonly dueOn?: PlainDate | null | undefined;
}

/** What the person needs and who looks after it. Errors: refused "migration.away.toCome" | "migration.away.dueBefore". */
export function addNeed(services: Services, actor: Actor, commandId: string, id: string, body: NewNeed): Promise<Changed> {
  must(mayEnter, actor);
  if (body.on > services.today()) throw new AppError("refused", "migration.away.toCome", { name: body.content });
  if (body.dueOn && body.dueOn < body.on) throw new AppError("refused", "migration.away.dueBefore", { on: body.on });
  return services.door.write(actor, { commandId, name: "migration.addNeed", input: { id, ...body } }, async (tx) => {
    const { hamletId } = await getAway(tx, id, services.today());
    must(mayEnter, actor, hamletId);
    const needId = newId<"away_need">() as string;
    await tx.client.query("insert into away_need (id, out_migrant_id, hamlet_id, kind, content, owner, due_on, opened_on) values ($1, $2, $3, $4, $5, $6, $7, $8)", [needId, id, hamletId, body.kind, body.content, body.owner, body.dueOn ?? null, body.on]);
    return { answer: { id: needId, version: 1 }, changes: [{ entity: "away_need", entityId: needId, kind: "added", hamletId }], subject: id };
  });
}

async function openNeed({ client }: Tx, id: string, needId: string): Promise<{ hamletId: string; openedOn: PlainDate; version: number }> {
  const { rows } = await client.query<{ hamletId: string; openedOn: PlainDate; version: number }>(
    `select hamlet_id as "hamletId", opened_on::text as "openedOn", version from away_need where id = $2 and out_migrant_id = $1 and closed_on is null and voided_at is null for update`, [id, needId]);
  if (!rows[0]) throw new AppError("not_found", "migration.away.needUnknown", {});
  return rows[0];
}

/** What was done about a need; with `result` it is closed. Errors: not_found "migration.away.needUnknown"; refused "migration.away.toCome" | "migration.away.beforeNeed". */
export function followNeed(services: Services, actor: Actor, commandId: string, id: string, needId: string, body: { on: PlainDate; note: string; result?: string }): Promise<Changed> {
  must(mayEnter, actor);
  if (body.on > services.today()) throw new AppError("refused", "migration.away.toCome", { name: body.note });
  return services.door.write(actor, { commandId, name: body.result ? "migration.closeNeed" : "migration.followNeed", input: { id, needId, ...body } }, async (tx) => {
    const need = await openNeed(tx, id, needId);
    must(mayEnter, actor, need.hamletId);
    if (body.on < need.openedOn) throw new AppError("refused", "migration.away.beforeNeed", { on: need.openedOn });
    await tx.client.query("insert into away_need_step (id, need_id, hamlet_id, on_date, note, actor) values ($1, $2, $3, $4, $5, $6)", [newId(), needId, need.hamletId, body.on, body.note, actor.accountId]);
    await tx.client.query("update away_need set closed_on = $2, result = $3, version = version + 1 where id = $1", [needId, body.result ? body.on : null, body.result ?? null]);
    return { answer: { id: needId, version: need.version + 1 }, changes: [{ entity: "away_need", entityId: needId, kind: body.result ? "ended" : "changed", hamletId: need.hamletId }], subject: id };
  });
}
