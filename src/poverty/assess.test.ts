import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { assessCommand } from "./assess-command.ts";
import { loadRulesets } from "./load.ts";
import type { AssessInput } from "./rules/assessment.ts";
import { assess } from "./rules/classify.ts";

const rulesets = loadRulesets("src/poverty/standards");
type Facts = Omit<AssessInput, "on">;
const on = (date: string, facts: Facts) => assess({ on: plainDate(date), ...facts }, rulesets);

describe("the golden households", () => {
  const cases: [string, "rural" | "urban", number, number, string, string][] = [
    ["2025-11-01", "rural", 140, 30, "poor", "text"],
    ["2025-11-01", "rural", 140, 20, "near_poor", "text"],
    ["2025-11-01", "rural", 141, 120, "other", "text"],
    ["2025-11-01", "urban", 175, 30, "poor", "text"],
    ["2025-11-01", "urban", 175, 0, "near_poor", "text"],
    ["2025-11-01", "urban", 180, 60, "other", "text"],
    ["2024-11-01", "rural", 110, 40, "poor", "text"],
    ["2024-11-01", "rural", 150, 20, "other", "text"],
    ["2026-06-01", "rural", 140, 30, "poor", "second-hand"],
    ["2019-06-01", "urban", 140, 0, "poor", "text"],
    ["2019-06-01", "urban", 150, 30, "poor", "text"],
    ["2021-06-01", "urban", 150, 20, "near_poor", "unchecked"],
    ["2021-06-01", "urban", 176, 100, "other", "unchecked"],
    ["2019-06-01", "rural", 120, 0, "poor", "text"],
    ["2019-06-01", "rural", 150, 30, "poor", "unchecked"],
    ["2019-06-01", "rural", 121, 20, "near_poor", "unchecked"],
    ["2019-06-01", "rural", 151, 100, "other", "unchecked"],
  ];
  test.each(cases)("%s %s B1 %i B2 %i → %s", (date, areaType, scoreIncome, scoreDeprivation, expected, certainty) => {
    const result = on(date, { areaType, scoreIncome, scoreDeprivation });
    expect(result).toMatchObject({ status: "decided", basis: "points", advisory: false, class: expected, certainty });
    expect(result.reasons.every((reason) => reason.holds)).toBe(true);
  });

  test.each(["rural", "urban"] as const)("B2 that is not a multiple of 10 is refused (%s)", (areaType) => {
    const result = on("2025-11-01", { areaType, scoreIncome: 100, scoreDeprivation: 25 });
    expect(result).toMatchObject({ status: "refused", class: null, refusal: { code: "poverty.b2NotMultipleOfTen", data: { points: 25, step: 10 } } });
  });

  test("2027 has no point cut-off: refuses to score, whatever the points, and names what is missing", () => {
    for (const scoreIncome of [0, 140, 175, 400]) {
      const result = on("2027-02-01", { areaType: "urban", scoreIncome, scoreDeprivation: 30 });
      expect(result).toMatchObject({ status: "refused", class: null, refusal: { code: "poverty.limitUnknown" } });
      expect(result.missing.map(({ field }) => field)).toContain("limits.incomeScoreCutoff");
    }
  });
});

describe("which standard", () => {
  test.each([
    ["2016-01-01", "VN-2016"],
    ["2021-12-31", "VN-2016"],
    ["2022-01-01", "VN-2022"],
    ["2026-12-31", "VN-2022"],
    ["2027-01-01", "VN-2027"],
    ["2030-12-31", "VN-2027"],
  ])("status on %s is judged by %s", (date, id) => expect(on(date, {}).ruleset).toBe(id));

  test.each(["2015-12-31", "2031-01-01"])("no standard on %s: refused, with the standards that are loaded", (date) => {
    const result = on(date, { areaType: "rural", scoreIncome: 1, scoreDeprivation: 0 });
    expect(result).toMatchObject({ status: "refused", ruleset: null, refusal: { code: "poverty.noRuleset" } });
  });

  test("the extension of a standard is cited, as sure as it was read", () => {
    const reason = (date: string) => on(date, { areaType: "rural", scoreIncome: 1, scoreDeprivation: 0 }).reasons[0];
    expect(reason("2021-06-01")).toMatchObject({ quantity: "on", certainty: "text", clause: { doc: "07/2021/NĐ-CP", article: "Điều 2" } });
    expect(reason("2026-06-01")).toMatchObject({ certainty: "second-hand", clause: { doc: "351/2025/NĐ-CP", date: "2025-12-30" } });
  });
});

describe("declared income", () => {
  test("2027: at most the line with 3 deprivations is poor, as advice from a second-hand source", () => {
    const result = on("2027-02-01", { areaType: "urban", incomePerPersonMonth: 2_500_000, deprivedCount: 3 });
    expect(result).toMatchObject({ ruleset: "VN-2027", class: "poor", basis: "declared", advisory: true, certainty: "second-hand" });
    expect(result.reasons.map(({ quantity, compared, op, limit }) => [quantity, compared, op, limit]).slice(1)).toEqual([
      ["incomePerPersonMonth", 2_500_000, "<=", 2_800_000],
      ["deprivedCount", 3, ">=", 3],
    ]);
  });

  test.each([
    ["2025-06-01", "rural", 1_500_000, 2, "near_poor"],
    ["2025-06-01", "rural", 1_500_001, 12, "other"],
    ["2025-06-01", "urban", 2_000_000, 3, "poor"],
    ["2027-06-01", "rural", 2_200_000, 0, "near_poor"],
    ["2027-06-01", "rural", 2_200_001, 5, "other"],
    ["2018-06-01", "rural", 700_000, 0, "poor"],
    ["2018-06-01", "urban", 1_300_000, 3, "poor"],
    ["2018-06-01", "urban", 1_300_000, 2, "near_poor"],
  ] as const)("%s %s %i đồng with %i deprivations → %s", (date, areaType, incomePerPersonMonth, deprivedCount, expected) => {
    expect(on(date, { areaType, incomePerPersonMonth, deprivedCount })).toMatchObject({ class: expected, advisory: true });
  });

  test("points decide where both are given; a disagreement is a finding", () => {
    const facts: Facts = { areaType: "rural", scoreIncome: 140, scoreDeprivation: 30, incomePerPersonMonth: 1_600_000 };
    const result = on("2025-06-01", facts);
    expect(result).toMatchObject({ basis: "points", class: "poor", declared: { status: "decided", class: "other" } });
    expect(result.warnings.map(({ code }) => code)).toEqual(["poverty.declaredDiffers"]);
    expect(on("2025-06-01", { ...facts, incomePerPersonMonth: 1_400_000 }).warnings).toEqual([]);
  });

  test("a standard that refuses points still shows what declared values say", () => {
    const result = on("2027-06-01", { areaType: "rural", scoreIncome: 1, scoreDeprivation: 0, incomePerPersonMonth: 1, deprivedCount: 1 });
    expect(result).toMatchObject({ status: "refused", class: null, declared: { class: "near_poor" } });
  });
});

describe("what is not known stays unknown", () => {
  test("without an area type, a class that differs between the two is left open with both outcomes", () => {
    const result = on("2025-06-01", { scoreIncome: 150, scoreDeprivation: 30 });
    expect(result).toMatchObject({ status: "incomplete", class: null, possible: ["poor", "other"], certainty: null });
    expect(result.missing).toMatchObject([
      { field: "areaType", changesClass: true, outcomes: [{ areaType: "rural", class: "other" }, { areaType: "urban", class: "poor" }] },
    ]);
  });

  test("without an area type, a class that both give is decided and the gap still told", () => {
    const result = on("2025-06-01", { scoreIncome: 140, scoreDeprivation: 30 });
    expect(result).toMatchObject({ status: "decided", class: "poor", areaType: null });
    expect(result.missing).toMatchObject([{ field: "areaType", changesClass: false }]);
    expect(result.reasons.filter(({ quantity }) => quantity === "scoreIncome").map(({ limit }) => limit)).toEqual([140, 175]);
  });

  test("without B2 the outcomes are told by range; above the cut-off B2 cannot matter", () => {
    const open = on("2025-06-01", { areaType: "rural", scoreIncome: 140 });
    expect(open).toMatchObject({ status: "incomplete", possible: ["poor", "near_poor"] });
    expect(open.missing[0]!.outcomes).toEqual([
      { quantity: "scoreDeprivation", from: 0, to: 20, class: "near_poor" },
      { quantity: "scoreDeprivation", from: 30, to: 120, class: "poor" },
    ]);
    const above = on("2025-06-01", { areaType: "rural", scoreIncome: 141 });
    expect(above).toMatchObject({ status: "decided", class: "other", missing: [{ field: "scoreDeprivation", changesClass: false }] });
  });

  test("nothing given: incomplete with every field named", () => {
    expect(on("2025-06-01", {}).missing.map(({ field }) => field)).toEqual(["areaType", "scoreIncome", "scoreDeprivation"]);
    expect(on("2027-06-01", {}).missing.map(({ field }) => field)).toEqual(["areaType", "incomePerPersonMonth", "deprivedCount"]);
  });

  test("unknown answers give a range of B2; a range inside one class decides it", () => {
    const yes = { employment: "yes", water: "yes", toilet: "yes" } as const;
    const no = Object.fromEntries(
      rulesets[1]!.indicators.indicators.filter(({ code }) => !(code in yes)).map(({ code }) => [code, "not_applicable" as const]),
    );
    const facts: Facts = { areaType: "rural", scoreIncome: 100 };
    expect(on("2025-06-01", { ...facts, deprivations: { ...no, ...yes } })).toMatchObject({ class: "poor", missing: [], certainty: "unchecked" });
    expect(on("2025-06-01", { ...facts, deprivations: { ...no, ...yes, telecom: "unknown" } })).toMatchObject({
      class: "poor",
      missing: [{ field: "deprivations", changesClass: false, data: { codes: ["telecom"] } }],
    });
    expect(on("2025-06-01", { ...facts, deprivations: { ...no, ...yes, water: "unknown" } })).toMatchObject({
      status: "incomplete",
      possible: ["poor", "near_poor"],
    });
  });

  test("an indicator whose threshold is not known cannot be answered", () => {
    const all = Object.fromEntries(rulesets[2]!.indicators.indicators.map(({ code }) => [code, "no" as const]));
    const result = on("2027-06-01", { areaType: "rural", incomePerPersonMonth: 1_000_000, deprivations: all });
    expect(result).toMatchObject({ status: "incomplete", possible: ["poor", "near_poor"] });
    expect(result.missing[0]!.data).toEqual({ codes: ["health_insurance", "telecom", "waste"] });
  });
});

describe("contradictions", () => {
  const codes = (date: string, facts: Facts) => {
    const { refusal, warnings, status } = on(date, { areaType: "rural", scoreIncome: 100, ...facts });
    return { status, refusal: refusal?.code, warnings: warnings.map(({ code }) => code) };
  };
  test("B2 outside 0–120", () => {
    expect(codes("2025-06-01", { scoreDeprivation: 130 })).toEqual({ status: "refused", refusal: "poverty.b2OutOfRange", warnings: [] });
    expect(codes("2025-06-01", { scoreDeprivation: 120 })).toMatchObject({ status: "decided" });
  });
  test("V1: B2 is not 10 × the number of deprivations", () => {
    expect(codes("2025-06-01", { scoreDeprivation: 30, deprivedCount: 2 })).toMatchObject({ refusal: "poverty.v1" });
    expect(codes("2025-06-01", { scoreDeprivation: 30, deprivations: { water: "no" } })).toMatchObject({ status: "decided" });
  });
  test("a rule that was not read in a text warns and does not refuse", () => {
    expect(codes("2019-06-01", { scoreDeprivation: 25 })).toEqual({ status: "decided", refusal: undefined, warnings: ["poverty.b2NotMultipleOfTen"] });
    expect(codes("2019-06-01", { scoreDeprivation: 30, deprivedCount: 2 })).toMatchObject({ status: "decided", warnings: ["poverty.v1"] });
  });
  test("an indicator that the standard does not have, and a count that the answers exclude", () => {
    expect(codes("2025-06-01", { deprivations: { waste: "yes" } })).toMatchObject({ refusal: "poverty.indicatorUnknown" });
    expect(codes("2025-06-01", { deprivedCount: 12, deprivations: { water: "no" } })).toMatchObject({ refusal: "poverty.countContradictsAnswers" });
  });
});

describe("what would change the class", () => {
  const changes = (areaType: "rural" | "urban", scoreIncome: number, scoreDeprivation: number) =>
    on("2025-06-01", { areaType, scoreIncome, scoreDeprivation }).wouldChange;
  test("near-poor at the cut-off: 10 more B2, or 1 more B1", () => {
    expect(changes("rural", 140, 20)).toEqual([
      { quantity: "scoreIncome", from: 140, to: 141, class: "other" },
      { quantity: "scoreDeprivation", from: 20, to: 30, class: "poor" },
    ]);
  });
  test("above the cut-off: B1 down to it, or the other area type", () => {
    expect(changes("rural", 150, 50)).toEqual([
      { quantity: "scoreIncome", from: 150, to: 140, class: "poor" },
      { quantity: "areaType", from: "rural", to: "urban", class: "poor" },
    ]);
  });
});

describe("standings beside the class", () => {
  const extras = (date: string, facts: Facts) => on(date, { areaType: "rural", deprivedCount: 0, ...facts }).extras.map(({ id, status, certainty }) => [id, status, certainty]);
  test("middle living standard and low-income worker, from declared income", () => {
    expect(extras("2025-06-01", { incomePerPersonMonth: 2_250_000 })).toEqual([
      ["middle_living_standard", "holds", "text"],
      ["low_income_worker", "holds", "unchecked"],
    ]);
    expect(extras("2025-06-01", { incomePerPersonMonth: 2_250_001 })).toEqual([
      ["middle_living_standard", "does_not_hold", "text"],
      ["low_income_worker", "does_not_hold", "unchecked"],
    ]);
  });
  test("before 24/02/2025 there is no low-income worker; for 2026 the rule was not read", () => {
    expect(extras("2025-02-23", { incomePerPersonMonth: 2_000_000 }).map(([id]) => id)).toEqual(["middle_living_standard"]);
    expect(extras("2026-06-01", { incomePerPersonMonth: 2_000_000 }).map(([, status]) => status)).toEqual(["unknown", "unknown"]);
  });
  test("none for a poor or near-poor household; open without an area type that matters", () => {
    expect(extras("2025-06-01", { incomePerPersonMonth: 1_500_000 })).toEqual([]);
    expect(extras("2025-06-01", { areaType: null, incomePerPersonMonth: 2_500_000 }).map(([, status]) => status)).toEqual(["unknown", "unknown"]);
  });
});

describe("sinhke assess", () => {
  test("says the class, the compared values and the clause in Vietnamese and English", () => {
    const input = { on: "2025-11-01", areaType: "rural", scoreIncome: 140, scoreDeprivation: 30 };
    const vi = assessCommand(input, rulesets);
    expect(vi.summary).toBe("Kết quả: hộ nghèo, theo chuẩn VN-2022 tại ngày 01/11/2025, tính từ điểm B1, B2.");
    expect(vi.reasons[1]!.text).toBe("B1 (điểm A) 140 ≤ 140 (điểm thu nhập của chuẩn nghèo, khu vực nông thôn; Thông tư 07/2021/TT-BLĐTBXH)");
    expect(vi.wouldChange[1]!.text).toBe("B2 (điểm B) từ 30 xuống 20 → hộ cận nghèo");
    expect(assessCommand(input, rulesets, "en").reasons[2]!.text).toBe(
      "B2 (deprivation points) 30 ≥ 30 (least deprivation points of a poor household; Thông tư 07/2021/TT-BLĐTBXH)",
    );
  });

  test("marks what was not read in a text", () => {
    const vi = assessCommand({ on: "2021-06-01", areaType: "urban", scoreIncome: 150, scoreDeprivation: 20 }, rulesets);
    expect(vi.mark).toBe("chưa đối chiếu văn bản");
    expect(vi.reasons.at(-1)!.text).toMatch(/chưa đối chiếu văn bản$/);
  });

  test("a refusal says why and what to do", () => {
    const vi = assessCommand({ on: "2027-02-01", areaType: "urban", scoreIncome: 140, scoreDeprivation: 30 }, rulesets);
    expect(vi.refusal!.text).toMatch(/^Chuẩn VN-2027 chưa tính được theo điểm B1, B2: chưa có điểm thu nhập của chuẩn nghèo/);
    expect(vi.missing[0]!.why).toContain("2.800.000 đồng");
  });

  test("input that is not in the form is told field by field", () => {
    const input = { on: "2025-02-30", areaType: "thành thị", scoreIncome: "140", scoreDeprivation: -10, b3: 1 };
    let error: unknown;
    try {
      assessCommand(input, rulesets);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(AppError);
    const { kind, code, data } = error as AppError;
    expect([kind, code]).toEqual(["invalid", "poverty.assessInput"]);
    expect(String(data["problems"]).split("\n")).toEqual([
      "on: phải là ngày có thật, dạng năm-tháng-ngày, ví dụ 2025-11-01",
      "areaType: phải là một trong: rural, urban",
      "scoreIncome: phải là số nguyên",
      "scoreDeprivation: phải từ 0 trở lên",
      "toàn bộ: có trường không dùng: b3",
    ]);
  });

  test.each([[null], ["text"], [[]], [{}]])("%j is not a household", (input) => {
    expect(() => assessCommand(input, rulesets)).toThrow("poverty.assessInput");
  });
});
