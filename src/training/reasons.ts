import { AppError } from "../kernel/error.ts";
import { formatInteger } from "../kernel/text/number.ts";
import type { Language, Wording } from "../platform/http/messages.ts";
import type { ReasonView } from "./fields.ts";
import { sortReasons, type Reason } from "./rules/class-rules-shape.ts";

const MOST_SHOWN = 6;
const shown = (value: string | number): string => (typeof value === "number" ? formatInteger(value) : value);

/** In words, with the mark of a rule that was not read in its text. */
export function reasonText(wording: Wording, { code, data, certainty, own }: Reason, language: Language): string {
  const words = wording.text(`training.reason.${code}`, Object.fromEntries(Object.entries(data).map(([key, value]) => [key, shown(value)])), language);
  return own === true || certainty === "text" ? words : `${words}${wording.text(`training.reason.mark.${certainty}`, {}, language)}`;
}

export const reasonViews = (wording: Wording, reasons: readonly Reason[], language: Language): ReasonView[] =>
  reasons.map((reason) => ({ code: reason.code, certainty: reason.certainty, refuses: reason.certainty === "text", text: reasonText(wording, reason, language) }));

/**
 * Lets a step through, or says what stands in its way: a rule read in a text refuses; any other asks the officer for a reason, which is kept with the step.
 * Errors: refused "training.reasonsRefuse" | "training.reasonsWarn" with the reasons in words.
 */
export function mustGoOn(wording: Wording, language: Language, reasons: readonly Reason[], reason: string | null | undefined): { readonly reason?: string; readonly warned?: string[] } {
  if (reasons.length === 0) return {};
  const { refused, warned } = sortReasons(reasons);
  const words = (list: readonly Reason[]): string => {
    const shownFirst = list.slice(0, MOST_SHOWN).map((one) => reasonText(wording, one, language));
    const rest = list.length > MOST_SHOWN ? [wording.text("training.reason.more", { count: list.length - MOST_SHOWN }, language)] : [];
    return [...shownFirst, ...rest].join(" ");
  };
  const codes = (list: readonly Reason[]): string[] => [...new Set(list.map(({ code }) => code))];
  if (refused.length > 0) throw new AppError("refused", "training.reasonsRefuse", { reasons: words(refused), codes: codes(refused) });
  if (!reason?.trim()) throw new AppError("refused", "training.reasonsWarn", { reasons: words(warned), codes: codes(warned) });
  return { reason: reason.trim(), warned: codes(warned) };
}
