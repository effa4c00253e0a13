import { getUnit } from "../areas/public.ts";
import type { Missing } from "./rules/figure.ts";

const MOST = 6;

const nameOf = (uid: string): string => (uid === "?" ? "?" : getUnit(uid).fullName);

/** The data of a gap with units told by name: the first few, then how many more. */
export function readableGap(gap: Missing): Missing {
  const { units, ...rest } = gap.data;
  if (!Array.isArray(units)) return gap;
  const names = units.slice(0, MOST).map((uid) => nameOf(String(uid)));
  const more = units.length - names.length;
  const text = names.length === 0 ? "—" : more > 0 ? `${names.join(", ")} … (+${more})` : names.join(", ");
  return { code: gap.code, data: { ...rest, unitUids: units, units: text } };
}
