import { fold } from "../../kernel/text/fold.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { parseLooseDate } from "../../kernel/text/date-words.ts";
import { parseVietnameseNumber } from "../../kernel/text/number.ts";

/** Something amiss with a row. Codes are words of the feature, filled from `data`; {cell} {row} {sheet} are at hand. Only errors keep the row out. */
export interface RowProblem {
  readonly severity: "error" | "warning" | "note";
  readonly code: string;
  /** field of the format whose cell it is about; the whole row where absent */
  readonly field?: string;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly proposal?: string;
}

/** Cells of a row by field of its format, "" where it says nothing: numbers without exponent, days as dd/mm/yyyy. */
export type RowTexts = Readonly<Record<string, string>>;

export type RowRead<Row> = { readonly value: Row; readonly problems?: readonly RowProblem[] } | { readonly value?: undefined; readonly problems: readonly RowProblem[] };

export interface CodeWords<Code extends string> {
  /** the code that a cell means; undefined for other words and for an empty cell */
  readonly of: (text: string) => Code | undefined;
  readonly codes: readonly Code[];
}

const keyOf = (text: string): string => fold(text).replace(/^[\s.,;:*'"()-]+|[\s.,;:*'"()-]+$/g, "").replace(/\s*([/,-])\s*/g, "$1").replace(/^0+(?=\d)/, "");

/**
 * Codes of a field by the words and numbers that lists use for them, apart by "|": `{ employed: "1|có việc làm|đang làm việc" }`. A number
 * with its words behind ("1. Có việc làm", "2 - Thất nghiệp") is read by both, and by none when they differ.
 */
export function codeWords<Code extends string>(words: Readonly<Record<Code, string>>): CodeWords<Code> {
  const known = new Map((Object.entries(words) as [Code, string][]).flatMap(([code, texts]) => [code, ...texts.split("|")].map((text) => [keyOf(text), code] as const)));
  const of = (text: string): Code | undefined => {
    const key = keyOf(text);
    const whole = known.get(key);
    if (whole !== undefined || key === "") return whole;
    const numbered = /^(\d{1,2})(?:\s*[.):]\s*|-|–|\s)(.+)$/.exec(key);
    if (numbered === null) return undefined;
    const [byNumber, byWords] = [known.get(keyOf(numbered[1]!)), known.get(keyOf(numbered[2]!))];
    return byWords === undefined || byNumber === undefined || byNumber === byWords ? (byWords ?? byNumber) : undefined;
  };
  return { of, codes: Object.keys(words) as Code[] };
}

/** A day of a cell as YYYY-MM-DD: 5/6/2024, 05-06-2024, 2024-06-05; undefined for anything else, a year or a month alone too. */
export const dayOfText = (text: string): PlainDate | undefined => parseLooseDate(text)?.date;

/** A year of a cell: "2024", "năm 2024", the year of a day; undefined for anything else. */
export const yearOfText = (text: string): number | undefined => parseLooseDate(text)?.year;

const MARK = codeWords({ yes: "x|v|1|có|c|y|yes|true|đúng|✓|✔|√|xx", no: "0|không|k|n|no|false|o|không có|ko" });
/** A tick, a "có" or "không"; undefined for other words and for an empty cell. */
export const markOfText = (text: string): boolean | undefined => (/[✓✔√]/.test(text) ? true : { yes: true, no: false, none: undefined }[MARK.of(text) ?? "none"]);

/** A number as offices write it: "7,5", "1.250". */
export const numberOfText = (text: string): number | undefined => parseVietnameseNumber(text);

/** Whole đồng: "1.500.000", "1,500,000 đ", "6 triệu", "6,5 triệu/tháng". Undefined for anything else. */
export function moneyOfText(text: string): number | undefined {
  const tidy = text.replace(/\s*\/\s*(?:tháng|người)\.?$/iu, "").replace(/\s*(?:đồng|đ|vnđ|vnd)\.?$/iu, "").trim();
  const millions = /^(\d{1,6})(?:[.,](\d{1,3}))?\s*(?:triệu|tr)$/iu.exec(tidy);
  if (millions !== null) return Number(millions[1]) * 1_000_000 + Number((millions[2] ?? "").padEnd(6, "0"));
  if (/^\d{1,3}([.,]\d{3})+$/.test(tidy)) return Number(tidy.replace(/[.,]/g, ""));
  return /^\d{1,15}$/.test(tidy) ? Number(tidy) : undefined;
}

