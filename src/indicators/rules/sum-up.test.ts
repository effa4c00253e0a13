import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COUNTS } from "./definition.ts";
import { countIn, isMissing, type Counts } from "./figure.ts";
import { addUp, fillFromDocuments, sumUp, type CommuneTally } from "./sum-up.ts";

const ON = "2023-12-31";
const tally = (changes: Partial<CommuneTally> = {}): CommuneTally => ({
  hamlets: 2, unlisted: null, poorHouseholds: 8, nearPoorHouseholds: 4, poorPersons: 30, nearPoorPersons: 15,
  entered: 2, enteredPersons: 2, populationHouseholds: 100, populationPersons: 380, kinds: ["document"], remainderEntered: false, lacking: 0,
  registered: 0, registryHouseholds: 0, registryPersons: 0, ...changes,
});
const NOT_ENTERED = { entered: 0, enteredPersons: 0, populationHouseholds: 0, populationPersons: 0, kinds: null, lacking: 2 } as const;
const valueOf = (counts: Counts, name: (typeof COUNTS)[number]): number | string => {
  const count = countIn(counts, name);
  return isMissing(count) ? count.missing.code : count.value;
};
const both = (one: CommuneTally | undefined): (number | string)[] => {
  const counts = sumUp("x@0", one, ON);
  return [valueOf(counts, "households"), valueOf(counts, "persons")];
};

describe("a commune", () => {
  it("has the sums of its hamlets", () => {
    expect([valueOf(sumUp("x@0", tally(), ON), "poorHouseholds"), ...both(tally())]).toEqual([8, 100, 380]);
  });

  it("has no population where one hamlet has none, and says how many lack it", () => {
    const { households } = sumUp("x@0", tally({ entered: 1, lacking: 1 }), ON);
    expect(households).toEqual({ missing: { code: "indicators.noPopulation", data: { on: ON, what: "households", units: ["x@0"], hamletCount: 1 } } });
  });

  it("may enter what it has not divided by hamlet, and need not know the persons", () => {
    expect(both(tally({ entered: 1, enteredPersons: 0, lacking: 1, remainderEntered: true }))).toEqual([100, "indicators.noPopulation"]);
  });

  it("is counted from the registry where it is complete in every hamlet", () => {
    const registry = { ...NOT_ENTERED, registered: 2, registryHouseholds: 80, registryPersons: 300 };
    expect(sumUp("x@0", tally(registry), ON).households).toEqual({ value: 80, kind: "counted", source: "registry", registry: 80 });
    expect(both(tally({ ...registry, registered: 1 }))).toEqual(["indicators.noPopulation", "indicators.noPopulation"]);
  });

  it("takes the population entered where both are on file, and keeps what the registry says", () => {
    expect(sumUp("x@0", tally({ registered: 2, registryHouseholds: 97 }), ON).households).toEqual({ value: 100, kind: "document", source: "population", registry: 97 });
  });

  it("keeps the worst kind of what was entered", () => {
    expect(sumUp("x@0", tally({ kinds: ["document", "illustrative", "estimate"] }), ON).households).toMatchObject({ kind: "illustrative" });
  });

  it("without a list names the units that lack it; without a hamlet on file itself", () => {
    expect(sumUp("x@0", tally({ unlisted: ["a@0", "b@0"] }), ON).poorHouseholds).toEqual({ missing: { code: "indicators.noList", data: { on: ON, units: ["a@0", "b@0"] } } });
    expect(sumUp("x@0", undefined, ON).poorHouseholds).toEqual({ missing: { code: "indicators.noList", data: { on: ON, units: ["x@0"] } } });
    expect(both(undefined)).toEqual(["indicators.noPopulation", "indicators.noPopulation"]);
  });
});

describe("the communes of an area", () => {
  it("give their sum, or no number at all where one of them has none", () => {
    fc.assert(fc.property(fc.array(fc.record({ poor: fc.nat(500), listed: fc.boolean() }), { minLength: 1, maxLength: 12 }), (communes) => {
      const parts = communes.map(({ poor, listed }, i) => sumUp(`c${i}@0`, tally({ poorHouseholds: poor, unlisted: listed ? null : [`c${i}@0`] }), ON));
      const { poorHouseholds } = addUp(parts, ON);
      const without = communes.flatMap(({ listed }, i) => (listed ? [] : [`c${i}@0`]));
      if (without.length === 0) expect(poorHouseholds).toMatchObject({ value: communes.reduce((sum, one) => sum + one.poor, 0) });
      else expect(poorHouseholds).toEqual({ missing: { code: "indicators.noList", data: { on: ON, units: without } } });
    }));
  });

  it("of different sources are marked mixed, with the worst kind", () => {
    const typed = fillFromDocuments(sumUp("b@0", undefined, ON), [{ count: "poorHouseholds", value: 11, kind: "backward" }]);
    expect(addUp([sumUp("a@0", tally(), ON), typed], ON).poorHouseholds).toEqual({ value: 19, kind: "backward", source: "mixed" });
  });

  it("lack as many hamlets as all of them together", () => {
    const parts = [tally({ lacking: 1 }), tally({ lacking: 3 })].map((one, i) => sumUp(`c${i}@0`, one, ON));
    expect(addUp(parts, ON).households).toMatchObject({ missing: { data: { units: ["c0@0", "c1@0"], hamletCount: 4 } } });
  });
});

describe("a figure of a document", () => {
  it("never replaces a count", () => {
    const counts = sumUp("a@0", tally(), ON);
    expect(fillFromDocuments(counts, COUNTS.map((count) => ({ count, value: 999, kind: "document" })))).toEqual(counts);
  });
});
