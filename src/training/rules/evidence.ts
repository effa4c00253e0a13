import type { PlainDate } from "../../kernel/date.ts";
import type { ClassRules, Reason } from "./class-rules-shape.ts";

export interface Proof {
  readonly group: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** Groups that no paper valid on the day of enrolment proves. `name`: of a group, for people. */
export function admitReasons(rules: ClassRules, groups: readonly string[], evidence: readonly Proof[], on: PlainDate, name: (code: string) => string): Reason[] {
  const rule = rules.evidence;
  if (rule.holds !== true || rule.certainty === "unknown") return [];
  const proven = new Set(evidence.filter(({ from, to }) => (from === null || from <= on) && (to === null || on <= to)).map(({ group }) => group));
  return groups.filter((group) => !proven.has(group)).map((group) => ({ code: "evidenceMissing", certainty: rule.certainty, data: { group: name(group), on } }));
}
