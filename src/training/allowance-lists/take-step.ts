import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { allowanceRulesOf } from "../allowance/load.ts";
import { makesFor, mustBe, paysFor } from "../allowance/policy.ts";
import { allowance } from "../allowance/rules/allowance.ts";
import { learnersOf } from "../allowance/class-learners.ts";
import type { StepBody } from "./contract.ts";
import { itemColumns } from "./make.ts";
import { afterStep, byWhom, LINES_OPEN } from "./rules/list-state.ts";
import { addAction, getItemForChange, getListForChange, itemsOf, type StoredItem, type StoredList } from "./store.ts";

export interface StepInput {
  readonly baseVersion: number;
  readonly on: PlainDate;
  readonly step: StepBody;
}

/**
 * One step with a list. Errors: refused "training.allowance.wrongState" | "openItems" | "linesReturned" | "paidElsewhere" | "beforeLastStep"; conflict "changed"; invalid "dayToCome".
 */
export function takeStep(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, on, step }: StepInput): Promise<{ state: string; version: number }> {
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.stepAllowanceList", input: { id, on, step } }, async (tx) => {
    const list = await getListForChange(tx, id, baseVersion);
    mustBe(byWhom(step.kind) === "maker" ? makesFor(actor, list) : paysFor(actor, list), actor);
    const state = afterStep(list.state, step.kind);
    if (state === undefined || list.voidReason !== null) throw new AppError("refused", "training.allowance.wrongState", { name: list.className, state: list.state });
    if (on < list.stateOn) throw new AppError("refused", "training.allowance.beforeLastStep", { on: list.stateOn });
    if (step.kind === "approve") await mustBeWhole(tx, list, step.reason ?? null);
    await write(tx, list, state, on, step);
    const { kind, ...data } = step;
    await addAction(tx, list, kind, on, data);
    return { answer: { state, version: list.version + 1 }, subject: list.classId, unitUid: list.unitUid, meta: { step: kind, on }, changes: [{ entity: "allowance_list", entityId: id, kind: "changed" as const }] };
  });
}

async function write({ client }: Tx, { id, className }: StoredList, state: string, on: PlainDate, step: StepBody): Promise<void> {
  const paid = step.kind === "pay" ? step : null;
  await client.query(
    "update allowance_list set state = $2, state_on = $3, voucher_no = coalesce($4, voucher_no), paid_on = case when $4::text is null then paid_on else $3 end, version = version + 1 where id = $1", [id, state, on, paid?.voucherNo ?? null],
  );
  if (step.kind === "approve") await client.query("update allowance_list set decision_no = $2, decided_on = $3, signer = $4 where id = $1", [id, step.decisionNo, on, step.signer]);
  if (step.kind === "giveBack") await client.query("update allowance_list set decision_no = null, decided_on = null where id = $1", [id]);
  if (paid === null) return;
  const { rows: strange } = await client.query<{ id: string }>("select a as id from unnest($2::uuid[]) a where not exists (select from allowance_item i where i.id = a and i.list_id = $1 and i.voided_at is null and i.outcome <> 'refused')", [id, paid.absent]);
  if (strange[0]) throw new AppError("not_found", "training.allowance.itemUnknown", { id: strange[0].id });
  // whoever did not come to sign has not been paid
  const { rowCount } = await client.query("update allowance_item set signed_for_on = $2, version = version + 1 where list_id = $1 and voided_at is null and outcome <> 'refused' and not id = any ($3)", [id, on, paid.absent]);
  if (rowCount === 0) throw new AppError("refused", "training.allowance.nobodyPaid", { name: className });
}

/** Nothing left open, and nobody paid elsewhere since the list was made unless there is a reason. */
async function mustBeWhole(tx: Tx, list: StoredList, reason: string | null): Promise<void> {
  const items = await itemsOf(tx, list.id);
  const returned = items.filter(({ returnedOn }) => returnedOn !== null);
  if (returned.length > 0) throw new AppError("refused", "training.allowance.linesReturned", { count: returned.length, names: returned.slice(0, 5).map(({ fullName }) => fullName).join(", ") });
  const open = items.filter(({ outcome, decidedReason }) => outcome === "undetermined" && decidedReason === null);
  if (open.length > 0) throw new AppError("refused", "training.allowance.openItems", { count: open.length, names: open.slice(0, 5).map(({ fullName }) => fullName).join(", ") });
  const now = new Map((await learnersOf(tx, [list.classId], list.attendedTo)).map((one) => [one.enrolmentId, one]));
  const elsewhere = items.filter(({ enrolmentId, answer, outcome }) => outcome !== "refused" && (now.get(enrolmentId)?.previousSupports ?? 0) > (answer.asked.previousSupports ?? 0));
  if (elsewhere.length > 0 && reason === null) throw new AppError("refused", "training.allowance.paidElsewhere", { names: elsewhere.map(({ fullName, enrolmentId }) => [fullName, now.get(enrolmentId)?.paidBefore].filter(Boolean).join(" — ")).join("; ") });
}

/** What the office decides on a line that lies with the provider would be lost. */
function mustNotBeReturned({ returnedOn, fullName }: StoredItem): void {
  if (returnedOn !== null) throw new AppError("refused", "training.allowance.lineReturned", { name: fullName });
}

export interface LayDown {
  readonly baseVersion: number;
  readonly costDong: number;
  readonly mealDong: number;
  readonly travelDong: number;
  readonly reason: string;
}

/**
 * What the rules left open is laid down by the office, within the bounds that they gave. Errors: refused "training.allowance.notOpen" | "outsideBounds" | "wrongState"; conflict "changed".
 */
export function layDown(services: Services, actor: Actor, commandId: string, id: string, input: LayDown): Promise<{ version: number }> {
  return services.door.write(actor, { commandId, name: "training.layDownAllowance", input: { id, ...input }, purpose: input.reason }, async (tx) => {
    const { item, list } = await getItemForChange(tx, id, input.baseVersion);
    mustBe(paysFor(actor, list), actor);
    if (!LINES_OPEN.includes(list.state)) throw new AppError("refused", "training.allowance.wrongState", { name: list.className, state: list.state });
    mustNotBeReturned(item);
    if (item.outcome !== "undetermined") throw new AppError("refused", "training.allowance.notOpen", { name: item.fullName });
    const amounts = { cost: input.costDong, meal: input.mealDong, travel: input.travelDong };
    for (const { item: of, name, least, most } of item.answer.vi.lines) {
      if (amounts[of] < least || (most !== null && amounts[of] > most)) throw new AppError("refused", "training.allowance.outsideBounds", { name: item.fullName, item: name, least, most: most ?? "…" });
    }
    await tx.client.query("update allowance_item set cost_dong = $2, meal_dong = $3, travel_dong = $4, decided_reason = $5, version = version + 1 where id = $1", [id, amounts.cost, amounts.meal, amounts.travel, input.reason]);
    await addAction(tx, list, "layDown", services.today(), { name: item.fullName, reason: input.reason });
    return { answer: { version: item.version + 1 }, subject: item.enrolmentId, unitUid: list.unitUid, changes: [{ entity: "allowance_item", entityId: id, kind: "changed" as const, hamletId: item.hamletId }] };
  });
}

/** The commune's confirmation that the job was lost for objective reasons (A6): the item is reckoned anew. Errors: refused "training.allowance.notSecond" | "wrongState"; conflict "changed". */
export function confirmJobLoss(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, document }: { baseVersion: number; document: string }): Promise<{ version: number; outcome: string }> {
  return services.door.write(actor, { commandId, name: "training.confirmJobLoss", input: { id, document }, purpose: document }, async (tx) => {
    const { item, list } = await getItemForChange(tx, id, baseVersion);
    mustBe(paysFor(actor, list), actor);
    if (!LINES_OPEN.includes(list.state)) throw new AppError("refused", "training.allowance.wrongState", { name: list.className, state: list.state });
    mustNotBeReturned(item);
    if (item.outcome !== "refused" || (item.answer.asked.previousSupports ?? 0) === 0) throw new AppError("refused", "training.allowance.notSecond", { name: item.fullName });
    const rules = allowanceRulesOf(services);
    const asked = { ...item.answer.asked, jobLossConfirmed: true };
    const columns = itemColumns(rules, asked, allowance(rules, asked));
    const names = Object.keys(columns);
    await tx.client.query(`update allowance_item set ${names.map((name, i) => `${name} = $${i + 2}`).join(", ")}, version = version + 1 where id = $1`, [id, ...Object.values(columns)]);
    await addAction(tx, list, "jobLoss", services.today(), { name: item.fullName, document });
    return { answer: { version: item.version + 1, outcome: columns.outcome }, subject: item.enrolmentId, unitUid: list.unitUid, changes: [{ entity: "allowance_item", entityId: id, kind: "changed" as const, hamletId: item.hamletId }] };
  });
}
