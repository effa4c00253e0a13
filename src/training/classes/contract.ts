import * as z from "zod/mini";
import { PrintFormat } from "../../papers/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Id, maybe, MaybeNumber, MaybeString, Money, Paging, Reason, ReasonView, Text, Version, Year } from "../fields.ts";
export type { ReasonView } from "../fields.ts";
import { CLASS_STATES } from "../rules/class-state.ts";
import { LEVELS, SECTORS } from "../rules/codes.ts";

const Learners = z.int().check(z.gte(1), z.lte(1000));

const ClassFields = {
  name: Text, tradeCode: Text, providerId: Id, hamletId: maybe(Id), venue: maybe(Text), planId: maybe(Id), fundingLineId: maybe(Id), contractId: maybe(Id), plannedFrom: maybe(Day), plannedTo: maybe(Day), learnersPlanned: Learners,
  costDong: maybe(Money), teacher: maybe(Text), offtaker: maybe(Text),
};
const ClassCode = z.string().check(z.trim(), z.regex(/^[\p{L}\d][\p{L}\d./-]{0,39}$/u));
export const NewClassBody = z.object({ code: ClassCode, unitUid: Text, plannedOn: Day, ...ClassFields });
export type NewClassBody = z.infer<typeof NewClassBody>;
export const ChangeClassBody = z.object({ baseVersion: Version, ...ClassFields });
export type ChangeClassBody = z.infer<typeof ChangeClassBody>;

/** One step of a class; `on` of the body is its day. `reason`: to go on although something stands in the way. */
export const ClassStepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("approve"), decisionNo: Text, reason: maybe(Reason) }),
  z.object({ kind: z.literal("open"), reason: maybe(Reason) }),
  z.object({ kind: z.literal("start"), reason: maybe(Reason) }),
  z.object({ kind: z.literal("exam"), reason: maybe(Reason) }),
  z.object({ kind: z.literal("close"), reason: maybe(Reason) }),
  z.object({ kind: z.literal("settle"), document: Text, reason: maybe(Reason) }),
  z.object({ kind: z.literal("cancel"), reason: Reason }),
  z.object({ kind: z.literal("takeBack"), reason: Reason }),
]);
export type ClassStepBody = z.infer<typeof ClassStepBody>;

export const SplitBody = z.object({
  baseVersion: Version, code: ClassCode, name: Text, ids: z.array(Id).check(z.minLength(1), z.maxLength(200)), on: Day, reason: Reason, teacher: maybe(Text), venue: maybe(Text), costDong: maybe(Money),
});
export type SplitBody = z.infer<typeof SplitBody>;

export const ClassRowView = z.object({
  id: z.string(), code: z.string(), name: z.string(), tradeCode: z.string(), trade: z.string(), sector: z.enum(SECTORS), level: z.enum(LEVELS), providerId: z.string(), provider: z.string(), unitUid: z.string(), unit: z.string(),
  hamlet: MaybeString, state: z.enum(CLASS_STATES), stateOn: z.string(), plannedFrom: MaybeString, plannedTo: MaybeString, openedOn: MaybeString, endedOn: MaybeString, learnersPlanned: z.number(),
  /** `learners` not dropped; `certified` among `passed` */
  learners: z.number(), dropped: z.number(), passed: z.number(), certified: z.number(), costDong: MaybeNumber,
});
export type ClassRowView = z.infer<typeof ClassRowView>;

export const SORTS = ["code", "name", "opened", "learners", "state", "-code", "-name", "-opened", "-learners", "-state"] as const;
const Filter = {
  area: z.string(), on: z.optional(Day), q: z.optional(z.string()), state: z.optional(z.enum([...CLASS_STATES, "active", "taking", "done"])), trade: z.optional(z.string()), provider: z.optional(Id), sector: z.optional(z.enum(SECTORS)), year: z.optional(Year),
  sort: z._default(z.enum(SORTS), "-opened"),
};

export const ClassPageView = z.object({
  row: ClassRowView, version: z.number(), venue: MaybeString, hamletId: MaybeString, planId: MaybeString, fundingLineId: MaybeString, funding: MaybeString, contractId: MaybeString, contract: MaybeString, policyCode: MaybeString, decisionNo: MaybeString,
  decidedOn: MaybeString, teacher: MaybeString, offtaker: MaybeString,
  /** what may be done next, and what stands in its way on the day asked */
  steps: z.array(z.object({ kind: z.string(), reasons: z.array(ReasonView) })),
  history: z.array(z.object({ seq: z.number(), kind: z.string(), on: z.string(), data: z.record(z.string(), z.unknown()), recordedAt: z.string() })),
  /** rules that no text tells, so that they are not asked for */
  unknownRules: z.array(z.string()),
  sessions: z.number(), openDays: z.number(),
  /** lists of allowances of the class, the newest first; `standing`: not made anew since */
  lists: z.array(z.object({ id: z.string(), number: z.number(), state: z.string(), standing: z.boolean() })),
  /** classes that were one with it */
  splits: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  may: z.object({ decide: z.boolean(), run: z.boolean() }),
});
export type ClassPageView = z.infer<typeof ClassPageView>;

export const CLASS_PAPERS = ["learners", "attendance", "results", "certificates", "book"] as const;

export const classRoutes = {
  classes: route({ method: "GET", path: "/training/classes", summary: "Lớp đào tạo nghề của địa bàn hoặc của cơ sở", query: z.object({ ...Filter, ...Paging }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(ClassRowView), may: z.object({ decide: z.boolean(), export: z.boolean() }) }) }),
  exportClasses: route({ method: "POST", path: "/training/classes.xlsx", summary: "Xuất danh sách lớp đúng như đang lọc", body: z.object(Filter), answer: "file" }),
  planClass: route({ method: "POST", path: "/training/classes", summary: "Lập lớp dự kiến", body: NewClassBody, answer: z.object({ id: z.string(), version: z.number() }) }),
  trainingClass: route({ method: "GET", path: "/training/classes/:id", summary: "Một lớp: đang ở bước nào, làm được gì tiếp, còn vướng gì", params: ById, query: z.object({ on: z.optional(Day) }), answer: ClassPageView }),
  changeClass: route({ method: "POST", path: "/training/classes/:id", summary: "Sửa thông tin lớp", params: ById, body: ChangeClassBody, answer: z.object({ version: z.number() }) }),
  takeClassStep: route({ method: "POST", path: "/training/classes/:id/steps", summary: "Ghi một bước của lớp", params: ById, body: z.object({ baseVersion: Version, on: Day, step: ClassStepBody }), answer: z.object({ state: z.string(), version: z.number() }) }),
  splitClass: route({ method: "POST", path: "/training/classes/:id/split", summary: "Tách lớp: chuyển những học viên đã chọn sang một lớp mới", params: ById, body: SplitBody, answer: z.object({ id: z.string(), moved: z.number() }) }),
  printClass: route({ method: "POST", path: "/training/classes/:id/papers", summary: "Danh sách học viên, sổ theo dõi, kết quả, chứng chỉ, sổ cấp chứng chỉ", params: ById, body: z.object({ paper: z.enum(CLASS_PAPERS), month: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}$/))), format: PrintFormat }), answer: "file" }),
};
