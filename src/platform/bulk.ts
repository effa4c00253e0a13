import { once } from "node:events";
import { finished } from "node:stream/promises";
import { setImmediate } from "node:timers/promises";
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
/** Rows are written in parts: while the database takes one, the next is put into words, and only two are held. */
const PART = 16_384;

/** A part of the rows as text of COPY. */
interface Part {
  readonly chunks: readonly string[];
  readonly last: boolean;
}

/**
 * Many rows into one table under the row policies: COPY into a temporary table, then `bulk_insert`
 * (COPY itself is refused to a role under row security). Returns the number of rows written.
 */
export async function bulkInsert(tx: Tx, table: string, columns: readonly string[], rows: Iterable<readonly Cell[]>, signal?: AbortSignal): Promise<number> {
  const temporary = `bulk_${table}`;
  const list = columns.map((column) => `"${column}"`).join(", ");
  await tx.client.query(`create temporary table ${temporary} on commit drop as select ${list} from ${table} with no data`);
  await tx.client.query(`grant select on ${temporary} to public`);
  const source = rows[Symbol.iterator]();
  let [written, last] = [0, false];
  let writing: Promise<number> | undefined;
  const put = async ({ chunks }: Part): Promise<number> => {
    await copyChunks(tx, temporary, list, chunks);
    const answer = await tx.client.query<{ n: number }>(`select bulk_insert('${table}', $1) as n`, [columns]);
    await tx.client.query(`truncate ${temporary}`);
    return answer.rows[0]!.n;
  };
  try {
    while (!last) {
      const part = await nextPart(source);
      written += (await writing) ?? 0;
      signal?.throwIfAborted();
      writing = part.chunks.length > 0 ? put(part) : undefined;
      writing?.catch(() => undefined); // thrown where it is awaited
      last = part.last;
    }
    written += (await writing) ?? 0;
  } catch (cause) {
    await writing?.catch(() => undefined);
    throw cause;
  }
  await tx.client.query(`drop table ${temporary}`);
  return written;
}

const lineOf = (row: readonly Cell[]): string => {
  let line = "";
  for (let i = 0; i < row.length; i++) line += i === 0 ? cellText(row[i]) : `\t${cellText(row[i])}`;
  return `${line}\n`;
};

/** Makes way after each chunk: the connection is served in between. */
async function nextPart(source: Iterator<readonly Cell[]>): Promise<Part> {
  const chunks: string[] = [];
  let chunk = "";
  for (let count = 0; count < PART; count++) {
    const next = source.next();
    if (next.done) return { chunks: chunk === "" ? chunks : [...chunks, chunk], last: true };
    chunk += lineOf(next.value);
    if (chunk.length > CHUNK) {
      chunks.push(chunk);
      chunk = "";
      await setImmediate();
    }
  }
  return { chunks: chunk === "" ? chunks : [...chunks, chunk], last: false };
}

function* chunksOf(rows: Iterable<readonly Cell[]>): Iterable<string> {
  let chunk = "";
  for (const row of rows) {
    chunk += lineOf(row);
    if (chunk.length <= CHUNK) continue;
    yield chunk;
    chunk = "";
  }
  yield chunk;
}

/** COPY into a temporary table of this transaction. */
export const copyRows = (tx: Pick<Tx, "client">, temporary: string, list: string, rows: Iterable<readonly Cell[]>, signal?: AbortSignal): Promise<void> =>
  copyChunks(tx, temporary, list, chunksOf(rows), signal);

async function copyChunks({ client }: Pick<Tx, "client">, temporary: string, list: string, chunks: Iterable<string>, signal?: AbortSignal): Promise<void> {
  const stream = client.query(copyFrom(`copy ${temporary} (${list}) from stdin`));
  const done = finished(stream);
  done.catch(() => undefined); // reported below, after the loop
  try {
    for (const chunk of chunks) {
      signal?.throwIfAborted();
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), done]);
    }
    stream.end();
  } catch (cause) {
    stream.destroy(cause as Error);
    await done.catch(() => undefined);
    throw cause;
  }
  await done;
}
