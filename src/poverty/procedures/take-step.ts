import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { mayRecognise, mayReview, must, mustWriteHamlet } from "../policy.ts";
import { applyCorrection } from "../review/correct-status.ts";
import { examineVisit, type SaidFinding } from "../review/examine-visit.ts";
import { keepAssessment } from "../review/keep-assessment.ts";
import { activeValue } from "../rules/certainty.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
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

type Answer = { readonly state: string; readonly version: number; readonly warnings: SaidFinding[] };
type RecogniseBody = Extract<StepBody, { kind: "recognise" }>;

/**
 * Takes one step with a request. Errors: refused "poverty.procedure.<why>"; conflict "poverty.procedure.changed"; and for decisions about a
 * list those of `correctStatus`; for a visit those of `examineVisit`.
 */
export function takeStep(services: Services, actor: Actor, commandId: string, id: string, input: StepInput, language: Language): Promise<Answer> {
  const { on, step } = input;
  must(step.kind === "recognise" || step.kind === "refuse" ? mayRecognise : mayReview, actor);
  if (on > services.today()) throw new AppError("refused", "poverty.procedure.stepToCome", { on });
  return services.door.write(actor, { commandId, name: "poverty.takeProcedureStep", input: { id, ...input } }, async (tx) => {
    const before = await getProcedureForChange(tx, id, input.baseVersion);
    mustWriteHamlet(actor, before.hamletId);
    const kind = getKind(services, before.kind);
    const { action, warnings } = step.kind === "recognise" || step.kind === "refuse" ? { action: null, warnings: [] } : await actionOf(tx, services, kind, before, on, step, language);
    const done = step.kind === "recognise" ? await recognise(tx, services, kind, before, on, step)
      : step.kind === "refuse" ? await refuse(tx, before, on, step)
      : { ...(await appendStep(tx, before, action!)), hamletIds: [] as string[] };
    return {
      answer: { state: done.state.name, version: done.version, warnings }, changes: done.changes, subject: before.householdId, unitUid: before.unitUid, meta: { caseId: id, step: step.kind, kind: kind.id },
      ...(done.hamletIds.length > 0 && { dirty: { topic: "status", hamletIds: done.hamletIds } }),
    };
  });
}

type Work = Exclude<StepBody, { kind: "recognise" | "refuse" }>;

async function actionOf(tx: Tx, services: Services, kind: ProcedureKind, before: ProcedureCase, on: PlainDate, step: Work, language: Language): Promise<{ action: ProcedureAction; warnings: SaidFinding[] }> {
  if (step.kind !== "assess") return { action: simpleAction(services, on, step), warnings: [] };
  const { surveyor, evidence } = step;
  if (kind.effect === "none") {
    const facts = { scoreIncome: step.scoreIncome ?? null, scoreDeprivation: step.scoreDeprivation ?? null, incomeMonth: step.incomeMonth ?? null, surveyor, evidence };
    if (facts.incomeMonth === null) throw new AppError("invalid", "poverty.procedure.incomeMissing");
    return { action: { kind: "assess", on, ...facts, judged: await judge(tx, services, kind, before.hamletId, on, facts) }, warnings: [] };
  }
  const { ruleset } = getRuleset(rulesetsOf(services), on);
  const { examined: visit, warnings } = await examineVisit(tx, services, { ruleset, on, unitUid: before.unitUid }, { ...step, causes: step.causes ?? [], householdId: before.householdId, surveyedOn: on }, language);
  const { scoreIncome, scoreDeprivation, incomeMonth } = visit;
  if (scoreIncome === null || scoreDeprivation === null) throw new AppError("invalid", "poverty.procedure.pointsMissing");
  const facts = { scoreIncome, scoreDeprivation, incomeMonth, surveyor, evidence, visit };
  return { action: { kind: "assess", on, ...facts, judged: await judge(tx, services, kind, visit.hamletId, on, facts) }, warnings };
}

function simpleAction(services: Services, on: PlainDate, step: Exclude<Work, { kind: "assess" }>): ProcedureAction {
  switch (step.kind) {
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
  const written = onList === null ? { statusId: null, statusYear: null, changes: [], hamletIds: [] } : await applyCorrection(tx, services, before.householdId, onList);
  const done = await appendStep(tx, before, action, { outcomeClass: to, documentNo, signer, from, to: action.to, statusId: written.statusId });
  const kept = await keepVisit(tx, before, written.statusYear ?? yearOf(from));
  return { ...done, changes: [...written.changes, ...done.changes, ...kept], hamletIds: [...written.hamletIds] };
}

async function refuse(tx: Tx, before: ProcedureCase, on: PlainDate, step: Extract<StepBody, { kind: "refuse" }>): Promise<{ state: { name: string }; version: number; changes: Change[]; hamletIds: string[] }> {
  const done = await appendStep(tx, before, { ...step, on }, { outcomeClass: null, documentNo: step.documentNo, signer: step.signer, from: null, to: null, statusId: null });
  return { ...done, changes: [...done.changes, ...(await keepVisit(tx, before, yearOf(on)))], hamletIds: [] };
}

/** What the decision rests on becomes a result of the household like one of a round: while the request is open it is the case's alone. */
async function keepVisit(tx: Tx, { id, state }: ProcedureCase, statusYear: number): Promise<Change[]> {
  const visit = state.facts?.visit;
  return visit === undefined ? [] : (await keepAssessment(tx, visit, { procedureCaseId: id, statusYear })).changes;
}
