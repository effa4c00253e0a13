import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { lastDay } from "./hierarchy.ts";
import { successors } from "./succession.ts";
import { carriesPeople } from "./trace.ts";
import { getUnit, type UnitIndex } from "./unit-index.ts";
import { unitLabel, type Unit } from "./unit.ts";

/** An abolished district as the exact sum of communes of today: "huyện An Phú (cũ)". */
export interface VirtualDistrict {
  readonly district: Unit;
  readonly label: string;
  readonly communes: readonly Unit[];
}

/** Undefined while the district is in force, or when people crossed its border, so that no sum of communes equals it. */
export function findVirtualDistrict(index: UnitIndex, uid: string, on: PlainDate): VirtualDistrict | undefined {
  const district = getUnit(index, uid);
  if (district.level !== "district") throw new AppError("invalid", "areas.notADistrict", { uid, name: district.fullName });
  if (district.validTo === undefined || on < district.validTo) return undefined;
  const trace = successors(index, uid, lastDay(index, district), on);
  const communes = trace.units.filter(({ exactness }) => carriesPeople(exactness)).map(({ unit }) => unit);
  if (!trace.closed || communes.some(({ level }) => level !== "commune")) return undefined;
  return { district, label: `${unitLabel(district)} (cũ)`, communes };
}

/** The closed ones among the districts that ended on the day `abolished`; `provinceCode` narrows to one province of that time. */
export const listVirtualDistricts = (index: UnitIndex, abolished: PlainDate, on: PlainDate, provinceCode?: string): VirtualDistrict[] =>
  index.units
    .filter((unit) => unit.level === "district" && unit.validTo === abolished && (provinceCode === undefined || unit.parentCode === provinceCode))
    .flatMap((unit) => findVirtualDistrict(index, unit.uid, on) ?? []);
