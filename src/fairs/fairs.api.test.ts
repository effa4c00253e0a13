import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor } from "../../test/support/actors.ts";
import { plainDate as day } from "../kernel/date.ts";
import { boothRoutes, type ActionBody } from "./booth/contract.ts";
import { consentRoutes } from "./consent/contract.ts";
import { deskRoutes } from "./desk/contract.ts";
import { centre, database, funnelOf, KHANH_BINH, leader, line, neighbour, noField, officer, openFairs, PHU_HUU, plan, services, TODAY, visitor } from "./fairs.testing.ts";
import { followupRoutes } from "./followups/contract.ts";
import { funnelRoutes } from "./funnel/contract.ts";
import { fairRoutes } from "./plan/contract.ts";
import { countFair } from "./public.ts";
import { reportRoutes } from "./report/contract.ts";
import { resultRoutes } from "./results/contract.ts";

beforeAll(openFairs);
afterAll(() => database.close());

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
