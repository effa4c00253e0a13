import { addDays, type PlainDate, weekdayOf } from "../../kernel/date.ts";
import type { Reason } from "./class-rules-shape.ts";
import type { PartOfDay, SessionKind } from "./codes.ts";

/** One line of a weekly pattern. `weekday` 1 Monday … 7 Sunday; `hours` as decimal text with at most one decimal. */
export interface WeeklyLine {
  readonly weekday: number;
  readonly part: PartOfDay;
  readonly kind: SessionKind;
  readonly hours: string;
}

export interface PlannedSession {
  readonly on: PlainDate;
  readonly part: PartOfDay;
  readonly kind: SessionKind;
  readonly hours: string;
}

const ORDER: readonly PartOfDay[] = ["morning", "afternoon", "evening"];
const MOST_DAYS = 800;

/** The sessions of a weekly pattern from a day on: until a last day, or until so many are there. `without`: days off (holidays). */
export function sessionsOf(lines: readonly WeeklyLine[], from: PlainDate, end: { readonly to?: PlainDate | null; readonly count?: number | null }, without: ReadonlySet<PlainDate> = new Set()): PlannedSession[] {
  const sessions: PlannedSession[] = [];
  const most = end.count ?? Infinity;
  for (let i = 0; i < MOST_DAYS && sessions.length < most; i++) {
    const on = addDays(from, i);
    if (end.to && on > end.to) break;
    if (without.has(on)) continue;
    const day = lines.filter(({ weekday }) => weekday === weekdayOf(on)).toSorted((a, b) => ORDER.indexOf(a.part) - ORDER.indexOf(b.part));
    for (const { part, kind, hours } of day) if (sessions.length < most) sessions.push({ on, part, kind, hours });
  }
  return sessions;
}

/** What speaks against moving a session: marks that move with it, other sessions of the new day. No text is behind it. */
export function movedReasons({ moved, newDay, marked, others }: { readonly moved: boolean; readonly newDay: boolean; readonly marked: number; readonly others: number }): Reason[] {
  const own = (code: string, count: number): Reason => ({ code, certainty: "unchecked", own: true, data: { count } });
  return [...(moved && marked > 0 ? [own("marksMove", marked)] : []), ...(newDay && others > 0 ? [own("sameDay", others)] : [])];
}
