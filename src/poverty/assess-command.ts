import { AppError } from "../kernel/error.ts";
import type { Language } from "../platform/http/messages.ts";
import { type DescribedAssessment, describeAssessment } from "./describe.ts";
import { AssessInput } from "./rules/assessment.ts";
import { assess } from "./rules/classify.ts";
import type { Ruleset } from "./rules/ruleset.ts";
import { issuesText } from "./schema-words.ts";

/**
 * `sinhke assess`: one household as parsed JSON → the document that is printed (docs/cli/assess.md). A refused answer is
 * a document too; only input that is not in the form throws.
 * @throws AppError invalid "poverty.assessInput" (problems: one line per field)
 */
export function assessCommand(json: unknown, rulesets: readonly Ruleset[], language: Language = "vi"): DescribedAssessment {
  const input = AssessInput.safeParse(json, { reportInput: true });
  if (!input.success) throw new AppError("invalid", "poverty.assessInput", { problems: issuesText(input.error.issues, language) });
  return describeAssessment(assess(input.data, rulesets), rulesets, language);
}
