import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("training");

/** Who enters what the hamlet knows. */
export const mayEnter = may("surveyor", "commune", "province");
/** Who imports, voids and takes lists out. */
export const mayKeep = may("commune", "province");

export function must(allowed: (actor: Actor) => boolean, actor: Actor): void {
  if (!allowed(actor)) throw new AppError("forbidden", "training.selfTaught.notYours", { role: actor.role });
}
