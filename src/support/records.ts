import { ancestorsOn, getUnit, hamletLabel, unitIndex, unitPlace, type HamletKind } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import { attributesOf } from "./commune-attributes.ts";
import type { Policies } from "./load.ts";
import type { CommuneFacts, HouseholdFacts, PersonFacts, Spell } from "./rules/subject.ts";

/** A member as lists show one; numbers masked. */
export interface MemberRecord {
  readonly personId: string;
  readonly fullName: string;
  readonly sex: 0 | 1 | 2;
  readonly birthDate: PlainDate | null;
  readonly birthYear: number | null;
  readonly relation: string;
  readonly isHead: boolean;
  readonly masked: string | null;
  readonly identifierId: string | null;
  readonly facts: PersonFacts;
}

/** A household as it stood on a day, with what policies ask. */
export interface HouseholdRecord {
  readonly householdId: string;
  readonly hamletId: string;
  readonly hamlet: string;
  readonly unit: string;
  readonly localCode: string | null;
  readonly headName: string;
  readonly address: string | null;
  readonly facts: HouseholdFacts;
  readonly members: readonly MemberRecord[];
}

/** The province of today in which an actor's unit lies; its policies take the place of the national ones. */
export function provinceOf(actor: Actor): string | null {
  const unit = getUnit(actor.unitUid);
  const all = unit.level === "province" ? [unit] : ancestorsOn(unitIndex(), unit, actor.on);
  return all.find(({ level }) => level === "province")?.code ?? null;
}

export interface Asked {
  readonly on: PlainDate;
  /** the hamlets of an area, or some households */
  readonly hamletIds?: readonly string[];
  readonly householdIds?: readonly string[];
  /** only households that were ever on a list */
  readonly listed?: boolean;
}

interface Home {
  readonly id: string;
  readonly hamletId: string;
  readonly hamletName: string;
  readonly hamletKind: HamletKind;
  readonly unitUid: string | null;
  readonly localCode: string | null;
  readonly headName: string;
  readonly address: string | null;
  readonly formedBy: string;
  readonly from: PlainDate;
}

const HOLDS = (alias: string): string => `${alias}.voided_at is null and ${alias}.valid_from <= $1::date and (${alias}.valid_to is null or ${alias}.valid_to > $1::date)`;

/** Households of a day with their members, statuses through time, characteristics and answers, in the order of hamlets and names. */
export async function readRecords(tx: Tx, policies: Policies, asked: Asked): Promise<HouseholdRecord[]> {
  const { on, hamletIds = null, householdIds = null, listed = false } = asked;
  const { rows: homes } = await tx.client.query<Home>(
    `select h.id, r.hamlet_id as "hamletId", t.name as "hamletName", t.kind as "hamletKind", hu.unit_uid as "unitUid", h.local_code as "localCode", h.head_name as "headName", h.address,
       h.formed_by as "formedBy", h.valid_from::text as "from"
     from residence r join household h on h.id = r.household_id and h.voided_at is null join hamlet t on t.id = r.hamlet_id left join hamlet_unit hu on hu.hamlet_id = t.id and ${HOLDS("hu")}
     where ${HOLDS("r")} and ($2::uuid[] is null or r.hamlet_id = any ($2)) and ($3::uuid[] is null or h.id = any ($3))
       and (not $4 or exists (select from recognised_status s where s.household_id = h.id and s.voided_at is null and s.valid_from <= $1::date))
     order by t.name collate "vi-x-icu", t.id, h.sort_key, h.id`,
    [on, hamletIds, householdIds, listed],
  );
  const ids = homes.map(({ id }) => id);
  const [spells, characteristics, answers, members] = [await spellsOf(tx, ids), await characteristicsOf(tx, ids, on), await answersOf(tx, ids, on), await membersOf(tx, ids, on)];
  const communes = await attributesOf(tx, [...new Set(homes.map(({ hamletId }) => hamletId))], on);
  const province = provinceOf(tx.actor);
  return homes.map(({ id, hamletName, hamletKind, unitUid, formedBy, from, ...home }): HouseholdRecord => {
    const own = members.get(id) ?? [];
    const told = answers.get(id);
    return {
      ...home, householdId: id, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), unit: unitUid === null ? "" : unitPlace(getUnit(unitUid), tx.actor.on),
      headName: own.find(({ isHead }) => isHead)?.fullName ?? home.headName,
      facts: {
        on, province, standing: null, spells: spells.get(id) ?? [], escaped: undefined, commune: communes.get(home.hamletId) ?? NOTHING_KNOWN,
        facts: { ...minorityOf(own.find(({ isHead }) => isHead)), ...characteristics.get(id), ...told?.household }, numbers: told?.numbers ?? {}, splitOn: formedBy === "split" ? from : null,
      },
      members: own.map((member) => withFacts(member, policies, told?.persons.get(member.personId) ?? {})),
    };
  });
}

const NOTHING_KNOWN: CommuneFacts = { is: {}, left: {} };

type Member = Omit<MemberRecord, "facts"> & { readonly householdId: string; readonly ethnicity: string | null };

const minorityOf = (member: Member | undefined): Record<string, boolean> => (member?.ethnicity ? { ethnicMinority: member.ethnicity !== "01" } : {});

function withFacts({ ethnicity, ...member }: Member, { facts }: Policies, told: Readonly<Record<string, boolean>>): MemberRecord {
  const minority: Record<string, boolean> = ethnicity === null ? {} : { ethnicMinority: ethnicity !== "01" };
  const known = Object.fromEntries(facts.filter(({ of }) => of === "person").map(({ code }) => [code, told[code] ?? minority[code] ?? null]));
  return { ...member, facts: { name: member.fullName, birthDate: member.birthDate, birthYear: member.birthYear, age: null, facts: known } };
}

const groupBy = <Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Map<Key, Row[]> => {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
};

/** Recognised statuses as known now; one that only went on in another hamlet or another year is one spell. */
async function spellsOf({ client }: Tx, ids: readonly string[]): Promise<Map<string, Spell[]>> {
  const { rows } = await client.query<Spell & { id: string }>(
    `select s.household_id as id, s.class, s.valid_from::text as "from", s.valid_to::text as "to" from recognised_status s
     where s.household_id = any ($1) and s.voided_at is null order by s.valid_from, s.id`, [ids],
  );
  const found = new Map<string, Spell[]>();
  for (const { id, ...spell } of rows) {
    const before = found.get(id) ?? [];
    const last = before.at(-1);
    const wentOn = last !== undefined && last.class === spell.class && last.to === spell.from;
    found.set(id, wentOn ? [...before.slice(0, -1), { ...last, to: spell.to }] : [...before, spell]);
  }
  return found;
}

async function characteristicsOf({ client }: Tx, ids: readonly string[], on: PlainDate): Promise<Map<string, Record<string, boolean>>> {
  const { rows } = await client.query<{ id: string; codes: string[] }>(
    `select c.household_id as id, array_agg(c.code) as codes from characteristic c where c.household_id = any ($2) and ${HOLDS("c")} group by 1`, [on, ids],
  );
  return new Map(rows.map(({ id, codes }) => [id, Object.fromEntries(codes.map((code) => [code, true]))]));
}

interface Told {
  readonly household: Record<string, boolean>;
  readonly numbers: Record<string, number>;
  readonly persons: Map<string, Record<string, boolean>>;
}

async function answersOf({ client }: Tx, ids: readonly string[], on: PlainDate): Promise<Map<string, Told>> {
  const { rows } = await client.query<{ id: string; personId: string | null; code: string; holds: boolean | null; amount: number | null }>(
    `select f.household_id as id, f.person_id as "personId", f.code, f.holds, f.amount from support_fact f where f.household_id = any ($2) and ${HOLDS("f")} order by f.valid_from, f.recorded_at`, [on, ids],
  );
  const told = new Map<string, Told>();
  for (const { id, personId, code, holds, amount } of rows) {
    const one: Told = told.get(id) ?? { household: {}, numbers: {}, persons: new Map() };
    told.set(id, one);
    if (amount !== null) one.numbers[code] = amount;
    else if (personId === null) one.household[code] = holds!;
    else one.persons.set(personId, { ...one.persons.get(personId), [code]: holds! });
  }
  return told;
}

async function membersOf({ client }: Tx, ids: readonly string[], on: PlainDate): Promise<Map<string, Member[]>> {
  const { rows } = await client.query<Member>(
    `select m.household_id as "householdId", p.id as "personId", p.full_name as "fullName", p.sex, p.birth_date::text as "birthDate", p.birth_year as "birthYear", m.relation, m.is_head as "isHead", p.ethnicity,
       i.masked, i.id as "identifierId"
     from membership m join person p on p.id = m.person_id
       left join lateral (select masked, id from person_identifier where person_id = p.id and voided_at is null order by type limit 1) i on true
     where m.household_id = any ($2) and ${HOLDS("m")} order by m.relation, p.birth_year nulls last, p.sort_key`, [on, ids],
  );
  return groupBy(rows, ({ householdId }) => householdId);
}
