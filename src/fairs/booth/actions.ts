import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { CAME_AT, getVisit } from "../desk/visit-store.ts";
import { fairParameters } from "../parameters.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { entryDay, getEmployer, getFair, lastDayOf } from "../store.ts";
import { addAction } from "./add-action.ts";
import type { ActionBody } from "./contract.ts";

/** At a firm's booth something happens with that firm. */
const NEEDS_FIRM: ReadonlySet<string> = new Set(["f4a", "f5a", "f5b", "f6"]);

async function mustBelong(tx: Tx, fairId: string, { step, employerId, vacancyId }: ActionBody): Promise<void> {
  if (NEEDS_FIRM.has(step) && employerId == null) throw new AppError("invalid", "fairs.firmMissing", { step });
  if (employerId != null && (await getEmployer(tx, employerId)).fairId !== fairId) throw new AppError("not_found", "fairs.employerUnknown", { id: employerId });
  if (vacancyId == null) return;
  const { rows } = await tx.client.query<{ employer: string }>("select employer_id as employer from fair_vacancy where id = $1 and fair_id = $2 and voided_at is null", [vacancyId, fairId]);
  if (!rows[0] || (employerId != null && rows[0].employer !== employerId)) throw new AppError("not_found", "fairs.vacancyUnknown", { id: vacancyId });
}

/** Errors: those of `mustWorkAt`; invalid "fairs.firmMissing" | "fairs.appointmentMissing"; refused "fairs.actionToCome" | "fairs.erased"; conflict "fairs.actionTwice". */
export function recordAction(services: Services, actor: Actor, commandId: string, fairId: string, body: ActionBody): Promise<{ id: string; followupId: string | null }> {
  mustKeepFairs(actor);
  if (body.onDate != null && body.onDate > services.today()) throw new AppError("refused", "fairs.actionToCome", { on: body.onDate });
  if (body.step === "f5b" && body.nextOn == null) throw new AppError("invalid", "fairs.appointmentMissing");
  return services.door.write(actor, { commandId, name: "fairs.recordAction", input: { fairId, ...body } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    const onDate = body.onDate ?? entryDay(fair, services.today());
    const visit = await getVisit(tx, body.visitId, "for update");
    if (visit.fairId !== fairId) throw new AppError("not_found", "fairs.visitUnknown", { id: body.visitId });
    if (visit.erased) throw new AppError("refused", "fairs.erased", { code: visit.shortCode });
    await mustBelong(tx, fairId, body);
    const done = (await addAction(tx, fair, visit, { ...body, onDate, owner: body.owner ?? null, topic: body.topic ?? null, result: body.result ?? null, again: "refuse" }, fairParameters(services)))!;
    // at a booth somebody stands in front of the table
    if (visit.checkedInAt === null && body.step !== "f4b" && onDate >= fair.onDate && onDate <= lastDayOf(fair)) await tx.client.query(`update fair_visit set checked_in_at = ${CAME_AT("$2")}, version = version + 1 where id = $1`, [visit.id, onDate]);
    return { answer: done, changes: [{ entity: "fair_action", entityId: done.id, kind: "added" }], subject: fairId, meta: { step: body.step } };
  });
}

/** The open follow-up goes with it. Errors: not_found "fairs.actionUnknown"; refused "fairs.followupDone" once the follow-up has a result. */
export function voidAction(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.voidAction", input: { id, reason }, purpose: reason }, async (tx) => {
    const { client } = tx;
    const { rows } = await client.query<{ fair: string }>("select fair_id as fair from fair_action where id = $1 and voided_at is null for update", [id]);
    if (!rows[0]) throw new AppError("not_found", "fairs.actionUnknown", { id });
    mustWorkAt(actor, await getFair(tx, rows[0].fair));
    const done = await client.query("select from fair_followup where action_id = $1 and state <> 'open' and voided_at is null", [id]);
    if (done.rows.length > 0) throw new AppError("refused", "fairs.followupDone");
    await client.query("update fair_followup set voided_at = now(), void_reason = $2, version = version + 1 where action_id = $1 and voided_at is null", [id, reason]);
    await client.query("update fair_action set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: {}, changes: [{ entity: "fair_action", entityId: id, kind: "voided" }], subject: rows[0].fair };
  });
}
