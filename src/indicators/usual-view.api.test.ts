import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../test/support/actors.ts";
import { TestApp } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, PHU_HUU, plantDistrict, PROVINCE } from "../../test/support/district.ts";
import { accountsRoutes } from "../accounts/contract.ts";
import { plainDate } from "../kernel/date.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const sessionOn = async (day: string, unitUid: string, role: "province" | "commune") =>
  (await new TestApp(testServices(database, plainDate(day))).signIn({ role, unitUid })).call(accountsRoutes.session);

describe("where a person's work begins", () => {
  it("without any list: today, in the own unit", async () => {
    const { usual } = await sessionOn("2026-11-23", PROVINCE, "province");
    expect(usual).toEqual({ area: { uid: PROVINCE, fullName: expect.any(String) as string }, on: "2026-11-23", withLists: [] });
  });

  it("with lists of years ago: the end of their year, in the district that holds them all", async () => {
    await plantDistrict(testServices(database));
    const { usual } = await sessionOn("2026-11-23", PROVINCE, "province");
    expect(usual).toMatchObject({ area: { uid: DISTRICT, fullName: "Huyện An Phú" }, on: "2023-12-31" });
    expect(usual.withLists).toContain(PHU_HUU);
    expect(usual.withLists).toContain(DISTRICT);
    expect(usual.withLists.length).toBeLessThan(25);
  });

  it("with lists that speak for today: today", async () => {
    const { usual } = await sessionOn("2024-06-30", PROVINCE, "province");
    expect(usual).toMatchObject({ area: { uid: DISTRICT }, on: "2024-06-30" });
  });

  it("a commune of today begins in itself", async () => {
    const { usual, unit } = await sessionOn("2026-11-23", "30352@2025-07-01", "commune");
    expect(usual).toMatchObject({ area: { uid: unit.uid }, on: "2023-12-31" });
  });
});
