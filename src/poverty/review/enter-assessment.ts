import { areaTypeOn, communesOf, type AreaType } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { maySurvey, must, mustWriteHamlet } from "../policy.ts";
import { answersOf } from "../reclassify/read.ts";
import type { Finding } from "../rules/assessment.ts";
import { activeValue } from "../rules/certainty.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { validateHousehold, type MemberFacts } from "../rules/validate.ts";
import { causesOf, getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { scoreVisit } from "../score-pack/score-visit.ts";
import type { PackAnswers } from "../score-pack/rules/score-pack.ts";
import { StandardWords } from "../standard-words.ts";
import { openSet, type ResultSet, type Round } from "./rounds.ts";

export interface AssessmentInput {
  readonly householdId: string;
  /** needed where the round has two */
  readonly resultSetId?: string | undefined;
  readonly surveyedOn: PlainDate;
  /** B1, typed from the paper that `evidence` names */
  readonly scoreIncome?: number | null | undefined;
  /** item by item, scored by the table in force; B1 is then not typed */
  readonly answers?: PackAnswers | null | undefined;
  /** B2; reckoned from the ticks when absent */
  readonly scoreDeprivation?: number | null | undefined;
  /** indicators in which the household lacks; absent: not answered one by one */
  readonly deprivations?: readonly string[] | null | undefined;
  readonly incomeMonth?: number | null | undefined;
  readonly deprivedCount?: number | null | undefined;
  readonly causes: readonly string[];
  readonly evidence?: string | null | undefined;
  /** sha256 in hex of a photo of the form, kept before */
  readonly evidenceFile?: string | null | undefined;
  /** what the paper says came out; checked against the rules, never stored as a class */
  readonly class?: string | undefined;
  /** why an assessment entered before in this result set is replaced */
  readonly replaceReason?: string | undefined;
}

export interface Entered {
  readonly id: string;
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
}

/**
 * Enters what a visit found. Problems whose rule was read in a text are refused, others are told as warnings.
 * Errors: invalid "poverty.assessmentRefused" (problems) | "poverty.evidenceMissing" | "poverty.nothingAssessed"; refused "poverty.roundClosed"
 * | "poverty.assessedAlready"; not_found "poverty.householdUnknown"; forbidden "poverty.outsideArea".
 */
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

/** Checks and writes one assessment in an open result set, in the caller's transaction. Errors as `enterAssessment` and `scoreVisit`. */
export async function writeAssessment(tx: Tx, services: Services, { round, set }: { round: Round; set: ResultSet }, asked: AssessmentInput, language: Language): Promise<WrittenAssessment> {
  const household = await findHome(tx, asked.householdId, asked.surveyedOn, round.unitUid);
  mustWriteHamlet(tx.actor, household.hamletId);
  const { ruleset } = getNamedRuleset(rulesetsOf(services), set.ruleset, statusDay(set.statusYear));
  const areaType = (await areaTypeOn(tx, [household.hamletId], asked.surveyedOn)).get(household.hamletId)?.type ?? null;
  const scored = asked.answers == null ? null : await scoreVisit(tx, set.ruleset, areaType, asked.answers, asked.scoreIncome ?? null, language);
  const input = scored === null ? asked : { ...asked, scoreIncome: scored.scoreIncome };
  const scoreDeprivation = deprivationPoints(input, ruleset);
  mustHaveSubstance(input);
  const findings = check({ ...input, scoreDeprivation }, areaType, household.members, ruleset, services, statusDay(set.statusYear));
  const words = new StandardWords(ruleset, language);
  const errors = findings.filter(({ level }) => level === "error");
  if (errors.length > 0) throw new AppError("invalid", "poverty.assessmentRefused", { problems: errors.map((one) => words.said(one)).join("\n"), codes: errors.map(({ code }) => code) });
  const voided = await replaceEarlier(tx, set.id, input);
  const id = newId<"assessment">();
  await tx.db.insertInto("assessment").values({
    id, household_id: input.householdId, hamlet_id: household.hamletId, result_set_id: set.id, surveyed_on: input.surveyedOn, area_type: areaType,
    score_income: input.scoreIncome ?? null, score_deprivation: scoreDeprivation, deprivations: input.deprivations ? [...input.deprivations] : null,
    income_month: input.incomeMonth ?? null, deprived_count: input.deprivedCount ?? null, causes: [...input.causes],
    score_source: scored !== null ? "score_pack" : input.scoreIncome == null ? "declared" : "typed_total", score_pack_id: scored?.packId ?? null,
    score_answers: scored === null ? null : JSON.stringify(asked.answers), evidence: input.evidence ?? null,
    evidence_file: input.evidenceFile == null ? null : Buffer.from(input.evidenceFile, "hex"),
  }).execute();
  const added: Change = { entity: "assessment", entityId: id, kind: "added", hamletId: household.hamletId };
  const warnings = [...findings.map((one) => ({ code: one.code, text: words.said(one) })), ...(scored?.warnings ?? [])];
  return { id, areaType, scoreIncome: input.scoreIncome ?? null, scoreDeprivation, warnings, changes: [...voided, added] };
}

function mustHaveSubstance({ scoreIncome, scoreDeprivation, deprivations, incomeMonth, deprivedCount, evidence, evidenceFile, answers }: AssessmentInput): void {
  if (answers == null && scoreIncome == null && scoreDeprivation == null && deprivations == null && incomeMonth == null && deprivedCount == null) throw new AppError("invalid", "poverty.nothingAssessed");
  if (answers == null && scoreIncome != null && !evidence?.trim() && evidenceFile == null) throw new AppError("invalid", "poverty.evidenceMissing");
}

/** Ticks × points per indicator, where B2 was not typed. */
function deprivationPoints({ scoreDeprivation, deprivations }: AssessmentInput, ruleset: Ruleset): number | null {
  if (scoreDeprivation != null) return scoreDeprivation;
  const step = activeValue(ruleset.pointsPerIndicator);
  return deprivations == null || step === undefined ? null : new Set(deprivations).size * step;
}

function check(input: AssessmentInput, areaType: AreaType | null, members: readonly MemberFacts[], ruleset: Ruleset, services: Services, on: PlainDate): Finding[] {
  const { class: id } = input;
  const findings = validateHousehold(
    {
      on, areaType, scoreIncome: input.scoreIncome, scoreDeprivation: input.scoreDeprivation, incomePerPersonMonth: input.incomeMonth, deprivedCount: input.deprivedCount,
      deprivations: input.deprivations ? answersOf(input.deprivations, ruleset.indicators) : null, class: id ?? "", members,
      causes: input.causes.map((code) => ({ code, text: input.evidence ?? "" })),
    },
    ruleset, causesOf(services),
  );
  // without a class there is nothing to hold against the rules; who draws a monthly allowance is not on file
  const unasked = new Set(["poverty.v5.dependents", ...(id === undefined ? ["poverty.v2", "poverty.v4"] : [])]);
  return findings.filter(({ code }) => !unasked.has(code));
}

interface Home {
  readonly hamletId: string;
  readonly members: readonly MemberFacts[];
}

/** Where the household lived on the day of the visit, within the round's unit, and who its members were. */
async function findHome({ client }: Tx, householdId: string, on: PlainDate, unitUid: string): Promise<Home> {
  const { rows } = await client.query<{ hamletId: string; birth: PlainDate | null; person: string | null }>(
    `select r.hamlet_id as "hamletId", p.id as person, p.birth_date::text as birth
     from residence r left join membership m on m.household_id = r.household_id and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
       left join person p on p.id = m.person_id
     where r.household_id = $1 and r.voided_at is null and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
       and exists (select from hamlet_unit hu where hu.hamlet_id = r.hamlet_id and hu.unit_uid = any ($3) and hu.voided_at is null)`,
    [householdId, on, communesOf(unitUid, on).uids],
  );
  if (!rows[0]) throw new AppError("not_found", "poverty.householdUnknown", { id: householdId, on });
  return { hamletId: rows[0].hamletId, members: rows.filter(({ person }) => person !== null).map(({ birth }) => ({ birth, monthlyAllowance: false })) };
}

/** An assessment of the same household in the same set is voided with the reason, never overwritten. */
async function replaceEarlier({ client }: Tx, setId: string, { householdId, replaceReason }: AssessmentInput): Promise<Change[]> {
  const { rows } = await client.query<{ id: string; hamletId: string; surveyedOn: string }>(
    `select id, hamlet_id as "hamletId", surveyed_on::text as "surveyedOn" from assessment where household_id = $1 and result_set_id = $2 and voided_at is null for update`,
    [householdId, setId],
  );
  if (rows.length === 0) return [];
  if (!replaceReason?.trim()) throw new AppError("refused", "poverty.assessedAlready", { on: rows[0]!.surveyedOn });
  await client.query("update assessment set voided_at = now(), void_reason = $2 where id = any ($1)", [rows.map(({ id }) => id), replaceReason]);
  return rows.map(({ id, hamletId }) => ({ entity: "assessment", entityId: id, kind: "voided" as const, hamletId }));
}
