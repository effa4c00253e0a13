import { addDays, type PlainDate } from "../../kernel/date.ts";
import { findByCode, getUnit, type UnitIndex } from "./unit-index.ts";
import { inForce, unitLabel, type Unit } from "./unit.ts";

/** The unit that holds `parentCode` on that day; a province has none. */
export const parentOn = (index: UnitIndex, unit: Unit, on: PlainDate): Unit | undefined =>
  unit.parentCode === undefined ? undefined : findByCode(index, unit.parentCode, on);

/** Parent, then its parent. */
export function ancestorsOn(index: UnitIndex, unit: Unit, on: PlainDate): Unit[] {
  const ancestors: Unit[] = [];
  for (let up = parentOn(index, unit, on); up; up = parentOn(index, up, on)) ancestors.push(up);
  return ancestors;
}

/** Units in force on that day directly below; none when the unit itself is not in force. */
export function childrenOn(index: UnitIndex, uid: string, on: PlainDate): Unit[] {
  const unit = getUnit(index, uid);
  if (!inForce(unit, on)) return [];
  return (index.byParentCode.get(unit.code) ?? []).filter((child) => inForce(child, on));
}

/** All communes, wards, townships and special zones in force below the unit on that day; a commune answers itself. */
export function communesUnder(index: UnitIndex, uid: string, on: PlainDate): Unit[] {
  const unit = getUnit(index, uid);
  if (unit.level === "commune") return inForce(unit, on) ? [unit] : [];
  return childrenOn(index, uid, on).flatMap((child) => communesUnder(index, child.uid, on));
}

/** A day on which the version was in force: its last one, or for an open version the newest day the list knows. */
export function lastDay(index: UnitIndex, unit: Unit): PlainDate {
  const { validFrom, validTo } = unit;
  const { snapshot } = index.coverage;
  if (validTo === undefined) return validFrom !== undefined && validFrom > snapshot ? validFrom : snapshot;
  return validFrom === validTo ? validTo : addDays(validTo, -1);
}

/** "xã Phước Hưng, huyện An Phú, tỉnh An Giang" as it read on that day. */
export const pathLabel = (index: UnitIndex, unit: Unit, on: PlainDate): string =>
  [unit, ...ancestorsOn(index, unit, on)].map(unitLabel).join(", ");
