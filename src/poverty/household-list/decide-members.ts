import type { PlainDate } from "../../kernel/date.ts";
import { HEAD, RELATION_UNKNOWN, type HouseholdCandidate, type MemberCandidate } from "../../registry/public.ts";
import { cutFacts, holdsOn } from "../../registry/rules/facts.ts";
import type { MemberDecision, PersonFill, Rewrites } from "./decision.ts";
import type { Hashes } from "./hash.ts";
import type { Known, KnownHousehold, KnownMembership, KnownPerson } from "./known.ts";

/** Unknown where a list does not tell it, or tells it in a word nobody knows. */
export const relationOf = (line: MemberCandidate, household: HouseholdCandidate): string =>
  line === household.head ? HEAD : line.relation === null || line.relation === HEAD ? RELATION_UNKNOWN : line.relation;

const bornYear = (line: MemberCandidate): number | null => line.birth?.year ?? null;

/** Persons on file already given to somebody of the list: nobody is two people. */
export type Given = Set<KnownPerson>;

/** Who of those on file each accepted line is: by number anywhere in the area, else by name and birth within the household. */
export function decideMembers(household: HouseholdCandidate, known: KnownHousehold | null, file: Known, hashes: Hashes, given: Given): MemberDecision[] {
  const lines = household.members.filter(({ state }) => state !== "rejected");
  const found = new Map<MemberCandidate, KnownPerson>();
  const give = (line: MemberCandidate, person: KnownPerson): void => {
    found.set(line, person);
    given.add(person);
  };
  if (file.byLookup.size > 0) {
    for (const line of lines) {
      const person = line.identity === null ? undefined : file.byLookup.get(hashes.of(line.identity.number));
      if (person && !given.has(person)) give(line, person);
    }
  }
  if (known) {
    for (const line of lines) {
      const alike = found.has(line) ? undefined : likest(line, household, known.memberships.filter(({ person }) => !given.has(person)));
      if (alike) give(line, alike);
    }
  }
  return lines.map((line) => decideMember(line, found.get(line) ?? null, hashes));
}

function likest(line: MemberCandidate, household: HouseholdCandidate, memberships: readonly KnownMembership[]): KnownPerson | undefined {
  let [best, most] = [undefined as KnownPerson | undefined, 0];
  for (const { person, relation } of memberships) {
    if (person.nameKey !== line.nameKey) continue;
    const year = bornYear(line);
    if (year !== null && person.birthYear !== null && year !== person.birthYear) continue;
    const score = 1 + (year !== null && year === person.birthYear ? 2 : 0) + (line.birth?.date !== undefined && line.birth.date === person.birthDate ? 2 : 0) + (relation === relationOf(line, household) ? 1 : 0);
    if (score > most) [best, most] = [person, score];
  }
  return best;
}

const PRECISE = { unknown: 0, year: 1, month: 2, day: 3 } as const;

export function birthOf(line: MemberCandidate): Pick<PersonFill, "birthDate" | "birthYear" | "precision"> {
  const { birth } = line;
  if (birth === null) return { birthDate: null, birthYear: null, precision: "unknown" };
  if (birth.date !== undefined) return { birthDate: birth.date, birthYear: birth.year, precision: "day" };
  if (birth.month !== undefined) return { birthDate: `${birth.year}-${String(birth.month).padStart(2, "0")}-01`, birthYear: birth.year, precision: "month" };
  return { birthDate: null, birthYear: birth.year, precision: "year" };
}

const NONE: MemberDecision["differs"] = [];

function decideMember(line: MemberCandidate, known: KnownPerson | null, hashes: Hashes): MemberDecision {
  if (!known) return { id: "", line, known, fill: null, newNumber: line.identity !== null, differs: NONE };
  const differs: MemberDecision["differs"][number][] = [];
  const birth = birthOf(line);
  const agrees = birth.birthYear === known.birthYear && (known.precision !== "month" || birth.birthDate?.slice(0, 7) === known.birthDate?.slice(0, 7));
  const sharper = PRECISE[birth.precision] > PRECISE[known.precision] && (known.precision === "unknown" || agrees);
  const sameBirth = known.precision === "day" && birth.precision === "day" ? birth.birthDate === known.birthDate : birth.birthYear === known.birthYear;
  if (!sharper && birth.precision !== "unknown" && known.precision !== "unknown" && !sameBirth) differs.push("birth");
  if (line.sex !== 0 && known.sex !== 0 && line.sex !== known.sex) differs.push("sex");
  if (line.ethnic !== null && known.ethnicity !== null && line.ethnic !== known.ethnicity) differs.push("ethnicity");
  const hash = line.identity === null ? null : hashes.of(line.identity.number);
  const onFile = hash !== null && known.numbers.some(({ lookup }) => lookup === hash);
  const other = hash !== null && !onFile && known.numbers.some(({ type }) => type === line.identity!.type);
  if (other) differs.push("number");
  const fill: PersonFill = {
    ...(sharper ? birth : { birthDate: known.birthDate, birthYear: known.birthYear, precision: known.precision }),
    sex: known.sex === 0 ? line.sex : known.sex,
    ethnicity: known.ethnicity ?? line.ethnic,
  };
  const fills = sharper || fill.sex !== known.sex || fill.ethnicity !== known.ethnicity;
  return { id: known.id, line, known, fill: fills ? fill : null, newNumber: hash !== null && !onFile && !other, differs: differs.length === 0 ? NONE : differs };
}

export interface MembershipAsk {
  readonly household: HouseholdCandidate;
  readonly known: KnownHousehold;
  readonly members: readonly MemberDecision[];
  readonly file: Known;
  readonly from: PlainDate;
  /** every member is on the list: who is not has left */
  readonly wholeHousehold: boolean;
  /** memberships that this list ended or told anew already */
  readonly touched: Set<string>;
}

/** Dated changes of who lives in a household on file. */
export function rewriteMemberships(ask: MembershipAsk, rewrites: Rewrites): void {
  const { household, known, members, file, from } = ask;
  const listed = new Set<string>();
  for (const member of members) {
    const relation = relationOf(member.line, household);
    if (member.known) listed.add(member.known.id);
    const own = member.known ? known.memberships.filter(({ person }) => person === member.known) : [];
    keepOrJoin(ask, member, relation, own, rewrites);
    if (member.known) leaveOthers(file.membershipsOf.get(member.known.id) ?? [], known.id, from, rewrites, ask.touched);
  }
  const newHead = members.some(({ line, known: person }) => line === household.head && !known.memberships.some((m) => m.person === person && m.relation === HEAD && holdsOn(m, from)));
  for (const membership of known.memberships) {
    if (listed.has(membership.person.id) || !holdsOn(membership, from) || ask.touched.has(membership.id)) continue;
    const later = known.memberships.some((other) => other !== membership && other.person === membership.person && other.from > from);
    if (!later && (ask.wholeHousehold || (newHead && membership.relation === HEAD))) end(membership, from, rewrites, ask.touched);
  }
}

function keepOrJoin({ known, from }: MembershipAsk, member: MemberDecision, relation: string, own: readonly KnownMembership[], rewrites: Rewrites): void {
  const standing = own.find((membership) => holdsOn(membership, from));
  const later = own.find((membership) => membership.from > from);
  // an untold relation keeps what is on file, but for a head who is no longer the head
  const agrees = (on: KnownMembership): boolean => on.relation === relation || (relation === RELATION_UNKNOWN && on.relation !== HEAD);
  if (standing) {
    if (agrees(standing)) return;
    rewrites.voided.push({ table: "membership", id: standing.id, reason: "replaced", hamletId: standing.hamletId });
    for (const fact of cutFacts([standing], from, (after) => ({ ...after, relation })).added) {
      rewrites.membership.push({ householdId: known.id, who: standing.person.id, relation: fact.relation, from: fact.from, to: fact.to, hamletId: fact.hamletId });
    }
  } else if (later && agrees(later)) {
    rewrites.voided.push({ table: "membership", id: later.id, reason: "replaced", hamletId: later.hamletId });
    rewrites.membership.push({ householdId: known.id, who: later.person.id, relation: later.relation, from, to: later.to, hamletId: later.hamletId });
  } else {
    const until = later?.from ?? (known.from > from ? known.from : known.to);
    rewrites.membership.push({ householdId: known.id, who: member, relation, from, to: until });
  }
}

/** Nobody lives in two households: who is listed here has left the other one. */
export function leaveOthers(memberships: readonly KnownMembership[], householdId: string | null, from: PlainDate, rewrites: Rewrites, touched: Set<string>): void {
  for (const membership of memberships) {
    if (membership.householdId !== householdId && holdsOn(membership, from) && !touched.has(membership.id)) end(membership, from, rewrites, touched);
  }
}

function end(membership: KnownMembership, from: PlainDate, rewrites: Rewrites, touched: Set<string>): void {
  touched.add(membership.id);
  rewrites.voided.push({ table: "membership", id: membership.id, reason: "ended", hamletId: membership.hamletId });
  if (membership.from < from) {
    rewrites.membership.push({ householdId: membership.householdId, who: membership.person.id, relation: membership.relation, from: membership.from, to: from, hamletId: membership.hamletId });
  }
}
