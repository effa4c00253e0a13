import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { newId, type Change, type Tx } from "../platform/door.ts";
import type { SealedNumber } from "./sealing.ts";
import type { PersonFacts } from "./rules/person.ts";

export type NumberType = "CCCD" | "CMND" | "other";

export async function insertPerson(tx: Tx, person: PersonFacts, hamletId: string): Promise<{ id: string; changes: Change[] }> {
  const id = newId<"person">();
  const { birth } = person;
  await tx.client.query(
    `insert into person (id, hamlet_id, full_name, name_folded, sort_key, sex, birth_date, birth_year, birth_precision, ethnicity)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, hamletId, person.fullName, person.nameFolded, person.sortKey, person.sex, birth.date, birth.year, birth.precision, person.ethnicity],
  );
  return { id, changes: [{ entity: "person", entityId: id, kind: "added", hamletId }] };
}

export interface NewNumber extends SealedNumber {
  readonly personId: string;
  readonly hamletId: string;
  readonly type: NumberType;
  readonly source: string;
}

export async function insertNumber(tx: Tx, number: NewNumber): Promise<Change> {
  const id = newId<"person_identifier">();
  await tx.client.query(
    `insert into person_identifier (id, person_id, hamlet_id, type, sealed, lookup, lookup_last4, masked, source) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, number.personId, number.hamletId, number.type, number.sealed, number.lookup, number.lookup_last4, number.masked, number.source],
  );
  return { entity: "person_identifier", entityId: id, kind: "added", hamletId: number.hamletId };
}

export interface PersonState {
  readonly id: string;
  readonly version: number;
  readonly hamletId: string;
  readonly fullName: string;
  readonly sex: 0 | 1 | 2;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly birthPrecision: string;
  readonly ethnicity: string | null;
  readonly diedOn: PlainDate | null;
}

const STATE = `id, version, hamlet_id as "hamletId", full_name as "fullName", sex, birth_date::text as "birthDate", birth_year as "birthYear",
  birth_precision as "birthPrecision", ethnicity, died_on::text as "diedOn"`;

/** Errors: not_found "registry.personUnknown"; conflict "registry.personChanged" with the current state when `baseVersion` is older. */
export async function loadPerson(tx: Tx, id: string, baseVersion?: number): Promise<PersonState> {
  const { rows } = await tx.client.query<PersonState>(`select ${STATE} from person where id = $1 and voided_at is null for update`, [id]);
  const person = rows[0];
  if (!person) throw new AppError("not_found", "registry.personUnknown", { id });
  if (baseVersion !== undefined && person.version !== baseVersion) {
    throw new AppError("conflict", "registry.personChanged", { id, baseVersion, currentVersion: person.version, current: { ...person, id: undefined } });
  }
  return person;
}

/** Writes a corrected person; what the record said before is kept beside it. Returns the new version. */
export async function replacePerson(tx: Tx, before: PersonState, person: PersonFacts, diedOn: PlainDate | null, reason: string): Promise<number> {
  await keepPast(tx, before.id, reason);
  const { birth } = person;
  const { rows } = await tx.client.query<{ version: number }>(
    `update person set version = version + 1, full_name = $2, name_folded = $3, sort_key = $4, sex = $5, birth_date = $6, birth_year = $7,
       birth_precision = $8, ethnicity = $9, died_on = $10 where id = $1 returning version`,
    [before.id, person.fullName, person.nameFolded, person.sortKey, person.sex, birth.date, birth.year, birth.precision, person.ethnicity, diedOn],
  );
  return rows[0]!.version;
}

async function keepPast({ client }: Tx, personId: string, reason: string): Promise<void> {
  await client.query(
    `insert into person_past (person_id, version, hamlet_id, full_name, sex, birth_date, birth_year, birth_precision, ethnicity, died_on, recorded_at, replace_reason)
     select p.id, p.version, p.hamlet_id, p.full_name, p.sex, p.birth_date, p.birth_year, p.birth_precision, p.ethnicity, p.died_on,
       coalesce((select max(replaced_at) from person_past where person_id = p.id), p.recorded_at), $2
     from person p where p.id = $1`,
    [personId, reason],
  );
}

export async function recordDeath(tx: Tx, personId: string, on: PlainDate, reason: string): Promise<void> {
  await keepPast(tx, personId, reason);
  await tx.client.query("update person set version = version + 1, died_on = $2 where id = $1", [personId, on]);
}

/** Persons and their numbers lie where they live: who keeps that hamlet sees them. */
export async function settlePersons({ client }: Tx, personIds: readonly string[], hamletId: string): Promise<void> {
  await client.query("update person set hamlet_id = $2 where id = any ($1) and hamlet_id <> $2", [personIds, hamletId]);
  await client.query("update person_identifier set hamlet_id = $2 where person_id = any ($1) and hamlet_id <> $2", [personIds, hamletId]);
}

export interface Namesake {
  readonly personId: string;
  readonly fullName: string;
  readonly householdId: string | null;
  readonly headName: string | null;
}

const WITH_HOUSEHOLD = `
  left join lateral (select m.household_id, h.head_name from membership m join household h on h.id = m.household_id
    where m.person_id = p.id and m.voided_at is null and m.valid_to is null limit 1) now on true`;
const NAMESAKE = `p.id as "personId", p.full_name as "fullName", now.household_id as "householdId", now.head_name as "headName"`;

/** Persons in the actor's rows who hold the number. */
export async function findByNumber({ client }: Tx, lookup: Buffer): Promise<Namesake[]> {
  const { rows } = await client.query<Namesake>(
    `select distinct ${NAMESAKE} from person_identifier i join person p on p.id = i.person_id ${WITH_HOUSEHOLD}
     where i.lookup = $1 and i.voided_at is null and p.voided_at is null`,
    [lookup],
  );
  return rows;
}

/** Persons in the actor's rows of that name, marks aside, born in that year. */
export async function findAlike({ client }: Tx, nameFolded: string, birthYear: number): Promise<Namesake[]> {
  const { rows } = await client.query<Namesake>(
    `select ${NAMESAKE} from person p ${WITH_HOUSEHOLD} where p.name_folded = $1 and p.birth_year = $2 and p.voided_at is null limit 3`,
    [nameFolded, birthYear],
  );
  return rows;
}

/** The household a person belongs to from a day on, if any. */
export async function findHouseholdOf({ client }: Tx, personId: string, on: PlainDate): Promise<Namesake | undefined> {
  const { rows } = await client.query<Namesake>(
    `select p.id as "personId", p.full_name as "fullName", m.household_id as "householdId", h.head_name as "headName"
     from membership m join person p on p.id = m.person_id left join household h on h.id = m.household_id
     where m.person_id = $1 and m.voided_at is null and (m.valid_to is null or m.valid_to > $2) limit 1`,
    [personId, on],
  );
  return rows[0];
}
