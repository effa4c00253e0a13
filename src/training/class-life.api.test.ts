import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../test/support/actors.ts";
import { Person, TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { pdfPages } from "../../test/support/pdf-text.ts";
import { plainDate as day } from "../kernel/date.ts";
import { fold } from "../kernel/text/fold.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, query, write, type Planted } from "../poverty/review/review.testing.ts";
import { catalogueRoutes } from "./catalogue/contract.ts";
import { certificateRoutes } from "./certificates/contract.ts";
import { classRoutes, type ClassStepBody } from "./classes/contract.ts";
import { insert } from "./insert.ts";
import { learnerRoutes, type LearnerView, type RegisterBody } from "./learners/contract.ts";
import { timetableRoutes } from "./timetable/contract.ts";

// A class of 2026 in one commune, taught by one centre; today is 23/11/2026.
let database: TestDatabase;
let services: Services;
let officer: Person, neighbour: Person, province: Person, leader: Person, centre: Person, otherCentre: Person;
let one: Planted, other: Planted;
let provider: string, elsewhere: string, classId: string;

const FIELDS = ["poverty", "training"] as const;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  one = await plantHamlet(services, { name: "Ấp Nghề", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [{ b1: 130, b2: 40, recognised: "poor" }, { b1: 150, b2: 10, recognised: "near_poor" }, { b1: 160, b2: 0 }] });
  other = await plantHamlet(services, { name: "Ấp Bên", unitUid: KHANH_BINH_NOW, statusYear: 2026, families: [{ b1: 130, b2: 40 }] });
  [provider, elsewhere] = [newId(), newId()];
  await write(services, async (tx) => {
    for (const [id, name] of [[provider, "Trung tâm GDNN Thử"], [elsewhere, "Trung tâm Khác"]] as const) await insert(tx, "organisation", { id, name, name_folded: fold(name), kinds: ["training_provider"] });
    await insert(tx, "organisation_licence", { id: newId(), organisation_id: provider, kind: "vocational", number: "GP-01", valid_from: "2024-01-01", trades: ["NL01"], yearly_quota: 40 });
  });
  const as = (role: "commune" | "province" | "leader", unitUid: string) => app.signIn({ role, unitUid, fields: FIELDS });
  officer = await as("commune", PHU_HUU_NOW);
  neighbour = await as("commune", KHANH_BINH_NOW);
  province = await as("province", AN_GIANG_UID);
  leader = await as("leader", AN_GIANG_UID);
  centre = await app.signIn({ role: "training_centre", unitUid: AN_GIANG_UID, fields: ["training"], organisationId: provider });
  otherCentre = await app.signIn({ role: "training_centre", unitUid: AN_GIANG_UID, fields: ["training"], organisationId: elsewhere });
});
afterAll(() => database.close());

const page = (by = officer) => by.call(classRoutes.trainingClass, { params: { id: classId }, query: {} });
const asked = async (on: string, step: ClassStepBody) => ({ params: { id: classId }, body: { baseVersion: (await page()).version, on: day(on), step } });
const take = async (on: string, step: ClassStepBody, by = officer) => by.call(classRoutes.takeClassStep, await asked(on, step));
const refusal = async (on: string, step: ClassStepBody, by = officer) => by.refused(classRoutes.takeClassStep, await asked(on, step));
const learners = async (by = officer): Promise<LearnerView[]> => (await by.call(learnerRoutes.learners, { params: { id: classId }, query: {} })).rows;
const register = (fullName: string, more: Partial<RegisterBody> = {}, hamletId = one.hamletId) => ({ params: { id: classId }, body: { worker: { hamletId, fullName, birthYear: 1990, sex: 1 as const }, enrolledOn: day("2026-03-01"), groups: [], evidence: [], ...more } });
const idOf = async (name: string): Promise<string> => (await learners()).find(({ fullName }) => fullName === name)!.id;

describe.sequential("catalogue, money, contract", () => {
  it("the province keeps trades and norms; a norm follows the other without a gap", async () => {
    const trade = { name: "Nuôi lươn không bùn", sector: "farm", level: "under_3_months", hoursTheory: 40, hoursPractice: 120, months: "2", validFrom: day("2020-01-01") } as const;
    await province.call(catalogueRoutes.addTrade, { body: { code: "NL01", ...trade } });
    expect((await province.refused(catalogueRoutes.addTrade, { body: { code: "NL01", ...trade } })).code).toBe("training.tradeExists");
    expect((await officer.refused(catalogueRoutes.addTrade, { body: { code: "NL02", ...trade } })).code).toBe("training.notYours");
    await province.call(catalogueRoutes.addTrade, { body: { code: "MAY", ...trade, name: "May công nghiệp", sector: "non_farm", level: "so_cap" } });
    await province.call(catalogueRoutes.setNorm, { params: { code: "NL01" }, body: { amountDong: 2_000_000, validFrom: day("2023-01-01"), document: "QĐ 10/2023" } });
    await province.call(catalogueRoutes.setNorm, { params: { code: "NL01" }, body: { amountDong: 2_500_000, validFrom: day("2026-01-01"), document: "QĐ 1/2026" } });
    expect((await province.refused(catalogueRoutes.setNorm, { params: { code: "NL01" }, body: { amountDong: 1, validFrom: day("2026-01-01"), document: "x" } })).code).toBe("training.normBefore");
    const at = async (on: string) => (await officer.call(catalogueRoutes.trades, { query: { on: day(on) } })).rows.find(({ code }) => code === "NL01")!.normOn;
    expect([await at("2022-12-31"), await at("2025-12-31"), await at("2026-01-01")]).toEqual([null, 2_000_000, 2_500_000]);
    const sewing = (await officer.call(catalogueRoutes.trades, { query: {} })).rows.find(({ code }) => code === "MAY")!;
    expect(sewing.remarks.map(({ code, certainty }) => [code, certainty])).toEqual([["soCapHours", "unchecked"], ["soCapMonths", "unchecked"]]);
  });

  it("a line of money is the unit's own to write, and shows what the classes on it cost", async () => {
    const line = { unitUid: PHU_HUU_NOW, programme: "GN", project: "4", subproject: "1", year: 2026, level: "central", kind: "recurrent", allocatedDong: 100_000_000, document: "QĐ giao vốn" } as const;
    await officer.call(catalogueRoutes.addFunding, { body: { ...line, carriedDong: 0 } });
    expect((await neighbour.refused(catalogueRoutes.addFunding, { body: { ...line, carriedDong: 0 } })).code).toBe("training.outsideArea");
    const { rows } = await officer.call(catalogueRoutes.funding, { query: { area: PHU_HUU_NOW } });
    expect(rows.map(({ name, freeDong }) => [name, freeDong])).toEqual([["GN.4.1 2026", 100_000_000]]);
    expect((await neighbour.call(catalogueRoutes.funding, { query: { area: PHU_HUU_NOW } })).rows).toEqual([]);
    await officer.call(catalogueRoutes.addPlan, { body: { unitUid: PHU_HUU_NOW, year: 2026, tradeCode: "NL01", classes: 1, learners: 35, amountDong: 90_000_000, document: "KH 5/KH-UBND" } });
    await officer.call(catalogueRoutes.addContract, { body: { unitUid: PHU_HUU_NOW, providerId: provider, number: "7/HĐ", kind: "order", amountDong: 90_000_000, fundingLineId: rows[0]!.id } });
  });
});

describe.sequential("a class from plan to settlement", () => {
  it("is planned and approved; what stands in the way is said, and passed with a reason", async () => {
    const body = { code: "PH-01", name: "Nuôi lươn Phú Hữu", unitUid: PHU_HUU_NOW, plannedOn: day("2026-01-10"), tradeCode: "NL01", providerId: provider, hamletId: one.hamletId, learnersPlanned: 35 };
    expect((await neighbour.refused(classRoutes.planClass, { body })).code).toBe("training.outsideArea");
    expect((await centre.refused(classRoutes.planClass, { body })).code).toBe("training.notYours");
    classId = (await officer.call(classRoutes.planClass, { body })).id;
    expect((await officer.refused(classRoutes.planClass, { body })).code).toBe("training.classExists");
    const { steps, unknownRules } = await page();
    expect(steps.find(({ kind }) => kind === "approve")!.reasons.map(({ code, refuses }) => [code, refuses])).toEqual([["fundingMissing", false]]);
    expect(unknownRules).toHaveLength(1);
    const warned = await refusal("2026-02-01", { kind: "approve", decisionNo: "12/QĐ-UBND" });
    expect(warned).toMatchObject({ code: "training.reasonsWarn", data: { codes: ["fundingMissing"] } });
    expect(warned.title).toContain("Chưa chọn nguồn kinh phí");
    expect((await refusal("2026-02-01", { kind: "open" })).code).toBe("training.class.needsState");
    await take("2026-02-01", { kind: "approve", decisionNo: "12/QĐ-UBND", reason: "chờ phân bổ vốn" });
  });

  it("learners are registered with their proof; the 36th needs a reason, nobody is in twice", async () => {
    const found = await officer.call(learnerRoutes.matchLearner, { body: { hamletId: one.hamletId, fullName: "nguyễn văn ấp nghề 1", birthYear: 1980, enrolledOn: day("2026-03-01") } });
    expect(found).toMatchObject({ kind: "found", persons: [{ standing: { class: "poor", decisionNo: "12/QĐ-UBND" }, proposed: [{ group: "NGHEO", from: "2025-12-10" }] }] });
    expect((await officer.call(learnerRoutes.matchLearner, { body: { hamletId: one.hamletId, fullName: "Nguyễn Văn Ấp Nghề 1", birthYear: 1980, enrolledOn: day("2025-11-01") } })).persons[0]!.proposed).toEqual([]);
    const proof = found.persons[0]!.proposed[0]!;
    const first = await officer.call(learnerRoutes.registerLearner, register("Nguyễn Văn Ấp Nghề 1", { worker: { hamletId: one.hamletId, fullName: "Nguyễn Văn Ấp Nghề 1", birthYear: 1980, sex: 1 }, groups: ["NGHEO"], chosenGroup: "NGHEO", evidence: [proof], distanceKm: "6.5" }));
    expect(first.personId).toBe(found.persons[0]!.id);
    expect((await officer.refused(learnerRoutes.registerLearner, register("Nguyễn Văn Ấp Nghề 1", { worker: { hamletId: one.hamletId, fullName: "NGUYỄN VĂN ẤP NGHỀ 1", birthYear: 1980 } }))).code).toBe("training.learner.twice");
    expect((await officer.refused(learnerRoutes.registerLearner, register("A B", { groups: ["NGHEO"], chosenGroup: "NKT" }))).code).toBe("training.learner.chosenNotHeld");
    // the centre registers without any right to the registry, also somebody of another commune
    const second = await centre.call(learnerRoutes.registerLearner, register("Trần Thị Hai", { groups: ["CAN_NGHEO"] }, other.hamletId));
    expect(second.personId).toBeNull();
    expect((await otherCentre.refused(learnerRoutes.registerLearner, register("Trần Thị Ba"))).code).toBe("training.classUnknown");
    for (let i = 3; i <= 35; i++) await officer.call(learnerRoutes.registerLearner, register(`Lê Văn Số ${i}`));
    const full = await officer.refused(learnerRoutes.registerLearner, register("Lê Văn Ba Sáu"));
    expect(full).toMatchObject({ code: "training.reasonsWarn", data: { codes: ["maxLearners"] } });
    await officer.call(learnerRoutes.registerLearner, register("Lê Văn Ba Sáu", { reason: "xã đề nghị nhận thêm" }));
    expect(await learners()).toHaveLength(36);
    const wrong = (await learners()).find(({ fullName }) => fullName === "Lê Văn Ba Sáu")!;
    await officer.call(learnerRoutes.voidLearner, { params: { id: wrong.id }, body: { baseVersion: wrong.version, reason: "chuyển lớp sau" } });
    expect(await learners()).toHaveLength(35);
  });

  it("admission asks for a paper valid on the day of enrolment", async () => {
    const on = day("2026-03-01");
    const ids = (await learners()).map(({ id }) => id);
    const unproven = await centre.refused(learnerRoutes.stepLearners, { params: { id: classId }, body: { on, ids, step: { kind: "admit" } } });
    expect(unproven).toMatchObject({ code: "training.reasonsWarn", data: { codes: ["evidenceMissingOf"] } });
    expect(unproven.title).toContain("Trần Thị Hai");
    expect((await learners()).every(({ state }) => state === "registered"), "all or none").toBe(true);
    const two = (await learners()).find(({ fullName }) => fullName === "Trần Thị Hai")!;
    await centre.call(learnerRoutes.changeLearner, { params: { id: two.id }, body: { baseVersion: two.version, groups: ["CAN_NGHEO"], evidence: [{ group: "CAN_NGHEO", document: "GCN 15", from: day("2026-01-01"), to: day("2026-12-31") }], distanceKm: "16" } });
    expect(await centre.call(learnerRoutes.stepLearners, { params: { id: classId }, body: { on, ids, step: { kind: "admit" } } })).toEqual({ count: 35 });
  });

  it("opens when contract, money, teacher and licence are there", async () => {
    const blocked = await refusal("2026-03-02", { kind: "open" });
    expect(blocked.data["codes"]).toEqual(["contractMissing", "teacherMissing", "fundingMissing"]);
    const [contract] = (await officer.call(catalogueRoutes.contracts, { query: { area: PHU_HUU_NOW } })).rows;
    const [line] = (await officer.call(catalogueRoutes.funding, { query: { area: PHU_HUU_NOW } })).rows;
    const { version } = await page();
    const body = { baseVersion: version, name: "Nuôi lươn Phú Hữu", tradeCode: "NL01", providerId: provider, hamletId: one.hamletId, learnersPlanned: 35, contractId: contract!.id, fundingLineId: line!.id, costDong: 120_000_000, teacher: "Cô Ba" };
    await officer.call(classRoutes.changeClass, { params: { id: classId }, body });
    expect((await refusal("2026-03-02", { kind: "open" })).data["codes"]).toEqual(["contractUnsigned", "fundingShort"]);
    await officer.call(catalogueRoutes.signContract, { params: { id: contract!.id }, body: { baseVersion: 1, signedOn: day("2026-02-20") } });
    await officer.call(classRoutes.changeClass, { params: { id: classId }, body: { ...body, baseVersion: version + 1, costDong: 87_500_000 } });
    expect(await take("2026-03-02", { kind: "open" })).toMatchObject({ state: "opened" });
    expect((await officer.call(catalogueRoutes.funding, { query: { area: PHU_HUU_NOW } })).rows[0]).toMatchObject({ usedDong: 87_500_000, freeDong: 12_500_000 });
    expect((await officer.refused(catalogueRoutes.voidFunding, { params: { id: line!.id }, body: { baseVersion: 1, reason: "nhầm" } })).code).toBe("training.moneyInUse");
    expect((await officer.call(catalogueRoutes.plans, { query: { area: PHU_HUU_NOW } })).rows[0]).toMatchObject({ classes: 1, openedClasses: 1, openedLearners: 35, costDong: 87_500_000 });
    // the centre's licence is for 40 a year: a second class of it is too many, whoever asks
    const second = await province.call(classRoutes.planClass, { body: { code: "KB-01", name: "Lớp khác", unitUid: KHANH_BINH_NOW, plannedOn: day("2026-03-01"), tradeCode: "NL01", providerId: provider, learnersPlanned: 10, plannedFrom: day("2026-05-01") } });
    for (let i = 1; i <= 6; i++) await province.call(learnerRoutes.registerLearner, { ...register(`Võ Văn ${i}`), params: { id: second.id } });
    const neighbours = await neighbour.call(classRoutes.trainingClass, { params: { id: second.id }, query: {} });
    expect(neighbours.steps.find(({ kind }) => kind === "approve")!.reasons.map(({ code }) => code)).toContain("licenceQuota");
    // a class with somebody of their own is theirs to see, and to see only: that learner, no step
    const seen = await neighbour.call(classRoutes.trainingClass, { params: { id: classId }, query: {} });
    expect([seen.steps, seen.may, (await learners(neighbour)).map(({ fullName }) => fullName)]).toEqual([[], { decide: false, run: false }, ["Trần Thị Hai"]]);
    expect((await otherCentre.refused(classRoutes.trainingClass, { params: { id: classId }, query: {} })).code).toBe("training.classUnknown");
  });

  it("lessons: a weekly timetable, attendance by exception, a cancelled session takes no marks, two sessions are one day", async () => {
    await take("2026-03-03", { kind: "start" }, centre);
    expect((await learners()).every(({ state }) => state === "studying")).toBe(true);
    const lines = [{ weekday: 2, part: "morning", kind: "theory", hours: "4" }, { weekday: 2, part: "afternoon", kind: "practice", hours: "4" }, { weekday: 3, part: "morning", kind: "practice", hours: "3.5" }] as const;
    // 2026-03-03 is a Tuesday
    expect(await centre.call(timetableRoutes.makeTimetable, { params: { id: classId }, body: { lines: [...lines], from: day("2026-03-03"), count: 6, without: [] } })).toEqual({ added: 6, kept: 0 });
    expect(await centre.call(timetableRoutes.makeTimetable, { params: { id: classId }, body: { lines: [...lines], from: day("2026-03-03"), count: 3, without: [] } })).toEqual({ added: 0, kept: 3 });
    const { rows } = await officer.call(timetableRoutes.sessions, { params: { id: classId }, query: {} });
    expect(rows.map(({ on, part }) => `${on} ${part}`)).toEqual(["2026-03-03 morning", "2026-03-03 afternoon", "2026-03-04 morning", "2026-03-10 morning", "2026-03-10 afternoon", "2026-03-11 morning"]);
    const everybody = (await learners()).map(({ id }) => ({ enrolmentId: id, state: "present" as const }));
    const absent = await idOf("Lê Văn Số 3");
    const but = (state: "absent" | "leave") => everybody.map((mark) => (mark.enrolmentId === absent ? { ...mark, state } : mark));
    const mark = (i: number, marks: { enrolmentId: string; state: "present" | "absent" | "leave" }[], by = centre) => by.call(timetableRoutes.markAttendance, { params: { id: rows[i]!.id }, body: { marks } });
    expect(await mark(0, everybody)).toEqual({ changed: 35 });
    expect(await mark(0, everybody)).toEqual({ changed: 0 });
    expect(await mark(0, but("leave"))).toEqual({ changed: 1 });
    await mark(1, everybody);
    await mark(2, but("absent"));
    // one session is moved with its marks, with a reason; never onto a part of the day that is taken
    const edit = (i: number, baseVersion: number, on: string, more: { part?: "morning" | "evening"; reason?: string } = {}) =>
      ({ params: { id: rows[i]!.id }, body: { baseVersion, on: day(on), part: "morning" as const, kind: "practice" as const, hours: "3.5", topic: "Thăm ao", teacher: "Thầy Tư", ...more } });
    expect((await centre.refused(timetableRoutes.changeSession, edit(2, 1, "2026-03-05"))).data["codes"]).toEqual(["marksMove"]);
    expect((await centre.refused(timetableRoutes.changeSession, edit(2, 1, "2026-03-03"))).code).toBe("training.sessionTaken");
    expect((await centre.refused(timetableRoutes.changeSession, edit(2, 1, "2026-03-03", { part: "evening" }))).data["codes"]).toEqual(["marksMove", "sameDay"]);
    expect((await centre.refused(timetableRoutes.changeSession, edit(2, 1, "2026-03-01", { reason: "ghi nhầm ngày" }))).code).toBe("training.attendance.classNotRunning");
    await centre.call(timetableRoutes.changeSession, edit(2, 1, "2026-03-05", { reason: "ghi nhầm ngày" }));
    expect((await centre.refused(timetableRoutes.changeSession, edit(2, 1, "2026-03-05"))).code).toBe("training.changed");
    expect((await centre.call(timetableRoutes.sessions, { params: { id: classId }, query: {} })).rows.find(({ id }) => id === rows[2]!.id)).toMatchObject({ on: "2026-03-05", marked: 35, present: 34, topic: "Thăm ao", teacher: "Thầy Tư" });
    await centre.call(timetableRoutes.changeSession, edit(2, 2, "2026-03-04", { reason: "đúng ngày cũ" }));
    await centre.call(timetableRoutes.cancelSession, { params: { id: rows[5]!.id }, body: { baseVersion: 1, on: day("2026-03-11"), reason: "giáo viên ốm" } });
    expect((await centre.refused(timetableRoutes.markAttendance, { params: { id: rows[5]!.id }, body: { marks: everybody } })).code).toBe("training.sessionCancelled");
    expect((await otherCentre.refused(timetableRoutes.markAttendance, { params: { id: rows[4]!.id }, body: { marks: everybody } })).code).toBe("training.sessionUnknown");
    expect((await leader.refused(timetableRoutes.markAttendance, { params: { id: rows[4]!.id }, body: { marks: everybody } })).code).toBe("training.notYours");
    const seen = new Map((await learners()).map((row) => [row.fullName, row]));
    expect(seen.get("Lê Văn Số 4")).toMatchObject({ days: 2, theoryPercent: 50, practicePercent: 65 });
    expect(seen.get("Lê Văn Số 3")).toMatchObject({ days: 1, theoryPercent: 0 });
    expect((await officer.call(timetableRoutes.attendance, { params: { id: rows[2]!.id }, query: {} })).learners.find(({ enrolmentId }) => enrolmentId === absent)!.state).toBe("absent");
    // who left is not marked any more
    const gone = await idOf("Lê Văn Số 5");
    await centre.call(learnerRoutes.stepLearners, { params: { id: classId }, body: { on: day("2026-03-08"), ids: [gone], step: { kind: "drop", why: "job_found" } } });
    expect((await centre.refused(timetableRoutes.markAttendance, { params: { id: rows[3]!.id }, body: { marks: everybody } })).code).toBe("training.attendance.notThere");
    const staying = everybody.filter(({ enrolmentId }) => enrolmentId !== gone);
    expect((await centre.refused(timetableRoutes.lockSheet, { params: { id: classId }, body: { from: day("2026-03-01"), to: day("2026-03-31"), signer: "Cô Ba" } })).code).toBe("training.attendance.notMarked");
    await mark(3, staying.map((each) => (each.enrolmentId === absent ? { ...each, state: "absent" } : each)));
    await mark(4, staying);
    const sheet = await centre.call(timetableRoutes.lockSheet, { params: { id: classId }, body: { from: day("2026-03-01"), to: day("2026-03-31"), signer: "Cô Ba" } });
    expect((await centre.refused(timetableRoutes.markAttendance, { params: { id: rows[0]!.id }, body: { marks: everybody } })).code).toBe("training.sheetLocked");
    expect((await centre.refused(timetableRoutes.changeSession, edit(2, 3, "2026-04-01", { reason: "dời" }))).code).toBe("training.sheetLocked");
    // photos of its pages are kept with the sheet
    const photo = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
    const kept = await centre.call(timetableRoutes.addScan, { params: { id: sheet.id }, body: photo });
    expect((await centre.refused(timetableRoutes.addScan, { params: { id: sheet.id }, body: photo })).code).toBe("training.attendance.scanTwice");
    expect((await centre.refused(timetableRoutes.addScan, { params: { id: sheet.id }, body: Uint8Array.from([1, 2, 3, 4]) })).code).toBe("poverty.photoUnknown");
    expect((await otherCentre.refused(timetableRoutes.addScan, { params: { id: sheet.id }, body: Uint8Array.from([0xff, 0xd8, 0xff, 9]) })).code).toBe("training.attendance.sheetUnknown");
    const scans = async () => (await officer.call(timetableRoutes.sessions, { params: { id: classId }, query: {} })).sheets[0]!.scans.map(({ id }) => id);
    expect(await scans()).toEqual([kept.id]);
    const file = await officer.call(timetableRoutes.scan, { params: { id: kept.id } });
    expect([file.mime, [...file.bytes]]).toEqual(["image/jpeg", [...photo]]);
    expect((await otherCentre.refused(timetableRoutes.scan, { params: { id: kept.id } })).code).toBe("training.attendance.scanUnknown");
    await centre.call(timetableRoutes.voidScan, { params: { id: kept.id }, body: { reason: "ảnh mờ" } });
    expect(await scans()).toEqual([]);
    expect((await centre.refused(timetableRoutes.openSheet, { params: { id: sheet.id }, body: { reason: "sửa ngày 3" } })).code).toBe("training.notYours");
  });

  it("exam: who missed too much is let in with a reason only; results, and the certificates that follow", async () => {
    await take("2026-05-02", { kind: "exam" }, centre);
    const on = day("2026-05-05");
    const studying = (await learners()).filter(({ state }) => state === "studying");
    const short = studying.find(({ fullName }) => fullName === "Lê Văn Số 3")!;
    expect(short.examReasons.map(({ code }) => code)).toEqual(["theoryMissed", "practiceMissed"]);
    const ids = studying.map(({ id }) => id);
    const letIn = (some: string[], reason?: string) => ({ params: { id: classId }, body: { on, ids: some, step: { kind: "admitToExam" as const, ...(reason && { reason }) } } });
    expect((await centre.refused(learnerRoutes.stepLearners, letIn(ids))).title).toContain("Lê Văn Số 3: dự 0% giờ lý thuyết, cần 70%");
    await centre.call(learnerRoutes.stepLearners, letIn(ids.filter((id) => id !== short.id)));
    await centre.call(learnerRoutes.stepLearners, letIn([short.id], "học bù tại nhà, có biên bản"));
    const lines = ids.map((enrolmentId) => ({ enrolmentId, theory: "7.5", practice: "8", passed: enrolmentId !== short.id, grade: enrolmentId === short.id ? null : "Khá" }));
    expect(await centre.call(learnerRoutes.enterResults, { params: { id: classId }, body: { on, lines } })).toEqual({ count: 34 });
    const passed = (await learners()).filter(({ state }) => state === "passed");
    expect(passed).toHaveLength(33);
    const issue = (from: number, list = passed) => ({ params: { id: classId }, body: { kind: "dao_tao" as const, issuedOn: day("2026-05-20"), signer: "Giám đốc", lines: list.map(({ id }, i) => ({ enrolmentId: id, serialNo: `TT-${from + i}`, bookNo: String(i + 1) })) } });
    expect((await centre.refused(certificateRoutes.issueCertificates, issue(1, [short]))).code).toBe("training.learner.needsState");
    expect(await centre.call(certificateRoutes.issueCertificates, issue(1))).toEqual({ count: 33 });
    const [first] = (await centre.call(certificateRoutes.certificates, { query: { area: AN_GIANG_UID, q: "TT-1" } })).rows;
    expect((await centre.refused(certificateRoutes.reissueCertificate, { params: { id: first!.id }, body: { serialNo: "TT-2", bookNo: "34", issuedOn: day("2026-06-01"), signer: "Giám đốc", reason: "sai tên" } })).code).toBe("training.certificate.serialUsed");
    await centre.call(certificateRoutes.reissueCertificate, { params: { id: first!.id }, body: { serialNo: "TT-99", bookNo: "34", issuedOn: day("2026-06-01"), signer: "Giám đốc", reason: "sai tên" } });
    expect((await centre.refused(certificateRoutes.revokeCertificate, { params: { id: first!.id }, body: { on: day("2026-06-02"), reason: "thu hồi" } })).code).toBe("training.certificate.revokedBefore");
    const again = (await centre.call(certificateRoutes.certificates, { query: { area: AN_GIANG_UID, q: "tt-99" } })).rows;
    expect(again).toMatchObject([{ replaces: "TT-1", fullName: first!.fullName, revokedOn: null }]);
    await officer.call(certificateRoutes.revokeCertificate, { params: { id: again[0]!.id }, body: { on: day("2026-06-03"), reason: "cấp sai đối tượng" } });
    expect((await learners()).filter(({ state }) => state === "certified")).toHaveLength(32);
    expect((await neighbour.call(certificateRoutes.certificates, { query: { area: KHANH_BINH_NOW } })).rows.map(({ fullName }) => fullName)).toEqual(["Trần Thị Hai"]);
    expect((await otherCentre.call(certificateRoutes.certificates, { query: { area: AN_GIANG_UID } })).total).toBe(0);
  });

  it("closes and settles; its history tells every step with who went past what", async () => {
    expect((await refusal("2026-05-25", { kind: "close" }, centre)).code).toBe("training.notYours");
    await take("2026-05-25", { kind: "close" });
    await take("2026-06-10", { kind: "settle", document: "BBTL 7/HĐ" });
    const { row, history, steps } = await page();
    expect(row).toMatchObject({ state: "settled", openedOn: "2026-03-02", endedOn: "2026-05-25", learners: 34, dropped: 1, passed: 33, certified: 32 });
    expect(history.map(({ kind }) => kind)).toEqual(["plan", "approve", "open", "start", "exam", "close", "settle"]);
    expect(history[1]!.data).toMatchObject({ reason: "chờ phân bổ vốn", warned: ["fundingMissing"] });
    expect(steps.map(({ kind }) => kind)).toEqual(["takeBack"]);
    expect((await officer.refused(learnerRoutes.registerLearner, register("Muộn Rồi"))).code).toBe("training.learner.classTakesNone");
  });

  it("its papers and lists leave with a row in the trail", async () => {
    const text = async (paper: "learners" | "attendance" | "results" | "certificates" | "book") =>
      new TextDecoder().decode((await centre.call(classRoutes.printClass, { params: { id: classId }, body: { paper, format: "screen" } })).bytes);
    expect(await text("learners")).toContain("Danh sách gồm 35 học viên.");
    expect(await text("attendance")).toContain("SỔ THEO DÕI HỌC VIÊN");
    expect(await text("results")).toContain("Không đạt");
    expect(await text("certificates")).toContain("CHỨNG CHỈ ĐÀO TẠO");
    expect(await text("book")).not.toContain("TT-99");
    const file = await officer.call(classRoutes.printClass, { params: { id: classId }, body: { paper: "learners", format: "docx" } });
    expect(String.fromCharCode(...file.bytes.slice(0, 2))).toBe("PK");
    // the workbook and the PDF say what the records say, cell by cell where it is counted
    const bytes = async (paper: "learners" | "attendance" | "book", format: "xlsx" | "pdf") => (await centre.call(classRoutes.printClass, { params: { id: classId }, body: { paper, format } })).bytes;
    const row = async (paper: "learners" | "attendance" | "book", name: string) => {
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.load((await bytes(paper, "xlsx")) as unknown as ExcelJS.Buffer);
      const found: unknown[][] = [];
      workbook.worksheets[0]!.eachRow((one) => found.push((one.values as unknown[]).slice(1)));
      return found.find((cells) => cells.includes(name));
    };
    expect((await row("learners", "Trần Thị Hai"))!.slice(1, 4)).toEqual(["Trần Thị Hai", expect.anything(), expect.anything()]);
    // two sessions on the 3rd and the 10th, one on the 4th; S before C; two days attended
    expect((await row("attendance", "Lê Văn Số 3"))!.slice(1)).toEqual(["Lê Văn Số 3", "P", "x", "K", "K", "x", 2]);
    expect((await row("attendance", "Lê Văn Số 4"))!.slice(1)).toEqual(["Lê Văn Số 4", "x", "x", "x", "x", "x", 3]);
    const { rows: issued } = await officer.call(certificateRoutes.certificates, { query: { area: PHU_HUU_NOW } });
    const one = issued.find(({ revokedOn }) => revokedOn === null)!;
    expect(await row("book", one.fullName)).toEqual(expect.arrayContaining([one.fullName, one.serialNo, one.bookNo]));
    for (const [paper, words] of [["learners", "Danh sách gồm 35 học viên."], ["attendance", "Tháng 3 năm 2026"], ["book", one.serialNo]] as const) expect(pdfPages(await bytes(paper, "pdf")).join("\n")).toContain(words);
    expect((await leader.refused(classRoutes.printClass, { params: { id: classId }, body: { paper: "learners", format: "screen" } })).code).toBe("training.notYours");
    await centre.call(learnerRoutes.exportLearners, { params: { id: classId }, body: { purpose: "nộp phòng chuyên môn" } });
    await officer.call(classRoutes.exportClasses, { body: { area: PHU_HUU_NOW, sort: "-opened" } });
    await officer.call(certificateRoutes.exportCertificates, { body: { area: PHU_HUU_NOW, purpose: "lưu sổ" } });
    const trail = await query<{ action: string }>(services, "select action from audit_event where action in ('training.printClass', 'training.exportLearners', 'training.exportClasses', 'training.exportCertificates')");
    expect(trail.length).toBe(16);
  });

  it("lists: the commune its own, the province all, a centre what it teaches", async () => {
    const codes = async (by: Person, area: string, more = {}) => (await by.call(classRoutes.classes, { query: { area, ...more } })).rows.map(({ code }) => code);
    expect(await codes(officer, PHU_HUU_NOW)).toEqual(["PH-01"]);
    expect(await codes(neighbour, KHANH_BINH_NOW)).toEqual(["KB-01"]);
    expect(await codes(province, AN_GIANG_UID, { sort: "code" })).toEqual(["KB-01", "PH-01"]);
    expect(await codes(centre, AN_GIANG_UID, { state: "settled", q: "luon" })).toEqual(["PH-01"]);
    expect(await codes(otherCentre, AN_GIANG_UID)).toEqual([]);
    expect(await codes(province, AN_GIANG_UID, { year: 2025 })).toEqual([]);
  });
});
