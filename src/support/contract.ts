import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";

export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));

// ---- an answer in words --------------------------------------------------------------------------------------------

export const ANSWERS = ["eligible", "not_eligible", "missing"] as const;

/** One thing compared. `compared`: the value known, null when it is not; `holds` null: could not be compared. */
export const ReasonView = z.object({
  fact: z.string(), holds: z.nullable(z.boolean()),
  compared: z.nullable(z.union([z.string(), z.number(), z.boolean(), z.object({ from: z.number(), to: z.number() })])),
  since: z.nullable(z.string()), until: z.nullable(z.string()), text: z.string(),
});
export type ReasonView = z.infer<typeof ReasonView>;

export const BenefitView = z.object({
  kind: z.string(), text: z.string(),
  /** whole đồng; null: none, or not known */
  amount: z.nullable(z.number()), amountText: z.nullable(z.string()), amountMark: z.nullable(z.string()),
  values: z.array(z.object({
    id: z.string(), name: z.string(), text: z.string(), value: z.nullable(z.number()), unit: z.string(), bound: z.string(), per: z.nullable(z.string()), certainty: z.string(), mark: z.nullable(z.string()),
    clause: z.nullable(z.string()), note: z.nullable(z.string()),
  })),
});
export type BenefitView = z.infer<typeof BenefitView>;

const Named = z.object({ policy: z.string(), title: z.string() });
const found = {
  status: z.enum(ANSWERS), answer: z.string(),
  /** eligible, and no better one of the same group is given */
  applies: z.boolean(),
  /** false: no rule of that day may be used */
  active: z.boolean(),
  instead: z.nullable(Named), maybeBetter: z.array(Named), way: z.nullable(z.string()),
  certainty: z.string(), mark: z.nullable(z.string()), clause: z.nullable(z.string()), reasons: z.array(ReasonView), missing: z.array(z.object({ field: z.string(), text: z.string() })),
  benefit: BenefitView, warnings: z.array(z.string()),
};
export const PersonEligibility = z.object({ index: z.number(), name: z.nullable(z.string()), ...found });
export type PersonEligibility = z.infer<typeof PersonEligibility>;

/** One policy for a household; of a policy for persons the best answer among its people, who stand in `persons`. */
export const PolicyAnswerView = z.object({
  policy: z.string(), title: z.string(), subject: z.enum(["household", "person"]), scope: z.string(), receiver: z.nullable(z.string()), group: z.nullable(z.string()),
  period: z.nullable(z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) })), ends: z.string(),
  ...found, persons: z.array(PersonEligibility),
});
export type PolicyAnswerView = z.infer<typeof PolicyAnswerView>;

export const EligibilityView = z.object({
  on: z.string(), subject: z.enum(["household", "person"]), status: z.nullable(z.string()), statusName: z.string(), summary: z.string(),
  counts: z.object({ eligible: z.number(), notEligible: z.number(), missing: z.number() }), unusedFields: z.array(z.string()), policies: z.array(PolicyAnswerView),
});
export type EligibilityView = z.infer<typeof EligibilityView>;
