import { AppError } from "../../kernel/error.ts";
import { activeValue } from "./certainty.ts";
import { type AreaType, type Condition, PATHS, type PathName, holds } from "./condition.ts";
import { type Ruleset, limitValue } from "./ruleset.ts";
import type { Rule } from "./ruleset-shape.ts";

/** 0: income side (B1, declared income); 1: deprivation side (B2, number of deprivations). */
export type SideIndex = 0 | 1;
export type Test = { side: SideIndex; value: number; condition: Condition };
export type CompiledRule = { classIndex: number; tests: Test[]; rule: Rule };
export type Compiled = { area: AreaType; rules: CompiledRule[]; unknownLimits: string[]; unknownRules: boolean };

/** The rules of a path for one area type with their limits' numbers in place; names of limits that have none yet. */
export function compilePath(ruleset: Ruleset, path: PathName, area: AreaType): Compiled {
  const unknown = new Set<string>();
  const rules = ruleset[path].map((rule) => ({
    rule,
    classIndex: ruleset.classes.findIndex(({ id }) => id === rule.class),
    tests: rule.all.map((condition) => {
      const value = activeValue(limitValue(ruleset, condition.limit, area));
      if (value === undefined) unknown.add(condition.limit);
      return { side: PATHS[path].indexOf(condition.quantity as never) as SideIndex, value: value ?? Number.NaN, condition };
    }),
  }));
  const unknownRules = rules.length === 0 || rules.some(({ rule }) => rule.certainty === "unknown");
  return { area, rules, unknownLimits: [...unknown], unknownRules };
}

/** True when every rule and limit of the path is known. */
export const isUsable = (compiled: Compiled): boolean => !compiled.unknownRules && compiled.unknownLimits.length === 0;

/** The first rule that holds for the two sides' values, or undefined when the standard does not cover them. */
export function ruleFor(rules: readonly CompiledRule[], income: number, deprivation: number): CompiledRule | undefined {
  search: for (const rule of rules) {
    for (const { side, value, condition } of rule.tests)
      if (!holds(side === 0 ? income : deprivation, condition.op, value)) continue search;
    return rule;
  }
  return undefined;
}

/**
 * B1 and B2 → index into `ruleset.classes`, or -1 when no rule covers them: the fast path for many households, the same
 * rules as `assess`. Values are taken as checked (`checkScores`).
 * @throws AppError refused "poverty.limitUnknown" when the standard cannot score yet
 */
export function compileRuleset(ruleset: Ruleset, area: AreaType): (scoreIncome: number, scoreDeprivation: number) => number {
  const compiled = compilePath(ruleset, "points", area);
  if (!isUsable(compiled))
    throw new AppError("refused", "poverty.limitUnknown", { ruleset: ruleset.id, path: "points", limits: compiled.unknownLimits });
  return (scoreIncome, scoreDeprivation) => ruleFor(compiled.rules, scoreIncome, scoreDeprivation)?.classIndex ?? -1;
}
