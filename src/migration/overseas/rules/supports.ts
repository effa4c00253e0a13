import type { PlainDate } from "../../../kernel/date.ts";
import { activeValue, levelOf, type Certainty } from "../../../poverty/rules/certainty.ts";
import type { Group, SupportItem, SupportStandard } from "./standards.ts";

/** Standards in force on a day, in the order given. */
export const standardsOn = (standards: readonly SupportStandard[], on: PlainDate): SupportStandard[] => standards.filter(({ from, to }) => from <= on && (to === null || on < to));

/** An amount against its level. `level` null: nothing is wrong, or nothing is known to measure by. */
export interface SupportCheck {
  readonly verdict: "within" | "over" | "unmeasured" | "otherGroup";
  /** đồng; null while the level is not known */
  readonly most: number | null;
  readonly certainty: Certainty;
  readonly level: "error" | "warning" | null;
}

/** @param quantity units given: days, months or courses; 1 where it is given once */
export function checkSupport(standard: SupportStandard, item: SupportItem, amountDong: number, quantity: number, groups: readonly Group[]): SupportCheck {
  const { who } = standard;
  if (who.groups.length > 0 && who.certainty !== "unknown" && !who.groups.some((group) => groups.includes(group))) {
    return { verdict: "otherGroup", most: null, certainty: who.certainty, level: levelOf(who.certainty) };
  }
  const level = activeValue(item.level);
  if (level === undefined) return { verdict: "unmeasured", most: null, certainty: "unknown", level: null };
  const most = level * quantity;
  const over = amountDong > most;
  return { verdict: over ? "over" : "within", most, certainty: item.level.certainty, level: over ? levelOf(item.level.certainty) : null };
}
