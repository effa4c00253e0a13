import { z } from "zod";
import { Certainty, DateText, hasSource, legalFields, LegalNumber, SOURCE_MISSING, Words } from "../../../poverty/rules/certainty.ts";
import { checkDocuments, Documents } from "../../../poverty/rules/documents.ts";

/** Of the residence: the lists of communes in difficulty and in especial difficulty. */
export const AREA_CLASSES = ["normal", "difficult", "especially_difficult"] as const;
export const AreaClass = z.enum(AREA_CLASSES);
export type AreaClass = z.infer<typeof AreaClass>;

export const ITEMS = ["cost", "meal", "travel"] as const;
export type Item = (typeof ITEMS)[number];

/** Code of a group of people: capital letters, digits, underscores. */
const GroupCode = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
const scope = z.string().regex(/^(national|province:\d{2})$/, { message: "poverty.schema.scope" });

/** Whether something holds; null while it is not known. */
const LegalFlag = z.strictObject({ holds: z.boolean().nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING);
export type LegalFlag = z.infer<typeof LegalFlag>;

const Period = z.strictObject({ from: DateText, to: DateText.nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING);

/** A level of support and the groups of people in it. `cap.full`: the whole cost is paid. `living`: meals and travel are paid. */
const Level = z.strictObject({
  code: GroupCode, name: Words, members: z.array(GroupCode).min(1),
  cap: z.strictObject({ full: z.boolean(), value: z.int().min(0).nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING),
  living: LegalFlag,
});
export type Level = z.infer<typeof Level>;

/** An amount a course from a distance on; for everybody where both `groups` and `areas` are empty, else for those named. */
const Fare = z.strictObject({ rule: z.string().min(1), minMetres: LegalNumber, amount: LegalNumber, groups: z.array(GroupCode), areas: z.array(AreaClass) });
export type Fare = z.infer<typeof Fare>;

const OnlyIf = z.discriminatedUnion("fact", [
  z.strictObject({ fact: z.literal("changesJob"), is: z.boolean(), ...legalFields }),
  z.strictObject({ fact: z.literal("dutyWithinMonths"), months: z.int().min(1), ...legalFields }),
]);
export type OnlyIf = z.infer<typeof OnlyIf>;

/** One policy of support for people who learn a trade. Money in đồng, distances in metres. */
export const AllowancePolicy = z
  .strictObject({
    kind: z.literal("allowance"), id: GroupCode, name: Words, scope: scope.default("national"), documents: Documents,
    /** both days included: of the opening of the class, unless the file of the choice says otherwise */
    period: Period,
    levels: z.array(Level).min(1),
    /** who is in all of `all` is in `group` too */
    derived: z.array(z.strictObject({ all: z.array(GroupCode).min(2), group: GroupCode })),
    derivedByArea: z.array(z.strictObject({ group: GroupCode, area: AreaClass, becomes: GroupCode })),
    /** the province's norm of the trade bounds the cost; null: it does not */
    norm: LegalFlag.nullable(),
    mealPerDay: LegalNumber,
    travel: z.strictObject({ normal: Fare, hard: Fare }),
    /** of all items together, so many times the base salary, used up in the given order; null: none */
    ceiling: z.strictObject({ months: LegalNumber, base: z.literal("base_salary"), order: z.tuple([z.literal("cost"), z.literal("meal"), z.literal("travel")]) }).nullable(),
    /** supports in a life; more after a job was lost for objective reasons, confirmed by the commune */
    times: z.strictObject({ usual: z.int().min(1), withJobLoss: z.int().min(1).nullable(), ...legalFields }),
    age: z.strictObject({ least: z.int().min(0), most: z.int().nullable(), ...legalFields }),
    onlyIf: z.array(OnlyIf),
  })
  .superRefine(checkDocuments);
export type AllowancePolicy = z.infer<typeof AllowancePolicy>;

export const BaseSalary = z
  .strictObject({
    kind: z.literal("base-salary"), documents: Documents,
    periods: z.array(z.strictObject({ from: DateText, to: DateText.nullable(), value: z.int().min(0).nullable(), ...legalFields }).refine(hasSource, SOURCE_MISSING)).min(1),
  })
  .superRefine(checkDocuments);
export type BaseSalary = z.infer<typeof BaseSalary>;

/** Which day of a class chooses the policy. */
export const CHOICES = ["opened", "enrolled", "ended"] as const;
export const Choice = z.strictObject({ kind: z.literal("allowance-choice"), by: z.enum(CHOICES), certainty: Certainty, source: legalFields.source, note: Words.optional() });
export type Choice = z.infer<typeof Choice>;

/** Groups of people with the words by which lists call them. */
export const GroupList = z.strictObject({ kind: z.literal("allowance-groups"), entries: z.array(z.strictObject({ code: GroupCode, name: Words, words: z.array(z.string().min(1)) })) });
export type Group = z.infer<typeof GroupList>["entries"][number];

/** What a province adds from its own budget, beside the items and outside their ceiling. */
export const TopUp = z
  .strictObject({
    kind: z.literal("allowance-top-up"), id: GroupCode, name: Words, scope, documents: Documents, period: Period,
    /** empty: everybody */
    groups: z.array(GroupCode), per: z.enum(["day", "course"]), amount: LegalNumber,
  })
  .superRefine(checkDocuments);
export type TopUp = z.infer<typeof TopUp>;

export const AllowanceFile = z.discriminatedUnion("kind", [AllowancePolicy, BaseSalary, Choice, GroupList, TopUp]);
export type AllowanceFile = z.infer<typeof AllowanceFile>;

/** All that the calculation needs. */
export interface AllowanceRules {
  readonly policies: readonly AllowancePolicy[];
  readonly baseSalary: BaseSalary;
  readonly choice: Choice;
  readonly groups: readonly Group[];
  readonly topUps: readonly TopUp[];
  readonly documents: Documents;
}
