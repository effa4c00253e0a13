import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const KEEPERS: ReadonlySet<Role> = new Set<Role>(["commune", "province"]);

/** Who says where a hamlet lies and which line holds for it: the commune for its own, the province for all. */
export const mayKeepAreas = (actor: Actor): boolean => KEEPERS.has(actor.role);

export function mustKeepAreas(actor: Actor): void {
  if (!mayKeepAreas(actor)) throw new AppError("forbidden", "areas.notKeeper", { role: actor.role });
}

/** The unit itself must lie in what the actor may write. */
export function mustWriteUnit(actor: Actor, unitUid: string): void {
  if (!actor.scope.writesAll && !actor.scope.writeUnits.includes(unitUid)) throw new AppError("forbidden", "areas.outsideArea", { unitUid });
}

export function mustWriteHamlet(actor: Actor, hamletId: string): void {
  if (!actor.scope.writesAll && !actor.scope.writeHamlets.includes(hamletId)) throw new AppError("forbidden", "areas.hamletOutsideArea", { hamletId });
}
