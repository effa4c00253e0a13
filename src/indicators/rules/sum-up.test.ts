import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTS } from "./definition.ts";
import { isMissing, type Counts } from "./figure.ts";
import { addUp, fillFromDocuments, sumUp, type Countable } from "./sum-up.ts";

const ON = "2023-12-31";
let serial = 0;
const hamlet = (changes: Partial<Countable> = {}): Countable => ({
  hamletId: `h${serial++}`, unitUid: "x@0", remainder: false, listed: true, poorHouseholds: 3, nearPoorHouseholds: 2, poorPersons: 9, nearPoorPersons: 7,
  population: { households: 50, persons: 190, kind: "document" }, registry: null, ...changes,
});
const valueOf = (counts: Counts, name: (typeof COUNTS)[number]): number | string => {
  const count = counts[name];
  return isMissing(count) ? count.missing.code : count.value;
};

describe("the hamlets of a commune", () => {
  it("are added up", () => {
    const counts = sumUp("x@0", [hamlet(), hamlet({ poorHouseholds: 5 })], ON);
    expect([valueOf(counts, "poorHouseholds"), valueOf(counts, "households"), valueOf(counts, "persons")]).toEqual([8, 100, 380]);
  });

  it("give no population where one of them has none, and name it", () => {
    const lacking = hamlet({ population: null });
    const { households } = sumUp("x@0", [hamlet(), lacking], ON);
    expect(households).toMatchObject({ missing: { code: "indicators.noPopulation", data: { hamlets: [lacking.hamletId], hamletCount: 1 } } });
  });

  it("need no population of their own where the commune entered what is not divided by hamlet", () => {
    const rest = hamlet({ remainder: true, population: { households: 120, persons: null, kind: "document" } });
    const counts = sumUp("x@0", [hamlet({ population: null }), hamlet(), rest], ON);
    expect([valueOf(counts, "households"), valueOf(counts, "persons")]).toEqual([170, "indicators.noPopulation"]);
  });

  it("are counted from the registry where it is complete in every one of them", () => {
    const complete = { population: null, registry: { households: 40, persons: 160 } };
    expect(sumUp("x@0", [hamlet(complete), hamlet(complete)], ON).households).toEqual({ value: 80, kind: "counted", source: "registry", registry: 80 });
    expect(valueOf(sumUp("x@0", [hamlet(complete), hamlet({ population: null })], ON), "households")).toBe("indicators.noPopulation");
  });

  it("keep the worst kind of what was entered", () => {
    const guessed = hamlet({ population: { households: 10, persons: 40, kind: "illustrative" } });
    expect(sumUp("x@0", [hamlet(), guessed], ON).households).toMatchObject({ kind: "illustrative" });
  });

  it("without a list are missing; a commune without hamlets too", () => {
    expect(valueOf(sumUp("x@0", [hamlet({ listed: false })], ON), "poorHouseholds")).toBe("indicators.noList");
    expect(sumUp("x@0", [], ON).poorHouseholds).toEqual({ missing: { code: "indicators.noList", data: { on: ON, units: ["x@0"] } } });
  });
});

describe("the communes of an area", () => {
  it("give their sum, or no number at all where one of them has none", () => {
    fc.assert(fc.property(fc.array(fc.record({ poor: fc.nat(500), listed: fc.boolean() }), { minLength: 1, maxLength: 12 }), (communes) => {
      const parts = communes.map(({ poor, listed }, i) => sumUp(`c${i}@0`, [hamlet({ unitUid: `c${i}@0`, poorHouseholds: poor, listed })], ON));
      const { poorHouseholds } = addUp(parts, ON);
      const without = communes.flatMap(({ listed }, i) => (listed ? [] : [`c${i}@0`]));
      if (without.length === 0) expect(poorHouseholds).toMatchObject({ value: communes.reduce((sum, one) => sum + one.poor, 0) });
      else expect(poorHouseholds).toEqual({ missing: { code: "indicators.noList", data: { on: ON, units: without } } });
    }));
  });

  it("of different sources are marked mixed, with the worst kind", () => {
    const typed = fillFromDocuments(sumUp("b@0", [], ON), [{ count: "poorHouseholds", value: 11, kind: "backward" }]);
    expect(addUp([sumUp("a@0", [hamlet()], ON), typed], ON).poorHouseholds).toEqual({ value: 14, kind: "backward", source: "mixed" });
  });
});

describe("a figure of a document", () => {
  it("never replaces a count", () => {
    const counts = sumUp("a@0", [hamlet()], ON);
    expect(fillFromDocuments(counts, COUNTS.map((count) => ({ count, value: 999, kind: "document" })))).toEqual(counts);
  });
});
