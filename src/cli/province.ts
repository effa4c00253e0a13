import { ancestorsOn, lastDay, pathLabel } from "../areas/rules/hierarchy.ts";
import { resolve } from "../areas/rules/resolve.ts";
import { successors } from "../areas/rules/succession.ts";
import { inForce, type Unit } from "../areas/rules/unit.ts";
import type { UnitIndex } from "../areas/rules/unit-index.ts";
import { dayWithin } from "../areas/units.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";

const MOST_NAMED = 8;

/** The province of today in which a unit of `on` lies; a tenant is a province of today. */
export function provinceOfToday(index: UnitIndex, unit: Unit, on: PlainDate, today: PlainDate): Unit {
  const day = dayWithin(index, unit, on);
  const later = day < today ? successors(index, unit.uid, day, today).units.map((one) => one.unit) : [unit];
  const provinces = new Map<string, Unit>();
  for (const one of later) {
    const province = one.level === "province" ? one : ancestorsOn(index, one, today).find((above) => above.level === "province");
    if (province) provinces.set(province.uid, province);
  }
  if (provinces.size !== 1) throw new AppError("refused", "cli.noProvince", { area: unit.fullName });
  return [...provinces.values()][0]!;
}

export function findProvinceOfToday(index: UnitIndex, text: string, today: PlainDate): Unit {
  const answer = resolve(index, text, { on: today });
  if (answer.status === "found" && answer.unit.level === "province") return answer.unit;
  throw new AppError("invalid", "cli.notProvince", { text });
}

/** The one unit a text means on a day; anything less than certain is refused with the candidates. */
export function getArea(index: UnitIndex, text: string, on: PlainDate): Unit {
  const answer = resolve(index, text, { on });
  if (answer.status === "found") return answer.unit;
  // a full uid names one version and no other: the communes of today may be asked for an earlier year
  const named = index.byUid.get(text.trim());
  if (named) return named;
  const found = answer.status === "unknown" ? answer.suggestions : answer.candidates;
  const pathOf = (unit: Unit): string => `${pathLabel(index, unit, inForce(unit, on) ? on : lastDay(index, unit))} (${unit.uid})`;
  const names = found.slice(0, MOST_NAMED).map(({ unit }) => pathOf(unit));
  const candidates = found.length > MOST_NAMED ? [...names, `… (+${found.length - MOST_NAMED})`] : names;
  throw new AppError("refused", `cli.area.${answer.status}`, { text, on, candidates: candidates.join("; ") || "không có" });
}
