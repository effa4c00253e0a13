import type { Reason } from "../rules/assessment.ts";
import type { Certainty } from "../rules/certainty.ts";
import { clauseOf } from "../rules/clause.ts";
import type { AreaType, Op, Quantity } from "../rules/condition.ts";
import type { Ruleset } from "../rules/ruleset.ts";

type Place = readonly [doc: string, article: string | null, read?: string] | null;

/** A reason as it lies beside a computed class: whole, without what the standard's file tells by the document's number. */
export type ShortReason = readonly [
  quantity: Quantity, compared: Reason["compared"], op: Reason["op"], limitName: string, limit: number, areaType: AreaType | null, certainty: Certainty, clause: Place, rule: Place,
];

/** Why a class was given, or why none was. */
export type ShortReasons =
  | { readonly because: readonly ShortReason[]; readonly missing?: readonly string[] }
  | { readonly missing: readonly string[]; readonly possible: readonly string[] }
  | { readonly refusal: { readonly code: string; readonly data: Record<string, unknown> } };

function placeOf(clause: Reason["clause"] | undefined): Place {
  if (!clause) return null;
  const { doc, article, read } = clause;
  return read === undefined ? [doc, article] : [doc, article, read];
}

/** Which standard was in force is told by the row itself (ruleset, day), so that reason is left out. */
export const shorten = (reasons: readonly Reason[]): ShortReason[] =>
  reasons.filter((reason) => reason.quantity !== "on").map(({ quantity, compared, op, limitName, limit, areaType, certainty, clause, ruleClause }) =>
    [quantity as Quantity, compared, op, limitName, limit as number, areaType, certainty, placeOf(clause), placeOf(ruleClause)]);

/** The reason again, with kind and date of its document where the standard is still loaded. */
export function lengthen([quantity, compared, op, limitName, limit, areaType, certainty, clause, rule]: ShortReason, ruleset: Ruleset | undefined): Reason {
  const whole = (place: Place): Reason["clause"] => {
    if (place === null) return null;
    const [doc, article, via] = place;
    return ruleset ? clauseOf(ruleset, { doc, article, via }) : { doc, kind: null, date: null, article, ...(via !== undefined && { read: via }) };
  };
  return {
    code: op === "times" ? "poverty.reason.derived" : "poverty.reason.compare",
    clause: whole(clause), ...(rule !== null && { ruleClause: whole(rule) }), certainty, quantity, compared, op: op as Op, limitName, limit, areaType, holds: true,
  };
}
