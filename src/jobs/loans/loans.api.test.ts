import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { createHamlet } from "../../areas/public.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import { adviceRoutes, type VisitBody } from "../advice/contract.ts";
import { eventRoutes } from "../events/contract.ts";
import { loanRoutes as routes, type LoanBody, type LoanJobs } from "./contract.ts";

const PHU_HUU = "30352@2025-07-01";
const KHANH_BINH = "30341@2025-07-01";
const ON = day("2026-11-23");
const where = { area: PHU_HUU, on: ON };

let database: TestDatabase;
let officer: Person, neighbour: Person, surveyor: Person, centre: Person;
let hamlet: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const services = testServices(database);
  const app = new TestApp(services);
  hamlet = await services.door.write(provinceActor(), { commandId: newId(), name: "areas.addHamlet", input: {} }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid: "30352@0", name: "Ấp Phú Lợi" });
    return { answer: id, changes };
  });
  const fields = ["poverty", "training", "jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet], fields });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, fields: ["jobs"] });
});
afterAll(() => database.close());

const worker = (fullName: string, birthYear = 1985) => ({ hamletId: hamlet, fullName, birthYear, sex: 1 as const });
const loan = (contractNo: string, changes: Partial<LoanBody> = {}): LoanBody => ({
  worker: worker("Lê Văn Vay"), borrowerKind: "worker", establishmentName: null, organisationId: null, amountDong: 80_000_000, lentOn: day("2026-02-01"), termMonths: 36, rateKind: "usual", contractNo, project: "Nuôi bò", projectPlace: null, fund: "NHCSXH",
  association: "Hội Nông dân", savingsGroup: "Tổ 3", overReason: null, ...changes,
});
const jobs = (names: readonly string[], changes: Partial<LoanJobs> = {}): LoanJobs => ({ nature: "new", startedOn: day("2026-03-01"), reportedOn: day("2026-04-01"), job: null, people: names.map((name) => ({ worker: worker(name), distinctReason: null })), ...changes });

describe("loans for jobs", () => {
  it("name the people they gave work; the amount counts nobody", async () => {
    const { id } = await officer.call(routes.addLoan, { body: loan("HĐ-1") });
    expect(await officer.refused(routes.addLoan, { body: loan("HĐ-1", { worker: worker("Người Khác") }) })).toMatchObject({ status: 409, code: "jobs.loanContractTaken" });
    expect((await officer.call(routes.loan, { params: { id }, query: { on: ON } })).row).toMatchObject({ jobsNew: 0, jobsKept: 0 });
    expect(await officer.call(routes.addLoanJobs, { params: { id }, body: jobs(["Lê Văn Vay", "Trần Làm Thuê"]) })).toMatchObject({ added: 2, linked: 0, refused: [] });
    expect(await officer.call(routes.addLoanJobs, { params: { id }, body: jobs(["Trần Làm Thuê", "Phạm Duy Trì"], { nature: "kept" }) })).toMatchObject({ added: 1, refused: [{ line: 0, code: "jobs.sameEvent" }] });
    const { row, events } = await officer.call(routes.loan, { params: { id }, query: { on: ON } });
    expect(row).toMatchObject({ jobsNew: 2, jobsKept: 1 });
    expect(events.map(({ fullName, channel, nature, employerName }) => [fullName, channel, nature, employerName])).toEqual(expect.arrayContaining([["Lê Văn Vay", "vay_von", "new", null], ["Trần Làm Thuê", "vay_von", "new", "Lê Văn Vay"], ["Phạm Duy Trì", "vay_von", "kept", "Lê Văn Vay"]]));
    expect((await officer.call(routes.loans, { query: where })).counts).toEqual({ loans: 1, amountDong: 80_000_000, jobsNew: 2, jobsKept: 1, people: 2 });
    expect((await officer.call(eventRoutes.events, { query: { ...where, loan: id } })).counts).toMatchObject({ events: 2, kept: 1, loan: 2 });
    expect((await officer.refused(routes.addLoanJobs, { params: { id }, body: jobs(["Quá Sớm"], { startedOn: day("2026-01-31") }) })).code).toBe("jobs.beforeLoan");
    expect((await officer.refused(routes.voidLoan, { params: { id }, body: { reason: "ghi nhầm" } })).code).toBe("jobs.loanInUse");
    await officer.call(routes.moveLoan, { params: { id }, body: { state: "repaid", on: ON, baseVersion: 1 } });
    expect((await officer.refused(routes.moveLoan, { params: { id }, body: { state: "overdue", on: ON, baseVersion: 1 } })).code).toBe("jobs.loanChanged");
    expect((await officer.call(routes.exportLoans, { body: { query: where, purpose: "báo cáo quý" } })).bytes.length).toBeGreaterThan(1000);
  });

  it("beyond the rules of their day ask for a reason, told with source and certainty", async () => {
    const refused = await officer.refused(routes.addLoan, { body: loan("HĐ-2", { amountDong: 250_000_000 }) });
    expect(refused).toMatchObject({ status: 422, code: "jobs.loan.overAmount", data: { most: 200_000_000, certainty: "second-hand" } });
    expect(refused.title).toMatch(/200\.000\.000 đồng theo NĐ 338\/2025\/NĐ-CP/);
    const { id } = await officer.call(routes.addLoan, { body: loan("HĐ-2", { amountDong: 250_000_000, overReason: "theo quyết định của ngân hàng" }) });
    expect((await officer.call(routes.loan, { params: { id }, query: { on: ON } })).warnings).toMatchObject([{ code: "jobs.loan.overAmount", mark: "theo nguồn thứ cấp, chưa đọc nguyên văn văn bản" }]);
    await officer.call(routes.voidLoan, { params: { id }, body: { reason: "ghi nhầm" } });
    expect((await officer.refused(routes.addLoan, { body: loan("HĐ-3", { borrowerKind: "establishment" }) })).code).toBe("jobs.establishmentMissing");
    expect((await neighbour.refused(routes.addLoan, { body: loan("HĐ-4") })).code).toBe("areas.hamletOutsideArea");
    expect((await surveyor.refused(routes.addLoan, { body: loan("HĐ-5") })).code).toBe("jobs.notKeeper");
    expect((await neighbour.call(routes.loans, { query: { ...where, area: KHANH_BINH } })).total).toBe(0);
  });
});

describe("advice", () => {
  const visit = (name: string, changes: Partial<VisitBody> = {}): VisitBody => ({ worker: worker(name), topic: "job", result: "informed", nextOn: null, note: null, ...changes });
  it("counts lượt and người apart; listeners counted by hand are lượt and nobody's name", async () => {
    const { id } = await officer.call(adviceRoutes.addSession, { body: { unitUid: PHU_HUU, onDate: day("2026-05-10"), kind: "group", topics: ["job", "overseas"], place: "Hội trường xã", adviser: "Cán bộ thử", unnamed: 12, note: null } });
    const say = (body: VisitBody) => officer.call(adviceRoutes.addVisit, { params: { id }, body });
    await say(visit("Nghe Một"));
    const second = await say(visit("Nghe Một", { topic: "overseas", result: "overseas_case" }));
    await say(visit("Nghe Hai", { nextOn: day("2026-06-01") }));
    expect((await officer.refused(adviceRoutes.addVisit, { params: { id }, body: visit("NGHE MỘT") })).code).toBe("jobs.visitTwice");
    expect((await officer.call(adviceRoutes.advice, { query: where })).counts).toEqual({ sessions: 1, visits: 15, unnamed: 12, people: 2 });
    expect((await officer.call(adviceRoutes.session, { params: { id }, query: { on: ON } })).visits).toHaveLength(3);
    expect((await officer.refused(adviceRoutes.voidSession, { params: { id }, body: { reason: "ghi nhầm" } })).code).toBe("jobs.sessionInUse");
    await officer.call(adviceRoutes.voidVisit, { params: { id: second.id }, body: { reason: "ghi nhầm" } });
    expect((await officer.call(adviceRoutes.advice, { query: where })).counts).toMatchObject({ visits: 14, people: 2 });
    expect((await neighbour.call(adviceRoutes.advice, { query: { ...where, area: KHANH_BINH } })).counts.sessions).toBe(0);
    expect((await neighbour.refused(adviceRoutes.addSession, { body: { unitUid: PHU_HUU, onDate: ON, kind: "single", topics: ["job"], place: null, adviser: "x y", unnamed: 0, note: null } })).code).toBe("areas.outsideArea");
    await centre.call(adviceRoutes.addSession, { body: { unitUid: AN_GIANG_UID, onDate: ON, kind: "online", topics: ["job"], place: null, adviser: "Trung tâm thử", unnamed: 3, note: null } });
    expect((await centre.call(adviceRoutes.advice, { query: { area: AN_GIANG_UID, on: ON } })).counts).toMatchObject({ sessions: 2, visits: 17 });
    expect((await officer.call(adviceRoutes.exportAdvice, { body: { query: where, purpose: "báo cáo quý" } })).bytes.length).toBeGreaterThan(1000);
  });
});
