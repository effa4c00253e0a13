import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";

const Amount = z.optional(z.nullable(z.union([z.number(), z.string()])));
const Day = z.optional(z.nullable(z.string()));
const Flag = z.optional(z.nullable(z.boolean()));
/** The question by its main names; others and Vietnamese words: docs/cli/allowance.md. Only `openedOn` is needed; null or absent is not known. */
export const AllowanceQuestion = z.object({
  openedOn: z.string(), endedOn: Day, enrolledOn: Day, province: z.optional(z.nullable(z.string())), policy: z.optional(z.nullable(z.enum(["QD46_2015", "ND338_2025_NT", "ND338_2025_TN"]))),
  groups: z.optional(z.nullable(z.union([z.string(), z.array(z.union([z.string(), z.object({ code: z.string(), from: Day, to: Day })]))]))), rural: Flag,
  actualCost: Amount, provincialNorm: Amount, attendedDays: z.optional(z.nullable(z.number())),
  sessions: z.optional(z.nullable(z.array(z.union([z.string(), z.object({ on: z.string(), state: z.optional(z.enum(["present", "late", "absent", "leave"])), cancelled: Flag })])))),
  distanceKm: Amount, areaClass: z.optional(z.nullable(z.enum(["normal", "difficult", "especially_difficult"]))),
  previousSupports: z.optional(z.nullable(z.number())), jobLossConfirmed: Flag, otherSupport: Flag, birthDate: Day, age: z.optional(z.nullable(z.number())), diedOn: Day, dutyEndedOn: Day, changesJob: Flag,
});

/** One thing compared, with where it stands and how sure it is. `holds` null: could not be decided. */
export const AllowanceReason = z.object({
  rule: z.nullable(z.string()), code: z.string(), holds: z.nullable(z.boolean()), text: z.string(), clause: z.nullable(z.string()), certainty: z.string(), mark: z.nullable(z.string()),
  values: z.record(z.string(), z.nullable(z.union([z.string(), z.number()]))),
});
export type AllowanceReason = z.infer<typeof AllowanceReason>;

const Field = z.object({ field: z.string(), text: z.string() });
/** Whole đồng; `amount` null: not determined, it lies between `least` and `most` (null: not bounded). */
const Money = { amount: z.nullable(z.number()), least: z.number(), most: z.nullable(z.number()), amountText: z.string() };

/** `before`: what it is before the ceiling, `cut`: what the ceiling takes from it. */
export const AllowanceLine = z.object({
  item: z.enum(["cost", "meal", "travel"]), name: z.string(), ...Money, before: z.nullable(z.number()), cut: z.nullable(z.number()),
  certainty: z.string(), mark: z.nullable(z.string()), clause: z.nullable(z.string()), reasons: z.array(AllowanceReason), missing: z.array(Field),
});
export type AllowanceLine = z.infer<typeof AllowanceLine>;

export const OUTCOME_CODES = ["payable", "refused", "undetermined"] as const;
export const AllowanceView = z.object({
  outcome: z.enum(OUTCOME_CODES), answer: z.string(), summary: z.string(),
  policy: z.nullable(z.object({ code: z.string(), name: z.string(), from: z.string(), to: z.nullable(z.string()) })),
  openedOn: z.string(), group: z.nullable(z.object({ code: z.string(), name: z.string(), by: z.array(z.object({ code: z.string(), name: z.string() })) })),
  checks: z.array(AllowanceReason), lines: z.array(AllowanceLine),
  topUps: z.array(z.object({ id: z.string(), name: z.string(), ...Money, clause: z.nullable(z.string()), certainty: z.string(), mark: z.nullable(z.string()) })),
  ceiling: z.nullable(z.object({ amount: z.nullable(z.number()), months: z.number(), baseSalary: z.nullable(z.number()), text: z.string(), certainty: z.string(), mark: z.nullable(z.string()), clause: z.nullable(z.string()) })),
  total: z.nullable(z.number()), totalText: z.string(), least: z.number(), most: z.nullable(z.number()), totalInWords: z.nullable(z.string()),
  certainty: z.string(), mark: z.nullable(z.string()), missing: z.array(Field), assumptions: z.array(Field), warnings: z.array(z.string()), unusedFields: z.array(z.string()),
});
export type AllowanceView = z.infer<typeof AllowanceView>;

const Choice = z.object({ code: z.string(), name: z.string() });
export const AllowanceRulesView = z.object({
  groups: z.array(Choice),
  policies: z.array(z.object({
    code: z.string(), name: z.string(), from: z.string(), to: z.nullable(z.string()), mark: z.nullable(z.string()), note: z.nullable(z.string()), mealPerDay: z.string(),
    levels: z.array(z.object({ code: z.string(), name: z.string(), cap: z.string(), living: z.nullable(z.boolean()), note: z.nullable(z.string()) })),
  })),
});
export type AllowanceRulesView = z.infer<typeof AllowanceRulesView>;

export const allowanceRoutes = {
  allowanceRules: route({ method: "GET", path: "/training/allowance/rules", summary: "Chính sách hỗ trợ học nghề theo thời gian, mức chắc chắn", query: z.object({}), answer: AllowanceRulesView }),
  /** the question as the command line takes it: docs/cli/allowance.md */
  askAllowance: route({ method: "POST", path: "/training/allowance/ask", summary: "Tính hỗ trợ học nghề của một người, có lý do; không ghi gì", body: z.record(z.string(), z.unknown()), answer: AllowanceView }),
};
