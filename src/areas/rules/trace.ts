import type { PlainDate } from "../../kernel/date.ts";
import { getUnit, type UnitIndex } from "./unit-index.ts";
import type { Edge, Unit } from "./unit.ts";

/**
 * How much of an old unit's people went into the new one. `exact`: all. `main`: the main part, perhaps all (the source says no more).
 * `split`: some, the share is not known. `land-only`: nobody, only land.
 */
export type Exactness = "exact" | "main" | "split" | "land-only";

/** "people" leaves land-only edges aside; "any" follows every edge. */
export type Measure = "people" | "any";

/** A unit reached, the weakest exactness on the way, and the edges walked (none: the same version goes on). */
export interface Reached {
  readonly unit: Unit;
  readonly exactness: Exactness;
  readonly steps: readonly Edge[];
}

/** Where a walk arrived, and the versions after (or before) which nothing is on file. */
export interface Walk {
  readonly reached: readonly Reached[];
  readonly lost: readonly Unit[];
}

const WEAKNESS: Readonly<Record<Exactness, number>> = { exact: 0, main: 1, split: 2, "land-only": 3 };

const weaker = (a: Exactness, b: Exactness): Exactness => (WEAKNESS[a] >= WEAKNESS[b] ? a : b);

export const carriesPeople = (exactness: Exactness): boolean => exactness !== "land-only";

/** Reads an edge beside its sisters: where people leave by more than one edge, each is a split, whatever it is called. */
function exactnessOf(edge: Edge, sisters: readonly Edge[]): Exactness {
  if (edge.relation === "part_area_only") return "land-only";
  if (sisters.filter((sister) => sister.relation !== "part_area_only").length > 1) return "split";
  return edge.relation === "whole_or_main" ? "main" : "exact";
}

/** Follows a version through all its ends up to the day `to`; chains compose, exactness is the worst of the way. */
export function walkForward(index: UnitIndex, start: Unit, to: PlainDate): Walk {
  const reached = new Map<string, Reached[]>();
  const lost: Unit[] = [];
  const visit = (at: Reached): void => {
    const { unit } = at;
    if (unit.validTo === undefined || to < unit.validTo) {
      const before = reached.get(unit.uid);
      if (before) before.push(at);
      else reached.set(unit.uid, [at]);
      return;
    }
    const edges = index.edgesFrom.get(unit.uid);
    if (!edges) lost.push(unit);
    for (const edge of edges ?? []) {
      const exactness = weaker(at.exactness, exactnessOf(edge, edges!));
      visit({ unit: getUnit(index, edge.to), exactness, steps: [...at.steps, edge] });
    }
  };
  visit({ unit: start, exactness: "exact", steps: [] });
  return { reached: joined([...reached.values()], lost.length > 0), lost };
}

/** One entry per unit: the strongest of its ways. Shares that were split and all came together again are whole. */
function joined(ways: readonly (readonly Reached[])[], someLost: boolean): Reached[] {
  const best = ways.map((toOne) => toOne.reduce((a, b) => (WEAKNESS[b.exactness] < WEAKNESS[a.exactness] ? b : a)));
  const peopled = ways.filter((toOne) => toOne.some((way) => carriesPeople(way.exactness)));
  const reunited = !someLost && peopled.length === 1 && peopled[0]!.every((way) => way.exactness !== "main");
  return best.map((way) => (reunited && way.exactness === "split" ? { ...way, exactness: "exact" } : way));
}

/**
 * The versions in force on `backTo` that went into `start` by the day `at`. Exactness is read forward: `exact` = all people of the
 * earlier unit are in `start`.
 */
export function walkBack(index: UnitIndex, start: Unit, at: PlainDate, backTo: PlainDate): Walk {
  const origins = new Map<string, Unit>();
  const lost = new Set<Unit>();
  const visit = (unit: Unit, until: PlainDate): void => {
    const edges = (index.edgesTo.get(unit.uid) ?? []).filter((edge) => backTo < edge.effective && edge.effective <= until);
    if (unit.validFrom === undefined || unit.validFrom <= backTo) origins.set(unit.uid, unit);
    else if (!edges.some((edge) => edge.effective === unit.validFrom)) lost.add(unit);
    for (const edge of edges) visit(getUnit(index, edge.from), edge.effective);
  };
  visit(start, at);
  const reached = [...origins.values()].map((origin) => {
    const way = walkForward(index, origin, at).reached.find(({ unit }) => unit.uid === start.uid)!;
    return { ...way, unit: origin };
  });
  return { reached, lost: [...lost] };
}

/** Units at the other end that matter for the measure. */
export const ends = (walk: Walk, measure: Measure): Unit[] =>
  walk.reached.filter((way) => measure === "any" || carriesPeople(way.exactness)).map((way) => way.unit);
