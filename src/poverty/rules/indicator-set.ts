import { z } from "zod";
import { LegalNumber, SOURCE_MISSING, Words, hasSource, legalFields, weakest, type Certainty } from "./certainty.ts";
import { Documents, checkDocuments } from "./documents.ts";

/** A name or definition fixed by law, or null while unknown. */
const LegalWords = z
  .strictObject({ value: Words.nullable(), ...legalFields })
  .refine(hasSource, SOURCE_MISSING)
  .refine((legal) => legal.certainty === "unknown" || legal.value !== null, {
    message: "poverty.schema.valueMissing",
    path: ["value"],
  });

/**
 * What the registry can check an answer against: some member of an age (years, `from` inclusive, `below` exclusive),
 * square metres per person, or the share of dependants above `percent`.
 */
export const IndicatorCheck = z.discriminatedUnion("by", [
  z.strictObject({ by: z.literal("memberAge"), from: z.int().min(0), below: z.int().nullable() }),
  z.strictObject({ by: z.literal("areaPerPerson"), below: z.int().min(1) }),
  z.strictObject({ by: z.literal("dependentShare"), percent: z.int().min(0).max(100), childBelow: z.int().min(0) }),
]);
export type IndicatorCheck = z.infer<typeof IndicatorCheck>;

/** One deprivation indicator. `active: false`: its threshold is not known, so an answer to it counts as unknown. */
export const Indicator = z.strictObject({
  code: z.string().regex(/^[a-z][a-z_]*$/),
  order: z.int().min(1),
  dimension: Words,
  name: LegalWords,
  deprivedWhen: LegalWords,
  check: IndicatorCheck.optional(),
  active: z.boolean(),
});
export type Indicator = z.infer<typeof Indicator>;

export const IndicatorSet = z
  .strictObject({
    kind: z.literal("indicator-set"),
    id: z.string().regex(/^[A-Z0-9-]+$/),
    name: Words,
    documents: Documents,
    count: LegalNumber,
    indicators: z.array(Indicator).min(1),
  })
  .superRefine(checkDocuments)
  .superRefine((set, context) => {
    const codes = set.indicators.map((indicator) => indicator.code);
    codes.forEach((code, index) => {
      if (codes.indexOf(code) !== index)
        context.addIssue({ code: "custom", message: "poverty.schema.duplicate", params: { value: code }, path: ["indicators", index, "code"] });
    });
    if (set.count.value !== null && set.count.value !== codes.length)
      context.addIssue({ code: "custom", message: "poverty.schema.indicatorCount", params: { count: set.count.value, listed: codes.length }, path: ["count", "value"] });
  });
export type IndicatorSet = z.infer<typeof IndicatorSet>;

/** How sure an answer to this indicator can be: its name, and its definition where one is known. */
export function indicatorCertainty({ name, deprivedWhen }: Indicator): Certainty {
  return weakest(deprivedWhen.value === null ? [name.certainty] : [name.certainty, deprivedWhen.certainty]);
}
