import { compareQuantities, type Decimal, divide, fraction, type Fraction, type Quantity } from "./decimal.ts";

/** The denominators that print a stated percent: above `min`, up to and including `max`; `max` null where every larger one does. */
export interface ImpliedRange {
  readonly min: Fraction;
  readonly max: Fraction | null;
  /** The whole numbers inside, `last` null where there is no end; null when there is none. */
  readonly integers: { readonly first: bigint; readonly last: bigint | null } | null;
}

/**
 * What the denominator must have been when `actual` of it was printed as `printed` percent. Printing rounds half up, so the true
 * percent lay in [p - ½, p + ½) of the last printed place and the denominator in (100a/(p + ½), 100a/(p - ½)].
 * Undefined when nothing above 0 prints so (0 of anything is never 5%, and nothing here is negative).
 */
export function impliedDenominator(actual: Quantity, printed: Decimal): ImpliedRange | undefined {
  const { n, d } = fraction(actual);
  if (n < 0n || printed.units < 0n) return undefined;
  if (n === 0n) return printed.units === 0n ? range({ n: 0n, d: 1n }, null) : undefined;
  const hundredfold = { n: n * 200n * 10n ** BigInt(printed.scale), d }; // 100a in half places
  const [low, high] = [2n * printed.units - 1n, 2n * printed.units + 1n];
  return range(divide(hundredfold, high), low > 0n ? divide(hundredfold, low) : null);
}

/** Whether a denominator prints the percent that the range was made from. */
export function inImpliedRange({ min, max }: ImpliedRange, denominator: Quantity): boolean {
  return compareQuantities(denominator, min) > 0 && (max === null || compareQuantities(denominator, max) <= 0);
}

function range(min: Fraction, max: Fraction | null): ImpliedRange {
  const first = min.n / min.d + 1n;
  const last = max && max.n / max.d;
  return { min, max, integers: last !== null && last < first ? null : { first, last } };
}
