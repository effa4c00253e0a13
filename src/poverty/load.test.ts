import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { assessCommand } from "./assess-command.ts";
import { loadCodeList, loadRulesets } from "./load.ts";
import { compileRuleset } from "./rules/class-of.ts";
import { assess } from "./rules/classify.ts";

const BUILT_IN = "src/poverty/standards";
const known = (value: number) => ({ value, certainty: "text", source: { doc: "1/2040/QĐ", article: "Điều 1" } });
const rule = (name: string, ...all: [string, string, string][]) => ({
  class: name,
  all: all.map(([quantity, op, limit]) => ({ quantity, op, limit })),
  certainty: "text",
  source: { doc: "1/2040/QĐ", article: "Điều 2" },
});
const words = (vi: string) => ({ vi, en: vi });

/** A standard that does not exist: three poor classes, its own limits, points of 5, the same for both area types. */
const fictitious = () => ({
  kind: "ruleset",
  id: "X-2040",
  name: words("Chuẩn thử 2040"),
  scope: "national",
  documents: { "1/2040/QĐ": { kind: "Quyết định", date: "2039-12-01" } },
  validity: [{ from: "2040-01-01", to: "2044-12-31", certainty: "text", source: { doc: "1/2040/QĐ", article: "Điều 1" } }],
  areaNames: { rural: words("nông thôn"), urban: words("đô thị") },
  indicatorSet: "X",
  pointsPerIndicator: known(5),
  limits: {
    low: { name: words("ngưỡng thấp"), any: known(50) },
    high: { name: words("ngưỡng cao"), rural: known(80), urban: known(90) },
    many: { name: words("thiếu hụt nhiều"), any: known(10) },
  },
  classes: [
    { id: "destitute", name: words("hộ đặc biệt khó khăn"), list: "poor" },
    { id: "poor", name: words("hộ nghèo"), list: "poor" },
    { id: "fine", name: words("hộ không nghèo"), list: null },
  ],
  points: [
    rule("destitute", ["scoreIncome", "<", "low"], ["scoreDeprivation", ">=", "many"]),
    rule("poor", ["scoreIncome", "<=", "high"]),
    rule("fine", ["scoreIncome", ">", "high"]),
  ],
  declared: [],
  extras: [],
});
const indicators = {
  kind: "indicator-set",
  id: "X",
  name: words("Bộ chỉ số thử"),
  documents: { "1/2040/QĐ": { kind: "Quyết định", date: "2039-12-01" } },
  count: known(3),
  indicators: ["water", "toilet", "light"].map((code, index) => ({
    code,
    order: index + 1,
    dimension: words("Nhà ở"),
    name: { value: words(code), certainty: "text", source: { doc: "1/2040/QĐ", article: null } },
    deprivedWhen: { value: null, certainty: "unknown", source: null },
    active: true,
  })),
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "chuẩn nghèo "))));
afterEach(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: unknown) => writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));

function failure(): AppError {
  try {
    loadRulesets(BUILT_IN, folder);
  } catch (error) {
    return error as AppError;
  }
  throw new Error("loaded");
}

describe("a standard added as files alone", () => {
  test("classifies into its own classes, with reasons, changes and the fast path", () => {
    write("x.json", fictitious());
    write("x-indicators.json", indicators);
    const rulesets = loadRulesets(BUILT_IN, folder);
    const input = { on: plainDate("2041-06-01"), areaType: "rural" as const };
    const classOf = (scoreIncome: number, scoreDeprivation: number) => assess({ ...input, scoreIncome, scoreDeprivation }, rulesets).class;
    expect([classOf(49, 10), classOf(50, 10), classOf(49, 5), classOf(80, 15), classOf(81, 15)]).toEqual(["destitute", "poor", "poor", "poor", "fine"]);
    const said = assessCommand({ ...input, scoreIncome: 49, scoreDeprivation: 5 }, rulesets);
    expect(said.wouldChange.map(({ text }) => text)).toEqual([
      "B1 (điểm A) từ 49 lên 81 → hộ không nghèo",
      "B2 (điểm B) từ 5 lên 10 → hộ đặc biệt khó khăn",
    ]);
    expect(assess({ ...input, scoreIncome: 49, scoreDeprivation: 20 }, rulesets).refusal?.data).toEqual({ points: 20, max: 15 });
    const added = rulesets.find(({ id }) => id === "X-2040")!;
    expect(added.classes[compileRuleset(added, "urban")(90, 0)]?.id).toBe("poor");
  });

  test("of a province stands beside the national one", () => {
    write("x.json", { ...fictitious(), scope: "province:91", validity: [{ ...fictitious().validity[0], from: "2024-01-01", to: "2025-12-31" }] });
    write("x-indicators.json", indicators);
    const rulesets = loadRulesets(BUILT_IN, folder);
    const facts = { on: plainDate("2025-06-01"), areaType: "rural" as const, scoreIncome: 100, scoreDeprivation: 0 };
    expect(assess({ ...facts, province: "91" }, rulesets)).toMatchObject({ class: "near_poor", local: { ruleset: "X-2040", class: "fine" } });
    expect(assess({ ...facts, province: "79" }, rulesets).local).toBeNull();
  });

  test("with a built-in id takes its place: the 2027 cut-offs come by file", () => {
    const file = JSON.parse(readFileSync(join(BUILT_IN, "VN-2027.json"), "utf8")) as ReturnType<typeof fictitious> & { limits: Record<string, unknown> };
    const source = { doc: "351/2025/NĐ-CP", article: null };
    const value = (points: number) => ({ value: points, certainty: "text", source });
    file.limits["incomeScoreCutoff"] = { name: words("ngưỡng"), rural: value(1), urban: value(2) };
    file.limits["poorMinPoints"] = { name: words("ngưỡng"), any: value(30) };
    for (const each of file.points) Object.assign(each, { certainty: "text", source });
    write("mới.json", file);
    const input = { on: plainDate("2027-06-01"), areaType: "urban" as const, scoreIncome: 2, scoreDeprivation: 30 };
    expect(assess(input, loadRulesets(BUILT_IN, folder)).class).toBe("poor");
    expect(assess(input, loadRulesets(BUILT_IN)).status).toBe("refused");
  });
});

describe("a file that is not right", () => {
  test("is named with the place and what is wrong there", () => {
    const file = fictitious();
    file.limits.low.any.value = 1.5;
    file.points[1]!.class = "rich";
    write("sai.json", { ...file, scope: "huyện" });
    const { kind, code, data } = failure();
    expect([kind, code, data["file"]]).toEqual(["invalid", "poverty.standardInvalid", "sai.json"]);
    expect(String(data["problems"]).split("\n")).toEqual([
      "scope: phải là “national” hoặc “province:” kèm mã tỉnh 2 chữ số",
      "limits.low.any.value: phải là số nguyên",
    ]);
  });

  test.each<[string, (file: ReturnType<typeof fictitious>) => void, string]>([
    ["a class that is not declared", (file) => (file.points[1]!.class = "rich"), "points.1.class: không có loại hộ “rich” trong “classes”"],
    ["a limit that is not there", (file) => (file.points[1]!.all[0]!.limit = "mid"), "points.1.all.0.limit: không có mức “mid” trong “limits”"],
    ["a quantity of the other path", (file) => (file.points[1]!.all[0]!.quantity = "deprivedCount"), "points.1.all.0.quantity: ở đây chỉ dùng: scoreIncome, scoreDeprivation"],
    ["a limit for one area type only", (file) => Reflect.deleteProperty(file.limits.high, "urban"), "limits.high: phải có “any”, hoặc cả “rural” và “urban”"],
    ["a document that is not listed", (file) => (file.points[0]!.source.doc = "2/2040"), "points.0.source.doc: văn bản “2/2040” chưa có trong “documents”"],
    ["a known value without source", (file) => Object.assign(file.limits.low.any, { source: null }), "limits.low.any.source: giá trị có độ tin cậy khác “unknown” phải ghi văn bản nguồn"],
    ["certainty without a value", (file) => Object.assign(file.limits.low.any, { value: null }), "limits.low.any.value: chưa có giá trị thì độ tin cậy phải là “unknown”"],
    ["a period that ends before it begins", (file) => (file.validity[0]!.to = "2039-01-01"), "validity.0.from: thời gian phải nối tiếp, không chồng nhau, ngày đầu không sau ngày cuối"],
  ])("%s", (_, spoil, problem) => {
    const file = fictitious();
    spoil(file);
    write("x.json", file);
    write("x-indicators.json", indicators);
    expect(failure().data["problems"]).toBe(problem);
  });

  test("no JSON, no indicator set, one id twice, two standards on one date", () => {
    write("x.json", "{");
    expect(failure().code).toBe("poverty.standardNotJson");
    write("x.json", fictitious());
    expect(failure()).toMatchObject({ code: "poverty.indicatorSetMissing", data: { file: "x.json", set: "X" } });
    write("x-indicators.json", indicators);
    write("y.json", fictitious());
    expect(failure().code).toBe("poverty.standardTwice");
    write("y.json", { ...fictitious(), id: "Y-2044", validity: [{ ...fictitious().validity[0], from: "2044-12-31", to: "2050-12-31" }] });
    expect(failure()).toMatchObject({ code: "poverty.standardsOverlap", data: { first: "X-2040", second: "Y-2044" } });
  });
});

describe("the built-in files", () => {
  const rulesets = loadRulesets(BUILT_IN);

  test("hold three standards and their indicators, every period joined to the next", () => {
    expect(rulesets.map(({ id, indicators: set }) => [id, set.indicators.length])).toEqual([["VN-2016", 10], ["VN-2022", 12], ["VN-2027", 12]]);
  });

  test("hold the causes and characteristics that officers tick", () => {
    expect(loadCodeList("causes", BUILT_IN).entries.map(({ code }) => code)).toEqual(["1", "2", "3", "4", "5", "6", "7", "99"]);
    expect(loadCodeList("characteristics", BUILT_IN).entries.map(({ code }) => code)).toContain("noLabourCapacity");
    expect(() => loadCodeList("colours", BUILT_IN)).toThrow("poverty.listMissing");
  });

  test("are named nowhere in the code", () => {
    const ids = rulesets.flatMap(({ id, indicatorSet }) => [id, indicatorSet]);
    const sources = readdirSync("src/poverty", { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.tsx?$/.test(name));
    expect(sources.length).toBeGreaterThan(15);
    for (const name of sources) {
      const text = readFileSync(join("src/poverty", name), "utf8");
      expect(ids.filter((id) => text.includes(id)), name).toEqual([]);
    }
  });
});
