import { hamletIdsOf, hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Tx } from "../../platform/door.ts";
import { insert } from "../insert.ts";
import type { NeedRow, NeedsQuery } from "./contract.ts";

export type StoredNeed = Omit<NeedRow, "groupNames">;
type Row = Omit<StoredNeed, "hamlet"> & { readonly hamletName: string; readonly hamletKind: HamletKind };

const COLUMNS = `n.id, n.full_name as "fullName", n.birth_year as "birthYear", n.sex, n.person_id is not null as identified, n.hamlet_id as "hamletId", h.name as "hamletName", h.kind as "hamletKind",
  n.trade_code as "tradeCode", t.name as "tradeName", n.year, n.groups, n.state, n.state_on::text as "stateOn", n.collected_on::text as "collectedOn", n.wanted_for as "wantedFor",
  n.wanted_when as "wantedWhen", n.wanted_place as "wantedPlace", n.note, n.decline_reason as "declineReason", n.version,
  p.document as "planDocument", case when k.id is null then null else json_build_object('id', k.id, 'code', k.code, 'name', k.name) end as "classOf"`;
/** with the plan it was taken into and the class that answers it */
const FROM = `from training_need n join hamlet h on h.id = n.hamlet_id join trade t on t.code = n.trade_code left join training_plan p on p.id = n.plan_id
  left join enrolment e on e.need_id = n.id and e.voided_at is null left join training_class k on k.id = e.class_id`;
const WHERE = `n.voided_at is null and n.hamlet_id = any ($1) and n.year = $2 and ($3::text is null or n.state = $3) and ($4::text is null or n.trade_code = $4)
  and ($5::text is null or $5 = any (n.groups)) and ($6::text is null or n.name_folded like $6)
  and ($7::text is null or ($7 = 'yes') = (e.id is not null))`;

/** by the given name, the last word */
const NAME = `regexp_replace(n.full_name, '^.*\\s', '') collate "vi-x-icu"`;
const ORDER: Readonly<Record<string, readonly string[]>> = {
  name: [NAME], hamlet: ['h.name collate "vi-x-icu"', "h.id"], trade: ['t.name collate "vi-x-icu"'], day: ["n.collected_on"],
  state: ["array_position(array['draft', 'confirmed', 'summed', 'planned', 'declined'], n.state)"],
};

const orderOf = (sort: string): string => [...ORDER[sort.replace("-", "")]!.map((key) => `${key}${sort.startsWith("-") ? " desc" : ""}`), NAME, "n.full_name", "n.id"].join(", ");

const shown = ({ hamletName, hamletKind, ...row }: Row): StoredNeed => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) });

/** Needs of an area and year, one page, and how many there are in each state whatever is filtered. */
export async function listNeeds(tx: Tx, query: NeedsQuery, perPage: number): Promise<{ total: number; states: Record<string, number>; rows: StoredNeed[] }> {
  const all = await hamletIdsOf(tx, query.area, query.on);
  const hamlets = query.hamlet === undefined ? all : all.filter((id) => id === query.hamlet);
  const values = [hamlets, query.year, query.state ?? null, query.trade ?? null, query.group ?? null, query.q ? `%${fold(query.q).replace(/[\\%_]/g, "\\$&")}%` : null, query.placed ?? null];
  const { rows: counts } = await tx.client.query<{ total: number }>(`select count(*)::int as total ${FROM} where ${WHERE}`, values);
  const { rows: states } = await tx.client.query<{ state: string; n: number }>("select state, count(*)::int as n from training_need where hamlet_id = any ($1) and year = $2 and voided_at is null group by 1", [all, query.year]);
  const { rows } = await tx.client.query<Row>(`select ${COLUMNS} ${FROM} where ${WHERE} order by ${orderOf(query.sort)} limit $8 offset $9`, [...values, perPage, (query.page - 1) * perPage]);
  return { total: counts[0]!.total, states: Object.fromEntries(states.map(({ state, n }) => [state, n])), rows: rows.map(shown) };
}

export interface LockedNeed {
  readonly id: string;
  readonly hamletId: string;
  readonly state: StoredNeed["state"];
  readonly personId: string | null;
  readonly fullName: string;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly sex: 0 | 1 | 2;
  readonly subjectKey: string;
  readonly tradeCode: string;
  readonly year: number;
  readonly groups: readonly string[];
}

/** Needs that stand, by id, taken for changing. */
export async function lockNeeds({ client }: Tx, ids: readonly string[]): Promise<LockedNeed[]> {
  const { rows } = await client.query<LockedNeed>(
    `select id, hamlet_id as "hamletId", state, person_id as "personId", full_name as "fullName", birth_date::text as "birthDate", birth_year as "birthYear", sex, subject_key as "subjectKey", trade_code as "tradeCode", year, groups from training_need where id = any ($1) and voided_at is null order by id for update`, [ids],
  );
  return rows;
}

export async function findNeed({ client }: Tx, id: string): Promise<StoredNeed | undefined> {
  const { rows } = await client.query<Row>(`select ${COLUMNS} ${FROM} where n.id = $1 and n.voided_at is null`, [id]);
  return rows[0] && shown(rows[0]);
}

export async function listActions({ client }: Tx, needId: string): Promise<{ id: string; kind: string; on: string; reason: string | null }[]> {
  const { rows } = await client.query(`select id, kind, on_date::text as "on", coalesce(data ->> 'className', data ->> 'reason') as reason from training_need_action where need_id = $1 order by seq`, [needId]);
  return rows;
}

export async function addNeedAction(tx: Tx, need: Pick<LockedNeed, "id" | "hamletId">, kind: string, on: PlainDate, data: Readonly<Record<string, unknown>>): Promise<void> {
  const { rows } = await tx.client.query<{ seq: number }>("select coalesce(max(seq), 0) + 1 as seq from training_need_action where need_id = $1", [need.id]);
  await insert(tx, "training_need_action", { id: newId(), need_id: need.id, hamlet_id: need.hamletId, seq: rows[0]!.seq, kind, on_date: on, data: JSON.stringify(data), actor: tx.actor.accountId });
}

/** Trades taught on a day, in Vietnamese order. */
export async function listTrades({ client }: Tx, on: string): Promise<{ code: string; name: string }[]> {
  const { rows } = await client.query<{ code: string; name: string }>(
    `select code, name from trade where valid_from <= $1 and (valid_to is null or valid_to > $1) order by name collate "vi-x-icu", code`, [on],
  );
  return rows;
}
