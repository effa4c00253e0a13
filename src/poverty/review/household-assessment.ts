import { areaTypeOn } from "../../areas/public.ts";
import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import type { Language } from "../../platform/http/messages.ts";
import { holdsOn } from "../../registry/rules/facts.ts";
import { describeAssessment, type DescribedAssessment } from "../describe.ts";
import { mayReview } from "../policy.ts";
import { answersOf, LATEST_FIRST, OF_STATUS_YEAR } from "../reclassify/read.ts";
import { assessBy } from "../rules/classify.ts";
import type { Picked } from "../rules/pick-ruleset.ts";
import type { Ruleset } from "../rules/ruleset.ts";
import { statusesOf, type Status } from "./statuses.ts";

/** An assessment as it was entered. */
export interface EnteredAssessment {
  readonly id: string;
  readonly resultSetId: string | null;
  readonly roundId: string | null;
  /** the request it was decided on */
  readonly procedureCaseId: string | null;
  readonly surveyedOn: string;
  readonly areaType: string | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly deprivations: readonly string[] | null;
  readonly incomeMonth: number | null;
  readonly deprivedCount: number | null;
  readonly causes: readonly string[];
  readonly source: string;
  readonly evidence: string | null;
}

export interface HouseholdAssessment {
  readonly householdId: string;
  readonly headName: string;
  readonly on: PlainDate;
  readonly ruleset: string;
  readonly entered: EnteredAssessment | null;
  /** by the rules as they are now */
  readonly assessment: DescribedAssessment | null;
  /** as computed last; null: not computed from this assessment */
  readonly computed: { readonly class: string | null; readonly status: string; readonly runId: string; readonly at: string } | null;
  readonly recognised: Status | null;
  readonly statuses: readonly Status[];
}

const ENTERED = `a.id, a.result_set_id as "resultSetId", s.round_id as "roundId", a.procedure_case_id as "procedureCaseId", a.surveyed_on::text as "surveyedOn", a.area_type as "areaType", a.score_income as "scoreIncome",
  a.score_deprivation as "scoreDeprivation", a.deprivations, a.income_month as "incomeMonth", a.deprived_count as "deprivedCount", coalesce(a.causes, '{}') as causes, a.score_source as source,
  a.evidence, a.hamlet_id as "hamletId"`;

type Row = EnteredAssessment & { readonly hamletId: string };

/** The assessment that stands for a household on a day, judged now, beside what is stored. Errors: not_found "poverty.householdUnknown". */
export async function getHouseholdAssessment(tx: Tx, asked: { householdId: string; on: PlainDate; picked: Picked; rulesets: readonly Ruleset[]; language: Language }): Promise<HouseholdAssessment> {
  const { householdId, on, picked, rulesets, language } = asked;
  const { client } = tx;
  const { rows: households } = await client.query<{ name: string }>("select head_name as name from household where id = $1", [householdId]);
  if (!households[0]) throw new AppError("not_found", "poverty.householdUnknown", { id: householdId, on });
  const { rows } = await client.query<Row>(
    `select ${ENTERED} from assessment a left join review_result_set s on s.id = a.result_set_id
     where a.household_id = $1 and a.voided_at is null and ${OF_STATUS_YEAR("$2::int")} order by ${LATEST_FIRST("$3")} limit 1`,
    [householdId, yearOf(on), picked.ruleset.id],
  );
  const statuses = await statusesOf(tx, householdId);
  const row = rows[0];
  const { hamletId = null, ...entered } = row ?? {};
  return {
    householdId, headName: households[0].name, on, ruleset: picked.ruleset.id,
    entered: row ? (entered as EnteredAssessment) : null,
    assessment: row ? await judged(tx, row, picked, on, rulesets, language) : null,
    computed: hamletId === null ? null : await computedOf(tx, hamletId, row!.id, yearOf(on), picked.ruleset.id),
    recognised: statuses.find((status) => holdsOn(status, on)) ?? null, statuses,
  };
}

/** What would change the class is told to officers of the review only. */
async function judged(tx: Tx, row: Row, picked: Picked, on: PlainDate, rulesets: readonly Ruleset[], language: Language): Promise<DescribedAssessment> {
  const areaType = (await areaTypeOn(tx, [row.hamletId], on)).get(row.hamletId)?.type ?? null;
  const assessment = assessBy(picked, {
    on, areaType, scoreIncome: row.scoreIncome, scoreDeprivation: row.scoreDeprivation, incomePerPersonMonth: row.incomeMonth, deprivedCount: row.deprivedCount,
    deprivations: row.deprivations && answersOf(row.deprivations, picked.ruleset.indicators),
  });
  return describeAssessment(mayReview(tx.actor) ? assessment : { ...assessment, wouldChange: [] }, rulesets, language);
}

async function computedOf({ client }: Tx, hamletId: string, assessmentId: string, statusYear: number, ruleset: string): Promise<HouseholdAssessment["computed"]> {
  const { rows } = await client.query<{ class: string | null; status: string; runId: string; at: Date }>(
    `select class, status, run_id as "runId", computed_at as at from computed_class
     where hamlet_id = $1 and status_year = $2 and ruleset = $3 and $4 = any (assessment_ids)`,
    [hamletId, statusYear, ruleset, assessmentId],
  );
  return rows[0] ? { ...rows[0], at: rows[0].at.toISOString() } : null;
}
