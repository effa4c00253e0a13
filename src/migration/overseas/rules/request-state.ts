import type { PlainDate } from "../../../kernel/date.ts";

export const REQUEST_STATES = ["received", "incomplete", "forwarded", "approved", "refused", "paid", "withdrawn"] as const;
export type RequestStateName = (typeof REQUEST_STATES)[number];
export const OPEN_REQUESTS: readonly RequestStateName[] = ["received", "incomplete", "forwarded"];

/** What happened to one request for support (2.002820). The commune receives and forwards, the province decides. */
export type RequestAction = { readonly on: PlainDate } & (
  | { readonly kind: "receive"; readonly complete: boolean; readonly papers: readonly string[] }
  | { readonly kind: "askMore"; readonly missing: string }
  | { readonly kind: "supply"; readonly papers: readonly string[] }
  | { readonly kind: "forward"; readonly documentNo: string | null }
  | { readonly kind: "approve"; readonly documentNo: string; readonly signer: string; readonly amountDong: number }
  | { readonly kind: "refuse"; readonly documentNo: string; readonly signer: string; readonly reason: string }
  | { readonly kind: "pay"; readonly how: string }
  | { readonly kind: "withdraw"; readonly reason: string }
  | { readonly kind: "takeBack"; readonly reason: string }
);
export type RequestStep = Exclude<RequestAction["kind"], "receive">;

export interface RequestState {
  readonly name: RequestStateName;
  readonly since: PlainDate;
  /** the day all papers were there; the term runs from it */
  readonly completeOn: PlainDate | null;
  readonly forwardedOn: PlainDate | null;
  readonly missing: string | null;
  readonly decision: { readonly on: PlainDate; readonly documentNo: string; readonly signer: string; readonly amountDong: number | null } | null;
  readonly paidOn: PlainDate | null;
}

/** Words in messages ("migration.request.<code>"). */
export interface RequestRefusal {
  readonly code: "needsState" | "beforeLastStep" | "incomplete" | "nothingToTakeBack";
  readonly state: RequestStateName | null;
}

const FROM: Readonly<Record<Exclude<RequestStep, "takeBack">, readonly RequestStateName[]>> = {
  askMore: ["received", "forwarded"],
  supply: ["incomplete"],
  forward: ["received"],
  approve: ["forwarded"],
  refuse: ["forwarded"],
  pay: ["approved"],
  withdraw: OPEN_REQUESTS,
};

/** Steps that the province takes; all others are the commune's too. */
export const PROVINCE_STEPS: readonly RequestStep[] = ["approve", "refuse"];

const standing = (actions: readonly RequestAction[]): RequestAction[] => {
  const kept: RequestAction[] = [];
  for (const action of actions) {
    if (action.kind === "takeBack") kept.pop();
    else kept.push(action);
  }
  return kept;
};

function after(state: RequestState, action: Exclude<RequestAction, { kind: "receive" | "takeBack" }>): RequestState {
  const at = (name: RequestStateName, more: Partial<RequestState> = {}): RequestState => ({ ...state, name, since: action.on, ...more });
  switch (action.kind) {
    case "askMore": return at("incomplete", { missing: action.missing, completeOn: null, forwardedOn: null });
    case "supply": return at("received", { missing: null, completeOn: action.on });
    case "forward": return at("forwarded", { forwardedOn: action.on });
    case "approve": return at("approved", { decision: { on: action.on, documentNo: action.documentNo, signer: action.signer, amountDong: action.amountDong } });
    case "refuse": return at("refused", { decision: { on: action.on, documentNo: action.documentNo, signer: action.signer, amountDong: null } });
    case "pay": return at("paid", { paidOn: action.on });
    case "withdraw": return at("withdrawn");
  }
}

/** All actions of a request in their order; null for none. */
export function foldRequest(actions: readonly RequestAction[]): RequestState | null {
  let state: RequestState | null = null;
  for (const action of standing(actions)) {
    if (action.kind === "receive") {
      state = { name: action.complete ? "received" : "incomplete", since: action.on, completeOn: action.complete ? action.on : null, forwardedOn: null, missing: null, decision: null, paidOn: null };
    } else if (action.kind !== "takeBack" && state !== null) state = after(state, action);
  }
  return state;
}

/** The next state, or why the step cannot be taken. */
export function applyRequestStep(actions: readonly RequestAction[], action: Exclude<RequestAction, { kind: "receive" }>): RequestState | RequestRefusal {
  const state = foldRequest(actions);
  if (state === null) return { code: "needsState", state: null };
  const refuse = (code: RequestRefusal["code"]): RequestRefusal => ({ code, state: state.name });
  if (action.kind === "takeBack") return standing(actions).length < 2 ? refuse("nothingToTakeBack") : foldRequest([...actions, action])!;
  if (action.kind === "forward" && state.name === "incomplete") return refuse("incomplete");
  if (!FROM[action.kind].includes(state.name)) return refuse("needsState");
  return action.on < state.since ? refuse("beforeLastStep") : after(state, action);
}

export const isRequestRefusal = (result: RequestState | RequestRefusal): result is RequestRefusal => "code" in result;

/** Steps that can be taken now, whatever their data. */
export function requestSteps(actions: readonly RequestAction[]): RequestStep[] {
  const state = foldRequest(actions);
  if (state === null) return [];
  const open = (Object.keys(FROM) as (keyof typeof FROM)[]).filter((kind) => FROM[kind].includes(state.name));
  return standing(actions).length < 2 ? open : [...open, "takeBack"];
}
