import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { app, database, hamlet, KHANH_BINH, ON, openRegistry, PHU_HUU, make, province } from "../../../test/support/registry.ts";
import type { Person } from "../../../test/support/app.ts";
import { commitSent, sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { listRoutes } from "../../registry/list-import/contract.ts";
import { assistRoutes } from "../registration-assist/contract.ts";
import { labourRoutes as routes, type FormBody, type StatusBody } from "./contract.ts";
import { emptyForm } from "./rules/labour-form.ts";

let officer: Person;
let neighbour: Person;
let centre: Person;
beforeAll(async () => {
  await openRegistry();
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["jobs", "poverty"] });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields: ["jobs"] });
  centre = await app.signIn({ role: "job_centre", unitUid: "91@2025-07-01", fields: ["jobs"] });
});
afterAll(() => database.close());

const here = { area: PHU_HUU, on: ON };
const form = (changes: Partial<FormBody>): FormBody => ({ ...(emptyForm(changes.state ?? "employed") as FormBody), ...changes });
const body = (fullName: string, changes: Partial<FormBody>, more: Partial<StatusBody> = {}): StatusBody => ({
  worker: { hamletId: hamlet.phuLoi, fullName, birthYear: 1990, sex: 1 }, period: "2026", surveyedOn: "2026-06-30" as never, form: form(changes), replaces: null, confirm: [], ...more,
});
const listed = async (query = {}, by = officer) => (await by.call(routes.list, { query: { ...here, ...query } })).rows.map((row) => `${row.fullName} ${row.form.state}`);

test("a form is recorded, found by who is in the register, corrected by a new one, voided; the neighbour sees nothing", async () => {
  await make("Lê Văn Phiếu");
  const { id } = await officer.call(routes.record, { body: body("Lê Văn Phiếu", { position: "wage", contract: "fixed", job: "Thợ hàn" }, { worker: { hamletId: hamlet.phuLoi, fullName: "Lê Văn Phiếu", birthYear: 1985, sex: 1 } }) });
  const first = await officer.call(routes.one, { params: { id }, query: { on: ON } });
  expect(first.row).toMatchObject({ fullName: "Lê Văn Phiếu", hamlet: "ấp Phú Lợi", form: { contract: "fixed", job: "Thợ hàn" } });
  expect(first.row.personId).not.toBeNull();
  expect((await officer.refused(routes.record, { body: body("Lê Văn Phiếu", { position: "owner" }, { worker: { hamletId: hamlet.phuLoi, fullName: "Lê Văn Phiếu", birthYear: 1985 } }) })).code).toBe("labour.changed");
  const next = await officer.call(routes.record, { body: body("Lê Văn Phiếu", { state: "unemployed", everWorked: true, unemployedFor: "under_3_months" }, { replaces: id, worker: { hamletId: hamlet.phuLoi, fullName: "Lê Văn Phiếu", birthYear: 1985, sex: 1 } }) });
  const both = await officer.call(routes.one, { params: { id: next.id }, query: { on: ON } });
  expect(both.others.map((row) => [row.id, row.voidReason])).toEqual([[id, "replaced"]]);
  expect(await listed({ q: "phieu" })).toEqual(["Lê Văn Phiếu unemployed"]);
  expect(await listed({ area: KHANH_BINH }, neighbour)).toEqual([]);
  expect((await neighbour.refused(routes.one, { params: { id: next.id }, query: { on: ON } })).code).toBe("labour.unknown");
  expect((await neighbour.refused(routes.record, { body: body("Người Ngoài", { position: "owner" }) })).status).toBe(403);
  await officer.call(routes.remove, { params: { id: next.id }, body: { reason: "ghi nhầm người" } });
  expect(await listed({ q: "phieu" })).toEqual([]);
});

test("what cannot be is refused with the question's name; what is odd asks to be confirmed", async () => {
  const young = await officer.refused(routes.record, { body: body("Lê Thị Nhỏ", { position: "family" }, { worker: { hamletId: hamlet.phuLoi, fullName: "Lê Thị Nhỏ", birthDate: "2011-07-01" } }) });
  expect([young.status, young.code, young.title]).toEqual([422, "labour.tooYoung", expect.stringContaining("14 tuổi")]);
  const contract = await officer.refused(routes.record, { body: body("Lê Thị Hợp", { position: "self_employed", contract: "fixed" }) });
  expect([contract.code, contract.title]).toEqual(["labour.contractWithoutWage", expect.stringMatching(/^Ô Hợp đồng lao động: /)]);
  expect((await officer.refused(routes.record, { body: body("Lê Thị Hợp", { state: "inactive", inactiveReason: "study", job: "Bán hàng" }) })).code).toBe("labour.otherBranch");
  const odd = body("Lê Thị Hợp", { position: "wage", education: "primary", qualification: "college" });
  const asked = await officer.refused(routes.record, { body: odd });
  expect([asked.code, asked.data["warnings"]]).toEqual(["labour.needsConfirmation", [expect.objectContaining({ code: "labour.qualificationAboveEducation", text: expect.stringContaining("trung học cơ sở") })]]);
  await officer.call(routes.record, { body: { ...odd, confirm: ["labour.qualificationAboveEducation"] } });
  expect((await officer.refused(routes.record, { body: body("Lê Thị Mai", { position: "wage" }, { surveyedOn: "2027-01-01" as never }) })).code).toBe("labour.dayToCome");
});

const HEADINGS = ["TT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Ấp", "Trình độ GDPT", "Trình độ CMKT", "Tình trạng HĐKT", "Vị thế việc làm", "Công việc chính", "Tham gia BHXH", "Loại hợp đồng lao động", "Thời gian thất nghiệp", "Đã từng làm việc", "Lý do không tham gia", "Nhu cầu học nghề"];
const ROWS: Cells[] = [
  [1, "Trần Văn Công", "05/06/1990", "Nam", null, "Ấp Phú Hòa", 3, 4, 1, 4, "Công nhân may", 1, 2, null, null, null, null],
  [2, "Trần Thị Chữ", "1992", "Nữ", null, "Ấp Phú Hòa", "THPT", "Chưa qua đào tạo", "Thất nghiệp", null, null, null, null, "Dưới 3 tháng", "Đã từng làm việc", null, "x"],
  [3, "Trần Văn Học", "2009", "Nam", null, "Ấp Phú Hòa", 3, 1, 3, 0, null, 3, 1, null, null, "Đi học", null],
  [4, "Trần Thị Bé", "01/01/2015", "Nữ", null, "Ấp Phú Hòa", 1, 1, 3, null, null, null, null, null, null, 1, null],
  [5, "Trần Văn Lẫn", "1980", "Nam", null, "Ấp Phú Hòa", 2, 5, 1, 2, "Làm ruộng", 3, 3, null, null, null, null],
  [6, "Trần Văn Trung", "1981", "Nam", null, "Ấp Phú Hòa", 2, 5, "1. Có việc làm", "Tự làm", "Làm ruộng", "Không", null, null, null, null, "không"],
];
const sent = (rows: readonly Cells[], area = PHU_HUU) => sheetOf(HEADINGS, rows).then((bytes) => ({ kind: "labour-form", area, asOf: "2026-06-30", body: bytes }));

test("a list with codes as numbers or words comes in once; children and contracts without wage work stay out, with their cells", async () => {
  const ready = await sendList(officer, await sent(ROWS));
  expect(ready.preview!.counts).toMatchObject({ lines: 6, taken: 4, rejected: 2, new: 4, unidentified: 4 });
  const errors = await officer.call(listRoutes.problems, { params: { kind: "labour-form", id: ready.id }, query: { severity: "error" } });
  expect(errors.rows.map(({ cell, code }) => [cell, code])).toEqual([["C6", "labour.tooYoung"], ["M7", "labour.contractWithoutWage"]]);
  const warnings = await officer.call(listRoutes.problems, { params: { kind: "labour-form", id: ready.id }, query: { severity: "warning" } });
  expect(warnings.rows.filter(({ code }) => code.startsWith("labour.")).map(({ cell, code }) => [cell, code])).toEqual([["H7", "labour.qualificationAboveEducation"], ["H8", "labour.qualificationAboveEducation"]]);
  await commitSent(officer, ready);
  expect(await listed({ hamlet: hamlet.phuHoa })).toEqual(["Trần Thị Chữ unemployed", "Trần Văn Công employed", "Trần Văn Học inactive", "Trần Văn Trung employed"]);
  const again = await takeSent(officer, await sent(ROWS));
  expect(again.result).toMatchObject({ changed: false, counts: { unchanged: 4, new: 0 } });

  const changed = await takeSent(officer, await sent(ROWS.map((row, i) => (i === 1 ? row.map((cell, at) => (at === 8 ? 1 : at === 9 ? 4 : at === 12 ? 2 : at === 13 || at === 14 ? null : cell)) : row))));
  expect(changed.result).toMatchObject({ changed: true, counts: { changed: 1, unchanged: 3, new: 0 } });
  expect(await listed({ hamlet: hamlet.phuHoa, state: "unemployed" })).toEqual([]);
  expect((await neighbour.refused(listRoutes.start, { params: { kind: "labour-form" }, query: { fileName: "a.xlsx", area: PHU_HUU, asOf: "2026-06-30" as never }, body: new Uint8Array([1]) })).code).toBe("listImport.notAllowed");
});

test("what an officer corrected afterwards is not undone by the same list coming again; a form taken back comes in anew", async () => {
  const { rows } = await officer.call(routes.list, { query: { ...here, hamlet: hamlet.phuHoa, q: "Trần Văn Công" } });
  const { id, personId, fullName, birthDate, form: before } = rows[0]!;
  await officer.call(routes.record, { body: { worker: { hamletId: hamlet.phuHoa, personId, fullName, birthDate, sex: 1 }, period: "2026", surveyedOn: "2026-07-01" as never, form: { ...before, job: "Tổ trưởng may" }, replaces: id, confirm: [] } });
  const same = await takeSent(officer, await sent(ROWS.slice(0, 1)));
  expect(same.result).toMatchObject({ changed: false });
  const now = (await officer.call(routes.list, { query: { ...here, q: "Trần Văn Công" } })).rows[0]!;
  expect(now.form.job).toBe("Tổ trưởng may");
  await officer.call(routes.remove, { params: { id: now.id }, body: { reason: "ghi nhầm" } });
  expect(await listed({ q: "Trần Văn Công" })).toEqual([]);
  const anew = await takeSent(officer, await sent(ROWS.slice(0, 1)));
  expect(anew.result).toMatchObject({ changed: true, counts: { new: 1 } });
  const back = (await officer.call(routes.list, { query: { ...here, q: "Trần Văn Công" } })).rows[0]!;
  expect(back.form.job).toBe("Công nhân may");
  await officer.call(routes.remove, { params: { id: back.id }, body: { reason: "ghi nhầm lần nữa" } });
});

test("hamlets add up: rates are of the labour force, a hamlet without forms has nobody, the export holds every answer", async () => {
  const area = { area: PHU_HUU, on: ON };
  const summary = await officer.call(routes.summary, { query: area });
  expect(summary.period).toBe("2026");
  const phuHoa = summary.rows.find(({ hamletId }) => hamletId === hamlet.phuHoa)!;
  expect(phuHoa).toMatchObject({ hamlet: "ấp Phú Hòa", people: 3, employed: 2, unemployed: 0, inactive: 1, trained: 1, certified: 1, trainedRate: "50.0", unemployedRate: "0.0", unidentified: 3 });
  expect(summary.total.people).toBe(summary.rows.reduce((sum, { people }) => sum + people, 0));
  const other = await officer.call(routes.summary, { query: { ...area, period: "2025" } });
  expect(other.rows.every(({ people, unemployedRate }) => people === 0 && unemployedRate === null)).toBe(true);
  const file = await officer.call(routes.export, { body: { query: { ...area, hamlet: hamlet.phuHoa, sort: "name" }, purpose: "báo cáo cung lao động" } });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(file.bytes) as never);
  const texts = workbook.worksheets[0]!.getSheetValues().flat().map(String);
  expect(texts).toEqual(expect.arrayContaining(["Trần Văn Trung", "Trung cấp", "Tự làm", "Làm ruộng", "Không tham gia hoạt động kinh tế"]));
});

test("periods are opened once by a unit; help with registration is noted, counted by people, taken back", async () => {
  const survey = { unitUid: PHU_HUU, period: "2026", name: "Thu thập cung lao động 2026", startsOn: "2026-03-01" as never, endsOn: "2026-06-30" as never, document: null };
  await officer.call(routes.addSurvey, { body: survey });
  expect((await officer.refused(routes.addSurvey, { body: survey })).code).toBe("labour.surveyTwice");
  expect((await province.call(routes.surveys, { query: { area: "91@2025-07-01", on: ON } })).rows).toEqual([]);
  expect((await officer.call(routes.surveys, { query: here })).rows.map(({ period, unit }) => [period, unit])).toEqual([["2026", "xã Phú Hữu"]]);

  const assist = { worker: { hamletId: hamlet.phuLoi, fullName: "Võ Thị Giúp", birthYear: 1988 }, helpedOn: "2026-08-01" as never, channel: "vneid" as const, result: "registered" as const, note: null };
  await officer.call(assistRoutes.add, { body: assist });
  const second = await officer.call(assistRoutes.add, { body: { ...assist, helpedOn: "2026-09-01" as never, result: "adjusted" } });
  expect(await officer.call(assistRoutes.list, { query: here })).toMatchObject({ total: 2, people: 1, rows: [{ result: "adjusted", hamlet: "ấp Phú Lợi" }, { result: "registered" }] });
  expect((await officer.refused(assistRoutes.add, { body: { ...assist, helpedOn: "2027-01-01" as never } })).code).toBe("labour.dayToCome");
  await officer.call(assistRoutes.remove, { params: { id: second.id }, body: { reason: "ghi hai lần" } });
  expect(await officer.call(assistRoutes.list, { query: here })).toMatchObject({ total: 1 });
  const file = await officer.call(assistRoutes.export, { body: { query: { ...here, sort: "-helped" }, purpose: "báo cáo tháng" } });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(file.bytes) as never);
  expect(workbook.worksheets[0]!.getSheetValues().flat().map(String)).toEqual(expect.arrayContaining(["Võ Thị Giúp", "VNeID", "Đã đăng ký xong"]));
  expect(await neighbour.call(assistRoutes.list, { query: { area: KHANH_BINH, on: ON } })).toMatchObject({ total: 0 });
  expect(await centre.call(assistRoutes.list, { query: { area: "91@2025-07-01", on: ON } })).toMatchObject({ total: 1 });
});
