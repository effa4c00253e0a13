import type { z } from "zod";
import { fill, type Language, type Messages } from "../platform/http/messages.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };
import compareEn from "./compare/messages.en.json" with { type: "json" };
import compareVi from "./compare/messages.vi.json" with { type: "json" };
import packEn from "./score-pack/messages.en.json" with { type: "json" };
import packVi from "./score-pack/messages.vi.json" with { type: "json" };
import workflowEn from "./workflow/messages.en.json" with { type: "json" };
import workflowVi from "./workflow/messages.vi.json" with { type: "json" };

export const WORDS: Readonly<Record<Language, Messages>> = { vi: { ...vi, ...workflowVi, ...compareVi, ...packVi }, en: { ...en, ...workflowEn, ...compareEn, ...packEn } };

/** The feature's words of a code; a gap shows the code. */
export const say = (code: string, data: Readonly<Record<string, unknown>>, language: Language): string =>
  fill(WORDS[language][code] ?? WORDS.vi[code] ?? code, data);

type Issue = z.core.$ZodIssue;

/**
 * "limits.incomeLine.rural.value: phải là số nguyên" for each problem, one per line; parse with `reportInput: true`. `own`: words of
 * another feature's codes.
 */
export function issuesText(issues: readonly Issue[], language: Language, own: Messages = {}): string {
  return issues.map((issue) => `${whereOf(issue, language)}: ${whatOf(issue, language, own)}`).join("\n");
}

const whereOf = (issue: Issue, language: Language): string => issue.path.map(String).join(".") || say("poverty.schema.root", {}, language);

function whatOf(issue: Issue, language: Language, own: Messages): string {
  const worded = own[issue.message];
  if (worded !== undefined) return fill(worded, "params" in issue ? (issue.params ?? {}) : {});
  if (issue.message.startsWith("poverty.")) return say(issue.message, "params" in issue ? (issue.params ?? {}) : {}, language);
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? say("poverty.schema.required", {}, language)
        : say("poverty.schema.type", { expected: say(`poverty.schema.type.${issue.expected}`, {}, language) }, language);
    case "invalid_value":
      return say("poverty.schema.oneOf", { values: issue.values.map(String).join(", ") }, language);
    case "too_small":
      return say("poverty.schema.tooSmall", { minimum: String(issue.minimum) }, language);
    case "unrecognized_keys":
      return say("poverty.schema.unknownKeys", { keys: issue.keys.join(", ") }, language);
    default:
      return say("poverty.schema.wrong", {}, language);
  }
}
