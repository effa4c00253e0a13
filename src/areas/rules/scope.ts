import type { PlainDate } from "../../kernel/date.ts";
import { ancestorsOn, lastDay } from "./hierarchy.ts";
import { predecessors, successors, type Trace } from "./succession.ts";
import { carriesPeople } from "./trace.ts";
import { getUnit, type UnitIndex } from "./unit-index.ts";
import { inForce, type Unit } from "./unit.ts";

/** For a unit not in force on that day: what it became by then, or what was there before it began. */
export const instead = (index: UnitIndex, unit: Unit, on: PlainDate): Trace =>
  unit.validTo !== undefined && unit.validTo <= on
    ? successors(index, unit.uid, lastDay(index, unit), on)
    : predecessors(index, unit.uid, unit.validFrom!, on);

/**
 * A test whether a unit lies in the area on a day. An area not in force that day stands for its successors or predecessors:
 * today's An Giang holds in 2023 the communes of An Giang and of Kiên Giang.
 */
export function scope(index: UnitIndex, area: string | undefined): (unit: Unit, on: PlainDate) => boolean {
  if (area === undefined) return () => true;
  const root = getUnit(index, area);
  const roots = new Map<PlainDate, ReadonlySet<Unit>>();
  return (unit, on) => {
    let here = roots.get(on);
    if (!here) roots.set(on, (here = new Set(standIns(index, root, on))));
    return [unit, ...ancestorsOn(index, unit, on)].some((up) => here.has(up));
  };
}

const standIns = (index: UnitIndex, unit: Unit, on: PlainDate): Unit[] =>
  inForce(unit, on) ? [unit] : instead(index, unit, on).units.filter(({ exactness }) => carriesPeople(exactness)).map((traced) => traced.unit);
