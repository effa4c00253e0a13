import { describe, expect, test } from "vitest";
import { builtInTables } from "../load.ts";
import { buildTable, toJudge, type PlaceFacts } from "./build.ts";
import type { TableDefinition } from "./definition.ts";
import { numberLine, type Lists } from "./expand.ts";
import { judgeTable } from "./judge.ts";
import type { HouseholdFact, RowFacts } from "./reckon.ts";

const INDICATORS = ["employment", "dependents", "nutrition", "health_insurance", "adult_education", "school_attendance", "housing_quality", "housing_area", "water", "toilet", "telecom", "info_assets"];
const entry = (code: string) => ({ code, name: { vi: code, en: code } });
const lists: Lists = { indicators: INDICATORS.map(entry), causes: ["1", "99"].map(entry), ethnicities: ["05", "17"].map(entry), options: [] };
const table = (id: string) => builtInTables().tables.find((one): one is TableDefinition => one.kind === "report-table" && one.id === id)!;

const fact = (changes: Partial<HouseholdFact> = {}): HouseholdFact => ({
  householdId: "x", hamletId: "h", list: "poor", members: 4, children: 1, childrenUnknown: 0, childrenAsked: 0, childLacks: {}, ethnicity: "01", femaleHead: false, characteristics: [], deprivations: [], causes: ["1"], ...changes,
});
const gap = { missing: { code: "poverty.tables.noPopulation", data: {} } };
const row = (facts: readonly HouseholdFact[], population: Partial<RowFacts["population"]> = {}): RowFacts => ({
  facts, population: { households: { n: 1_000, unknown: 0 }, persons: { n: 4_000, unknown: 0 }, minorityHouseholds: gap, kinhPersons: gap, minorityPersons: gap, unknownPersons: gap, ...population },
  movement: { code: "poverty.movement.noOpening", data: {} }, recorded: () => undefined, named: ["05", "17"],
});
const place = (key: string, facts: RowFacts): PlaceFacts => ({ kind: "row", key, name: key, group: null, of: null, facts, noList: undefined });
const build = (id: string, rows: readonly RowFacts[]) =>
  buildTable(table(id), lists, [...rows.map((one, i) => place(`p${i}`, one)), { kind: "total", key: "total", name: "Tổng", group: null, of: rows.map((_, i) => `p${i}`), facts: rows[0]!, noList: undefined }]);
const cell = (built: ReturnType<typeof build>, key: string, at = 0) => built.rows[at]!.cells[built.leaves.findIndex((leaf) => leaf.key === key)]!;

/** Households so that each indicator is lacking in as many as a province printed. */
function cuJut(): HouseholdFact[] {
  const counts = [93, 94, 37, 52, 62, 13, 51, 107, 4, 128, 53, 22];
  return Array.from({ length: 204 }, (_, i) => fact({ deprivations: INDICATORS.filter((_code, k) => i < counts[k]!) }));
}

describe("counted tables", () => {
  test("Cư Jút: 716 deprivations of 204 poor households, and the rates as printed", () => {
    const counted = build("deprivation-poor", [row(cuJut())]);
    expect([cell(counted, "total").text, cell(counted, "all").text]).toEqual(["204", "716"]);
    const rates = build("deprivation-rate-poor", [row(cuJut())]);
    expect(INDICATORS.map((code) => cell(rates, `r.${code}`).text)).toEqual(["45.59", "46.08", "18.14", "25.49", "30.39", "6.37", "25.00", "52.45", "1.96", "62.75", "25.98", "10.78"]);
    expect(judgeTable(toJudge(counted))).toEqual([]);
  });

  test("groups overlap: “in none of them” counts the households in none, not the remainder", () => {
    const built = build("groups", [row([fact({ ethnicity: "05", characteristics: ["noLabourCapacity", "hasMeritMember"] }), fact({ characteristics: ["hasMeritMember"] }), fact(), fact()])]);
    expect(["p.total", "p.minority", "p.noLabour", "p.merit", "p.other"].map((key) => cell(built, key).text)).toEqual(["4", "1", "1", "2", "2"]);
    expect(cell(built, "p.other", 1).text).toBe("8"); // the line of people
    expect(judgeTable(toJudge(built))).toEqual([]);
  });

  test("Kinh, minorities and what is not on file add up; the named peoples and the others are the minorities", () => {
    const built = build("ethnicity", [row([fact(), fact({ ethnicity: "05" }), fact({ ethnicity: "04" }), fact({ ethnicity: null }), fact({ ethnicity: null, characteristics: ["ethnicMinority"] })])]);
    expect(["p.total", "p.kinh", "p.minority", "p.e.05", "p.e.17", "p.other", "p.unknown"].map((key) => cell(built, key).text)).toEqual(["5", "1", "3", "1", "0", "2", "1"]);
    expect(judgeTable(toJudge(built))).toEqual([]);
  });

  test("a rate is no number where answers are not on file, where nobody entered a population, and marked above 100 %", () => {
    const unknown = build("deprivation-rate-poor", [row([fact({ deprivations: null }), fact({ deprivations: ["water"] })])]);
    expect(cell(unknown, "r.water")).toMatchObject({ text: null, missing: { code: "poverty.tables.unknownAnswers", data: { count: "1" } } });
    expect(cell(unknown, "unknown").text).toBe("1");
    const none = build("results", [row([fact()], { households: gap })]);
    expect(cell(none, "poorRate")).toMatchObject({ text: null, missing: { code: "poverty.tables.noPopulation" } });
    const tooMany = build("results", [row(cuJut(), { households: { n: 10, unknown: 0 } })]);
    expect(cell(tooMany, "poorRate")).toEqual({ text: "2040.00", over: true });
    expect(judgeTable(toJudge(tooMany)).map(({ rule, check }) => `${rule} ${check}`)).toContain("V10 over100");
  });

  test("the sum lacks what one of its lines lacks", () => {
    const built = build("results", [row([fact()]), row([fact()], { households: gap })]);
    expect([cell(built, "poor", 2).text, cell(built, "households", 1).missing !== undefined]).toEqual(["2", true]);
  });

  test("numbers of the columns with their formulas", () => {
    const { leaves } = build("results", [row([])]);
    expect(numberLine(leaves).slice(0, 4)).toEqual(["(1)", "(2)", "(3)", "(4)=(3)/(1)×100"]);
    expect(numberLine(build("deprivation-poor", [row([])]).leaves)[1]).toBe("(2)=(3)+…+(14)");
    expect(numberLine(build("movement-poor", [row([])]).leaves)[8]).toBe("(9)=(1)−(2)−(3)−(4)+(5)+(6)+(7)+(8)");
  });

  test("table 11 counts children who were asked about; a household that lacks and was not asked is missing, not nought", () => {
    const asked = fact({ children: 3, childrenAsked: 3, childLacks: { nutrition: 2 }, deprivations: ["nutrition", "school_attendance"] });
    const lacksNothing = fact({ children: 2, deprivations: ["water"] });
    const unasked = fact({ children: 2, deprivations: ["nutrition"] });
    const some = build("children", [row([asked, lacksNothing, unasked, fact({ children: 0, deprivations: null })])]);
    expect(["p.total", "p.nutrition", "p.school", "p.unasked"].map((key) => cell(some, key).text)).toEqual(["7", "2", "0", "1"]);
    expect([some.unknown.get("p.nutrition"), some.unknown.get("p.school")]).toEqual([1, undefined]);
    expect(judgeTable(toJudge(some))).toEqual([]);
    const none = build("children", [row([unasked])]);
    expect(cell(none, "p.nutrition")).toEqual({ text: null, missing: { code: "poverty.tables.childrenUnasked", data: {} } });
    // asked about one of two: what is on file does not tell how many lack
    const half = build("children", [row([fact({ children: 2, childrenAsked: 1, childLacks: { nutrition: 1 }, deprivations: ["nutrition"] })])]);
    expect([cell(half, "p.nutrition").text, cell(half, "p.unasked").text]).toEqual([null, "1"]);
  });

  test("tables 12 and 13 tell persons by ethnicity from the register, with who is of an unknown one apart", () => {
    const n = (count: number) => ({ n: count, unknown: 0 });
    const known = build("multidimensional-poor", [row([fact()], { kinhPersons: n(3_900), minorityPersons: n(90), unknownPersons: n(10) })]);
    expect(["k", "kKinh", "kMinority", "kUnknown"].map((key) => cell(known, key).text)).toEqual(["4000", "3900", "90", "10"]);
    expect(judgeTable(toJudge(known))).toEqual([]);
    const partial = { missing: { code: "poverty.tables.registryPartial", data: { held: "12", persons: "4000" } } };
    const unknown = build("multidimensional-near-poor", [row([fact()], { kinhPersons: partial, minorityPersons: partial, unknownPersons: partial })]);
    expect(cell(unknown, "kKinh")).toEqual({ text: null, missing: partial.missing });
    expect(unknown.leaves.some(({ key }) => key === "kUnknown")).toBe(false);
  });
});
