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
  return plan.decisions.flatMap((decision) => ofDecision(decision, at));
}

function ofDecision({ line, known, maybe, members, status, splitFrom }: Decision, at: (severity: Severity, code: string, place: { sheet: number; row: number }, data?: Record<string, string | number>) => Problem): Problem[] {
  const problems: Problem[] = [];
  const name = line.head?.name ?? "";
  if (known === null && maybe.length > 0) problems.push(at("warning", "possibleDuplicate", line, { name, count: maybe.length }));
  if (splitFrom) problems.push(at("note", "splitFrom", line, { name }));
  for (const member of members) {
    for (const field of member.differs) problems.push(at("warning", `differs.${field}`, member.line, { name: member.line.name }));
    if (member.known?.diedOn) problems.push(at("warning", "diedBefore", member.line, { name: member.line.name, on: member.known.diedOn }));
  }
  const { listedClass } = line.facts;
  if (status?.kind === "same" && (listedClass === "escaped_poverty" || listedClass === "escaped_near_poverty")) problems.push(at("note", "escapedUnknown", line, { name }));
  return problems;
}
