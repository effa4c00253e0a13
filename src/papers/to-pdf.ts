import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { folderOf } from "../platform/resources.ts";
import type { Paper } from "./paper.ts";
import { typeset, type TypesetJob } from "./typeset.ts";
import { typstJob } from "./typst-data.ts";

/** Small jobs are set at once (some milliseconds a page); a thread costs more than they take. */
const SMALL = 60_000;
/** Letters of JSON from which on the structure for screen readers is left out. */
const UNTAGGED = 400_000;

function builtWorker(): URL | undefined {
  const places = ["./typeset-worker.mjs", "../typeset-worker.mjs"].map((place) => new URL(place, import.meta.url));
  return places.find((place) => place.protocol === "file:" && existsSync(fileURLToPath(place)));
}

function inThread(file: URL, job: TypesetJob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: job, execArgv: [] });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`typesetting stopped (${code})`)));
  });
}

let last: Promise<unknown> = Promise.resolve();

/**
 * The papers as PDF/A-2b with embedded fonts. The same papers and `frozenAt` give the same bytes. Big jobs run one after the other in a
 * thread; where the built worker is not beside the program (tests from source), in this one.
 */
export function papersPdf(papers: readonly Paper[], title: string, frozenAt: Date): Promise<Uint8Array> {
  const data = typstJob(papers, title);
  const job: TypesetJob = { template: readFileSync(folderOf("src/papers/paper.typ"), "utf8"), job: data, frozenAt: Math.floor(frozenAt.getTime() / 1000), tagged: data.length < UNTAGGED };
  const file = data.length < SMALL ? undefined : builtWorker();
  if (file === undefined) return Promise.resolve().then(() => typeset(job));
  const made = last.then(() => inThread(file, job));
  last = made.catch(() => undefined);
  return made;
}
