import { kept, newId, type Change, type Tx } from "../../platform/door.ts";
import type { Examined } from "../rules/examined.ts";

/** Where a result belongs: to a result set of a round, or to a request that was decided, with the year of its status. */
export type Belongs = { readonly resultSetId: string } | { readonly procedureCaseId: string; readonly statusYear: number };

/** Writes a visit that was examined as an assessment of the household, and what was found of its children. */
export async function keepAssessment({ client }: Tx, visit: Examined, to: Belongs): Promise<{ id: string; changes: Change[] }> {
  const id = newId<"assessment">() as string;
  const { householdId, hamletId, surveyedOn, children } = visit;
  await client.query(kept(
    `insert into assessment (id, household_id, hamlet_id, surveyed_on, area_type, result_set_id, procedure_case_id, status_year, score_income, score_deprivation, deprivations, income_month, deprived_count, causes,
       score_source, score_pack_id, score_answers, evidence, evidence_file)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, decode($19, 'hex'))`,
    [
      id, householdId, hamletId, surveyedOn, visit.areaType, "resultSetId" in to ? to.resultSetId : null, "resultSetId" in to ? null : to.procedureCaseId, "resultSetId" in to ? null : to.statusYear,
      visit.scoreIncome, visit.scoreDeprivation, visit.deprivations, visit.incomeMonth, visit.deprivedCount, visit.causes,
      visit.packId !== null ? "score_pack" : visit.scoreIncome == null ? "declared" : "typed_total", visit.packId, visit.answers === null ? null : JSON.stringify(visit.answers), visit.evidence, visit.evidenceFile,
    ],
  ));
  if (children !== null && children.length > 0) {
    await client.query(
      `insert into child_answer (id, assessment_id, household_id, person_id, hamlet_id, lacks, surveyed_on)
       select i.id, $3, $4, i.person, $5, string_to_array(i.lacks, ','), $6 from unnest($1::uuid[], $2::uuid[], $7::text[]) as i (id, person, lacks)`,
      [children.map(() => newId()), children.map(({ personId }) => personId), id, householdId, hamletId, surveyedOn, children.map(({ lacks }) => lacks.join(","))],
    );
  }
  return { id, changes: [{ entity: "assessment", entityId: id, kind: "added", hamletId }] };
}

/** Assessments that were replaced are voided with the reason, and with them what they found of children; never overwritten. */
export async function voidAssessments({ client }: Tx, ids: readonly string[], reason: string): Promise<void> {
  await client.query("update assessment set voided_at = now(), void_reason = $2 where id = any ($1)", [ids, reason]);
  await client.query("update child_answer set voided_at = now(), void_reason = $2 where assessment_id = any ($1) and voided_at is null", [ids, reason]);
}
