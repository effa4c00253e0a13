import * as z from "zod/mini";
import { route } from "../../platform/http/contract.ts";
import { WorkerInput } from "../../registry/rules/worker.ts";
import { ById, Day, ExamMark, Id, Long, maybe, MaybeNumber, MaybeString, Money, Reason, ReasonView, Tenths, Text, Version } from "../fields.ts";
import { AREA_CLASSES } from "../rules/codes.ts";
import { DROP_REASONS, ENROLMENT_STATES } from "../rules/enrolment-state.ts";

const GroupCode = z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,30}$/));
const Evidence = z.object({ group: GroupCode, document: Text, from: maybe(Day), to: maybe(Day) });
const LearnerFields = {
  groups: z._default(z.array(GroupCode).check(z.maxLength(10)), []), chosenGroup: maybe(GroupCode), evidence: z._default(z.array(Evidence).check(z.maxLength(20)), []), distanceKm: maybe(Tenths), areaClass: maybe(z.enum(AREA_CLASSES)),
  priorJob: maybe(Text), priorIncomeDong: maybe(Money), note: maybe(Long),
};
export const RegisterBody = z.object({
  worker: WorkerInput, enrolledOn: Day, ...LearnerFields,
  /** to go on although the class is full */
  reason: maybe(Reason),
});
export type RegisterBody = z.infer<typeof RegisterBody>;
export const ChangeLearnerBody = z.object({ baseVersion: Version, ...LearnerFields });
export type ChangeLearnerBody = z.infer<typeof ChangeLearnerBody>;

export const LearnerStepBody = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("admit"), reason: maybe(Reason) }),
  z.object({ kind: z.literal("begin") }),
  z.object({ kind: z.literal("drop"), why: z.enum(DROP_REASONS), note: maybe(Text) }),
  z.object({ kind: z.literal("admitToExam"), reason: maybe(Reason) }),
  z.object({ kind: z.literal("takeBack"), reason: Reason }),
]);
export type LearnerStepBody = z.infer<typeof LearnerStepBody>;

const ResultLine = z.object({ enrolmentId: Id, theory: maybe(ExamMark), practice: maybe(ExamMark), passed: z.boolean(), grade: maybe(Text) });
export type ResultLine = z.infer<typeof ResultLine>;

export const LearnerView = z.object({
  id: z.string(), version: z.number(), fullName: z.string(), birthDate: MaybeString, birthYear: MaybeNumber, sex: z.number(), hamletId: z.string(), hamlet: z.string(), unit: z.string(), personId: MaybeString, state: z.enum(ENROLMENT_STATES),
  stateOn: z.string(), enrolledOn: z.string(), groups: z.array(z.string()), chosenGroup: MaybeString,
  evidence: z.array(z.object({ group: z.string(), document: z.string(), from: MaybeString, to: MaybeString })), distanceKm: MaybeString, areaClass: MaybeString, priorJob: MaybeString, priorIncomeDong: MaybeNumber, note: MaybeString,
  droppedOn: MaybeString, dropReason: MaybeString, theoryMark: MaybeString, practiceMark: MaybeString, examinedOn: MaybeString, grade: MaybeString, serialNo: MaybeString,
  /** distinct days attended; percent of the hours held, whole, rounded down; null: none held */
  days: z.number(), theoryPercent: MaybeNumber, practicePercent: MaybeNumber,
  /** what speaks against admission, against the exam */
  admitReasons: z.array(ReasonView), examReasons: z.array(ReasonView), steps: z.array(z.string()),
});
export type LearnerView = z.infer<typeof LearnerView>;

export const GroupView = z.object({ code: z.string(), name: z.string() });

/** Who a name may be in the registry, as far as the actor reads it, and what is proposed for the day of enrolment. */
export const MatchView = z.object({
  kind: z.enum(["found", "ambiguous", "none"]),
  persons: z.array(z.object({
    id: z.string(), fullName: z.string(), birthDate: MaybeString, birthYear: MaybeNumber, sex: z.number(),
    standing: z.nullable(z.object({ class: z.enum(["poor", "near_poor", "none"]), decisionNo: MaybeString, from: MaybeString, statusYear: MaybeNumber, ethnicity: MaybeString })),
    proposed: z.array(Evidence),
  })),
});
export type MatchView = z.infer<typeof MatchView>;

const OfClass = ById;
const Done = z.object({ count: z.number() });

export const learnerRoutes = {
  learnerGroups: route({ method: "GET", path: "/training/groups", summary: "Nhóm đối tượng của chính sách đào tạo", query: z.object({}), answer: z.object({ rows: z.array(GroupView) }) }),
  matchLearner: route({
    method: "POST", path: "/training/match", summary: "Người này có trong sổ hộ không; hộ nghèo, cận nghèo vào ngày nhập học hay không", body: z.object({ hamletId: Id, fullName: Text, birthYear: maybe(z.int().check(z.gte(1850), z.lte(2200))), enrolledOn: Day }), answer: MatchView,
  }),
  learners: route({ method: "GET", path: "/training/classes/:id/learners", summary: "Học viên của lớp", params: OfClass, query: z.object({}), answer: z.object({ rows: z.array(LearnerView), may: z.boolean(), takes: z.boolean(), full: z.nullable(ReasonView) }) }),
  exportLearners: route({ method: "POST", path: "/training/classes/:id/learners.xlsx", summary: "Xuất danh sách học viên", params: OfClass, body: z.object({ purpose: Reason }), answer: "file" }),
  registerLearner: route({ method: "POST", path: "/training/classes/:id/learners", summary: "Ghi danh một học viên", params: OfClass, body: RegisterBody, answer: z.object({ id: z.string(), version: z.number(), personId: MaybeString }) }),
  changeLearner: route({ method: "POST", path: "/training/learners/:id", summary: "Sửa nhóm đối tượng, giấy tờ, khoảng cách của học viên", params: ById, body: ChangeLearnerBody, answer: z.object({ version: z.number() }) }),
  voidLearner: route({ method: "POST", path: "/training/learners/:id/void", summary: "Bỏ một lượt ghi danh nhầm", params: ById, body: z.object({ baseVersion: Version, reason: Reason }), answer: z.object({ version: z.number() }) }),
  stepLearners: route({ method: "POST", path: "/training/classes/:id/learners/steps", summary: "Xét, cho nghỉ, cho dự thi nhiều học viên một lần", params: OfClass, body: z.object({ on: Day, ids: z.array(Id).check(z.minLength(1), z.maxLength(200)), step: LearnerStepBody }), answer: Done }),
  enterResults: route({ method: "POST", path: "/training/classes/:id/results", summary: "Nhập kết quả kiểm tra, thi", params: OfClass, body: z.object({ on: Day, lines: z.array(ResultLine).check(z.minLength(1), z.maxLength(200)) }), answer: Done }),
};
