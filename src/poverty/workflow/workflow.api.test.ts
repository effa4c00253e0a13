import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { queueRoutes } from "../../queue/contract.ts";
import { povertyRoutes } from "../contract.ts";
import { bulkInsert } from "../../platform/bulk.ts";
import { tablesRoutes } from "../tables/contract.ts";
import { KHANH_BINH_NOW, PHU_HUU, PHU_HUU_NOW, plantHamlet, query, write, type Planted } from "../review/review.testing.ts";
import { workflowRoutes as routes, type CaseRowView, type MeetingBody, type SurveyBody } from "./contract.ts";

// A round of the closed commune of 2023: its process asks the district, as it did then.
let database: TestDatabase;
let services: Services;
let officer: Person, neighbour: Person, province: Person, leader: Person, surveyor: Person;
let one: Planted, two: Planted;
let pupil: string, baby: string;
let roundId: string, setId: string, surveyorId: string;

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const LISTED = day("2023-09-05");
const VISITED = day("2023-10-10");

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  one = await plantHamlet(services, { name: "Ấp Một", statusYear: 2023, families: [{ b1: 120, b2: 30, recognised: "poor" }, { b1: 120, b2: 10, recognised: "near_poor" }, { b1: 150, b2: 10 }] });
  two = await plantHamlet(services, { name: "Ấp Hai", statusYear: 2023, families: [{ b1: 130, b2: 40, recognised: "poor" }] });
  [pupil, baby] = await plantChildren(one.hamletId, one.households[0]!, ["2013-03-01", "2022-05-01"]) as [string, string];
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [one.hamletId] });
  ({ id: roundId, resultSetId: setId } = await officer.call(povertyRoutes.createRound, { body: { unitUid: PHU_HUU, year: 2023, openedOn: LISTED } }));
});
afterAll(() => database.close());

const plantChildren = (hamletId: string, householdId: string, births: readonly string[]): Promise<string[]> => write(services, async (tx) => {
  const ids = births.map(() => newId<"person">() as string);
  await bulkInsert(tx, "person", ["id", "hamlet_id", "full_name", "name_folded", "sort_key", "birth_date", "birth_precision"], ids.map((id, i) => [id, hamletId, `Nguyễn Bé ${i}`, `nguyen be ${i}`, `be ${i}`, births[i]!, "day"]));
  await bulkInsert(tx, "membership", ["id", "household_id", "person_id", "hamlet_id", "relation", "is_head", "valid_from"], ids.map((id) => [newId(), householdId, id, hamletId, "03", false, "2023-01-01"]));
  return ids;
});
const inRound = { get params() { return { id: roundId }; } };
const cases = async (more: object = {}, by = officer): Promise<CaseRowView[]> => (await by.call(routes.cases, { ...inRound, query: { set: setId, ...more } })).rows;
const caseOf = async (householdId: string): Promise<CaseRowView> => (await cases()).find((row) => row.householdId === householdId)!;
const survey = async (householdId: string, body: Partial<SurveyBody>, by = officer) => {
  const { id, version } = await caseOf(householdId);
  return by.call(routes.survey, { params: { id }, body: { baseVersion: version, surveyorId, surveyedOn: VISITED, causes: ["1"], evidence: "Phiếu B số 3, lưu UBND xã", ...body } });
};
const deed = async (householdId: string, what: object, on = VISITED) => {
  const { id, version } = await caseOf(householdId);
  return { params: { id }, body: { baseVersion: version, on, deed: what as never } };
};
const meeting = (more: Partial<MeetingBody>): { params: { id: string }; body: MeetingBody } => ({
  ...inRound, body: { resultSetId: setId, hamletId: one.hamletId, heldOn: day("2023-10-15"), place: "Văn phòng ấp", chair: "Trưởng ấp", secretary: "Thư ký", present: 30, agree: 25, disagree: 5, singles: [], ...more },
});
const posting = (more: object = {}) => ({ ...inRound, body: { resultSetId: setId, hamletIds: [one.hamletId, two.hamletId], kind: "first" as const, places: "Văn phòng ấp; UBND xã", fromOn: day("2023-10-20"), toOn: day("2023-10-25"), ...more } });
const statuses = (householdId: string) => query<{ class: string; from: string; to: string | null }>(services,
  "select class, valid_from::text as from, valid_to::text as to from recognised_status where household_id = $1 and voided_at is null order by valid_from", [householdId]);

describe.sequential("setting up a round", () => {
  it("keeps plan, committee and rate with its document", async () => {
    const page = await officer.call(routes.roundPage, inRound);
    expect(page).toMatchObject({ processId: "QD24-2021", agreePercent: 50, asked: { level: "province", known: false }, terms: { posting: { value: 3, unit: "working_days", certainty: "unchecked" } } });
    expect((await officer.refused(routes.saveSetup, { ...inRound, body: { baseVersion: 1, setup: { formRate: 50_000 } } })).code).toBe("poverty.rateDocument");
    await officer.call(routes.saveSetup, { ...inRound, body: { baseVersion: 1, setup: { planNo: "12/KH-UBND", planDate: day("2023-08-28"), formRate: 20_000, formRateDocument: "Văn bản thử", opinionLevel: "district", opinionMode: "opinion", opinionDocument: "QĐ 24/2021/QĐ-TTg" } } });
    expect((await officer.refused(routes.saveSetup, { ...inRound, body: { baseVersion: 1, setup: {} } })).code).toBe("poverty.roundChanged");
    expect((await neighbour.refused(routes.saveSetup, { ...inRound, body: { baseVersion: 2, setup: {} } })).status).toBe(404);
    expect((await leader.refused(routes.addStaff, { ...inRound, body: { kind: "surveyor", fullName: "Trần Thử" } })).code).toBe("poverty.notYours");
  });

  it("surveyors, training, forms of a hamlet, dates of the plan; the province's date holds where the commune has none", async () => {
    ({ id: surveyorId } = await officer.call(routes.addStaff, { ...inRound, body: { kind: "surveyor", fullName: "Trần Thử Rà Soát" } }));
    const wrong = await officer.call(routes.addStaff, { ...inRound, body: { kind: "committee", fullName: "Ghi Nhầm" } });
    await officer.call(routes.takeBackEntry, { ...inRound, body: { what: "staff", entryId: wrong.id, reason: "ghi nhầm người" } });
    await officer.call(routes.addTraining, { ...inRound, body: { heldOn: day("2023-09-10"), place: "UBND xã", content: "Phiếu B1, B2", staffIds: [surveyorId] } });
    expect((await officer.refused(routes.saveHamlet, { ...inRound, body: { hamletId: one.hamletId, surveyorIds: [surveyorId], formsGiven: 3, formsBack: 4 } })).code).toBe("poverty.formsBack");
    await officer.call(routes.saveHamlet, { ...inRound, body: { hamletId: one.hamletId, headName: "Trưởng ấp Một", surveyorIds: [surveyorId], formsGiven: 5, formsGivenOn: LISTED, formsBack: 3 } });
    const plan = await province.call(povertyRoutes.createRound, { body: { unitUid: AN_GIANG_UID, year: 2023 } });
    await province.call(routes.setMilestone, { params: { id: plan.id }, body: { code: "met", dueOn: day("2023-10-20"), document: "KH 1/KH-UBND tỉnh (thử)" } });
    await officer.call(routes.setMilestone, { ...inRound, body: { code: "posted", dueOn: day("2023-11-01"), document: "12/KH-UBND" } });
    const { milestones, staff, trainings } = await officer.call(routes.roundPage, inRound);
    expect(staff.map(({ fullName }) => fullName)).toEqual(["Trần Thử Rà Soát"]);
    expect(trainings).toHaveLength(1);
    const from = Object.fromEntries(milestones.map((m) => [m.code, [m.dueOn, m.from]]));
    expect(from).toMatchObject({ opens: ["2023-09-01", "process"], recognised: ["2023-12-14", "process"], surveyed: [null, "none"], posted: ["2023-11-01", "round"] });
  });

  it("takes the recognised list, once; a household found later is added, with a request or without", async () => {
    expect(await officer.call(routes.takeList, { ...inRound, body: { on: LISTED } })).toEqual({ added: 3, listed: 3 });
    expect(await officer.call(routes.takeList, { ...inRound, body: { on: LISTED } })).toEqual({ added: 0, listed: 3 });
    expect((await officer.refused(routes.takeList, { ...inRound, body: { on: day("2020-09-05") } })).code).toBe("poverty.nobodyListed");
    await officer.call(routes.addCase, { ...inRound, body: { householdId: one.households[2]!, on: LISTED } });
    expect((await officer.refused(routes.addCase, { ...inRound, body: { householdId: one.households[2]!, on: LISTED } })).code).toBe("poverty.case.listedAlready");
    expect((await cases()).map(({ previousClass, origin, state }) => [previousClass, origin, state]).sort()).toEqual([
      ["near_poor", "on_list", "listed"], ["none", "found", "listed"], ["poor", "on_list", "listed"], ["poor", "on_list", "listed"],
    ]);
    expect((await cases({}, surveyor)).map(({ hamletId }) => hamletId)).toEqual([one.hamletId, one.hamletId, one.hamletId]);
    expect(await cases({ flag: "without_request" })).toHaveLength(1);
  });
});

describe.sequential("household by household", () => {
  it("a visit by the surveyor scores the household; a class against the scores is refused", async () => {
    const visit = { scoreIncome: 130, deprivations: ["water", "toilet", "nutrition"] };
    const found = await survey(one.households[0]!, visit, surveyor);
    expect(found).toMatchObject({ class: "poor", list: "poor" });
    expect(found.warnings.map(({ code }) => code)).toContain("poverty.v5.childrenUnasked");
    expect(await caseOf(one.households[0]!)).toMatchObject({ state: "scored", scoreIncome: 130, scoreDeprivation: 30, className: "hộ nghèo" });
    const { id, version } = await caseOf(one.households[1]!);
    const wrong = { params: { id }, body: { baseVersion: version, surveyorId, surveyedOn: VISITED, causes: ["1"], evidence: "Phiếu 4", scoreIncome: 130, scoreDeprivation: 25 } };
    expect((await officer.refused(routes.survey, wrong)).title).toContain("không phải bội số của 10");
    expect((await officer.refused(routes.survey, { ...wrong, body: { ...wrong.body, scoreDeprivation: 20, class: "poor" } })).data["codes"]).toContain("poverty.v2");
    expect((await officer.refused(routes.survey, { ...wrong, body: { ...wrong.body, scoreDeprivation: 20, surveyorId: newId() } })).code).toBe("poverty.surveyorUnknown");
    expect((await officer.refused(routes.survey, { ...wrong, body: { ...wrong.body, scoreDeprivation: 20, baseVersion: 9 } })).code).toBe("poverty.caseChanged");
  });

  it("what was found of each child is kept with the visit; who is no child and what is not asked of its age is refused", async () => {
    const { id, version } = await caseOf(one.households[0]!);
    const page = await officer.call(routes.case, { params: { id } });
    expect(page.form.children.map(({ personId, asked }) => [personId, asked.length])).toEqual([[pupil, 3], [baby, 2]]); // the age of today: school from three on
    expect(page.entered!.children).toBeNull();
    const visit = { scoreIncome: 130, deprivations: ["water", "toilet", "nutrition"] };
    const body = { ...visit, baseVersion: version, surveyorId, surveyedOn: VISITED, causes: ["1"], evidence: "Phiếu B số 3" };
    const [head] = await query<{ id: string }>(services, "select person_id as id from membership where household_id = $1 and is_head", [one.households[0]!]);
    const refusal = async (children: SurveyBody["children"]) => (await officer.refused(routes.survey, { params: { id }, body: { ...body, children } })).code;
    expect(await refusal([{ personId: head!.id, lacks: [] }])).toBe("poverty.childUnknown");
    expect(await refusal([{ personId: baby, lacks: ["school_attendance"] }])).toBe("poverty.childNotAsked");
    const found = await survey(one.households[0]!, { ...visit, children: [{ personId: pupil, lacks: ["nutrition"] }, { personId: baby, lacks: [] }] }, surveyor);
    expect(found.warnings.map(({ code }) => code).filter((code) => code.includes("child"))).toEqual([]);
    expect((await officer.call(routes.case, { params: { id } })).entered!.children).toEqual(expect.arrayContaining([{ personId: pupil, lacks: ["nutrition"] }, { personId: baby, lacks: [] }]));
    // the visit before it is void, and with it what it found of children
    await survey(one.households[0]!, { ...visit, children: [{ personId: pupil, lacks: ["nutrition"] }, { personId: baby, lacks: [] }] }, surveyor);
    expect(await query(services, "select count(*)::int as n, count(*) filter (where voided_at is null)::int as standing from child_answer")).toEqual([{ n: 4, standing: 2 }]);
  });

  it("without B1 the household is visited but not scored, and the hamlet cannot meet", async () => {
    expect(await survey(one.households[1]!, { deprivations: ["water"], evidence: null })).toMatchObject({ class: null });
    const problem = await officer.refused(routes.recordMeeting, meeting({}));
    expect(problem.code).toBe("poverty.meetingOpenCases");
    expect(problem.title).toContain("Nguyễn Văn Ấp Một 2");
  });

  it("a photo is evidence; who was not met stays with the reason", async () => {
    const { id } = await caseOf(one.households[1]!);
    expect((await officer.refused(routes.keepFormPhoto, { params: { id }, body: new Uint8Array([1, 2, 3]) })).code).toBe("poverty.photoUnknown");
    const { sha256 } = await officer.call(routes.keepFormPhoto, { params: { id }, body: PNG });
    await survey(one.households[1]!, { scoreIncome: 120, deprivations: ["water"], evidence: null, evidenceFile: sha256 });
    expect((await officer.call(routes.photo, { params: { sha: sha256 } })).bytes).toEqual(PNG);
    expect((await neighbour.refused(routes.photo, { params: { sha: sha256 } })).code).toBe("poverty.photoGone");
    expect(await officer.call(routes.deed, await deed(two.households[0]!, { kind: "notVisited", reason: "cả nhà đi Bình Dương" }))).toMatchObject({ state: "not_found" });
    await survey(one.households[2]!, { scoreIncome: 120, deprivations: ["water", "toilet", "telecom"] });
  });
});

describe.sequential("meeting, posting, complaint", () => {
  it("votes that exceed the people present are refused; under half agreed sends the household back", async () => {
    expect((await officer.refused(routes.recordMeeting, meeting({ agree: 25, disagree: 6 }))).code).toBe("poverty.votesExceed");
    const { id } = await caseOf(one.households[2]!);
    const held = await officer.call(routes.recordMeeting, meeting({ singles: [{ caseId: id, agree: 14, disagree: 16 }] }));
    expect(held).toMatchObject({ met: 2, sentBack: 1 });
    expect(await caseOf(one.households[2]!)).toMatchObject({ state: "listed", flags: ["without_request", "revisit"] });
    await officer.call(routes.takeBackMeeting, { params: { id: held.id }, body: { reason: "ghi nhầm số phiếu" } });
    expect((await cases({ hamlet: one.hamletId })).map(({ state }) => state)).toEqual(["scored", "scored", "scored"]);
    const again = await officer.call(routes.recordMeeting, meeting({ singles: [{ caseId: id, agree: 15, disagree: 15 }] }));
    expect(again).toMatchObject({ met: 3, sentBack: 0 });
    await officer.call(routes.signMeeting, { params: { id: again.id }, body: PNG });
    await officer.call(routes.recordMeeting, meeting({ hamletId: two.hamletId }));
    const { meetings } = await officer.call(routes.meetings, { ...inRound, query: { set: setId } });
    expect(meetings.map(({ hamlet, agree, voided, file }) => [hamlet, agree, voided, file !== null])).toContainEqual(["ấp Một", 25, "ghi nhầm số phiếu", false]);
    expect(meetings.find((m) => m.id === again.id)).toMatchObject({ voided: null, singles: [{ agree: 15, headName: "Nguyễn Văn Ấp Một 3" }] });
  });

  it("a posting shorter than the unchecked term warns with its mark and goes on with a reason", async () => {
    const problem = await officer.refused(routes.recordPosting, posting({ toOn: day("2023-10-24") })); // Friday to Tuesday: two working days
    expect(problem).toMatchObject({ code: "poverty.postingShort", data: { days: 2, needs: 3, until: "2023-10-25" } });
    expect(problem.title).toContain("chưa đối chiếu văn bản");
    expect(await officer.call(routes.postingEnd, { query: { from: day("2023-10-20"), term: "posting" } })).toMatchObject({ endsOn: "2023-10-25", value: 3, calendarKnown: true });
    expect(await officer.call(routes.recordPosting, posting({ toOn: day("2023-10-24"), reason: "theo kế hoạch tỉnh" }))).toMatchObject({ posted: 4 });
    expect((await officer.refused(routes.recordPosting, posting())).code).toBe("poverty.nothingToPost");
  });

  it("a complaint is looked into, its class corrected, posted again", async () => {
    expect(await officer.call(routes.deed, await deed(one.households[2]!, { kind: "complain", content: "thu nhập chấm thấp", by: "hộ bên cạnh" }, day("2023-10-23")))).toMatchObject({ state: "complaint" });
    expect(await caseOf(one.households[2]!)).toMatchObject({ complaintDue: "2023-11-01" });
    expect((await officer.refused(routes.report, { ...inRound, body: { resultSetId: setId, reportNo: "30/BC-UBND", reportedOn: day("2023-10-30") } })).code).toBe("poverty.notAllPosted");
    const row = await caseOf(one.households[2]!);
    const rechecked = await officer.call(routes.recheck, { params: { id: row.id }, body: { baseVersion: row.version, on: day("2023-10-26"), content: "chấm lại B1", found: { surveyedOn: day("2023-10-26"), scoreIncome: 138, deprivations: ["water", "toilet"], causes: ["1"], evidence: "Phiếu phúc tra 1" } } });
    expect(rechecked.class).toBe("near_poor");
    await officer.call(routes.recordPosting, posting({ hamletIds: [one.hamletId], kind: "again", fromOn: day("2023-10-27"), toOn: day("2023-11-01") }));
    expect(await caseOf(one.households[2]!)).toMatchObject({ state: "reposted", list: "near_poor" });
  });
});

describe.sequential("opinion and recognition", () => {
  const decide = (more: object = {}) => ({ ...inRound, body: { decisionNo: "99/QĐ-UBND", decisionDate: day("2023-12-10"), signer: "Chủ tịch", resultSetId: setId, ...more } });

  it("nobody is recognised before the opinion; one that does not agree sends households back", async () => {
    expect((await officer.refused(povertyRoutes.recognise, decide())).code).toBe("poverty.casesOpen");
    expect((await officer.refused(routes.report, { ...inRound, body: { resultSetId: setId, reportNo: "30/BC-UBND", reportedOn: day("2023-11-01") } })).code).toBe("poverty.case.postingRuns");
    const sent = await officer.call(routes.report, { ...inRound, body: { resultSetId: setId, reportNo: "30/BC-UBND", reportedOn: day("2023-11-02") } });
    expect(sent.dueOn).toBe("2023-11-09");
    expect((await officer.refused(routes.opinion, { ...inRound, body: { opinionId: sent.id, replyNo: "5/UBND", repliedOn: day("2023-11-06"), agreed: false, caseIds: [] } })).code).toBe("poverty.replyNamesNobody");
    const { id: caseId } = await caseOf(one.households[1]!);
    await officer.call(routes.opinion, { ...inRound, body: { opinionId: sent.id, replyNo: "5/UBND", repliedOn: day("2023-11-06"), agreed: false, content: "xem lại hộ 2", caseIds: [caseId] } });
    expect(await caseOf(one.households[1]!)).toMatchObject({ state: "listed", flags: ["revisit"], note: "xem lại hộ 2" });
  });

  it("done again, agreed, a request filed for the new household: the chairman decides", async () => {
    await survey(one.households[1]!, { scoreIncome: 150, deprivations: ["water"], surveyedOn: day("2023-11-08") });
    await officer.call(routes.recordMeeting, meeting({ heldOn: day("2023-11-10") }));
    await officer.call(routes.recordPosting, posting({ hamletIds: [one.hamletId], fromOn: day("2023-11-13"), toOn: day("2023-11-16") }));
    const sent = await officer.call(routes.report, { ...inRound, body: { resultSetId: setId, reportNo: "31/BC-UBND", reportedOn: day("2023-11-20") } });
    await officer.call(routes.opinion, { ...inRound, body: { opinionId: sent.id, replyNo: "6/UBND", repliedOn: day("2023-11-22"), agreed: true, caseIds: [] } });
    expect((await officer.refused(povertyRoutes.recognise, decide())).code).toBe("poverty.requestMissing");
    await officer.call(routes.deed, await deed(one.households[2]!, { kind: "fileRequest", formNo: "01/2023", receivedOn: day("2023-09-20") }, day("2023-11-22")));
  });

  it("the queue tells what is left, and everybody sees their own", async () => {
    const { items } = await officer.call(queueRoutes.queue, { query: { area: PHU_HUU } });
    expect(items.map(({ code }) => code).sort()).toEqual(["poverty.queue.recognise", "poverty.queue.signMeeting"]);
    expect((await neighbour.call(queueRoutes.queue, { query: { area: PHU_HUU } })).items.filter(({ to }) => to.startsWith("/review/rounds/"))).toEqual([]);
  });

  it("recognises, ends what stood, and is read-only afterwards", async () => {
    const answer = await officer.call(povertyRoutes.recognise, decide());
    expect(answer).toEqual({ recognised: 3, ended: 3 });
    expect(await statuses(one.households[0]!)).toEqual([{ class: "poor", from: "2022-12-10", to: "2023-12-10" }, { class: "poor", from: "2023-12-10", to: null }]);
    expect(await statuses(one.households[1]!)).toEqual([{ class: "near_poor", from: "2022-12-10", to: "2023-12-10" }]);
    expect(await statuses(two.households[0]!)).toMatchObject([{}, { class: "poor", to: null }]); // not met at home: stays on the list
    expect((await cases()).map(({ state }) => state)).toEqual(["recognised", "recognised", "recognised", "recognised"]);
    expect((await officer.refused(routes.deed, await deed(one.households[0]!, { kind: "sendBack", reason: "xem lại" }))).code).toBe("poverty.roundClosed");
    const { steps } = await officer.call(routes.case, { params: { id: (await caseOf(one.households[1]!)).id } });
    expect(steps.map(({ kind }) => kind)).toEqual(["list", "survey", "survey", "meet", "unmeet", "meet", "post", "report", "sendBack", "survey", "meet", "post", "report", "opine", "recognise"]);
  });

  it("progress counts per hamlet, forms per surveyor, and the list goes out as a workbook", async () => {
    const { hamlets, surveyors } = await officer.call(routes.progress, { ...inRound, query: { set: setId } });
    expect(hamlets.find(({ hamletId }) => hamletId === one.hamletId)).toMatchObject({ total: 3, states: { recognised: 3 }, formsGiven: 5, formsBack: 3, meetingOn: "2023-11-10", meetingSigned: false });
    expect(surveyors).toEqual([{ id: surveyorId, fullName: "Trần Thử Rà Soát", forms: 3, amount: 60_000 }]);
    const file = await officer.call(routes.exportCases, { ...inRound, body: { set: setId, purpose: "kiểm tra hồ sơ" } });
    expect(file.bytes.length).toBeGreaterThan(2000);
  });
});

describe.sequential("the report table of children", () => {
  it("counts those who were asked about, opens to their households, and tells where nobody was asked", async () => {
    const { tables: [children], issues } = await officer.call(tablesRoutes.tables, { query: { area: PHU_HUU, year: 2023, table: "children" } });
    expect(issues.filter(({ table }) => table === "children")).toEqual([]);
    const at = (key: string) => children!.rows.find(({ kind }) => kind === "total")!.cells[children!.columns.findIndex((column) => column.key === key)]?.text;
    expect(["p.total", "p.nutrition", "p.insurance", "p.school"].map(at)).toEqual(["2", "1", "0", "0"]);
    const open = (column: string) => officer.call(tablesRoutes.tableCell, { query: { area: PHU_HUU, year: 2023, table: "children", column } });
    expect((await open("p.nutrition")).rows).toMatchObject([{ householdId: one.households[0], adds: 1 }]);
    expect((await officer.refused(tablesRoutes.tableCell, { query: { area: PHU_HUU, year: 2023, table: "children", column: "nothing" } })).code).toBe("poverty.tables.noCell");
    expect((await neighbour.refused(tablesRoutes.tableCell, { query: { area: PHU_HUU, year: 2023, table: "children", column: "p.total" } })).code).toBe("poverty.outsideArea");
  });
});
