import { describe, expect, it } from "vitest";
import { csvOf, PACK_2016, UNREAD } from "../score-pack.testing.ts";
import { packProblems } from "./pack-problems.ts";
import { EXAMPLE_COLUMNS, headingProblems, ITEM_COLUMNS, packLines, readExamples, readItems } from "./pack-file.ts";
import { scoreOf } from "./score-of.ts";
import type { PackContent, PackItem } from "./score-pack.ts";

const codes = (pack: PackContent): string[] => packProblems(pack).map(({ code, data }) => `${code.replace("poverty.pack.problem.", "")} ${Object.values(data).join(" ")}`);
const withItem = (code: string, change: (item: PackItem) => PackItem): PackContent => ({ ...PACK_2016, items: PACK_2016.items.map((item) => (item.code === code ? change(item) : item)) });
const FOUR = PACK_2016.examples[0]!.answers;
const item = (mode: PackItem["mode"], options: Partial<PackItem["options"][number]>[]): PackItem => ({
  code: "x", label: "X", mode, skipWhen: null, options: options.map((one, i) => ({ code: `o${i}`, label: "o", min: null, max: null, points: 1, source: "thử", ...one })),
});

describe("points of a household", () => {
  it("adds up, with the reason of each item", () => {
    const { points, missing, items } = scoreOf(PACK_2016, { ...FOUR, members: 4 });
    expect([points, missing]).toEqual([45, []]);
    expect(items.map((one) => [one.item, one.reason, one.points])).toEqual([["members", "band", 35], ["dependants", "option", 0], ["degree", "none", 0], ["work", "none", 0], ["pension", "none", 0], ["house", "options", 10]]);
    expect(items[0]!.counted).toEqual([{ option: "m4", label: "4 người", points: 35, units: 1 }]);
    expect(scoreOf(PACK_2016, { ...FOUR, members: "skip" })).toMatchObject({ points: 10, items: [{ reason: "skipped" }, {}, {}, {}, {}, {}] });
  });

  it("a part is no total: what is missing is named and there are no points", () => {
    const { house: _, ...open } = FOUR;
    const reasons = (answers: object, pack: PackContent = PACK_2016) => {
      const found = scoreOf(pack, answers as never);
      expect(found.points).toBeNull();
      return found.missing.map(({ item: code, reason }) => [code, reason]);
    };
    expect(reasons(open)).toEqual([["house", "unanswered"]]);
    expect(reasons({ ...FOUR, members: 0, degree: "skip", work: "x", house: "wall;roof", y: 1 })).toEqual([["members", "outsideBands"], ["degree", "notSkippable"], ["work", "unknownOption"], ["house", "unknownOption"], ["y", "unknownItem"]]);
    expect(reasons({ ...FOUR, members: "nhiều" })).toEqual([["members", "notNumber"]]);
    expect(reasons({ ...FOUR, area: "12,5" }, { ...PACK_2016, items: [...PACK_2016.items, UNREAD] })).toEqual([["area", "pointsUnknown"]]);
  });

  it("a band takes its beginning and leaves its end to the next; units are counted up to the most", () => {
    const bands = item("number_band", [{ max: 20, points: 1 }, { min: 20, max: 30, points: 2 }, { min: 30, points: 3 }]);
    expect(["19.99", "20", "29,5", "30", "400"].map((x) => scoreOf({ items: [bands] }, { x }).points)).toEqual([1, 2, 2, 3, 3]);
    const one = item("per_unit", [{ points: 5, max: 3 }]);
    expect([0, 2, 3, 8].map((x) => scoreOf({ items: [one] }, { x }).points)).toEqual([0, 10, 15, 15]);
    const two = item("per_unit", [{ points: 5 }, { points: 2 }]);
    expect(scoreOf({ items: [two] }, { x: "o0:2; o1:3" }).points).toBe(16);
    expect(["3", "o0:2;o0:1", "o0:x"].map((x) => scoreOf({ items: [two] }, { x }).missing[0]?.reason)).toEqual(["unknownOption", "unknownOption", "notNumber"]);
  });
});

describe("what keeps a pack from use", () => {
  it("nothing where all points are known and five examples pass", () => expect(codes(PACK_2016)).toEqual([]));

  it("any points not known", () => {
    expect(codes(withItem("degree", (one) => ({ ...one, options: one.options.map((o) => (o.code === "upper" ? { ...o, points: null } : o)) })))).toEqual(["pointsUnknown degree upper", "exampleOpen đông người degree"]);
  });

  it("fewer than five examples, one that fails, one that answers something else", () => {
    const [first, ...rest] = PACK_2016.examples;
    expect(codes({ ...PACK_2016, examples: rest })).toEqual(["fewExamples 4 5"]);
    expect(codes({ ...PACK_2016, examples: [{ ...first!, expected: 46 }, ...rest] })).toEqual(["exampleFails bốn người 46 45"]);
    expect(codes({ ...PACK_2016, examples: [{ ...first!, answers: { ...FOUR, work: "farm" } }, ...rest] })).toEqual(["exampleUnknown bốn người work farm"]);
  });

  it("bands with a gap, an overlap, no room; bounds where none belong; codes twice or reserved", () => {
    const of = (one: PackItem) => codes({ ...PACK_2016, items: [...PACK_2016.items, one] }).filter((text) => !text.startsWith("exampleOpen"));
    expect(of(item("number_band", [{ max: 20 }, { min: 21, max: 30 }, { min: 29 }]))).toEqual(["bandGap x 20 21", "bandOverlap x o1 o2"]);
    expect(of(item("number_band", [{ min: 5, max: 5 }]))).toEqual(["bandEmpty x o0"]);
    expect(of(item("one", [{ min: 1 }, { code: "none" }, { code: "none" }]))).toEqual(["optionTwice x none", "boundsUnused x o0", "badCode none", "badCode none"]);
    expect(of(item("per_unit", [{ max: 1.5 }, { source: " " }, { points: -1 }]))).toEqual(["unitBounds x o0", "sourceMissing x o1", "pointsNotWhole x o2 -1"]);
    expect(of(PACK_2016.items[1]!)).toContain("itemTwice dependants");
    expect(codes({ items: [], examples: PACK_2016.examples })).toContain("noItems ");
  });
});

describe("the file of a pack", () => {
  const rows = (lines: readonly (readonly (string | number | null)[])[]) => lines.map((line, i) => ({ row: i + 2, values: line.map((cell) => (cell === null ? "" : String(cell))) }));

  it("is read again as it was written", () => {
    const lines = packLines(PACK_2016);
    expect(readItems(rows(lines.items))).toEqual({ found: PACK_2016.items, problems: [] });
    expect(readExamples(rows(lines.examples))).toEqual({ found: PACK_2016.examples, problems: [] });
    expect(new TextDecoder().decode(csvOf([ITEM_COLUMNS])).split(",")).toHaveLength(10);
  });

  it("takes exactly its columns", () => {
    expect(headingProblems(EXAMPLE_COLUMNS, { row: 1, values: [...EXAMPLE_COLUMNS] })).toEqual([]);
    const found = headingProblems(EXAMPLE_COLUMNS, { row: 1, values: ["example", "answer", "item_code", "expected", "note"] });
    expect(found.map(({ code, column }) => [code.split(".").at(-1), column])).toEqual([["column", 1], ["column", 2], ["columnUnknown", 4]]);
  });

  it("names each cell amiss; later lines of an item may be short but not different", () => {
    const line = (...values: string[]) => values;
    const { found, problems } = readItems(rows([
      line("a", "A", "one", "", "x", "X", "", "", "5", "tr. 1"), line("a", "", "", "", "y", "Y", "", "", "", "tr. 1"), line("a", "B", "many", "", "", "Z", "từ 3", "", "2,5", ""), line("b", "B", "two", "", "x", "X", "", "", "1", "tr. 2"),
    ]));
    expect(found[0]!.options.map(({ points }) => points)).toEqual([5, null, 2.5]);
    expect(problems.map(({ code, row, column }) => `${code.split(".").at(-1)} ${row}/${column}`)).toEqual([
      "toldDifferently 4/1", "toldDifferently 4/2", "empty 4/4", "notNumber 4/6", "notWhole 4/8", "empty 4/9", "mode 5/2",
    ]);
    expect(readExamples(rows([line("v", "a", "x", "5"), line("v", "a", "", "6"), line("w", "a", "x", "")])).problems.map(({ code, row }) => `${code.split(".").at(-1)} ${row}`)).toEqual(["toldDifferently 3", "answeredTwice 3", "empty 3", "empty 4"]);
  });
});
