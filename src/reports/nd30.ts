import { AlignmentType, BorderStyle, Document, Header, PageNumber, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType, type IParagraphOptions } from "docx";
import { MOTTO, NATION } from "./rules/official-form.ts";

// Page and parts as Phụ lục I Nghị định 30/2020/NĐ-CP sets them: A4, margins 20/20/30/15 mm, Times New Roman, body 14 pt.
const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
const pt = (points: number): number => points * 2;

export const FONT = "Times New Roman";

export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly superscript?: boolean;
}

export const run = ({ text, bold, italics, superscript }: Run, size = 14): TextRun =>
  new TextRun({ text, bold, italics, superScript: superscript, size: pt(size), font: FONT });

const line = (runs: readonly Run[], size: number, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, ...options, children: runs.map((one) => run(one, size)) });

/** A rule below a line of text: under the motto as long as the text, under the issuer a third to a half of it. */
function rule(widthPercent: number): Paragraph {
  const side = Math.round(((100 - widthPercent) / 200) * 5000);
  return new Paragraph({
    indent: { left: side, right: side }, spacing: { before: 0, after: 60 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, color: "000000", space: 1 } }, children: [],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };

const cell = (children: readonly Paragraph[], width: number): TableCell =>
  new TableCell({ children: [...children], width: { size: width, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, verticalAlign: VerticalAlign.TOP });

export interface Head {
  /** governing body, if any, and issuing body, in capitals */
  readonly governing?: string;
  readonly issuing: string;
  /** "BC-UBND" */
  readonly symbol: string;
  readonly place: string;
}

/** Parts 1–4: issuer left, national name and motto right; number and date left open until issue. */
function head({ governing, issuing, symbol, place }: Head): Table {
  const left = [
    ...(governing ? [line([{ text: governing }], 13)] : []),
    line([{ text: issuing, bold: true }], 13), rule(40), line([{ text: `Số:       /${symbol}` }], 13),
  ];
  const right = [
    line([{ text: NATION, bold: true }], 12),
    line([{ text: MOTTO, bold: true }], 13), rule(72),
    line([{ text: `${place}, ngày      tháng      năm`, italics: true }], 13),
  ];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, columnWidths: [3800, 5500],
    rows: [new TableRow({ children: [cell(left, 41), cell(right, 59)] })],
  });
}

export const heading = (text: string): Paragraph =>
  new Paragraph({ spacing: { before: 160, after: 120 }, indent: { firstLine: mm(12.7) }, children: [run({ text, bold: true })] });

export const body = (runs: readonly Run[]): Paragraph =>
  new Paragraph({ alignment: AlignmentType.JUSTIFIED, spacing: { before: 120, after: 0, line: 288 }, indent: { firstLine: mm(12.7) }, children: runs.map((one) => run(one)) });

/** A table of an annex: text left, numbers right. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[], numeric: ReadonlySet<number>): Table {
  const make = (text: string, column: number, isHead: boolean): TableCell =>
    new TableCell({
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children: [new Paragraph({
        alignment: isHead ? AlignmentType.CENTER : numeric.has(column) ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run({ text, bold: isHead }, 12)],
      })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: headings.map((text, column) => make(text, column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((text, column) => make(text, column, false)) })),
    ],
  });
}

function signature(office: readonly string[], recipients: readonly string[]): Table {
  const left = [
    new Paragraph({ children: [run({ text: "Nơi nhận:", bold: true, italics: true }, 12)] }),
    ...recipients.map((text) => new Paragraph({ children: [run({ text }, 11)] })),
  ];
  const right = [...office.map((text) => line([{ text, bold: true }], 14)), ...Array.from({ length: 4 }, () => line([], 14))];
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE }, borders: NO_BORDERS, columnWidths: [4650, 4650],
    rows: [new TableRow({ cantSplit: true, children: [cell(left, 50), cell(right, 50)] })],
  });
}

export interface OfficialReport {
  readonly head: Head;
  /** "BÁO CÁO" */
  readonly kind: string;
  readonly subject: string;
  readonly body: readonly (Paragraph | Table)[];
  readonly office: readonly string[];
  readonly recipients: readonly string[];
  readonly annex: readonly (Paragraph | Table)[];
}

const PAGE = { size: { width: mm(210), height: mm(297) }, margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10) } };

const pageNumber = (): Header =>
  new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: pt(13), font: FONT })] })] });

/** The bytes of a draft report; number, date and signature stay empty until issue. */
export async function officialReport(report: OfficialReport): Promise<Uint8Array> {
  const section = (children: readonly (Paragraph | Table)[], newPage: boolean) => ({
    properties: { page: { ...PAGE, pageNumbers: newPage ? { start: 1 } : {} }, titlePage: true },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
    children: [...children],
  });
  const main = [
    head(report.head), line([{ text: "DỰ THẢO", bold: true, italics: true }], 13, { alignment: AlignmentType.LEFT, spacing: { before: 120 } }),
    line([{ text: report.kind, bold: true }], 14, { spacing: { before: 120 } }), line([{ text: report.subject, bold: true }], 14), rule(35),
    ...report.body, new Paragraph({ spacing: { before: 200 } }), signature(report.office, report.recipients),
  ];
  const document = new Document({
    creator: "Sinh Kế", title: report.subject, styles: { default: { document: { run: { font: FONT, size: pt(14) } } } },
    sections: [section(main, false), ...(report.annex.length > 0 ? [section(report.annex, true)] : [])],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
