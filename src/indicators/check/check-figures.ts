import type { Language } from "../../platform/http/messages.ts";
import type { CheckReport, Result } from "./contract.ts";
import { VERDICTS } from "./contract.ts";
import { readInput } from "./read-input.ts";
import { type Checked, checkDocument } from "./rules/document.ts";
import { findingText } from "./words.ts";

/**
 * `sinhke check-figures --json`: verdicts on the figures of a report, in the form of docs/cli/check-figures.md.
 * @throws AppError invalid "check.…" when the input is not in that form
 */
export function checkFiguresCommand(json: unknown, language: Language = "vi"): CheckReport {
  const { title, period, area, ...document } = readInput(json);
  const results = checkDocument(document).map((checked) => toResult(checked, language));
  const counts = Object.fromEntries(VERDICTS.map((verdict) => [verdict, results.filter((result) => result.verdict === verdict).length]));
  return {
    ...(title !== undefined && { title }),
    ...(period !== undefined && { period }),
    ...(area !== undefined && { area }),
    summary: { checked: results.length, ...(counts as Record<(typeof VERDICTS)[number], number>) },
    results,
  };
}

function toResult({ path, origin, claim, outcome }: Checked, language: Language): Result {
  const { verdict, reasons, suggestion, hints, computed, interval, implied } = outcome;
  const worded = reasons.map((reason) => ({ code: reason.code, message: findingText(reason, language) }));
  return {
    path,
    origin,
    ...(claim.id !== undefined && { id: claim.id }),
    type: claim.type,
    ...("text" in claim && claim.text !== undefined && { text: claim.text }),
    verdict,
    message: worded.map(({ message }) => message).join(" "),
    reasons: worded,
    ...(suggestion && { suggestion: findingText(suggestion, language) }),
    hints: hints.map((hint) => ({ code: hint.code, message: findingText(hint, language) })),
    computed: computed.map((way) => ({ ...way })),
    ...(interval && { interval }),
    ...(implied && {
      implied: {
        ...implied,
        ...(implied.candidates && { candidates: { ...implied.candidates, values: [...implied.candidates.values] } }),
      } as Result["implied"],
    }),
  };
}
