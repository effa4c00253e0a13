import { parentPort, workerData } from "node:worker_threads";
import { typeset, type TypesetJob } from "./typeset.ts";

/** One print job in a thread of its own, so that the server goes on answering; see to-pdf.ts. */
const port = parentPort;
if (port === null) throw new Error("typeset-worker runs as a worker thread only");
port.postMessage(typeset(workerData as TypesetJob));
