import type { PlainDate } from "../../kernel/date.ts";
import type { Refusal } from "./class-state.ts";

export const ENROLMENT_STATES = ["registered", "admitted", "studying", "dropped", "examined", "passed", "failed", "certified"] as const;
export type EnrolmentStateName = (typeof ENROLMENT_STATES)[number];
export const DROP_REASONS = ["own_wish", "job_found", "illness", "moved", "died", "other"] as const;
export type DropReason = (typeof DROP_REASONS)[number];

/** Learned to the end, whatever came of the exam: the denominator of what became of them is `passed` and `certified`. */
export const GRADUATED: readonly EnrolmentStateName[] = ["passed", "certified"];

interface GoneOn {
  readonly reason?: string | null;
  readonly warned?: readonly string[];
}

/** What happened to one learner in one class. Marks as decimal text, 0 to 10. */
export type EnrolmentAction = { readonly on: PlainDate } & (
  | ({ readonly kind: "register" } & GoneOn)
  /** taken over from older records as it stood on that day */
  | ({ readonly kind: "load" } & Omit<EnrolmentState, "since" | "before">)
  | ({ readonly kind: "admit" } & GoneOn)
  | { readonly kind: "begin" }
  | { readonly kind: "drop"; readonly why: DropReason; readonly note?: string | null }
  | ({ readonly kind: "admitToExam" } & GoneOn)
  | { readonly kind: "result"; readonly theory: string | null; readonly practice: string | null; readonly passed: boolean; readonly grade: string | null }
  | { readonly kind: "certify"; readonly serialNo: string }
  | { readonly kind: "uncertify"; readonly reason: string }
  | { readonly kind: "takeBack"; readonly reason: string }
);
export type EnrolmentStep = Exclude<EnrolmentAction["kind"], "register" | "load">;

export interface EnrolmentState {
  readonly name: EnrolmentStateName;
  readonly since: PlainDate;
  readonly droppedOn: PlainDate | null;
  readonly dropReason: DropReason | null;
  readonly theory: string | null;
  readonly practice: string | null;
  readonly grade: string | null;
  readonly examinedOn: PlainDate | null;
  readonly before: EnrolmentState | null;
}

const FROM: Readonly<Record<EnrolmentStep, readonly EnrolmentStateName[]>> = {
  admit: ["registered"],
  begin: ["admitted"],
  drop: ["registered", "admitted", "studying", "examined", "failed"],
  admitToExam: ["studying", "failed"],
  // a result may be mended by taking it back
  result: ["examined"],
  certify: ["passed"],
  uncertify: ["certified"],
  takeBack: ["admitted", "studying", "dropped", "examined", "passed", "failed"],
};

export const enrolmentStepsFrom = (name: EnrolmentStateName): EnrolmentStep[] => (Object.keys(FROM) as EnrolmentStep[]).filter((kind) => FROM[kind].includes(name));

export function applyEnrolmentStep(state: EnrolmentState | null, action: EnrolmentAction): EnrolmentState | Refusal {
  const { on } = action;
  if (action.kind === "register")
    return state === null ? { name: "registered", since: on, droppedOn: null, dropReason: null, theory: null, practice: null, grade: null, examinedOn: null, before: null } : { code: "needsState" };
  if (action.kind === "load") {
    const { kind: _kind, on: since, ...held } = action;
    return state === null ? { ...held, since, before: null } : { code: "needsState" };
  }
  if (state === null) return { code: "notPlanned" };
  if (!FROM[action.kind].includes(state.name)) return { code: "needsState" };
  if (action.kind === "takeBack") return state.before ?? { code: "needsState" };
  if (on < state.since) return { code: "beforeLastStep" };
  const next = (name: EnrolmentStateName, more: Partial<EnrolmentState> = {}): EnrolmentState => ({ ...state, name, since: on, before: state, ...more });
  switch (action.kind) {
    case "admit":
      return next("admitted");
    case "begin":
      return next("studying");
    case "drop":
      return next("dropped", { droppedOn: on, dropReason: action.why });
    case "admitToExam":
      return next("examined", { theory: null, practice: null, grade: null });
    case "result":
      return next(action.passed ? "passed" : "failed", { theory: action.theory, practice: action.practice, grade: action.grade, examinedOn: on });
    case "certify":
      return next("certified");
    case "uncertify":
      return next("passed");
  }
}

export function foldEnrolment(actions: readonly EnrolmentAction[]): EnrolmentState {
  let state: EnrolmentState | null = null;
  for (const action of actions) {
    const next = applyEnrolmentStep(state, action);
    if (!("code" in next)) state = next;
  }
  if (state === null) throw new Error("an enrolment without its registration");
  return state;
}
