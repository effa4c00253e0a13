import * as z from "zod/mini";

export const LEARNED_BY = ["self_study", "passed_on", "on_the_job"] as const;
export const SKILL_CHECKS = ["self", "hamlet", "enterprise", "certificate"] as const;
export type LearnedBy = (typeof LEARNED_BY)[number];
export type SkillCheck = (typeof SKILL_CHECKS)[number];

export const SelfTaughtRules = z.object({
  leastYears: z.object({ value: z.int(), certainty: z.enum(["text", "second-hand", "unchecked"]), source: z.string() }),
});
export type SelfTaughtRules = z.infer<typeof SelfTaughtRules>;

export interface Claim {
  readonly yearsInJob: number;
  /** certificate (sơ cấp or above) the person holds in this trade: serial number */
  readonly certificate: string | null;
  /** why it is taken although a rule that was not read in a text speaks against it */
  readonly reason: string | null;
}

export type Judged = { readonly verdict: "taken" } | { readonly verdict: "refused" | "reason"; readonly code: string; readonly data: Readonly<Record<string, unknown>> };

/**
 * Whether a worker counts as self-taught. Who holds a certificate of the trade is counted by that: the two groups never overlap. Too few years
 * refuse only where the rule was read in its text; else a reason is asked.
 */
export function judgeSelfTaught({ yearsInJob, certificate, reason }: Claim, { leastYears }: SelfTaughtRules): Judged {
  if (certificate !== null) return { verdict: "refused", code: "training.selfTaught.certified", data: { serialNo: certificate } };
  if (yearsInJob >= leastYears.value) return { verdict: "taken" };
  const found = { code: "training.selfTaught.tooFewYears", data: { years: yearsInJob, least: leastYears.value, source: leastYears.source } };
  if (leastYears.certainty === "text") return { verdict: "refused", ...found };
  return reason ? { verdict: "taken" } : { verdict: "reason", ...found };
}
