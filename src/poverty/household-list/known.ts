import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";
import type { Fact } from "../../registry/rules/facts.ts";
import type { Status } from "./rules/statuses.ts";

/** Findings that an import leaves for an officer. */
export const POSSIBLE_DUPLICATE = "poverty.import.possibleDuplicate";
export const PERSON_DIFFERS = "poverty.import.personDiffers";

/** An identity number on file: its keyed hash in base64. */
export interface KnownNumber {
  readonly type: string;
  readonly lookup: string;
}

export interface KnownPerson {
  readonly id: string;
  readonly hamletId: string;
  readonly nameKey: string;
  readonly sex: number;
  readonly birthDate: string | null;
  readonly birthYear: number | null;
  readonly precision: "day" | "month" | "year" | "unknown";
  readonly ethnicity: string | null;
  readonly diedOn: PlainDate | null;
  readonly numbers: KnownNumber[];
}

interface HamletFact extends Fact {
  readonly hamletId: string;
}

export interface KnownMembership extends HamletFact {
  readonly householdId: string;
  readonly person: KnownPerson;
  readonly relation: string;
}

export interface KnownCharacteristic extends HamletFact {
  readonly code: string;
}

export interface KnownAssessment {
  readonly id: string;
  readonly surveyedOn: PlainDate;
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly causes: readonly string[];
}

export interface KnownHousehold {
  readonly id: string;
  readonly hamletId: string;
  readonly localCode: string | null;
  readonly address: string | null;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  /** an earlier list left open whether it is a household of its own */
  readonly doubtful: boolean;
  readonly residences: HamletFact[];
  readonly memberships: KnownMembership[];
  readonly characteristics: KnownCharacteristic[];
  readonly statuses: Status[];
  /** those that a list brought */
  readonly assessments: KnownAssessment[];
}

export interface Known {
  readonly households: ReadonlyMap<string, KnownHousehold>;
  readonly byLookup: ReadonlyMap<string, KnownPerson>;
  /** memberships of a person in any household of these hamlets */
  readonly membershipsOf: ReadonlyMap<string, readonly KnownMembership[]>;
  /** persons whose contradictions an open finding tells already */
  readonly told: ReadonlySet<string>;
}

const FACT = (alias: string): string => `${alias}.id, ${alias}.household_id as "householdId", ${alias}.hamlet_id as "hamletId", ${alias}.valid_from::text as "from", ${alias}.valid_to::text as "to"`;

/** What the registry holds of the households of some hamlets, all times, nothing voided. */
export async function loadKnown(tx: Tx, hamletIds: readonly string[]): Promise<Known> {
  const households = new Map<string, KnownHousehold>();
  for (const row of await rowsOf<Omit<KnownHousehold, "residences" | "memberships" | "characteristics" | "statuses" | "assessments">>(tx, hamletIds,
    `select h.id, h.hamlet_id as "hamletId", h.local_code as "localCode", h.address, h.valid_from::text as "from", h.valid_to::text as "to",
       exists (select from finding f where f.household_id = h.id and f.code = '${POSSIBLE_DUPLICATE}' and f.closed_at is null) as doubtful
     from household h where h.hamlet_id = any ($1) and h.voided_at is null order by h.id`)) {
    households.set(row.id, { ...row, residences: [], memberships: [], characteristics: [], statuses: [], assessments: [] });
  }
  if (households.size === 0) return { households, byLookup: new Map(), membershipsOf: new Map(), told: new Set() };
  const shared = new Shared();
  const { persons, byLookup } = await loadPersons(tx, hamletIds, shared);
  const membershipsOf = await loadMemberships(tx, hamletIds, { households, persons, shared });
  await loadFacts(tx, hamletIds, households, shared);
  const told = await rowsOf<{ person: string }>(tx, hamletIds, `select data ->> 'person' as person from finding where hamlet_id = any ($1) and code = '${PERSON_DIFFERS}' and closed_at is null`);
  return { households, byLookup, membershipsOf, told: new Set(told.map(({ person }) => person)) };
}

const rowsOf = async <Row extends object>(tx: Tx, hamletIds: readonly string[], text: string): Promise<Row[]> => (await tx.client.query<Row>(text, [hamletIds])).rows;

/** One string for all rows that say the same: ids of hamlets and households, days and codes come hundreds of thousands of times. */
class Shared {
  private readonly known = new Map<string, string>();

  of<T extends string | null>(text: T): T {
    if (text === null) return text;
    const known = this.known.get(text);
    if (known !== undefined) return known as T;
    this.known.set(text, text);
    return text;
  }
}

async function loadPersons(tx: Tx, hamletIds: readonly string[], shared: Shared): Promise<{ persons: Map<string, KnownPerson>; byLookup: Map<string, KnownPerson> }> {
  const persons = new Map<string, KnownPerson>();
  for (const row of await rowsOf<Omit<KnownPerson, "numbers">>(tx, hamletIds,
    `select id, hamlet_id as "hamletId", name_folded as "nameKey", sex, birth_date::text as "birthDate", birth_year as "birthYear",
       birth_precision as "precision", ethnicity, died_on::text as "diedOn" from person where hamlet_id = any ($1) and voided_at is null`)) {
    const { id, hamletId, nameKey, sex, birthDate, birthYear, precision, ethnicity, diedOn } = row;
    persons.set(id, {
      id, hamletId: shared.of(hamletId), nameKey: shared.of(nameKey), sex, birthDate: shared.of(birthDate), birthYear, precision: shared.of(precision), ethnicity: shared.of(ethnicity), diedOn, numbers: [],
    });
  }
  const byLookup = new Map<string, KnownPerson>();
  for (const { personId, type, lookup } of await rowsOf<{ personId: string; type: string; lookup: string }>(tx, hamletIds,
    `select person_id as "personId", type, encode(lookup, 'base64') as lookup from person_identifier where hamlet_id = any ($1) and voided_at is null`)) {
    const person = persons.get(personId);
    if (!person) continue;
    person.numbers.push({ type: shared.of(type), lookup });
    byLookup.set(lookup, person);
  }
  return { persons, byLookup };
}

async function loadMemberships(
  tx: Tx, hamletIds: readonly string[], { households, persons, shared }: { readonly households: ReadonlyMap<string, KnownHousehold>; readonly persons: ReadonlyMap<string, KnownPerson>; readonly shared: Shared },
): Promise<Map<string, KnownMembership[]>> {
  const membershipsOf = new Map<string, KnownMembership[]>();
  for (const { personId, id, householdId, hamletId, from, to, relation } of await rowsOf<Omit<KnownMembership, "person"> & { personId: string }>(tx, hamletIds,
    `select ${FACT("m")}, m.person_id as "personId", m.relation from membership m where m.hamlet_id = any ($1) and m.voided_at is null order by m.valid_from, m.id`)) {
    const person = persons.get(personId);
    const household = households.get(householdId);
    if (!person || !household) continue;
    const membership: KnownMembership = { id, householdId: household.id, hamletId: shared.of(hamletId), from: shared.of(from), to: shared.of(to), relation: shared.of(relation), person };
    household.memberships.push(membership);
    const own = membershipsOf.get(person.id);
    if (own) own.push(membership);
    else membershipsOf.set(person.id, [membership]);
  }
  return membershipsOf;
}

const NO_CAUSES: readonly string[] = [];

async function loadFacts(tx: Tx, hamletIds: readonly string[], households: ReadonlyMap<string, KnownHousehold>, shared: Shared): Promise<void> {
  type Of<T> = T & { readonly householdId: string };
  const order = "and x.voided_at is null order by x.valid_from, x.id";
  for (const { householdId, id, hamletId, from, to } of await rowsOf<Of<HamletFact>>(tx, hamletIds, `select ${FACT("x")} from residence x where x.hamlet_id = any ($1) ${order}`)) {
    households.get(householdId)?.residences.push({ id, hamletId: shared.of(hamletId), from: shared.of(from), to: shared.of(to) });
  }
  for (const { householdId, ...row } of await rowsOf<Of<KnownCharacteristic>>(tx, hamletIds, `select ${FACT("x")}, x.code from characteristic x where x.hamlet_id = any ($1) ${order}`)) {
    households.get(householdId)?.characteristics.push(row);
  }
  for (const { householdId, ...row } of await rowsOf<Of<Status>>(tx, hamletIds,
    `select ${FACT("x")}, x.class, x.ruleset, x.status_year as "statusYear", x.members, x.decision_no as "decisionNo", x.decision_date::text as "decisionDate", x.signer,
       x.end_reason as "endReason", x.source from recognised_status x where x.hamlet_id = any ($1) ${order}`)) {
    households.get(householdId)?.statuses.push(row);
  }
  for (const { householdId, id, surveyedOn, scoreIncome, scoreDeprivation, causes } of await rowsOf<Of<KnownAssessment>>(tx, hamletIds,
    `select x.id, x.household_id as "householdId", x.surveyed_on::text as "surveyedOn", x.score_income as "scoreIncome", x.score_deprivation as "scoreDeprivation",
       coalesce(x.causes, '{}') as causes from assessment x where x.hamlet_id = any ($1) and x.voided_at is null and x.score_source = 'imported_list' order by x.surveyed_on`)) {
    households.get(householdId)?.assessments.push({ id, surveyedOn: shared.of(surveyedOn), scoreIncome, scoreDeprivation, causes: causes.length === 0 ? NO_CAUSES : causes });
  }
}
