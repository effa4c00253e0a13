import { writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { checkTable } from "./check-table.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { CellValue } from "./workbook.ts";

async function told(rows: CellValue[][]): Promise<string[]> {
  const workbook = await openWorkbook(await writeXlsx({ sheets: [{ name: "Bảng", rows }] }));
  return (await checkTable(workbook, [0])).map((each) => `${each.severity} ${each.code.slice("exchange.table".length)} ${each.cell} ${JSON.stringify(each.data)}`);
}

const table = (...rows: CellValue[][]): CellValue[][] => [["BẢNG TỔNG HỢP"], ["Ấp", "Số hộ", "Ngày họp", "Số CCCD trưởng ấp"], ...rows];
const ROWS: CellValue[][] = ["Một", "Hai", "Ba", "Bốn", "Năm", "Sáu"].map((name, i) => [name, 10 + i, `0${i + 1}/11/2023`, `08908500123${i}`]);

test("a sound table has nothing amiss", async () => {
  expect(await told(table(...ROWS, ["Tổng cộng", 75]))).toEqual([]);
});

test("totals that do not add up, dates that are none, shortened, doubled and stored numbers are told with their cells", async () => {
  const rows = ROWS.map((row) => [...row]);
  rows[1]![2] = "31/11/2023";
  rows[2]![3] = "8.9085E+10";
  rows[3]![3] = rows[0]![3]!;
  rows[4]![3] = 89_085_001_234;
  rows[5]![0] = "#REF!";
  expect(await told(table(...rows, ["Tổng cộng", 74]))).toEqual([
    'error NumberShortened D5 {"value":"8.9085E+10"}',
    'warning NumberTwice D6 {"otherRow":3}',
    'error CellError A8 {"value":"#REF!"}',
    'warning NotADate C4 {"value":"31/11/2023"}',
    'warning TotalDiffers B9 {"value":74,"sum":75}',
  ]);
});

test("a number stored as a quantity among numbers as text has lost its zero", async () => {
  const rows = ROWS.map((row) => [...row]);
  rows[4]![3] = 89_085_001_234;
  expect(await told(table(...rows))).toEqual(["warning DigitsLost D7 {}"]);
});

const RESULTS: CellValue[][] = [
  ["1", "Xã Phú Hữu", 3120, 250, 8.01], ["2", "Xã Vĩnh Lộc", 2875, 201, 6.99], ["3", "Xã Đa Phước", 3340, 99, 2.96], ["4", "Xã Khánh An", 2510, 180, 7.17], ["5", "Thị trấn An Phú", 4015, 85, 2.12],
];
const results = (...rows: CellValue[][]): CellValue[][] => [["KẾT QUẢ RÀ SOÁT HỘ NGHÈO NĂM 2023"], ["STT", "Đơn vị", "Tổng số hộ", "Số hộ nghèo", "Tỷ lệ (%)"], ...rows];
const TOTAL: CellValue[] = ["", "Tổng cộng", 15860, 815, 5.14];

test.each([
  ["with its total below", results(...RESULTS, TOTAL)],
  ["with its total above", results(["", "Tổng số", 15860, 815, 5.14], ...RESULTS)],
  ["with parts, each with its total, and a total of all", results(...RESULTS.slice(0, 2), ["", "Cộng", 5995, 451, 7.52], ...RESULTS.slice(2), ["", "Cộng", 9865, 364, 3.69], TOTAL)],
  ["with parts above their rows", results(["I", "Các xã", 11845, 730, 6.16], ...RESULTS.slice(0, 4), ["II", "Thị trấn", 4015, 85, 2.12], RESULTS[4]!, TOTAL)],
  ["with dashes for none, and percentages that are whole", results(...RESULTS.map(([no, name, all]): CellValue[] => [no!, name!, all!, "-", "-"]), ["6", "Xã Nhơn Hội", 100, 50, 50], ["", "Tổng cộng", 15960, 50, 0.31])],
  ["with a date and a signature below", results(...RESULTS, TOTAL, ["", "", "", "An Phú, ngày 20 tháng 12 năm 2023"], ["", "", "", "CHỦ TỊCH"], ["", "", "", 1])],
])("a sound table of results %s has nothing amiss", async (_, rows) => {
  expect(await told(rows)).toEqual([]);
});

test("a rate that does not come from the columns all others come from, a number typed as text and a word among numbers are told", async () => {
  const rows = RESULTS.map((row) => [...row]);
  rows[3]![4] = 7.71;
  rows[4]![2] = "4.015";
  expect(await told(results(...rows))).toEqual([
    'warning NumberAsText C7 {"value":"4.015"}',
    // the rates are not judged while a column they come from has text in it
  ]);
  rows[4]![2] = 4015;
  expect(await told(results(...rows, TOTAL))).toEqual(['warning RateDiffers E6 {"value":7.71,"expected":7.17,"part":"Số hộ nghèo","whole":"Tổng số hộ"}']);
  rows[3]![4] = 7.17;
  rows[1]![3] = "chưa rõ";
  expect(await told(results(...rows, ["6", "Xã Phú Hội", 1000, 50, 5], ["7", "Xã Phước Hưng", 1000, 40, 4]))).toEqual(['warning NotANumber D4 {"value":"chưa rõ"}']);
});

test("a total of a part or of all that agrees with no sum is told, an average of rates is not", async () => {
  expect(await told(results(...RESULTS, ["", "Tổng cộng", 15861, 815, 5.14]))).toEqual(['warning TotalDiffers C8 {"value":15861,"sum":15860}']);
  expect(await told(results(["", "Tổng số", 15860, 816, 5.15], ...RESULTS))).toEqual(['warning TotalDiffers D3 {"value":816,"sum":815}']);
});

test("a line entered twice, a column of numbers stored as text and dates in two forms are told once each", async () => {
  const people = ["An", "Bình", "Cúc", "Dũng", "Én", "Phúc"].map((name, i): CellValue[] => [i + 1, `Nguyễn Văn ${name}`, i % 2 === 0 ? new Date(Date.UTC(2023, 4, i + 1)) : `0${i + 1}/05/2023`, `${i + 2}00000`]);
  const rows = [["STT", "Họ và tên", "Ngày vay", "Số tiền vay (đồng)"] as CellValue[], ...people, [7, "Nguyễn Văn An", new Date(Date.UTC(2023, 4, 1)), "200000"] as CellValue[]];
  expect(await told(rows)).toEqual(['warning RowTwice 8 {"otherRow":2}', 'note DatesMixed C3 {"dates":4,"texts":3}', 'note ColumnAsText D2 {"count":7}']);
});

test("a page of notes is no table", async () => {
  expect(await told([["Danh sách do các ấp gửi về, chưa soát"], ["Ấp Một gửi ngày 12"], ["Ấp Một gửi ngày 12"]])).toEqual([]);
});
