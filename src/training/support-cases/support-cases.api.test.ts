import { afterAll, beforeAll, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { type Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, write } from "../../poverty/review/review.testing.ts";
import { plantClass, plantLearner } from "../allowance.testing.ts";
import { supervisionRoutes, type SettlementStep } from "../supervision/contract.ts";
import { supportCaseRoutes, type ReceiveBody, type StepBody } from "./contract.ts";

// Cases and supervision in one commune of today; today is Monday 23/11/2026.
let database: TestDatabase;
let officer: Person, neighbour: Person, centre: Person;
let hamletId: string, contractId: string, classId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const services = testServices(database);
  const app = new TestApp(services);
  hamletId = (await plantHamlet(services, { name: "Ấp Đơn", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [] })).hamletId;
  let provider = "";
  await write(services, async (tx) => {
    const planted = await plantClass(tx, { code: "SV1", unitUid: PHU_HUU_NOW, provinceUid: AN_GIANG_UID, openedOn: "2026-11-02", days: 3, actor: provinceActor().accountId });
    [classId, contractId, provider] = [planted.classId, planted.contractId, planted.providerId];
    await plantLearner(tx, planted, { fullName: "Lê Học Viên", unitUid: PHU_HUU_NOW, hamletId, on: "2026-11-02", present: 3, groups: ["LDNT"] });
  });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["training"] });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW, fields: ["training"] });
  centre = await app.signIn({ role: "training_centre", unitUid: AN_GIANG_UID, fields: ["training"], organisationId: provider });
});
afterAll(() => database.close());

const receive = (fullName: string, more: Partial<ReceiveBody["asked"]> = {}): { body: ReceiveBody } => ({
  body: {
    worker: { hamletId, fullName, birthYear: 1995, sex: 2 }, course: "May công nghiệp", providerName: "Trung tâm May", openedOn: day("2026-03-02"), receivedOn: day("2026-11-10"), channel: "in_person", papers: ["Đơn đề nghị", "Biên lai học phí"],
    asked: { groups: ["LDNT"], actualCost: 3_200_000, attendedDays: 25, distanceKm: "10", areaClass: "especially_difficult", ...more },
  },
});
const page = (id: string) => officer.call(supportCaseRoutes.supportCase, { params: { id } });
const asked = async (id: string, on: string, step: StepBody) => ({ params: { id }, body: { baseVersion: (await page(id)).row.version, on: day(on), step } });
const take = async (id: string, on: string, step: StepBody) => officer.call(supportCaseRoutes.stepSupportCase, await asked(id, on, step));

it("a case is received with a number, decided within seven working days of the complete file, and paid", async () => {
  expect((await neighbour.refused(supportCaseRoutes.receiveSupportCase, receive("Nguyễn Thị Đơn"))).code).toBe("training.allowance.notYours");
  expect((await officer.refused(supportCaseRoutes.receiveSupportCase, receive("Nguyễn Thị Đơn", { groups: ["tỷ phú"] }))).code).toBe("training.allowance.input");
  const { id, number } = await officer.call(supportCaseRoutes.receiveSupportCase, receive("Nguyễn Thị Đơn"));
  expect([number, (await officer.call(supportCaseRoutes.receiveSupportCase, receive("Trần Văn Khác"))).number]).toEqual([1, 2]);
  await take(id, "2026-11-11", { kind: "askMore", missing: "giấy xác nhận cư trú" });
  await take(id, "2026-11-12", { kind: "supply", papers: ["Xác nhận cư trú"] });
  // Friday 13/11 + 7 working days: Tuesday 24/11
  expect((await take(id, "2026-11-13", { kind: "accept" })).dueOn).toBe("2026-11-24");
  const { row, answer, papers, steps } = await page(id);
  expect([row.due, answer.total, papers, steps]).toEqual(["soon", 4_750_000, ["Đơn đề nghị", "Biên lai học phí", "Xác nhận cư trú"], ["approve", "refuse", "withdraw"]]);
  const differs = await officer.refused(supportCaseRoutes.stepSupportCase, await asked(id, "2026-11-20", { kind: "approve", decisionNo: "9/QĐ-UBND", signer: "Chủ tịch", amountDong: 4_000_000 }));
  expect([differs.code, differs.title]).toEqual(["training.case.reasonMissing", expect.stringContaining("4.750.000")]);
  await take(id, "2026-11-20", { kind: "approve", decisionNo: "9/QĐ-UBND", signer: "Chủ tịch", amountDong: 4_750_000 });
  await take(id, "2026-11-23", { kind: "pay", voucherNo: "PC 1" });
  expect((await page(id)).printable).toEqual(["receipt", "decision"]);
  for (const paper of ["receipt", "decision"] as const) expect(Buffer.from((await officer.call(supportCaseRoutes.printSupportCase, { params: { id }, body: { paper, format: "docx" } })).bytes).subarray(0, 2).toString()).toBe("PK");
  expect((await neighbour.refused(supportCaseRoutes.supportCase, { params: { id } })).code).toBe("training.case.unknown");
});

it("who was paid before is known, a refusal is written, the list tells what waits", async () => {
  const { id } = await officer.call(supportCaseRoutes.receiveSupportCase, receive("Nguyễn Thị Đơn"));
  // how often NĐ 338 supports was read in no text: open, never nought
  expect((await page(id)).answer).toMatchObject({ outcome: "undetermined", total: null });
  await take(id, "2026-11-10", { kind: "accept" });
  await take(id, "2026-11-23", { kind: "refuse", decisionNo: "3/TB-UBND", signer: "Chủ tịch", reason: "đã được hỗ trợ khóa học trước" });
  expect((await page(id)).printable).toEqual(["receipt", "refusal"]);
  const list = await officer.call(supportCaseRoutes.supportCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } });
  expect([list.total, list.waiting, list.rows.map(({ fullName, state }) => [fullName, state])]).toEqual([3, { notBegun: 1 }, [["Trần Văn Khác", "received"], ["Nguyễn Thị Đơn", "refused"], ["Nguyễn Thị Đơn", "paid"]]]);
  expect((await officer.call(supportCaseRoutes.supportCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23"), state: "open" } })).total).toBe(1);
  expect((await neighbour.call(supportCaseRoutes.supportCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } })).total).toBe(0);
});

it("a wrong step of a case is taken back with a reason and stays on record", async () => {
  const { rows } = await officer.call(supportCaseRoutes.supportCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23"), state: "paid" } });
  const { id } = rows[0]!;
  const back = async () => ({ params: { id }, body: { baseVersion: (await page(id)).row.version, on: day("2026-11-23"), reason: "ghi nhầm người" } });
  // the second case of the same person was decided after the payment, and counted it
  expect(await officer.refused(supportCaseRoutes.takeBackCaseStep, await back())).toMatchObject({ code: "training.allowance.countedElsewhere", title: expect.stringContaining("Nguyễn Thị Đơn") });
  const other = (await officer.call(supportCaseRoutes.supportCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23"), state: "refused" } })).rows[0]!;
  await officer.call(supportCaseRoutes.takeBackCaseStep, { params: { id: other.id }, body: { baseVersion: other.version, on: day("2026-11-23"), reason: "từ chối nhầm" } });
  expect(await page(other.id)).toMatchObject({ row: { state: "complete", decisionNo: null, decidedOn: null, signer: null }, refusal: null, printable: ["receipt"] });
  for (const state of ["approved", "complete", "received", "incomplete", "received"]) expect((await officer.call(supportCaseRoutes.takeBackCaseStep, await back())).state).toBe(state);
  const bare = await page(id);
  expect([bare.row.completeOn, bare.row.dueOn, bare.row.amountDong, bare.row.voucherNo, bare.row.stateOn, bare.papers, bare.takesBack]).toEqual([null, null, null, null, "2026-11-10", ["Đơn đề nghị", "Biên lai học phí"], null]);
  expect(bare.actions.filter(({ voided }) => voided).map(({ kind }) => kind)).toEqual(["askMore", "supply", "accept", "approve", "pay"]);
  expect((await officer.refused(supportCaseRoutes.takeBackCaseStep, await back())).code).toBe("training.case.nothingToTakeBack");
});

it("a running class is visited; what was found is mended", async () => {
  const visits = (by = officer) => by.call(supervisionRoutes.classVisits, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } });
  expect((await visits()).unvisited.map(({ code, learners, may }) => [code, learners, may])).toEqual([["SV1", 1, true]]);
  const body = { classId, onDate: day("2026-11-03"), visitors: "Phòng VH-XH", announced: false, present: 20, enrolled: 25, teacherThere: true, found: "vắng 5 học viên không phép", conclusion: "remarks" as const, mendBy: day("2026-11-10") };
  expect((await officer.refused(supervisionRoutes.addVisit, { body: { ...body, present: 26 } })).code).toBe("training.visit.morePresent");
  expect((await officer.refused(supervisionRoutes.addVisit, { body: { ...body, onDate: day("2026-10-01") } })).code).toBe("training.visit.notRunning");
  expect((await centre.refused(supervisionRoutes.addVisit, { body })).code).toBe("training.allowance.notYours");
  const { id } = await officer.call(supervisionRoutes.addVisit, { body });
  expect((await visits(centre)).rows).toMatchObject([{ classCode: "SV1", late: true, may: false }]);
  await officer.call(supervisionRoutes.mendVisit, { params: { id }, body: { baseVersion: 1, on: day("2026-11-12"), note: "đã bổ sung điểm danh" } });
  expect(await visits()).toMatchObject({ rows: [{ late: false, mendedOn: "2026-11-12" }], unvisited: [] });
});

it("a contract is settled with its papers, or with a reason", async () => {
  const get = async (by = officer) => (await by.call(supervisionRoutes.settlements, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } })).rows.find((row) => row.contractId === contractId)!;
  const { papers, missing } = await get(centre);
  expect([papers.length, missing]).toEqual([11, 11]);
  await centre.call(supervisionRoutes.saveSettlementPapers, { params: { id: contractId }, body: { baseVersion: 0, papers: papers.slice(0, 10).map(({ code }) => ({ code, have: true, on: day("2026-11-20") })) } });
  const step = async (body: SettlementStep, by = officer) => by.call(supervisionRoutes.stepSettlement, { params: { id: contractId }, body: { baseVersion: (await get()).version, on: day("2026-11-23"), step: body } });
  await step({ kind: "submit" }, centre);
  const settle = { kind: "settle" as const, minutesNo: "BB 1", amountDong: 90_000_000 };
  const lacking = await officer.refused(supervisionRoutes.stepSettlement, { params: { id: contractId }, body: { baseVersion: (await get()).version, on: day("2026-11-23"), step: settle } });
  expect([lacking.code, lacking.title]).toEqual(["training.settlement.papersMissing", expect.stringContaining("Biên bản nghiệm thu")]);
  expect((await centre.refused(supervisionRoutes.stepSettlement, { params: { id: contractId }, body: { baseVersion: (await get()).version, on: day("2026-11-23"), step: settle } })).code).toBe("training.allowance.notYours");
  await step({ ...settle, reason: "biên bản ký sau" });
  expect(await get()).toMatchObject({ state: "settled", settledDong: 90_000_000, missing: 1, note: "biên bản ký sau" });
});
