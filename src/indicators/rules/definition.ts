import * as z from "zod/mini";

/** Standings of a day. */
export const LEVELS = ["households", "persons", "poorHouseholds", "nearPoorHouseholds", "poorPersons", "nearPoorPersons"] as const;
export type LevelId = (typeof LEVELS)[number];

/** Happenings from the beginning of a period up to a day. */
export const FLOWS = [
  "jobEvents", "jobPeople", "jobsOverseas", "jobsLoans", "classes", "classesNonFarm", "classesFarm", "learners", "selfTaught",
  "fairFirms", "fairDirect", "fairOnline", "fairInterviewed", "fairAppointments", "fairOverseas", "fairTraining", "overseasDepartures",
] as const;
export type FlowId = (typeof FLOWS)[number];

/** Numbers counted from records; every indicator is a formula over these. */
export const COUNTS = [...LEVELS, ...FLOWS] as const;
export type CountId = LevelId | FlowId;

const FLOW_SET: ReadonlySet<string> = new Set(FLOWS);
export const isFlow = (count: CountId): count is FlowId => FLOW_SET.has(count);

/** Fields of work as accounts hold them. */
export const FIELDS = ["poverty", "training", "jobs"] as const;
export type Field = (typeof FIELDS)[number];

const CountName = z.enum(COUNTS);

/**
 * `reduction` = the earlier value less the present one; `ratioOf` is the rounding order: of the rounded or of the exact rates.
 * `target`: planned and never reckoned, while no document tells the denominator.
 */
export const Formula = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("count"), of: CountName }),
  z.object({ kind: z.literal("rate"), part: z.array(CountName).check(z.minLength(1)), whole: CountName, decimals: z.int().check(z.gte(0), z.lte(6)) }),
  z.object({ kind: z.literal("reduction"), of: z.string(), ratioOf: z.enum(["rounded", "raw"]) }),
  z.object({ kind: z.literal("target") }),
]);
export type Formula = z.infer<typeof Formula>;

export const Definition = z.object({
  id: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  unit: z.string(),
  /** who reads it: accounts of that field */
  field: z.enum(FIELDS),
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
