import type { z } from "zod";
import type { PlainDate } from "../../kernel/date.ts";
import { type LegalNumber, activeValue } from "./certainty.ts";
import type { AreaType, Quantity } from "./condition.ts";
import type { IndicatorSet } from "./indicator-set.ts";
import { checkRuleset } from "./ruleset-check.ts";
import { RulesetShape, type Validity } from "./ruleset-shape.ts";

export const RulesetFile = RulesetShape.superRefine(checkRuleset);
export type RulesetFile = z.infer<typeof RulesetFile>;

/** A standard ready for use: its file with its indicators at hand. */
export type Ruleset = RulesetFile & { readonly indicators: IndicatorSet };

/** The limit's legal value for an area type. */
export function limitValue(ruleset: Ruleset, limit: string, area: AreaType): LegalNumber {
  const entry = ruleset.limits[limit];
  return (entry?.any ?? entry?.[area])!;
}

export const validityAt = (periods: readonly Validity[], on: PlainDate): Validity | undefined =>
  periods.find((period) => period.from <= on && on <= period.to);

/** Highest possible value of a deprivation quantity, or undefined while the law's number is unknown. */
export function deprivationMaximum(ruleset: Ruleset, quantity: Quantity): number | undefined {
  const count = activeValue(ruleset.indicators.count);
  const step = quantity === "scoreDeprivation" ? activeValue(ruleset.pointsPerIndicator) : 1;
  return count === undefined || step === undefined ? undefined : count * step;
}
