import { BorderStyle, Paragraph, Table as WordTable, TableCell, TableRow, VerticalAlign, WidthType } from "docx";
import { ALIGNMENT, textRuns } from "./docx-text.ts";
import { bodyGrid, headGrid, type GridCell } from "./grid.ts";
import type { Table } from "./paper.ts";

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const LINES = { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE };

/** Widths of the columns in twips, together `textWidth`. */
function widthsOf(table: Table, textWidth: number): number[] {
  const all = table.columns.reduce((sum, column) => sum + column.width, 0);
  return table.columns.map((column) => Math.floor((column.width / all) * textWidth));
}

/** A ruled table: heading lines again on every page, no row broken over two pages. */
export function wordTable(table: Table, textWidth: number): WordTable {
  const size = table.size ?? 12;
  const widths = widthsOf(table, textWidth);
  const margin = size >= 12 ? 80 : 40;
  const cell = (one: GridCell, verticalAlign: "center" | "top"): TableCell =>
    new TableCell({
      margins: { left: margin, right: margin, top: 40, bottom: 40 }, columnSpan: one.span, rowSpan: one.rows, verticalAlign,
      width: { size: widths.slice(one.column, one.column + one.span).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      children: [new Paragraph({ alignment: ALIGNMENT[one.align], children: textRuns(one.text, { size, bold: one.bold }) })],
    });
  return new WordTable({
    width: { size: textWidth, type: WidthType.DXA }, columnWidths: widths, borders: LINES, layout: "fixed",
    rows: [
      ...headGrid(table).map((cells) => new TableRow({ tableHeader: true, cantSplit: true, children: cells.map((one) => cell(one, VerticalAlign.CENTER)) })),
      ...bodyGrid(table).map((cells) => new TableRow({ cantSplit: true, children: cells.map((one) => cell(one, VerticalAlign.TOP)) })),
    ],
  });
}
