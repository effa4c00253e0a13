import { parentPort } from "node:worker_threads";
import { AppError } from "../kernel/error.ts";
import { openWorkbook } from "./read-workbook.ts";
import type { RowsSeen, SheetRow, Workbook } from "./workbook.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** The reading side of `readWorkbookInWorker`: parses in a thread of its own, so that the server goes on answering. */
const port = parentPort;
if (port === null) throw new Error("workbook-worker runs as a worker thread only");

let workbook: Workbook | undefined;
let done = { rows: 0, total: 0 };
const streams = new Map<number, { readonly rows: AsyncIterator<SheetRow[]>; readonly seen: RowsSeen }>();

const send = (message: FromWorker): void => port.postMessage(message);

async function answer(message: ToWorker): Promise<void> {
  if (message.type === "open") {
    workbook = await openWorkbook(message.source, { ...(message.limits === undefined ? {} : { limits: message.limits }), onProgress: (rows, total) => (done = { rows, total }) });
    send({ type: "opened", kind: workbook.kind, sheets: [...workbook.sheets] });
    return;
  }
  if (message.type === "rows") {
    const stream = workbook!.rows(message.sheet);
    streams.set(message.stream, { rows: stream[Symbol.asyncIterator](), seen: stream.seen });
    return;
  }
  const stream = streams.get(message.stream);
  if (stream === undefined) return;
  if (message.type === "stop") {
    streams.delete(message.stream);
    await stream.rows.return?.();
    return;
  }
  const next = await stream.rows.next();
  if (next.done === true) {
    streams.delete(message.stream);
    send({ type: "end", stream: message.stream, seen: stream.seen, done: done.rows, total: done.total });
  } else send({ type: "batch", stream: message.stream, rows: next.value, done: done.rows, total: done.total });
}

let turn: Promise<void> = Promise.resolve();
port.on("message", (message: ToWorker) => {
  turn = turn
    .then(() => answer(message))
    .catch((error: unknown) => {
      const told = error instanceof AppError ? { kind: error.kind, code: error.code, data: { ...error.data } } : undefined;
      send({ type: "failed", error: told, text: error instanceof Error ? error.message : String(error) });
    });
});
