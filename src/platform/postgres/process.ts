import { readFileSync } from "node:fs";

/** Whether a process runs: a zombie (ended, not yet reaped by its parent) counts as gone. `name` guards against a re-used pid. */
export function isAlive(pid: number, name?: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ESRCH") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    const command = stat.slice(stat.indexOf("(") + 1, end);
    return stat[end + 2] !== "Z" && (name === undefined || command === name);
  } catch {
    return false;
  }
}
