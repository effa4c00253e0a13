import type { Fraction } from "../../../kernel/decimal.ts";
import { candidatesOf, firstFit, type Pair } from "./fit.ts";
import { transposed } from "./hints.ts";
import { implied, impliedOf } from "./implied.ts";
import { type Interval, isPoint, ZERO } from "./interval.ts";
import type { Agreement } from "./match.ts";
import { type Operand, rangeOf, reread, textIn } from "./operand.ts";
import { type Computed, finding, type Finding, type Outcome, unknown } from "./outcome.ts";
import { otherPrint, type Printed, roundLike, writeExact, writeLike } from "./printed.ts";
import { exactly, type Reading } from "./reading.ts";
import type { ReadingClaim } from "./reading-claim.ts";

/** Verdict on one printed number: what it is by its words, else by other words or marks, else what may have gone wrong. */
export function judge(claim: ReadingClaim): Outcome {
  const { now, base, printed, expected, fields } = claim;
  const level = expected[0]!;
  if (!now && !base) return unknown(finding("missing", { fields: `${fields.now}, ${fields.base}` }));
  if (!base && printed === "dash") return { ...unknown(finding("dashMissing")), verdict: "consistent" };
  if (base && !exactly(level, ZERO, base.printed.value)) return zeroBase(claim);
  if (!now || !base) {
    const reckonable = printed !== undefined && printed !== "dash";
    return reckonable ? implied(claim, printed) : unknown(finding("missing", { fields: now ? fields.base : fields.now }));
  }
  if (printed === undefined || printed === "dash") return notPrinted(claim, { now, base });
  return judgeFull(claim, { now, base }, printed);
}

function judgeFull(claim: ReadingClaim, given: Pair, printed: Printed): Outcome {
  const slipped = [given.now, given.base].some(isSlippedCount);
  const pair = {
    now: isSlippedCount(given.now) ? reread(given.now)! : given.now,
    base: isSlippedCount(given.base) ? reread(given.base)! : given.base,
  };
  const fit = firstFit(claim.expected, pair, printed);
  const shown = describe(fit?.reading ?? claim.expected[0]!, pair, printed);
  if (fit) return settle(claim, fit.agreement, shown, slipped, printed);
  for (const { reading, code, verdict } of claim.others) {
    const other = firstFit([reading], pair, printed)?.agreement;
    if (!other || (other.verdict === "rounding" && other.how === "inputs")) continue;
    const reasons = [finding(code, { printed: printed.text }), ...unitOf(claim), ...claim.notes];
    return withPhrase(claim, { ...shown, verdict, reasons, hints: [] }, printed, true);
  }
  const separator = separatorFit(claim, pair, printed);
  if (separator) {
    const suggestion = finding("writeNumber", separator.data);
    return { ...shown, verdict: "misworded", reasons: [separator, ...claim.notes], suggestion, hints: [] };
  }
  const hints = [
    ...claim.hints(printed),
    ...transposed({ ...pair, printed }, (changed) => firstFit(claim.expected, changed, changed.printed) !== undefined),
  ];
  const reasons = [finding("differs", { printed: printed.text, ways: waysOf(shown) }), ...claim.notes];
  const wanted = impliedOf(claim, printed, "base", pair.now);
  return withPhrase(claim, { ...shown, verdict: "inconsistent", reasons, hints, ...(wanted && { implied: wanted }) }, printed, false);
}

function settle(claim: ReadingClaim, agreement: Agreement, shown: Shown, slipped: boolean, printed: Printed): Outcome {
  const reason = agreementFinding(agreement, shown, printed);
  const wrong = [...unitOf(claim), ...(slipped ? [finding("separatorCount")] : [])];
  const outcome: Outcome = { ...shown, verdict: agreement.verdict, reasons: [...wrong, reason, ...claim.notes], hints: [] };
  if (wrong.length > 0) return withPhrase(claim, { ...outcome, verdict: "misworded" }, printed, false);
  return agreement.verdict === "rounding" ? withPhrase(claim, outcome, printed, false) : outcome;
}

const unitOf = ({ wrongUnit }: ReadingClaim): readonly Finding[] => (wrongUnit ? [wrongUnit] : []);

function withPhrase(claim: ReadingClaim, outcome: Outcome, printed: Printed, both: boolean): Outcome {
  const text = claim.phrase(printed, both);
  return text === undefined ? outcome : { ...outcome, suggestion: finding("write", { text }) };
}

function zeroBase(claim: ReadingClaim): Outcome {
  const { printed } = claim;
  if (printed === "dash") return { ...unknown(finding("dashZero")), verdict: "consistent" };
  if (printed === undefined) return { ...unknown(finding("zeroBase")), suggestion: finding("write", { text: "—" }) };
  return { ...unknown(finding("zeroBase")), verdict: "inconsistent", suggestion: finding("write", { text: "—" }) };
}

function notPrinted(claim: ReadingClaim, pair: Pair): Outcome {
  const shown = describe(claim.expected[0]!, pair, claim.blank);
  const reason = claim.printed === "dash" ? finding("dashButKnown") : finding("missing", { fields: "printed" });
  return withPhrase(claim, { ...shown, verdict: "unknown", reasons: [reason, ...claim.notes], hints: [] }, claim.blank, false);
}

/** "7,125 người": no one counts thousandths of a person. */
function isSlippedCount({ printed, raw }: Operand): boolean {
  return (
    raw === undefined &&
    printed.unit.kind === "count" &&
    printed.unit.power === 0 &&
    printed.otherReading !== undefined &&
    printed.value.d !== 1n
  );
}

/** Why a number agrees, with the reckoning that it agrees with. */
export function agreementFinding(agreement: Agreement, shown: Shown, printed: Printed): Finding {
  const order = agreement.verdict === "consistent" ? agreement.orders[0] : undefined;
  const { formula, value } = shown.computed.find((computed) => computed.order === order) ?? shown.computed[0]!;
  const data = { formula, value, printed: printed.text };
  if (agreement.verdict === "consistent") return finding(`by.${agreement.orders.join("+")}`, data);
  return finding(`rounding.${agreement.how}`, { ...data, low: shown.interval?.low ?? value, high: shown.interval?.high ?? value });
}

/** "148 / 3.127 × 100 = 4,733… (4,73%)" for each order of rounding. */
export const waysOf = ({ computed }: Shown): string =>
  computed.map(({ formula, value, rounded }) => `${formula} = ${value} (${rounded})`).join("; ");

export type Shown = { readonly computed: readonly Computed[]; readonly interval?: { readonly low: string; readonly high: string } };

function describe(reading: Reading, pair: Pair, like: Printed): Shown {
  const computed = candidatesOf(reading, pair).map(({ order, value }) => ({
    order,
    formula: reading.formula(textIn(pair.now, order), textIn(pair.base, order)),
    ...written(value, like),
  }));
  const interval = reading.of(rangeOf(pair.now), rangeOf(pair.base));
  return { computed, ...(interval && !isPoint(interval) && { interval: writtenInterval(interval) }) };
}

export const written = (value: Fraction, like: Printed): Omit<Computed, "order" | "formula"> => ({
  value: writeExact(value),
  fraction: `${value.n}/${value.d}`,
  rounded: writeLike(roundLike(value, like), like),
});

export const writtenInterval = ({ low, high }: Interval): { low: string; high: string } => ({
  low: writeExact(low),
  high: writeExact(high),
});

/** One of the marks, read the other way, makes the number right. */
function separatorFit(claim: ReadingClaim, pair: Pair, printed: Printed): Finding | undefined {
  const now = reread(pair.now);
  const base = reread(pair.base);
  const print = otherPrint(printed);
  const tries: readonly [Operand | undefined, Pair, Printed][] = [
    [now, { ...pair, now: now ?? pair.now }, printed],
    [base, { ...pair, base: base ?? pair.base }, printed],
    [print && { printed: print }, pair, print ?? printed],
  ];
  for (const [changed, tried, shown] of tries) {
    const fit = changed && firstFit(claim.expected, tried, shown)?.agreement;
    if (!changed || fit?.verdict !== "consistent") continue;
    return finding("separator", { printed: changed.printed.text, text: writeLike(changed.printed.value, changed.printed) });
  }
  return undefined;
}
