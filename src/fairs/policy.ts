import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const KEEPERS: ReadonlySet<Role> = new Set<Role>(["commune", "province", "job_centre"]);

/** Who plans fairs and works at them: the commune, the province, the job-service centre, each with the field of jobs. */
export const mayKeepFairs = ({ role, scope }: Actor): boolean => KEEPERS.has(role) && scope.fields.includes("jobs");

export function mustKeepFairs(actor: Actor): void {
  if (!mayKeepFairs(actor)) throw new AppError("forbidden", "fairs.notYours", { role: actor.role });
}

interface Placed {
  readonly unitUid: string;
  readonly partnerUnits: readonly string[];
}

const reaches = (all: boolean, units: readonly string[], { unitUid, partnerUnits }: Placed): boolean => all || units.includes(unitUid) || partnerUnits.some((unit) => units.includes(unit));

/** The whole fair is in the actor's reach; else only visitors who live in the actor's hamlets are, and no total may be shown. */
export const seesWhole = ({ scope }: Actor, fair: Placed): boolean => scope.fields.includes("jobs") && reaches(scope.readsAll, scope.readUnits, fair);

export const worksAt = (actor: Actor, fair: Placed): boolean => mayKeepFairs(actor) && reaches(actor.scope.writesAll, actor.scope.writeUnits, fair);

/** Errors: forbidden "fairs.notYours" | "fairs.notAtThisFair". */
export function mustWorkAt(actor: Actor, fair: Placed & { readonly name: string }): void {
  mustKeepFairs(actor);
  if (!worksAt(actor, fair)) throw new AppError("forbidden", "fairs.notAtThisFair", { fair: fair.name });
}
