import { areaTypeOn, communesOf, type AreaType } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { kept, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { mustWriteHamlet } from "../policy.ts";
import { answersOf } from "../reclassify/read.ts";
import type { Finding } from "../rules/assessment.ts";
import { activeValue } from "../rules/certainty.ts";
import { checkChildren, wrongChildren, type ChildAnswer, type MemberOfDay } from "../rules/children.ts";
import type { Examined } from "../rules/examined.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { validateHousehold, type MemberFacts } from "../rules/validate.ts";
import { causesOf } from "../rulesets.ts";
import { scoreVisit } from "../score-pack/score-visit.ts";
import type { PackAnswers } from "../score-pack/rules/score-pack.ts";
import { StandardWords } from "../standard-words.ts";

export interface VisitInput {
  readonly householdId: string;
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
  /** what was found of each child; absent: children were not asked one by one */
  readonly children?: readonly ChildAnswer[] | null | undefined;
  /** sha256 in hex of a photo of the form, kept before */
  readonly evidenceFile?: string | null | undefined;
  /** what the paper says came out; checked against the rules, never stored as a class */
  readonly class?: string | undefined;
}

/** Under what a visit is judged: the standard, the first day of the status asked, the unit in which the household must live. */
export interface ExaminedBy {
  readonly ruleset: Ruleset;
  readonly on: PlainDate;
  readonly unitUid: string;
}

export interface SaidFinding {
  readonly code: string;
  readonly text: string;
}

/**
 * Checks what a visit found and works out what follows from it: B1 of the answers, B2 of the ticks. Problems whose rule was read in a text are
 * refused, others told. Errors: invalid "poverty.assessmentRefused" (problems) | "poverty.evidenceMissing" | "poverty.nothingAssessed" |
 * "poverty.childUnknown" | "poverty.childNotAsked"; not_found "poverty.householdUnknown"; forbidden "poverty.outsideArea"; those of `scoreVisit`.
 */
export async function examineVisit(tx: Tx, services: Services, { ruleset, on, unitUid }: ExaminedBy, asked: VisitInput, language: Language): Promise<{ examined: Examined; warnings: SaidFinding[] }> {
  const { householdId, surveyedOn, deprivations = null, children = null } = asked;
  const home = await findHome(tx, householdId, surveyedOn, unitUid);
  mustWriteHamlet(tx.actor, home.hamletId);
  const areaType = (await areaTypeOn(tx, [home.hamletId], surveyedOn)).get(home.hamletId)?.type ?? null;
  const scored = asked.answers == null ? null : await scoreVisit(tx, ruleset.id, areaType, asked.answers, asked.scoreIncome ?? null, language);
  const input = scored === null ? asked : { ...asked, scoreIncome: scored.scoreIncome };
  const scoreDeprivation = deprivationPoints(input, ruleset);
  mustHaveSubstance(input);
  // the day of birth counts for children as report table 11 counts them; V5 takes what is on file
  const exact = home.members.map(({ personId, dayOfBirth, birthYear }) => ({ personId, birth: dayOfBirth, birthYear }));
  const wrong = wrongChildren(children ?? [], exact, ruleset.indicators, surveyedOn);
  if (wrong) throw new AppError("invalid", wrong.code, wrong.data);
  const findings = [
    ...check({ ...input, scoreDeprivation }, areaType, home.members.map(({ birth }) => ({ birth, monthlyAllowance: false })), ruleset, services, on),
    ...checkChildren(children, deprivations, exact, ruleset.indicators, surveyedOn),
  ];
  const words = new StandardWords(ruleset, language);
  const errors = findings.filter(({ level }) => level === "error");
  if (errors.length > 0) throw new AppError("invalid", "poverty.assessmentRefused", { problems: errors.map((one) => words.said(one)).join("\n"), codes: errors.map(({ code }) => code) });
  return {
    examined: {
      householdId, hamletId: home.hamletId, surveyedOn, areaType, scoreIncome: input.scoreIncome ?? null, scoreDeprivation, deprivations, incomeMonth: input.incomeMonth ?? null, deprivedCount: input.deprivedCount ?? null,
      causes: input.causes, evidence: input.evidence ?? null, evidenceFile: input.evidenceFile ?? null, packId: scored?.packId ?? null, answers: scored === null ? null : (asked.answers ?? null), children,
    },
    warnings: [...findings.map((one) => ({ code: one.code, text: words.said(one) })), ...(scored?.warnings ?? [])],
  };
}

function mustHaveSubstance({ scoreIncome, scoreDeprivation, deprivations, incomeMonth, deprivedCount, evidence, evidenceFile, answers }: VisitInput): void {
  if (answers == null && scoreIncome == null && scoreDeprivation == null && deprivations == null && incomeMonth == null && deprivedCount == null) throw new AppError("invalid", "poverty.nothingAssessed");
  if (answers == null && scoreIncome != null && !evidence?.trim() && evidenceFile == null) throw new AppError("invalid", "poverty.evidenceMissing");
}

/** Ticks × points per indicator, where B2 was not typed. */
function deprivationPoints({ scoreDeprivation, deprivations }: VisitInput, ruleset: Ruleset): number | null {
  if (scoreDeprivation != null) return scoreDeprivation;
  const step = activeValue(ruleset.pointsPerIndicator);
  return deprivations == null || step === undefined ? null : new Set(deprivations).size * step;
}

function check(input: VisitInput, areaType: AreaType | null, members: readonly MemberFacts[], ruleset: Ruleset, services: Services, on: PlainDate): Finding[] {
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
  /** `dayOfBirth` null: of the birth only the year is sure, or nothing */
  readonly members: readonly (MemberOfDay & { readonly dayOfBirth: PlainDate | null })[];
}

interface HomeRow {
  readonly hamletId: string;
  readonly person: string | null;
  readonly birth: PlainDate | null;
  readonly exact: boolean;
  readonly birthYear: number | null;
}

/** Where the household lived on the day of the visit, within the round's unit, and who its members were. */
async function findHome({ client }: Tx, householdId: string, on: PlainDate, unitUid: string): Promise<Home> {
  const { rows } = await client.query<HomeRow>(kept(
    `select r.hamlet_id as "hamletId", p.id as person, p.birth_date::text as birth, p.birth_precision = 'day' as exact, coalesce(p.birth_year, extract(year from p.birth_date)::int) as "birthYear"
     from residence r left join membership m on m.household_id = r.household_id and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)
       left join person p on p.id = m.person_id
     where r.household_id = $1 and r.voided_at is null and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2)
       and exists (select from hamlet_unit hu where hu.hamlet_id = r.hamlet_id and hu.unit_uid = any ($3) and hu.voided_at is null)`,
    [householdId, on, communesOf(unitUid, on).uids],
  ));
  if (!rows[0]) throw new AppError("not_found", "poverty.householdUnknown", { id: householdId, on });
  const { hamletId } = rows[0];
  return { hamletId, members: rows.flatMap(({ person, birth, exact, birthYear }) => (person === null ? [] : [{ personId: person, birth, dayOfBirth: exact ? birth : null, birthYear }])) };
}
