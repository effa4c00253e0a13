import { AppError } from "../kernel/error.ts";
import { lastDay, pathLabel } from "./rules/hierarchy.ts";
import { resolve, type ResolveOptions } from "./rules/resolve.ts";
import type { UnitIndex } from "./rules/unit-index.ts";
import { inForce, type Unit } from "./rules/unit.ts";

export { resolve as lookUp } from "./rules/resolve.ts";

const MOST_NAMED = 5;

/** The one unit a text means on a day. Throws `areas.text…` with the candidates, each with its reasons, when it is not sure. */
export function getAreaByText(index: UnitIndex, text: string, options: ResolveOptions): Unit {
  const found = resolve(index, text, options);
  if (found.status === "found") return found.unit;
  const { on } = options;
  const candidates = found.status === "unknown" ? found.suggestions : found.candidates;
  const path = (unit: Unit): string => pathLabel(index, unit, inForce(unit, on) ? on : lastDay(index, unit));
  const names = candidates.slice(0, MOST_NAMED).map(({ unit }) => path(unit)).join("; ");
  const listed = candidates.map(({ unit, reasons, score }) => ({ uid: unit.uid, path: path(unit), reasons, score }));
  const data = { text, on, names, candidates: listed };
  if (found.status === "ambiguous") throw new AppError("refused", "areas.textAmbiguous", data);
  if (found.status === "not_in_force") throw new AppError("refused", "areas.textNotInForce", data);
  throw new AppError("not_found", candidates.length > 0 ? "areas.textUnknown" : "areas.textUnknownNone", data);
}
