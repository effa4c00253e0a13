import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { MoveNeeds } from "./contract.ts";
import { mustBeOne } from "./collect.ts";
import { mayCollect, mayDecide, must } from "./policy.ts";
import { afterDeed, byWhom, needsReason } from "./rules/need-process.ts";
import { addNeedAction, lockNeeds } from "./store.ts";

/**
 * One deed on several needs; all of them or none. Errors: forbidden "training.need.notYours" | "areas.hamletOutsideArea"; invalid "training.need.reasonMissing" |
 * "training.followUp.dayToCome"; not_found "training.need.unknown" | "training.need.planUnknown"; refused "training.need.wrongState"; conflict "training.need.twice".
 */
export function moveNeeds(services: Services, actor: Actor, commandId: string, input: MoveNeeds): Promise<{ moved: number }> {
  const { deed, on, reason, planId } = input;
  must(byWhom(deed) === "hamlet" ? mayCollect : mayDecide, actor);
  if (on > services.today()) throw new AppError("invalid", "training.followUp.dayToCome", { on });
  if (needsReason(deed) && !reason) throw new AppError("invalid", "training.need.reasonMissing", {});
  return services.door.write(actor, { commandId, name: "training.moveNeeds", input, ...(reason && { purpose: reason }) }, async (tx) => {
    const ids = [...new Set(input.ids)];
    const needs = await lockNeeds(tx, ids);
    if (needs.length < ids.length) throw new AppError("not_found", "training.need.unknown", {});
    if (planId !== undefined) await mustBePlan(tx, planId);
    const changes: Change[] = [];
    for (const need of needs) {
      mustWriteHamlet(actor, need.hamletId);
      const state = afterDeed(need.state, deed);
      if (state === undefined) throw new AppError("refused", "training.need.wrongState", { name: need.fullName, state: need.state, deed });
      if (need.state === "declined") await mustBeOne(tx, need.subjectKey, need);
      await tx.client.query(
        "update training_need set state = $2, state_on = $3, decline_reason = $4, plan_id = $5, version = version + 1 where id = $1",
        [need.id, state, on, deed === "decline" ? reason : null, deed === "plan" ? (planId ?? null) : null],
      );
      await addNeedAction(tx, need, deed, on, { ...(reason && { reason }), ...(planId && { planId }) });
      changes.push({ entity: "training_need", entityId: need.id, kind: "changed", hamletId: need.hamletId });
    }
    return { answer: { moved: needs.length }, changes, meta: { deed } };
  });
}

async function mustBePlan({ client }: Tx, planId: string): Promise<void> {
  const { rows } = await client.query("select 1 from training_plan where id = $1 and voided_at is null", [planId]);
  if (!rows[0]) throw new AppError("not_found", "training.need.planUnknown", {});
}

/** Takes a need back that was written down wrongly. Errors: not_found "training.need.unknown"; refused "training.need.planned". */
export function voidNeed(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayDecide, actor);
  return services.door.write(actor, { commandId, name: "training.voidNeed", input: { id, reason }, purpose: reason }, async (tx) => {
    const [need] = await lockNeeds(tx, [id]);
    if (!need) throw new AppError("not_found", "training.need.unknown", {});
    mustWriteHamlet(actor, need.hamletId);
    if (need.state === "planned") throw new AppError("refused", "training.need.planned", { name: need.fullName });
    await tx.client.query("update training_need set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: { id }, subject: id, changes: [{ entity: "training_need", entityId: id, kind: "voided", hamletId: need.hamletId }] };
  });
}
