import { type CellValue as HucreValue, readOds, readXls, readXlsb, streamCsvRows, type Workbook as HucreWorkbook } from "hucre";
import { AppError } from "../kernel/error.ts";
import type { CellRange } from "./address.ts";
import type { WorkbookKind } from "./guards.ts";
import type { CellValue } from "./workbook.ts";

export type PlainSheet = { readonly name: string; readonly hidden: boolean; readonly rows: readonly CellValue[][]; readonly merges: readonly CellRange[] };

/** .xls, .xlsb and .ods read whole by hucre; .csv as one sheet of texts. */
export async function readOtherWorkbook(bytes: Uint8Array, kind: Exclude<WorkbookKind, "xlsx">): Promise<PlainSheet[]> {
  if (kind === "csv") return [{ name: "CSV", hidden: false, rows: readCsv(bytes), merges: [] }];
  const read = kind === "xls" ? readXls : kind === "xlsb" ? readXlsb : readOds;
  let workbook: HucreWorkbook;
  try {
    workbook = await read(bytes);
  } catch (cause) {
    const locked = /encrypt|password|FILEPASS/i.test(String(cause));
    if (locked) throw new AppError("refused", "exchange.fileLocked");
    throw new AppError("invalid", "exchange.fileUnreadable", { kind, why: cause instanceof Error ? cause.message : String(cause) });
  }
  return workbook.sheets.map((sheet) => ({
    name: sheet.name,
    hidden: sheet.hidden === true || sheet.veryHidden === true,
    rows: sheet.rows.map((row) => row.map(plainValue)),
    merges: (sheet.merges ?? []).map((each) => ({ top: each.startRow + 1, left: each.startCol, bottom: each.endRow + 1, right: each.endCol })),
  }));
}

const plainValue = (value: HucreValue): CellValue =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean" || value instanceof Date ? value : String(value);

function readCsv(bytes: Uint8Array): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const row of streamCsvRows(decodeText(bytes), { typeInference: false })) {
    rows.push(row.map((cell) => (cell === "" ? null : plainValue(cell))));
  }
  return rows;
}

const COMBINING = /[\u0300\u0301\u0303\u0309\u0323đĐơƠưƯăĂ]/;

/** UTF-16 and UTF-8 by their marks and rules; else Windows 1258 where it reads as Vietnamese, else Windows 1252 (legacy fonts). */
function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const vietnamese = new TextDecoder("windows-1258").decode(bytes);
    const tones = vietnamese.match(/[aăâeêioôơuưy][\u0300\u0301\u0303\u0309\u0323]/gi)?.length ?? 0;
    const strays = vietnamese.match(/[^aăâeêioôơuưy\s][\u0300\u0301\u0303\u0309\u0323]/gi)?.length ?? 0;
    if (COMBINING.test(vietnamese) && tones > 4 * strays) return vietnamese.normalize("NFC");
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
