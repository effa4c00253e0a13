import type { Change, Missing, Outcome } from "./assessment.ts";
import { type Compiled, type CompiledRule, type SideIndex, ruleFor } from "./class-of.ts";
import { joinRegions, turningPoints } from "./regions.ts";
import { type Side, isKnown, missingSide } from "./sides.ts";

/** One way the unknown values can turn out. */
export type Branch = { compiled: Compiled; rule: CompiledRule | undefined };

const classOf = (rule: CompiledRule | undefined): string | null => rule?.rule.class ?? null;

/** Every way that the unknown values can still turn out, one branch per area type, values and rule. */
export function branchesOf(areas: readonly Compiled[], [income, deprivation]: readonly [Side, Side]): Branch[] {
  const branches: Branch[] = [];
  for (const compiled of areas)
    for (const a of turningPoints(income, 0, compiled.rules))
      for (const b of turningPoints(deprivation, 1, compiled.rules)) {
        const rule = ruleFor(compiled.rules, a, b);
        if (!branches.some((branch) => branch.compiled === compiled && branch.rule === rule)) branches.push({ compiled, rule });
      }
  return branches;
}

export const classesOf = (branches: readonly Branch[]): (string | null)[] => [...new Set(branches.map(({ rule }) => classOf(rule)))];

/** What is not known, whether it matters to the class and, where it is the only thing missing, what each value would give. */
export function missingOf(areas: readonly Compiled[], sides: readonly [Side, Side], decided: boolean): Missing[] {
  const unknown = sides.filter((side) => !isKnown(side));
  const areaMissing = areas.length > 1;
  const alone = unknown.length + (areaMissing ? 1 : 0) === 1;
  const missing: Missing[] = [];
  if (areaMissing) {
    const outcomes = areas.map(({ area, rules }) => ({ areaType: area, class: classOf(ruleFor(rules, sides[0].min, sides[1].min)) }));
    missing.push({ field: "areaType", code: "poverty.missing.areaType", data: {}, changesClass: !decided, outcomes: alone ? outcomes : [] });
  }
  for (const side of unknown) {
    const outcomes = alone ? outcomesOf(areas[0]!, sides, sides.indexOf(side) as SideIndex) : [];
    missing.push({ ...missingSide(side), changesClass: !decided, outcomes });
  }
  return missing;
}

function outcomesOf({ rules }: Compiled, sides: readonly [Side, Side], index: SideIndex): Outcome[] {
  const side = sides[index];
  const regions = joinRegions(turningPoints(side, index, rules), side.max, side.step, classAt(rules, sides, index));
  return regions.map(({ from, to, result }) => ({ quantity: side.quantity, from, to, class: result }));
}

const classAt = (rules: readonly CompiledRule[], sides: readonly [Side, Side], index: SideIndex) => (value: number) =>
  classOf(index === 0 ? ruleFor(rules, value, sides[1].min) : ruleFor(rules, sides[0].min, value));

/** The nearest change of one value alone, down and up, that gives another class; and the other area type where it does. */
export function changesOf(areas: readonly Compiled[], sides: readonly [Side, Side], now: string, other: Compiled | undefined): Change[] {
  const compiled = areas[0]!;
  if (areas.length > 1 || !sides.every(isKnown)) return [];
  const changes = ([0, 1] as const).flatMap((index) => changesOfSide(compiled, sides, index));
  const elsewhere = other && classOf(ruleFor(other.rules, sides[0].min, sides[1].min));
  if (other && elsewhere && elsewhere !== now)
    changes.push({ quantity: "areaType", from: compiled.area, to: other.area, class: elsewhere });
  return changes;
}

function changesOfSide({ rules }: Compiled, sides: readonly [Side, Side], index: SideIndex): Change[] {
  const side = sides[index];
  const value = side.min;
  const max = side.domainMax === null ? null : Math.max(side.domainMax, value);
  const regions = joinRegions(turningPoints(side, index, rules, 0, max), max, side.step, classAt(rules, sides, index));
  const here = regions.findLastIndex(({ from }) => from <= value);
  const [below, above] = [regions[here - 1], regions[here + 1]];
  const changes: Change[] = [];
  if (below?.result && below.to !== null) changes.push({ quantity: side.quantity, from: value, to: below.to, class: below.result });
  if (above?.result) changes.push({ quantity: side.quantity, from: value, to: above.from, class: above.result });
  return changes;
}
