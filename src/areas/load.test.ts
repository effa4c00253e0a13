import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { loadUnitIndex, unitIndex } from "./load.ts";
import { communesUnder, parentOn } from "./rules/hierarchy.ts";
import { inForce, type Unit } from "./rules/unit.ts";

const index = unitIndex();

function countsOn(day: string): [provinces: number, districts: number, communes: number] {
  const on = plainDate(day);
  const live = index.units.filter((unit) => inForce(unit, on));
  const count = (level: Unit["level"]): number => live.filter((unit) => unit.level === level).length;
  return [count("province"), count("district"), count("commune")];
}

describe("units in force in the country", () => {
  test.each([
    ["2011-06-30", [63, 698, 10977]],
    ["2021-06-30", [63, 705, 10603]],
    ["2024-06-28", [63, 705, 10595]],
    ["2025-06-30", [63, 696, 10035]],
    ["2025-07-01", [34, 0, 3321]],
    ["2026-07-25", [34, 0, 3321]],
  ])("on %s", (day, counts) => expect(countsOn(day)).toEqual(counts));

  test("a code has one holder a level at a time", () => {
    for (const [code, versions] of index.byCode) {
      expect(new Set(versions.map(({ level }) => level)).size, code).toBe(1);
      const sorted = versions.toSorted((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
      for (const [i, version] of sorted.entries()) {
        const next = sorted[i + 1];
        if (next) expect(version.validTo !== undefined && version.validTo <= (next.validFrom ?? ""), `${code}: ${version.uid}, ${next.uid}`).toBe(true);
      }
    }
  });

  test.each(["2011-01-01", "2016-01-01", "2023-12-31", "2025-06-30", "2025-07-01", "2026-07-25"])("every district and commune has a parent on %s", (day) => {
    const on = plainDate(day);
    const orphans = index.units.filter((unit) => unit.level !== "province" && inForce(unit, on) && !parentOn(index, unit, on));
    expect(orphans).toEqual([]);
  });

  test("the communes of the provinces sum to the country", () => {
    const on = plainDate("2025-06-30");
    const provinces = index.units.filter((unit) => unit.level === "province" && inForce(unit, on));
    expect(provinces.reduce((sum, province) => sum + communesUnder(index, province.uid, on).length, 0)).toBe(10_035);
  });

  test("a version begins no later than its successor's edge and ends on the day of the edge", () => {
    for (const edges of index.edgesFrom.values()) {
      for (const edge of edges) {
        expect(index.byUid.get(edge.from)!.validTo).toBe(edge.effective);
        expect((index.byUid.get(edge.to)!.validFrom ?? "") <= edge.effective).toBe(true);
      }
    }
  });
});

describe("a replaced file", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "đơn vị "));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const UNITS = "uid,code,level,kind,name,full_name,parent_code,valid_from,valid_to,from_act,to_act\n";
  const EDGES = "from_uid,to_uid,effective,relation,act,source\n";
  const load = (units: string, edges: string) => {
    writeFileSync(join(folder, "admin-coverage.json"), '{"from":"2011-01-01","snapshot":"2026-01-01"}');
    writeFileSync(join(folder, "admin-units.csv"), units);
    writeFileSync(join(folder, "admin-succession.csv"), edges);
    return () => loadUnitIndex(folder);
  };
  const ONE = "01@0,01,province,thanh_pho_tw,Hà Nội,Thành phố Hà Nội,,,,,\n";

  test("is read with open ends left open", () => {
    expect(load(UNITS + ONE, EDGES)().units).toEqual([
      { uid: "01@0", code: "01", level: "province", kind: "thanh_pho_tw", name: "Hà Nội", fullName: "Thành phố Hà Nội" },
    ]);
  });
  test("with another header is refused", () => expect(load(EDGES + ONE, EDGES)).toThrow("areas.fileHeader"));
  test("with a row of another width is refused with its line", () => expect(load(`${UNITS + ONE}02@0,02\n`, EDGES)).toThrow(/areas.fileRow.*"line":3/));
  test("with quoted cells is refused", () => expect(load(UNITS + ONE.replace("Hà Nội", '"Hà Nội"'), EDGES)).toThrow("areas.fileRow"));
  test("with a day that does not exist is refused", () => expect(load(UNITS + ONE.replace(",,,,,", ",,2025-02-30,,,"), EDGES)).toThrow("date.invalid"));
  test("with an edge to a unit not on file is refused", () =>
    expect(load(UNITS + ONE, `${EDGES}01@0,09@0,2025-07-01,whole,,x\n`)).toThrow("areas.edgeWithoutUnit"));
});
