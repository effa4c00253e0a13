import * as z from "zod/mini";

const Words = z.object({ vi: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
export type Words = z.infer<typeof Words>;

export const SOURCES = ["class", "learner", "plan", "payment", "need", "trained", "labour"] as const;
export type Source = (typeof SOURCES)[number];

/** A field of a fact must have this value, one of these, or (a list field) hold one of these. */
const Where = z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())]));
/** facts that match; `people`: distinct persons among them */
const Count = z.object({ count: z.enum(SOURCES), where: z.optional(Where), people: z.optional(z.boolean()) });
/** a number field of the facts that match, added up */
const Total = z.object({ total: z.enum(SOURCES), field: z.string(), where: z.optional(Where) });
const Keys = z.array(z.string()).check(z.minLength(1));
const Formula = z.union([
  z.object({ sum: Keys }),
  /** part in percent of the whole, half up to one decimal; a part may be counted without a column of its own */
  z.object({ percent: z.tuple([z.union([z.string(), Count]), z.string()]) }),
  /** first by second, half up to one decimal; the first may be added up without a column of its own */
  z.object({ average: z.tuple([z.union([z.string(), Total]), z.string()]) }),
]);
export type Counted = z.infer<typeof Count> | z.infer<typeof Total>;
export type Formula = z.infer<typeof Formula>;
const Value = z.union([Count, Total, Formula]);
export type Value = z.infer<typeof Value>;
export const isFormula = (value: Value): value is Formula => "sum" in value || "percent" in value || "average" in value;
export const sourceOf = (value: Counted): Source => ("count" in value ? value.count : value.total);

const Column = z.object({
  key: z.string(), head: Words, value: Value,
  /** no facts of this source anywhere in the area: the number is missing, not nought */
  needs: z.optional(z.enum(SOURCES)),
});
export type Column = z.infer<typeof Column>;
const Group = z.object({ head: Words, columns: z.array(Column).check(z.minLength(1)) });

/** A counted table of training: rows, headings, order and formulas are data; an authority lays its own file in place of it. */
export const TrainingTable = z.object({
  kind: z.literal("training-table"), id: z.string(), number: z.int(), title: Words, sheet: z.string(), unit: Words,
  certainty: z.enum(["text", "second-hand", "unchecked"]), source: z.string(), notes: z._default(z.array(Words), []),
  /** fields that make a row, outermost first; `always`: values that have a row even without facts */
  rows: z.array(z.object({ field: z.string(), head: Words, always: z.optional(z.array(z.string())) })).check(z.minLength(1), z.maxLength(3)),
  columns: z.array(z.union([Group, Column])).check(z.minLength(1)),
});
export type TrainingTable = z.infer<typeof TrainingTable>;

export interface Leaf extends Column {
  readonly above: readonly Words[];
  readonly kind: "count" | "decimal";
}

/** The columns of a table in order, each with the heading above it. */
export const leavesOf = ({ columns }: TrainingTable): Leaf[] => columns.flatMap((node) => {
  const leaf = (column: Column, above: readonly Words[]): Leaf => ({ ...column, above, kind: "percent" in column.value || "average" in column.value ? "decimal" : "count" });
  return "columns" in node ? node.columns.map((column) => leaf(column, [node.head])) : [leaf(node, [])];
});

/** "(4)=(3)/(1)×100": the line of numbers below the headings. */
export function numberLine(leaves: readonly Leaf[]): string[] {
  const numberOf = (key: string): string => `(${leaves.findIndex((one) => one.key === key) + 1})`;
  return leaves.map(({ value }, i) => {
    const own = `(${i + 1})`;
    if ("sum" in value) return `${own}=${value.sum.length > 3 ? `${numberOf(value.sum[0]!)}+…+${numberOf(value.sum.at(-1)!)}` : value.sum.map(numberOf).join("+")}`;
    if ("percent" in value) return typeof value.percent[0] !== "string" ? own : `${own}=${numberOf(value.percent[0])}/${numberOf(value.percent[1])}×100`;
    if ("average" in value) return typeof value.average[0] !== "string" ? own : `${own}=${numberOf(value.average[0])}/${numberOf(value.average[1])}`;
    return own;
  });
}
