import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { kept, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { maySurvey, must, mustWriteHamlet } from "../policy.ts";
import { Judge } from "../reclassify/judge.ts";
import { writeAssessment, type AssessmentInput } from "../review/enter-assessment.ts";
import { openSet, type ResultSet, type Round } from "../review/rounds.ts";
import { activeValue } from "../rules/certainty.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { appendActions, getCaseForChange, type ReviewCase } from "./case-store.ts";
import { householdWarnings, type SaidWarning } from "./household-checks.ts";
import { processOf } from "./processes.ts";
import type { CaseFlag, Scored } from "./rules/case-state.ts";

export interface SurveyInput extends Omit<AssessmentInput, "householdId" | "resultSetId"> {
  readonly baseVersion: number;
  /** who visited: one of the round's surveyors */
  readonly surveyorId: string;
}

export interface Surveyed extends Scored {
  readonly assessmentId: string;
  readonly version: number;
  readonly warnings: readonly SaidWarning[];
}

/**
 * What a visit found: checked, judged by the set's standard, the household scored (or surveyed while something is missing).
 * Errors: those of `writeAssessment`; refused "poverty.case.…"; conflict "poverty.caseChanged"; not_found "poverty.surveyorUnknown".
 */
export function surveyCase(services: Services, actor: Actor, commandId: string, caseId: string, input: SurveyInput, language: Language): Promise<Surveyed> {
  must(maySurvey, actor);
  return services.door.write(actor, { commandId, name: "poverty.surveyCase", input: { caseId, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, caseId, input.baseVersion);
    mustWriteHamlet(actor, before.hamletId);
    const { round, set } = await openSet(tx, before.roundId, before.resultSetId);
    await mustBeSurveyor(tx, round.id, input.surveyorId);
    const written = await assessCase(tx, services, { round, set }, before, input, language);
    const { assessmentId, flags, changes, warnings, ...scored } = written;
    const done = await appendActions(tx, [before], () => ({ kind: "survey", on: input.surveyedOn, assessmentId, surveyorId: input.surveyorId, flags, ...scored }));
    return {
      answer: { assessmentId, ...scored, version: done.cases[0]!.version, warnings }, changes: [...changes, ...done.changes], subject: before.householdId, unitUid: round.unitUid,
      meta: { caseId, class: scored.class },
    };
  });
}

/** Writes the assessment of a case and judges it. An earlier one of the same visit is replaced by itself: its reason is the new visit. */
export async function assessCase(
  tx: Tx, services: Services, at: { round: Round; set: ResultSet }, before: ReviewCase, input: Omit<AssessmentInput, "householdId" | "resultSetId">, language: Language,
): Promise<Scored & { assessmentId: string; flags: CaseFlag[]; changes: Change[]; warnings: SaidWarning[] }> {
  const { set } = at;
  const on = statusDay(set.statusYear);
  const picked = getNamedRuleset(rulesetsOf(services), set.ruleset, on);
  const written = await writeAssessment(tx, services, at, { ...input, householdId: before.householdId, resultSetId: set.id, replaceReason: input.replaceReason ?? "khảo sát lại" }, language);
  const outcome = new Judge(picked, on).judge({ areaType: written.areaType, scoreIncome: written.scoreIncome, scoreDeprivation: written.scoreDeprivation });
  const decided = outcome.status === "decided" && !outcome.advisory;
  const jump = await leap(tx, services, before, picked.ruleset, { scoreIncome: written.scoreIncome, class: outcome.class, on: input.surveyedOn });
  const warnings = [...written.warnings, ...(await householdWarnings(tx, before.householdId, input.surveyedOn, language))];
  return { assessmentId: written.id, class: decided ? outcome.class : null, list: decided ? outcome.list : null, flags: jump ? ["jump"] : [], changes: [...written.changes], warnings };
}

async function mustBeSurveyor({ client }: Tx, roundId: string, id: string): Promise<void> {
  const { rows } = await client.query(kept("select from review_staff where id = $1 and round_id = $2 and kind = 'surveyor' and voided_at is null", [id, roundId]));
  if (rows.length === 0) throw new AppError("not_found", "poverty.surveyorUnknown");
}

/** V17: the class moved by more than one step and B1 by more than the process's parameter since the last review. Not asked while the parameter is empty. */
async function leap({ client }: Tx, services: Services, before: ReviewCase, ruleset: Ruleset, now: { scoreIncome: number | null; class: string | null; on: string }): Promise<boolean> {
  const most = activeValue(processOf(services, now.on as never).process.scoreJump);
  if (most === undefined || now.scoreIncome === null || now.class === null) return false;
  const { rows } = await client.query<{ b1: number }>(
    `select a.score_income as b1 from assessment a where a.household_id = $1 and a.result_set_id is distinct from $2 and a.voided_at is null and a.score_income is not null and a.surveyed_on < $3
     order by a.surveyed_on desc limit 1`,
    [before.householdId, before.resultSetId, now.on],
  );
  if (!rows[0] || Math.abs(rows[0].b1 - now.scoreIncome) <= most) return false;
  const lists = ["poor", "near_poor", "none"];
  const list = ruleset.classes.find(({ id }) => id === now.class)?.list ?? "none";
  return Math.abs(lists.indexOf(before.state.previousClass) - lists.indexOf(list)) > 1;
}

