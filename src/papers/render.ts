import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { fold } from "../kernel/text/fold.ts";
import type { FileAnswer } from "../platform/http/contract.ts";
import type { FileFormat } from "./contract.ts";
import { makeFile, type FileJob } from "./make-file.ts";
import type { Paper } from "./paper.ts";

export interface PaperMeta {
  /** title in the file's properties */
  readonly title: string;
  /** becomes the file's name: letters without marks, no ending */
  readonly fileName: string;
  /** date in the file's properties: the day of the papers' data, so that the same papers give the same bytes */
  readonly frozenAt: Date;
}

export const MIME: Readonly<Record<FileFormat, string>> = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** "Danh sách hộ nghèo ấp Phú Hiệp" → "danh-sach-ho-ngheo-ap-phu-hiep" */
export const fileStem = (text: string): string => fold(text).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 120);

/** Cells and blocks up to which a file is made at once (tens of milliseconds); a thread costs more than it takes. */
const SMALL = 600;

const sizeOf = (papers: readonly Paper[]): number =>
  papers.reduce((sum, { blocks }) => sum + blocks.reduce((size, block) => size + (block.kind === "table" ? block.rows.length * block.columns.length : 1), 0), 0);

function builtWorker(): URL | undefined {
  const places = ["./papers-worker.mjs", "../papers-worker.mjs"].map((place) => new URL(place, import.meta.url));
  return places.find((place) => place.protocol === "file:" && existsSync(fileURLToPath(place)));
}

function inThread(file: URL, job: FileJob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: job, execArgv: [] });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`papers: the thread stopped (${code})`)));
  });
}

let last: Promise<unknown> = Promise.resolve();

/** Big files one after the other in a thread; where the built worker is not beside the program (tests from source), in this one. */
function make(job: FileJob): Promise<Uint8Array> {
  const file = sizeOf(job.papers) <= SMALL ? undefined : builtWorker();
  if (file === undefined) return makeFile(job);
  const made = last.then(() => inThread(file, job));
  last = made.catch(() => undefined);
  return made;
}

/** The papers as one file. */
export async function renderPaper(papers: readonly Paper[], format: FileFormat, { title, fileName, frozenAt }: PaperMeta): Promise<FileAnswer> {
  return { name: `${fileStem(fileName)}.${format}`, mime: MIME[format], bytes: await make({ papers, format, title, frozenAt }) };
}
