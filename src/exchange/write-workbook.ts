import { PassThrough } from "node:stream";
import ExcelJS from "exceljs";
import { escapeText } from "./escape-text.ts";
import { repack } from "./repack.ts";
import type { CellValue } from "./workbook.ts";

export type WrittenColumn = {
  readonly header: string;
  /** In characters; 16 when not given. */
  readonly width?: number;
  readonly type?: "text" | "integer" | "number" | "date" | "percent" | "wrapped";
  /** of type "number" */
  readonly decimals?: number;
};

export type WrittenSheet = {
  readonly name: string;
  /** Lines above the headings. */
  readonly title?: readonly string[];
  readonly columns: readonly WrittenColumn[];
  readonly rows: Iterable<readonly CellValue[]> | AsyncIterable<readonly CellValue[]>;
};

const FORMATS = { text: "@", integer: "#,##0", number: "#,##0", date: "dd/mm/yyyy", percent: "0.00%", wrapped: "@" } as const;

/** Names of sheets may hold 31 characters and none of these. */
export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, " ").slice(0, 31).trim() || "Trang";

/** A new .xlsx, written row by row. Texts of users cannot become formulas; the same rows and `frozenAt` give the same bytes. */
export async function writeWorkbook(sheets: readonly WrittenSheet[], frozenAt: Date): Promise<Buffer> {
  const sink = new PassThrough();
  const chunks: Buffer[] = [];
  sink.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve, reject) => sink.on("end", resolve).on("error", reject));
  const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false });
  writer.creator = "Sinh Kế";
  writer.created = writer.modified = frozenAt;
  for (const sheet of sheets) await writeSheet(writer, sheet);
  await writer.commit();
  await ended;
  return repack(Buffer.concat(chunks), frozenAt);
}

async function writeSheet(writer: ExcelJS.stream.xlsx.WorkbookWriter, sheet: WrittenSheet): Promise<void> {
  const title = sheet.title ?? [];
  const written = writer.addWorksheet(sheetName(sheet.name), { views: [{ state: "frozen", ySplit: title.length + 1 }] });
  written.columns = sheet.columns.map(({ width = 16, type = "text", decimals = 0 }) => ({
    width,
    style: { numFmt: FORMATS[type] + (type === "number" && decimals > 0 ? `.${"0".repeat(decimals)}` : ""), alignment: type === "wrapped" ? { wrapText: true, vertical: "top" } : { vertical: "top" } },
  }));
  for (const line of title) {
    const row = written.addRow([escapeText(line)]);
    row.font = { bold: true };
    row.commit();
  }
  const heading = written.addRow(sheet.columns.map((column) => escapeText(column.header)));
  heading.eachCell((cell) => {
    cell.font = { bold: true };
    cell.alignment = { wrapText: true, vertical: "middle", horizontal: "center" };
    cell.border = { bottom: { style: "thin" } };
  });
  heading.commit();
  for await (const values of sheet.rows) written.addRow(values.map((value) => (typeof value === "string" ? escapeText(value) : value))).commit();
  written.commit();
}
