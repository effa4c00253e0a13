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
    'warning TotalDiffers B9 {"value":74,"sum":75}',
    'warning NotADate C4 {"value":"31/11/2023"}',
  ]);
});

test("a number stored as a quantity among numbers as text has lost its zero", async () => {
  const rows = ROWS.map((row) => [...row]);
  rows[4]![3] = 89_085_001_234;
  expect(await told(table(...rows))).toEqual(["warning DigitsLost D7 {}"]);
});
