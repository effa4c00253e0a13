import { compareQuantities, divide, fraction, type Fraction, type Quantity, subtract } from "../../../kernel/decimal.ts";

/** All numbers from low to high, both ends in it; a point when they are equal. */
export interface Interval {
  readonly low: Fraction;
  readonly high: Fraction;
}

export const ZERO: Fraction = { n: 0n, d: 1n };

export const negate = ({ n, d }: Fraction): Fraction => ({ n: -n, d });
export const absolute = (x: Fraction): Fraction => (x.n < 0n ? negate(x) : x);
export const add = (a: Fraction, b: Fraction): Fraction => subtract(a, negate(b));
export const multiply = (a: Fraction, b: Fraction): Fraction => fraction({ n: a.n * b.n, d: a.d * b.d });
export const half = (x: Fraction): Fraction => divide(x, 2);
export const equal = (a: Quantity, b: Quantity): boolean => compareQuantities(a, b) === 0;
export const atMost = (a: Quantity, b: Quantity): boolean => compareQuantities(a, b) <= 0;
export const least = (a: Fraction, b: Fraction): Fraction => (atMost(a, b) ? a : b);
export const greatest = (a: Fraction, b: Fraction): Fraction => (atMost(a, b) ? b : a);

export const floor = ({ n, d }: Fraction): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));
export const ceiling = (x: Fraction): bigint => -floor(negate(x));

export const point = (x: Quantity): Interval => ({ low: fraction(x), high: fraction(x) });
export const isPoint = ({ low, high }: Interval): boolean => equal(low, high);
export const contains = ({ low, high }: Interval, x: Quantity): boolean => atMost(low, x) && atMost(x, high);
export const hull = (a: Interval, b: Interval): Interval => ({ low: least(a.low, b.low), high: greatest(a.high, b.high) });
export const around = (x: Fraction, radius: Fraction): Interval => ({ low: subtract(x, radius), high: add(x, radius) });

/** The common part; undefined when there is none. */
export function intersect(a: Interval, b: Interval): Interval | undefined {
  const both = { low: greatest(a.low, b.low), high: least(a.high, b.high) };
  return atMost(both.low, both.high) ? both : undefined;
}

export const plus = (a: Interval, b: Interval): Interval => ({ low: add(a.low, b.low), high: add(a.high, b.high) });
export const opposite = ({ low, high }: Interval): Interval => ({ low: negate(high), high: negate(low) });
export const minus = (a: Interval, b: Interval): Interval => plus(a, opposite(b));

export function times(a: Interval, b: Interval): Interval {
  const ends = [multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)];
  return { low: ends.reduce(least), high: ends.reduce(greatest) };
}

/** a/b; undefined when b may be 0. */
export function over(a: Interval, b: Interval): Interval | undefined {
  if (contains(b, 0)) return undefined;
  return times(a, { low: divide(1, b.high), high: divide(1, b.low) });
}
