import type { PlainDate } from "../../../kernel/date.ts";
import { firstOf, lastOf, surelyBefore, type KnownDay } from "../../rules/known-day.ts";

/** Wish, advice, in training, waiting to leave; left, extended, left the contract; home on time, home early, dead or missing; given up. */
export const OVERSEAS_STATES = ["nguyen_vong", "tu_van", "dang_hoc", "cho_xc", "da_xc", "gia_han", "bo_hd", "ve_dung_han", "ve_truoc_han", "tu_vong_mat_tich", "huy"] as const;
export type OverseasStateName = (typeof OVERSEAS_STATES)[number];

export const BEFORE: readonly OverseasStateName[] = ["nguyen_vong", "tu_van", "dang_hoc", "cho_xc"];
export const ABROAD: readonly OverseasStateName[] = ["da_xc", "gia_han", "bo_hd"];
export const OVER: readonly OverseasStateName[] = ["ve_dung_han", "ve_truoc_han", "tu_vong_mat_tich", "huy"];

/** What happened in one case. `on` is the day it happened, `precision` month where only the month is known. Appended, never changed. */
export type OverseasAction = { readonly on: PlainDate; readonly precision?: "day" | "month" } & (
  /** `undated`: a list named the person without a day, which is then the day of the list */
  | { readonly kind: "wish"; readonly source: string; readonly undated?: boolean }
  | { readonly kind: "advise"; readonly by: string; readonly content: string }
  | { readonly kind: "study"; readonly course: "language" | "vocational" | "orientation"; readonly place: string }
  | { readonly kind: "await"; readonly contractNo: string | null }
  | { readonly kind: "depart"; readonly reportedOn: PlainDate; readonly dueBackOn: PlainDate | null; readonly reason: string | null; readonly previousReturn: KnownDay | null }
  | { readonly kind: "extend"; readonly to: PlainDate; readonly contractNo: string | null }
  | { readonly kind: "abandon" }
  | { readonly kind: "resume"; readonly reason: string }
  | { readonly kind: "return"; readonly early: boolean; readonly reason: string }
  | { readonly kind: "lost"; readonly fate: "dead" | "missing" }
  | { readonly kind: "cancel"; readonly reason: string }
  | { readonly kind: "reopen"; readonly reason: string }
  | { readonly kind: "takeBack"; readonly reason: string }
);
export type OverseasActionKind = OverseasAction["kind"];
export type OverseasStep = Exclude<OverseasActionKind, "wish">;
export const STEP_KINDS: readonly OverseasActionKind[] = ["wish", "advise", "study", "await", "depart", "extend", "abandon", "resume", "return", "lost", "cancel", "reopen", "takeBack"];

/** What the case says beside its steps and a guard asks for. */
export interface CaseFacts {
  readonly market: string | null;
}

export interface OverseasState {
  readonly name: OverseasStateName;
  readonly since: KnownDay;
  /** `since` is only the day by which it was known: what comes next may have happened before */
  readonly undated: boolean;
  /** the first departure: what is counted, once. Coming back under a contract after having left it is none */
  readonly departure: (KnownDay & { readonly reportedOn: PlainDate }) | null;
  readonly dueBackOn: PlainDate | null;
  readonly abandonedOn: PlainDate | null;
  readonly returned: (KnownDay & { readonly early: boolean }) | null;
  readonly note: string | null;
}

/** Why a step cannot be taken; words in messages ("migration.overseas.<code>"). */
export type RefusalCode = "startedAlready" | "notStarted" | "needsState" | "beforeLastStep" | "marketMissing" | "departedAfterReport" | "notAwaited" | "departedBeforeReturn" | "leftContract" | "extendsBackwards" | "nothingToTakeBack";
export interface Refusal {
  readonly code: RefusalCode;
  readonly state: OverseasStateName | null;
}

/** States from which each step may be taken. */
export const FROM: Readonly<Record<Exclude<OverseasStep, "takeBack">, readonly OverseasStateName[]>> = {
  advise: ["nguyen_vong", "tu_van"],
  study: BEFORE,
  await: ["nguyen_vong", "tu_van", "dang_hoc"],
  depart: BEFORE,
  extend: ["da_xc", "gia_han"],
  abandon: ["da_xc", "gia_han"],
  resume: ["bo_hd"],
  return: ABROAD,
  lost: ABROAD,
  cancel: BEFORE,
  reopen: ["huy"],
};

const dayOf = ({ on, precision = "day" }: OverseasAction): KnownDay => ({ on: firstOf({ on, precision }), precision });

/** Undefined when the step may be taken now. The same guard on the server, on a phone and in tests. */
export function refusalOf(state: OverseasState | null, action: OverseasAction, facts: CaseFacts): Refusal | undefined {
  const refuse = (code: RefusalCode): Refusal => ({ code, state: state?.name ?? null });
  if (action.kind === "wish") return state === null ? undefined : refuse("startedAlready");
  if (state === null) return refuse("notStarted");
  if (action.kind === "takeBack") return undefined;
  if (!FROM[action.kind].includes(state.name)) return refuse("needsState");
  const on = dayOf(action);
  if (!state.undated && surelyBefore(on, state.since)) return refuse("beforeLastStep");
  if (action.kind === "depart") return departureRefusal(state, action, on, facts);
  if (action.kind === "await" && facts.market === null) return refuse("marketMissing");
  if (action.kind === "return" && state.name === "bo_hd" && !action.early) return refuse("leftContract");
  if (action.kind === "extend" && action.to <= (state.dueBackOn ?? lastOf(on))) return refuse("extendsBackwards");
  return undefined;
}

function departureRefusal(state: OverseasState, action: Extract<OverseasAction, { kind: "depart" }>, on: KnownDay, { market }: CaseFacts): Refusal | undefined {
  const refuse = (code: RefusalCode): Refusal => ({ code, state: state.name });
  if (market === null) return refuse("marketMissing");
  if (firstOf(on) > action.reportedOn) return refuse("departedAfterReport");
  if (state.name !== "cho_xc" && !action.reason) return refuse("notAwaited");
  if (action.previousReturn !== null && surelyBefore(on, action.previousReturn)) return refuse("departedBeforeReturn");
  return undefined;
}

/** The state after a step that its guard lets through. */
function after(state: OverseasState, action: Exclude<OverseasAction, { kind: "wish" | "takeBack" }>): OverseasState {
  const at = (name: OverseasStateName, more: Partial<OverseasState> = {}): OverseasState => ({ ...state, name, since: dayOf(action), undated: false, note: null, ...more });
  switch (action.kind) {
    case "advise": return at("tu_van");
    case "study": return at("dang_hoc");
    case "await": return at("cho_xc");
    case "depart": return at("da_xc", { departure: { ...dayOf(action), reportedOn: action.reportedOn }, dueBackOn: action.dueBackOn, note: action.reason });
    case "extend": return at("gia_han", { dueBackOn: action.to });
    case "abandon": return at("bo_hd", { abandonedOn: action.on });
    case "resume": return at("da_xc", { note: action.reason });
    case "return": return at(action.early ? "ve_truoc_han" : "ve_dung_han", { returned: { ...dayOf(action), early: action.early }, note: action.reason });
    case "lost": return at("tu_vong_mat_tich");
    case "cancel": return at("huy", { note: action.reason });
    case "reopen": return at("nguyen_vong", { note: action.reason });
  }
}

export const isRefusal = (result: OverseasState | Refusal): result is Refusal => "code" in result;

/** Actions that still hold: a step that was taken back, and the taking back, are out. */
export function standingActions(actions: readonly OverseasAction[]): OverseasAction[] {
  const standing: OverseasAction[] = [];
  for (const action of actions) {
    if (action.kind === "takeBack") standing.pop();
    else standing.push(action);
  }
  return standing;
}

/** All actions of a case in their order; null for none. Guards were asked when each was written and are not asked again. */
export function foldOverseas(actions: readonly OverseasAction[]): OverseasState | null {
  let state: OverseasState | null = null;
  for (const action of standingActions(actions)) {
    if (action.kind === "wish") state = { name: "nguyen_vong", since: dayOf(action), undated: action.undated === true, departure: null, dueBackOn: null, abandonedOn: null, returned: null, note: null };
    else if (action.kind !== "takeBack" && state !== null) state = after(state, action);
  }
  return state;
}

/** The next state, or why the step cannot be taken. The wish itself is not taken back: the case is cancelled. */
export function applyAction(actions: readonly OverseasAction[], action: OverseasAction, facts: CaseFacts): OverseasState | Refusal {
  const state = foldOverseas(actions);
  const refusal = refusalOf(state, action, facts);
  if (refusal) return refusal;
  if (action.kind === "takeBack" && standingActions(actions).length < 2) return { code: "nothingToTakeBack", state: state?.name ?? null };
  return foldOverseas([...actions, action])!;
}

/** Steps an officer can take now, whatever their data. */
export function stepsFrom(actions: readonly OverseasAction[]): OverseasStep[] {
  const state = foldOverseas(actions);
  if (state === null) return [];
  const open = (Object.keys(FROM) as (keyof typeof FROM)[]).filter((kind) => FROM[kind].includes(state.name));
  return standingActions(actions).length < 2 ? open : [...open, "takeBack"];
}

/** Where the case stood on a day, from what had happened by then (a month counts from its first day). A step tells of the wish before it, whatever its day. */
export function stateOn(actions: readonly OverseasAction[], on: PlainDate): OverseasState | null {
  const happened = (action: OverseasAction): boolean => firstOf(dayOf(action)) <= on;
  const known = standingActions(actions).filter((action) => action.kind === "wish" || happened(action));
  return known.some(happened) ? foldOverseas(known) : null;
}
