import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import { hamletKey, lookupOf, type SealKeys } from "../../registry/public.ts";
import { textOf } from "./line-format.ts";
import type { ReadLine } from "./read-lines.ts";

/** Somebody a line may mean; `personId` null: the household itself. */
export interface Candidate {
  readonly householdId: string;
  readonly personId: string | null;
  readonly hamletId: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly hamlet: string;
  readonly masked: string | null;
  readonly isHead: boolean;
  /** keyed hashes of the numbers, as hex */
  readonly lookups: readonly string[];
}

export type Match = { readonly kind: "one"; readonly candidate: Candidate; readonly by: "number" | "masked" | "name" } | { readonly kind: "many"; readonly candidates: readonly Candidate[] } | { readonly kind: "none" };

/** What a line says of whom it means. */
export interface Said {
  readonly name: string;
  readonly digits: string | null;
  /** "089••••••001" as lists show a number */
  readonly masked: string | null;
  readonly birthYear: number | null;
  readonly hamlet: string;
}

const MASKED = /^(\d{3})[^\d]{2,}(\d{3})$/;

export function saidOf({ cells }: ReadLine, of: "household" | "person"): Said {
  const head = textOf(cells.head_name ?? null);
  const member = textOf(cells.member_name ?? null);
  const number = textOf(cells.identity ?? null).replace(/[\s.'’-]/g, "");
  const padded = /^\d{11}$/.test(number) ? `0${number}` : number; // a spreadsheet drops the leading zero
  const birth = cells.birth instanceof Date ? cells.birth.getUTCFullYear() : parseLooseDate(textOf(cells.birth ?? null))?.year;
  return {
    name: of === "household" ? head || member : member || head, digits: /^(\d{12}|\d{9})$/.test(padded) ? padded : null, masked: MASKED.test(number) ? number.replace(MASKED, "$1$2") : null,
    birthYear: birth ?? null, hamlet: textOf(cells.hamlet ?? null),
  };
}

/** Finds whom lines mean: by number, by masked number and name, else by name, year of birth and hamlet. Never by a name that two share. */
export class Matcher {
  private readonly keys: SealKeys;
  private readonly byLookup = new Map<string, Candidate[]>();
  private readonly byName = new Map<string, Candidate[]>();

  constructor(candidates: readonly Candidate[], keys: SealKeys) {
    this.keys = keys;
    for (const candidate of candidates) {
      for (const lookup of candidate.lookups) push(this.byLookup, lookup, candidate);
      push(this.byName, fold(candidate.name), candidate);
    }
  }

  match({ name, digits, masked, birthYear, hamlet }: Said): Match {
    if (digits !== null) {
      const found = this.byLookup.get(lookupOf(this.keys, digits).toString("hex")) ?? [];
      if (found.length > 0) return one(found, "number");
    }
    const named = this.byName.get(fold(name)) ?? [];
    if (masked !== null) {
      const found = named.filter((candidate) => candidate.masked?.replace(MASKED, "$1$2") === masked);
      if (found.length > 0) return one(found, "masked");
    }
    const years = birthYear === null ? named : named.filter((candidate) => candidate.birthYear === null || candidate.birthYear === birthYear);
    const near = hamlet === "" ? years : years.filter((candidate) => hamletKey(candidate.hamlet) === hamletKey(hamlet));
    // a hamlet may be written otherwise: then the name and the year must be enough
    const left = near.length > 0 ? near : birthYear === null ? [] : years;
    return left.length === 0 ? { kind: "none" } : one(left, "name");
  }
}

const one = (found: readonly Candidate[], by: "number" | "masked" | "name"): Match => (found.length === 1 ? { kind: "one", candidate: found[0]!, by } : { kind: "many", candidates: found });

function push<Key>(map: Map<Key, Candidate[]>, key: Key, candidate: Candidate): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [candidate]);
  else list.push(candidate);
}

/** The people who live in some hamlets on a day, to be matched with; `householdIds` narrows them. */
export async function peopleOf({ client }: Tx, asked: { readonly hamletIds: readonly string[] | null; readonly householdIds?: readonly string[] | null; readonly on: string }): Promise<Candidate[]> {
  const { rows } = await client.query<Omit<Candidate, "lookups"> & { lookups: string[] | null }>(
    `select m.household_id as "householdId", m.person_id as "personId", m.hamlet_id as "hamletId", p.full_name as name, coalesce(p.birth_year, extract(year from p.birth_date)::int) as "birthYear",
       t.name as hamlet, m.is_head as "isHead", i.masked, i.lookups
     from membership m join person p on p.id = m.person_id join hamlet t on t.id = m.hamlet_id
       left join lateral (select min(masked) as masked, array_agg(encode(lookup, 'hex')) as lookups from person_identifier where person_id = p.id and voided_at is null) i on true
     where ($1::uuid[] is null or m.hamlet_id = any ($1)) and ($2::uuid[] is null or m.household_id = any ($2)) and m.voided_at is null and m.valid_from <= $3::date and (m.valid_to is null or m.valid_to > $3::date)`,
    [asked.hamletIds, asked.householdIds ?? null, asked.on],
  );
  return rows.map((row) => ({ ...row, lookups: row.lookups ?? [] }));
}

/** For policies of households: their heads stand for them. */
export const headsOf = (people: readonly Candidate[]): Candidate[] => people.filter(({ isHead }) => isHead).map((head) => ({ ...head, personId: null }));
