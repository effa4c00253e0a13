import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayRecognise, mayReview, must, mustWriteHamlet } from "../policy.ts";
import { applyCorrection } from "../review/correct-status.ts";
import { activeValue } from "../rules/certainty.ts";
import { processOf } from "../workflow/processes.ts";
import type { StepBody } from "./contract.ts";
import { getKind } from "./kinds.ts";
import type { ProcedureKind } from "./rules/kind.ts";
import type { ProcedureAction } from "./rules/procedure-state.ts";
import { judge, recognisedOn } from "./standing.ts";
import { appendStep, getProcedureForChange, type ProcedureCase } from "./store.ts";

export interface StepInput {
  readonly baseVersion: number;
  readonly on: PlainDate;
  readonly step: StepBody;
}

type Answer = { readonly state: string; readonly version: number };
type RecogniseBody = Extract<StepBody, { kind: "recognise" }>;

/**
 * Takes one step with a request. Errors: refused "poverty.procedure.<why>"; conflict "poverty.procedure.changed"; and for decisions about a
 * list those of `correctStatus`.
 */
export function takeStep(services: Services, actor: Actor, commandId: string, id: string, input: StepInput): Promise<Answer> {
  const { on, step } = input;
  must(step.kind === "recognise" || step.kind === "refuse" ? mayRecognise : mayReview, actor);
  if (on > services.today()) throw new AppError("refused", "poverty.procedure.stepToCome", { on });
  return services.door.write(actor, { commandId, name: "poverty.takeProcedureStep", input: { id, ...input } }, async (tx) => {
    const before = await getProcedureForChange(tx, id, input.baseVersion);
    mustWriteHamlet(actor, before.hamletId);
    const kind = getKind(services, before.kind);
    const done = step.kind === "recognise" ? await recognise(tx, services, kind, before, on, step)
      : step.kind === "refuse" ? { ...(await appendStep(tx, before, { ...step, on }, { outcomeClass: null, documentNo: step.documentNo, signer: step.signer, from: null, to: null, statusId: null })), hamletIds: [] }
      : { ...(await appendStep(tx, before, await actionOf(tx, services, kind, before, on, step))), hamletIds: [] as string[] };
    return {
      answer: { state: done.state.name, version: done.version }, changes: done.changes, subject: before.householdId, unitUid: before.unitUid, meta: { caseId: id, step: step.kind, kind: kind.id },
      ...(done.hamletIds.length > 0 && { dirty: { topic: "status", hamletIds: done.hamletIds } }),
    };
  });
}

async function actionOf(tx: Tx, services: Services, kind: ProcedureKind, before: ProcedureCase, on: PlainDate, step: Exclude<StepBody, { kind: "recognise" | "refuse" }>): Promise<ProcedureAction> {
  switch (step.kind) {
    case "assess": {
      const facts = { scoreIncome: step.scoreIncome ?? null, scoreDeprivation: step.scoreDeprivation ?? null, incomeMonth: step.incomeMonth ?? null, surveyor: step.surveyor, evidence: step.evidence };
      if (kind.effect !== "none" && (facts.scoreIncome === null || facts.scoreDeprivation === null)) throw new AppError("invalid", "poverty.procedure.pointsMissing");
      if (kind.effect === "none" && facts.incomeMonth === null) throw new AppError("invalid", "poverty.procedure.incomeMissing");
      return { kind: "assess", on, ...facts, judged: await judge(tx, services, kind, before.hamletId, on, facts) };
    }
    case "meet": {
      if (step.agree > step.present) throw new AppError("invalid", "poverty.votesExceed", { votes: step.agree, present: step.present });
      const percent = activeValue(processOf(services, on).process.meetingAgreePercent);
      return { ...step, on, passed: percent === undefined || step.agree * 100 >= percent * step.present };
    }
    case "post":
      if (step.to < on) throw new AppError("invalid", "poverty.procedure.postingBackwards", { on, to: step.to });
      return { ...step, on };
    default:
      return { ...step, on };
  }
}

/** The chairman's decision: about a list it is written as every decision on one household is; beside the lists it stands in the case. */
async function recognise(tx: Tx, services: Services, kind: ProcedureKind, before: ProcedureCase, on: PlainDate, body: RecogniseBody): Promise<{ state: { name: string }; version: number; changes: Change[]; hamletIds: string[] }> {
  const { class: to, documentNo, signer, from, reason } = body;
  const allowed = { enter: ["poor", "near_poor"], leave: ["none", "near_poor"], none: ["holds"] }[kind.effect];
  if (!allowed.includes(to)) throw new AppError("invalid", "poverty.procedure.wrongOutcome", { kind: kind.name.vi });
  const until = body.to ?? null;
  if (until !== null && until <= from) throw new AppError("invalid", "poverty.procedure.validityBackwards", { from, to: until });
  if (kind.effect === "none" && (await recognisedOn(tx, before.householdId, from)) !== null) throw new AppError("refused", "poverty.procedure.onPoorList", { name: before.headName, on: from });
  const action: ProcedureAction = { kind: "recognise", on, class: to, documentNo, signer, from, to: kind.effect === "none" ? until : null, reason: reason ?? null };
  const onList = kind.effect === "none" ? null : { class: to === "none" || to === "holds" ? null : to, from, decisionNo: documentNo, decisionDate: on, signer, baseStatusId: body.baseStatusId ?? null };
  const written = onList === null ? { statusId: null, changes: [], hamletIds: [] } : await applyCorrection(tx, services, before.householdId, onList);
  const done = await appendStep(tx, before, action, { outcomeClass: to, documentNo, signer, from, to: action.to, statusId: written.statusId });
  return { ...done, changes: [...written.changes, ...done.changes], hamletIds: [...written.hamletIds] };
}
