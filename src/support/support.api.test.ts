import { afterAll, beforeAll, describe, expect, it } from "vitest";
import ExcelJS from "exceljs";
import { AN_GIANG_UID, testServices } from "../../test/support/actors.ts";
import { Person, TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { wordDocumentText } from "../../test/support/word-text.ts";
import { plainDate as day } from "../kernel/date.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { plantHamlet, write, type Planted } from "../poverty/review/review.testing.ts";
import { povertyRoutes } from "../poverty/contract.ts";
import { supportRoutes as routes } from "./contract.ts";
import { supportAnswers } from "./public.ts";

const NOW = "30352@2025-07-01";
const NEIGHBOUR = "30341@2025-07-01";
const ON = day("2026-03-01");

let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person, neighbour: Person, surveyor: Person, leader: Person, stranger: Person;
let hamlet: Planted;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  // four households recognised from 10/12/2025; the fifth on no list
  hamlet = await plantHamlet(services, {
    name: "Ấp Một", unitUid: "30352@0", statusYear: 2026,
    families: [{ b1: 120, b2: 30, recognised: "poor" }, { b1: 120, b2: 30, recognised: "poor" }, { b1: 120, b2: 10, recognised: "near_poor" }, { b1: 100, b2: 40, recognised: "poor" }, { b1: 200, b2: 0 }],
  });
  officer = await app.signIn({ role: "commune", unitUid: NOW });
  neighbour = await app.signIn({ role: "commune", unitUid: NEIGHBOUR });
  surveyor = await app.signIn({ role: "surveyor", unitUid: NOW, hamletIds: [hamlet.hamletId] });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
  stranger = await app.signIn({ role: "commune", unitUid: NOW, fields: ["training"] });
});
afterAll(() => database.close());

const home = (i: number): string => hamlet.households[i]!;
const eligibility = (i: number, on = ON, by = officer) => by.call(routes.eligibility, { params: { id: home(i) }, query: { on } });
const answerOf = async (i: number, policy: string, on = ON) => (await eligibility(i, on)).policies.find((one) => one.policy === policy)!;
const correct = async (i: number, code: "poor" | "near_poor" | null, from: string) => {
  const found = await officer.call(povertyRoutes.householdAssessment, { params: { id: home(i) }, query: { on: day(from) } });
  await officer.call(povertyRoutes.correctStatus, { params: { id: home(i) }, body: { class: code, from: day(from), decisionNo: "77/QĐ-UBND", decisionDate: day(from), signer: "Chủ tịch", reason: "rà soát lại", baseStatusId: found.recognised?.id ?? null } });
};

async function workbook(rows: unknown[][]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Danh sách");
  for (const row of rows) sheet.addRow(row);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
async function cellsOf(bytes: Uint8Array): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const rows: string[][] = [];
  book.worksheets[0]!.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => String(value ?? ""))));
  return rows;
}

describe("eligibility of a household on file", () => {
  it("follows the status recognised on the day asked", async () => {
    expect(await answerOf(0, "credit.poor")).toMatchObject({ status: "eligible", applies: true, benefit: { amount: 100_000_000 } });
    expect((await answerOf(0, "credit.poor", day("2025-12-09"))).status).toBe("not_eligible");
    expect((await answerOf(4, "credit.poor")).status).toBe("not_eligible");
  });

  it("gaps are asked for, and an officer's answer from a day on decides from that day on", async () => {
    const before = await answerOf(2, "electricity.social");
    expect([before.status, before.missing.map(({ field }) => field)]).toEqual(["missing", expect.arrayContaining(["household.monthlySocialAssistanceMember", "number.kwhPerMonth"])]);
    const tell = (code: string, value: boolean | number) => surveyor.call(routes.answerFact, { params: { id: home(2) }, body: { code, personId: null, holds: typeof value === "boolean" ? value : null, amount: typeof value === "number" ? value : null, source: "hóa đơn tháng 1", from: day("2026-01-01") } });
    await tell("monthlySocialAssistanceMember", true);
    await tell("kwhPerMonth", 45);
    expect(await answerOf(2, "electricity.social")).toMatchObject({ status: "eligible", benefit: { amount: 59_520 } });
    expect((await answerOf(2, "electricity.social", day("2025-12-31"))).status).toBe("missing");
    await tell("kwhPerMonth", 80);
    expect((await answerOf(2, "electricity.social")).status).toBe("missing");
  });

  it("what a commune is comes from a document, with dates", async () => {
    expect((await answerOf(2, "bhyt.premium.near.poorCommune")).status).toBe("missing");
    await officer.call(routes.setAttribute, { body: { unitUid: NOW, code: "poorCommune", holds: true, document: "QĐ thử", from: day("2026-01-01"), to: null } });
    expect((await answerOf(2, "bhyt.premium.near.poorCommune")).persons).toMatchObject([{ status: "eligible", applies: true }]);
    expect((await answerOf(2, "bhyt.premium.near")).persons).toMatchObject([{ status: "eligible", applies: false, instead: { policy: "bhyt.premium.near.poorCommune" } }]);
    expect((await officer.refused(routes.setAttribute, { body: { unitUid: NEIGHBOUR, code: "poorCommune", holds: true, document: "QĐ thử", from: day("2026-01-01"), to: null } })).code).toBe("areas.outsideArea");
    expect((await officer.refused(routes.setAttribute, { body: { unitUid: NOW, code: "poorCommune", holds: false, document: "QĐ thử", from: day("2025-06-01"), to: null } })).code).toBe("support.laterAttribute");
  });

  it("the neighbour and those of another field see nothing of it, readers answer nothing", async () => {
    expect((await neighbour.refused(routes.eligibility, { params: { id: home(0) }, query: { on: ON } })).status).toBe(404);
    expect((await stranger.call(routes.receipts, { query: { area: NOW, on: ON } })).total).toBe(0);
    const body = { code: "offGrid", personId: null, holds: true, amount: null, source: "đã xem", from: ON };
    expect((await leader.refused(routes.answerFact, { params: { id: home(0) }, body })).code).toBe("support.notEnterer");
  });
});

describe("lists to receivers", () => {
  let first: string;
  const make = (on: string, policy = "credit.poor", receiver = "nhcsxh", by = officer) => by.call(routes.makeList, { body: { area: NOW, policy, receiver, on: day(on), period: "Quý I/2026" } });

  it("a list is a snapshot of a day", async () => {
    first = (await make("2026-02-01")).id;
    const page = await officer.call(routes.list, { params: { id: first }, query: {} });
    expect([page.total, page.list.counts, page.changes]).toEqual([3, { eligible: 3, instead: 0, missing: 0, notEligible: 1 }, { added: 3, removed: 0, changed: 0, same: 0 }]);
    await officer.call(routes.sendList, { params: { id: first }, body: { sentOn: day("2026-02-03"), sentNo: "15/CV" } });
    expect((await officer.refused(routes.sendList, { params: { id: first }, body: { sentOn: day("2026-02-04"), sentNo: null } })).code).toBe("support.listSent");
  });

  it("the next one says who came, went and stayed since the last one sent; the last stays as it was", async () => {
    await correct(1, "near_poor", "2026-02-10");
    await correct(2, "poor", "2026-02-10");
    const { id } = await make("2026-03-01");
    const page = await officer.call(routes.list, { params: { id }, query: {} });
    expect([page.list.baseId, page.changes]).toEqual([first, { added: 1, removed: 1, changed: 0, same: 2 }]);
    expect((await officer.call(routes.list, { params: { id }, query: { kind: "removed" } })).rows).toMatchObject([{ householdId: home(1), change: "Giảm" }]);
    expect((await officer.call(routes.list, { params: { id: first }, query: {} })).total).toBe(3);
    expect((await officer.refused(routes.voidList, { params: { id: first }, body: { reason: "lập nhầm" } })).code).toBe("support.listHasLater");
    const full = await cellsOf((await officer.call(routes.exportList, { params: { id }, body: { which: "full", numbers: false, purpose: "gửi ngân hàng" } })).bytes);
    const changes = await cellsOf((await officer.call(routes.exportList, { params: { id }, body: { which: "changes", numbers: false, purpose: "gửi ngân hàng" } })).bytes);
    expect([full.length - 4, changes.length - 4]).toEqual([3, 2]);
    expect(changes.slice(4).flat()).toEqual(expect.arrayContaining(["Tăng", "Giảm"]));
    expect(await count("audit_event where action = 'support.exportList' and purpose = 'gửi ngân hàng'")).toBe(2);
  });

  it("the receiver's own empty form is filled", async () => {
    const form = await workbook([["NGÂN HÀNG CHÍNH SÁCH XÃ HỘI"], [], ["STT", "Họ và tên chủ hộ", "Ấp", "Số tiền", "Ghi chú"], [null, null, null, null, null]]);
    const filled = await cellsOf((await officer.call(routes.fillForm, { params: { id: first }, query: { which: "full", purpose: "gửi ngân hàng" }, body: form })).bytes);
    expect(filled.filter((row) => row[1]?.startsWith("Nguyễn Văn")).map((row) => [row[0], row[3]])).toEqual([["1", "100000000"], ["2", "100000000"], ["3", "100000000"]]);
    const blank = await workbook([["không có cột nào"]]);
    expect((await officer.refused(routes.fillForm, { params: { id: first }, query: { which: "full", purpose: "gửi ngân hàng" }, body: blank })).code).toBe("exchange.formNotRead");
  });

  it("the file that comes back: matched, differs, not on the list, absent; marked at the cells", async () => {
    const reply = await workbook([
      ["STT", "Họ và tên chủ hộ", "Năm sinh", "Ấp", "Số tiền"],
      [1, "Nguyễn Văn Ấp Một 1", 1980, "Ấp Một", 100_000_000], [2, "NGUYỄN VĂN ẤP MỘT 2", 1980, "Một", 50_000_000], [3, "Trần Văn Không Có", 1970, "Ấp Một", 100_000_000], [4, "Nguyễn Văn Ấp Một 1", 1980, "Ấp Một", 100_000_000],
    ]);
    const found = await officer.call(routes.reconcile, { params: { id: first }, query: { fileName: "tra-loi.xlsx" }, body: reply });
    expect(found.counts).toEqual({ matched: 1, notFound: 2, differs: 1, absent: 1 });
    expect(found.rows.map(({ kind, row, differs }) => [kind, row, differs])).toEqual([["differs", 3, expect.arrayContaining(["amount"])], ["notFound", 4, []], ["notFound", 5, []], ["absent", 0, []]]);
    const marked = await cellsOf((await officer.call(routes.markedReply, { params: { id: found.token } })).bytes);
    expect(marked[3]!.at(-1)).toContain("Ô B4: “Trần Văn Không Có” không có trong danh sách đã gửi.");
    expect((await neighbour.refused(routes.markedReply, { params: { id: found.token } })).code).toBe("support.fileGone");
    const unsent = (await make("2026-03-05", "credit.near")).id;
    expect((await officer.refused(routes.reconcile, { params: { id: unsent }, query: { fileName: "x.xlsx" }, body: reply })).code).toBe("support.listNotSent");
  });

  it("nobody makes one for the neighbour or for more than one commune, nor of nobody", async () => {
    expect((await neighbour.refused(routes.makeList, { body: { area: NOW, policy: "credit.poor", receiver: "nhcsxh", on: ON, period: "2026" } })).code).toBe("areas.outsideArea");
    expect((await surveyor.refused(routes.makeList, { body: { area: NOW, policy: "credit.poor", receiver: "nhcsxh", on: ON, period: "2026" } })).code).toBe("support.notKeeper");
    expect((await officer.refused(routes.makeList, { body: { area: NOW, policy: "tet.gift", receiver: "commune", on: ON, period: "2026" } })).code).toBe("support.nobodyEligible");
    expect((await officer.refused(routes.makeList, { body: { area: NOW, policy: "credit.nobody", receiver: "nhcsxh", on: ON, period: "2026" } })).code).toBe("support.policyUnknown");
  });
});

describe("the ledger", () => {
  const receipt = (i: number, more: object = {}) => ({
    householdId: home(i), personId: null, policy: "electricity.poor", receivedOn: day("2026-03-05"), period: "Quý I/2026", valueDong: 178_560, quantity: null, unit: null, document: "Phiếu chi 12", note: null, reason: null, ...more,
  });
  const gaps = (on = "2026-03-05") => officer.call(routes.gaps, { query: { area: NOW, policy: "electricity.poor", on: day(on), from: day("2026-01-01"), to: day("2026-03-31") } });

  it("what was really received is entered once; against the records with a reason", async () => {
    await surveyor.call(routes.enterReceipt, { body: receipt(0) });
    expect((await officer.refused(routes.enterReceipt, { body: receipt(0) })).code).toBe("support.receiptTwice");
    expect((await officer.refused(routes.enterReceipt, { body: receipt(4) })).code).toBe("support.notEntitled");
    await officer.call(routes.enterReceipt, { body: receipt(4, { reason: "được duyệt theo hồ sơ cũ" }) });
    expect((await officer.refused(routes.enterReceipt, { body: receipt(0, { valueDong: null }) })).code).toBe("support.receiptEmpty");
    const page = await officer.call(routes.receipts, { query: { area: NOW, on: ON } });
    expect([page.total, page.dong]).toEqual([2, 357_120]);
    expect((await officer.call(routes.householdReceipts, { params: { id: home(0) } })).rows).toMatchObject([{ policyTitle: "Hỗ trợ tiền điện hộ nghèo", valueDong: 178_560, document: "Phiếu chi 12" }]);
  });

  it("who is entitled and received nothing", async () => {
    const before = await gaps();
    expect([before.eligible, before.received, before.rows.map(({ householdId }) => householdId).toSorted()]).toEqual([3, 1, [home(2), home(3)].toSorted()]);
    const file = await cellsOf((await officer.call(routes.exportGaps, { body: { area: NOW, policy: "electricity.poor", on: day("2026-03-05"), from: day("2026-01-01"), to: day("2026-03-31"), purpose: "nhắc điện lực" } })).bytes);
    expect(file).toHaveLength(3 + 2);
  });

  it("a list of what was handed out: problems by cell, marked copy, written once", async () => {
    const file = await workbook([
      ["STT", "Họ và tên chủ hộ", "Năm sinh", "Ấp", "Số tiền", "Ngày nhận", "Chứng từ"],
      [1, "Nguyễn Văn Ấp Một 3", 1980, "Ấp Một", "178.560", "06/03/2026", "Phiếu chi 13"], [2, "Nguyễn Văn Ấp Một 4", 1980, "Ấp Một", "nhiều", "31/02/2026", "Phiếu chi 13"],
      [3, "Người Lạ", 1980, "Ấp Một", "178.560", "06/03/2026", "Phiếu chi 13"], [4, "Nguyễn Văn Ấp Một 1", 1980, "Ấp Một", 178_560, "05/03/2026", "phiếu chi 12"], ["", "Tổng cộng", "", "", 999],
    ]);
    const read = () => officer.call(routes.readReceipts, { query: { fileName: "dien.xlsx", area: NOW, policy: "electricity.poor" }, body: file });
    const found = await read();
    expect(found.counts).toEqual({ lines: 4, fresh: 1, twice: 1, rejected: 2, dong: 178_560 });
    expect(found.problems.map(({ cell }) => cell).toSorted()).toEqual(["B4", "E3", "F3"]);
    const marked = await cellsOf((await officer.call(routes.markedReceipts, { params: { id: found.token } })).bytes);
    expect(marked[2]!.at(-1)).toContain("“nhiều” không phải số tiền");
    expect(await officer.call(routes.commitReceipts, { params: { id: found.token } })).toMatchObject({ added: 1 });
    expect((await officer.refused(routes.commitReceipts, { params: { id: found.token } })).code).toBe("support.nothingNew");
    const again = await read();
    expect(again.counts).toMatchObject({ fresh: 0, twice: 2 });
    expect((await gaps()).rows.map(({ householdId }) => householdId)).toEqual([home(3)]);
    expect((await surveyor.refused(routes.readReceipts, { query: { fileName: "dien.xlsx", area: NOW }, body: file })).code).toBe("support.notKeeper");
  });

  it("the same command is answered again, a wrong entry voided with a reason", async () => {
    const commandId = newId();
    const body = receipt(3, { document: "Phiếu chi 20" });
    const { id } = await officer.call(routes.enterReceipt, { body, commandId });
    expect(await officer.call(routes.enterReceipt, { body, commandId })).toEqual({ id });
    await officer.call(routes.voidReceipt, { params: { id }, body: { reason: "ghi nhầm hộ" } });
    expect((await officer.refused(routes.voidReceipt, { params: { id }, body: { reason: "ghi nhầm hộ" } })).code).toBe("support.receiptUnknown");
    expect((await officer.call(routes.householdReceipts, { params: { id: home(3) } })).total).toBe(0);
    expect(await count("support_receipt where void_reason = 'ghi nhầm hộ'")).toBe(1);
    const out = await officer.call(routes.exportReceipts, { body: { area: NOW, on: ON, purpose: "báo cáo quý" } });
    expect((await cellsOf(out.bytes)).length).toBe(3 + 3);
  });
});

describe("confirmation of status", () => {
  const confirm = (body: object) => officer.call(routes.confirmStatus, { body: { area: NOW, householdId: null, personId: null, askedName: "x y", on: ON, purpose: "vay vốn học tập", signer: "Lê Văn Chủ Tịch", ...body } });
  const last = async () => (await officer.call(routes.confirmations, { query: { area: NOW, on: ON } })).rows[0]!;

  it("the status of a named day with its decision, numbered, printed as a paper, each print logged", async () => {
    const found = await officer.call(routes.statusOf, { params: { id: home(0) }, query: { on: ON } });
    expect(found).toMatchObject({ class: "poor", decisionNo: "12/QĐ-UBND", members: [{ fullName: "Nguyễn Văn Ấp Một 1" }] });
    const { id } = await confirm({ householdId: home(0), personId: found.members[0]!.personId, askedName: found.headName });
    const given = await last();
    expect([given.number, given.class, given.text]).toEqual([1, "poor", expect.stringContaining("là hộ nghèo tại ngày 01 tháng 3 năm 2026 theo Quyết định số 12/QĐ-UBND")]);
    const docx = await officer.call(routes.printConfirmation, { params: { id }, body: { format: "docx" } });
    expect(wordDocumentText(docx.bytes)).toContain("Giấy này dùng để: vay vốn học tập.");
    const pdf = await officer.call(routes.printConfirmation, { params: { id }, body: { format: "pdf" } });
    expect(Buffer.from(pdf.bytes.slice(0, 5)).toString()).toBe("%PDF-");
    expect(await count("audit_event where action = 'support.printConfirmation' and purpose = 'vay vốn học tập'")).toBe(2);
  });

  it("“not on the list” is said in words; a gap in the records is not read as “not poor”", async () => {
    await confirm({ householdId: home(4) });
    expect(await last()).toMatchObject({ number: 2, class: "none", text: expect.stringContaining("không thuộc hộ nghèo, hộ cận nghèo tại ngày 01 tháng 3 năm 2026") });
    await confirm({ askedName: "Người Chưa Có Hồ Sơ" });
    expect(await last()).toMatchObject({ number: 3, class: "none", text: expect.stringContaining("không có tên trong danh sách") });
    await confirm({ householdId: home(4), on: day("2019-05-01") });
    expect(await last()).toMatchObject({ class: "unknown", text: expect.stringContaining("chưa xác nhận được") });
    const namesake = await officer.refused(routes.confirmStatus, { body: { area: NOW, householdId: null, personId: null, askedName: "nguyen van ap mot 1", on: ON, purpose: "vay vốn", signer: "Chủ tịch" } });
    expect(namesake.code).toBe("support.namesake");
  });

  it("only the officer of the commune gives them out", async () => {
    const body = { area: NOW, householdId: home(0), personId: null, askedName: "x y", on: ON, purpose: "vay vốn", signer: "Chủ tịch" };
    expect((await surveyor.refused(routes.confirmStatus, { body })).code).toBe("support.notKeeper");
    expect((await neighbour.refused(routes.confirmStatus, { body })).code).toBe("areas.outsideArea");
    expect((await neighbour.refused(routes.statusOf, { params: { id: home(0) }, query: { on: ON } })).status).toBe(404);
    expect((await neighbour.call(routes.confirmations, { query: { area: NOW, on: ON } })).total).toBe(0);
  });
});

describe("the catalogue", () => {
  it("every policy with certainty, clause and conditions in words, in both languages", async () => {
    const { policies, attributes } = await officer.call(routes.catalogue, { query: { on: ON, area: NOW } });
    expect(policies.find(({ id }) => id === "electricity.poor")).toMatchObject({ state: "active", ways: [{ conditions: ["diện được công nhận: hộ nghèo"], clause: "Quyết định 28/2014/QĐ-TTg", mark: expect.stringContaining("thứ cấp") }] });
    expect(policies.find(({ id }) => id === "tet.gift")!.state).toBe("ruleUnknown");
    expect(attributes).toMatchObject([{ code: "poorCommune", holds: true }]);
  });

  it("a lacking service is answered by the policies in force", () => {
    expect(supportAnswers(services, "health_insurance", ON, "vi").map(({ policy }) => policy)).toEqual(expect.arrayContaining(["bhyt.premium.poor", "bhyt.benefit.near"]));
    expect(supportAnswers(services, "telecom", ON, "vi")).toEqual([]);
    expect(supportAnswers(services, "employment", day("2025-06-01"), "en").length).toBeGreaterThan(0);
    expect(supportAnswers(services, "employment", ON, "en")).toEqual([]);
  });
});

const count = (from: string): Promise<number> => write(services, async ({ client }) => Number((await client.query<{ n: number }>(`select count(*) as n from ${from}`)).rows[0]!.n));
