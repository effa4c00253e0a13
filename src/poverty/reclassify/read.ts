import type { AreaType } from "../../areas/public.ts";
import { copyRows, type Cell } from "../../platform/bulk.ts";
import type { Tx } from "../../platform/door.ts";
import type { AssessInput } from "../rules/assessment.ts";
import type { IndicatorSet } from "../rules/indicator-set.ts";
import type { Judge, Outcome } from "./judge.ts";

export interface StandingAsked {
  readonly hamletIds: readonly string[];
  readonly statusYear: number;
  readonly ruleset: string;
  readonly on: string;
}

/**
 * Assessments (`a`, with its result set `s`) that speak of a status year: those of a result set or of a decided request of that year, and those
 * of neither surveyed between one 1/9 and the next (điểm a khoản 1 Điều 3 QĐ 24/2021/QĐ-TTg: the yearly review begins then). `year` is an expression.
 */
export const OF_STATUS_YEAR = (year: string): string =>
  `(s.status_year = ${year} or a.status_year = ${year} or (a.result_set_id is null and a.status_year is null and a.surveyed_on >= make_date(${year} - 1, 9, 1) and a.surveyed_on < make_date(${year}, 9, 1)))`;

/** Of several of one household the one that stands: of the set that names the standard or of a request decided by it, then the latest. `ruleset` is an expression. */
export const LATEST_FIRST = (ruleset: string): string => `(s.ruleset = ${ruleset} or a.procedure_case_id is not null) is true desc, a.surveyed_on desc, a.recorded_at desc, a.id desc`;

const SHARED_OUT = ["parallel_setup_cost", "parallel_tuple_cost", "min_parallel_index_scan_size", "min_parallel_table_scan_size"];

/** The temporary tables of a run (`known_group` is made anew for each part of the area), and what lets two processors read a part together. */
export async function prepareTables({ client }: Tx): Promise<void> {
  await client.query("set local work_mem = '128MB'");
  await client.query(`create temporary table outcome (inputs text collate "C" primary key, class text, list text, status text, advisory boolean, reasons jsonb) on commit drop`);
}

/**
 * Into `known_group`: the households of each hamlet, grouped by what is known of them; `late`: surveyed after the day. A household that moved
 * between these hamlets is where its latest assessment lies; one that was no more on the day is left out.
 */
export async function groupByInputs({ client }: Tx, { hamletIds, statusYear, ruleset, on }: StandingAsked, set: IndicatorSet, types: ReadonlyMap<string, { readonly type: AreaType }>): Promise<void> {
  const codes = activeCodes(set);
  const gone = await client.query<{ id: string }>("select id from household where hamlet_id = any ($1) and valid_to <= $2", [hamletIds, on]);
  await client.query("drop table if exists known_group");
  // the planner takes a part for too small to be shared out
  for (const cost of SHARED_OUT) await client.query(`set local ${cost} = 0`);
  // made anew: a query that fills a table already there is read by one processor alone
  await client.query(
    `create temporary table known_group on commit drop as
     select hamlet_id, concat_ws('|', area, coalesce(income::text, ''), coalesce(deprivation::text, ''), coalesce(ticks::text, ''), coalesce(odd::text, ''), coalesce(money::text, ''), coalesce(deprived::text, ''), case when late then 'late' end) collate "C" as inputs,
       area, income, deprivation, ticks, odd, money, deprived, late, household_ids, assessment_ids
     from (
       select hamlet_id, income, deprivation, ticks, odd, money, deprived, late, array_agg(household_id) as household_ids, array_agg(id) as assessment_ids
       from (
         select distinct on (a.household_id) a.household_id, a.id, a.hamlet_id, a.score_income::int as income, a.score_deprivation::int as deprivation,
           cardinality(a.deprivations) as ticks, case when cardinality(a.deprivations) > 0 and (not a.deprivations <@ $4::text[] or cardinality(a.deprivations) > $5) then a.deprivations end as odd,
           a.income_month as money, a.deprived_count::int as deprived, a.surveyed_on > $6::date as late
         from assessment a left join review_result_set s on s.id = a.result_set_id
         where a.hamlet_id = any ($1) and a.voided_at is null and ${OF_STATUS_YEAR("$2::int")}
           and a.household_id <> all ($8::uuid[])
         order by a.household_id, ${LATEST_FIRST("$3")}
       ) standing
       group by hamlet_id, income, deprivation, ticks, odd, money, deprived, late
     ) grouped join unnest($1::uuid[], $7::text[]) as hamlet_area (hamlet_id, area) using (hamlet_id)`,
    [hamletIds, statusYear, ruleset, codes, codes.length, on, hamletIds.map((id) => types.get(id)?.type ?? ""), gone.rows.map(({ id }) => id)],
  );
  for (const cost of SHARED_OUT) await client.query(`set local ${cost} = default`);
  await client.query("create index on known_group (hamlet_id, inputs)");
  await client.query("analyze known_group (hamlet_id, inputs, late)");
}

const activeCodes = (set: IndicatorSet): string[] => set.indicators.filter(({ active }) => active).map(({ code }) => code);

interface InputRow {
  readonly inputs: string;
  readonly area: AreaType | "";
  readonly income: number | null;
  readonly deprivation: number | null;
  readonly ticks: number | null;
  /** ticks that the standard's indicators do not explain, as they stand */
  readonly odd: readonly string[] | null;
  readonly money: number | null;
  readonly deprived: number | null;
}

/** What is known, as the rules take it. Which indicators are ticked does not matter to a class, how many does: the first so many stand for them. */
export function knownOf(row: Omit<InputRow, "inputs">, set: IndicatorSet): Omit<AssessInput, "on"> {
  return {
    areaType: row.area === "" ? null : row.area, scoreIncome: row.income, scoreDeprivation: row.deprivation,
    deprivations: row.ticks === null ? null : answersOf(row.odd ?? activeCodes(set).slice(0, row.ticks), set), incomePerPersonMonth: row.money, deprivedCount: row.deprived,
  };
}

/** An assessment lists the indicators in which the household lacks; the others were answered too. */
export const answersOf = (ticked: readonly string[], set: IndicatorSet): NonNullable<AssessInput["deprivations"]> =>
  Object.fromEntries([...set.indicators.map(({ code }) => [code, "no"] as const), ...ticked.map((code) => [code, "yes"] as const)]);

/** Inputs not met before are judged, and their outcomes copied into `outcome`. Only here is a class computed. */
export async function judgeInputs(tx: Tx, judge: Judge, outcomes: Map<string, Outcome>, signal: AbortSignal | undefined): Promise<void> {
  const { rows } = await tx.client.query<InputRow>(
    "select distinct inputs, area, income, deprivation, ticks, odd, money, deprived from known_group g where not exists (select from outcome o where o.inputs = g.inputs)",
  );
  const { indicators } = judge.picked.ruleset;
  const cells: Cell[][] = [];
  for (const row of rows) {
    if (cells.length % 1000 === 999) await pause(signal);
    const one = judge.judge(knownOf(row, indicators));
    outcomes.set(row.inputs, one);
    cells.push([row.inputs, one.class, one.list, one.status, one.advisory, JSON.stringify(one.reasons)]);
  }
  await copyRows(tx, "outcome", "inputs, class, list, status, advisory, reasons", cells, signal);
}

/** Other requests are served between two batches. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise((resolve) => setImmediate(resolve));
}
