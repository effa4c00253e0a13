import { AlignmentType, Paragraph, TextRun, type IParagraphOptions } from "docx";
import { runsOf, type Align, type Run, type Words } from "./paper.ts";

export const mm = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440);
export const pt = (points: number): number => Math.round(points * 2);

/** Named, not shipped: the reader's Word has it. */
export const FONT = "Times New Roman";

export const ALIGNMENT: Readonly<Record<Align, (typeof AlignmentType)[keyof typeof AlignmentType]>> = {
  left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.JUSTIFIED,
};

export interface Look {
  readonly size: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

const textRun = ({ text, bold, italic, superscript }: Run, look: Look): TextRun =>
  new TextRun({ text, bold: bold ?? look.bold, italics: italic ?? look.italic, superScript: superscript, size: pt(look.size), font: FONT });

export const textRuns = (words: Words, look: Look): TextRun[] => runsOf(words).map((run) => textRun(run, look));

/** One centred line (or as the options say). */
export const line = (words: Words, look: Look, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, ...options, children: textRuns(words, look) });
