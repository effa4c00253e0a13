import { lineOf, type FunnelLine } from "./funnel.ts";
import type { FunnelStep } from "./steps.ts";

/** Something that cannot be so, or cannot be known. It warns; nobody is kept from working. `code` is worded at the edge. */
export interface FairWarning {
  readonly code: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** the numbers to look into */
  readonly steps: readonly FunnelStep[];
}

export interface FairFacts {
  /** distinct named persons interviewed or given a day without any registration */
  readonly interviewedUnregistered: number;
  /** registrations abroad or for training of named persons without a follow-up */
  readonly withoutFollowup: number;
  /** distinct persons found at work after the fair who were not taken on there */
  readonly hiredLater: number;
}

/** The invariants of a fair's numbers, each with what it compares. */
export function fairWarnings(lines: readonly FunnelLine[], facts: FairFacts): FairWarning[] {
  const value = (step: FunnelStep): number => lineOf(lines, step).value;
  const [f1, f3, f4a, f4b, f5a, f5b, f6] = (["f1", "f3", "f4a", "f4b", "f5a", "f5b", "f6"] as const).map(value) as [number, number, number, number, number, number, number];
  const registered = f4a + f4b;
  const tallied = (["f7", "f8"] as const).reduce((sum, step) => sum + lineOf(lines, step).tally, 0);
  const warnings: (FairWarning | false)[] = [
    f5a > registered && { code: "fairs.warning.interviewsExceed", data: { interviews: f5a, registered }, steps: ["f5a", "f4a", "f4b"] },
    f5b > registered && { code: "fairs.warning.appointmentsExceed", data: { appointments: f5b, registered }, steps: ["f5b", "f4a", "f4b"] },
    f6 > f5a + f5b && { code: "fairs.warning.hiredExceed", data: { hired: f6, interviews: f5a + f5b, later: facts.hiredLater }, steps: ["f6", "f5a", "f5b"] },
    f4a > 0 && f1 === 0 && { code: "fairs.warning.noFirms", data: { registered: f4a }, steps: ["f4a", "f1"] },
    f3 > 0 && lineOf(lines, "f4a").persons > f3 && { code: "fairs.warning.registrantsExceed", data: { persons: lineOf(lines, "f4a").persons, visits: f3 }, steps: ["f4a", "f3"] },
    facts.interviewedUnregistered > 0 && { code: "fairs.warning.notRegistered", data: { persons: facts.interviewedUnregistered }, steps: ["f5a", "f5b"] },
    facts.withoutFollowup > 0 && { code: "fairs.warning.noFollowup", data: { count: facts.withoutFollowup }, steps: ["f7", "f8"] },
    tallied > 0 && { code: "fairs.warning.tallyNoFollowup", data: { count: tallied }, steps: ["f7", "f8"] },
  ];
  return warnings.filter((one) => one !== false);
}
