import { z } from "zod";
import { DateText, LegalNumber, SOURCE_MISSING, Words, hasSource, legalFields } from "./certainty.ts";
import { Condition, Key } from "./condition.ts";
import { Documents } from "./documents.ts";

/** All conditions hold → the class. Rules are tried in their order; the first that holds decides. */
export const Rule = z.strictObject({ class: Key, all: z.array(Condition).min(1), ...legalFields }).refine(hasSource, SOURCE_MISSING);
export type Rule = z.infer<typeof Rule>;

/** Dates of status, both ends included. */
export const Validity = z.strictObject({ from: DateText, to: DateText, ...legalFields }).refine(hasSource, SOURCE_MISSING);
export type Validity = z.infer<typeof Validity>;

/** One value for both area types (`any`) or one for each. */
const Limit = z.strictObject({
  name: Words,
  any: LegalNumber.optional(),
  rural: LegalNumber.optional(),
  urban: LegalNumber.optional(),
});
export type Limit = z.infer<typeof Limit>;

/** Standing beside the class that support policies ask for (middle living standard, low-income worker). Never refuses. */
const Extra = z
  .strictObject({
    id: Key,
    name: Words,
    subject: z.enum(["household", "person"]),
    forClasses: z.array(Key).min(1),
    all: z.array(Condition).min(1),
    validity: z.array(Validity).min(1),
    ...legalFields,
  })
  .refine(hasSource, SOURCE_MISSING);
export type Extra = z.infer<typeof Extra>;

/** Which recognised list a class belongs to; null: none. */
const HouseholdClass = z.strictObject({ id: Key, name: Words, list: z.enum(["poor", "near_poor"]).nullable() });

/** One poverty standard as its file holds it, each value by itself (`ruleset-check.ts` looks at how they fit). `classes` run from the poorest to the best off. */
export const RulesetShape = z.strictObject({
  kind: z.literal("ruleset"),
  id: Key,
  name: Words,
  scope: z.string().regex(/^(national|province:\d{2})$/, { message: "poverty.schema.scope" }),
  documents: Documents,
  validity: z.array(Validity).min(1),
  areaNames: z.strictObject({ rural: Words, urban: Words }),
  indicatorSet: z.string(),
  pointsPerIndicator: LegalNumber,
  limits: z.record(Key, Limit),
  classes: z.array(HouseholdClass).min(1),
  points: z.array(Rule),
  declared: z.array(Rule),
  extras: z.array(Extra),
});
export type RulesetShape = z.infer<typeof RulesetShape>;
