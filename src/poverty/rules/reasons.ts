import type { PlainDate } from "../../kernel/date.ts";
import type { Range, Reason } from "./assessment.ts";
import { weakest } from "./certainty.ts";
import type { Test } from "./class-of.ts";
import { clauseOf } from "./clause.ts";
import { type AreaType, type Condition, holds } from "./condition.ts";
import type { Branch } from "./decide.ts";
import type { Picked } from "./pick-ruleset.ts";
import { type Ruleset, limitValue } from "./ruleset.ts";
import { type Side, isKnown } from "./sides.ts";

/** Why this standard: the period and document that put it in force on the date. */
export function rulesetReason({ ruleset, validity }: Picked, on: PlainDate): Reason {
  return {
    code: "poverty.reason.ruleset",
    clause: clauseOf(ruleset, validity.source),
    certainty: validity.certainty,
    quantity: "on",
    compared: on,
    op: "within",
    limitName: ruleset.id,
    limit: `${validity.from}/${validity.to}`,
    areaType: null,
    holds: true,
  };
}

/** The comparisons of the rules that gave the class: only those that hold whatever the unknown values are. */
export function compareReasons(ruleset: Ruleset, branches: readonly Branch[], sides: readonly [Side, Side]): Reason[] {
  const reasons: Reason[] = [];
  for (const { compiled, rule } of branches) {
    for (const test of rule?.tests ?? []) {
      const side = sides[test.side];
      if (!holdsThroughout(side, test)) continue;
      const compared = isKnown(side) ? side.min : { from: side.min, to: side.max };
      const reason = comparison(ruleset, compiled.area, test.condition, compared, true);
      reasons.push({
        ...reason,
        ruleClause: clauseOf(ruleset, rule!.rule.source),
        certainty: weakest([reason.certainty, rule!.rule.certainty, side.certainty]),
      });
    }
  }
  return reasons;
}

function holdsThroughout({ min, max }: Side, { condition, value }: Test): boolean {
  return holds(min, condition.op, value) && (max === null ? condition.op.startsWith(">") : holds(max, condition.op, value));
}

/** One comparison with the limit's own number and clause; the limit must be a known one. */
export function comparison(ruleset: Ruleset, area: AreaType, condition: Condition, compared: number | Range, isTrue: boolean): Reason {
  const legal = limitValue(ruleset, condition.limit, area);
  return {
    code: "poverty.reason.compare",
    clause: clauseOf(ruleset, legal.source),
    certainty: legal.certainty,
    quantity: condition.quantity,
    compared,
    op: condition.op,
    limitName: condition.limit,
    limit: legal.value!,
    areaType: ruleset.limits[condition.limit]?.any === undefined ? area : null,
    holds: isTrue,
  };
}
