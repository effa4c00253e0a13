import type ExcelJS from "exceljs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { writeWorkbook } from "../../exchange/write-workbook.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import type { Door } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { AFTER_REVIEW_HEADINGS, afterReviewRows, afterReviewWorkbook, bytesOf, type Cells, fill, households } from "../../registry/household-list/list.fixture.ts";
import { countRows, takeList, threeSheets } from "../../../test/support/household-lists.ts";

let database: TestDatabase;
let services: Services;
const officer = provinceActor();

beforeEach(async () => {
  database = await openTestDatabase();
  services = testServices(database);
});
afterEach(() => database.close());

const all = households(60);
const [current, escaped, escapedNear] = [all.slice(0, 40), all.slice(40, 50), all.slice(50)];

/** Every cell copied into a workbook that another library writes: other styles, strings, zip. */
async function savedAnew(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = await openWorkbook(bytes);
  const sheets = [];
  for (const sheet of workbook.sheets) {
    const rows: CellValue[][] = [];
    for await (const batch of workbook.rows(sheet.index)) for (const { row, values } of batch) rows[row - 1] = values;
    const width = Math.max(...rows.map((row) => row?.length ?? 0));
    sheets.push({ name: sheet.name, columns: Array.from({ length: width }, () => ({ header: "" })), rows: Array.from(rows, (row) => row ?? []).slice(1) });
  }
  return writeWorkbook(sheets, new Date("2024-01-05T00:00:00Z"));
}

/** The list of the poor last, its columns in another order, the households in reverse. */
function otherOrder(): ExcelJS.Workbook {
  const order = [13, 2, 3, 5, 6, 4, 7, 14, 15, 19, 18, 16, 17, 23, 1, 20, 21, 22, 26, 25, 8, 9, 10, 11, 12];
  const pick = <T>(cells: readonly T[]): T[] => order.map((column) => cells[column]!);
  const blocks: Cells[][] = [];
  for (const row of afterReviewRows(current)) {
    if (row[1] === "x") blocks.push([]);
    blocks.at(-1)!.push(row);
  }
  const workbook = afterReviewWorkbook([], escaped.toReversed(), escapedNear.toReversed());
  workbook.removeWorksheet(workbook.worksheets[0]!.id);
  fill(workbook.addWorksheet("HN, HCN sau rà soát"), [pick(AFTER_REVIEW_HEADINGS), ...blocks.toReversed().flat().map(pick)], 3);
  return workbook;
}

test("saved anew by another program, or with rows and columns in another order, it is the same list and changes nothing", async () => {
  const bytes = await threeSheets(current, escaped, escapedNear);
  await takeList(services, officer, { bytes });
  const before = await countRows(services, officer);
  await takeList(services, officer, { bytes: await savedAnew(bytes), fileName: "luu-lai.xlsx" });
  expect(await countRows(services, officer)).toEqual(before);
  await takeList(services, officer, { bytes: await bytesOf(otherOrder()), fileName: "sap-xep-lai.xlsx" });
  expect(await countRows(services, officer)).toEqual(before);
});

/** A door whose connection breaks at the n-th statement of a write. */
function breakingAt(door: Door, statement: RegExp): Door {
  return new Proxy(door, {
    get(target, name) {
      if (name !== "write") return Reflect.get(target, name).bind(target) as unknown;
      return (actor: never, command: never, work: (tx: { client: { query: unknown } }) => Promise<unknown>, signal: never) =>
        target.write(actor, command, ((tx: { client: { query: (...args: unknown[]) => unknown } }) => {
          const broken = new Proxy(tx.client, {
            get: (client, key) =>
              key !== "query" ? Reflect.get(client, key) as unknown : (...args: unknown[]) => {
                if (typeof args[0] === "string" && statement.test(args[0])) throw new Error("power cut");
                return client.query(...args);
              },
          });
          return work({ ...tx, client: broken });
        }) as never, signal);
    },
  }) as Door;
}

test.each([["the persons", /bulk_insert\('person'/], ["the recognitions", /bulk_insert\('recognised_status'/], ["the record of the batch", /insert into import_batch/]])(
  "cut off while writing %s, nothing stays; the next run takes the whole list",
  async (_, statement) => {
    const bytes = await threeSheets(current, escaped, escapedNear);
    const before = await countRows(services, officer);
    await expect(takeList({ ...services, door: breakingAt(database.door, statement) }, officer, { bytes })).rejects.toThrow("power cut");
    expect(await countRows(services, officer)).toEqual(before);
    const result = await takeList(services, officer, { bytes });
    expect(result.counts.households.new).toBe(60);
    expect(await countRows(services, officer)).toMatchObject({ household: 60, import_batch: 1 });
  },
);
