import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { WorkerInput } from "../../registry/rules/worker.ts";
import { AllowanceView } from "../allowance/contract.ts";
import { CASE_STATES, CASE_STEPS, DUES } from "./rules/case-state.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const ById = z.object({ id: Id });
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Money = z.int().check(z.gte(0), z.lte(1_000_000_000));
const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));
const MaybeString = z.nullable(z.string());

export const CHANNELS = ["in_person", "post", "online"] as const;
/** What the calculation asks, by its main names. */
const Asked = z.object({
  groups: z.array(z.string()).check(z.maxLength(20)), actualCost: maybe(Money), attendedDays: maybe(z.int().check(z.gte(0), z.lte(1_000))), distanceKm: maybe(z.string().check(z.regex(/^\d{1,4}(\.\d{1,3})?$/))),
  areaClass: maybe(z.enum(["normal", "difficult", "especially_difficult"])), dutyEndedOn: maybe(Day), changesJob: maybe(z.boolean()), diedOn: maybe(Day), previousSupports: maybe(z.int().check(z.gte(0), z.lte(20))),
});
export type CaseAsked = z.infer<typeof Asked>;
export const ReceiveBody = z.object({
  worker: WorkerInput, course: Text, providerName: Text, openedOn: Day, endedOn: maybe(Day), receivedOn: Day, channel: z.enum(CHANNELS), papers: z._default(z.array(Text).check(z.maxLength(30)), []), asked: Asked,
});
export type ReceiveBody = z.infer<typeof ReceiveBody>;

export const StepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accept") }),
  z.object({ kind: z.literal("askMore"), missing: Reason }),
  z.object({ kind: z.literal("supply"), papers: z.array(Text).check(z.maxLength(30)), asked: z.optional(Asked) }),
  /** `reason`: where the amount is not the one reckoned, or that is not determined */
  z.object({ kind: z.literal("approve"), decisionNo: Text, signer: Text, amountDong: Money, reason: maybe(Reason) }),
  z.object({ kind: z.literal("refuse"), decisionNo: Text, signer: Text, reason: Reason }),
  z.object({ kind: z.literal("pay"), voucherNo: Text }),
  z.object({ kind: z.literal("withdraw"), reason: Reason }),
]);
export type StepBody = z.infer<typeof StepBody>;

export const CaseRow = z.object({
  id: z.string(), number: z.number(), year: z.number(), fullName: z.string(), birthYear: z.nullable(z.number()), unit: z.string(), hamlet: z.string(), course: z.string(), providerName: z.string(), openedOn: z.string(), receivedOn: z.string(),
  completeOn: MaybeString, dueOn: MaybeString, due: z.enum(DUES), state: z.enum(CASE_STATES), stateOn: z.string(), decisionNo: MaybeString, decidedOn: MaybeString, signer: MaybeString, amountDong: z.nullable(z.number()), voucherNo: MaybeString, paidOn: MaybeString, version: z.number(),
});
export type CaseRow = z.infer<typeof CaseRow>;

export const CasePage = z.object({
  row: CaseRow, identified: z.boolean(), channel: z.string(), papers: z.array(z.string()), missing: MaybeString, refusal: MaybeString, answer: AllowanceView,
  /** `voided`: taken back later */
  actions: z.array(z.object({ seq: z.number(), kind: z.string(), on: z.string(), detail: z.string(), voided: z.boolean() })), steps: z.array(z.enum(CASE_STEPS)),
  /** the last step, where the actor may take it back */
  takesBack: z.nullable(z.enum(CASE_STEPS)), printable: z.array(z.enum(["receipt", "decision", "refusal"])), may: z.boolean(),
});
export type CasePage = z.infer<typeof CasePage>;

const Filter = { area: z.string(), on: Day, state: z.optional(z.enum([...CASE_STATES, "open"])), due: z.optional(z.enum(DUES)), q: z.optional(z.string()) };

export const supportCaseRoutes = {
  supportCases: route({
    method: "GET", path: "/training/support-cases", summary: "Hồ sơ hỗ trợ học nghề của cá nhân (2.002821)", query: z.object({ ...Filter, page: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000)), 1) }),
    answer: z.object({ total: z.number(), perPage: z.number(), rows: z.array(CaseRow), waiting: z.record(z.string(), z.number()), may: z.boolean() }),
  }),
  exportSupportCases: route({ method: "POST", path: "/training/support-cases.xlsx", summary: "Xuất danh sách hồ sơ đúng như đang lọc", body: z.object({ ...Filter, purpose: Reason }), answer: "file" }),
  receiveSupportCase: route({ method: "POST", path: "/training/support-cases", summary: "Tiếp nhận hồ sơ", body: ReceiveBody, answer: z.object({ id: z.string(), number: z.number() }) }),
  supportCase: route({ method: "GET", path: "/training/support-cases/:id", summary: "Một hồ sơ: đang ở bước nào, mức tính, việc đã làm", params: ById, query: z.object({}), answer: CasePage }),
  stepSupportCase: route({ method: "POST", path: "/training/support-cases/:id/steps", summary: "Một bước giải quyết hồ sơ", params: ById, body: z.object({ baseVersion: z.int().check(z.gte(1)), on: Day, step: StepBody }), answer: z.object({ state: z.string(), version: z.number(), dueOn: MaybeString }) }),
  takeBackCaseStep: route({
    method: "POST", path: "/training/support-cases/:id/take-back", summary: "Lùi bước cuối ghi nhầm của hồ sơ, có lý do", params: ById, body: z.object({ baseVersion: z.int().check(z.gte(1)), on: Day, reason: Reason }), answer: z.object({ state: z.string(), version: z.number(), dueOn: MaybeString }),
  }),
  printSupportCase: route({ method: "POST", path: "/training/support-cases/:id/print", summary: "Giấy hẹn, quyết định, thông báo từ chối", params: ById, body: z.object({ paper: z.enum(["receipt", "decision", "refusal"]), format: PrintFormat }), answer: "file" }),
};
