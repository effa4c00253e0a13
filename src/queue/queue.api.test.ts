import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../test/support/actors.ts";
import { type Person, TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { fold } from "../kernel/text/fold.ts";
import { newId, type Tx } from "../platform/door.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, write } from "../poverty/review/review.testing.ts";
import { insert } from "../training/insert.ts";
import { queueRoutes, type QueueItemView } from "./contract.ts";

// What waits in two communes in training, jobs, fairs and abroad; today is Monday 23/11/2026.
let database: TestDatabase;
let officer: Person, neighbour: Person, province: Person, surveyor: Person, centre: Person, jobCentre: Person, leader: Person;
let data: string, hamletId: string, otherHamlet: string, provider: string;
const owner = provinceActor().accountId;

const worker = (fullName: string, hamlet = hamletId) => ({ hamlet_id: hamlet, full_name: fullName, name_folded: fold(fullName), birth_year: 1990, subject_key: `${fold(fullName)}|1990|${hamlet}` });

async function plantClass(tx: Tx, code: string, row: object, learners: readonly string[] = [], unitUid = PHU_HUU_NOW): Promise<{ id: string; enrolments: string[] }> {
  const id = newId() as string;
  await insert(tx, "training_class", { id, code, name: `Lớp ${code}`, name_folded: `lop ${code}`, trade_code: "N1", provider_id: provider, unit_uid: unitUid, learners_planned: 30, state_on: "2026-01-05", ...row });
  const enrolments: string[] = [];
  for (const [i, state] of learners.entries()) {
    const one = newId() as string;
    enrolments.push(one);
    const { name_folded: _folded, ...person } = worker(`Học Viên ${code} ${i}`);
    await insert(tx, "enrolment", { id: one, class_id: id, provider_id: provider, unit_uid: unitUid, ...person, state, state_on: "2026-02-01", enrolled_on: "2026-02-01", groups: ["LDNT"] });
  }
  return { id, enrolments };
}

async function plantTraining(tx: Tx): Promise<void> {
  await insert(tx, "organisation", { id: provider, name: "Trung tâm Thử", name_folded: "trung tam thu", kinds: ["training_provider"], unit_uid: PHU_HUU_NOW });
  await insert(tx, "organisation_licence", { id: newId(), organisation_id: provider, kind: "vocational", number: "12/GDNN", valid_from: "2022-01-01", valid_to: "2026-12-20" });
  await insert(tx, "trade", { code: "N1", name: "Nghề thử", name_folded: "nghe thu", sector: "farm", level: "under_3_months", valid_from: "2016-01-01" });
  const supportCase = (number: number, fullName: string, state: string, more: object = {}) => insert(tx, "training_support_case", {
    id: newId(), ...worker(fullName), unit_uid: PHU_HUU_NOW, year: 2026, number, course: "May", provider_name: "Trung tâm May", opened_on: "2026-10-01", received_on: "2026-11-02", state, state_on: "2026-11-02", ...more,
  });
  await supportCase(1, "Lê Thị Trễ", "complete", { complete_on: "2026-11-03", due_on: "2026-11-12" });
  await supportCase(2, "Lê Thị Thiếu", "incomplete");
  await plantClass(tx, "L1", { state: "planned", planned_from: "2026-11-10" });
  await plantClass(tx, "L2", { state: "approved", planned_from: "2026-11-28", decision_no: "1/QĐ", decided_on: "2026-11-01" });
  await plantClass(tx, "L3", { state: "running", opened_on: "2026-08-01", planned_to: "2026-11-20" }, ["studying"]);
  await plantClass(tx, "L4", { state: "exam", opened_on: "2026-08-01", planned_to: "2026-11-20" }, ["examined", "passed"]);
  // ends on 31/10: asked after one month from 30/11, which is within a week
  await plantClass(tx, "L5", { state: "closed", opened_on: "2026-07-01", ended_on: "2026-10-30" }, ["passed", "certified", "failed"]);
  const followed = await plantClass(tx, "L6", { state: "settled", opened_on: "2026-04-01", ended_on: "2026-07-01" }, ["certified", "certified"]);
  await insert(tx, "training_outcome", {
    id: newId(), enrolment_id: followed.enrolments[0], class_id: followed.id, provider_id: provider, unit_uid: PHU_HUU_NOW, hamlet_id: hamletId, subject_key: "a", milestone: 3, on_date: "2026-10-02", kind: "chua_viec",
  });
  // starts next year: nothing waits
  await plantClass(tx, "L7", { state: "running", opened_on: "2026-11-01", planned_to: "2027-03-01" }, ["studying"]);
}

async function plantJobs(tx: Tx): Promise<void> {
  const event = (fullName: string, startedOn: string, more: object = {}, hamlet = hamletId) => insert(tx, "job_event", {
    id: newId(), ...worker(fullName, hamlet), started_on: startedOn, reported_on: startedOn, channel: "dn_trong_tinh", nature: "new", employer_key: fold(fullName), place_kind: "tinh", evidence: JSON.stringify([{ kind: "hamlet", note: "thử" }]), ...more,
  });
  await event("Trần Một", "2026-10-03");
  await event("Trần Hai", "2026-10-20");
  await event("Trần Ba", "2026-09-20");
  await event("Trần Bốn", "2026-09-21", { verified_on: "2026-09-30", verified_by: "Cán bộ" });
  await event("Trần Năm", "2026-09-22", {}, otherHamlet);
  const placement = newId();
  await insert(tx, "placement", { id: placement, ...worker("Trần Sáu"), employer_name: "Công ty Thử", started_on: "2026-10-20" });
  await insert(tx, "placement_check", { id: newId(), placement_id: placement, hamlet_id: hamletId, milestone: 30, due_on: "2026-11-19" });
  await insert(tx, "placement_check", { id: newId(), placement_id: placement, hamlet_id: hamletId, milestone: 90, due_on: "2027-01-18" });
  // the commune kept its lists in September: October is asked for
  await insert(tx, "job_month", { id: newId(), hamlet_id: hamletId, month: "2026-09-01", reported_on: "2026-10-01", reporter: "Trưởng ấp" });
}

async function plantFairs(tx: Tx): Promise<void> {
  const [fair, employer, visit, action, handover] = [newId(), newId(), newId(), newId(), newId()];
  const of = { fair_id: fair, unit_uid: PHU_HUU_NOW };
  await insert(tx, "job_fair", { id: fair, code: "P1", name: "Phiên thử", kind: "phien_luu_dong", on_date: "2026-10-10", unit_uid: PHU_HUU_NOW });
  await insert(tx, "fair_employer", { id: employer, ...of, name: "Công ty May", name_folded: "cong ty may" });
  const { birth_year: _year, ...person } = worker("Võ Ra Nước Ngoài");
  await insert(tx, "fair_visit", { id: visit, ...of, ...person, short_code: "A2B3C", channel: "desk" });
  await insert(tx, "fair_action", { id: action, fair_id: fair, visit_id: visit, unit_uid: PHU_HUU_NOW, hamlet_id: hamletId, step: "f7", on_date: "2026-10-10", recorded_by: owner });
  await insert(tx, "fair_followup", { id: newId(), ...of, action_id: action, visit_id: visit, hamlet_id: hamletId, kind: "overseas", owner: "Chị Phụ Trách", due_on: "2026-10-25" });
  await insert(tx, "fair_visit", { id: newId(), ...of, ...person, full_name: "Võ Đã Xong", name_folded: "vo da xong", subject_key: "vo da xong", short_code: "B2C3D", channel: "desk" });
  await insert(tx, "fair_handover", { id: handover, ...of, employer_id: employer, purpose: "tuyển dụng", fields: ["full_name"], rows: 1, receiver: "Nhân sự", handed_on: "2026-10-12", handed_by: owner });
  await insert(tx, "fair_handover_line", { id: newId(), handover_id: handover, ...of, visit_id: visit, not_hired_on: "2026-10-20", delete_by: "2026-11-25" });
}

async function plantAbroad(tx: Tx): Promise<void> {
  const plant = async (fullName: string, row: object): Promise<string> => {
    const id = newId() as string;
    await insert(tx, "overseas_case", { id, ...worker(fullName), unit_uid: PHU_HUU_NOW, state_on: "2026-08-01", wished_on: "2026-06-01", source: "commune", ...row });
    return id;
  };
  await plant("Phạm Nguyện Vọng", { state: "nguyen_vong" });
  await plant("Phạm Đã Đi", { state: "da_xc", departed_on: "2026-08-01", departed_precision: "day", departed_recorded_on: "2026-08-02" });
  await plant("Phạm Hết Hạn", { state: "da_xc", departed_on: "2023-08-01", departed_precision: "day", departed_recorded_on: "2023-08-02", due_back_on: "2026-08-01" });
  const asks = await plant("Phạm Xin Hỗ Trợ", { state: "cho_xc", keeper: owner });
  await insert(tx, "overseas_request", {
    id: newId(), case_id: asks, hamlet_id: hamletId, unit_uid: PHU_HUU_NOW, year: 2026, number: 3, state: "forwarded", state_on: "2026-11-10", received_on: "2026-11-06", complete_on: "2026-11-09", forwarded_on: "2026-11-10", due_on: "2026-11-24", due_certainty: "text",
  });
  const away = newId();
  await insert(tx, "out_migrant", { id: away, ...worker("Phạm Đi Xa"), kind: "domestic", destination: "Bình Dương", left_on: "2026-02-01", left_precision: "month", source: "commune", seen_on: "2026-10-01" });
  await insert(tx, "away_need", { id: newId(), out_migrant_id: away, hamlet_id: hamletId, kind: "papers", content: "làm lại giấy tờ", owner: "Anh Lo", due_on: "2026-11-01", opened_on: "2026-10-01" });
}

beforeAll(async () => {
  database = await openTestDatabase();
  const services = testServices(database);
  data = services.config.data;
  const app = new TestApp(services);
  hamletId = (await plantHamlet(services, { name: "Ấp Đơn", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [] })).hamletId;
  otherHamlet = (await plantHamlet(services, { name: "Ấp Láng Giềng", unitUid: KHANH_BINH_NOW, statusYear: 2026, families: [] })).hamletId;
  provider = newId();
  await write(services, async (tx) => {
    await plantTraining(tx);
    await plantJobs(tx);
    await plantFairs(tx);
    await plantAbroad(tx);
  });
  const labour = { fields: ["training", "jobs"] as const };
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, ...labour });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW, ...labour });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID, ...labour });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [hamletId], ...labour });
  centre = await app.signIn({ role: "training_centre", unitUid: AN_GIANG_UID, fields: ["training"], organisationId: provider });
  jobCentre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, fields: ["jobs"] });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, ...labour });
});
afterAll(() => database.close());

const queue = async (by: Person, area: string, field?: QueueItemView["field"]) => (await by.call(queueRoutes.queue, { query: { area } })).items.filter((item) => field === undefined || item.field === field);
const told = (items: readonly QueueItemView[]) => items.map(({ code, count, dueOn, state }) => [code, count, dueOn, state]);
const named = (items: readonly QueueItemView[], code: string) => items.find((item) => item.code === code)!;

describe("the queue of a commune, kind by kind", () => {
  it("training: requests with their last day, classes at each step, follow-ups, verification", async () => {
    const items = await queue(officer, PHU_HUU_NOW, "training");
    expect(told(items)).toEqual([
      ["training.queue.classApprove", 1, "2026-11-10", "late"], ["training.queue.caseDecide", 1, "2026-11-12", "late"], ["training.queue.classExam", 1, "2026-11-20", "late"], ["training.queue.classResults", 1, "2026-11-20", "late"],
      ["training.queue.followUp", 1, "2026-10-01", "late"], ["training.queue.classOpen", 1, "2026-11-28", "due"], ["training.queue.followUp", 2, "2026-11-30", "due"],
      ["training.queue.caseIncomplete", 1, null, "blocked"], ["training.queue.classCertificates", 1, null, "open"], ["training.queue.classSettle", 1, null, "open"], ["training.queue.verifyOutcomes", 1, null, "open"],
    ].toSorted((a, b) => order(a) - order(b)));
    const request = named(items, "training.queue.caseDecide");
    expect(request).toMatchObject({ text: "Hồ sơ 2.002821 số 1/2026 của Lê Thị Trễ: ra quyết định hoặc trả lời từ chối", hamlet: "ấp Đơn", unit: "Xã Phú Hữu", certainty: "text", to: expect.stringMatching(/^\/training\/support-cases\//) });
    expect(named(items, "training.queue.caseIncomplete").why).toBe("Chờ người nộp bổ sung giấy tờ");
  });

  it("jobs: retention checks, one line for the events of a commune and month, hamlets without a monthly list", async () => {
    expect(told(await queue(officer, PHU_HUU_NOW, "jobs"))).toEqual([
      ["jobs.queue.check", 1, "2026-11-19", "late"], ["jobs.queue.unverified", 2, null, "open"], ["jobs.queue.unverified", 1, null, "open"], ["jobs.queue.month", 1, null, "open"], ["jobs.queue.proposals", 1, null, "open"],
    ]);
    const [, october] = await queue(officer, PHU_HUU_NOW, "jobs");
    expect(october).toMatchObject({ text: "Tháng 10/2026: 2 lượt giải quyết việc làm xã chưa xác nhận", to: "/jobs/events", search: { month: "10", on: "2026-10-31", verified: "no", area: PHU_HUU_NOW } });
  });

  it("fairs: registrations with who sees to them, details a firm has to delete", async () => {
    const items = await queue(officer, PHU_HUU_NOW, "fairs");
    expect(told(items)).toEqual([["fairs.queue.overseas", 1, "2026-10-25", "late"], ["fairs.queue.erase", 1, "2026-11-25", "due"]]);
    expect(items[0]!.text).toContain("phụ trách: Chị Phụ Trách");
    // nobody set a term of keeping; once the office does, who waits for nothing has to be erased
    const parameters = JSON.parse(readFileSync("src/fairs/parameters.json", "utf8")) as { eraseAfterDays: object };
    mkdirSync(join(data, "fairs"));
    writeFileSync(join(data, "fairs", "parameters.json"), JSON.stringify({ ...parameters, eraseAfterDays: { ...parameters.eraseAfterDays, value: 40 } }));
    const [erase] = (await queue(officer, PHU_HUU_NOW, "fairs")).filter(({ code }) => code === "fairs.queue.eraseVisitors");
    expect(erase).toMatchObject({ count: 1, dueOn: "2026-11-19", state: "late", to: "/fair-erasures" });
  });

  it("abroad and away: requests 2.002820, marks after departure, terms that are over, wishes, needs", async () => {
    const items = await queue(officer, PHU_HUU_NOW, "migration");
    expect(told(items)).toEqual([
      ["migration.queue.back", 1, "2026-08-01", "late"], ["migration.queue.abroad", 1, "2026-11-01", "late"], ["migration.queue.need", 1, "2026-11-01", "late"], ["migration.queue.requestDecide", 1, "2026-11-24", "blocked"],
      ["migration.queue.cho_xc", 1, null, "open"], ["migration.queue.nguyen_vong", 1, null, "open"],
    ]);
    expect(named(items, "migration.queue.requestDecide")).toMatchObject({ why: "Chờ tỉnh quyết định", certainty: "text" });
    expect([named(items, "migration.queue.nguyen_vong").why, named(items, "migration.queue.cho_xc").why]).toEqual(["1 hồ sơ chưa có người giữ", null]);
  });

  it("licences that end soon", async () => {
    expect(told(await queue(officer, PHU_HUU_NOW, "enterprises"))).toEqual([["enterprises.queue.vocational", 1, "2026-12-19", "due"]]);
  });
});

const order = (row: readonly unknown[]): number => ["late", "due", "blocked", "open"].indexOf(row[3] as string) * 1e10 + Number(String(row[2] ?? "9999-99-99").replaceAll("-", ""));

describe("each role", () => {
  it("the province decides what the commune waits for, and sees every commune", async () => {
    const items = await queue(province, AN_GIANG_UID);
    expect(named(items, "migration.queue.requestDecide")).toMatchObject({ state: "due", why: null });
    expect(items.filter(({ code }) => code === "jobs.queue.unverified").map(({ unit, count }) => [unit, count])).toEqual([["Xã Phú Hữu", 2], ["Xã Khánh Bình", 1], ["Xã Phú Hữu", 1]]);
    expect((await queue(province, KHANH_BINH_NOW)).map(({ code }) => code)).toEqual(["jobs.queue.unverified"]);
  });

  it("a neighbour has only its own", async () => {
    expect((await queue(neighbour, KHANH_BINH_NOW)).map(({ code, unit }) => [code, unit])).toEqual([["jobs.queue.unverified", "Xã Khánh Bình"]]);
    expect(await queue(neighbour, PHU_HUU_NOW)).toEqual([]);
  });

  it("a surveyor asks and reports, and is not told of what an office decides", async () => {
    expect((await queue(surveyor, PHU_HUU_NOW)).map(({ code }) => code).toSorted()).toEqual(["jobs.queue.check", "jobs.queue.month", "migration.queue.need", "training.queue.followUp", "training.queue.followUp"]);
  });

  it("a training centre has its classes, their follow-ups and its licence; what the office has to do waits", async () => {
    const items = await queue(centre, AN_GIANG_UID);
    expect(items.map(({ code, state }) => [code, state])).toEqual([
      ["training.queue.followUp", "late"], ["training.queue.classExam", "late"], ["training.queue.classResults", "late"], ["training.queue.followUp", "due"], ["enterprises.queue.vocational", "due"],
      ["training.queue.classApprove", "blocked"], ["training.queue.classOpen", "blocked"], ["training.queue.classSettle", "blocked"], ["training.queue.classCertificates", "open"],
    ]);
    expect(named(items, "training.queue.classOpen").why).toBe("Chờ cơ quan quản lý lớp");
  });

  it("a job-service centre has checks, fairs and labour abroad; it verifies and decides nothing", async () => {
    const codes = (await queue(jobCentre, AN_GIANG_UID)).map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(["jobs.queue.check", "fairs.queue.overseas", "fairs.queue.erase", "migration.queue.abroad", "migration.queue.nguyen_vong"]));
    expect(codes.filter((code) => code === "jobs.queue.unverified" || code.startsWith("migration.queue.request") || code.startsWith("training."))).toEqual([]);
  });

  it("who only looks has nothing to do", async () => {
    expect(await queue(leader, AN_GIANG_UID)).toEqual([]);
  });
});
