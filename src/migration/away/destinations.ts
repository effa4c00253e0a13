import { ancestorsOn, getUnit, unitIndex } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";

/** Provinces of a day by code, and the one a unit lies in (or is). */
export function provincesOn(on: PlainDate): { code: string; name: string }[] {
  const inForce = unitIndex().units.filter(({ level, validFrom, validTo }) => level === "province" && (validFrom === undefined || validFrom <= on) && (validTo === undefined || on < validTo));
  return inForce.map(({ code, fullName }) => ({ code, name: fullName })).toSorted((a, b) => a.name.localeCompare(b.name, "vi"));
}

export function provinceCodeOf(unitUid: string, on: PlainDate): string | null {
  const unit = getUnit(unitUid);
  return [unit, ...ancestorsOn(unitIndex(), unit, on)].find(({ level }) => level === "province")?.code ?? null;
}
