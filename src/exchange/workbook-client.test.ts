import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { writeXlsx } from "hucre";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorkbook } from "./read-workbook.ts";
import { readWorkbookInWorker } from "./workbook-client.ts";
import type { SheetRow, Workbook } from "./workbook.ts";

let folder = "";
let worker: URL;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sinh kế "));
  const outfile = join(folder, "workbook-worker.mjs");
  await build({ entryPoints: [fileURLToPath(new URL("./workbook-worker.ts", import.meta.url))], bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
  worker = pathToFileURL(outfile);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bigFile = (): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: "A", rows: Array.from({ length: 40_000 }, (_, i) => [i, `người thứ ${i}`, new Date(Date.UTC(1980, 0, 1 + (i % 300)))]) }, { name: "B", rows: [["hai"]] }] });

async function rowsOf(workbook: Workbook, sheet: number): Promise<SheetRow[]> {
  const rows: SheetRow[] = [];
  for await (const batch of workbook.rows(sheet)) rows.push(...batch);
  return rows;
}

test("a thread of its own reads the same rows, from bytes and from a file", async () => {
  const bytes = await bigFile();
  const path = join(folder, "danh sách.xlsx");
  await writeFile(path, bytes);
  const [here, there, fromFile] = await Promise.all([openWorkbook(bytes), readWorkbookInWorker(bytes, {}, worker), readWorkbookInWorker({ path }, {}, worker)]);
  expect(there.sheets).toEqual(here.sheets);
  const rows = await rowsOf(here, 0);
  expect(await rowsOf(there, 0)).toEqual(rows);
  expect(await rowsOf(there, 1)).toEqual([{ row: 1, values: ["hai"] }]);
  expect((await rowsOf(fromFile, 0)).length).toBe(rows.length);
  await Promise.all([there.close(), fromFile.close()]);
});

test("a sheet may be left in the middle and the next one read", async () => {
  const workbook = await readWorkbookInWorker(await bigFile(), {}, worker);
  for await (const batch of workbook.rows(0)) if (batch.length > 0) break;
  expect(await rowsOf(workbook, 1)).toEqual([{ row: 1, values: ["hai"] }]);
  await workbook.close();
});

test("what the reader refuses is told with its code", async () => {
  await expect(readWorkbookInWorker(new TextEncoder().encode("%PDF-1.7"), {}, worker)).rejects.toMatchObject({ code: "exchange.notAWorkbook", kind: "refused" });
});

test("cancelling ends the thread: while it opens, and while rows are read", async () => {
  const bytes = await bigFile();
  const early = new AbortController();
  const opening = readWorkbookInWorker(bytes, { signal: early.signal }, worker);
  early.abort();
  await expect(opening).rejects.toMatchObject({ name: "AbortError" });
  const late = new AbortController();
  const workbook = await readWorkbookInWorker(bytes, { signal: late.signal, onProgress: (done) => done > 5_000 && late.abort() }, worker);
  await expect(rowsOf(workbook, 0)).rejects.toMatchObject({ name: "AbortError" });
});
