import type { FileFormat } from "./contract.ts";
import type { Paper } from "./paper.ts";
import { papersDocx } from "./to-docx.ts";
import { papersPdf } from "./to-pdf.ts";
import { papersXlsx } from "./to-xlsx.ts";

export interface FileJob {
  readonly papers: readonly Paper[];
  readonly format: FileFormat;
  readonly title: string;
  readonly frozenAt: Date;
}

const MAKERS = { docx: papersDocx, pdf: papersPdf, xlsx: papersXlsx } as const;

export const makeFile = ({ papers, format, title, frozenAt }: FileJob): Promise<Uint8Array> => MAKERS[format](papers, title, frozenAt);
