export const FAIR_KINDS = ["phien_luu_dong", "hoi_cho", "truc_tuyen", "cum_xa"] as const;
export type FairKind = (typeof FAIR_KINDS)[number];

/** What happens at the booths, in the order of the funnel. */
export const ACTION_STEPS = ["f4a", "f4b", "f5a", "f5b", "f6", "f7", "f8", "f9"] as const;
export type ActionStep = (typeof ACTION_STEPS)[number];

/** f1 firms, f2 posts offered, f3 visits, then the actions. */
export const FUNNEL_STEPS = ["f1", "f2", "f3", ...ACTION_STEPS] as const;
export type FunnelStep = (typeof FUNNEL_STEPS)[number];

/** What the headline number of a step counts. "visits", "registrations" and "turns" are touches: one person may stand in several. */
export const UNIT_OF: Readonly<Record<FunnelStep, "employers" | "posts" | "visits" | "registrations" | "persons" | "turns">> = {
  f1: "employers", f2: "posts", f3: "visits", f4a: "registrations", f4b: "registrations", f5a: "persons", f5b: "persons", f6: "persons", f7: "persons", f8: "persons", f9: "turns",
};

export const WISHES = ["job", "training", "overseas", "advice"] as const;
export type Wish = (typeof WISHES)[number];

/** What an advice was about (f9). */
export const ADVICE_TOPICS = ["job", "trade", "overseas", "insurance"] as const;

/** A registration that has to be followed up, and as what. */
export const FOLLOWUP_OF: Readonly<Partial<Record<ActionStep, "overseas" | "training">>> = { f7: "overseas", f8: "training" };

export const FOLLOWUP_RESULTS = ["case_opened", "class_joined", "need_registered", "advised", "changed_mind", "not_eligible", "no_contact", "other"] as const;
export type FollowupResult = (typeof FOLLOWUP_RESULTS)[number];

/** Results that end a follow-up without what was registered for. */
export const DROPPED: readonly FollowupResult[] = ["changed_mind", "not_eligible", "no_contact"];

/** The step that a wish told at the desk or over the net stands for, where it is itself a registration. */
export const STEP_OF_WISH: Readonly<Record<Wish, ActionStep | null>> = { job: "f4b", training: "f8", overseas: "f7", advice: null };

export const MILESTONES = [0, 30, 90] as const;
export const OUTCOMES = ["working", "not_working", "lost"] as const;
