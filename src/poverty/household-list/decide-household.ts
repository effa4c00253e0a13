import type { PlainDate } from "../../kernel/date.ts";
import type { HouseholdCandidate, ListKey } from "../../registry/public.ts";
import { cutFacts, holdsOn } from "../../registry/rules/facts.ts";
import { decideMembers, leaveOthers, rewriteMemberships, type Given } from "./decide-members.ts";
import { hasRewrites, NO_REWRITES, noRewrites, type Decision, type HamletTarget, type HouseholdPatch, type ListDay, type MemberDecision, type NewAssessment, type Rewrites } from "./decision.ts";
import type { Hashes } from "./hash.ts";
import type { Known, KnownHousehold } from "./known.ts";
import { endStatus, listStatus, moveStatus, type StatusChange } from "./rules/statuses.ts";

/** What a sheet of the list tells as a whole. */
export interface SheetSays {
  /** one line stands for a household */
  readonly headsOnly: boolean;
  /** marks whose column is ticked somewhere: there a blank means no */
  readonly ticked: ReadonlySet<ListKey>;
}

export interface DecideContext {
  readonly day: ListDay;
  /** the day most households of a commune's list hold from */
  readonly changeoverOf: (unitUid: string | null) => PlainDate;
  readonly file: Known;
  readonly hashes: Hashes;
  readonly given: Given;
  readonly touched: Set<string>;
  readonly sheets: ReadonlyMap<number, SheetSays>;
  readonly hamletOf: (line: HouseholdCandidate, knownIn: string | null) => HamletTarget;
}

export interface Found {
  readonly known: KnownHousehold | null;
  readonly splitFrom: KnownHousehold | null;
  readonly maybe: readonly string[];
}

const escapes = (line: HouseholdCandidate): boolean => line.facts.listedClass === "escaped_poverty" || line.facts.listedClass === "escaped_near_poverty";

export function decideHousehold(line: HouseholdCandidate, from: PlainDate, found: Found, context: DecideContext): Decision {
  const { known } = found;
  const { file, hashes, given, touched } = context;
  const says = context.sheets.get(line.sheet) ?? { headsOnly: false, ticked: new Set<ListKey>() };
  const members = decideMembers(line, known, file, hashes, given);
  const rewrites = known || members.some((member) => member.known) ? noRewrites() : NO_REWRITES;
  const hamlet = context.hamletOf(line, known?.hamletId ?? null);
  const marks = marksOf(line, says);
  if (known) {
    rewriteMemberships({ household: line, known, members, file, from, wholeHousehold: isWhole(line, says), touched }, rewrites);
    rewriteResidence(known, hamlet, from, rewrites);
    rewriteCharacteristics(known, marks, from, rewrites);
  } else for (const { known: person } of members) if (person) leaveOthers(file.membershipsOf.get(person.id) ?? [], null, from, rewrites, touched);
  const patch = known ? patchOf(known, line, members, from, rewrites) : null;
  const status = statusOf(line, known, from, says, context);
  return {
    id: known?.id ?? "", line, known, splitFrom: found.splitFrom, maybe: found.maybe, from, hamlet, members, rewrites: hasRewrites(rewrites) ? rewrites : NO_REWRITES,
    characteristics: known ? [] : [...marks].flatMap(([code, holds]) => (holds ? [code] : [])),
    patch,
    status: known && patch?.moved && (status === null || status.kind === "same") ? { kind: "same", ...moveStatus(known.statuses, from) } : status,
    assessment: assessmentOf(line, known, from),
  };
}

const isWhole = (line: HouseholdCandidate, { headsOnly }: SheetSays): boolean =>
  !headsOnly && line.members.every(({ state }) => state !== "rejected") && (line.facts.declaredMembers === null || line.facts.declaredMembers === line.members.length);

/** How many persons the recognition covers: the lines, or what the list says where it lists heads only. */
function membersOf(line: HouseholdCandidate, known: KnownHousehold | null, { headsOnly }: SheetSays, asOf: PlainDate): number {
  if (!headsOnly) return line.members.length;
  return line.facts.declaredMembers ?? Math.max(1, known?.memberships.filter((membership) => holdsOn(membership, asOf)).length ?? 1);
}

function statusOf(line: HouseholdCandidate, known: KnownHousehold | null, from: PlainDate, says: SheetSays, { day, changeoverOf }: DecideContext): StatusChange | null {
  const { listedClass, decisionNumber, decisionDate } = line.facts;
  const statuses = known?.statuses ?? [];
  if (listedClass === "poor" || listedClass === "near_poor") {
    const members = membersOf(line, known, says, day.asOf);
    return listStatus(statuses, { class: listedClass, ruleset: day.ruleset, statusYear: day.statusYear, members, decisionNo: decisionNumber || null, decisionDate, from, until: day.nextReviews.get(line.commune!) ?? null }, day.asOf);
  }
  return escapes(line) ? endStatus(statuses, { day: changeoverOf(line.commune), asOf: day.asOf, statusYear: day.statusYear, reason: listedClass! }) : null;
}

const MARKS = [["ethnicMinority", "ethnic_minority"], ["noLabourCapacity", "no_labour"], ["hasMeritMember", "merit"]] as const satisfies readonly (readonly [keyof HouseholdCandidate["facts"], ListKey])[];

/** Characteristics the list says hold or do not; codes of standards/characteristics.json. */
function marksOf(line: HouseholdCandidate, { ticked }: SheetSays): Map<string, boolean> {
  const marks = new Map<string, boolean>();
  for (const [code, key] of MARKS) {
    const told = line.facts[code] ?? (ticked.has(key) ? false : null);
    if (told !== null) marks.set(code, told);
  }
  return marks;
}

function rewriteCharacteristics(known: KnownHousehold, marks: ReadonlyMap<string, boolean>, from: PlainDate, rewrites: Rewrites): void {
  for (const [code, holds] of marks) {
    const own = known.characteristics.filter((fact) => fact.code === code);
    const standing = own.filter((fact) => holdsOn(fact, from));
    if (holds && standing.length === 0) {
      const later = own.find((fact) => fact.from > from);
      rewrites.characteristic.push({ code, from, to: later?.from ?? null });
    }
    if (holds || own.some((fact) => fact.from > from)) continue;
    for (const fact of standing) {
      rewrites.voided.push({ table: "characteristic", id: fact.id, reason: "ended", hamletId: fact.hamletId });
      if (fact.from < from) rewrites.characteristic.push({ code, from: fact.from, to: from, hamletId: fact.hamletId });
    }
  }
}

/** The household lives where the list says from that day on; a list of an earlier day only tells what came before. */
function rewriteResidence(known: KnownHousehold, hamlet: HamletTarget, from: PlainDate, rewrites: Rewrites): void {
  const standing = known.residences.find((fact) => holdsOn(fact, from));
  const later = known.residences.find((fact) => fact.from > from);
  const isThere = (fact: { hamletId: string }): boolean => hamlet === null || ("id" in hamlet && hamlet.id === fact.hamletId);
  if (standing) {
    if (isThere(standing) || later) return;
    for (const fact of known.residences.filter(({ to }) => to === null || to > from)) {
      rewrites.voided.push({ table: "residence", id: fact.id, reason: "replaced", hamletId: fact.hamletId });
      if (fact.from < from) rewrites.residence.push({ from: fact.from, to: from, hamletId: fact.hamletId });
    }
    rewrites.residence.push({ from, to: known.to });
    moveFacts(known, from, rewrites);
  } else if (later && isThere(later)) {
    rewrites.voided.push({ table: "residence", id: later.id, reason: "replaced", hamletId: later.hamletId });
    rewrites.residence.push({ from, to: later.to, hamletId: later.hamletId });
  } else rewrites.residence.push({ from, to: later?.from ?? null });
}

/** Facts of the household go along to its new hamlet; those told anew by this list already lie there. */
function moveFacts(known: KnownHousehold, from: PlainDate, rewrites: Rewrites): void {
  const told = new Set(rewrites.voided.map(({ id }) => id));
  const moved = <F extends { id: string; from: PlainDate; to: PlainDate | null; hamletId: string }>(facts: readonly F[]): F[] => facts.filter((fact) => (fact.to === null || fact.to > from) && !told.has(fact.id));
  for (const fact of moved(known.memberships)) {
    rewrites.voided.push({ table: "membership", id: fact.id, reason: "replaced", hamletId: fact.hamletId });
    for (const part of cutFacts([fact], from, (after) => after).added) {
      const stays = part.from < from;
      rewrites.membership.push({ householdId: known.id, who: fact.person.id, relation: fact.relation, from: part.from, to: part.to, ...(stays && { hamletId: fact.hamletId }) });
    }
  }
  for (const fact of moved(known.characteristics)) {
    rewrites.voided.push({ table: "characteristic", id: fact.id, reason: "replaced", hamletId: fact.hamletId });
    for (const part of cutFacts([fact], from, (after) => after).added) rewrites.characteristic.push({ code: fact.code, from: part.from, to: part.to, ...(part.from < from && { hamletId: fact.hamletId }) });
  }
}

function patchOf(known: KnownHousehold, line: HouseholdCandidate, members: readonly MemberDecision[], from: PlainDate, rewrites: Rewrites): HouseholdPatch | null {
  const head = members.find((member) => member.line === line.head);
  const isNewHead = head !== undefined && !known.memberships.some((membership) => membership.person === head.known && membership.relation === "01" && (membership.to === null || membership.to > from));
  const latest = !known.memberships.some((membership) => membership.from > from);
  const { address, localCode } = line.facts;
  const patch: HouseholdPatch = {
    ...(isNewHead && latest && { headName: line.head!.name }),
    ...(known.address === null && address !== "" && { address }),
    ...(known.localCode === null && localCode !== "" && { localCode }),
    ...(from < known.from && { from }),
    ...(rewrites.residence.some((fact) => fact.from === from && fact.hamletId === undefined && latest) && { moved: true as const }),
  };
  return Object.keys(patch).length === 0 ? null : patch;
}

function assessmentOf(line: HouseholdCandidate, known: KnownHousehold | null, from: PlainDate): NewAssessment | null {
  const { scoreIncome, scoreDeprivation, causes, causeText } = line.facts;
  if (scoreIncome === null && scoreDeprivation === null && causes.length === 0) return null;
  const codes = causes.map(String);
  const before = (known?.assessments ?? []).filter((one) => one.surveyedOn === from);
  if (before.some((one) => one.scoreIncome === scoreIncome && one.scoreDeprivation === scoreDeprivation && one.causes.join() === codes.join())) return null;
  return { surveyedOn: from, scoreIncome, scoreDeprivation, causes: codes, place: `${line.row}`, causeText, replaces: before.map(({ id }) => id) };
}
