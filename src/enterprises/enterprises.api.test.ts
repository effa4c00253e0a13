import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../test/support/actors.ts";
import { Person, TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { plainDate as day } from "../kernel/date.ts";
import { enterprisesRoutes as routes, type LicenceBody, type OrganisationBody, type VacancyBody } from "./contract.ts";

const PHU_HUU = "30352@2025-07-01";
const KHANH_BINH = "30341@2025-07-01";
const ON = day("2026-11-23");

let database: TestDatabase;
let app: TestApp;
let officer: Person, neighbour: Person, province: Person, centre: Person, leader: Person, stranger: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  app = new TestApp(testServices(database));
  const fields = ["poverty", "training", "jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID, fields });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, fields: ["jobs"] });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields });
  stranger = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["poverty"] });
});
afterAll(() => database.close());

const organisation = (name: string, changes: Partial<OrganisationBody> = {}): OrganisationBody => ({
  name, kinds: ["enterprise"], taxCode: null, unitUid: PHU_HUU, address: null, contactName: null, phone: null, email: null, industry: null, workers: null, note: null, confirmAlike: false, ...changes,
});
const add = async (name: string, changes: Partial<OrganisationBody> = {}, by = officer) => (await by.call(routes.addOrganisation, { body: organisation(name, changes) })).id;
const licence = (changes: Partial<LicenceBody> = {}): LicenceBody => ({ kind: "overseas", number: "12/GP", issuedOn: null, validFrom: day("2022-01-01"), lastDay: day("2026-10-31"), trades: null, yearlyQuota: null, document: null, checkedOn: null, ...changes });
const vacancy = (organisationId: string, changes: Partial<VacancyBody> = {}): VacancyBody => ({
  organisationId, title: "Công nhân may", vsco: "7531", vsic: null, posts: 20, postsFemale: 12, description: null, positionLevel: null, generalEducation: null, technicalLevel: null, major: null, computer: null, languages: null, softSkills: null,
  experienceMonths: null, placeKind: "tinh", placeUnitUid: null, place: "Khu công nghiệp", country: null, wageFrom: 6_000_000, wageTo: 9_000_000, mealSupport: null, benefits: null, contractKind: "fixed_term", shift: "day", dormitory: true, transport: null,
  probationDays: null, acceptsDisabled: null, hazardous: null, needsLicence: null, ageFrom: 18, ageTo: 45, applyBy: day("2026-12-31"), contact: null, source: "centre", openedOn: day("2026-11-01"), ...changes,
});
const page = (id: string, by = officer) => by.call(routes.organisation, { params: { id }, query: { on: ON } });

describe("organisations", () => {
  it("stand once by tax code; the same name is asked about", async () => {
    const id = await add("Công ty May Minh Họa", { taxCode: "1600000001" });
    expect(await officer.refused(routes.addOrganisation, { body: organisation("Tên Khác", { taxCode: "1600000001" }) })).toMatchObject({ status: 409, code: "enterprises.taxCodeTaken", data: { otherId: id } });
    expect((await officer.refused(routes.addOrganisation, { body: organisation("CÔNG TY MAY MINH HOẠ") })).code).toBe("enterprises.nameTaken");
    await add("Công ty May Minh Họa", { confirmAlike: true });
    expect((await officer.refused(routes.addOrganisation, { body: organisation("Công ty May Minh Họa", { taxCode: "1600000002" }) })).code).toBe("enterprises.nameTaken");
    expect((await officer.call(routes.organisations, { query: { on: ON, q: "may minh hoa" } })).rows).toHaveLength(2);
  });

  it("are kept by the commune of their seat, province and job-service centre; read by all of the province", async () => {
    const id = await add("Hợp tác xã Giả Định", { kinds: ["cooperative"] });
    const { row } = await page(id, neighbour);
    expect((await neighbour.refused(routes.changeOrganisation, { params: { id }, body: { ...organisation("Đổi Tên", { unitUid: KHANH_BINH }), baseVersion: row.version } })).code).toBe("enterprises.seatElsewhere");
    expect((await officer.refused(routes.addOrganisation, { body: organisation("Ngoài Tỉnh", { unitUid: null }) })).code).toBe("enterprises.seatElsewhere");
    await add("Công ty ngoài tỉnh giả định", { unitUid: null }, centre);
    expect((await leader.refused(routes.addOrganisation, { body: organisation("Không Được") })).code).toBe("enterprises.notKeeper");
    expect((await stranger.refused(routes.addOrganisation, { body: organisation("Không Được") })).code).toBe("enterprises.notKeeper");
    await officer.call(routes.changeOrganisation, { params: { id }, body: { ...organisation("Hợp tác xã Giả Định 2", { kinds: ["cooperative"] }), baseVersion: row.version } });
    expect((await officer.refused(routes.changeOrganisation, { params: { id }, body: { ...organisation("Cũ"), baseVersion: row.version } })).code).toBe("enterprises.organisationChanged");
  });

  it("are asked on a day whether their licence holds, with the reason; a missing one is told and stops nobody", async () => {
    const id = await add("Công ty Xuất khẩu lao động Giả Định", { kinds: ["sending_enterprise"], unitUid: AN_GIANG_UID }, province);
    expect((await page(id)).checks).toMatchObject([{ kind: "overseas", state: "missing", needed: true, holds: false, mark: "chưa đối chiếu văn bản" }]);
    expect((await officer.call(routes.organisations, { query: { on: ON, lacking: "overseas" } })).rows.map((row) => row.id)).toContain(id);
    expect((await centre.refused(routes.addLicence, { params: { id }, body: licence() })).code).toBe("enterprises.notLicenceKeeper");
    const first = await province.call(routes.addLicence, { params: { id }, body: licence() });
    const on = (text: string) => province.call(routes.organisation, { params: { id }, query: { on: day(text) } });
    expect((await on("2026-10-31")).checks[0]).toMatchObject({ state: "ends_soon", holds: true });
    const { checks: [check] } = await on("2026-11-01");
    expect(check).toMatchObject({ state: "expired", holds: false });
    expect(check!.text).toContain("12/GP");
    await province.call(routes.addLicence, { params: { id }, body: licence({ number: "13/GP", validFrom: day("2026-11-01"), lastDay: null }) });
    expect((await on("2026-11-01")).checks[0]).toMatchObject({ state: "valid" });
    await province.call(routes.checkLicence, { params: { id: first.id }, body: { on: ON } });
    await province.call(routes.voidLicence, { params: { id: first.id }, body: { reason: "ghi nhầm số" } });
    expect((await on("2026-10-01")).checks[0]).toMatchObject({ state: "not_begun" });
    expect((await province.refused(routes.addLicence, { params: { id }, body: licence({ lastDay: day("2021-12-31") }) })).code).toBe("enterprises.licenceDays");
  });
});

describe("vacancies", () => {
  it("are read by every office; go from state to state; expire by themselves", async () => {
    const owner = await add("Nhà máy Thủy sản Giả Định");
    const { id } = await officer.call(routes.addVacancy, { body: vacancy(owner) });
    expect((await neighbour.call(routes.vacancies, { query: { on: ON } })).counts).toEqual({ vacancies: 1, posts: 20 });
    const see = (on = ON, by = officer) => by.call(routes.vacancy, { params: { id }, query: { on } });
    expect((await see(day("2027-01-01"))).row.state).toBe("expired");
    expect((await neighbour.refused(routes.moveVacancy, { params: { id }, body: { state: "paused", baseVersion: 1 } })).code).toBe("enterprises.vacancyOfOthers");
    await officer.call(routes.moveVacancy, { params: { id }, body: { state: "filled", baseVersion: 1 } });
    expect(await see()).toMatchObject({ row: { state: "filled", version: 2 }, next: ["open", "expired"] });
    expect((await officer.refused(routes.moveVacancy, { params: { id }, body: { state: "paused", baseVersion: 2 } })).code).toBe("enterprises.vacancyState");
    await officer.call(routes.moveVacancy, { params: { id }, body: { state: "open", baseVersion: 2 } });
    await centre.call(routes.changeVacancy, { params: { id }, body: { ...vacancy(owner, { posts: 25, applyBy: day("2026-11-10") }), baseVersion: 3 } });
    expect((await see()).row).toMatchObject({ posts: 25, state: "expired" });
    expect((await officer.refused(routes.moveVacancy, { params: { id }, body: { state: "open", baseVersion: 4 } })).code).toBe("enterprises.vacancyOver");
    expect((await page(owner)).vacancies).toMatchObject([{ id }]);
    expect((await officer.refused(routes.voidOrganisation, { params: { id: owner }, body: { reason: "ghi nhầm" } })).code).toBe("enterprises.organisationInUse");
    await officer.call(routes.voidVacancy, { params: { id }, body: { reason: "ghi nhầm" } });
    await officer.call(routes.voidOrganisation, { params: { id: owner }, body: { reason: "ghi nhầm" } });
    expect((await officer.refused(routes.organisation, { params: { id: owner }, query: { on: ON } })).code).toBe("enterprises.organisationUnknown");
  });

  it("that do not add up are refused with what to mend, and are found by occupation and words", async () => {
    const owner = await add("Cơ sở Mộc Giả Định");
    const refused = async (changes: Partial<VacancyBody>) => (await officer.refused(routes.addVacancy, { body: vacancy(owner, changes) })).code;
    expect(await refused({ postsFemale: 21 })).toBe("enterprises.womenOverPosts");
    expect(await refused({ wageTo: 5_000_000 })).toBe("enterprises.wageTurned");
    expect(await refused({ applyBy: day("2026-10-31") })).toBe("enterprises.applyBeforeOpen");
    expect(await refused({ placeKind: "nuoc_ngoai" })).toBe("enterprises.countryMissing");
    await officer.call(routes.addVacancy, { body: vacancy(owner, { title: "Thợ mộc", vsco: "7522" }) });
    const found = async (query: object) => (await officer.call(routes.vacancies, { query: { on: ON, ...query } })).rows.map(({ title }) => title);
    expect(await found({ vsco: "752" })).toEqual(["Thợ mộc"]);
    expect(await found({ q: "tho moc" })).toEqual(["Thợ mộc"]);
    expect(await found({ state: "paused" })).toEqual([]);
  });
});
