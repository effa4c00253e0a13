import { expect, test } from "vitest";
import { checkFiguresCommand } from "./check-figures.ts";

const figures = [
  { id: "việc", value: "7.125", unit: "người" },
  { id: "hộ", value: "41.504", unit: "hộ" },
  { id: "nghèo", value: "2.354", unit: "hộ" },
  { id: "cận", value: "3.092", unit: "hộ" },
  { id: "tỷ_lệ_nghèo", printed: "5,67%" },
  { id: "tỷ_lệ_cận", printed: "7,45%" },
  { id: "nghèo_2022", printed: "7,96%", is: { type: "rate", part: "3.254", whole: "40.885" } },
  { id: "cận_2022", printed: "8,36%", is: { type: "rate", part: "3.417", whole: "40.885" } },
  { id: "giảm_nghèo", printed: "2,29%" },
];

/** The article's sentences of 2023 (its own words), with the base of 2022 from the district portal. */
const claims = [
  { id: "việc/kế hoạch", type: "percentOfPlan", actual: "việc", printed: "142,1%", wording: "đạt" },
  {
    id: "việc/5 năm",
    type: "percentOfPlan",
    actual: "việc",
    plan: "21.000",
    denominatorKind: "termTotal",
    printed: "169,6%",
    wording: "đạt",
  },
  {
    id: "việc/bình quân năm",
    type: "percentOfPlan",
    actual: "việc",
    plan: "21.000",
    denominatorKind: "termAnnualSlice",
    printed: "169,6%",
  },
  { id: "việc/cùng kỳ", type: "percentOfSamePeriod", now: "việc", printed: "125,4%", wording: "đạt" },
  { id: "lớp", type: "sum", parts: ["24 lớp", "11 lớp"], total: "35 lớp" },
  { id: "hộ nghèo", type: "rate", part: "nghèo", whole: "hộ", printed: "tỷ_lệ_nghèo" },
  { id: "hộ cận nghèo", type: "rate", part: "cận", whole: "hộ", printed: "tỷ_lệ_cận" },
  { id: "giảm 900 hộ", type: "difference", from: "3.254 hộ", to: "nghèo", printed: "900 hộ", wording: "giảm" },
  { id: "giảm 325 hộ", type: "difference", from: "3.417 hộ", to: "cận", printed: "325 hộ", wording: "giảm" },
  {
    id: "giảm 2,29%",
    type: "points",
    previous: "nghèo_2022",
    now: "tỷ_lệ_nghèo",
    printed: "giảm_nghèo",
    text: "tỷ lệ giảm nghèo đạt 2,29%",
  },
  { id: "giảm 0,91%", type: "points", previous: "cận_2022", now: "tỷ_lệ_cận", printed: "0,91%", text: "tỷ lệ giảm cận nghèo đạt 0,91%" },
  { id: "134,7%", type: "percentOfPlan", actual: "giảm_nghèo", plan: "1,70", printed: "134,7%", wording: "đạt" },
  { id: "134,7% không rõ kế hoạch", type: "percentOfPlan", actual: "giảm_nghèo", printed: "134,7%", wording: "đạt" },
  {
    id: "mẫu số chung",
    type: "sharedDenominator",
    whole: "hộ",
    rates: [
      { part: "nghèo", printed: "5,67%" },
      { part: "cận", printed: "7,45%" },
    ],
  },
  { id: "hơn 16.000", type: "percentOfPlan", actual: "hơn 16.000", plan: "21.000", denominatorKind: "termTotal", printed: "76,2%" },
];

const results = new Map(checkFiguresCommand({ figures, claims }).results.map((result) => [result.id, result]));

test("the printed figures of the article, one by one", () => {
  expect(Object.fromEntries([...results].map(([id, result]) => [id, result.verdict]))).toEqual({
    "việc/kế hoạch": "unknown",
    "việc/5 năm": "inconsistent",
    "việc/bình quân năm": "consistent",
    "việc/cùng kỳ": "unknown",
    lớp: "consistent",
    "hộ nghèo": "consistent",
    "hộ cận nghèo": "consistent",
    "giảm 900 hộ": "consistent",
    "giảm 325 hộ": "consistent",
    "giảm 2,29%": "misworded",
    "giảm 0,91%": "misworded",
    "134,7%": "consistent",
    "134,7% không rõ kế hoạch": "unknown",
    "mẫu số chung": "consistent",
    "hơn 16.000": "consistent",
    nghèo_2022: "consistent",
    cận_2022: "consistent",
  });
});

test("plans and bases that the article leaves out", () => {
  const values = (id: string): readonly string[] | undefined => results.get(id)!.implied!.candidates!.values;
  expect(values("việc/kế hoạch")).toEqual(["5.013", "5.014", "5.015"]);
  expect(values("việc/5 năm")).toEqual(["4.200", "4.201", "4.202"]);
  expect(values("việc/cùng kỳ")).toEqual(["5.680", "5.681", "5.682", "5.683", "5.684"]);
  expect(values("134,7% không rõ kế hoạch")).toEqual(["1,70"]);
});

test("what to write, and where the numbers come from", () => {
  expect(results.get("giảm 2,29%")!.suggestion).toBe("Nên ghi: giảm 2,29 điểm phần trăm.");
  expect(results.get("134,7%")!.reasons[0]!.code).toBe("by.printed");
  expect(results.get("việc/5 năm")!.hints[0]!.message).toBe("Khớp nếu mẫu số là bình quân năm (21.000 / 5 = 4.200).");
});
