import ExcelJS from "exceljs";
import fc from "fast-check";
import { streamXlsxRows, writeOds, writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { inTcvn3 } from "./legacy.fixture.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { CellValue, SheetRow, Workbook } from "./workbook.ts";
import { xlsOf } from "./xls.fixture.ts";
import { readZipDirectory, unpack, writeZip } from "./zip.ts";

async function rowsOf(workbook: Workbook, sheet = 0): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of workbook.rows(sheet)) rows.push(...batch);
  return rows;
}

const bytesOf = async (book: ExcelJS.Workbook): Promise<Uint8Array> => new Uint8Array(await book.xlsx.writeBuffer());

/** The sheet part rewritten, everything else kept. */
function rewriteSheet(file: Uint8Array, change: (xml: string) => string, part = "xl/worksheets/sheet1.xml"): Uint8Array {
  return writeZip(
    readZipDirectory(file).map((entry) =>
      entry.name === part ? { name: part, bytes: new TextEncoder().encode(change(unpack(file, entry, 10_000_000).toString("utf8"))) } : { from: file, entry },
    ),
  );
}

const trimmed = (values: readonly CellValue[]): CellValue[] => values.slice(0, values.findLastIndex((value) => value !== null) + 1);

const anyCell = fc.oneof(
  fc.constant(null),
  fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => text !== "" && !/[\u0000-\u001f\ufffe\uffff]|_x[0-9a-f]{4}_/iu.test(text)),
  fc.constantFrom("Nguyễn Thị Hòa", "a & b < c > \"d\"", " khoảng trắng ", "089085001234", "dòng\nmới"),
  fc.integer({ min: -1_000_000, max: 89_190_001_234 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((n) => Math.round(n * 1_000) / 1_000),
  fc.boolean(),
);

describe("the rows of an .xlsx", () => {
  test.each(["shared", "inline"] as const)("are those that hucre reads (%s strings)", async (stringMode) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(anyCell, { maxLength: 8 }), { minLength: 1, maxLength: 12 }), async (rows) => {
        rows.push(["cuối"]);
        const file = await writeXlsx({ sheets: [{ name: "Trang 1", rows }], stringMode });
        const expected = new Map<number, CellValue[]>();
        for await (const row of streamXlsxRows(file, { sheet: 0 })) expected.set(row.index + 1, trimmed(row.values as CellValue[]));
        for (const row of await rowsOf(await openWorkbook(file))) expect(trimmed(row.values)).toEqual(expected.get(row.row));
        expect(expected.size).toBe((await rowsOf(await openWorkbook(file))).length);
      }),
      { numRuns: 40 },
    );
  });

  test("keep dates, numbers, cached results and numbers shown with leading zeros", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("A & B");
    sheet.getCell("B3").value = new Date(Date.UTC(1990, 4, 6));
    sheet.getCell("B3").numFmt = "dd/mm/yyyy";
    sheet.getCell("C3").value = { formula: "1+1", result: 2 };
    sheet.getCell("D3").value = 89_190_001_234;
    sheet.getCell("D3").numFmt = "000000000000";
    sheet.getCell("E3").value = { richText: [{ text: "Nguyễn " }, { font: { bold: true }, text: "Hòa" }] };
    sheet.getCell("F3").value = { error: "#REF!" };
    sheet.getCell("G3").value = 1.5;
    const workbook = await openWorkbook(await bytesOf(book));
    expect(workbook.sheets[0]!.name).toBe("A & B");
    expect(workbook.sheets[0]!.formulas).toBe(1);
    expect(await rowsOf(workbook)).toEqual([{ row: 3, values: [null, new Date(Date.UTC(1990, 4, 6)), 2, "089190001234", "Nguyễn Hòa", "#REF!", 1.5] }]);
  });

  test("are told apart from hidden rows and columns, merged cells and formulas that were never calculated", async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("Trang");
    sheet.addRows([["a", "b", "c"], [1, 2, 3], [4, 5, 6]]);
    sheet.getRow(2).hidden = true;
    sheet.getColumn(3).hidden = true;
    sheet.mergeCells("A4:B5");
    const file = rewriteSheet(await bytesOf(book), (xml) => xml.replace("</sheetData>", '<row r="9"><c r="A9"><f>SUM(A2:A3)</f></c></row></sheetData>'));
    const workbook = await openWorkbook(file);
    const stream = workbook.rows(0);
    for await (const _ of stream) continue;
    expect(workbook.sheets[0]).toMatchObject({ hiddenRows: { count: 1, first: [2] }, hiddenColumns: [2], merges: [{ top: 4, left: 0, bottom: 5, right: 1 }], formulas: 1 });
    expect(stream.seen).toMatchObject({ formulasWithoutValue: 1, firstFormulaWithoutValue: "A9" });
  });

  test("are read with prefixed elements, without addresses, in single quotes", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Trang").addRow(["x"]);
    const xml = `<?xml version='1.0'?><x:worksheet xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><x:sheetData><x:row r='2'><x:c r='B2' t='str'><x:v>Hòa &amp; Lý</x:v></x:c><x:c><x:v>7</x:v></x:c></x:row><x:row><x:c t='inlineStr'><x:is><x:r><x:t>Đ</x:t></x:r><x:r><x:t xml:space='preserve'> ức</x:t></x:r></x:is></x:c></x:row><x:row r='4'/></x:sheetData></x:worksheet>`;
    const workbook = await openWorkbook(rewriteSheet(await bytesOf(book), () => xml));
    expect(await rowsOf(workbook)).toEqual([{ row: 2, values: [null, "Hòa & Lý", 7] }, { row: 3, values: ["Đ ức"] }, { row: 4, values: [] }]);
  });

  test("a sheet cut off in the middle is refused", async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet("Trang").addRows([["a"], ["b"]]);
    const file = rewriteSheet(await bytesOf(book), (xml) => xml.slice(0, xml.indexOf("</sheetData>")));
    await expect(openWorkbook(file)).rejects.toMatchObject({ code: "exchange.partBroken" });
  });

  test("progress is told, and cancelling stops the reading", async () => {
    const file = await writeXlsx({ sheets: [{ name: "A", rows: Array.from({ length: 30_000 }, (_, i) => [i, `dòng ${i} có chữ`, "x".repeat(40)]) }] });
    const told: number[] = [];
    await rowsOf(await openWorkbook(file, { onProgress: (done, total) => told.push(Math.round((100 * done) / total)) }));
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toBe(100);
    const abort = new AbortController();
    const workbook = await openWorkbook(file, { signal: abort.signal, onProgress: () => abort.abort() });
    await expect(rowsOf(workbook)).rejects.toMatchObject({ name: "AbortError" });
  });
});

describe("other formats", () => {
  test(".xls, with text typed in a TCVN3 font that the reader cannot see", async () => {
    const names = ["Nguyễn Văn Hòa", "Trần Thị Ngọc Lành", "Lê Hà", "Võ Thị Kiều Diễm", "Huỳnh Quốc Khánh"];
    const workbook = await openWorkbook(xlsOf([["Họ tên", "Năm sinh"], ...names.map((name, i) => [name, 1980 + i])]));
    expect(workbook).toMatchObject({ kind: "xls", sheets: [{ name: "Danh sách", rowCount: 6 }] });
    expect((await rowsOf(workbook))[1]!.values).toEqual(["Nguyễn Văn Hòa", 1980]);
    const legacy = await openWorkbook(xlsOf(names.map((name) => [inTcvn3(name)])));
    expect((await rowsOf(legacy)).flatMap((row) => row.values)).toEqual(names);
  });

  test(".xls locked with a password is refused as locked", async () => {
    await expect(openWorkbook(xlsOf([["a"]], true))).rejects.toMatchObject({ code: "exchange.fileLocked" });
  });

  test(".ods with merged cells and dates", async () => {
    const file = await writeOds({ sheets: [{ name: "Trang", rows: [["Họ tên", "Ngày sinh"], ["Lê Đức", new Date(Date.UTC(1980, 0, 2))], [null, 7]] }] });
    const workbook = await openWorkbook(file);
    expect(workbook.kind).toBe("ods");
    expect((await rowsOf(workbook)).map((row) => trimmed(row.values))).toEqual([["Họ tên", "Ngày sinh"], ["Lê Đức", new Date(Date.UTC(1980, 0, 2))], [null, 7]]);
  });

  test.each([
    ["UTF-8", new TextEncoder().encode("\ufeffSTT;Họ tên\r\n1;Lê Đức\r\n")],
    ["UTF-16", Buffer.from("\ufeffSTT;Họ tên\r\n1;Lê Đức\r\n", "utf16le")],
    ["Windows 1258", Buffer.from([...Buffer.from("STT;H"), 0x6f, 0xf2, ...Buffer.from(" t"), 0xea, ...Buffer.from("n\r\n1;L"), 0xea, 0x20, 0xd0, 0xfd, 0xec, ...Buffer.from("c\r\n")])],
  ])(".csv in %s, digits as written", async (_, file) => {
    const [heading, row] = await rowsOf(await openWorkbook(file));
    expect(heading!.values[1]).toBe("Họ tên");
    expect(row!.values).toEqual(["1", "Lê Đức"]);
  });

  test("a text of numbers keeps its leading zeros", async () => {
    const [, row] = await rowsOf(await openWorkbook(new TextEncoder().encode("CCCD,Tuổi\n089085001234,40\n")));
    expect(row!.values).toEqual(["089085001234", "40"]);
  });
});
