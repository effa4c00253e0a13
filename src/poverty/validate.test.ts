import { describe, expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { loadCodeList, loadRulesets } from "./load.ts";
import { type ReviewedHousehold, validateHousehold } from "./rules/validate.ts";
import { StandardWords } from "./standard-words.ts";

const folder = "src/poverty/standards";
const rulesets = loadRulesets(folder);
const causes = loadCodeList("causes", folder).entries;
const on = (date: string) => rulesets.find(({ validity }) => validity[0]!.from <= date && date <= validity.at(-1)!.to)!;

const sound: ReviewedHousehold = {
  on: plainDate("2025-11-01"),
  areaType: "rural",
  scoreIncome: 120,
  scoreDeprivation: 30,
  class: "poor",
  causes: [{ code: "1" }],
};
const check = (change: Partial<ReviewedHousehold>) => {
  const household = { ...sound, ...change };
  return validateHousehold(household, on(household.on), causes);
};
const codes = (change: Partial<ReviewedHousehold>) => check(change).map(({ code, level }) => `${code} ${level}`);

describe("the result of a review", () => {
  test("that agrees with itself has no finding", () => expect(check({})).toEqual([]));

  test("V1: B2 against the number of deprivations", () => {
    expect(codes({ deprivedCount: 4 })).toEqual(["poverty.v1 error"]);
    expect(codes({ scoreDeprivation: 35 })).toEqual(["poverty.b2NotMultipleOfTen error"]);
  });

  test("V2, V4: a class that the points do not give, with the comparison it breaks", () => {
    expect(codes({ class: "other" })).toEqual(["poverty.v2 error"]);
    expect(codes({ class: "near_poor" })).toEqual(["poverty.v2 error", "poverty.v4 error"]);
    const broken = check({ scoreIncome: 141, scoreDeprivation: 20 });
    const words = new StandardWords(on(sound.on), "vi");
    expect(broken.map((finding) => words.said(finding))).toEqual([
      "Kết quả ghi là hộ nghèo, theo B1, B2 và khu vực thì là không thuộc hộ nghèo, hộ cận nghèo (chuẩn VN-2022). Kiểm tra lại điểm, khu vực hoặc kết quả.",
      "Ghi là hộ nghèo nhưng B1 (điểm A) 141 không đạt điều kiện ≤ 140 (điểm thu nhập của chuẩn nghèo, khu vực nông thôn; Thông tư 07/2021/TT-BLĐTBXH).",
      "Ghi là hộ nghèo nhưng B2 (điểm B) 20 không đạt điều kiện ≥ 30 (điểm thiếu hụt tối thiểu của hộ nghèo; Thông tư 07/2021/TT-BLĐTBXH).",
    ]);
  });

  test("V2 by a rule that was not read in a text only warns", () => {
    expect(codes({ on: plainDate("2019-11-01"), scoreIncome: 130, scoreDeprivation: 20 })).toEqual(["poverty.v2 warning"]);
  });

  test("V6: stated members against the member list", () => {
    const members = [{ birth: plainDate("1980-01-01"), monthlyAllowance: false }];
    expect(codes({ members, memberCount: 2 })).toEqual(["poverty.v6 error"]);
    expect(codes({ members, memberCount: 1 })).toEqual([]);
  });

  test("V13: a listed household has a cause; another cause is described; an unknown one is named", () => {
    expect(codes({ causes: [] })).toEqual(["poverty.v13 warning"]);
    expect(codes({ causes: [], class: "other", scoreIncome: 141 })).toEqual([]);
    expect(codes({ causes: [{ code: "99", text: " " }, { code: "8" }] })).toEqual(["poverty.v13.textMissing warning", "poverty.v13.unknownCause warning"]);
    expect(codes({ causes: [{ code: "99", text: "thiên tai" }] })).toEqual([]);
  });
});

describe("V5: answers against the members and the house", () => {
  const born = (...years: number[]) => years.map((year) => ({ birth: plainDate(`${year}-06-01`), monthlyAllowance: false }));
  const answer = (change: Partial<ReviewedHousehold>) => codes({ scoreDeprivation: null, ...change });

  test("children's indicators need a child, adult education somebody of 16 to 30", () => {
    const members = born(1970, 1990);
    expect(answer({ members, deprivations: { nutrition: "yes" } })).toEqual(["poverty.v5.nobodyOfAge warning"]);
    expect(answer({ members: born(1970, 2015), deprivations: { nutrition: "yes", school_attendance: "not_applicable" } })).toEqual([
      "poverty.v5.somebodyOfAge warning",
    ]);
    expect(answer({ members: born(1970, 1995), deprivations: { adult_education: "yes" } })).toEqual([]);
    expect(answer({ members: born(1970, 1994), deprivations: { adult_education: "yes" } })).toEqual(["poverty.v5.nobodyOfAge warning"]);
  });

  test("less than 8 m² per person, dependants more than half", () => {
    expect(answer({ members: born(1970, 1990), floorArea: 16, deprivations: { housing_area: "yes" } })).toEqual(["poverty.v5.area warning"]);
    expect(answer({ members: born(1970, 1990), floorArea: 15.9, deprivations: { housing_area: "no" } })).toEqual(["poverty.v5.area warning"]);
    expect(answer({ members: born(1980, 2015), deprivations: { dependents: "yes" } })).toEqual(["poverty.v5.dependents warning"]);
    expect(answer({ members: born(1980, 2015, 2016), deprivations: { dependents: "yes" } })).toEqual([]);
  });

  test("an unknown birth date or answer is not held against the household", () => {
    const members = [...born(1970), { birth: null, monthlyAllowance: false }];
    expect(answer({ members, deprivations: { nutrition: "yes" } })).toEqual([]);
    expect(answer({ members: born(1970), deprivations: { nutrition: "unknown" } })).toEqual([]);
  });
});
