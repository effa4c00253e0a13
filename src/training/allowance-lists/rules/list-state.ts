/** tính → cơ sở ký → duyệt → chi → quyết toán; given back from signed or approved, then made anew. */
export const LIST_STATES = ["computed", "signed", "returned", "approved", "paid", "settled"] as const;
export type ListState = (typeof LIST_STATES)[number];
export const LIST_STEPS = ["sign", "approve", "pay", "settle", "giveBack"] as const;
export type ListStep = (typeof LIST_STEPS)[number];
export const isListStep = (kind: string): kind is ListStep => (LIST_STEPS as readonly string[]).includes(kind);

const FROM: Readonly<Record<ListStep, readonly ListState[]>> = { sign: ["computed"], approve: ["signed"], pay: ["approved"], settle: ["paid"], giveBack: ["signed", "approved"] };
const TO: Readonly<Record<ListStep, ListState>> = { sign: "signed", approve: "approved", pay: "paid", settle: "settled", giveBack: "returned" };

/** The state after a step; undefined where it cannot be taken. */
export const afterStep = (state: ListState, step: ListStep): ListState | undefined => (FROM[step].includes(state) ? TO[step] : undefined);
export const stepsFrom = (state: ListState): ListStep[] => LIST_STEPS.filter((step) => FROM[step].includes(state));
/** The state that steps add up to, from the list as it was made. */
export const listStateOf = (steps: readonly { readonly kind: string }[]): ListState => steps.reduce<ListState>((state, { kind }) => (isListStep(kind) ? (afterStep(state, kind) ?? state) : state), "computed");
/** Those who teach sign; the office that pays does the rest. */
export const byWhom = (step: ListStep): "maker" | "payer" => (step === "sign" ? "maker" : "payer");
/** A list in these states may be made anew: the old one is voided. */
export const REMADE: readonly ListState[] = ["computed", "returned"];
/** One line may be given back, laid down or reckoned anew until the list is approved. */
export const LINES_OPEN: readonly ListState[] = ["computed", "signed"];
