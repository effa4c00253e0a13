import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { inTcvn3, inVni } from "./legacy.fixture.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { CellValue } from "./workbook.ts";

const NAMES = ["Nguyễn Văn Hòa", "Trần Thị Ngọc Ánh", "Lê Hà", "Võ Thị Kiều Diễm", "Mách Sa Lếh", "Lâm Hải"];

async function read(book: ExcelJS.Workbook): Promise<{ texts: CellValue[][]; legacy: { tcvn3: number; vni: number } }> {
  const workbook = await openWorkbook(new Uint8Array(await book.xlsx.writeBuffer()));
  const stream = workbook.rows(0);
  const texts: CellValue[][] = [];
  for await (const batch of stream) texts.push(...batch.map((row) => row.values));
  return { texts, legacy: stream.seen.legacy };
}

function sheetOf(rows: readonly { text: string; font?: string }[]): ExcelJS.Workbook {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Trang");
  rows.forEach(({ text, font }, i) => {
    const cell = sheet.getCell(i + 1, 1);
    cell.value = text;
    if (font !== undefined) cell.font = { name: font };
  });
  return book;
}

describe("text typed in old fonts is read in Unicode", () => {
  test.each([
    ["TCVN3 by its font", ".VnTime", inTcvn3],
    ["VNI by its font", "VNI-Times", inVni],
    ["TCVN3 whose font was changed since", undefined, inTcvn3],
    ["VNI whose font was changed since", undefined, inVni],
  ] as const)("%s", async (_, font, encode) => {
    const { texts, legacy } = await read(sheetOf(NAMES.map((name) => (font === undefined ? { text: encode(name) } : { text: encode(name), font }))));
    expect(texts.flat()).toEqual(NAMES);
    expect(legacy.tcvn3 + legacy.vni).toBe(NAMES.length);
  });

  test("both mixed with Unicode, cell by cell", async () => {
    const { texts } = await read(sheetOf([
      { text: inTcvn3("Nguyễn Văn Hòa"), font: ".VnTime" },
      { text: inVni("Đặng Thị Mỹ"), font: "VNI-Times" },
      { text: "Lê Thanh Hà", font: "Times New Roman" },
      { text: inTcvn3("họ và tên"), font: ".VnTimeH" },
      { text: "Phạm Hữu Nghĩa", font: ".VnTime" },
    ]));
    expect(texts.flat()).toEqual(["Nguyễn Văn Hòa", "Đặng Thị Mỹ", "Lê Thanh Hà", "HỌ VÀ TÊN", "Phạm Hữu Nghĩa"]);
  });

  test("Unicode names without marks beyond Latin-1 stay as they are", async () => {
    const names = ["Lê Thanh Hà", "Trà Vinh", "Hòa", "Lý Hà", "Neáng Sóc", "Phú Hội", "Nguyễn Văn A"];
    const { texts, legacy } = await read(sheetOf(names.map((text) => ({ text }))));
    expect(texts.flat()).toEqual(names);
    expect(legacy).toEqual({ tcvn3: 0, vni: 0 });
  });

  test("a run of a rich text in an old font is read by its own font", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Trang").getCell("A1").value = { richText: [{ text: "Ông ", font: { name: "Arial" } }, { text: inTcvn3("Nguyễn Đức"), font: { name: ".VnTime" } }] };
    expect((await read(book)).texts.flat()).toEqual(["Ông Nguyễn Đức"]);
  });
});
