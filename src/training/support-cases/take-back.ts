import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { mustBe, paysFor } from "../allowance/policy.ts";
import { decidedSince } from "../later-facts.ts";
import { standingSteps } from "../rules/standing-steps.ts";
import { caseStateOf, isCaseStep, type CaseStep } from "./rules/case-state.ts";
import { actionsOf, addAction, getCase, type CaseAction, type StoredCase } from "./store.ts";

/** The last step that stands; undefined where the case is as it was received, or its row was loaded without its steps. */
export function lastStepOf(found: StoredCase, actions: readonly CaseAction[]): CaseStep | undefined {
  const steps = standingSteps(actions, isCaseStep);
  const kind = steps.at(-1)?.kind;
  return kind !== undefined && isCaseStep(kind) && caseStateOf(steps) === found.state ? kind : undefined;
}

/**
 * The last step was recorded wrongly: it stays on record as taken back, and the case is what it was before. Errors: refused "training.case.nothingToTakeBack" |
 * "training.allowance.countedElsewhere" | "training.allowance.beforeLastStep"; forbidden "training.allowance.notYours"; conflict "training.allowance.changed"; invalid "training.allowance.dayToCome".
 */
export function takeBackStep(services: Services, actor: Actor, commandId: string, id: string, input: { readonly baseVersion: number; readonly on: PlainDate; readonly reason: string }): Promise<{ state: string; version: number; dueOn: PlainDate | null }> {
  const { on, reason } = input;
  if (on > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.takeBackCaseStep", input: { id, ...input }, purpose: reason }, async (tx) => {
    const found = await getCase(tx, id, "for update of c");
    mustBe(paysFor(actor, found), actor);
    if (found.version !== input.baseVersion) throw new AppError("conflict", "training.allowance.changed", { name: found.fullName });
    const actions = await actionsOf(tx, id);
    const steps = standingSteps(actions, isCaseStep);
    const last = steps.at(-1);
    if (last === undefined || lastStepOf(found, actions) === undefined) throw new AppError("refused", "training.case.nothingToTakeBack", { name: found.fullName });
    if (on < found.stateOn) throw new AppError("refused", "training.allowance.beforeLastStep", { on: found.stateOn });
    if (last.kind === "approve" || last.kind === "pay") {
      const names = await decidedSince(tx, [found.subjectKey], last.recordedAt, id);
      if (names.length > 0) throw new AppError("refused", "training.allowance.countedElsewhere", { names: names.join("; ") });
    }
    const before = steps.slice(0, -1);
    const state = caseStateOf(before);
    const find = (...kinds: readonly string[]) => before.findLast(({ kind }) => kinds.includes(kind));
    const [accepted, decided, paid] = [find("accept"), find("approve", "refuse"), find("pay")];
    const dueOn = accepted === undefined ? null : found.dueOn;
    await tx.client.query(
      `update training_support_case set state = $2, state_on = $3, complete_on = $4, due_on = $5, outcome = $6, decision_no = $7, decided_on = $8, signer = $9, amount_dong = $10, voucher_no = $11, paid_on = $12, version = version + 1 where id = $1`,
      [
        id, state, before.at(-1)?.on ?? found.receivedOn, accepted?.on ?? null, dueOn, decided === undefined ? null : decided.kind === "approve" ? "approved" : "refused", decided?.data["decisionNo"] ?? null, decided?.on ?? null, decided?.data["signer"] ?? null,
        decided?.data["amountDong"] ?? null, paid?.data["voucherNo"] ?? null, paid?.on ?? null,
      ],
    );
    await addAction(tx, found, "takeBack", on, { step: last.kind, seq: last.seq, reason });
    return { answer: { state, version: found.version + 1, dueOn }, subject: id, unitUid: found.unitUid, meta: { step: last.kind, on }, changes: [{ entity: "training_support_case", entityId: id, kind: "changed" as const, hamletId: found.hamletId }] };
  });
}
