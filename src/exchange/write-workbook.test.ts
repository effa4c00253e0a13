import { setTimeout as wait } from "node:timers/promises";
import ExcelJS from "exceljs";
import { Document, Packer, Paragraph } from "docx";
import { expect, test } from "vitest";
import { escapeText } from "./escape-text.ts";
import { openWorkbook } from "./read-workbook.ts";
import { repack } from "./repack.ts";
import { writeWorkbook } from "./write-workbook.ts";

const FROZEN = new Date("2023-12-31T10:00:00Z");
const SHEET = { name: "Hộ/nghèo: 2023", title: ["DANH SÁCH"], columns: [{ header: "Họ tên", width: 30 }, { header: "Số khẩu", type: "integer" as const }, { header: "Ngày sinh", type: "date" as const }], rows: [["Lê Văn Đức", 4, new Date(Date.UTC(1980, 0, 2))], ["=HYPERLINK(\"x\")", 1, null]] };

test("an export is read back as it was written", async () => {
  const workbook = await openWorkbook(await writeWorkbook([SHEET], FROZEN));
  const rows = [];
  for await (const batch of workbook.rows(0)) rows.push(...batch.map((row) => row.values));
  expect(workbook.sheets[0]!.name).toBe("Hộ nghèo  2023");
  expect(rows).toEqual([["DANH SÁCH"], ["Họ tên", "Số khẩu", "Ngày sinh"], ["Lê Văn Đức", 4, new Date(Date.UTC(1980, 0, 2))], ["'=HYPERLINK(\"x\")", 1, null]]);
});

test("the same rows give the same bytes, seconds later too, in .xlsx and .docx", async () => {
  const word = async (): Promise<Buffer> => repack(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph("Báo cáo")] }] })), FROZEN);
  const [book, report] = [await writeWorkbook([SHEET], FROZEN), await word()];
  await wait(3_000);
  expect((await writeWorkbook([SHEET], FROZEN)).equals(book)).toBe(true);
  expect((await word()).equals(report)).toBe(true);
});

test("a repacked workbook opens in exceljs with the frozen date", async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await writeWorkbook([SHEET], FROZEN)) as unknown as ArrayBuffer);
  expect(book.created).toEqual(FROZEN);
  expect(book.worksheets[0]!.getCell("A3").value).toBe("Lê Văn Đức");
});

test.each([["=1+1", "'=1+1"], ["+84 912", "+84 912"], ["+84a", "'+84a"], ["@SUM", "'@SUM"], ["-2,29", "-2,29"], ["-", "-"], ["- gạch đầu dòng", "'- gạch đầu dòng"], ["\t=1", "'\t=1"], ["Lê = Hà", "Lê = Hà"]])("%j is written as %j", (text, written) => expect(escapeText(text)).toBe(written));
