import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("training");

/** Who asks what a learner is due, and checks lists of payments. */
export const mayAsk = may("commune", "province", "training_centre", "district", "leader", "auditor");
/** Who makes a class's list and signs it for those who teach. */
export const mayMake = may("commune", "province", "training_centre");
/** Who approves, pays and settles; receives and decides single cases; visits classes. */
export const mayPay = may("commune", "province");

export function must(allowed: (actor: Actor) => boolean, actor: Actor): void {
  if (!allowed(actor)) throw new AppError("forbidden", "training.allowance.notYours", { role: actor.role });
}

/** Whose class it is: of the unit that opens it, of the provider that teaches it. */
export interface Owned {
  readonly unitUid: string;
  readonly providerId: string;
}

const writesUnit = ({ scope }: Actor, unitUid: string): boolean => scope.writesAll || scope.writeUnits.includes(unitUid);
export const makesFor = (actor: Actor, { unitUid, providerId }: Owned): boolean => mayMake(actor) && (writesUnit(actor, unitUid) || actor.scope.organisations.includes(providerId));
export const paysFor = (actor: Actor, { unitUid }: Pick<Owned, "unitUid">): boolean => mayPay(actor) && writesUnit(actor, unitUid);

/** Errors: forbidden "training.allowance.notYours". */
export function mustBe(allowed: boolean, actor: Actor): void {
  if (!allowed) throw new AppError("forbidden", "training.allowance.notYours", { role: actor.role });
}
