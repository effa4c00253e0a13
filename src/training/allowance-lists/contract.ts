import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { AllowanceView } from "../allowance/contract.ts";
import { LIST_STATES, LIST_STEPS } from "./rules/list-state.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const ById = z.object({ id: Id });
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Money = z.int().check(z.gte(0), z.lte(1_000_000_000));
const Version = z.int().check(z.gte(1));
const MaybeString = z.nullable(z.string());

/** A class that can have a list, and the list that stands. Sums of đồng. */
export const ClassListRow = z.object({
  classId: z.string(), code: z.string(), name: z.string(), provider: z.string(), unit: z.string(), openedOn: MaybeString, classState: z.string(), learners: z.number(),
  list: z.nullable(z.object({ id: z.string(), number: z.number(), state: z.enum(LIST_STATES), stateOn: z.string(), lines: z.number(), open: z.number(), totalDong: z.number() })),
});
export type ClassListRow = z.infer<typeof ClassListRow>;

/** One learner of a list. `open`: the rules left it open and nobody laid it down; then the amounts are the least that is due. */
export const ItemRow = z.object({
  id: z.string(), version: z.number(), fullName: z.string(), birthYear: z.nullable(z.number()), hamlet: z.string(), groupName: MaybeString, days: z.number(), distanceKm: MaybeString, outcome: z.enum(["payable", "refused", "undetermined"]),
  costDong: z.number(), mealDong: z.number(), travelDong: z.number(), topUpDong: z.number(), totalDong: z.number(), open: z.boolean(), decidedReason: MaybeString, signedForOn: MaybeString, why: z.string(),
  /** given back to the provider on that day, and why; null: not */
  returnedOn: MaybeString, returnReason: MaybeString,
});
export type ItemRow = z.infer<typeof ItemRow>;

export const AllowanceListView = z.object({
  id: z.string(), classId: z.string(), className: z.string(), classCode: z.string(), provider: z.string(), unit: z.string(), openedOn: MaybeString, number: z.number(), version: z.number(), state: z.enum(LIST_STATES), stateOn: z.string(),
  policyCode: MaybeString, policyName: MaybeString, attendedTo: z.string(), decisionNo: MaybeString, decidedOn: MaybeString, signer: MaybeString, voucherNo: MaybeString, paidOn: MaybeString, voidReason: MaybeString,
  totals: z.object({ cost: z.number(), meal: z.number(), travel: z.number(), topUp: z.number(), all: z.number() }), open: z.number(), rows: z.array(ItemRow),
  /** `voided`: taken back later */
  actions: z.array(z.object({ seq: z.number(), kind: z.string(), on: z.string(), detail: z.string(), voided: z.boolean() })),
  steps: z.array(z.enum(LIST_STEPS)),
  /** the last step, where the actor may take it back */
  takesBack: z.nullable(z.enum(LIST_STEPS)), may: z.object({ make: z.boolean(), pay: z.boolean() }),
});
export type AllowanceListView = z.infer<typeof AllowanceListView>;

export const StepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("sign"), signer: Text }),
  /** `reason`: to go on where a learner was paid elsewhere meanwhile */
  z.object({ kind: z.literal("approve"), decisionNo: Text, signer: Text, reason: z.optional(z.nullable(Reason)) }),
  z.object({ kind: z.literal("pay"), voucherNo: Text, absent: z._default(z.array(Id).check(z.maxLength(200)), []) }),
  z.object({ kind: z.literal("settle"), minutesNo: Text }),
  z.object({ kind: z.literal("giveBack"), reason: Reason }),
]);
export type StepBody = z.infer<typeof StepBody>;

const Make = z.object({
  classId: Id, attendedTo: Day,
  /** cost of one learner; null: not known */
  actualCostDong: z.nullable(Money),
});
const Paged = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000)), 1);

export const allowanceListRoutes = {
  allowanceClasses: route({
    method: "GET", path: "/training/allowance-lists", summary: "Lớp đã khai giảng và danh sách chi trả của lớp", query: z.object({ area: z.string(), on: Day, state: z.optional(z.enum([...LIST_STATES, "none"])), q: z.optional(z.string()), page: Paged }),
    answer: z.object({ total: z.number(), perPage: z.number(), rows: z.array(ClassListRow), may: z.object({ make: z.boolean() }) }),
  }),
  makeAllowanceList: route({ method: "POST", path: "/training/allowance-lists", summary: "Tính danh sách chi trả của một lớp từ ghi danh và sổ điểm danh đã khóa", body: Make, answer: z.object({ id: z.string(), number: z.number(), lines: z.number(), leftOut: z.number() }) }),
  allowanceList: route({ method: "GET", path: "/training/allowance-lists/:id", summary: "Danh sách chi trả của một lớp", params: ById, query: z.object({}), answer: AllowanceListView }),
  stepAllowanceList: route({ method: "POST", path: "/training/allowance-lists/:id/steps", summary: "Ký, duyệt, chi, quyết toán, trả lại", params: ById, body: z.object({ baseVersion: Version, on: Day, step: StepBody }), answer: z.object({ state: z.string(), version: z.number() }) }),
  takeBackAllowanceStep: route({
    method: "POST", path: "/training/allowance-lists/:id/take-back", summary: "Lùi bước cuối ghi nhầm của danh sách, có lý do", params: ById, body: z.object({ baseVersion: Version, on: Day, reason: Reason }), answer: z.object({ state: z.string(), version: z.number() }),
  }),
  giveBackLine: route({ method: "POST", path: "/training/allowance-items/:id/give-back", summary: "Trả lại một dòng cho cơ sở đào tạo, có lý do", params: ById, body: z.object({ baseVersion: Version, reason: Reason }), answer: z.object({ version: z.number() }) }),
  handInLine: route({ method: "POST", path: "/training/allowance-items/:id/hand-in", summary: "Nộp lại dòng bị trả: tính lại từ sổ sách hiện có", params: ById, body: z.object({ baseVersion: Version, signer: Text }), answer: z.object({ id: MaybeString }) }),
  payLine: route({ method: "POST", path: "/training/allowance-items/:id/pay", summary: "Chi sau cho người vắng hôm chi trả", params: ById, body: z.object({ baseVersion: Version, on: Day, voucherNo: Text }), answer: z.object({ version: z.number() }) }),
  allowanceItem: route({ method: "GET", path: "/training/allowance-items/:id", summary: "Cách tính của một học viên", params: ById, query: z.object({}), answer: AllowanceView }),
  layDownItem: route({
    method: "POST", path: "/training/allowance-items/:id", summary: "Quyết định mức còn bỏ ngỏ, có lý do", params: ById, body: z.object({ baseVersion: Version, costDong: Money, mealDong: Money, travelDong: Money, reason: Reason }), answer: z.object({ version: z.number() }),
  }),
  confirmJobLoss: route({
    method: "POST", path: "/training/allowance-items/:id/job-loss", summary: "Ghi xác nhận mất việc làm để hỗ trợ lần hai, ba; tính lại", params: ById, body: z.object({ baseVersion: Version, document: Text }), answer: z.object({ version: z.number(), outcome: z.string() }),
  }),
  printAllowanceList: route({ method: "POST", path: "/training/allowance-lists/:id/print", summary: "Biểu ĐT-07: danh sách chi trả hỗ trợ", params: ById, body: z.object({ format: PrintFormat }), answer: "file" }),
};
