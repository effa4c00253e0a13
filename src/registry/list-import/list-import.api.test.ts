import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { database, list, officer, openRegistry, neighbour, app, page, names, PHU_HUU, KHANH_BINH, province, hamlet } from "../../../test/support/registry.ts";
import { AN_GIANG_UID } from "../../../test/support/actors.ts";
import { commitSent, jobOf, sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { listRoutes } from "./contract.ts";

beforeAll(openRegistry);
afterAll(() => database.close());

const HEADINGS = ["STT hộ", "Họ và tên", "Quan hệ với chủ hộ", "Ngày sinh", "Giới tính", "Số CCCD", "Dân tộc", "Ấp"];
const FAMILY: Cells[] = [
  [1, "Nguyễn Văn Thử", "Chủ hộ", "05/06/1978", "Nam", "089078000001", "Kinh", "Ấp Phú Lợi"],
  [1, "Trần Thị Nghiệm", "Vợ", 1980, "Nữ", null, "Kinh", "Ấp Phú Lợi"],
  [2, "Mách Sa Lếh", "Chủ hộ", new Date(Date.UTC(1969, 1, 28)), "Nam", null, "Chăm", "Ấp Mới"],
];
const NAMESAKES: Cells[] = ["Ấp Lạ Một", "Ấp Lạ Hai"].map((at) => [2, "Ngô Văn Trùng", "Chủ hộ", 1980, "Nam", null, "Kinh", at]);
const ask = (body: Uint8Array, area = PHU_HUU) => ({ kind: "persons", area, asOf: "2026-06-30", body });

test("a plain list of persons is read, written once, and changes nothing when it comes again", async () => {
  const body = await sheetOf(HEADINGS, FAMILY);
  const ready = await sendList(officer, ask(body));
  expect(ready.preview!.counts).toMatchObject({ lines: 3, taken: 3, rejected: 0, new: 3, unchanged: 0, unidentified: 3, newHamlets: 1 });
  expect(ready.preview!.hamlets.map(({ text, rows }) => [text, rows])).toEqual([["Ấp Mới", 1]]);
  expect((await list()).total).toBe(0);
  const done = await commitSent(officer, ready);
  expect(done.result).toMatchObject({ changed: true, counts: { new: 3 } });
  const { rows } = await list();
  expect(rows.map(({ headName, hamlet: at, members }) => [headName, at, members])).toEqual([["Mách Sa Lếh", "ấp Mới", 1], ["Nguyễn Văn Thử", "ấp Phú Lợi", 2]]);
  const family = await page(rows[1]!.id);
  expect(names(family)).toEqual(["Nguyễn Văn Thử", "Trần Thị Nghiệm"]);
  expect(family.members[0]!.person).toMatchObject({ birthDate: "1978-06-05", sex: 1, ethnicity: "01", numbers: [{ masked: "089••••••001" }] });

  const again = await takeSent(officer, ask(body));
  expect(again.result).toMatchObject({ changed: false, importId: null, counts: { new: 0, unchanged: 3, unidentified: 0 } });
  expect((await list()).total).toBe(2);

  const more = await takeSent(officer, ask(await sheetOf(HEADINGS, [...FAMILY, [1, "Nguyễn Thị Út", "Con", "2010", "Nữ", null, "Kinh", "Ấp Phú Lợi"]])));
  expect(more.result).toMatchObject({ changed: true, counts: { new: 1, unchanged: 3 } });
  expect(names(await page(rows[1]!.id))).toContain("Nguyễn Thị Út");
});

test("two people of one name in two hamlets that are not on file yet are two rows, and two households", async () => {
  const done = await takeSent(officer, ask(await sheetOf(HEADINGS, NAMESAKES)));
  expect(done.result!.counts).toMatchObject({ taken: 2, twice: 0, newHamlets: 2 });
  expect((await list({ q: "Ngô Văn Trùng" })).total).toBe(2);
});

test("what is amiss is told by cell; the marked copy is the user's own file", async () => {
  const body = await sheetOf(HEADINGS, [
    [7, "Lê Văn Sai", "Chủ hộ", "31/02/1980", "Nam", null, "Kinh", "Ấp Phú Lợi"],
    [8, "Phạm Thị Không Chủ", "Con", "1990", "Nữ", null, "Kinh", "Ấp Phú Lơi"],
    [9, "Võ Văn Được", "Chủ hộ", "1990", "Nam", null, "Kinh", "Ấp Phú Lợi"],
    [9, "Võ Văn Được", "Chủ hộ", "1990", "Nam", null, "Kinh", "Ấp Phú Lợi"],
  ]);
  const ready = await sendList(officer, ask(body));
  expect(ready.preview!.counts).toMatchObject({ lines: 4, taken: 1, rejected: 2, twice: 1 });
  const { rows } = await officer.call(listRoutes.problems, { params: { kind: "persons", id: ready.id }, query: { severity: "error" } });
  expect(rows.map(({ cell, code, proposal }) => [cell, code, proposal])).toEqual([["D3", "householdList.birthUnreadable", "1980"], ["C4", "personList.noHead", null]]);
  const marked = await officer.call(listRoutes.marked, { params: { kind: "persons", id: ready.id } });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(marked.bytes) as never);
  expect(workbook.worksheets[0]!.getCell("B3").text).toBe("Lê Văn Sai");
  expect(workbook.worksheets[0]!.getCell("I3").text).toContain("D3");

  const mended = await officer.call(listRoutes.choose, { params: { kind: "persons", id: ready.id }, body: { ...ready.choices, mends: { "0!D3": "28/02/1980" }, leaveOut: ["0!4"] } });
  const again = await jobOf(officer, "persons", mended.id, ["ready"]);
  expect(again.preview!.counts).toMatchObject({ lines: 3, taken: 2, rejected: 0 });
});

test("a column that the officer names is kept for the office and files of the same shape", async () => {
  const body = await sheetOf(["STT hộ", "Người được ghi", "Quan hệ với chủ hộ", "Năm sinh", "Ấp"], [[1, "Đỗ Văn Cột", "Chủ hộ", 1970, "Ấp Phú Hòa"]]);
  const ready = await sendList(officer, ask(body));
  const sheet = ready.preview!.sheets[0]!;
  const columns = { "0": "household_no", "1": "member_name", "2": "relation", "3": "birth", "4": "hamlet" };
  await officer.call(listRoutes.choose, { params: { kind: "persons", id: ready.id }, body: { ...ready.choices, mappings: [{ sheet: 0, firstRow: sheet.firstRow, columns }] } });
  await jobOf(officer, "persons", ready.id, ["ready"]);
  const next = await sendList(officer, ask(body));
  expect(next.preview!.sheets[0]!.columns.map(({ field }) => field)).toEqual(Object.values(columns));
  expect((await officer.refused(listRoutes.choose, { params: { kind: "persons", id: next.id }, body: { ...next.choices, mappings: [{ sheet: 0, firstRow: 3, columns: { "1": "salary" } }] } })).code).toBe("listImport.fieldUnknown");
});

test("a list of several communes tells each line's commune, by name, by a row above or by its hamlet", async () => {
  const body = await sheetOf(["STT hộ", "Họ và tên", "Quan hệ với chủ hộ", "Năm sinh", "Xã", "Ấp"], [
    [1, "Hồ Văn Một", "Chủ hộ", 1971, "Xã Phú Hữu", "Ấp Phú Hòa"],
    [2, "Hồ Văn Hai", "Chủ hộ", 1972, null, "Khóm Tân Thạnh"],
    [3, "Hồ Văn Ba", "Chủ hộ", 1973, null, "Ấp Không Đâu"],
    [4, "Hồ Văn Bốn", "Chủ hộ", 1974, "Xã Không Có", "Ấp Phú Hòa"],
  ]);
  const ready = await sendList(province, ask(body, AN_GIANG_UID));
  const { rows } = await province.call(listRoutes.problems, { params: { kind: "persons", id: ready.id }, query: { severity: "error" } });
  expect(rows.map(({ cell, code }) => [cell, code])).toEqual([["E5", "listImport.communeMissing"], ["E6", "householdList.unitUnknown"]]);
  const done = await commitSent(province, ready);
  expect(done.result!.counts).toMatchObject({ taken: 2, rejected: 2 });
  expect((await list({ area: KHANH_BINH }, neighbour)).rows.map(({ headName }) => headName)).toEqual(["Hồ Văn Hai"]);
});

test("who may not write the area may not bring a list in, nor look at another's; the template is a list itself", async () => {
  const body = await sheetOf(HEADINGS, FAMILY);
  const { id } = await officer.call(listRoutes.start, { params: { kind: "persons" }, query: { fileName: "a.xlsx", area: PHU_HUU, asOf: "2026-06-30" as never }, body });
  expect((await neighbour.refused(listRoutes.start, { params: { kind: "persons" }, query: { fileName: "a.xlsx", area: PHU_HUU, asOf: "2026-06-30" as never }, body })).code).toBe("listImport.notAllowed");
  expect((await neighbour.refused(listRoutes.job, { params: { kind: "persons", id } })).code).toBe("listImport.jobUnknown");
  expect((await neighbour.call(listRoutes.kinds)).jobs).toEqual([]);
  const surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet.phuLoi] });
  expect((await surveyor.refused(listRoutes.template, { params: { kind: "persons" } })).status).toBe(403);
  expect((await officer.refused(listRoutes.kind, { params: { kind: "nothing" } })).code).toBe("listImport.kindUnknown");
  const template = await officer.call(listRoutes.template, { params: { kind: "persons" } });
  const ready = await sendList(officer, { ...ask(template.bytes) });
  expect(ready.preview!.counts).toMatchObject({ lines: 2, taken: 2, rejected: 0 });
  expect((await officer.call(listRoutes.kinds)).taken[0]).toMatchObject({ kind: "persons", title: "Danh sách người và hộ" });
});
