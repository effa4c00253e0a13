import { standing } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Group, Kind, List } from "./rules/leaf.ts";

/** The hamlets and the two days of a movement, as known at a moment ("infinity": all that is known). */
export interface MovementAsked {
  readonly hamletIds: readonly string[];
  readonly opening: PlainDate;
  readonly closing: PlainDate;
  readonly knownAt: string;
  /** "-infinity": any time on file */
  readonly lookBackFrom: string;
}

export const askedValues = ({ hamletIds, opening, closing, knownAt, lookBackFrom }: MovementAsked): unknown[] => [hamletIds, opening, closing, knownAt, lookBackFrom];

/** Known at parameter 4. */
const known = (alias: string): string => `${alias}.recorded_at <= $4::timestamptz and (${alias}.voided_at is null or ${alias}.voided_at > $4::timestamptz)`;

/** Households that ended or were taken back are few (index household_gone). A status does not outlast its household, nor count without it. */
const STATUSES = "recognised_status st left join household g on g.id = st.household_id and (g.valid_to is not null or g.voided_at is not null)";
const END = "least(coalesce(st.valid_to, 'infinity'), coalesce(g.valid_to, 'infinity'))";
const countsOn = (day: string): string => `st.valid_from <= ${day} and ${END} > ${day} and ${known("st")} and (g.voided_at is null or g.voided_at > $4::timestamptz)`;

/** $1 hamlets, $2 opening, $3 closing, $4 moment, $5 first day an earlier list is looked back to. `on_list`: rows of both lists in the hamlets. */
const ON_LIST = `
  on_list as materialized (
    select 'opening' as side, st.household_id, st.hamlet_id, st.class, st.members from ${STATUSES} where st.hamlet_id = any ($1) and ${countsOn("$2::date")}
    union all
    select 'closing', st.household_id, st.hamlet_id, st.class, st.members from ${STATUSES} where st.hamlet_id = any ($1) and ${countsOn("$3::date")})`;

const standingStatus = (day: string): string => `
  select distinct on (st.household_id) st.household_id, st.hamlet_id, st.class, st.members, st.decision_no, st.decision_date, st.valid_from
  from k join ${STATUSES.replace("recognised_status st", "recognised_status st on st.household_id = k.household_id")} where ${countsOn(day)}
  order by st.household_id, st.valid_from desc, st.recorded_at desc, st.id desc`;

/** Households on neither list of the day that were there, with where they lived as far as it is known. */
const lived = (name: string, day: 2 | 3, without: string): string => `
  ${name} as (
    select distinct on (h.id) h.id as household_id, re.hamlet_id
    from k join household h on h.id = k.household_id left join residence re on re.household_id = h.id and ${standing("re", day, 4)}
    where h.id not in (select household_id from ${without}) and h.valid_from <= $${day}::date and (h.valid_to is null or h.valid_to > $${day}::date)
    order by h.id, re.valid_from desc)`;

/**
 * What befell each household of the two lists, as `deriveGroups` reckons it from single records. `moves` has a row for each hamlet a
 * household counts in.
 */
export const MOVES = `
  ${ON_LIST},
  k as materialized (
    select household_id from on_list
    union
    -- listed elsewhere at the start, living here on neither list at the end: its way off the list is counted here
    select st.household_id from residence re join ${STATUSES.replace("recognised_status st", "recognised_status st on st.household_id = re.household_id")}
    where re.hamlet_id = any ($1) and ${standing("re", 3, 4)} and st.hamlet_id <> all ($1) and ${countsOn("$2::date")}),
  op as materialized (${standingStatus("$2::date")}),
  cl as materialized (${standingStatus("$3::date")}),
  ${lived("lived_before", 2, "op")},
  ${lived("lived_after", 3, "cl")},
  ever as (
    select st.household_id, bool_or(st.class = 'poor') as poor, bool_or(st.class = 'near_poor') as near_poor
    from k join recognised_status st on st.household_id = k.household_id
    where st.valid_from <= $2::date and coalesce(st.valid_to, 'infinity') > $5::date and ${known("st")} group by 1),
  between_lists as (
    select k.household_id,
      coalesce(op.class, case when lb.household_id is not null or h.formed_by = 'listed' then 'none' else 'absent' end) as before,
      coalesce(cl.class, case when la.household_id is not null then 'none' else 'gone' end) as after,
      op.hamlet_id as from_hamlet, coalesce(cl.hamlet_id, la.hamlet_id) as to_hamlet,
      coalesce(ever.poor, false) as ever_poor, coalesce(ever.near_poor, false) as ever_near,
      coalesce(op.members, 0) as members_before, coalesce(cl.members, 0) as members_after
    from k join household h on h.id = k.household_id left join op on op.household_id = k.household_id left join cl on cl.household_id = k.household_id
      left join lived_before lb on lb.household_id = k.household_id left join lived_after la on la.household_id = k.household_id
      left join ever on ever.household_id = k.household_id),
  placed as (
    select b.*, coalesce(from_hamlet, to_hamlet) as hamlet_id, 'whole' as part from between_lists b where from_hamlet is null or to_hamlet is null or from_hamlet = to_hamlet
    union all
    select b.*, from_hamlet, 'left' from between_lists b where from_hamlet <> to_hamlet
    union all
    select b.*, to_hamlet, 'arrived' from between_lists b where from_hamlet <> to_hamlet),
  moves as (
    select p.*, case when part <> 'left' and before = after then greatest(members_after - members_before, 0) else 0 end as gained,
      case when part <> 'left' and before = after then greatest(members_before - members_after, 0) else 0 end as lost
    from placed p where hamlet_id = any ($1))`;

/** Households of the same kind of each hamlet, put together: what one pass over the lists gives. */
export async function listGroups({ client }: Tx, asked: MovementAsked): Promise<Group[]> {
  const { rows } = await client.query<Group>(
    `with ${MOVES}
     select hamlet_id as "hamletId", part, before, after, ever_poor as "everPoor", ever_near as "everNearPoor", count(*)::int as households,
       sum(members_before)::int as "membersBefore", sum(members_after)::int as "membersAfter", sum(gained)::int as gained, sum(lost)::int as lost
     from moves group by 1, 2, 3, 4, 5, 6`,
    askedValues(asked),
  );
  return rows;
}

export interface ListCount {
  readonly side: "opening" | "closing";
  readonly hamletId: string;
  readonly class: List;
  readonly households: number;
  readonly people: number;
}

/** The two lists counted row by row, as boards and reports count them. A household that stands on a list twice shows as a difference. */
export async function countLists({ client }: Tx, asked: MovementAsked): Promise<ListCount[]> {
  const { rows } = await client.query<ListCount>(
    `with ${ON_LIST} select side, hamlet_id as "hamletId", class, count(*)::int as households, sum(members)::int as people from on_list
     where $5::text is not null group by 1, 2, 3`,
    askedValues(asked),
  );
  return rows;
}

/** Households that stand on a list of these hamlets more than once: what a line that does not balance most often comes from. */
export async function listDoubled({ client }: Tx, asked: MovementAsked): Promise<{ householdId: string; headName: string; hamletId: string }[]> {
  const { rows } = await client.query<{ householdId: string; headName: string; hamletId: string }>(
    `with ${ON_LIST} select o.household_id as "householdId", h.head_name as "headName", min(o.hamlet_id::text) as "hamletId"
     from on_list o join household h on h.id = o.household_id where $5::text is not null group by o.household_id, h.head_name, o.side having count(*) > 1`,
    askedValues(asked),
  );
  return rows;
}

/** The key of a kind in `moves`, with whether members were gained (1), lost (-1) or neither. */
export const keyOf = ({ part, before, after, everPoor, everNearPoor }: Kind, change: number): string =>
  [part, before, after, String(everPoor), String(everNearPoor), String(change)].join("|");
const KEY = "concat_ws('|', m.part, m.before, m.after, m.ever_poor::text, m.ever_near::text, sign(m.gained - m.lost)::int::text)";

export interface MoveRow extends Kind {
  readonly householdId: string;
  readonly headName: string;
  readonly hamletId: string;
  readonly membersBefore: number;
  readonly membersAfter: number;
  readonly gained: number;
  readonly lost: number;
  readonly endReason: string | null;
  readonly formedBy: "listed" | "new" | "split" | "arrived";
  readonly formedFrom: string | null;
  readonly formedFromName: string | null;
  readonly otherHamletId: string | null;
  readonly decisionNo: string | null;
  readonly decisionDate: string | null;
}

export interface Page {
  readonly page: number;
  readonly perPage: number;
}

/** The households of these kinds, in the order of their hamlets and names. */
export async function listMoves({ client }: Tx, asked: MovementAsked, keys: readonly string[], { page, perPage }: Page): Promise<{ total: number; rows: MoveRow[] }> {
  const { rows } = await client.query<MoveRow & { total: number }>(
    `with ${MOVES}
     select count(*) over ()::int as total, m.household_id as "householdId", h.head_name as "headName", m.hamlet_id as "hamletId", m.part, m.before, m.after,
       m.ever_poor as "everPoor", m.ever_near as "everNearPoor", m.members_before as "membersBefore", m.members_after as "membersAfter", m.gained, m.lost,
       h.end_reason as "endReason", h.formed_by as "formedBy", h.formed_from as "formedFrom", origin.head_name as "formedFromName",
       case m.part when 'left' then m.to_hamlet when 'arrived' then m.from_hamlet end as "otherHamletId",
       coalesce(cl.decision_no, op.decision_no) as "decisionNo", coalesce(cl.decision_date, op.decision_date)::text as "decisionDate"
     from moves m join household h on h.id = m.household_id left join household origin on origin.id = h.formed_from join hamlet ham on ham.id = m.hamlet_id
       left join op on op.household_id = m.household_id left join cl on cl.household_id = m.household_id
     where ${KEY} = any ($6) order by ham.name collate "vi-x-icu", ham.id, h.sort_key, h.id limit $7 offset $8`,
    [...askedValues(asked), keys, perPage, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => row) };
}

/** The rows of one of the two lists themselves: columns 1 and 9. */
export async function listOnList({ client }: Tx, asked: MovementAsked, side: "opening" | "closing", list: List, { page, perPage }: Page) {
  const { rows } = await client.query<{ total: number; householdId: string; headName: string; hamletId: string; members: number }>(
    `with ${ON_LIST}
     select count(*) over ()::int as total, o.household_id as "householdId", h.head_name as "headName", o.hamlet_id as "hamletId", o.members
     from on_list o join household h on h.id = o.household_id join hamlet ham on ham.id = o.hamlet_id
     where o.side = $6 and o.class = $7 and $5::text is not null order by ham.name collate "vi-x-icu", ham.id, h.sort_key, h.id limit $8 offset $9`,
    [...askedValues(asked), side, list, perPage, (page - 1) * perPage],
  );
  return { total: rows[0]?.total ?? 0, rows };
}

/** Households of the closing list: new on it, back on a list they were on before, or there at the start already. */
export async function listStandings({ client }: Tx, asked: MovementAsked, list: List): Promise<Map<string, "new" | "back" | "stays">> {
  const { rows } = await client.query<{ id: string; standing: "new" | "back" | "stays" }>(
    `with ${MOVES} select household_id as id, case when before = $6 then 'stays' when before in ('none') and (case $6 when 'poor' then ever_poor else ever_poor or ever_near end) then 'back' else 'new' end as standing
     from moves where after = $6 and part <> 'left'`,
    [...askedValues(asked), list],
  );
  return new Map(rows.map(({ id, standing: one }) => [id, one]));
}
