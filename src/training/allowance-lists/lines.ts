import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { learnersOf } from "../allowance/class-learners.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { makesFor, mustBe, paysFor } from "../allowance/policy.ts";
import { provinceCode } from "../allowance/province-code.ts";
import { allowance } from "../allowance/rules/allowance.ts";
import { addItem, caseOf, mustBeLocked } from "./make.ts";
import { LINES_OPEN } from "./rules/list-state.ts";
import { addAction, getItemForChange, type StoredItem, type StoredList } from "./store.ts";

const changed = (item: Pick<StoredItem, "id" | "hamletId">): Change => ({ entity: "allowance_item", entityId: item.id, kind: "changed", hamletId: item.hamletId });

function mustStand(list: StoredList, right: boolean): void {
  if (!right || list.voidReason !== null) throw new AppError("refused", "training.allowance.wrongState", { name: list.className, state: list.state });
}

/** The office gives one line of a signed list back to the provider; until it is handed in again the list cannot be approved. Errors: refused "training.allowance.wrongState" | "lineReturned"; conflict "changed". */
export function giveBackLine(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, reason }: { baseVersion: number; reason: string }): Promise<{ version: number }> {
  return services.door.write(actor, { commandId, name: "training.giveBackAllowanceLine", input: { id, reason }, purpose: reason }, async (tx) => {
    const { item, list } = await getItemForChange(tx, id, baseVersion);
    mustBe(paysFor(actor, list), actor);
    mustStand(list, list.state === "signed");
    if (item.returnedOn !== null) throw new AppError("refused", "training.allowance.lineReturned", { name: item.fullName });
    await tx.client.query("update allowance_item set returned_on = $2, return_reason = $3, version = version + 1 where id = $1", [id, services.today(), reason]);
    await addAction(tx, list, "giveBackLine", services.today(), { name: item.fullName, reason });
    return { answer: { version: item.version + 1 }, subject: item.enrolmentId, unitUid: list.unitUid, changes: [changed(item)] };
  });
}

/**
 * A line that was given back is handed in again: reckoned anew from the records as they stand, the old line voided. `id` null: the learner is no longer one to be
 * paid. Errors: refused "training.allowance.wrongState" | "lineNotReturned" | "notLocked"; conflict "changed".
 */
export function handInLine(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, signer }: { baseVersion: number; signer: string }): Promise<{ id: string | null }> {
  const rules = allowanceRulesOf(services);
  return services.door.write(actor, { commandId, name: "training.handInAllowanceLine", input: { id, signer } }, async (tx) => {
    const { item, list } = await getItemForChange(tx, id, baseVersion);
    mustBe(makesFor(actor, list), actor);
    mustStand(list, LINES_OPEN.includes(list.state));
    if (item.returnedOn === null || item.returnReason === null) throw new AppError("refused", "training.allowance.lineNotReturned", { name: item.fullName });
    await mustBeLocked(tx, { id: list.classId, name: list.className }, list.attendedTo);
    await tx.client.query("update allowance_item set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, item.returnReason]);
    const learner = (await learnersOf(tx, [list.classId], list.attendedTo)).find(({ enrolmentId }) => enrolmentId === item.enrolmentId);
    const { openedOn, endedOn, actualCost, provincialNorm: norm, jobLossConfirmed } = item.answer.asked;
    const asked = learner && { ...caseOf(learner, { openedOn, endedOn, province: provinceCode(actor), actualCost, norm }), jobLossConfirmed };
    const made = learner && asked ? await addItem(tx, list, learner, rules, asked, allowance(rules, asked)) : null;
    await addAction(tx, list, "handInLine", services.today(), { name: item.fullName, signer });
    const added: Change[] = made === null ? [] : [{ entity: "allowance_item", entityId: made, kind: "added", hamletId: item.hamletId }];
    return { answer: { id: made }, subject: item.enrolmentId, unitUid: list.unitUid, changes: [{ ...changed(item), kind: "voided" }, ...added] };
  });
}

/** Who did not come to the payment is paid later. Errors: refused "training.allowance.wrongState" | "signedAlready" | "beforeLastStep"; invalid "dayToCome"; conflict "changed". */
export function payLine(services: Services, actor: Actor, commandId: string, id: string, input: { baseVersion: number; on: PlainDate; voucherNo: string }): Promise<{ version: number }> {
  const { on, voucherNo } = input;
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.payAllowanceLine", input: { id, on, voucherNo } }, async (tx) => {
    const { item, list } = await getItemForChange(tx, id, input.baseVersion);
    mustBe(paysFor(actor, list), actor);
    mustStand(list, list.state === "paid");
    if (item.signedForOn !== null || item.outcome === "refused") throw new AppError("refused", "training.allowance.signedAlready", { name: item.fullName });
    if (list.paidOn !== null && on < list.paidOn) throw new AppError("refused", "training.allowance.beforeLastStep", { on: list.paidOn });
    await tx.client.query("update allowance_item set signed_for_on = $2, version = version + 1 where id = $1", [id, on]);
    await addAction(tx, list, "payLine", on, { name: item.fullName, voucherNo });
    return { answer: { version: item.version + 1 }, subject: item.enrolmentId, unitUid: list.unitUid, changes: [changed(item)] };
  });
}
