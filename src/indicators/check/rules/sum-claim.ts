import { type Fraction, subtract } from "../../../kernel/decimal.ts";
import { ordersOf } from "./fit.ts";
import { exchanged } from "./hints.ts";
import { absolute, add, atMost, equal, type Interval, isPoint, minus, plus, point, ZERO } from "./interval.ts";
import { impliedFinding } from "./implied.ts";
import { agreementFinding, type Shown, written, writtenInterval } from "./judge.ts";
import { agree, type Candidate } from "./match.ts";
import { exactOf, type Operand, rangeOf, reread, textIn, valueIn } from "./operand.ts";
import { type Finding, finding, type Order, type Outcome, unknown } from "./outcome.ts";
import { otherPrint, type Printed, spread, writeExact, writeLike } from "./printed.ts";
import { unitFamily } from "./unit.ts";

export interface SumClaim {
  readonly parts: readonly (Operand | undefined)[];
  /** Taken off: households that left, in a movement table. */
  readonly minus: readonly (Operand | undefined)[];
  readonly total?: Operand | undefined;
  /** False for "trong đó": the parts may be less than the total. */
  readonly complete: boolean;
}
interface Terms {
  readonly parts: readonly Operand[];
  readonly minus: readonly Operand[];
}

/** Parts and total: exact for counts; for rounded rates and amounts within what their rounding allows. */
export function judgeSum(claim: SumClaim): Outcome {
  const absent = [...claim.parts, ...claim.minus].filter((part) => part === undefined).length;
  if (absent > 0 || !claim.total) return incomplete(claim, absent);
  const terms = { parts: claim.parts.filter(isGiven), minus: claim.minus.filter(isGiven) };
  const all = [...terms.parts, ...terms.minus, claim.total];
  const families = new Set(all.map(({ printed }) => unitFamily(printed.unit)).filter((family) => family !== undefined));
  if (families.size > 1) return unknown(finding("unitsMixed"));
  const total = wholeHundred(claim.total.printed, terms);
  const shown = describe(terms, total);
  if (!claim.complete) return judgeSubset(terms, total, shown);
  const agreement = agree(total, candidatesOf(terms), rangeOfTerms(terms));
  if (agreement) return { ...shown, verdict: agreement.verdict, reasons: [agreementFinding(agreement, shown, total)], hints: [] };
  return separatorOutcome(terms, total, shown) ?? wrongSum(terms, total, shown);
}

const isGiven = (part: Operand | undefined): part is Operand => part !== undefined;

/** Shares of one whole make exactly 100, however few decimals the total is printed with. */
function wholeHundred(total: Printed, { parts }: Terms): Printed {
  if (total.unit.kind !== "percent" || !equal(total.value, 100)) return total;
  const step = parts.map(({ printed }) => printed.step).reduce((a, b) => (atMost(a, b) ? a : b), total.step);
  return { ...total, step, decimals: Math.max(total.decimals, ...parts.map(({ printed }) => printed.decimals)), exact: true };
}

function addUp({ parts, minus }: Terms, value: (operand: Operand) => Fraction): Fraction {
  return subtract(parts.map(value).reduce(add, ZERO), minus.map(value).reduce(add, ZERO));
}

/** The unrounded total, when every term is known exactly. */
export function sumBehind({ parts, minus }: SumClaim): { raw: Fraction; rawText: string } | undefined {
  const all = [...parts, ...minus];
  if (!all.every((part) => part !== undefined && exactOf(part) !== undefined)) return undefined;
  const terms = { parts: parts.filter(isGiven), minus: minus.filter(isGiven) };
  return { raw: addUp(terms, (operand) => valueIn(operand, "raw")), rawText: formulaOf(terms, "raw") };
}

function candidatesOf(terms: Terms): Candidate[] {
  return ordersOf([...terms.parts, ...terms.minus]).map((order) => ({ order, value: addUp(terms, (operand) => valueIn(operand, order)) }));
}

const rangeOfTerms = (terms: Terms): Interval =>
  minus(terms.parts.map(rangeOf).reduce(plus, point(0)), terms.minus.map(rangeOf).reduce(plus, point(0)));

function describe(terms: Terms, total: Printed): Shown {
  const interval = rangeOfTerms(terms);
  return {
    computed: candidatesOf(terms).map(({ order, value }) => ({ order, formula: formulaOf(terms, order), ...written(value, total) })),
    ...(!isPoint(interval) && { interval: writtenInterval(interval) }),
  };
}

function formulaOf({ parts, minus }: Terms, order: Order): string {
  const added = parts.map((part) => textIn(part, order)).join(" + ");
  return [added, ...minus.map((part) => textIn(part, order))].join(" − ");
}

function judgeSubset(terms: Terms, total: Printed, shown: Shown): Outcome {
  const nominal = addUp(terms, ({ printed }) => printed.value);
  if (atMost(nominal, total.value)) return { ...shown, verdict: "consistent", reasons: [finding("sum.within")], hints: [] };
  const touches = atMost(rangeOfTerms(terms).low, spread(total).high);
  if (touches) return { ...shown, verdict: "rounding", reasons: [finding("sum.withinRounding")], hints: [] };
  const data = { sum: shown.computed[0]!.rounded, total: total.text };
  return { ...shown, verdict: "inconsistent", reasons: [finding("sum.exceeds", data)], hints: [] };
}

function wrongSum(terms: Terms, total: Printed, shown: Shown): Outcome {
  const computed = shown.computed[0]!;
  const gap = subtract(
    total.value,
    addUp(terms, ({ printed }) => printed.value),
  );
  const reasons = [finding("sum.differs", { printed: total.text, computed: computed.rounded, gap: writeLike(absolute(gap), total) })];
  return {
    ...shown,
    verdict: "inconsistent",
    reasons,
    hints: sumHints(terms, total, gap),
    suggestion: finding("write", { text: computed.rounded }),
  };
}

/** What would close the gap: a term left out or taken twice, a sign, two digits exchanged. */
function sumHints(terms: Terms, total: Printed, gap: Fraction): Finding[] {
  const all = [...terms.parts, ...terms.minus];
  const hints: Finding[] = [];
  for (const { printed } of all) {
    if (equal(add(gap, printed.value), 0) || equal(gap, printed.value)) hints.push(finding("hint.term", { term: printed.text }));
  }
  for (const to of exchanged(total)) if (equal(subtract(total.value, to.value), gap)) hints.push(transposition(total, to));
  for (const [list, sign] of [
    [terms.parts, 1n],
    [terms.minus, -1n],
  ] as const) {
    for (const { printed, raw } of list) {
      if (raw !== undefined) continue;
      for (const to of exchanged(printed)) {
        const moved = subtract(to.value, printed.value);
        if (equal({ n: moved.n * sign, d: moved.d }, gap)) hints.push(transposition(printed, to));
      }
    }
  }
  return hints.length <= 3 ? hints : [];
}

const transposition = (from: Printed, to: Printed): Finding => finding("hint.transposed", { from: from.text, to: writeLike(to.value, to) });

/** One number whose comma or dot was meant the other way: 1,075 hộ among 1.204 and 986. */
function separatorOutcome(terms: Terms, total: Printed, shown: Shown): Outcome | undefined {
  const told = (printed: Printed): Outcome => {
    const data = { printed: printed.text, text: writeLike(printed.value, printed) };
    return { ...shown, verdict: "misworded", reasons: [finding("separator", data)], hints: [], suggestion: finding("writeNumber", data) };
  };
  for (const [index, part] of terms.parts.entries()) {
    const other = reread(part);
    const tried = { ...terms, parts: terms.parts.with(index, other ?? part) };
    if (other && agree(total, candidatesOf(tried), undefined)?.verdict === "consistent") return told(other.printed);
  }
  const other = otherPrint(total);
  return other && agree(other, candidatesOf(terms), undefined)?.verdict === "consistent" ? told(other) : undefined;
}

/** One number of a sum is missing: what it must be. */
function incomplete({ parts, minus: taken, total, complete }: SumClaim, absent: number): Outcome {
  const fields = [...(absent > 0 ? ["parts"] : []), ...(total ? [] : ["total"])].join(", ");
  const reason = finding("missing", { fields });
  const given = { parts: parts.filter(isGiven), minus: taken.filter(isGiven) };
  if (absent + (total ? 0 : 1) !== 1 || !complete) return unknown(reason);
  const sum = rangeOfTerms(given);
  const inMinus = taken.includes(undefined);
  const range = !total ? sum : inMinus ? minus(sum, spread(total.printed)) : minus(spread(total.printed), sum);
  const exact = [...given.parts, ...given.minus].every((part) => exactOf(part) !== undefined);
  const exceeds = exact && total?.printed.exact === true && range.high.n < 0n;
  if (exceeds)
    return { ...unknown(finding("sum.exceeds", { sum: writeExact(sum.low), total: total.printed.text }), reason), verdict: "inconsistent" };
  const told = { of: fields, ...writtenInterval(range) };
  return { ...unknown(reason, impliedFinding(told)), implied: told };
}
