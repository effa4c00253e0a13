import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language, Wording } from "../../platform/http/messages.ts";
import { classRulesOf } from "../class-rules.ts";
import { getClass } from "../classes/store.ts";
import { mustRunClass } from "../policy.ts";
import { mustGoOn } from "../reasons.ts";
import { examReasons } from "../rules/attendance.ts";
import type { ClassRules, Reason } from "../rules/class-rules-shape.ts";
import { TAKES_MARKS } from "../rules/class-state.ts";
import type { EnrolmentAction } from "../rules/enrolment-state.ts";
import { admitReasons } from "../rules/evidence.ts";
import { markedSessions } from "../timetable/marks.ts";
import type { LearnerStepBody, ResultLine } from "./contract.ts";
import { groupName } from "./groups.ts";
import { appendEnrolmentStep, enrolmentActions, enrolmentsOfClass, learnerChange, type Enrolment } from "./store.ts";

export const admitReasonsOf = (rules: ClassRules, one: Enrolment, language: Language): Reason[] => admitReasons(rules, one.groups, one.evidence, one.enrolledOn, (code) => groupName(code, language));

/** The asked learners of a class, locked. Errors: not_found "training.learnerUnknown". */
async function chosen(tx: Tx, classId: string, ids: readonly string[]): Promise<Enrolment[]> {
  await tx.client.query("select id from enrolment where class_id = $1 order by id for update", [classId]);
  const all = new Map((await enrolmentsOfClass(tx, classId)).map((one) => [one.id, one]));
  return ids.map((id) => {
    const one = all.get(id);
    if (!one) throw new AppError("not_found", "training.learnerUnknown", { id });
    return one;
  });
}

/**
 * One step for many learners: all of them or none. Errors: refused "training.learner.<why>", "training.reasonsWarn" where a group is not proven or too
 * little was attended; "training.learner.classNotRunning".
 */
export function stepLearners(
  services: Services, wording: Wording, actor: Actor, commandId: string, classId: string, input: { readonly on: PlainDate; readonly ids: readonly string[]; readonly step: LearnerStepBody }, language: Language,
): Promise<{ count: number }> {
  const { on, ids, step } = input;
  if (on > services.today()) throw new AppError("refused", "training.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.stepLearners", input: { classId, ...input } }, async (tx) => {
    const found = await getClass(tx, classId);
    mustRunClass(actor, found);
    if ((step.kind === "begin" || step.kind === "admitToExam") && !TAKES_MARKS.includes(found.stateName)) throw new AppError("refused", "training.learner.classNotRunning", { name: found.name });
    const learners = await chosen(tx, classId, ids);
    const reasons = await reasonsOf(tx, services, classId, learners, step, language);
    const gone = mustGoOn(wording, language, reasons, "reason" in step ? step.reason : null);
    const recorded = await enrolmentActions(tx, ids);
    const action = { ...step, on, ...gone } as EnrolmentAction;
    const changes: Change[] = [];
    for (const one of learners) {
      await appendEnrolmentStep(tx, one, recorded.get(one.id) ?? [], action);
      changes.push(learnerChange(one));
    }
    return { answer: { count: learners.length }, changes, subject: classId, unitUid: found.unitUid, meta: { step: step.kind, ...gone } };
  });
}

/** Each reason names its learner, so that one of thirty is found. */
async function reasonsOf(tx: Tx, services: Services, classId: string, learners: readonly Enrolment[], step: LearnerStepBody, language: Language): Promise<Reason[]> {
  const rules = classRulesOf(services);
  const named = (one: Enrolment, list: readonly Reason[]): Reason[] => list.map((reason) => ({ ...reason, code: `${reason.code}Of`, data: { ...reason.data, name: one.fullName } }));
  if (step.kind === "admit") return learners.flatMap((one) => named(one, admitReasonsOf(rules, one, language)));
  if (step.kind !== "admitToExam") return [];
  const sessions = await markedSessions(tx, classId);
  return learners.flatMap((one) => named(one, examReasons(rules, sessions(one.id))));
}

/** Results of those who were let in to the exam. Errors: refused "training.learner.noExamYet", "training.learner.needsState". */
export function enterResults(services: Services, actor: Actor, commandId: string, classId: string, input: { readonly on: PlainDate; readonly lines: readonly ResultLine[] }): Promise<{ count: number }> {
  const { on, lines } = input;
  if (on > services.today()) throw new AppError("refused", "training.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.enterResults", input: { classId, ...input } }, async (tx) => {
    const found = await getClass(tx, classId);
    mustRunClass(actor, found);
    if (found.stateName !== "exam" && found.stateName !== "closed") throw new AppError("refused", "training.learner.noExamYet", { name: found.name });
    const ids = lines.map(({ enrolmentId }) => enrolmentId);
    const learners = await chosen(tx, classId, ids);
    const recorded = await enrolmentActions(tx, ids);
    for (const [i, { theory, practice, passed, grade }] of lines.entries())
      await appendEnrolmentStep(tx, learners[i]!, recorded.get(ids[i]!) ?? [], { kind: "result", on, theory: theory ?? null, practice: practice ?? null, passed, grade: grade ?? null });
    return { answer: { count: lines.length }, changes: learners.map((one) => learnerChange(one)), subject: classId, unitUid: found.unitUid };
  });
}
