import { hamletLabel, listHamlets, standing, type HamletKind, type HamletRow } from "../../areas/public.ts";
import { makeDate, yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import { codeLists } from "../../registry/public.ts";
import { mustReachArea } from "../policy.ts";
import { groupBy } from "./rules/group.ts";
import { entryOf, type HamletList, type List, type ListedHousehold, type ListKind, type Member } from "./rules/households.ts";

/** A recognised status that stands on the day, or that ended in its year by escaping. */
interface Row {
  readonly householdId: string;
  readonly hamletId: string;
  readonly class: List;
  readonly statusYear: number;
  readonly members: number;
  readonly source: string;
  readonly decisionNo: string | null;
  readonly decisionDate: PlainDate | null;
  readonly headName: string;
  readonly address: string | null;
  /** of an escaped household */
  readonly now: List | null;
}

export interface ListsOnDay {
  readonly lists: Readonly<Record<ListKind, readonly HamletList[]>>;
  /** the one decision behind all standing statuses; null: several or none */
  readonly decision: { readonly number: string; readonly on: PlainDate } | null;
  readonly illustrative: boolean;
}

/** The chosen hamlets of an area on a day; all of them when none is named. Errors: forbidden "poverty.outsideArea"; not_found "poverty.papers.hamletUnknown". */
export async function chosenHamlets(tx: Tx, areaUid: string, on: PlainDate, hamletIds: readonly string[] | undefined): Promise<HamletRow[]> {
  const all = await listHamlets(tx, areaUid, on);
  const chosen = hamletIds === undefined ? all : all.filter(({ id }) => hamletIds.includes(id));
  if (hamletIds !== undefined && chosen.length < new Set(hamletIds).size) throw new AppError("not_found", "poverty.papers.hamletUnknown", { areaUid });
  mustReachArea(tx.actor, areaUid, chosen.map(({ id }) => id), "read");
  return chosen;
}

const COLUMNS = `s.household_id as "householdId", s.hamlet_id as "hamletId", s.class, s.status_year as "statusYear", s.members, s.source, s.decision_no as "decisionNo",
  s.decision_date::text as "decisionDate", h.head_name as "headName", h.address`;
// gone for another reason than the review: moved, left the registry
const NOT_ESCAPED = "('moved', 'correcting_decision', 'dissolved', 'merged', 'split')";

async function listed({ client }: Tx, hamletIds: readonly string[], on: PlainDate): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS}, null as now from recognised_status s join household h on h.id = s.household_id
     where s.hamlet_id = any ($1) and ${standing("s", 2, 3)} and h.voided_at is null order by h.sort_key, h.id`,
    [hamletIds, on, "infinity"],
  );
  return rows;
}

/** On the list earlier in the year, living here still, and no longer on the same list: the class it has now, if any. */
async function escaped({ client }: Tx, hamletIds: readonly string[], on: PlainDate): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select distinct on (h.sort_key, h.id, s.class) ${COLUMNS}, n.class as now
     from recognised_status s join household h on h.id = s.household_id
       left join recognised_status n on n.household_id = s.household_id and ${standing("n", 2, 3)}
     where s.hamlet_id = any ($1) and s.voided_at is null and s.valid_to > $4::date and s.valid_to <= $2::date and coalesce(s.end_reason, '') not in ${NOT_ESCAPED}
       and h.voided_at is null and (h.valid_to is null or h.valid_to > $2::date) and n.class is distinct from s.class and not (s.class = 'near_poor' and n.class is not distinct from 'poor')
     order by h.sort_key, h.id, s.class, s.valid_to desc`,
    [hamletIds, on, "infinity", makeDate(yearOf(on), 1, 1)],
  );
  return rows;
}

interface MemberRow extends Omit<Member, "relation"> {
  readonly householdId: string;
  readonly relation: string;
}

/** Members of households on a day, head first. */
export async function membersOf({ client }: Tx, householdIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, readonly Member[]>> {
  const { rows } = await client.query<MemberRow>(
    `select m.household_id as "householdId", p.full_name as name, p.sex, coalesce(extract(year from p.birth_date)::int, p.birth_year) as "birthYear", p.ethnicity, m.relation
     from membership m join person p on p.id = m.person_id
     where m.household_id = any ($1) and ${standing("m", 2, 3)} order by m.relation, p.birth_year nulls last, p.birth_date, p.sort_key`,
    [householdIds, on, "infinity"],
  );
  const { relations, ethnicGroups } = codeLists();
  const relationName = new Map(relations.map(({ code, name }) => [code, name]));
  const people = new Map(ethnicGroups.map(({ code, name }) => [code, name]));
  const members = new Map<string, Member[]>();
  for (const { householdId, relation, ethnicity, ...one } of rows) {
    const member: Member = { ...one, relation: relationName.get(relation) ?? relation, ethnicity: ethnicity === null ? null : (people.get(ethnicity) ?? ethnicity) };
    members.set(householdId, [...(members.get(householdId) ?? []), member]);
  }
  return members;
}

async function characteristicsOf({ client }: Tx, householdIds: readonly string[], on: PlainDate): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ householdId: string; codes: string[] }>(
    `select c.household_id as "householdId", array_agg(c.code) as codes from characteristic c where c.household_id = any ($1) and ${standing("c", 2, 3)} group by 1`,
    [householdIds, on, "infinity"],
  );
  return new Map(rows.map(({ householdId, codes }) => [householdId, codes]));
}

/** For each household of a list: on which list it was the year before, and on which ever; absent where the hamlet has no list of the year before. */
async function entriesOf({ client }: Tx, rows: readonly Row[]): Promise<ReadonlyMap<string, ReturnType<typeof entryOf>>> {
  const known = await client.query<{ hamletId: string; statusYear: number }>(
    `select distinct hamlet_id as "hamletId", status_year as "statusYear" from recognised_status where hamlet_id = any ($1) and voided_at is null`, [[...new Set(rows.map(({ hamletId }) => hamletId))]]);
  const earlier = await client.query<{ householdId: string; class: List; statusYear: number }>(
    `select household_id as "householdId", class, status_year as "statusYear" from recognised_status where household_id = any ($1) and voided_at is null`, [rows.map(({ householdId }) => householdId)]);
  const years = new Set(known.rows.map(({ hamletId, statusYear }) => `${hamletId} ${statusYear}`));
  const byHousehold = groupBy(earlier.rows, ({ householdId }) => householdId);
  return new Map(rows.flatMap((row) => {
    if (!years.has(`${row.hamletId} ${row.statusYear - 1}`)) return [];
    const before = (byHousehold.get(row.householdId) ?? []).filter(({ statusYear }) => statusYear < row.statusYear);
    const last = before.filter(({ statusYear }) => statusYear === row.statusYear - 1).at(-1)?.class ?? "none";
    return [[row.householdId, entryOf(row.class, last, new Set(before.map((one) => one.class)))] as const];
  }));
}

/** The four lists of chosen hamlets on a day, grouped by hamlet. */
export async function listsOn(tx: Tx, hamlets: readonly HamletRow[], on: PlainDate): Promise<ListsOnDay> {
  const hamletIds = hamlets.map(({ id }) => id);
  const standingRows = await listed(tx, hamletIds, on);
  const escapedRows = await escaped(tx, hamletIds, on);
  const ids = [...new Set([...standingRows, ...escapedRows].map(({ householdId }) => householdId))];
  const [members, characteristics, entries] = [await membersOf(tx, ids, on), await characteristicsOf(tx, ids, on), await entriesOf(tx, standingRows)];
  const household = (row: Row): ListedHousehold => ({
    householdId: row.householdId, headName: row.headName, address: row.address, members: row.members, people: members.get(row.householdId) ?? [],
    characteristics: characteristics.get(row.householdId) ?? [], entry: entries.get(row.householdId) ?? null, now: row.now,
  });
  const byHamlet = (rows: readonly Row[], wanted: List): HamletList[] => {
    const own = groupBy(rows.filter((row) => row.class === wanted), ({ hamletId }) => hamletId);
    return hamlets.map(({ id, label }) => ({ hamlet: label, households: (own.get(id) ?? []).map(household) }));
  };
  const [first] = standingRows;
  const one = first !== undefined && standingRows.every((row) => row.decisionNo === first.decisionNo && row.decisionDate === first.decisionDate);
  return {
    lists: { poor: byHamlet(standingRows, "poor"), near_poor: byHamlet(standingRows, "near_poor"), escaped_poor: byHamlet(escapedRows, "poor"), escaped_near_poor: byHamlet(escapedRows, "near_poor") },
    decision: one && first.decisionNo !== null && first.decisionDate !== null ? { number: first.decisionNo.replace(/\/QĐ-UBND$/, ""), on: first.decisionDate } : null,
    illustrative: [...standingRows, ...escapedRows].some(({ source }) => source === "demo"),
  };
}

/** Where a household lived on a day: its hamlet and the commune of that day. Errors: not_found "poverty.householdUnknown". */
export async function placeOfHousehold({ client }: Tx, householdId: string, on: PlainDate): Promise<{ hamletId: string; hamlet: string; unitUid: string; headName: string; address: string | null }> {
  const { rows } = await client.query<{ hamletId: string; name: string; kind: HamletKind; unitUid: string | null; headName: string; address: string | null }>(
    `select r.hamlet_id as "hamletId", p.name, p.kind, hu.unit_uid as "unitUid", h.head_name as "headName", h.address
     from household h join residence r on r.household_id = h.id and ${standing("r", 2, 3)} join hamlet p on p.id = r.hamlet_id
       left join hamlet_unit hu on hu.hamlet_id = r.hamlet_id and ${standing("hu", 2, 3)}
     where h.id = $1 limit 1`,
    [householdId, on, "infinity"],
  );
  const row = rows[0];
  if (!row || row.unitUid === null) throw new AppError("not_found", "poverty.householdUnknown", { id: householdId, on });
  const { name, kind, ...rest } = row;
  return { ...rest, unitUid: row.unitUid, hamlet: hamletLabel({ name, kind }) };
}
