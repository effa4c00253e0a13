import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role) && actor.scope.fields.includes("jobs");

/** Who enters that somebody began work, looks for work or was advised; a hamlet's surveyor for the own hamlets. */
export const mayEnter = may("surveyor", "commune", "province", "job_centre");
/** Who sends people to vacancies, keeps loans, takes lists in and out, corrects and voids. */
export const mayKeep = may("commune", "province", "job_centre");
/** Who says that an event reported is true: the commune of residence, or the province. */
export const mayVerify = may("commune", "province");

const must = (allowed: (actor: Actor) => boolean, code: string) => (actor: Actor): void => {
  if (!allowed(actor)) throw new AppError("forbidden", code, { role: actor.role });
};
export const mustEnter = must(mayEnter, "jobs.notEnterer");
export const mustKeep = must(mayKeep, "jobs.notKeeper");
export const mustVerify = must(mayVerify, "jobs.notVerifier");

export const mayOf = (actor: Actor) => ({ enter: mayEnter(actor), keep: mayKeep(actor), verify: mayVerify(actor) });
