import type { PlainDate } from "../../kernel/date.ts";

export const VACANCY_STATES = ["open", "paused", "filled", "expired"] as const;
export type VacancyState = (typeof VACANCY_STATES)[number];

/** mở → tạm dừng → đủ → hết hạn; a paused one may be opened again, a filled one when somebody left. */
const NEXT: Readonly<Record<VacancyState, readonly VacancyState[]>> = { open: ["paused", "filled", "expired"], paused: ["open", "filled", "expired"], filled: ["open", "expired"], expired: ["open"] };
export const nextStates = (state: VacancyState): readonly VacancyState[] => NEXT[state];

/** The state on a day: an open or paused one whose last day to apply is over has expired, whoever forgot to say so. */
export const stateOn = ({ state, applyBy }: { readonly state: VacancyState; readonly applyBy: PlainDate | null }, on: PlainDate): VacancyState =>
  (state === "open" || state === "paused") && applyBy !== null && applyBy < on ? "expired" : state;

export const PLACE_KINDS = ["xa", "tinh", "ngoai_tinh", "nuoc_ngoai"] as const;
export const EDUCATION = ["none", "primary", "lower_secondary", "upper_secondary"] as const;
export const TECHNICAL = ["none", "worker", "under_3_months", "elementary", "intermediate", "college", "university", "postgraduate"] as const;
export const CONTRACTS = ["indefinite", "fixed_term", "seasonal", "probation", "other"] as const;
export const SHIFTS = ["day", "rotating", "night"] as const;
export const SOURCES = ["fair", "centre", "portal", "list", "commune"] as const;
