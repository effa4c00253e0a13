import type { Fraction } from "../../../kernel/decimal.ts";
import { fold } from "../../../kernel/text/fold.ts";
import { ordersOf } from "./fit.ts";
import { pairHints, same, swap } from "./hints.ts";
import { ZERO } from "./interval.ts";
import { type Operand, valueIn } from "./operand.ts";
import { type Finding, finding } from "./outcome.ts";
import { asPrinted, type Printed, writeLike } from "./printed.ts";
import { exactly, type Reading, ratioReading } from "./reading.ts";
import type { ReadingClaim } from "./reading-claim.ts";
import { readUnit } from "./unit.ts";
import type { Wording } from "./wording.ts";

/** The resolved numbers of a claim about a ratio. */
export interface Given {
  readonly now?: Operand | undefined;
  readonly base?: Operand | undefined;
  readonly printed?: Printed | "dash" | undefined;
  readonly wording?: Wording | undefined;
}

export const PERCENT = readUnit("%");
/** part/whole in % (or ‰): tỷ lệ, tỷ trọng. */
export function rateClaim(given: Given): ReadingClaim {
  const level = ratioReading("level", factorOf(given.printed));
  return {
    ...given,
    fields: { now: "part", base: "whole" },
    expected: [level],
    others: [],
    wrongUnit: pointsUnit(given.printed),
    phrase: (like) => textOf(level, given, inPercent(like)),
    whole: true,
    notes: differentUnits(given),
    hints: (printed) =>
      pairHints(given, printed, factorOf(printed), [
        ["hint.inverse", level, swap],
        ["hint.complement", ratioReading("under", factorOf(printed)), same],
      ]),
    blank: asPrinted(ZERO, 2, PERCENT),
  };
}

/** total/count without a factor: học viên/lớp, triệu đồng/hộ, điểm %/năm. */
export function averageClaim(given: Given): ReadingClaim {
  const level = ratioReading("level", 1);
  const unit = given.now?.printed.unit;
  const percent = given.printed !== "dash" && given.printed?.unit.kind === "percent" ? given.printed : undefined;
  return {
    ...given,
    fields: { now: "total", base: "count" },
    expected: [level],
    others: [],
    wrongUnit: unit?.kind === "points" && percent ? finding("unit.pointsMeant", { printed: percent.text }) : undefined,
    phrase: (like) => textOf(level, given, unit?.kind === "points" ? { ...like, unit } : like),
    whole: false,
    notes: [],
    hints: (printed) => pairHints(given, printed, 1, [["hint.inverse", level, swap]]),
    blank: asPrinted(ZERO, 1, unit ?? readUnit("")),
  };
}

/** What a reading gives, in the precision of a print; undefined when a number is missing. */
export function textOf(reading: Reading, given: Given, like: Printed): string | undefined {
  const result = resultOf(reading, given);
  return result && writeLike(result, like);
}

export function resultOf(reading: Reading, { now, base }: Given): Fraction | undefined {
  if (!now || !base) return undefined;
  const order = ordersOf([now, base])[0]!;
  return exactly(reading, valueIn(now, order), valueIn(base, order));
}

export function factorOf(printed: Printed | "dash" | undefined): number {
  if (printed === undefined || printed === "dash") return 100;
  return printed.unit.kind === "permille" ? 1000 : printed.unit.kind === "times" ? 1 : 100;
}

export const pointsUnit = (printed: Given["printed"]): Finding | undefined =>
  printed !== undefined && printed !== "dash" && printed.unit.kind === "points"
    ? finding("unit.percentMeant", { printed: printed.text })
    : undefined;

export const inPercent = (like: Printed): Printed => (like.unit.kind === "points" ? { ...like, unit: PERCENT } : like);

/** Persons over households, or the other way round: right arithmetic, wrong rate. */
function differentUnits({ now, base }: Given): Finding[] {
  if (!now || !base) return [];
  const [part, whole] = [now.printed.unit, base.printed.unit];
  const household = (name: string): boolean => /^ho\b/.test(fold(name));
  if (part.kind !== "count" || whole.kind !== "count" || household(part.name) === household(whole.name)) return [];
  return [finding("note.units", { part: part.name, whole: whole.name })];
}
