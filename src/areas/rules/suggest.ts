import { distance } from "fastest-levenshtein";
import type { PlainDate } from "../../kernel/date.ts";
import { readAreaText, type AreaPart } from "./area-text.ts";
import { ancestorsOn } from "./hierarchy.ts";
import { foldedKey } from "./name-key.ts";
import type { UnitIndex } from "./unit-index.ts";
import { inForce, type Unit } from "./unit.ts";

/** `away`: letters changed, in the name and in the written parents. */
export interface NearUnit {
  readonly unit: Unit;
  readonly away: number;
}

const MOST_SUGGESTIONS = 5;

/** Units in force whose names read most like the text, nearest first, so that a slip of the pen finds its unit. */
export function suggest(index: UnitIndex, text: string, on: PlainDate, isWithin: (unit: Unit, on: PlainDate) => boolean): NearUnit[] {
  const [first, ...context] = readAreaText(text).at(-1)!;
  if (!first || first.forms[0]!.folded === "") return [];
  const near: NearUnit[] = [];
  for (const [name, units] of index.byName) {
    const nameAway = away(first, name);
    if (nameAway > mostAway(name)) continue;
    for (const unit of units) {
      if (!inForce(unit, on) || !isWithin(unit, on)) continue;
      near.push({ unit, away: nameAway + kindAway(first, unit) + contextAway(index, context, unit, on) });
    }
  }
  near.sort((a, b) => a.away - b.away || (a.unit.uid < b.unit.uid ? -1 : 1));
  return near.slice(0, MOST_SUGGESTIONS);
}

const away = (part: AreaPart, folded: string): number => Math.min(...part.forms.map((form) => distance(form.folded, folded)));

/** One slip in a short name, two in a longer one. */
const mostAway = (name: string): number => (name.length < 6 ? 1 : 2);

const kindAway = (part: AreaPart, unit: Unit): number => (part.forms[0]!.kinds?.includes(unit.kind) === false ? 2 : 0);

function contextAway(index: UnitIndex, context: readonly AreaPart[], unit: Unit, on: PlainDate): number {
  if (context.length === 0) return 0;
  const parents = ancestorsOn(index, unit, on).map((parent) => foldedKey(parent.name));
  return context.reduce((sum, part) => sum + Math.min(...parents.map((parent) => away(part, parent)), 10), 0);
}
