import { deflateRawSync } from "node:zlib";
import ExcelJS from "exceljs";
import { zipSync } from "fflate";
import { writeXlsx } from "hucre";
import { describe, expect, test } from "vitest";
import { guardWorkbook, WORKBOOK_LIMITS } from "./guards.ts";
import { openWorkbook } from "./read-workbook.ts";
import { readZipDirectory, writeZip } from "./zip.ts";

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Danh sách").addRows([["Họ tên", "Năm sinh"], ["Lê Văn Đức", 1980]]);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The same workbook with one part replaced or added. */
async function withPart(name: string, bytes: Uint8Array): Promise<Uint8Array> {
  const file = await workbook();
  const parts = readZipDirectory(file).filter((entry) => entry.name !== name).map((entry) => ({ from: file, entry }));
  return writeZip([...parts, { name, bytes }]);
}

const codeOf = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return "accepted";
};

describe("a file is taken by what it holds, not by its name", () => {
  test("workbooks and texts are told apart", async () => {
    expect(guardWorkbook(await workbook()).kind).toBe("xlsx");
    expect(guardWorkbook(text("STT;Họ tên\n1;Lê Văn Đức\n")).kind).toBe("csv");
  });

  test.each([
    ["a web page saved as .xls", text("<html><table><tr><td>1</td></tr></table></html>"), "exchange.notAWorkbook"],
    ["a PDF", text("%PDF-1.7 ..."), "exchange.notAWorkbook"],
    ["a Word document", zipSync({ "[Content_Types].xml": text("<Types/>"), "word/document.xml": text("<w/>") }), "exchange.notAWorkbook"],
    ["random bytes", new Uint8Array([1, 0, 2, 0, 3]), "exchange.notAWorkbook"],
    ["nothing", new Uint8Array(), "exchange.fileEmpty"],
    ["a workbook locked with a password", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from("EncryptedPackage", "utf16le")]), "exchange.fileLocked"],
    ["half a workbook", zipSync({ "xl/workbook.xml": text("<workbook/>") }).subarray(0, 60), "exchange.zipBroken"],
  ])("%s is refused", (_, bytes, code) => expect(codeOf(() => guardWorkbook(bytes))).toBe(code));

  test("a workbook that hucre locked with a password is refused as locked", async () => {
    const locked = await writeXlsx({ sheets: [{ name: "A", rows: [["x"]] }], encryption: { password: "mat-khau", spinCount: 100 } });
    expect(codeOf(() => guardWorkbook(locked))).toBe("exchange.fileLocked");
  });

  test("macros are refused", async () => {
    const file = await withPart("xl/vbaProject.bin", text("macro"));
    expect(codeOf(() => guardWorkbook(file))).toBe("exchange.fileHasMacros");
  });
});

describe("a hostile file costs nothing", () => {
  const zeros = new Uint8Array(30_000_000);

  test("a part packed a thousandfold is refused before it is unpacked", async () => {
    const file = await withPart("xl/worksheets/sheet1.xml", zeros);
    expect(codeOf(() => guardWorkbook(file))).toBe("exchange.zipRatio");
  });

  test("too many parts, too large a file and too much in all are refused", async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`xl/p${i}`, text("a")])));
    expect(codeOf(() => guardWorkbook(many, { ...WORKBOOK_LIMITS, zipEntries: 30 }))).toBe("exchange.zipTooManyEntries");
    const file = await workbook();
    expect(codeOf(() => guardWorkbook(file, { ...WORKBOOK_LIMITS, fileBytes: 1_000 }))).toBe("exchange.fileTooLarge");
    expect(codeOf(() => guardWorkbook(file, { ...WORKBOOK_LIMITS, unpackedBytes: 1_000 }))).toBe("exchange.unpackedTooLarge");
  });

  test("a directory that lies about a size is found out while unpacking", async () => {
    const file = Buffer.from(await withPart("xl/worksheets/sheet1.xml", text(`<worksheet><sheetData>${"<row><c><v>1</v></c></row>".repeat(5_000)}</sheetData></worksheet>`)));
    const at = file.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    file.writeUInt32LE(500, at + 24);
    await expect(openWorkbook(file)).rejects.toMatchObject({ code: "exchange.zipBroken" });
  });

  test("entries that share their bytes, or a name, are refused", async () => {
    const packed = deflateRawSync(zeros);
    const one = writeZip([{ name: "xl/a", bytes: zeros }]);
    const entry = { ...readZipDirectory(one)[0]!, compressedSize: packed.length };
    const overlapping = Buffer.from(writeZip([{ from: one, entry }, { from: one, entry: { ...entry, name: "xl/b" } }]));
    // Both entries point to the first one's bytes: the file is cut to hold them once only.
    const second = overlapping.indexOf(Buffer.from("xl/b")) - 30;
    const directory = overlapping.readUInt32LE(overlapping.length - 6);
    const cut = Buffer.concat([overlapping.subarray(0, second), overlapping.subarray(directory)]);
    cut.writeUInt32LE(second, cut.length - 6);
    expect(codeOf(() => readZipDirectory(cut))).toBe("exchange.zipBroken");
    const twice = writeZip([{ name: "xl/a", bytes: text("1") }, { name: "xl/a", bytes: text("2") }]);
    expect(codeOf(() => readZipDirectory(twice))).toBe("exchange.zipBroken");
  });

  test("declared entities are refused", async () => {
    const bomb = text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbb">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>');
    await expect(openWorkbook(await withPart("xl/worksheets/sheet1.xml", bomb))).rejects.toMatchObject({ code: "exchange.xmlDoctype" });
  });

  test("more rows than the limit are refused, and so is a workbook without rows", async () => {
    await expect(openWorkbook(await workbook(), { limits: { ...WORKBOOK_LIMITS, rowsPerSheet: 1 } })).rejects.toMatchObject({ code: "exchange.tooManyRows" });
    const empty = await withPart("xl/worksheets/sheet1.xml", text('<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'));
    await expect(openWorkbook(empty)).rejects.toMatchObject({ code: "exchange.noRows" });
  });
});
