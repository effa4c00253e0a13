import type { PlainDate } from "../../kernel/date.ts";
import { getUnit, type UnitIndex } from "./unit-index.ts";
import type { Edge, Unit } from "./unit.ts";

/** The unit a hamlet lies in over [from, to); `to` null: still. `act` opened it, where it was a change of units. */
export interface Belonging {
  readonly unitUid: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly act: string | null;
}

const carryPeople = (edges: readonly Edge[] | undefined): readonly Edge[] => (edges ?? []).filter(({ relation }) => relation !== "part_area_only");

/**
 * Where a hamlet of `unit` must have lain before and after: followed only while a single way is on file. A split, a join of several
 * units (looking back), or a source that says no more than "the main part" ends the chain; which way the hamlet went must then be said.
 */
export function certainBelonging(index: UnitIndex, unit: Unit): Belonging[] {
  return [...earlier(index, unit), belongingOf(index, unit), ...later(index, unit)].filter(({ from, to }) => to === null || from < to);
}

const belongingOf = (index: UnitIndex, unit: Unit, act: string | null = null): Belonging => {
  const from = unit.validFrom !== undefined && unit.validFrom > index.coverage.from ? unit.validFrom : index.coverage.from;
  return { unitUid: unit.uid, from, to: unit.validTo ?? null, act: act ?? unit.fromAct ?? null };
};

function earlier(index: UnitIndex, unit: Unit): Belonging[] {
  const ways = carryPeople(index.edgesTo.get(unit.uid));
  if (ways.length !== 1 || unit.validFrom === undefined || ways[0]!.effective !== unit.validFrom) return [];
  const before = getUnit(index, ways[0]!.from);
  return [...earlier(index, before), belongingOf(index, before)];
}

function later(index: UnitIndex, unit: Unit): Belonging[] {
  const ways = carryPeople(index.edgesFrom.get(unit.uid));
  if (ways.length !== 1 || ways[0]!.relation === "whole_or_main") return [];
  const after = getUnit(index, ways[0]!.to);
  return [belongingOf(index, after, ways[0]!.act ?? null), ...later(index, after)];
}
