import { z } from "zod";
import { DateText, hasSource, legalFields, SOURCE_MISSING, Words } from "../../poverty/rules/certainty.ts";
import { checkDocuments, Documents } from "../../poverty/rules/documents.ts";

/** On a list by the chairman's decision, or on none. */
export const STANDINGS = ["poor", "near_poor", "none"] as const;
export const Standing = z.enum(STANDINGS);
export type Standing = z.infer<typeof Standing>;

const LISTED = z.enum(["poor", "near_poor"]);
const code = z.string().regex(/^[a-zA-Z][\w.]*$/);

/** What one condition asks of the subject. Codes of facts are listed, with their questions, in `facts.json`. */
export const Condition = z.discriminatedUnion("fact", [
  /** recognised status on the day of the benefit */
  z.strictObject({ fact: z.literal("status"), in: z.array(Standing).min(1) }),
  /** left the list less than so many months ago and is not back on it */
  z.strictObject({ fact: z.literal("escaped"), from: z.array(LISTED).min(1), months: z.int().min(1) }),
  z.strictObject({ fact: z.literal("commune"), code, is: z.boolean() }),
  /** the commune ceased to be so less than so many months ago */
  z.strictObject({ fact: z.literal("communeLeft"), code, months: z.int().min(1) }),
  z.strictObject({ fact: z.literal("household"), code, is: z.boolean() }),
  z.strictObject({ fact: z.literal("person"), code, is: z.boolean() }),
  /** completed years: from (that age included) to before (that age excluded) */
  z.strictObject({ fact: z.literal("age"), from: z.int().min(0).nullable(), before: z.int().min(1).nullable() }),
  z.strictObject({ fact: z.literal("number"), code, op: z.enum(["<=", "<", ">=", ">"]), value: z.int() }),
  /** never split off, or at least so many years ago */
  z.strictObject({ fact: z.literal("splitYears"), years: z.int().min(1) }),
]);
export type Condition = z.infer<typeof Condition>;

/** A number of law between two days, both included; `from` null: since when was not read. */
export const DatedNumber = z
  .strictObject({ from: DateText.nullable(), to: DateText.nullable(), value: z.int().min(0).nullable(), ...legalFields })
  .refine(hasSource, SOURCE_MISSING)
  .refine((legal) => legal.certainty === "unknown" || legal.value !== null, { message: "poverty.schema.valueMissing", path: ["value"] });
export type DatedNumber = z.infer<typeof DatedNumber>;

/** Whole numbers only: đồng, percent, hundredths of a percent a year, hundredths (a coefficient 1,5 is 150), months, kWh. */
export const UNITS = ["dong", "percent", "rateHundredths", "hundredths", "months", "kwh"] as const;

export const Value = z.strictObject({
  id: code, name: Words, unit: z.enum(UNITS), bound: z.enum(["exact", "most", "least"]), per: z.enum(["month", "year", "once"]).nullable(), periods: z.array(DatedNumber).min(1),
});
export type Value = z.infer<typeof Value>;

export const BENEFIT_KINDS = ["share", "money", "loan", "in_kind", "service"] as const;
const Benefit = z.strictObject({
  kind: z.enum(BENEFIT_KINDS),
  text: Words,
  values: z.array(Value),
  /** the amount in đồng: one of the values, a parameter, or a parameter times a value in hundredths; null: it has none, or none is known */
  amount: z.strictObject({ value: code.optional(), parameter: code.optional(), times: code.optional() }).nullable(),
});
export type Benefit = z.infer<typeof Benefit>;

/** One way of being eligible: all its conditions hold. `order` within the policy's group, the best first. */
const Way = z
  .strictObject({ id: code, name: Words.optional(), all: z.array(Condition).min(1), order: z.int().min(0).optional(), values: z.array(Value).optional(), ...legalFields })
  .refine(hasSource, SOURCE_MISSING);
export type Way = z.infer<typeof Way>;

/** `first`: before it there was no such policy; else an earlier rule may have held that is not in the file. */
const Validity = z
  .strictObject({ from: DateText.nullable(), to: DateText.nullable(), first: z.boolean().optional(), ...legalFields })
  .refine(hasSource, SOURCE_MISSING);
export type Validity = z.infer<typeof Validity>;

/** Until when a lost status still counts. */
export const END_RULES = ["status_end", "month_end", "year_end"] as const;
const Ends = z.strictObject({ at: z.enum(END_RULES), ...legalFields }).refine(hasSource, SOURCE_MISSING);
export type Ends = z.infer<typeof Ends>;

export const Policy = z.strictObject({
  id: z.string().regex(/^[a-z]\w*(\.\w+)*$/),
  title: Words,
  /** "national", or "province:91" which takes the place of the national one with the same id in that province */
  scope: z.string().regex(/^(national|province:\d{2})$/, { message: "poverty.schema.scope" }),
  subject: z.enum(["household", "person"]),
  /** whom the list goes to: an id of `receivers.json`; null: kept in the commune */
  receiver: code.nullable(),
  /** of the policies of one group a subject gets the best one */
  group: z.strictObject({ id: code, order: z.int().min(0) }).nullable(),
  /** lacking services of the review that it answers */
  answers: z.array(code),
  validity: z.array(Validity).min(1),
  ends: Ends,
  ways: z.array(Way).min(1),
  benefit: Benefit,
  note: Words.optional(),
});
export type Policy = z.infer<typeof Policy>;

const Group = z.strictObject({ id: code, name: Words, ...legalFields }).refine(hasSource, SOURCE_MISSING);
export type Group = z.infer<typeof Group>;

/** A file of policies. */
export const PolicyFile = z
  .strictObject({ kind: z.literal("policies"), id: code, name: Words, documents: Documents, parameters: z.array(Value), groups: z.array(Group), policies: z.array(Policy) })
  .superRefine((file, context) => {
    checkDocuments(file, context);
    file.policies.forEach((policy, at) => checkPolicy(policy, at, context));
  });
export type PolicyFile = z.infer<typeof PolicyFile>;

function checkPolicy(policy: Policy, at: number, context: z.RefinementCtx): void {
  const problem = (message: string, path: (string | number)[]): void => context.addIssue({ code: "custom", message, path: ["policies", at, ...path] });
  const days = policy.validity;
  days.forEach(({ from, to }, i) => {
    if (from !== null && to !== null && from > to) problem("poverty.schema.periodOrder", ["validity", i]);
    const before = days[i - 1];
    if (before !== undefined && (before.to === null || from === null || before.to >= from)) problem("poverty.schema.periodOrder", ["validity", i]);
  });
  policy.ways.forEach(({ all }, i) => all.forEach((condition, j) => {
    if (policy.subject === "household" && (condition.fact === "person" || condition.fact === "age")) problem("support.schema.personFact", ["ways", i, "all", j]);
    if (condition.fact === "age" && condition.from === null && condition.before === null) problem("support.schema.ageEmpty", ["ways", i, "all", j]);
  }));
  const amount = policy.benefit.amount;
  const ids = new Set(policy.benefit.values.map(({ id }) => id));
  for (const id of [amount?.value, amount?.times]) if (id !== undefined && !ids.has(id)) problem("support.schema.amountUnknown", ["benefit", "amount"]);
}

export const FACT_KINDS = ["household", "person", "commune", "number"] as const;
/** Facts that conditions ask for, by kind, with their words and the question that an officer answers. */
export const FactList = z.strictObject({
  kind: z.literal("facts"), id: code, entries: z.array(z.strictObject({ code, of: z.enum(FACT_KINDS), name: Words, question: Words })),
});
export type FactEntry = z.infer<typeof FactList>["entries"][number];

export const RECEIVER_COLUMNS = [
  "number", "headName", "personName", "relation", "sex", "birth", "identity", "hamlet", "unit", "address", "class", "way", "from", "amount", "change", "note",
] as const;
/** To whom lists go, and the columns that each is sent. */
export const ReceiverList = z.strictObject({
  kind: z.literal("receivers"), id: code,
  entries: z.array(z.strictObject({ id: code, name: Words, columns: z.array(z.enum(RECEIVER_COLUMNS)).min(2), certainty: legalFields.certainty, note: Words.optional() })),
});
export type Receiver = z.infer<typeof ReceiverList>["entries"][number];
