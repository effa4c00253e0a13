import ExcelJS from "exceljs";
import { readXlsx, writeOds, writeXlsx } from "hucre";
import { expect, test } from "vitest";
import { cellAddress } from "./address.ts";
import { markedCopy, type MarkedCopyOptions } from "./marked-copy.ts";
import type { Problem, Severity } from "./problem.ts";
import { openWorkbook } from "./read-workbook.ts";
import { packedBytes, readZipDirectory } from "./zip.ts";

const OPTIONS: MarkedCopyOptions = {
  say: (problem) => `ô ${problem.cell} sai`,
  words: { column: "Lỗi / cảnh báo", sheet: "Trang", row: "Dòng", cells: "Ô", rejected: "Dòng chưa nhận", severities: { error: "Lỗi", warning: "Cảnh báo", note: "Lưu ý" } },
  headingRows: new Map([[0, 2]]),
  frozenAt: new Date("2023-12-31T10:00:00Z"),
};

const problem = (row: number, column: number, severity: Severity = "error", sheetIndex = 0): Problem => ({
  severity, code: "test.wrong", sheet: "", sheetIndex, row, column, cell: cellAddress(column, row), data: {},
});

async function userBook(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Danh sách");
  sheet.getCell("A1").value = "DANH SÁCH HỘ";
  sheet.mergeCells("A1:C1");
  sheet.getRow(2).values = ["Họ tên", "Năm sinh", "Ghi chú"];
  sheet.getRow(3).values = ["Lê Văn Đức", 1980, "a & b"];
  sheet.getCell("B3").numFmt = "0000";
  sheet.getCell("B3").font = { bold: true, name: ".VnTime" };
  sheet.getRow(6).values = ["Trần Thị Ánh", { formula: "1990+1", result: 1991 }];
  book.addWorksheet("Trang khác").addRow(["giữ nguyên"]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function load(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

test("the user's workbook comes back with its problems: cells coloured, a column of words, all else as it was", async () => {
  const file = await userBook();
  const { bytes, is } = await markedCopy(file, [problem(3, 1), problem(3, 2, "warning"), problem(5, 0, "note"), problem(6, 4)], OPTIONS);
  expect(is).toBe("own");
  const sheet = (await load(bytes)).worksheets[0]!;
  const fill = (cell: string): unknown => (sheet.getCell(cell).fill as { fgColor?: { argb?: string } }).fgColor?.argb;
  expect(sheet.getCell("D2").value).toBe("Lỗi / cảnh báo");
  expect(sheet.getCell("D3").value).toBe("Lỗi: ô B3 sai\nCảnh báo: ô C3 sai");
  expect(sheet.getCell("D5").value).toBe("Lưu ý: ô A5 sai");
  expect([fill("B3"), fill("C3"), fill("A5"), fill("E6")]).toEqual(["FFFFC7CE", "FFFFEB9C", "FFDDEBF7", "FFFFC7CE"]);
  expect(sheet.getCell("B3")).toMatchObject({ value: 1980, numFmt: "0000", font: { bold: true, name: ".VnTime" } });
  expect(sheet.getCell("D3").font.name).toBe("Times New Roman");
  expect(sheet.getCell("B6").value).toMatchObject({ formula: "1990+1", result: 1991 });
  expect(sheet.getCell("A3").fill).toBeUndefined();
  expect(sheet.getColumn(4).width).toBe(60);
  const again = await readXlsx(bytes);
  expect(again.sheets[0]!.rows[2]!.slice(0, 4)).toEqual(["Lê Văn Đức", 1980, "a & b", "Lỗi: ô B3 sai\nCảnh báo: ô C3 sai"]);
  expect(again.sheets[1]!.rows).toEqual([["giữ nguyên"]]);
});

test("parts that were not touched keep their bytes", async () => {
  const file = await userBook();
  const { bytes } = await markedCopy(file, [problem(3, 1)], OPTIONS);
  const after = new Map(readZipDirectory(bytes).map((entry) => [entry.name, entry]));
  const changed = readZipDirectory(file).filter((entry) => !Buffer.from(packedBytes(file, entry)).equals(Buffer.from(packedBytes(bytes, after.get(entry.name)!))));
  expect(changed.map((entry) => entry.name).sort()).toEqual(["xl/styles.xml", "xl/worksheets/sheet1.xml"]);
});

test("a workbook that hucre wrote is marked as well, and a name that looks like a formula stays text", async () => {
  const file = await writeXlsx({ sheets: [{ name: "A", rows: [["Tiêu đề"], ["Họ tên"], ["=cmd()"]] }] });
  const { bytes } = await markedCopy(file, [problem(3, 0)], { ...OPTIONS, say: () => "=HYPERLINK()" });
  const sheet = (await load(bytes)).worksheets[0]!;
  expect(sheet.getCell("B3").value).toBe("Lỗi: =HYPERLINK()");
  expect(sheet.getCell("A3").value).toBe("=cmd()");
});

test("of another format the rows with errors come back with their addresses", async () => {
  const file = await writeOds({ sheets: [{ name: "Trang 1", rows: [["Họ tên", "Năm sinh"], ["Lê Đức", 3000], ["Trần Ánh", 1990]] }] });
  const { bytes, is } = await markedCopy(file, [problem(2, 1), problem(3, 1, "warning")], OPTIONS);
  expect(is).toBe("rejected_rows");
  const workbook = await openWorkbook(bytes);
  const rows = [];
  for await (const batch of workbook.rows(0)) rows.push(...batch.map((row) => row.values));
  expect(rows).toEqual([["Trang", "Dòng", "Ô", "Lỗi / cảnh báo", "A", "B"], ["Trang 1", 2, "B2", "Lỗi: ô B2 sai", "Lê Đức", 3000]]);
});

test("of more than 20,000 rows only those with errors come back", async () => {
  const file = await writeXlsx({ sheets: [{ name: "A", rows: Array.from({ length: 20_001 }, (_, i) => [`người ${i}`]) }] });
  const { bytes, is } = await markedCopy(file, [problem(15_000, 0)], OPTIONS);
  expect(is).toBe("rejected_rows");
  expect((await load(bytes)).worksheets[0]!.getCell("E2").value).toBe("người 14999");
});
