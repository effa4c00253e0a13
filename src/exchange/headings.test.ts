import { describe, expect, test } from "vitest";
import { parseRange } from "./address.ts";
import { findHeadings, isNumberRow, rowKind } from "./headings.ts";
import type { CellValue, SheetRow } from "./workbook.ts";

const sheet = (rows: readonly CellValue[][]): SheetRow[] => rows.map((values, i) => ({ row: i + 1, values }));
const merged = (...ranges: string[]) => ranges.map((range) => parseRange(range)!);
const KNOWN = new Set(["stt", "họ và tên", "năm sinh", "nam", "nữ", "dân tộc", "quan hệ với chủ hộ", "ghi chú", "chủ hộ"]);
const knows = (text: string): boolean => KNOWN.has(text.toLowerCase());
const paths = (rows: readonly CellValue[][], ...ranges: string[]): string[] => findHeadings(sheet(rows), merged(...ranges), knows)!.columns.map((column) => column.path.join(" > "));

const PERSON: CellValue[] = [1, "Lê Văn Đức", 1980, null, "Kinh", null];

describe("the headings of a list", () => {
  test("in one line under a title", () => {
    const rows = [["UBND XÃ PHÚ HỮU"], ["DANH SÁCH HỘ NGHÈO"], [], ["STT", "Họ và tên", "Năm sinh", null, "Dân tộc", "Ghi chú"], PERSON];
    const block = findHeadings(sheet(rows), [], knows)!;
    expect(block).toMatchObject({ firstRow: 4, lastRow: 4, dataFrom: 5, title: ["UBND XÃ PHÚ HỮU", "DANH SÁCH HỘ NGHÈO"] });
    expect(block.columns.map((column) => column.path[0])).toEqual(["STT", "Họ và tên", "Năm sinh", undefined, "Dân tộc", "Ghi chú"]);
  });

  test("in two lines of merged cells, with a row that numbers the columns", () => {
    const rows = [["STT", "Họ và tên", "Năm sinh", null, "Dân tộc"], [null, null, "Nam", "Nữ", null], ["A", "B", 1, 2, 3], PERSON];
    const ranges = ["A1:A2", "B1:B2", "C1:D1", "E1:E2"];
    expect(paths(rows, ...ranges)).toEqual(["STT", "Họ và tên", "Năm sinh > Nam", "Năm sinh > Nữ", "Dân tộc"]);
    expect(findHeadings(sheet(rows), merged(...ranges), knows)).toMatchObject({ firstRow: 1, lastRow: 2, numberRow: 3, dataFrom: 4 });
  });

  test("in three lines, the merging lost", () => {
    const rows = [["STT", "Thông tin cá nhân", null, null, "Ghi chú"], [null, "Họ và tên", "Năm sinh", null, null], [null, null, "Nam", "Nữ", null], PERSON];
    expect(paths(rows)).toEqual(["STT", "Thông tin cá nhân > Họ và tên", "Thông tin cá nhân > Năm sinh > Nam", "Thông tin cá nhân > Năm sinh > Nữ", "Ghi chú"]);
  });

  test("in words that no format knows: the first full line of texts", () => {
    const rows = [["BẢNG TỔNG HỢP"], ["Mã", "Tên gọi", "Đơn giá", "Số lượng"], ["A1", "Phân bón", 12_000, 4]];
    expect(findHeadings(sheet(rows), [], knows)).toMatchObject({ firstRow: 2, dataFrom: 3 });
  });

  test("are not found where there are none", () => {
    expect(findHeadings(sheet([PERSON, PERSON]), [], knows)).toBeUndefined();
  });

  test("a line of data below is not taken for a subheading", () => {
    const rows = [["STT", "Họ và tên", "Quan hệ với chủ hộ", "Dân tộc"], [null, "Lê Văn Đức", "Chủ hộ", "Kinh"], [null, "Lê Thị Lan", "Con", "Kinh"]];
    expect(findHeadings(sheet(rows), [], knows)).toMatchObject({ lastRow: 1, dataFrom: 2 });
  });
});

test("rows that number columns are told from data", () => {
  expect(isNumberRow(["A", "B", 1, 2, 3, 4])).toBe(true);
  expect(isNumberRow(["(1)", "(2)", "(3)", "4=2+3"])).toBe(true);
  expect(isNumberRow([1, "Lê Văn Đức", 3])).toBe(false);
  expect(isNumberRow([1, 30, 140])).toBe(false);
});

test.each([
  [[null, "Tổng cộng", 12, 40], "total"],
  [["Cộng:", null, 12], "total"],
  [["TỔNG SỐ HỘ: 12"], "total"],
  [[null, "NGƯỜI LẬP BIỂU", null, "TM. UBND XÃ"], "signature"],
  [[null, null, "Phú Hữu, ngày 20 tháng 12 năm 2023"], "signature"],
  [[1, "x", "Tống Thị Cộng", "Chủ hộ", "1980", "Nữ"], "data"],
  [[1, "Công Tằng Tôn Nữ Lan", "Chủ hộ", "01/01/1980", "Nữ"], "data"],
  [[null, null, ""], "blank"],
] as [CellValue[], string][])("the row %j is %s", (values, kind) => expect(rowKind(values)).toBe(kind));

test("days of a month are headings where the list has a column a day, as texts, as numbers, under a heading over them", () => {
  const day = /^(?:ngày\s*)?\d{1,2}(?:\/\d{1,2})?$/iu;
  const knows = (text: string): boolean => day.test(text) || ["STT", "Họ và tên"].includes(text);
  const plain = findHeadings([{ row: 1, values: ["STT", "Họ và tên", "1/6", "3/6", "8/6", "9/6"] }, { row: 2, values: [1, "Lê Văn A", "x", "x", "P", null] }], [], knows);
  expect(plain?.dataFrom).toBe(2);
  expect(plain?.columns.map(({ path }) => path.join(" > "))).toEqual(["STT", "Họ và tên", "1/6", "3/6", "8/6", "9/6"]);
  const rows = [{ row: 1, values: ["STT", "Họ và tên", "Tháng 6", null, null] }, { row: 2, values: [null, null, 1, 2, 3] }, { row: 3, values: [1, "Lê Văn A", "x", "x", "P"] }];
  const merged = [{ top: 1, bottom: 1, left: 2, right: 4 }, { top: 1, bottom: 2, left: 0, right: 0 }, { top: 1, bottom: 2, left: 1, right: 1 }];
  const under = findHeadings(rows, merged, knows);
  expect([under?.dataFrom, under?.columns.map(({ path }) => path.join(" > "))]).toEqual([3, ["STT", "Họ và tên", "Tháng 6 > 1", "Tháng 6 > 2", "Tháng 6 > 3"]]);
});
