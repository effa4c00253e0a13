import type { PlainDate } from "../../kernel/date.ts";
import { ends, walkBack, walkForward, type Measure } from "./trace.ts";
import { getUnit, requireCovered, type UnitIndex } from "./unit-index.ts";
import { inForce, type Unit } from "./unit.ts";

/**
 * The smallest sets of units before and after whose people are the same: a connected component of the succession graph.
 * `certain` is false where a way is lost or only its main part is named.
 */
export interface ComparableGroup {
  readonly before: readonly Unit[];
  readonly after: readonly Unit[];
  readonly certain: boolean;
}

/** The group of a unit (province or commune) in force on `from` or on `to`. */
export function comparableGroup(index: UnitIndex, uid: string, from: PlainDate, to: PlainDate, measure: Measure = "people"): ComparableGroup {
  requireCovered(index, from);
  const seed = getUnit(index, uid);
  const before = new Set<Unit>();
  const after = new Set<Unit>();
  let certain = true;
  const todo: { unit: Unit; side: "before" | "after" }[] = [{ unit: seed, side: inForce(seed, from) ? "before" : "after" }];
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { unit, side } = next;
    const here = side === "before" ? before : after;
    if (here.has(unit)) continue;
    here.add(unit);
    const walk = side === "before" ? walkForward(index, unit, to) : walkBack(index, unit, to, from);
    if (walk.lost.length > 0 || walk.reached.some((way) => way.exactness === "main")) certain = false;
    for (const end of ends(walk, measure)) todo.push({ unit: end, side: side === "before" ? "after" : "before" });
  }
  return { before: sorted(before), after: sorted(after), certain };
}

/** All groups of communes between two days; each commune in force on either day is in exactly one. */
export function comparableGroups(index: UnitIndex, from: PlainDate, to: PlainDate, measure: Measure = "people"): ComparableGroup[] {
  const seen = new Set<Unit>();
  const groups: ComparableGroup[] = [];
  for (const unit of index.units) {
    if (unit.level !== "commune" || seen.has(unit) || !(inForce(unit, from) || inForce(unit, to))) continue;
    const group = comparableGroup(index, unit.uid, from, to, measure);
    for (const member of [...group.before, ...group.after]) seen.add(member);
    groups.push(group);
  }
  return groups;
}

const sorted = (units: ReadonlySet<Unit>): Unit[] => [...units].sort((a, b) => (a.uid < b.uid ? -1 : 1));
