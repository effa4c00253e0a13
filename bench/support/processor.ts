import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Milliseconds that the processes of the embedded server below a data folder have run so far; undefined where the system does not tell. */
function serverMs(data: string): number | undefined {
  try {
    const server = readFileSync(join(data, "pg/postmaster.pid"), "utf8").split("\n")[0]!;
    const backends = readFileSync(`/proc/${server}/task/${server}/children`, "utf8").trim().split(" ");
    return backends.reduce((sum, pid) => sum + Number(readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6, 0);
  } catch {
    return undefined;
  }
}

/**
 * Processor time of program and server, the milliseconds that a machine doing nothing else would need at least (when both never work at
 * once). Other work beside stretches it much less than the time on the clock. Processes that end meanwhile are not counted.
 */
export function processorClock(data: string): () => number | undefined {
  const own = process.cpuUsage();
  const server = serverMs(data);
  return () => {
    const now = serverMs(data);
    const { user, system } = process.cpuUsage(own);
    return now === undefined || server === undefined ? undefined : now - server + (user + system) / 1000;
  };
}
