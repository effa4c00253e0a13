import { closingTotal, type MovementRow } from "../../rules/movement.ts";
import type { Line, List } from "./leaf.ts";

/** A difference on one line of a hamlet that must be nought or explained. */
export interface Difference {
  readonly hamletId: string;
  readonly list: List;
  readonly line: Line;
  /** balance: column 9 less what the columns before it give; opening: column 1 less column 9 submitted a year before */
  readonly kind: "balance" | "opening";
  readonly amount: number;
}

/** What an explanation on file speaks of; it holds only while the difference is the one it was written for. */
export interface Explained extends Difference {
  readonly id: string;
}

export const sameLine = (a: Omit<Difference, "amount">, b: Omit<Difference, "amount">): boolean =>
  a.hamletId === b.hamletId && a.list === b.list && a.line === b.line && a.kind === b.kind;

export const isExplained = (difference: Difference, explanations: readonly Explained[]): boolean =>
  explanations.some((one) => sameLine(one, difference) && one.amount === difference.amount);

/** Column 9 as counted from the closing list, less the identity 1−2−3−4+5+6+7+8. */
export const balanceOf = (row: MovementRow): number => row[8] - closingTotal(row);
