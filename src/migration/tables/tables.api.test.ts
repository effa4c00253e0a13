import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { KHANH_BINH_NOW, PHU_HUU_NOW, plantHamlet, write } from "../../poverty/review/review.testing.ts";
import { overseasRoutes } from "../overseas/contract.ts";
import { migrationTableRoutes as routes } from "./contract.ts";

let database: TestDatabase;
let services: Services;
let officer: Person, leader: Person, province: Person;
const YEAR = { area: PHU_HUU_NOW, from: day("2026-01-01"), to: day("2026-11-23") };

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  const { hamletId } = await plantHamlet(services, { name: "Ấp Biểu", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [] });
  const fields = ["jobs"] as const;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID, fields });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID, fields });
  const go = async (fullName: string, market: string, wished: string, left: string | null, sex: 0 | 1 | 2) => {
    const { id } = await officer.call(overseasRoutes.addWish, { body: { worker: { hamletId, fullName, birthYear: 1999, sex }, wishedOn: day(wished), market, groups: ["near_poor"] } });
    await officer.call(overseasRoutes.chooseSender, { params: { id }, body: { baseVersion: 1, on: day(wished), form: "dn_dich_vu", senderName: "Công ty Ngoài Danh Bạ", reason: "đã xác minh qua điện thoại" } });
    if (left) await officer.call(overseasRoutes.takeOverseasStep, { params: { id }, body: { baseVersion: 2, on: day(left), precision: "day", step: { kind: "depart", reportedOn: day("2026-11-01"), reason: "gia đình báo sau" } } });
  };
  await go("Người Một", "JP", "2025-02-01", "2025-06-01", 2);
  await go("Người Hai", "JP", "2026-02-01", "2026-06-01", 2);
  await go("Người Ba", "KR", "2026-03-01", "2026-07-01", 1);
  await go("Người Bốn", "KR", "2026-04-01", null, 1);
  await write(services, ({ client }) => client.query("insert into plan_row (id, indicator, unit_uid, year, plan_kind, value, document) values ($1, 'overseas.departures', $2, 2026, 'assigned', 5, 'KH 01')", [newId(), PHU_HUU_NOW]));
});
afterAll(() => database.close());

describe.sequential("tables of labour abroad", () => {
  it("NN-01 counts by country under the commune's total, which carries the year before and the plan", async () => {
    const { nn01, may } = await officer.call(routes.migrationTables, { query: YEAR });
    expect(nn01.map(({ total, market, wished, departed, women, nearPoor, abroad, departedBefore, plan, percent }) => [total, market, wished, departed, women, nearPoor, abroad, departedBefore, plan, percent])).toEqual([
      [true, null, 3, 2, 1, 2, 3, 1, 5, "40.0"], [false, "JP", 1, 1, 1, 1, 2, null, null, null], [false, "KR", 2, 1, 0, 1, 1, null, null, null],
    ]);
    expect(may.complain).toBe(true);
    expect((await officer.refused(routes.migrationTables, { query: { ...YEAR, to: day("2025-01-01") } })).code).toBe("migration.tables.backwards");
    expect((await leader.call(routes.migrationTables, { query: { ...YEAR, area: AN_GIANG_UID } })).nn01[0]!.departed).toBe(2);
    expect((await officer.call(routes.migrationTables, { query: { ...YEAR, area: KHANH_BINH_NOW } })).nn01).toEqual([]);
  });

  it("NN-03 names senders with their licence and what was said against them", async () => {
    expect((await leader.refused(routes.addComplaint, { body: { unitUid: PHU_HUU_NOW, sender: "Công ty Ngoài Danh Bạ", on: day("2026-08-01"), content: "Thu tiền vượt mức" } })).code).toBe("migration.notYours");
    expect((await officer.refused(routes.addComplaint, { body: { unitUid: KHANH_BINH_NOW, sender: "Công ty", on: day("2026-08-01"), content: "Thu tiền vượt mức" } })).code).toBe("areas.outsideArea");
    const { id } = await officer.call(routes.addComplaint, { body: { unitUid: PHU_HUU_NOW, sender: "Công ty Ngoài Danh Bạ", on: day("2026-08-01"), content: "Thu tiền vượt mức" } });
    expect((await officer.call(routes.migrationTables, { query: YEAR })).nn03).toMatchObject([{ sender: "Công ty Ngoài Danh Bạ", licence: null, recruited: 3, departed: 2, complaints: 1, openComplaints: 1 }]);
    await province.call(routes.answerComplaint, { params: { id }, body: { on: day("2026-08-20"), answer: "Đã trả lại tiền" } });
    expect((await officer.call(routes.complaints, { query: YEAR })).rows).toMatchObject([{ answer: "Đã trả lại tiền" }]);
    expect((await officer.refused(routes.answerComplaint, { params: { id }, body: { on: day("2026-08-21"), answer: "lần nữa" } })).code).toBe("migration.complaintUnknown");
  });

  it("the three tables go out as one workbook", async () => {
    const { bytes } = await officer.call(routes.exportMigrationTables, { body: YEAR });
    const book = await openWorkbook(bytes);
    expect(book.sheets.map(({ name }) => name)).toEqual(["NN-01", "NN-02", "NN-03"]);
  });
});
