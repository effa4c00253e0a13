import { afterAll, beforeAll, expect, test } from "vitest";
import { provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { households, type Household } from "../../registry/household-list/list.fixture.ts";
import { countOf, countRows, listOf, statusesOn, takeList } from "../../../test/support/household-lists.ts";

let database: TestDatabase;
let services: Services;
const officer = provinceActor();
const END_2022 = plainDate("2022-12-31");

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
});
afterAll(() => database.close());

const all = households(60);
const before = all.slice(0, 40);

/** What became of the 40 households a year later. */
function after(): { current: Household[]; escaped: Household[]; escapedNear: Household[] } {
  const stays = before.slice(0, 10).map((household) => ({ ...household, people: [...household.people] }));
  stays[0]!.people.pop();
  stays[1]!.people.push({ name: "Trần Bé Út", relation: "Con", birth: "01/06/2023", sex: "Nam", id: "", ethnic: "1" });
  stays[2]!.people = stays[2]!.people.map((person) => ({ ...person, id: "" }));
  const [, ...rest] = stays[7]!.people;
  stays[7]!.people = rest.map((person, i) => (i === 0 ? { ...person, relation: "Chủ hộ" } : person));
  const flipped = before.slice(10, 15).map((household) => ({ ...household, poor: !household.poor, b2: household.poor ? 20 : 30 }));
  const left = before.slice(15, 20);
  return {
    current: [...stays, ...flipped, ...before.slice(25), ...all.slice(40, 45)],
    escaped: left.filter(({ poor }) => poor), escapedNear: left.filter(({ poor }) => !poor),
  };
}

const reasons = async (): Promise<Record<string, number>> =>
  services.door.read(officer, async (tx) => {
    const { rows } = await tx.client.query<{ end_reason: string; n: number }>("select end_reason, count(*)::int as n from recognised_status where voided_at is null and end_reason is not null group by 1");
    return Object.fromEntries(rows.map((row) => [row.end_reason, row.n]));
  });

test("the list of the next year moves every household that was known, ends who left and who is no longer named", async () => {
  await takeList(services, officer, { bytes: await listOf(2022, before), asOf: END_2022 });
  expect(await statusesOn(services, officer, "2022-12-31")).toEqual({ poor: 20, near_poor: 20 });
  const next = after();
  const result = await takeList(services, officer, { bytes: await listOf(2023, next.current, next.escaped, next.escapedNear) });
  expect(result.counts.households).toMatchObject({ new: 5, known: 35, rejected: 0 });
  expect(result.counts.statuses).toMatchObject({ new: 5, renewed: 25, changedClass: 5, escapedPoverty: 2, escapedNearPoverty: 3, notOnList: 5, escapedUnknown: 0 });
  expect(await statusesOn(services, officer, "2022-12-31")).toEqual({ poor: 20, near_poor: 20 });
  expect(await reasons()).toEqual({ next_decision: 30, escaped_poverty: 2, escaped_near_poverty: 3, not_on_list: 5 });
  const poor = next.current.filter((household) => household.poor).length;
  expect(await statusesOn(services, officer, "2023-12-31")).toEqual({ poor, near_poor: next.current.length - poor });
});

test("members who left have left, who joined has joined, and no household has two heads", async () => {
  await services.door.read(officer, async (tx) => {
    const { rows } = await tx.client.query<{ name: string; heads: number; members: number }>(
      `select min(h.head_name) as name, count(*) filter (where m.is_head)::int as heads, count(*)::int as members from membership m join household h on h.id = m.household_id
       where m.voided_at is null and m.valid_from <= '2023-12-31' and (m.valid_to is null or m.valid_to > '2023-12-31') group by m.household_id having count(*) filter (where m.is_head) <> 1`,
    );
    expect(rows).toEqual([]);
    const left = await countOf(tx, "membership", "voided_at is null and valid_to = '2023-12-20'");
    // one member of household 0; the dead head of household 7, whose next head had another relation before
    expect(left).toBe(3);
    expect(await countOf(tx, "membership", "voided_at is null and valid_from = '2023-12-20' and person_id in (select id from person where full_name = 'Trần Bé Út')")).toBe(1);
    const renamed = all[7]!.people[1]!.name;
    expect(await countOf(tx, "household", `head_name = '${renamed}' and version > 1`)).toBe(1);
  });
});

test("people without a number are found by name, birth and hamlet", async () => {
  await services.door.read(officer, async (tx) => {
    expect(await countOf(tx, "person", `full_name = '${all[2]!.people[0]!.name}' and birth_year = ${all[2]!.people[0]!.birth.slice(-4)}`)).toBe(1);
    // the lists of those who left call everybody Kinh: what the register says stays, somebody has to look
    expect(await countOf(tx, "finding", "data ->> 'fields' <> '[\"ethnicity\"]'")).toBe(0);
    expect(await countOf(tx, "person", "ethnicity = '17'")).toBeGreaterThan(10);
  });
});

test("last year's list taken afterwards completes the past and leaves this year as it is", async () => {
  const other = await openTestDatabase();
  try {
    const late = testServices(other);
    const next = after();
    await takeList(late, officer, { bytes: await listOf(2023, next.current, next.escaped, next.escapedNear) });
    const result = await takeList(late, officer, { bytes: await listOf(2022, before), asOf: END_2022 });
    expect(result.counts.households).toMatchObject({ new: 5, known: 35 });
    expect(await statusesOn(late, officer, "2022-12-31")).toEqual({ poor: 20, near_poor: 20 });
    expect(await statusesOn(late, officer, "2023-12-31")).toEqual(await statusesOn(services, officer, "2023-12-31"));
    const again = await takeList(late, officer, { bytes: await listOf(2023, next.current, next.escaped, next.escapedNear), choices: { complete: true } });
    expect(again.changed).toBe(false);
  } finally {
    await other.close();
  }
});

test("the same two lists again change nothing", async () => {
  const rows = await countRows(services, officer);
  const next = after();
  await takeList(services, officer, { bytes: await listOf(2022, before), asOf: END_2022 });
  await takeList(services, officer, { bytes: await listOf(2023, next.current, next.escaped, next.escapedNear) });
  expect(await countRows(services, officer)).toEqual(rows);
});
