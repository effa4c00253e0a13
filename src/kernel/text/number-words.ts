import { AppError } from "../error.ts";

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"] as const;
const BILLION = 1_000_000_000n;

/**
 * A whole number in words: "một nghìn không trăm linh năm", "hai mươi mốt", "âm ba".
 * Empty groups of three are left out ("một triệu không trăm linh một"); "nghìn", "linh", "tư", "tỷ" are the written forms.
 * @throws AppError invalid "number.not-integer"
 */
export function integerInWords(value: number | bigint): string {
  if (typeof value === "number" && !Number.isSafeInteger(value)) {
    throw new AppError("invalid", "number.not-integer", { value: String(value) });
  }
  const n = BigInt(value);
  if (n === 0n) return DIGITS[0];
  return n < 0n ? `âm ${positive(-n)}` : positive(n);
}

function positive(n: bigint): string {
  const billions = n / BILLION;
  const rest = Number(n % BILLION);
  const words: string[] = [];
  if (billions > 0n) words.push(positive(billions), "tỷ");
  const groups = [
    [Math.floor(rest / 1_000_000), "triệu"],
    [Math.floor(rest / 1_000) % 1_000, "nghìn"],
    [rest % 1_000, ""],
  ] as const;
  for (const [group, unit] of groups) {
    if (group === 0) continue;
    words.push(belowThousand(group, words.length > 0));
    if (unit !== "") words.push(unit);
  }
  return words.join(" ");
}

/** `led`: something stands before this group, so its hundreds are said even when they are zero. */
function belowThousand(n: number, led: boolean): string {
  const hundreds = Math.floor(n / 100);
  const tens = Math.floor(n / 10) % 10;
  const units = n % 10;
  const words: string[] = [];
  if (hundreds > 0 || led) words.push(DIGITS[hundreds]!, "trăm");
  if (tens === 0 && units > 0 && words.length > 0) words.push("linh");
  if (tens === 1) words.push("mười");
  if (tens > 1) words.push(DIGITS[tens]!, "mươi");
  if (units > 0) words.push(unitWord(tens, units, words.length > 0));
  return words.join(" ");
}

function unitWord(tens: number, units: number, led: boolean): string {
  if (units === 1 && tens > 1) return "mốt";
  if (units === 4 && (tens > 1 || (tens === 0 && led))) return "tư";
  if (units === 5 && tens > 0) return "lăm";
  return DIGITS[units]!;
}
