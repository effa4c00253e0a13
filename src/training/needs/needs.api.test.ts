import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../../test/support/app.ts";
import { commitSent, sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { app, database, day, hamlet, human, KHANH_BINH, make, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { classRoutes } from "../classes/contract.ts";
import { FARM, plantClass, plantTrades, SEWING } from "../follow-up.testing.ts";
import { learnerRoutes } from "../learners/contract.ts";
import { timetableRoutes } from "../timetable/contract.ts";
import { listRoutes } from "../../registry/list-import/contract.ts";
import { needsRoutes as routes, type NeedsQuery, type NewNeed } from "./contract.ts";

const ON = day("2026-11-20");
let commune: Person, collector: Person, neighbour: Person, leader: Person, poverty: Person;

beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  const fields = ["training"] as const;
  commune = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  collector = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet.phuLoi], fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  leader = await app.signIn({ role: "leader", unitUid: PHU_HUU, fields });
  poverty = await app.signIn({ role: "commune", unitUid: PHU_HUU });
});
afterAll(() => database.close());

const need = (changes: Partial<NewNeed> = {}): NewNeed => ({
  hamletId: hamlet.phuLoi, fullName: "Nguyễn Văn Học", birthDate: null, birthYear: 1995, sex: 1, tradeCode: FARM, year: 2027, groups: ["poor"], collectedOn: ON,
  wantedFor: "self_employed", wantedWhen: null, wantedPlace: null, note: null, ...changes,
});
const add = async (changes: Partial<NewNeed> = {}, by = collector) => (await by.call(routes.addNeed, { body: need(changes) })).id;
const list = (query: Partial<NeedsQuery> = {}, by = commune) => by.call(routes.needs, { query: { area: PHU_HUU, on: ON, year: 2027, ...query } });

describe("what a hamlet asks", () => {
  it("is taken from the phone of who works in that hamlet, tied to the person on file", async () => {
    await make("Phạm Văn Định", { members: [{ who: human("Phạm Văn Định", 1, "1/2/1992", ["089092001234"]), relation: "01" }] });
    expect(await collector.call(routes.addNeed, { body: need({ fullName: "phạm văn định", birthYear: 1992 }) })).toMatchObject({ identified: "yes" });
    expect(await collector.call(routes.addNeed, { body: need({ fullName: "P. V. Định", birthYear: 1992, tradeCode: SEWING, identity: "089 092 001 234" }) })).toMatchObject({ identified: "yes" });
    expect(await collector.call(routes.addNeed, { body: need({ fullName: "Lê Thị Mới", birthYear: 2000, sex: 2 }) })).toMatchObject({ identified: "no" });
    const { rows } = await list({ q: "dinh" });
    expect(rows.map(({ fullName, identified, tradeCode }) => [fullName, identified, tradeCode])).toEqual([["phạm văn định", true, FARM], ["P. V. Định", true, SEWING]]);
  });

  it("takes one need of a person for a trade in a year, in another year or trade again", async () => {
    await add({ fullName: "Trần Một Lần" });
    expect((await collector.refused(routes.addNeed, { body: need({ fullName: "TRẦN MỘT LẦN" }) })).code).toBe("training.need.twice");
    await add({ fullName: "Trần Một Lần", year: 2028 });
    await add({ fullName: "Trần Một Lần", tradeCode: SEWING });
  });

  it("takes nobody below 15, nobody of unknown age, no day to come, no strange group or trade", async () => {
    const code = async (changes: Partial<NewNeed>) => (await collector.refused(routes.addNeed, { body: need({ fullName: "Lê Trẻ", ...changes }) })).code;
    expect(await code({ birthDate: day("2011-11-21"), birthYear: null })).toBe("training.need.tooYoung");
    expect(await code({ birthYear: null })).toBe("training.need.noBirth");
    expect(await code({ collectedOn: day("2026-12-01") })).toBe("training.followUp.dayToCome");
    expect(await code({ groups: ["rich"] })).toBe("training.need.groupUnknown");
    expect(await code({ tradeCode: "T-KHONG" })).toBe("training.followUp.tradeUnknown");
    await add({ fullName: "Lê Vừa Đủ", birthDate: day("2011-11-20"), birthYear: null });
  });

  it("is for the place and the field of work alone", async () => {
    expect((await collector.refused(routes.addNeed, { body: need({ hamletId: hamlet.phuHoa }) })).code).toBe("areas.hamletOutsideArea");
    expect((await leader.refused(routes.addNeed, { body: need() })).code).toBe("training.need.notYours");
    expect((await poverty.refused(routes.addNeed, { body: need() })).code).toBe("training.need.notYours");
    expect((await list({}, poverty)).total).toBe(0);
    expect((await neighbour.call(routes.needs, { query: { area: PHU_HUU, on: ON, year: 2027 } })).total).toBe(0);
  });
});

describe("from hamlet to commune to plan", () => {
  it("goes step by step, and back or out only with a reason", async () => {
    const [a, b] = [await add({ fullName: "Ngô Bước Một", tradeCode: SEWING }), await add({ fullName: "Ngô Bước Hai", tradeCode: SEWING })];
    const move = (deed: "confirm" | "sum" | "plan" | "decline" | "back", ids: string[], by = commune, reason?: string) => by.call(routes.moveNeeds, { body: { ids, deed, on: ON, ...(reason && { reason }) } });
    expect((await commune.refused(routes.moveNeeds, { body: { ids: [a], deed: "sum", on: ON } })).code).toBe("training.need.wrongState");
    expect(await move("confirm", [a, b], collector)).toEqual({ moved: 2 });
    expect((await collector.refused(routes.moveNeeds, { body: { ids: [a], deed: "sum", on: ON } })).code).toBe("training.need.notYours");
    await move("sum", [a, b]);
    expect((await commune.refused(routes.moveNeeds, { body: { ids: [b], deed: "decline", on: ON } })).code).toBe("training.need.reasonMissing");
    await move("decline", [b], commune, "đã có việc ổn định");
    await move("plan", [a]);
    expect((await commune.refused(routes.voidNeed, { params: { id: a }, body: { reason: "ghi nhầm" } })).code).toBe("training.need.planned");
    const page = await commune.call(routes.need, { params: { id: b } });
    expect(page).toMatchObject({ need: { state: "declined", declineReason: "đã có việc ổn định" }, mayDeeds: ["back"] });
    expect(page.actions.map(({ kind, reason }) => [kind, reason])).toEqual([["collect", null], ["confirm", null], ["sum", null], ["decline", "đã có việc ổn định"]]);
    expect((await list()).states).toMatchObject({ planned: 1, declined: 1 });
  });

  it("asks again for a declined need only while no other stands", async () => {
    const first = await add({ fullName: "Võ Hai Lượt" });
    await commune.call(routes.moveNeeds, { body: { ids: [first], deed: "confirm", on: ON } });
    await commune.call(routes.moveNeeds, { body: { ids: [first], deed: "decline", on: ON, reason: "chưa phù hợp" } });
    const second = await add({ fullName: "Võ Hai Lượt" });
    expect((await commune.refused(routes.moveNeeds, { body: { ids: [first], deed: "back", on: ON, reason: "xem lại" } })).code).toBe("training.need.twice");
    await commune.call(routes.voidNeed, { params: { id: second }, body: { reason: "ghi nhầm" } });
    expect(await commune.call(routes.moveNeeds, { body: { ids: [first], deed: "back", on: ON, reason: "xem lại" } })).toEqual({ moved: 1 });
    expect((await commune.refused(routes.need, { params: { id: second } })).code).toBe("training.need.unknown");
  });

  it("leaves as a workbook of exactly what is filtered, with its purpose in the trail", async () => {
    const { total } = await list({ trade: SEWING });
    const file = await commune.call(routes.exportNeeds, { body: { query: { area: PHU_HUU, on: ON, year: 2027, trade: SEWING, sort: "name", page: 1 }, purpose: "lập kế hoạch đào tạo" } });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.bytes as unknown as ExcelJS.Buffer);
    const names = workbook.worksheets[0]!.getColumn(2).values.filter((value) => typeof value === "string" && value.startsWith("Ngô"));
    expect(names).toEqual(["Ngô Bước Hai", "Ngô Bước Một"]);
    expect(workbook.worksheets[0]!.rowCount).toBe(3 + total);
    expect((await collector.refused(routes.exportNeeds, { body: { query: { area: PHU_HUU, on: ON, year: 2027, sort: "name", page: 1 }, purpose: "xem thử" } })).code).toBe("training.need.notYours");
  });
});

describe.sequential("a hamlet's list", () => {
  const HEADINGS = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Ấp", "Nghề đăng ký học", "Đối tượng ưu tiên", "Mục đích học"];
  const LINES: Cells[] = [
    [1, "Mai Danh Sách", 1990, "Nữ", "Ấp Phú Lợi", "May công nghiệp", "Hộ nghèo; DTTS", "Tìm việc làm"], [2, "Mai Nuôi Lươn", 1985, "Nam", "Ấp Phú Hòa", FARM, "ngư dân", null], [3, "Mai Nghề Lạ", 1985, "Nam", "Ấp Phú Hòa", "Lái tàu vũ trụ", null, null],
    [4, "Mai Còn Nhỏ", 2015, "Nam", "Ấp Phú Hòa", FARM, null, null],
  ];
  const sent = async (lines: readonly Cells[], state = "draft") => ({ kind: "training-needs", area: PHU_HUU, asOf: ON, body: await sheetOf(HEADINGS, lines), parameters: { year: "2029", state } });
  const mai = async () => (await commune.call(routes.needs, { query: { area: PHU_HUU, on: ON, year: 2029, q: "mai" } })).rows.map(({ fullName, tradeCode, groups, state, wantedFor }) => [fullName, tradeCode, groups, state, wantedFor]);

  it("comes in once; a trade that is not taught and a child are told at their cells; a draft is replaced, what was confirmed is not", async () => {
    const ready = await sendList(commune, await sent(LINES));
    expect(ready.preview!.problems.byCode.map(({ code, severity, count }) => [code, severity, count])).toEqual(expect.arrayContaining([["training.needRow.tradeUnknown", "error", 1], ["training.needRow.tooYoung", "error", 1]]));
    await commitSent(commune, ready);
    expect(await mai()).toEqual([["Mai Nuôi Lươn", FARM, ["fisher"], "draft", null], ["Mai Danh Sách", SEWING, ["poor", "minority"], "draft", "find_job"]]);
    expect((await takeSent(commune, await sent(LINES.slice(0, 2)))).result).toMatchObject({ changed: false });
    expect((await takeSent(commune, await sent([LINES[0]!.with(7, "XKLĐ")], "confirmed"))).result).toMatchObject({ counts: { changed: 1 } });
    expect((await mai())[1]).toEqual(["Mai Danh Sách", SEWING, ["poor", "minority"], "confirmed", "abroad"]);
    expect((await sendList(commune, await sent([LINES[0]!]))).preview!.problems.byCode.map(({ code }) => code)).toContain("training.needRow.moved");
    expect((await neighbour.refused(listRoutes.start, { params: { kind: "training-needs" }, query: { fileName: "a.xlsx", area: PHU_HUU, asOf: ON, parameters: "{}" }, body: await sheetOf(HEADINGS, LINES) })).code).toBe("listImport.notAllowed");
  });
});

describe.sequential("from the need to the class", () => {
  const needs: string[] = [];
  let classId: string;
  const enrol = (ids: readonly string[], more: { classId?: string; reason?: string } = {}) => ({ body: { ids: [...ids], classId, enrolledOn: ON, ...more } });
  const learners = async (id = classId) => (await commune.call(learnerRoutes.learners, { params: { id }, query: {} })).rows;

  it("registers who was confirmed, all or none; the need names the class and the class keeps what was told", async () => {
    classId = (await plantClass("NC-01", Array.from({ length: 33 }, (_, i) => ({ name: `Học Viên ${i + 1}`, state: "studying" as const })), { endedOn: null })).id;
    for (const fullName of ["Lý Muốn Một", "Lý Muốn Hai", "Lý Muốn Ba"]) needs.push(await add({ fullName, groups: ["poor", "minority"] }));
    expect((await commune.refused(routes.enrolNeeds, enrol(needs))).code).toBe("training.need.wrongState");
    await commune.call(routes.moveNeeds, { body: { ids: needs, deed: "confirm", on: ON } });
    expect((await collector.refused(routes.enrolNeeds, enrol(needs))).code).toBe("training.need.notYours");
    expect((await neighbour.refused(routes.enrolNeeds, enrol(needs))).code).toBe("training.classUnknown");
    // 33 and 3: the 36th
    expect(await commune.refused(routes.enrolNeeds, enrol(needs))).toMatchObject({ code: "training.reasonsWarn", data: { codes: ["maxLearners"] } });
    expect([(await learners()).length, (await list({ placed: "yes" })).total, (await list({ q: "ly muon" })).rows.map(({ state }) => state)]).toEqual([33, 0, ["confirmed", "confirmed", "confirmed"]]);
    expect(await commune.call(routes.enrolNeeds, enrol(needs.slice(0, 2)))).toEqual({ enrolled: 2 });
    expect((await learners()).filter(({ fullName }) => fullName.startsWith("Lý")).map(({ fullName, state, groups, enrolledOn }) => [fullName, state, groups, enrolledOn])).toEqual([
      ["Lý Muốn Hai", "registered", ["NGHEO", "DTTS"], ON], ["Lý Muốn Một", "registered", ["NGHEO", "DTTS"], ON],
    ]);
    const { need: first, actions } = await commune.call(routes.need, { params: { id: needs[0]! } });
    expect([first.state, first.classOf, actions.at(-1)]).toEqual(["planned", { id: classId, code: "NC-01", name: "Lớp NC-01" }, expect.objectContaining({ kind: "enrol", reason: "NC-01 Lớp NC-01" })]);
    expect((await commune.refused(routes.enrolNeeds, enrol(needs.slice(1)))).code).toBe("training.need.enrolled");
    expect([(await list({ placed: "yes" })).total, (await list({ placed: "no", q: "ly muon" })).rows.map(({ fullName }) => fullName)]).toEqual([2, ["Lý Muốn Ba"]]);
  });

  it("another trade asks for a reason; an enrolment that is voided leaves the need open again", async () => {
    const sewing = await add({ fullName: "Lý Muốn May", tradeCode: SEWING });
    await commune.call(routes.moveNeeds, { body: { ids: [sewing], deed: "confirm", on: ON } });
    expect((await commune.refused(routes.enrolNeeds, enrol([sewing, needs[2]!]))).data["codes"]).toEqual(["maxLearners", "otherTrade"]);
    expect(await commune.call(routes.enrolNeeds, enrol([sewing, needs[2]!], { reason: "xã đề nghị nhận thêm" }))).toEqual({ enrolled: 2 });
    const wrong = (await learners()).find(({ fullName }) => fullName === "Lý Muốn May")!;
    await commune.call(learnerRoutes.voidLearner, { params: { id: wrong.id }, body: { baseVersion: wrong.version, reason: "chờ lớp may" } });
    expect((await commune.call(routes.need, { params: { id: sewing } })).need.classOf).toBeNull();
    // what the learner's form saves leaves the link alone
    const kept = (await learners()).find(({ fullName }) => fullName === "Lý Muốn Ba")!;
    await commune.call(learnerRoutes.changeLearner, { params: { id: kept.id }, body: { baseVersion: kept.version, groups: ["NGHEO"], evidence: [], distanceKm: "4.5" } });
    expect((await list({ placed: "yes" })).total).toBe(3);
  });

  it("a class with too many is split: the second takes the chosen learners with all that is known of them", async () => {
    const page = (id: string) => commune.call(classRoutes.trainingClass, { params: { id }, query: {} });
    const all = await learners();
    const moving = all.filter(({ fullName }) => fullName.startsWith("Lý")).map(({ id }) => id);
    const split = async (ids: readonly string[], code = "NC-02") => ({ params: { id: classId }, body: { baseVersion: (await page(classId)).version, code, name: "Lớp nuôi lươn 2", ids: [...ids], on: ON, reason: "quá 35 học viên", teacher: "Thầy Năm" } });
    expect((await commune.refused(classRoutes.splitClass, await split(all.map(({ id }) => id)))).code).toBe("training.class.splitAll");
    expect((await commune.refused(classRoutes.splitClass, await split(moving, "NC-01"))).code).toBe("training.classExists");
    expect((await neighbour.refused(classRoutes.splitClass, await split(moving))).code).toBe("training.classUnknown");
    const made = await commune.call(classRoutes.splitClass, await split(moving));
    expect(made.moved).toBe(3);
    const moved = await learners(made.id);
    expect(moved.map(({ fullName, state, groups, distanceKm, enrolledOn }) => [fullName, state, groups, distanceKm, enrolledOn])).toEqual([
      ["Lý Muốn Ba", "registered", ["NGHEO"], "4.5", ON], ["Lý Muốn Hai", "registered", ["NGHEO", "DTTS"], null, ON], ["Lý Muốn Một", "registered", ["NGHEO", "DTTS"], null, ON],
    ]);
    expect((await learners()).length).toBe(33);
    const [old, second] = [await page(classId), await page(made.id)];
    expect([second.row.state, second.row.trade, second.teacher, second.row.learnersPlanned, second.splits.map(({ code }) => code), old.splits.map(({ code }) => code)]).toEqual(["running", "Nuôi lươn không bùn", "Thầy Năm", 3, ["NC-01"], ["NC-02"]]);
    expect([old.history.at(-1), second.history.at(-1)]).toMatchObject([{ kind: "split", data: { name: "NC-02 Lớp nuôi lươn 2", learners: 3, reason: "quá 35 học viên" } }, { kind: "split", data: { name: "NC-01 Lớp NC-01" } }]);
    expect((await list({ placed: "yes" })).rows.map(({ classOf }) => classOf!.code)).toEqual(["NC-02", "NC-02", "NC-02"]);
    // the moved go on from where they stood
    await commune.call(learnerRoutes.stepLearners, { params: { id: made.id }, body: { on: ON, ids: [moved[0]!.id], step: { kind: "admit", reason: "giấy tờ nộp sau" } } });
    await commune.call(timetableRoutes.makeTimetable, { params: { id: classId }, body: { lines: [{ weekday: 1, part: "morning", kind: "theory", hours: "4" }], from: day("2026-03-02"), count: 1, without: [] } });
    const [session] = (await commune.call(timetableRoutes.sessions, { params: { id: classId }, query: {} })).rows;
    const rest = await learners();
    await commune.call(timetableRoutes.markAttendance, { params: { id: session!.id }, body: { marks: [{ enrolmentId: rest[0]!.id, state: "present" }] } });
    expect((await commune.refused(classRoutes.splitClass, await split([rest[1]!.id], "NC-03"))).code).toBe("training.class.splitMarked");
  });
});
