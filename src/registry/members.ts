import type { AddMember, ChangeHead, EndMembership } from "./contract.ts";
import { mustBeRelation } from "./code-lists.ts";
import { addFacts, rewriteFacts } from "./facts.ts";
import { recordDeath } from "./person-store.ts";
import { cutFacts, endFacts } from "./rules/facts.ts";
import { getMembership, HEAD, membersOn, mustBeAbleToLeave, mustHaveOneHead, mustStandOn, relationsAfterHeadChange } from "./rules/household.ts";
import { mustBeConfirmed, takeMember } from "./take-member.ts";
import { changeHousehold, type Asked, type Done, type RegistryServices } from "./use-case.ts";

/** Somebody joins: born, married in, come back, or left out before. Errors: refused "registry.manyHeads", those of the person. */
export function addMember(services: RegistryServices, householdId: string, asked: Asked<AddMember>): Promise<Done> {
  const { input } = asked;
  return changeHousehold(services, "registry.addMember", householdId, asked, async (tx, household) => {
    mustStandOn(household, input.from, services.today());
    mustHaveOneHead([...membersOn(household, input.from), { relation: input.member.relation }]);
    const member = await takeMember(tx, services, input.member, input.from);
    mustBeConfirmed(member.warnings, input.confirm);
    const { hamletId } = household;
    const { personId, changes } = await member.write(hamletId);
    const joined = await addFacts(tx, "membership", [{ householdId, hamletId, personId, relation: member.relation, from: member.from, to: null }]);
    return { changes: [...changes, ...joined], meta: { personId, from: member.from, confirmed: input.confirm } };
  });
}

/** Somebody is no longer a member from a day on. Errors: refused "registry.headLeaves" | "registry.lastMember" | "registry.leavesBeforeJoining". */
export function endMembership(services: RegistryServices, householdId: string, membershipId: string, asked: Asked<EndMembership>): Promise<Done> {
  const { on, why, note } = asked.input;
  return changeHousehold(services, "registry.endMembership", householdId, asked, async (tx, household) => {
    mustStandOn(household, on, services.today());
    const member = getMembership(household, membershipId);
    mustBeAbleToLeave(household, member, on);
    const changes = await rewriteFacts(tx, "membership", endFacts([member], on), "ended");
    if (why === "died") await recordDeath(tx, member.personId, on, "Ghi ngày mất");
    return { changes, meta: { personId: member.personId, on, why, ...(note && { note }) } };
  });
}

/** Another member is the head from a day on; everybody's relation is told anew. Errors: refused "registry.alreadyHead" | "registry.laterFacts". */
export function changeHead(services: RegistryServices, householdId: string, asked: Asked<ChangeHead>): Promise<Done> {
  const { membershipId, on, relationOfOld, relations } = asked.input;
  for (const code of [relationOfOld, ...Object.values(relations)]) mustBeRelation(code);
  return changeHousehold(services, "registry.changeHead", householdId, asked, async (tx, household) => {
    mustStandOn(household, on, services.today());
    const members = membersOn(household, on);
    const relationOf = relationsAfterHeadChange(members, membershipId, relationOfOld, relations);
    const touched = members.filter((member) => relationOf(member) !== member.relation);
    const changes = await rewriteFacts(tx, "membership", cutFacts(touched, on, (member) => ({ ...member, relation: relationOf(member) })), "replaced");
    const head = members.find((member) => relationOf(member) === HEAD)!;
    return { changes, patch: { headName: head.name }, meta: { headPersonId: head.personId, on } };
  });
}
