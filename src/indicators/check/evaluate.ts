import { checkFiguresCommand } from "./check-figures.ts";
import type { Verdict } from "./rules/outcome.ts";

/** A sentence of a report, its figures, and the verdict that a careful reader gives on each claim. */
export interface Fragment {
  readonly id: string;
  readonly topic: string;
  readonly text: string;
  readonly document: unknown;
  readonly expected: Readonly<Record<string, Verdict>>;
}
export interface Evaluation {
  readonly fragments: number;
  readonly clean: number;
  readonly claims: number;
  /** Claims with a mistake (inconsistent, misworded), and how many of them were found as one or the other. */
  readonly mistakes: number;
  readonly found: number;
  readonly missed: number;
  /** Claims without a mistake that were told as one. */
  readonly falseAlarms: number;
  /** Claims whose verdict is exactly the expected one. */
  readonly exact: number;
  readonly differences: readonly {
    readonly fragment: string;
    readonly claim: string;
    readonly expected: Verdict;
    readonly got: Verdict | "none";
  }[];
}

const isMistake = (verdict: Verdict | "none"): boolean => verdict === "inconsistent" || verdict === "misworded";

/** Found, missed and false alarms over a set of fragments. */
export function evaluate(fragments: readonly Fragment[]): Evaluation {
  const judged = fragments.flatMap(({ id, document, expected }) => {
    const { results } = checkFiguresCommand(document);
    return Object.entries(expected).map(([claim, wanted]) => ({
      fragment: id,
      claim,
      expected: wanted,
      got: results.find((result) => result.id === claim)?.verdict ?? ("none" as const),
    }));
  });
  const mistakes = judged.filter(({ expected }) => isMistake(expected));
  const found = mistakes.filter(({ got }) => isMistake(got)).length;
  return {
    fragments: fragments.length,
    clean: fragments.filter(({ expected }) => !Object.values(expected).some(isMistake)).length,
    claims: judged.length,
    mistakes: mistakes.length,
    found,
    missed: mistakes.length - found,
    falseAlarms: judged.filter(({ expected, got }) => !isMistake(expected) && isMistake(got)).length,
    exact: judged.filter(({ expected, got }) => expected === got).length,
    differences: judged.filter(({ expected, got }) => expected !== got),
  };
}

/** The published table: one row for each set. */
export function evaluationTable(sets: readonly (readonly [name: string, fragments: readonly Fragment[]])[]): string {
  const rows = sets.map(([name, fragments]) => {
    const { fragments: count, clean, claims, mistakes, found, missed, falseAlarms, exact } = evaluate(fragments);
    return `| ${[name, count, clean, claims, mistakes, found, missed, falseAlarms, exact].join(" | ")} |`;
  });
  const head = ["Set", "Fragments", "Clean", "Claims", "Mistakes", "Found", "Missed", "False alarms", "Exact verdict"];
  return [`| ${head.join(" | ")} |`, `|${" --- |".repeat(head.length)}`, ...rows].join("\n");
}
