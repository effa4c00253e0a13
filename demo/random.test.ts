import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion } from "./apportion.ts";
import { ageOnDay, day, dayText } from "./days.ts";
import { IdMaker } from "./ids.ts";
import { choiceOf, mix32, Random } from "./random.ts";

describe("the demo's random stream", () => {
  it("gives the same numbers on every platform", () => {
    const random = new Random("An Phú", 2023);
    expect([random.next(), random.next(), random.next(), random.below(1000)]).toEqual([3060843924, 245633982, 299847740, 542]);
  });

  it("differs between streams of other labels", () => {
    expect(new Random("a", 1).next()).not.toBe(new Random("a", 2).next());
    expect(new Random("a1").next()).not.toBe(new Random("a", 1).next());
  });

  it("draws each value as often as its weight says", () => {
    const random = new Random("weights");
    const choice = choiceOf([["often", 3], ["seldom", 1]]);
    let often = 0;
    for (let i = 0; i < 40_000; i++) if (random.weighted(choice) === "often") often++;
    expect(often).toBeGreaterThan(29_500);
    expect(often).toBeLessThan(30_500);
  });

  it("shuffles without losing or doubling", () => {
    const items = Array.from({ length: 500 }, (_, i) => i);
    const shuffled = new Random("shuffle").shuffle([...items]);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(items);
  });

  it("spreads 32-bit integers one to one", () => {
    const seen = new Set(Array.from({ length: 100_000 }, (_, i) => mix32(i)));
    expect(seen.size).toBe(100_000);
  });
});

describe("apportioning by largest remainder", () => {
  it("adds up to the total, each part within one of its share", () => {
    fc.assert(
      fc.property(fc.nat(50_000), fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 90 }), (total, weights) => {
        const parts = apportion(total, weights);
        const sum = weights.reduce((a, b) => a + b, 0);
        expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
        for (const [i, part] of parts.entries()) expect(Math.abs(part * sum - total * weights[i]!)).toBeLessThan(sum);
      }),
    );
  });
});

describe("ids and days of the demo", () => {
  it("makes the same id for the same place and another for every other place and table", () => {
    const ids = new IdMaker("seed", "person");
    const made = new Set<string>();
    for (let hamlet = 0; hamlet < 40; hamlet++) for (let place = 0; place < 500; place++) made.add(ids.of(hamlet, place));
    expect(made.size).toBe(20_000);
    expect(new IdMaker("seed", "person").of(7, 11)).toBe(ids.of(7, 11));
    expect(new IdMaker("seed", "household").of(7, 11)).not.toBe(ids.of(7, 11));
  });

  it("counts days and ages", () => {
    expect(dayText(day("2023-12-31") + 1)).toBe("2024-01-01");
    expect(ageOnDay(day("1980-06-15"), day("2022-12-31"))).toBe(42);
  });
});
