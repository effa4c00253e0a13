import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../test/support/actors.ts";
import { Person, TestApp } from "../../test/support/app.ts";
import { sendList, sheetOf, takeSent, type Cells } from "../../test/support/lists.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { plainDate as day } from "../kernel/date.ts";
import type { Services } from "../platform/feature.ts";
import { createHamlet } from "../areas/public.ts";
import { newId } from "../platform/door.ts";
import { boothRoutes, type ActionBody } from "./booth/contract.ts";
import { consentRoutes } from "./consent/contract.ts";
import { deskRoutes, openFairRoutes, type WalkInBody } from "./desk/contract.ts";
import { followupRoutes } from "./followups/contract.ts";
import { funnelRoutes, type FunnelView } from "./funnel/contract.ts";
import { fairRoutes, type FairBody } from "./plan/contract.ts";
import { countFair } from "./public.ts";
import { listRoutes } from "../registry/list-import/contract.ts";
import { reportRoutes } from "./report/contract.ts";
import { resultRoutes } from "./results/contract.ts";

// A fair of a commune of today; today is 23/11/2026.
const PHU_HUU = "30352@2025-07-01";
const KHANH_BINH = "30341@2025-07-01";
const TODAY = day("2026-11-23");

let database: TestDatabase;
let services: Services;
let app: TestApp;
let officer: Person, neighbour: Person, centre: Person, leader: Person, noField: Person;
let hamlet: string, neighbourHamlet: string;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  const make = (unitUid: string, name: string) => services.door.write(provinceActor(), { commandId: newId(), name: "test.hamlet", input: name }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid, name });
    return { answer: id, changes };
  });
  hamlet = await make(PHU_HUU, "Ấp Phiên");
  neighbourHamlet = await make(KHANH_BINH, "Ấp Bên Cạnh");
  const jobs = { fields: ["jobs"] as const };
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU, ...jobs });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, ...jobs });
  centre = await app.signIn({ role: "job_centre", unitUid: AN_GIANG_UID, ...jobs });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, ...jobs });
  noField = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training"] });
});
afterAll(() => database.close());

const plan = (more: Partial<FairBody> = {}): { body: FairBody } => ({ body: { name: "Phiên thử", kind: "phien_luu_dong", onDate: TODAY, unitUid: PHU_HUU, partnerUnits: [], place: "Sân UBND xã", ...more } });
const visitor = (fullName: string, more: Partial<WalkInBody> = {}): WalkInBody => ({ fullName, birthYear: 1995, sex: 0, hamletId: hamlet, register: false, another: false, ...more });
const funnelOf = (id: string, by = officer): Promise<FunnelView> => by.call(funnelRoutes.funnel, { params: { id } });
const line = (funnel: FunnelView, step: string) => funnel.lines!.find((one) => one.step === step)!;

describe.sequential("planning", () => {
  it("is for the commune, the province and the job-service centre, each in its own area", async () => {
    expect((await leader.refused(fairRoutes.addFair, plan())).code).toBe("fairs.notYours");
    expect((await noField.refused(fairRoutes.addFair, plan())).code).toBe("fairs.notYours");
    expect((await neighbour.refused(fairRoutes.addFair, plan())).code).toBe("areas.outsideArea");
    expect((await officer.refused(fairRoutes.addFair, plan({ toDate: day("2026-11-22") }))).code).toBe("fairs.daysBackwards");
    const made = await officer.call(fairRoutes.addFair, plan());
    expect(made.code).toBe("PGD-2026-001");
    expect((await officer.call(fairRoutes.addFair, plan({ onDate: day("2026-12-20") }))).code).toBe("PGD-2026-002");
    expect((await officer.refused(fairRoutes.addFair, plan({ code: "PGD-2026-001" }))).code).toBe("fairs.codeTaken");
    const centreFair = await centre.call(fairRoutes.addFair, plan({ unitUid: AN_GIANG_UID, name: "Phiên cụm", kind: "cum_xa", partnerUnits: [KHANH_BINH] }));
    expect((await neighbour.call(fairRoutes.fair, { params: { id: centreFair.id } })).may).toEqual({ work: true, whole: true });
    expect((await officer.call(fairRoutes.fair, { params: { id: centreFair.id } })).may).toEqual({ work: false, whole: false });
    const { rows } = await officer.call(fairRoutes.fairs, { query: { area: PHU_HUU, on: TODAY } });
    expect(rows.map(({ code, state }) => [code, state])).toEqual([["PGD-2026-002", "planned"], ["PGD-2026-001", "running"], ["PGD-2026-003", "running"]]);
    expect(rows[2]!.visits).toBeNull();
  });

  it("is changed by whoever saw the newest version; a fair with people in it is not voided", async () => {
    const { id } = await officer.call(fairRoutes.addFair, plan({ name: "Lập nhầm" }));
    const { version } = await officer.call(fairRoutes.changeFair, { params: { id }, body: { ...plan({ name: "Lập nhầm 2" }).body, baseVersion: 1 } });
    expect((await officer.refused(fairRoutes.changeFair, { params: { id }, body: { ...plan().body, baseVersion: 1 } })).code).toBe("fairs.changed");
    await officer.call(boothRoutes.addTallies, { params: { id }, body: { source: "tally", counts: [{ step: "f3", count: 5 }] } });
    expect((await officer.refused(fairRoutes.voidFair, { params: { id }, body: { baseVersion: version, reason: "lập nhầm" } })).code).toBe("fairs.hasRecords");
    const [tally] = (await officer.call(boothRoutes.tallies, { params: { id } })).rows;
    await officer.call(boothRoutes.voidTally, { params: { id: tally!.id }, body: { reason: "ghi nhầm" } });
    await officer.call(fairRoutes.voidFair, { params: { id }, body: { baseVersion: version, reason: "lập nhầm" } });
    expect((await officer.refused(fairRoutes.fair, { params: { id } })).code).toBe("fairs.unknown");
  });
});

describe.sequential("a fair with people", () => {
  let id: string, firmA: string, firmB: string, sewing: string, an: string, binh: string;
  const act = (visitId: string, step: ActionBody["step"], more: Partial<ActionBody> = {}, by = officer) => by.call(boothRoutes.recordAction, { params: { id }, body: { visitId, step, ...more } });

  it("takes firms with their vacancies, none twice", async () => {
    id = (await officer.call(fairRoutes.addFair, plan({ name: "Phiên có người" }))).id;
    const firm = (name: string) => ({ params: { id }, body: { name, attended: true } });
    firmA = (await officer.call(fairRoutes.addEmployer, firm("Công ty May Thử"))).id;
    firmB = (await officer.call(fairRoutes.addEmployer, firm("Công ty Giày Thử"))).id;
    expect((await officer.refused(fairRoutes.addEmployer, firm("CÔNG TY MAY  THỬ"))).code).toBe("fairs.employerTwice");
    sewing = (await officer.call(fairRoutes.addVacancy, { params: { id: firmA }, body: { job: "Thợ may", posts: 50 } })).id;
    expect((await officer.refused(fairRoutes.addVacancy, { params: { id: firmA }, body: { job: "x", posts: 1, wageFrom: 9, wageTo: 8 } })).code).toBe("fairs.wageBackwards");
    expect((await neighbour.refused(fairRoutes.addEmployer, firm("Công ty Khác"))).code).toBe("fairs.notAtThisFair");
  });

  it("enters walk-ins without card or phone; the same person again is the same visit, another of the same name is not", async () => {
    const first = await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("Nguyễn Thị An") });
    an = first.id;
    expect(first).toMatchObject({ was: "new", identified: false, today: 1 });
    expect(await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("NGUYỄN THỊ AN") })).toMatchObject({ id: an, was: "here", today: 1 });
    expect(await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("Nguyễn Thị An", { another: true }) })).toMatchObject({ was: "new", today: 2 });
    binh = (await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("Trần Văn Bình", { wish: "training", register: true, consent: "spoken", phone: "0912 345 678" }) })).id;
    const outside = await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("Lê Văn Xa", { hamletId: null, residence: "Tân Châu" }) });
    expect(outside.today).toBe(4);
    const { rows, total } = await officer.call(deskRoutes.visits, { params: { id }, query: { q: "binh" } });
    expect([total, rows[0]]).toMatchObject([1, { fullName: "Trần Văn Bình", phone: "0912••••••78", consent: true, steps: ["f8"], hamlet: "ấp Phiên" }]);
  });

  it("reads a pass scanned or typed, and says when the code is mistyped or of another fair", async () => {
    await officer.call(deskRoutes.makePasses, { params: { id }, body: { count: 2 } });
    const passes = await officer.call(deskRoutes.visits, { params: { id }, query: { channel: "pass" } });
    const code = passes.rows[0]!.shortCode;
    expect(passes.rows.map(({ checkedInAt }) => checkedInAt)).toEqual([null, null]);
    const printed = await officer.call(deskRoutes.printPasses, { params: { id }, body: { which: "blank", visitIds: [], format: "screen" } });
    expect(new TextDecoder().decode(printed.bytes)).toContain(`/${code}`);
    const fair = await officer.call(fairRoutes.fair, { params: { id } });
    const entered = await officer.call(deskRoutes.checkIn, { params: { id }, body: { code: `${fair.code}/${code}` } });
    expect([entered.was, entered.visit.checkedInAt === null]).toEqual(["new", false]);
    expect((await officer.call(deskRoutes.checkIn, { params: { id }, body: { code: code.toLowerCase() } })).was).toBe("here");
    await officer.call(deskRoutes.changeVisitor, { params: { id: entered.visit.id }, body: { ...visitor("Phạm Thị Thẻ"), baseVersion: entered.visit.version } });
    expect((await officer.call(deskRoutes.visitByCode, { params: { id }, query: { code } })).visit.fullName).toBe("Phạm Thị Thẻ");
    const wrong = code.slice(0, 4) + (code[4] === "2" ? "3" : "2");
    expect((await officer.refused(deskRoutes.checkIn, { params: { id }, body: { code: wrong } })).code).toBe("fairs.codeMistyped");
    expect((await officer.refused(deskRoutes.checkIn, { params: { id }, body: { code: `PGD-1999-001/${code}` } })).code).toBe("fairs.codeOfOtherFair");
  });

  it("counts distinct persons and touches apart and never adds the steps", async () => {
    await act(an, "f4a", { employerId: firmA, vacancyId: sewing });
    await act(an, "f4a", { employerId: firmB });
    expect((await officer.refused(boothRoutes.recordAction, { params: { id }, body: { visitId: an, step: "f4a", employerId: firmB } })).code).toBe("fairs.actionTwice");
    expect((await officer.refused(boothRoutes.recordAction, { params: { id }, body: { visitId: an, step: "f5a" } })).code).toBe("fairs.firmMissing");
    expect((await officer.refused(boothRoutes.recordAction, { params: { id }, body: { visitId: an, step: "f5b", employerId: firmA } })).code).toBe("fairs.appointmentMissing");
    await act(an, "f5a", { employerId: firmA });
    await act(an, "f5a", { employerId: firmB });
    await act(binh, "f5b", { employerId: firmA, nextOn: day("2026-11-30") });
    await act(an, "f7", { topic: "Nhật Bản" });
    await act(an, "f9", { topic: "job" });
    const funnel = await funnelOf(id);
    expect(line(funnel, "f4a")).toMatchObject({ persons: 1, touches: 2, value: 2 });
    expect(line(funnel, "f5a")).toMatchObject({ persons: 1, touches: 2, value: 1 });
    expect(line(funnel, "f1").value).toBe(2);
    expect(line(funnel, "f2").value).toBe(50);
    expect(line(funnel, "f3").value).toBe(5);
    expect(funnel.conversion).toEqual({ part: 2, whole: 2, rate: { kind: "rate", value: "100.0", decimals: 1 } });
    expect(funnel.active).toBe(2);
    // Bình has an appointment and was never registered
    expect(funnel.warnings.map(({ code }) => code)).toEqual(["fairs.warning.notRegistered"]);
    expect(funnel.warnings[0]!.message).toContain("1 người");
  });

  it("opens each number to its rows, and shows a stranger no part as if it were the whole", async () => {
    const { rows, value } = await officer.call(funnelRoutes.funnelRows, { params: { id, step: "f4a" } });
    expect([rows.length, value]).toEqual([2, 2]);
    expect(rows.map(({ employer }) => employer).sort()).toEqual(["Công ty Giày Thử", "Công ty May Thử"]);
    expect((await funnelOf(id, neighbour)).lines).toBeNull();
    expect((await neighbour.call(deskRoutes.visits, { params: { id }, query: {} })).total).toBe(0);
    expect((await neighbour.refused(reportRoutes.fairReport, { params: { id } })).code).toBe("fairs.notWhole");
    expect((await leader.call(funnelRoutes.funnelRows, { params: { id, step: "f7" } })).rows).toHaveLength(1);
  });

  it("every registration abroad or for training is a follow-up with owner and day, closed with a result", async () => {
    const { rows, counts } = await officer.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY } });
    expect(counts).toEqual({ open: 2, late: 0, done: 0 });
    expect(rows.map(({ kind, name, owner, dueOn, topic }) => [kind, name, owner, dueOn, topic])).toEqual([["overseas", "Nguyễn Thị An", "xã Phú Hữu", "2026-12-08", "Nhật Bản"], ["training", "Trần Văn Bình", "xã Phú Hữu", "2026-12-08", null]]);
    const [abroad, training] = rows as [(typeof rows)[0], (typeof rows)[0]];
    const { version } = await officer.call(followupRoutes.assignFollowup, { params: { id: abroad.id }, body: { baseVersion: 1, owner: "Chị Hoa", dueOn: day("2026-11-22") } });
    expect((await officer.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY, due: "late" } })).rows.map(({ owner }) => owner)).toEqual(["Chị Hoa"]);
    expect((await officer.refused(followupRoutes.closeFollowup, { params: { id: abroad.id }, body: { baseVersion: 1, result: "advised", on: TODAY } })).code).toBe("fairs.changed");
    expect((await officer.refused(followupRoutes.closeFollowup, { params: { id: abroad.id }, body: { baseVersion: version, result: "other", on: TODAY } })).code).toBe("fairs.noteMissing");
    await officer.call(followupRoutes.closeFollowup, { params: { id: abroad.id }, body: { baseVersion: version, result: "changed_mind", on: TODAY } });
    expect((await neighbour.refused(followupRoutes.closeFollowup, { params: { id: training.id }, body: { baseVersion: 1, result: "advised", on: TODAY } })).code).toBe("fairs.followupUnknown");
    const after = await officer.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY } });
    expect(after.rows.map(({ state }) => state)).toEqual(["open", "dropped"]);
    const f7 = await officer.call(funnelRoutes.funnelRows, { params: { id, step: "f7" } });
    expect((await officer.refused(boothRoutes.voidAction, { params: { id: f7.rows[0]!.id }, body: { reason: "ghi nhầm" } })).code).toBe("fairs.followupDone");
  });

  it("hands a firm only those who agreed, with purpose and rows on file, and starts the clock only where the office set days", async () => {
    const ask = { employerId: firmA, purpose: "Phỏng vấn lần hai", receiver: "Phòng nhân sự" };
    let view = await officer.call(consentRoutes.handovers, { params: { id } });
    expect(view.firms.find(({ employerId }) => employerId === firmA)).toMatchObject({ candidates: 2, agreed: 1, handed: 0 });
    expect((await officer.refused(consentRoutes.handOver, { params: { id }, body: { ...ask, employerId: firmB } })).code).toBe("fairs.nobodyAgreed");
    const file = await officer.call(consentRoutes.handOver, { params: { id }, body: ask });
    expect(String.fromCharCode(...file.bytes.slice(0, 2))).toBe("PK");
    view = await officer.call(consentRoutes.handovers, { params: { id } });
    expect([view.deleteAfterDays, view.handovers.length, view.handovers[0]]).toMatchObject([null, 1, { employer: "Công ty May Thử", rows: 1, receiver: "Phòng nhân sự" }]);
    const handoverId = view.handovers[0]!.id;
    const { lines } = await officer.call(consentRoutes.handover, { params: { id: handoverId } });
    expect(lines.map(({ name }) => name)).toEqual(["Trần Văn Bình"]);
    const lineIds = lines.map((one) => one.id);
    expect((await officer.refused(consentRoutes.markDeleted, { params: { id: handoverId }, body: { lineIds, on: TODAY, proof: "Công văn 1" } })).code).toBe("fairs.notHiredFirst");
    await officer.call(consentRoutes.markNotHired, { params: { id: handoverId }, body: { lineIds, on: TODAY } });
    expect((await officer.call(consentRoutes.handover, { params: { id: handoverId } })).lines[0]).toMatchObject({ notHiredOn: TODAY, deleteBy: null, late: false });
    await officer.call(consentRoutes.markDeleted, { params: { id: handoverId }, body: { lineIds, on: TODAY, proof: "Công văn 1" } });
    const audit = await services.door.read(provinceActor(), async ({ client }) => (await client.query<{ purpose: string; rows: number }>("select purpose, rows from audit_event where action = 'fairs.handOver'")).rows);
    expect(audit).toEqual([{ purpose: "Phỏng vấn lần hai", rows: 1 }]);
    await officer.call(consentRoutes.withdrawConsent, { params: { id: binh }, body: { purpose: "share_with_firm" } });
    expect((await officer.refused(consentRoutes.handOver, { params: { id }, body: ask })).code).toBe("fairs.nobodyAgreed");
  });

  it("keeps what became of people after 30 and 90 days", async () => {
    const body = { visitId: an, milestone: 30, onDate: TODAY, outcome: "working" } as const;
    expect((await officer.refused(resultRoutes.recordResult, { params: { id }, body })).code).toBe("fairs.startMissing");
    expect((await officer.refused(resultRoutes.recordResult, { params: { id }, body: { ...body, startedOn: TODAY } })).code).toBe("fairs.resultFirmMissing");
    await officer.call(resultRoutes.recordResult, { params: { id }, body: { ...body, startedOn: TODAY, employerId: firmB } });
    await officer.call(resultRoutes.recordResult, { params: { id }, body: { ...body, outcome: "lost" } });
    await officer.call(resultRoutes.recordResult, { params: { id }, body: { ...body, startedOn: TODAY, employerName: "Công ty Mới" } });
    const { rows, totals } = await officer.call(resultRoutes.fairResults, { params: { id }, query: {} });
    expect(totals[1]).toEqual({ milestone: 30, asked: 1, working: 1, notWorking: 0, lost: 0 });
    expect(rows.find(({ visitId }) => visitId === an)!.milestones[1]).toMatchObject({ state: "recorded", employer: "Công ty Mới" });
    expect((await funnelOf(id)).hiredLater).toBe(1);
  });

  it("erases a visitor down to a tombstone; the counts hold", async () => {
    const before = await funnelOf(id);
    const phone = await officer.call(deskRoutes.revealPhone, { params: { id: binh }, body: { purpose: "gọi hẹn phỏng vấn" } });
    expect(phone.phone).toBe("0912 345 678");
    await officer.call(deskRoutes.eraseVisitor, { params: { id: binh }, body: { reason: "người dân yêu cầu" } });
    expect((await funnelOf(id)).lines).toEqual(before.lines);
    const left = await services.door.read(provinceActor(), async ({ client }) => (await client.query<{ text: string }>("select (select json_agg(v) from fair_visit v)::text || coalesce((select json_agg(c) from command_log c)::text, '') || (select json_agg(a) from audit_event a)::text as text")).rows[0]!.text);
    expect(left).not.toMatch(/Trần Văn Bình|tran van binh|345 678/);
    expect((await officer.refused(boothRoutes.recordAction, { params: { id }, body: { visitId: binh, step: "f9", topic: "job" } })).code).toBe("fairs.erased");
  });

  it("reports itself, counted anew, as screen and Word", async () => {
    const { paper } = await officer.call(reportRoutes.fairReport, { params: { id } });
    expect(JSON.stringify(paper)).toContain("lượt đăng ký tìm việc trực tiếp tại doanh nghiệp");
    const word = await officer.call(reportRoutes.printFairReport, { params: { id }, body: { format: "docx" } });
    expect(String.fromCharCode(...word.bytes.slice(0, 2))).toBe("PK");
  });
});

describe.sequential("the fair of 2023 on paper", () => {
  it("gives the sentence of the article from tallies, and its figures to the indicators of the area", async () => {
    const { id } = await centre.call(fairRoutes.addFair, plan({ name: "An Phú 2023", onDate: day("2023-07-15"), unitUid: PHU_HUU }));
    const counts = { f1: 32, f4a: 508, f4b: 19, f5a: 86, f5b: 75, f7: 16, f8: 213 };
    await centre.call(boothRoutes.addTallies, { params: { id }, body: { source: "tally", counts: Object.entries(counts).map(([step, count]) => ({ step: step as "f1", count })) } });
    const funnel = await funnelOf(id, centre);
    expect(funnel.conversion.rate).toEqual({ kind: "rate", value: "30.6", decimals: 1 });
    expect(funnel.warnings.map(({ code }) => code)).toEqual(["fairs.warning.tallyNoFollowup"]);
    const { paper } = await centre.call(reportRoutes.fairReport, { params: { id } });
    for (const number of ["32", "508", "19", "86", "75", "16", "213"]) expect(JSON.stringify(paper)).toContain(`"text":"${number}","bold":true`);
    const counted = await services.door.read(provinceActor(), (tx) => countFair(tx, { area: PHU_HUU, on: day("2023-12-31"), from: day("2023-01-01"), to: day("2023-12-31") }));
    expect([counted.fairs, counted.lines.find(({ step }) => step === "f4a")!.value]).toEqual([1, 508]);
    const elsewhere = await services.door.read(provinceActor(), (tx) => countFair(tx, { area: KHANH_BINH, on: day("2023-12-31"), from: day("2023-01-01"), to: day("2023-12-31") }));
    expect(elsewhere.fairs).toBe(0);
    const before = await services.door.read(provinceActor(), (tx) => countFair(tx, { area: PHU_HUU, on: day("2023-12-31"), from: day("2023-01-01"), to: day("2023-12-31"), knownAt: "2026-01-01T00:00:00Z" }));
    expect(before.fairs).toBe(0);
    expect((await centre.refused(boothRoutes.addTallies, { params: { id }, body: { source: "group", counts: [{ step: "f3", count: 1 }] } })).code).toBe("fairs.groupUnnamed");
    expect((await centre.refused(boothRoutes.addTallies, { params: { id }, body: { source: "tally", counts: [{ step: "f3", count: 1, female: 2 }] } })).code).toBe("fairs.femaleExceed");
  });
});

describe.sequential("registration over the net", () => {
  const open = async (token: string) => (await (await app.request(openFairRoutes.openFair, { params: { token } })).json()) as { state: string; notice: { version: string }; employers: unknown[] };
  const send = (token: string, more: object = {}) => app.request(openFairRoutes.registerOnline, { params: { token }, body: { fullName: "Đỗ Văn Mạng", birthYear: 2000, communeUid: PHU_HUU, hamletName: "ấp Phiên", wish: "job", vacancyIds: [], noticeVersion: "2026-11", agreed: true, share: true, ...more } });

  it("is open without an account at an address that cannot be guessed, and answers the same for everybody", async () => {
    const { id } = await officer.call(fairRoutes.addFair, plan({ name: "Phiên trực tuyến" }));
    const { token } = await officer.call(fairRoutes.openRegistration, { params: { id }, body: { baseVersion: 1, open: true } });
    expect((await open(token!)).state).toBe("open");
    expect((await open("an_giang-AAAAAAAAAAAAAAAA")).state).toBe("unknown");
    expect((await open("nonsense")).state).toBe("unknown");
    expect((await send(token!, { agreed: false })).status).toBe(400);
    expect(((await (await send(token!, { noticeVersion: "old" })).json()) as { code: string }).code).toBe("fairs.noticeChanged");
    const first = (await (await send(token!)).json()) as { shortCode: string; passText: string };
    const second = (await (await send(token!)).json()) as { shortCode: string };
    expect(Object.keys(second).sort()).toEqual(["passText", "shortCode"]);
    expect((await send(token!, { fullName: "Lý Thị Nước Ngoài", wish: "overseas", communeUid: null, hamletName: "Cần Thơ", share: false })).status).toBe(200);
    const funnel = await funnelOf(id);
    // one person who registered twice is one registration; nobody has come yet
    expect(line(funnel, "f4b")).toMatchObject({ persons: 1, touches: 1, value: 1 });
    expect([line(funnel, "f7").value, line(funnel, "f3").value]).toEqual([1, 0]);
    const came = await officer.call(deskRoutes.checkIn, { params: { id }, body: { code: first.passText } });
    expect(came.visit).toMatchObject({ hamlet: "ấp Phiên", consent: true, channel: "online" });
    expect((await officer.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY, fair: id } })).rows[0]).toMatchObject({ kind: "overseas", owner: "xã Phú Hữu", place: "Cần Thơ" });
    const closed = await officer.call(fairRoutes.openRegistration, { params: { id }, body: { baseVersion: 2, open: false } });
    expect(closed.token).toBeNull();
    expect((await open(token!)).state).toBe("unknown");
  });

  it("is limited: a flood is told to wait", async () => {
    const { id } = await officer.call(fairRoutes.addFair, plan({ name: "Phiên bị dội" }));
    const { token } = await officer.call(fairRoutes.openRegistration, { params: { id }, body: { baseVersion: 1, open: true } });
    const codes: number[] = [];
    for (let i = 0; i < 32; i++) codes.push((await send(token!, { fullName: `Người Thứ ${i}` })).status);
    expect(codes.filter((status) => status === 200)).toHaveLength(30);
    expect(codes.slice(-2)).toEqual([422, 422]);
  });
});

describe.sequential("a sheet typed at the tables", () => {
  it("brings people and what they did, says what is amiss by cell, and changes nothing when it comes again", async () => {
    const { id } = await officer.call(fairRoutes.addFair, plan({ name: "Phiên nhập phiếu" }));
    await officer.call(fairRoutes.addEmployer, { params: { id }, body: { name: "Công ty May Phiếu", attended: true } });
    await officer.call(fairRoutes.addEmployer, { params: { id }, body: { name: "Công ty Giày Phiếu", attended: true } });
    const headings = ["STT", "Họ và tên", "Năm sinh", "Ấp", "Doanh nghiệp", "Đăng ký trực tiếp", "Phỏng vấn trực tiếp", "Hẹn phỏng vấn", "Đăng ký học nghề"];
    const good = [
      [1, "Ngô Thị Phiếu", 1990, "Ấp Phiên", "CÔNG TY MAY PHIẾU", "x", "x", null, null],
      [2, "Ngô Thị Phiếu", 1990, "Ấp Phiên", "Công ty Giày Phiếu", "x", null, "30/11/2026", null],
      [3, "Vũ Văn Phiếu", 2003, "Ấp Phiên", null, null, null, null, "Hàn"],
    ] as const;
    const send = async (rows: readonly Cells[]) => ({ kind: "fair-sheet", area: PHU_HUU, asOf: TODAY, parameters: { fair: id }, body: await sheetOf(headings, rows) });
    const bad = await sendList(officer, await send([...good, [4, "Lý Văn Sai", 1999, "Ấp Phiên", "Công ty Không Có", "x", null, null, null]]));
    const { rows: problems } = await officer.call(listRoutes.problems, { params: { kind: "fair-sheet", id: bad.id }, query: { severity: "error" } });
    expect(problems.map(({ cell, code }) => [cell, code])).toEqual([["E6", "fairs.sheet.firmUnknown"]]);
    const done = await takeSent(officer, await send(good));
    expect(done.result).toMatchObject({ changed: true, counts: { new: 3 } });
    const funnel = await funnelOf(id);
    expect(line(funnel, "f3")).toMatchObject({ persons: 2, touches: 2 });
    expect(line(funnel, "f4a")).toMatchObject({ persons: 1, touches: 2 });
    expect([line(funnel, "f5a").value, line(funnel, "f5b").value, line(funnel, "f8").value]).toEqual([1, 1, 1]);
    expect((await takeSent(officer, await send(good))).result).toMatchObject({ changed: false, counts: { unchanged: 3 } });
    const changed = await takeSent(officer, await send([good[0], good[1], [3, "Vũ Văn Phiếu", 2003, "Ấp Phiên", null, null, null, null, "Điện lạnh"]]));
    expect(changed.result).toMatchObject({ changed: true, counts: { changed: 1 } });
    const { rows } = await officer.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY, fair: id } });
    expect(rows.map(({ name, topic }) => [name, topic])).toEqual([["Vũ Văn Phiếu", "Điện lạnh"]]);
    expect(line(await funnelOf(id), "f3")).toMatchObject({ persons: 2, touches: 2 });
  });
});

describe("where a resident registered at another unit's fair", () => {
  it("the commune of residence sees and closes the follow-up, and nobody else of that fair", async () => {
    const { id } = await centre.call(fairRoutes.addFair, plan({ name: "Phiên của tỉnh", unitUid: AN_GIANG_UID }));
    await centre.call(deskRoutes.walkIn, { params: { id }, body: visitor("Trịnh Thị Bên", { hamletId: neighbourHamlet, wish: "training", register: true }) });
    await centre.call(deskRoutes.walkIn, { params: { id }, body: visitor("Trịnh Thị Kia", { wish: "training", register: true }) });
    const { rows } = await neighbour.call(followupRoutes.followups, { query: { area: KHANH_BINH, on: TODAY } });
    expect(rows.map(({ name, owner }) => [name, owner])).toEqual([["Trịnh Thị Bên", "xã Khánh Bình"]]);
    await neighbour.call(followupRoutes.closeFollowup, { params: { id: rows[0]!.id }, body: { baseVersion: 1, result: "need_registered", on: TODAY } });
    expect((await neighbour.call(deskRoutes.visits, { params: { id }, query: {} })).rows.map(({ fullName }) => fullName)).toEqual(["Trịnh Thị Bên"]);
    expect((await neighbour.refused(deskRoutes.walkIn, { params: { id }, body: visitor("Ai Đó") })).code).toBe("fairs.notAtThisFair");
  });
});

describe("a registration at a fair becomes a record of its own field", () => {
  it("a case of work abroad, or a need for a trade, in one command with the end of the follow-up", async () => {
    const both = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["jobs", "training"] });
    await services.door.write(provinceActor(), { commandId: newId(), name: "test.trade", input: {} }, async ({ client }) => {
      await client.query("insert into trade (code, name, name_folded, sector, level, valid_from) values ('MAY', 'May công nghiệp', 'may cong nghiep', 'non_farm', 'so_cap', '2020-01-01')");
      return { answer: null };
    });
    const { id } = await both.call(fairRoutes.addFair, plan({ name: "Phiên nối hồ sơ" }));
    await both.call(deskRoutes.walkIn, { params: { id }, body: visitor("Huỳnh Văn Xa", { wish: "overseas", register: true }) });
    await both.call(deskRoutes.walkIn, { params: { id }, body: visitor("Kiều Thị Học", { wish: "training", register: true }) });
    await both.call(deskRoutes.walkIn, { params: { id }, body: visitor("Người Chưa Rõ Ấp", { hamletId: null, residence: "Tân Châu", wish: "overseas", register: true }) });
    const list = async () => (await both.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY, fair: id } })).rows;
    const of = async (name: string) => (await list()).find((row) => row.name === name)!;
    const abroad = await of("Huỳnh Văn Xa");
    const { linkedId } = await both.call(followupRoutes.openCase, { params: { id: abroad.id }, body: { baseVersion: 1 } });
    const [made] = await services.door.read(provinceActor(), async ({ client }) => (await client.query<{ full_name: string; fair_id: string; state: string }>("select full_name, fair_id, state from overseas_case where id = $1", [linkedId])).rows);
    expect(made).toMatchObject({ full_name: "Huỳnh Văn Xa", fair_id: id });
    expect(await of("Huỳnh Văn Xa")).toMatchObject({ state: "done", result: "case_opened", linkedEntity: "overseas_case", linkedId });
    expect((await both.refused(followupRoutes.reopenFollowup, { params: { id: abroad.id }, body: { baseVersion: 2, reason: "thử mở lại" } })).code).toBe("fairs.followupLinked");
    const training = await of("Kiều Thị Học");
    const ask = { params: { id: training.id }, body: { baseVersion: 1, tradeCode: "MAY" } };
    expect((await officer.refused(followupRoutes.registerNeed, ask)).code).toBe("training.need.notYours");
    expect((await both.refused(followupRoutes.registerNeed, { ...ask, body: { ...ask.body, tradeCode: "LA" } })).code).toBe("training.followUp.tradeUnknown");
    expect((await of("Kiều Thị Học")).state).toBe("open");
    await both.call(followupRoutes.registerNeed, ask);
    expect(await of("Kiều Thị Học")).toMatchObject({ state: "done", result: "need_registered", linkedEntity: "training_need" });
    const unplaced = await of("Người Chưa Rõ Ấp");
    expect((await both.refused(followupRoutes.openCase, { params: { id: unplaced.id }, body: { baseVersion: 1 } })).code).toBe("fairs.placeMissing");
  });
});
