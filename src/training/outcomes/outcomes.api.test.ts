import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../../test/support/app.ts";
import { sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { app, database, day, hamlet, KHANH_BINH, ON, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { provinceActor } from "../../../test/support/actors.ts";
import { plantClass, plantTrades, SEWING, type PlantedClass } from "../follow-up.testing.ts";
import { outcomesRoutes as routes, type OutcomeRow, type RecordOutcomes } from "./contract.ts";
import { workingOutcomes } from "./working.ts";

const AFTER = day("2026-09-05");
let commune: Person, collector: Person, neighbour: Person, province: Person;

beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  const fields = ["training"] as const;
  commune = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  collector = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet.phuLoi], fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  province = await app.signIn({ role: "province", unitUid: "91@2025-07-01", fields });
});
afterAll(() => database.close());

const said = (enrolmentId: string, kind = "dn_tuyen", changes: Partial<OutcomeRow> = {}): OutcomeRow => ({
  enrolmentId, kind, placeKind: null, workplace: null, vsco: null, incomeBeforeDong: null, incomeAfterDong: null, offtake: null, cooperative: null, effects: [], note: null, ...changes,
});
const body = (rows: OutcomeRow[], changes: Partial<RecordOutcomes> = {}): RecordOutcomes => ({ milestone: 3, onDate: AFTER, source: "điện thoại", rows, ...changes });
const record = ({ id }: PlantedClass, rows: OutcomeRow[], changes: Partial<RecordOutcomes> = {}, by = collector) => by.call(routes.recordOutcomes, { params: { id }, body: body(rows, changes) });
const refused = async ({ id }: PlantedClass, rows: OutcomeRow[], changes: Partial<RecordOutcomes> = {}, by = collector) => (await by.refused(routes.recordOutcomes, { params: { id }, body: body(rows, changes) })).code;
const page = ({ id }: PlantedClass, by = commune) => by.call(routes.followUp, { params: { id }, query: { on: ON } });

describe("what became of a class", () => {
  it("is recorded on one page, counts once the commune verified it, over graduates and over all enrolled", async () => {
    const own = await plantClass("L1", [{ name: "Lê Một" }, { name: "Lê Hai" }, { name: "Lê Ba", state: "failed" }, { name: "Lê Bốn", state: "dropped" }]);
    expect(await record(own, [said(own.enrolments[0]!, "tu_tao", { effects: ["thoat_ngheo"] }), said(own.enrolments[1]!, "chua_viec")])).toEqual({ added: 2, replaced: 0, same: 0 });
    expect((await page(own)).result).toMatchObject({ enrolled: 4, graduates: 2, followed: 0, inWork: 0, enough: false });
    expect(await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: AFTER } })).toEqual({ verified: 2 });
    const { result, learners } = await page(own);
    expect(result).toMatchObject({ followed: 2, inWork: 1, enough: true, overGraduates: { value: "50.0" }, overEnrolled: { value: "25.0" } });
    expect(learners.find(({ fullName }) => fullName === "Lê Một")!.outcomes).toMatchObject([{ kind: "tu_tao", effects: ["thoat_ngheo"], state: "verified", verifiedOn: AFTER, source: "điện thoại" }]);
  });

  it("refuses who did not graduate, a mark too early, a class that goes on, a contradiction; then nothing is written", async () => {
    const own = await plantClass("L2", [{ name: "Võ Một" }, { name: "Võ Hai", state: "failed" }]);
    const [one, two] = own.enrolments as [string, string];
    expect(await refused(own, [said(one), said(two)])).toBe("training.outcome.notGraduated");
    expect(await refused(own, [said(one)], { milestone: 6 })).toBe("training.outcome.tooEarly");
    expect(await refused(own, [said(one)], { onDate: day("2026-12-01") })).toBe("training.followUp.dayToCome");
    expect(await refused(own, [said(one, "nuoc_ngoai", { placeKind: "tinh" })])).toBe("training.outcome.notAbroad");
    expect(await refused(own, [said(one, "nghe_cu_cao_hon", { incomeBeforeDong: 5, incomeAfterDong: 4 })])).toBe("training.outcome.notHigher");
    expect(await refused(own, [said(one, "giau_len")])).toBe("training.outcome.kindUnknown");
    expect(await refused(await plantClass("L2b", [{ name: "Võ Ba" }], { endedOn: null }), [said(one)])).toBe("training.outcome.notEnded");
    expect((await page(own)).learners.flatMap(({ outcomes }) => outcomes)).toEqual([]);
  });

  it("is written anew where it says something else, after verification only with a reason, after closing not at all", async () => {
    const own = await plantClass("L3", [{ name: "Hồ Một" }]);
    const [one] = own.enrolments as [string];
    await record(own, [said(one, "chua_viec")]);
    expect(await record(own, [said(one, "chua_viec")])).toEqual({ added: 0, replaced: 0, same: 1 });
    expect(await record(own, [said(one, "bao_tieu", { offtake: "HTX Phú Hữu" })])).toEqual({ added: 0, replaced: 1, same: 0 });
    await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: AFTER } });
    expect(await refused(own, [said(one, "chua_viec")])).toBe("training.outcome.verified");
    await record(own, [said(one, "tu_tao")], { reason: "xã kiểm tra lại" });
    expect((await commune.refused(routes.closeFollowUp, { params: { id: own.id }, body: { on: ON } })).code).toBe("training.outcome.unverified");
    await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: AFTER } });
    expect(await commune.call(routes.closeFollowUp, { params: { id: own.id }, body: { on: ON } })).toEqual({ closed: 1 });
    expect(await refused(own, [said(one, "chua_viec")], { reason: "ghi lại" })).toBe("training.outcome.closed");
    const outcome = (await page(own)).learners[0]!.outcomes[0]!;
    expect((await commune.refused(routes.voidOutcome, { params: { id: outcome.id }, body: { reason: "ghi nhầm" } })).code).toBe("training.outcome.closed");
    await province.call(routes.voidOutcome, { params: { id: outcome.id }, body: { reason: "ghi nhầm" } });
    expect((await page(own)).learners[0]!.outcomes).toEqual([]);
  });

  it("lets the newest verified mark count, and keeps who is lost in the denominator", async () => {
    const own = await plantClass("L4", Array.from({ length: 10 }, (_, i) => ({ name: `Trần Số ${i}` })), { endedOn: "2026-05-10" });
    await record(own, own.enrolments.map((id) => said(id)));
    await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: AFTER } });
    await record(own, own.enrolments.slice(0, 2).map((id) => said(id, "mat_lien_lac")), { milestone: 6, onDate: day("2026-11-10") });
    expect((await page(own)).result).toMatchObject({ inWork: 10, overGraduates: { value: "100.0" }, enough: true });
    await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 6, on: ON } });
    expect((await page(own)).result).toMatchObject({ graduates: 10, inWork: 8, lost: 2, followed: 8, overGraduates: { value: "80.0" }, enough: false });
  });
});

describe("the work queue", () => {
  it("tells per class which mark is due and how many are missing, as of the day asked", async () => {
    const own = await plantClass("Q1", [{ name: "Lý Một" }, { name: "Lý Hai" }], { endedOn: "2026-08-01", trade: SEWING });
    const row = async (on: string) => (await commune.call(routes.followUps, { query: { area: PHU_HUU, on: day(on) } })).rows.find(({ classId }) => classId === own.id);
    expect(await row("2026-07-31")).toBeUndefined();
    expect(await row("2026-08-20")).toMatchObject({ state: "waiting", due: null, next: { milestone: 1, dueOn: "2026-09-01" } });
    expect(await row("2026-09-10")).toMatchObject({ state: "due", due: { milestone: 1, late: false, missing: 2 } });
    expect(await row("2026-11-20")).toMatchObject({ state: "due", due: { milestone: 3, dueOn: "2026-11-01", missing: 2 } });
    await record(own, [said(own.enrolments[0]!)], { milestone: 3, onDate: day("2026-11-20") });
    expect(await row("2026-11-20")).toMatchObject({ due: { missing: 1 }, unverified: 1 });
    await record(own, [said(own.enrolments[1]!)], { milestone: 3, onDate: day("2026-11-20") });
    expect(await row("2026-11-20")).toMatchObject({ state: "verify", unverified: 2 });
    await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: day("2026-11-20") } });
    expect(await row("2026-11-20")).toMatchObject({ state: "waiting", unverified: 0, result: { overGraduates: { value: "100.0" } } });
    expect(await row("2027-01-20")).toMatchObject({ next: { milestone: 6, dueOn: "2027-02-01" } });
  });

  it("is for whose class or learners it is, and asks who exports for what", async () => {
    const own = await plantClass("Q2", [{ name: "Đỗ Một" }]);
    expect((await neighbour.call(routes.followUps, { query: { area: PHU_HUU, on: ON } })).rows).toEqual([]);
    expect((await neighbour.refused(routes.followUp, { params: { id: own.id }, query: { on: ON } })).code).toBe("training.outcome.classUnknown");
    expect(await refused(own, [said(own.enrolments[0]!)], {}, neighbour)).toBe("training.outcome.classUnknown");
    expect((await collector.refused(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: ON } })).code).toBe("training.outcome.notYours");
    const file = await commune.call(routes.exportFollowUp, { params: { id: own.id }, body: { on: ON, purpose: "báo cáo lớp" } });
    expect(file.bytes.length).toBeGreaterThan(3_000);
    expect((await collector.refused(routes.exportFollowUp, { params: { id: own.id }, body: { on: ON, purpose: "báo cáo lớp" } })).code).toBe("training.outcome.notYours");
  });

  it("is kept by the centre that taught them, for its own classes alone", async () => {
    const own = await plantClass("Q4", [{ name: "Đỗ Ba" }]);
    const centre = await app.signIn({ role: "training_centre", unitUid: "91@2025-07-01", fields: ["training"], organisationId: own.provider });
    expect(await record(own, [said(own.enrolments[0]!)], {}, centre)).toMatchObject({ added: 1 });
    expect((await page(own, centre)).learners.map(({ fullName }) => fullName)).toEqual(["Đỗ Ba"]);
    const file = await centre.call(routes.exportFollowUp, { params: { id: own.id }, body: { on: ON, purpose: "báo cáo lớp" } });
    expect(file.bytes.length).toBeGreaterThan(3_000);
    expect((await centre.refused(routes.followUp, { params: { id: (await plantClass("Q3", [{ name: "Đỗ Hai" }])).id }, query: { on: ON } })).code).toBe("training.outcome.classUnknown");
  });
});

it("hands on, for job events, of each learner the newest verified outcome that says in work", async () => {
  const own = await plantClass("W1", [{ name: "Lưu Một" }, { name: "Lưu Hai" }, { name: "Lưu Ba" }], { endedOn: "2026-05-10" });
  const [one, two, three] = own.enrolments as [string, string, string];
  await record(own, [said(one, "dn_tuyen", { workplace: "Công ty May", placeKind: "tinh" }), said(two, "tu_tao"), said(three, "chua_viec")]);
  await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: AFTER } });
  await record(own, [said(two, "mat_lien_lac")], { milestone: 6, onDate: day("2026-11-10") });
  await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 6, on: ON } });
  const working = async (to: string) => (await app.services.door.read(provinceActor(), (tx) => workingOutcomes(tx, app.services, { hamletIds: [hamlet.phuLoi], from: day("2026-01-01"), to: day(to) }))).filter(({ classId }) => classId === own.id);
  expect((await working("2026-12-31")).map(({ fullName, kind, workplace, placeKind, onDate }) => [fullName, kind, workplace, placeKind, onDate])).toEqual([["Lưu Một", "dn_tuyen", "Công ty May", "tinh", AFTER]]);
  expect((await working("2026-10-31")).map(({ fullName }) => fullName).toSorted()).toEqual(["Lưu Hai", "Lưu Một"]);
});

it("a follow-up list of a class comes in once; a strange name, a mark too early and what was verified are told", async () => {
  const own = await plantClass("DS1", [{ name: "Tạ Danh Một" }, { name: "Tạ Danh Hai", birthYear: 1985 }, { name: "Tạ Danh Hai", birthYear: 1992 }]);
  const HEADINGS = ["STT", "Họ và tên", "Năm sinh", "Việc làm sau học nghề", "Nơi làm việc", "Thu nhập trước học", "Thu nhập sau học"];
  const LINES: Cells[] = [[1, "Tạ Danh Một", 1990, "Tự tạo việc làm", "Trong xã", "2.000.000", "4,5 triệu"], [2, "TẠ DANH HAI", 1992, "Chưa có việc làm", null, null, null], [3, "Tạ Danh Hai", null, "Học tiếp", null, null, null], [4, "Người Lạ", 1990, "Học tiếp", null, null, null]];
  const sent = async (lines: readonly Cells[], milestone = "3") => ({ kind: "training-outcomes", area: PHU_HUU, asOf: AFTER, body: await sheetOf(HEADINGS, lines), parameters: { class: own.id, milestone } });
  const codes = async (lines: readonly Cells[], milestone?: string) => (await sendList(commune, await sent(lines, milestone))).preview!.problems.byCode.map(({ code }) => code);
  expect((await codes(LINES)).filter((code) => code.startsWith("training."))).toEqual(expect.arrayContaining(["training.outcomeRow.learnerAmbiguous", "training.outcomeRow.learnerUnknown"]));
  expect(await codes(LINES.slice(0, 1), "12")).toContain("training.outcomeRow.tooEarly");
  expect((await takeSent(commune, await sent(LINES.slice(0, 2)))).result).toMatchObject({ counts: { new: 2 } });
  const marks = async () => (await page(own)).learners.flatMap(({ fullName, birthYear, outcomes }) => outcomes.map((one) => [fullName, birthYear, one.milestone, one.kind, one.placeKind, one.incomeAfterDong, one.onDate]));
  expect(await marks()).toEqual([["Tạ Danh Hai", 1992, 3, "chua_viec", null, null, AFTER], ["Tạ Danh Một", 1990, 3, "tu_tao", "xa", 4_500_000, AFTER]]);
  expect((await takeSent(commune, await sent(LINES.slice(0, 2)))).result).toMatchObject({ changed: false });
  expect((await takeSent(commune, await sent([LINES[1]!.with(3, "Được tuyển dụng")]))).result).toMatchObject({ counts: { changed: 1 } });
  expect((await marks())[0]![3]).toBe("dn_tuyen");
  await commune.call(routes.verifyOutcomes, { params: { id: own.id }, body: { milestone: 3, on: AFTER } });
  expect(await codes([LINES[1]!])).toContain("training.outcomeRow.verified");
});
