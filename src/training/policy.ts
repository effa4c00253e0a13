import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("training");

/** Who keeps the catalogue of trades and the province's norms. */
export const mayKeepTrades = may("province");
/** Who enters money, plans and contracts, opens, settles and cancels classes. */
export const mayDecide = may("commune", "province");
/** Who keeps learners, timetable, attendance, results and certificates. */
export const mayRun = may("commune", "province", "training_centre");
/** Who takes a list of learners out of the program. */
export const mayExport = mayRun;

export function must(allowed: (actor: Actor) => boolean, actor: Actor): void {
  if (!allowed(actor)) throw new AppError("forbidden", "training.notYours", { role: actor.role });
}

/** Whose class it is: of the unit that opens it, of the provider that teaches it. */
export interface Owned {
  readonly unitUid: string;
  readonly providerId: string;
}

const writesUnit = ({ scope }: Actor, unitUid: string): boolean => scope.writesAll || scope.writeUnits.includes(unitUid);

export function mustWriteUnit(actor: Actor, unitUid: string): void {
  if (!writesUnit(actor, unitUid)) throw new AppError("forbidden", "training.outsideArea", { unitUid });
}

export const runsClass = (actor: Actor, { unitUid, providerId }: Owned): boolean => mayRun(actor) && (writesUnit(actor, unitUid) || actor.scope.organisations.includes(providerId));
export const decidesClass = (actor: Actor, { unitUid }: Owned): boolean => mayDecide(actor) && writesUnit(actor, unitUid);

export function mustRunClass(actor: Actor, owned: Owned): void {
  must(mayRun, actor);
  if (!runsClass(actor, owned)) throw new AppError("forbidden", "training.outsideArea", { unitUid: owned.unitUid });
}

export function mustDecideClass(actor: Actor, owned: Owned): void {
  must(mayDecide, actor);
  mustWriteUnit(actor, owned.unitUid);
}
