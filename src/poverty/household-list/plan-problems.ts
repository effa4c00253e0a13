import { getUnit, unitLabel } from "../../areas/public.ts";
import type { ListPreview } from "../../registry/public.ts";
import type { Problem, Severity } from "../../exchange/problem.ts";
import { cellAddress } from "../../exchange/address.ts";
import type { Decision, MemberDecision } from "./decision.ts";
import type { ListPlan } from "./plan.ts";

/** What comparing the list with the registry brings to light, told at its line. */
export function planProblems({ plans }: ListPreview, plan: ListPlan): Problem[] {
  const names = new Map(plans.map(({ facts }) => [facts.index, facts.name]));
  const numberColumns = new Map(plans.map(({ facts, mapping }) => [facts.index, Number(Object.entries(mapping.columns).find(([, key]) => key === "identity")?.[0] ?? -1)]));
  const at: At = (severity, code, { sheet, row }, data = {}, ofNumber = false) => {
    const column = ofNumber ? (numberColumns.get(sheet) ?? -1) : -1;
    return {
      severity, code: `poverty.import.${code}`, sheet: names.get(sheet) ?? "", sheetIndex: sheet, row, column: column < 0 ? null : column, cell: column < 0 ? String(row) : cellAddress(column, row), data,
    };
  };
  return [...plan.decisions.flatMap((decision) => ofDecision(decision, plan.elsewhere, at)), ...escapedUnknown(plan, at), ...communesUntold(plan, at, plans.find(({ used }) => used)?.facts.index ?? 0)];
}

/** `ofNumber`: it is told at the cell of the person's number */
type At = (severity: Severity, code: string, place: { sheet: number; row: number }, data?: Record<string, string | number>, ofNumber?: boolean) => Problem;

/** Communes of the area that no line names: a list of several concludes nothing of them. */
function communesUntold({ communes, changeovers, complete }: ListPlan, at: At, sheet: number): Problem[] {
  const untold = communes.filter((uid) => !changeovers.has(uid));
  if (!complete || untold.length === 0 || changeovers.size === 0) return [];
  const named = untold.slice(0, 20).map((uid) => unitLabel(getUnit(uid))).join(", ");
  return [{ ...at("warning", "communesUntold", { sheet, row: 0 }, { count: untold.length, communes: untold.length > 20 ? `${named}…` : named }), cell: "" }];
}

/** Households told to have left what the register does not know they were in: one word for each sheet where there are many of them. */
function escapedUnknown(plan: ListPlan, at: At): Problem[] {
  const bySheet = new Map<number, Decision[]>();
  for (const decision of plan.decisions) {
    const { listedClass } = decision.line.facts;
    if (decision.status?.kind !== "same" || (listedClass !== "escaped_poverty" && listedClass !== "escaped_near_poverty")) continue;
    bySheet.set(decision.line.sheet, [...(bySheet.get(decision.line.sheet) ?? []), decision]);
  }
  return [...bySheet.values()].flatMap((decisions) => (decisions.length > MOST_TOLD_ALONE
    ? [at("note", "escapedUnknownMany", decisions[0]!.line, { count: decisions.length })]
    : decisions.map(({ line }) => at("note", "escapedUnknown", line, { name: line.head?.name ?? "" }))));
}

const MOST_TOLD_ALONE = 5;

function ofDecision({ line, known, maybe, members, splitFrom }: Decision, elsewhere: ReadonlySet<MemberDecision>, at: At): Problem[] {
  const problems: Problem[] = [];
  const name = line.head?.name ?? "";
  if (known === null && maybe.length > 0) problems.push(at("warning", "possibleDuplicate", line, { name, count: maybe.length }));
  if (splitFrom) problems.push(at("note", "splitFrom", line, { name }));
  for (const member of members) {
    for (const field of member.differs) problems.push(at("warning", `differs.${field}`, member.line, { name: member.line.name }));
    if (elsewhere.has(member)) problems.push(at("warning", "numberElsewhere", member.line, { name: member.line.name }, true));
    if (member.known?.diedOn) problems.push(at("warning", "diedBefore", member.line, { name: member.line.name, on: member.known.diedOn }));
  }
  return problems;
}
