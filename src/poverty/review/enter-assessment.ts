import type { AreaType } from "../../areas/public.ts";
import { yearOf } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { kept, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { maySurvey, must } from "../policy.ts";
import { getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { examineVisit, type SaidFinding, type VisitInput } from "./examine-visit.ts";
import { keepAssessment, voidAssessments } from "./keep-assessment.ts";
import { openSet, type ResultSet, type Round } from "./rounds.ts";

export interface AssessmentInput extends VisitInput {
  /** needed where the round has two */
  readonly resultSetId?: string | undefined;
  /** why an assessment entered before in this result set is replaced */
  readonly replaceReason?: string | undefined;
}

export interface Entered {
  readonly id: string;
  readonly warnings: readonly SaidFinding[];
}

/** Enters what a visit found. Errors: those of `examineVisit`; refused "poverty.roundClosed" | "poverty.assessedAlready". */
export function enterAssessment(services: Services, actor: Actor, commandId: string, roundId: string, input: AssessmentInput, language: Language): Promise<Entered> {
  must(maySurvey, actor);
  return services.door.write(actor, { commandId, name: "poverty.enterAssessment", input: { roundId, ...input } }, async (tx) => {
    const { round, set } = await openSet(tx, roundId, input.resultSetId);
    const { id, warnings, changes } = await writeAssessment(tx, services, { round, set }, input, language);
    return { answer: { id, warnings }, changes, subject: input.householdId, unitUid: round.unitUid, meta: { roundId, resultSetId: set.id, year: yearOf(input.surveyedOn) } };
  });
}

export interface WrittenAssessment extends Entered {
  readonly areaType: AreaType | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly changes: readonly Change[];
}

/** Checks and writes one assessment in an open result set, in the caller's transaction. Errors as `enterAssessment`. */
export async function writeAssessment(tx: Tx, services: Services, { round, set }: { round: Round; set: ResultSet }, input: AssessmentInput, language: Language): Promise<WrittenAssessment> {
  const on = statusDay(set.statusYear);
  const { ruleset } = getNamedRuleset(rulesetsOf(services), set.ruleset, on);
  const { examined, warnings } = await examineVisit(tx, services, { ruleset, on, unitUid: round.unitUid }, input, language);
  const voided = await replaceEarlier(tx, set.id, input);
  const { id, changes } = await keepAssessment(tx, examined, { resultSetId: set.id });
  const { areaType, scoreIncome, scoreDeprivation } = examined;
  return { id, areaType, scoreIncome, scoreDeprivation, warnings, changes: [...voided, ...changes] };
}

/** An assessment of the same household in the same set is voided with the reason, never overwritten. */
async function replaceEarlier(tx: Tx, setId: string, { householdId, replaceReason }: AssessmentInput): Promise<Change[]> {
  const { rows } = await tx.client.query<{ id: string; hamletId: string; surveyedOn: string }>(kept(
    `select id, hamlet_id as "hamletId", surveyed_on::text as "surveyedOn" from assessment where household_id = $1 and result_set_id = $2 and voided_at is null for update`,
    [householdId, setId],
  ));
  if (rows.length === 0) return [];
  if (!replaceReason?.trim()) throw new AppError("refused", "poverty.assessedAlready", { on: rows[0]!.surveyedOn });
  await voidAssessments(tx, rows.map(({ id }) => id), replaceReason);
  return rows.map(({ id, hamletId }) => ({ entity: "assessment", entityId: id, kind: "voided" as const, hamletId }));
}
