import { ordersOf } from "./fit.ts";
import { absolute, ZERO } from "./interval.ts";
import { valueIn } from "./operand.ts";
import { type Finding, finding } from "./outcome.ts";
import { asPrinted, type Printed, writeLike } from "./printed.ts";
import type { Given } from "./ratio-claims.ts";
import { differenceReading, exactly, type ReadingName, ratioReading } from "./reading.ts";
import type { Other, ReadingClaim } from "./reading-claim.ts";
import { NO_UNIT, readUnit } from "./unit.ts";

const POINTS = readUnit("điểm phần trăm");

/** The difference of two numbers of one kind: households, đồng, people. */
export function differenceClaim(given: Given): ReadingClaim {
  return {
    ...changeClaim(given, { now: "to", base: "from" }),
    wrongUnit: undefined,
    blank: asPrinted(ZERO, 0, given.now?.printed.unit ?? NO_UNIT),
  };
}

/** The difference of two rates, in percentage points: "giảm 2,29 điểm %", never "2,29%". */
export function pointsClaim(given: Given): ReadingClaim {
  const claim = changeClaim(given, { now: "now", base: "previous" });
  const level = claim.expected[0]!.name === "level";
  const relative: Other[] = (["under", "over"] as const).map((name) => ({
    reading: ratioReading(name, 100),
    code: "wording.relative",
    verdict: "misworded",
  }));
  return {
    ...claim,
    others: [...claim.others, ...relative],
    wrongUnit: wrongUnit(given.printed, level),
    phrase: (like, both) => claim.phrase(level || like.unit.kind === "points" ? like : { ...like, unit: POINTS }, both),
    blank: asPrinted(ZERO, 2, POINTS),
  };
}

function changeClaim(given: Given, fields: ReadingClaim["fields"]): ReadingClaim {
  const expected = expectedOf(given);
  const signed = given.printed !== "dash" && given.printed?.signed === true;
  const rest = (["over", "under", "level"] as const).filter((name) => !expected.includes(name));
  return {
    ...given,
    fields,
    expected: expected.map(differenceReading),
    others: rest.map((name) => ({ reading: differenceReading(name), ...mistake(name, expected, signed) })),
    phrase: (like, both) => changeText(given, like, expected[0]!, both),
    whole: false,
    notes: [],
    hints: () => [],
    blank: asPrinted(ZERO, 0, NO_UNIT),
  };
}

function expectedOf({ wording, printed }: Given): readonly ReadingName[] {
  if (wording === "up") return ["over"];
  if (wording === "down") return ["under"];
  if (wording === "stay") return ["level"];
  return printed !== "dash" && printed?.signed ? ["over"] : ["under", "over"];
}

function mistake(name: ReadingName, expected: readonly ReadingName[], signed: boolean): Omit<Other, "reading"> {
  if (name === "level") return { code: "wording.stay", verdict: "misworded" };
  if (expected.includes("level")) return { code: "wording.change", verdict: "misworded" };
  return signed ? { code: "sign", verdict: "inconsistent" } : { code: "wording.direction", verdict: "misworded" };
}

function changeText({ now, base }: Given, like: Printed, name: ReadingName, both: boolean): string | undefined {
  if (!now || !base) return undefined;
  const order = ordersOf([now, base])[0]!;
  const change = exactly(differenceReading("over"), valueIn(now, order), valueIn(base, order))!;
  const level = `còn ${now.printed.text}`;
  if (name === "level" && !both) return level;
  const moved = `${change.n < 0n ? "giảm" : "tăng"} ${writeLike(absolute(change), like)}`;
  return both && change.n < 0n ? `${moved}, ${level}` : moved;
}

/** "%" behind a difference of rates. A level ("còn 4,73%") keeps its "%". */
function wrongUnit(printed: Given["printed"], level: boolean): Finding | undefined {
  if (printed === undefined || printed === "dash") return undefined;
  if (level) return printed.unit.kind === "points" ? finding("unit.percentMeant", { printed: printed.text }) : undefined;
  return printed.unit.kind === "percent" ? finding("unit.pointsMeant", { printed: printed.text }) : undefined;
}
