import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("training");

/** Who asks in the hamlet and confirms what was asked. */
export const mayCollect = may("surveyor", "commune", "province");
/** Who sums up for the commune, puts into the plan, declines, sends back, voids, takes lists out. */
export const mayDecide = may("commune", "province");

export function must(allowed: (actor: Actor) => boolean, actor: Actor): void {
  if (!allowed(actor)) throw new AppError("forbidden", "training.need.notYours", { role: actor.role });
}
