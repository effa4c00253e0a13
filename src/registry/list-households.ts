import { sql, type RawBuilder, type SqlBool } from "kysely";
import { hamletIdsOf, hamletLabel, unitPlace, getUnit, type HamletKind } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import { fold } from "../kernel/text/fold.ts";
import type { Tx } from "../platform/door.ts";
import { stands, type AsOf } from "./as-of.ts";
import type { HouseholdRow, ListQuery, SORTS } from "./contract.ts";
import { lookupOf } from "./sealing.ts";
import type { RegistryServices } from "./use-case.ts";

export interface HouseholdList {
  readonly total: number;
  readonly page: number;
  readonly perPage: number;
  readonly rows: HouseholdRow[];
}

export const asOfQuery = ({ on, known }: Pick<ListQuery, "on" | "known">): AsOf => ({ on, ...(known !== undefined && { knownAt: known }) });

/** Households that live in the area on the day, as known at the instant asked, narrowed and sorted; one page of them. */
export async function listHouseholds(tx: Tx, services: RegistryServices, query: ListQuery): Promise<HouseholdList> {
  const at = asOfQuery(query);
  const hamletIds = await hamletsOf(tx, query);
  const conditions = conditionsOf(services, query, at, hamletIds);
  const found = await sql<{ id: string; total: number }>`
    select h.id, count(*) over ()::int as total
    from residence r join household h on h.id = r.household_id join hamlet p on p.id = r.hamlet_id
    where ${sql.join(conditions, sql` and `)}
    order by ${sql.raw(orderOf(query.sort))}
    limit ${query.perPage} offset ${(query.page - 1) * query.perPage}`.execute(tx.db);
  const ids = found.rows.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await rowsOf(tx, services, ids, at);
  return { total: found.rows[0]?.total ?? (query.page > 1 ? await countAll(tx, conditions) : 0), page: query.page, perPage: query.perPage, rows };
}

/** A page past the end has no rows to carry the count. */
async function countAll(tx: Tx, conditions: readonly RawBuilder<SqlBool>[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from residence r join household h on h.id = r.household_id where ${sql.join(conditions, sql` and `)}`.execute(tx.db);
  return rows[0]!.n;
}

async function hamletsOf(tx: Tx, { area, on, known, hamlet }: ListQuery): Promise<string[]> {
  const all = await hamletIdsOf(tx, area, on, known);
  return hamlet ? all.filter((id) => hamlet.includes(id)) : all;
}

const MEMBERS = "(select count(*) from membership m where m.household_id = h.id and m.voided_at is null and m.valid_to is null)";

const ORDER: Readonly<Record<string, readonly string[]>> = {
  name: ["h.sort_key"],
  hamlet: ['p.name collate "vi-x-icu"', "p.id"],
  code: ["length(h.local_code)", "h.local_code"],
  members: [MEMBERS],
};

/** Households alike in what is sorted by stand by the name of the head. */
function orderOf(sort: (typeof SORTS)[number]): string {
  const turned = sort.startsWith("-") ? " desc" : "";
  return [...ORDER[sort.replace("-", "")]!.map((key) => `${key}${turned} nulls last`), "h.sort_key", "h.id"].join(", ");
}

function conditionsOf(services: RegistryServices, query: ListQuery, at: AsOf, hamletIds: readonly string[]): RawBuilder<SqlBool>[] {
  const conditions = [sql<SqlBool>`r.hamlet_id = any (${hamletIds}::uuid[])`, stands("r", at)];
  const { contributions } = services;
  if (query.class !== undefined) {
    if (!contributions.classes.some(({ code }) => code === query.class)) throw new AppError("invalid", "registry.classUnknown", { code: query.class });
    conditions.push(contributions.withClass(query.class, at, hamletIds));
  }
  for (const code of query.characteristic ?? []) {
    conditions.push(sql<SqlBool>`exists (select from characteristic c where c.household_id = h.id and c.code = ${code} and ${stands("c", at)})`);
  }
  if (query.q) conditions.push(holds(services, query.q, at, hamletIds));
  return conditions;
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

/** A member's name without regard to marks, the office's own code, or a whole identity number. */
function holds(services: RegistryServices, text: string, at: AsOf, hamletIds: readonly string[]): RawBuilder<SqlBool> {
  const digits = text.replace(/\s/g, "");
  if (/^(\d{9}|\d{12})$/.test(digits)) {
    return sql<SqlBool>`exists (select from membership m join person_identifier i on i.person_id = m.person_id
      where m.household_id = h.id and i.lookup = ${lookupOf(services.config.keys, digits)} and i.voided_at is null and ${stands("m", at)})`;
  }
  return sql<SqlBool>`(h.local_code = ${text.trim()} or h.id in (select m.household_id from membership m join person p on p.id = m.person_id
    where m.hamlet_id = any (${hamletIds}::uuid[]) and p.name_folded like ${`%${escapeLike(fold(text))}%`} and ${stands("m", at)}))`;
}

interface Shown {
  id: string;
  localCode: string | null;
  headName: string;
  address: string | null;
  hamletId: string;
  hamletName: string;
  hamletKind: HamletKind;
  unitUid: string | null;
  members: number;
  characteristics: string[] | null;
}

/** The rows of some households on a day, in the order of the ids: head and members of that day. */
async function rowsOf(tx: Tx, { contributions }: RegistryServices, ids: readonly string[], at: AsOf): Promise<HouseholdRow[]> {
  const { rows } = await sql<Shown>`
    select h.id, h.local_code as "localCode", h.address, r.hamlet_id as "hamletId", p.name as "hamletName", p.kind as "hamletKind",
      coalesce(m.head, h.head_name) as "headName", coalesce(m.members, 0)::int as members, hu.unit_uid as "unitUid", c.codes as characteristics
    from unnest(${ids}::uuid[]) with ordinality asked (id, place) join household h on h.id = asked.id
      join residence r on r.household_id = h.id and ${stands("r", at)} join hamlet p on p.id = r.hamlet_id
      left join hamlet_unit hu on hu.hamlet_id = p.id and ${stands("hu", at)}
      left join lateral (select count(*) as members, max(q.full_name) filter (where m.is_head) as head from membership m left join person q on q.id = m.person_id
        where m.household_id = h.id and ${stands("m", at)}) m on true
      left join lateral (select array_agg(c.code order by c.code) as codes from characteristic c where c.household_id = h.id and ${stands("c", at)}) c on true
    order by asked.place`.execute(tx.db);
  const badges = await contributions.badges(tx, ids, at);
  return rows.map(({ hamletName, hamletKind, unitUid, ...row }) => ({
    ...row,
    hamlet: hamletLabel({ name: hamletName, kind: hamletKind }),
    unit: unitUid === null ? "" : unitPlace(getUnit(unitUid), tx.actor.on),
    characteristics: row.characteristics ?? [],
    badges: [...(badges.get(row.id) ?? [])].map((badge) => ({ ...badge, data: { ...badge.data } })),
  }));
}
