import { fold } from "../kernel/text/fold.ts";
import type { Tx } from "../platform/door.ts";
import { lookupOf, type SealKeys } from "./sealing.ts";

/** A row of a list that names somebody. `identity` as written; it is hashed here and kept nowhere. */
export interface WorkerAsked {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly hamletId: string;
  readonly identity?: string | null;
}

export type WorkerMatch = { readonly kind: "found"; readonly personId: string; readonly by: "number" | "name" } | { readonly kind: "ambiguous"; readonly personIds: readonly string[] } | { readonly kind: "none" };

const NONE: WorkerMatch = { kind: "none" };
const digitsOf = (identity: string | null | undefined): string => (identity ?? "").replace(/\D/g, "");

async function byNumber(tx: Tx, keys: SealKeys, rows: readonly WorkerAsked[]): Promise<ReadonlyMap<string, string>> {
  const numbers = [...new Set(rows.map((row) => digitsOf(row.identity)).filter((digits) => digits.length === 9 || digits.length === 12))];
  if (numbers.length === 0) return new Map();
  const asked = new Map(numbers.map((digits) => [lookupOf(keys, digits).toString("base64"), digits]));
  const { rows: found } = await tx.client.query<{ lookup: Buffer; person: string }>(
    `select i.lookup, i.person_id as person from person_identifier i join person p on p.id = i.person_id
     where i.lookup = any ($1) and i.voided_at is null and p.voided_at is null`,
    [numbers.map((digits) => lookupOf(keys, digits))],
  );
  return new Map(found.map((row) => [asked.get(row.lookup.toString("base64"))!, row.person]));
}

const nameKey = (folded: string, birthYear: number | null, hamletId: string): string => `${folded}|${birthYear ?? ""}|${hamletId}`;

async function byName(tx: Tx, rows: readonly WorkerAsked[]): Promise<ReadonlyMap<string, string[]>> {
  const hamlets = [...new Set(rows.map((row) => row.hamletId))];
  const names = [...new Set(rows.map((row) => fold(row.fullName)))];
  const { rows: found } = await tx.client.query<{ id: string; name: string; year: number | null; hamlet: string }>(
    `select p.id, p.name_folded as name, coalesce(extract(year from p.birth_date)::int, p.birth_year) as year, p.hamlet_id as hamlet
     from person p where p.hamlet_id = any ($1) and p.name_folded = any ($2) and p.voided_at is null and p.died_on is null`,
    [hamlets, names],
  );
  const people = new Map<string, string[]>();
  for (const one of found) {
    const key = nameKey(one.name, one.year, one.hamlet);
    people.set(key, [...(people.get(key) ?? []), one.id]);
  }
  return people;
}

/**
 * Who the rows of a list are, in their order: by identity number where one is written, else by name, year of birth and hamlet. Two persons with the same
 * three are ambiguous, never guessed. A row without year of birth is matched by number only. Reads what the actor may read.
 */
export async function matchWorkers(tx: Tx, keys: SealKeys, rows: readonly WorkerAsked[]): Promise<WorkerMatch[]> {
  if (rows.length === 0) return [];
  const numbers = await byNumber(tx, keys, rows);
  const names = await byName(tx, rows);
  return rows.map((row): WorkerMatch => {
    const numbered = numbers.get(digitsOf(row.identity));
    if (numbered !== undefined) return { kind: "found", personId: numbered, by: "number" };
    const ids = row.birthYear === null ? [] : (names.get(nameKey(fold(row.fullName), row.birthYear, row.hamletId)) ?? []);
    if (ids.length > 1) return { kind: "ambiguous", personIds: ids };
    return ids[0] === undefined ? NONE : { kind: "found", personId: ids[0], by: "name" };
  });
}
