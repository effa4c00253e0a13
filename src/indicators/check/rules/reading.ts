import type { Fraction } from "../../../kernel/decimal.ts";
import { type Interval, minus, over, plus, point, times } from "./interval.ts";

/** What a printed number may mean: the level itself, or what lies above or below the base. */
export type ReadingName = "level" | "over" | "under";

/** One meaning of a number made from two others (`now` and `base`), and its way back to either. */
export interface Reading {
  readonly name: ReadingName;
  readonly of: (now: Interval, base: Interval) => Interval | undefined;
  readonly now: (result: Interval, base: Interval) => Interval | undefined;
  readonly base: (result: Interval, now: Interval) => Interval | undefined;
  readonly formula: (now: string, base: string) => string;
}

/** now/base × factor (level), less the factor (over), or the factor less it (under). 100 for %, 1000 for ‰, 1 for lần and averages. */
export function ratioReading(name: ReadingName, factor: number): Reading {
  const full = point(factor);
  const toLevel = (result: Interval): Interval => (name === "level" ? result : name === "over" ? plus(result, full) : minus(full, result));
  const fromLevel = (level: Interval): Interval => (name === "level" ? level : name === "over" ? minus(level, full) : minus(full, level));
  return {
    name,
    of: (now, base) => {
      const ratio = over(now, base);
      return ratio && fromLevel(times(ratio, full));
    },
    now: (result, base) => over(times(toLevel(result), base), full),
    base: (result, now) => over(times(now, full), toLevel(result)),
    formula: (now, base) => {
      const level = factor === 1 ? `${now} / ${base}` : `${now} / ${base} × ${factor}`;
      return name === "level" ? level : name === "over" ? `${level} − ${factor}` : `${factor} − ${level}`;
    },
  };
}

/** now itself (level), now − base (over), base − now (under). */
export function differenceReading(name: ReadingName): Reading {
  if (name === "level") {
    return { name, of: (now) => now, now: (result) => result, base: () => undefined, formula: (now) => now };
  }
  const change = (a: Interval, b: Interval): Interval => (name === "over" ? minus(a, b) : minus(b, a));
  return {
    name,
    of: change,
    now: (result, base) => (name === "over" ? plus(base, result) : minus(base, result)),
    base: (result, now) => (name === "over" ? minus(now, result) : plus(now, result)),
    formula: (now, base) => (name === "over" ? `${now} − ${base}` : `${base} − ${now}`),
  };
}

/** The value of a reading for exact numbers. */
export const exactly = (reading: Reading, now: Fraction, base: Fraction): Fraction | undefined => reading.of(point(now), point(base))?.low;
