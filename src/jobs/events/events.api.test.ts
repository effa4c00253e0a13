import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { createHamlet, hamletIdsOf } from "../../areas/public.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { registryRoutes } from "../../registry/contract.ts";
import { addJobEvent, countJobEvents } from "../public.ts";
import { eventRoutes as routes, type EventBody } from "./contract.ts";

const PHU_HUU = "30352@2025-07-01";
const KHANH_BINH = "30341@2025-07-01";
const ON = day("2026-11-23");
const where = { area: PHU_HUU, on: ON };

let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person, neighbour: Person, surveyor: Person, leader: Person, centre: Person, stranger: Person;
let phuLoi: string, phuHoa: string;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  const add = (name: string) => services.door.write(provinceActor(), { commandId: newId(), name: "areas.addHamlet", input: { name } }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid: "30352@0", name });
    return { answer: id, changes };
  });
  phuLoi = await add("Ấp Phú Lợi");
  phuHoa = await add("Ấp Phú Hòa");
  const fields = ["poverty", "training", "jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [phuLoi], fields });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, fields: ["jobs"] });
  stranger = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training"] });
});
afterAll(() => database.close());

const body = (fullName: string, changes: Partial<EventBody> = {}): EventBody => ({
  worker: { hamletId: phuLoi, fullName, birthYear: 1995, sex: 1 }, startedOn: day("2026-03-10"), reportedOn: day("2026-04-01"), channel: "dn_trong_tinh", nature: "new", placeKind: "tinh", employerId: null,
  employerName: "Công ty TNHH May Minh Họa", job: "May", vsco: "7531", wage: 7_000_000, evidence: [{ kind: "contract", note: null }], distinctReason: null, ...changes,
});
const enter = (fullName: string, changes: Partial<EventBody> = {}, by = officer) => by.call(routes.addEvent, { body: body(fullName, changes) });
const list = (query: object = {}, by = officer) => by.call(routes.events, { query: { ...where, ...query } });

describe("job events", () => {
  it("are entered once: the same person with the same employer within twelve months is the same event", async () => {
    const { id, warnings } = await enter("Nguyễn Văn Minh Họa");
    expect(warnings).toEqual([]);
    const again = await officer.refused(routes.addEvent, { body: body("NGUYỄN VĂN MINH HOẠ", { startedOn: day("2026-06-01"), reportedOn: day("2026-06-02"), channel: "tt_dvvl", employerName: "Cty may minh họa" }) });
    expect(again).toMatchObject({ status: 409, code: "jobs.sameEvent", data: { eventId: id, on: "2026-03-10" } });
    expect(again.title).toContain("10/03/2026");
    await enter("Nguyễn Văn Minh Họa", { startedOn: day("2025-03-10"), reportedOn: day("2025-04-01") });
    const counted = await list();
    expect(counted.counts).toMatchObject({ events: 2, people: 1, unidentified: 1 });
    expect(counted.rows.map(({ startedOn }) => startedOn)).toEqual(["2026-03-10", "2025-03-10"]);
  });

  it("that only look the same go on with a reason, which stays with them", async () => {
    await enter("Lê Thị Tự Tạo", { channel: "tu_tao", placeKind: "xa", employerName: null, job: "Nuôi lươn" });
    const second = body("Lê Thị Tự Tạo", { channel: "tu_tao", placeKind: "xa", employerName: null, job: "Bán tạp hóa", startedOn: day("2026-05-01"), reportedOn: day("2026-05-02") });
    expect(await officer.refused(routes.addEvent, { body: second })).toMatchObject({ status: 422, code: "jobs.maybeSameEvent" });
    const { id } = await officer.call(routes.addEvent, { body: { ...second, distinctReason: "nghỉ nuôi lươn, mở tiệm" } });
    expect((await officer.call(routes.event, { params: { id }, query: { on: ON } })).row.distinctReason).toBe("nghỉ nuôi lươn, mở tiệm");
  });

  it("never begin after the report, and a lone command is done once", async () => {
    expect((await officer.refused(routes.addEvent, { body: body("Trần Sai Ngày", { startedOn: day("2026-04-02") }) })).code).toBe("jobs.startAfterReport");
    const commandId = newId();
    const one = await officer.call(routes.addEvent, { body: body("Phạm Một Lần"), commandId });
    expect((await officer.call(routes.addEvent, { body: body("Phạm Một Lần"), commandId })).id).toBe(one.id);
  });

  it("take the person on file by name, birth year and hamlet; two alike are not guessed", async () => {
    const family = (name: string) => officer.call(registryRoutes.createHousehold, {
      body: { hamletId: phuLoi, from: day("2022-01-15"), localCode: null, address: null, formedBy: "listed", characteristics: [], confirm: ["registry.personAlike"], members: [{ who: { person: { fullName: name, sex: 1, birth: "1988", ethnicity: "01", numbers: [] } }, relation: "01" }] },
    } as never);
    await family("Đỗ Trong Sổ");
    const { id } = await enter("Đỗ Trong Sổ", { worker: { hamletId: phuLoi, fullName: "Đỗ Trong Sổ", birthYear: 1988, sex: 1 } });
    expect((await officer.call(routes.event, { params: { id }, query: { on: ON } })).row.personId).not.toBeNull();
    expect((await list({ identified: "yes" })).counts).toMatchObject({ events: 1, people: 1, unidentified: 0 });
  });

  it("are corrected by voiding and adding; verified ones are verified anew; the voided one is still known of its time", async () => {
    const { id } = await enter("Võ Sửa Sai", { worker: { hamletId: phuHoa, fullName: "Võ Sửa Sai", birthYear: 1990 } });
    expect(await officer.call(routes.verifyEvents, { body: { ids: [id] } })).toEqual({ verified: 1 });
    expect(await officer.call(routes.verifyEvents, { body: { ids: [id] } })).toEqual({ verified: 0 });
    const { row } = await officer.call(routes.event, { params: { id }, query: { on: ON } });
    expect(row).toMatchObject({ verifiedOn: "2026-11-23", unit: "xã Phú Hữu", hamlet: "ấp Phú Hòa" });
    const { rows: [before] } = await database.pool.query<{ at: Date }>("select clock_timestamp() as at");
    const event = body("Võ Sửa Sai", { worker: { hamletId: phuHoa, fullName: "Võ Sửa Sai", birthYear: 1990 }, startedOn: day("2026-02-20") });
    expect((await officer.refused(routes.correctEvent, { params: { id }, body: { event, reason: "sai ngày", baseVersion: row.version - 1 } })).code).toBe("jobs.eventChanged");
    const corrected = await officer.call(routes.correctEvent, { params: { id }, body: { event, reason: "sai ngày", baseVersion: row.version } });
    expect((await list({ hamlet: phuHoa })).rows).toMatchObject([{ id: corrected.id, startedOn: "2026-02-20", verifiedOn: null }]);
    const count = (knownAt?: string) => services.door.read(provinceActor(), (tx) => countJobEvents(tx, { hamletIds: [phuHoa], from: day("2026-03-01"), to: day("2026-03-31"), ...(knownAt !== undefined && { knownAt }) }));
    expect(await count(before!.at.toISOString())).toMatchObject({ events: 1 });
    expect(await count()).toMatchObject({ events: 0 });
    await officer.call(routes.voidEvent, { params: { id: corrected.id }, body: { reason: "ghi nhầm người" } });
    expect((await list({ hamlet: phuHoa })).total).toBe(0);
    expect((await officer.refused(routes.voidEvent, { params: { id: corrected.id }, body: { reason: "ghi nhầm người" } })).code).toBe("jobs.eventUnknown");
  });

  it("are seen and written in the own place only, and in the field of work", async () => {
    expect((await list({}, neighbour)).total).toBe(0);
    expect((await list({}, stranger)).total).toBe(0);
    expect((await neighbour.refused(routes.addEvent, { body: body("Ngoài Xã") })).code).toBe("areas.hamletOutsideArea");
    expect((await stranger.refused(routes.addEvent, { body: body("Khác Lĩnh Vực") })).code).toBe("jobs.notEnterer");
    expect((await leader.refused(routes.addEvent, { body: body("Chỉ Xem") })).code).toBe("jobs.notEnterer");
    expect((await surveyor.refused(routes.addEvent, { body: body("Ấp Khác", { worker: { hamletId: phuHoa, fullName: "Ấp Khác", birthYear: 1990 } }) })).code).toBe("areas.hamletOutsideArea");
    const { id } = await enter("Trung Tâm Giới Thiệu", { channel: "tt_dvvl", employerName: "Nhà máy Thủy sản" }, centre);
    expect((await surveyor.refused(routes.verifyEvents, { body: { ids: [id] } })).code).toBe("jobs.notVerifier");
  });

  it("keep loan work that was only kept out of the total, and show parts of the total", async () => {
    const before = (await list({ from: "2026-07-01", to: "2026-07-31" })).counts;
    expect(before).toMatchObject({ events: 0, people: 0 });
    const july = { startedOn: day("2026-07-10"), reportedOn: day("2026-08-01") };
    await enter("Vay Một", { ...july, channel: "vay_von", placeKind: "xa", employerName: null, job: "Chăn nuôi bò" });
    await enter("Vay Hai", { ...july, channel: "vay_von", placeKind: "xa", employerName: null, job: "Chăn nuôi bò", nature: "kept" });
    await enter("Đi Nhật", { ...july, channel: "nuoc_ngoai", placeKind: "nuoc_ngoai", employerName: null, job: "Điều dưỡng" });
    expect((await list({ from: "2026-07-01", to: "2026-07-31" })).counts).toEqual({ events: 2, people: 2, unidentified: 2, kept: 1, overseas: 1, loan: 1, outsideProvince: 0, unverified: 3 });
    expect((await list({ channel: "vay_von", nature: "kept" })).rows.map(({ fullName }) => fullName)).toEqual(["Vay Hai"]);
    expect((await list({ q: "di nhat" })).total).toBe(1);
  });

  it("belong to where the person lives, in the borders of any day, wherever the work and whoever reports (J5)", async () => {
    await enter("Ở Đây Làm Xa", { worker: { hamletId: phuHoa, fullName: "Ở Đây Làm Xa", birthYear: 1991 }, startedOn: day("2024-05-10"), reportedOn: day("2024-06-01"), channel: "dn_ngoai_tinh", placeKind: "ngoai_tinh", employerName: "Công ty Xa Tỉnh" }, centre);
    const inMay = (area: string, on: string) => services.door.read(provinceActor(), async (tx) => countJobEvents(tx, { hamletIds: await hamletIdsOf(tx, area, day(on)), from: day("2024-05-01"), to: day("2024-05-31") }));
    expect(await inMay("30352@0", "2024-05-31")).toMatchObject({ events: 1, people: 1, outsideProvince: 1 });
    expect(await inMay(PHU_HUU, "2026-11-23")).toMatchObject({ events: 1, people: 1 });
    expect(await inMay(KHANH_BINH, "2026-11-23")).toMatchObject({ events: 0 });
  });

  it("of another feature's record link to the event on file instead of being counted twice", async () => {
    const { id } = await enter("Học Xong Có Việc", { startedOn: day("2026-08-01"), reportedOn: day("2026-08-02") });
    const outcomeId = newId();
    const report = () => services.door.write(provinceActor(), { commandId: newId(), name: "test.outcome", input: {} }, async (tx) => {
      const added = await addJobEvent(tx, { ...body("Học Xong Có Việc", { startedOn: day("2026-08-01"), reportedOn: day("2026-09-02"), channel: "sau_hoc_nghe" }), outcomeId }, services.today());
      return { answer: { id: added.id, kind: added.kind }, changes: added.changes };
    });
    expect(await report()).toEqual({ id, kind: "linked" });
    await expect(report()).rejects.toMatchObject({ code: "jobs.sameEvent" });
    expect((await officer.call(routes.event, { params: { id }, query: { on: ON } })).row).toMatchObject({ outcomeId, channel: "dn_trong_tinh" });
  });

  it("go out as a workbook for a purpose, lượt and người in its head", async () => {
    const file = await officer.call(routes.exportEvents, { body: { query: { ...where, from: day("2026-07-01"), to: day("2026-07-31"), sort: "name" }, purpose: "báo cáo tháng 7" } });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.bytes as never);
    const cells = workbook.worksheets[0]!.getSheetValues().flat().map(String);
    expect(cells.join("\n")).toContain("2 lượt tạo mới của 2 người");
    expect(cells).toEqual(expect.arrayContaining(["Đi Nhật", "Đi làm việc nước ngoài", "chưa định danh"]));
    expect((await surveyor.refused(routes.exportEvents, { body: { query: { ...where, sort: "name" }, purpose: "báo cáo" } })).code).toBe("jobs.notKeeper");
  });
});

describe("the monthly list of a hamlet", () => {
  const line = (fullName: string, changes: object = {}) => ({ personId: null, fullName, birthYear: 1992, sex: 0 as const, startedOn: day("2026-09-05"), channel: "dn_ngoai_tinh" as const, placeKind: "ngoai_tinh" as const, employerName: "Công ty Giày Giả Định", job: null, distinctReason: null, ...changes });
  const send = (lines: ReturnType<typeof line>[], by = surveyor) => by.call(routes.reportMonth, { body: { hamletId: phuLoi, month: "2026-09", reportedOn: day("2026-10-01"), reporter: "Trưởng ấp", lines } });

  it("takes the good lines and gives the others back with what is wrong; sent twice it changes nothing", async () => {
    const first = await send([line("Ấp Người Một"), line("Ấp Người Hai"), line("Ấp Sai Tháng", { startedOn: day("2026-08-31") }), line("Ấp Còn Nhỏ", { birthYear: 2015 })]);
    expect(first).toMatchObject({ added: 2, refused: [{ line: 2, code: "jobs.otherMonth" }, { line: 3, code: "jobs.tooYoung" }] });
    expect(first.refused[0]!.text).toContain("31/08/2026");
    const second = await send([line("Ấp Người Một"), line("Ấp Người Hai")]);
    expect(second).toMatchObject({ added: 0, refused: [{ code: "jobs.sameEvent" }, { code: "jobs.sameEvent" }] });
    const { rows } = await officer.call(routes.months, { query: { ...where, month: "2026-09" } });
    expect(rows).toMatchObject([{ hamlet: "ấp Phú Hòa", reportedOn: null, events: 0 }, { hamlet: "ấp Phú Lợi", reportedOn: "2026-10-01", reporter: "Trưởng ấp", events: 2, people: 2, unverified: 2 }]);
  });

  it("may say that nobody began work, which is not the same as no report", async () => {
    await officer.call(routes.reportMonth, { body: { hamletId: phuHoa, month: "2026-09", reportedOn: day("2026-10-02"), reporter: "Trưởng ấp", lines: [] } });
    const { rows } = await officer.call(routes.months, { query: { ...where, month: "2026-09" } });
    expect(rows.find(({ hamletId }) => hamletId === phuHoa)).toMatchObject({ reportedOn: "2026-10-02", events: 0 });
    expect((await officer.refused(routes.reportMonth, { body: { hamletId: phuHoa, month: "2026-12", reportedOn: day("2026-11-20"), reporter: "Trưởng ấp", lines: [] } })).code).toBe("jobs.monthToCome");
  });

  it("adds up on the board, by month and channel, against the plan and the same days of last year", async () => {
    await services.door.write(provinceActor(), { commandId: newId(), name: "test.plan", input: {} }, async ({ client }) => {
      await client.query("insert into plan_row (id, indicator, unit_uid, year, plan_kind, value, document) values ($1, 'jobs.events', $3, 2026, 'assigned', 10, 'KH thử'), ($2, 'jobs.people', $3, 2026, 'assigned', 20, 'KH người')", [newId(), newId(), PHU_HUU]);
      return { answer: null };
    });
    const board = await officer.call(routes.board, { query: { ...where, year: 2026 } });
    const hamletIds = await services.door.read(provinceActor(), (tx) => hamletIdsOf(tx, PHU_HUU, ON));
    const counted = await services.door.read(provinceActor(), (tx) => countJobEvents(tx, { hamletIds, from: day("2026-01-01"), to: ON }));
    expect(board.counts).toEqual(counted);
    expect(board.before).toMatchObject({ events: 1, people: 1 });
    expect(board.cells.reduce((sum, { events }) => sum + events, 0)).toBe(counted.events);
    expect(board.months[8]).toEqual({ month: 9, events: 2, people: 2, hamletsReported: 2 });
    expect(counted.people).not.toBe(counted.events);
    expect(board.plans).toEqual({
      events: { value: 10, document: "KH thử", kind: "document", percent: `${counted.events * 10}.0` }, people: { value: 20, document: "KH người", kind: "document", percent: `${counted.people * 5}.0` },
    });
    await services.door.write(provinceActor(), { commandId: newId(), name: "test.clear", input: {} }, async ({ client }) => {
      await client.query("update job_event set voided_at = now(), void_reason = 'thử' where started_on < '2025-01-01'");
      return { answer: null };
    });
    // nothing is on file of 2024: that is not nought, until a hamlet reports that nobody began work
    const earlier = () => officer.call(routes.board, { query: { ...where, year: 2025 } });
    expect((await earlier()).before).toBeNull();
    await officer.call(routes.reportMonth, { body: { hamletId: phuHoa, month: "2024-03", reportedOn: day("2024-04-02"), reporter: "Trưởng ấp", lines: [] } });
    expect((await earlier()).before).toMatchObject({ events: 0, people: 0 });
    expect((await neighbour.call(routes.board, { query: { area: KHANH_BINH, on: ON, year: 2026 } })).plans).toEqual({ people: null, events: null });
  });

  it("is verified as a whole where the officer saw how many there are", async () => {
    const query = { ...where, from: day("2026-09-01"), to: day("2026-09-30"), sort: "-started" as const };
    const { counts } = await list(query);
    expect(counts.unverified).toBe(2);
    expect((await officer.refused(routes.verifyAll, { body: { query, expected: 3 } })).code).toBe("jobs.countChanged");
    expect((await surveyor.refused(routes.verifyAll, { body: { query, expected: 2 } })).code).toBe("jobs.notVerifier");
    expect(await officer.call(routes.verifyAll, { body: { query, expected: 2 } })).toEqual({ verified: 2 });
    expect((await list(query)).rows).toMatchObject([{ verifiedOn: ON, verifiedBy: "Thử commune" }, { verifiedOn: ON }]);
  });
});
