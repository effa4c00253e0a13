import type { Birth } from "./birth.ts";
import { hamletKey } from "./places.ts";
import type { HouseholdCandidate, MemberCandidate } from "./records.ts";

const birthText = (birth: Birth | null): string => (birth === null ? "" : (birth.date ?? `${birth.year}${birth.month === undefined ? "" : `-${birth.month}`}`));

/** Strings by which a record of a list is looked for among those on file, the surest first. Equal keys suggest, they do not prove. */
export type RecordKeys = { readonly identity: string | null; /** folded name, birth year, hamlet */ readonly name: string };

export const personKeys = (member: MemberCandidate, hamlet: HouseholdCandidate["hamlet"]): RecordKeys => ({
  identity: member.identity?.number ?? null,
  name: `${member.nameKey}|${member.birth?.year ?? ""}|${hamlet === null ? "" : hamletKey(hamlet.text)}`,
});

/** A household is looked for by its head. */
export const householdKeys = (household: HouseholdCandidate): RecordKeys | null =>
  household.head === null ? null : personKeys(household.head, household.hamlet);

const personText = (member: MemberCandidate): string =>
  [member.name, member.relation ?? member.relationText, birthText(member.birth), member.sex, member.identity?.number ?? "", member.ethnic ?? "", member.note].join("|");

/** Everything that is stored of a household, members in a fixed order; numbers and places in the list left out. */
export function householdText(household: HouseholdCandidate): string {
  const { facts } = household;
  const own = [
    facts.listedClass, facts.decisionNumber, facts.decisionDate, facts.scoreIncome, facts.scoreDeprivation, facts.ethnicMinority, facts.noLabourCapacity,
    facts.hasMeritMember, facts.causes.join(","), facts.causeText, facts.declaredMembers, facts.address, facts.localCode, household.hamlet?.text ?? "",
  ];
  const members = household.members.map((member) => (member === household.head ? `*${personText(member)}` : personText(member))).sort();
  return `${own.map((value) => value ?? "").join("|")}\n${members.join("\n")}`;
}
