import type { PlainDate } from "../../../kernel/date.ts";

export const CASE_STATES = [
  "listed", "quick_check_failed", "surveyed", "scored", "not_found", "met", "posted", "complaint", "rechecked", "reposted", "reported", "opinion", "recognised", "certified", "withdrawn", "moved_away", "duplicate",
] as const;
export type CaseStateName = (typeof CASE_STATES)[number];

export type ListClass = "poor" | "near_poor";
export type PreviousClass = ListClass | "none";
/** What a score came to: class of the standard and the recognised list it belongs to; null while something is missing. */
export interface Scored {
  readonly class: string | null;
  readonly list: ListClass | null;
}

/** What happened to one household in one result set of a round. `on`: the day it happened. Appended, never changed. */
export type CaseAction = { readonly on: PlainDate } & (
  | { readonly kind: "list"; readonly origin: "on_list" | "request" | "found"; readonly previousClass: PreviousClass }
  | { readonly kind: "quickCheck"; readonly passed: boolean; readonly reason?: string }
  | ({ readonly kind: "survey"; readonly assessmentId: string; readonly surveyorId: string | null; readonly flags: readonly CaseFlag[] } & Scored)
  /** Mẫu số 01 of a household that was found without one */
  | { readonly kind: "fileRequest"; readonly formNo: string; readonly receivedOn: PlainDate }
  | { readonly kind: "notVisited"; readonly reason: string }
  | { readonly kind: "sendBack"; readonly reason: string }
  | { readonly kind: "meet"; readonly meetingId: string; readonly agree: number; readonly present: number; readonly passed: boolean }
  | { readonly kind: "unmeet"; readonly reason: string }
  | { readonly kind: "post"; readonly postingId: string; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: "complain"; readonly content: string; readonly by: string; readonly dueOn: PlainDate | null }
  | ({ readonly kind: "recheck"; readonly assessmentId: string | null; readonly content: string } & Scored)
  | { readonly kind: "report"; readonly opinionId: string }
  | { readonly kind: "opine"; readonly opinionId: string }
  | ({ readonly kind: "recognise"; readonly decisionNo: string } & Scored)
  | { readonly kind: "certify"; readonly certificateId: string }
  | { readonly kind: "withdraw"; readonly reason: string }
  | { readonly kind: "moveAway"; readonly reason: string }
  | { readonly kind: "duplicate"; readonly reason: string }
  | { readonly kind: "reopen"; readonly reason: string }
);
export type CaseActionKind = CaseAction["kind"];

/** revisit: to be visited again; not_visited: nobody was met, the class of before stays; jump: V17, the class changed by a leap of points. */
export type CaseFlag = "revisit" | "not_visited" | "jump" | "without_request" | "class_kept";

/** What the actions of one household add up to. */
export interface CaseState {
  readonly name: CaseStateName;
  readonly since: PlainDate;
  readonly origin: "on_list" | "request" | "found";
  readonly previousClass: PreviousClass;
  readonly quickChecked: boolean;
  readonly class: string | null;
  readonly list: ListClass | null;
  readonly assessmentId: string | null;
  readonly surveyorId: string | null;
  readonly meetingId: string | null;
  /** what the last meeting was held on, so that minutes recorded wrongly can be taken back */
  readonly atMeeting: ({ readonly id: string; readonly name: "scored" | "not_found"; readonly assessmentId: string | null; readonly flags: readonly CaseFlag[] } & Scored) | null;
  readonly posting: { readonly id: string; readonly from: PlainDate; readonly to: PlainDate } | null;
  readonly complaintDue: PlainDate | null;
  readonly flags: readonly CaseFlag[];
  readonly note: string | null;
}

/** Why an action cannot be taken; words in messages ("poverty.case.<code>"). */
export interface Refusal {
  readonly code: "needsState" | "notListed" | "listedAlready" | "quickCheckFirst" | "classOpen" | "postingRuns" | "readOnly" | "notOnRequest";
  readonly state: CaseStateName | null;
}

const VISITABLE: readonly CaseStateName[] = ["listed", "surveyed", "scored", "not_found"];
const BEFORE_REPORT: readonly CaseStateName[] = ["surveyed", "scored", "not_found", "met", "posted", "complaint", "rechecked", "reposted"];
const EXITS: readonly CaseStateName[] = ["quick_check_failed", "withdrawn", "moved_away", "duplicate"];
const CLOSED: readonly CaseStateName[] = ["recognised", "certified"];

/** States from which each action may be taken. */
export const FROM: Readonly<Record<Exclude<CaseActionKind, "list">, readonly CaseStateName[]>> = {
  quickCheck: ["listed"],
  fileRequest: ["listed", ...BEFORE_REPORT, "reported", "opinion"],
  survey: VISITABLE,
  notVisited: ["listed", "surveyed", "not_found"],
  sendBack: [...BEFORE_REPORT, "reported", "opinion"],
  meet: ["scored", "not_found"],
  unmeet: ["met", "listed"],
  post: ["met", "rechecked"],
  complain: ["posted", "reposted"],
  recheck: ["complaint"],
  report: ["posted", "reposted", "reported"],
  opine: ["reported"],
  recognise: ["posted", "reposted", "reported", "opinion"],
  certify: ["recognised"],
  withdraw: ["listed", ...BEFORE_REPORT],
  moveAway: ["listed", ...BEFORE_REPORT],
  duplicate: ["listed", ...BEFORE_REPORT],
  reopen: EXITS,
};

/** Undefined when the action may be taken now. The same guard on the server, on a phone and in tests. */
export function refusalOf(state: CaseState | null, action: CaseAction): Refusal | undefined {
  const refuse = (code: Refusal["code"]): Refusal => ({ code, state: state?.name ?? null });
  if (action.kind === "list") return state === null ? undefined : refuse("listedAlready");
  if (state === null) return refuse("notListed");
  if (CLOSED.includes(state.name) && action.kind !== "certify") return refuse("readOnly");
  if (!FROM[action.kind].includes(state.name)) return refuse("needsState");
  if (action.kind === "unmeet" && state.atMeeting === null) return refuse("needsState");
  if (action.kind === "survey" && state.origin === "request" && !state.quickChecked) return refuse("quickCheckFirst");
  if (action.kind === "withdraw" && state.origin !== "request") return refuse("notOnRequest");
  if (action.kind === "meet" && state.name === "scored" && state.class === null) return refuse("classOpen");
  if (action.kind === "recheck" && action.class === null) return refuse("classOpen");
  if ((action.kind === "report" || action.kind === "recognise") && state.posting !== null && action.on <= state.posting.to) return refuse("postingRuns");
  return undefined;
}

const without = (flags: readonly CaseFlag[], ...gone: readonly CaseFlag[]): CaseFlag[] => flags.filter((flag) => !gone.includes(flag));
const withFlag = (flags: readonly CaseFlag[], flag: CaseFlag): CaseFlag[] => [...without(flags, flag), flag];
const NO_SCORE = { class: null, list: null, assessmentId: null } as const;
/** Sent back or re-opened: what was met and posted is done again. */
const AGAIN = { meetingId: null, atMeeting: null, posting: null, complaintDue: null } as const;

const asMet = ({ name, class: id, list, assessmentId, flags }: CaseState, meetingId: string): CaseState["atMeeting"] => ({
  id: meetingId, name: name === "not_found" ? "not_found" : "scored", class: id, list, assessmentId, flags,
});

/** The state after an action that its guard lets through. */
function after(state: CaseState, action: Exclude<CaseAction, { kind: "list" }>): CaseState {
  const at = (name: CaseStateName, more: Partial<CaseState> = {}): CaseState => ({ ...state, name, since: action.on, ...more });
  const { flags } = state;
  switch (action.kind) {
    case "quickCheck":
      return action.passed ? at("listed", { quickChecked: true }) : at("quick_check_failed", { quickChecked: true, note: action.reason ?? null });
    case "survey": {
      const { class: id, list, assessmentId, surveyorId } = action;
      return at(id === null ? "surveyed" : "scored", { ...AGAIN, class: id, list, assessmentId, surveyorId, flags: [...without(flags, "revisit", "not_visited", "jump", "class_kept"), ...action.flags], note: null });
    }
    case "fileRequest":
      return { ...state, flags: without(flags, "without_request") };
    case "notVisited":
      return at("not_found", { ...NO_SCORE, ...AGAIN, list: state.previousClass === "none" ? null : state.previousClass, flags: withFlag(flags, "not_visited"), note: action.reason });
    case "sendBack":
      return at("listed", { ...NO_SCORE, ...AGAIN, flags: withFlag(without(flags, "not_visited"), "revisit"), note: action.reason });
    case "meet":
      return action.passed
        ? at("met", { meetingId: action.meetingId, atMeeting: asMet(state, action.meetingId) })
        : at("listed", { ...NO_SCORE, ...AGAIN, atMeeting: asMet(state, action.meetingId), flags: withFlag(without(flags, "not_visited"), "revisit") });
    case "unmeet": {
      const { name, flags: before, class: id, list, assessmentId } = state.atMeeting!;
      return at(name, { ...AGAIN, class: id, list, assessmentId, flags: before, note: action.reason });
    }
    case "post":
      return at(state.name === "rechecked" ? "reposted" : "posted", { posting: { id: action.postingId, from: action.from, to: action.to } });
    case "complain":
      return at("complaint", { complaintDue: action.dueOn, note: action.content });
    case "recheck":
      return at("rechecked", { class: action.class, list: action.list, assessmentId: action.assessmentId ?? state.assessmentId, complaintDue: null, posting: null, flags: without(flags, "not_visited"), note: action.content });
    case "report":
      return at("reported");
    case "opine":
      return at("opinion");
    case "recognise":
      return at("recognised", { class: action.class, list: action.list });
    case "certify":
      return at("certified");
    case "withdraw":
      return at("withdrawn", { note: action.reason });
    case "moveAway":
      return at("moved_away", { note: action.reason });
    case "duplicate":
      return at("duplicate", { note: action.reason });
    case "reopen":
      return at("listed", { ...NO_SCORE, ...AGAIN, quickChecked: false, note: action.reason });
  }
}

/** The next state, or why the action cannot be taken. */
export function applyAction(state: CaseState | null, action: CaseAction): CaseState | Refusal {
  const refusal = refusalOf(state, action);
  if (refusal) return refusal;
  if (action.kind !== "list") return after(state!, action);
  const { origin, previousClass, on } = action;
  return {
    name: "listed", since: on, origin, previousClass, quickChecked: false, ...NO_SCORE, surveyorId: null, ...AGAIN, flags: origin === "found" ? ["without_request"] : [], note: null,
  };
}

export const isRefusal = (result: CaseState | Refusal): result is Refusal => "code" in result;

/** All actions of a case in their order. Throws on an action that its guard forbids: such a record was never written by the program. */
export function foldCase(actions: readonly CaseAction[]): CaseState | null {
  let state: CaseState | null = null;
  for (const action of actions) {
    const next: CaseState | Refusal = applyAction(state, action);
    if (isRefusal(next)) throw new Error(`action ${action.kind} is not allowed: ${next.code}`);
    state = next;
  }
  return state;
}

/** Actions an officer can take now, whatever their data. */
export const actionsFrom = (state: CaseState): CaseActionKind[] =>
  CLOSED.includes(state.name)
    ? (state.name === "recognised" ? ["certify"] : [])
    : (Object.keys(FROM) as (keyof typeof FROM)[]).filter((kind) => FROM[kind].includes(state.name) && (kind !== "withdraw" || state.origin === "request") && (kind !== "unmeet" || state.atMeeting !== null) && (kind !== "survey" || state.origin !== "request" || state.quickChecked));

/** At least so many percent of those present agree; exactly that share passes. */
export const passes = (agree: number, present: number, percent: number): boolean => present > 0 && agree * 100 >= percent * present;
