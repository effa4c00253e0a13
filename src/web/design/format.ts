import { isPlainDate } from "../../kernel/date.ts";
import type { RatioJson } from "../../kernel/ratio.ts";
import { shortDate } from "../../kernel/text/date-words.ts";
import { formatDecimalText, formatInteger } from "../../kernel/text/number.ts";

/** A count, a ratio as the server sends it, words that are ready, or null for what is not known. */
export type FigureValue = number | RatioJson | string | null | undefined;

/** "7.125", "5,67%", "−2,29 điểm %"; what is missing is "—", zero is "0". */
export function figureText(value: FigureValue): string {
  if (value === null || value === undefined) return "—";
  if (typeof value === "string") return value;
  if (typeof value === "number") return formatInteger(value).replace("-", "−");
  const number = formatDecimalText(value.value).replace("-", "−");
  return value.kind === "points" ? `${number} điểm %` : `${number}%`;
}

/** "Ấp Phú Lợi" of "ấp Phú Lợi": names that begin a cell, a line or a choice. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** "28/06/2024" of "2024-06-28"; a year or words stay as they are. */
export const dayText = (value: string | null | undefined): string => (!value ? "—" : isPlainDate(value) ? shortDate(value) : value);
