import { describe, expect, it } from "vitest";
import { unitIndex } from "../load.ts";
import { certainBelonging } from "./hamlet-belonging.ts";
import { getUnit } from "./unit-index.ts";

const index = unitIndex();
const chain = (uid: string) => certainBelonging(index, getUnit(index, uid)).map(({ unitUid, from, to }) => [unitUid, from, to]);

describe("a hamlet's units through time", () => {
  it("follow a commune that was merged whole", () => {
    expect(chain("30361@0")).toEqual([["30361@0", "2011-01-01", "2025-07-01"], ["30352@2025-07-01", "2025-07-01", null]]);
  });

  it("follow a commune that became a township on the way", () => {
    expect(chain("30373@2023-04-10")).toEqual([
      ["30373@0", "2011-01-01", "2023-04-10"], ["30373@2023-04-10", "2023-04-10", "2025-07-01"], ["30367@2025-07-01", "2025-07-01", null],
    ]);
  });

  it("end where a commune was split: xã Phước Hưng went three ways", () => {
    expect(chain("30358@0")).toEqual([["30358@0", "2011-01-01", "2025-07-01"]]);
  });

  it("begin with a commune that was made of several", () => {
    expect(chain("30352@2025-07-01")).toEqual([["30352@2025-07-01", "2025-07-01", null]]);
  });

  it("name the act that moved them", () => {
    expect(certainBelonging(index, getUnit(index, "30361@0"))[1]!.act).toContain("1654");
  });
});
