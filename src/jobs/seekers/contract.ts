import * as z from "zod/mini";
import { VacancyRow } from "../../enterprises/contract.ts";
import { route } from "../../platform/http/contract.ts";
import { ById, Day, Done, Dong, Id, MaybeWords, PageNumber, Reason, SearchText, Vsco, Where, Worker, WorkerView } from "../contract.ts";
import { PLACE_KINDS } from "../rules/event.ts";
import { EDUCATION_ORDER, TECHNICAL_ORDER } from "../rules/match.ts";
import { CHECK_RESULTS, MILESTONES, REFERRAL_STATES, REFERRAL_STEPS } from "../rules/referral.ts";

export const SHIFTS = ["day", "rotating", "night"] as const;
export const PRIORITIES = ["poor", "near_poor", "ethnic_minority", "disabled", "land_taken", "merit", "returned", "youth_service"] as const;
export const SEEKER_STATES = ["looking", "placed", "paused", "closed"] as const;
const maybe = <S extends z.ZodMiniType>(shape: S) => z._default(z.nullable(shape), null as never);
const Months = z.int().check(z.gte(0), z.lte(720));
const May = z.object({ enter: z.boolean(), keep: z.boolean(), verify: z.boolean() });

const wishes = {
  phone: MaybeWords, wantedVsco: z._default(z.array(Vsco).check(z.maxLength(5)), []), wantedJob: MaybeWords, wantedPlaces: z._default(z.array(z.enum(PLACE_KINDS)), []), wageWanted: maybe(Dong), shifts: z._default(z.array(z.enum(SHIFTS)), []),
  generalEducation: maybe(z.enum(EDUCATION_ORDER)), technicalLevel: maybe(z.enum(TECHNICAL_ORDER)), major: MaybeWords, skills: MaybeWords, licences: MaybeWords, experienceVsco: maybe(Vsco), experienceMonths: maybe(Months), needsDormitory: maybe(z.boolean()),
  disabled: maybe(z.boolean()), /** orders outreach, gives no point */ priority: z._default(z.array(z.enum(PRIORITIES)), []), note: MaybeWords,
};
export const SeekerBody = z.object({ worker: Worker, registeredOn: Day, ...wishes });
export type SeekerBody = z.infer<typeof SeekerBody>;

export const SeekerRow = z.object({
  ...wishes, id: z.string(), ...WorkerView, registeredOn: z.string(), state: z.enum(SEEKER_STATES), stateOn: z.string(), referrals: z.number(), openReferrals: z.number(), version: z.number(),
});
export type SeekerRow = z.infer<typeof SeekerRow>;

const seekerQuery = { ...Where, state: z._default(z.enum([...SEEKER_STATES, "all"]), "looking"), priority: z.optional(z.enum(PRIORITIES)), vsco: z.optional(Vsco), place: z.optional(z.enum(PLACE_KINDS)), never: z.optional(z.literal("1")), q: SearchText };
export const SeekerQuery = z.object(seekerQuery);
export type SeekerQuery = z.infer<typeof SeekerQuery>;

const Points = z.object({ part: z.string(), points: z.number(), of: z.number(), reason: z.string() });
export const MatchView = z.object({ vacancy: VacancyRow, score: z.number(), points: z.array(Points), obstacles: z.array(z.string()), notes: z.array(z.string()), referred: z.boolean() });
export type MatchView = z.infer<typeof MatchView>;

export const ReferralRow = z.object({
  id: z.string(), seekerId: z.string(), fullName: z.string(), hamlet: z.string(), unit: z.string(), vacancyId: z.string(), title: z.string(), organisationId: z.string(), organisation: z.string(), referredOn: z.string(), state: z.enum(REFERRAL_STATES), stateOn: z.string(),
  interviewOn: z.nullable(z.string()), reason: z.nullable(z.string()), score: z.nullable(z.number()), placed: z.boolean(), startedOn: z.nullable(z.string()), next: z.array(z.enum(REFERRAL_STEPS)), version: z.number(),
});
export type ReferralRow = z.infer<typeof ReferralRow>;
const referralQuery = { ...Where, state: z.optional(z.enum(REFERRAL_STATES)), organisation: z.optional(Id), from: z.optional(Day), to: z.optional(Day), q: SearchText };
export const ReferralQuery = z.object(referralQuery);
export type ReferralQuery = z.infer<typeof ReferralQuery>;

/** `startedOn`: of hire, the day the work began; without it the person was taken on and has not begun. `reason`: needed to reject and to withdraw. */
export const StepBody = z.object({
  kind: z.enum(REFERRAL_STEPS), on: Day, interviewOn: maybe(Day), startedOn: maybe(Day), wage: maybe(Dong), channel: z._default(z.enum(["tt_dvvl", "san_gdvl"]), "tt_dvvl"), reason: maybe(Reason), distinctReason: maybe(Reason), baseVersion: z.int(),
});
export type StepBody = z.infer<typeof StepBody>;

export const CheckRow = z.object({
  id: z.string(), placementId: z.string(), fullName: z.string(), phone: z.nullable(z.string()), hamlet: z.string(), unit: z.string(), employerName: z.string(), startedOn: z.string(), milestone: z.number(), dueOn: z.string(), /** days past the day; below 0: to come */ late: z.number(),
  checkedOn: z.nullable(z.string()), result: z.nullable(z.enum(CHECK_RESULTS)), note: z.nullable(z.string()),
});
export type CheckRow = z.infer<typeof CheckRow>;
const Kept = z.object({ milestone: z.number(), due: z.number(), stays: z.number(), left: z.number(), unreachable: z.number() });

export const seekerRoutes = {
  seekers: route({ method: "GET", path: "/jobs/seekers", summary: "Người tìm việc", query: z.object({ ...seekerQuery, page: PageNumber }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), rows: z.array(SeekerRow), may: May }) }),
  exportSeekers: route({ method: "POST", path: "/jobs/seekers/export", summary: "Xuất danh sách người tìm việc", body: z.object({ query: SeekerQuery, purpose: Reason }), answer: "file" }),
  seeker: route({ method: "GET", path: "/jobs/seekers/:id", summary: "Một người tìm việc", params: ById, query: z.object({ on: Day }), answer: z.object({ row: SeekerRow, referrals: z.array(ReferralRow), checks: z.array(CheckRow), may: May }) }),
  matches: route({
    method: "GET", path: "/jobs/seekers/:id/matches", summary: "Vị trí phù hợp, có điểm và lý do", params: ById, query: z.object({ on: Day }),
    answer: z.object({ looked: z.number(), matches: z.array(MatchView), blocked: z.array(MatchView), blockedCount: z.number() }),
  }),
  addSeeker: route({ method: "POST", path: "/jobs/seekers", summary: "Ghi người tìm việc", body: SeekerBody, answer: Done }),
  changeSeeker: route({ method: "POST", path: "/jobs/seekers/:id", summary: "Sửa nhu cầu của người tìm việc", params: ById, body: z.object({ ...wishes, baseVersion: z.int() }), answer: Done }),
  moveSeeker: route({ method: "POST", path: "/jobs/seekers/:id/state", summary: "Đang tìm, tạm dừng, thôi tìm", params: ById, body: z.object({ state: z.enum(SEEKER_STATES), baseVersion: z.int() }), answer: Done }),
  refer: route({ method: "POST", path: "/jobs/referrals", summary: "Giới thiệu vào vị trí", body: z.object({ seekerId: Id, vacancyId: Id, on: Day, /** where something speaks against it */ reason: maybe(Reason) }), answer: Done }),
  referrals: route({ method: "GET", path: "/jobs/referrals", summary: "Giới thiệu việc làm", query: z.object({ ...referralQuery, page: PageNumber }), answer: z.object({ total: z.number(), page: z.number(), perPage: z.number(), counts: z.record(z.string(), z.number()), rows: z.array(ReferralRow), may: May }) }),
  exportReferrals: route({ method: "POST", path: "/jobs/referrals/export", summary: "Xuất danh sách giới thiệu việc làm", body: z.object({ query: ReferralQuery, purpose: Reason }), answer: "file" }),
  stepReferral: route({ method: "POST", path: "/jobs/referrals/:id/step", summary: "Phỏng vấn, nhận, không nhận, thôi", params: ById, body: StepBody, answer: z.object({ id: z.string(), eventId: z.nullable(z.string()) }) }),
  retention: route({
    method: "GET", path: "/jobs/retention", summary: "Việc cần hỏi lại sau 30 và 90 ngày", query: z.object({ ...Where, show: z._default(z.enum(["due", "soon", "done"]), "due") }),
    answer: z.object({ rows: z.array(CheckRow), kept: z.array(Kept), may: May }),
  }),
  checkRetention: route({ method: "POST", path: "/jobs/retention/:id", summary: "Ghi còn làm việc hay không", params: ById, body: z.object({ checkedOn: Day, result: z.enum(CHECK_RESULTS), leftOn: maybe(Day), note: MaybeWords }), answer: Done }),
};
export const MILESTONE_LIST = MILESTONES;
