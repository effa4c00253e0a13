import { mustWriteUnit } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";

const IMPORTERS: ReadonlySet<Role> = new Set<Role>(["commune", "province"]);

/** Who brings in a recognised list: the commune its own, the province any, both in the field of poverty. */
export function mustImport(actor: Actor, areaUid: string): void {
  if (!IMPORTERS.has(actor.role) || !actor.scope.fields.includes("poverty")) throw new AppError("forbidden", "poverty.import.notAllowed", { role: actor.role });
  mustWriteUnit(actor, areaUid);
}
