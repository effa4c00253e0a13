import type { CellValue } from "../../exchange/workbook.ts";
import { checkIdentityNumber, type IdentityCheck, type IdentityContext } from "../rules/identity.ts";

const LOST: IdentityCheck = { type: null, problems: [{ code: "registry.identity.rounded", severity: "error", data: {} }] };

/**
 * An identity number cell, text or number. A number cell keeps its digits but not its leading zeros; one that is no whole number, or
 * whose serial (the last six digits) is all zeros, was stored from a short form such as 8.919E+10: the digits are gone.
 */
export function readIdentity(value: CellValue, context: IdentityContext): IdentityCheck {
  if (typeof value === "number") {
    if (!Number.isSafeInteger(value) || value < 0 || (value >= 1e9 && value % 1_000_000 === 0)) return LOST;
    return checkIdentityNumber(String(value), context);
  }
  return checkIdentityNumber(typeof value === "string" ? value : "", context);
}
