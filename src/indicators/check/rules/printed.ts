import { decimal, type Decimal, fraction, type Fraction, roundHalfUp } from "../../../kernel/decimal.ts";
import { fold, tidySpaces } from "../../../kernel/text/fold.ts";
import { formatDecimal, parseVietnameseDecimal } from "../../../kernel/text/number.ts";
import { absolute, add, around, equal, floor, half, type Interval, multiply, negate, point } from "./interval.ts";
import { NO_UNIT, readUnit, type Unit } from "./unit.ts";
import { readWording, type Wording } from "./wording.ts";

/** "hơn 500" is above 500, "gần 600" below, "khoảng 500" near; "ít nhất" and "không quá" are bounds. */
export type About = "above" | "below" | "near" | "atLeast" | "atMost";

/** A number as it stands in a report, with all that its digits tell. `value` and `step` are in whole units (đồng, not triệu đồng). */
export interface Printed {
  readonly text: string;
  readonly value: Fraction;
  /** One unit of the last printed place: 0.01 for "5,67%", 100.000.000 for "1,2 tỷ đồng". */
  readonly step: Fraction;
  readonly decimals: number;
  readonly unit: Unit;
  /** Nothing was rounded away: counts, amounts to the đồng, and what the input says is exact. */
  readonly exact: boolean;
  readonly signed: boolean;
  readonly about?: About;
  readonly wording?: Wording;
  /** The other reading of a mark that can be a thousands mark or a decimal mark: "7,125" may stand for 7.125. */
  readonly otherReading?: { readonly value: Fraction; readonly decimals: number };
}

export interface PrintedOptions {
  readonly unit?: string | undefined;
  readonly decimals?: number | undefined;
  readonly exact?: boolean | undefined;
}

const ABOUT: readonly (readonly [RegExp, About])[] = [
  [/\b(?:it nhat|toi thieu|khong duoi|khong it hon)\b/, "atLeast"],
  [/\b(?:khong qua|toi da|khong vuot qua|duoi)\b/, "atMost"],
  [/\b(?:hon|tren)\b|^[>≥]/, "above"],
  [/\b(?:gan|ngot|xap xi|suyt soat)\b/, "below"],
  [/\b(?:khoang|uoc|tam)\b|^~/, "near"],
];
const NUMBER = /^(\D*?)([+\-−–]?) ?(\d[\d.,]*(?: \d{3}(?!\d))*(?:,\d+)?)(.*)$/u;

/** Reads "7.125 hộ", "hơn 1,2 tỷ đồng", "-2,29 điểm %", "142,1%"; undefined when it is no single number. */
export function readPrinted(text: string, options: PrintedOptions = {}): Printed | undefined {
  const tidy = tidySpaces(text);
  const match = NUMBER.exec(tidy);
  if (!match) return undefined;
  const [, before, sign, raw, after] = match as unknown as [string, string, string, string, string];
  const about = aboutOf(before);
  const wording = readWording(before);
  if (/\d/.test(after) || (before.trim() !== "" && !about && !wording)) return undefined;
  const digits = raw.replace(/[.,]+$/, "");
  const number = readDigits(digits);
  if (!number) return undefined;
  const unit = readUnit(after) === NO_UNIT && options.unit ? readUnit(options.unit) : readUnit(after);
  const parsed = build(tidy, number, unit, options);
  const other = otherReading(digits, unit);
  return {
    ...(sign === "-" || sign === "−" || sign === "–" ? { ...parsed, value: negate(parsed.value) } : parsed),
    signed: sign !== "",
    ...(about && { about }),
    ...(wording && { wording }),
    ...(other && { otherReading: inUnit(other, unit) }),
  };
}

/** A JSON number: its shortest text gives the decimals, unless they are stated. Undefined when it lost digits on its way. */
export function readNumber(value: number, options: PrintedOptions = {}): Printed | undefined {
  const text = String(value);
  if (!/^-?\d+(?:\.\d+)?$/.test(text) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return undefined;
  const number = widen(decimal(text), options.decimals);
  const unit = options.unit ? readUnit(options.unit) : NO_UNIT;
  const shown = `${formatDecimal(number)}${unitSuffix(unit)}`;
  const slipped = unit.kind !== "percent" && number.scale === 3 ? { units: number.units, scale: 0 } : undefined;
  return {
    ...build(shown, number, unit, options),
    signed: value < 0,
    ...(slipped && { otherReading: inUnit(slipped, unit) }),
  };
}

/** The print with the other reading of its thousands or decimal mark. */
export function otherPrint(printed: Printed): Printed | undefined {
  const { otherReading, ...rest } = printed;
  if (!otherReading) return undefined;
  const { value, decimals } = otherReading;
  const step = multiply(fraction({ units: 1n, scale: decimals }), powerOf(printed.unit));
  return {
    ...rest,
    value: value.n < 0n === printed.value.n < 0n ? value : negate(value),
    decimals,
    step,
    exact: decimals === 0 && rest.unit.power === 0,
  };
}

/** A number made by computing, in the precision of a printed one. */
export function asPrinted(value: Fraction, decimals: number, unit: Unit): Printed {
  const number = roundHalfUp(value.n, value.d * 10n ** BigInt(unit.power), decimals);
  return build(`${formatDecimal(number)}${unitSuffix(unit)}`, number, unit, {});
}

function build(text: string, written: Decimal, unit: Unit, { decimals, exact }: PrintedOptions): Printed {
  const number = widen(written, decimals);
  const power = powerOf(unit);
  const whole = number.scale === 0 && unit.power === 0 && (unit.kind === "count" || unit.kind === "money" || unit.kind === "none");
  return {
    text,
    value: multiply(fraction(number), power),
    step: multiply(fraction({ units: 1n, scale: number.scale }), power),
    decimals: number.scale,
    unit,
    exact: exact ?? whole,
    signed: false,
  };
}

const widen = (number: Decimal, decimals: number | undefined): Decimal =>
  decimals === undefined || decimals <= number.scale
    ? number
    : { units: number.units * 10n ** BigInt(decimals - number.scale), scale: decimals };

const inUnit = (number: Decimal, unit: Unit): { value: Fraction; decimals: number } => ({
  value: multiply(fraction(number), powerOf(unit)),
  decimals: number.scale,
});

const powerOf = (unit: Unit): Fraction => ({ n: 10n ** BigInt(unit.power), d: 1n });

function aboutOf(before: string): About | undefined {
  const folded = fold(before);
  return folded === "" ? undefined : ABOUT.find(([pattern]) => pattern.test(folded))?.[1];
}

/** In a report "7,125" is a little more than seven; the kernel, which reads typed lists, leaves it undecided. */
function readDigits(digits: string): Decimal | undefined {
  return parseVietnameseDecimal(digits) ?? (/^\d+,\d{3}$/.test(digits) ? decimal(digits.replace(",", ".")) : undefined);
}

function otherReading(digits: string, unit: Unit): Decimal | undefined {
  if (/^[1-9]\d{0,2},\d{3}$/.test(digits) && unit.kind !== "percent") return decimal(digits.replace(",", ""));
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(digits) && unit.kind !== "count") return decimal(digits);
  return undefined;
}

export function unitSuffix(unit: Unit): string {
  if (unit.kind === "percent" || unit.kind === "permille") return unit.name;
  const power = { 3: "nghìn", 6: "triệu", 9: "tỷ", 12: "nghìn tỷ" }[unit.power] ?? "";
  const words = [power, unit.name].filter((word) => word !== "").join(" ");
  return words === "" ? "" : ` ${words}`;
}

/** The true numbers that a printed one can stand for. "hơn 16.000" reaches to the next thousand, by the zeros it ends in. */
export function spread(printed: Printed): Interval {
  const { value, step, about } = printed;
  const width = about ? multiply(step, { n: trailingTen(printed), d: 1n }) : step;
  if (about === "above") return { low: value, high: add(value, width) };
  if (about === "below") return { low: add(value, negate(width)), high: value };
  if (about === "near") return around(value, half(width));
  return printed.exact || about ? point(value) : around(value, half(step));
}

function trailingTen({ value, step }: Printed): bigint {
  let units = floor(absolute(multiply(value, { n: step.d, d: step.n })));
  let ten = 1n;
  while (units !== 0n && units % 10n === 0n) [units, ten] = [units / 10n, ten * 10n];
  return ten;
}

/** A number in the precision of a printed one, half up. */
export const roundLike = (value: Fraction, printed: Printed): Fraction => roundAt(value, printed.unit, printed.decimals);

export function roundAt(value: Fraction, unit: Unit, decimals: number): Fraction {
  const ten = 10n ** BigInt(unit.power);
  return multiply(fraction(roundHalfUp(value.n, value.d * ten, decimals)), { n: ten, d: 1n });
}

/** A number with its further digits cut off instead of rounded. */
export function cutLike(value: Fraction, { step }: Printed): Fraction {
  const units = floor(absolute(multiply(value, { n: step.d, d: step.n })));
  const cut = multiply(step, { n: units, d: 1n });
  return value.n < 0n ? negate(cut) : cut;
}

/** A number written in the precision and unit of a printed one: "5,67%", "1,2 tỷ đồng". */
export function writeLike(value: Fraction, { unit, decimals }: Printed, extraDecimals = 0): string {
  const number = roundHalfUp(value.n, value.d * 10n ** BigInt(unit.power), decimals + extraDecimals);
  return `${formatDecimal(number)}${unitSuffix(unit)}`;
}

/** "5,6717…" or "142,1": at most so many decimals, without closing zeros, an ellipsis where digits were left off. */
export function writeExact(value: Fraction, decimals = 4): string {
  const number = roundHalfUp(value.n, value.d, decimals);
  const [whole, places = ""] = formatDecimal(number).split(",");
  const kept = places.replace(/0+$/, "");
  return `${whole}${kept === "" ? "" : `,${kept}`}${equal(fraction(number), value) ? "" : "…"}`;
}
