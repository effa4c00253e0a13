import { areaTypeOn } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { Language } from "../../platform/http/messages.ts";
import { Judge } from "../reclassify/judge.ts";
import type { ResultSet } from "../review/rounds.ts";
import { ResultWords } from "../review/views.ts";
import { activeValue } from "../rules/certainty.ts";
import { findActivePack } from "../score-pack/store.ts";
import { causesOf, getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import type { EnteredView, SurveyForm } from "./contract.ts";

/** What a visit of a household of this hamlet asks under the set's standard. */
export async function surveyForm(tx: Tx, services: Services, set: ResultSet, hamletId: string, language: Language): Promise<SurveyForm> {
  const { ruleset } = getNamedRuleset(rulesetsOf(services), set.ruleset, statusDay(set.statusYear));
  const indicators = [...ruleset.indicators.indicators].sort((a, b) => a.order - b.order);
  const area = (await areaTypeOn(tx, [hamletId], tx.actor.on)).get(hamletId)?.type;
  const pack = area === undefined ? undefined : await findActivePack(tx, set.ruleset, area);
  return {
    pack: pack === undefined ? null : { id: pack.id, code: pack.code, version: pack.version, items: pack.items.map((item) => ({ ...item, options: [...item.options] })) },
    ruleset: ruleset.id, rulesetName: ruleset.name[language], step: activeValue(ruleset.pointsPerIndicator) ?? null,
    indicators: indicators.map(({ code, dimension, name, deprivedWhen, active }) => ({ code, dimension: dimension[language], name: name.value?.[language] ?? code, deprivedWhen: deprivedWhen.value?.[language] ?? null, active })),
    causes: causesOf(services).map(({ code, name }) => ({ code, name: name[language] })),
  };
}

export async function surveyorsOf({ client }: Tx, roundId: string): Promise<{ id: string; fullName: string }[]> {
  return (await client.query<{ id: string; fullName: string }>(
    `select id, full_name as "fullName" from review_staff where round_id = $1 and kind = 'surveyor' and voided_at is null order by full_name collate "vi-x-icu", id`, [roundId])).rows;
}

/** The assessment that stands for a case, with the reasons of its class in words. */
export async function enteredOf({ client }: Tx, services: Services, set: ResultSet, assessmentId: string | null, language: Language): Promise<EnteredView | null> {
  if (assessmentId === null) return null;
  const { rows } = await client.query<Omit<EnteredView, "reasons" | "areaType"> & { areaType: "rural" | "urban" | null }>(
    `select surveyed_on::text as "surveyedOn", score_income as "scoreIncome", score_deprivation as "scoreDeprivation", deprivations, coalesce(causes, '{}') as causes, evidence,
       encode(evidence_file, 'hex') as "evidenceFile", area_type as "areaType", score_answers as answers from assessment where id = $1`, [assessmentId]);
  const row = rows[0];
  if (!row) return null;
  const on = statusDay(set.statusYear);
  const picked = getNamedRuleset(rulesetsOf(services), set.ruleset, on);
  const { reasons } = new Judge(picked, on).judge({ areaType: row.areaType, scoreIncome: row.scoreIncome, scoreDeprivation: row.scoreDeprivation });
  const answers = row.answers && Object.fromEntries(Object.entries(row.answers).map(([item, answer]) => [item, String(answer)]));
  return { ...row, answers, reasons: new ResultWords(picked.ruleset, language).reasons(reasons) };
}
