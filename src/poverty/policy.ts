import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role);

/** Who opens a round, classifies its households and sees what would change a class. */
export const mayReview = may("commune", "province");
/** Who enters what a visit found. */
export const maySurvey = may("surveyor", "commune", "province");
/** Who records the chairman's decision and takes it back. */
export const mayRecognise = may("commune", "province");
/** Who takes a list of households out of the program. */
export const mayExport = may("commune", "province");
/** Who lets a round be judged by a second standard. */
export const mayOpenSecondSet = may("province");

export function must(allowed: (actor: Actor) => boolean, actor: Actor): void {
  if (!allowed(actor)) throw new AppError("forbidden", "poverty.notYours", { role: actor.role });
}

const reads = ({ scope }: Actor, id: string): boolean => scope.readsAll || scope.readHamlets.includes(id);
const writes = ({ scope }: Actor, id: string): boolean => scope.writesAll || scope.writeHamlets.includes(id);

/** Errors: forbidden "poverty.outsideArea". */
export function mustWriteUnit(actor: Actor, unitUid: string): void {
  if (!actor.scope.writesAll && !actor.scope.writeUnits.includes(unitUid)) throw new AppError("forbidden", "poverty.outsideArea");
}

/** All hamlets of an area must lie in the actor's reach: a part would look like the whole. Errors: forbidden "poverty.outsideArea". */
export function mustReachArea(actor: Actor, areaUid: string, hamletIds: readonly string[], how: "read" | "write"): void {
  const { scope } = actor;
  const [all, units, reach] = how === "write" ? [scope.writesAll, scope.writeUnits, writes] : [scope.readsAll, scope.readUnits, reads];
  const reached = all || (hamletIds.length > 0 ? hamletIds.every((id) => reach(actor, id)) : units.includes(areaUid));
  if (!reached) throw new AppError("forbidden", "poverty.outsideArea", { areaUid });
}

export function mustWriteHamlet(actor: Actor, hamletId: string): void {
  if (!writes(actor, hamletId)) throw new AppError("forbidden", "poverty.outsideArea", { hamletId });
}
