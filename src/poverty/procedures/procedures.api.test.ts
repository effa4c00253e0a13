import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { queueRoutes } from "../../queue/contract.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, query, type Planted, write } from "../review/review.testing.ts";
import { movementRoutes } from "../movement/contract.ts";
import { tablesRoutes } from "../tables/contract.ts";
import { povertyRoutes } from "../contract.ts";
import { procedureRoutes as routes, type ProcedurePageView, type ReceiveBody, type StepBody } from "./contract.ts";

// Requests of 2026 in two communes; today is 23/11/2026.
let database: TestDatabase;
let services: Services;
let officer: Person, neighbour: Person, province: Person, leader: Person;
let one: Planted, other: Planted;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  one = await plantHamlet(services, { name: "Ấp Đơn", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [{ b1: 130, b2: 40 }, { b1: 150, b2: 10, recognised: "poor" }, { b1: 160, b2: 0 }, { b1: 160, b2: 0 }, { b1: 130, b2: 40 }] });
  other = await plantHamlet(services, { name: "Ấp Láng Giềng", unitUid: KHANH_BINH_NOW, statusYear: 2026, families: [{ b1: 130, b2: 40 }] });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
});
afterAll(() => database.close());

const request = (more: Partial<ReceiveBody> = {}): { body: ReceiveBody } => ({ body: { kind: "adhoc_entry", householdId: one.households[0]!, applicant: "Nguyễn Văn Thử", receivedOn: day("2026-03-10"), channel: "in_person", hasForm: true, papers: ["Bản sao CCCD"], ...more } });
const page = (id: string, by = officer): Promise<ProcedurePageView> => by.call(routes.procedure, { params: { id } });
const asked = async (id: string, on: string, step: StepBody) => ({ params: { id }, body: { baseVersion: (await page(id)).row.version, on: day(on), step } });
const take = async (id: string, on: string, step: StepBody, by = officer) => by.call(routes.takeProcedureStep, await asked(id, on, step));
const refusal = async (id: string, on: string, step: StepBody, by = officer) => (await by.refused(routes.takeProcedureStep, await asked(id, on, step))).code;
const assess = (scoreIncome: number, scoreDeprivation: number): StepBody => ({ kind: "assess", scoreIncome, scoreDeprivation, surveyor: "Trần Rà Soát", evidence: "Phiếu B số 7" });
const meet = (agree: number): StepBody => ({ kind: "meet", place: "Văn phòng ấp", chair: "Trưởng ấp", present: 20, agree });
const recognise = (more: object): StepBody => ({ kind: "recognise", class: "poor", documentNo: "15/QĐ-UBND", signer: "Lê Chủ Tịch", from: day("2026-03-27"), ...more }) as StepBody;
const assessed = (householdId: string) => query<{ b1: number; b2: number; on: string; year: number | null; request: string | null; deprivations: string[] | null }>(services,
  `select score_income as b1, score_deprivation as b2, surveyed_on::text as "on", status_year as year, procedure_case_id as request, deprivations from assessment where household_id = $1 and voided_at is null order by recorded_at desc`, [householdId]);
const statuses = (householdId: string) => query<{ class: string; from: string; to: string | null }>(services,
  "select class, valid_from::text as from, valid_to::text as to from recognised_status where household_id = $1 and voided_at is null order by valid_from", [householdId]);

describe.sequential("kinds", () => {
  it("says what was read and what is not known", async () => {
    const { kinds } = await officer.call(routes.procedureKinds, { query: {} });
    expect(kinds.map(({ id }) => id)).toEqual(["adhoc_entry", "adhoc_exit", "middle_standard", "low_income"]);
    expect(kinds[0]).toMatchObject({ form: { name: "Mẫu số 01", certainty: "text" }, deadline: { known: true, certainty: "text" }, documents: { items: [], certainty: "unknown" } });
    expect(kinds[0]!.deadline.text).toContain("15 ngày");
    expect(kinds[2]).toMatchObject({ form: { name: null, certainty: "unknown" }, deadline: { known: false } });
  });
});

describe.sequential("a request to enter the list", () => {
  let id: string;
  it("gets the next number of the commune's book and its last day; a second one is refused", async () => {
    const received = await officer.call(routes.receiveRequest, request());
    id = received.id;
    expect(received).toMatchObject({ number: 1, dueOn: "2026-03-30" });
    expect((await officer.refused(routes.receiveRequest, request())).code).toBe("poverty.procedure.openAlready");
    expect((await officer.refused(routes.receiveRequest, request({ householdId: one.households[1]! }))).code).toBe("poverty.procedure.onListAlready");
    expect((await officer.refused(routes.receiveRequest, request({ householdId: one.households[2]!, kind: "adhoc_exit" }))).code).toBe("poverty.procedure.notOnList");
    expect((await leader.refused(routes.receiveRequest, request())).code).toBe("poverty.notYours");
    // after the 15th it is the next month's review, which is derived and not read
    const late = await officer.call(routes.receiveRequest, request({ householdId: one.households[4]!, receivedOn: day("2026-03-20"), hasForm: false, papers: [] }));
    expect(late).toMatchObject({ number: 2, dueOn: "2026-04-30" });
    expect((await page(late.id)).row.dueCertainty).toBe("second-hand");
    expect((await neighbour.call(routes.receiveRequest, request({ householdId: other.households[0]! }))).number).toBe(1);
  });

  it("without its form it is not complete (V14)", async () => {
    const { rows } = await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW } });
    const bare = rows.find(({ number }) => number === 2)!.id;
    expect(await refusal(bare, "2026-03-20", { kind: "accept" })).toBe("poverty.procedure.formMissing");
    await take(bare, "2026-03-21", { kind: "askMore", missing: "Giấy đề nghị theo Mẫu số 01" });
    expect((await page(bare)).missing).toBe("Giấy đề nghị theo Mẫu số 01");
    await take(bare, "2026-03-22", { kind: "supply", hasForm: true, papers: [] });
    expect(await take(bare, "2026-03-22", { kind: "accept" })).toMatchObject({ state: "complete" });
  });

  it("goes step by step; a meeting that does not carry is visited again, a step recorded wrongly is taken back", async () => {
    await take(id, "2026-03-10", { kind: "accept" });
    expect(await refusal(id, "2026-03-27", recognise({}))).toBe("poverty.procedure.needsState");
    await take(id, "2026-03-16", assess(130, 40));
    expect((await page(id)).judged).toMatchObject({ class: "poor" });
    expect(await take(id, "2026-03-18", meet(9))).toMatchObject({ state: "complete" });
    await take(id, "2026-03-19", { kind: "assess", scoreIncome: 130, deprivations: ["water", "toilet", "nutrition", "employment"], causes: ["1"], surveyor: "Trần Rà Soát", evidence: "Phiếu B số 7" });
    expect((await page(id)).facts).toMatchObject({ scoreDeprivation: 40, deprivations: ["water", "toilet", "nutrition", "employment"], causes: ["1"] });
    expect((await page(id)).form!.indicators).toHaveLength(12);
    expect(await refusal(id, "2026-03-19", { ...assess(130, 25) })).toBe("poverty.assessmentRefused");
    // while it is open the points are the case's alone
    expect(await assessed(one.households[0]!)).toHaveLength(1);
    await take(id, "2026-03-20", meet(20));
    expect(await take(id, "2026-03-21", { kind: "takeBack", reason: "ghi nhầm biên bản" })).toMatchObject({ state: "assessed" });
    expect(await refusal(id, "2026-03-27", recognise({}))).toBe("poverty.procedure.meetingMissing");
    expect(await take(id, "2026-03-20", meet(10))).toMatchObject({ state: "met" });
    expect(await refusal(id, "2026-03-27", recognise({}))).toBe("poverty.procedure.postingMissing");
    await take(id, "2026-03-21", { kind: "post", places: "Văn phòng ấp; UBND xã", to: day("2026-03-25") });
    expect(await refusal(id, "2026-03-25", recognise({ from: day("2026-03-25") }))).toBe("poverty.procedure.postingRuns");
    expect((await officer.refused(routes.takeProcedureStep, { params: { id }, body: { baseVersion: 1, on: day("2026-03-27"), step: recognise({}) } })).code).toBe("poverty.procedure.changed");
  });

  it("the decision is one transaction with the recognised list", async () => {
    expect(["poverty.procedure.judgedOtherwise", "poverty.procedure.reasonMissing"]).toContain(await refusal(id, "2026-03-27", recognise({ class: "near_poor" })));
    expect(await statuses(one.households[0]!)).toEqual([]);
    expect(await take(id, "2026-03-27", recognise({}))).toMatchObject({ state: "recognised" });
    expect(await statuses(one.households[0]!)).toEqual([{ class: "poor", from: "2026-03-27", to: null }]);
    expect(await refusal(id, "2026-03-28", { kind: "withdraw", reason: "đổi ý" })).toBe("poverty.procedure.needsState");
    // and a result of the household like one of a round, which stands before the round's of the same year
    expect(await assessed(one.households[0]!)).toEqual([
      { b1: 130, b2: 40, on: "2026-03-19", year: 2026, request: id, deprivations: ["water", "toilet", "nutrition", "employment"] }, { b1: 130, b2: 40, on: expect.any(String) as string, year: null, request: null, deprivations: null },
    ]);
    const shown = await officer.call(povertyRoutes.householdAssessment, { params: { id: one.households[0]! }, query: { on: day("2026-04-01") } });
    expect(shown).toMatchObject({ entered: { procedureCaseId: id, causes: ["1"] }, assessment: { class: "poor" }, recognised: { class: "poor", from: "2026-03-27" } });
    await take(id, "2026-03-28", { kind: "answer", receiver: "Nguyễn Văn Thử", how: "nhận trực tiếp" });
    const { row, steps, open } = await page(id);
    expect(row).toMatchObject({ state: "answered", outcome: "recognised", outcomeClass: "poor", documentNo: "15/QĐ-UBND", due: "done" });
    expect([steps.length, open]).toEqual([11, []]);
  });
});

describe.sequential("other requests", () => {
  it("leaving the list ends the status; a refusal has its reasons in writing", async () => {
    const leave = await officer.call(routes.receiveRequest, request({ kind: "adhoc_exit", householdId: one.households[1]!, receivedOn: day("2026-05-05") }));
    expect(leave.number).toBe(3);
    await take(leave.id, "2026-05-05", { kind: "accept" });
    await take(leave.id, "2026-05-16", assess(180, 10));
    await take(leave.id, "2026-05-18", meet(20));
    await take(leave.id, "2026-05-19", { kind: "post", places: "Văn phòng ấp", to: day("2026-05-22") });
    const [standing] = await query<{ id: string }>(services, "select id from recognised_status where household_id = $1 and voided_at is null", [one.households[1]!]);
    const decided = { class: "none", documentNo: "30/QĐ-UBND", from: day("2026-05-25") };
    expect(await refusal(leave.id, "2026-05-25", recognise(decided))).toBe("poverty.statusChanged");
    await take(leave.id, "2026-05-25", recognise({ ...decided, baseStatusId: standing!.id }));
    expect(await statuses(one.households[1]!)).toMatchObject([{ class: "poor", to: "2026-05-25" }]);
    const { rows } = await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW, state: "complete" } });
    await take(rows[0]!.id, "2026-04-20", { kind: "refuse", documentNo: "8/TB-UBND", signer: "Lê Chủ Tịch", reason: "Điểm B1 cao hơn mức quy định" });
    const letter = await officer.call(routes.printProcedure, { params: { id: rows[0]!.id }, body: { paper: "refusal", format: "screen" } });
    const text = new TextDecoder().decode(letter.bytes);
    expect(text).toContain("Điểm B1 cao hơn mức quy định");
    expect(text).toContain("chưa đối chiếu");
    expect((await officer.refused(routes.printProcedure, { params: { id: rows[0]!.id }, body: { paper: "result", format: "screen" } })).code).toBe("poverty.procedure.noPaperYet");
    const slip = await officer.call(routes.printProcedure, { params: { id: leave.id }, body: { paper: "receipt", format: "docx" } });
    expect(String.fromCharCode(...slip.bytes.slice(0, 2))).toBe("PK");
  });

  it("middle standard and low income are results of the case and leave the lists alone", async () => {
    const middle = await officer.call(routes.receiveRequest, request({ kind: "middle_standard", householdId: one.households[2]!, receivedOn: day("2026-06-02"), hasForm: false }));
    expect(middle).toMatchObject({ number: 4, dueOn: null });
    await take(middle.id, "2026-06-02", { kind: "accept" });
    expect(await refusal(middle.id, "2026-06-16", assess(150, 10))).toBe("poverty.procedure.incomeMissing");
    await take(middle.id, "2026-06-16", { kind: "assess", incomeMonth: 2_000_000, surveyor: "Trần Rà Soát", evidence: "Phiếu kê khai" });
    // what NĐ 351/2025 says of it in 2026 was not read: the officer decides with a reason
    expect((await page(middle.id)).judged).toEqual({ class: null, certainty: "unknown" });
    const holds = { class: "holds", documentNo: "40/QĐ-UBND", from: day("2026-07-01"), to: day("2027-07-01") };
    expect(await refusal(middle.id, "2026-07-01", recognise(holds))).toBe("poverty.procedure.reasonMissing");
    expect(await refusal(middle.id, "2026-07-01", recognise({ ...holds, class: "poor", reason: "thử sai" }))).toBe("poverty.procedure.wrongOutcome");
    await take(middle.id, "2026-07-01", recognise({ ...holds, reason: "thu nhập kê khai 2 triệu đồng" }));
    expect((await page(middle.id)).row).toMatchObject({ outcomeClass: "holds", resultFrom: "2026-07-01", resultTo: "2027-07-01" });
    expect(await statuses(one.households[2]!)).toEqual([]);

    const low = { kind: "low_income", householdId: one.households[3]!, receivedOn: day("2026-06-03") };
    expect((await officer.refused(routes.receiveRequest, request(low))).code).toBe("poverty.procedure.personMissing");
    const [person] = await query<{ id: string }>(services, "select person_id as id from membership where household_id = $1", [one.households[3]!]);
    const [stranger] = await query<{ id: string }>(services, "select person_id as id from membership where household_id = $1", [one.households[2]!]);
    expect((await officer.refused(routes.receiveRequest, request({ ...low, personId: stranger!.id }))).code).toBe("poverty.procedure.notMember");
    expect((await page((await officer.call(routes.receiveRequest, request({ ...low, personId: person!.id }))).id)).personName).toBe("Nguyễn Văn Ấp Đơn 4");
  });
});

describe.sequential("the whole area", () => {
  it("counts each month and opens each count; the report is due on the 5th from February to September", async () => {
    const { months } = await officer.call(routes.procedureMonths, { query: { area: PHU_HUU_NOW, year: 2026 } });
    expect(months.map(({ received }) => received)).toEqual([0, 0, 2, 0, 1, 2, 0, 0, 0, 0, 0, 0]);
    expect(months[2]).toMatchObject({ enteredPoor: 1, enteredNearPoor: 0, left: 0, reportOn: "2026-04-05" });
    expect([months[3]!.refused, months[4]!.left, months[6]!.middle]).toEqual([1, 1, 1]);
    expect(months.map(({ reportOn }) => reportOn !== null)).toEqual([true, true, true, true, true, true, true, true, false, false, false, false]);
    const { rows } = await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW, decided: "2026-03", kind: "adhoc_entry", outcomeClass: "poor" } });
    expect(rows.map(({ number }) => number)).toEqual([1]);
  });

  it("movement and tables of the year count who entered and who left on a request from the day of the decision", async () => {
    // the year closes with a round of its own autumn
    await write(services, ({ client }) => client.query("insert into review_round (id, unit_uid, year, name, closed_on) values ($1, $2, 2026, 'Rà soát 2026', '2026-11-20')", [newId(), PHU_HUU_NOW]));
    const cell = async (list: "poor" | "near_poor", column: number) => (await officer.call(movementRoutes.movementCell, { query: { area: PHU_HUU_NOW, year: 2026, list, line: "households", column } })).rows.map(({ householdId }) => householdId);
    expect(await cell("poor", 1)).toEqual([one.households[1]]);
    expect(await cell("poor", 9)).toEqual([one.households[0]]);
    const { poor } = (await officer.call(movementRoutes.movement, { query: { area: PHU_HUU_NOW, year: 2026 } })).rows.at(-1)!;
    expect(poor!.households).toEqual([1, 0, 1, 0, 0, 0, 1, 0, 1]);
    const { tables: [lacks] } = await officer.call(tablesRoutes.tables, { query: { area: PHU_HUU_NOW, year: 2026, table: "deprivation-poor" } });
    const at = (key: string) => lacks!.rows.find(({ kind }) => kind === "total")!.cells[lacks!.columns.findIndex((column) => column.key === key)]!.text;
    expect(["total", "d.nutrition", "d.water", "d.telecom"].map(at)).toEqual(["1", "1", "1", "0"]);
  });

  it("a commune sees its own, the province all; nobody touches a neighbour's", async () => {
    expect((await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW } })).total).toBe(5);
    expect((await neighbour.call(routes.procedures, { query: { area: PHU_HUU_NOW } })).total).toBe(0);
    expect((await province.call(routes.procedures, { query: { area: AN_GIANG_UID } })).total).toBe(6);
    const [mine] = (await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW } })).rows;
    expect((await neighbour.refused(routes.procedure, { params: { id: mine!.id } })).code).toBe("poverty.procedure.unknown");
    expect((await neighbour.refused(routes.takeProcedureStep, { params: { id: mine!.id }, body: { baseVersion: mine!.version, on: day("2026-11-20"), step: { kind: "accept" } } })).status).toBe(404);
    expect((await neighbour.refused(routes.receiveRequest, request({ householdId: one.households[2]! }))).status).toBe(404);
  });

  it("the queue tells what is late, untimed and to be handed back; the list is taken out with a purpose", async () => {
    const queue = async (by: Person, area: string) => (await by.call(queueRoutes.queue, { query: { area } })).items.filter(({ code }) => code.startsWith("poverty.queue.procedure")).map(({ code, count, state }) => [code, count, state]);
    expect(await queue(neighbour, KHANH_BINH_NOW)).toEqual([["poverty.queue.procedureLate", 1, "late"]]);
    expect((await queue(officer, PHU_HUU_NOW)).toSorted()).toEqual([["poverty.queue.procedureAnswer", 3, "open"], ["poverty.queue.procedureUntimed", 1, "open"]]);
    expect((await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW, state: "decided" } })).total).toBe(3);
    const file = await officer.call(routes.exportProcedures, { body: { area: PHU_HUU_NOW, due: "unknown", purpose: "kiểm tra hồ sơ" } });
    expect(file.mime).toContain("spreadsheet");
    expect((await leader.refused(routes.exportProcedures, { body: { area: PHU_HUU_NOW, purpose: "kiểm tra hồ sơ" } })).code).toBe("poverty.notYours");
  });

  it("a month's report is kept as it was handed in, once, and tells when the counts are others since", async () => {
    const months = async (by = officer) => (await by.call(routes.procedureMonths, { query: { area: PHU_HUU_NOW, year: 2026 } })).months;
    const reports = async () => (await officer.call(queueRoutes.queue, { query: { area: PHU_HUU_NOW } })).items.filter(({ code }) => code === "poverty.queue.adhocReport").map(({ text, state }) => [/tháng (\S+):/.exec(text)?.[1], state]);
    const handIn = (month: string, handedOn: string) => ({ body: { area: PHU_HUU_NOW, month, handedOn: day(handedOn), receiver: "Sở NN&MT" } });
    expect(await reports()).toEqual([["03/2026", "late"], ["04/2026", "late"], ["05/2026", "late"], ["06/2026", "late"], ["07/2026", "late"]]);
    expect((await officer.refused(routes.handInProcedureReport, handIn("2026-03", "2026-03-31"))).code).toBe("poverty.procedure.monthRuns");
    expect((await officer.refused(routes.handInProcedureReport, handIn("2026-03", "2027-01-01"))).code).toBe("poverty.procedure.handedToCome");
    expect((await neighbour.refused(routes.handInProcedureReport, handIn("2026-03", "2026-04-05"))).code).toBe("poverty.outsideArea");
    const { id } = await officer.call(routes.handInProcedureReport, handIn("2026-03", "2026-04-05"));
    expect((await officer.refused(routes.handInProcedureReport, handIn("2026-03", "2026-04-06"))).code).toBe("poverty.procedure.handedAlready");
    expect(await reports()).toEqual([["04/2026", "late"], ["05/2026", "late"], ["06/2026", "late"], ["07/2026", "late"]]);
    expect((await months())[2]!.handed).toMatchObject({ on: "2026-04-05", receiver: "Sở NN&MT", differs: false, counts: { received: 2, enteredPoor: 1 } });
    await officer.call(routes.receiveRequest, request({ kind: "adhoc_entry", householdId: one.households[4]!, receivedOn: day("2026-03-12") }));
    expect((await months())[2]).toMatchObject({ received: 3, handed: { differs: true, counts: { received: 2 } } });
    await officer.call(routes.takeBackProcedureReport, { params: { id }, body: { reason: "ghi nhầm tháng" } });
    expect((await months())[2]!.handed).toBeNull();
  });

  it("papers of a request are attached as photos, and opened by whoever may read it", async () => {
    const [row] = (await officer.call(routes.procedures, { query: { area: PHU_HUU_NOW, state: "received" } })).rows;
    const params = { id: row!.id };
    const attach = (version: number, body: Uint8Array) => ({ params, query: { what: "Đơn đề nghị", baseVersion: version }, body });
    const photo = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3]);
    expect((await officer.refused(routes.attachToProcedure, attach(row!.version, new TextEncoder().encode("không phải ảnh")))).code).toBe("poverty.photoUnknown");
    const { sha256, version } = await officer.call(routes.attachToProcedure, attach(row!.version, photo));
    expect((await officer.refused(routes.attachToProcedure, attach(row!.version, photo))).code).toBe("poverty.procedure.changed");
    expect(version).toBe(row!.version + 1);
    expect(new Uint8Array((await officer.call(routes.procedureFile, { params: { ...params, sha: sha256 } })).bytes)).toEqual(photo);
    expect((await neighbour.refused(routes.procedureFile, { params: { ...params, sha: sha256 } })).code).toBe("poverty.procedure.unknown");
    expect((await officer.refused(routes.procedureFile, { params: { ...params, sha: "0".repeat(64) } })).code).toBe("poverty.photoGone");
  });
});
