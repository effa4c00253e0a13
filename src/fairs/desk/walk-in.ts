import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { matchWorkers } from "../../registry/public.ts";
import { addAction } from "../booth/add-action.ts";
import { giveConsent } from "../consent/consents.ts";
import { eraseSubjects } from "../erasing/erase.ts";
import { fairParameters } from "../parameters.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { readCode, soundCode } from "../rules/short-code.ts";
import { STEP_OF_WISH } from "../rules/steps.ts";
import { visitorColumns, type VisitorColumns, type VisitorInput } from "../rules/visitor.ts";
import { entryDay, getFair } from "../store.ts";
import type { Entered, VisitorBody, VisitView, WalkInBody } from "./contract.ts";
import { CAME_AT, getVisit, getVisitByCode, insertVisit, viewVisit, visitsOf } from "./visit-store.ts";

/** The visitor as kept, with the person on file where name, year and hamlet leave no doubt and the actor may read him. */
export async function identify(tx: Tx, services: Services, input: VisitorInput): Promise<VisitorColumns> {
  if (input.hamletId === null || input.birthYear === null) return visitorColumns(input, null);
  const [match] = await matchWorkers(tx, services.config.keys, [{ fullName: input.fullName, birthYear: input.birthYear, hamletId: input.hamletId }]);
  return visitorColumns(input, match?.kind === "found" ? match.personId : null);
}

export const told = (body: Pick<WalkInBody, "fullName" | "birthYear" | "hamletId" | "residence">): VisitorInput => ({ fullName: body.fullName, birthYear: body.birthYear ?? null, hamletId: body.hamletId ?? null, residence: body.residence ?? null });

/**
 * One person at the desk without card or phone. Who registered over the net is checked in; who was entered today already is not entered twice, unless it is
 * `another` person with the same name, year and hamlet. Errors: those of `mustWorkAt`; refused "fairs.notBegun".
 */
export function walkIn(services: Services, actor: Actor, commandId: string, fairId: string, body: WalkInBody): Promise<Entered> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.walkIn", input: { fairId, ...body } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    if (services.today() < fair.onDate) throw new AppError("refused", "fairs.notBegun", { name: fair.name, on: fair.onDate });
    const day = entryDay(fair, services.today());
    const found = await identify(tx, services, told(body));
    const known = body.another ? [] : await visitsOf(tx, fairId, found.subject_key, day);
    const waiting = known.find((visit) => visit.checkedInAt === null);
    const here = known.find((visit) => visit.that);
    const before = here ?? waiting;
    const visit = before ?? (await insertVisit(tx, fair, { visitor: found, sex: body.sex, phone: body.phone ?? null, channel: "desk", wish: body.wish ?? null, cameOn: day }));
    if (body.another) await tx.client.query("update fair_visit set subject_key = subject_key || '|' || short_code, person_id = null where id = $1", [visit.id]);
    if (waiting && !here) await tx.client.query(`update fair_visit set checked_in_at = ${CAME_AT("$4")}, wish = coalesce($2, wish), phone = coalesce($3, phone), version = version + 1 where id = $1`, [waiting.id, body.wish ?? null, body.phone ?? null, day]);
    const step = body.register && body.wish && body.wish !== "job" ? STEP_OF_WISH[body.wish] : null;
    const target = { id: visit.id, fairId, unitUid: fair.unitUid, hamletId: found.hamlet_id };
    if (step !== null) await addAction(tx, fair, target, { step, onDate: day, again: "ignore" }, fairParameters(services));
    if (body.consent) await giveConsent(tx, target, { purpose: "share_with_firm", employerId: null, how: body.consent });
    const { rows } = await tx.client.query<{ n: number }>(
      "select count(*)::int as n from fair_visit where fair_id = $1 and voided_at is null and (checked_in_at at time zone 'Asia/Ho_Chi_Minh')::date = $2::date", [fairId, day]);
    return {
      answer: { id: visit.id, shortCode: visit.shortCode, was: here ? "here" : waiting ? "registered" : "new", identified: found.person_id !== null && !body.another, today: rows[0]!.n },
      changes: [{ entity: "fair_visit", entityId: visit.id, kind: before ? "changed" : "added" }], subject: fairId, meta: { fair: fair.code },
    };
  });
}

/** By the code on a pass, scanned or typed. Errors: not_found "fairs.codeUnknown"; invalid "fairs.codeOfOtherFair" | "fairs.codeMistyped". */
export async function checkIn(services: Services, actor: Actor, commandId: string, fairId: string, text: string): Promise<{ visit: VisitView; was: "new" | "here" }> {
  mustKeepFairs(actor);
  // the answer that is kept with the command names nobody, so that erasing a visitor leaves nothing behind
  const { id, was } = await services.door.write(actor, { commandId, name: "fairs.checkIn", input: { fairId, text } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    const { fairCode, code } = readCode(text);
    if (fairCode !== null && fairCode !== fair.code) throw new AppError("invalid", "fairs.codeOfOtherFair", { code: fairCode, fair: fair.code });
    const visit = await getVisitByCode(tx, fairId, code, "for update").catch((cause: unknown) => {
      throw cause instanceof AppError && !soundCode(code) ? new AppError("invalid", "fairs.codeMistyped", { code }) : cause;
    });
    const was: "new" | "here" = visit.checkedInAt === null ? "new" : "here";
    if (was === "new") await tx.client.query(`update fair_visit set checked_in_at = ${CAME_AT("$2")}, version = version + 1 where id = $1`, [visit.id, entryDay(fair, services.today())]);
    return { answer: { id: visit.id, was }, changes: was === "new" ? [{ entity: "fair_visit", entityId: visit.id, kind: "changed" }] : [], subject: fairId };
  });
  return { visit: await services.door.read(actor, (tx) => viewVisit(tx, { id, fairId })), was };
}

/** Names the bearer of a pass, or mends what was told. Errors: conflict "fairs.changed"; refused "fairs.erased". */
export function changeVisitor(services: Services, actor: Actor, commandId: string, id: string, body: VisitorBody): Promise<{ version: number }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.changeVisitor", input: { id, ...body } }, async (tx) => {
    const visit = await getVisit(tx, id, "for update");
    const fair = await getFair(tx, visit.fairId);
    mustWorkAt(actor, fair);
    if (visit.erased) throw new AppError("refused", "fairs.erased", { code: visit.shortCode });
    if (visit.version !== body.baseVersion) throw new AppError("conflict", "fairs.changed", { name: visit.fullName ?? visit.shortCode });
    const found = await identify(tx, services, told(body));
    await tx.client.query(
      `update fair_visit set hamlet_id = $2, residence = $3, person_id = $4, full_name = $5, name_folded = $6, birth_year = $7, subject_key = $8, sex = $9, phone = coalesce($10, phone), wish = $11, version = version + 1 where id = $1`,
      [id, found.hamlet_id, found.residence, found.person_id, found.full_name, found.name_folded, found.birth_year, found.subject_key, body.sex, body.phone ?? null, body.wish ?? null]);
    for (const table of ["fair_action", "fair_followup", "fair_result", "fair_consent"]) await tx.client.query(`update ${table} set hamlet_id = $2 where visit_id = $1`, [id, found.hamlet_id]);
    return { answer: { version: visit.version + 1 }, changes: [{ entity: "fair_visit", entityId: id, kind: "changed" }], subject: fair.id };
  });
}

/** Errors: refused "fairs.visitInUse" while something stands at the booths. */
export function voidVisit(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.voidVisit", input: { id, reason }, purpose: reason }, async (tx) => {
    const visit = await getVisit(tx, id, "for update");
    mustWorkAt(actor, await getFair(tx, visit.fairId));
    const { rows } = await tx.client.query<{ n: number }>("select count(*)::int as n from fair_action where visit_id = $1 and voided_at is null", [id]);
    if (rows[0]!.n > 0) throw new AppError("refused", "fairs.visitInUse", { code: visit.shortCode, count: rows[0]!.n });
    await tx.client.query("update fair_visit set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: {}, changes: [{ entity: "fair_visit", entityId: id, kind: "voided" }], subject: visit.fairId };
  });
}

/** The number for a task; every look is in the trail. */
export async function revealPhone(services: Services, actor: Actor, commandId: string, id: string, purpose: string): Promise<{ phone: string | null }> {
  mustKeepFairs(actor);
  await services.door.write(actor, { commandId, name: "fairs.revealPhone", input: { id }, purpose }, async (tx) => {
    await getVisit(tx, id);
    return { answer: null, subject: id, rows: 1 };
  });
  return services.door.read(actor, async (tx) => ({ phone: (await getVisit(tx, id)).phone }));
}

/**
 * Name, phone, place and birth date go; the row stays as tombstone, so that counts hold. All visits of the person at the fair share one new key that
 * tells nothing. Errors: refused "fairs.erased".
 */
export function eraseVisitor(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.eraseVisitor", input: { id, reason }, purpose: reason }, async (tx) => {
    const visit = await getVisit(tx, id, "for update");
    mustWorkAt(actor, await getFair(tx, visit.fairId));
    if (visit.erased) throw new AppError("refused", "fairs.erased", { code: visit.shortCode });
    const changes = await eraseSubjects(tx, visit.fairId, [{ subjectKey: visit.subjectKey, visitId: id }], reason);
    return { answer: {}, changes, subject: visit.fairId, meta: { erased: changes.length } };
  });
}
