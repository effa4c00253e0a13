import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { type Person, TestApp } from "../../../test/support/app.ts";
import { pdfPages } from "../../../test/support/pdf-text.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { plainDate as day } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, write, type Planted } from "../../poverty/review/review.testing.ts";
import { plantClass, plantLearner } from "../allowance.testing.ts";
import { paymentListRoutes } from "../payment-list/contract.ts";
import { writeWorkbook } from "../../exchange/write-workbook.ts";
import { allowanceListRoutes, type StepBody } from "./contract.ts";

// Two classes of 2023 in one commune (paid by QĐ 46), one not locked; today is 23/11/2026.
let database: TestDatabase;
let services: Services;
let officer: Person, neighbour: Person, centre: Person, leader: Person;
let home: Planted;
let first: string, second: string, unlocked: string, listId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  home = await plantHamlet(services, { name: "Ấp Chi", unitUid: PHU_HUU_NOW, statusYear: 2023, families: [] });
  const actor = provinceActor().accountId;
  let provider = "";
  await write(services, async (tx) => {
    const base = { unitUid: PHU_HUU_NOW, provinceUid: AN_GIANG_UID, actor };
    const a = await plantClass(tx, { ...base, code: "A1", openedOn: "2023-05-08", days: 10 });
    provider = a.providerId;
    const b = await plantClass(tx, { ...base, code: "B2", openedOn: "2024-03-04", days: 5, providerId: provider });
    const c = await plantClass(tx, { ...base, code: "C3", openedOn: "2024-03-04", days: 5, locked: false, providerId: provider });
    [first, second, unlocked] = [a.classId, b.classId, c.classId];
    const at = { unitUid: PHU_HUU_NOW, hamletId: home.hamletId, on: "2023-05-08" };
    await plantLearner(tx, a, { ...at, fullName: "Nguyễn Văn Nghèo", present: 10, groups: ["NGHEO"], distanceKm: 16 });
    await plantLearner(tx, a, { ...at, fullName: "Trần Thị Cận", present: 8, groups: ["CAN_NGHEO"], distanceKm: 3 });
    await plantLearner(tx, a, { ...at, fullName: "Lê Văn Mất", present: 10, groups: ["NKT"], distanceKm: 6, diedOn: "2023-05-11" });
    await plantLearner(tx, b, { ...at, on: "2024-03-04", fullName: "Nguyễn Văn Nghèo", present: 5, groups: ["NGHEO"], distanceKm: 3 });
    await plantLearner(tx, c, { ...at, on: "2024-03-04", fullName: "Phạm Văn Sổ", present: 5, groups: ["NGHEO"] });
  });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["training"] });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW, fields: ["training"] });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields: ["training"] });
  centre = await app.signIn({ role: "training_centre", unitUid: AN_GIANG_UID, fields: ["training"], organisationId: provider });
});
afterAll(() => database.close());

const make = (classId: string, attendedTo = "2023-06-30") => ({ body: { classId, attendedTo: day(attendedTo), actualCostDong: 3_200_000 } });
const page = (id = listId, by = officer) => by.call(allowanceListRoutes.allowanceList, { params: { id } });
const asked = async (on: string, step: StepBody, id = listId) => ({ params: { id }, body: { baseVersion: (await page(id)).version, on: day(on), step } });
const take = async (on: string, step: StepBody, by = officer, id = listId) => by.call(allowanceListRoutes.stepAllowanceList, await asked(on, step, id));
const refusal = async (on: string, step: StepBody, by = officer, id = listId) => by.refused(allowanceListRoutes.stepAllowanceList, await asked(on, step, id));

describe.sequential("the list of a class", () => {
  it("is made from signed attendance only; a stranger sees nothing of it", async () => {
    expect((await officer.refused(allowanceListRoutes.makeAllowanceList, make(unlocked, "2024-06-30"))).code).toBe("training.allowance.notLocked");
    expect((await officer.refused(allowanceListRoutes.makeAllowanceList, make(first, "2027-01-01"))).code).toBe("training.allowance.dayToCome");
    expect((await neighbour.refused(allowanceListRoutes.makeAllowanceList, make(first))).code).toBe("training.allowance.classUnknown");
    const made = await centre.call(allowanceListRoutes.makeAllowanceList, make(first));
    listId = made.id;
    expect(made).toMatchObject({ number: 1, lines: 3, leftOut: 0 });
    expect((await neighbour.refused(allowanceListRoutes.allowanceList, { params: { id: listId } })).code).toBe("training.allowance.listUnknown");
    const { rows, policyCode, totals } = await page();
    expect(policyCode).toBe("QD46_2015");
    // the poor: cap 3,000,000; the near-poor: meals open, so only the cost; who died is paid for the days before, both included
    expect(rows.map(({ fullName, days, outcome, costDong, mealDong, travelDong }) => [fullName, days, outcome, costDong, mealDong, travelDong])).toEqual([
      ["Trần Thị Cận", 8, "undetermined", 2_500_000, 0, 0], ["Lê Văn Mất", 4, "payable", 3_200_000, 120_000, 300_000], ["Nguyễn Văn Nghèo", 10, "payable", 3_000_000, 300_000, 200_000],
    ]);
    expect(totals.all).toBe(9_620_000);
    const { total, rows: classes } = await officer.call(allowanceListRoutes.allowanceClasses, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } });
    expect([total, classes.find(({ classId }) => classId === first)!.list]).toMatchObject([3, { state: "computed", lines: 3, open: 1, totalDong: 9_620_000 }]);
    expect((await centre.call(allowanceListRoutes.allowanceClasses, { query: { area: AN_GIANG_UID, on: day("2026-11-23"), state: "none" } })).rows.map(({ code }) => code).sort()).toEqual(["B2", "C3"]);
  });

  it("goes from signing to settlement; what is open is laid down with a reason within its bounds", async () => {
    expect((await refusal("2026-11-01", { kind: "approve", decisionNo: "1/QĐ", signer: "A" })).code).toBe("training.allowance.wrongState");
    expect((await refusal("2026-11-23", { kind: "sign", signer: "Giám đốc" }, leader)).code).toBe("training.allowance.listUnknown");
    await take("2026-11-23", { kind: "sign", signer: "Giám đốc" }, centre);
    expect((await refusal("2026-11-23", { kind: "approve", decisionNo: "1/QĐ", signer: "A" }, centre)).code).toBe("training.allowance.notYours");
    const open = await refusal("2026-11-23", { kind: "approve", decisionNo: "1/QĐ", signer: "A" });
    expect([open.code, open.title]).toEqual(["training.allowance.openItems", expect.stringContaining("Trần Thị Cận")]);
    const item = (await page()).rows.find(({ fullName }) => fullName === "Trần Thị Cận")!;
    const down = (mealDong: number) => ({ params: { id: item.id }, body: { baseVersion: item.version, costDong: 2_500_000, mealDong, travelDong: 0, reason: "tỉnh hướng dẫn chi tiền ăn cho hộ cận nghèo" } });
    expect((await officer.refused(allowanceListRoutes.layDownItem, down(300_000))).code).toBe("training.allowance.outsideBounds");
    await officer.call(allowanceListRoutes.layDownItem, down(240_000));
    expect((await officer.call(allowanceListRoutes.allowanceItem, { params: { id: item.id } })).lines[1]!.reasons.some(({ code }) => code === "living.conflict")).toBe(true);
    await take("2026-11-23", { kind: "giveBack", reason: "thiếu chữ ký của giáo viên" });
    listId = (await officer.call(allowanceListRoutes.makeAllowanceList, make(first))).id;
    expect((await page()).number).toBe(2);
    const again = (await page()).rows.find(({ fullName }) => fullName === "Trần Thị Cận")!;
    await officer.call(allowanceListRoutes.layDownItem, { ...down(240_000), params: { id: again.id }, body: { ...down(240_000).body, baseVersion: again.version } });
    await take("2026-11-23", { kind: "sign", signer: "Giám đốc" });
    await take("2026-11-23", { kind: "approve", decisionNo: "15/QĐ-UBND", signer: "Chủ tịch" });
    expect((await officer.refused(allowanceListRoutes.makeAllowanceList, make(first))).code).toBe("training.allowance.listStands");
    const { rows } = await page();
    await take("2026-11-23", { kind: "pay", voucherNo: "PC 12", absent: [rows[0]!.id] });
    await take("2026-11-23", { kind: "settle", minutesNo: "BB 3" });
    const settled = await page();
    expect([settled.state, settled.steps, settled.rows.map(({ signedForOn }) => signedForOn)]).toEqual(["settled", [], [null, "2026-11-23", "2026-11-23"]]);
    expect(settled.actions.map(({ kind }) => kind)).toEqual(["compute", "layDown", "sign", "approve", "pay", "settle"]);
  });

  it("ĐT-07 is a workbook, a Word file and a PDF", async () => {
    const workbook = await openWorkbook((await officer.call(allowanceListRoutes.printAllowanceList, { params: { id: listId }, body: { format: "xlsx" } })).bytes);
    const cells: unknown[] = [];
    for await (const batch of workbook.rows(0)) cells.push(...batch.flatMap(({ values }) => values));
    expect(cells).toEqual(expect.arrayContaining(["DANH SÁCH CHI TRẢ HỖ TRỢ HỌC NGHỀ", "Nguyễn Văn Nghèo", 3_000_000, 9_860_000]));
    const pages = pdfPages((await officer.call(allowanceListRoutes.printAllowanceList, { params: { id: listId }, body: { format: "pdf" } })).bytes).join("\n");
    for (const words of ["DANH SÁCH CHI TRẢ HỖ TRỢ HỌC NGHỀ", "Nguyễn Văn Nghèo", "9.860.000"]) expect(pages).toContain(words);
    expect(Buffer.from((await centre.call(allowanceListRoutes.printAllowanceList, { params: { id: listId }, body: { format: "docx" } })).bytes).subarray(0, 2).toString()).toBe("PK");
    expect((await leader.refused(allowanceListRoutes.printAllowanceList, { params: { id: listId }, body: { format: "docx" } })).code).toBe("training.allowance.notYours");
  });

  it("a second support is refused by what was paid before, and given with the confirmation of a lost job", async () => {
    const { id } = await officer.call(allowanceListRoutes.makeAllowanceList, make(second, "2024-06-30"));
    const [row] = (await page(id)).rows;
    expect([row!.outcome, row!.totalDong, row!.why]).toEqual(["refused", 0, expect.stringContaining("đã được hỗ trợ 1 lần")]);
    const { outcome } = await officer.call(allowanceListRoutes.confirmJobLoss, { params: { id: row!.id }, body: { baseVersion: row!.version, document: "XN 5/UBND" } });
    expect([outcome, (await page(id)).rows[0]!.totalDong]).toEqual(["payable", 3_150_000]);
  });

  it("a payment list that names the class is compared with its attendance", async () => {
    const rows = [["Nguyễn Văn Nghèo", "Hộ nghèo", "A1", 12, 16, 3_000_000, 360_000, 200_000], ["Người Lạ", "Hộ nghèo", "A1", 10, 3, 3_000_000, 300_000, 0]];
    const body = await writeWorkbook([{ name: "DS", columns: ["Họ tên", "Đối tượng", "Lớp", "Số ngày học", "Khoảng cách", "Học phí", "Tiền ăn", "Đi lại"].map((header) => ({ header })), rows }], new Date(0));
    const found = await officer.call(paymentListRoutes.checkPayments, { query: { fileName: "ds.xlsx", areaClass: "normal" }, body });
    expect(found.records).toMatchObject({ used: true, classes: 1 });
    expect(found.problems.map(({ cell, code }) => [cell, code.split(".").at(-1)])).toEqual([["D2", "daysDiffer"], ["A3", "notInClass"]]);
    expect(found.lines[0]!.openedOn).toBe("2023-05-08");
  });

  it("one line is given back alone: the list waits until it is handed in again, reckoned from the records", async () => {
    const { id, row } = await secondLine();
    const giveBack = { params: { id: row.id }, body: { baseVersion: row.version, reason: "khoảng cách chưa có xác nhận" } };
    expect((await officer.refused(allowanceListRoutes.giveBackLine, giveBack)).code).toBe("training.allowance.wrongState");
    await take("2026-11-23", { kind: "sign", signer: "Giám đốc" }, centre, id);
    expect((await centre.refused(allowanceListRoutes.giveBackLine, giveBack)).code).toBe("training.allowance.notYours");
    await officer.call(allowanceListRoutes.giveBackLine, giveBack);
    const approve = { kind: "approve" as const, decisionNo: "16/QĐ-UBND", signer: "Chủ tịch" };
    expect(await refusal("2026-11-23", approve, officer, id)).toMatchObject({ code: "training.allowance.linesReturned", title: expect.stringContaining("Nguyễn Văn Nghèo") });
    const returned = (await page(id, centre)).rows[0]!;
    expect([returned.returnedOn, returned.returnReason]).toEqual(["2026-11-23", "khoảng cách chưa có xác nhận"]);
    const again = { params: { id: returned.id }, body: { baseVersion: returned.version, signer: "Giám đốc" } };
    await write(services, ({ client }) => client.query("update enrolment set distance_km = 16 where id = (select enrolment_id from allowance_item where id = $1)", [returned.id]));
    const { id: made } = await centre.call(allowanceListRoutes.handInLine, again);
    expect((await centre.refused(allowanceListRoutes.handInLine, again)).code).toBe("training.allowance.itemUnknown");
    // 16 km: travel is paid now; the confirmation of the lost job is kept
    expect((await page(id)).rows).toMatchObject([{ id: made, returnedOn: null, outcome: "payable", travelDong: 200_000 }]);
    await take("2026-11-23", approve, officer, id);
  });

  it("a wrong step is taken back with a reason, the last one first, and stays on record; not where a later decision counts on it", async () => {
    const back = async (id: string, by = officer, reason = "ghi nhầm") => ({ params: { id }, body: { baseVersion: (await page(id, by)).version, on: day("2026-11-23"), reason } });
    const second = (await secondLine()).id;
    expect([(await page()).takesBack, (await page(listId, centre)).takesBack]).toEqual(["settle", null]);
    expect((await centre.refused(allowanceListRoutes.takeBackAllowanceStep, await back(listId))).code).toBe("training.allowance.notYours");
    expect((await officer.call(allowanceListRoutes.takeBackAllowanceStep, await back(listId))).state).toBe("paid");
    expect(await officer.refused(allowanceListRoutes.takeBackAllowanceStep, await back(listId))).toMatchObject({ code: "training.allowance.countedElsewhere", title: expect.stringContaining("Nguyễn Văn Nghèo — Lớp B2") });
    expect((await officer.call(allowanceListRoutes.takeBackAllowanceStep, await back(second))).state).toBe("signed");
    expect(await page(second)).toMatchObject({ decisionNo: null, decidedOn: null, signer: null, takesBack: "sign" });
    expect((await officer.call(allowanceListRoutes.takeBackAllowanceStep, await back(listId))).state).toBe("approved");
    const { rows, voucherNo, paidOn, decisionNo, actions, takesBack } = await page();
    expect([rows.map(({ signedForOn }) => signedForOn), voucherNo, paidOn, decisionNo, takesBack]).toEqual([[null, null, null], null, null, "15/QĐ-UBND", "approve"]);
    expect(actions.map(({ kind, voided }) => `${kind}${voided ? "-" : ""}`)).toEqual(["compute", "layDown", "sign", "approve", "pay-", "settle-", "takeBack", "takeBack"]);
    expect(actions.at(-1)!.detail).toBe("ghi nhầm");
    // who did not come is paid later, until the list is settled
    await take("2026-11-23", { kind: "pay", voucherNo: "PC 12b", absent: [rows[0]!.id] });
    const late = (await page()).rows[0]!;
    const pay = { params: { id: late.id }, body: { baseVersion: late.version, on: day("2026-11-23"), voucherNo: "PC 13" } };
    await officer.call(allowanceListRoutes.payLine, pay);
    expect((await page()).rows[0]!.signedForOn).toBe("2026-11-23");
    expect((await officer.refused(allowanceListRoutes.payLine, { ...pay, body: { ...pay.body, baseVersion: late.version + 1 } })).code).toBe("training.allowance.signedAlready");
    await take("2026-11-23", { kind: "settle", minutesNo: "BB 4" });
    await write(services, ({ client }) => client.query(
      `insert into contract_settlement (id, contract_id, provider_id, unit_uid, state, state_on, settled_on, settled_dong) select gen_random_uuid(), contract_id, provider_id, unit_uid, 'settled', '2026-11-23', '2026-11-23', 1 from training_class where id = $1`, [first]));
    expect((await officer.refused(allowanceListRoutes.takeBackAllowanceStep, await back(listId))).code).toBe("training.allowance.contractSettled");
  });

  it("a giving back of the whole list taken back restores the decision", async () => {
    const { id } = await secondLine();
    await take("2026-11-23", { kind: "approve", decisionNo: "17/QĐ-UBND", signer: "Phó Chủ tịch" }, officer, id);
    await take("2026-11-23", { kind: "giveBack", reason: "sai số quyết định" }, officer, id);
    const back = async () => ({ params: { id }, body: { baseVersion: (await page(id)).version, on: day("2026-11-23"), reason: "trả nhầm" } });
    await officer.call(allowanceListRoutes.takeBackAllowanceStep, await back());
    expect(await page(id)).toMatchObject({ state: "approved", decisionNo: "17/QĐ-UBND", signer: "Phó Chủ tịch", decidedOn: "2026-11-23" });
  });
});

/** The list of the second class as it stands, and its only line. */
async function secondLine() {
  const { rows } = await officer.call(allowanceListRoutes.allowanceClasses, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } });
  const id = rows.find(({ classId }) => classId === second)!.list!.id;
  return { id, row: (await page(id)).rows[0]! };
}
