import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compareQuantities, decimal, divide, subtract } from "../../kernel/decimal.ts";
import { impliedDenominator } from "../../kernel/implied.ts";
import { percentOf, pointsBetween, rate, reduction, valueOf } from "../../kernel/ratio.ts";
import { denominatorOf, yearsIn } from "./denominator.ts";

/** Machine-readable assertions on the figures printed of huyện An Phú; numbers of the file are read by their decimal text. */
interface Assertion {
  readonly id: string;
  readonly fn: "impliedDenominator" | "pct" | "sum" | "div" | "diff" | "pointsChange" | "pctOfPointsPlan";
  readonly a: number;
  readonly b: number;
  readonly p: number;
  readonly d: number;
  readonly xs: readonly number[];
  readonly prev: readonly [number, number];
  readonly now: readonly [number, number];
  readonly points?: number;
  readonly pointsRaw?: number;
  readonly plan: number;
  readonly kind?: "PLAN_5Y_TOTAL" | "PLAN_5Y_ANNUAL_SLICE";
  readonly slice?: { readonly plan5y: number; readonly years: number };
  readonly expect: number;
  readonly expectIntegers?: readonly number[];
}

const golden = JSON.parse(readFileSync(new URL("golden.json", import.meta.url), "utf8")) as Assertion[];
const exact = (value: number) => decimal(String(value));
const is = (found: Parameters<typeof compareQuantities>[0], wanted: number) => expect(compareQuantities(found, exact(wanted))).toBe(0);

const CHECK: Record<Assertion["fn"], (one: Assertion) => void> = {
  impliedDenominator({ a, p, d, expectIntegers }) {
    const { first, last } = impliedDenominator(a, decimal(p.toFixed(d)))!.integers!;
    expect(Array.from({ length: Number(last! - first) + 1 }, (_, i) => Number(first) + i)).toEqual(expectIntegers);
  },
  pct({ a, b, d, kind, slice, expect: wanted }) {
    is(percentOf(a, b, d)!.percent, wanted);
    if (!kind) return;
    const denominator = slice ? denominatorOf(kind, slice.plan5y, slice.years) : denominatorOf(kind, b, 5);
    is(denominator, b);
    is(percentOf(a, denominator, d)!.percent, wanted);
  },
  sum({ xs, expect: wanted }) {
    is(xs.reduce((sum, x) => sum + x, 0), wanted);
  },
  div({ a, b, expect: wanted }) {
    is(divide(a, b), wanted);
  },
  diff({ a, b, expect: wanted }) {
    is(subtract(a, b), wanted);
  },
  pointsChange({ prev, now, d, expect: wanted }) {
    is(valueOf(reduction(pointsBetween(rate(...prev, d)!, rate(...now, d)!))), wanted);
  },
  pctOfPointsPlan({ points, pointsRaw, plan, d, expect: wanted }) {
    is(percentOf(exact((points ?? pointsRaw)!), exact(plan), d)!.percent, wanted);
  },
};

describe("reconstruction of the printed figures", () => {
  it.each(golden.map((one) => [one.id, one] as const))("%s", (_, one) => CHECK[one.fn](one));

  it("holds every assertion", () => expect(golden).toHaveLength(20));

  it("a plan of 2021–2025 has five years", () => expect(yearsIn({ year: 2021, toYear: 2025 })).toBe(5));
});
