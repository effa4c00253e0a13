import { parentPort, workerData } from "node:worker_threads";
import { makeFile, type FileJob } from "./make-file.ts";

/** One file in a thread of its own, so that the server goes on answering; see render.ts. */
const port = parentPort;
if (port === null) throw new Error("papers-worker runs as a worker thread only");
port.postMessage(await makeFile(workerData as FileJob));
