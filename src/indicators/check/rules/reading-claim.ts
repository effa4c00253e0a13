import type { Operand } from "./operand.ts";
import type { Finding } from "./outcome.ts";
import type { Printed } from "./printed.ts";
import type { Reading } from "./reading.ts";

/** A number printed as the outcome of two others. */
export interface ReadingClaim {
  /** How the claim names its two numbers: {now: "part", base: "whole"}. */
  readonly fields: { readonly now: string; readonly base: string };
  readonly now?: Operand | undefined;
  readonly base?: Operand | undefined;
  readonly printed?: Printed | "dash" | undefined;
  /** What the words mean, first choice first. */
  readonly expected: readonly Reading[];
  /** What else the number may be, and what is then wrong. */
  readonly others: readonly Other[];
  /** Said when the number is right and its unit is not; `unit` is the right one. */
  readonly wrongUnit?: Finding | undefined;
  /** What to write, in the precision of this print. */
  readonly phrase: (like: Printed, both: boolean) => string | undefined;
  /** The missing number has to be whole: it counts people, households, classes. */
  readonly whole: boolean;
  readonly notes: readonly Finding[];
  readonly hints: (printed: Printed) => readonly Finding[];
  /** Decimals for a number that is not printed yet. */
  readonly blank: Printed;
}
export interface Other {
  readonly reading: Reading;
  readonly code: string;
  readonly verdict: "misworded" | "inconsistent";
}
