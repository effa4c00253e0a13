import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { TestApp, type Person } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { pdfPages } from "../../../test/support/pdf-text.ts";
import { wordDocumentText } from "../../../test/support/word-text.ts";
import { plainDate as day } from "../../kernel/date.ts";
import type { Paper } from "../../papers/paper.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { sealNumber } from "../../registry/sealing.ts";
import { povertyRoutes } from "../contract.ts";
import { KHANH_BINH_NOW, PHU_HUU, PHU_HUU_NOW, plantHamlet, query, write, type Planted } from "../review/review.testing.ts";
import { workflowRoutes } from "../workflow/contract.ts";
import { paperRoutes as routes, type Verified } from "./contract.ts";

let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person, neighbour: Person, province: Person, leader: Person;
let one: Planted, two: Planted;

const NUMBER = "089084001234";

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  one = await plantHamlet(services, {
    name: "Ấp Một", statusYear: 2024,
    families: [{ b1: 120, b2: 30, recognised: "poor", ticks: ["water", "toilet", "school_attendance"] }, { b1: 120, b2: 10, recognised: "near_poor" }, { b1: 100, b2: 40, recognised: "poor" }, { b1: 150, b2: 10 }],
  });
  two = await plantHamlet(services, { name: "Ấp Hai", statusYear: 2024, families: [{ b1: 110, b2: 30, recognised: "poor" }] });
  await write(services, async ({ client }) => {
    const { rows } = await client.query<{ id: string }>("select person_id as id from membership where household_id = $1", [one.households[0]]);
    const { sealed, lookup, lookup_last4, masked } = sealNumber(services.config.keys, NUMBER);
    await client.query(
      `insert into person_identifier (id, person_id, hamlet_id, type, sealed, lookup, lookup_last4, masked, valid_from, source) values ($1, $2, $3, 'CCCD', $4, $5, $6, $7, '2021-05-02', 'thử')`,
      [newId(), rows[0]!.id, one.hamletId, sealed, lookup, lookup_last4, masked],
    );
    await client.query("update person set ethnicity = '05', sex = 2 where id = $1", [rows[0]!.id]);
  });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
});
afterAll(() => database.close());

const ON = day("2024-01-10");
const here = { areaUid: PHU_HUU, on: ON };
const papersOf = (bytes: Uint8Array): Paper[] => JSON.parse(new TextDecoder().decode(bytes)) as Paper[];
const audits = (action: string) => query<{ action: string; subject: string | null; rows: number; meta: Record<string, unknown> }>(services, "select action, subject, rows, meta from audit_event where action = $1 order by at", [action]);
const list = async (lists: ("poor" | "near_poor" | "escaped_poor" | "escaped_near_poor" | "annex" | "notice")[], on = ON, by = officer): Promise<Paper[]> =>
  papersOf((await by.call(routes.printList, { body: { areaUid: PHU_HUU, on, lists, format: "screen" } })).bytes);

describe("lists", () => {
  it("every print is one row of the trail: who, what, how many, in which format; a repeated command adds none", async () => {
    const commandId = newId();
    for (let i = 0; i < 2; i++) await officer.call(routes.printList, { body: { ...here, lists: ["poor", "near_poor"], format: "xlsx" }, commandId });
    await officer.call(routes.printList, { body: { ...here, lists: ["poor"], format: "print" } });
    expect(await audits("poverty.printList")).toEqual([
      { action: "poverty.printList", subject: PHU_HUU, rows: 4, meta: { kinds: ["list.near_poor", "list.poor"], format: "xlsx", papers: 2 } },
      { action: "poverty.printList", subject: PHU_HUU, rows: 3, meta: { kinds: ["list.poor"], format: "print", papers: 1 } },
    ]);
  });

  it("the detailed list: by hamlet, each member, marked as not compared with the official form; entry left open without last year's list", async () => {
    const { bytes } = await officer.call(routes.printList, { body: { ...here, lists: ["poor"], format: "docx" } });
    const text = wordDocumentText(bytes);
    for (const part of ["UBND XÃ PHÚ HỮU", "Hộ nghèo có đến ngày 10/01/2024", "Ấp Hai: 1 hộ, 1 khẩu", "Ấp Một: 2 hộ, 2 khẩu", "Nguyễn Văn Ấp Một 3", "Tổng cộng: 3 hộ, 3 khẩu.", "Khơ-me", "Chủ hộ"]) expect(text).toContain(part);
    expect(text.indexOf("Ấp Hai: 1 hộ")).toBeLessThan(text.indexOf("Ấp Một: 2 hộ"));
    const [paper] = await list(["poor"]);
    expect(paper!.marks).toEqual(["Mẫu và câu chữ theo thực tiễn, chưa đối chiếu văn bản."]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await officer.call(routes.printList, { body: { ...here, lists: ["poor", "near_poor"], format: "xlsx" } })).bytes as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["Hộ nghèo", "Hộ cận nghèo"]);
    expect(JSON.stringify(paper)).toContain("Cột mới / tái / cũ để trống");
  });

  it("the public notice has totals and names, and nothing that is not everybody's business", async () => {
    const [notice] = await list(["notice"]);
    const text = JSON.stringify(notice);
    expect(text).toContain("Nguyễn Văn Ấp Một 1");
    expect(text).toContain("xã Phú Hữu");
    for (const sensitive of ["Khơ-me", "1980", NUMBER, "dân tộc", "Dân tộc", "B1", "điểm"]) expect(text).not.toContain(sensitive);
    expect(notice!.blocks.find((block) => block.kind === "table")).toMatchObject({ rows: [{ cells: ["Hộ nghèo", 3, 3] }, { cells: ["Hộ cận nghèo", 1, 1] }, { cells: ["Hộ thoát nghèo trong năm", 0, 0] }, { cells: ["Hộ thoát cận nghèo trong năm", 0, 0] }] });
  });

  it("the annex names the one decision behind the lists", async () => {
    const [annex] = await list(["annex"]);
    expect(annex!.subject).toEqual(["(Kèm theo Quyết định số 12/QĐ-UBND ngày 10 tháng 12 năm 2023 của Chủ tịch UBND xã Phú Hữu)"]);
  });

  it("nobody prints the neighbour's, readers print none, a hamlet of elsewhere is refused", async () => {
    expect((await neighbour.refused(routes.printList, { body: { ...here, lists: ["poor"], format: "pdf" } })).code).toBe("poverty.outsideArea");
    expect((await leader.refused(routes.printList, { body: { ...here, lists: ["poor"], format: "pdf" } })).code).toBe("poverty.notYours");
    expect((await officer.refused(routes.printList, { body: { ...here, hamletIds: [newId()], lists: ["poor"], format: "pdf" } })).code).toBe("poverty.papers.hamletUnknown");
  });
});

describe("certificates", () => {
  const issue = (body: object = {}) => officer.call(routes.issueCertificates, { body: { ...here, ...body } });
  const numbers = async (): Promise<number[]> => (await query<{ number: number }>(services, "select number from certificate where year = 2024 order by number")).map(({ number }) => number);
  const print = async (body: object = {}): Promise<Paper[]> => papersOf((await officer.call(routes.printCertificates, { body: { ...here, format: "screen", ...body } })).bytes);

  it("numbers follow those written by hand, one commune and year, without a gap; who holds a valid one gets none", async () => {
    expect((await officer.refused(routes.printCertificates, { body: { ...here, format: "pdf" } })).code).toBe("poverty.papers.noneIssued");
    expect(await issue({ hamletIds: [two.hamletId], startAt: 58 })).toEqual({ issued: 1, held: 0 });
    expect(await issue({ startAt: 900 })).toEqual({ issued: 3, held: 1 });
    expect(await issue()).toEqual({ issued: 0, held: 4 });
    expect(await numbers()).toEqual([58, 59, 60, 61]);
  });

  it("two officers at once give no number twice", async () => {
    const fresh = await plantHamlet(services, { name: "Ấp Ba", statusYear: 2024, families: Array.from({ length: 6 }, () => ({ b1: 100, b2: 30, recognised: "poor" as const })) });
    const answers = await Promise.all(fresh.households.map((id) => issue({ hamletIds: [fresh.hamletId], householdIds: [id] })));
    expect(answers.map(({ issued }) => issued)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(await numbers()).toEqual([58, 59, 60, 61, 62, 63, 64, 65, 66, 67]);
  });

  it("prints the form of its day, the commune as it was called, members, results, no QR", async () => {
    const [paper] = await print({ householdIds: [one.households[0]!] });
    expect(paper!.head).toMatchObject({ formLine: "Mẫu số 03", issuer: "UBND XÃ PHÚ HỮU", number: { symbol: "GCN-HN.HCN", number: "59" }, place: "Phú Hữu", day: "2024-01-10" });
    const tables = paper!.blocks.filter((block) => block.kind === "table");
    expect(tables[0]!.rows[0]!.cells).toEqual(["1", "Nguyễn Văn Ấp Một 1", "Khơ-me", "Chủ hộ", "", "1980", ""]);
    const result = tables[1]!.rows.map(({ cells }) => cells);
    expect(result.map(([year]) => year)).toEqual(["2024", "2025", "2026"]);
    expect(result[0]!.slice(1, 3)).toEqual(["10/12/2023", "N"]);
    expect(result[0]!.filter((cell) => cell === "x")).toHaveLength(3);
    expect(JSON.stringify(paper)).toContain(NUMBER);
    expect(paper!.blocks.some(({ kind }) => kind === "qr")).toBe(false);
    expect(paper!.marks![0]).toContain("chưa đối chiếu nguyên văn");
    const pages = pdfPages((await officer.call(routes.printCertificates, { body: { ...here, householdIds: [one.households[0]!], format: "pdf" } })).bytes);
    expect(pages[0]).toContain("GIẤY CHỨNG NHẬN HỘ NGHÈO, HỘ CẬN NGHÈO");
    expect((await audits("poverty.printCertificates")).map(({ rows, subject, meta }) => [rows, subject, meta["format"]])).toEqual([[1, one.households[0], "screen"], [1, one.households[0], "pdf"]]);
    expect((await audits("registry.revealNumber")).length).toBe(2);
  });

  it("asked for the commune of today, one of an earlier day still bears the commune of that day", async () => {
    const fresh = await plantHamlet(services, { name: "Ấp Bảy", statusYear: 2024, families: [{ b1: 100, b2: 30, recognised: "poor" }] });
    await officer.call(routes.issueCertificates, { body: { areaUid: PHU_HUU_NOW, on: ON, hamletIds: [fresh.hamletId] } });
    expect(await query(services, "select unit_uid, year from certificate where household_id = $1", [fresh.households[0]])).toEqual([{ unit_uid: PHU_HUU, year: 2024 }]);
  });

  it("is withdrawn when the status ends; recognised again, the household gets a new number, the old one is not given again", async () => {
    const household = two.households[0]!;
    const { statuses } = await officer.call(povertyRoutes.householdAssessment, { params: { id: household }, query: { on: ON } });
    const decision = { decisionNo: "20/QĐ-UBND", signer: "Lê Văn An", reason: "Hộ có đơn đề nghị" };
    await officer.call(povertyRoutes.correctStatus, { params: { id: household }, body: { ...decision, class: null, from: day("2024-06-01"), decisionDate: day("2024-06-01"), baseStatusId: statuses[0]!.id } });
    const states = async (on: string) => (await officer.call(routes.householdCertificates, { params: { id: household }, query: { on: day(on) } })).certificates.map(({ number, state, since }) => [number, state, since]);
    expect(await states("2024-05-31")).toEqual([["58", "valid", null]]);
    expect(await states("2024-06-01")).toEqual([["58", "withdrawn", "2024-06-01"]]);
    await officer.call(povertyRoutes.correctStatus, { params: { id: household }, body: { ...decision, class: "near_poor", from: day("2024-09-01"), decisionDate: day("2024-09-01"), baseStatusId: null } });
    expect(await issue({ on: day("2024-09-05"), hamletIds: [two.hamletId] })).toEqual({ issued: 1, held: 0 });
    expect(await states("2024-09-05")).toEqual([["69", "valid", null], ["58", "withdrawn", "2024-06-01"]]);
  });

  it("an officer takes one back with a reason, once", async () => {
    const { certificates } = await officer.call(routes.householdCertificates, { params: { id: one.households[2]! }, query: { on: ON } });
    const body = { on: day("2024-02-01"), reason: "Giấy ghi sai tên" };
    expect((await neighbour.refused(routes.withdrawCertificate, { params: { id: certificates[0]!.id }, body })).status).toBe(404);
    expect((await officer.refused(routes.withdrawCertificate, { params: { id: certificates[0]!.id }, body: { ...body, on: day("2023-12-31") } })).code).toBe("poverty.papers.withdrawDay");
    await officer.call(routes.withdrawCertificate, { params: { id: certificates[0]!.id }, body });
    expect((await officer.refused(routes.withdrawCertificate, { params: { id: certificates[0]!.id }, body })).code).toBe("poverty.papers.withdrawnAlready");
    expect((await officer.call(routes.householdCertificates, { params: { id: one.households[2]! }, query: { on: day("2024-02-01") } })).certificates[0]).toMatchObject({ state: "withdrawn", reason: "Giấy ghi sai tên" });
  });

  it("a day for which no form is known is refused with what to do; a day to come is refused", async () => {
    expect((await officer.refused(routes.issueCertificates, { body: { ...here, on: day("2026-12-01") } })).code).toBe("poverty.papers.issueToCome");
    const problem = await officer.refused(routes.issueCertificates, { body: { ...here, on: day("2021-01-15") } });
    expect([problem.code, problem.title]).toEqual(["poverty.papers.noTemplate", expect.stringContaining("thư mục “papers”")]);
  });
});

describe("the code on a certificate", () => {
  const verify = async (token: string): Promise<Verified> => {
    const response = await app.request(routes.verifyCertificate, { params: { token } });
    expect(response.status).toBe(200);
    return (await response.json()) as Verified;
  };
  const qrOf = (paper: Paper): string | undefined => paper.blocks.flatMap((block) => (block.kind === "qr" ? [block.text] : []))[0];

  it("is printed by the province's decision only, and its page tells state, commune and year, no more", async () => {
    const body = { address: "https://sinhke.vidu.vn/", document: "Quyết định 100/QĐ-UBND ngày 01/3/2024", from: day("2024-03-01") };
    expect((await officer.refused(routes.turnQrOn, { body })).code).toBe("poverty.notYours");
    expect((await province.refused(routes.turnQrOn, { body: { ...body, address: "sinhke" } })).code).toBe("poverty.papers.qrAddress");
    await province.call(routes.turnQrOn, { body });
    expect((await province.refused(routes.turnQrOn, { body })).code).toBe("poverty.papers.qrIsOn");
    const fresh = await plantHamlet(services, { name: "Ấp Bốn", statusYear: 2024, families: [{ b1: 100, b2: 30, recognised: "poor" }] });
    const asked = { areaUid: PHU_HUU, on: day("2024-04-01"), hamletIds: [fresh.hamletId] };
    await officer.call(routes.issueCertificates, { body: asked });
    const [paper] = papersOf((await officer.call(routes.printCertificates, { body: { ...asked, format: "screen" } })).bytes);
    const address = qrOf(paper!)!;
    expect(address).toMatch(/^https:\/\/sinhke\.vidu\.vn\/verify\/an_giang-[\w-]{22}$/);
    const token = address.split("/").at(-1)!;
    expect(await verify(token)).toEqual({ state: "valid", commune: "Xã Phú Hữu", year: 2024 });
    const { certificates } = await officer.call(routes.householdCertificates, { params: { id: fresh.households[0]! }, query: { on: day("2024-04-01") } });
    await officer.call(routes.withdrawCertificate, { params: { id: certificates[0]!.id }, body: { on: day("2024-05-01"), reason: "Giấy bị mất" } });
    expect(await verify(token)).toEqual({ state: "withdrawn", commune: "Xã Phú Hữu", year: 2024 });
    const unknown = { state: "unknown", commune: null, year: null };
    for (const other of [`an_giang-${"A".repeat(22)}`, token.replace("an_giang", "ca_mau"), token.replace("an_giang", "khong_co"), "x", "../../etc"]) expect(await verify(other)).toEqual(unknown);
    // whoever asks on and on is told to wait, in Vietnamese, whatever the code
    const statuses: number[] = [];
    let last: Response | undefined;
    for (let i = 0; i < 125; i++) statuses.push((last = await app.request(routes.verifyCertificate, { params: { token } })).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([200, 429]);
    expect(await last!.json()).toMatchObject({ code: "http.tooMany", title: expect.stringContaining("Đợi 10 phút") as string });
  });
});

describe("the explanation for a household", () => {
  it("says result, values, clause, what is lacking and how to object; not what would change the class", async () => {
    const { bytes } = await officer.call(routes.printExplanation, { params: { id: one.households[0]! }, body: { on: ON, format: "docx" } });
    const text = wordDocumentText(bytes);
    for (const part of ["Gia đình được công nhận là hộ nghèo từ ngày 10/12/2023, Quyết định số 12/QĐ-UBND.", "điểm B1 (thu nhập): 120; điểm B2 (thiếu hụt dịch vụ): 30", "07/2021/TT-BLĐTBXH", "Nhà tiêu", "trưởng ấp", "Hạn nhận ý kiến"]) expect(text).toContain(part);
    expect(text).not.toContain("→");
    expect(pdfPages((await officer.call(routes.printExplanation, { params: { id: one.households[0]! }, body: { on: ON, format: "pdf" } })).bytes)).toHaveLength(1);
    expect((await audits("poverty.printExplanation")).map(({ subject }) => subject)).toEqual([one.households[0], one.households[0]]);
    expect((await neighbour.refused(routes.printExplanation, { params: { id: one.households[0]! }, body: { on: ON, format: "pdf" } })).status).toBe(404);
  });
});

it("the overview counts what there is to print, hamlet by hamlet", async () => {
  const { hamlets, qr, template, may } = await officer.call(routes.paperOverview, { query: { area: PHU_HUU, on: ON } });
  expect(hamlets.find(({ id }) => id === one.hamletId)).toMatchObject({ label: "ấp Một", poor: 2, nearPoor: 1, escaped: 0, certificates: 3, without: 0 });
  expect([qr, template?.id, may]).toEqual([null, "QD24-2021-M03", { print: true, issue: true, qr: false }]);
});

describe("papers of a hamlet in a review", () => {
  it("come as one job by step, filled with what the round knows; a posting opens the day for objections", async () => {
    const hamlet = await plantHamlet(services, { name: "Ấp Sáu", statusYear: 2023, families: [{ b1: 120, b2: 30, recognised: "poor" }, { b1: 120, b2: 10, recognised: "near_poor" }] });
    const { id, resultSetId } = await officer.call(povertyRoutes.createRound, { body: { unitUid: PHU_HUU, year: 2023, openedOn: day("2023-09-05") } });
    const params = { id };
    const step = async (name: "meeting" | "minutes" | "posting"): Promise<Paper[]> =>
      papersOf((await officer.call(routes.printHamletFile, { params, body: { resultSetId, hamletIds: [hamlet.hamletId], step: name, format: "screen" } })).bytes);
    expect((await officer.refused(routes.printHamletFile, { params, body: { resultSetId, step: "meeting", format: "pdf" } })).code).toBe("poverty.papers.nothingReviewed");
    await officer.call(workflowRoutes.takeList, { params, body: { on: day("2023-09-05") } });
    const { id: surveyorId } = await officer.call(workflowRoutes.addStaff, { params, body: { kind: "surveyor", fullName: "Trần Thử Rà Soát" } });
    await officer.call(workflowRoutes.saveHamlet, { params, body: { hamletId: hamlet.hamletId, headName: "Lê Văn Trưởng", surveyorIds: [surveyorId], formsGiven: 5, formsBack: 2 } });
    const before = await step("meeting");
    expect(before.map(({ kind }) => kind)).toEqual(["hamlet.invitation", "hamlet.attendance", "hamlet.agenda", "hamlet.minutes"]);
    expect(JSON.stringify(before[2])).toContain("Chưa có kết quả: 2 hộ");
    expect(JSON.stringify(before[3])).toContain("Trần Thử Rà Soát");
    const { rows } = await officer.call(workflowRoutes.cases, { params, query: { set: resultSetId, hamlet: hamlet.hamletId } });
    for (const row of rows) {
      await officer.call(workflowRoutes.survey, {
        params: { id: row.id }, body: { baseVersion: row.version, surveyorId, surveyedOn: day("2023-10-10"), causes: ["1"], evidence: "Phiếu B 3", scoreIncome: 130, deprivations: ["water", "toilet", "nutrition"] },
      });
    }
    await officer.call(workflowRoutes.recordMeeting, {
      params, body: { resultSetId, hamletId: hamlet.hamletId, heldOn: day("2023-10-15"), place: "Văn phòng ấp", chair: "Lê Văn Trưởng", secretary: "Phan Thị Ghi", present: 30, agree: 25, disagree: 5, singles: [] },
    });
    const [minutes] = await step("minutes");
    for (const part of ["15/10/2023", "25 người", "Danh sách được thông qua.", "2 hộ nghèo", "Phan Thị Ghi"]) expect(JSON.stringify(minutes)).toContain(part);
    await officer.call(workflowRoutes.recordPosting, { params, body: { resultSetId, hamletIds: [hamlet.hamletId], kind: "first", places: "Văn phòng ấp", fromOn: day("2023-10-20"), toOn: day("2023-10-25") } });
    const posted = await step("posting");
    expect(posted.map(({ kind }) => kind)).toEqual(["hamlet.posting", "hamlet.handover"]);
    expect(JSON.stringify(posted[0])).toContain("25/10/2023");
    expect(JSON.stringify(posted[0])).not.toContain("130");
    const { bytes } = await officer.call(routes.printExplanation, { params: { id: hamlet.households[0]! }, body: { on: day("2023-10-22"), format: "docx" } });
    expect(wordDocumentText(bytes)).toContain("Hạn nhận ý kiến, đến hết ngày: 25/10/2023");
    expect((await neighbour.refused(routes.printHamletFile, { params, body: { resultSetId, step: "all", format: "pdf" } })).status).toBe(404);
    expect((await audits("poverty.printHamletFile")).map(({ rows: households, subject }) => [households, subject])).toEqual([[2, id], [2, id], [2, id]]);
  });
});
