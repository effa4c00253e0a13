import { decimal } from "../../kernel/decimal.ts";
import { rate } from "../../kernel/ratio.ts";
import { formatDecimal, formatInteger } from "../../kernel/text/number.ts";
import type { CountId, Definition } from "./definition.ts";
import type { Figure, Input } from "./figure.ts";

type Definitions = ReadonlyMap<string, Definition>;

const number = (text: string): string => formatDecimal(decimal(text));
const inWhole = (input: Input): string => formatInteger(Number(input.value));

/** The inputs of a rate come as its parts and then its whole. */
function division(inputs: readonly Input[]): string {
  const parts = inputs.slice(0, -1).map(inWhole).join(" + ");
  return `${inputs.length > 2 ? `(${parts})` : parts} ÷ ${inWhole(inputs.at(-1)!)} × 100`;
}

function percent(inputs: readonly Input[], decimals: number): string {
  const part = inputs.slice(0, -1).reduce((sum, input) => sum + Number(input.value), 0);
  return `${formatDecimal(rate(part, Number(inputs.at(-1)!.value), decimals)!.percent)}%`;
}

/** How a figure was reckoned, with the values in it: "2.354 ÷ 41.504 × 100 = 5,67%"; null for what is simply counted. */
export function reckoning(definitions: Definitions, figure: Figure): string | null {
  const { formula } = definitions.get(figure.indicator)!;
  if (formula.kind === "count" || formula.kind === "target") return null;
  if (formula.kind === "rate") return `${division(figure.inputs)} = ${figure.text}`;
  const base = definitions.get(formula.of)!.formula;
  const half = figure.inputs.length / 2;
  const [before, now] = [figure.inputs.slice(0, half), figure.inputs.slice(half)];
  if (base.kind !== "rate") return `${inWhole(before[0]!)} − ${inWhole(now[0]!)} = ${figure.text}`;
  return formula.ratioOf === "rounded"
    ? `${percent(before, base.decimals)} − ${percent(now, base.decimals)} = ${figure.text}`
    : `${division(before)} − ${division(now)} = ${figure.text}`;
}

/** "2,29 ÷ 1,70 × 100 = 134,7%" */
export const reckoningOfPercent = (actual: string, base: string, percentText: string): string => `${number(actual)} ÷ ${number(base)} × 100 = ${percentText}`;

/** "7.125 ÷ (21.000 ÷ 5) × 100 = 169,6%" */
export const reckoningOfSlice = (actual: string, plan: string, years: number, percentText: string): string => `${number(actual)} ÷ (${number(plan)} ÷ ${years}) × 100 = ${percentText}`;

/** The counts a figure is made of, in the order of its formula. */
export function countsOf(definitions: Definitions, id: string): CountId[] {
  const { formula } = definitions.get(id)!;
  if (formula.kind === "count") return [formula.of];
  if (formula.kind === "rate") return [...formula.part, formula.whole];
  if (formula.kind === "target") return [];
  return countsOf(definitions, formula.of);
}
