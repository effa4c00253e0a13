import { hamletLabel, listHamlets, standing, type HamletKind } from "../../areas/public.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { ResultsQuery } from "../contract.ts";
import { mustReachArea } from "../policy.ts";
import { RECOGNISED_FOR } from "../reclassify/findings.ts";
import { LATEST_FIRST, OF_STATUS_YEAR } from "../reclassify/read.ts";
import type { ShortReasons } from "../reclassify/short-reasons.ts";

export interface ResultsAsked {
  readonly areaUid: string;
  readonly statusYear: number;
  readonly on: PlainDate;
  readonly ruleset: string;
  /** computed class of the standard, or a state: incomplete, refused, uncomputed */
  readonly class?: string | undefined;
  /** recognised: poor, near_poor, none */
  readonly recognised?: string | undefined;
  readonly differs?: boolean | undefined;
  readonly q?: string | undefined;
  readonly sort?: ResultsQuery["sort"] | undefined;
  readonly page: number;
  readonly perPage: number;
}

export interface ResultRow {
  readonly householdId: string;
  readonly headName: string;
  readonly localCode: string | null;
  readonly hamlet: string;
  readonly assessmentId: string | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly surveyedOn: string | null;
  readonly recognised: "poor" | "near_poor" | null;
  readonly statusId: string | null;
  readonly decisionNo: string | null;
  readonly class: string | null;
  readonly status: "decided" | "refused" | "incomplete" | "uncomputed";
  readonly advisory: boolean;
  readonly differs: boolean;
  readonly reasons: ShortReasons | null;
}

export interface ResultCounts {
  readonly total: number;
  readonly differs: number;
  readonly uncomputed: number;
  readonly incomplete: number;
  readonly refused: number;
}

// every household that was assessed for the year or is on a list on its day: what stands, what was computed from it, what is recognised
const ALL = `
  with assessed as (
    select distinct on (a.household_id) a.household_id, a.hamlet_id, a.id, a.surveyed_on, a.score_income, a.score_deprivation, a.result_set_id, a.recorded_at
    from assessment a left join review_result_set s on s.id = a.result_set_id
    where a.hamlet_id = any ($1) and a.voided_at is null and ${OF_STATUS_YEAR("$2::int")}
    order by a.household_id, ${LATEST_FIRST("$3")}),
  computed as (
    select unnest(c.assessment_ids) as id, c.class, c.list, c.status, c.advisory, c.reasons from computed_class c
    where c.hamlet_id = any ($1) and c.status_year = $2 and c.ruleset = $3),
  listed as (select r.household_id, r.hamlet_id, r.id, r.class, r.decision_no from recognised_status r where r.hamlet_id = any ($1) and ${standing("r", 4, 5)}),
  known as (
    select coalesce(a.household_id, l.household_id) as household_id, coalesce(a.hamlet_id, l.hamlet_id) as hamlet_id, a.id as assessment_id, a.surveyed_on, a.score_income, a.score_deprivation,
      l.class as recognised, l.id as status_id, l.decision_no, c.class, c.list, c.reasons, coalesce(c.advisory, false) as advisory,
      coalesce(c.status, 'uncomputed') as status,
      c.status = 'decided' and not c.advisory and c.list is distinct from case when a.surveyed_on > $4::date then ${RECOGNISED_FOR("$4", "$2")} else l.class end as differs
    from assessed a full join listed l using (household_id) left join computed c on c.id = a.id)`;

const ORDER: Readonly<Record<string, string>> = { head: "h.sort_key", hamlet: 'p.name collate "vi-x-icu"', b1: "k.score_income", b2: "k.score_deprivation" };

/** What is missing comes last both ways. */
const orderOf = (sort: ResultsQuery["sort"]): string => `${ORDER[sort.replace(/^-/, "")]} ${sort.startsWith("-") ? "desc" : "asc"} nulls last, h.sort_key, h.id`;

const FROM = "from known k join household h on h.id = k.household_id and h.voided_at is null and (h.valid_to is null or h.valid_to > $4) join hamlet p on p.id = k.hamlet_id";

/** Households of an area with recognised and computed class side by side, by name. Errors: forbidden "poverty.outsideArea". */
export async function listResults(tx: Tx, asked: ResultsAsked): Promise<{ total: number; counts: ResultCounts; rows: ResultRow[] }> {
  const hamletIds = (await listHamlets(tx, asked.areaUid, asked.on)).map(({ id }) => id);
  mustReachArea(tx.actor, asked.areaUid, hamletIds, "read");
  const base: unknown[] = [hamletIds, asked.statusYear, asked.ruleset, asked.on, "infinity"];
  const { where, values } = conditions(asked, base.length);
  const { rows } = await tx.client.query<ResultRow & { total: number; name: string; kind: HamletKind }>(
    `${ALL} select k.household_id as "householdId", h.head_name as "headName", h.local_code as "localCode", p.name, p.kind, k.assessment_id as "assessmentId",
       k.score_income as "scoreIncome", k.score_deprivation as "scoreDeprivation", k.surveyed_on::text as "surveyedOn", k.recognised, k.status_id as "statusId",
       k.decision_no as "decisionNo", k.class, k.status, k.advisory, coalesce(k.differs, false) as differs, k.reasons, count(*) over ()::int as total
     ${FROM} ${where} order by ${orderOf(asked.sort ?? "head")} limit $${base.length + values.length + 1} offset $${base.length + values.length + 2}`,
    [...base, ...values, asked.perPage, (asked.page - 1) * asked.perPage],
  );
  const { rows: counts } = await tx.client.query<ResultCounts>(
    `${ALL} select count(*)::int as total, count(*) filter (where k.differs)::int as differs, count(*) filter (where k.status = 'uncomputed' and k.assessment_id is not null)::int as uncomputed,
       count(*) filter (where k.status = 'incomplete')::int as incomplete, count(*) filter (where k.status = 'refused')::int as refused ${FROM}`,
    base,
  );
  const [first] = rows;
  const shown = rows.map(({ total: _total, name, kind, ...row }) => ({ ...row, hamlet: hamletLabel({ name, kind }) }));
  return { total: first?.total ?? 0, counts: counts[0]!, rows: shown };
}

function conditions({ class: wanted, recognised, differs, q }: ResultsAsked, from: number): { where: string; values: unknown[] } {
  const values: unknown[] = [];
  const next = (value: unknown): string => `$${from + values.push(value)}`;
  const parts: string[] = [];
  if (wanted !== undefined) parts.push(`coalesce(k.class, k.status) = ${next(wanted)}`);
  if (recognised !== undefined) parts.push(`coalesce(k.recognised, 'none') = ${next(recognised)}`);
  if (differs) parts.push("k.differs");
  const name = q === undefined ? "" : fold(q);
  if (name !== "") parts.push(`h.head_name_folded like '%' || ${next(name.replaceAll(/[\\%_]/g, "\\$&"))} || '%'`);
  return { where: parts.length === 0 ? "" : `where ${parts.join(" and ")}`, values };
}
