import { AppError } from "./error.ts";

/** An exact decimal number: units × 10^-scale. 5.67 is {units: 567n, scale: 2}; 25.00 keeps its zeros as {units: 2500n, scale: 2}. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

/** An exact rational number with a positive denominator. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/** What can be counted or planned: whole numbers, decimals, fractions. A binary number must be a safe integer. */
export type Quantity = number | bigint | Decimal | Fraction;

const PLAIN = /^([+-]?)(\d+)(?:\.(\d+))?$/;
const MAX_SCALE = 30;

/**
 * n/d rounded to stated decimals, half away from zero for both signs (2.5 → 3, -2.5 → -3), as offices do by hand.
 * @throws AppError invalid "ratio.zero-denominator", "ratio.decimals"
 */
export function roundHalfUp(n: bigint, d: bigint, decimals: number): Decimal {
  checkDecimals(decimals);
  if (d === 0n) throw new AppError("invalid", "ratio.zero-denominator");
  const negative = n < 0n !== d < 0n;
  const top = abs(n) * 10n ** BigInt(decimals);
  const bottom = abs(d);
  const units = (2n * top + bottom) / (2n * bottom);
  return { units: negative ? -units : units, scale: decimals };
}

/** Reads machine text "5.67", "-3", "25.00"; the written decimals become the scale. @throws AppError invalid "decimal.invalid" */
export function decimal(text: string): Decimal {
  const match = PLAIN.exec(text);
  if (match === null) throw new AppError("invalid", "decimal.invalid", { text });
  const places = match[3] ?? "";
  checkDecimals(places.length);
  const units = BigInt(match[2]! + places);
  return { units: match[1] === "-" ? -units : units, scale: places.length };
}

/** Machine text with every decimal: "5.67", "-0.50", "25.00". The inverse of `decimal`. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = abs(units).toString().padStart(scale + 1, "0");
  const cut = digits.length - scale;
  const text = scale === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return units < 0n ? `-${text}` : text;
}

/** Any quantity as a fraction in lowest terms. @throws AppError invalid "ratio.not-exact" for a number that is no safe integer */
export function fraction(quantity: Quantity): Fraction {
  if (typeof quantity === "bigint") return { n: quantity, d: 1n };
  if (typeof quantity === "number") {
    if (!Number.isSafeInteger(quantity)) throw new AppError("invalid", "ratio.not-exact", { value: String(quantity) });
    return { n: BigInt(quantity), d: 1n };
  }
  if ("units" in quantity) return reduced(quantity.units, 10n ** BigInt(quantity.scale));
  return reduced(quantity.n, quantity.d);
}

/** a/b in lowest terms. @throws AppError invalid "ratio.zero-denominator" */
export function divide(a: Quantity, b: Quantity): Fraction {
  const [x, y] = [fraction(a), fraction(b)];
  return reduced(x.n * y.d, x.d * y.n);
}

export function subtract(a: Quantity, b: Quantity): Fraction {
  const [x, y] = [fraction(a), fraction(b)];
  return reduced(x.n * y.d - y.n * x.d, x.d * y.d);
}

/** -1, 0 or 1, exact for any mixture of quantities. */
export function compareQuantities(a: Quantity, b: Quantity): number {
  const { n } = subtract(a, b);
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

export const isZero = (quantity: Quantity): boolean => fraction(quantity).n === 0n;

function reduced(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new AppError("invalid", "ratio.zero-denominator");
  let [a, b] = [abs(n), abs(d)];
  while (b !== 0n) [a, b] = [b, a % b];
  const divisor = d < 0n ? -a : a;
  return { n: n / divisor, d: d / divisor };
}

function checkDecimals(decimals: number): void {
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= MAX_SCALE) return;
  throw new AppError("invalid", "ratio.decimals", { decimals });
}

const abs = (x: bigint): bigint => (x < 0n ? -x : x);
