import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { registryRoutes } from "../../registry/contract.ts";
import { povertyRoutes as routes, type AssessmentBody, type Results } from "../contract.ts";
import { KHANH_BINH_NOW, PHU_HUU, PHU_HUU_NOW, plantHamlet, query, type Planted } from "./review.testing.ts";

let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person, neighbour: Person, province: Person, leader: Person, surveyor: Person;
let hamlet: Planted;
let other: Planted;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  hamlet = await plantHamlet(services, {
    name: "Ấp Một", statusYear: 2023,
    families: [{ b1: 120, b2: 30, recognised: "poor" }, { b1: 120, b2: 10, recognised: "near_poor" }, { b1: 150, b2: 10 }, { b1: 100, b2: 40 }],
  });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [hamlet.hamletId] });
});
afterAll(() => database.close());

const results = (statusYear: number, more: object = {}, by = officer): Promise<Results> => by.call(routes.results, { query: { area: PHU_HUU, statusYear, ...more } });
const statuses = (householdId: string) =>
  query<{ class: string; from: string; to: string | null; reason: string | null; voided: string | null; source: string; decision_no: string | null; members: number }>(services,
    `select class, valid_from::text as from, valid_to::text as to, end_reason as reason, void_reason as voided, source, decision_no, members from recognised_status
     where household_id = $1 order by voided_at is not null, valid_from, recorded_at`, [householdId]);
const openFindings = async (): Promise<string[]> => (await query<{ id: string }>(services, "select household_id as id from finding where code = 'poverty.classDiffers' and closed_at is null order by 1")).map(({ id }) => id);

describe("rounds", () => {
  it("one a year and unit; a second is refused with where and what to do", async () => {
    const { id, resultSetId } = await officer.call(routes.createRound, { body: { unitUid: PHU_HUU, year: 2023, openedOn: day("2023-09-05") } });
    const problem = await officer.refused(routes.createRound, { body: { unitUid: PHU_HUU, year: 2023 } });
    expect(problem).toMatchObject({ status: 409, code: "poverty.roundExists" });
    expect(problem.title).toContain("Xã Phú Hữu (cũ) đã có đợt rà soát năm 2023");
    const { rounds, may } = await officer.call(routes.rounds, { query: { area: PHU_HUU, on: day("2023-12-31") } });
    expect(rounds).toMatchObject([{ id, year: 2023, openedOn: "2023-09-05", closedOn: null, resultSets: [{ id: resultSetId, ruleset: "VN-2022", statusYear: 2024, results: 0 }] }]);
    expect(may).toEqual({ review: true, recognise: true, secondSet: false });
  });

  it("a second result set by another standard is the province's to open", async () => {
    const [round] = (await officer.call(routes.rounds, { query: { area: PHU_HUU, on: day("2023-12-31") } })).rounds;
    const set = { params: { id: round!.id }, body: { ruleset: "VN-2027", statusYear: 2027 } };
    expect((await officer.refused(routes.addResultSet, set)).code).toBe("poverty.notYours");
    await province.call(routes.addResultSet, set);
    expect((await province.refused(routes.addResultSet, set)).code).toBe("poverty.setExists");
    expect((await province.refused(routes.addResultSet, { ...set, body: { ruleset: "VN-1990", statusYear: 2024 } })).code).toBe("poverty.rulesetUnknown");
  });

  it("nobody opens one for the neighbour, readers open none", async () => {
    expect((await neighbour.refused(routes.createRound, { body: { unitUid: PHU_HUU, year: 2024 } })).code).toBe("poverty.outsideArea");
    expect((await leader.refused(routes.createRound, { body: { unitUid: PHU_HUU, year: 2024 } })).code).toBe("poverty.notYours");
    expect((await neighbour.call(routes.rounds, { query: { area: PHU_HUU, on: day("2023-12-31") } })).rounds).toEqual([]);
  });
});

describe("a year's review", () => {
  let roundId: string;
  let setId: string;
  const enter = (i: number, body: Partial<AssessmentBody>, by = officer) =>
    by.call(routes.enterAssessment, { params: { id: roundId }, body: { householdId: hamlet.households[i]!, resultSetId: setId, surveyedOn: day("2023-10-20"), causes: [], evidence: "Phiếu B 12, lưu UBND xã", ...body } });
  const refuse = (i: number, body: Partial<AssessmentBody>, by = officer) =>
    by.refused(routes.enterAssessment, { params: { id: roundId }, body: { householdId: hamlet.households[i]!, resultSetId: setId, surveyedOn: day("2023-10-20"), causes: [], evidence: "Phiếu B 12, lưu UBND xã", ...body } });

  beforeAll(async () => {
    const [round] = (await officer.call(routes.rounds, { query: { area: PHU_HUU, on: day("2023-12-31") } })).rounds;
    roundId = round!.id;
    setId = round!.resultSets.find(({ statusYear }) => statusYear === 2024)!.id;
  });

  it("takes typed B1 with its evidence, reckons B2 from the ticks, and warns", async () => {
    const entered = await enter(0, { scoreIncome: 130, deprivations: ["water", "toilet", "school_attendance"], causes: [] });
    expect(entered.warnings.map(({ code }) => code)).toEqual(["poverty.v5.nobodyOfAge"]); // a lone adult, no child to send to school
    expect(entered.warnings[0]!.text).toContain("Tình trạng đi học của trẻ em");
    const found = await officer.call(routes.householdAssessment, { params: { id: hamlet.households[0]! }, query: { on: day("2024-01-01") } });
    expect(found.entered).toMatchObject({ scoreIncome: 130, scoreDeprivation: 30, areaType: "rural", source: "typed_total", evidence: "Phiếu B 12, lưu UBND xã" });
    expect(found.assessment).toMatchObject({ status: "decided", class: "poor", className: "hộ nghèo" });
    expect(found.assessment!.wouldChange.length).toBeGreaterThan(0);
  });

  it("refuses what the rules forbid, telling what is wrong", async () => {
    expect((await refuse(1, { scoreIncome: 130, scoreDeprivation: 25 })).title).toContain("không phải bội số của 10");
    expect((await refuse(1, { scoreIncome: 130, scoreDeprivation: 20, class: "poor" })).data["codes"]).toEqual(["poverty.v2", "poverty.v4"]);
    expect((await refuse(1, { scoreIncome: 130, scoreDeprivation: 20, evidence: " " })).code).toBe("poverty.evidenceMissing");
    expect((await refuse(1, { evidence: null })).code).toBe("poverty.nothingAssessed");
    expect((await refuse(0, { scoreIncome: 130, scoreDeprivation: 30 })).code).toBe("poverty.assessedAlready");
    expect((await refuse(1, { scoreIncome: 130, scoreDeprivation: 20 }, neighbour)).status).toBe(404);
    expect((await refuse(1, { scoreIncome: 130, scoreDeprivation: 20 }, leader)).code).toBe("poverty.notYours");
    expect((await refuse(1, { scoreIncome: 130, scoreDeprivation: 20, surveyedOn: day("2014-10-20") })).code).toBe("poverty.householdUnknown");
  });

  it("replaces an earlier entry with a reason and keeps it", async () => {
    await enter(0, { scoreIncome: 135, scoreDeprivation: 30, replaceReason: "chấm lại sau họp ấp" });
    const rows = await query<{ b1: number; reason: string | null }>(services, "select score_income as b1, void_reason as reason from assessment where household_id = $1 and result_set_id = $2 order by recorded_at", [hamlet.households[0], setId]);
    expect(rows).toEqual([{ b1: 130, reason: "chấm lại sau họp ấp" }, { b1: 135, reason: null }]);
  });

  it("a surveyor enters visits of the own hamlets but decides nothing", async () => {
    const elsewhere = await plantHamlet(services, { name: "Ấp Năm", statusYear: 2027, families: [{ b1: null, b2: null, unseen: true }] });
    const round = await officer.call(routes.createRound, { body: { unitUid: PHU_HUU_NOW, year: 2026 } });
    const visit = (householdId: string) => ({ params: { id: round.id }, body: { householdId, surveyedOn: day("2026-10-02"), scoreIncome: 150, scoreDeprivation: 10, causes: [], evidence: "Phiếu B 40" } });
    await surveyor.call(routes.enterAssessment, visit(hamlet.households[1]!));
    expect((await surveyor.refused(routes.enterAssessment, visit(elsewhere.households[0]!))).status).toBe(404);
    expect((await surveyor.refused(routes.reclassify, { body: { areaUid: PHU_HUU_NOW, statusYear: 2027 } })).code).toBe("poverty.notYours");
    const found = await surveyor.call(routes.householdAssessment, { params: { id: hamlet.households[1]! }, query: { on: day("2027-01-01") } });
    expect(found.assessment).toMatchObject({ status: "refused", wouldChange: [] });
  });

  it("is not recognised before all is computed, nor with a household of the list unseen", async () => {
    await enter(1, { scoreIncome: 150, scoreDeprivation: 10 });
    const decision = { params: { id: roundId }, body: { resultSetId: setId, decisionNo: "245/QĐ-UBND", decisionDate: day("2023-12-10"), signer: "Chủ tịch UBND xã" } };
    expect((await officer.refused(routes.recognise, decision)).code).toBe("poverty.resultsOpen");
    expect((await results(2024)).counts).toMatchObject({ total: 2, uncomputed: 2 });
    await officer.call(routes.reclassify, { body: { areaUid: PHU_HUU, statusYear: 2024 } });
    expect(await results(2024)).toMatchObject({ counts: { uncomputed: 0 } });
    const unseen = await plantHamlet(services, { name: "Ấp Ba", statusYear: 2023, families: [{ b1: 100, b2: 30, recognised: "poor" }] });
    const problem = await officer.refused(routes.recognise, decision);
    expect(problem).toMatchObject({ status: 422, code: "poverty.listNotReviewed", data: { count: 1 } });
    await officer.call(routes.enterAssessment, { params: { id: roundId }, body: { householdId: unseen.households[0]!, resultSetId: setId, surveyedOn: day("2023-10-21"), scoreIncome: 160, scoreDeprivation: 0, causes: [], evidence: "Phiếu B 13" } });
    expect((await officer.refused(routes.recognise, { ...decision, body: { ...decision.body, decisionDate: day("2027-01-01") } })).code).toBe("poverty.decisionToCome");
  });

  it("recognised: the list from the day of the decision, the earlier one ended, the round closed, figures marked stale", async () => {
    await officer.call(routes.reclassify, { body: { areaUid: PHU_HUU, statusYear: 2024 } });
    expect(await openFindings()).toContain(hamlet.households[1]);
    const done = await officer.call(routes.recognise, { params: { id: roundId }, body: { resultSetId: setId, decisionNo: "245/QĐ-UBND", decisionDate: day("2023-12-10"), signer: "Chủ tịch UBND xã" } });
    expect(done).toEqual({ recognised: 1, ended: 3 });
    expect((await statuses(hamlet.households[0]!)).filter(({ voided }) => voided === null)).toMatchObject([
      { class: "poor", from: "2022-12-10", to: "2023-12-10", reason: "next_decision" },
      { class: "poor", from: "2023-12-10", to: null, source: "round", decision_no: "245/QĐ-UBND", members: 1 },
    ]);
    expect((await statuses(hamlet.households[1]!)).filter(({ voided }) => voided === null)).toMatchObject([{ class: "near_poor", to: "2023-12-10" }]);
    expect(await openFindings()).not.toContain(hamlet.households[1]);
    expect((await officer.refused(routes.recognise, { params: { id: roundId }, body: { resultSetId: setId, decisionNo: "246", decisionDate: day("2023-12-11"), signer: "CT" } })).code).toBe("poverty.roundClosed");
    expect((await refuse(2, { scoreIncome: 150, scoreDeprivation: 10 })).code).toBe("poverty.roundClosed");
  });

  it("shows recognised and computed side by side, with reasons in words", async () => {
    const page = await results(2024);
    expect(page.ruleset).toEqual({ id: "VN-2022", name: "Chuẩn nghèo đa chiều 2022–2025", mark: null });
    const row = page.rows.find(({ householdId }) => householdId === hamlet.households[0])!;
    expect(row).toMatchObject({ recognised: "poor", class: "poor", className: "hộ nghèo", scoreIncome: 135, scoreDeprivation: 30, status: "decided", differs: false, decisionNo: "245/QĐ-UBND" });
    expect(row.reasons[0]).toBe("B1 (điểm A) 135 ≤ 140 (điểm thu nhập của chuẩn nghèo, khu vực nông thôn; Thông tư 07/2021/TT-BLĐTBXH)");
    expect((await results(2024, { class: "other" })).rows.map(({ householdId }) => householdId)).toContain(hamlet.households[1]);
    expect((await results(2024, { q: "ap mot 1" })).total).toBe(1);
    expect((await results(2024, { recognised: "near_poor" })).total).toBe(0);
    expect((await neighbour.refused(routes.results, { query: { area: PHU_HUU, statusYear: 2024 } })).code).toBe("poverty.outsideArea");
    expect((await results(2024, {}, leader)).total).toBe(page.total);
  });
});

describe("a correcting decision", () => {
  beforeAll(async () => {
    other = await plantHamlet(services, { name: "Ấp Hai", statusYear: 2025, families: [{ b1: 100, b2: 30, recognised: "poor" }] });
  });
  const [on, id] = [day("2025-03-01"), (): string => other.households[0]!];
  const correct = (body: object, by = officer) => by.call(routes.correctStatus, { params: { id: id() }, body: { from: on, decisionNo: "31/QĐ-UBND", decisionDate: on, signer: "Chủ tịch", reason: "khiếu nại được chấp nhận", ...body } as never });
  const refuse = (body: object, by = officer) => by.refused(routes.correctStatus, { params: { id: id() }, body: { from: on, decisionNo: "31/QĐ-UBND", decisionDate: on, signer: "Chủ tịch", reason: "khiếu nại được chấp nhận", ...body } as never });
  const standing = async (): Promise<string | null> => (await officer.call(routes.householdAssessment, { params: { id: id() }, query: { on } })).recognised?.id ?? null;

  it("ends the status and begins the new one; who looked at an older state is told", async () => {
    const base = await standing();
    expect((await refuse({ class: "near_poor", baseStatusId: null })).code).toBe("poverty.statusChanged");
    expect((await refuse({ class: "poor", baseStatusId: base })).code).toBe("poverty.sameClass");
    expect((await refuse({ class: "near_poor", baseStatusId: base }, neighbour)).status).toBe(404);
    const { statusId } = await correct({ class: "near_poor", baseStatusId: base });
    expect(await standing()).toBe(statusId);
    expect((await statuses(id())).filter(({ voided }) => voided === null)).toMatchObject([
      { class: "poor", from: "2024-12-10", to: "2025-03-01", reason: "correcting_decision" }, { class: "near_poor", from: "2025-03-01", to: null, source: "decision", decision_no: "31/QĐ-UBND" },
    ]);
    expect((await refuse({ class: "poor", from: day("2025-02-01"), baseStatusId: null })).code).toBe("poverty.statusChanged");
  });

  it("a recognition recorded wrongly is taken back with a reason and stays on file", async () => {
    const base = (await standing())!;
    expect((await leader.refused(routes.voidStatus, { params: { id: base }, body: { reason: "ghi nhầm hộ" } })).code).toBe("poverty.notYours");
    await officer.call(routes.voidStatus, { params: { id: base }, body: { reason: "ghi nhầm hộ" } });
    expect(await standing()).toBeNull();
    expect((await officer.refused(routes.voidStatus, { params: { id: base }, body: { reason: "ghi nhầm hộ" } })).code).toBe("poverty.statusUnknown");
    expect((await statuses(id())).at(-1)).toMatchObject({ class: "near_poor", voided: "ghi nhầm hộ" });
  });

  it("opens a finding against the class computed before, and closes it", async () => {
    await officer.call(routes.reclassify, { body: { areaUid: PHU_HUU, statusYear: 2025 } });
    expect(await openFindings()).not.toContain(id()); // poor on 1/1/2025 and by the rules
    const [first] = (await officer.call(routes.householdAssessment, { params: { id: id() }, query: { on: day("2025-01-01") } })).statuses;
    await officer.call(routes.voidStatus, { params: { id: first!.id }, body: { reason: "nhập nhầm danh sách" } });
    expect(await openFindings()).toContain(id());
    await correct({ class: "poor", from: day("2024-12-15"), decisionDate: day("2024-12-15"), baseStatusId: null });
    expect(await openFindings()).not.toContain(id());
  });
});

describe("the registry", () => {
  it("shows the recognised class, its timeline, and filters by it", async () => {
    const id = hamlet.households[0]!;
    const page = await officer.call(registryRoutes.household, { params: { id }, query: { on: day("2024-01-01") } });
    expect(page.badges).toMatchObject([{ code: "poor", labelKey: "poverty.recognised.poor", data: { decisionNo: "245/QĐ-UBND" } }]);
    expect(page.timeline.map(({ on, code }) => [on, code])).toEqual(expect.arrayContaining([
      ["2023-12-10", "poverty.timeline.recognised.poor"], ["2022-12-10", "poverty.timeline.recognised.poor"], ["2023-10-20", "poverty.timeline.assessed"],
    ]));
    const listed = (on: string) => officer.call(registryRoutes.households, { query: { area: PHU_HUU, on: day(on), class: "near_poor" } }).then(({ rows }) => rows.map(({ id: one }) => one));
    expect(await listed("2023-12-09")).toContain(hamlet.households[1]);
    expect(await listed("2023-12-10")).not.toContain(hamlet.households[1]);
  });

  it("a household that moves, ends, is voided and restored takes its status along", async () => {
    const there = await plantHamlet(services, { name: "Ấp Tư", statusYear: 2026, families: [{ b1: 100, b2: 30, recognised: "poor" }] });
    const [id] = there.households;
    const call = (route: "moveHousehold" | "voidHousehold" | "restoreHousehold" | "endHousehold", body: object) => officer.call(registryRoutes[route] as typeof registryRoutes.voidHousehold, { params: { id: id! }, body: body as never });
    const now = async () => (await statuses(id!)).filter(({ voided }) => voided === null).map(({ from, to, reason }) => [from, to, reason]);
    await call("moveHousehold", { baseVersion: 1, hamletId: hamlet.hamletId, on: "2026-03-01", address: null });
    expect(await now()).toEqual([["2025-12-10", "2026-03-01", "moved"], ["2026-03-01", null, null]]);
    await call("voidHousehold", { baseVersion: 2, reason: "hộ ghi trùng" });
    expect(await now()).toEqual([]);
    await call("restoreHousehold", { baseVersion: 3, reason: "không phải trùng" });
    expect(await now()).toEqual([["2025-12-10", "2026-03-01", "moved"], ["2026-03-01", null, null]]);
    await call("endHousehold", { baseVersion: 4, on: "2026-06-01", why: "moved_away" });
    expect(await now()).toEqual([["2025-12-10", "2026-03-01", "moved"], ["2026-03-01", "2026-06-01", "household_ended"]]);
  });
});

describe("over HTTP", () => {
  it("a run tells how far it is, can be stopped by its officer only, and its changes are paged", async () => {
    const key = newId<"run">();
    expect(await officer.call(routes.reclassifyProgress, { params: { id: key } })).toEqual({ running: false, done: 0, total: 0 });
    const dry = await officer.call(routes.reclassify, { body: { areaUid: PHU_HUU, statusYear: 2023, dryRun: true, progressKey: key } });
    expect(dry).toMatchObject({ runId: null, counts: { households: 5 }, classNames: { poor: "hộ nghèo" } });
    const { runId } = await officer.call(routes.reclassify, { body: { areaUid: PHU_HUU, statusYear: 2023 } });
    const changes = await officer.call(routes.runChanges, { params: { id: runId! }, query: { page: 1 } });
    expect(changes).toMatchObject({ total: 5, run: { unitName: "Xã Phú Hữu (cũ)", statusYear: 2023, ruleset: "VN-2022" } });
    expect(changes.rows[0]!.after!.name).toMatch(/^(hộ|không)/);
    expect((await neighbour.refused(routes.runChanges, { params: { id: runId! }, query: { page: 1 } })).code).toBe("poverty.runUnknown");
    expect((await officer.call(routes.runs)).runs.map(({ id }) => id)).toContain(runId);
  });

  it("the same command again is answered again, not done again", async () => {
    const [body, commandId] = [{ areaUid: PHU_HUU, statusYear: 2023 }, newId<"command">()];
    const first = await officer.call(routes.reclassify, { body, commandId });
    expect(await officer.call(routes.reclassify, { body, commandId })).toEqual(first);
  });

  it("advice is open to everybody signed in and names what is wrong with the input", async () => {
    expect(await leader.call(routes.assess, { body: { on: "2027-02-01", areaType: "urban", incomePerPersonMonth: 2_500_000, deprivedCount: 3 } })).toMatchObject({ class: "poor", advisory: true });
    expect((await leader.refused(routes.assess, { body: { on: "hôm qua" } })).code).toBe("poverty.assessInput");
  });

  it("standards stand with documents and how sure they are", async () => {
    const { standards } = await leader.call(routes.standards);
    expect(standards.map(({ id, inForce, scores }) => [id, inForce, scores])).toEqual([["VN-2022", true, true], ["VN-2027", false, false], ["VN-2016", false, true]]);
    const [now, next] = standards;
    expect(now!.limits[0]).toEqual({ label: "điểm thu nhập của chuẩn nghèo, nông thôn", value: "140", cite: "Thông tư 07/2021/TT-BLĐTBXH", mark: null, note: null });
    expect(now!.validity[1]).toMatchObject({ label: "01/01/2026 – 31/12/2026", mark: "theo nguồn thứ cấp, chưa đọc nguyên văn văn bản" });
    expect(next!.limits.find(({ value }) => value === null)).toMatchObject({ mark: "chưa rõ quy định" });
    expect(next!.indicators.some(({ mark }) => mark === "chưa rõ quy định")).toBe(true);
  });
});
