import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../kernel/date.ts";
import { PrintFormat } from "../papers/contract.ts";
import { route } from "../platform/http/contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));

// ---- an answer in words --------------------------------------------------------------------------------------------

export const ANSWERS = ["eligible", "not_eligible", "missing"] as const;

/** One thing compared. `compared`: the value known, null when it is not; `holds` null: could not be compared. */
export const ReasonView = z.object({
  fact: z.string(), holds: z.nullable(z.boolean()),
  compared: z.nullable(z.union([z.string(), z.number(), z.boolean(), z.object({ from: z.number(), to: z.number() })])),
  since: z.nullable(z.string()), until: z.nullable(z.string()), text: z.string(),
});
export type ReasonView = z.infer<typeof ReasonView>;

export const BenefitView = z.object({
  kind: z.string(), text: z.string(),
  /** whole đồng; null: none, or not known */
  amount: z.nullable(z.number()), amountText: z.nullable(z.string()), amountMark: z.nullable(z.string()),
  values: z.array(z.object({
    id: z.string(), name: z.string(), text: z.string(), value: z.nullable(z.number()), unit: z.string(), bound: z.string(), per: z.nullable(z.string()), certainty: z.string(), mark: z.nullable(z.string()),
    clause: z.nullable(z.string()), note: z.nullable(z.string()),
  })),
});
export type BenefitView = z.infer<typeof BenefitView>;

const Named = z.object({ policy: z.string(), title: z.string() });
const found = {
  status: z.enum(ANSWERS), answer: z.string(),
  /** eligible, and no better one of the same group is given */
  applies: z.boolean(),
  /** false: no rule of that day may be used */
  active: z.boolean(),
  instead: z.nullable(Named), maybeBetter: z.array(Named), way: z.nullable(z.string()),
  certainty: z.string(), mark: z.nullable(z.string()), clause: z.nullable(z.string()), reasons: z.array(ReasonView), missing: z.array(z.object({ field: z.string(), text: z.string() })),
  benefit: BenefitView, warnings: z.array(z.string()),
};
export const PersonEligibility = z.object({ index: z.number(), name: z.nullable(z.string()), ...found });
export type PersonEligibility = z.infer<typeof PersonEligibility>;

/** One policy for a household; of a policy for persons the best answer among its people, who stand in `persons`. */
export const PolicyAnswerView = z.object({
  policy: z.string(), title: z.string(), subject: z.enum(["household", "person"]), scope: z.string(), receiver: z.nullable(z.string()), group: z.nullable(z.string()),
  period: z.nullable(z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()) })), ends: z.string(),
  ...found, persons: z.array(PersonEligibility),
});
export type PolicyAnswerView = z.infer<typeof PolicyAnswerView>;

export const EligibilityView = z.object({
  on: z.string(), subject: z.enum(["household", "person"]), status: z.nullable(z.string()), statusName: z.string(), summary: z.string(),
  counts: z.object({ eligible: z.number(), notEligible: z.number(), missing: z.number() }), unusedFields: z.array(z.string()), policies: z.array(PolicyAnswerView),
});
export type EligibilityView = z.infer<typeof EligibilityView>;

// ---- a household of the register -----------------------------------------------------------------------------------

const Id = z.string().check(z.uuid());
const Code = z.string().check(z.regex(/^[a-zA-Z][\w.]{1,80}$/));
const Text = z.string().check(z.trim(), z.minLength(2), z.maxLength(500));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const PageNumber = z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000)), 1);
const Dong = z.int().check(z.minimum(0), z.maximum(1_000_000_000_000));
const ById = z.object({ id: Id });
const Done = z.object({ id: z.string() });
const FileName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const WHICH = ["full", "changes"] as const;
const Yes = z.optional(z.literal("1"));
export const PER_PAGE = 50;

export const HouseholdEligibility = z.object({
  ...EligibilityView.shape, householdId: z.string(), headName: z.string(), hamlet: z.string(),
  /** in the order of `persons[].index` */
  personIds: z.array(z.string()), may: z.object({ answer: z.boolean() }),
});
export type HouseholdEligibility = z.infer<typeof HouseholdEligibility>;

/** An answer to a policy's question: yes or no (`holds`), or a number (`amount`), from a day on; `source`: how the officer knows. */
export const AnswerFact = z.object({ code: Code, personId: z.nullable(Id), holds: z.nullable(z.boolean()), amount: z.nullable(z.int().check(z.minimum(0), z.maximum(1_000_000))), source: Text, from: Day });
export type AnswerFact = z.infer<typeof AnswerFact>;

// ---- what is in force, what a commune is ---------------------------------------------------------------------------

const Legal = { mark: z.nullable(z.string()), clause: z.nullable(z.string()), note: z.nullable(z.string()) };
export const POLICY_STATES = ["active", "ruleUnknown", "startUnknown", "noRuleThen", "notBegun", "ended"] as const;
export const PolicyView = z.object({
  id: z.string(), title: z.string(), subject: z.enum(["household", "person"]), scope: z.string(), group: z.nullable(z.string()), receiver: z.nullable(z.string()), receiverName: z.nullable(z.string()),
  answers: z.array(z.string()), state: z.enum(POLICY_STATES), note: z.nullable(z.string()), ends: z.string(),
  validity: z.array(z.object({ from: z.nullable(z.string()), to: z.nullable(z.string()), ...Legal })),
  ways: z.array(z.object({ name: z.string(), ...Legal, conditions: z.array(z.string()), benefit: BenefitView })),
});
export type PolicyView = z.infer<typeof PolicyView>;

export const CommuneAttribute = z.object({ id: z.string(), unitUid: z.string(), unit: z.string(), code: z.string(), holds: z.boolean(), document: z.string(), from: z.string(), to: z.nullable(z.string()) });
export type CommuneAttribute = z.infer<typeof CommuneAttribute>;
export const SetAttribute = z.object({ unitUid: z.string(), code: Code, holds: z.boolean(), document: Text, from: Day, to: z.nullable(Day) });
export type SetAttribute = z.infer<typeof SetAttribute>;

const Choice = z.object({ code: z.string(), name: z.string() });
export const Catalogue = z.object({
  on: z.string(), policies: z.array(PolicyView), receivers: z.array(Choice), communeFacts: z.array(z.object({ code: z.string(), name: z.string(), question: z.string() })), attributes: z.array(CommuneAttribute),
  may: z.object({ keep: z.boolean(), enter: z.boolean() }),
});
export type Catalogue = z.infer<typeof Catalogue>;

// ---- lists ---------------------------------------------------------------------------------------------------------

export const MakeList = z.object({ area: z.string(), policy: Code, receiver: Code, on: Day, period: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)) });
export type MakeList = z.infer<typeof MakeList>;

const Counts = z.object({ eligible: z.number(), instead: z.number(), missing: z.number(), notEligible: z.number() });
const ReplyCounts = z.object({ matched: z.number(), notFound: z.number(), differs: z.number(), absent: z.number() });
export const ListView = z.object({
  id: z.string(), unitUid: z.string(), unit: z.string(), policy: z.string(), policyTitle: z.string(), receiver: z.string(), receiverName: z.string(), on: z.string(), period: z.string(), baseId: z.nullable(z.string()),
  counts: Counts, sentOn: z.nullable(z.string()), sentNo: z.nullable(z.string()), repliedOn: z.nullable(z.string()), replyCounts: z.nullable(ReplyCounts),
});
export type ListView = z.infer<typeof ListView>;

export const LINE_KINDS = ["added", "removed", "changed", "same"] as const;
export const LineView = z.object({
  householdId: z.string(), personId: z.nullable(z.string()), kind: z.enum(LINE_KINDS), change: z.string(), name: z.string(), headName: z.string(), birth: z.string(), masked: z.string(), hamlet: z.string(),
  class: z.string(), way: z.string(), amount: z.nullable(z.number()), differs: z.array(z.string()),
});
export type LineView = z.infer<typeof LineView>;
export const ListPage = z.object({ list: ListView, changes: z.object({ added: z.number(), removed: z.number(), changed: z.number(), same: z.number() }), total: z.number(), rows: z.array(LineView), may: z.object({ keep: z.boolean() }) });
export type ListPage = z.infer<typeof ListPage>;

/** `numbers`: whole identity numbers, for a purpose that is written down. */
export const ExportList = z.object({ which: z.enum(WHICH), numbers: z._default(z.boolean(), false), purpose: Reason });

export const ReplyRow = z.object({
  kind: z.enum(["matched", "notFound", "differs", "absent"]), sheet: z.string(), row: z.number(), name: z.string(), hamlet: z.string(), householdId: z.nullable(z.string()), differs: z.array(z.string()),
});
export type ReplyRow = z.infer<typeof ReplyRow>;
/** Rows that are not plainly matched, the first 500. */
export const ReplyView = z.object({ token: z.string(), counts: ReplyCounts, rows: z.array(ReplyRow) });

// ---- ledger --------------------------------------------------------------------------------------------------------

export const EnterReceipt = z.object({
  householdId: Id, personId: z.nullable(Id), policy: Code, receivedOn: Day, period: z.nullable(z.string().check(z.trim(), z.maxLength(60))), valueDong: z.nullable(Dong),
  quantity: z.nullable(z.number().check(z.positive(), z.maximum(1_000_000_000))), unit: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(40))), document: Text,
  note: z.nullable(z.string().check(z.trim(), z.maxLength(500))), /** where the records do not say that it was entitled */ reason: z.nullable(Reason),
});
export type EnterReceipt = z.infer<typeof EnterReceipt>;

export const ReceiptRow = z.object({
  id: z.string(), householdId: z.string(), personId: z.nullable(z.string()), headName: z.string(), personName: z.nullable(z.string()), hamlet: z.string(), policy: z.string(), policyTitle: z.string(), receivedOn: z.string(),
  period: z.nullable(z.string()), valueDong: z.nullable(z.number()), quantity: z.nullable(z.number()), unit: z.nullable(z.string()), document: z.string(), note: z.nullable(z.string()),
});
export type ReceiptRow = z.infer<typeof ReceiptRow>;
const receiptQuery = { area: z.string(), on: Day, policy: z.optional(Code), from: z.optional(Day), to: z.optional(Day), q: z.optional(z.string().check(z.trim(), z.maxLength(100))) };
export const Receipts = z.object({ total: z.number(), dong: z.number(), rows: z.array(ReceiptRow), may: z.object({ keep: z.boolean(), enter: z.boolean() }) });

export const ImportCounts = z.object({ lines: z.number(), fresh: z.number(), twice: z.number(), rejected: z.number(), dong: z.number() });
export type ImportCounts = z.infer<typeof ImportCounts>;
export const LineProblem = z.object({ severity: z.enum(["error", "warning", "note"]), sheet: z.string(), cell: z.string(), row: z.number(), text: z.string() });
/** Problems: the first 200; all are in the marked copy. */
export const ImportView = z.object({ token: z.string(), fileName: z.string(), counts: ImportCounts, problems: z.array(LineProblem), fields: z.array(z.string()) });

export const GapRow = z.object({ householdId: z.string(), personId: z.nullable(z.string()), name: z.string(), headName: z.string(), birth: z.string(), hamlet: z.string(), class: z.string(), amount: z.nullable(z.number()) });
export const GapsView = z.object({ eligible: z.number(), received: z.number(), missing: z.number(), total: z.number(), rows: z.array(GapRow) });
const gapsQuery = { area: z.string(), policy: Code, on: Day, from: Day, to: Day };

// ---- confirmations -------------------------------------------------------------------------------------------------

export const STATUS_CODES = ["poor", "near_poor", "none", "unknown"] as const;
export const StatusFound = z.object({
  householdId: z.string(), on: z.string(), headName: z.string(), hamlet: z.string(), unit: z.string(), address: z.nullable(z.string()), class: z.enum(STATUS_CODES), statusId: z.nullable(z.string()),
  decisionNo: z.nullable(z.string()), decisionDate: z.nullable(Day), signer: z.nullable(z.string()), from: z.nullable(z.string()), to: z.nullable(z.string()),
  members: z.array(z.object({ personId: z.string(), fullName: z.string(), birth: z.string(), masked: z.nullable(z.string()), relation: z.string() })),
});
export type StatusFound = z.infer<typeof StatusFound>;
/** `householdId` null: somebody who is in no record. */
export const Confirm = z.object({ area: z.string(), householdId: z.nullable(Id), personId: z.nullable(Id), askedName: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)), on: Day, purpose: Reason, signer: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)) });
export type Confirm = z.infer<typeof Confirm>;
export const ConfirmationView = z.object({
  id: z.string(), unitUid: z.string(), number: z.number(), year: z.number(), householdId: z.nullable(z.string()), askedName: z.string(), on: z.string(), class: z.enum(STATUS_CODES), purpose: z.string(), signer: z.string(), text: z.string(), issuedOn: z.string(),
});
export type ConfirmationView = z.infer<typeof ConfirmationView>;

export const supportRoutes = {
  catalogue: route({ method: "GET", path: "/support/policies", summary: "Chính sách đang dùng và thuộc tính của xã", query: z.object({ on: Day, area: z.string() }), answer: Catalogue }),
  setAttribute: route({ method: "POST", path: "/support/attributes", summary: "Ghi thuộc tính của xã theo văn bản", body: SetAttribute, answer: Done }),
  eligibility: route({ method: "GET", path: "/support/households/:id", summary: "Hộ và thành viên được hưởng gì vào một ngày", params: ById, query: z.object({ on: Day }), answer: HouseholdEligibility }),
  answerFact: route({ method: "POST", path: "/support/households/:id/facts", summary: "Trả lời câu hỏi của chính sách", params: ById, body: AnswerFact, answer: Done }),
  lists: route({ method: "GET", path: "/support/lists", summary: "Danh sách đã lập", query: z.object({ area: z.string(), on: Day, policy: z.optional(Code) }), answer: z.object({ lists: z.array(ListView), may: z.object({ keep: z.boolean() }) }) }),
  makeList: route({ method: "POST", path: "/support/lists", summary: "Lập danh sách gửi nơi nhận", body: MakeList, answer: Done }),
  list: route({ method: "GET", path: "/support/lists/:id", summary: "Một danh sách, so với lần gửi trước", params: ById, query: z.object({ kind: z.optional(z.enum(LINE_KINDS)), page: PageNumber }), answer: ListPage }),
  sendList: route({ method: "POST", path: "/support/lists/:id/sent", summary: "Ghi đã gửi", params: ById, body: z.object({ sentOn: Day, sentNo: z.nullable(z.string().check(z.trim(), z.maxLength(60))) }), answer: Done }),
  voidList: route({ method: "POST", path: "/support/lists/:id/void", summary: "Hủy danh sách lập sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  exportList: route({ method: "POST", path: "/support/lists/:id/export", summary: "Xuất danh sách", params: ById, body: ExportList, answer: "file" }),
  fillForm: route({ method: "POST", path: "/support/lists/:id/fill", summary: "Điền mẫu của nơi nhận", params: ById, query: z.object({ which: z.enum(WHICH), numbers: Yes, purpose: Reason }), body: "bytes", answer: "file" }),
  reconcile: route({ method: "POST", path: "/support/lists/:id/replies", summary: "Đối chiếu tệp gửi về", params: ById, query: z.object({ fileName: FileName }), body: "bytes", answer: ReplyView }),
  markedReply: route({ method: "GET", path: "/support/replies/:id/marked", summary: "Tệp gửi về có đánh dấu", params: ById, answer: "file" }),
  receipts: route({ method: "GET", path: "/support/receipts", summary: "Sổ hỗ trợ", query: z.object({ ...receiptQuery, page: PageNumber }), answer: Receipts }),
  householdReceipts: route({ method: "GET", path: "/support/households/:id/receipts", summary: "Hộ đã nhận gì", params: ById, answer: Receipts }),
  enterReceipt: route({ method: "POST", path: "/support/receipts", summary: "Ghi một lượt nhận", body: EnterReceipt, answer: Done }),
  voidReceipt: route({ method: "POST", path: "/support/receipts/:id/void", summary: "Hủy lượt nhận ghi sai", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  exportReceipts: route({ method: "POST", path: "/support/receipts/export", summary: "Xuất sổ hỗ trợ", body: z.object({ ...receiptQuery, purpose: Reason }), answer: "file" }),
  readReceipts: route({
    method: "POST", path: "/support/receipts/imports", summary: "Đọc thử danh sách đã nhận: chưa ghi gì",
    query: z.object({ fileName: FileName, area: z.string(), policy: z.optional(Code), receivedOn: z.optional(Day), document: z.optional(Text) }), body: "bytes", answer: ImportView,
  }),
  commitReceipts: route({ method: "POST", path: "/support/receipts/imports/:id/commit", summary: "Ghi danh sách đã nhận", params: ById, answer: z.object({ batchId: z.string(), added: z.number(), twice: z.number() }) }),
  markedReceipts: route({ method: "GET", path: "/support/receipts/imports/:id/marked", summary: "Tệp có đánh dấu lỗi", params: ById, answer: "file" }),
  gaps: route({ method: "GET", path: "/support/gaps", summary: "Đủ điều kiện nhưng chưa nhận", query: z.object({ ...gapsQuery, page: PageNumber }), answer: GapsView }),
  exportGaps: route({ method: "POST", path: "/support/gaps/export", summary: "Xuất danh sách chưa nhận", body: z.object({ ...gapsQuery, purpose: Reason }), answer: "file" }),
  statusOf: route({ method: "GET", path: "/support/households/:id/status", summary: "Tình trạng của hộ vào một ngày", params: ById, query: z.object({ on: Day }), answer: StatusFound }),
  confirmations: route({ method: "GET", path: "/support/confirmations", summary: "Giấy xác nhận đã cấp", query: z.object({ area: z.string(), on: Day, page: PageNumber }), answer: z.object({ total: z.number(), rows: z.array(ConfirmationView), may: z.object({ keep: z.boolean() }) }) }),
  confirmStatus: route({ method: "POST", path: "/support/confirmations", summary: "Cấp giấy xác nhận", body: Confirm, answer: Done }),
  printConfirmation: route({ method: "POST", path: "/support/confirmations/:id/print", summary: "In giấy xác nhận", params: ById, body: z.object({ format: PrintFormat }), answer: "file" }),
};
