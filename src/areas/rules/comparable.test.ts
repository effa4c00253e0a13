import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { unitIndex } from "../load.ts";
import { findVirtualDistrict, listVirtualDistricts } from "./closed-district.ts";
import { comparableGroup, comparableGroups } from "./comparable.ts";
import { communesUnder } from "./hierarchy.ts";
import { predecessors } from "./succession.ts";
import { inForce } from "./unit.ts";

const index = unitIndex();
const [before, after] = [plainDate("2025-06-30"), plainDate("2025-07-01")];
const names = (units: readonly { name: string }[]): string[] => units.map(({ name }) => name).sort();

describe("comparable groups of An Phú", () => {
  test.each(["30358@0", "30337@2025-07-01"])("from %s: three new communes and eight old ones", (uid) => {
    const group = comparableGroup(index, uid, before, after);
    expect(names(group.after)).toEqual(["An Phú", "Nhơn Hội", "Phú Hữu"]);
    expect(names(group.before)).toEqual(["An Phú", "Nhơn Hội", "Phú Hội", "Phú Hữu", "Phước Hưng", "Quốc Thái", "Vĩnh Hội Đông", "Vĩnh Lộc"]);
    expect(group.certain).toBe(true);
  });

  test.each([
    ["30341@2025-07-01", ["Khánh An", "Khánh Bình", "Long Bình"]],
    ["30367@2025-07-01", ["Vĩnh Hậu", "Vĩnh Trường", "Đa Phước"]],
  ])("%s alone is an exact union", (uid, olds) => {
    const group = comparableGroup(index, uid, before, after);
    expect(group.after.map((unit) => unit.uid)).toEqual([uid]);
    expect(names(group.before)).toEqual(olds);
  });

  test("a group with a way not fully told is not certain", () => {
    const dongXuyen = index.units.find(({ name, parentCode }) => name === "Đông Xuyên" && parentCode === "883")!;
    expect(comparableGroup(index, dongXuyen.uid, plainDate("2024-12-31"), plainDate("2025-01-01")).certain).toBe(false);
  });
});

describe("the country on 1/7/2025", () => {
  test.each([
    ["people", 2934, 126],
    ["any", 2909, 122],
  ] as const)("by %s: %i new communes are exact unions, the others fall into %i groups", (measure, exact, groups) => {
    const all = comparableGroups(index, before, after, measure).filter((group) => group.after.length > 0);
    expect(all.filter((group) => group.after.length === 1)).toHaveLength(exact);
    expect(all.filter((group) => group.after.length > 1)).toHaveLength(groups);
  });

  test("the groups share out every commune of both days once", () => {
    const all = comparableGroups(index, before, after);
    const old = all.flatMap((group) => group.before).filter(({ level }) => level === "commune");
    const now = all.flatMap((group) => group.after);
    expect([old.length, new Set(old).size]).toEqual([10_035, 10_035]);
    expect([now.length, new Set(now).size]).toEqual([3_321, 3_321]);
  });

  test("the five island districts without communes stand for themselves", () => {
    const islands = comparableGroups(index, before, after).flatMap((group) => group.before).filter(({ level }) => level === "district");
    expect(names(islands)).toEqual(["Bạch Long Vĩ", "Cồn Cỏ", "Côn Đảo", "Hoàng Sa", "Lý Sơn"].sort());
  });
});

describe("old districts as virtual units", () => {
  test("402 of 696 are closed for people, 22 of the 26 of An Giang and Kiên Giang", () => {
    expect(listVirtualDistricts(index, after, after)).toHaveLength(402);
    const own = ["89", "91"].map((province) => listVirtualDistricts(index, after, after, province).length);
    expect(own[0]! + own[1]!).toBe(22);
  });

  test("huyện An Phú (cũ) is the sum of five communes", () => {
    const virtual = findVirtualDistrict(index, "886@0", plainDate("2026-07-01"))!;
    expect(virtual.label).toBe("huyện An Phú (cũ)");
    expect(names(virtual.communes)).toEqual(["An Phú", "Khánh Bình", "Nhơn Hội", "Phú Hữu", "Vĩnh Hậu"]);
  });

  test("going forth to the new communes and back gives the old communes of each closed district", () => {
    for (const { district, communes } of listVirtualDistricts(index, after, after, "89")) {
      const back = new Set(communes.flatMap((commune) => predecessors(index, commune.uid, after, before).units.filter(({ exactness }) => exactness !== "land-only").map(({ unit }) => unit)));
      expect(names([...back])).toEqual(names(communesUnder(index, district.uid, before)));
    }
  });

  test("a district in force is no virtual unit, and a commune never is", () => {
    expect(findVirtualDistrict(index, "886@0", before)).toBeUndefined();
    expect(() => findVirtualDistrict(index, "30352@0", after)).toThrow("areas.notADistrict");
  });

  test("a district whose border people crossed is none", () => {
    const districts = index.units.filter((unit) => unit.parentCode === "91" && unit.level === "district" && inForce(unit, before));
    const open = districts.filter((unit) => !findVirtualDistrict(index, unit.uid, after));
    expect([districts.length, open.length]).toEqual([15, 4]);
    for (const { uid } of open) {
      const inside = new Set(communesUnder(index, uid, before));
      const sharers = [...inside].flatMap((commune) => comparableGroup(index, commune.uid, before, after).before);
      expect(sharers.some((commune) => !inside.has(commune))).toBe(true);
    }
  });
});
