import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";

/** A unit's plans, typed and frozen figures are set by the unit itself or by the province. */
export const mayPlanFor = (actor: Actor, unitUid: string): boolean => actor.scope.writesAll || actor.scope.writeUnits.includes(unitUid);

export function mustPlanFor(actor: Actor, unitUid: string): void {
  if (!mayPlanFor(actor, unitUid)) throw new AppError("forbidden", "indicators.notYourPlan", { unitUid });
}

/** A period holds for the whole province. */
export function mustKeepPeriods(actor: Actor): void {
  if (!actor.scope.writesAll) throw new AppError("forbidden", "indicators.onlyProvince", {});
}
