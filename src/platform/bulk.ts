import { once } from "node:events";
import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Tx } from "./door.ts";

export type Cell = string | number | boolean | null | undefined | Buffer | readonly string[];

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const escapeText = (text: string): string => (/[\\\n\r\t]/.test(text) ? text.replace(/[\\\n\r\t]/g, (mark) => ESCAPES[mark]!) : text);

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "\\N";
  if (typeof cell === "string") return escapeText(cell);
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "t" : "f";
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString("hex")}`;
  return escapeText(`{${(cell as readonly string[]).map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`);
}

const CHUNK = 1 << 17;

/**
 * Many rows into one table under the row policies: COPY into a temporary table, then INSERT … SELECT
 * (COPY itself is refused to a role under row security). Returns the number of rows written.
 */
export async function bulkInsert(tx: Tx, table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>, signal?: AbortSignal): Promise<number> {
  const temporary = `bulk_${table}`;
  const list = columns.map((column) => `"${column}"`).join(", ");
  await tx.client.query(`create temporary table ${temporary} on commit drop as select ${list} from ${table} with no data`);
  await copyRows(tx, temporary, list, rows, signal);
  const { rowCount } = await tx.client.query(`insert into ${table} (${list}) select ${list} from ${temporary}`);
  await tx.client.query(`drop table ${temporary}`);
  return rowCount ?? 0;
}

/** COPY into a temporary table of this transaction. */
export async function copyRows(tx: Tx, temporary: string, list: string, rows: Iterable<readonly Cell[]>, signal?: AbortSignal): Promise<void> {
  const stream = tx.client.query(copyFrom(`copy ${temporary} (${list}) from stdin`));
  const done = finished(stream);
  done.catch(() => undefined); // reported below, after the loop
  let chunk = "";
  try {
    for (const row of rows) {
      let line = "";
      for (let i = 0; i < row.length; i++) line += i === 0 ? cellText(row[i]) : `\t${cellText(row[i])}`;
      chunk += `${line}\n`;
      if (chunk.length > CHUNK) {
        signal?.throwIfAborted();
        if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
        chunk = "";
      }
    }
    stream.end(chunk);
  } catch (cause) {
    stream.destroy(cause as Error);
    await done.catch(() => undefined);
    throw cause;
  }
  await done;
}
