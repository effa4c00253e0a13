import { type Decimal, decimal, decimalText } from "../decimal.ts";
import { AppError } from "../error.ts";

/** "7125" → "7.125". Takes digits only. */
const groupThousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ".");

/** "7.125", "-1.500.000". @throws AppError invalid "number.not-integer" */
export function formatInteger(value: number | bigint): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new AppError("invalid", "number.not-integer", { value: String(value) });
  }
  const text = BigInt(value).toString();
  return text.startsWith("-") ? `-${groupThousands(text.slice(1))}` : groupThousands(text);
}

/** As the language writes it: "7.125" or "7,125". @throws AppError invalid "number.not-integer" */
export const formatIntegerIn = (value: number | bigint, language: "vi" | "en"): string => (language === "vi" ? formatInteger(value) : formatInteger(value).replaceAll(".", ","));

export interface DecimalFormat {
  /** The sign of a negative number: papers write the hyphen (the default), screens may ask for U+2212. */
  readonly minus?: "-" | "−";
}

/** "5,67", "1.234,56", "25,00": decimal comma, thousands dot, every stated decimal kept. */
export function formatDecimal(value: Decimal, { minus = "-" }: DecimalFormat = {}): string {
  const [whole, places] = decimalText(value).replace("-", "").split(".");
  const text = groupThousands(whole!) + (places === undefined ? "" : `,${places}`);
  return value.units < 0n ? minus + text : text;
}

/** Machine text to Vietnamese text: "1234.50" → "1.234,50". @throws AppError invalid "decimal.invalid" */
export const formatDecimalText = (text: string): string => formatDecimal(decimal(text));

const DIGITS = /^\d+$/;
const GROUPED = /^[1-9]\d{0,2}([.,\u0020])\d{3}(?:\1\d{3})*$/;

/**
 * A number as people type it, exact: 1.500.000, 1500000, 1,500,000, 1 500 000, 1,5, 1.500,25, 1,500.25, 0.5.
 * "1.500" is 1500. What reads two ways ("1,500") or is no number is undefined; nothing is guessed.
 * For typed text only: a numeric cell is already a number, and its text "1.125" would read as 1125.
 */
export function parseVietnameseDecimal(text: string): Decimal | undefined {
  const match = /^([+\-−]?)(.*)$/u.exec(text.replace(/[\s\u202f]+/gu, " ").trim());
  const machine = match && unsigned(match[2]!);
  if (!machine) return undefined;
  return decimal((match[1] === "" || match[1] === "+" ? "" : "-") + machine);
}

/** `parseVietnameseDecimal` as a plain number; undefined also where a number would lose digits of an integer. */
export function parseVietnameseNumber(text: string): number | undefined {
  const value = parseVietnameseDecimal(text);
  if (value === undefined) return undefined;
  const number = Number(decimalText(value));
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number + 0 : undefined;
}

function unsigned(text: string): string | undefined {
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return wholePart(text, " ");
  const mark = text[last]!;
  const other = mark === "." ? "," : ".";
  const before = text.slice(0, last);
  const after = text.slice(last + 1);
  if (text.includes(other)) return withDecimals(wholePart(before, other), after);
  if (GROUPED.test(text)) return mark === "," && !before.includes(",") ? undefined : text.replaceAll(mark, "");
  if (mark === "." && after.length === 3 && !/^0+$/.test(before)) return undefined;
  return withDecimals(wholePart(before, " "), after);
}

function wholePart(text: string, separator: string): string | undefined {
  if (DIGITS.test(text)) return text;
  return GROUPED.exec(text)?.[1] === separator ? text.replaceAll(separator, "") : undefined;
}

function withDecimals(whole: string | undefined, places: string): string | undefined {
  return whole !== undefined && DIGITS.test(places) && places.length <= 15 ? `${whole}.${places}` : undefined;
}
