import { getUnit, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Tx } from "../../platform/door.ts";
import { reachOf } from "../areas.ts";
import { insert } from "../insert.ts";
import type { CaseAsked, CaseRow } from "./contract.ts";
import { standingSteps } from "../rules/standing-steps.ts";
import { dueOn, isCaseStep, OPEN_CASES, type CaseState } from "./rules/case-state.ts";

export interface CaseAction {
  readonly seq: number;
  readonly kind: string;
  readonly on: PlainDate;
  readonly data: Readonly<Record<string, unknown>>;
  readonly recordedAt: string;
}

export interface StoredCase extends Omit<CaseRow, "unit" | "hamlet" | "due" | "openedOn" | "receivedOn" | "state" | "stateOn" | "dueOn" | "decidedOn"> {
  readonly hamletId: string;
  readonly unitUid: string;
  readonly personId: string | null;
  readonly subjectKey: string;
  readonly openedOn: PlainDate;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly decidedOn: PlainDate | null;
  readonly state: CaseState;
  readonly stateOn: PlainDate;
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
}

const COLUMNS = `c.id, c.number, c.year, c.full_name as "fullName", c.birth_year as "birthYear", c.hamlet_id as "hamletId", c.unit_uid as "unitUid", c.person_id as "personId", c.subject_key as "subjectKey", h.name as "hamletName", h.kind as "hamletKind", c.course, c.provider_name as "providerName",
  c.opened_on::text as "openedOn", c.received_on::text as "receivedOn", c.complete_on::text as "completeOn", c.due_on::text as "dueOn", c.state, c.state_on::text as "stateOn", c.decision_no as "decisionNo", c.decided_on::text as "decidedOn", c.signer,
  c.amount_dong::float8 as "amountDong", c.voucher_no as "voucherNo", c.paid_on::text as "paidOn", c.version`;
const FROM = "from training_support_case c join hamlet h on h.id = c.hamlet_id";
const SOON = 2;

/** Errors: not_found "training.case.unknown". */
export async function getCase({ client }: Tx, id: string, lock: "for update of c" | "" = ""): Promise<StoredCase> {
  const { rows } = await client.query<StoredCase>(`select ${COLUMNS} ${FROM} where c.id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.case.unknown", { id });
  return rows[0];
}

export async function actionsOf({ client }: Tx, id: string): Promise<CaseAction[]> {
  const { rows } = await client.query<CaseAction>(`select seq, kind, on_date::text as "on", data, to_json(recorded_at) #>> '{}' as "recordedAt" from training_support_action where case_id = $1 order by seq`, [id]);
  return rows;
}

export async function addAction(tx: Tx, { id, hamletId }: Pick<StoredCase, "id" | "hamletId">, kind: string, on: PlainDate, data: Readonly<Record<string, unknown>>): Promise<void> {
  const { rows } = await tx.client.query<{ seq: number }>("select coalesce(max(seq), 0)::int + 1 as seq from training_support_action where case_id = $1", [id]);
  await insert(tx, "training_support_action", { id: newId(), case_id: id, hamlet_id: hamletId, seq: rows[0]!.seq, kind, on_date: on, data: JSON.stringify(data), actor: tx.actor.accountId });
}

/** Numbers follow each other in each commune and year, taken under a lock. */
export async function nextNumber({ client }: Tx, unitUid: string, year: number): Promise<number> {
  await client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'trainingSupport' || $1))", [unitUid]);
  const { rows } = await client.query<{ next: number }>("select coalesce(max(number), 0)::int + 1 as next from training_support_case where unit_uid = $1 and year = $2", [unitUid, year]);
  return rows[0]!.next;
}

/** How often somebody was paid before, by class lists and by cases. */
export async function paidBefore({ client }: Tx, subjectKey: string, caseId: string | null): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `select ((select count(*) from allowance_item i join allowance_list l on l.id = i.list_id where i.subject_key = $1 and i.voided_at is null and l.voided_at is null and l.state in ('paid', 'settled') and i.cost_dong + i.meal_dong + i.travel_dong > 0)
      + (select count(*) from training_support_case c where c.subject_key = $1 and c.state in ('approved', 'paid') and c.id is distinct from $2::uuid))::int as n`, [subjectKey, caseId]);
  return rows[0]!.n;
}

export interface CasesAsked {
  readonly area: string;
  readonly on: PlainDate;
  readonly state?: string | undefined;
  readonly due?: string | undefined;
  readonly q?: string | undefined;
  readonly page: number;
}

export function shown({ hamletId: _h, unitUid, personId: _p, subjectKey: _s, hamletName, hamletKind, ...row }: StoredCase, today: PlainDate): CaseRow {
  return { ...row, unit: unitTitle(getUnit(unitUid), today), hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), due: dueOn(row.state, row.dueOn, today, addDays(today, SOON)) };
}

/** Cases that a unit of the area handles or whose people live there, those that press most first; `waiting` counts the open ones by how pressing they are. */
export async function listCases(tx: Tx, asked: CasesAsked, today: PlainDate, perPage: number): Promise<{ total: number; rows: CaseRow[]; waiting: Record<string, number> }> {
  const due = `case when not c.state = any ($2) then 'done' when c.due_on is null then 'notBegun' when c.due_on < $3 then 'late' when c.due_on <= $4 then 'soon' else 'open' end`;
  const reach = await reachOf(tx, asked.area, asked.on);
  const within = "($1::text[] is null or c.unit_uid = any ($1) or c.hamlet_id = any ($5::uuid[]))";
  const values = [reach?.units ?? null, OPEN_CASES, today, addDays(today, SOON), reach?.hamlets ?? null];
  const { rows: counted } = await tx.client.query<{ due: string; n: number }>(`select ${due} as due, count(*)::int as n from training_support_case c where ${within} and c.state = any ($2) group by 1`, values);
  const { rows } = await tx.client.query<StoredCase & { total: number }>(
    `select ${COLUMNS}, count(*) over ()::int as total ${FROM} where ${within} and ($6::text is null or c.state = $6 or ($6 = 'open' and c.state = any ($2))) and ($7::text is null or ${due} = $7) and ($8::text is null or c.name_folded like $8)
     order by case when c.state = any ($2) then 0 else 1 end, c.due_on nulls last, c.received_on desc, c.number desc limit $9 offset $10`,
    [...values, asked.state ?? null, asked.due ?? null, asked.q ? `%${fold(asked.q).replaceAll(/[\\%_]/g, "\\$&")}%` : null, perPage, (asked.page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => shown(row, today)), waiting: Object.fromEntries(counted.map(({ due: key, n }) => [key, n])) };
}

/** What the case asks, as it stands after its last correction, and the papers handed in. What was taken back tells nothing. */
export function factsOf(recorded: readonly CaseAction[]): { asked: CaseAsked; endedOn: PlainDate | null; channel: string; papers: string[]; missing: string | null; refusal: string | null } {
  const actions = standingSteps(recorded, (kind) => kind === "receive" || isCaseStep(kind));
  const [first] = actions;
  const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
  const asked = (actions.findLast(({ data }) => data["asked"] !== undefined)?.data["asked"] ?? {}) as CaseAsked;
  const last = actions.at(-1)!;
  return {
    asked, endedOn: text(first!.data["endedOn"]) as PlainDate | null, channel: text(first!.data["channel"]) ?? "in_person", papers: actions.flatMap(({ data }) => (Array.isArray(data["papers"]) ? (data["papers"] as string[]) : [])),
    missing: last.kind === "askMore" ? text(last.data["missing"]) : null, refusal: text(actions.findLast(({ kind }) => kind === "refuse")?.data["reason"]),
  };
}
