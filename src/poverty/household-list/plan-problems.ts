import type { ListPreview } from "../../registry/public.ts";
import type { Problem, Severity } from "../../exchange/problem.ts";
import type { Decision } from "./decision.ts";
import type { ListPlan } from "./plan.ts";

/** What comparing the list with the registry brings to light, told at its line. */
export function planProblems({ plans }: ListPreview, plan: ListPlan): Problem[] {
  const names = new Map(plans.map(({ facts }) => [facts.index, facts.name]));
  const at = (severity: Severity, code: string, { sheet, row }: { sheet: number; row: number }, data: Record<string, string | number> = {}): Problem => ({
    severity, code: `poverty.import.${code}`, sheet: names.get(sheet) ?? "", sheetIndex: sheet, row, column: null, cell: String(row), data,
  });
  return [...plan.decisions.flatMap((decision) => ofDecision(decision, at)), ...escapedUnknown(plan, at)];
}

type At = (severity: Severity, code: string, place: { sheet: number; row: number }, data?: Record<string, string | number>) => Problem;

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

function ofDecision({ line, known, maybe, members, splitFrom }: Decision, at: At): Problem[] {
  const problems: Problem[] = [];
  const name = line.head?.name ?? "";
  if (known === null && maybe.length > 0) problems.push(at("warning", "possibleDuplicate", line, { name, count: maybe.length }));
  if (splitFrom) problems.push(at("note", "splitFrom", line, { name }));
  for (const member of members) {
    for (const field of member.differs) problems.push(at("warning", `differs.${field}`, member.line, { name: member.line.name }));
    if (member.known?.diedOn) problems.push(at("warning", "diedBefore", member.line, { name: member.line.name, on: member.known.diedOn }));
  }
  return problems;
}
