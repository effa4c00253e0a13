import { getUnit, hamletIdsOf, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { RequestRowView } from "./contract.ts";
import { requestSteps, type RequestAction } from "./rules/request-state.ts";

const SOON = 3;
/** late: past its last day without a decision; soon: within three days; unknown: papers missing or no term known. */
const DUE = `case when r.state in ('approved', 'refused', 'paid', 'withdrawn') then 'done' when r.due_on is null then 'unknown' when r.due_on < $1::date then 'late' when r.due_on <= $2::date then 'soon' else 'open' end`;

type Read = Omit<RequestRowView, "unit" | "hamlet" | "steps"> & { unitUid: string; hamletName: string; hamletKind: HamletKind; actions: RequestAction[]; total: number };

async function read({ client }: Tx, on: PlainDate, where: string, values: readonly unknown[], tail = ""): Promise<{ total: number; rows: RequestRowView[] }> {
  const { rows } = await client.query<Read>(
    `select r.id, r.case_id as "caseId", r.number, r.year, c.full_name as "fullName", r.unit_uid as "unitUid", p.name as "hamletName", p.kind as "hamletKind", r.state, r.state_on::text as "stateOn", r.received_on::text as "receivedOn",
       r.complete_on::text as "completeOn", r.forwarded_on::text as "forwardedOn", r.due_on::text as "dueOn", r.due_certainty as "dueCertainty", ${DUE} as due, r.decided_on::text as "decidedOn", r.document_no as "documentNo", r.amount_dong as "amountDong",
       r.paid_on::text as "paidOn", r.version, count(*) over ()::int as total,
       (select json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq) from overseas_request_action a where a.request_id = r.id) as actions
     from overseas_request r join overseas_case c on c.id = r.case_id join hamlet p on p.id = r.hamlet_id where ${where} order by r.received_on desc, r.unit_uid, r.number desc ${tail}`,
    [on, addDays(on, SOON), ...values],
  );
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ unitUid, hamletName, hamletKind, actions, total: _total, ...row }) => ({ ...row, unit: unitTitle(getUnit(unitUid), on), hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), steps: requestSteps(actions) })),
  };
}

export const requestsOfCase = async (tx: Tx, caseId: string, on: PlainDate): Promise<RequestRowView[]> => (await read(tx, on, "r.case_id = $3", [caseId])).rows;

/** Requests of an area, the latest received first. `today`: what is late is judged by it. */
export async function listRequests(tx: Tx, asked: { area: string; on: PlainDate; state?: string | undefined; due?: string | undefined }, today: PlainDate, page: number, perPage: number): Promise<{ total: number; rows: RequestRowView[] }> {
  const values: unknown[] = [await hamletIdsOf(tx, asked.area, asked.on)];
  const parts = ["r.hamlet_id = any ($3)"];
  if (asked.state) parts.push(`r.state = $${values.push(asked.state) + 2}`);
  if (asked.due) parts.push(`(${DUE}) = $${values.push(asked.due) + 2}`);
  return read(tx, today, parts.join(" and "), values, `limit ${perPage} offset ${(page - 1) * perPage}`);
}

export async function countDue(tx: Tx, hamletIds: readonly string[], today: PlainDate): Promise<{ open: number; late: number; soon: number }> {
  const { rows } = await tx.client.query<{ open: number; late: number; soon: number }>(
    `select count(*) filter (where due <> 'done')::int as open, count(*) filter (where due = 'late')::int as late, count(*) filter (where due = 'soon')::int as soon
     from (select ${DUE} as due from overseas_request r where r.hamlet_id = any ($3)) d`, [today, addDays(today, SOON), hamletIds]);
  return rows[0]!;
}
