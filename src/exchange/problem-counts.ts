import type { Problem } from "./problem.ts";

export interface CodeCount {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly count: number;
  /** where it stands first: "Sheet!H12" */
  readonly first: string;
  readonly proposals: number;
}

const RANK = { error: 0, warning: 1, note: 2 } as const;

/** How often each problem occurs, the worst first. Places only: no value of the file. */
export function countProblems(problems: readonly Problem[]): CodeCount[] {
  const counts = new Map<string, { -readonly [K in keyof CodeCount]: CodeCount[K] }>();
  for (const { code, severity, sheet, cell, proposal } of problems) {
    const key = `${severity} ${code}`;
    const found = counts.get(key) ?? { code, severity, count: 0, first: cell === "" ? sheet : `${sheet}!${cell}`, proposals: 0 };
    found.count++;
    if (proposal !== undefined) found.proposals++;
    counts.set(key, found);
  }
  return [...counts.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count);
}
