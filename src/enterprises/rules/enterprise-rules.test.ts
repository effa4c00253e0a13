import { describe, expect, it } from "vitest";
import { plainDate as day } from "../../kernel/date.ts";
import { holds, type Licence, licenceAnswer } from "./licence.ts";
import { nextStates, stateOn } from "./vacancy.ts";

const licence = (changes: Partial<Licence> = {}): Licence => ({ id: "1", kind: "overseas", number: "1/GP", validFrom: day("2022-01-01"), validTo: day("2025-01-01"), trades: null, yearlyQuota: null, checkedOn: null, ...changes });
const stateAt = (on: string, licences: readonly Licence[]) => licenceAnswer(licences, "overseas", day(on));

describe("a licence on a day", () => {
  it("holds from its first day to the day before its end", () => {
    expect(stateAt("2022-01-01", [licence()]).state).toBe("valid");
    expect(stateAt("2024-12-31", [licence()]).state).toBe("ends_soon");
    expect(stateAt("2025-01-01", [licence()])).toMatchObject({ state: "expired", licence: { number: "1/GP" } });
    expect(stateAt("2021-12-31", [licence()]).state).toBe("not_begun");
    expect(holds(stateAt("2024-12-31", [licence()]))).toBe(true);
  });
  it("is that of the kind asked; the one that lasts longest tells", () => {
    expect(stateAt("2024-01-01", [licence({ kind: "vocational" })])).toMatchObject({ state: "missing", licence: null });
    expect(stateAt("2024-12-31", [licence(), licence({ id: "2", validFrom: day("2024-06-01"), validTo: null })])).toMatchObject({ state: "valid", licence: { id: "2" } });
  });
});

describe("a vacancy", () => {
  it("has expired after its last day to apply, also where nobody said so; a filled one stays filled", () => {
    expect(stateOn({ state: "open", applyBy: day("2026-03-31") }, day("2026-03-31"))).toBe("open");
    expect(stateOn({ state: "paused", applyBy: day("2026-03-31") }, day("2026-04-01"))).toBe("expired");
    expect(stateOn({ state: "filled", applyBy: day("2026-03-31") }, day("2026-04-01"))).toBe("filled");
    expect(stateOn({ state: "open", applyBy: null }, day("2030-01-01"))).toBe("open");
  });
  it("goes on from its state only", () => {
    expect(nextStates("open")).toEqual(["paused", "filled", "expired"]);
    expect(nextStates("expired")).toEqual(["open"]);
  });
});
