import * as z from "zod/mini";
import { isPlainDate, type PlainDate } from "../../kernel/date.ts";
import { route } from "../../platform/http/contract.ts";
import { MILESTONES, PLACE_KINDS } from "./rules/kinds.ts";

const Day = z.pipe(z.string().check(z.refine((text) => isPlainDate(text), "YYYY-MM-DD")), z.transform((text) => text as PlainDate));
const Id = z.string().check(z.uuid());
const Reason = z.string().check(z.trim(), z.minLength(3), z.maxLength(500));
const Words = z.string().check(z.trim(), z.maxLength(300));
const Money = z.int().check(z.gte(0), z.lte(1_000_000_000_000));
const ById = z.object({ id: Id });
const MilestoneNumber = z.literal([...MILESTONES]);
const RateJson = z.nullable(z.object({ kind: z.literal("rate"), value: z.string(), decimals: z.number() }));

/** `overGraduates` is what targets are set for; `overEnrolled` counts who began. Both keep who was lost in the denominator. */
export const ResultView = z.object({
  enrolled: z.number(), graduates: z.number(), followed: z.number(), lost: z.number(), inWork: z.number(), byKind: z.record(z.string(), z.number()),
  overGraduates: RateJson, overEnrolled: RateJson, enough: z.boolean(),
});
export type ResultView = z.infer<typeof ResultView>;

export const QUEUE_STATES = ["late", "due", "verify", "waiting", "done"] as const;

export const QueueRow = z.object({
  classId: z.string(), code: z.string(), name: z.string(), trade: z.string(), provider: z.string(), unit: z.string(), endedOn: z.string(),
  /** the newest mark that is reached, and how many graduates lack it */
  due: z.nullable(z.object({ milestone: z.number(), dueOn: z.string(), late: z.boolean(), missing: z.number() })),
  next: z.nullable(z.object({ milestone: z.number(), dueOn: z.string() })),
  /** recorded and not yet verified, of any mark */
  unverified: z.number(),
  /** what is to be done: late, due, verify (only verification is open), waiting for the next mark, done */
  state: z.enum(QUEUE_STATES),
  result: ResultView,
});
export type QueueRow = z.infer<typeof QueueRow>;

export const OutcomeView = z.object({
  id: z.string(), milestone: z.number(), onDate: z.string(), kind: z.string(), placeKind: z.nullable(z.enum(PLACE_KINDS)), workplace: z.nullable(z.string()), vsco: z.nullable(z.string()),
  incomeBeforeDong: z.nullable(z.number()), incomeAfterDong: z.nullable(z.number()), offtake: z.nullable(z.string()), cooperative: z.nullable(z.string()), effects: z.array(z.string()), source: z.nullable(z.string()), note: z.nullable(z.string()),
  state: z.enum(["recorded", "verified", "closed"]), verifiedOn: z.nullable(z.string()), verifiedBy: z.nullable(z.string()),
});
export type OutcomeView = z.infer<typeof OutcomeView>;

export const FollowedLearner = z.object({ enrolmentId: z.string(), fullName: z.string(), birthYear: z.nullable(z.number()), sex: z.number(), hamlet: z.string(), state: z.string(), graduated: z.boolean(), outcomes: z.array(OutcomeView) });
export type FollowedLearner = z.infer<typeof FollowedLearner>;

const Named = z.object({ code: z.string(), name: z.string() });
export const OutcomeCodes = z.object({ kinds: z.array(z.object({ code: z.string(), name: z.string(), inWork: z.boolean() })), effects: z.array(Named), mark: z.string(), enoughPercent: z.number() });
export type OutcomeCodes = z.infer<typeof OutcomeCodes>;

export const FollowUpPage = z.object({
  class: z.object({ id: z.string(), code: z.string(), name: z.string(), trade: z.string(), provider: z.string(), unit: z.string(), openedOn: z.nullable(z.string()), endedOn: z.nullable(z.string()) }),
  due: QueueRow.shape.due, next: QueueRow.shape.next, result: ResultView, learners: z.array(FollowedLearner), codes: OutcomeCodes,
  may: z.object({ record: z.boolean(), verify: z.boolean() }),
});
export type FollowUpPage = z.infer<typeof FollowUpPage>;

export const OutcomeRow = z.object({
  enrolmentId: Id, kind: z.string(), placeKind: z.nullable(z.enum(PLACE_KINDS)), workplace: z.nullable(Words), vsco: z.nullable(Words), incomeBeforeDong: z.nullable(Money), incomeAfterDong: z.nullable(Money),
  offtake: z.nullable(Words), cooperative: z.nullable(Words), effects: z.array(z.string()), note: z.nullable(Words),
});
export type OutcomeRow = z.infer<typeof OutcomeRow>;
export const RecordOutcomes = z.object({ milestone: MilestoneNumber, onDate: Day, source: z.nullable(Words), rows: z.array(OutcomeRow).check(z.minLength(1), z.maxLength(200)), reason: z.optional(Reason) });
export type RecordOutcomes = z.infer<typeof RecordOutcomes>;
export const VerifyOutcomes = z.object({ milestone: MilestoneNumber, on: Day, enrolmentIds: z.optional(z.array(Id)) });
export type VerifyOutcomes = z.infer<typeof VerifyOutcomes>;

export const outcomesRoutes = {
  followUps: route({
    method: "GET", path: "/training/follow-ups", summary: "Lớp đã kết thúc và mốc theo dõi việc làm đến hạn", query: z.object({ area: z.string(), on: Day }),
    answer: z.object({ rows: z.array(QueueRow), total: ResultView, enoughPercent: z.number(), may: z.object({ record: z.boolean(), verify: z.boolean() }) }),
  }),
  followUp: route({ method: "GET", path: "/training/follow-ups/:id", summary: "Theo dõi việc làm của học viên một lớp", params: ById, query: z.object({ on: Day }), answer: FollowUpPage }),
  recordOutcomes: route({ method: "POST", path: "/training/follow-ups/:id/outcomes", summary: "Ghi kết quả sau học nghề của học viên một lớp ở một mốc", params: ById, body: RecordOutcomes, answer: z.object({ added: z.number(), replaced: z.number(), same: z.number() }) }),
  verifyOutcomes: route({ method: "POST", path: "/training/follow-ups/:id/verify", summary: "Xã xác minh kết quả đã ghi", params: ById, body: VerifyOutcomes, answer: z.object({ verified: z.number() }) }),
  closeFollowUp: route({ method: "POST", path: "/training/follow-ups/:id/close", summary: "Chốt theo dõi một lớp", params: ById, body: z.object({ on: Day }), answer: z.object({ closed: z.number() }) }),
  voidOutcome: route({ method: "POST", path: "/training/outcomes/:id/void", summary: "Hủy kết quả ghi nhầm", params: ById, body: z.object({ reason: Reason }), answer: z.object({ id: z.string() }) }),
  exportFollowUp: route({ method: "POST", path: "/training/follow-ups/:id/export", summary: "Bảng theo dõi học viên một lớp, tệp Excel", params: ById, body: z.object({ on: Day, purpose: Reason }), answer: "file" }),
};
