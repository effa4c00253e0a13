import { communesOf } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor, Role } from "../../platform/actor.ts";
import type { AnyListKind, ListAsked } from "./kind.ts";

export type Field = "poverty" | "training" | "jobs";

/**
 * The usual answer to who brings a list in: these roles, with the field of work, within what they may write. Roles that work for an
 * organisation bring in its own lists, wherever the people live.
 */
export const importers = (roles: readonly Role[], fields: readonly Field[]) => (actor: Actor, communes: readonly string[]): boolean => {
  if (!roles.includes(actor.role) || !fields.some((field) => actor.scope.fields.includes(field))) return false;
  return actor.scope.writesAll || actor.scope.organisations.length > 0 || communes.every((uid) => actor.scope.writeUnits.includes(uid));
};

export const mayTakeIn = (kind: AnyListKind, actor: Actor, { areaUid, asOf }: ListAsked): boolean => kind.mayTake(actor, communesOf(areaUid, asOf).uids);

/** Errors: forbidden "listImport.notAllowed"; not_found "areas.unitUnknown". */
export function mustTakeIn(kind: AnyListKind, actor: Actor, asked: ListAsked): void {
  if (!mayTakeIn(kind, actor, asked)) throw new AppError("forbidden", "listImport.notAllowed", { role: actor.role });
}
