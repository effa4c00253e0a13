import { areaTypeOn, standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { Judge } from "../reclassify/judge.ts";
import { ResultWords } from "../review/views.ts";
import { activeValue } from "../rules/certainty.ts";
import { askedOfChild, yearsOf } from "../rules/children.ts";
import type { IndicatorSet } from "../rules/indicator-set.ts";
import { findActivePack } from "../score-pack/store.ts";
import { causesOf, getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import type { EnteredView, SurveyForm } from "./contract.ts";

/** The standard of a visit and the year of the status it speaks of. */
interface UnderStandard {
  readonly ruleset: string;
  readonly statusYear: number;
}

/** What a visit of a household of this hamlet asks under a standard. */
export async function surveyForm(tx: Tx, services: Services, set: UnderStandard, { hamletId, householdId }: { readonly hamletId: string; readonly householdId: string }, language: Language): Promise<SurveyForm> {
  const { ruleset } = getNamedRuleset(rulesetsOf(services), set.ruleset, statusDay(set.statusYear));
  const indicators = [...ruleset.indicators.indicators].sort((a, b) => a.order - b.order);
  const area = (await areaTypeOn(tx, [hamletId], tx.actor.on)).get(hamletId)?.type;
  const pack = area === undefined ? undefined : await findActivePack(tx, set.ruleset, area);
  return {
    pack: pack === undefined ? null : { id: pack.id, code: pack.code, version: pack.version, items: pack.items.map((item) => ({ ...item, options: [...item.options] })) },
    ruleset: ruleset.id, rulesetName: ruleset.name[language], step: activeValue(ruleset.pointsPerIndicator) ?? null,
    indicators: indicators.map(({ code, dimension, name, deprivedWhen, active }) => ({ code, dimension: dimension[language], name: name.value?.[language] ?? code, deprivedWhen: deprivedWhen.value?.[language] ?? null, active })),
    causes: causesOf(services).map(({ code, name }) => ({ code, name: name[language] })),
    children: await childrenOf(tx, householdId, ruleset.indicators),
  };
}

/** Members today of whom something is asked as a child, youngest last. */
async function childrenOf({ client, actor: { on } }: Tx, householdId: string, set: IndicatorSet): Promise<SurveyForm["children"]> {
  const { rows } = await client.query<{ personId: string; fullName: string; birth: PlainDate | null; birthYear: number; since: string }>(
    `select p.id as "personId", p.full_name as "fullName", case when p.birth_precision = 'day' then p.birth_date::text end as birth, coalesce(p.birth_year, extract(year from p.birth_date)::int) as "birthYear", m.valid_from::text as since
     from membership m join person p on p.id = m.person_id where m.household_id = $1 and ${standing("m", 2, 3)} and (p.birth_year is not null or p.birth_date is not null)
     order by 4, p.birth_date, p.sort_key`,
    [householdId, on, "infinity"],
  );
  return rows.flatMap(({ birth, ...child }) => {
    const asked = askedOfChild(set, yearsOf({ ...child, birth }, on)).map(({ code }) => code);
    return asked.length > 0 ? [{ ...child, asked }] : [];
  });
}

export async function surveyorsOf({ client }: Tx, roundId: string): Promise<{ id: string; fullName: string }[]> {
  return (await client.query<{ id: string; fullName: string }>(
    `select id, full_name as "fullName" from review_staff where round_id = $1 and kind = 'surveyor' and voided_at is null order by full_name collate "vi-x-icu", id`, [roundId])).rows;
}

/** The assessment that stands for a case, with the reasons of its class in words. */
export async function enteredOf({ client }: Tx, services: Services, set: UnderStandard, assessmentId: string | null, language: Language): Promise<EnteredView | null> {
  if (assessmentId === null) return null;
  const { rows } = await client.query<Omit<EnteredView, "reasons" | "areaType"> & { areaType: "rural" | "urban" | null }>(
    `select surveyed_on::text as "surveyedOn", score_income as "scoreIncome", score_deprivation as "scoreDeprivation", deprivations, coalesce(causes, '{}') as causes, evidence,
       encode(evidence_file, 'hex') as "evidenceFile", area_type as "areaType", score_answers as answers,
       (select json_agg(json_build_object('personId', c.person_id, 'lacks', c.lacks)) from child_answer c where c.assessment_id = a.id and c.voided_at is null) as children from assessment a where id = $1`, [assessmentId]);
  const row = rows[0];
  if (!row) return null;
  const on = statusDay(set.statusYear);
  const picked = getNamedRuleset(rulesetsOf(services), set.ruleset, on);
  const { reasons } = new Judge(picked, on).judge({ areaType: row.areaType, scoreIncome: row.scoreIncome, scoreDeprivation: row.scoreDeprivation });
  const answers = row.answers && Object.fromEntries(Object.entries(row.answers).map(([item, answer]) => [item, String(answer)]));
  return { ...row, answers, reasons: new ResultWords(picked.ruleset, language).reasons(reasons) };
}
