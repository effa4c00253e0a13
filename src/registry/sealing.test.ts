import { createHmac, randomBytes } from "node:crypto";
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

  it("is found by HMAC-SHA-256, whatever the length of the key", () => {
    for (const lookup of [randomBytes(16), randomBytes(32), randomBytes(64), randomBytes(100)]) {
      const hmac = (text: string): Buffer => createHmac("sha256", lookup).update(text).digest();
      for (const number of ["089085001234", "351234567", "B1234567"]) {
        expect(lookupOf({ ...keys, lookup }, number)).toEqual(hmac(number));
        expect(lookupOfLast4({ ...keys, lookup }, number)).toEqual(hmac(`last4:${number.slice(-4)}`).subarray(0, 16));
      }
    }
  });

  it("has a nonce of its own, thousands in a row", () => {
    const nonces = Array.from({ length: 5_000 }, () => sealNumber(keys, "089085001234").sealed.subarray(0, 12).toString("hex"));
    expect(new Set(nonces).size).toBe(5_000);
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
