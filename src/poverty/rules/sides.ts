import type { AssessInput, Finding, Reason, Range, Said } from "./assessment.ts";
import { type Certainty, activeValue, levelOf, weakest } from "./certainty.ts";
import { clauseOf } from "./clause.ts";
import { PATHS, type PathName, type Quantity } from "./condition.ts";
import { type IndicatorSet, indicatorCertainty } from "./indicator-set.ts";
import { type Ruleset, deprivationMaximum } from "./ruleset.ts";

/** One side of the comparison: a whole number when `min === max`, else the range it must lie in, in steps from 0. */
export type Side = {
  quantity: Quantity;
  min: number;
  max: number | null;
  step: number;
  /** the whole range that the quantity can take */
  domainMax: number | null;
  /** indicators still to be answered; empty when the side is known or nothing was answered at all */
  unanswered: string[];
  certainty: Certainty;
  reasons: Reason[];
};
export const isKnown = (side: Side): boolean => side.min === side.max;

/** Number of deprivations that the answers allow, and which indicators leave it open. */
export type Counted = Range & { to: number; unanswered: string[]; certainty: Certainty };

/** An inactive indicator (threshold unknown) stays unanswered whatever was typed; not applicable counts as not deprived. */
export function countDeprivations(set: IndicatorSet, answers: NonNullable<AssessInput["deprivations"]>): Counted {
  let yes = 0;
  const unanswered: string[] = [];
  const used: Certainty[] = [];
  for (const indicator of set.indicators) {
    const answer = answers[indicator.code] ?? "unknown";
    if (!indicator.active || answer === "unknown") unanswered.push(indicator.code);
    else used.push(indicatorCertainty(indicator));
    if (indicator.active && answer === "yes") yes++;
  }
  return { from: yes, to: yes + unanswered.length, unanswered, certainty: weakest(used) };
}

/**
 * Contradictions and impossible values on the deprivation side. The level follows the certainty of the broken rule;
 * a code that no indicator has, or a count that the answers exclude, is an error by itself.
 * V1: "B2 = 10 × số chỉ số thiếu hụt".
 */
export function checkScores(input: Omit<AssessInput, "on">, ruleset: Ruleset): Finding[] {
  const { indicators: set, pointsPerIndicator } = ruleset;
  const findings: Finding[] = [];
  const add = (certainty: Certainty, code: string, data: Record<string, unknown>): void => {
    findings.push({ code, data, certainty, level: levelOf(certainty) });
  };
  const answers = input.deprivations ?? undefined;
  const strange = Object.keys(answers ?? {}).filter((code) => !set.indicators.some((indicator) => indicator.code === code));
  if (strange.length > 0)
    add("text", "poverty.indicatorUnknown", { codes: strange, set: set.id, known: set.indicators.map(({ code }) => code) });
  const counted = answers && countDeprivations(set, answers);
  const count = input.deprivedCount ?? undefined;
  if (counted && count !== undefined && (count < counted.from || count > counted.to))
    add("text", "poverty.countContradictsAnswers", { count, from: counted.from, to: counted.to });
  const maxCount = deprivationMaximum(ruleset, "deprivedCount");
  if (maxCount !== undefined && count !== undefined && count > maxCount)
    add(set.count.certainty, "poverty.countOutOfRange", { count, max: maxCount });

  const points = input.scoreDeprivation ?? undefined;
  const step = activeValue(pointsPerIndicator);
  if (points === undefined || step === undefined) return findings;
  if (points % step !== 0) add(pointsPerIndicator.certainty, "poverty.b2NotMultipleOfTen", { points, step });
  const max = deprivationMaximum(ruleset, "scoreDeprivation");
  if (max !== undefined && points > max)
    add(weakest([set.count.certainty, pointsPerIndicator.certainty]), "poverty.b2OutOfRange", { points, max });
  const range = count === undefined ? counted : { from: count, to: count };
  if (range && (points < range.from * step || points > range.to * step))
    add(pointsPerIndicator.certainty, "poverty.v1", { points, step, from: range.from, to: range.to });
  return findings;
}

/** The two sides of a path from what was given, deriving B2 and the count from each other or from the answers. */
export function sidesOf(input: AssessInput, ruleset: Ruleset, path: PathName): [Side, Side] {
  return [incomeSide(input, PATHS[path][0]), deprivationSide(input, ruleset, PATHS[path][1])];
}

const EXACT = { step: 1, unanswered: [], certainty: "text" as Certainty, reasons: [] };

function incomeSide(input: AssessInput, quantity: "scoreIncome" | "incomePerPersonMonth"): Side {
  const value = input[quantity] ?? undefined;
  return { ...EXACT, quantity, min: value ?? 0, max: value ?? null, domainMax: null };
}

function deprivationSide(input: AssessInput, ruleset: Ruleset, quantity: "scoreDeprivation" | "deprivedCount"): Side {
  const per = activeValue(ruleset.pointsPerIndicator);
  const inPoints = quantity === "scoreDeprivation";
  const step = inPoints ? (per ?? 1) : 1;
  const domainMax = deprivationMaximum(ruleset, quantity) ?? null;
  const base: Side = { ...EXACT, quantity, step, domainMax, min: 0, max: domainMax };
  const given = input[quantity] ?? undefined;
  if (given !== undefined) return { ...base, min: given, max: given };

  const range = countRange(input, ruleset, inPoints);
  if (range === undefined || (inPoints && per === undefined)) return base;
  const certainty = weakest([range.certainty, inPoints ? ruleset.pointsPerIndicator.certainty : "text"]);
  const side: Side = { ...base, min: range.from * step, max: range.to * step, unanswered: range.unanswered, certainty };
  return { ...side, reasons: [derivedReason(ruleset, side)] };
}

/** The number of deprivations from the count, the answers, or (for the declared path) from B2. */
function countRange(input: AssessInput, ruleset: Ruleset, inPoints: boolean): Counted | undefined {
  const exact = (count: number, certainty: Certainty): Counted => ({ from: count, to: count, unanswered: [], certainty });
  const count = input.deprivedCount ?? undefined;
  if (inPoints && count !== undefined) return exact(count, "text");
  const answers = input.deprivations ?? undefined;
  if (answers !== undefined) return countDeprivations(ruleset.indicators, answers);
  const per = activeValue(ruleset.pointsPerIndicator);
  const points = input.scoreDeprivation ?? undefined;
  if (points === undefined || per === undefined || points % per !== 0) return undefined;
  return exact(points / per, ruleset.pointsPerIndicator.certainty);
}

/** compared = (number of deprivations) × limit */
function derivedReason(ruleset: Ruleset, side: Side): Reason {
  const inPoints = side.quantity === "scoreDeprivation";
  return {
    code: "poverty.reason.derived",
    clause: inPoints ? clauseOf(ruleset, ruleset.pointsPerIndicator.source) : null,
    certainty: side.certainty,
    quantity: side.quantity,
    compared: isKnown(side) ? side.min : { from: side.min, to: side.max },
    op: "times",
    limitName: "pointsPerIndicator",
    limit: side.step,
    areaType: null,
    holds: true,
  };
}

/** Why a side is not known, in a form that tells what to bring. */
export function missingSide(side: Side): Said & { field: string } {
  return side.unanswered.length > 0
    ? { field: "deprivations", code: "poverty.missing.answers", data: { codes: side.unanswered } }
    : { field: side.quantity, code: `poverty.missing.${side.quantity}`, data: {} };
}
