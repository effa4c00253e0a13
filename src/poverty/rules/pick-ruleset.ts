import type { PlainDate } from "../../kernel/date.ts";
import type { Said } from "./assessment.ts";
import { type Ruleset, validityAt } from "./ruleset.ts";
import type { Validity } from "./ruleset-shape.ts";

export type Picked = { ruleset: Ruleset; validity: Validity };

/**
 * The one standard of a scope (`national`, `province:91`) for the date whose status is asked. A period that is not known
 * to hold is not used. Two standards on one date are refused rather than chosen from.
 */
export function pickRuleset(on: PlainDate, rulesets: readonly Ruleset[], scope = "national"): Picked | Said {
  const inScope = rulesets.filter((ruleset) => ruleset.scope === scope);
  const picked: Picked[] = [];
  for (const ruleset of inScope) {
    const validity = validityAt(ruleset.validity, on);
    if (validity !== undefined && validity.certainty !== "unknown") picked.push({ ruleset, validity });
  }
  if (picked.length === 1) return picked[0]!;
  if (picked.length > 1)
    return { code: "poverty.rulesetsOverlap", data: { on, rulesets: picked.map(({ ruleset }) => ruleset.id) } };
  const standards = inScope.map(({ id, validity }) => ({ id, from: validity[0]!.from, to: validity.at(-1)!.to }));
  return { code: "poverty.noRuleset", data: { on, scope, standards } };
}

export const isPicked = (result: Picked | Said): result is Picked => "ruleset" in result;
