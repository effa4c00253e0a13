import { afterAll, beforeAll, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices, workerActor } from "../../test/support/actors.ts";
import { Person, TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { insertRow, plantRows } from "../../test/support/plants.ts";
import { PHU_HUU_NOW, query, write } from "../poverty/review/review.testing.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { overseasRoutes } from "../migration/overseas/contract.ts";
import { registryRoutes } from "../registry/contract.ts";

// One row in every table, of one person of one household: what its timeline tells, and to whom.
const rows = plantRows({ hamlet: newId(), unit: PHU_HUU_NOW }, provinceActor().accountId);
const [household, person] = [rows["household"]!["id"] as string, rows["person"]!["id"] as string];
let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person, keeper: Person;
const PEOPLE = ["enrolment", "training_support_case", "job_event", "seeker", "labour_status", "overseas_case", "out_migrant"];

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  await services.door.maintain(workerActor(), async (tx) => {
    await tx.client.query("select set_config('app.actor', $1, true)", [provinceActor().accountId]);
    for (const [table, row] of Object.entries(rows)) await insertRow(tx, table, row);
  });
  await write(services, async (tx) => {
    for (const table of PEOPLE) await tx.client.query(`update ${table} set person_id = $1::uuid, subject_key = $1::uuid::text where hamlet_id = $2`, [person, rows["hamlet"]!["id"]]);
    await tx.client.query("update fair_visit set person_id = $1, checked_in_at = now()", [person]);
    await tx.client.query("update overseas_case set keeper = null, market = 'JP', state = 'da_xc', departed_on = '2025-03-01', departed_precision = 'month', departed_recorded_on = '2025-03-20' where person_id = $1", [person]);
  });
  const fields = ["poverty", "training", "jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields });
  keeper = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields });
});
afterAll(() => database.close());

const told = async (by: Person) => (await by.call(registryRoutes.household, { params: { id: household }, query: { on: services.today() } })).timeline.filter(({ code }) => /^(training|jobs|migration|fairs)\./.test(code));
const codes = async (by: Person) => (await told(by)).map(({ code }) => code).toSorted();

const TRAINING = ["training.timeline.certificate", "training.timeline.enrolled", "training.timeline.requested"];
const JOBS = [
  "fairs.timeline.visited", "jobs.timeline.event.new", "jobs.timeline.form.unemployed", "jobs.timeline.referred", "jobs.timeline.seeking",
  "migration.timeline.away.domestic", "migration.timeline.departedMonth", "migration.timeline.requested", "migration.timeline.wish",
];
const INCIDENT = "migration.timeline.incident.accident";

it("a household's timeline holds what every feature of labour knows of its people, each line with its record", async () => {
  expect(await codes(officer)).toEqual([...JOBS, ...TRAINING].toSorted());
  const lines = await told(officer);
  expect(lines.filter(({ link }) => !link)).toEqual([]);
  expect(lines.find(({ code }) => code === "migration.timeline.departedMonth")).toMatchObject({ on: "2025-03-01", data: { name: "Lê Thử Nghiệm", market: "Nhật Bản" }, link: { to: "/migration/overseas/$id", params: { id: rows["overseas_case"]!["id"] } } });
  expect(lines.find(({ code }) => code === "jobs.timeline.event.new")!.link).toMatchObject({ to: "/jobs/events", search: { event: rows["job_event"]!["id"] } });
});

it("tells each role what its field and its scope allow", async () => {
  const sign = (role: "commune" | "leader" | "surveyor", fields: ("poverty" | "training" | "jobs")[]) => app.signIn({ role, unitUid: role === "leader" ? AN_GIANG_UID : PHU_HUU_NOW, fields, ...(role === "surveyor" && { hamletIds: [rows["hamlet"]!["id"] as string] }) });
  expect(await codes(await sign("commune", ["poverty"]))).toEqual([]);
  expect(await codes(await sign("commune", ["poverty", "training"]))).toEqual(TRAINING);
  expect(await codes(await sign("leader", ["poverty", "jobs"]))).toEqual(JOBS);
  expect(await codes(await sign("surveyor", ["poverty", "jobs"]))).not.toContain(INCIDENT);
});

it("what happened abroad is told to the keeper of the case and the province alone, and the look is written down", async () => {
  await keeper.call(overseasRoutes.keepOverseas, { params: { id: rows["overseas_case"]!["id"] as string }, body: { baseVersion: 1, deed: "take", reason: "nhận theo dõi" } });
  expect(await codes(keeper)).toContain(INCIDENT);
  expect(await codes(officer)).not.toContain(INCIDENT);
  expect(await codes(await app.signIn({ role: "province", unitUid: AN_GIANG_UID, fields: ["poverty", "jobs"] }))).toContain(INCIDENT);
  await services.views.flush(() => workerActor());
  const looks = await query<{ n: number }>(services, "select count(*)::int as n from audit_event where action = 'migration.viewIncidents'");
  expect(looks[0]!.n).toBeGreaterThan(0);
});

it("ends where the person left the household", async () => {
  await write(services, ({ client }) => client.query("update membership set valid_to = '2025-01-01' where person_id = $1", [person]));
  expect((await told(officer)).every(({ on }) => on < "2025-01-01")).toBe(true);
  expect(await codes(officer)).toContain("training.timeline.enrolled");
});
