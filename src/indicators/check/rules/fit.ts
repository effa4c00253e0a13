import { absolute } from "./interval.ts";
import { type Agreement, agree, type Candidate } from "./match.ts";
import { exactOf, hasRaw, type Operand, rangeOf, valueIn } from "./operand.ts";
import type { Order } from "./outcome.ts";
import type { Printed } from "./printed.ts";
import { exactly, type Reading } from "./reading.ts";

export interface Pair {
  readonly now: Operand;
  readonly base: Operand;
}
export interface Fit {
  readonly reading: Reading;
  readonly agreement: Agreement;
}

/** The orders of rounding to try: from the raw numbers where all are known, from the printed ones where they differ. */
export function ordersOf(operands: readonly Operand[]): readonly Order[] {
  if (operands.some((operand) => exactOf(operand) === undefined)) return ["printed"];
  return operands.some(hasRaw) ? ["printed", "raw"] : ["raw"];
}

/** The outcome of a reading, once for each order. */
export function candidatesOf(reading: Reading, { now, base }: Pair): Candidate[] {
  return ordersOf([now, base]).flatMap((order) => {
    const value = exactly(reading, valueIn(now, order), valueIn(base, order));
    return value ? [{ order, value }] : [];
  });
}

/** The reading that the print is; one that it is but for rounding only when none fits better. */
export function firstFit(readings: readonly Reading[], pair: Pair, printed: Printed): Fit | undefined {
  let rough: Fit | undefined;
  for (const reading of readings) {
    const print = reading.name === "under" && printed.value.n < 0n ? { ...printed, value: absolute(printed.value) } : printed;
    const found = agree(print, candidatesOf(reading, pair), reading.of(rangeOf(pair.now), rangeOf(pair.base)));
    const agreement: Agreement | undefined =
      found?.verdict === "rounding" && found.how === "hundred" && reading.name !== "level"
        ? { verdict: "consistent", orders: ordersOf([pair.now, pair.base]) }
        : found;
    if (agreement?.verdict === "consistent") return { reading, agreement };
    if (agreement) rough ??= { reading, agreement };
  }
  return rough;
}

/** The print is this reading of these numbers, rounded half up. */
export const fits = (reading: Reading, pair: Pair, printed: Printed): boolean =>
  firstFit([reading], pair, printed)?.agreement.verdict === "consistent";
