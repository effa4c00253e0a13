import { mustWriteHamlet } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("jobs");

/** Who writes down a wish to go abroad, who is away and who came back; a hamlet's surveyor for the own hamlets. */
export const mayEnter = may("surveyor", "commune", "province", "job_centre");
/** Who takes a case further: steps, sender, contract, follow-ups. */
export const mayKeep = may("commune", "province", "job_centre");
/** Who receives requests for support and writes down what was given. */
export const mayHandle = may("commune", "province");
/** Who decides a request for support (2.002820). */
export const mayDecide = may("province");
/** Who takes lists in and out. */
export const mayMoveLists = may("commune", "province");
/** Who sees a whole passport number; each time is written down. */
export const mayReveal = may("commune", "province");

/** The province, and the commune officer who keeps the case; no other officer, no leader, no surveyor. */
export const mayReadIncidents = (actor: Actor, keeper: string | null): boolean => mayDecide(actor) || (may("commune")(actor) && keeper === actor.accountId);

type Allowed = (actor: Actor) => boolean;

/** Errors: forbidden "migration.notYours" | "areas.hamletOutsideArea". */
export function must(allowed: Allowed, actor: Actor, hamletId?: string): void {
  if (!allowed(actor)) throw new AppError("forbidden", "migration.notYours", { role: actor.role });
  if (hamletId !== undefined) mustWriteHamlet(actor, hamletId);
}

export const mayOf = (actor: Actor) => ({ enter: mayEnter(actor), keep: mayKeep(actor), handle: mayHandle(actor), decide: mayDecide(actor), moveLists: mayMoveLists(actor), reveal: mayReveal(actor) });
