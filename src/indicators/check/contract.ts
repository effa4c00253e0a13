import { z } from "zod";
import { CLAIM_TYPES, FIGURE_KINDS, type ClaimInput, type NumberInput } from "./rules/model.ts";

/** At most so many claims or figures in one document: a report of a province has one or two thousand. */
export const MAX_ITEMS = 5_000;
const MAX_TEXT = 4_000;

const text = z.string().max(MAX_TEXT);
const id = z.string().trim().min(1).max(100);
const plain = z.union([z.string().max(200), z.number(), z.null()]);
const decimals = z.int().min(0).max(15);

const NumberField = z
  .union([
    plain,
    z.strictObject({
      value: plain.optional(),
      printed: plain.optional(),
      unit: text.optional(),
      decimals: decimals.optional(),
      exact: z.boolean().optional(),
      part: plain.optional(),
      whole: plain.optional(),
    }),
  ])
  .meta({ id: "CheckNumber" }) as z.ZodType<NumberInput>;
const number = NumberField.optional();
const numbers = z.array(NumberField).max(MAX_ITEMS);

const common = { id: id.optional(), text: text.optional(), wording: text.optional(), printed: number };
const change = { now: number, previous: number };

const byType = {
  rate: { part: number, whole: number },
  share: { part: number, whole: number },
  sum: { parts: numbers.min(1), minus: numbers.optional(), total: number, complete: z.boolean().optional() },
  difference: { from: number, to: number },
  points: change,
  relativeChange: change,
  percentOfPlan: {
    actual: number,
    plan: number,
    denominatorKind: z.enum(["plan", "termTotal", "termAnnualSlice"]).optional(),
    termYears: z.int().min(1).max(50).optional(),
  },
  percentOfSamePeriod: change,
  average: { total: number, count: number },
  levelPlan: { actual: number, plan: number, base: number, better: z.enum(["down", "up"]).optional() },
  sharedDenominator: {
    rates: z
      .array(z.strictObject({ part: NumberField, printed: NumberField }))
      .min(1)
      .max(MAX_ITEMS),
    whole: number,
  },
  range: { value: number, min: number, max: number },
  same: { values: numbers.min(2) },
} as const satisfies Record<ClaimInput["type"], z.ZodRawShape>;

const claimSchemas = CLAIM_TYPES.map((type) => z.strictObject({ type: z.literal(type), ...common, ...byType[type] }));

/** One statement of a report about its numbers; the fields depend on the type. */
export const Claim = z
  .discriminatedUnion("type", claimSchemas as unknown as [z.ZodObject<{ type: z.ZodLiteral<ClaimInput["type"]> }>])
  .meta({ id: "CheckClaim" }) as unknown as z.ZodType<ClaimInput>;
export type Claim = ClaimInput;

export const Figure = z.strictObject({
  id: id.refine((value) => !/^[\d.,\s%+\-–−]+$/u.test(value), { params: { code: "check.figureId" } }),
  label: text.optional(),
  value: plain.optional(),
  printed: plain.optional(),
  unit: text.optional(),
  decimals: decimals.optional(),
  exact: z.boolean().optional(),
  kind: z.enum(FIGURE_KINDS).optional(),
  partOf: id.optional(),
  is: Claim.optional(),
});
export type Figure = z.infer<typeof Figure>;

/** The input of `sinhke check-figures`: figures of any report and what it says of them. See docs/cli/check-figures.md. */
export const FiguresDocument = z.strictObject({
  title: text.optional(),
  period: text.optional(),
  area: text.optional(),
  figures: z.array(Figure).max(MAX_ITEMS).default([]),
  claims: z.array(Claim).max(MAX_ITEMS).default([]),
});
export type FiguresDocument = z.infer<typeof FiguresDocument>;

const Worded = z.strictObject({ code: z.string(), message: z.string() });
export const VERDICTS = ["consistent", "rounding", "inconsistent", "misworded", "unknown"] as const;

const Result = z.strictObject({
  path: z.string().describe("where the claim or figure stands in the input"),
  origin: z.enum(["claim", "figure"]),
  id: z.string().optional(),
  type: z.string(),
  text: z.string().optional(),
  verdict: z.enum(VERDICTS),
  message: z.string().describe("all reasons as one text"),
  reasons: z.array(Worded),
  suggestion: z.string().optional().describe("what to write instead"),
  hints: z.array(Worded).describe("what may have gone wrong"),
  computed: z.array(
    z.strictObject({
      order: z.enum(["raw", "printed"]).describe("from unrounded numbers, or from the figures as printed"),
      formula: z.string(),
      value: z.string(),
      fraction: z.string(),
      rounded: z.string(),
    }),
  ),
  interval: z.strictObject({ low: z.string(), high: z.string() }).optional(),
  implied: z
    .strictObject({
      of: z.string(),
      low: z.string(),
      high: z.string(),
      candidates: z.strictObject({ count: z.int(), first: z.string(), last: z.string(), values: z.array(z.string()) }).optional(),
    })
    .optional(),
});
export type Result = z.infer<typeof Result>;

/** The output of `sinhke check-figures --json`. All numbers in texts are in Vietnamese form. */
export const CheckReport = z.strictObject({
  title: z.string().optional(),
  period: z.string().optional(),
  area: z.string().optional(),
  summary: z.strictObject({
    checked: z.int(),
    ...(Object.fromEntries(VERDICTS.map((verdict) => [verdict, z.int()])) as Record<(typeof VERDICTS)[number], z.ZodInt>),
  }),
  results: z.array(Result),
});
export type CheckReport = z.infer<typeof CheckReport>;
