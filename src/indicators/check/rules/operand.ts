import { type Fraction, subtract } from "../../../kernel/decimal.ts";
import { absolute, atMost, hull, type Interval, point } from "./interval.ts";
import type { Order } from "./outcome.ts";
import { otherPrint, type Printed, spread, writeExact } from "./printed.ts";

/** A number that a claim is computed from: as printed, and unrounded where the counts behind it are known. */
export interface Operand {
  readonly printed: Printed;
  readonly raw?: Fraction;
  /** How the raw number is made: "2.354 / 41.504 × 100". */
  readonly rawText?: string;
}

/** The exact number behind an operand; undefined when only a rounded print is known. */
export const exactOf = ({ raw, printed }: Operand): Fraction | undefined =>
  raw ?? (printed.exact && !printed.about ? printed.value : undefined);

/** True when the unrounded number is known and differs from the print: then two orders of rounding are possible. */
export const hasRaw = ({ raw, printed }: Operand): boolean => raw !== undefined && subtract(raw, printed.value).n !== 0n;

export const valueIn = (operand: Operand, order: Order): Fraction =>
  order === "raw" ? (exactOf(operand) ?? operand.printed.value) : operand.printed.value;

export function textIn(operand: Operand, order: Order): string {
  const { printed, rawText, raw } = operand;
  if (order === "raw" && rawText !== undefined && hasRaw(operand)) return `(${rawText})`;
  if (order === "raw" && raw !== undefined) return writeExact(raw);
  return printed.text;
}

/**
 * Where the true number lies. A raw number that its print is a rounding of gives the stretch between the two (some steps of a
 * reckoning may use one, some the other); a print that is no rounding of it stands for itself.
 */
export function rangeOf({ raw, printed }: Operand): Interval {
  if (raw === undefined) return spread(printed);
  return atMost(absolute(subtract(raw, printed.value)), printed.step) ? hull(point(raw), point(printed.value)) : point(printed.value);
}

/** The same operand with the other reading of its thousands or decimal mark. */
export function reread({ printed, raw }: Operand): Operand | undefined {
  const other = raw === undefined ? otherPrint(printed) : undefined;
  return other && { printed: other };
}
