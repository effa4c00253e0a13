import type { PlainDate } from "../../kernel/date.ts";
import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import { dayOfText, markOfText, type RowProblem, type RowRead, type RowTexts } from "../../registry/rules/list-row.ts";
import type { ActionStep } from "./steps.ts";

/** One line of a fair's sheet: a person, at most one firm, what happened. */
export interface SheetRow {
  readonly phone: string | null;
  readonly firm: string | null;
  readonly job: string | null;
  readonly consent: boolean;
  readonly steps: readonly { readonly step: ActionStep; readonly topic: string | null; readonly nextOn: PlainDate | null }[];
}

const MARKS = ["f4a", "f4b", "f5a", "f6", "f9"] as const;
const AT_FIRM: ReadonlySet<ActionStep> = new Set(["f4a", "f5a", "f5b", "f6"] as const);

const blank = (text: string | undefined): string | null => (text === undefined || text.trim() === "" ? null : tidySpaces(text));

/** A tick, or words that say more: a market, a trade, a day. Null: nothing, or a no. */
function told(text: string | undefined): { readonly words: string | null } | null {
  const tidy = blank(text);
  if (tidy === null) return null;
  const mark = markOfText(tidy);
  return mark === undefined ? { words: tidy } : mark ? { words: null } : null;
}

/**
 * Pure. A firm without any tick is a registration with it; an appointment without its day is taken with a warning. Codes: fairs.sheet.markUnread (error),
 * fairs.sheet.firmMissing (error), fairs.sheet.noDay (warning), fairs.sheet.phoneUnread (warning).
 */
export function readSheetRow(texts: RowTexts): RowRead<SheetRow> {
  const problems: RowProblem[] = [];
  const steps: SheetRow["steps"][number][] = [];
  const firm = blank(texts["firm"]);
  for (const step of MARKS) {
    const text = blank(texts[step]);
    if (text === null) continue;
    const mark = markOfText(text);
    if (mark === undefined) problems.push({ severity: "error", code: "fairs.sheet.markUnread", field: step, data: { text } });
    else if (mark) steps.push({ step, topic: step === "f9" ? "job" : null, nextOn: null });
  }
  const appointment = told(texts["f5b"]);
  if (appointment !== null) {
    const nextOn = appointment.words === null ? null : (dayOfText(appointment.words) ?? null);
    if (nextOn === null) problems.push({ severity: "warning", code: "fairs.sheet.noDay", field: "f5b" });
    steps.push({ step: "f5b", topic: null, nextOn });
  }
  for (const step of ["f7", "f8"] as const) {
    const words = told(texts[step]);
    if (words !== null) steps.push({ step, topic: words.words, nextOn: null });
  }
  if (firm !== null && !steps.some(({ step }) => AT_FIRM.has(step) || step === "f4b")) steps.unshift({ step: "f4a", topic: null, nextOn: null });
  if (firm === null && steps.some(({ step }) => AT_FIRM.has(step))) problems.push({ severity: "error", code: "fairs.sheet.firmMissing", field: "firm" });
  const phone = blank(texts["phone"]);
  const sound = phone !== null && /^\+?[\d .-]{8,20}$/.test(phone);
  if (phone !== null && !sound) problems.push({ severity: "warning", code: "fairs.sheet.phoneUnread", field: "phone", data: { text: phone } });
  if (problems.some(({ severity }) => severity === "error")) return { problems };
  return { value: { phone: sound ? phone : null, firm, job: blank(texts["job"]), consent: markOfText(texts["consent"] ?? "") === true, steps }, problems };
}

/** The same firm however it is written: "CÔNG TY  MAY" and "Công ty May". */
export const firmKey = (name: string | null): string => fold(name ?? "");
