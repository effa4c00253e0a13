import { mustWriteUnit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";

const IMPORTERS: ReadonlySet<Role> = new Set<Role>(["commune", "province"]);

const isImporter = (actor: Actor): boolean => IMPORTERS.has(actor.role) && actor.scope.fields.includes("poverty");

/** Who brings in a recognised list of these communes: the commune its own, the province any, both in the field of poverty. */
export function mustImport(actor: Actor, communes: readonly string[]): void {
  if (!isImporter(actor)) throw new AppError("forbidden", "poverty.import.notAllowed", { role: actor.role });
  for (const uid of communes) mustWriteUnit(actor, uid);
}

/** The same, asked of work that somebody began. */
export const mayImport = (actor: Actor, communes: readonly string[]): boolean => isImporter(actor) && (actor.scope.writesAll || communes.every((uid) => actor.scope.writeUnits.includes(uid)));
