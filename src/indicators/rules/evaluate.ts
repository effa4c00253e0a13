import { compareQuantities, decimal, decimalText, fraction, roundHalfUp, type Decimal } from "../../kernel/decimal.ts";
import { AppError } from "../../kernel/error.ts";
import { formatPercent, formatPoints, percentOf, pointsBetween, pointsBetweenRaw, rate, reduction } from "../../kernel/ratio.ts";
import { formatDecimal, formatInteger } from "../../kernel/text/number.ts";
import { denominatorOf, yearsIn, type PlanYears } from "./denominator.ts";
import { isWhole, PERCENT_OF_PLAN_DECIMALS, type CountId, type Definition } from "./definition.ts";
import { countIn, isMissing, marksOf, type Count, type Counts, type Figure, type FigureKind, type FigureOrMissing, type Input, type Missing } from "./figure.ts";

/** The counts of a day, and of the day the comparison starts from. */
export interface Material {
  readonly on: string;
  readonly previousOn: string;
  readonly now: Counts;
  readonly previous: Counts;
}

type Definitions = ReadonlyMap<string, Definition>;
type Rate = Extract<Definition["formula"], { kind: "rate" }>;

const inputOf = (name: CountId, on: string, count: Count): Input => ({ name, on, value: String(count.value), source: count.source, kind: count.kind });

function getDefinition(definitions: Definitions, id: string): Definition {
  const found = definitions.get(id);
  if (!found) throw new AppError("not_found", "indicators.unknown", { id });
  return found;
}

interface Taken {
  readonly part: number;
  readonly whole: number;
  readonly inputs: readonly Input[];
}

function takeRate(formula: Rate, counts: Counts, on: string): Taken | { missing: Missing } {
  const inputs: Input[] = [];
  let part = 0;
  for (const name of [...formula.part, formula.whole]) {
    const count = countIn(counts, name);
    if (isMissing(count)) return count;
    inputs.push(inputOf(name, on, count));
    if (name !== formula.whole) part += count.value;
  }
  const whole = (countIn(counts, formula.whole) as Count).value;
  if (whole === 0) return { missing: { code: "indicators.zeroDenominator", data: { on } } };
  if (part > whole) return { missing: { code: "indicators.rateAbove100", data: { on, part, whole } } };
  return { part, whole, inputs };
}

const figure = (definition: Definition, value: Decimal, text: string, inputs: readonly Input[]): Figure => ({
  indicator: definition.id, value: decimalText(value), text, unit: definition.unit, marks: marksOf(inputs), inputs,
});

/** The value of an indicator over counted numbers, exact, with everything that went into it; or why there is none. */
export function evaluate(definitions: Definitions, id: string, material: Material): FigureOrMissing {
  const definition = getDefinition(definitions, id);
  const { formula } = definition;
  if (formula.kind === "count") {
    const count = countIn(material.now, formula.of);
    if (isMissing(count)) return { indicator: id, missing: count.missing };
    return figure(definition, { units: BigInt(count.value), scale: 0 }, formatInteger(count.value), [inputOf(formula.of, material.on, count)]);
  }
  if (formula.kind === "rate") {
    const taken = takeRate(formula, material.now, material.on);
    if (isMissing(taken)) return { indicator: id, missing: taken.missing };
    const value = rate(taken.part, taken.whole, formula.decimals)!;
    return figure(definition, value.percent, formatPercent(value), taken.inputs);
  }
  if (formula.kind === "target") return { indicator: id, missing: { code: "indicators.onlyTarget", data: { id } } };
  return evaluateReduction(definitions, definition, formula, material);
}

function evaluateReduction(definitions: Definitions, definition: Definition, formula: Extract<Definition["formula"], { kind: "reduction" }>, material: Material): FigureOrMissing {
  const base = getDefinition(definitions, formula.of);
  if (base.formula.kind === "count") {
    const name = base.formula.of;
    const [now, previous] = [countIn(material.now, name), countIn(material.previous, name)];
    for (const count of [now, previous]) if (isMissing(count)) return { indicator: definition.id, missing: count.missing };
    const [a, b] = [previous as Count, now as Count];
    const inputs = [inputOf(name, material.previousOn, a), inputOf(name, material.on, b)];
    return figure(definition, { units: BigInt(a.value - b.value), scale: 0 }, formatInteger(a.value - b.value), inputs);
  }
  if (base.formula.kind !== "rate") throw new AppError("invalid", "indicators.badDefinition", { id: definition.id });
  const { decimals } = base.formula;
  const previous = takeRate(base.formula, material.previous, material.previousOn);
  if (isMissing(previous)) return { indicator: definition.id, missing: previous.missing };
  const now = takeRate(base.formula, material.now, material.on);
  if (isMissing(now)) return { indicator: definition.id, missing: now.missing };
  const change = formula.ratioOf === "rounded"
    ? pointsBetween(rate(previous.part, previous.whole, decimals)!, rate(now.part, now.whole, decimals)!)
    : pointsBetweenRaw(previous.part, previous.whole, now.part, now.whole, decimals)!;
  const fell = reduction(change);
  return figure(definition, fell.points, formatPoints(fell), [...previous.inputs, ...now.inputs]);
}

/** A plan as it stands in its document. */
export interface Plan extends PlanYears {
  readonly id: string;
  /** machine text: "1.70" */
  readonly value: string;
  readonly kind: FigureKind;
  readonly planKind: string;
  readonly document: string;
}

const ID_OF = { PLAN_YEAR: "percent_of_plan", PLAN_5Y_TOTAL: "percent_of_term_plan", PLAN_5Y_ANNUAL_SLICE: "percent_of_term_slice" } as const;
export type PlanDenominator = keyof typeof ID_OF;

/** A flow, or a level that should rise: result in percent of plan. A level that should fall has no such ratio (poverty.md §6.1). */
export function percentOfPlan(definition: Definition, actual: Figure, plan: Plan, of: PlanDenominator = "PLAN_YEAR"): Figure | { readonly indicator: string; readonly missing: Missing } {
  const indicator = `${definition.id}#${ID_OF[of]}`;
  if (definition.nature === "level" && definition.direction === "down") return { indicator, missing: { code: "indicators.levelPlan", data: { id: definition.id } } };
  const value = percentOf(decimal(actual.value), denominatorOf(of, decimal(plan.value), yearsIn(plan)), PERCENT_OF_PLAN_DECIMALS);
  if (value === null) return { indicator, missing: { code: "indicators.zeroPlan", data: { document: plan.document } } };
  const inputs: Input[] = [...actual.inputs, { name: "plan", on: "", value: plan.value, source: plan.document, kind: plan.kind }];
  return { indicator, value: decimalText(value.percent), text: formatPercent(value), unit: "%", marks: marksOf(inputs), inputs };
}

/** The share of one year of a plan of several, as printed: "4.200"; at most two decimals where it does not come out even. */
export function sliceText(plan: Plan): string {
  const { n, d } = fraction(denominatorOf("PLAN_5Y_ANNUAL_SLICE", decimal(plan.value), yearsIn(plan)));
  return d === 1n ? formatDecimal({ units: n, scale: 0 }) : formatDecimal(roundHalfUp(n, d, 2));
}

/** Sums the years of a term up to now; null where one of them has no number. */
export function addYears(definition: Definition, years: readonly FigureOrMissing[]): Figure | null {
  if (years.length === 0 || years.some((year) => isMissing(year))) return null;
  const all = years as readonly Figure[];
  const values = all.map((year) => decimal(year.value));
  const scale = Math.max(...values.map((value) => value.scale));
  const units = values.reduce((sum, value) => sum + value.units * 10n ** BigInt(scale - value.scale), 0n);
  const inputs = all.flatMap((year) => year.inputs);
  return { indicator: definition.id, value: decimalText({ units, scale }), text: formatDecimal({ units, scale }), unit: definition.unit, marks: marksOf(inputs), inputs };
}

/** A count in percent of the same count a period before (125,4% means a quarter more); null for rates and points, and where nothing was before. */
export function percentOfSamePeriod(definition: Definition, actual: Figure, before: Figure): Figure | null {
  if (!isWhole(definition) || decimal(before.value).units <= 0n || decimal(actual.value).units < 0n) return null;
  const value = percentOf(decimal(actual.value), decimal(before.value), PERCENT_OF_PLAN_DECIMALS)!;
  const inputs = [...before.inputs, ...actual.inputs];
  return { indicator: `${definition.id}#percent_of_same_period`, value: decimalText(value.percent), text: formatPercent(value), unit: "%", marks: marksOf(inputs), inputs };
}

/** Of a level that should fall: did it come down to its plan? Null for what is measured in percent of plan. */
export function meetsLevel(definition: Definition, actual: Figure, plan: Plan): boolean | null {
  if (definition.nature !== "level" || definition.direction !== "down") return null;
  return compareQuantities(decimal(actual.value), decimal(plan.value)) <= 0;
}

/** A plan's value in the unit of its indicator: "1,70 điểm phần trăm", "5.015". */
export function planText(definition: Definition, plan: Plan): string {
  const text = formatDecimal(decimal(plan.value));
  if (definition.unit === "điểm %") return `${text} điểm phần trăm`;
  return definition.unit === "%" ? `${text}%` : text;
}
