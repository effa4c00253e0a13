import { ancestorsOn, getUnit, unitIndex } from "../../areas/public.ts";
import type { Actor } from "../../platform/actor.ts";

/** The two digits of the actor's province, by which its own policies are found. */
export function provinceCode(actor: Actor): string | null {
  const unit = getUnit(actor.unitUid);
  const all = unit.level === "province" ? [unit] : ancestorsOn(unitIndex(), unit, actor.on);
  return all.find(({ level }) => level === "province")?.code ?? null;
}
