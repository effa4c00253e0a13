import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { AppError } from "../kernel/error.ts";
import { openWorkbook, type ReadOptions, type WorkbookSource } from "./read-workbook.ts";
import { nothingSeen, type RowsSeen, type RowStream, type SheetRow, type Workbook } from "./workbook.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** Batches asked for before they are needed: keeps both threads busy, and memory small. */
const AHEAD = 4;
/** A file that needs more than this ends its own thread, not the program. */
const WORKER_HEAP_MB = 1_024;

/**
 * Opens a workbook in a thread of its own; `close` ends the thread. Aborting the signal ends it at once and every wait rejects.
 * Where the built worker file is not beside the program (tests from source), the same reading happens in this thread.
 */
export async function readWorkbookInWorker(source: WorkbookSource, options: ReadOptions = {}, file: URL | undefined = builtWorker()): Promise<Workbook> {
  options.signal?.throwIfAborted();
  if (file === undefined) return openWorkbook(source, options);
  const thread = new WorkbookThread(file, options);
  try {
    return await thread.open(source);
  } catch (error) {
    await thread.close();
    throw error;
  }
}

/** The built worker lies beside the program; this module itself may lie in the folder of shared chunks below it. */
function builtWorker(): URL | undefined {
  const places = ["./workbook-worker.mjs", "../workbook-worker.mjs"].map((place) => new URL(place, import.meta.url));
  return places.find((place) => place.protocol === "file:" && existsSync(fileURLToPath(place)));
}

type Waiting = { readonly resolve: (message: FromWorker) => void; readonly reject: (error: unknown) => void };

class WorkbookThread {
  private readonly worker: Worker;
  private readonly options: ReadOptions;
  private readonly arrived: FromWorker[] = [];
  private readonly waiting: Waiting[] = [];
  private failure: unknown;
  private streams = 0;
  private readonly onAbort = (): void => this.fail(this.options.signal?.reason);

  constructor(file: URL, options: ReadOptions) {
    this.options = options;
    this.worker = new Worker(file, { resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB, maxYoungGenerationSizeMb: 16 }, execArgv: [] });
    this.worker.on("message", (message: FromWorker) => this.take(message));
    this.worker.on("error", (error) => this.fail(stopped(error.message)));
    this.worker.on("exit", () => this.fail(stopped("exit")));
    options.signal?.addEventListener("abort", this.onAbort, { once: true });
  }

  async open(source: WorkbookSource): Promise<Workbook> {
    this.send({ type: "open", source, limits: this.options.limits });
    const opened = await this.next();
    if (opened.type !== "opened") throw stopped(opened.type);
    return { kind: opened.kind, sheets: opened.sheets, rows: (sheet) => this.rows(sheet), close: () => this.close() };
  }

  async close(): Promise<void> {
    this.failure ??= stopped("closed");
    this.options.signal?.removeEventListener("abort", this.onAbort);
    await this.worker.terminate();
  }

  private rows(sheet: number): RowStream {
    const seen = nothingSeen();
    const rows = this.stream(sheet, seen);
    return { [Symbol.asyncIterator]: () => rows, seen };
  }

  /** One sheet is read at a time; batches of a stream that was left early are dropped when they arrive. */
  private async *stream(sheet: number, seen: RowsSeen): AsyncGenerator<SheetRow[]> {
    const stream = this.streams++;
    this.send({ type: "rows", sheet, stream });
    for (let i = 0; i < AHEAD; i++) this.send({ type: "next", stream });
    let ended = false;
    try {
      for (;;) {
        const message = await this.next();
        if ((message.type !== "batch" && message.type !== "end") || message.stream !== stream) continue;
        this.options.onProgress?.(message.done, message.total);
        if (message.type === "end") {
          ended = true;
          Object.assign(seen, message.seen);
          return;
        }
        this.send({ type: "next", stream });
        yield message.rows;
        this.options.signal?.throwIfAborted();
      }
    } finally {
      if (!ended && this.failure === undefined) this.send({ type: "stop", stream });
    }
  }

  private send(message: ToWorker): void {
    if (this.failure !== undefined) throw this.failure;
    this.worker.postMessage(message);
  }

  private next(): Promise<FromWorker> {
    const message = this.arrived.shift();
    if (message !== undefined) return Promise.resolve(message);
    if (this.failure !== undefined) return Promise.reject(this.failure);
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  private take(message: FromWorker): void {
    if (message.type === "failed") {
      this.fail(message.error === undefined ? stopped(message.text) : new AppError(message.error.kind, message.error.code, message.error.data));
      return;
    }
    const first = this.waiting.shift();
    if (first === undefined) this.arrived.push(message);
    else first.resolve(message);
  }

  private fail(error: unknown): void {
    if (this.failure !== undefined) return;
    this.failure = error ?? stopped("unknown");
    for (const each of this.waiting.splice(0)) each.reject(this.failure);
    void this.worker.terminate();
  }
}

const stopped = (why: string): AppError => new AppError("unavailable", "exchange.workerStopped", { why });
