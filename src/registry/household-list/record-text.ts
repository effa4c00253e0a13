import type { Birth } from "./birth.ts";
import type { HouseholdCandidate, MemberCandidate } from "./records.ts";

const birthText = (birth: Birth | null): string => (birth === null ? "" : (birth.date ?? `${birth.year}${birth.month === undefined ? "" : `-${birth.month}`}`));

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
