import type { PlainDate } from "../../../kernel/date.ts";

export const CASE_STATES = ["received", "incomplete", "complete", "approved", "refused", "paid", "withdrawn"] as const;
export type CaseState = (typeof CASE_STATES)[number];
export const OPEN_CASES: readonly CaseState[] = ["received", "incomplete", "complete"];
export const CASE_STEPS = ["accept", "askMore", "supply", "approve", "refuse", "pay", "withdraw"] as const;
export type CaseStep = (typeof CASE_STEPS)[number];
export const isCaseStep = (kind: string): kind is CaseStep => (CASE_STEPS as readonly string[]).includes(kind);

/** Working days from the complete file to the decision (thủ tục 2.002821). */
export const TERM = { days: 7, certainty: "text", source: "2.002821" } as const;

const FROM: Readonly<Record<CaseStep, readonly CaseState[]>> = {
  accept: ["received"], askMore: ["received"], supply: ["incomplete"], approve: ["complete"], refuse: ["complete"], pay: ["approved"], withdraw: ["received", "incomplete", "complete"],
};
const TO: Readonly<Record<CaseStep, CaseState>> = { accept: "complete", askMore: "incomplete", supply: "received", approve: "approved", refuse: "refused", pay: "paid", withdraw: "withdrawn" };

/** The state after a step; undefined where it cannot be taken. */
export const afterStep = (state: CaseState, step: CaseStep): CaseState | undefined => (FROM[step].includes(state) ? TO[step] : undefined);
export const stepsFrom = (state: CaseState): CaseStep[] => CASE_STEPS.filter((step) => FROM[step].includes(state));
/** The state that steps add up to, from the receipt. */
export const caseStateOf = (steps: readonly { readonly kind: string }[]): CaseState => steps.reduce<CaseState>((state, { kind }) => (isCaseStep(kind) ? (afterStep(state, kind) ?? state) : state), "received");

export const DUES = ["late", "soon", "open", "notBegun", "done"] as const;
export type Due = (typeof DUES)[number];

/** How pressing a case is on a day: past its last day, within two days of it, in time, term not begun, decided. */
export function dueOn(state: CaseState, last: PlainDate | null, today: PlainDate, soon: PlainDate): Due {
  if (!OPEN_CASES.includes(state)) return "done";
  if (last === null) return "notBegun";
  return last < today ? "late" : last <= soon ? "soon" : "open";
}
