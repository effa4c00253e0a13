import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { ChildAnswers } from "../contract.ts";
import { PackAnswers } from "../score-pack/contract.ts";
import { SurveyForm } from "../workflow/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Long = z.string().check(z.trim(), z.minLength(3), z.maxLength(2000));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Count = z.int().check(z.gte(0), z.lte(100_000));
const Money = z.int().check(z.gte(0), z.lte(1_000_000_000));
const Month = z.string().check(z.regex(/^\d{4}-\d{2}$/));
const ById = z.object({ id: Id });
const MaybeString = z.nullable(z.string());
const Sure = { certainty: z.string(), source: MaybeString, note: MaybeString };

export const CHANNELS = ["in_person", "post", "online"] as const;
export const ReceiveBody = z.object({
  kind: Text, householdId: Id, personId: z.optional(z.nullable(Id)), applicant: Text, receivedOn: Day, channel: z.enum(CHANNELS), hasForm: z.boolean(), papers: z._default(z.array(Text).check(z.maxLength(30)), []),
});
export type ReceiveBody = z.infer<typeof ReceiveBody>;

/** One step with a request; `on` of the body is its day. Income is đồng per person per month over the 12 months before, without allowances from the state budget. */
export const StepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("askMore"), missing: Long }),
  z.object({ kind: z.literal("supply"), hasForm: z.boolean(), papers: z.array(Text).check(z.maxLength(30)) }),
  z.object({ kind: z.literal("accept") }),
  /** what the visit found, as in a round: B2 is reckoned from the ticks, B1 from the answers where a table of points is in force */
  z.object({
    kind: z.literal("assess"), scoreIncome: z.optional(z.nullable(Count)), scoreDeprivation: z.optional(z.nullable(Count)), incomeMonth: z.optional(z.nullable(Money)), surveyor: Text, evidence: Text,
    deprivations: z.optional(z.nullable(z.array(Text).check(z.maxLength(30)))), causes: z.optional(z.array(Text).check(z.maxLength(20))), answers: z.optional(z.nullable(PackAnswers)), children: z.optional(z.nullable(ChildAnswers)),
  }),
  z.object({ kind: z.literal("meet"), place: Text, chair: Text, present: z.int().check(z.gte(1), z.lte(100_000)), agree: Count }),
  z.object({ kind: z.literal("post"), places: Text, to: Day }),
  z.object({ kind: z.literal("complain"), by: Text, content: Long }),
  z.object({ kind: z.literal("recheck"), surveyor: Text, content: Long, stands: z.boolean() }),
  z.object({
    kind: z.literal("recognise"), class: z.enum(["poor", "near_poor", "none", "holds"]), documentNo: Text, signer: Text, from: Day,
    /** first day on which a standing beside the lists no longer holds; open when not given */
    to: z.optional(z.nullable(Day)),
    /** the recognised status that stood on `from` when the officer looked; null: none */
    baseStatusId: z.optional(z.nullable(Id)),
    /** why, where the standard could not tell or tells otherwise by a rule not read in a text */
    reason: z.optional(z.nullable(Reason)),
  }),
  z.object({ kind: z.literal("refuse"), documentNo: Text, signer: Text, reason: Long }),
  z.object({ kind: z.literal("answer"), receiver: Text, how: Text }),
  z.object({ kind: z.literal("withdraw"), reason: Reason }),
  z.object({ kind: z.literal("takeBack"), reason: Reason }),
]);
export type StepBody = z.infer<typeof StepBody>;

export const KindView = z.object({
  id: z.string(), name: z.string(), subject: z.enum(["household", "person"]), effect: z.enum(["enter", "leave", "none"]),
  form: z.object({ name: MaybeString, ...Sure }), documents: z.object({ items: z.array(z.string()), ...Sure }), deadline: z.object({ known: z.boolean(), text: z.string(), ...Sure }),
  steps: z.object({ needs: z.array(z.string()), ...Sure }),
});
export type KindView = z.infer<typeof KindView>;

export const ProcedureRowView = z.object({
  id: z.string(), number: z.number(), year: z.number(), kind: z.string(), kindName: z.string(), unit: z.string(), hamlet: z.string(), householdId: z.string(), headName: z.string(), applicant: z.string(),
  receivedOn: z.string(), dueOn: MaybeString, dueCertainty: z.string(), due: z.enum(["late", "soon", "open", "unknown", "done"]), state: z.string(), stateOn: z.string(), outcome: MaybeString,
  outcomeClass: MaybeString, documentNo: MaybeString, decidedOn: MaybeString, resultFrom: MaybeString, resultTo: MaybeString, version: z.number(),
});
export type ProcedureRowView = z.infer<typeof ProcedureRowView>;

const Filter = {
  area: z.string(), kind: z.optional(z.string()), state: z.optional(z.string()), due: z.optional(z.string()), outcome: z.optional(z.string()), outcomeClass: z.optional(z.string()), q: z.optional(z.string()),
  received: z.optional(Month), decided: z.optional(Month),
};
const May = z.object({ review: z.boolean(), recognise: z.boolean() });

export const ProcedurePageView = z.object({
  row: ProcedureRowView, kind: KindView, personName: MaybeString, signer: MaybeString,
  facts: z.nullable(z.object({ scoreIncome: z.nullable(z.number()), scoreDeprivation: z.nullable(z.number()), incomeMonth: z.nullable(z.number()), surveyor: z.string(), evidence: z.string(), deprivations: z.nullable(z.array(z.string())), causes: z.array(z.string()), children: z.nullable(ChildAnswers) })),
  /** what a visit asks; null for standings beside the lists */
  form: z.nullable(SurveyForm),
  judged: z.nullable(z.object({ class: MaybeString, certainty: z.string() })), hasForm: z.boolean(), missing: MaybeString, postedTo: MaybeString, complaint: z.nullable(z.object({ by: z.string(), content: z.string() })),
  steps: z.array(z.object({ seq: z.number(), kind: z.string(), on: z.string(), data: z.record(z.string(), z.unknown()), recordedAt: z.string() })),
  open: z.array(z.string()), papers: z.array(z.string()), may: May,
});
export type ProcedurePageView = z.infer<typeof ProcedurePageView>;

export const MonthView = z.object({
  month: z.string(), received: z.number(), enteredPoor: z.number(), enteredNearPoor: z.number(), left: z.number(), toNearPoor: z.number(), refused: z.number(), middle: z.number(), lowIncome: z.number(),
  reportOn: MaybeString, reportCertainty: z.string(),
  /** as the commune handed it in; `differs`: the counts of today are others */
  handed: z.nullable(z.object({ id: z.string(), on: z.string(), receiver: z.string(), documentNo: MaybeString, differs: z.boolean(), counts: z.record(z.string(), z.number()) })),
});
export type MonthView = z.infer<typeof MonthView>;

export const CASE_PAPERS = ["receipt", "refusal", "result"] as const;

export const procedureRoutes = {
  procedureKinds: route({ method: "GET", path: "/poverty/procedures/kinds", summary: "Các thủ tục hành chính giảm nghèo: mẫu, giấy tờ, thời hạn, mức chắc chắn", query: z.object({}), answer: z.object({ kinds: z.array(KindView) }) }),
  procedureMonths: route({
    method: "GET", path: "/poverty/procedures/months", summary: "Kết quả rà soát thường xuyên từng tháng của một năm",
    query: z.object({ area: z.string(), year: z.coerce.number().check(z.int(), z.gte(2001), z.lte(2200)) }), answer: z.object({ year: z.number(), months: z.array(MonthView), mayHandIn: z.boolean() }),
  }),
  handInProcedureReport: route({
    method: "POST", path: "/poverty/procedures/months", summary: "Ghi nhận báo cáo tháng đã nộp, giữ nguyên số liệu lúc nộp",
    body: z.object({ area: z.string(), month: Month, handedOn: Day, receiver: Text, documentNo: z.optional(z.nullable(Text)) }), answer: z.object({ id: z.string() }),
  }),
  takeBackProcedureReport: route({ method: "POST", path: "/poverty/procedures/months/:id/take-back", summary: "Rút ghi nhận báo cáo tháng ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: z.object({ id: z.string() }) }),
  procedures: route({
    method: "GET", path: "/poverty/procedures", summary: "Hồ sơ thủ tục hành chính của địa bàn",
    query: z.object({ ...Filter, page: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1), perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 50) }),
    answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ProcedureRowView), may: May }),
  }),
  exportProcedures: route({ method: "POST", path: "/poverty/procedures.xlsx", summary: "Xuất danh sách hồ sơ đúng như đang lọc", body: z.object({ ...Filter, purpose: Reason }), answer: "file" }),
  receiveRequest: route({ method: "POST", path: "/poverty/procedures", summary: "Tiếp nhận hồ sơ", body: ReceiveBody, answer: z.object({ id: z.string(), number: z.number(), dueOn: MaybeString }) }),
  procedure: route({ method: "GET", path: "/poverty/procedures/:id", summary: "Một hồ sơ: đang ở bước nào, đã qua những gì, làm được gì tiếp", params: ById, answer: ProcedurePageView }),
  takeProcedureStep: route({ method: "POST", path: "/poverty/procedures/:id/steps", summary: "Ghi một bước xử lý hồ sơ", params: ById, body: z.object({ baseVersion: z.int().check(z.gte(1)), on: Day, step: StepBody }), answer: z.object({ state: z.string(), version: z.number(), warnings: z.array(z.object({ code: z.string(), text: z.string() })) }) }),
  attachToProcedure: route({
    method: "POST", path: "/poverty/procedures/:id/files", summary: "Đính kèm ảnh, bản quét giấy tờ của hồ sơ", params: ById, query: z.object({ what: Text, baseVersion: z.coerce.number().check(z.int(), z.gte(1)) }), body: "bytes",
    answer: z.object({ sha256: z.string(), version: z.number() }),
  }),
  procedureFile: route({ method: "GET", path: "/poverty/procedures/:id/files/:sha", summary: "Ảnh, bản quét đã đính kèm", params: z.object({ id: Id, sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }), answer: "file" }),
  printProcedure: route({ method: "POST", path: "/poverty/procedures/:id/papers", summary: "Giấy tiếp nhận, thông báo không đủ điều kiện, thông báo kết quả", params: ById, body: z.object({ paper: z.enum(CASE_PAPERS), format: PrintFormat }), answer: "file" }),
};
