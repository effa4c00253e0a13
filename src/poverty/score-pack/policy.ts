import type { Actor } from "../../platform/actor.ts";
import { AppError } from "../../kernel/error.ts";

const PROVINCE = /^\d{2}@/;

/** Who enters, checks, activates and retires tables of points: the province, for all its communes. */
export const mayKeepPacks = (actor: Actor): boolean => actor.role === "province" && PROVINCE.test(actor.unitUid);

/** Errors: forbidden "poverty.pack.onlyProvince". */
export function mustKeepPacks(actor: Actor): void {
  if (!mayKeepPacks(actor)) throw new AppError("forbidden", "poverty.pack.onlyProvince", { role: actor.role });
}
