import * as z from "zod/mini";

const Words = z.object({ vi: z.string().check(z.minLength(1)), en: z.string().check(z.minLength(1)) });
export type Words = z.infer<typeof Words>;

/** What is asked of a listed household; `*` stands for the code of an `each`. */
const Filter = z.string().check(z.regex(/^(kinh|minority|otherMinority|localMinority|noLabourCapacity|merit|femaleHead|(ethnicity|deprived|cause):(\*|[\w-]+)|unknown:(ethnicity|deprivations|causes|femaleHead)|childUnasked:[a-z_+]+)$/));
const List = z.enum(["poor", "near_poor"]);

/** Counted from records. "line": households on the line "Hộ", their members on the line "Nhân khẩu". `lacking`: of children, those who lack in an indicator. */
const Listed = z.object({ list: List, of: z.enum(["households", "people", "children", "line"]), lacking: z.optional(z.string()), where: z.optional(z.array(Filter)), noneOf: z.optional(z.array(Filter)) });
const Population = z.object({ population: z.enum(["households", "persons", "minorityHouseholds", "kinhPersons", "minorityPersons", "unknownPersons"]) });
const Movement = z.object({ movement: z.int().check(z.gte(1), z.lte(9)), list: List });
/** households (or their members) with a characteristic of which the list says nothing by itself; none recorded anywhere is a gap, not nought */
const Recorded = z.object({ recorded: z.string(), of: z.enum(["households", "people"]) });
/** asked by the table, not on file */
const NotKept = z.object({ notKept: z.string() });
export type Count = z.infer<typeof Listed> | z.infer<typeof Population> | z.infer<typeof Movement> | z.infer<typeof Recorded> | z.infer<typeof NotKept>;

const Keys = z.array(z.string()).check(z.minLength(1));
const Formula = z.union([
  /** a key that ends in `*` stands for all columns of an `each` */
  z.object({ sum: Keys }),
  z.object({ minus: z.array(z.string()).check(z.length(2)) }),
  /** part in percent of the whole, half up to 2 decimals; a part may be counted without a column of its own */
  z.object({ percent: z.tuple([z.union([z.string(), Listed]), z.string()]) }),
]);
export type Formula = z.infer<typeof Formula>;
const Value = z.union([Listed, Population, Movement, Recorded, NotKept, Formula]);
export type Value = z.infer<typeof Value>;

const Column = z.object({
  key: z.string(), head: Words, value: Value,
  /** shown only where the province says so */
  option: z.optional(z.enum(["localMinority"])),
  /** shown only where some row has it */
  when: z.optional(z.literal("nonzero")),
  /** this column must equal the identity of the nine columns */
  balances: z.optional(z.boolean()),
});
export type Column = z.infer<typeof Column>;
/** One column for each entry of a list; `head` of a column is the entry's name. */
const Each = z.object({ each: z.enum(["indicators", "causes", "ethnicities"]), key: z.string(), value: Value });
export type Each = z.infer<typeof Each>;
export interface Group {
  head: Words;
  columns: (Group | Column | Each)[];
}
const Group: z.ZodMiniType<Group> = z.object({ head: Words, columns: z.array(z.lazy(() => z.union([Group, Column, Each]))) }) as never;

const Common = {
  id: z.string(), number: z.int().check(z.gte(1), z.lte(99)), title: Words, sheet: z.string(),
  certainty: z.enum(["text", "second-hand", "unchecked"]), source: z.object({ doc: z.string(), via: z.string() }), notes: z._default(z.array(Words), []),
};

/** What must hold between cells, beside the formulas: sums within a row, parts within a whole, the same number in another table. */
const Relation = z.union([
  z.object({ rule: z.string(), equals: z.string(), sum: Keys }),
  z.object({ rule: z.string(), atMost: z.string(), each: Keys }),
  /** rates whose parts stand in another table */
  z.object({ rule: z.string(), shares: z.string(), table: z.string(), parts: z.string(), whole: z.string() }),
  z.object({ rule: z.string(), same: z.string(), table: z.string(), other: z.string(), line: z.optional(z.enum(["households", "people"])), otherLine: z.optional(z.enum(["households", "people"])) }),
]);
export type Relation = z.infer<typeof Relation>;

/** A counted table: its headings, order and formulas are data; an authority lays its own file in place of it. */
export const TableDefinition = z.object({
  kind: z.literal("report-table"), ...Common, unit: Words,
  /** "both": a line "Hộ" and a line "Nhân khẩu" for each place */
  lines: z.enum(["one", "both"]),
  columns: z.array(z.union([Group, Column, Each])).check(z.minLength(1)),
  relations: z._default(z.array(Relation), []),
});
export type TableDefinition = z.infer<typeof TableDefinition>;

export const LIST_COLUMNS = [
  "household", "member", "name", "birthMale", "birthFemale", "ethnicity", "relation", "standing", "merit", "minority", "noLabourCapacity",
  "needHealth", "needEducation", "needProduction", "needCredit", "needHousing", "needOther",
] as const;
/** A list of households by hamlet, without identity numbers. */
export const ListDefinition = z.object({
  kind: z.literal("report-list"), ...Common, list: List,
  columns: z.array(z.object({ key: z.enum(LIST_COLUMNS), head: Words, width: z.optional(z.number()) })).check(z.minLength(1)),
});
export type ListDefinition = z.infer<typeof ListDefinition>;

/** What a province's tables show beyond the common: columns of peoples, in order. */
export const ProvinceColumns = z.object({
  kind: z.literal("province-columns"),
  provinces: z.array(z.object({
    codes: z.array(z.string()), name: z.string(), ethnicities: z.array(z.string()), options: z._default(z.array(z.enum(["localMinority"])), []),
    certainty: z.enum(["text", "second-hand", "unchecked"]), note: z.optional(Words),
  })),
});
export type ProvinceColumns = z.infer<typeof ProvinceColumns>;

export const ReportFile = z.discriminatedUnion("kind", [TableDefinition, ListDefinition, ProvinceColumns]);
export type ReportFile = z.infer<typeof ReportFile>;
export type AnyTable = TableDefinition | ListDefinition;
