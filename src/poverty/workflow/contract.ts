import { ActivePackView } from "../score-pack/contract.ts";
import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";
import { AssessmentBody, RoundView } from "../contract.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Text = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));
const Long = z.string().check(z.trim(), z.minLength(1), z.maxLength(2000));
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Count = z.int().check(z.gte(0), z.lte(100_000));
const Version = z.int().check(z.gte(1));
const MaybeText = z.optional(z.nullable(Text));
const MaybeDay = z.optional(z.nullable(Day));
const Done = z.object({ id: z.string() });
const Changed = z.object({ version: z.number() });
const ById = z.object({ id: Id });
const PageText = z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(100_000)), 1);
const MaybeString = z.nullable(z.string());

export const SetupBody = z.object({
  planNo: MaybeText, planDate: MaybeDay, committeeNo: MaybeText, committeeDate: MaybeDay, formRate: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(100_000_000)))), formRateDocument: MaybeText,
  opinionLevel: z.optional(z.nullable(z.enum(["district", "province"]))), opinionMode: z.optional(z.nullable(z.enum(["opinion", "approve", "inform", "none"]))), opinionDocument: MaybeText,
});
export type SetupBody = z.infer<typeof SetupBody>;
export const StaffBody = z.object({ kind: z.enum(["committee", "surveyor"]), fullName: Text, position: MaybeText, task: MaybeText });
export const TrainingBody = z.object({ heldOn: Day, place: Text, content: Text, staffIds: z.array(Id).check(z.maxLength(500)) });
export const MilestoneBody = z.object({ code: Text, dueOn: Day, document: Text });
export const HamletBody = z.object({ hamletId: Id, headName: MaybeText, surveyorIds: z.array(Id).check(z.maxLength(50)), formsGiven: Count, formsGivenOn: MaybeDay, formsBack: Count });

const Asked = z.object({ level: z.string(), mode: z.string(), known: z.boolean(), document: MaybeString });
const OpinionView = z.object({
  id: z.string(), resultSetId: z.string(), level: z.string(), mode: z.string(), reportNo: z.string(), reportedOn: z.string(), dueOn: MaybeString, replyNo: MaybeString, repliedOn: MaybeString,
  agreed: z.nullable(z.boolean()), content: MaybeString,
});
export const MilestoneView = z.object({ code: z.string(), name: z.string(), dueOn: MaybeString, from: z.enum(["round", "province", "process", "none"]), document: MaybeString, certainty: MaybeString, id: MaybeString });
export type MilestoneView = z.infer<typeof MilestoneView>;
export const StaffView = z.object({ id: z.string(), kind: z.enum(["committee", "surveyor"]), fullName: z.string(), position: MaybeString, task: MaybeString });
export type StaffView = z.infer<typeof StaffView>;
/** A term of the process with how sure it is; `value` null: not known. */
const TermView = z.object({ value: z.nullable(z.number()), unit: z.string(), certainty: z.string() });

export const RoundPageView = z.object({
  round: RoundView, covered: z.boolean(), processId: z.string(), processName: z.string(),
  setup: z.object({
    planNo: MaybeString, planDate: MaybeString, committeeNo: MaybeString, committeeDate: MaybeString, formRate: z.nullable(z.number()), formRateDocument: MaybeString,
    opinionLevel: z.nullable(z.enum(["district", "province"])), opinionMode: z.nullable(z.enum(["opinion", "approve", "inform", "none"])), opinionDocument: MaybeString, version: z.number(),
  }),
  asked: Asked, agreePercent: z.nullable(z.number()), terms: z.object({ posting: TermView, recheck: TermView, reposting: TermView, opinion: TermView }),
  staff: z.array(StaffView), trainings: z.array(z.object({ id: z.string(), heldOn: z.string(), place: z.string(), content: z.string(), staffIds: z.array(z.string()) })),
  milestones: z.array(MilestoneView), opinions: z.array(OpinionView), may: z.object({ review: z.boolean(), survey: z.boolean(), recognise: z.boolean(), secondSet: z.boolean() }),
});
export type RoundPageView = z.infer<typeof RoundPageView>;

export const HamletProgressView = z.object({
  hamletId: z.string(), hamlet: z.string(), headName: MaybeString, surveyorIds: z.array(z.string()), formsGiven: z.number(), formsGivenOn: MaybeString, formsBack: z.number(), total: z.number(),
  states: z.partialRecord(z.string(), z.number()), incomplete: z.number(), revisit: z.number(), meetingOn: MaybeString, meetingSigned: z.boolean(), postedTo: MaybeString, postingSigned: z.boolean(),
});
export type HamletProgressView = z.infer<typeof HamletProgressView>;

export const CaseRowView = z.object({
  id: z.string(), householdId: z.string(), headName: z.string(), localCode: MaybeString, hamlet: z.string(), hamletId: z.string(), origin: z.string(), state: z.string(), stateOn: z.string(),
  previousClass: z.string(), class: MaybeString, className: MaybeString, list: MaybeString, scoreIncome: z.nullable(z.number()), scoreDeprivation: z.nullable(z.number()), surveyedOn: MaybeString, members: z.number(),
  complaintDue: MaybeString, flags: z.array(z.string()), note: MaybeString, version: z.number(),
});
export type CaseRowView = z.infer<typeof CaseRowView>;

/** What the form of a standard asks: indicators with the words of their thresholds (`active` false: not known yet), causes. */
export const SurveyForm = z.object({
  ruleset: z.string(), rulesetName: z.string(), step: z.nullable(z.number()),
  indicators: z.array(z.object({ code: z.string(), dimension: z.string(), name: z.string(), deprivedWhen: MaybeString, active: z.boolean() })), causes: z.array(z.object({ code: z.string(), name: z.string() })),
  /** the table of points in force for the type of area where the household lives; null: B1 is typed */
  pack: z.nullable(ActivePackView),
  /** members below 16 today, with the indicators asked of each; `since`: first day in the household */
  children: z.array(z.object({ personId: z.string(), fullName: z.string(), birthYear: z.number(), since: z.string(), asked: z.array(z.string()) })),
});
export type SurveyForm = z.infer<typeof SurveyForm>;
export const EnteredView = z.object({
  surveyedOn: z.string(), scoreIncome: z.nullable(z.number()), scoreDeprivation: z.nullable(z.number()), deprivations: z.nullable(z.array(z.string())), causes: z.array(z.string()), evidence: MaybeString,
  evidenceFile: MaybeString, areaType: MaybeString, answers: z.nullable(z.record(z.string(), z.string())),
  children: z.nullable(z.array(z.object({ personId: z.string(), lacks: z.array(z.string()) }))), reasons: z.array(z.string()),
});
export type EnteredView = z.infer<typeof EnteredView>;

export const CasePageView = z.object({
  row: CaseRowView, roundId: z.string(), roundName: z.string(), resultSetId: z.string(), form: SurveyForm, entered: z.nullable(EnteredView),
  surveyors: z.array(z.object({ id: z.string(), fullName: z.string() })), may: z.object({ review: z.boolean(), survey: z.boolean() }),
  steps: z.array(z.object({ seq: z.number(), kind: z.string(), on: z.string(), data: z.record(z.string(), z.unknown()), recordedAt: z.string() })), open: z.array(z.string()),
});
export type CasePageView = z.infer<typeof CasePageView>;

/** What a visit found; `surveyorId` is one of the round's surveyors. */
export const SurveyBody = z.extend(z.omit(AssessmentBody, { householdId: true, resultSetId: true }), { baseVersion: Version, surveyorId: Id });
export type SurveyBody = z.infer<typeof SurveyBody>;
const Found = z.omit(AssessmentBody, { householdId: true, resultSetId: true });

export const DeedBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("quickCheck"), passed: z.boolean(), reason: z.optional(Reason) }),
  z.object({ kind: z.literal("fileRequest"), formNo: Text, receivedOn: Day }),
  ...(["notVisited", "sendBack", "withdraw", "moveAway", "duplicate", "reopen"] as const).map((kind) => z.object({ kind: z.literal(kind), reason: Reason })),
  z.object({ kind: z.literal("complain"), content: Long, by: Text }),
]);
export type DeedBody = z.infer<typeof DeedBody>;

export const MeetingBody = z.object({
  resultSetId: Id, hamletId: Id, heldOn: Day, place: Text, chair: Text, secretary: Text, invited: z.optional(z.nullable(Count)), present: z.int().check(z.gte(1), z.lte(100_000)), reviewedPresent: z.optional(z.nullable(Count)),
  agree: Count, disagree: Count, opinions: z.optional(z.nullable(Long)),
  singles: z._default(z.array(z.object({ caseId: Id, agree: Count, disagree: Count, note: MaybeText })).check(z.maxLength(2000)), []),
});
export type MeetingBody = z.infer<typeof MeetingBody>;
export const MeetingView = z.object({
  id: z.string(), resultSetId: z.string(), hamletId: z.string(), hamlet: z.string(), heldOn: z.string(), place: z.string(), chair: z.string(), secretary: z.string(), invited: z.nullable(z.number()), present: z.number(),
  reviewedPresent: z.nullable(z.number()), agree: z.number(), disagree: z.number(), opinions: MaybeString, file: MaybeString, voided: MaybeString,
  singles: z.array(z.object({ caseId: z.string(), headName: z.string(), agree: z.number(), disagree: z.number(), note: MaybeString })),
});
export type MeetingView = z.infer<typeof MeetingView>;

export const PostingBody = z.object({ resultSetId: Id, hamletIds: z.array(Id).check(z.minLength(1), z.maxLength(500)), kind: z.enum(["first", "again"]), places: Text, fromOn: Day, toOn: Day, reason: z.optional(z.nullable(Reason)) });
export type PostingBody = z.infer<typeof PostingBody>;
export const PostingView = z.object({
  id: z.string(), resultSetId: z.string(), hamletId: z.string(), hamlet: z.string(), kind: z.string(), places: z.string(), fromOn: z.string(), toOn: z.string(), reason: MaybeString, file: MaybeString, voided: MaybeString,
});
export type PostingView = z.infer<typeof PostingView>;

const OfSet = z.object({ set: Id });

export const workflowRoutes = {
  roundPage: route({ method: "GET", path: "/poverty/rounds/:id", summary: "Một đợt rà soát: kế hoạch, ban chỉ đạo, rà soát viên, mốc thời gian", params: ById, answer: RoundPageView }),
  saveSetup: route({ method: "PUT", path: "/poverty/rounds/:id/setup", summary: "Ghi kế hoạch, ban chỉ đạo, định mức, cấp cho ý kiến", params: ById, body: z.object({ baseVersion: Version, setup: SetupBody }), answer: Changed }),
  addStaff: route({ method: "POST", path: "/poverty/rounds/:id/staff", summary: "Thêm thành viên ban chỉ đạo hoặc rà soát viên", params: ById, body: StaffBody, answer: Done }),
  addTraining: route({ method: "POST", path: "/poverty/rounds/:id/trainings", summary: "Ghi buổi tập huấn rà soát viên", params: ById, body: TrainingBody, answer: Done }),
  setMilestone: route({ method: "PUT", path: "/poverty/rounds/:id/milestones", summary: "Đặt mốc thời gian theo kế hoạch", params: ById, body: MilestoneBody, answer: Done }),
  takeBackEntry: route({
    method: "POST", path: "/poverty/rounds/:id/take-back", summary: "Bỏ người, mốc hoặc buổi tập huấn ghi nhầm", params: ById, body: z.object({ what: z.enum(["staff", "milestone", "training"]), entryId: Id, reason: Reason }), answer: Done,
  }),
  saveHamlet: route({ method: "PUT", path: "/poverty/rounds/:id/hamlets", summary: "Phân công rà soát viên và phát phiếu cho ấp", params: ById, body: HamletBody, answer: Done }),
  progress: route({
    method: "GET", path: "/poverty/rounds/:id/progress", summary: "Tiến độ từng ấp, phiếu hoàn thành của rà soát viên", params: ById, query: OfSet,
    answer: z.object({ hamlets: z.array(HamletProgressView), surveyors: z.array(z.object({ id: z.string(), fullName: z.string(), forms: z.number(), amount: z.nullable(z.number()) })) }),
  }),
  takeList: route({ method: "POST", path: "/poverty/rounds/:id/list", summary: "Lập danh sách hộ cần rà soát từ danh sách đã công nhận", params: ById, body: z.object({ on: Day }), answer: z.object({ added: z.number(), listed: z.number() }) }),
  addCase: route({
    method: "POST", path: "/poverty/rounds/:id/cases", summary: "Thêm một hộ vào danh sách rà soát", params: ById,
    body: z.object({ householdId: Id, on: Day, request: z.optional(z.object({ formNo: Text, receivedOn: Day })) }), answer: z.object({ ids: z.array(z.string()) }),
  }),
  cases: route({
    method: "GET", path: "/poverty/rounds/:id/cases", summary: "Các hộ trong đợt rà soát", params: ById,
    query: z.object({
      set: Id, hamlet: z.optional(Id), state: z.optional(z.string()), flag: z.optional(z.string()), list: z.optional(z.string()), q: z.optional(z.string()), page: PageText,
      perPage: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(500)), 50),
    }),
    answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(CaseRowView) }),
  }),
  exportCases: route({
    method: "POST", path: "/poverty/rounds/:id/cases.xlsx", summary: "Xuất các hộ trong đợt rà soát", params: ById,
    body: z.object({ set: Id, hamlet: z.optional(Id), state: z.optional(z.string()), flag: z.optional(z.string()), list: z.optional(z.string()), q: z.optional(z.string()), purpose: Reason }), answer: "file",
  }),
  case: route({ method: "GET", path: "/poverty/cases/:id", summary: "Một hộ trong đợt rà soát: đang ở bước nào, đã qua những gì", params: ById, answer: CasePageView }),
  householdCases: route({
    method: "GET", path: "/poverty/households/:id/cases", summary: "Các lần rà soát của một hộ", params: ById,
    answer: z.object({ cases: z.array(z.object({ id: z.string(), roundId: z.string(), year: z.number(), ruleset: z.string(), statusYear: z.number(), state: z.string(), stateOn: z.string(), class: MaybeString })) }),
  }),
  survey: route({
    method: "POST", path: "/poverty/cases/:id/survey", summary: "Ghi kết quả khảo sát một hộ", params: ById, body: SurveyBody,
    answer: z.object({ assessmentId: z.string(), class: MaybeString, list: MaybeString, version: z.number(), warnings: z.array(z.object({ code: z.string(), text: z.string() })) }),
  }),
  deed: route({
    method: "POST", path: "/poverty/cases/:id/deeds", summary: "Ghi một việc của một hộ: vắng nhà, trả lại, khiếu nại, rút đơn…", params: ById, body: z.object({ baseVersion: Version, on: Day, deed: DeedBody }),
    answer: z.object({ version: z.number(), state: z.string() }),
  }),
  recheck: route({
    method: "POST", path: "/poverty/cases/:id/recheck", summary: "Ghi kết quả phúc tra", params: ById, body: z.object({ baseVersion: Version, on: Day, content: Long, found: z.optional(Found) }),
    answer: z.object({ version: z.number(), class: MaybeString }),
  }),
  keepFormPhoto: route({ method: "POST", path: "/poverty/cases/:id/photo", summary: "Giữ ảnh phiếu của hộ", params: ById, body: "bytes", answer: z.object({ sha256: z.string() }) }),
  meetings: route({ method: "GET", path: "/poverty/rounds/:id/meetings", summary: "Các cuộc họp ấp", params: ById, query: z.object({ set: Id, hamlet: z.optional(Id) }), answer: z.object({ meetings: z.array(MeetingView) }) }),
  recordMeeting: route({ method: "POST", path: "/poverty/rounds/:id/meetings", summary: "Ghi biên bản họp ấp", params: ById, body: MeetingBody, answer: z.object({ id: z.string(), met: z.number(), sentBack: z.number() }) }),
  takeBackMeeting: route({ method: "POST", path: "/poverty/meetings/:id/take-back", summary: "Bỏ biên bản họp ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: Done }),
  signMeeting: route({ method: "PUT", path: "/poverty/meetings/:id/file", summary: "Ảnh trang ký của biên bản họp", params: ById, body: "bytes", answer: z.object({ sha256: z.string() }) }),
  postings: route({ method: "GET", path: "/poverty/rounds/:id/postings", summary: "Các lần niêm yết", params: ById, query: z.object({ set: Id, hamlet: z.optional(Id) }), answer: z.object({ postings: z.array(PostingView) }) }),
  recordPosting: route({ method: "POST", path: "/poverty/rounds/:id/postings", summary: "Ghi niêm yết kết quả", params: ById, body: PostingBody, answer: z.object({ ids: z.array(z.string()), posted: z.number() }) }),
  postingEnd: route({
    method: "GET", path: "/poverty/working-days", summary: "Ngày cuối của thời hạn theo ngày làm việc", query: z.object({ from: Day, term: z.enum(["posting", "recheck", "reposting", "opinion"]) }),
    answer: z.object({ endsOn: MaybeString, value: z.nullable(z.number()), certainty: z.string(), calendarKnown: z.boolean() }),
  }),
  signPosting: route({ method: "PUT", path: "/poverty/postings/:id/file", summary: "Ảnh trang ký niêm yết", params: ById, body: "bytes", answer: z.object({ sha256: z.string() }) }),
  report: route({ method: "POST", path: "/poverty/rounds/:id/report", summary: "Báo cáo xin ý kiến trước khi công nhận", params: ById, body: z.object({ resultSetId: Id, reportNo: Text, reportedOn: Day }), answer: z.object({ id: z.string(), dueOn: MaybeString }) }),
  opinion: route({
    method: "POST", path: "/poverty/rounds/:id/opinion", summary: "Ghi ý kiến trả lời", params: ById,
    body: z.object({ opinionId: Id, replyNo: Text, repliedOn: Day, agreed: z.boolean(), content: z.optional(z.nullable(Long)), caseIds: z._default(z.array(Id), []) }), answer: Done,
  }),
  photo: route({ method: "GET", path: "/poverty/photos/:sha", summary: "Ảnh đã lưu của phiếu hoặc trang ký", params: z.object({ sha: z.string().check(z.regex(/^[0-9a-f]{64}$/)) }), answer: "file" }),
};
