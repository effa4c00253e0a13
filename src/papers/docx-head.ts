import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, VerticalAlign, WidthType } from "docx";
import { line } from "./docx-text.ts";
import { DRAFT, MOTTO, NATION, numberLine, placeLine, type Head, type Paper } from "./paper.ts";

const NONE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

/** Columns beside each other without lines; `widths` in percent. */
export function besides(columns: readonly (readonly Paragraph[])[], widths: readonly number[], textWidth: number, cantSplit = false): Table {
  const cells = columns.map((children, i) =>
    new TableCell({ children: children.length > 0 ? [...children] : [new Paragraph({})], width: { size: widths[i]!, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, verticalAlign: VerticalAlign.TOP }));
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, borders: NO_BORDERS,
    columnWidths: widths.map((width) => Math.round((textWidth * width) / 100)), rows: [new TableRow({ cantSplit, children: cells })],
  });
}

/** A rule below a line of text: under the motto as long as the text, under the issuer a third to a half of it. */
function rule(widthPercent: number, of: number): Paragraph {
  const side = Math.round(((100 - widthPercent) / 200) * of);
  return new Paragraph({
    indent: { left: side, right: side }, spacing: { before: 0, after: 60 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } }, children: [],
  });
}

/** Parts 1–4: issuer left, national name and motto right. */
function head({ upper, issuer, number, place, day }: Head, textWidth: number): Table {
  const left = [
    ...(upper === undefined ? [] : [line(upper, { size: 13 })]),
    line(issuer, { size: 13, bold: true }), rule(40, textWidth * 0.41), ...(number === undefined ? [] : [line(numberLine(number), { size: 13 })]),
  ];
  const right = [
    line(NATION, { size: 12, bold: true }), line(MOTTO, { size: 13, bold: true }), rule(72, textWidth * 0.59),
    ...(place === undefined ? [] : [line(placeLine(place, day), { size: 13, italic: true })]),
  ];
  return besides([left, right], [41, 59], textWidth);
}

/** Everything above the body: form, head, draft mark, title, subject, legal bases. */
export function opening(paper: Paper, textWidth: number): (Paragraph | Table)[] {
  const { head: top, subject = [] } = paper;
  const size = paper.size ?? 14;
  const parts: (Paragraph | Table)[] = [];
  if (top?.formLine !== undefined) parts.push(line(top.formLine, { size: 12, italic: true }, { alignment: AlignmentType.RIGHT, spacing: { after: 60 } }));
  if (top) parts.push(head(top, textWidth));
  if (paper.draft) parts.push(line(DRAFT, { size: 13, bold: true, italic: true }, { alignment: AlignmentType.LEFT, spacing: { before: 120 } }));
  if (paper.title !== undefined) parts.push(line(paper.title, { size: 14, bold: true }, { spacing: { before: 120 }, keepNext: true }));
  parts.push(...subject.map((text) => line(text, { size: Math.max(size, 13), bold: true }, { keepNext: true })));
  if (paper.title !== undefined && top) parts.push(rule(35, textWidth));
  parts.push(...(paper.preamble ?? []).map((words) => line(words, { size, italic: true }, { alignment: AlignmentType.JUSTIFIED, spacing: { before: 60 }, indent: { firstLine: 720 } })));
  return parts;
}
