import { addDays, addMonths, type PlainDate } from "../../../kernel/date.ts";
import type { Milestone, OutcomeKinds, PLACE_KINDS } from "./kinds.ts";

export interface SaidOutcome {
  readonly kind: string;
  readonly placeKind: (typeof PLACE_KINDS)[number] | null;
  readonly incomeBeforeDong: number | null;
  readonly incomeAfterDong: number | null;
  readonly effects: readonly string[];
  readonly note: string | null;
}

export interface Wrong {
  readonly code: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** States of an enrolment that passed: who is followed up. */
export const GRADUATED = ["passed", "certified"] as const;
export const isGraduate = (state: string): boolean => (GRADUATED as readonly string[]).includes(state);
/** Who began the class: all but those who only registered. */
export const isEnrolled = (state: string): boolean => state !== "registered";

/** What speaks against a mark of a class at all: not ended, or asked too early. */
export function wrongMark(endedOn: PlainDate | null, milestone: Milestone, on: PlainDate, { followUp }: Pick<OutcomeKinds, "followUp">): Wrong | undefined {
  if (endedOn === null) return { code: "training.outcome.notEnded", data: {} };
  const dueOn = addMonths(endedOn, milestone);
  if (on < addDays(dueOn, -followUp.earlyDays)) return { code: "training.outcome.tooEarly", data: { months: milestone, dueOn, on } };
  return undefined;
}

/** What speaks against what is said of one learner; "same work, more income" must not be contradicted by the incomes beside it. */
export function wrongOutcome({ kind, placeKind, incomeBeforeDong, incomeAfterDong, effects, note }: SaidOutcome, kinds: OutcomeKinds): Wrong | undefined {
  if (!kinds.kinds.some(({ code }) => code === kind)) return { code: "training.outcome.kindUnknown", data: { kind } };
  const strange = effects.find((effect) => !kinds.effects.some(({ code }) => code === effect));
  if (strange !== undefined) return { code: "training.outcome.kindUnknown", data: { kind: strange } };
  if (kind === "nuoc_ngoai" && placeKind !== null && placeKind !== "nuoc_ngoai") return { code: "training.outcome.notAbroad", data: {} };
  if (kind === "nghe_cu_cao_hon" && incomeBeforeDong !== null && incomeAfterDong !== null && incomeAfterDong <= incomeBeforeDong && !note) {
    return { code: "training.outcome.notHigher", data: { before: incomeBeforeDong, after: incomeAfterDong } };
  }
  return undefined;
}
