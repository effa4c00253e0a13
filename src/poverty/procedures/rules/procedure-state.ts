import type { PlainDate } from "../../../kernel/date.ts";
import type { Examined } from "../../rules/examined.ts";

export const PROCEDURE_STATES = ["received", "incomplete", "complete", "assessed", "met", "posted", "recognised", "refused", "answered", "withdrawn"] as const;
export type ProcedureStateName = (typeof PROCEDURE_STATES)[number];
export const OPEN_STATES: readonly ProcedureStateName[] = ["received", "incomplete", "complete", "assessed", "met", "posted"];
export type NeededStep = "meet" | "post";
/** A list, off the lists ("none"), or the standing that the request is for ("holds"). */
export type OutcomeClass = "poor" | "near_poor" | "none" | "holds";

/** What the visit came to by the standard; `class` null: the standard could not tell. `certainty`: of the rules that told it. */
export interface Judged {
  readonly class: OutcomeClass | null;
  readonly certainty: string;
}

export interface AssessedFacts {
  readonly scoreIncome: number | null;
  readonly scoreDeprivation: number | null;
  readonly incomeMonth: number | null;
  readonly surveyor: string;
  readonly evidence: string;
  /** as the visit was examined, kept as a result of the household when the request is decided; absent for standings beside the lists */
  readonly visit?: Examined | undefined;
}

/** What happened to one request. `on`: the day it happened. Appended, never changed. */
export type ProcedureAction = { readonly on: PlainDate } & (
  /** `formNeeded`, `needs`: the rules of the day of receipt, kept with the case */
  | { readonly kind: "receive"; readonly hasForm: boolean; readonly papers: readonly string[]; readonly channel: string; readonly formNeeded: boolean; readonly needs: readonly NeededStep[] }
  | { readonly kind: "askMore"; readonly missing: string }
  | { readonly kind: "supply"; readonly hasForm: boolean; readonly papers: readonly string[] }
  | { readonly kind: "accept" }
  | ({ readonly kind: "assess"; readonly judged: Judged } & AssessedFacts)
  | { readonly kind: "meet"; readonly place: string; readonly chair: string; readonly present: number; readonly agree: number; readonly passed: boolean }
  | { readonly kind: "post"; readonly places: string; readonly to: PlainDate }
  /** against what was posted; looked into before anybody decides */
  | { readonly kind: "complain"; readonly by: string; readonly content: string }
  /** `stands`: what was found before stands; else the household is visited anew */
  | { readonly kind: "recheck"; readonly surveyor: string; readonly content: string; readonly stands: boolean }
  /** a photo or scan of a paper of the request; changes nothing else */
  | { readonly kind: "attach"; readonly what: string; readonly file: string; readonly mime: string }
  | { readonly kind: "recognise"; readonly class: OutcomeClass; readonly documentNo: string; readonly signer: string; readonly from: PlainDate; readonly to: PlainDate | null; readonly reason: string | null }
  | { readonly kind: "refuse"; readonly documentNo: string; readonly signer: string; readonly reason: string }
  | { readonly kind: "answer"; readonly receiver: string; readonly how: string }
  | { readonly kind: "withdraw"; readonly reason: string }
  /** the last step was recorded wrongly; what stood before it stands again */
  | { readonly kind: "takeBack"; readonly reason: string }
);
export type ProcedureActionKind = ProcedureAction["kind"];

export interface ProcedureState {
  readonly name: ProcedureStateName;
  readonly since: PlainDate;
  readonly hasForm: boolean;
  readonly formNeeded: boolean;
  readonly needs: readonly NeededStep[];
  readonly facts: AssessedFacts | null;
  readonly judged: Judged | null;
  readonly met: boolean;
  readonly postedTo: PlainDate | null;
  readonly missing: string | null;
  /** of somebody, not yet looked into */
  readonly complaint: { readonly by: string; readonly content: string } | null;
  readonly outcome: "recognised" | "refused" | null;
  /** the state before the last step, while that step can still be taken back */
  readonly before: ProcedureState | null;
}

/** Why a step cannot be taken; words in messages ("poverty.procedure.<code>"). */
export interface Refusal {
  readonly code: "needsState" | "notReceived" | "formMissing" | "meetingMissing" | "postingMissing" | "postingRuns" | "judgedOtherwise" | "reasonMissing" | "beforeLastStep" | "complaintOpen";
}
export const isRefusal = (next: ProcedureState | Refusal): next is Refusal => "code" in next;

const IN_WORK: readonly ProcedureStateName[] = ["complete", "assessed", "met", "posted"];

/** States from which each step may be taken. */
const FROM: Readonly<Record<Exclude<ProcedureActionKind, "receive">, readonly ProcedureStateName[]>> = {
  askMore: ["received"],
  supply: ["incomplete"],
  accept: ["received"],
  assess: ["complete", "assessed"],
  meet: ["assessed"],
  post: ["assessed", "met"],
  complain: ["assessed", "met", "posted"],
  recheck: ["assessed", "met", "posted"],
  attach: [...OPEN_STATES, "recognised", "refused"],
  recognise: ["assessed", "met", "posted"],
  refuse: IN_WORK,
  answer: ["recognised", "refused"],
  withdraw: OPEN_STATES,
  takeBack: ["incomplete", ...IN_WORK],
};

const refuse = (code: Refusal["code"]): Refusal => ({ code });

/** The steps that the state lets through, whatever their content. */
export const stepsFrom = ({ name, needs, met, before, complaint }: ProcedureState): ProcedureActionKind[] =>
  (Object.keys(FROM) as Exclude<ProcedureActionKind, "receive">[]).filter((kind) => FROM[kind].includes(name) && (kind !== "post" || met || !needs.includes("meet")) && (kind !== "takeBack" || before !== null) && (kind !== "complain" || complaint === null) && (kind !== "recheck" || complaint !== null));

function guardDecision(state: ProcedureState, action: Extract<ProcedureAction, { kind: "recognise" }>): Refusal | null {
  const { needs, met, postedTo, judged, complaint } = state;
  if (complaint !== null) return refuse("complaintOpen");
  if (needs.includes("meet") && !met) return refuse("meetingMissing");
  if (needs.includes("post") && postedTo === null) return refuse("postingMissing");
  if (postedTo !== null && action.on <= postedTo) return refuse("postingRuns");
  if (judged?.class != null && judged.class !== action.class && judged.certainty === "text") return refuse("judgedOtherwise");
  if (judged?.class !== action.class && !action.reason?.trim()) return refuse("reasonMissing");
  return null;
}

/** The state after a step, or why it cannot be taken. */
export function applyStep(state: ProcedureState | null, action: ProcedureAction): ProcedureState | Refusal {
  const { on } = action;
  if (action.kind === "receive") {
    if (state !== null) return refuse("needsState");
    const { hasForm, formNeeded, needs } = action;
    return { name: "received", since: on, hasForm, formNeeded, needs, facts: null, judged: null, met: false, postedTo: null, missing: null, complaint: null, outcome: null, before: null };
  }
  if (state === null) return refuse("notReceived");
  if (!FROM[action.kind].includes(state.name)) return refuse("needsState");
  if (on < state.since) return refuse("beforeLastStep");
  const next = (name: ProcedureStateName, more: Partial<ProcedureState> = {}): ProcedureState => ({ ...state, name, since: on, before: state, ...more });
  switch (action.kind) {
    case "askMore":
      return next("incomplete", { missing: action.missing });
    case "supply":
      return next("received", { hasForm: state.hasForm || action.hasForm, missing: null });
    case "accept":
      return state.formNeeded && !state.hasForm ? refuse("formMissing") : next("complete");
    case "assess": {
      const { kind: _kind, on: _on, judged, ...facts } = action;
      return next("assessed", { facts, judged, met: false, postedTo: null });
    }
    case "meet":
      // under the share asked: visited again (bước 3 Điều 4)
      return action.passed ? next("met", { met: true }) : next("complete", { facts: null, judged: null });
    case "post":
      return state.needs.includes("meet") && !state.met ? refuse("meetingMissing") : next("posted", { postedTo: action.to });
    case "complain":
      return state.complaint !== null ? refuse("needsState") : next(state.name, { complaint: { by: action.by, content: action.content } });
    case "recheck":
      if (state.complaint === null) return refuse("needsState");
      return action.stands ? next(state.name, { complaint: null }) : next("complete", { facts: null, judged: null, met: false, postedTo: null, complaint: null });
    case "attach":
      return { ...state, since: on };
    case "recognise":
      return guardDecision(state, action) ?? next("recognised", { outcome: "recognised", before: null });
    case "refuse":
      return state.complaint !== null ? refuse("complaintOpen") : next("refused", { outcome: "refused", before: null });
    case "answer":
      return next("answered", { before: null });
    case "withdraw":
      return next("withdrawn", { before: null });
    case "takeBack":
      return state.before ?? refuse("needsState");
  }
}

/** What appended actions add up to. Those on record were let through when they were taken. */
export function foldProcedure(actions: readonly ProcedureAction[]): ProcedureState {
  let state: ProcedureState | null = null;
  for (const action of actions) {
    const next = applyStep(state, action);
    if (!isRefusal(next)) state = next;
  }
  if (state === null) throw new Error("a request without its receipt");
  return state;
}
