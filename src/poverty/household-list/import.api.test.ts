import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { provinceActor, testServices } from "../../../test/support/actors.ts";
import { TestApp, type Person } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import type { Services } from "../../platform/feature.ts";
import { households } from "../../registry/household-list/list.fixture.ts";
import { importRoutes, type CheckedList, type ImportJob } from "./contract.ts";
import { countRows, END_2023, PHU_HUU_2023, threeSheets } from "../../../test/support/household-lists.ts";

let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person;
let big: Uint8Array;
let small: Uint8Array;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  officer = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
  const all = households(2_000);
  big = await threeSheets(all);
  small = await threeSheets(all.slice(0, 20), all.slice(20, 25));
});
afterAll(() => database.close());

const start = (person: Person, body: Uint8Array): Promise<{ id: string }> =>
  person.call(importRoutes.start, { query: { fileName: "danh-sach.xlsx", area: PHU_HUU_2023, asOf: END_2023 }, body });

async function until(person: Person, id: string, enough: (job: ImportJob) => boolean): Promise<ImportJob> {
  for (;;) {
    const job = await person.call(importRoutes.job, { params: { id } });
    if (enough(job)) return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const filesKept = (): number => {
  const folder = join(services.config.data, "files");
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length : 0;
};

test("cancelled while reading, while previewing or while committing, no row and no file stays", async () => {
  const before = await countRows(services, provinceActor());
  const reading = await start(officer, big);
  expect((await officer.call(importRoutes.cancel, { params: reading })).state).toBe("cancelled");

  const previewed = await start(officer, big);
  await until(officer, previewed.id, ({ state }) => state === "ready");
  expect((await officer.call(importRoutes.cancel, { params: previewed })).state).toBe("cancelled");

  const committing = await start(officer, big);
  await until(officer, committing.id, ({ state }) => state === "ready");
  await officer.call(importRoutes.commit, { params: committing });
  await until(officer, committing.id, ({ state, done }) => state === "done" || done >= 3);
  expect((await officer.call(importRoutes.cancel, { params: committing })).state).toBe("cancelled");

  expect(await countRows(services, provinceActor())).toEqual(before);
  expect(filesKept()).toBe(0);
  expect((await officer.refused(importRoutes.job, { params: committing })).code).toBe("poverty.import.jobUnknown");
});

test("the officer of the commune reads, corrects, commits; the marked copy comes back", async () => {
  const { id } = await start(officer, small);
  const ready = await until(officer, id, ({ state }) => state === "ready");
  expect(ready.preview).toMatchObject({ complete: true, counts: { households: { new: 25, rejected: 0 }, statuses: { poor: 10, nearPoor: 10, escapedUnknown: 5 } } });
  expect(ready.preview!.hamlets.map(({ text, households: n }) => [text, n])).toEqual([["Phú Thạnh", 9], ["Phú Lợi", 8], ["Phước Khánh", 8]]);
  const notes = await officer.call(importRoutes.problems, { params: { id }, query: { severity: "note" } });
  expect(notes.total).toBe(ready.preview!.problems.note);
  expect(notes.rows[0]).toMatchObject({ severity: "note", cell: expect.stringMatching(/^[A-Z]+\d+$/), text: expect.stringContaining("ấp") });

  await officer.call(importRoutes.choose, { params: { id }, body: { ...ready.choices, leaveOut: ["0!8", "0!9", "0!10"] } });
  const again = await until(officer, id, ({ state }) => state === "ready");
  expect(again.preview!.counts.households.new).toBe(24);
  await officer.call(importRoutes.commit, { params: { id } });
  const done = await until(officer, id, ({ state }) => state === "done");
  expect(done.result).toMatchObject({ changed: true, counts: { households: { new: 24 } } });
  expect(filesKept()).toBe(1);
  const marked = await officer.call(importRoutes.marked, { params: { id } });
  expect(Buffer.from(marked.bytes).subarray(0, 2).toString()).toBe("PK");
});

test("a column that the officer names is kept for the office and files of the same shape", async () => {
  const { id } = await start(officer, small);
  const ready = await until(officer, id, ({ state }) => state === "ready");
  const sheet = ready.preview!.sheets[0]!;
  const columns = Object.fromEntries(sheet.columns.flatMap(({ column, field }) => (field === null || field === "causes" ? [] : [[String(column), field]])));
  await officer.call(importRoutes.choose, { params: { id }, body: { ...ready.choices, mappings: [{ sheet: 0, firstRow: sheet.firstRow, columns }] } });
  await until(officer, id, ({ state }) => state === "ready");
  const next = await start(officer, small);
  const kept = await until(officer, next.id, ({ state }) => state === "ready");
  expect(kept.preview!.sheets[0]!.columns.map(({ field }) => field)).not.toContain("causes");
  expect((await officer.refused(importRoutes.choose, { params: { id: next.id }, body: { ...ready.choices, mappings: [{ sheet: 0, firstRow: 8, columns: { "1": "salary" } }] } })).code).toBe("poverty.import.fieldUnknown");
});

test("a neighbour's officer may not import for the commune, nor look at another's import", async () => {
  const neighbour = await app.signIn({ role: "commune", unitUid: "30337@2025-07-01" });
  const query = { fileName: "danh-sach.xlsx", area: PHU_HUU_2023, asOf: END_2023 };
  expect(await neighbour.refused(importRoutes.start, { query, body: small })).toMatchObject({ status: 403 });
  const { id } = await start(officer, small);
  expect((await neighbour.call(importRoutes.open)).jobs).toEqual([]);
  expect((await neighbour.refused(importRoutes.job, { params: { id } })).code).toBe("poverty.import.jobUnknown");
  expect((await neighbour.refused(importRoutes.cancel, { params: { id } })).status).toBe(404);
  for (const role of ["surveyor", "leader", "auditor"] as const) {
    const other = await app.signIn({ role, unitUid: "30352@2025-07-01", ...(role === "surveyor" && { hamletIds: [] }) });
    expect(await other.refused(importRoutes.start, { query, body: small }), role).toMatchObject({ status: 403 });
  }
  const jobs = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01", fields: ["jobs"] });
  expect((await jobs.refused(importRoutes.start, { query, body: small })).code).toBe("poverty.import.notAllowed");
});

test("any list is checked without signing in; nothing of it is stored", async () => {
  const before = await countRows(services, provinceActor());
  const kept = filesKept();
  const workbook = await threeSheets(households(3).map((household, i) => ({ ...household, people: household.people.map((person) => (i === 1 ? { ...person, birth: "31/02/1990" } : person)) })));
  const response = await app.request(importRoutes.check, { query: { fileName: "ds.xlsx", asOf: END_2023 }, body: workbook });
  const answer = (await response.json()) as { token: string; households: { rejected: number }; rows: { cell: string; code: string }[] };
  expect(answer.households.rejected).toBe(1);
  expect(answer.rows).toContainEqual(expect.objectContaining({ code: "householdList.birthUnreadable", cell: "F11" }));
  const copy = await app.request(importRoutes.checkedCopy, { params: { id: answer.token } });
  expect(copy.status).toBe(200);
  expect(await countRows(services, provinceActor())).toEqual(before);
  expect(filesKept()).toBe(kept);
});

test("a colleague of the area finds the work on a file, goes on with it and writes it; what was corrected is kept, and nobody overwrites it unseen", async () => {
  const colleague = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
  const province = await app.signIn({ role: "province", unitUid: "91@2025-07-01" });
  const { id } = await start(officer, await threeSheets(households(24).slice(10)));
  const ready = await until(officer, id, ({ state }) => state === "ready");
  await officer.call(importRoutes.choose, { params: { id }, body: { ...ready.choices, leaveOut: ["0!8"], revision: ready.revision } });
  await until(officer, id, ({ state }) => state === "ready");
  const found = (await colleague.call(importRoutes.open)).jobs.find((job) => job.id === id);
  expect(found).toMatchObject({ state: "ready", mine: false, startedBy: "Thử commune", areaUid: PHU_HUU_2023 });
  const seen = await colleague.call(importRoutes.job, { params: { id } });
  expect(seen).toMatchObject({ choices: { leaveOut: ["0!8"] }, startedBy: "Thử commune", changedBy: null, revision: 1 });
  expect((await province.call(importRoutes.job, { params: { id } })).choices).toEqual(seen.choices);

  await colleague.call(importRoutes.choose, { params: { id }, body: { ...seen.choices, leaveOut: ["0!8", "0!9"], revision: seen.revision } });
  await until(colleague, id, ({ state }) => state === "ready");
  expect(await officer.refused(importRoutes.choose, { params: { id }, body: { ...seen.choices, complete: false, revision: seen.revision } })).toMatchObject({ status: 409, code: "poverty.import.changedMeanwhile" });
  const now = await officer.call(importRoutes.job, { params: { id } });
  expect(now).toMatchObject({ changedBy: "Thử commune", choices: { leaveOut: ["0!8", "0!9"], complete: null } });

  const other = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01", fields: ["jobs"] });
  expect((await other.refused(importRoutes.commit, { params: { id } })).code).toBe("poverty.import.jobUnknown");
  await colleague.call(importRoutes.commit, { params: { id } });
  await until(officer, id, ({ state }) => state === "done");
  const taken = (await province.call(importRoutes.open)).taken;
  expect(taken[0]).toMatchObject({ fileName: "danh-sach.xlsx", areaUid: PHU_HUU_2023, asOf: END_2023, by: "Thử commune" });

  const next = await start(officer, big);
  expect((await colleague.call(importRoutes.cancel, { params: next })).state).toBe("cancelled");
  expect((await officer.refused(importRoutes.job, { params: next })).code).toBe("poverty.import.jobUnknown");
});

test("the marked copy also has what was found by comparing with the register, at its rows", async () => {
  const list = households(6).map((household) => ({ ...household, people: household.people.map((person) => ({ ...person, birth: person.birth.replace(/^\d\d/, "28") })) }));
  const { id } = await start(officer, await threeSheets(list));
  await until(officer, id, ({ state }) => state === "ready");
  const differs = (await officer.call(importRoutes.problems, { params: { id }, query: { code: "poverty.import.differs.birth" } })).rows[0]!;
  const marked = await officer.call(importRoutes.marked, { params: { id } });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(marked.bytes) as never);
  expect(JSON.stringify(workbook.worksheets[0]!.getRow(differs.row).values)).toContain("khác với sổ hộ");
  await officer.call(importRoutes.cancel, { params: { id } });
});

test("a list nobody knows is checked again with the columns that its owner names; any other table is checked as one", async () => {
  const workbook = new ExcelJS.Workbook();
  const people = workbook.addWorksheet("DS");
  people.addRows([["Người trong nhà", "Sinh", "Vai", "Thẻ"], ["Nguyễn Văn Thử", "31/02/1960", "Chủ hộ", "089060000101"], ["Trần Thị Thử", "1962", "Vợ", "089162000102"]]);
  const table = workbook.addWorksheet("Tổng hợp");
  table.addRows([["Ấp", "Số hộ", "Hộ nghèo"], ["Một", 100, 10], ["Hai", 200, 20], ["Ba", 300, 30], ["Bốn", 100, 12], ["Tổng cộng", 700, 75]]);
  const check = await app.request(importRoutes.check, { query: { fileName: "bang.xlsx", asOf: END_2023 }, body: new Uint8Array(await workbook.xlsx.writeBuffer()) });
  const first = (await check.json()) as CheckedList;
  expect(first.sheets.map(({ used }) => used)).toEqual([false, false]);
  expect(first.rows.map(({ code, sheet, cell }) => `${sheet} ${code} ${cell}`)).toEqual(["Tổng hợp exchange.tableTotalDiffers C6"]);
  const again = await app.request(importRoutes.checkAgain, { params: { id: first.token }, body: { mappings: [{ sheet: 0, firstRow: 2, columns: { "0": "member_name", "1": "birth", "2": "relation", "3": "identity" } }] } });
  const second = (await again.json()) as CheckedList;
  expect(second.sheets.map(({ used }) => used)).toEqual([true, false]);
  expect(second.rows.map(({ code, sheet, cell }) => `${sheet} ${code} ${cell}`)).toEqual(["DS householdList.birthUnreadable B2", "DS householdList.householdRejected 3", "Tổng hợp exchange.tableTotalDiffers C6"]);
  const copy = await app.request(importRoutes.checkedCopy, { params: { id: first.token } });
  const marked = new ExcelJS.Workbook();
  await marked.xlsx.load(Buffer.from(await copy.arrayBuffer()) as never);
  expect(JSON.stringify(marked.getWorksheet("Tổng hợp")!.getRow(6).values)).toContain("cộng các dòng trên được 72");
  expect(JSON.stringify(marked.getWorksheet("DS")!.getRow(2).values)).toContain("không phải ngày sinh có thật");
  expect((await app.request(importRoutes.checkAgain, { params: { id: "01900000-0000-7000-8000-000000000000" }, body: { mappings: [] } })).status).toBe(404);
});

test("files that are no workbooks, and too many at once, are turned away with the reason", async () => {
  const codeOf = async (body: Uint8Array): Promise<string> => ((await (await app.request(importRoutes.check, { query: { fileName: "x.xlsx" }, body })).json()) as { code: string }).code;
  expect(await codeOf(Buffer.from("%PDF-1.7"))).toBe("exchange.notAWorkbook");
  expect(await codeOf(new Uint8Array((20 << 20) + 1))).toBe("poverty.import.checkTooLarge");
  const codes: string[] = [];
  for (let i = 0; i < 12; i++) codes.push(await codeOf(new Uint8Array()));
  expect(codes).toContain("poverty.import.tooManyChecks");
});
