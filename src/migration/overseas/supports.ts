import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayHandle, mayKeep, must } from "../policy.ts";
import { FOLLOW_OUTCOMES, HOME_SUPPORTS, type FollowUpBody, type SupportBody } from "./contract.ts";
import { overseasStandards } from "./load.ts";
import { milestonesOf } from "./rules/milestones.ts";
import type { Group } from "./rules/standards.ts";
import { checkSupport, standardsOn, type SupportCheck } from "./rules/supports.ts";
import { changed, getCase } from "./store.ts";

/**
 * One support as it was given. Before leaving it is measured by the standard of the day: over a level read in a text it is refused, over another it needs a reason;
 * what has no known level is taken as it is. Errors: refused "migration.support.<over|otherGroup>", invalid "migration.support.reasonMissing" | "amountMissing" | "unknownItem" | "notHome", refused "migration.stepToCome".
 */
export function addSupport(services: Services, actor: Actor, commandId: string, id: string, body: SupportBody): Promise<{ id: string; warning: string | null }> {
  must(mayHandle, actor);
  if (body.on > services.today()) throw new AppError("refused", "migration.stepToCome", { on: body.on });
  return services.door.write(actor, { commandId, name: "migration.addOverseasSupport", input: { id, ...body } }, async (tx) => {
    const found = await getCase(tx, id);
    must(mayHandle, actor, found.hamletId);
    const check = body.phase === "before" ? measure(services, body, found.groups as Group[]) : null;
    if (body.phase === "home" && !(HOME_SUPPORTS as readonly string[]).includes(body.item)) throw new AppError("invalid", "migration.support.unknownItem", { item: body.item });
    if (body.phase === "home" && found.state.returned === null) throw new AppError("refused", "migration.support.notHome", { name: found.fullName });
    const data = { name: found.fullName, most: check?.most ?? "" };
    if (check?.level === "error") throw new AppError("refused", `migration.support.${check.verdict}`, data);
    if (check?.level === "warning" && !body.reason) throw new AppError("invalid", "migration.support.reasonMissing", { ...data, verdict: check.verdict });
    const supportId = newId<"overseas_support">() as string;
    await tx.client.query(
      `insert into overseas_support (id, case_id, hamlet_id, phase, kind, on_date, amount_dong, policy, certainty, reason, note, document, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [supportId, id, found.hamletId, body.phase, body.item, body.on, body.amountDong ?? null, body.policy ?? null, check?.certainty ?? null, body.reason ?? null, body.note ?? null, body.document ?? null, actor.accountId],
    );
    return { answer: { id: supportId, warning: check?.level ? `migration.support.${check.verdict}` : null }, changes: [changed(id, found.hamletId)], subject: id, unitUid: found.unitUid };
  });
}

function measure(services: Services, body: SupportBody, groups: readonly Group[]): SupportCheck {
  const standard = standardsOn(overseasStandards(services).supports, body.on).find((one) => one.id === body.policy);
  const item = standard?.items.find(({ code }) => code === body.item);
  if (!standard || !item) throw new AppError("invalid", "migration.support.unknownItem", { item: body.item, on: body.on });
  if (body.amountDong === null || body.amountDong === undefined) throw new AppError("invalid", "migration.support.amountMissing", {});
  return checkSupport(standard, item, body.amountDong, body.quantity, groups);
}

/** Errors: not_found "migration.support.unknown". */
export function voidSupport(services: Services, actor: Actor, commandId: string, id: string, supportId: string, reason: string): Promise<{ id: string }> {
  must(mayHandle, actor);
  return services.door.write(actor, { commandId, name: "migration.voidOverseasSupport", input: { id, supportId, reason } }, async (tx) => {
    const found = await getCase(tx, id);
    must(mayHandle, actor, found.hamletId);
    const { rowCount } = await tx.client.query("update overseas_support set voided_at = now(), void_reason = $3 where id = $2 and case_id = $1 and voided_at is null", [id, supportId, reason]);
    if (rowCount === 0) throw new AppError("not_found", "migration.support.unknown", {});
    return { answer: { id: supportId }, changes: [changed(id, found.hamletId)], subject: id, unitUid: found.unitUid };
  });
}

/**
 * How it goes after 3, 6, 12 months; what was recorded for the same milestone before is voided by the new entry.
 * Errors: refused "migration.followUp.tooEarly" | "notThere"; invalid "migration.followUp.outcome".
 */
export function addFollowUp(services: Services, actor: Actor, commandId: string, id: string, body: FollowUpBody): Promise<{ id: string }> {
  must(mayKeep, actor);
  if (body.on > services.today()) throw new AppError("refused", "migration.stepToCome", { on: body.on });
  if (!(FOLLOW_OUTCOMES[body.phase] as readonly string[]).includes(body.outcome)) throw new AppError("invalid", "migration.followUp.outcome", {});
  return services.door.write(actor, { commandId, name: "migration.addFollowUp", input: { id, ...body } }, async (tx) => {
    const found = await getCase(tx, id);
    must(mayKeep, actor, found.hamletId);
    const asked = milestonesOf(found.state, new Set(), services.today()).find((one) => one.phase === body.phase && one.milestone === body.milestone);
    if (!asked) throw new AppError("refused", "migration.followUp.notThere", { name: found.fullName, milestone: body.milestone });
    if (body.on < asked.dueOn) throw new AppError("refused", "migration.followUp.tooEarly", { name: found.fullName, milestone: body.milestone, on: asked.dueOn });
    await tx.client.query("update overseas_follow_up set voided_at = now(), void_reason = 'ghi lại' where case_id = $1 and phase = $2 and milestone = $3 and voided_at is null", [id, body.phase, body.milestone]);
    const followId = newId<"overseas_follow_up">() as string;
    await tx.client.query(
      "insert into overseas_follow_up (id, case_id, hamlet_id, phase, milestone, on_date, outcome, note, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [followId, id, found.hamletId, body.phase, body.milestone, body.on, body.outcome, body.note ?? null, actor.accountId]);
    return { answer: { id: followId }, changes: [changed(id, found.hamletId)], subject: id, unitUid: found.unitUid };
  });
}
