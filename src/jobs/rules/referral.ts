import { addDays, type PlainDate } from "../../kernel/date.ts";

export const REFERRAL_STATES = ["referred", "interview", "hired", "rejected", "withdrawn"] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];
export const REFERRAL_STEPS = ["interview", "hire", "reject", "withdraw"] as const;
export type ReferralStep = (typeof REFERRAL_STEPS)[number];

const LEADS_TO: Readonly<Record<ReferralStep, ReferralState>> = { interview: "interview", hire: "hired", reject: "rejected", withdraw: "withdrawn" };
export const stateAfter = (step: ReferralStep): ReferralState => LEADS_TO[step];

/** What may be done next: giới thiệu → phỏng vấn → nhận / không; one who was taken on and has not begun yet may begin, or withdraw. */
export function nextSteps(state: ReferralState, placed: boolean): readonly ReferralStep[] {
  if (state === "referred") return REFERRAL_STEPS;
  if (state === "interview") return ["interview", "hire", "reject", "withdraw"];
  return state === "hired" && !placed ? ["hire", "withdraw"] : [];
}
/** Not hired, or gave up: the reason is what the next adviser learns from. */
export const needsReason = (step: ReferralStep): boolean => step === "reject" || step === "withdraw";

export const MILESTONES = [30, 90] as const;
export type Milestone = (typeof MILESTONES)[number];
/** When somebody asks whether the person is still there. */
export const dueOn = (startedOn: PlainDate, milestone: Milestone): PlainDate => addDays(startedOn, milestone);

export const CHECK_RESULTS = ["stays", "left", "unreachable"] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];
