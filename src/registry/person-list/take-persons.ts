import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import { nameSortKey } from "../../kernel/text/name.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { addFacts } from "../facts.ts";
import { insertHousehold } from "../household-store.ts";
import type { ListTaking, PlacedRow, Taken } from "../list-import/kind.ts";
import { numbersElsewhere, openNumberElsewhere } from "../number-elsewhere.ts";
import { findHouseholdOf, insertNumber, insertPerson } from "../person-store.ts";
import { HEAD, RELATION_UNKNOWN } from "../rules/household.ts";
import type { RowProblem } from "../rules/list-row.ts";
import { earliestDay, type Birth, type PersonFacts } from "../rules/person.ts";
import { lookupOf, sealNumber } from "../sealing.ts";
import type { PersonRow } from "./kind.ts";

type Row = PlacedRow<PersonRow>;

const groupKey = ({ place, value }: Row): string => `${place}|${value.household}`;

function grouped(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(groupKey(row), [...(groups.get(groupKey(row)) ?? []), row]);
  return groups;
}

const headOf = (rows: readonly Row[]): Row | undefined => rows.find(({ value }) => value.relation === HEAD);

/** A new household needs its head; somebody who is a member elsewhere stays there. */
export async function checkPersons(tx: Tx, rows: readonly Row[], { asOf }: { readonly asOf: PlainDate }): Promise<readonly (RowProblem & { readonly index: number })[]> {
  const problems: (RowProblem & { index: number })[] = [];
  const indexOf = new Map(rows.map((row, index) => [row, index]));
  const households = await householdsOf(tx, rows, asOf);
  for (const group of grouped(rows).values()) {
    const known = householdOf(group, households);
    const heads = group.filter(({ value }) => value.relation === HEAD);
    if (known === undefined && heads.length === 0) for (const row of group) problems.push({ index: indexOf.get(row)!, severity: "error", code: "personList.noHead", field: "relation", data: { household: row.value.household } });
    for (const row of heads.slice(1)) problems.push({ index: indexOf.get(row)!, severity: "error", code: "personList.twoHeads", field: "relation", data: { head: heads[0]!.worker!.fullName, headRow: heads[0]!.row } });
    for (const row of group) {
      const own = row.worker!.personId ? households.get(row.worker!.personId) : undefined;
      if (own !== undefined && own.householdId !== known) problems.push({ index: indexOf.get(row)!, severity: "warning", code: "personList.memberElsewhere", field: "member_name", data: { name: row.worker!.fullName, head: own.headName } });
    }
  }
  return problems;
}

interface Membership {
  readonly householdId: string;
  readonly headName: string;
}

async function householdsOf(tx: Tx, rows: readonly Row[], asOf: PlainDate): Promise<ReadonlyMap<string, Membership>> {
  const ids = rows.flatMap(({ worker }) => worker?.personId ?? []);
  const { rows: found } = await tx.client.query<Membership & { personId: string }>(
    `select m.person_id as "personId", m.household_id as "householdId", h.head_name as "headName" from membership m join household h on h.id = m.household_id
     where m.person_id = any ($1) and m.voided_at is null and (m.valid_to is null or m.valid_to > $2)`,
    [ids, asOf],
  );
  return new Map(found.map(({ personId, ...household }) => [personId, household]));
}

/** The household on file that a group of lines means: its head's, else that of any of its members. */
function householdOf(group: readonly Row[], households: ReadonlyMap<string, Membership>): string | undefined {
  const ordered = [...group].sort((a, b) => Number(b.value.relation === HEAD) - Number(a.value.relation === HEAD));
  for (const { worker } of ordered) {
    const known = worker?.personId ? households.get(worker.personId) : undefined;
    if (known) return known.householdId;
  }
  return undefined;
}

/** Brings new persons and households into the register, with the numbers that are written. What is on file stays as it is. */
export async function takePersons(tx: Tx, rows: readonly Row[], { services, all, asOf }: ListTaking): Promise<Taken> {
  const changes: Change[] = [];
  const ids = new Map<Row, string>();
  const wanted = new Set(rows.map(({ sheet, row }) => `${sheet}!${row}`));
  const households = await householdsOf(tx, all as readonly Row[], asOf);
  for (const group of grouped(all as readonly Row[]).values()) {
    const news = group.filter(({ sheet, row }) => wanted.has(`${sheet}!${row}`));
    if (news.length === 0) continue;
    const household = await householdFor(tx, group, households, asOf);
    changes.push(...household.changes);
    for (const row of news) {
      const taken = await takePerson(tx, services, row, household.id, asOf);
      changes.push(...taken.changes);
      ids.set(row, taken.personId);
    }
  }
  const idOf = new Map([...ids].map(([{ sheet, row }, id]) => [`${sheet}!${row}`, id]));
  return { ids: rows.map(({ sheet, row }) => idOf.get(`${sheet}!${row}`)!), changes, dirty: { topic: "status", hamletIds: [...new Set(rows.map(({ hamletId }) => hamletId!))] } };
}

async function householdFor(tx: Tx, group: readonly Row[], households: ReadonlyMap<string, Membership>, asOf: PlainDate): Promise<{ readonly id: string; readonly changes: Change[] }> {
  const known = householdOf(group, households);
  if (known !== undefined) return { id: known, changes: [] };
  const head = headOf(group)!;
  const { hamletId, value } = head;
  const made = await insertHousehold(tx, { hamletId: hamletId!, from: asOf, localCode: value.code, address: value.address, headName: head.worker!.fullName, formedBy: "listed" });
  return { id: made.id, changes: [...made.changes, ...(await addFacts(tx, "residence", [{ householdId: made.id, hamletId: hamletId!, from: asOf, to: null }]))] };
}

async function takePerson(tx: Tx, services: Services, row: Row, householdId: string, asOf: PlainDate): Promise<{ readonly personId: string; readonly changes: Change[] }> {
  const hamletId = row.hamletId!;
  const known = row.worker!.personId ?? null;
  const facts = factsOf(row);
  const { id: personId, changes } = known === null ? await insertPerson(tx, facts, hamletId) : { id: known, changes: [] as Change[] };
  changes.push(...(await takeNumber(tx, services, row, personId)));
  if (known !== null && (await findHouseholdOf(tx, known, asOf)) !== undefined) return { personId, changes };
  const born = earliestDay(facts.birth);
  const from = born !== null && born > asOf ? born : asOf;
  changes.push(...(await addFacts(tx, "membership", [{ householdId, hamletId, personId, relation: row.value.relation ?? RELATION_UNKNOWN, from, to: null }])));
  return { personId, changes };
}

/** A number on file for somebody else of the area is not taken: the person would have been found by it. */
async function takeNumber(tx: Tx, services: Services, { person, hamletId }: Row, personId: string): Promise<Change[]> {
  if (person?.identity == null) return [];
  const { number, type } = person.identity;
  const lookup = lookupOf(services.config.keys, number);
  const { rowCount } = await tx.client.query("select from person_identifier where voided_at is null and (lookup = $1 or (person_id = $2 and type = $3))", [lookup, personId, type]);
  if (rowCount !== 0) return [];
  const elsewhere = !tx.actor.scope.readsAll && (await numbersElsewhere(tx, services, [lookup], tx.actor.scope.readHamlets)).size > 0;
  const change = await insertNumber(tx, { ...sealNumber(services.config.keys, number, lookup), personId, hamletId: hamletId!, type, source: "Danh sách nạp vào" });
  if (elsewhere && tx.actor.scope.fields.includes("poverty")) await openNumberElsewhere(tx, personId, hamletId!);
  return [change];
}

function factsOf({ worker, person, value }: Row): PersonFacts {
  const { fullName, sex } = worker!;
  return { fullName, nameFolded: fold(fullName), sortKey: nameSortKey(fullName), sex: sex ?? 0, birth: birthOf(person?.birth ?? null), ethnicity: value.ethnicity };
}

function birthOf(birth: NonNullable<Row["person"]>["birth"]): Birth {
  if (birth === null) return { date: null, year: null, precision: "unknown" };
  const { date, year, month } = birth;
  if (date !== undefined) return { date, year, precision: "day" };
  if (month !== undefined) return { date: `${year}-${String(month).padStart(2, "0")}-01` as PlainDate, year, precision: "month" };
  return { date: null, year, precision: "year" };
}
