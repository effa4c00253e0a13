import type { Kind, List } from "./leaf.ts";

/** Why a household stands in a cell: a code with data; words are found at the edge. */
export interface Reason {
  readonly code: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface MoveFacts extends Kind {
  readonly list: List;
  readonly column: number;
  readonly membersBefore: number;
  readonly membersAfter: number;
  readonly endReason: string | null;
  readonly formedBy: "listed" | "new" | "split" | "arrived";
  readonly formedFromName: string | null;
  /** the hamlet it moved to or came from */
  readonly otherPlace: string | null;
  readonly decisionNo: string | null;
  readonly decisionDate: string | null;
}

const text = (value: string | null): string => value ?? "—";

/** Columns 2, 3, 5, 6, 7 are decisions; 4 and 8 are what befell the household. */
export function reasonOf(facts: MoveFacts): Reason {
  const { column } = facts;
  if (column === 4) return decrease(facts);
  if (column === 8) return increase(facts);
  const data = { decisionNo: text(facts.decisionNo), decisionDate: text(facts.decisionDate) };
  if (column === 6) return { code: "poverty.movement.reason.fellBack", data };
  if (column === 7) return { code: "poverty.movement.reason.new", data };
  return { code: `poverty.movement.reason.${facts.before}_${facts.after}`, data };
}

function decrease({ part, after, endReason, otherPlace, membersBefore, membersAfter }: MoveFacts): Reason {
  if (part === "left") return { code: "poverty.movement.reason.movedTo", data: { place: text(otherPlace) } };
  if (after === "gone") return { code: `poverty.movement.reason.ended.${known(endReason)}`, data: { reason: text(endReason) } };
  return { code: "poverty.movement.reason.lost", data: { before: String(membersBefore), after: String(membersAfter) } };
}

function increase({ part, before, formedBy, formedFromName, otherPlace, membersBefore, membersAfter }: MoveFacts): Reason {
  if (part === "arrived") return { code: "poverty.movement.reason.movedFrom", data: { place: text(otherPlace) } };
  if (before === "absent") return { code: `poverty.movement.reason.formed.${formedBy}`, data: { from: text(formedFromName) } };
  return { code: "poverty.movement.reason.gained", data: { before: String(membersBefore), after: String(membersAfter) } };
}

const ENDINGS = ["moved_away", "died_out", "merged"];
const known = (reason: string | null): string => (reason !== null && ENDINGS.includes(reason) ? reason : "other");
