import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lookupOfLast4, lookupOf, sealNumber } from "./sealing.ts";

const keys = { seal: randomBytes(32), lookup: randomBytes(32) };

describe("a sealed number", () => {
  it("never lies the same twice, yet is found by the same keyed hash", () => {
    const [a, b] = [sealNumber(keys, "089085001234"), sealNumber(keys, "089085001234")];
    expect(a.sealed.equals(b.sealed)).toBe(false);
    expect(a.lookup.equals(b.lookup)).toBe(true);
    expect(a.lookup.equals(lookupOf(keys, "089085001234"))).toBe(true);
    expect(a.lookup_last4.equals(lookupOfLast4(keys, "1234"))).toBe(true);
    expect(a.masked).toBe("089••••••234");
  });

  it("cannot be looked up with another key", () => {
    expect(sealNumber({ ...keys, lookup: randomBytes(32) }, "089085001234").lookup.equals(lookupOf(keys, "089085001234"))).toBe(false);
  });

  it("holds no digits of the number in any of its columns but the mask", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^0[0-9]{11}$/), (number) => {
        const { sealed, lookup, lookup_last4 } = sealNumber(keys, number);
        for (const column of [sealed, lookup, lookup_last4]) expect(column.toString("latin1")).not.toContain(number.slice(3, 9));
      }),
      { numRuns: 200 },
    );
  });
});
