import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { communesUnder } from "./hierarchy.ts";
import { carriesPeople, ends, walkBack, walkForward, type Exactness, type Reached, type Walk } from "./trace.ts";
import { getUnitInForce, requireCovered, type UnitIndex } from "./unit-index.ts";
import type { Edge, Relation, Unit } from "./unit.ts";

/**
 * A unit at the other end of a trace. `through`: set when a district was followed by its communes, the ones that lead here; then
 * `exactness` says whether the people of this unit are all of that district (`exact`) or only some (`split`).
 */
export interface TracedUnit {
  readonly unit: Unit;
  readonly exactness: Exactness;
  readonly steps: readonly Edge[];
  readonly through?: readonly Unit[];
}

/**
 * What a unit in force on `on` is (or was) on the day `towards`.
 * `closed`: the people of the two sides are the same, nobody enters or leaves, and the data prove it.
 * `lost`: versions whose further way is not on file; while there are any, `closed` is false.
 */
export interface Trace {
  readonly of: Unit;
  readonly on: PlainDate;
  readonly towards: PlainDate;
  readonly units: readonly TracedUnit[];
  readonly lost: readonly Unit[];
  readonly closed: boolean;
}

/** What a unit became. A district from 2025-07-01 on answers with what its communes became: there is no district level (Luật 72/2025/QH15). */
export function successors(index: UnitIndex, uid: string, from: PlainDate, to: PlainDate): Trace {
  requireOrder(from, to);
  const walk: Walker = (unit) => walkForward(index, unit, to);
  const back: Walker = (unit) => walkBack(index, unit, to, from);
  return trace(index, getUnitInForce(index, uid, from), { on: from, towards: to, walk, back });
}

/** What a unit was made of. `exactness` tells for each earlier unit whether all its people came. */
export function predecessors(index: UnitIndex, uid: string, at: PlainDate, backTo: PlainDate): Trace {
  requireOrder(backTo, at);
  requireCovered(index, backTo);
  const walk: Walker = (unit) => walkBack(index, unit, at, backTo);
  const back: Walker = (unit) => walkForward(index, unit, at);
  return trace(index, getUnitInForce(index, uid, at), { on: at, towards: backTo, walk, back });
}

/** The weakest step of a way: the one its relation and act are quoted from; undefined when the version simply goes on. */
export function decisiveStep(steps: readonly Edge[]): Edge | undefined {
  const rank = (edge: Edge): number => WEAKEST_FIRST.indexOf(edge.relation);
  return steps.toSorted((a, b) => rank(a) - rank(b) || (a.effective < b.effective ? 1 : -1))[0];
}

const WEAKEST_FIRST: readonly Relation[] = [
  "part_area_only", "part", "part_population", "whole_or_main", "part_area_all_population",
  "whole", "moved", "reclassified", "renamed", "unchanged",
];

type Walker = (unit: Unit) => Walk;

interface Journey {
  readonly on: PlainDate;
  readonly towards: PlainDate;
  readonly walk: Walker;
  readonly back: Walker;
}

function requireOrder(earlier: PlainDate, later: PlainDate): void {
  if (later < earlier) throw new AppError("invalid", "areas.datesReversed", { earlier, later });
}

function trace(index: UnitIndex, of: Unit, journey: Journey): Trace {
  const { on, towards } = journey;
  const direct = journey.walk(of);
  const communes = of.level === "district" ? communesUnder(index, of.uid, on) : [];
  if (communes.length === 0) {
    return { of, on, towards, units: direct.reached, lost: direct.lost, closed: isClosed([of], ends(direct, "people"), journey) };
  }
  if (direct.lost.length > 0) return { of, on, towards, ...composed(communes, journey) };

  const inside = new Map(direct.reached.map(({ unit }) => [unit.uid, communesUnder(index, unit.uid, towards)]));
  const closed = isClosed(communes, [...inside.values()].flat(), journey);
  const units = direct.reached.map((way): Reached => {
    const kept = allArriveIn(communes, journey.walk, inside.get(way.unit.uid)!);
    return { ...way, exactness: kept ? way.exactness : "main" };
  });
  return { of, on, towards, units, lost: [], closed };
}

const isClosed = (here: readonly Unit[], there: readonly Unit[], { walk, back }: Journey): boolean =>
  there.length > 0 && allArriveIn(here, walk, there) && allArriveIn(there, back, here);

/** All people of the units are in the allowed ones. */
function allArriveIn(units: readonly Unit[], walk: Walker, allowed: readonly Unit[]): boolean {
  const set = new Set(allowed);
  return units.every((unit) => arrivesOnlyIn(walk(unit), set));
}

const arrivesOnlyIn = (walk: Walk, allowed: ReadonlySet<Unit>): boolean =>
  walk.lost.length === 0 && walk.reached.every((way) => !carriesPeople(way.exactness) || (way.exactness !== "main" && allowed.has(way.unit)));

/** A district by its communes. */
function composed(communes: readonly Unit[], journey: Journey): Pick<Trace, "units" | "lost" | "closed"> {
  const ways = new Map<Unit, { commune: Unit; way: Reached }[]>();
  const lost = new Set<Unit>();
  for (const commune of communes) {
    const walk = journey.walk(commune);
    for (const unit of walk.lost) lost.add(unit);
    for (const way of walk.reached) ways.set(way.unit, [...(ways.get(way.unit) ?? []), { commune, way }]);
  }
  const units = [...ways].map(([unit, arrivals]): TracedUnit => {
    const peopled = arrivals.filter(({ way }) => carriesPeople(way.exactness));
    const whole = arrivesOnlyIn(journey.back(unit), new Set(communes));
    const main = peopled.some(({ way }) => way.exactness === "main");
    const exactness = peopled.length === 0 ? "land-only" : main ? "main" : whole ? "exact" : "split";
    const steps = [...new Set(arrivals.flatMap(({ way }) => way.steps))];
    return { unit, exactness, steps, through: (peopled.length > 0 ? peopled : arrivals).map(({ commune }) => commune) };
  });
  const there = units.filter((traced) => carriesPeople(traced.exactness)).map((traced) => traced.unit);
  return { units, lost: [...lost], closed: isClosed(communes, there, journey) };
}
