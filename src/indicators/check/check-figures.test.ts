import { describe, expect, test } from "vitest";
import { checkFiguresCommand } from "./check-figures.ts";
import type { Result } from "./contract.ts";

const check = (claim: object, figures: object[] = []): Result => checkFiguresCommand({ figures, claims: [claim] }).results[0]!;
const verdict = (claim: object, figures?: object[]): string => check(claim, figures).verdict;

describe("rate", () => {
  test("says which reckoning it agrees with", () => {
    const result = check({ type: "rate", part: "2.354 hộ", whole: "41.504 hộ", printed: "5,67%" });
    expect(result.verdict).toBe("consistent");
    expect(result.message).toBe("Khớp khi tính từ số liệu gốc: 2.354 hộ / 41.504 hộ × 100 = 5,6717….");
    expect(result.computed).toEqual([
      { order: "raw", formula: "2.354 hộ / 41.504 hộ × 100", value: "5,6717…", fraction: "29425/5188", rounded: "5,67%" },
    ]);
  });

  test("cut off is rounding, one unit higher is wrong", () => {
    expect(verdict({ type: "rate", part: 3254, whole: 40885, printed: "7,95%" })).toBe("rounding");
    expect(verdict({ type: "rate", part: 2354, whole: 41504, printed: "5,68%" })).toBe("inconsistent");
    expect(verdict({ type: "rate", part: 2354, whole: 41504, printed: "5,66%" })).toBe("inconsistent");
  });

  test("tells the right number, the exchanged digits and the denominator that would fit", () => {
    const result = check({ type: "rate", part: 212, whole: "5.846", printed: "3,36%" });
    expect(result.suggestion).toBe("Nên ghi: 3,63%.");
    expect(result.hints.map(({ message }) => message)).toContain("Khớp nếu đảo hai chữ số: 3,36% → 3,63%.");
    expect(result.implied).toMatchObject({ of: "whole", candidates: { first: "6.301", last: "6.318" } });
  });

  test("a part larger than its whole is wrong though the division is right", () => {
    expect(check({ type: "rate", part: 204, whole: 10, printed: "2040%" }).reasons[0]!.code).toBe("partExceedsWhole");
  });

  test("persons over households are noted without a verdict of their own", () => {
    const result = check({ type: "rate", part: "612 người", whole: "3.127 hộ", printed: "19,57%" });
    expect([result.verdict, result.reasons.map(({ code }) => code)]).toEqual(["consistent", ["by.raw", "note.units"]]);
  });
});

describe("percent of plan and of the same period", () => {
  const plan = (printed: string, wording: string): Result => check({ type: "percentOfPlan", actual: 1182, plan: 1000, printed, wording });

  test("the level is told as đạt, the excess as vượt", () => {
    expect(plan("118,2%", "đạt").verdict).toBe("consistent");
    expect(plan("18,2%", "vượt").verdict).toBe("consistent");
    expect(plan("118,2%", "vượt")).toMatchObject({ verdict: "misworded", suggestion: "Nên ghi: đạt 118,2% hoặc vượt 18,2%." });
    expect(plan("18,2%", "đạt")).toMatchObject({ verdict: "misworded", suggestion: "Nên ghi: vượt 18,2% hoặc đạt 118,2%." });
    expect(plan("128,2%", "vượt").verdict).toBe("inconsistent");
    expect([plan("118,2%", "đạt và vượt").verdict, plan("18,2%", "đạt và vượt").verdict]).toEqual(["consistent", "consistent"]);
  });

  test("a fall told as the level that remained, and a rise told as a fall", () => {
    const period = (printed: string, wording: string): string =>
      verdict({ type: "percentOfSamePeriod", now: 746, previous: 1000, printed, wording });
    expect([period("74,6%", "giảm còn"), period("25,4%", "giảm"), period("74,6%", "giảm"), period("25,4%", "tăng")]).toEqual([
      "consistent",
      "consistent",
      "misworded",
      "misworded",
    ]);
  });

  test("points in place of percent", () => {
    expect(plan("118,2 điểm %", "đạt").reasons[0]!.code).toBe("unit.percentMeant");
  });

  test("a five-year plan told for its yearly part is named", () => {
    const claim = {
      type: "percentOfPlan",
      actual: "7.125",
      plan: "21.000",
      denominatorKind: "termTotal",
      printed: "169,6%",
      wording: "đạt",
    };
    const result = check(claim);
    expect(result.verdict).toBe("inconsistent");
    expect(result.hints[0]!.message).toBe("Khớp nếu mẫu số là bình quân năm (21.000 / 5 = 4.200).");
    expect(verdict({ ...claim, denominatorKind: "termAnnualSlice" })).toBe("consistent");
    expect(check({ ...claim, plan: "4.200", printed: "33,9%" }).hints[0]!.code).toBe("hint.termTotal");
  });

  test("a missing plan: the whole numbers that fit, or that none does", () => {
    const known = check({ type: "percentOfPlan", actual: "7.125 người", printed: "142,1%", wording: "đạt" });
    expect(known.verdict).toBe("unknown");
    expect(known.implied!.candidates!.values).toEqual(["5.013", "5.014", "5.015"]);
    expect(known.message).toContain("5.013; 5.014; 5.015");
    expect(check({ type: "percentOfPlan", actual: "3 lớp", printed: "45,5%" }).reasons[0]!.code).toBe("noWhole");
    expect(verdict({ type: "percentOfPlan", actual: "3 tỷ đồng", printed: "45,5%" })).toBe("unknown");
  });

  test("a missing plan that only fits other words", () => {
    const result = check({ type: "percentOfPlan", actual: 1182, printed: "118,2%", wording: "vượt" });
    expect([result.verdict, result.implied!.candidates!.values]).toEqual(["misworded", ["1.000"]]);
  });

  test("nothing to compare with", () => {
    const zero = (printed: string): string => verdict({ type: "percentOfPlan", actual: 8, plan: 0, printed });
    expect([zero("—"), zero("100%"), zero("0%")]).toEqual(["consistent", "inconsistent", "inconsistent"]);
    expect(verdict({ type: "percentOfSamePeriod", now: 8, previous: "", printed: "—" })).toBe("consistent");
    expect(verdict({ type: "percentOfPlan", actual: 8, plan: 10, printed: "-" })).toBe("unknown");
  });

  test("both orders of rounding, and which one", () => {
    const figures = [
      {
        id: "giam",
        printed: "2,29 điểm %",
        is: { type: "points", previous: { part: 3254, whole: 40885 }, now: { part: 2354, whole: 41504 } },
      },
    ];
    const of = (printed: string): Result => check({ type: "percentOfPlan", actual: "giam", plan: "1,70", printed }, figures);
    expect(of("134,7%").reasons[0]!.code).toBe("by.printed");
    expect(of("134,5%").reasons[0]!.code).toBe("by.raw");
    expect(of("134,6%")).toMatchObject({ verdict: "rounding", interval: { low: "134,5392…", high: "134,7059…" } });
    expect(of("134,9%").verdict).toBe("inconsistent");
  });

  test("100 % by rounding is told as such", () => {
    const of = (actual: number): string => verdict({ type: "percentOfPlan", actual, plan: 300, printed: "100%", wording: "đạt" });
    expect([of(300), of(299), of(298), of(301)]).toEqual(["consistent", "rounding", "inconsistent", "consistent"]);
  });
});

describe("points and differences", () => {
  test("% where points are meant, with what to write", () => {
    const result = check({ type: "points", previous: "7,96%", now: "5,67%", printed: "2,29%", text: "tỷ lệ giảm nghèo đạt 2,29%" });
    expect(result).toMatchObject({ verdict: "misworded", suggestion: "Nên ghi: giảm 2,29 điểm phần trăm." });
  });

  test("a wrong number in the wrong unit is wrong first", () => {
    expect(verdict({ type: "points", previous: "7,96%", now: "5,67%", printed: "2,92%" })).toBe("inconsistent");
  });

  test("the relative fall is not a difference of rates", () => {
    expect(check({ type: "points", previous: "7,96%", now: "5,67%", printed: "28,77 điểm %" }).reasons[0]!.code).toBe("wording.relative");
  });

  test("a wrong word is misworded, a wrong sign is wrong", () => {
    const change = { type: "difference", from: "420 hộ", to: "327 hộ" };
    expect(verdict({ ...change, printed: "93 hộ", wording: "giảm" })).toBe("consistent");
    expect(verdict({ ...change, printed: "93 hộ", wording: "tăng" })).toBe("misworded");
    expect(verdict({ ...change, printed: "-93 hộ" })).toBe("consistent");
    expect(check({ ...change, printed: "+93 hộ" }).reasons[0]!.code).toBe("sign");
    expect(check({ ...change, printed: "93 hộ", wording: "giảm còn" }).suggestion).toBe("Nên ghi: giảm 93 hộ, còn 327 hộ.");
  });

  test("a missing earlier rate", () => {
    const result = check({ type: "points", now: "5,67%", printed: "2,29 điểm %", wording: "giảm" });
    expect(result.implied).toMatchObject({ of: "previous", candidates: { values: ["7,95", "7,96", "7,97"] } });
  });
});

describe("sums", () => {
  test("names a term left out, taken twice, or with exchanged digits", () => {
    const hints = (parts: number[], total: number): string[] => check({ type: "sum", parts, total }).hints.map(({ message }) => message);
    expect(hints([120, 45, 31], 165)).toEqual(["Khớp nếu bỏ ra hoặc tính thêm một lần 31."]);
    expect(hints([120, 45, 31], 241)).toContain("Khớp nếu bỏ ra hoặc tính thêm một lần 45.");
    expect(hints([412, 398, 428], 1283)).toEqual(["Khớp nếu đảo hai chữ số: 1.283 → 1.238."]);
  });

  test("shares of one whole make exactly 100", () => {
    const of = (parts: string[]): string => verdict({ type: "sum", parts, total: "100%" });
    expect([of(["50,5%", "49,5%"]), of(["33,3%", "33,3%", "33,3%"]), of(["33%", "33%", "32%"]), of(["50,6%", "49,1%"])]).toEqual([
      "consistent",
      "rounding",
      "inconsistent",
      "inconsistent",
    ]);
  });

  test("amounts and head counts are not added", () => {
    expect(verdict({ type: "sum", parts: ["12 hộ", "3 triệu đồng"], total: "15 hộ" })).toBe("unknown");
    expect(verdict({ type: "rate", part: "12 triệu đồng", whole: "30 hộ", printed: "40%" })).toBe("unknown");
    expect(verdict({ type: "difference", from: "12 hộ", to: "30 hộ", printed: "18%" })).toBe("unknown");
  });

  test("money in any unit, exact or rounded", () => {
    expect(verdict({ type: "sum", parts: ["850 triệu đồng", "2.350.000.000 đồng"], total: "3,2 tỷ đồng" })).toBe("consistent");
    expect(verdict({ type: "sum", parts: ["1,24 tỷ đồng", "2,24 tỷ đồng"], total: "3,49 tỷ đồng" })).toBe("rounding");
    expect(verdict({ type: "sum", parts: ["1,24 tỷ đồng", "2,24 tỷ đồng"], total: "3,51 tỷ đồng" })).toBe("inconsistent");
  });

  test("the missing term of a movement", () => {
    const result = check({ type: "sum", parts: ["420 hộ", null, "4 hộ"], minus: ["118 hộ"], total: "327 hộ" });
    expect([result.verdict, result.implied]).toEqual(["unknown", { of: "parts", low: "21", high: "21" }]);
  });
});

describe("shared denominators, averages, bounds, levels, repeats", () => {
  test("the odd rate among several is named", () => {
    const rates = [
      { part: 148, printed: "4,73%" },
      { part: 201, printed: "6,58%" },
      { part: 63, printed: "2,01%" },
    ];
    const result = check({ type: "sharedDenominator", rates });
    expect([result.verdict, result.hints[0]!.message]).toEqual(["inconsistent", "Các tỷ lệ còn lại khớp với nhau nếu bỏ 201 (6,58%)."]);
  });

  test("rates that agree among themselves, but not with the whole", () => {
    const rates = [
      { part: 148, printed: "4,73%" },
      { part: 201, printed: "6,43%" },
    ];
    const result = check({ type: "sharedDenominator", whole: "3.217 hộ", rates });
    expect(result.reasons.at(-1)!.code).toBe("shared.another");
    expect(result.implied!.candidates!.values).toContain("3.127");
  });

  test("averages have no factor of a hundred", () => {
    expect(verdict({ type: "average", total: 1050, count: 35, printed: "30 học viên/lớp" })).toBe("consistent");
    expect(verdict({ type: "average", total: "3,0 điểm %", count: 2, printed: "1,5%" })).toBe("misworded");
    expect(check({ type: "average", total: "2,1 tỷ đồng", count: 1050, printed: "20 triệu đồng/học viên" }).hints[0]!.code).toBe(
      "hint.shifted",
    );
  });

  test("bounds and rough words", () => {
    expect(verdict({ type: "range", value: "35,4", max: 35 })).toBe("inconsistent");
    expect(verdict({ type: "range", value: "35", min: 10, max: 35 })).toBe("consistent");
    expect(verdict({ type: "range", value: "35,0", max: "34,98" })).toBe("rounding");
    expect(verdict({ type: "range", value: 34, printed: "không quá 35 học viên" })).toBe("consistent");
    expect(verdict({ type: "range", value: 527, printed: "hơn 500" })).toBe("consistent");
    expect(verdict({ type: "range", value: 527, printed: "gần 500" })).toBe("inconsistent");
  });

  test("a level to come down to", () => {
    const level = { type: "levelPlan", actual: "3,1%", plan: "3,5%", wording: "đạt" };
    expect(verdict(level)).toBe("consistent");
    expect(verdict({ ...level, actual: "3,9%" })).toBe("inconsistent");
    expect(verdict({ ...level, wording: "chưa đạt" })).toBe("inconsistent");
    expect(verdict({ ...level, actual: "3,9%", wording: undefined, text: "còn 3,9%, đạt kế hoạch" })).toBe("inconsistent");
    expect(verdict({ ...level, printed: "88,6%" })).toBe("misworded");
    expect(verdict({ ...level, printed: "88,6%", base: "4,0%" })).toBe("misworded");
    expect(verdict({ ...level, printed: "180%", base: "4,0%" })).toBe("consistent");
    expect(verdict({ ...level, printed: "150%", base: "4,0%" })).toBe("rounding");
    expect(verdict({ ...level, printed: "250%", base: "4,0%" })).toBe("inconsistent");
    expect(verdict({ ...level, printed: "150%" })).toBe("unknown");
    expect(verdict({ ...level, base: "4,0%", printed: "3,1%", wording: undefined, text: "tỷ lệ hộ nghèo còn 3,1%, đạt kế hoạch" })).toBe("consistent");
    expect(verdict({ ...level, actual: "3,9%", base: "4,0%", printed: "3,9%", wording: undefined, text: "tỷ lệ hộ nghèo còn 3,9%, đạt kế hoạch" })).toBe("inconsistent");
  });

  test("one figure in several places", () => {
    expect(verdict({ type: "same", values: ["2.354 hộ", "2.345 hộ"] })).toBe("inconsistent");
    expect(verdict({ type: "same", values: ["5,7%", "5,67%"] })).toBe("consistent");
    expect(verdict({ type: "same", values: ["hơn 500 lao động", "527 lao động"] })).toBe("consistent");
    expect(verdict({ type: "same", values: ["5,6%", "5,67%"] })).toBe("rounding");
  });
});

describe("marks and forms of numbers", () => {
  test("a comma among thousands is told where the number shows it", () => {
    const people = check({ type: "percentOfPlan", actual: "3,216 người", plan: "3.000 người", printed: "107,2%" });
    expect(people.reasons.map(({ code }) => code)).toContain("separatorCount");
    expect(check({ type: "rate", part: "12,345 triệu đồng", whole: "15.000 triệu đồng", printed: "82,3%" })).toMatchObject({
      verdict: "misworded",
      suggestion: "Nên ghi 12.345 triệu đồng thay cho 12,345 triệu đồng.",
    });
  });

  test("JSON numbers, objects, words with the number, spaces", () => {
    expect(verdict({ type: "rate", part: 263, whole: 5811, printed: 4.53 })).toBe("consistent");
    expect(verdict({ type: "rate", part: 263, whole: 5811, printed: { value: 4.5, decimals: 2 } })).toBe("inconsistent");
    expect(verdict({ type: "percentOfPlan", actual: { value: 1182, unit: "lao động" }, plan: "1 000", printed: "vượt 118,2%" })).toBe(
      "misworded",
    );
    expect(verdict({ type: "average", total: "1 050 học viên", count: 35, printed: "30" })).toBe("consistent");
  });

  test("other names for the same fields", () => {
    expect(verdict({ type: "difference", previous: 420, now: 327, printed: 93 })).toBe("consistent");
    expect(verdict({ type: "percentOfSamePeriod", actual: 1284, samePeriod: 1024, printed: "125,4%" })).toBe("consistent");
    expect(verdict({ type: "sum", parts: [24, 11], printed: 35 })).toBe("consistent");
  });
});

describe("figures without claims", () => {
  const results = (...figures: object[]): [string, string, string][] =>
    checkFiguresCommand({ figures }).results.map(({ id, type, verdict: found }) => [id!, type, found]);

  test("what a figure says of its making is checked", () => {
    const figures = [
      { id: "ho", value: "41.504" },
      { id: "ngheo", value: 2354, partOf: "ho" },
    ];
    expect(results(...figures, { id: "tl", printed: "5,76%", is: { type: "rate", part: "ngheo", whole: "ho" } })).toEqual([
      ["tl", "rate", "inconsistent"],
      ["ho", "sum", "consistent"],
    ]);
  });

  test("kind against unit, shares above 100, a value that its print is no rounding of", () => {
    expect(
      results(
        { id: "a", printed: "2,29%", kind: "points" },
        { id: "b", printed: "204%", kind: "rate" },
        { id: "c", value: "5,6717", printed: "5,76%" },
        { id: "d", value: "5,6717", printed: "5,67%" },
      ),
    ).toEqual([
      ["a", "figure", "misworded"],
      ["b", "figure", "inconsistent"],
      ["c", "figure", "inconsistent"],
    ]);
  });

  test("nothing is guessed from figures that merely stand together", () => {
    expect(
      results({ id: "a", value: 10, kind: "count" }, { id: "b", value: 20, kind: "count" }, { id: "c", value: 31, kind: "count" }),
    ).toEqual([]);
  });

  test("a figure made from itself ends", () => {
    const figure = (id: string, other: string): object => ({ id, printed: "5%", is: { type: "rate", part: other, whole: other } });
    expect(checkFiguresCommand({ figures: [figure("a", "b"), figure("b", "a")] }).results).toHaveLength(2);
  });
});
