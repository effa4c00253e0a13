import { Paragraph } from "docx";
import { escapeXml } from "../exchange/xml.ts";
import { readZipDirectory, unpack, writeZip, type ZipPart } from "../exchange/zip.ts";
import { bodyGrid, headGrid, type GridCell } from "./grid.ts";
import type { Table } from "./paper.ts";

const BODY = "word/document.xml";
const BODY_LIMIT = 500_000_000;

/** Widths of the columns in twips, together at most `textWidth`. */
function widthsOf(table: Table, textWidth: number): number[] {
  const all = table.columns.reduce((sum, column) => sum + column.width, 0);
  return table.columns.map((column) => Math.floor((column.width / all) * textWidth));
}

interface Below {
  readonly column: number;
  readonly span: number;
  readonly left: number;
}

/** A ruled table as Word's XML: heading lines again on every page, no row broken over two pages. */
function tableXml(table: Table, textWidth: number): string {
  const size = table.size ?? 12;
  const widths = widthsOf(table, textWidth);
  const widthOf = (column: number, span: number): number => widths.slice(column, column + span).reduce((sum, width) => sum + width, 0);
  const properties = (column: number, span: number, merge: string, align: string): string =>
    `<w:tcPr><w:tcW w:w="${widthOf(column, span)}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""}${merge}<w:vAlign w:val="${align}"/></w:tcPr>`;
  const cell = ({ column, span, rows, text, bold, align }: GridCell, isHead: boolean): string =>
    `<w:tc>${properties(column, span, rows > 1 ? '<w:vMerge w:val="restart"/>' : "", isHead ? "center" : "top")}<w:p><w:pPr>${isHead ? "<w:keepNext/>" : ""}<w:jc w:val="${align}"/></w:pPr>` +
    (text === "" ? "" : `<w:r><w:rPr>${bold ? "<w:b/>" : ""}<w:sz w:val="${size * 2}"/></w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`) + "</w:p></w:tc>";
  const goesOn = ({ column, span }: Below): string => `<w:tc>${properties(column, span, "<w:vMerge/>", "top")}<w:p/></w:tc>`;
  let below: readonly Below[] = [];
  const line = (cells: readonly GridCell[], isHead: boolean): string => {
    const parts = [...cells.map((one) => ({ column: one.column, xml: cell(one, isHead) })), ...below.map((one) => ({ column: one.column, xml: goesOn(one) }))].toSorted((a, b) => a.column - b.column);
    below = [...below.filter(({ left }) => left > 1).map((one) => ({ ...one, left: one.left - 1 })), ...cells.filter(({ rows }) => rows > 1).map(({ column, span, rows }) => ({ column, span, left: rows - 1 }))];
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>${parts.map(({ xml }) => xml).join("")}</w:tr>`;
  };
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`;
  const margin = size >= 12 ? 80 : 40;
  const rows = [...headGrid(table).map((cells) => line(cells, true)), ...bodyGrid(table).map((cells) => line(cells, false))];
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widthOf(0, widths.length)}" w:type="dxa"/><w:tblBorders>${["top", "left", "bottom", "right", "insideH", "insideV"].map(border).join("")}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="${margin}" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="${margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("")}</w:tblGrid>${rows.join("")}</w:tbl>`
  );
}

/**
 * Tables of a document, written as XML in place of empty paragraphs that hold their places: the library takes a millisecond a cell, so a list of
 * 2,000 rows took 40 seconds.
 */
export class WordTables {
  readonly #tables: string[] = [];

  /** What stands in the document until `fill`. */
  hold(table: Table, textWidth: number): Paragraph {
    return new Paragraph({ style: `SinhKeTable${this.#tables.push(tableXml(table, textWidth)) - 1}` });
  }

  /** The same file with its tables. */
  fill(file: Uint8Array): Uint8Array {
    if (this.#tables.length === 0) return file;
    const put = (xml: string): string => xml.replace(/<w:p><w:pPr><w:pStyle w:val="SinhKeTable(\d+)"\/><\/w:pPr><\/w:p>/g, (_, at: string) => this.#tables[Number(at)]!);
    return writeZip(readZipDirectory(file).map((entry): ZipPart =>
      entry.name === BODY ? { name: BODY, bytes: Buffer.from(put(unpack(file, entry, BODY_LIMIT).toString("utf8"))) } : { from: file, entry }));
  }
}
