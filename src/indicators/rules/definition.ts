import * as z from "zod/mini";

/** Numbers counted from records; every indicator is a formula over these. */
export const COUNTS = ["households", "persons", "poorHouseholds", "nearPoorHouseholds", "poorPersons", "nearPoorPersons"] as const;
export type CountId = (typeof COUNTS)[number];

const CountName = z.enum(COUNTS);

/** `reduction` = the earlier value less the present one; `ratioOf` is the rounding order: of the rounded or of the exact rates. */
export const Formula = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("count"), of: CountName }),
  z.object({ kind: z.literal("rate"), part: z.array(CountName).check(z.minLength(1)), whole: CountName, decimals: z.int().check(z.gte(0), z.lte(6)) }),
  z.object({ kind: z.literal("reduction"), of: z.string(), ratioOf: z.enum(["rounded", "raw"]) }),
]);
export type Formula = z.infer<typeof Formula>;

export const Definition = z.object({
  id: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  unit: z.string(),
  nature: z.enum(["flow", "level"]),
  /** which way is better */
  direction: z.enum(["up", "down", "none"]),
  formula: Formula,
  source: z.object({ doc: z.string(), article: z.optional(z.string()), certainty: z.enum(["text", "second-hand", "unchecked"]) }),
});
export type Definition = z.infer<typeof Definition>;

/** Decimals of a percentage of plan, as reports print it (142,1%). */
export const PERCENT_OF_PLAN_DECIMALS = 1;

/** Counted in households or persons: its plans are whole numbers and can be added over communes. */
export const isWhole = ({ unit }: Definition): boolean => unit !== "%" && unit !== "điểm %";
