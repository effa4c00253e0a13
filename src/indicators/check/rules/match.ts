import type { Fraction } from "../../../kernel/decimal.ts";
import { atMost, contains, equal, type Interval, intersect, isPoint } from "./interval.ts";
import type { Order } from "./outcome.ts";
import { cutLike, type Printed, roundAt, roundLike, spread } from "./printed.ts";

/** How a printed number agrees with a computed one. */
export type Agreement =
  | { readonly verdict: "consistent"; readonly orders: readonly Order[] }
  | { readonly verdict: "rounding"; readonly how: "cut" | "twice" | "inputs" | "hundred" };

export interface Candidate {
  readonly order: Order;
  readonly value: Fraction;
}

/**
 * Whether the print is one of the candidates rounded half up; or that candidate cut off, or rounded in two steps; or within
 * what the rounding of the inputs allows. Undefined when none of these.
 */
export function agree(printed: Printed, candidates: readonly Candidate[], interval: Interval | undefined): Agreement | undefined {
  const orders = candidates.filter(({ value }) => reproduces(printed, value)).map(({ order }) => order);
  if (orders.length > 0) {
    const short = candidates.every(({ value }) => !atMost(100, value));
    return isFullHundred(printed) && short ? { verdict: "rounding", how: "hundred" } : { verdict: "consistent", orders };
  }
  if (candidates.some(({ value }) => equal(cutLike(value, printed), printed.value))) return { verdict: "rounding", how: "cut" };
  if (candidates.some(({ value }) => roundedTwice(value, printed))) return { verdict: "rounding", how: "twice" };
  if (interval && !isPoint(interval) && intersect(spread(printed), interval)) return { verdict: "rounding", how: "inputs" };
  return undefined;
}

/** The print is this number rounded half up; of "hơn 500", any number that the words allow. */
export const reproduces = (printed: Printed, value: Fraction): boolean =>
  printed.about ? contains(spread(printed), value) : equal(roundLike(value, printed), printed.value);

/** 99,67% told as "100%" says that all is done. */
const isFullHundred = ({ unit, value }: Printed): boolean => unit.kind === "percent" && equal(value, 100);

function roundedTwice(value: Fraction, printed: Printed): boolean {
  return [1, 2].some((more) => {
    const first = roundAt(value, printed.unit, printed.decimals + more);
    return equal(roundLike(first, printed), printed.value);
  });
}
