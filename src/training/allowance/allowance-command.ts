import type { Language } from "../../platform/http/messages.ts";
import type { AllowanceView } from "./contract.ts";
import { AllowanceWords } from "./describe.ts";
import { readAllowanceCase } from "./input.ts";
import { allowance } from "./rules/allowance.ts";
import type { AllowanceRules } from "./rules/policy-shape.ts";

/** What one learner is due, as asked in JSON. Errors: invalid "training.allowance.input" with every wrong field. */
export function allowanceCommand(json: unknown, rules: AllowanceRules, language: Language = "vi"): AllowanceView {
  const { asked, unused } = readAllowanceCase(json, rules);
  return new AllowanceWords(rules, language).view(allowance(rules, asked), asked.openedOn, unused);
}
