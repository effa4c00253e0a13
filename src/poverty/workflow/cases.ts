import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { loadCases, type ReviewCase } from "./case-store.ts";
import { actionsFrom, type CaseActionKind } from "./rules/case-state.ts";

export interface CaseRow {
  readonly id: string;
  readonly householdId: string;
  readonly headName: string;
  readonly localCode: string | null;
  readonly hamlet: string;
  readonly hamletId: string;
  readonly origin: string;
  readonly state: string;
  readonly stateOn: PlainDate;
  readonly previousClass: string;
  readonly class: string | null;
  readonly list: string | null;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly surveyedOn: PlainDate | null;
  readonly members: number;
  readonly complaintDue: PlainDate | null;
  readonly flags: readonly string[];
  readonly note: string | null;
  readonly version: number;
}

export interface CasesAsked {
  readonly resultSetId: string;
  readonly hamletId?: string | undefined;
  readonly state?: string | undefined;
  readonly flag?: string | undefined;
  /** poor, near_poor, none: the list its class belongs to */
  readonly list?: string | undefined;
  readonly q?: string | undefined;
  readonly page: number;
  readonly perPage: number;
}

const ROW = `c.id, c.household_id as "householdId", h.head_name as "headName", h.local_code as "localCode", p.name, p.kind, c.hamlet_id as "hamletId", c.origin, c.state, c.state_on::text as "stateOn",
  c.previous_class as "previousClass", c.class, c.list, a.score_income as "scoreIncome", a.score_deprivation as "scoreDeprivation", a.surveyed_on::text as "surveyedOn",
  (select count(*)::int from membership m where m.household_id = c.household_id and m.voided_at is null and m.valid_to is null) as members,
  c.complaint_due::text as "complaintDue", c.flags, c.note, c.version`;

/** Households of a result set within the actor's reach, hamlet by hamlet, by name. */
export async function listCases({ client }: Tx, asked: CasesAsked): Promise<{ total: number; rows: CaseRow[] }> {
  const values: unknown[] = [asked.resultSetId];
  const parts = ["c.result_set_id = $1"];
  const where = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === "") return;
    parts.push(condition(`$${values.push(value)}`));
  };
  where((n) => `c.hamlet_id = ${n}`, asked.hamletId);
  where((n) => `c.state = ${n}`, asked.state);
  where((n) => `${n} = any (c.flags)`, asked.flag);
  where((n) => `coalesce(c.list, case when c.class is null then 'open' else 'none' end) = ${n}`, asked.list);
  where((n) => `h.head_name_folded like '%' || ${n} || '%'`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, "\\$&"));
  const { rows } = await client.query<CaseRow & { total: number; name: string; kind: HamletKind }>(
    `select ${ROW}, count(*) over ()::int as total from review_case c join household h on h.id = c.household_id join hamlet p on p.id = c.hamlet_id left join assessment a on a.id = c.assessment_id
     where ${parts.join(" and ")} order by p.name collate "vi-x-icu", h.sort_key, c.id limit $${values.length + 1} offset $${values.length + 2}`,
    [...values, asked.perPage, (asked.page - 1) * asked.perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, name, kind, ...row }) => ({ ...row, hamlet: hamletLabel({ name, kind }) })) };
}

export interface CaseStep {
  readonly seq: number;
  readonly kind: CaseActionKind;
  readonly on: PlainDate;
  readonly data: Readonly<Record<string, unknown>>;
  readonly recordedAt: string;
}

export interface CasePage {
  readonly row: CaseRow;
  readonly roundId: string;
  readonly resultSetId: string;
  readonly state: ReviewCase["state"];
  readonly steps: readonly CaseStep[];
  readonly open: readonly CaseActionKind[];
}

/** One household in the round: where it stands, what happened, what can be done now. Errors: not_found "poverty.caseUnknown". */
export async function getCase(tx: Tx, id: string): Promise<CasePage> {
  const [found] = await loadCases(tx, { ids: [id] }, "");
  if (!found) throw new AppError("not_found", "poverty.caseUnknown", { id });
  const { rows } = await tx.client.query<CaseRow & { name: string; kind: HamletKind }>(
    `select ${ROW} from review_case c join household h on h.id = c.household_id join hamlet p on p.id = c.hamlet_id left join assessment a on a.id = c.assessment_id where c.id = $1`, [id]);
  const steps = await tx.client.query<Omit<CaseStep, "recordedAt"> & { recordedAt: Date }>(
    `select seq, kind, on_date::text as "on", data, recorded_at as "recordedAt" from review_action where case_id = $1 order by seq`, [id]);
  const { name, kind, ...row } = rows[0]!;
  return {
    row: { ...row, hamlet: hamletLabel({ name, kind }) }, roundId: found.roundId, resultSetId: found.resultSetId, state: found.state,
    steps: steps.rows.map((step) => ({ ...step, recordedAt: step.recordedAt.toISOString() })), open: actionsFrom(found.state),
  };
}

/** The cases of a household in all rounds, latest first: for its page. */
export async function casesOfHousehold({ client }: Tx, householdId: string): Promise<{ id: string; roundId: string; year: number; ruleset: string; statusYear: number; state: string; stateOn: PlainDate; class: string | null }[]> {
  return (await client.query(
    `select c.id, c.round_id as "roundId", r.year, s.ruleset, s.status_year as "statusYear", c.state, c.state_on::text as "stateOn", c.class
     from review_case c join review_round r on r.id = c.round_id and r.voided_at is null join review_result_set s on s.id = c.result_set_id where c.household_id = $1 order by r.year desc, s.status_year desc, c.id`,
    [householdId],
  )).rows;
}
