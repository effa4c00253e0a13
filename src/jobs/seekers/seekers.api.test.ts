import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { createHamlet } from "../../areas/public.ts";
import { enterprisesRoutes, type VacancyBody } from "../../enterprises/contract.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import { eventRoutes } from "../events/contract.ts";
import { seekerRoutes as routes, type SeekerBody, type StepBody } from "./contract.ts";

const PHU_HUU = "30352@2025-07-01";
const KHANH_BINH = "30341@2025-07-01";
const ON = day("2026-11-23");
const where = { area: PHU_HUU, on: ON };

let database: TestDatabase;
let app: TestApp;
let officer: Person, neighbour: Person, centre: Person, surveyor: Person, leader: Person;
let hamlet: string, factory: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const services = testServices(database);
  app = new TestApp(services);
  hamlet = await services.door.write(provinceActor(), { commandId: newId(), name: "areas.addHamlet", input: {} }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid: "30352@0", name: "Ấp Phú Lợi" });
    return { answer: id, changes };
  });
  const fields = ["poverty", "training", "jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, fields: ["jobs"] });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet], fields });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields });
  factory = (await centre.call(enterprisesRoutes.addOrganisation, {
    body: { name: "Nhà máy May Giả Định", kinds: ["enterprise"], taxCode: null, unitUid: PHU_HUU, address: null, contactName: null, phone: null, email: null, industry: null, workers: null, note: null, confirmAlike: false },
  })).id;
});
afterAll(() => database.close());

const seeker = (fullName: string, changes: Partial<SeekerBody> = {}): SeekerBody => ({
  worker: { hamletId: hamlet, fullName, birthYear: 2000, sex: 2 }, registeredOn: day("2026-10-01"), phone: "0900000000", wantedVsco: ["7531"], wantedJob: "May", wantedPlaces: [], wageWanted: 6_000_000, shifts: [], generalEducation: "upper_secondary",
  technicalLevel: "none", major: null, skills: null, licences: null, experienceVsco: null, experienceMonths: null, needsDormitory: null, disabled: null, priority: [], note: null, ...changes,
});
const addSeeker = async (name: string, changes: Partial<SeekerBody> = {}, by = officer) => (await by.call(routes.addSeeker, { body: seeker(name, changes) })).id;
const addVacancy = async (title: string, changes: Partial<VacancyBody> = {}) => (await centre.call(enterprisesRoutes.addVacancy, {
  body: {
    organisationId: factory, title, vsco: "7531", vsic: null, posts: 5, postsFemale: null, description: null, positionLevel: null, generalEducation: null, technicalLevel: null, major: null, computer: null, languages: null, softSkills: null,
    experienceMonths: null, placeKind: "tinh", placeUnitUid: null, place: null, country: null, wageFrom: null, wageTo: 8_000_000, mealSupport: null, benefits: null, contractKind: null, shift: null, dormitory: null, transport: null, probationDays: null,
    acceptsDisabled: null, hazardous: null, needsLicence: null, ageFrom: null, ageTo: null, applyBy: null, contact: null, source: "centre", openedOn: day("2026-09-01"), ...changes,
  },
})).id;
const page = (id: string, by = officer) => by.call(routes.seeker, { params: { id }, query: { on: ON } });
const step = (id: string, body: Partial<StepBody> & Pick<StepBody, "kind" | "on">, baseVersion: number, by = officer) =>
  by.call(routes.stepReferral, { params: { id }, body: { interviewOn: null, startedOn: null, wage: null, channel: "tt_dvvl", reason: null, distinctReason: null, ...body, baseVersion } });

describe("people who look for work", () => {
  it("stand once among those who look, in their own place; whoever waits without a referral comes first, priority groups before", async () => {
    const id = await addSeeker("Lê Thị Tìm Việc", {}, surveyor);
    expect(await officer.refused(routes.addSeeker, { body: seeker("LÊ THỊ TÌM VIỆC") })).toMatchObject({ status: 409, code: "jobs.seekerAlready", data: { seekerId: id } });
    await addSeeker("Trần Ưu Tiên", { registeredOn: day("2026-10-20"), priority: ["poor"], wantedVsco: ["5120"] });
    const list = (query: object = {}, by = officer) => by.call(routes.seekers, { query: { ...where, ...query } });
    expect((await list()).rows.map(({ fullName }) => fullName)).toEqual(["Trần Ưu Tiên", "Lê Thị Tìm Việc"]);
    expect((await list({ vsco: "753" })).rows.map(({ fullName }) => fullName)).toEqual(["Lê Thị Tìm Việc"]);
    expect((await list({ q: "uu tien" })).total).toBe(1);
    expect((await list({}, neighbour)).total).toBe(0);
    expect((await leader.refused(routes.addSeeker, { body: seeker("Không Ghi Được") })).code).toBe("jobs.notEnterer");
    const { row } = await page(id);
    const { worker: _w, registeredOn: _r, ...wishes } = seeker("x", { wageWanted: 7_000_000 });
    await surveyor.call(routes.changeSeeker, { params: { id }, body: { ...wishes, baseVersion: row.version } });
    expect((await officer.refused(routes.changeSeeker, { params: { id }, body: { ...wishes, baseVersion: row.version } })).code).toBe("jobs.seekerChanged");
    expect((await page(id)).row).toMatchObject({ wageWanted: 7_000_000, unit: "xã Phú Hữu" });
    const file = await officer.call(routes.exportSeekers, { body: { query: { ...where, state: "looking" }, purpose: "gửi phiên giao dịch" } });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.bytes as never);
    expect(workbook.worksheets[0]!.getSheetValues().flat().map(String)).toEqual(expect.arrayContaining(["Lê Thị Tìm Việc", "đang tìm"]));
  });

  it("are shown the open vacancies with points and reasons; what speaks against one is told and asks for a reason", async () => {
    const id = await addSeeker("Phạm Ghép Nối", { shifts: ["day"] });
    const [good, other, night] = [await addVacancy("Công nhân may"), await addVacancy("Bán hàng", { vsco: "5223" }), await addVacancy("Công nhân may ca đêm", { shift: "night" })];
    await addVacancy("Đã hết hạn", { applyBy: day("2026-10-31") });
    const found = await officer.call(routes.matches, { params: { id }, query: { on: ON } });
    expect(found.looked).toBe(3);
    expect(found.matches.map(({ vacancy, score }) => [vacancy.id, score])).toEqual([[good, 95], [other, 65]]);
    expect(found.matches[0]!.points).toContainEqual({ part: "occupation", points: 30, of: 30, reason: "occupation.same4" });
    expect(found.blocked).toMatchObject([{ vacancy: { id: night }, obstacles: ["shift"] }]);
    const refer = { seekerId: id, vacancyId: night, on: ON, reason: null };
    expect((await officer.refused(routes.refer, { body: refer })).code).toBe("jobs.obstacles");
    await officer.call(routes.refer, { body: { ...refer, reason: "nhà máy đồng ý xếp ca ngày" } });
    expect((await officer.refused(routes.refer, { body: { ...refer, reason: "nữa" + " lần" } })).code).toBe("jobs.referredAlready");
    expect((await surveyor.refused(routes.refer, { body: { ...refer, vacancyId: good } })).code).toBe("jobs.notKeeper");
  });
});

describe("a referral", () => {
  it("goes to interview, to work, to one job event, and is asked for after 30 and 90 days", async () => {
    const id = await addSeeker("Võ Được Nhận");
    const vacancyId = await addVacancy("Công nhân may dây chuyền");
    const { id: referral } = await officer.call(routes.refer, { body: { seekerId: id, vacancyId, on: day("2026-07-20"), reason: null } });
    await step(referral, { kind: "interview", on: day("2026-07-22"), interviewOn: day("2026-07-25") }, 1);
    expect((await officer.refused(routes.stepReferral, { params: { id: referral }, body: { kind: "reject", on: day("2026-07-26"), interviewOn: null, startedOn: null, wage: null, channel: "tt_dvvl", reason: null, distinctReason: null, baseVersion: 2 } })).code).toBe("jobs.stepReason");
    expect((await officer.refused(routes.stepReferral, { params: { id: referral }, body: { kind: "hire", on: day("2026-07-21"), interviewOn: null, startedOn: null, wage: null, channel: "tt_dvvl", reason: null, distinctReason: null, baseVersion: 2 } })).code).toBe("jobs.stepBefore");
    expect((await step(referral, { kind: "hire", on: day("2026-07-28") }, 2)).eventId).toBeNull();
    const { eventId } = await step(referral, { kind: "hire", on: day("2026-08-05"), startedOn: day("2026-08-01"), wage: 7_000_000 }, 3);
    const { row: event } = await officer.call(eventRoutes.event, { params: { id: eventId! }, query: { on: ON } });
    expect(event).toMatchObject({ channel: "tt_dvvl", startedOn: "2026-08-01", employerName: "Nhà máy May Giả Định", employerId: factory, placeKind: "tinh", vsco: "7531" });
    const { row, referrals, checks } = await page(id);
    expect(row.state).toBe("placed");
    expect(referrals).toMatchObject([{ state: "hired", placed: true, startedOn: "2026-08-01", next: [] }]);
    expect(checks.map(({ milestone, dueOn }) => [milestone, dueOn])).toEqual([[30, "2026-08-31"], [90, "2026-10-30"]]);
    expect((await officer.call(enterprisesRoutes.vacancy, { params: { id: vacancyId }, query: { on: ON } })).row).toMatchObject({ referred: 1, hired: 1 });

    const due = () => officer.call(routes.retention, { query: where });
    expect((await due()).rows.map(({ milestone, late }) => [milestone, late])).toEqual([[30, 84], [90, 24]]);
    expect((await neighbour.call(routes.retention, { query: { ...where, area: KHANH_BINH } })).rows).toEqual([]);
    const check = (checkId: string, body: object, by = surveyor) => by.call(routes.checkRetention, { params: { id: checkId }, body: { checkedOn: ON, result: "stays", leftOn: null, note: null, ...body } as never });
    expect((await officer.refused(routes.checkRetention, { params: { id: checks[0]!.id }, body: { checkedOn: day("2026-08-30"), result: "stays", leftOn: null, note: null } })).code).toBe("jobs.checkTooEarly");
    await check(checks[0]!.id, { checkedOn: day("2026-09-01") });
    expect((await officer.refused(routes.checkRetention, { params: { id: checks[1]!.id }, body: { checkedOn: ON, result: "left", leftOn: null, note: null } })).code).toBe("jobs.leftOnMissing");
    await check(checks[1]!.id, { result: "left", leftOn: day("2026-10-01"), note: "đường xa" });
    expect((await due())).toMatchObject({ rows: [], kept: [{ milestone: 30, due: 1, stays: 1, left: 0 }, { milestone: 90, due: 1, stays: 0, left: 1 }] });
    expect((await page(id)).row.state).toBe("looking");
  });

  it("that ends without work says why; lists show how many stand where", async () => {
    const id = await addSeeker("Ngô Không Nhận");
    const vacancyId = await addVacancy("Công nhân hoàn thiện");
    const { id: referral } = await centre.call(routes.refer, { body: { seekerId: id, vacancyId, on: day("2026-11-01"), reason: null } });
    await step(referral, { kind: "reject", on: day("2026-11-10"), reason: "thiếu kinh nghiệm" }, 1, centre);
    const { counts, rows } = await officer.call(routes.referrals, { query: { ...where, state: "rejected" } });
    expect(rows).toMatchObject([{ fullName: "Ngô Không Nhận", reason: "thiếu kinh nghiệm", next: [] }]);
    expect(counts).toEqual({ referred: 1, hired: 1, rejected: 1 });
    expect((await officer.refused(routes.stepReferral, { params: { id: referral }, body: { kind: "hire", on: ON, interviewOn: null, startedOn: null, wage: null, channel: "tt_dvvl", reason: null, distinctReason: null, baseVersion: 2 } })).code).toBe("jobs.stepNotNow");
    await centre.call(routes.refer, { body: { seekerId: id, vacancyId, on: day("2026-11-12"), reason: null } });
    expect((await neighbour.call(routes.referrals, { query: { ...where, area: KHANH_BINH } })).total).toBe(0);
    const file = await centre.call(routes.exportReferrals, { body: { query: where, purpose: "báo cáo tháng" } });
    expect(file.bytes.length).toBeGreaterThan(1000);
  });
});
