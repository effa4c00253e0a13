import { plainDate, type PlainDate } from "../../src/kernel/date.ts";
import type { Actor } from "../../src/platform/actor.ts";
import type { Tx } from "../../src/platform/door.ts";
import type { Services } from "../../src/platform/feature.ts";
import { afterReviewWorkbook, bytesOf, type Household } from "../../src/registry/household-list/list.fixture.ts";
import { importHouseholdList } from "../../src/poverty/household-list/commit.ts";
import type { Choices, Result } from "../../src/poverty/household-list/contract.ts";
import { NO_CHOICES, readForArea, type ReadList } from "../../src/poverty/household-list/read-for-area.ts";

export const PHU_HUU_2023 = "30352@0";
export const END_2023 = plainDate("2023-12-31");

export const threeSheets = (current: readonly Household[], escaped: readonly Household[] = [], escapedNear: readonly Household[] = []): Promise<Uint8Array> =>
  bytesOf(afterReviewWorkbook(current, escaped, escapedNear));

/** The list after the review of a year: the decision's number and day are the year's. */
export async function listOf(year: number, current: readonly Household[], escaped: readonly Household[] = [], escapedNear: readonly Household[] = []): Promise<Uint8Array> {
  const workbook = afterReviewWorkbook(current, escaped, escapedNear);
  workbook.worksheets[0]!.eachRow((row, at) => {
    if (at < 8 || row.getCell("Q").value === null) return;
    row.getCell("Q").value = `${year}/QĐ-UBND`;
    row.getCell("R").value = `20/12/${year}`;
  });
  return bytesOf(workbook);
}

interface Given {
  readonly bytes: Uint8Array;
  readonly fileName?: string;
  readonly areaUid?: string;
  readonly asOf?: PlainDate;
  readonly choices?: Partial<Choices>;
}

export const readList = (services: Services, actor: Actor, { bytes, fileName = "danh-sach.xlsx", areaUid = PHU_HUU_2023, asOf = END_2023, choices = {} }: Given): Promise<ReadList> =>
  readForArea(services, actor, { bytes, fileName, areaUid, asOf }, { ...NO_CHOICES, ...choices });

export const takeList = async (services: Services, actor: Actor, given: Given): Promise<Result> => importHouseholdList(services, actor, await readList(services, actor, given));

const TABLES = [
  "hamlet", "hamlet_unit", "household", "residence", "person", "person_past", "person_identifier", "membership", "characteristic", "assessment", "recognised_status", "finding",
  "review_round", "review_result_set", "import_batch", "stored_file", "change_row", "dirty_log",
];

/** Rows of every table that an import writes. */
export async function countRows(services: Services, actor: Actor): Promise<Record<string, number>> {
  return services.door.read(actor, async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of TABLES) counts[table] = await countOf(tx, table);
    return counts;
  });
}

export async function countOf(tx: Tx, table: string, where = "true"): Promise<number> {
  return (await tx.client.query<{ n: number }>(`select count(*)::int as n from ${table} where ${where}`)).rows[0]!.n;
}

/** Recognitions in force on a day, by class. */
export const statusesOn = (services: Services, actor: Actor, on: string): Promise<Record<string, number>> =>
  services.door.read(actor, async (tx) => {
    const { rows } = await tx.client.query<{ class: string; n: number }>(
      "select class, count(*)::int as n from recognised_status where voided_at is null and valid_from <= $1 and (valid_to is null or valid_to > $1) group by class", [on],
    );
    return Object.fromEntries(rows.map((row) => [row.class, row.n]));
  });
