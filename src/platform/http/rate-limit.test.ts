import { describe, expect, it } from "vitest";
import { RateLimit } from "./rate-limit.ts";

describe("the limit of open pages", () => {
  it("lets so many through in a time, each key for itself, and again when time has passed", () => {
    const limit = new RateLimit(2, 1_000);
    expect([limit.take("a", 0), limit.take("a", 10), limit.take("a", 20), limit.take("b", 20)]).toEqual([true, true, false, true]);
    expect([limit.take("a", 1_005), limit.take("a", 1_006), limit.take("a", 1_011)]).toEqual([true, false, true]);
  });
});
