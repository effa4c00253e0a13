import { AlignmentType, Document, Footer, Header, PageNumber, PageOrientation, Packer, Paragraph, TextRun, type ISectionOptions } from "docx";
import { repack } from "../exchange/repack.ts";
import { wordBlock, type Place } from "./docx-blocks.ts";
import { opening } from "./docx-head.ts";
import { WordTables } from "./docx-table.ts";
import { FONT, line, mm, pt } from "./docx-text.ts";
import type { Paper } from "./paper.ts";

const MARGIN = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(8) };

/** Page numbers stand in the top margin from the second page on; each paper numbers its own. */
const pageNumber = (): Header =>
  new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: pt(13), font: FONT })] })] });

const foot = (marks: readonly string[]): Footer => new Footer({ children: marks.map((mark) => line(mark, { size: 9, italic: true }, { alignment: AlignmentType.LEFT })) });

function section(paper: Paper, tables: WordTables, nextId: () => number): ISectionOptions {
  const landscape = paper.orientation === "landscape";
  const place: Place = { size: paper.size ?? 14, textWidth: mm(landscape ? 252 : 165), tables, nextId };
  const size = { width: mm(210), height: mm(297), ...(landscape ? { orientation: PageOrientation.LANDSCAPE } : {}) };
  const marks = paper.marks ?? [];
  return {
    properties: { page: { size, margin: MARGIN, pageNumbers: { start: 1 } }, titlePage: true },
    headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
    ...(marks.length > 0 ? { footers: { default: foot(marks), first: foot(marks) } } : {}),
    children: [...opening(paper, place.textWidth), ...paper.blocks.flatMap((block) => wordBlock(block, place))],
  };
}

/** The papers as one Word file, each a section. The same papers and `frozenAt` give the same bytes. */
export async function papersDocx(papers: readonly Paper[], title: string, frozenAt: Date): Promise<Uint8Array> {
  let id = 0;
  const tables = new WordTables();
  const document = new Document({
    creator: "Sinh Kế", title, styles: { default: { document: { run: { font: FONT, size: pt(14) } } } },
    sections: papers.map((paper) => section(paper, tables, () => ++id)),
  });
  return repack(tables.fill(new Uint8Array(await Packer.toBuffer(document))), frozenAt);
}
