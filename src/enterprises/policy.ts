import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";

const LABOUR = ["training", "jobs"];
const inField = ({ scope }: Actor): boolean => scope.fields.some((field) => LABOUR.includes(field));

/** Who enters organisations and vacancies: the commune those of its area, province and job-service centre all. */
export const mayKeep = (actor: Actor): boolean => ["commune", "province", "job_centre"].includes(actor.role) && inField(actor);
/** Licences are written down by those who may look at them: never by the organisation itself. */
export const mayKeepLicences = (actor: Actor): boolean => ["commune", "province"].includes(actor.role) && inField(actor);
export const mayOf = (actor: Actor) => ({ keep: mayKeep(actor), keepLicences: mayKeepLicences(actor) });

export function mustKeep(actor: Actor): void {
  if (!mayKeep(actor)) throw new AppError("forbidden", "enterprises.notKeeper", { role: actor.role });
}
export function mustKeepLicences(actor: Actor): void {
  if (!mayKeepLicences(actor)) throw new AppError("forbidden", "enterprises.notLicenceKeeper", { role: actor.role });
}
