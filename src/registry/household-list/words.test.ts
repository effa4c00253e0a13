import { expect, test } from "vitest";
import { readBirth } from "./birth.ts";
import { ethnicReader } from "./ethnic-names.ts";
import { PHU_HUU } from "./list.fixture.ts";
import { sheetKind } from "./list-kind.ts";
import { hamletKey } from "./places.ts";
import { causesOf, classOf, markOf, relationOf, sexOf } from "./words.ts";

test.each([
  ["Chủ hộ", "01"], ["CHỦ HỘ", "01"], ["Vợ", "02"], ["vợ / chồng", "02"], ["Con đẻ", "03"], ["Con rể", "04"], ["Mẹ ruột", "05"], ["Mẹ vợ", "06"], ["Bà", "07"], ["Ba", "05"],
  ["Cháu nội", "08"], ["em trai", "09"], ["Chú", "10"], ["Cháu dâu", "10"], ["ở nhờ", "11"], ["Chưa rõ", "99"], ["hàng xóm", undefined], ["Con.", "03"],
])("the relation %s is %s", (text, code) => expect(relationOf(text)).toBe(code));

test.each([["Nam", 1], ["NỮ", 2], ["nu", 2], ["F", 2], ["2", 2], ["khác", undefined]])("the sex %s is %s", (text, sex) => expect(sexOf(text)).toBe(sex));

test.each([
  ["1", "poor"], ["Hộ nghèo", "poor"], ["HN", "poor"], ["CN", "near_poor"], ["Hộ cận nghèo", "near_poor"], ["2", "near_poor"], ["thoát nghèo", "escaped_poverty"], ["không", "none"], ["3", undefined],
])("the class %s is %s", (text, listed) => expect(classOf(text)).toBe(listed));

test.each([["x", true], ["X", true], ["✓", true], ["có", true], ["không", false], ["0", false], ["-", false], ["gì đó", undefined]])("the tick %s is %s", (text, mark) => expect(markOf(text)).toBe(mark));

test.each<[string | number, number[] | undefined]>([
  ["1,3", [1, 3]], ["7; 2", [2, 7]], [1.3, [1, 3]], [5, [5]], ["8", [99]], ["Thiếu đất sản xuất, thiếu vốn", [1, 2]], ["Không có kỹ năng lao động, sản xuất", [6, 99]],
  ["thiếu lao động", [3]], ["đông con", [99]], ["12", undefined],
])("the causes %j are %j", (text, causes) => expect(causesOf(text)).toEqual(causes));

test.each([["Ấp Phú Thạnh", "phu thanh"], ["khóm An Hưng.", "an hung"], ["Khóm 03", "khom 3"], ["Khóm 3", "khom 3"], ["Phú Thạnh", "phu thanh"], ["Bản Mới", "moi"]])("the hamlet %s is looked up as %s", (text, key) => expect(hamletKey(text)).toBe(key));

test("names of ethnic groups go before what other groups were once called", () => {
  const read = ethnicReader(PHU_HUU.ethnicGroups);
  expect(["Kinh", "kinh", "5", "05", "Khơ Me", "KHMER", "người Chăm", "Chàm", "Hoa", "H'Mông", "Thổ", "60"].map(read)).toEqual([
    { code: "01" }, { code: "01" }, { code: "05" }, { code: "05" }, { code: "05" }, { code: "05" }, { code: "17" }, { code: "17" }, { code: "04" }, { code: "08" },
    { candidates: ["02", "05"] }, { candidates: [] },
  ]);
});

test.each([
  [undefined, "Sheet1", ["DANH SÁCH HỘ THOÁT NGHÈO NĂM 2023"], "escaped_poverty"],
  [undefined, "Thoát CN", ["DANH SÁCH HỘ THOÁT CẬN NGHÈO"], "escaped_near_poverty"],
  [undefined, "Hộ nghèo", [], "poor"],
  [undefined, "DS", ["Danh sách hộ cận nghèo"], "near_poor"],
  ["after-review", "Hộ nghèo", ["DANH SÁCH HỘ NGHÈO, CẬN NGHÈO SAU RÀ SOÁT"], null],
  ["escaped-near-poverty", "Sheet3", [], "escaped_near_poverty"],
] as const)("a sheet %s named %s lists %s", (layout, name, title, listed) => expect(sheetKind(layout, name, title).listedClass).toBe(listed));

test.each<[string | number, string | number | undefined]>([
  ["05/06/1984", "1984-06-05"], ["5-6-1984", "1984-06-05"], ["1984", 1984], [1984, 1984], ["05061984", "1984-06-05"], [5_061_984, "1984-06-05"], [30_838, "1984-06-05"], ["30838", "1984-06-05"],
  ["sinh năm 1984", 1984], ["05/06/84", "1984-06-05"], ["31/02/1990", undefined], ["không rõ", undefined], [12, undefined], ["1984.", 1984],
])("the birth %j is read as %s", (value, expected) => {
  const birth = readBirth(value, 2023)?.birth;
  expect(birth?.date ?? birth?.year).toBe(expected);
});
