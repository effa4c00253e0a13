import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("poverty");

/** Who answers a policy's question about a household, and enters what it received. */
export const mayEnter = may("surveyor", "commune", "province");
/** Who says what a commune is, makes and sends lists, takes in files, voids, gives out confirmations. */
export const mayKeep = may("commune", "province");

export function mustEnter(actor: Actor): void {
  if (!mayEnter(actor)) throw new AppError("forbidden", "support.notEnterer", { role: actor.role });
}

export function mustKeep(actor: Actor): void {
  if (!mayKeep(actor)) throw new AppError("forbidden", "support.notKeeper", { role: actor.role });
}
