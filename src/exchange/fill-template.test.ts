import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { fillTemplate } from "./fill-template.ts";
import { openWorkbook } from "./read-workbook.ts";

async function form(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Mẫu");
  sheet.getCell("A1").value = "DANH SÁCH HỘ NGHÈO";
  sheet.mergeCells("A1:D1");
  sheet.getRow(3).values = ["STT", "Họ và tên", "Ngày sinh", "Ngày QĐ"];
  for (const cell of ["A4", "B4", "C4", "D4"]) sheet.getCell(cell).border = { bottom: { style: "thin" } };
  sheet.getCell("D4").numFmt = "dd/mm/yyyy";
  sheet.getRow(4).height = 24;
  sheet.getCell("A5").value = "Tổng cộng";
  sheet.mergeCells("A5:B5");
  sheet.getCell("C7").value = "NGƯỜI LẬP BIỂU";
  return Buffer.from(await book.xlsx.writeBuffer());
}

const PLACE = { sheet: 0, firstRow: 4, columns: { 0: "no", 1: "name", 2: "birth", 3: "decision" } } as const;
const day = (y: number, m: number, d: number): Date => new Date(Date.UTC(y, m - 1, d));
const ROWS = [
  { no: 1, name: "Nguyễn Thị Hòa", birth: day(1980, 1, 2), decision: day(2023, 12, 20) },
  { no: 2, name: "=cmd", birth: day(1990, 5, 6), decision: null },
  { no: 3, name: "Lê & Lý" },
];

test("the receiver's form comes back filled, its formats on every row and its totals moved down", async () => {
  const filled = fillTemplate(await form(), PLACE, ROWS);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(filled as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  const texts = (row: number): unknown[] => [1, 2, 3, 4].map((column) => sheet.getCell(row, column).value);
  expect(texts(4)).toEqual([1, "Nguyễn Thị Hòa", "02/01/1980", day(2023, 12, 20)]);
  expect(texts(5)).toEqual([2, "'=cmd", "06/05/1990", null]);
  expect(texts(6)).toEqual([3, "Lê & Lý", null, null]);
  expect(sheet.getCell("A7").value).toBe("Tổng cộng");
  expect(sheet.getCell("B7").isMerged).toBe(true);
  expect(sheet.getCell("C9").value).toBe("NGƯỜI LẬP BIỂU");
  expect(sheet.getCell("B6").border.bottom?.style).toBe("thin");
  expect(sheet.getRow(6).height).toBe(24);
  expect((await openWorkbook(filled)).sheets[0]!.merges).toHaveLength(2);
});

test("without rows the form's empty row goes and the rest moves up", async () => {
  const filled = fillTemplate(await form(), PLACE, []);
  const rows = [];
  for await (const batch of (await openWorkbook(filled)).rows(0)) rows.push(...batch);
  expect(rows.find((row) => row.values[0] === "Tổng cộng")!.row).toBe(4);
});

test("another format is refused", () => {
  expect(() => fillTemplate(Buffer.from("STT;Họ tên\n"), PLACE, [])).toThrow(expect.objectContaining({ code: "exchange.templateNotXlsx" }));
});
