import { pairHints, swap } from "./hints.ts";
import { absolute, ZERO } from "./interval.ts";
import type { Finding } from "./outcome.ts";
import { asPrinted, type Printed, writeLike } from "./printed.ts";
import { factorOf, type Given, inPercent, PERCENT, pointsUnit, resultOf, textOf } from "./ratio-claims.ts";
import { type Reading, type ReadingName, ratioReading } from "./reading.ts";
import type { Other, ReadingClaim } from "./reading-claim.ts";

const LEVEL_WORDS = { plan: "đạt", period: "bằng", relative: "bằng" } as const;
const UP_WORDS = { plan: "vượt", period: "tăng", relative: "tăng" } as const;
const DOWN_WORDS = { plan: "thiếu", period: "giảm", relative: "giảm" } as const;
type Comparison = keyof typeof LEVEL_WORDS;

/** A result against its plan, or against an earlier period: the level (đạt 142,1%) or what lies above or below (vượt 42,1%). */
export function comparisonClaim(
  kind: Comparison,
  fields: ReadingClaim["fields"],
  input: Given,
  hints: (printed: Printed) => readonly Finding[],
): ReadingClaim {
  const given = kind === "plan" ? inOneDirection(input) : input;
  const factor = factorOf(given.printed);
  const expected = expectedOf(kind, given).map((name) => ratioReading(name, factor));
  const first = expected[0]!;
  return {
    ...given,
    fields,
    expected,
    others: othersOf(expected, given.printed, factor),
    wrongUnit: pointsUnit(given.printed),
    phrase: (like, both) => comparisonText(kind, given, inPercent(like), first.name, both),
    whole: true,
    notes: [],
    hints: (printed) => [
      ...hints(printed),
      ...pairHints(given, printed, factor, [
        ["hint.inverse", first, swap],
        ...(kind === "plan" ? [] : [["hint.wrongBase", ratioReading("under", factor), swap] as const]),
      ]),
    ],
    blank: asPrinted(ZERO, kind === "plan" ? 1 : 2, PERCENT),
  };
}

function expectedOf(kind: Comparison, { wording, printed }: Given): readonly ReadingName[] {
  const print = printed === "dash" ? undefined : printed;
  if (print?.unit.kind === "times") return wording === "up" ? ["level", "over"] : ["level"];
  if (wording === "up") return ["over"];
  if (wording === "down") return ["under"];
  if (wording === "either") return ["level", "over"];
  if (print?.signed) return ["over"];
  if (kind === "relative" && wording !== "reach" && wording !== "stay") return ["over", "under"];
  return ["level"];
}

/** The number fits, the word before it does not: "vượt 118,2%" of what reached 118,2%. A sign is no word: it makes the number wrong. */
function othersOf(expected: readonly Reading[], printed: Given["printed"], factor: number): Other[] {
  const names = expected.map(({ name }) => name);
  const signed = printed !== "dash" && printed?.signed === true;
  const rest = (["level", "over", "under"] as const).filter((name) => !names.includes(name));
  return rest.map((name) => {
    const change = name !== "level" && !names.includes("level");
    const code = name === "level" ? "wording.level" : change ? "wording.direction" : `wording.${name}`;
    return {
      reading: ratioReading(name, factor),
      code: change && signed ? "sign" : code,
      verdict: change && signed ? "inconsistent" : "misworded",
    };
  });
}

function comparisonText(kind: Comparison, given: Given, like: Printed, name: ReadingName, both: boolean): string | undefined {
  const level = textOf(ratioReading("level", factorOf(like)), given, like);
  const over = resultOf(ratioReading("over", factorOf(like)), given);
  if (!level || !over) return undefined;
  const reached = `${LEVEL_WORDS[kind]} ${level}`;
  const change = `${over.n < 0n ? DOWN_WORDS[kind] : UP_WORDS[kind]} ${writeLike(absolute(over), like)}`;
  if (both && over.n !== 0n) return name === "level" ? `${change} hoặc ${reached}` : `${reached} hoặc ${change}`;
  return name === "level" || over.n === 0n ? reached : change;
}

/** A fall told as "-2,29" against a plan told as "1,70": both mean how far the rate fell. */
function inOneDirection(given: Given): Given {
  const { now, base } = given;
  if (!now || !base || now.printed.value.n >= 0n || base.printed.value.n <= 0n) return given;
  if (now.printed.unit.kind !== "points" && now.printed.unit.kind !== "percent") return given;
  const printed = { ...now.printed, value: absolute(now.printed.value) };
  return { ...given, now: { ...now, printed, ...(now.raw && { raw: absolute(now.raw) }) } };
}
