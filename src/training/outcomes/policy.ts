import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("training");

/** Who asks learners what became of them: the hamlet, the commune, and the centre that taught them. */
export const mayRecord = may("surveyor", "commune", "province", "training_centre");
/** Who verifies, closes and takes back. */
export const mayVerify = may("commune", "province");
/** Who takes a list of learners out of the program. */
export const mayExport = may("commune", "province", "training_centre");

export function must(allowed: (actor: Actor) => boolean, actor: Actor): void {
  if (!allowed(actor)) throw new AppError("forbidden", "training.outcome.notYours", { role: actor.role });
}
