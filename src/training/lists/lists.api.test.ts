import { afterAll, beforeAll, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor } from "../../../test/support/actors.ts";
import type { Person } from "../../../test/support/app.ts";
import { commitSent, sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { app, database, family, hamlet, make, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId } from "../../platform/door.ts";
import { listRoutes } from "../../registry/list-import/contract.ts";
import { certificateRoutes } from "../certificates/contract.ts";
import { classRoutes } from "../classes/contract.ts";
import { insert } from "../insert.ts";
import { learnerRoutes } from "../learners/contract.ts";
import { timetableRoutes } from "../timetable/contract.ts";

// Lists of 2026 in one commune; today is 23/11/2026.
let officer: Person, centre: Person;
const provider = newId();
const AS_OF = "2026-06-30";

beforeAll(async () => {
  await openRegistry();
  await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, async (tx) => {
    await insert(tx, "trade", { code: "NL01", name: "Nuôi lươn", name_folded: "nuoi luon", sector: "farm", level: "under_3_months", valid_from: "2015-01-01" });
    await insert(tx, "organisation", { id: provider, name: "Trung tâm GDNN Thử", name_folded: fold("Trung tâm GDNN Thử"), kinds: ["training_provider"] });
    return { answer: null };
  });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["poverty", "training"] });
  centre = await app.signIn({ role: "training_centre", unitUid: AN_GIANG_UID, fields: ["training"], organisationId: provider });
});
afterAll(() => database.close());

const problems = async (kind: string, id: string, by = officer) => (await by.call(listRoutes.problems, { params: { kind, id }, query: {} })).rows.map(({ cell, code }) => [cell, code.split(".").slice(-2).join(".")]);
const classes = async () => new Map((await officer.call(classRoutes.classes, { query: { area: PHU_HUU, sort: "code" } })).rows.map((row) => [row.code, row]));

it("a list of classes: planned ones, one that runs, one that is closed; what is wrong is told by cell", async () => {
  const headings = ["TT", "Mã lớp", "Tên lớp", "Nghề", "Cơ sở đào tạo", "Số học viên", "Ngày khai giảng", "Ngày bế giảng", "Kinh phí"];
  const rows: Cells[] = [
    [1, "PH-01", "Nuôi lươn 1", "Nuôi lươn", "Trung tâm GDNN Thử", 30, "02/03/2026", "10/05/2026", 60_000_000],
    [2, "PH-02", "Nuôi lươn 2", "NL01", "TRUNG TÂM GDNN THỬ", 30, "01/06/2026", null, "60.000.000"],
    [3, "PH-03", "Nuôi lươn 3", "Nuôi lươn", "Trung tâm GDNN Thử", 30, null, null, null],
    [4, "PH-04", "Nuôi cá", "Nuôi cá", "Trung tâm Nào Đó", 30, null, null, null],
  ];
  const sent = { kind: "training-classes", area: PHU_HUU, asOf: AS_OF, body: await sheetOf(headings, rows) };
  const ready = await sendList(officer, sent);
  expect(ready.preview!.counts).toMatchObject({ lines: 4, taken: 3, rejected: 1, new: 3 });
  expect(await problems("training-classes", ready.id)).toEqual([["D6", "classRow.tradeUnknown"], ["E6", "classRow.providerUnknown"]]);
  await commitSent(officer, ready);
  const made = await classes();
  expect([...made.values()].map(({ code, state, openedOn, endedOn }) => [code, state, openedOn, endedOn])).toEqual([["PH-01", "closed", "2026-03-02", "2026-05-10"], ["PH-02", "running", "2026-06-01", null], ["PH-03", "planned", null, null]]);
  const page = await officer.call(classRoutes.trainingClass, { params: { id: made.get("PH-02")!.id }, query: {} });
  expect(page.history.map(({ kind }) => kind)).toEqual(["load"]);
  expect(page.steps.map(({ kind }) => kind)).toEqual(["exam", "cancel"]);
  expect((await takeSent(officer, sent)).result).toMatchObject({ changed: false, counts: { unchanged: 3 } });
  expect((await centre.refused(listRoutes.start, { params: { kind: "training-classes" }, query: { fileName: "a.xlsx", area: PHU_HUU, asOf: AS_OF as never }, body: sent.body })).code).toBe("listImport.notAllowed");
});

const WHO = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Ấp", "Đối tượng", "Khoảng cách (km)", "Kết quả", "Số hiệu chứng chỉ", "Số vào sổ"];

it("learners: who is in the registry is found, a closed class asks for the outcome, certificates come along", async () => {
  await make("Nguyễn Văn Thử", family("Nguyễn Văn Thử"));
  const made = await classes();
  const closed: Cells[] = [
    [1, "Nguyễn Văn Thử", 1985, "Nam", "Ấp Phú Lợi", "Hộ nghèo; người khuyết tật", "5,5", "Đạt", "TT-001", "1/2026"],
    [2, "Lê Thị Hai", 1990, "Nữ", "Ấp Phú Hòa", "Người lạ", null, "Không đạt", null, null],
    [3, "Lê Thị Ba", 1991, "Nữ", "Ấp Phú Hòa", null, null, null, null, null],
    [4, "Lê Văn Tư", 1992, "Nam", "Ấp Phú Hòa", null, null, "Bỏ học", null, null],
  ];
  const sent = { kind: "training-learners", area: PHU_HUU, asOf: AS_OF, parameters: { class: made.get("PH-01")!.id, signer: "Giám đốc" }, body: await sheetOf(WHO, closed) };
  const ready = await sendList(officer, sent);
  expect(ready.preview!.counts).toMatchObject({ lines: 4, taken: 3, rejected: 1, unidentified: 2 });
  expect((await problems("training-learners", ready.id)).toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1))).toEqual([["F4", "learnerRow.groupUnknown"], ["H5", "learnerRow.outcomeMissing"]]);
  await commitSent(officer, ready);
  const { rows } = await officer.call(learnerRoutes.learners, { params: { id: made.get("PH-01")!.id }, query: {} });
  expect(rows.map(({ fullName, state, groups, distanceKm, personId, serialNo }) => [fullName, state, groups, distanceKm, personId !== null, serialNo])).toEqual([
    ["Lê Thị Hai", "failed", [], null, false, null], ["Nguyễn Văn Thử", "certified", ["NGHEO", "NKT"], "5.5", true, "TT-001"], ["Lê Văn Tư", "dropped", [], null, false, null],
  ]);
  const [certificate] = (await officer.call(certificateRoutes.certificates, { query: { area: PHU_HUU } })).rows;
  expect(certificate).toMatchObject({ serialNo: "TT-001", bookNo: "1/2026", signer: "Giám đốc", issuedOn: "2026-05-10" });
  expect((await takeSent(officer, sent)).result).toMatchObject({ changed: false });
  // the same number in another class is refused
  const other = await sendList(officer, { ...sent, body: await sheetOf(WHO, [[1, "Võ Thị Năm", 1990, "Nữ", "Ấp Phú Hòa", null, null, "Đạt", "TT-001", "2"]]) });
  expect(await problems("training-learners", other.id)).toEqual([["I3", "learnerRow.serialUsed"]]);
});

it("learners of a class that runs study; the centre brings its own list; the 36th is a warning", async () => {
  const id = (await classes()).get("PH-02")!.id;
  const many: Cells[] = Array.from({ length: 36 }, (_, i) => [i + 1, `Trần Văn Số ${i + 1}`, 1970 + i, "Nam", "Ấp Phú Lợi", null, null, null, null, null]);
  const sent = { kind: "training-learners", area: PHU_HUU, asOf: AS_OF, parameters: { class: id }, body: await sheetOf(WHO, many) };
  const ready = await sendList(centre, sent);
  expect(ready.preview!.counts).toMatchObject({ taken: 36, rejected: 0 });
  expect((await problems("training-learners", ready.id, centre)).filter(([, code]) => code === "learnerRow.tooMany")).toHaveLength(1);
  await commitSent(centre, ready);
  const { rows } = await centre.call(learnerRoutes.learners, { params: { id }, query: {} });
  expect(rows.filter(({ state, hamletId }) => state === "studying" && hamletId === hamlet.phuLoi)).toHaveLength(36);
});

it("the attendance sheet of a month: a column a day, marks that change are told anew", async () => {
  const id = (await classes()).get("PH-02")!.id;
  await centre.call(timetableRoutes.makeTimetable, { params: { id }, body: { lines: [{ weekday: 1, part: "morning", kind: "practice", hours: "4" }, { weekday: 1, part: "afternoon", kind: "practice", hours: "4" }, { weekday: 3, part: "morning", kind: "theory", hours: "4" }], from: "2026-06-01" as never, count: 6, without: [] } });
  // 1/6/2026 is a Monday
  const headings = ["STT", "Họ và tên", "Năm sinh", "1/6", "3/6", "8/6", "9/6"];
  const first: Cells[] = [[1, "Trần Văn Số 1", 1970, "x", "x", "x", null], [2, "Trần Văn Số 2", 1971, "x", "K", "P", null], [3, "Trần Văn Số 3", 1972, "x", "x", "x", "x"], [4, "Ai Đó", 1980, "x", "x", "x", null]];
  const sent = (rows: Cells[]) => sheetOf(headings, rows).then((body) => ({ kind: "training-attendance", area: PHU_HUU, asOf: AS_OF, parameters: { class: id, month: "6/2026" }, body }));
  const ready = await sendList(centre, await sent(first));
  expect(ready.preview!.counts).toMatchObject({ lines: 4, taken: 2, rejected: 2 });
  expect((await problems("training-attendance", ready.id, centre)).map(([, code = ""]) => code).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(["attendanceRow.learnerUnknown", "attendanceRow.sessionMissing"]);
  await commitSent(centre, ready);
  const days = async () => new Map((await centre.call(learnerRoutes.learners, { params: { id }, query: {} })).rows.map((row) => [row.fullName, row.days]));
  expect([(await days()).get("Trần Văn Số 1"), (await days()).get("Trần Văn Số 2")]).toEqual([3, 1]);
  const mended = await takeSent(centre, await sent([[1, "Trần Văn Số 1", 1970, "x", "x", "x", null], [2, "Trần Văn Số 2", 1971, "x", "x", "P", null]]));
  expect(mended.result!.counts).toMatchObject({ changed: 1, unchanged: 1 });
  expect((await days()).get("Trần Văn Số 2")).toBe(2);
});
