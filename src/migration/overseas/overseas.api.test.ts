import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, query, write, type Planted } from "../../poverty/review/review.testing.ts";
import { overseasRoutes as routes, type CasePageView, type StepBody, type WishBody } from "./contract.ts";

// Cases of two communes; today is 23/11/2026.
let database: TestDatabase;
let services: Services;
let officer: Person, colleague: Person, neighbour: Person, province: Person, leader: Person, surveyor: Person, poverty: Person;
let here: Planted, there: Planted;
const licensed = newId() as string, unlicensed = newId() as string;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  here = await plantHamlet(services, { name: "Ấp Xa", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [{ b1: 130, b2: 40 }, { b1: 130, b2: 40, recognised: "near_poor" }] });
  there = await plantHamlet(services, { name: "Ấp Bên", unitUid: KHANH_BINH_NOW, statusYear: 2026, families: [] });
  await write(services, async ({ client }) => {
    for (const [id, name] of [[licensed, "Công ty Có Phép"], [unlicensed, "Công ty Không Phép"]]) {
      await client.query("insert into organisation (id, name, name_folded, kinds) values ($1, $2, lower($2), '{sending_enterprise}')", [id, name]);
    }
    await client.query("insert into organisation_licence (id, organisation_id, kind, number, valid_from, valid_to) values ($1, $2, 'overseas', '99/GP', '2024-01-01', '2026-06-01')", [newId(), licensed]);
  });
  const jobs = ["jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: jobs });
  colleague = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: jobs });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW, fields: jobs });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID, fields: jobs });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields: jobs });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [here.hamletId], fields: jobs });
  poverty = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["poverty"] });
});
afterAll(() => database.close());

const wish = (fullName: string, more: Partial<WishBody> = {}): { body: WishBody } => ({ body: { worker: { hamletId: here.hamletId, fullName, birthYear: 1999, sex: 2 }, wishedOn: day("2025-01-10"), market: "JP", programme: "Thực tập sinh", groups: ["poor"], ...more } });
const page = (id: string, by = officer): Promise<CasePageView> => by.call(routes.overseasCase, { params: { id } });
const asked = async (id: string, on: string, step: StepBody, precision: "day" | "month" = "day") => ({ params: { id }, body: { baseVersion: (await page(id, province)).row.version, on: day(on), precision, step } });
const take = async (id: string, on: string, step: StepBody, by = officer) => by.call(routes.takeOverseasStep, await asked(id, on, step));
const refusal = async (id: string, on: string, step: StepBody, by = officer) => (await by.refused(routes.takeOverseasStep, await asked(id, on, step))).code;
const version = async (id: string) => (await page(id, province)).row.version;
const depart = (reportedOn: string, more: object = {}): StepBody => ({ kind: "depart", reportedOn: day(reportedOn), ...more });

describe.sequential("a case abroad", () => {
  let id: string;
  it("begins with a wish: the person on file is found by name, year and hamlet; one open case a person", async () => {
    const found = await officer.call(routes.addWish, wish("Nguyễn Văn Ấp Xa 1", { worker: { hamletId: here.hamletId, fullName: "nguyễn văn ấp xa 1", birthDate: "1980-05-01", sex: 1 } }));
    expect(found.identified).toBe("found");
    expect((await page(found.id)).row).toMatchObject({ state: "nguyen_vong", market: "JP", marketName: "Nhật Bản", kept: "me", source: "commune" });
    expect((await officer.refused(routes.addWish, wish("Nguyễn Văn Ấp Xa 1", { worker: { hamletId: here.hamletId, fullName: "NGUYỄN VĂN ẤP XA 1", birthYear: 1980 } }))).code).toBe("migration.overseas.openAlready");
    const unknown = await surveyor.call(routes.addWish, wish("Lê Thị Xa"));
    expect(unknown.identified).toBe("none");
    id = unknown.id;
    expect((await page(id)).row).toMatchObject({ kept: "nobody", source: "hamlet", personId: null });
    expect((await officer.refused(routes.addWish, wish("Lê Thị Mới", { wishedOn: day("2026-12-01") }))).code).toBe("migration.wishToCome");
    expect((await surveyor.refused(routes.addWish, wish("Người Bên", { worker: { hamletId: there.hamletId, fullName: "Người Bên" } }))).code).toBe("areas.hamletOutsideArea");
    expect((await leader.refused(routes.addWish, wish("Lê Thị Mới"))).code).toBe("migration.notYours");
    expect((await poverty.refused(routes.addWish, wish("Lê Thị Mới"))).code).toBe("migration.notYours");
    expect((await neighbour.refused(routes.overseasCase, { params: { id } })).code).toBe("migration.overseas.unknown");
  });

  it("the sender is looked up in the register on the day: a missing licence warns, for the rule was not read in its text", async () => {
    const choose = async (organisationId: string | null, on: string, reason?: string) => ({ params: { id }, body: { baseVersion: await version(id), on: day(on), form: "dn_dich_vu" as const, organisationId, senderName: organisationId ? null : "Công ty Lạ", reason: reason ?? null } });
    expect((await officer.refused(routes.chooseSender, await choose(unlicensed, "2025-03-01"))).code).toBe("migration.sender.reasonMissing");
    expect((await officer.refused(routes.chooseSender, await choose(null, "2025-03-01"))).code).toBe("migration.sender.reasonMissing");
    expect((await officer.refused(routes.chooseSender, await choose(licensed, "2026-06-01"))).code).toBe("migration.sender.reasonMissing");
    const warned = await officer.call(routes.chooseSender, await choose(unlicensed, "2025-03-01", "Sở Nội vụ đã trả lời qua điện thoại"));
    expect(warned.result).toBe("none");
    expect(warned.warning).toContain("không có giấy phép");
    expect(await officer.call(routes.chooseSender, await choose(licensed, "2026-05-31"))).toMatchObject({ result: "valid", number: "99/GP", warning: null });
    expect((await page(id)).row).toMatchObject({ sender: "Công ty Có Phép", licenceResult: "valid" });
  });

  it("goes step by step with its contract, and is counted once when it leaves", async () => {
    await take(id, "2025-02-01", { kind: "study", course: "language", place: "Trung tâm" });
    expect(await refusal(id, "2025-01-15", { kind: "cancel", reason: "đổi ý" })).toBe("migration.overseas.beforeLastStep");
    await officer.call(routes.amendOverseas, { params: { id }, body: { baseVersion: await version(id), on: day("2025-06-01"), facts: { contractNo: "HĐ-7", termMonths: 36, wage: 170_000, currency: "JPY", costDeclaredDong: 90_000_000, costLoanDong: 50_000_000 } } });
    expect((await officer.refused(routes.amendOverseas, { params: { id }, body: { baseVersion: await version(id), on: day("2025-06-01"), facts: { currency: null } } })).code).toBe("migration.overseas.wageWithoutCurrency");
    await take(id, "2025-10-01", { kind: "await", contractNo: "HĐ-7" });
    expect(await refusal(id, "2026-01-20", depart("2026-01-05"))).toBe("migration.overseas.departedAfterReport");
    expect(await refusal(id, "2026-12-20", depart("2026-12-25"))).toBe("migration.stepToCome");
    expect(await take(id, "2025-12-31", depart("2026-01-05", { dueBackOn: day("2028-12-30") }))).toMatchObject({ state: "da_xc" });
    expect((await officer.refused(routes.amendOverseas, { params: { id }, body: { baseVersion: await version(id), on: day("2026-06-01"), facts: { market: "KR" } } })).code).toBe("migration.overseas.marketCounted");
    const { row, departureReportedOn, milestones, steps } = await page(id);
    expect([row.departedOn, departureReportedOn]).toEqual(["2025-12-31", "2026-01-05"]);
    expect(milestones.map(({ milestone, dueOn, state }) => [milestone, dueOn, state])).toEqual([[3, "2026-03-31", "due"], [6, "2026-06-30", "due"], [12, "2026-12-31", "ahead"]]);
    expect(steps.map(({ kind }) => kind)).toEqual(["wish", "sender", "sender", "study", "amend", "await", "depart", "countEvent"]);
    expect(await query(services, "select channel, started_on::text as day, reported_on::text as told, overseas_id = $1 as linked from job_event where voided_at is null", [id])).toEqual([{ channel: "nuoc_ngoai", day: "2025-12-31", told: "2026-01-05", linked: true }]);
    expect((await officer.refused(routes.takeOverseasStep, { params: { id }, body: { baseVersion: 1, on: day("2026-05-01"), precision: "day", step: { kind: "abandon" } } })).code).toBe("migration.overseas.changed");
  });

  it("what happened abroad is for the keeper and the province; each look is written down", async () => {
    const said = { params: { id }, body: { kind: "unpaid_wages" as const, on: day("2026-04-02"), content: "Chủ nợ hai tháng lương" } };
    expect((await officer.refused(routes.addIncident, said)).code).toBe("migration.incident.notYours");
    await officer.call(routes.keepOverseas, { params: { id }, body: { baseVersion: await version(id), deed: "take", reason: "phụ trách địa bàn" } });
    expect((await colleague.refused(routes.keepOverseas, { params: { id }, body: { baseVersion: await version(id), deed: "take", reason: "phụ trách địa bàn" } })).code).toBe("migration.overseas.keptAlready");
    const { id: incident } = await officer.call(routes.addIncident, said);
    expect((await officer.call(routes.incidents, { params: { id } })).rows).toMatchObject([{ kind: "unpaid_wages", resolvedOn: null }]);
    expect((await province.call(routes.incidents, { params: { id } })).rows).toHaveLength(1);
    for (const other of [colleague, surveyor, leader]) {
      expect((await other.refused(routes.incidents, { params: { id } })).code).toBe("migration.incident.notYours");
      expect((await page(id, other)).incidents).toBe(false);
    }
    expect((await neighbour.refused(routes.incidents, { params: { id } })).code).toBe("migration.overseas.unknown");
    await officer.call(routes.resolveIncident, { params: { id, incident }, body: { on: day("2026-05-02"), resolution: "Chủ đã trả đủ" } });
    await services.views.flush((tenant) => ({ accountId: newId(), assignmentId: null, displayName: "", role: "system", unitUid: "", tenant, on: day("2026-11-23"), scope: { readsAll: true, writesAll: true, readHamlets: [], writeHamlets: [], readUnits: [], writeUnits: [], organisations: [], fields: ["jobs"] } }) as never);
    const looks = await query<{ n: number }>(services, "select count(*)::int as n from audit_event where action = 'migration.viewIncidents'");
    expect(looks[0]!.n).toBeGreaterThanOrEqual(2);
  });

  it("the passport is sealed, shown masked, and opened with a purpose that is kept", async () => {
    expect((await officer.refused(routes.setPassport, { params: { id }, body: { baseVersion: await version(id), number: "12345" } })).code).toBe("migration.passportForm");
    await officer.call(routes.setPassport, { params: { id }, body: { baseVersion: await version(id), number: "c 1234567" } });
    expect((await page(id)).passport).toBe("C12••567");
    const [stored] = await query<{ sealed: Buffer; kept: string }>(services, "select passport_sealed as sealed, (select string_agg(data::text, '') from overseas_action) as kept from overseas_case where id = $1", [id]);
    expect([stored!.sealed.includes("1234567"), stored!.kept.includes("1234567")]).toEqual([false, false]);
    expect((await surveyor.refused(routes.revealPassport, { params: { id }, body: { purpose: "xem thử" } })).code).toBe("migration.notYours");
    expect(await officer.call(routes.revealPassport, { params: { id }, body: { purpose: "gửi lãnh sự quán" } })).toEqual({ number: "C1234567" });
    expect(await query(services, "select purpose from audit_event where action = 'migration.revealPassport'")).toEqual([{ purpose: "gửi lãnh sự quán" }]);
  });

  it("supports are measured by the standard of their day", async () => {
    const give = (item: string, on: string, amountDong: number, more: object = {}) => ({ params: { id }, body: { phase: "before" as const, policy: "CTMTQG-2021-2025", item, on: day(on), amountDong, quantity: 1, ...more } });
    expect((await officer.refused(routes.addOverseasSupport, give("language", "2026-02-01", 1))).code).toBe("migration.support.unknownItem");
    expect((await officer.refused(routes.addOverseasSupport, give("meals", "2025-05-01", 1_500_001, { quantity: 30 }))).code).toBe("migration.support.reasonMissing");
    expect(await officer.call(routes.addOverseasSupport, give("meals", "2025-05-01", 1_500_000, { quantity: 30 }))).toMatchObject({ warning: null });
    const { id: wrong, warning } = await officer.call(routes.addOverseasSupport, give("language", "2025-05-01", 4_500_000, { reason: "theo hóa đơn" }));
    expect(warning).toContain("vượt mức");
    expect((await page(id)).supportTotalDong).toBe(6_000_000);
    await officer.call(routes.voidOverseasSupport, { params: { id, support: wrong }, body: { reason: "ghi nhầm khoản" } });
    expect((await page(id)).supportTotalDong).toBe(1_500_000);
    expect((await officer.refused(routes.addOverseasSupport, { params: { id }, body: { phase: "home", item: "advice", on: day("2026-05-01"), quantity: 1 } })).code).toBe("migration.support.notHome");
  });

  it("comes home, is helped and asked after three months; a second stay is a new case that begins after the return", async () => {
    const follow = (phase: "abroad" | "home", milestone: 3 | 6 | 12, on: string, outcome: string) => ({ params: { id }, body: { phase, milestone, on: day(on), outcome } });
    expect((await officer.refused(routes.addFollowUp, follow("abroad", 6, "2026-06-29", "working"))).code).toBe("migration.followUp.tooEarly");
    await officer.call(routes.addFollowUp, { ...follow("abroad", 3, "2026-04-01", "hurt"), body: { ...follow("abroad", 3, "2026-04-01", "hurt").body, note: "gãy tay" } });
    expect([(await page(id)).followUps[0], (await page(id, leader)).followUps[0]]).toMatchObject([{ outcome: "hurt", note: "gãy tay" }, { outcome: "private", note: null }]);
    await officer.call(routes.addFollowUp, follow("abroad", 3, "2026-04-01", "working"));
    expect((await page(id)).followUps).toHaveLength(1);
    expect(await take(id, "2026-05-10", { kind: "abandon" })).toMatchObject({ state: "bo_hd" });
    expect(await refusal(id, "2026-07-01", { kind: "return", early: false, reason: "về nhà" })).toBe("migration.overseas.leftContract");
    await take(id, "2026-07-01", { kind: "return", early: true, reason: "Chủ phá sản", skills: "Hàn", jobWish: "Thợ hàn" });
    expect((await page(id)).returned).toMatchObject({ early: true, skills: "Hàn" });
    expect((await officer.refused(routes.addFollowUp, follow("abroad", 12, "2026-11-01", "working"))).code).toBe("migration.followUp.notThere");
    await officer.call(routes.addOverseasSupport, { params: { id }, body: { phase: "home", item: "job", on: day("2026-08-01"), quantity: 1 } });
    await officer.call(routes.addFollowUp, follow("home", 3, "2026-10-02", "employed"));
    const again = await officer.call(routes.addWish, wish("Lê Thị Xa", { wishedOn: day("2026-10-01"), market: "KR" }));
    expect((await page(again.id)).previousId).toBe(id);
    expect(await refusal(again.id, "2026-06-01", depart("2026-10-10", { reason: "gia đình báo" }))).toBe("migration.overseas.beforeLastStep");
    await take(again.id, "2026-11-01", depart("2026-11-10", { reason: "gia đình báo sau" }));
    expect(await query(services, "select count(*)::int as departures, count(distinct subject_key)::int as people from overseas_case where departed_on is not null and voided_at is null")).toEqual([{ departures: 2, people: 1 }]);
    expect(await take(again.id, "2026-11-10", { kind: "takeBack", reason: "hoãn bay" })).toMatchObject({ state: "nguyen_vong" });
    const { row, steps } = await page(again.id);
    expect([row.departedOn, steps.map(({ takenBack }) => takenBack)]).toEqual([null, [false, true, false, true]]);
    expect(await query(services, "select count(*) filter (where voided_at is null)::int as counted, count(*)::int as all from job_event")).toEqual([{ counted: 1, all: 2 }]);
  });

  it("a departure that a list counted before is not counted again, and taking it back leaves the list's event", async () => {
    const { id: other } = await officer.call(routes.addWish, wish("Phạm Văn Danh Sách", { wishedOn: day("2026-02-01") }));
    await write(services, ({ client }) => client.query(
      `insert into job_event (id, hamlet_id, full_name, name_folded, birth_year, subject_key, started_on, reported_on, channel, nature, employer_key, place_kind, evidence)
       select $1, hamlet_id, full_name, name_folded, birth_year, subject_key, '2026-05-01', '2026-05-31', 'nuoc_ngoai', 'new', '', 'nuoc_ngoai', '[]' from overseas_case where id = $2`, [newId(), other]));
    const events = () => query(services, "select count(*)::int as n, count(overseas_id)::int as linked from job_event where voided_at is null and name_folded = 'pham van danh sach'");
    await take(other, "2026-05-03", depart("2026-06-01", { reason: "gia đình báo sau" }));
    expect(await events()).toEqual([{ n: 1, linked: 1 }]);
    await take(other, "2026-06-02", { kind: "takeBack", reason: "chưa đi" });
    expect(await events()).toEqual([{ n: 1, linked: 0 }]);
    await take(other, "2026-06-03", { kind: "cancel", reason: "đổi ý không đi" });
  });

  it("lists what the area holds, exports it with a purpose, and shows the board", async () => {
    const { rows, total } = await officer.call(routes.overseasCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } });
    expect([total, rows.map(({ state }) => state).sort()]).toEqual([4, ["huy", "nguyen_vong", "nguyen_vong", "ve_truoc_han"]]);
    const count = async (filter: object, by = officer) => (await by.call(routes.overseasCases, { query: { area: PHU_HUU_NOW, on: day("2026-11-23"), ...filter } })).total;
    expect([await count({ state: "before" }), await count({ market: "KR" }), await count({ q: "le thi" }), await count({ kept: "nobody" }), await count({ year: "2025" }), await count({}, neighbour), await count({}, poverty)]).toEqual([2, 1, 2, 0, 1, 0, 0]);
    const board = await officer.call(routes.overseasBoard, { query: { area: PHU_HUU_NOW, on: day("2026-11-23") } });
    expect(board.markets.find(({ market }) => market === "JP")).toMatchObject({ before: 1, abroad: 0, departedYear: 0, departedBefore: 0, returnedYear: 1 });
    expect(board.followUps.map(({ phase, milestone }) => `${phase}-${milestone}`)).toEqual(["abroad-6"]);
    const file = await officer.call(routes.exportOverseas, { body: { area: PHU_HUU_NOW, on: day("2026-11-23"), purpose: "báo cáo tháng" } });
    expect(file.bytes.length).toBeGreaterThan(2_000);
    expect((await leader.refused(routes.exportOverseas, { body: { area: PHU_HUU_NOW, on: day("2026-11-23"), purpose: "báo cáo tháng" } })).code).toBe("migration.notYours");
  });
});

describe.sequential("groups of a case", () => {
  it("the recognised class on the day of the wish is taken from the register by whoever may read it", async () => {
    const both = await new TestApp(services).signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["jobs", "poverty"] });
    const { id, identified } = await both.call(routes.addWish, wish("Nguyễn Văn Ấp Xa 2", { worker: { hamletId: here.hamletId, fullName: "Nguyễn Văn Ấp Xa 2", birthYear: 1980 }, wishedOn: day("2026-02-01"), groups: ["merit"] }));
    expect([identified, (await page(id)).facts.groups]).toEqual(["found", ["merit", "near_poor"]]);
  });
});

describe.sequential("a request for support, 2.002820", () => {
  it("is received by the commune, due in seven working days from the day it was complete, decided by the province, paid", async () => {
    const { id: caseId } = await officer.call(routes.addWish, wish("Trần Văn Hỗ Trợ", { wishedOn: day("2026-03-01") }));
    const { id, number, dueOn } = await officer.call(routes.receiveOverseasRequest, { params: { id: caseId }, body: { on: day("2026-03-02"), complete: false, papers: [] } });
    expect([number, dueOn]).toEqual([1, null]);
    expect((await officer.refused(routes.receiveOverseasRequest, { params: { id: caseId }, body: { on: day("2026-03-02"), complete: true, papers: [] } })).code).toBe("migration.request.openAlready");
    const one = async () => (await page(caseId)).requests[0]!;
    const body = async (on: string, step: object) => ({ params: { id }, body: { baseVersion: (await one()).version, on: day(on), step: step as never } });
    expect((await officer.refused(routes.takeRequestStep, await body("2026-03-03", { kind: "forward" }))).code).toBe("migration.request.incomplete");
    await officer.call(routes.takeRequestStep, await body("2026-03-05", { kind: "supply", papers: ["Hợp đồng"] }));
    // Thursday 5/3 + 7 working days = Monday 16/3
    expect(await one()).toMatchObject({ dueOn: "2026-03-16", dueCertainty: "text", due: "late" });
    await officer.call(routes.takeRequestStep, await body("2026-03-06", { kind: "forward", documentNo: "12/UBND" }));
    const approve = { kind: "approve", documentNo: "5/QĐ-UBND", signer: "Lê Chủ Tịch", amountDong: 4_000_000 };
    expect((await officer.refused(routes.takeRequestStep, await body("2026-03-12", approve))).code).toBe("migration.request.provinceDecides");
    await province.call(routes.takeRequestStep, await body("2026-03-12", approve));
    expect((await officer.refused(routes.takeRequestStep, await body("2026-03-13", { kind: "takeBack", reason: "nhầm" }))).code).toBe("migration.request.provinceDecides");
    await officer.call(routes.takeRequestStep, await body("2026-03-20", { kind: "pay", how: "chuyển khoản" }));
    expect(await one()).toMatchObject({ state: "paid", amountDong: 4_000_000, paidOn: "2026-03-20", due: "done", steps: ["takeBack"] });
    expect((await officer.call(routes.overseasRequests, { query: { area: PHU_HUU_NOW, on: day("2026-11-23"), state: "paid" } })).total).toBe(1);
    expect((await officer.call(routes.overseasRequests, { query: { area: PHU_HUU_NOW, on: day("2026-11-23"), due: "late" } })).total).toBe(0);
  });
});
