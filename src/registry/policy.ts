import { mustWriteHamlet } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor, Role } from "../platform/actor.ts";

const may = (...roles: readonly Role[]) => (actor: Actor): boolean => roles.includes(actor.role);

/** Who writes households and persons of the own hamlets. */
export const mayKeepRegistry = may("surveyor", "commune", "province");
/** Who takes back a record that was wrong, and brings it back. */
export const mayVoid = may("commune", "province");
/** Who enters figures of population and declares a register complete. */
export const mayKeepPopulation = may("commune", "province");
/** Who sees a whole identity number; each time is written down. */
export const mayReveal = may("surveyor", "commune", "province");
/** Who takes a list out of the program. */
export const mayExport = may("commune", "province");

function must(allowed: boolean, code: string, actor: Actor): void {
  if (!allowed) throw new AppError("forbidden", code, { role: actor.role });
}

export function mustKeepRegistry(actor: Actor, hamletId?: string): void {
  must(mayKeepRegistry(actor), "registry.notKeeper", actor);
  if (hamletId !== undefined) mustWriteHamlet(actor, hamletId);
}

export function mustVoid(actor: Actor): void {
  must(mayVoid(actor), "registry.mayNotVoid", actor);
}

export function mustKeepPopulation(actor: Actor): void {
  must(mayKeepPopulation(actor), "registry.mayNotCount", actor);
}

export function mustReveal(actor: Actor): void {
  must(mayReveal(actor), "registry.mayNotReveal", actor);
}

export function mustExport(actor: Actor): void {
  must(mayExport(actor), "registry.mayNotExport", actor);
}
