// What other features and the command line may use of support.
export { eligibilityCommand } from "./eligibility-command.ts";
export { loadPolicies, policiesOf } from "./load.ts";
