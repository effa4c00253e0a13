import { distance } from "fastest-levenshtein";
import { AppError } from "../kernel/error.ts";
import { readAreaText, type AreaPart } from "./rules/area-text.ts";
import { ancestorsOn, lastDay, pathLabel } from "./rules/hierarchy.ts";
import { foldedKey } from "./rules/name-key.ts";
import { resolve, type Candidate, type Resolution, type ResolveOptions } from "./rules/resolve.ts";
import { scope } from "./rules/scope.ts";
import type { UnitIndex } from "./rules/unit-index.ts";
import { inForce, unitLabel, type Unit } from "./rules/unit.ts";

const MOST_SUGGESTIONS = 5;

/** `resolve`, and for a text that names nothing the units that read most like it, so that a slip of the pen finds its unit. */
export function lookUp(index: UnitIndex, text: string, options: ResolveOptions): Resolution {
  const resolution = resolve(index, text, options);
  if (resolution.status !== "unknown" || resolution.suggestions.length > 0) return resolution;
  return { ...resolution, suggestions: suggest(index, text, options) };
}

function suggest(index: UnitIndex, text: string, { on, within }: ResolveOptions): Candidate[] {
  const [first, ...context] = readAreaText(text).at(-1)!;
  if (!first || first.forms[0]!.folded === "") return [];
  const inArea = scope(index, within);
  const near: { unit: Unit; away: number }[] = [];
  for (const [name, units] of index.byName) {
    const nameAway = wordAway(first, name);
    if (nameAway > mostAway(name)) continue;
    for (const unit of units) {
      if (inForce(unit, on) && inArea(unit, on)) near.push({ unit, away: nameAway + kindAway(first, unit) + contextAway(index, context, unit, on) });
    }
  }
  near.sort((a, b) => a.away - b.away || (a.unit.uid < b.unit.uid ? -1 : 1));
  return near.slice(0, MOST_SUGGESTIONS).map(({ unit, away }) => ({
    unit,
    reasons: [{ code: "areas.reason.nearName", data: { written: text, name: unitLabel(unit) } }],
    score: Math.max(0, 50 - 5 * away),
  }));
}

const wordAway = (part: AreaPart, folded: string): number => Math.min(...part.forms.map((form) => distance(form.folded, folded)));

/** One slip in a short name, two in a longer one. */
const mostAway = (name: string): number => (name.length < 6 ? 1 : 2);

const kindAway = (part: AreaPart, unit: Unit): number => (part.forms[0]!.kinds?.includes(unit.kind) === false ? 2 : 0);

function contextAway(index: UnitIndex, context: readonly AreaPart[], unit: Unit, on: ResolveOptions["on"]): number {
  if (context.length === 0) return 0;
  const parents = ancestorsOn(index, unit, on).map((parent) => foldedKey(parent.name));
  return context.reduce((sum, part) => sum + Math.min(...parents.map((parent) => wordAway(part, parent)), 10), 0);
}

/** The one unit a text means on a day. Throws `areas.text…` with the candidates, each with its reasons, when it is not sure. */
export function getAreaByText(index: UnitIndex, text: string, options: ResolveOptions): Unit {
  const found = lookUp(index, text, options);
  if (found.status === "found") return found.unit;
  const { on } = options;
  const candidates = found.status === "unknown" ? found.suggestions : found.candidates;
  const names = candidates.slice(0, MOST_SUGGESTIONS).map(({ unit }) => pathLabel(index, unit, inForce(unit, on) ? on : lastDay(index, unit))).join("; ");
  const data = { text, on, names, candidates: candidates.map(({ unit, reasons, score }) => ({ uid: unit.uid, fullName: unit.fullName, reasons, score })) };
  if (found.status === "ambiguous") throw new AppError("refused", "areas.textAmbiguous", data);
  if (found.status === "not_in_force") throw new AppError("refused", "areas.textNotInForce", data);
  throw new AppError("not_found", candidates.length > 0 ? "areas.textUnknown" : "areas.textUnknownNone", data);
}
