import { fold } from "../../kernel/text/fold.ts";

export type IdentityType = "CCCD" | "CMND";

/**
 * What is amiss with a number. `error`: it cannot be taken as it stands; `warning`: an officer may go on. Codes have their words in
 * messages.vi.json. `data` never holds the number; `proposal` does: show it, never store or log it.
 */
export interface IdentityProblem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly data: Readonly<Record<string, string | number>>;
  readonly proposal?: string;
}

/** `normalized` is present exactly when the number can be taken: 12 digits (CCCD) or 9 (CMND). */
export interface IdentityCheck {
  readonly type: IdentityType | null;
  readonly normalized?: string;
  readonly problems: readonly IdentityProblem[];
}

export interface IdentityContext {
  /** 1 male, 2 female, 0 unknown (ISO/IEC 5218) */
  readonly sex?: 0 | 1 | 2 | undefined;
  readonly birthYear?: number | undefined;
  /** first three digits known to the list of data/id-province-codes.csv */
  readonly prefixes: ReadonlySet<string>;
}

const NO_NUMBER = new Set(["", "khong", "khong co", "ko", "ko co", "k", "chua", "chua co", "chua lam", "khong ro", "x", "-", "0", "mat", "that lac", "tre em"]);
const SCIENTIFIC = /^\d+([.,]\d+)?\s*e\s*[+-]?\d+$/iu;
const SEPARATORS = /[\s.\-'’`"_]+/gu;

const problem = (code: string, severity: "error" | "warning", data: Record<string, string | number> = {}, proposal?: string): IdentityProblem => ({
  code: `registry.identity.${code}`,
  severity,
  data,
  ...(proposal !== undefined && { proposal }),
});

const unusable = (found: IdentityProblem): IdentityCheck => ({ type: null, problems: [found] });

/**
 * Reads a personal identification number (12 digits: place of birth registration, century and sex, year, serial) or an old
 * 9-digit CMND as people and spreadsheets write it. A mismatch with sex, year or place only warns: numbers given before a
 * correction stay valid, and prefixes for births registered after 2025-07-01 are not published.
 */
export function checkIdentityNumber(text: string, context: IdentityContext): IdentityCheck {
  const tidy = text.normalize("NFKC").trim();
  if (NO_NUMBER.has(fold(tidy).replace(/[.…]+$/u, ""))) return unusable(problem("missing", "warning"));
  if (SCIENTIFIC.test(tidy)) return unusable(problem("rounded", "error"));
  const digits = tidy.replace(/[.,]0$/u, "").replace(SEPARATORS, "");
  if (!/^\d+$/.test(digits)) return unusable(problem("notDigits", "error"));
  if (isMadeUp(digits)) return unusable(problem("placeholder", "warning"));
  if (digits.length === 12) return { type: "CCCD", normalized: digits, problems: mismatches(digits, context) };
  if (digits.length === 9) return { type: "CMND", normalized: digits, problems: [] };
  return unusable(problem("length", "error", { digits: digits.length }, withZeros(digits, context)));
}

/** One digit repeated, or counting up or down. */
function isMadeUp(digits: string): boolean {
  if (digits.length < 8) return false;
  return /^(\d)\1+$/.test(digits) || "012345678901234567890".includes(digits) || "098765432109876543210".includes(digits);
}

/** A spreadsheet that took the number for a quantity dropped its leading zeros. */
function withZeros(digits: string, context: IdentityContext): string | undefined {
  if (digits.length === 8) return `0${digits}`;
  if (digits.length !== 10 && digits.length !== 11) return undefined;
  const whole = digits.padStart(12, "0");
  return context.prefixes.has(whole.slice(0, 3)) && mismatches(whole, context).length === 0 ? whole : undefined;
}

function mismatches(number: string, { sex, birthYear, prefixes }: IdentityContext): IdentityProblem[] {
  const found: IdentityProblem[] = [];
  const mark = Number(number[3]);
  const year = 1900 + 100 * Math.floor(mark / 2) + Number(number.slice(4, 6));
  if (!prefixes.has(number.slice(0, 3))) found.push(problem("prefixUnknown", "warning", { prefix: number.slice(0, 3) }));
  if (sex && (mark % 2 === 0) !== (sex === 1)) found.push(problem("sexDiffers", "warning", { inNumber: mark % 2 === 0 ? 1 : 2, inRecord: sex }));
  if (birthYear !== undefined && birthYear !== year) found.push(problem("yearDiffers", "warning", { inNumber: year, inRecord: birthYear }));
  if (mark > 3) found.push(problem("centuryUnlikely", "warning", { year }));
  return found;
}

/** "089••••••234": first and last three digits, the rest hidden. */
export const maskNumber = (number: string): string => `${number.slice(0, 3)}${"•".repeat(Math.max(0, number.length - 6))}${number.slice(-3)}`;
