import { afterAll, beforeAll, expect, test } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { createHamlet } from "../../areas/public.ts";
import { enterprisesRoutes } from "../../enterprises/contract.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import { registryRoutes } from "../../registry/contract.ts";
import { listRoutes } from "../../registry/list-import/contract.ts";
import { eventRoutes } from "../events/contract.ts";

const PHU_HUU = "30352@2025-07-01";
const ON = day("2026-11-23");

let database: TestDatabase;
let officer: Person, centre: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  const services = testServices(database);
  const app = new TestApp(services);
  const hamlet = await services.door.write(provinceActor(), { commandId: newId(), name: "areas.addHamlet", input: {} }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid: "30352@0", name: "Ấp Phú Lợi" });
    return { answer: id, changes };
  });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["poverty", "training", "jobs"] });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, fields: ["jobs"] });
  await officer.call(registryRoutes.createHousehold, {
    body: { hamletId: hamlet, from: day("2022-01-15"), localCode: null, address: null, formedBy: "listed", characteristics: [], confirm: [], members: [{ who: { person: { fullName: "Lê Văn Trong Sổ", sex: 1, birth: "1990", ethnicity: "01", numbers: ["089090000001"] } }, relation: "01" }] },
  } as never);
});
afterAll(() => database.close());

const HEADINGS = ["STT", "Họ và tên", "Năm sinh", "Số CCCD", "Ấp", "Ngày bắt đầu làm việc", "Hình thức", "Tên công ty", "Công việc"];
const LINES: Cells[] = [
  [1, "Lê Văn Trong Sổ", 1990, "089090000001", "Ấp Phú Lợi", "05/06/2026", "Doanh nghiệp ngoài tỉnh", "Công ty Giày Giả Định", "Công nhân"],
  [2, "Trần Chưa Định Danh", 1995, null, "Ấp Phú Lợi", "10/06/2026", "Tự tạo việc làm", null, "Nuôi lươn"],
  [3, "Phạm Đi Nhật", 1998, null, "Ấp Phú Lợi", "6/2026", "XKLĐ", null, "Điều dưỡng"],
];
const sent = async (lines: readonly Cells[]) => ({ kind: "job-events", area: PHU_HUU, asOf: "2026-07-01", body: await sheetOf(HEADINGS, lines) });
const counts = async () => (await officer.call(eventRoutes.events, { query: { area: PHU_HUU, on: ON } })).counts;

test("the monthly list of jobs is taken once: who has no number is kept and counted apart, the same list again changes nothing", async () => {
  const done = await takeSent(officer, await sent(LINES));
  expect(done.result).toMatchObject({ changed: true, counts: { new: 3, unidentified: 2 } });
  expect(await counts()).toMatchObject({ events: 3, people: 3, unidentified: 2, overseas: 1 });
  // a month alone is counted in its month, and the event says that the day is not known
  const june = await officer.call(eventRoutes.events, { query: { area: PHU_HUU, on: ON, from: day("2026-06-01"), to: day("2026-06-30"), q: "di nhat" } });
  expect(june.rows).toMatchObject([{ startedOn: "2026-06-01", evidence: [{ kind: "hamlet", note: "danh sách chỉ ghi tháng 06/2026" }] }]);
  expect((await takeSent(officer, await sent(LINES))).result).toMatchObject({ changed: false, counts: { new: 0, unchanged: 3 } });
  expect(await counts()).toMatchObject({ events: 3 });
  const { rows } = await officer.call(eventRoutes.months, { query: { area: PHU_HUU, on: ON, month: "2026-06" } });
  expect(rows).toMatchObject([{ reportedOn: "2026-07-01", events: 3 }]);
});

test("a line corrected in the next list takes the place of the old one; one event more of the same work is refused at its cell", async () => {
  const changed = LINES.map((line, i) => (i === 0 ? line.with(5, "07/06/2026") : line));
  expect((await takeSent(officer, await sent(changed))).result).toMatchObject({ counts: { new: 0, changed: 1, unchanged: 2 } });
  const { rows } = await officer.call(eventRoutes.events, { query: { area: PHU_HUU, on: ON, q: "trong so" } });
  expect(rows).toMatchObject([{ startedOn: "2026-06-07", employerName: "Công ty Giày Giả Định" }]);
  const ready = await sendList(officer, await sent([
    [1, "Lê Văn Trong Sổ", 1990, null, "Ấp Phú Lợi", "02/03/2025", "Doanh nghiệp ngoài tỉnh", "Công ty Giày Khác", "Công nhân"],
    [2, "Lê Văn Trong Sổ", 1990, null, "Ấp Phú Lợi", "02/01/2026", "Doanh nghiệp ngoài tỉnh", "Cty Giày Khác", "Công nhân"],
    [3, "Ngô Tương Lai", 1990, null, "Ấp Phú Lợi", "02/07/2026", "Tự tạo việc làm", null, "Buôn bán"],
    [4, "Ngô Thiếu Công Ty", 1990, null, "Ấp Phú Lợi", "02/06/2026", "Trong tỉnh", null, "Thợ"],
  ]));
  const problems = await officer.call(listRoutes.problems, { params: { kind: "job-events", id: ready.id }, query: { severity: "error" } });
  expect(problems.rows.map(({ cell, code }) => [cell, code])).toEqual([["B4", "jobs.list.sameEvent"], ["F5", "jobs.startAfterReport"], ["H6", "jobs.employerMissing"]]);
});

test("a firm's answer names the firm once; a person on file through the hamlet's list is the same event", async () => {
  const { id } = await centre.call(enterprisesRoutes.addOrganisation, { body: { name: "Công ty Giày Giả Định", kinds: ["enterprise"], taxCode: "1600000009", unitUid: PHU_HUU, address: null, contactName: null, phone: null, email: null, industry: null, workers: null, note: null, confirmAlike: false } });
  const body = await sheetOf(["Họ và tên", "Năm sinh", "Xã", "Ấp", "Ngày vào làm"], [["Lê Văn Trong Sổ", 1990, "Xã Phú Hữu", "Ấp Phú Lợi", "08/06/2026"], ["Võ Thị Mới", 2001, "Xã Phú Hữu", "Ấp Phú Lợi", "08/06/2026"]]);
  const done = await takeSent(centre, { kind: "firm-hires", area: AN_GIANG_UID, asOf: "2026-07-05", body, parameters: { organisation: id, channel: "dn_ngoai_tinh" } });
  expect(done.result).toMatchObject({ counts: { new: 1, rejected: 1 } });
  const { rows } = await officer.call(eventRoutes.events, { query: { area: PHU_HUU, on: ON, q: "vo thi moi" } });
  expect(rows).toMatchObject([{ employerId: id, channel: "dn_ngoai_tinh", evidence: [{ kind: "firm_list" }] }]);
});

test("vacancies come in as firms send them; sent again with other numbers they are changed, not doubled", async () => {
  const headings = ["Tên doanh nghiệp", "Vị trí tuyển dụng", "Số lượng", "Mức lương", "Trình độ học vấn"];
  const take = async (posts: number) => takeSent(centre, { kind: "vacancies", area: AN_GIANG_UID, asOf: "2026-11-01", body: await sheetOf(headings, [["Công ty Giày Giả Định", "Công nhân may", posts, "7 - 10 triệu", "THCS"], ["Công ty Không Có", "Bảo vệ", 2, "6 triệu", "THCS"]]) });
  expect((await take(50)).result).toMatchObject({ counts: { new: 1, rejected: 1 } });
  expect((await take(50)).result).toMatchObject({ changed: false });
  expect((await take(60)).result).toMatchObject({ counts: { changed: 1 } });
  expect((await officer.call(enterprisesRoutes.vacancies, { query: { on: ON } }))).toMatchObject({ counts: { vacancies: 1, posts: 60 }, rows: [{ title: "Công nhân may", wageTo: 10_000_000, source: "list" }] });
});
