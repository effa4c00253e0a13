import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { answersFor } from "../answer.ts";
import type { EnterReceipt } from "../contract.ts";
import { getRecord } from "../household-eligibility.ts";
import { policyOf } from "../lists/make.ts";
import { policiesOf } from "../load.ts";
import { mustEnter, mustKeep } from "../policy.ts";
import { keysOnFile, RECEIPT_COLUMNS, receiptCells, receiptKey } from "./store.ts";

/**
 * Enters what a household or a person really received. Where the records do not say that it was entitled, a reason is asked: the fact is
 * written down all the same. Errors: forbidden "support.notEnterer"; invalid "support.dayToCome"; refused "support.notAMember" |
 * "support.receiptEmpty" | "support.notEntitled"; conflict "support.receiptTwice".
 */
export function enterReceipt(services: Services, actor: Actor, commandId: string, input: EnterReceipt): Promise<{ id: string }> {
  mustEnter(actor);
  const { householdId, personId, receivedOn, valueDong, quantity, unit } = input;
  if (receivedOn > services.today()) throw new AppError("invalid", "support.dayToCome", { on: receivedOn });
  if ((valueDong === null && quantity === null) || (quantity === null) !== (unit === null)) throw new AppError("refused", "support.receiptEmpty", {});
  const policies = policiesOf(services);
  const policy = policyOf(policies, actor, input.policy);
  return services.door.write(actor, { commandId, name: "support.enterReceipt", input, ...(input.reason ? { purpose: input.reason } : {}) }, async (tx) => {
    const record = await getRecord(tx, services, householdId, receivedOn);
    mustWriteHamlet(actor, record.hamletId);
    const at = record.members.findIndex((member) => member.personId === personId);
    if (personId !== null && at < 0) throw new AppError("refused", "support.notAMember", { on: receivedOn });
    const [answer] = answersFor(policies, record.facts, record.members.map(({ facts }) => facts), policy.id);
    const found = answer === undefined ? undefined : (answer.persons[at]?.found ?? answer.whole);
    if (found?.answer !== "eligible" && !input.reason) throw new AppError("refused", "support.notEntitled", { policy: policy.title.vi, answer: found?.answer ?? "missing", on: receivedOn });
    const receipt = { id: newId<"support_receipt">(), ...input, hamletId: record.hamletId, note: [input.note, input.reason].filter(Boolean).join("; ") || null, listId: null, batchId: null };
    if ((await keysOnFile(tx, [householdId])).has(receiptKey(receipt))) throw new AppError("conflict", "support.receiptTwice", { on: receivedOn });
    await tx.client.query(`insert into support_receipt (${RECEIPT_COLUMNS.join(", ")}) values (${RECEIPT_COLUMNS.map((_, i) => `$${i + 1}`).join(", ")})`, receiptCells(receipt));
    return { answer: { id: receipt.id }, subject: householdId, meta: { policy: policy.id, entitled: found?.answer ?? "missing" }, changes: [{ entity: "support_receipt", entityId: receipt.id, kind: "added", hamletId: record.hamletId }] };
  });
}

/** Takes back a receipt that was entered wrongly. Errors: not_found "support.receiptUnknown". */
export function voidReceipt(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "support.voidReceipt", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rows } = await client.query<{ hamlet_id: string; household_id: string }>("update support_receipt set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning hamlet_id, household_id", [id, reason]);
    if (!rows[0]) throw new AppError("not_found", "support.receiptUnknown", {});
    return { answer: { id }, subject: rows[0].household_id, changes: [{ entity: "support_receipt", entityId: id, kind: "voided", hamletId: rows[0].hamlet_id }] };
  });
}
