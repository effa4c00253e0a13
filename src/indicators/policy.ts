import { hamletIdsOf } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import { FIELDS, type Field } from "./rules/definition.ts";

/** A unit's plans, typed and frozen figures are set by the unit itself or by the province. */
export const mayPlanFor = (actor: Actor, unitUid: string): boolean => actor.scope.writesAll || actor.scope.writeUnits.includes(unitUid);

export function mustPlanFor(actor: Actor, unitUid: string): void {
  if (!mayPlanFor(actor, unitUid)) throw new AppError("forbidden", "indicators.notYourPlan", { unitUid });
}

/** Who takes a list of households out of the program. */
export function mustExport(actor: Actor): void {
  if (actor.role !== "commune" && actor.role !== "province") throw new AppError("forbidden", "indicators.mayNotExport", { role: actor.role });
}

/** A period holds for the whole province. */
export function mustKeepPeriods(actor: Actor): void {
  if (!actor.scope.writesAll) throw new AppError("forbidden", "indicators.onlyProvince", {});
}

/** The fields of work whose figures the actor reads. */
export const fieldsRead = ({ scope }: Actor): Field[] => FIELDS.filter((field) => scope.fields.includes(field));

/** Errors: forbidden "indicators.outsideField". */
export function mustReadField(actor: Actor, field: Field): void {
  if (!fieldsRead(actor).includes(field)) throw new AppError("forbidden", "indicators.outsideField", { field });
}

/** Whoever may not read all hamlets of an area is refused its figures: a partial count would be a false one. */
export async function mustReadArea(tx: Tx, areaUid: string, on: PlainDate, knownAt: string): Promise<void> {
  const { scope } = tx.actor;
  if (fieldsRead(tx.actor).length === 0) throw new AppError("forbidden", "indicators.outsideField", {});
  if (scope.readsAll) return;
  const hamlets = await hamletIdsOf(tx, areaUid, on, knownAt);
  const readable = new Set(scope.readHamlets);
  const nothingThere = hamlets.length === 0 && !scope.readUnits.includes(areaUid);
  if (nothingThere || hamlets.some((id) => !readable.has(id))) throw new AppError("forbidden", "indicators.outsideScope", { areaUid });
}
