import { afterAll, beforeAll, expect, test } from "vitest";
import { actorFor, provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { households } from "../../registry/household-list/list.fixture.ts";
import { countRows, listOf, readList, statusesOn, takeList, threeSheets } from "../../../test/support/household-lists.ts";
import { rejectedLines } from "./view.ts";

let database: TestDatabase;
let services: Services;
const officer = provinceActor();

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
});
afterAll(() => database.close());

const list = households(12);

test("a list of another commune is refused whole with the cell and the commune it names, also its sheets that name none", async () => {
  const before = await countRows(services, officer);
  for (const bytes of [await threeSheets(list), await threeSheets(list.slice(0, 6), list.slice(6, 9), list.slice(9))]) {
    await expect(takeList(services, officer, { bytes, areaUid: "30361@0" })).rejects.toMatchObject({
      kind: "refused", code: "poverty.import.otherCommune", data: { sheet: "HN, HCN sau rà soát", cell: "L8", why: expect.stringContaining("Phú Hữu") },
    });
  }
  expect(await countRows(services, officer)).toEqual(before);
});

test("where no line of the poor can be taken, the lists of those who left are not taken alone: nobody would be poor", async () => {
  const unreadable = list.slice(0, 6).map((household) => ({ ...household, people: household.people.map((person) => ({ ...person, birth: "31/02/1950" })) }));
  const before = await countRows(services, officer);
  await expect(takeList(services, officer, { bytes: await threeSheets(unreadable, list.slice(6, 9)) })).rejects.toMatchObject({ code: "poverty.import.nothingTaken", data: { households: 6, cell: "F8" } });
  expect(await countRows(services, officer)).toEqual(before);
});

test("an area of another time and a day to come are refused before the file is read", async () => {
  const bytes = new Uint8Array();
  await expect(readList(services, officer, { bytes, areaUid: "886@0", asOf: plainDate("2025-12-31") })).rejects.toMatchObject({ code: "poverty.import.notInForce" });
  await expect(readList(services, officer, { bytes, areaUid: "30352@2025-07-01" })).rejects.toMatchObject({ code: "poverty.import.notInForce" });
  await expect(readList(services, officer, { bytes, areaUid: "30352@2025-07-01", asOf: plainDate("2027-12-31") })).rejects.toMatchObject({ code: "poverty.import.dayToCome" });
});

test("a neighbour may not take a list into the commune, not even with a list read by somebody who may", async () => {
  const neighbour = await actorFor(services, { role: "commune", unitUid: "30337@2025-07-01" });
  await expect(readList(services, neighbour, { bytes: await threeSheets(list), areaUid: "886@0" }), "nor take one of the whole district").rejects.toMatchObject({ kind: "forbidden" });
  await expect(readList(services, neighbour, { bytes: await threeSheets(list) })).rejects.toMatchObject({ kind: "forbidden" });
});

test("lines with errors stay out and are named; the rest of the list is taken, and whom they name keeps the recognition on file", async () => {
  await takeList(services, officer, { bytes: await listOf(2022, list), asOf: plainDate("2022-12-31") });
  const broken = list.map((household, i) => (i === 3 ? { ...household, people: household.people.map((person, at) => (at === 0 ? { ...person, birth: "31/02/1953" } : person)) } : household));
  const read = await readList(services, officer, { bytes: await listOf(2023, broken) });
  expect(rejectedLines(read.preview, "vi").map(({ sheet, row, cells }) => [sheet, row, cells[0]])).toEqual([
    ["HN, HCN sau rà soát", 16, "F16"], ["HN, HCN sau rà soát", 17, "17"],
  ]);
  const result = await takeList(services, officer, { bytes: await listOf(2023, broken) });
  expect(result.counts.households).toMatchObject({ rejected: 1, known: 11, new: 0, held: 1 });
  expect(result.counts.statuses.notOnList).toBe(0);
  expect(await statusesOn(services, officer, "2023-12-31")).toEqual({ poor: 6, near_poor: 6 });
});

test("an empty whole list says that nobody is poor any more; the same list called partial says nothing of the others", async () => {
  const read = await readList(services, officer, { bytes: await listOf(2024, []), asOf: plainDate("2024-12-31") });
  expect(read.plan.off).toHaveLength(12);
  const partial = await readList(services, officer, { bytes: await listOf(2024, []), asOf: plainDate("2024-12-31"), choices: { complete: false } });
  expect(partial.plan.off).toHaveLength(0);
  await takeList(services, officer, { bytes: await listOf(2024, []), asOf: plainDate("2024-12-31") });
  expect(await statusesOn(services, officer, "2024-12-31")).toEqual({});
});

test("who lives alone and comes with another number may be somebody else: a household of its own and a task to compare, no merging", async () => {
  const alone = list[1]!;
  const other = { ...alone, people: alone.people.map((person) => ({ ...person, id: "089151999999" })) };
  const area = { areaUid: "30352@2025-07-01", asOf: plainDate("2025-12-31"), choices: { complete: false } };
  const result = await takeList(services, officer, { bytes: await listOf(2025, [other]), ...area });
  expect(result.counts).toMatchObject({ households: { new: 1, known: 0 }, findings: 1 });
  const again = await takeList(services, officer, { bytes: await listOf(2025, [other, list[0]!]), ...area });
  expect(again.counts.households).toMatchObject({ new: 0, known: 2 });
});
