import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";
import { WorkerInput } from "../../registry/rules/worker.ts";

export const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
export const Id = z.string().check(z.uuid());
export const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
export const Long = z.string().check(z.trim(), z.minLength(3), z.maxLength(2000));
export const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
export const Money = z.int().check(z.gte(0), z.lte(100_000_000_000));
export const Page = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1);
export const ById = z.object({ id: Id });
const Country = z.string().check(z.regex(/^[A-Z]{2}$/));
const Currency = z.string().check(z.regex(/^[A-Z]{3}$/));
const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
const MaybeString = z.nullable(z.string());
const Version = z.int().check(z.gte(1));

export const SOURCES = ["commune", "hamlet", "fair", "job_centre", "list"] as const;
export const FORMS = ["dvsn", "dn_dich_vu", "dn_trung_thau", "dn_dau_tu", "thuc_tap_nang_cao", "ca_nhan"] as const;
export const GROUP_CODES = ["poor", "near_poor", "ethnic_minority", "merit", "land_lost", "demobilised", "youth_volunteer", "young_intellectual"] as const;
const Groups = z.array(z.enum(GROUP_CODES)).check(z.maxLength(8));

/** `identity`: only to find the person on file; it is not kept. */
export const WishBody = z.object({
  worker: WorkerInput, identity: maybe(z.string().check(z.maxLength(20))), phone: maybe(Text), wishedOn: Day, market: maybe(Country), programme: maybe(Text), job: maybe(Text), groups: z._default(Groups, []), note: maybe(Long),
});
export type WishBody = z.infer<typeof WishBody>;

/** What a case says beside its steps; null empties a field, a field that is absent stays. Wage is a whole number of the currency a month. */
export const FactsBody = z.partial(z.object({
  phone: z.nullable(Text), market: z.nullable(Country), programme: z.nullable(Text), job: z.nullable(Text), vsco: z.nullable(z.string().check(z.maxLength(10))), contractNo: z.nullable(Text), contractOn: z.nullable(Day),
  termMonths: z.nullable(z.int().check(z.gte(1), z.lte(240))), wage: z.nullable(Money), currency: z.nullable(Currency), costDeclaredDong: z.nullable(Money), costOwnDong: z.nullable(Money), costLoanDong: z.nullable(Money),
  costSupportDong: z.nullable(Money), groups: Groups, language: z.nullable(Text), languageLevel: z.nullable(Text), orientationNo: z.nullable(Text), medicalOn: z.nullable(Day), addressAbroad: z.nullable(Text), homeContact: z.nullable(Text),
}));
export type FactsBody = z.infer<typeof FactsBody>;

const Stay = { reason: Reason, savingsBand: maybe(Text), skills: maybe(Text), language: maybe(Text), jobWish: maybe(Text) };
/** One step of a case; `on` of the body is its day, `precision` month where only the month is known. */
export const StepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("advise"), by: Text, content: Long }),
  z.object({ kind: z.literal("study"), course: z.enum(["language", "vocational", "orientation"]), place: Text }),
  z.object({ kind: z.literal("await"), contractNo: maybe(Text) }),
  z.object({ kind: z.literal("depart"), reportedOn: Day, dueBackOn: maybe(Day), reason: maybe(Reason) }),
  z.object({ kind: z.literal("extend"), to: Day, contractNo: maybe(Text) }),
  z.object({ kind: z.literal("abandon") }),
  z.object({ kind: z.literal("resume"), reason: Reason }),
  z.object({ kind: z.literal("return"), early: z.boolean(), ...Stay }),
  z.object({ kind: z.literal("lost"), fate: z.enum(["dead", "missing"]) }),
  z.object({ kind: z.literal("cancel"), reason: Reason }),
  z.object({ kind: z.literal("reopen"), reason: Reason }),
  z.object({ kind: z.literal("takeBack"), reason: Reason }),
]);
export type StepBody = z.infer<typeof StepBody>;

export const SenderBody = z.object({ baseVersion: Version, on: Day, form: z.enum(FORMS), organisationId: maybe(Id), senderName: maybe(Text), reason: maybe(Reason) });
export type SenderBody = z.infer<typeof SenderBody>;

export const SureView = z.object({ certainty: z.string(), source: MaybeString, note: MaybeString });
export const StandardsView = z.object({
  forms: z.array(z.object({ code: z.string(), name: z.string(), needs: MaybeString, sure: SureView })),
  markets: z.array(z.object({ code: z.string(), name: z.string() })),
  supports: z.array(z.object({
    id: z.string(), name: z.string(), who: z.object({ groups: z.array(z.string()), sure: SureView }),
    items: z.array(z.object({ code: z.string(), name: z.string(), basis: z.string(), unit: z.string(), amountDong: z.nullable(z.number()), sure: SureView })),
  })),
  request: z.object({ code: z.string(), name: z.string(), days: z.nullable(z.number()), term: SureView, documents: SureView }),
});
export type StandardsView = z.infer<typeof StandardsView>;

export const CaseRowView = z.object({
  id: z.string(), fullName: z.string(), birthYear: z.nullable(z.number()), sex: z.number(), personId: MaybeString, hamlet: z.string(), unit: z.string(), unitUid: z.string(), phone: MaybeString, state: z.string(), stateOn: z.string(), wishedOn: z.string(), source: z.string(),
  market: MaybeString, marketName: MaybeString, programme: MaybeString, form: MaybeString, sender: MaybeString, licenceResult: MaybeString, departedOn: MaybeString, departedPrecision: MaybeString, dueBackOn: MaybeString, returnedOn: MaybeString, returnedPrecision: MaybeString,
  kept: z.enum(["nobody", "me", "other"]), version: z.number(),
});
export type CaseRowView = z.infer<typeof CaseRowView>;

const SupportView = z.object({ id: z.string(), phase: z.string(), kind: z.string(), kindName: z.string(), on: z.string(), amountDong: z.nullable(z.number()), policy: MaybeString, certainty: MaybeString, reason: MaybeString, note: MaybeString, document: MaybeString, voided: z.boolean() });
const FollowUpView = z.object({ id: z.string(), phase: z.string(), milestone: z.number(), on: z.string(), outcome: z.string(), note: MaybeString });
const MilestoneView = z.object({ phase: z.string(), milestone: z.number(), dueOn: z.string(), state: z.enum(["done", "due", "ahead"]) });
const ReturnView = z.object({ returnedOn: z.string(), precision: z.string(), early: z.boolean(), reason: z.string(), savingsBand: MaybeString, skills: MaybeString, language: MaybeString, jobWish: MaybeString });
export const RequestRowView = z.object({
  id: z.string(), caseId: z.string(), number: z.number(), year: z.number(), fullName: z.string(), unit: z.string(), hamlet: z.string(), state: z.string(), stateOn: z.string(), receivedOn: z.string(), completeOn: MaybeString, forwardedOn: MaybeString, dueOn: MaybeString,
  dueCertainty: z.string(), due: z.enum(["late", "soon", "open", "unknown", "done"]), decidedOn: MaybeString, documentNo: MaybeString, amountDong: z.nullable(z.number()), paidOn: MaybeString, steps: z.array(z.string()), version: z.number(),
});
export type RequestRowView = z.infer<typeof RequestRowView>;

const May = z.object({ enter: z.boolean(), keep: z.boolean(), handle: z.boolean(), decide: z.boolean(), moveLists: z.boolean(), reveal: z.boolean() });

export const CasePageView = z.object({
  row: CaseRowView, facts: z.object({
    phone: MaybeString, market: MaybeString, programme: MaybeString, job: MaybeString, vsco: MaybeString, contractNo: MaybeString, contractOn: MaybeString, termMonths: z.nullable(z.number()), wage: z.nullable(z.number()), currency: MaybeString,
    costDeclaredDong: z.nullable(z.number()), costOwnDong: z.nullable(z.number()), costLoanDong: z.nullable(z.number()), costSupportDong: z.nullable(z.number()), groups: z.array(z.string()), language: MaybeString, languageLevel: MaybeString,
    orientationNo: MaybeString, medicalOn: MaybeString, addressAbroad: MaybeString, homeContact: MaybeString,
  }),
  passport: MaybeString, licence: z.nullable(z.object({ result: z.string(), checkedOn: z.string() })), formName: MaybeString, previousId: MaybeString, departureReportedOn: MaybeString, jobEventId: MaybeString, reaches: z.boolean(),
  steps: z.array(z.object({ seq: z.number(), kind: z.string(), on: z.string(), precision: z.string(), data: z.record(z.string(), z.unknown()), takenBack: z.boolean(), recordedAt: z.string() })),
  open: z.array(z.string()), supports: z.array(SupportView), supportTotalDong: z.number(), followUps: z.array(FollowUpView), milestones: z.array(MilestoneView), returned: z.nullable(ReturnView), requests: z.array(RequestRowView),
  incidents: z.boolean(), may: May,
});
export type CasePageView = z.infer<typeof CasePageView>;

const Filter = { area: z.string(), on: Day, state: z.optional(z.string()), market: z.optional(z.string()), kept: z.optional(z.string()), year: z.optional(z.string().check(z.regex(/^\d{4}$/))), q: z.optional(z.string()) };
export type CaseFilter = { [K in keyof typeof Filter]?: string | undefined } & { area: string; on: PlainDate };

/** Supports after coming home; those before leaving are in the dated standards. */
export const HOME_SUPPORTS = ["advice", "job", "loan", "training", "skill_recognition", "other"] as const;
export const FOLLOW_OUTCOMES = { abroad: ["working", "changed_employer", "left_contract", "hurt", "unreachable"], home: ["employed", "self_employed", "studying", "jobless", "left_again", "unreachable"] } as const;
export const INCIDENT_KINDS = ["accident", "illness", "death", "contract_left", "unpaid_wages", "abuse", "expelled", "papers_lost", "dispute", "other"] as const;

export const SupportBody = z.object({
  phase: z.enum(["before", "home"]), policy: maybe(z.string()), item: z.string().check(z.minLength(1), z.maxLength(60)), on: Day, amountDong: maybe(Money), quantity: z._default(z.int().check(z.gte(1), z.lte(1000)), 1), reason: maybe(Reason), note: maybe(Long), document: maybe(Text),
});
export type SupportBody = z.infer<typeof SupportBody>;
export const FollowUpBody = z.object({ phase: z.enum(["abroad", "home"]), milestone: z.union([z.literal(3), z.literal(6), z.literal(12)]), on: Day, outcome: z.string(), note: maybe(Long) });
export type FollowUpBody = z.infer<typeof FollowUpBody>;
export const IncidentBody = z.object({ kind: z.enum(INCIDENT_KINDS), on: Day, toldBy: maybe(Text), content: Long, wanted: maybe(Long) });
export type IncidentBody = z.infer<typeof IncidentBody>;
export const IncidentView = z.object({ id: z.string(), kind: z.string(), on: z.string(), toldBy: MaybeString, content: z.string(), wanted: MaybeString, resolvedOn: MaybeString, resolution: MaybeString, recordedAt: z.string() });
export type IncidentView = z.infer<typeof IncidentView>;

export const RequestStepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("askMore"), missing: Long }),
  z.object({ kind: z.literal("supply"), papers: z.array(Text).check(z.maxLength(30)) }),
  z.object({ kind: z.literal("forward"), documentNo: maybe(Text) }),
  z.object({ kind: z.literal("approve"), documentNo: Text, signer: Text, amountDong: Money }),
  z.object({ kind: z.literal("refuse"), documentNo: Text, signer: Text, reason: Long }),
  z.object({ kind: z.literal("pay"), how: Text }),
  z.object({ kind: z.literal("withdraw"), reason: Reason }),
  z.object({ kind: z.literal("takeBack"), reason: Reason }),
]);
export type RequestStepBody = z.infer<typeof RequestStepBody>;

export const BoardView = z.object({
  markets: z.array(z.object({ market: MaybeString, name: MaybeString, before: z.number(), abroad: z.number(), left: z.number(), departedYear: z.number(), departedBefore: z.number(), returnedYear: z.number() })),
  states: z.array(z.object({ state: z.string(), cases: z.number() })),
  followUps: z.array(z.object({ caseId: z.string(), fullName: z.string(), hamlet: z.string(), phase: z.string(), milestone: z.number(), dueOn: z.string() })),
  requests: z.object({ open: z.number(), late: z.number(), soon: z.number() }),
  unkept: z.number(), year: z.number(), may: May,
});
export type BoardView = z.infer<typeof BoardView>;

const Changed = z.object({ state: z.string(), version: z.number() });
const Added = z.object({ id: z.string() });

export const overseasRoutes = {
  overseasStandards: route({ method: "GET", path: "/migration/overseas/standards", summary: "Hình thức đi, thị trường, mức hỗ trợ theo ngày, thủ tục 2.002820, mức chắc chắn", query: z.object({ on: Day }), answer: StandardsView }),
  overseasBoard: route({ method: "GET", path: "/migration/overseas/board", summary: "Lao động đi làm việc ở nước ngoài theo thị trường, việc đến hạn", query: z.object({ area: z.string(), on: Day }), answer: BoardView }),
  overseasSenders: route({ method: "GET", path: "/migration/overseas/senders", summary: "Đơn vị đưa lao động đi trong danh bạ", query: z.object({ q: z.optional(z.string()), on: Day }), answer: z.object({ rows: z.array(z.object({ id: z.string(), name: z.string(), licence: MaybeString, validTo: MaybeString })) }) }),
  overseasRequests: route({
    method: "GET", path: "/migration/overseas/requests", summary: "Hồ sơ hỗ trợ 2.002820 của địa bàn", query: z.object({ area: z.string(), on: Day, state: z.optional(z.string()), due: z.optional(z.string()), page: Page }),
    answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(RequestRowView), may: May }),
  }),
  overseasCases: route({ method: "GET", path: "/migration/overseas", summary: "Hồ sơ lao động đi làm việc ở nước ngoài", query: z.object({ ...Filter, page: Page }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(CaseRowView), may: May }) }),
  exportOverseas: route({ method: "POST", path: "/migration/overseas.xlsx", summary: "Xuất danh sách đúng như đang lọc", body: z.object({ ...Filter, purpose: Reason }), answer: "file" }),
  addWish: route({ method: "POST", path: "/migration/overseas", summary: "Ghi nguyện vọng đi làm việc ở nước ngoài", body: WishBody, answer: z.object({ id: z.string(), identified: z.enum(["found", "ambiguous", "none"]) }) }),
  overseasCase: route({ method: "GET", path: "/migration/overseas/:id", summary: "Một hồ sơ: đang ở bước nào, đã qua những gì, hỗ trợ, theo dõi", params: ById, answer: CasePageView }),
  takeOverseasStep: route({ method: "POST", path: "/migration/overseas/:id/steps", summary: "Ghi một bước", params: ById, body: z.object({ baseVersion: Version, on: Day, precision: z._default(z.enum(["day", "month"]), "day"), step: StepBody }), answer: Changed }),
  amendOverseas: route({ method: "POST", path: "/migration/overseas/:id/facts", summary: "Ghi thông tin hợp đồng, lương, chi phí, nhóm đối tượng", params: ById, body: z.object({ baseVersion: Version, on: Day, facts: FactsBody }), answer: Changed }),
  chooseSender: route({ method: "POST", path: "/migration/overseas/:id/sender", summary: "Chọn đơn vị đưa đi, kiểm tra giấy phép trong ngày", params: ById, body: SenderBody, answer: z.object({ version: z.number(), result: z.string(), number: MaybeString, warning: MaybeString }) }),
  keepOverseas: route({ method: "POST", path: "/migration/overseas/:id/keeper", summary: "Nhận hoặc thôi giữ hồ sơ", params: ById, body: z.object({ baseVersion: Version, deed: z.enum(["take", "release"]), reason: Reason }), answer: Changed }),
  setPassport: route({ method: "POST", path: "/migration/overseas/:id/passport", summary: "Ghi số hộ chiếu (lưu mã hóa)", params: ById, body: z.object({ baseVersion: Version, number: z.string().check(z.trim(), z.minLength(5), z.maxLength(20)) }), answer: z.object({ masked: z.string(), version: z.number() }) }),
  revealPassport: route({ method: "POST", path: "/migration/overseas/:id/passport/reveal", summary: "Xem đủ số hộ chiếu; có ghi lại", params: ById, body: z.object({ purpose: Reason }), answer: z.object({ number: z.string() }) }),
  addOverseasSupport: route({ method: "POST", path: "/migration/overseas/:id/supports", summary: "Ghi một khoản hỗ trợ", params: ById, body: SupportBody, answer: z.object({ id: z.string(), warning: MaybeString }) }),
  voidOverseasSupport: route({ method: "POST", path: "/migration/overseas/:id/supports/:support/void", summary: "Bỏ một khoản hỗ trợ ghi nhầm", params: z.object({ id: Id, support: Id }), body: z.object({ reason: Reason }), answer: Added }),
  addFollowUp: route({ method: "POST", path: "/migration/overseas/:id/follow-ups", summary: "Ghi kết quả theo dõi 3, 6, 12 tháng", params: ById, body: FollowUpBody, answer: Added }),
  incidents: route({ method: "GET", path: "/migration/overseas/:id/incidents", summary: "Sự việc ở nước ngoài; chỉ người giữ hồ sơ và tỉnh", params: ById, answer: z.object({ rows: z.array(IncidentView) }) }),
  addIncident: route({ method: "POST", path: "/migration/overseas/:id/incidents", summary: "Ghi một sự việc", params: ById, body: IncidentBody, answer: Added }),
  resolveIncident: route({ method: "POST", path: "/migration/overseas/:id/incidents/:incident/resolve", summary: "Ghi kết quả xử lý sự việc", params: z.object({ id: Id, incident: Id }), body: z.object({ on: Day, resolution: Long }), answer: Added }),
  receiveOverseasRequest: route({ method: "POST", path: "/migration/overseas/:id/requests", summary: "Tiếp nhận hồ sơ hỗ trợ 2.002820", params: ById, body: z.object({ on: Day, complete: z.boolean(), papers: z._default(z.array(Text).check(z.maxLength(30)), []) }), answer: z.object({ id: z.string(), number: z.number(), dueOn: MaybeString }) }),
  takeRequestStep: route({ method: "POST", path: "/migration/overseas-requests/:id/steps", summary: "Ghi một bước của hồ sơ hỗ trợ", params: ById, body: z.object({ baseVersion: Version, on: Day, step: RequestStepBody }), answer: Changed }),
};
