import { getUnit } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { addWorkingDays } from "../../kernel/working-days.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import { allowanceCommand } from "../allowance/allowance-command.ts";
import type { AllowanceView } from "../allowance/contract.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { mayPay, must, mustBe, paysFor } from "../allowance/policy.ts";
import { provinceCode } from "../allowance/province-code.ts";
import { insert } from "../insert.ts";
import { knownWorker } from "../known-worker.ts";
import type { Language } from "../../platform/http/messages.ts";
import type { ReceiveBody, StepBody } from "./contract.ts";
import { afterStep, TERM } from "./rules/case-state.ts";
import { actionsOf, addAction, factsOf, getCase, nextNumber, paidBefore, type CaseAction, type StoredCase } from "./store.ts";

/**
 * Receives an application: a number in the commune's book of the year. The term runs from the day the file is complete. Errors: forbidden
 * "training.allowance.notYours"; invalid "training.allowance.dayToCome", "training.allowance.input"; refused "training.case.noUnit".
 */
export function receiveCase(services: Services, actor: Actor, commandId: string, input: ReceiveBody): Promise<{ id: string; number: number }> {
  must(mayPay, actor);
  const { worker, receivedOn: on } = input;
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  // the question must be readable before it is kept
  allowanceCommand({ openedOn: input.openedOn, endedOn: input.endedOn ?? null, ...input.asked }, allowanceRulesOf(services));
  return services.door.write(actor, { commandId, name: "training.receiveSupportCase", input }, async (tx) => {
    const unitUid = await unitOfHamlet(tx, worker.hamletId, on);
    mustBe(paysFor(actor, { unitUid }), actor);
    const { columns } = await knownWorker(tx, services, { hamletId: worker.hamletId, fullName: worker.fullName, birthDate: worker.birthDate ?? null, birthYear: worker.birthYear ?? null, sex: worker.sex ?? 0 });
    const year = yearOf(on);
    const number = await nextNumber(tx, unitUid, year);
    const id = newId<"training_support_case">() as string;
    await insert(tx, "training_support_case", {
      id, ...columns, name_folded: fold(columns.full_name), unit_uid: unitUid, year, number, course: input.course, provider_name: input.providerName, opened_on: input.openedOn, received_on: on, state: "received", state_on: on,
    });
    await addAction(tx, { id, hamletId: worker.hamletId }, "receive", on, { channel: input.channel, papers: input.papers, asked: input.asked, endedOn: input.endedOn ?? null });
    return { answer: { id, number }, subject: id, unitUid, meta: { number, on }, changes: [{ entity: "training_support_case", entityId: id, kind: "added" as const, hamletId: worker.hamletId }] };
  });
}

/** The commune of a hamlet on a day. Errors: refused "training.case.noUnit". */
async function unitOfHamlet({ client }: Tx, hamletId: string, on: PlainDate): Promise<string> {
  const { rows } = await client.query<{ uid: string }>("select unit_uid as uid from hamlet_unit where hamlet_id = $1 and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2)", [hamletId, on]);
  if (!rows[0]) throw new AppError("refused", "training.case.noUnit", { on });
  return getUnit(rows[0].uid).uid;
}

/** What the rules give for the case as it is asked, with what was paid before by the records. */
export async function reckon(tx: Tx, services: Services, found: StoredCase, actions: readonly CaseAction[], language: Language): Promise<AllowanceView> {
  const { asked, endedOn } = factsOf(actions);
  const before = Math.max(asked.previousSupports ?? 0, await paidBefore(tx, found.subjectKey, found.id));
  const known = asked.previousSupports == null && before === 0 ? {} : { previousSupports: before };
  return allowanceCommand({ province: provinceCode(tx.actor), openedOn: found.openedOn, endedOn, ...asked, ...known }, allowanceRulesOf(services), language);
}

export interface StepInput {
  readonly baseVersion: number;
  readonly on: PlainDate;
  readonly step: StepBody;
}

/**
 * One step with a case. Errors: refused "training.case.wrongState" | "training.allowance.beforeLastStep" | "training.case.reasonMissing"; conflict "training.allowance.changed";
 * invalid "training.allowance.dayToCome".
 */
export function stepCase(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, on, step }: StepInput): Promise<{ state: string; version: number; dueOn: PlainDate | null }> {
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.stepSupportCase", input: { id, on, step } }, async (tx) => {
    const found = await getCase(tx, id, "for update of c");
    mustBe(paysFor(actor, found), actor);
    if (found.version !== baseVersion) throw new AppError("conflict", "training.allowance.changed", { name: found.fullName });
    const state = afterStep(found.state, step.kind);
    if (state === undefined) throw new AppError("refused", "training.case.wrongState", { name: found.fullName, state: found.state });
    if (on < found.stateOn) throw new AppError("refused", "training.allowance.beforeLastStep", { on: found.stateOn });
    const actions = await actionsOf(tx, id);
    const kept = step.kind === "approve" ? await mustAgree(tx, services, found, actions, step) : {};
    const { kind, ...data } = step;
    const dueOn = kind === "accept" ? addWorkingDays(on, TERM.days, workingCalendar(services.config)) : found.dueOn;
    await tx.client.query("update training_support_case set state = $2, state_on = $3, complete_on = case when $4 then $3 else complete_on end, due_on = $5, version = version + 1 where id = $1", [id, state, on, kind === "accept", dueOn]);
    if (step.kind === "approve" || step.kind === "refuse") {
      await tx.client.query("update training_support_case set outcome = $2, decision_no = $3, decided_on = $4, signer = $5, amount_dong = $6 where id = $1", [id, state, step.decisionNo, on, step.signer, step.kind === "approve" ? step.amountDong : null]);
    }
    if (step.kind === "pay") await tx.client.query("update training_support_case set voucher_no = $2, paid_on = $3 where id = $1", [id, step.voucherNo, on]);
    await addAction(tx, found, kind, on, { ...data, ...kept });
    return { answer: { state, version: found.version + 1, dueOn }, subject: id, unitUid: found.unitUid, meta: { step: kind, on }, changes: [{ entity: "training_support_case", entityId: id, kind: "changed" as const, hamletId: found.hamletId }] };
  });
}

/** An amount that the rules do not give needs a reason; what they gave is kept with the decision. */
async function mustAgree(tx: Tx, services: Services, found: StoredCase, actions: readonly CaseAction[], step: Extract<StepBody, { kind: "approve" }>): Promise<{ reckoned: Pick<AllowanceView, "outcome" | "total" | "least" | "most" | "summary"> }> {
  const { outcome, total, least, most, summary } = await reckon(tx, services, found, actions, "vi");
  if ((outcome !== "payable" || total !== step.amountDong) && !step.reason) throw new AppError("refused", "training.case.reasonMissing", { name: found.fullName, reckoned: summary });
  return { reckoned: { outcome, total, least, most, summary } };
}
