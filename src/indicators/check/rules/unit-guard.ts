import type { ClaimType } from "./model.ts";
import type { ReadingClaim } from "./reading-claim.ts";
import { unitFamily } from "./unit.ts";

/** True when money, heads and ratios meet where only one of them can stand: đồng over households, "đạt 1,2 tỷ đồng" of a plan. */
export function unitsClash(type: ClaimType, { now, base, printed }: ReadingClaim): boolean {
  if (type === "average") return false;
  const of = [now, base].map((operand) => operand && unitFamily(operand.printed.unit)).filter((family) => family !== undefined);
  const outcome = printed === undefined || printed === "dash" ? undefined : unitFamily(printed.unit);
  if (new Set(of).size > 1) return true;
  if (outcome === undefined) return false;
  return type === "difference" ? of.length > 0 && !of.includes(outcome) : outcome !== "ratio";
}
