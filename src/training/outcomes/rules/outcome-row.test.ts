import { expect, test } from "vitest";
import { readOutcomeRow } from "./outcome-row.ts";

test("a line of a follow-up list: words of offices, money, places; what is not understood is told at its cell", () => {
  const read = readOutcomeRow({ member_name: " Lê  Thị Ba ", birth: "05/06/1990", outcome: "1", on_date: "", work_place: "", income_before: "", income_after: "", effect: "", workplace: "", note: "" });
  expect(read.problems?.map(({ code, field }) => [code, field])).toEqual([["training.outcomeRow.kindUnknown", "outcome"]]);
  expect(readOutcomeRow({ member_name: " Lê  Thị Ba ", birth: "05/06/1990", outcome: "Tự tạo việc làm", on_date: "1/7/2026", work_place: "Trong xã", income_before: "2 triệu", income_after: "4.500.000", effect: "Thoát nghèo", workplace: "", note: "" }).value).toEqual({
    nameKey: "le thi ba", fullName: "Lê Thị Ba", birthYear: 1990, kind: "tu_tao", onDate: "2026-07-01", placeKind: "xa", workplace: null, incomeBeforeDong: 2_000_000, incomeAfterDong: 4_500_000, effects: ["thoat_ngheo"], note: null,
  });
  const wrong = readOutcomeRow({ member_name: "A", birth: "", outcome: "", on_date: "mai", work_place: "gần nhà", income_before: "ít", income_after: "", effect: "", workplace: "", note: "" });
  expect(wrong.problems?.map(({ code }) => code.split(".").at(-1))).toEqual(["dayWrong", "placeUnknown", "moneyWrong", "noKind"]);
});
