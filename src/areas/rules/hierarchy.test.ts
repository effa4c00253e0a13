import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { unitIndex } from "../load.ts";
import { childrenOn, communesUnder, lastDay, parentOn, pathLabel } from "./hierarchy.ts";
import { findByCode, getUnit, getUnitInForce } from "./unit-index.ts";
import { unitLabel } from "./unit.ts";

const index = unitIndex();
const [before, after] = [plainDate("2025-06-30"), plainDate("2025-07-01")];

describe("a code and its day", () => {
  test("30367 is Vĩnh Trường until 30/6/2025 and Vĩnh Hậu since", () => {
    expect(findByCode(index, "30367", before)?.fullName).toBe("Xã Vĩnh Trường");
    expect(findByCode(index, "30367", after)?.fullName).toBe("Xã Vĩnh Hậu");
  });

  test("91 is Kiên Giang until 30/6/2025 and An Giang since; 89 is nobody's", () => {
    expect(findByCode(index, "91", before)?.name).toBe("Kiên Giang");
    expect(findByCode(index, "91", after)?.name).toBe("An Giang");
    expect(findByCode(index, "89", before)?.name).toBe("An Giang");
    expect(findByCode(index, "89", after)).toBeUndefined();
  });

  test("Đa Phước is a xã until 9/4/2023 and a thị trấn from 10/4/2023", () => {
    expect(unitLabel(findByCode(index, "30373", plainDate("2023-04-09"))!)).toBe("xã Đa Phước");
    expect(unitLabel(findByCode(index, "30373", plainDate("2023-04-10"))!)).toBe("thị trấn Đa Phước");
  });
});

describe("what lies above and below", () => {
  test("huyện An Phú has 14 communes, An Giang of today 102 and no district", () => {
    expect(childrenOn(index, "886@0", before)).toHaveLength(14);
    expect(communesUnder(index, "886@0", before)).toHaveLength(14);
    expect(childrenOn(index, "886@0", after)).toEqual([]);
    expect(communesUnder(index, "91@2025-07-01", after)).toHaveLength(102);
    expect(childrenOn(index, "91@2025-07-01", after).every(({ level }) => level === "commune")).toBe(true);
  });

  test("a commune keeps its version while the holder of its parent's code changes", () => {
    const parents = ["2013-07-19", "2013-07-20"].map((day) => parentOn(index, findByCode(index, "30316", plainDate(day))!, plainDate(day))!.fullName);
    expect(parents).toEqual(["Thị xã Châu Đốc", "Thành phố Châu Đốc"]);
  });

  test("a path reads as on its day", () => {
    expect(pathLabel(index, getUnit(index, "30358@0"), before)).toBe("xã Phước Hưng, huyện An Phú, tỉnh An Giang");
    expect(pathLabel(index, getUnit(index, "30337@2025-07-01"), after)).toBe("xã An Phú, tỉnh An Giang");
    expect(pathLabel(index, findByCode(index, "26734", before)!, before)).toMatch(/, Quận 1, Thành phố Hồ Chí Minh$/);
  });

  test("the last day of a version lies in it", () => {
    expect(lastDay(index, getUnit(index, "886@0"))).toBe("2025-06-30");
    expect(lastDay(index, getUnit(index, "91@2025-07-01"))).toBe("2026-08-02");
  });
});

test("a unit is refused on a day it is not in force, and any unit before the list begins", () => {
  expect(() => getUnitInForce(index, "886@0", after)).toThrow("areas.notInForce");
  expect(() => getUnitInForce(index, "886@0", plainDate("2010-12-31"))).toThrow("areas.beforeCoverage");
  expect(() => getUnit(index, "886@2030-01-01")).toThrow("areas.unitUnknown");
});
