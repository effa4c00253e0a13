import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { unitIndex } from "../load.ts";
import { communesUnder } from "./hierarchy.ts";
import { decisiveStep, predecessors, successors, type Trace } from "./succession.ts";
import { carriesPeople } from "./trace.ts";
import { buildIndex, type UnitIndex } from "./unit-index.ts";
import { inForce, type Edge, type Relation, type Unit } from "./unit.ts";

const index = unitIndex();
const [before, after] = [plainDate("2025-06-30"), plainDate("2025-07-01")];
const NEW = { anPhu: "30337@2025-07-01", khanhBinh: "30341@2025-07-01", nhonHoi: "30346@2025-07-01", phuHuu: "30352@2025-07-01", vinhHau: "30367@2025-07-01" };

const ways = (trace: Trace): [uid: string, relation: string, exactness: string][] =>
  trace.units.map(({ unit, steps, exactness }): [string, string, string] => [unit.uid, decisiveStep(steps)?.relation ?? "unchanged", exactness]).sort();

/** Nghị quyết 1654/NQ-UBTVQH15, Điều 1 khoản 1–5. */
const AN_PHU: [old: string, name: string, became: string[]][] = [
  ["30337@0", "Thị trấn An Phú", [NEW.anPhu]],
  ["30340@0", "Xã Khánh An", [NEW.khanhBinh]],
  ["30341@2005-04-27", "Thị trấn Long Bình", [NEW.khanhBinh]],
  ["30343@0", "Xã Khánh Bình", [NEW.khanhBinh]],
  ["30346@0", "Xã Quốc Thái", [NEW.nhonHoi]],
  ["30349@0", "Xã Nhơn Hội", [NEW.nhonHoi]],
  ["30352@0", "Xã Phú Hữu", [NEW.phuHuu]],
  ["30355@0", "Xã Phú Hội", [NEW.anPhu, NEW.nhonHoi]],
  ["30358@0", "Xã Phước Hưng", [NEW.anPhu, NEW.nhonHoi, NEW.phuHuu]],
  ["30361@0", "Xã Vĩnh Lộc", [NEW.phuHuu]],
  ["30364@0", "Xã Vĩnh Hậu", [NEW.vinhHau]],
  ["30367@0", "Xã Vĩnh Trường", [NEW.vinhHau]],
  ["30370@0", "Xã Vĩnh Hội Đông", [NEW.anPhu]],
  ["30373@2023-04-10", "Thị trấn Đa Phước", [NEW.vinhHau]],
];

describe("huyện An Phú on 1/7/2025", () => {
  test("the table covers its 14 communes", () => expect(communesUnder(index, "886@0", before).map(({ uid }) => uid).sort()).toEqual(AN_PHU.map(([uid]) => uid)));

  test.each(AN_PHU)("%s %s", (uid, name, became) => {
    const trace = successors(index, uid, before, after);
    expect(trace.of.fullName).toBe(name);
    const [relation, exactness] = became.length === 1 ? ["whole", "exact"] : ["part", "split"];
    expect(ways(trace)).toEqual(became.map((to) => [to, relation, exactness]));
    expect(trace.units.every(({ steps }) => steps[0]!.act === "1654/NQ-UBTVQH15" && steps[0]!.effective === "2025-07-01")).toBe(true);
    expect(trace.closed).toBe(false);
  });

  test.each(Object.values(NEW))("%s was made of what the table says", (uid) => {
    const trace = predecessors(index, uid, after, before);
    const expected = AN_PHU.filter(([, , became]) => became.includes(uid)).map(([old, , became]) => [old, became.length === 1 ? "whole" : "part", became.length === 1 ? "exact" : "split"]);
    expect(ways(trace)).toEqual(expected);
    expect(trace.closed).toBe([NEW.khanhBinh, NEW.vinhHau].includes(uid));
  });

  test("the district is the closed sum of the five, also asked from before Đa Phước changed its kind", () => {
    for (const from of ["2012-01-01", "2022-12-31", "2025-06-30"]) {
      const trace = successors(index, "886@0", plainDate(from), plainDate("2026-07-01"));
      expect(trace.units.map(({ unit, exactness }) => [unit.uid, exactness]).sort()).toEqual(Object.values(NEW).map((uid) => [uid, "exact"]).sort());
      expect(trace.closed).toBe(true);
    }
  });

  test("a commune of the district tells through which it comes", () => {
    const khanhBinh = successors(index, "886@0", before, after).units.find(({ unit }) => unit.uid === NEW.khanhBinh)!;
    expect(khanhBinh.through!.map(({ fullName }) => fullName)).toEqual(["Xã Khánh An", "Thị trấn Long Bình", "Xã Khánh Bình"]);
  });
});

describe("chains", () => {
  test("xã Đa Phước of 2022 is in xã Vĩnh Hậu by two steps, and back", () => {
    const forward = successors(index, "30373@0", plainDate("2022-06-30"), after);
    expect(forward.units[0]!.steps.map(({ relation, effective }) => [relation, effective])).toEqual([["reclassified", "2023-04-10"], ["whole", "2025-07-01"]]);
    expect(ways(forward)).toEqual([[NEW.vinhHau, "whole", "exact"]]);
    expect(ways(predecessors(index, NEW.vinhHau, after, plainDate("2022-06-30"))).map(([uid]) => uid)).toEqual(["30364@0", "30367@0", "30373@0"]);
  });

  test("a unit that goes on is itself, unchanged", () => {
    const trace = successors(index, "886@0", plainDate("2022-01-01"), plainDate("2024-01-01"));
    expect(ways(trace)).toEqual([["886@0", "unchanged", "exact"]]);
    expect(trace.closed).toBe(true);
  });

  test("An Giang of today holds the old An Giang and Kiên Giang", () => {
    expect(ways(predecessors(index, "91@2025-07-01", after, before))).toEqual([["89@0", "whole", "exact"], ["91@0", "whole", "exact"]]);
    expect(ways(successors(index, "75@2025-07-01", after, plainDate("2026-04-30")))).toEqual([["75@2026-04-30", "reclassified", "exact"]]);
  });

  test("a district without an edge is followed by its communes: Quận 9 within Thủ Đức city", () => {
    const trace = successors(index, "763@0", plainDate("2020-06-30"), plainDate("2024-01-01"));
    expect(trace.units).toHaveLength(13);
    expect(trace.closed).toBe(true);
    expect(trace.units.every(({ unit }) => unit.parentCode === "769")).toBe(true);
  });

  test("an island district without communes became its special zone", () => {
    expect(ways(successors(index, "755@0", before, after))).toEqual([["26732@2025-07-01", "whole", "exact"]]);
  });

  test("whole land with some people elsewhere is a split: Kỳ Lợi", () => {
    expect(ways(successors(index, "18796@2015-04-11", before, after)).map(([, relation, exactness]) => [relation, exactness])).toEqual([["part_population", "split"], ["whole", "split"], ["part_population", "split"]]);
  });

  test("an absorbed commune is found in the one that went on, without its share being claimed: Đông Xuyên", () => {
    const dongXuyen = index.units.find(({ name, parentCode }) => name === "Đông Xuyên" && parentCode === "883")!;
    const [way] = successors(index, dongXuyen.uid, plainDate("2024-12-31"), plainDate("2025-01-01")).units;
    expect(way!.exactness).toBe("main");
    expect(predecessors(index, way!.unit.uid, plainDate("2025-01-01"), plainDate("2024-12-31")).units.map(({ unit }) => unit.uid)).toContain(dongXuyen.uid);
  });

  test("where nothing is on file the way is lost, not guessed", () => {
    const lost = index.units.find((unit) => unit.level === "commune" && unit.validTo === "2020-01-01" && !index.edgesFrom.has(unit.uid))!;
    const trace = successors(index, lost.uid, plainDate("2019-12-31"), plainDate("2020-01-01"));
    expect(trace).toMatchObject({ units: [], lost: [lost], closed: false });
  });

  test("days in the wrong order, before the list or outside the unit's life are refused", () => {
    expect(() => successors(index, "886@0", after, before)).toThrow("areas.datesReversed");
    expect(() => successors(index, "886@0", after, after)).toThrow("areas.notInForce");
    expect(() => predecessors(index, "886@0", before, plainDate("2010-01-01"))).toThrow("areas.beforeCoverage");
  });
});

describe("exactness by the relations of one change", () => {
  const day = plainDate("2020-01-01");
  const small = (edges: [from: string, to: string, relation: Relation, on?: string][]): UnitIndex => {
    const ends = new Map<string, string>(edges.map(([from, , , on = day]) => [from, on]));
    const starts = new Map<string, string>(edges.map(([, to, , on = day]) => [to, on]));
    const uids = new Set(edges.flatMap(([from, to]) => [from, to]));
    const units = [...uids].map((uid): Unit => {
      const [validFrom, validTo] = [starts.get(uid), ends.get(uid)];
      return {
        uid, code: uid, level: "commune", kind: "xa", name: uid, fullName: `Xã ${uid}`,
        ...(validFrom && { validFrom: plainDate(validFrom) }), ...(validTo && { validTo: plainDate(validTo) }),
      };
    });
    const list = edges.map(([from, to, relation, on = day]): Edge => ({ from, to, relation, effective: plainDate(on), source: "test" }));
    return buildIndex(units, list, { from: plainDate("2011-01-01"), snapshot: plainDate("2026-01-01") });
  };
  const from = (graph: UnitIndex, to = "2021-01-01") => Object.fromEntries(successors(graph, "A", plainDate("2019-01-01"), plainDate(to)).units.map(({ unit, exactness }) => [unit.uid, exactness]));

  test.each<Relation>(["whole", "unchanged", "renamed", "reclassified", "moved", "part_area_all_population"])("%s is exact", (relation) =>
    expect(from(small([["A", "B", relation]]))).toEqual({ B: "exact" }));
  test("all people beside land alone", () => expect(from(small([["A", "B", "part_area_all_population"], ["A", "C", "part_area_only"]]))).toEqual({ B: "exact", C: "land-only" }));
  test("two parts", () => expect(from(small([["A", "B", "part"], ["A", "C", "part"]]))).toEqual({ B: "split", C: "split" }));
  test("the one part beside land alone has all the people", () => expect(from(small([["A", "B", "part"], ["A", "C", "part_area_only"]]))).toEqual({ B: "exact", C: "land-only" }));
  test("whole or main stays main through later whole steps", () =>
    expect(from(small([["A", "B", "whole_or_main"], ["B", "C", "whole", "2020-06-01"]]))).toEqual({ C: "main" }));
  test("parts that come together again are exact", () =>
    expect(from(small([["A", "B", "part"], ["A", "C", "part"], ["B", "D", "whole", "2020-06-01"], ["C", "D", "whole", "2020-06-01"]]))).toEqual({ D: "exact" }));
  test("land alone carries nobody further", () =>
    expect(from(small([["A", "B", "part_area_all_population"], ["A", "C", "part_area_only"], ["C", "D", "whole", "2020-06-01"]]))).toEqual({ B: "exact", D: "land-only" }));
});

describe("properties", () => {
  const days = ["2012-01-01", "2016-01-01", "2019-12-31", "2023-04-10", "2024-12-31", "2025-06-30", "2025-07-01", "2026-07-01"].map(plainDate);
  const span = fc.tuple(fc.nat(days.length - 1), fc.nat(days.length - 1)).map(([a, b]) => [days[Math.min(a, b)]!, days[Math.max(a, b)]!] as const);

  test("whatever a commune became knows it as an origin, and the other way round", () => {
    fc.assert(
      fc.property(fc.constantFrom(...index.units.filter(({ level }) => level === "commune")), span, (unit, [from, to]) => {
        if (inForce(unit, from)) {
          for (const { unit: later } of successors(index, unit.uid, from, to).units) {
            expect(predecessors(index, later.uid, to, from).units.map((traced) => traced.unit)).toContain(unit);
          }
        }
        if (inForce(unit, to)) {
          for (const { unit: earlier } of predecessors(index, unit.uid, to, from).units) {
            expect(successors(index, earlier.uid, from, to).units.map((traced) => traced.unit)).toContain(unit);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("nobody is lost on 1/7/2025: each commune's people go to one exact successor or to several shares", () => {
    for (const unit of index.units) {
      if (unit.level !== "commune" || !inForce(unit, before)) continue;
      const trace = successors(index, unit.uid, before, after);
      const peopled = trace.units.filter(({ exactness }) => carriesPeople(exactness)).map(({ exactness }) => exactness);
      expect(trace.lost).toEqual([]);
      expect(peopled.length === 1 ? peopled[0] === "exact" : peopled.every((exactness) => exactness === "split"), unit.uid).toBe(true);
    }
  });
});
