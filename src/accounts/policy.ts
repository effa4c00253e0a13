import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";

export const mayManageAccounts = (actor: Actor): boolean => actor.role === "admin" || (actor.role === "province" && actor.scope.writesAll);

export function mustManageAccounts(actor: Actor): void {
  if (!mayManageAccounts(actor)) throw new AppError("forbidden", "accounts.notAdministrator", { role: actor.role });
}
