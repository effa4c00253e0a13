import { afterAll, beforeAll, expect, test } from "vitest";
import { provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import type { Services } from "../../platform/feature.ts";
import { households } from "../../registry/household-list/list.fixture.ts";
import { countOf, countRows, statusesOn, takeList, threeSheets } from "../../../test/support/household-lists.ts";

let database: TestDatabase;
let services: Services;
const officer = provinceActor();

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
});
afterAll(() => database.close());

const all = households(60);
const [current, escaped, escapedNear] = [all.slice(0, 40), all.slice(40, 50), all.slice(50)];

test("a three-sheet list fills an empty commune: households, persons, numbers, recognitions, scores, the review", async () => {
  const result = await takeList(services, officer, { bytes: await threeSheets(current, escaped, escapedNear) });
  const persons = all.reduce((sum, each) => sum + each.people.length, 0);
  expect(result.counts.households).toMatchObject({ accepted: 60, rejected: 0, new: 60, known: 0 });
  expect(result.counts.statuses).toMatchObject({ poor: 20, nearPoor: 20, new: 40, escapedUnknown: 20, notOnList: 0 });
  expect(await countRows(services, officer)).toMatchObject({
    hamlet: 3, household: 60, residence: 60, person: persons, person_identifier: persons, membership: persons, assessment: 60, recognised_status: 40, review_round: 1,
    review_result_set: 1, import_batch: 1, stored_file: 1, finding: 0,
  });
  expect(await statusesOn(services, officer, "2023-12-31")).toEqual({ poor: 20, near_poor: 20 });
  await services.door.read(officer, async (tx) => {
    const { rows } = await tx.client.query("select distinct valid_from::text, status_year, ruleset, decision_no, decision_date::text, source from recognised_status");
    expect(rows).toEqual([{ valid_from: "2023-12-20", status_year: 2024, ruleset: "VN-2022", decision_no: "125/QĐ-UBND", decision_date: "2023-12-20", source: "list" }]);
    expect(await countOf(tx, "hamlet", "kind = 'ap'")).toBe(3);
    expect(await countOf(tx, "membership", "is_head")).toBe(60);
  });
});

test("the same file again changes nothing", async () => {
  const before = await countRows(services, officer);
  await takeList(services, officer, { bytes: await threeSheets(current, escaped, escapedNear) });
  expect(await countRows(services, officer)).toEqual(before);
});

test("the same list by another officer of the province finds every household again", async () => {
  const before = await countRows(services, officer);
  const colleague = { ...officer, accountId: "00000000-0000-7000-8000-0000000000aa" as typeof officer.accountId };
  const result = await takeList(services, colleague, { bytes: await threeSheets(current, escaped, escapedNear) });
  expect(result).toMatchObject({ batchId: null, changed: false });
  expect(result.counts.households).toMatchObject({ new: 0, known: 60, changed: 0, unchanged: 60 });
  expect(await countRows(services, officer)).toEqual(before);
});
