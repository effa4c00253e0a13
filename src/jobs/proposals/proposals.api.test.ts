import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor } from "../../../test/support/actors.ts";
import type { Person } from "../../../test/support/app.ts";
import { app, database, day, hamlet, KHANH_BINH, ON, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { enterprisesRoutes } from "../../enterprises/contract.ts";
import { boothRoutes } from "../../fairs/booth/contract.ts";
import { deskRoutes } from "../../fairs/desk/contract.ts";
import { fairRoutes } from "../../fairs/plan/contract.ts";
import { resultRoutes, type ResultBody } from "../../fairs/results/contract.ts";
import { newId } from "../../platform/door.ts";
import { plantClass, plantTrades } from "../../training/follow-up.testing.ts";
import { outcomesRoutes, type OutcomeRow } from "../../training/outcomes/contract.ts";
import { eventRoutes } from "../events/contract.ts";
import { seekerRoutes } from "../seekers/contract.ts";
import { proposalRoutes as routes, type Accepted } from "./contract.ts";

// What fairs, classes and placements tell becomes job events, once an officer takes it.

const year = { area: PHU_HUU, on: ON, year: 2026 };
const FAIR_DAY = day("2026-08-10");
let officer: Person, neighbour: Person, leader: Person, jobsOnly: Person;
let fair: string, firm: string, atHome: string, basketMaker: string;

beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  const fields = ["poverty", "training", "jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  leader = await app.signIn({ role: "leader", unitUid: PHU_HUU, fields });
  jobsOnly = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["jobs"] });
  fair = (await officer.call(fairRoutes.addFair, { body: { name: "Phiên tháng tám", kind: "phien_luu_dong", onDate: FAIR_DAY, unitUid: PHU_HUU, partnerUnits: [], place: "Sân xã" } })).id;
  const organisation = await officer.call(enterprisesRoutes.addOrganisation, {
    body: { name: "Cơ sở Đan Lát Thử", kinds: ["enterprise"], taxCode: null, unitUid: PHU_HUU, address: null, contactName: null, phone: null, email: null, industry: null, workers: null, note: null, confirmAlike: false },
  });
  basketMaker = organisation.id;
  firm = (await officer.call(fairRoutes.addEmployer, { params: { id: fair }, body: { name: "Công ty TNHH May Thử", attended: true } })).id;
  atHome = (await officer.call(fairRoutes.addEmployer, { params: { id: fair }, body: { name: "Cơ sở Đan Lát Thử", organisationId: organisation.id, attended: true } })).id;
});
afterAll(() => database.close());

const visit = async (fullName: string) => (await officer.call(deskRoutes.walkIn, { params: { id: fair }, body: { fullName, birthYear: 1998, sex: 2, hamletId: hamlet.phuLoi, register: false, another: false } })).id;
const result = (visitId: string, changes: Partial<ResultBody> = {}) => officer.call(resultRoutes.recordResult, { params: { id: fair }, body: { visitId, milestone: 0, onDate: FAIR_DAY, outcome: "working", employerId: firm, startedOn: day("2026-08-15"), ...changes } });
const waiting = (by = officer, query: object = {}) => by.call(routes.proposals, { query: { ...year, ...query } });
const lineOf = async (fullName: string, by = officer) => (await waiting(by)).rows.find((row) => row.fullName === fullName);
const item = ({ source, recordId }: { source: Accepted["source"]; recordId: string }, changes: Partial<Accepted> = {}): Accepted => ({ source, recordId, startedOn: null, channel: null, nature: null, placeKind: null, employerName: null, job: null, distinctReason: null, ...changes });
const accept = (items: Accepted[], placeKind: "tinh" | null = null, by = officer) => by.call(routes.accept, { body: { items, placeKind } });
const events = async (q: string) => (await officer.call(eventRoutes.events, { query: { area: PHU_HUU, on: ON, q } })).rows;
const flagged = async (by = officer) => (await by.call(routes.flagged, { query: year })).rows;

describe.sequential("somebody taken on at a fair", () => {
  it("waits, is counted by nobody, and becomes an event in one command without being typed again", async () => {
    const [an, binh, cuc] = [await visit("Lê Thị An"), await visit("Trần Thị Bình"), await visit("Võ Thị Cúc")];
    await result(an);
    await result(binh, { employerId: atHome });
    await result(cuc, { outcome: "not_working", employerId: null, startedOn: null });
    const { rows, counts, training } = await waiting();
    expect(training).toBe(true);
    expect(counts).toEqual({ waiting: 2, flagged: 0, declined: 0 });
    expect(rows.map(({ fullName, employerName, placeKind, channel, rule, about }) => [fullName, employerName, placeKind, channel, rule.kind, about])).toEqual([
      ["Lê Thị An", "Công ty TNHH May Thử", null, "san_gdvl", "incomplete", "Phiên tháng tám"], ["Trần Thị Bình", "Cơ sở Đan Lát Thử", "xa", "san_gdvl", "counted", "Phiên tháng tám"],
    ]);
    expect(await events("Lê Thị An")).toEqual([]);
    const items = rows.map((row) => item(row));
    expect(await accept(items)).toMatchObject({ added: 1, linked: 0, refused: [{ recordId: rows[0]!.recordId, code: "jobs.proposalPlaceMissing" }] });
    expect(await accept([items[0]!], "tinh")).toEqual({ added: 1, linked: 0, refused: [] });
    expect(await events("Lê Thị An")).toMatchObject([{ startedOn: "2026-08-15", channel: "san_gdvl", placeKind: "tinh", employerName: "Công ty TNHH May Thử", evidence: [{ kind: "other", note: "Kết quả phiên: Phiên tháng tám" }] }]);
    expect((await waiting()).total).toBe(0);
    expect((await accept([items[0]!], "tinh")).refused).toMatchObject([{ code: "jobs.proposalDecided" }]);
  });

  it("and still there after thirty days is the same hiring; with another firm it is another one", async () => {
    const id = await visit("Phan Thị Dung");
    await result(id);
    await accept([item((await lineOf("Phan Thị Dung"))!)], "tinh");
    await result(id, { milestone: 30, onDate: day("2026-09-12") });
    expect(await lineOf("Phan Thị Dung")).toBeUndefined();
    await result(id, { milestone: 90, onDate: day("2026-11-12"), employerId: null, employerName: "Công ty Giày Khác", startedOn: day("2026-11-01") });
    expect(await lineOf("Phan Thị Dung")).toMatchObject({ employerName: "Công ty Giày Khác", startedOn: "2026-11-01" });
  });

  it("whom somebody entered already is linked, not counted twice; one that only looks so asks for a reason", async () => {
    await result(await visit("Cao Thị Em"));
    await officer.call(eventRoutes.addEvent, {
      body: {
        worker: { hamletId: hamlet.phuLoi, fullName: "Cao Thị Em", birthYear: 1998, sex: 2 }, startedOn: day("2026-08-16"), reportedOn: day("2026-09-01"), channel: "dn_trong_tinh", nature: "new", placeKind: "tinh", employerId: null, employerName: "Cty May Thử",
        job: null, vsco: null, wage: null, evidence: [], distinctReason: null,
      },
    });
    const line = (await lineOf("Cao Thị Em"))!;
    expect(line.rule).toMatchObject({ kind: "same", on: "2026-08-16" });
    expect(await accept([item(line)], "tinh")).toEqual({ added: 0, linked: 1, refused: [] });
    expect(await events("Cao Thị Em")).toHaveLength(1);
    await result(await visit("Cao Thị Em"), { milestone: 30, onDate: day("2026-11-20"), employerId: null, employerName: "Xưởng Gỗ Thử", startedOn: day("2026-08-16") });
    const other = (await lineOf("Cao Thị Em"))!;
    expect(other.rule.kind).toBe("possible");
    expect((await accept([item(other)], "tinh")).refused).toMatchObject([{ code: "jobs.maybeSameEvent" }]);
    expect(await accept([item(other, { distinctReason: "làm thêm buổi tối" })], "tinh")).toMatchObject({ added: 1 });
  });

  it("is declined with a reason, and put back", async () => {
    await result(await visit("Hồ Thị Gấm"));
    const { source, recordId } = (await lineOf("Hồ Thị Gấm"))!;
    await officer.call(routes.decline, { body: { items: [{ source, recordId }], reason: "chỉ thử việc ba ngày" } });
    expect(await lineOf("Hồ Thị Gấm")).toBeUndefined();
    const { rows } = await officer.call(routes.declined, { query: year });
    expect(rows).toMatchObject([{ fullName: "Hồ Thị Gấm", reason: "chỉ thử việc ba ngày", startedOn: "2026-08-15" }]);
    await officer.call(routes.restore, { params: { id: rows[0]!.id }, body: { reason: "đã ký hợp đồng" } });
    expect(await lineOf("Hồ Thị Gấm")).toBeDefined();
  });

  it("whose result is corrected later flags the event: it follows the source, or is kept with a reason", async () => {
    const id = await visit("Đinh Thị Hoa");
    await result(id);
    await accept([item((await lineOf("Đinh Thị Hoa"))!)], "tinh");
    await result(id, { note: "gọi lại" });
    expect(await flagged()).toEqual([]);
    await result(id, { startedOn: day("2026-09-01"), onDate: day("2026-09-05") });
    expect(await lineOf("Đinh Thị Hoa")).toBeUndefined();
    const [flag] = await flagged();
    expect(flag).toMatchObject({ fullName: "Đinh Thị Hoa", startedOn: "2026-08-15", now: { startedOn: "2026-09-01" } });
    const settle = ({ source, recordId, eventId, version }: NonNullable<typeof flag>, how: "follow" | "keep") => officer.call(routes.settle, { body: { source, recordId, eventId, baseVersion: version, how, reason: "theo kết quả phiên" } });
    await settle(flag!, "follow");
    expect(await events("Đinh Thị Hoa")).toMatchObject([{ startedOn: "2026-09-01", placeKind: "tinh" }]);
    expect(await flagged()).toEqual([]);
    await result(id, { outcome: "lost", employerId: null, startedOn: null, onDate: day("2026-09-06") });
    const [gone] = await flagged();
    expect(gone).toMatchObject({ fullName: "Đinh Thị Hoa", now: null });
    await settle(gone!, "keep");
    expect(await flagged()).toEqual([]);
    expect(await events("Đinh Thị Hoa")).toHaveLength(1);
  });

  it("is offered to the place where the person lives, and written by who may", async () => {
    expect((await waiting(neighbour, { area: KHANH_BINH })).total).toBe(0);
    const line = (await lineOf("Hồ Thị Gấm", leader))!;
    expect((await leader.refused(routes.accept, { body: { items: [item(line)], placeKind: "tinh" } })).code).toBe("jobs.notEnterer");
    expect((await accept([item(line)], "tinh", neighbour)).refused).toMatchObject([{ code: "jobs.proposalGone" }]);
  });
});

describe.sequential("a learner in work after a class", () => {
  const said = (enrolmentId: string, kind: string, changes: Partial<OutcomeRow> = {}): OutcomeRow => ({ enrolmentId, kind, placeKind: "xa", workplace: null, vsco: null, incomeBeforeDong: null, incomeAfterDong: null, offtake: null, cooperative: null, effects: [], note: null, ...changes });
  const record = async (classId: string, rows: OutcomeRow[], milestone: 3 | 6 = 3, onDate = day("2026-09-05"), reason?: string) => {
    await officer.call(outcomesRoutes.recordOutcomes, { params: { id: classId }, body: { milestone, onDate, source: "điện thoại", rows, ...(reason && { reason }) } });
    await officer.call(outcomesRoutes.verifyOutcomes, { params: { id: classId }, body: { milestone, on: onDate } });
  };

  it("waits once whatever the marks say, with the old trade at a better income as kept work, in no total", async () => {
    const own = await plantClass("P1", [{ name: "Lưu Thị Ích" }, { name: "Mai Văn Kha" }]);
    const [hired, kept] = own.enrolments as [string, string];
    await record(own.id, [said(hired, "dn_tuyen", { workplace: "Công ty Dệt Thử", placeKind: "tinh" }), said(kept, "nghe_cu_cao_hon")]);
    expect(await lineOf("Lưu Thị Ích")).toMatchObject({ source: "outcome", channel: "sau_hoc_nghe", dayKnown: false, startedOn: "2026-09-05", placeKind: "tinh", rule: { kind: "counted" } });
    expect(await lineOf("Mai Văn Kha")).toMatchObject({ nature: "kept", rule: { kind: "kept" } });
    expect((await waiting(jobsOnly)).training).toBe(false);
    expect(await lineOf("Lưu Thị Ích", jobsOnly)).toBeUndefined();
    const items = [item((await lineOf("Lưu Thị Ích"))!, { startedOn: day("2026-07-01") }), item((await lineOf("Mai Văn Kha"))!)];
    expect(await accept(items)).toEqual({ added: 2, linked: 0, refused: [] });
    expect(await events("Lưu Thị Ích")).toMatchObject([{ startedOn: "2026-07-01", nature: "new", outcomeId: items[0]!.recordId, evidence: [{ kind: "outcome", note: expect.stringContaining("05/09/2026") as string }] }]);
    expect(await events("Mai Văn Kha")).toMatchObject([{ nature: "kept" }]);
    await record(own.id, [said(hired, "dn_tuyen", { workplace: "Cty Dệt Thử", placeKind: "tinh" })], 6, day("2026-11-20"));
    expect(await lineOf("Lưu Thị Ích")).toBeUndefined();
    await record(own.id, [said(kept, "chua_viec")], 3, day("2026-09-06"), "hỏi lại");
    expect(await flagged()).toMatchObject([{ fullName: "Mai Văn Kha", source: "outcome", now: null }]);
    // who may not read the outcome is told nothing about it
    expect(await flagged(jobsOnly)).toEqual([]);
    const [flag] = await flagged();
    await officer.call(routes.settle, { body: { source: "outcome", recordId: flag!.recordId, eventId: flag!.eventId, baseVersion: flag!.version, how: "follow", reason: "không còn việc" } });
    expect(await events("Mai Văn Kha")).toEqual([]);
  });
});

describe.sequential("a learner asked in two years", () => {
  it("waits in the year of the first mark alone", async () => {
    const own = await plantClass("P2", [{ name: "Nghiêm Thị Nối" }], { openedOn: "2025-05-05", endedOn: "2025-08-15" });
    const rows = [{ enrolmentId: own.enrolments[0]!, kind: "tu_tao", placeKind: "xa" as const, workplace: null, vsco: null, incomeBeforeDong: null, incomeAfterDong: null, offtake: null, cooperative: null, effects: [], note: null }];
    for (const [milestone, onDate] of [[3, day("2025-11-20")], [6, day("2026-02-20")]] as const) {
      await officer.call(outcomesRoutes.recordOutcomes, { params: { id: own.id }, body: { milestone, onDate, source: "điện thoại", rows } });
      await officer.call(outcomesRoutes.verifyOutcomes, { params: { id: own.id }, body: { milestone, on: onDate } });
    }
    expect(await lineOf("Nghiêm Thị Nối")).toBeUndefined();
    const line = (await waiting(officer, { year: 2025 })).rows.find(({ fullName }) => fullName === "Nghiêm Thị Nối")!;
    expect(line).toMatchObject({ startedOn: "2025-11-20", rule: { kind: "counted" } });
    expect(await accept([item(line)])).toMatchObject({ added: 1 });
  });
});

describe.sequential("a placement", () => {
  it("has its event from the hiring itself; when the event is voided the placement waits", async () => {
    const { id: organisationId } = await officer.call(enterprisesRoutes.addOrganisation, {
      body: { name: "Nhà máy Giả Định", kinds: ["enterprise"], taxCode: null, unitUid: PHU_HUU, address: null, contactName: null, phone: null, email: null, industry: null, workers: null, note: null, confirmAlike: false },
    });
    await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.vacancy", input: {} }, async ({ client }) => {
      await client.query("insert into vacancy (id, organisation_id, unit_uid, title, title_folded, posts, place_kind, source, opened_on) values ($1, $2, $3, 'Công nhân', 'cong nhan', 5, 'tinh', 'centre', '2026-01-01')", [newId(), organisationId, PHU_HUU]);
      return { answer: null };
    });
    const vacancyId = (await officer.call(enterprisesRoutes.vacancies, { query: { area: PHU_HUU, on: ON, organisation: organisationId } as never })).rows[0]!.id;
    const { id: seekerId } = await officer.call(seekerRoutes.addSeeker, {
      body: {
        worker: { hamletId: hamlet.phuHoa, fullName: "Ngô Văn Lâm", birthYear: 2001, sex: 1 }, registeredOn: day("2026-06-01"), phone: null, wantedVsco: [], wantedJob: null, wantedPlaces: [], wageWanted: null, shifts: [], generalEducation: null,
        technicalLevel: null, major: null, skills: null, licences: null, experienceVsco: null, experienceMonths: null, needsDormitory: null, disabled: null, priority: [], note: null,
      },
    });
    const { id: referral } = await officer.call(seekerRoutes.refer, { body: { seekerId, vacancyId, on: day("2026-06-10"), reason: null } });
    const { eventId } = await officer.call(seekerRoutes.stepReferral, { params: { id: referral }, body: { kind: "hire", on: day("2026-06-20"), startedOn: day("2026-06-20"), interviewOn: null, wage: null, channel: "tt_dvvl", reason: null, distinctReason: null, baseVersion: 1 } });
    expect(await lineOf("Ngô Văn Lâm")).toBeUndefined();
    await officer.call(eventRoutes.voidEvent, { params: { id: eventId! }, body: { reason: "ghi nhầm kênh" } });
    const line = (await lineOf("Ngô Văn Lâm"))!;
    expect(line).toMatchObject({ source: "placement", channel: "tt_dvvl", rule: { kind: "counted" }, hamlet: "ấp Phú Hòa" });
    expect(await accept([item(line, { channel: "dn_trong_tinh" })])).toMatchObject({ added: 1 });
    const [event] = await events("Ngô Văn Lâm");
    expect(event).toMatchObject({ channel: "dn_trong_tinh", employerId: organisationId });
    await officer.call(eventRoutes.voidEvent, { params: { id: event!.id }, body: { reason: "chưa đi làm" } });
    expect(await accept([item((await lineOf("Ngô Văn Lâm"))!)])).toMatchObject({ added: 1 });
    const results = (id: string, by = officer, area = PHU_HUU) => by.call(enterprisesRoutes.organisationResults, { params: { id }, query: { area, on: ON, year: 2026 } });
    expect(await results(organisationId)).toEqual({ vacancies: { all: 1, open: 1, posts: 5 }, referrals: { hired: 1 }, hires: { events: 1, people: 1 }, fairs: [] });
    // each number is the head of the list it opens
    expect((await officer.call(eventRoutes.events, { query: { area: PHU_HUU, on: ON, employer: organisationId } })).rows.map(({ fullName }) => fullName)).toEqual(["Ngô Văn Lâm"]);
    expect(await results(organisationId, neighbour, KHANH_BINH)).toMatchObject({ referrals: {}, hires: { events: 0, people: 0 } });
  });
});

describe("a firm of the list that took part in a fair", () => {
  it("shows its fairs with what came of them", async () => {
    await officer.call(boothRoutes.recordAction, { params: { id: fair }, body: { visitId: await visit("Trần Thị Bình"), step: "f6", employerId: atHome } });
    const { fairs, hires } = await officer.call(enterprisesRoutes.organisationResults, { params: { id: basketMaker }, query: { area: PHU_HUU, on: ON, year: 2026 } });
    expect(fairs).toMatchObject([{ id: fair, name: "Phiên tháng tám", attended: true, posts: 0, registered: 0, hired: 1, working: 1 }]);
    expect(hires).toEqual({ events: 1, people: 1 });
    expect((await neighbour.call(enterprisesRoutes.organisationResults, { params: { id: basketMaker }, query: { area: KHANH_BINH, on: ON, year: 2026 } })).fairs).toMatchObject([{ hired: 0, working: 0 }]);
  });
});
