import { getUnit, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { AllowanceView } from "../allowance/contract.ts";
import type { AllowanceCase } from "../allowance/rules/case.ts";
import { reachOf } from "../areas.ts";
import { insert } from "../insert.ts";
import type { ClassListRow } from "./contract.ts";
import type { ListState } from "./rules/list-state.ts";

/** What the rules gave when the list was made: the question and the answer in both languages. */
export interface KeptAnswer {
  readonly asked: AllowanceCase;
  readonly vi: AllowanceView;
  readonly en: AllowanceView;
}

export interface StoredList {
  readonly id: string;
  readonly classId: string;
  readonly className: string;
  readonly classCode: string;
  readonly openedOn: PlainDate | null;
  readonly providerId: string;
  readonly provider: string;
  readonly unitUid: string;
  readonly number: number;
  readonly state: ListState;
  readonly stateOn: PlainDate;
  readonly policyCode: string | null;
  readonly attendedTo: PlainDate;
  readonly decisionNo: string | null;
  readonly decidedOn: PlainDate | null;
  readonly signer: string | null;
  readonly voucherNo: string | null;
  readonly paidOn: PlainDate | null;
  readonly voidReason: string | null;
  readonly version: number;
}

const LIST = `l.id, l.class_id as "classId", k.name as "className", k.code as "classCode", k.opened_on::text as "openedOn", l.provider_id as "providerId", o.name as provider, l.unit_uid as "unitUid", l.number, l.state, l.state_on::text as "stateOn",
  l.policy_code as "policyCode", l.attended_to::text as "attendedTo", l.decision_no as "decisionNo", l.decided_on::text as "decidedOn", l.signer, l.voucher_no as "voucherNo", l.paid_on::text as "paidOn", l.void_reason as "voidReason", l.version`;

/** Errors: not_found "training.allowance.listUnknown". */
export async function getList({ client }: Tx, id: string, lock: "for update of l" | "" = ""): Promise<StoredList> {
  const { rows } = await client.query<StoredList>(`select ${LIST} from allowance_list l join training_class k on k.id = l.class_id join organisation o on o.id = l.provider_id where l.id = $1 ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.allowance.listUnknown", { id });
  return rows[0];
}

/** Locked. Errors: conflict "training.allowance.changed" when somebody was faster. */
export async function getListForChange(tx: Tx, id: string, baseVersion?: number): Promise<StoredList> {
  const found = await getList(tx, id, "for update of l");
  if (baseVersion !== undefined && found.version !== baseVersion) throw new AppError("conflict", "training.allowance.changed", { name: found.className });
  return found;
}

export interface StoredItem {
  readonly id: string;
  readonly listId: string;
  readonly enrolmentId: string;
  readonly hamletId: string;
  readonly hamlet: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly subjectKey: string;
  readonly levelCode: string | null;
  readonly days: number;
  readonly distanceKm: string | null;
  readonly outcome: AllowanceView["outcome"];
  readonly costDong: number;
  readonly mealDong: number;
  readonly travelDong: number;
  readonly topUpDong: number;
  readonly answer: KeptAnswer;
  readonly decidedReason: string | null;
  readonly signedForOn: PlainDate | null;
  readonly returnedOn: PlainDate | null;
  readonly returnReason: string | null;
  readonly version: number;
}

const ITEM = `i.id, i.list_id as "listId", i.enrolment_id as "enrolmentId", i.hamlet_id as "hamletId", h.name as "hamletName", h.kind as "hamletKind", i.full_name as "fullName", i.birth_year as "birthYear", i.subject_key as "subjectKey", i.level_code as "levelCode",
  i.attended_days as days, i.distance_km::text as "distanceKm", i.outcome, i.cost_dong::float8 as "costDong", i.meal_dong::float8 as "mealDong", i.travel_dong::float8 as "travelDong", i.top_up_dong::float8 as "topUpDong", i.answer,
  i.decided_reason as "decidedReason", i.signed_for_on::text as "signedForOn", i.returned_on::text as "returnedOn", i.return_reason as "returnReason", i.version`;
type ItemRow = Omit<StoredItem, "hamlet"> & { readonly hamletName: string | null; readonly hamletKind: HamletKind };
const placed = ({ hamletName, hamletKind, ...row }: ItemRow): StoredItem => ({ ...row, hamlet: hamletName === null ? "" : hamletLabel({ name: hamletName, kind: hamletKind }) });

/** In the Vietnamese order of names; a hamlet that the actor does not read has no name. */
export async function itemsOf({ client }: Tx, listId: string): Promise<StoredItem[]> {
  const { rows } = await client.query<ItemRow>(
    `select ${ITEM} from allowance_item i left join hamlet h on h.id = i.hamlet_id where i.list_id = $1 and i.voided_at is null
     order by regexp_replace(i.full_name, '^.*\\s', '') collate "vi-x-icu", i.full_name collate "vi-x-icu", i.id`, [listId]);
  return rows.map(placed);
}

/** Locked together with its list. Errors: not_found "training.allowance.itemUnknown"; conflict "training.allowance.changed". */
export async function getItemForChange(tx: Tx, id: string, baseVersion: number): Promise<{ item: StoredItem; list: StoredList }> {
  const item = await getItem(tx, id);
  const list = await getListForChange(tx, item.listId);
  if (item.version !== baseVersion) throw new AppError("conflict", "training.allowance.changed", { name: item.fullName });
  return { item, list };
}

/** Errors: not_found "training.allowance.itemUnknown". */
export async function getItem({ client }: Tx, id: string): Promise<StoredItem> {
  const { rows } = await client.query<ItemRow>(`select ${ITEM} from allowance_item i left join hamlet h on h.id = i.hamlet_id where i.id = $1 and i.voided_at is null`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.allowance.itemUnknown", { id });
  return placed(rows[0]);
}

export interface ListAction {
  readonly seq: number;
  readonly kind: string;
  readonly on: PlainDate;
  readonly data: Readonly<Record<string, unknown>>;
  readonly recordedAt: string;
}

export async function actionsOf({ client }: Tx, listId: string): Promise<ListAction[]> {
  const { rows } = await client.query<ListAction>(`select seq, kind, on_date::text as "on", data, to_json(recorded_at) #>> '{}' as "recordedAt" from allowance_list_action where list_id = $1 order by seq`, [listId]);
  return rows;
}

export async function addAction(tx: Tx, { id, providerId, unitUid }: Pick<StoredList, "id" | "providerId" | "unitUid">, kind: string, on: PlainDate, data: Record<string, unknown> = {}): Promise<void> {
  const { rows } = await tx.client.query<{ seq: number }>("select coalesce(max(seq), 0)::int + 1 as seq from allowance_list_action where list_id = $1", [id]);
  await insert(tx, "allowance_list_action", { id: newId(), list_id: id, provider_id: providerId, unit_uid: unitUid, seq: rows[0]!.seq, kind, on_date: on, data: JSON.stringify(data), actor: tx.actor.accountId });
}

export interface ClassesAsked {
  readonly area: string;
  readonly on: PlainDate;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly page: number;
}

/** Classes that have begun, the latest first, each with the list that stands. */
export async function listClasses(tx: Tx, asked: ClassesAsked, perPage: number): Promise<{ total: number; rows: ClassListRow[] }> {
  const reach = await reachOf(tx, asked.area, asked.on);
  const { rows } = await tx.client.query<Omit<ClassListRow, "unit" | "list"> & { total: number; unitUid: string; list: ClassListRow["list"] }>(
    `select k.id as "classId", k.code, k.name, o.name as provider, k.unit_uid as "unitUid", k.opened_on::text as "openedOn", k.state as "classState", count(*) over ()::int as total,
       (select count(*)::int from enrolment e where e.class_id = k.id and e.voided_at is null and e.state not in ('registered', 'dropped')) as learners,
       case when l.id is null then null else json_build_object('id', l.id, 'number', l.number, 'state', l.state, 'stateOn', l.state_on, 'lines', s.lines, 'open', s.open, 'totalDong', s.total) end as list
     from training_class k join organisation o on o.id = k.provider_id left join allowance_list l on l.class_id = k.id and l.voided_at is null
     left join lateral (select count(*)::int as lines, count(*) filter (where i.outcome = 'undetermined' and i.decided_reason is null)::int as open, coalesce(sum(i.cost_dong + i.meal_dong + i.travel_dong + i.top_up_dong), 0)::float8 as total
       from allowance_item i where i.list_id = l.id and i.voided_at is null) s on true
     where k.voided_at is null and k.state not in ('planned', 'approved', 'cancelled') and ($1::text[] is null or k.unit_uid = any ($1) or k.hamlet_id = any ($2))
       and ($3::text is null or ($3 = 'none' and l.id is null) or l.state = $3) and ($4::text is null or k.name_folded like $4 or lower(k.code) like $4)
     order by k.opened_on desc nulls last, k.code limit $5 offset $6`,
    [reach?.units ?? null, reach?.hamlets ?? null, asked.state ?? null, asked.q ? `%${fold(asked.q).replaceAll(/[\\%_]/g, "\\$&")}%` : null, perPage, (asked.page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, unitUid, ...row }) => ({ ...row, unit: unitTitle(getUnit(unitUid), asked.on) })) };
}
