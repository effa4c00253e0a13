import type { FigureInput } from "./model.ts";
import { judgeSame } from "./range-claim.ts";
import { readOperand, readOutcome, type Source } from "./numbers.ts";
import { finding, type Outcome, unknown } from "./outcome.ts";
import type { Printed } from "./printed.ts";

const RATES = ["rate"];
const PERCENTS = ["rate", "percentOfPlan", "percentOfSamePeriod", "relativeChange"];

/**
 * What is wrong with a figure by itself: its unit for its kind, a share above 100 %, a print that is no rounding of its value.
 * `claimed`: a claim judges the print already, so its kind is not looked at again.
 */
export function checkFigure(figure: FigureInput, path: string, source: Source, claimed: boolean): Outcome | undefined {
  const printed = readOutcome(figure.id, path, source);
  if (printed === undefined || printed === "dash") return undefined;
  const byKind = claimed ? undefined : (unitOutcome(figure, printed) ?? overHundred(figure, printed));
  return byKind ?? valueOutcome(figure, path, printed, source);
}

function unitOutcome({ kind }: FigureInput, { unit, text }: Printed): Outcome | undefined {
  if (kind === undefined) return undefined;
  const data = { printed: text };
  if (kind === "points" && unit.kind === "percent") return { ...unknown(finding("unit.pointsMeant", data)), verdict: "misworded" };
  if (PERCENTS.includes(kind) && unit.kind === "points") return { ...unknown(finding("unit.percentMeant", data)), verdict: "misworded" };
  return undefined;
}

function overHundred({ kind }: FigureInput, { unit, value, text }: Printed): Outcome | undefined {
  const over = unit.kind !== "permille" && value.n > 100n * value.d;
  if (kind === undefined || !RATES.includes(kind) || !over) return undefined;
  return { ...unknown(finding("rateOverHundred", { printed: text })), verdict: "inconsistent" };
}

function valueOutcome(figure: FigureInput, path: string, printed: Printed, source: Source): Outcome | undefined {
  if (figure.value == null || figure.printed == null) return undefined;
  const value = readOperand({ value: figure.value, unit: figure.unit, exact: true }, path, source);
  if (!value) return undefined;
  const outcome = judgeSame([value.printed, printed]);
  return outcome.verdict === "consistent" ? undefined : outcome;
}
