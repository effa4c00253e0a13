import type { PlainDate } from "../../kernel/date.ts";

export const CLASS_STATES = ["planned", "approved", "opened", "running", "exam", "closed", "settled", "cancelled"] as const;
export type ClassStateName = (typeof CLASS_STATES)[number];

/** `reason`: why the office went on although something stood in the way; `warned`: what did. */
interface GoneOn {
  readonly reason?: string | null;
  readonly warned?: readonly string[];
}

/** What happened to a class. `on`: the day it happened. Appended, never changed. */
export type ClassAction = { readonly on: PlainDate } & (
  | { readonly kind: "plan" }
  /** taken over from older records as it stood on that day */
  | { readonly kind: "load"; readonly state: ClassStateName; readonly openedOn: PlainDate | null; readonly endedOn: PlainDate | null; readonly decisionNo: string | null; readonly decidedOn: PlainDate | null }
  | ({ readonly kind: "approve"; readonly decisionNo: string } & GoneOn)
  | ({ readonly kind: "open" } & GoneOn)
  | ({ readonly kind: "start" } & GoneOn)
  | ({ readonly kind: "exam" } & GoneOn)
  | ({ readonly kind: "close" } & GoneOn)
  | ({ readonly kind: "settle"; readonly document: string } & GoneOn)
  | { readonly kind: "cancel"; readonly reason: string }
  /** some of its learners went into a second class, or it was made up of them; its state stays what it was */
  | { readonly kind: "split"; readonly classId: string; readonly name: string; readonly learners: number; readonly reason: string }
  /** the last step was recorded wrongly; what stood before it stands again */
  | { readonly kind: "takeBack"; readonly reason: string }
);
export type ClassStep = Exclude<ClassAction["kind"], "plan" | "load" | "split">;

export interface ClassState {
  readonly name: ClassStateName;
  readonly since: PlainDate;
  readonly openedOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly decisionNo: string | null;
  readonly decidedOn: PlainDate | null;
  /** the state before the last step */
  readonly before: ClassState | null;
}

/** Why a step cannot be taken; words in "training.class.<code>". */
export interface Refusal {
  readonly code: "needsState" | "notPlanned" | "beforeLastStep";
}
export const isRefusal = <S extends object>(next: S | Refusal): next is Refusal => "code" in next;

/** States from which each step may be taken, in the order of the work. */
const FROM: Readonly<Record<ClassStep, readonly ClassStateName[]>> = {
  approve: ["planned"],
  open: ["approved"],
  start: ["opened"],
  exam: ["running"],
  close: ["exam"],
  settle: ["closed"],
  cancel: ["planned", "approved", "opened", "running"],
  takeBack: ["approved", "opened", "running", "exam", "closed", "settled", "cancelled"],
};

export const stepsFrom = (name: ClassStateName): ClassStep[] => (Object.keys(FROM) as ClassStep[]).filter((kind) => FROM[kind].includes(name));

/** Learners are taken on while the class is being made up and just after; marks and results while it runs. */
export const TAKES_LEARNERS: readonly ClassStateName[] = ["planned", "approved", "opened", "running"];
export const TAKES_MARKS: readonly ClassStateName[] = ["opened", "running", "exam", "closed"];

/** The state after a step, or why it cannot be taken. */
export function applyClassStep(state: ClassState | null, action: ClassAction): ClassState | Refusal {
  const { on } = action;
  if (action.kind === "plan") return state === null ? { name: "planned", since: on, openedOn: null, endedOn: null, decisionNo: null, decidedOn: null, before: null } : { code: "needsState" };
  if (action.kind === "load") {
    const { state: name, openedOn, endedOn, decisionNo, decidedOn } = action;
    return state === null ? { name, since: on, openedOn, endedOn, decisionNo, decidedOn, before: null } : { code: "needsState" };
  }
  if (state === null) return { code: "notPlanned" };
  if (action.kind === "split") return state;
  if (!FROM[action.kind].includes(state.name)) return { code: "needsState" };
  if (action.kind === "takeBack") return state.before ?? { code: "needsState" };
  if (on < state.since) return { code: "beforeLastStep" };
  const next = (name: ClassStateName, more: Partial<ClassState> = {}): ClassState => ({ ...state, name, since: on, before: state, ...more });
  switch (action.kind) {
    case "approve":
      return next("approved", { decisionNo: action.decisionNo, decidedOn: on });
    case "open":
      return next("opened", { openedOn: on });
    case "start":
      return next("running");
    case "exam":
      return next("exam");
    case "close":
      return next("closed", { endedOn: on });
    case "settle":
      return next("settled");
    case "cancel":
      return next("cancelled");
  }
}

/** What appended actions add up to. Those on record were let through when they were taken. */
export function foldClass(actions: readonly ClassAction[]): ClassState {
  let state: ClassState | null = null;
  for (const action of actions) {
    const next = applyClassStep(state, action);
    if (!isRefusal(next)) state = next;
  }
  if (state === null) throw new Error("a class without its plan");
  return state;
}
