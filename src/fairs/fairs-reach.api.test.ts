import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor } from "../../test/support/actors.ts";
import { sendList, sheetOf, takeSent, type Cells } from "../../test/support/lists.ts";
import { enterprisesRoutes } from "../enterprises/contract.ts";
import { plainDate } from "../kernel/date.ts";
import { newId } from "../platform/door.ts";
import { folderOf } from "../platform/resources.ts";
import { listRoutes } from "../registry/list-import/contract.ts";
import { boothRoutes } from "./booth/contract.ts";
import { deskRoutes, openFairRoutes } from "./desk/contract.ts";
import { erasingRoutes } from "./erasing/contract.ts";
import { app, centre, database, funnelOf, KHANH_BINH, line, neighbour, neighbourHamlet, officer, openFairs, PHU_HUU, plan, services, TODAY, visitor } from "./fairs.testing.ts";
import { followupRoutes } from "./followups/contract.ts";
import { fairRoutes } from "./plan/contract.ts";

beforeAll(openFairs);
afterAll(() => database.close());

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
    expect(codes.slice(-2)).toEqual([429, 429]);
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

describe("paper sheets typed after the fair", () => {
  it("belong to the fair's last day", async () => {
    const { id } = await officer.call(fairRoutes.addFair, plan({ name: "Phiên đã qua", onDate: plainDate("2026-10-10"), toDate: plainDate("2026-10-11") }));
    const firm = await officer.call(fairRoutes.addEmployer, { params: { id }, body: { name: "Công ty Gõ Sau", attended: true } });
    const entered = await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("Tạ Văn Sau", { wish: "training", register: true }) });
    expect([entered.was, entered.today]).toEqual(["new", 1]);
    expect((await officer.call(deskRoutes.walkIn, { params: { id }, body: visitor("Tạ Văn Sau") })).was).toBe("here");
    await officer.call(boothRoutes.recordAction, { params: { id }, body: { visitId: entered.id, step: "f4a", employerId: firm.id } });
    const { visit, actions } = await officer.call(deskRoutes.visitByCode, { params: { id }, query: { code: entered.shortCode } });
    expect(visit.checkedInAt).toBe("2026-10-11 08:00");
    expect(actions.map(({ step, onDate }) => [step, onDate])).toEqual([["f8", "2026-10-11"], ["f4a", "2026-10-11"]]);
    expect((await officer.call(followupRoutes.followups, { query: { area: PHU_HUU, on: TODAY, fair: id } })).rows[0]).toMatchObject({ dueOn: "2026-10-26", due: "late" });
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

describe.sequential("a registration for training taken by an office that may not write needs", () => {
  it("is handed to the commune of residence with the trade, and the commune makes the need of it", async () => {
    const both = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields: ["jobs", "training"] });
    const { id } = await centre.call(fairRoutes.addFair, plan({ name: "Phiên trung tâm", unitUid: AN_GIANG_UID }));
    await centre.call(deskRoutes.walkIn, { params: { id }, body: visitor("Mạc Thị Chuyển", { hamletId: neighbourHamlet, wish: "training", register: true }) });
    await centre.call(deskRoutes.walkIn, { params: { id }, body: visitor("Mạc Văn Xa", { hamletId: null, residence: "Cần Thơ", wish: "training", register: true }) });
    const rows = async (by = centre) => (await by.call(followupRoutes.followups, { query: { area: by === centre ? AN_GIANG_UID : KHANH_BINH, on: TODAY, fair: id } })).rows;
    const of = async (name: string, by = centre) => (await rows(by)).find((row) => row.name === name)!;
    const mine = await of("Mạc Thị Chuyển");
    expect([mine.may, mine.mayNeed, mine.wantedTrade]).toEqual([true, false, null]);
    expect((await centre.refused(followupRoutes.registerNeed, { params: { id: mine.id }, body: { baseVersion: 1, tradeCode: "MAY" } })).code).toBe("training.need.notYours");
    expect((await centre.refused(followupRoutes.handToCommune, { params: { id: mine.id }, body: { baseVersion: 1, tradeCode: "LA" } })).code).toBe("fairs.tradeUnknown");
    expect((await centre.refused(followupRoutes.handToCommune, { params: { id: (await of("Mạc Văn Xa")).id }, body: { baseVersion: 1, tradeCode: "MAY" } })).code).toBe("fairs.placeMissing");
    expect(await centre.call(followupRoutes.handToCommune, { params: { id: mine.id }, body: { baseVersion: 1, tradeCode: "MAY" } })).toEqual({ version: 2, owner: "xã Khánh Bình" });
    const theirs = await of("Mạc Thị Chuyển", both);
    expect(theirs).toMatchObject({ owner: "xã Khánh Bình", state: "open", mayNeed: true, wantedTrade: { code: "MAY", name: "May công nghiệp" }, handedOn: TODAY, handedBy: "Thử job_centre" });
    await both.call(followupRoutes.registerNeed, { params: { id: theirs.id }, body: { baseVersion: 2, tradeCode: theirs.wantedTrade!.code } });
    expect(await of("Mạc Thị Chuyển")).toMatchObject({ state: "done", result: "need_registered", linkedEntity: "training_need" });
  });
});

describe.sequential("a firm of the list of organisations at a fair", () => {
  it("is found by name, linked, and takes part once", async () => {
    const { id } = await officer.call(fairRoutes.addFair, plan({ name: "Phiên tra cứu" }));
    const blank = { taxCode: null, unitUid: PHU_HUU, address: null, contactName: "Chị Ba", phone: "0912 000 111", email: null, industry: "May mặc", workers: null, note: null, confirmAlike: false };
    const organisation = await officer.call(enterprisesRoutes.addOrganisation, { body: { ...blank, name: "Công ty May Tra Cứu", kinds: ["enterprise"] } });
    const { rows } = await officer.call(enterprisesRoutes.organisations, { query: { on: TODAY, q: "may tra cuu" } });
    expect(rows).toMatchObject([{ id: organisation.id, phone: "0912 000 111", industry: "May mặc" }]);
    await officer.call(fairRoutes.addEmployer, { params: { id }, body: { organisationId: organisation.id, name: rows[0]!.name, industry: rows[0]!.industry, attended: true } });
    expect((await officer.refused(fairRoutes.addEmployer, { params: { id }, body: { organisationId: organisation.id, name: "May Tra Cứu chi nhánh", attended: true } })).code).toBe("fairs.employerTwice");
    expect((await officer.refused(fairRoutes.addEmployer, { params: { id }, body: { organisationId: newId(), name: "Không Có", attended: true } })).code).toBe("fairs.organisationUnknown");
    expect((await officer.call(fairRoutes.fair, { params: { id } })).employers).toMatchObject([{ organisationId: organisation.id, name: "Công ty May Tra Cứu" }]);
  });
});

describe.sequential("names of visitors past the office's term", () => {
  it("are listed fair by fair, and go in one command for as many people as were shown; who is followed up stays", async () => {
    expect(await officer.call(erasingRoutes.dueErasures)).toEqual({ term: null, rows: [], may: true });
    const parameters = JSON.parse(readFileSync(folderOf("src/fairs/parameters.json"), "utf8")) as { eraseAfterDays: { value: number | null } };
    parameters.eraseAfterDays.value = 180;
    mkdirSync(join(services.config.data, "fairs"), { recursive: true });
    writeFileSync(join(services.config.data, "fairs", "parameters.json"), JSON.stringify(parameters));
    const fair = async (name: string, onDate: string) => (await officer.call(fairRoutes.addFair, plan({ name, onDate: plainDate(onDate) }))).id;
    const [old, older, young] = [await fair("Phiên hết hạn", "2026-03-01"), await fair("Phiên cũ hơn", "2025-11-01"), await fair("Phiên còn hạn", "2026-08-01")];
    await officer.call(deskRoutes.walkIn, { params: { id: old }, body: visitor("Tống Thị Hết", { phone: "0912 345 000" }) });
    await officer.call(deskRoutes.walkIn, { params: { id: old }, body: visitor("Tống Văn Theo", { wish: "overseas", register: true }) });
    await officer.call(deskRoutes.walkIn, { params: { id: older }, body: visitor("Tống Thị Cũ") });
    await officer.call(deskRoutes.walkIn, { params: { id: young }, body: visitor("Tống Thị Mới") });
    const { rows } = await officer.call(erasingRoutes.dueErasures);
    expect(rows.map(({ fairId, dueOn, people, phones, held }) => [fairId, dueOn, people, phones, held])).toEqual([[older, "2026-04-30", 1, 0, 0], [old, "2026-08-28", 1, 1, 1]]);
    expect((await neighbour.call(erasingRoutes.dueErasures)).rows).toEqual([]);
    const before = await funnelOf(old);
    expect((await officer.refused(erasingRoutes.eraseDue, { body: { fairIds: [old, young], expected: 2 } })).code).toBe("fairs.notDue");
    expect((await neighbour.refused(erasingRoutes.eraseDue, { body: { fairIds: [old], expected: 1 } })).code).toBe("fairs.notDue");
    expect((await officer.refused(erasingRoutes.eraseDue, { body: { fairIds: [old, older], expected: 3 } })).code).toBe("fairs.eraseCountChanged");
    expect(await officer.call(erasingRoutes.eraseDue, { body: { fairIds: [old, older], expected: 2 } })).toEqual({ fairs: 2, people: 2 });
    const names = async (id: string) => (await officer.call(deskRoutes.visits, { params: { id }, query: {} })).rows.map(({ fullName }) => fullName);
    expect([(await names(old)).filter((name) => name !== null), await names(older), await names(young)]).toEqual([["Tống Văn Theo"], [null], ["Tống Thị Mới"]]);
    expect((await funnelOf(old)).lines).toEqual(before.lines);
    expect((await officer.call(erasingRoutes.dueErasures)).rows).toMatchObject([{ fairId: old, people: 0, held: 1 }]);
    const kept = await services.door.read(provinceActor(), async ({ client }) => (await client.query<{ text: string }>("select coalesce((select json_agg(c) from command_log c)::text, '') || (select json_agg(a) from audit_event a)::text || (select json_agg(v) from fair_visit v)::text as text")).rows[0]!.text);
    expect(kept).not.toMatch(/Tống Thị Hết|345 000/);
  });
});
