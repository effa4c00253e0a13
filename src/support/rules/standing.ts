import { addDays, addMonths, makeDate, monthOf, type PlainDate, yearOf } from "../../kernel/date.ts";
import type { Ends, Standing } from "./policy-shape.ts";
import type { HouseholdFacts, Spell } from "./subject.ts";

const holds = ({ from, to }: Spell, on: PlainDate): boolean => from <= on && (to === null || on < to);

/** The first day on which a status that ended on `end` (the first day without it) no longer counts. */
export function countsUntil(end: PlainDate, at: Ends["at"]): PlainDate {
  if (at === "status_end") return end;
  const last = addDays(end, -1);
  return at === "year_end" ? makeDate(yearOf(last) + 1, 1, 1) : addMonths(makeDate(yearOf(last), monthOf(last), 1), 1);
}

/**
 * The status that counts for a benefit on its day, and what it rests on. A status that ended still counts where the policy says until
 * when; a status that stands goes before one that is only carried on. `class` null: not known.
 */
export function standingFor(facts: HouseholdFacts, at: Ends["at"]): { readonly class: Standing | null; readonly spell: Spell | null; readonly carried: boolean } {
  const { on, spells, standing } = facts;
  if (spells === null) return { class: standing, spell: null, carried: false };
  const standingSpell = spells.find((spell) => holds(spell, on));
  if (standingSpell) return { class: standingSpell.class, spell: standingSpell, carried: false };
  const carried = spells.filter((spell) => spell.to !== null && spell.to <= on && on < countsUntil(spell.to, at)).at(-1);
  return carried ? { class: carried.class, spell: carried, carried: true } : { class: "none", spell: null, carried: false };
}

/** `on` null: it left the list, the day is not known. */
export interface Escape {
  readonly on: PlainDate | null;
  readonly from: "poor" | "near_poor";
}

const RANK: Readonly<Record<Standing, number>> = { poor: 0, near_poor: 1, none: 2 };

/**
 * When the household last left one of these lists for a better standing and is not back. undefined: not known; null: it did not.
 * From poor to near-poor is an escape from poverty.
 */
export function escapeFrom(facts: HouseholdFacts, lists: readonly ("poor" | "near_poor")[]): Escape | null | undefined {
  if (facts.spells !== null) return escapeInSpells(facts.spells, facts.on, lists);
  const { on, standing, escaped } = facts;
  // on a list today: it can only have left a worse one
  const open = lists.filter((list) => standing === null || RANK[standing] > RANK[list]);
  if (open.length === 0) return null;
  if (escaped === undefined || escaped === null) return escaped;
  if (escaped.from !== null && !open.includes(escaped.from)) return null;
  if (escaped.on !== null && escaped.on > on) return null;
  return { on: escaped.on, from: escaped.from ?? open[0]! };
}

function escapeInSpells(spells: readonly Spell[], on: PlainDate, lists: readonly ("poor" | "near_poor")[]): Escape | null {
  const now = RANK[spells.find((spell) => holds(spell, on))?.class ?? "none"];
  for (const [i, spell] of [...spells.entries()].reverse()) {
    if (spell.to === null || spell.to > on || !lists.includes(spell.class)) continue;
    const next = spells[i + 1];
    const wentOn = next !== undefined && next.from === spell.to && RANK[next.class] <= RANK[spell.class];
    if (!wentOn) return now > RANK[spell.class] ? { on: spell.to, from: spell.class } : null;
  }
  return null;
}
