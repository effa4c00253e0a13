// What other features, main.ts and the command line may use of support.
export { supportAnswers, type SupportAnswer } from "./catalogue.ts";
export { eligibilityCommand } from "./eligibility-command.ts";
export { supportFor, type ExplainedSupport } from "./explain.ts";
export { getHouseholdEligibility } from "./household-eligibility.ts";
export { KeptFiles } from "./kept-files.ts";
export { loadPolicies, policiesOf } from "./load.ts";
