import type { HouseholdFacts, PersonFacts } from "./rules/subject.ts";
import { eligibilities, policiesFor, settleGroups, type Eligibility } from "./rules/eligibility.ts";
import type { Policies } from "./load.ts";
import type { Policy } from "./rules/policy-shape.ts";

/** One policy for a household: the answer of the household, or of each of its people. */
export interface PolicyAnswer {
  readonly policy: Policy;
  /** of a policy for persons: of the first whose answer is the best */
  readonly whole: Eligibility;
  /** empty for a policy for households, and where no member is known: then `whole` speaks of any member */
  readonly persons: readonly { readonly index: number; readonly found: Eligibility }[];
}

/**
 * All policies for a household and its members, in the order of the files. Groups are settled for the household and for each person
 * apart: an electricity support is the household's, a premium a person's.
 */
export function answersFor({ policies, parameters }: Policies, household: HouseholdFacts, members: readonly PersonFacts[], only?: string): PolicyAnswer[] {
  const spoken = policiesFor(policies, household.province);
  const groups = new Set(spoken.filter(({ id }) => id === only).map(({ group }) => group?.id ?? null));
  const inForce = only === undefined ? spoken : spoken.filter(({ id, group }) => id === only || (group !== null && groups.has(group.id)));
  const ofHousehold = eligibilities(inForce.filter(({ subject }) => subject === "household"), household, null, parameters);
  const personal = inForce.filter(({ subject }) => subject === "person");
  const ofPersons = members.map((member) => eligibilities(personal, household, member, parameters));
  const ofAnybody = members.length === 0 ? settleGroups(eligibilities(personal, household, null, parameters)) : [];
  return inForce.filter(({ id }) => only === undefined || id === only).map((policy): PolicyAnswer => {
    if (policy.subject === "household") return { policy, whole: ofHousehold.find((one) => one.policy === policy)!, persons: [] };
    const persons = ofPersons.map((all, index) => ({ index, found: all.find((one) => one.policy === policy)! }));
    return { policy, whole: best(persons.map(({ found }) => found)) ?? ofAnybody.find((one) => one.policy === policy)!, persons };
  });
}

const RANK = { eligible: 0, missing: 1, not_eligible: 2 } as const;

/** Eligible and given, before eligible but given by another, before missing, before not. */
function best(found: readonly Eligibility[]): Eligibility | undefined {
  const rank = ({ answer, instead }: Eligibility): number => RANK[answer] * 2 + (instead === null ? 0 : 1);
  return found.toSorted((a, b) => rank(a) - rank(b))[0];
}
