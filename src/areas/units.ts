import type { PlainDate } from "../kernel/date.ts";
import { unitIndex } from "./load.ts";
import { communesUnder, lastDay } from "./rules/hierarchy.ts";
import { getUnit as unitOf, type UnitIndex } from "./rules/unit-index.ts";
import { inForce, unitLabel, type Unit } from "./rules/unit.ts";

/** The version of a unit with that uid. Errors: not_found "areas.unitUnknown". */
export const getUnit = (uid: string): Unit => unitOf(unitIndex(), uid);

/** The day of a unit's life nearest to the one asked: a closed unit answers by its last day, one to come by its first. */
export function dayWithin(index: UnitIndex, unit: Unit, on: PlainDate): PlainDate {
  if (inForce(unit, on)) return on;
  return unit.validFrom !== undefined && on < unit.validFrom ? unit.validFrom : lastDay(index, unit);
}

/** Closed by the given day, so that screens mark it "(cũ)". */
export const isFormer = (unit: Unit, today: PlainDate): boolean => unit.validTo !== undefined && unit.validTo <= today;

/** The communes whose hamlets make up the area, and the day of their borders. */
export function communesOf(uid: string, on: PlainDate): { readonly uids: string[]; readonly on: PlainDate } {
  const index = unitIndex();
  const unit = unitOf(index, uid);
  const day = dayWithin(index, unit, on);
  return { uids: communesUnder(index, uid, day).map((commune) => commune.uid), on: day };
}

/** "xã Phú Hữu" as it stands inside a sentence, "(cũ)" behind when closed. */
export const unitPlace = (unit: Unit, today: PlainDate): string => (isFormer(unit, today) ? `${unitLabel(unit)} (cũ)` : unitLabel(unit));

/** "Xã Phú Hữu": kind and name as a heading writes them, "(cũ)" behind when closed. */
export const unitTitle = (unit: Unit, today: PlainDate): string => (isFormer(unit, today) ? `${unit.fullName} (cũ)` : unit.fullName);

