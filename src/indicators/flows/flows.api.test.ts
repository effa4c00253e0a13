import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor, testServices } from "../../../test/support/actors.ts";
import { TestApp, type Person } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { DISTRICT, PHU_HUU, plantDistrict, PROVINCE } from "../../../test/support/district.ts";
import { Reader } from "../../../test/support/figures.ts";
import { aHamlet } from "../../../test/support/scenario.ts";
import { newId } from "../../platform/door.ts";
import { bulkInsert, type Cell } from "../../platform/bulk.ts";
import type { Services } from "../../platform/feature.ts";
import { indicatorsRoutes } from "../contract.ts";

const VINH_LOC = "30361@0";
let database: TestDatabase;
let services: Services;
let app: TestApp;
let province: Person;
let reader: Reader;
/** one hamlet of each commune */
let [here, there] = ["", ""];
const provider = newId();

type Row = Readonly<Record<string, Cell>>;
const plant = (table: string, ...rows: Row[]): Promise<unknown> =>
  services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, async (tx) => {
    const columns = Object.keys(rows[0]!);
    await bulkInsert(tx, table, columns, rows.map((row) => columns.map((column) => row[column])));
    return { answer: null, changes: [] };
  });
const run = (sql: string, ...values: unknown[]): Promise<unknown> =>
  services.door.write(provinceActor(), { commandId: newId(), name: "test.run", input: {} }, async (tx) => ({ answer: (await tx.client.query(sql, values)).rowCount, changes: [] }));
const now = (): Promise<string> =>
  database.door.read(provinceActor(), async ({ client }) => (await client.query<{ at: string }>(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`)).rows[0]!.at);

const event = (name: string, hamlet_id: string, started_on: string, more: Row = {}): Row => ({
  id: newId(), hamlet_id, full_name: name, name_folded: name, birth_year: 1990, subject_key: name, started_on, reported_on: "2024-02-01", channel: "tu_tao", nature: "new", place_kind: "xa", job: "Nuôi cá", ...more,
});

const value = async (area: string, indicator: string, knownAt?: string): Promise<string | null> => (await reader.source(area, indicator, knownAt === undefined ? {} : { knownAt })).figure.value;
const values = (area: string, ...indicators: string[]): Promise<(string | null)[]> => Promise.all(indicators.map((indicator) => value(area, indicator)));

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  here = (await plantDistrict(services)).id;
  there = (await aHamlet("ấp Xa").in(VINH_LOC).plant(services)).id;
  province = await app.signIn({ role: "province", unitUid: PROVINCE, fields: ["poverty", "training", "jobs"] });
  reader = new Reader(province);
});
afterAll(() => database.close());

describe("people and events", () => {
  it("nothing is known where no row lies in the year", async () => {
    expect(await values(PHU_HUU, "jobs.people", "jobs.events", "training.learners", "fair.firms", "overseas.departures")).toEqual([null, null, null, null, null]);
    expect((await reader.source(PHU_HUU, "jobs.people")).figure.missing!.message).toContain("chưa ghi nhận hồ sơ nào");
  });

  it("are counted apart: one person with two events, one who also works from another commune", async () => {
    await plant(
      "job_event",
      event("an", here, "2023-02-01"), event("an", here, "2023-09-01", { channel: "nuoc_ngoai", place_kind: "nuoc_ngoai" }), event("binh", here, "2023-12-31"), event("binh", there, "2023-05-01"),
      event("chi", there, "2023-01-01", { channel: "vay_von" }), event("kept", here, "2023-03-01", { nature: "kept", channel: "vay_von" }), event("early", here, "2022-12-31"), event("late", here, "2024-01-01"),
    );
    expect(await values(PHU_HUU, "jobs.people", "jobs.events", "jobs.overseas", "jobs.loans")).toEqual(["2", "3", "1", "0"]);
    expect(await values(VINH_LOC, "jobs.people", "jobs.events", "jobs.overseas", "jobs.loans")).toEqual(["2", "2", "0", "1"]);
    expect(await values(DISTRICT, "jobs.people", "jobs.events", "jobs.overseas", "jobs.loans")).toEqual(["3", "5", "1", "1"]);
  });

  it("open to their rows, several of one person as one", async () => {
    const { records } = await reader.source(DISTRICT, "jobs.people");
    expect(records.flow!.entries.map(({ name, detail }) => [name, detail.includes("2 lượt trong kỳ")]).toSorted()).toEqual([["an", true], ["binh", true], ["chi", false]]);
    expect([records.total, records.members, records.flow!.from, records.on]).toEqual([3, 3, "2023-01-01", "2023-12-31"]);
    expect(records.flow!.silent).toHaveLength(12);
    expect(await reader.recount(DISTRICT, "jobs.events", "jobEvents", "now", 2)).toBe(5);
  });

  it("compare with the same period of the year before", async () => {
    const { before, percentOfSamePeriod } = await reader.source(PHU_HUU, "jobs.people");
    expect([before.value, percentOfSamePeriod!.text]).toEqual(["1", "200,0%"]);
  });

  it("are cut on the day that is asked, and on the period's own day", async () => {
    const ofDay = await province.call(indicatorsRoutes.source, { query: { indicator: "jobs.events", area: PHU_HUU, year: 2023, on: "2023-06-30" as never } });
    expect([ofDay.figure.value, ofDay.before.value]).toEqual(["1", null]);
    await province.call(indicatorsRoutes.addPeriod, { body: { code: "2023-14-12", name: "Năm 2023 (15/12–14/12)", year: 2023, startsOn: "2022-12-15" as never, endsOn: "2023-12-14" as never, document: "Công văn thử" } });
    const cut = await new Reader(province, 2023, "2023-14-12").source(PHU_HUU, "jobs.events");
    expect([cut.figure.value, cut.records.flow!.from]).toEqual(["3", "2022-12-15"]);
  });

  it("stand as they were known: an event taken back still counts for the time before", async () => {
    const before = await now();
    await run("update job_event set voided_at = now(), void_reason = 'nhập trùng' where full_name = 'chi'");
    expect([await value(DISTRICT, "jobs.people"), await value(DISTRICT, "jobs.people", before)]).toEqual(["2", "3"]);
    await run("update job_event set voided_at = null, void_reason = null where full_name = 'chi'");
  });

  it("a document of the area never replaces the rows; the difference is shown", async () => {
    await province.call(indicatorsRoutes.addTypedFigure, { body: { indicator: "jobs.people", unitUid: DISTRICT, on: "2023-12-31" as never, value: "9", kind: "document", document: "Báo cáo thử" } });
    expect(await value(DISTRICT, "jobs.people")).toBe("3");
    expect((await reader.board(DISTRICT)).residuals).toMatchObject([{ indicator: "jobs.people", kind: "document", sum: "3", total: "9" }]);
  });
});

describe("classes, learners, the self-taught", () => {
  const [class1, class2] = [newId(), newId()];
  const enrolment = (name: string, class_id: string, hamlet_id: string, state = "studying"): Row => ({
    id: newId(), class_id, provider_id: provider, unit_uid: DISTRICT, hamlet_id, full_name: name, birth_year: 1990, subject_key: name, state, state_on: "2023-04-01", enrolled_on: "2023-03-20", dropped_on: state === "dropped" ? "2023-04-20" : null,
  });

  it("a class counts where it is held, a learner where he lives, in the classes opened in the year", async () => {
    await plant("organisation", { id: provider, name: "Trung tâm thử", name_folded: "trung tam thu", kinds: ["training_provider"] });
    await plant("trade", { code: "T1", name: "May", name_folded: "may", sector: "non_farm", level: "under_3_months", valid_from: "2016-01-01" }, { code: "T2", name: "Lươn", name_folded: "luon", sector: "farm", level: "under_3_months", valid_from: "2016-01-01" });
    const opened = (id: string, code: string, trade_code: string, hamlet_id: string | null, more: Row = {}): Row => ({
      id, code, name: `Lớp ${code}`, name_folded: code, trade_code, provider_id: provider, unit_uid: DISTRICT, hamlet_id, state: "running", state_on: "2023-04-01", opened_on: "2023-04-01", learners_planned: 30, ...more,
    });
    await plant("training_class", opened(class1, "c1", "T1", here), opened(class2, "c2", "T2", null), opened(newId(), "c3", "T1", here, { state: "cancelled" }), opened(newId(), "c4", "T1", here, { opened_on: "2022-04-01" }));
    await plant("enrolment", enrolment("an", class1, here), enrolment("an", class2, here), enrolment("binh", class1, there, "dropped"), enrolment("wait", class1, here, "registered"));
    expect(await values(PHU_HUU, "training.classes", "training.classes_non_farm", "training.classes_farm", "training.learners")).toEqual(["1", "1", "0", "1"]);
    expect(await values(DISTRICT, "training.classes", "training.classes_non_farm", "training.classes_farm", "training.learners")).toEqual(["2", "1", "1", "2"]);
    expect(await value(VINH_LOC, "training.learners")).toBe("1");
  });

  it("the self-taught count in the year they were recognised", async () => {
    const taught = (name: string, recognised_year: number, recognised_on: string | null): Row => ({
      id: newId(), hamlet_id: here, full_name: name, name_folded: name, birth_year: 1980, subject_key: name, trade_name: "Thợ hồ", learned_by: "passed_on", years_in_job: 5, skill_check: "hamlet", recognised_year, recognised_on, confirmer: "Trưởng ấp",
    });
    await plant("self_taught", taught("d", 2023, "2023-11-01"), taught("e", 2023, null), taught("f", 2022, null));
    expect(await values(PHU_HUU, "training.self_taught")).toEqual(["2"]);
  });
});

describe("a fair", () => {
  it("adds tallies to distinct visitors; registrations are counted as often as they were made", async () => {
    const [fair, employer, visit] = [newId(), newId(), newId()];
    await plant("job_fair", { id: fair, code: "PGD-1", name: "Phiên thử", kind: "phien_luu_dong", on_date: "2023-05-20", unit_uid: DISTRICT });
    expect(await values(DISTRICT, "fair.firms", "fair.interviewed")).toEqual(["0", "0"]);
    const firm = (id: string, name: string, attended: boolean): Row => ({ id, fair_id: fair, unit_uid: DISTRICT, name, name_folded: name, attended });
    await plant("fair_employer", firm(employer, "a", true), firm(newId(), "b", true), firm(newId(), "c", false));
    await plant("fair_visit", { id: visit, fair_id: fair, unit_uid: DISTRICT, hamlet_id: here, full_name: "an", name_folded: "an", subject_key: "an", short_code: "A1", channel: "desk" });
    const action = (step: string, topic: string): Row => ({ id: newId(), fair_id: fair, visit_id: visit, unit_uid: DISTRICT, hamlet_id: here, step, topic, on_date: "2023-05-20", recorded_by: newId() });
    await plant("fair_action", action("f4a", "1"), action("f4a", "2"), action("f5a", "1"), action("f5a", "2"));
    await plant("fair_tally", { id: newId(), fair_id: fair, unit_uid: DISTRICT, step: "f5a", count: 7, on_date: "2023-05-20" });
    expect(await values(DISTRICT, "fair.firms", "fair.register_direct", "fair.interviewed", "fair.register_training")).toEqual(["2", "2", "8", "0"]);
    expect(await reader.recount(DISTRICT, "fair.interviewed", "fairInterviewed", "now", 50)).toBe(8);
    expect(await values(PHU_HUU, "fair.firms")).toEqual([null]);
  });
});

describe("who may read", () => {
  it("a commune sees its own people as the province sees them, and exports them with a purpose", async () => {
    const officer = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01", fields: ["jobs"] });
    const own = await new Reader(officer).source(PHU_HUU, "jobs.people");
    expect([own.figure.value, own.records.flow!.entries.length]).toEqual(["2", 2]);
    const answer = await officer.call(indicatorsRoutes.exportSource, { body: { query: { area: PHU_HUU, year: 2023, indicator: "jobs.people" }, purpose: "Đối chiếu báo cáo" } });
    expect(answer.bytes.length).toBeGreaterThan(1_000);
  });

  it("a training centre, which works on its own rows alone, is refused the figures of an area", async () => {
    const centre = await app.signIn({ role: "training_centre", unitUid: PROVINCE, fields: ["training"], organisationId: provider });
    expect((await centre.refused(indicatorsRoutes.source, { query: { indicator: "training.learners", area: PHU_HUU, year: 2023 } })).code).toBe("indicators.outsideScope");
  });
});
