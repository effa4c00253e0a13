import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { countJobEvents } from "../../jobs/public.ts";
import { plainDate as day } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, query, write, type Planted } from "../../poverty/review/review.testing.ts";
import { countOverseas } from "../public.ts";
import { awayRoutes as routes, type AwayBody } from "./contract.ts";

// People of two hamlets of a border commune; today is 23/11/2026.
let database: TestDatabase;
let services: Services;
let officer: Person, surveyor: Person, neighbour: Person, leader: Person;
let near: Planted, far: Planted;
const ON = day("2026-11-23");

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  near = await plantHamlet(services, { name: "Ấp Gần", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [{ b1: 130, b2: 40 }] });
  far = await plantHamlet(services, { name: "Ấp Xa", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [] });
  const fields = ["jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [near.hamletId], fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW, fields });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields });
});
afterAll(() => database.close());

const person = (fullName: string, more: Partial<AwayBody> = {}): { body: AwayBody } => ({
  body: { worker: { hamletId: near.hamletId, fullName, birthYear: 1998, sex: 2 }, kind: "domestic", destination: "Bình Dương", destinationCode: "79", industrialPark: "KCN Sóng Thần", left: { on: day("2025-02-10"), precision: "month" }, seasonal: false, seenOn: day("2026-11-01"), ...more },
});
const area = { area: PHU_HUU_NOW, on: ON };
const overview = async (by = officer) => (await by.call(routes.awayOverview, { query: area })).rows;
const row = async (hamletId: string) => (await overview()).find((one) => one.hamletId === hamletId)!;
const one = async (id: string) => (await officer.call(routes.awayPerson, { params: { id } }));

describe.sequential("people away and back", () => {
  let worker: string, border: string;
  it("are entered by the hamlet's surveyor; one record of a person who is away", async () => {
    worker = (await surveyor.call(routes.addAway, person("Nguyễn Thị Công Nhân"))).id;
    expect((await one(worker)).row).toMatchObject({ leftOn: "2025-02-01", leftPrecision: "month", source: "hamlet", destinationCode: "79" });
    const twice = await officer.refused(routes.addAway, person("NGUYỄN THỊ CÔNG NHÂN"));
    expect([twice.code, twice.data["id"]]).toEqual(["migration.away.openAlready", worker]);
    expect((await surveyor.refused(routes.addAway, person("Người Ấp Khác", { worker: { hamletId: far.hamletId, fullName: "Người Ấp Khác" } }))).code).toBe("areas.hamletOutsideArea");
    expect((await officer.refused(routes.addAway, person("Lê Văn Ngày", { left: { on: day("2026-12-01"), precision: "day" } }))).code).toBe("migration.away.toCome");
    expect((await officer.refused(routes.addAway, person("Lê Văn Ngày", { destinationCode: "KH" }))).code).toBe("migration.away.domesticAbroad");
    expect((await leader.refused(routes.addAway, person("Lê Văn Ngày"))).code).toBe("migration.notYours");
    const { provinces, own } = await officer.call(routes.destinations, { query: { on: ON } });
    expect([own, provinces.length]).toEqual(["91", 34]);
  });

  it("over the border without a contract and home without papers are recorded for support and are no labour abroad", async () => {
    border = (await officer.call(routes.addAway, person("Trần Văn Biên", { kind: "cross_border", destination: "Kandal", destinationCode: "KH", left: { on: day("2026-03-05"), precision: "day" }, worker: { hamletId: far.hamletId, fullName: "Trần Văn Biên", birthYear: 1990, sex: 1 } }))).id;
    expect((await officer.refused(routes.addAway, person("Chăm Về", { kind: "without_papers", destination: "Campuchia", destinationCode: "KH", left: null }))).code).toBe("migration.away.notReturned");
    await officer.call(routes.addAway, person("Chăm Về", { kind: "without_papers", destination: "Campuchia", destinationCode: "KH", left: null, returned: { on: day("2026-07-15"), precision: "month" }, papers: "không có giấy khai sinh" }));
    const year = { hamletIds: [near.hamletId, far.hamletId], from: day("2026-01-01"), to: day("2026-12-31") };
    const { departed, wished, returned } = await write(services, (tx) => countOverseas(tx, year));
    expect([departed, wished, returned]).toEqual([0, 0, 0]);
    const events = await write(services, (tx) => countJobEvents(tx, year));
    expect([events.events, events.overseas]).toEqual([0, 0]);
    expect(await query(services, "select count(*)::int as n from overseas_case")).toEqual([{ n: 0 }]);
    expect([await row(near.hamletId), await row(far.hamletId)]).toMatchObject([{ away: 1, women: 1, otherProvince: 1, crossBorder: 0, withoutPapers: 1, backThisYear: 1 }, { away: 0, crossBorder: 1 }]);
  });

  it("the overview names every hamlet, also where nothing is known", async () => {
    const rows = await overview();
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.find(({ hamletId }) => hamletId === near.hamletId)).toMatchObject({ seenOn: "2026-11-01", unclear: 0 });
    expect((await overview(surveyor)).map(({ hamletId }) => hamletId)).toEqual([near.hamletId]);
  });

  it("a need has somebody who looks after it until it is closed; late ones are seen", async () => {
    const { id: need } = await officer.call(routes.addNeed, { params: { id: border }, body: { kind: "papers", content: "Làm lại căn cước", owner: "Công an xã", on: day("2026-05-01"), dueOn: day("2026-06-01") } });
    expect((await officer.refused(routes.addNeed, { params: { id: border }, body: { kind: "papers", content: "Làm lại", owner: "A", on: day("2026-05-01"), dueOn: day("2026-04-01") } })).code).toBe("migration.away.dueBefore");
    expect(await row(far.hamletId)).toMatchObject({ openNeeds: 1, lateNeeds: 1 });
    expect((await officer.call(routes.awayPeople, { query: { ...area, need: "late" } })).rows.map(({ fullName }) => fullName)).toEqual(["Trần Văn Biên"]);
    await officer.call(routes.followNeed, { params: { id: border, need }, body: { on: day("2026-06-10"), note: "Đã nộp hồ sơ" } });
    expect((await officer.refused(routes.voidAway, { params: { id: border }, body: { baseVersion: 1, reason: "ghi nhầm" } })).code).toBe("migration.away.needsOpen");
    await officer.call(routes.closeNeed, { params: { id: border, need }, body: { on: day("2026-07-10"), result: "met", note: "Đã nhận căn cước" } });
    expect((await officer.refused(routes.followNeed, { params: { id: border, need }, body: { on: day("2026-07-11"), note: "thêm" } })).code).toBe("migration.away.needUnknown");
    const { needs } = await one(border);
    expect(needs).toMatchObject([{ result: "met", steps: [{ note: "Đã nộp hồ sơ" }, { note: "Đã nhận căn cước" }] }]);
  });

  it("a correction voids and adds and keeps the needs; a return ends the stay", async () => {
    const { worker: _who, identity: _id, ...facts } = person("", { kind: "cross_border", destination: "Phnôm Pênh", destinationCode: "KH", left: { on: day("2026-03-05"), precision: "day" } }).body;
    const { id: corrected } = await officer.call(routes.correctAway, { params: { id: border }, body: { baseVersion: 1, reason: "sai nơi đến", ...facts } });
    expect(corrected).not.toBe(border);
    expect((await officer.refused(routes.awayPerson, { params: { id: border } })).code).toBe("migration.away.unknown");
    expect(await one(corrected)).toMatchObject({ row: { destination: "Phnôm Pênh" }, needs: [{ result: "met" }] });
    expect((await officer.refused(routes.returnAway, { params: { id: corrected }, body: { baseVersion: 1, returned: { on: day("2026-02-01"), precision: "month" } } })).code).toBe("migration.away.returnedBeforeLeft");
    await officer.call(routes.returnAway, { params: { id: worker }, body: { baseVersion: 1, returned: { on: day("2026-10-05"), precision: "day" }, reason: "hết việc" } });
    expect(await row(near.hamletId)).toMatchObject({ away: 0, backThisYear: 2 });
    expect((await surveyor.call(routes.addAway, person("Nguyễn Thị Công Nhân", { left: { on: day("2026-11-01"), precision: "day" }, seasonal: true, destinationCode: "91", destination: "Rạch Giá" }))).identified).toBe("none");
    expect(await row(near.hamletId)).toMatchObject({ away: 1, ownProvince: 1, seasonal: 1 });
  });

  it("lists by where people are, within the own reach, and goes out with a purpose", async () => {
    const count = async (filter: object, by = officer) => (await by.call(routes.awayPeople, { query: { ...area, ...filter } })).total;
    expect([await count({}), await count({ where: "away" }), await count({ where: "back" }), await count({ place: "own_province" }), await count({ place: "abroad" }), await count({ kind: "without_papers" }), await count({ q: "cong nhan" })]).toEqual([4, 2, 2, 1, 2, 1, 2]);
    expect([await count({}, surveyor), await count({}, neighbour), await count({}, leader)]).toEqual([3, 0, 4]);
    expect((await officer.call(routes.exportAway, { body: { ...area, purpose: "báo cáo" } })).bytes.length).toBeGreaterThan(2_000);
    expect((await surveyor.refused(routes.exportAway, { body: { ...area, purpose: "báo cáo" } })).code).toBe("migration.notYours");
  });
});
