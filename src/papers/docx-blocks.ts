import { AlignmentType, ImageRun, LeaderType, Paragraph, Tab, TabStopType, Table as WordTable, TextRun, type ParagraphChild } from "docx";
import { besides } from "./docx-head.ts";
import type { WordTables } from "./docx-table.ts";
import { ALIGNMENT, FONT, line, mm, pt, textRuns } from "./docx-text.ts";
import { fieldLabel, RECIPIENTS, type Block, type SignatureColumn } from "./paper.ts";
import { qrPng } from "./qr.ts";

export interface Place {
  /** letters of the body in points */
  readonly size: number;
  /** in twips */
  readonly textWidth: number;
  readonly tables: WordTables;
  /** for names of pictures, the same in every run */
  readonly nextId: () => number;
}

type Drawn = Paragraph | WordTable;
type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

function list({ items, mark }: Of<"list">, { size }: Place): Drawn[] {
  return items.map((words, i) =>
    new Paragraph({
      alignment: AlignmentType.JUSTIFIED, spacing: { before: 60 }, indent: { left: mm(12.7) + 360, hanging: 360 }, tabStops: [{ type: TabStopType.LEFT, position: mm(12.7) + 360 }],
      children: [new TextRun({ children: [mark === "number" ? `${i + 1}.` : "-", new Tab()], size: pt(size), font: FONT }), ...textRuns(words, { size })],
    }));
}

/** Each field ends at its tab stop: with dots where there is no value yet. */
function fields({ fields: all }: Of<"fields">, { size, textWidth }: Place): Drawn {
  const shares = all.reduce((sum, field) => sum + (field.share ?? 1), 0);
  let upTo = 0;
  const tabStops = all.map((field, i) => {
    upTo += (field.share ?? 1) / shares;
    return { type: i === all.length - 1 ? TabStopType.RIGHT : TabStopType.LEFT, position: Math.round(textWidth * upTo), leader: field.value ? LeaderType.NONE : LeaderType.DOT };
  });
  const children = all.flatMap((field, i): ParagraphChild[] => [
    new TextRun({ text: fieldLabel(field.label), size: pt(size), font: FONT }),
    ...(field.value ? textRuns(field.value, { size }) : []),
    ...(field.value && i === all.length - 1 ? [] : [new TextRun({ children: [new Tab()], size: pt(size), font: FONT })]),
  ]);
  return new Paragraph({ spacing: { before: 60 }, tabStops, children });
}

const dots = ({ lines }: Of<"dots">, { size, textWidth }: Place): Drawn[] =>
  Array.from({ length: lines }, () =>
    new Paragraph({
      spacing: { before: 60 }, tabStops: [{ type: TabStopType.RIGHT, position: textWidth, leader: LeaderType.DOT }],
      children: [new TextRun({ children: [new Tab()], size: pt(size), font: FONT })],
    }));

function signatureColumn({ lines, note, name, recipients }: SignatureColumn, size: number): Paragraph[] {
  if (recipients) {
    return [
      line(RECIPIENTS, { size: 12, bold: true, italic: true }, { alignment: AlignmentType.LEFT }),
      ...recipients.map((text) => line(text, { size: 11 }, { alignment: AlignmentType.LEFT })),
    ];
  }
  return [
    ...lines.map((text) => line(text, { size, bold: true })), ...(note === undefined ? [] : [line(note, { size: size - 1, italic: true })]),
    ...Array.from({ length: 4 }, () => line("", { size })), ...(name ? [line(name, { size, bold: true })] : []),
  ];
}

function signatures({ columns }: Of<"signatures">, { size, textWidth }: Place): Drawn[] {
  const widths = columns.map(() => 100 / columns.length);
  return [new Paragraph({ spacing: { before: 200 }, keepNext: true }), besides(columns.map((column) => signatureColumn(column, Math.max(size, 13))), widths, textWidth, true)];
}

function qr({ text, millimetres, caption }: Of<"qr">, { nextId }: Place): Drawn[] {
  const pixels = Math.round((millimetres / 25.4) * 96);
  const id = String(nextId());
  const image = new ImageRun({ type: "png", data: qrPng(text), transformation: { width: pixels, height: pixels }, altText: { id, name: `QR ${id}`, title: "QR", description: text } });
  return [
    new Paragraph({ spacing: { before: 120 }, keepNext: caption !== undefined, children: [image] }),
    ...(caption === undefined ? [] : [line(caption, { size: 9, italic: true }, { alignment: AlignmentType.LEFT })]),
  ];
}

/** A block of the body as Word's paragraphs and tables. */
export function wordBlock(block: Block, place: Place): Drawn[] {
  const { size } = place;
  switch (block.kind) {
    case "heading": {
      const middle = block.align === "center";
      return [line(block.text, { size, bold: true }, { alignment: middle ? AlignmentType.CENTER : AlignmentType.LEFT, spacing: { before: 160, after: 120 }, keepNext: true, indent: { firstLine: middle ? 0 : mm(12.7) } })];
    }
    case "paragraph": {
      const align = block.align ?? "justify";
      return [new Paragraph({
        alignment: ALIGNMENT[align], spacing: { before: 120, after: 0, line: 288 }, indent: { firstLine: (block.indent ?? align === "justify") ? mm(12.7) : 0 }, children: textRuns(block.words, { size }),
      })];
    }
    case "list":
      return list(block, place);
    case "table":
      return [new Paragraph({ spacing: { before: 60, after: 60 } }), place.tables.hold(block, place.textWidth), new Paragraph({ spacing: { before: 0, after: 60 } })];
    case "signatures":
      return signatures(block, place);
    case "fields":
      return [fields(block, place)];
    case "dots":
      return dots(block, place);
    case "note":
      return [line(block.words, { size: 12, italic: true }, { alignment: AlignmentType.JUSTIFIED, spacing: { before: 80 } })];
    case "qr":
      return qr(block, place);
    case "pageBreak":
      return [new Paragraph({ pageBreakBefore: true })];
  }
}
