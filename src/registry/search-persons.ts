import { getUnit, hamletLabel, unitPlace, type HamletKind } from "../areas/public.ts";
import { fold } from "../kernel/text/fold.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { FoundPerson } from "./contract.ts";
import { lookupOfLast4, lookupOf } from "./sealing.ts";
import { markedSpellings, nameRank } from "./rules/search-text.ts";

/** To rank by; a page shows at most so many. */
const MOST_CANDIDATES = 50;

interface Row extends Omit<FoundPerson, "hamlet" | "unit" | "by"> {
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
  readonly unitUid: string | null;
  readonly sortKey: string;
}

/**
 * Persons of the actor's own scope: by name without marks, those with the very marks first; by a whole identity number, or by its last
 * four digits. A word of fewer than two letters finds nobody.
 */
export async function searchPersons(tx: Tx, services: Services, text: string, most: number): Promise<FoundPerson[]> {
  const digits = text.replace(/\s/g, "");
  if (/^\d+$/.test(digits)) return searchNumber(tx, services, digits, most);
  const folded = fold(text);
  if (folded.length < 2) return [];
  const { rows } = await tx.client.query<{ person_id: string }>("select person_id from search_person_ids($1, $2, $3)", [folded, MOST_CANDIDATES, markedSpellings(text)]);
  const found = await rowsOf(tx, rows.map((row) => row.person_id));
  const ranked = found.map((row) => ({ row, rank: nameRank(row.fullName, text) })).sort((a, b) => a.rank - b.rank || (a.row.sortKey < b.row.sortKey ? -1 : 1));
  return ranked.slice(0, most).map(({ row }) => view(tx, row, "name"));
}

async function searchNumber(tx: Tx, { config }: Services, digits: string, most: number): Promise<FoundPerson[]> {
  const [column, lookup] = digits.length === 4 ? ["lookup_last4", lookupOfLast4(config.keys, digits)] : ["lookup", lookupOf(config.keys, digits)];
  const { rows } = await tx.client.query<{ person_id: string }>(
    `select distinct person_id from person_identifier where ${column} = $1 and voided_at is null limit $2`, [lookup, most],
  );
  return (await rowsOf(tx, rows.map((row) => row.person_id))).map((row) => view(tx, row, "number"));
}

/** Read under the actor's own policies: an id from the search function opens nothing by itself. */
async function rowsOf({ client }: Tx, ids: readonly string[]): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    `select p.id as "personId", p.full_name as "fullName", p.birth_year as "birthYear", p.sex, p.sort_key as "sortKey", now.household_id as "householdId", now.head_name as "headName",
       t.name as "hamletName", t.kind as "hamletKind",
       (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = p.hamlet_id and hu.voided_at is null order by hu.valid_from desc limit 1) as "unitUid"
     from person p join hamlet t on t.id = p.hamlet_id
       left join lateral (select m.household_id, h.head_name from membership m join household h on h.id = m.household_id
         where m.person_id = p.id and m.voided_at is null order by m.valid_to desc nulls first limit 1) now on true
     where p.id = any ($1) and p.voided_at is null`,
    [ids],
  );
  return rows;
}

const view = ({ actor }: Tx, row: Row, by: FoundPerson["by"]): FoundPerson => ({
  personId: row.personId, fullName: row.fullName, birthYear: row.birthYear, sex: row.sex, householdId: row.householdId, headName: row.headName, by,
  hamlet: hamletLabel({ name: row.hamletName, kind: row.hamletKind }), unit: row.unitUid === null ? "" : unitPlace(getUnit(row.unitUid), actor.on),
});
