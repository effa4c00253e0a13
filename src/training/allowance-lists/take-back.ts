import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { makesFor, mustBe, paysFor } from "../allowance/policy.ts";
import { decidedSince } from "../later-facts.ts";
import { standingSteps } from "../rules/standing-steps.ts";
import { byWhom, isListStep, listStateOf, type ListStep } from "./rules/list-state.ts";
import { actionsOf, addAction, getListForChange, itemsOf, type ListAction, type StoredList } from "./store.ts";

/** The last step that stands, where the actor may take it back; a list that was made anew is left alone. */
export function lastStepOf(actor: Actor, list: StoredList, actions: readonly ListAction[]): ListStep | undefined {
  const steps = standingSteps(actions, isListStep);
  const kind = steps.at(-1)?.kind;
  if (kind === undefined || !isListStep(kind) || list.voidReason !== null || listStateOf(steps) !== list.state) return undefined;
  return (byWhom(kind) === "maker" ? makesFor(actor, list) : paysFor(actor, list)) ? kind : undefined;
}

/**
 * The last step was recorded wrongly: it stays on record as taken back, and the list is what it was before. Errors: refused "training.allowance.nothingToTakeBack" |
 * "classSettled" | "contractSettled" | "countedElsewhere" | "beforeLastStep"; forbidden "notYours"; conflict "changed"; invalid "dayToCome".
 */
export function takeBackStep(services: Services, actor: Actor, commandId: string, id: string, input: { readonly baseVersion: number; readonly on: PlainDate; readonly reason: string }): Promise<{ state: string; version: number }> {
  const { on, reason } = input;
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.takeBackAllowanceStep", input: { id, ...input }, purpose: reason }, async (tx) => {
    const list = await getListForChange(tx, id, input.baseVersion);
    mustBe(makesFor(actor, list), actor);
    const actions = await actionsOf(tx, id);
    const steps = standingSteps(actions, isListStep);
    const last = steps.at(-1);
    if (last === undefined || list.voidReason !== null || listStateOf(steps) !== list.state) throw new AppError("refused", "training.allowance.nothingToTakeBack", { name: list.className });
    mustBe(lastStepOf(actor, list, actions) !== undefined, actor);
    if (on < list.stateOn) throw new AppError("refused", "training.allowance.beforeLastStep", { on: list.stateOn });
    if (last.kind === "settle" || last.kind === "pay") await mustNotBeSettled(tx, list);
    if (last.kind === "pay") await mustNotBeCounted(tx, list, last);
    const before = steps.slice(0, -1);
    const state = listStateOf(before);
    await write(tx, list, state, before, actions[0]?.on ?? list.stateOn);
    if (last.kind === "pay") await tx.client.query("update allowance_item set signed_for_on = null, version = version + 1 where list_id = $1 and voided_at is null and signed_for_on is not null", [id]);
    await addAction(tx, list, "takeBack", on, { step: last.kind, seq: last.seq, reason });
    return { answer: { state, version: list.version + 1 }, subject: list.classId, unitUid: list.unitUid, meta: { step: last.kind, on }, changes: [{ entity: "allowance_list", entityId: id, kind: "changed" as const }] };
  });
}

/** What the steps that stand tell of the decision and of the payment. */
async function write({ client }: Tx, { id }: StoredList, state: string, steps: readonly ListAction[], madeOn: PlainDate): Promise<void> {
  const givenBack = steps.findLastIndex(({ kind }) => kind === "giveBack");
  const find = (kind: ListStep) => steps.slice(givenBack + 1).findLast((step) => step.kind === kind);
  const [approve, pay] = [find("approve"), find("pay")];
  await client.query(
    "update allowance_list set state = $2, state_on = $3, decision_no = $4, decided_on = $5, signer = $6, voucher_no = $7, paid_on = $8, version = version + 1 where id = $1",
    [id, state, steps.at(-1)?.on ?? madeOn, approve?.data["decisionNo"] ?? null, approve?.on ?? null, approve?.data["signer"] ?? null, pay?.data["voucherNo"] ?? null, pay?.on ?? null],
  );
}

async function mustNotBeSettled({ client }: Tx, { classId, className }: StoredList): Promise<void> {
  const { rows } = await client.query<{ state: string; contract: string | null; settled: boolean }>(
    `select k.state, c.number as contract, exists (select from contract_settlement s where s.contract_id = k.contract_id and s.state = 'settled') as settled
     from training_class k left join training_contract c on c.id = k.contract_id where k.id = $1`, [classId]);
  if (rows[0]?.settled) throw new AppError("refused", "training.allowance.contractSettled", { name: className, number: rows[0].contract ?? "" });
  if (rows[0]?.state === "settled") throw new AppError("refused", "training.allowance.classSettled", { name: className });
}

async function mustNotBeCounted(tx: Tx, list: StoredList, paid: ListAction): Promise<void> {
  const names = await decidedSince(tx, (await itemsOf(tx, list.id)).map(({ subjectKey }) => subjectKey), paid.recordedAt, list.id);
  if (names.length > 0) throw new AppError("refused", "training.allowance.countedElsewhere", { names: names.join("; ") });
}
