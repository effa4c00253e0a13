import { fold } from "../kernel/text/fold.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { FileFormat } from "./contract.ts";
import type { Paper } from "./paper.ts";
import { papersDocx } from "./to-docx.ts";
import { papersPdf } from "./to-pdf.ts";
import { papersXlsx } from "./to-xlsx.ts";

export interface PaperMeta {
  /** title in the file's properties */
  readonly title: string;
  /** becomes the file's name: letters without marks, no ending */
  readonly fileName: string;
  /** date in the file's properties: the day of the papers' data, so that the same papers give the same bytes */
  readonly frozenAt: Date;
}

const MAKERS = { docx: papersDocx, pdf: papersPdf, xlsx: papersXlsx } as const;

export const MIME: Readonly<Record<FileFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** "Danh sách hộ nghèo ấp Phú Hiệp" → "danh-sach-ho-ngheo-ap-phu-hiep" */
export const fileStem = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 120);

/** The papers as one file. */
export async function renderPaper(papers: readonly Paper[], format: FileFormat, { title, fileName, frozenAt }: PaperMeta): Promise<FileAnswer> {
  return { name: `${fileStem(fileName)}.${format}`, mime: MIME[format], bytes: await MAKERS[format](papers, title, frozenAt) };
}
