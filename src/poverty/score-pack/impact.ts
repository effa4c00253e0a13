import type { AreaType } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { Judge } from "../reclassify/judge.ts";
import { getNamedRuleset, rulesetsOf, statusDay } from "../rulesets.ts";
import { scoreOf } from "./rules/score-of.ts";
import type { PackAnswers, PackContent } from "./rules/score-pack.ts";
import type { ScorePack } from "./store.ts";

/** A household that the new table would give another class, or whose answers it cannot score (`pointsAfter` null). */
export interface Differing {
  readonly householdId: string;
  readonly headName: string;
  readonly assessmentId: string;
  readonly statusYear: number;
  readonly pointsBefore: number | null;
  readonly pointsAfter: number | null;
  readonly classBefore: string | null;
  readonly classAfter: string | null;
}

export interface PackImpact {
  /** assessments on file that an earlier table of the same standard and area scored */
  readonly scored: number;
  readonly households: Differing[];
}

/** What a table would change in assessments scored from answers before. Only tells: nothing is written. */
export async function impactOf({ client }: Tx, services: Services, pack: Pick<ScorePack, "id" | "ruleset" | "area"> & PackContent): Promise<PackImpact> {
  const { rows } = await client.query<Omit<Differing, "pointsAfter" | "classBefore" | "classAfter"> & { answers: PackAnswers; b2: number | null; areaType: AreaType }>(
    `select a.household_id as "householdId", h.head_name as "headName", a.id as "assessmentId", s.status_year as "statusYear", a.score_income as "pointsBefore", a.score_answers as answers,
       a.score_deprivation as b2, a.area_type as "areaType"
     from assessment a join score_pack p on p.id = a.score_pack_id join review_result_set s on s.id = a.result_set_id join household h on h.id = a.household_id
     where a.voided_at is null and p.ruleset = $1 and p.area = $2 and p.id <> $3 order by h.head_name, a.id`,
    [pack.ruleset, pack.area, pack.id],
  );
  const judges = new Map<number, Judge>();
  const judgeOf = (year: number): Judge => {
    const judge = judges.get(year) ?? new Judge(getNamedRuleset(rulesetsOf(services), pack.ruleset, statusDay(year)), statusDay(year));
    judges.set(year, judge);
    return judge;
  };
  const households = rows.map(({ answers, b2, areaType, ...row }): Differing => {
    const classAt = (scoreIncome: number | null): string | null => judgeOf(row.statusYear).judge({ areaType, scoreIncome, scoreDeprivation: b2 }).class;
    const pointsAfter = scoreOf(pack, answers).points;
    return { ...row, pointsAfter, classBefore: classAt(row.pointsBefore), classAfter: classAt(pointsAfter) };
  });
  return { scored: rows.length, households: households.filter((one) => one.classBefore !== one.classAfter || (one.pointsAfter === null && one.pointsBefore !== null)) };
}
