import { findDate } from "../../../kernel/date.ts";
import { parseLooseDate } from "../../../kernel/text/date-words.ts";
import type { KnownDay } from "../../rules/known-day.ts";

/** A day, month or year of a cell: "5/6/2024", "06/2024", "tháng 6 năm 2024", "2024"; undefined for anything else. */
export function knownDayOfText(text: string): KnownDay | undefined {
  const loose = parseLooseDate(text);
  if (loose === undefined) return undefined;
  const on = loose.date ?? findDate(loose.year, loose.month ?? 1, 1);
  return on && { on, precision: loose.precision };
}
