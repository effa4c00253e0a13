import type { PlainDate } from "../../kernel/date.ts";
import { type Certainty, weakest } from "../../poverty/rules/certainty.ts";
import type { DatedNumber, Policy, Value, Way } from "./policy-shape.ts";

/** What a benefit comes to on a day. `dong` null: not known, or no amount of money. */
export interface Amount {
  readonly dong: number | null;
  readonly bound: Value["bound"];
  readonly per: Value["per"];
  readonly certainty: Certainty;
}

/** The number in force on a day; an unknown one is never active, even when somebody wrote one down. */
export function valueOn(value: Value, on: PlainDate): DatedNumber | null {
  const period = value.periods.find(({ from, to }) => (from === null || from <= on) && (to === null || on <= to));
  return period === undefined || period.certainty === "unknown" || period.value === null ? null : period;
}

/** The values of a policy with those of the way in their place. */
export const valuesOf = (policy: Policy, way: Way | null): Value[] =>
  policy.benefit.values.map((value) => way?.values?.find(({ id }) => id === value.id) ?? value);

/** Whole đồng; a coefficient is in hundredths and the product rounded half up. null where the policy is not one of money. */
export function amountOf(policy: Policy, way: Way | null, on: PlainDate, parameters: readonly Value[]): Amount | null {
  const rule = policy.benefit.amount;
  if (rule === null) return null;
  const values = valuesOf(policy, way);
  const main = values.find(({ id }) => id === rule.value) ?? parameters.find(({ id }) => id === rule.parameter);
  if (main === undefined) return null;
  const shown = { bound: main.bound, per: main.per };
  const number = valueOn(main, on);
  if (number === null) return { ...shown, dong: null, certainty: "unknown" };
  if (rule.times === undefined) return { ...shown, dong: number.value, certainty: number.certainty };
  const times = values.find(({ id }) => id === rule.times);
  const factor = times === undefined ? null : valueOn(times, on);
  if (factor === null) return { ...shown, dong: null, certainty: "unknown" };
  return { ...shown, dong: Math.floor((number.value! * factor.value! + 50) / 100), certainty: weakest([number.certainty, factor.certainty]) };
}
