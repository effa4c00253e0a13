import type { Language } from "../platform/http/messages.ts";
import { answersFor } from "./answer.ts";
import type { EligibilityView } from "./contract.ts";
import { SupportWords } from "./describe.ts";
import { readAsked } from "./input.ts";
import { getPolicy, type Policies } from "./load.ts";
import { standingFor } from "./rules/standing.ts";

/**
 * `sinhke eligibility`: one household or person as parsed JSON → the document that is printed (docs/cli/eligibility.md).
 * @throws AppError invalid "support.input" · not_found "support.policyUnknown"
 */
export function eligibilityCommand(json: unknown, policies: Policies, language: Language = "vi", only?: string): EligibilityView {
  if (only !== undefined) getPolicy(policies.policies, only);
  const { subject, household, members, unused } = readAsked(json, policies.facts);
  const answers = answersFor(policies, household, members, only);
  const standing = standingFor(household, "status_end").class;
  return new SupportWords(policies, language).view({ on: household.on, subject, standing, unused }, answers, members);
}
