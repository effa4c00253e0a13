import * as z from "zod/mini";

const Words = z.object({ vi: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
const Certainty = z.enum(["text", "second-hand", "unchecked", "unknown"]);

/** Kinds of what became of a learner, effects on the household, and how long is followed: data, with how sure each is. */
export const OutcomeKinds = z.object({
  note: z.string(), certainty: Certainty, source: z.string(),
  kinds: z.array(z.object({
    code: z.string().check(z.regex(/^[a-z_]+$/)), name: Words,
    /** counts as "có việc làm" */
    inWork: z.boolean(),
    /** false: the learner could not be asked; stays in every denominator, but is not followed up */
    known: z.boolean(),
  })).check(z.minLength(1)),
  effects: z.array(z.object({ code: z.string(), name: Words })),
  followUp: z.object({
    months: z.array(z.int()),
    /** a mark may be asked so many days before its day, and is late so many days after it */
    earlyDays: z.int(), lateAfterDays: z.int(),
    /** of the graduates, to speak of a rate */
    enoughPercent: z.int(), certainty: Certainty, source: z.string(),
  }),
});
export type OutcomeKinds = z.infer<typeof OutcomeKinds>;
export type OutcomeKind = OutcomeKinds["kinds"][number];

export const MILESTONES = [1, 3, 6, 12] as const;
export type Milestone = (typeof MILESTONES)[number];
export const PLACE_KINDS = ["xa", "tinh", "ngoai_tinh", "nuoc_ngoai"] as const;
