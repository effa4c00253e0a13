import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { holdsOn, type Fact } from "./facts.ts";

/** Code of the head in the list relation_to_head. */
export const HEAD = "01";

/** Nobody told it: neither a list nor an officer. */
export const RELATION_UNKNOWN = "99";

export interface Residence extends Fact {
  readonly householdId: string;
  readonly hamletId: string;
}

export interface Membership extends Fact {
  readonly householdId: string;
  readonly personId: string;
  readonly hamletId: string;
  readonly relation: string;
  /** for messages; not stored with the fact */
  readonly name: string;
}

export interface Characteristic extends Fact {
  readonly householdId: string;
  readonly hamletId: string;
  readonly code: string;
}

/** A household with its facts that are not voided, as a command finds it. */
export interface Household {
  readonly id: string;
  readonly version: number;
  readonly hamletId: string;
  readonly localCode: string | null;
  readonly address: string | null;
  readonly headName: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly voidedAt: string | null;
  readonly residences: readonly Residence[];
  readonly memberships: readonly Membership[];
  readonly characteristics: readonly Characteristic[];
}

const refused = (code: string, data: Record<string, unknown> = {}): AppError => new AppError("refused", `registry.${code}`, data);

export const membersOn = (household: Household, on: PlainDate): Membership[] => household.memberships.filter((member) => holdsOn(member, on));

export function getMembership(household: Household, membershipId: string): Membership {
  const found = household.memberships.find(({ id }) => id === membershipId);
  if (!found) throw new AppError("not_found", "registry.membershipUnknown", { membershipId });
  return found;
}

/** Refuses what lies outside the household's own time. `on` is the day from which something is to hold. */
export function mustStandOn(household: Household, on: PlainDate, today: PlainDate): void {
  if (household.voidedAt !== null) throw refused("householdVoided");
  if (household.to !== null) throw refused("householdEnded", { to: household.to });
  if (on < household.from) throw refused("beforeHousehold", { on, from: household.from });
  if (on > today) throw refused("dayToCome", { on, today });
}

/** Facts that begin on or after a day would be lost by ending or moving from that day. */
export function mustHaveNothingAfter(facts: readonly (Fact & { readonly name?: string })[], on: PlainDate): void {
  const later = facts.find(({ from }) => from >= on);
  if (later) throw refused("laterFacts", { on, from: later.from, name: later.name ?? "" });
}

/** Exactly one head among those who live there on the day (V7 of the validation list). */
export function mustHaveOneHead(members: readonly Pick<Membership, "relation">[]): void {
  const heads = members.filter(({ relation }) => relation === HEAD).length;
  if (heads !== 1) throw refused(heads === 0 ? "noHead" : "manyHeads", { heads });
}

/** Who leaves must be a member on the day before, and not the head while others stay. */
export function mustBeAbleToLeave(household: Household, member: Membership, on: PlainDate): void {
  if (member.to !== null) throw refused("alreadyLeft", { name: member.name, to: member.to });
  if (on <= member.from) throw refused("leavesBeforeJoining", { name: member.name, from: member.from });
  const staying = membersOn(household, on).filter(({ id }) => id !== member.id);
  if (staying.length === 0) throw refused("lastMember", { name: member.name });
  if (member.relation === HEAD) throw refused("headLeaves", { name: member.name });
}

/** The relations after a change of head: the new head, the old one by `relationOfOld`, others as given or unchanged. */
export function relationsAfterHeadChange(
  members: readonly Membership[], newHeadId: string, relationOfOld: string, others: Readonly<Record<string, string>>,
): (member: Membership) => string {
  const next = members.find(({ id }) => id === newHeadId);
  if (!next) throw new AppError("not_found", "registry.membershipUnknown", { membershipId: newHeadId });
  if (next.relation === HEAD) throw refused("alreadyHead", { name: next.name });
  if (relationOfOld === HEAD || Object.values(others).includes(HEAD)) throw refused("manyHeads", { heads: 2 });
  return (member) => (member.id === newHeadId ? HEAD : member.relation === HEAD ? relationOfOld : (others[member.id] ?? member.relation));
}
