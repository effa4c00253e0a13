import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor, testServices } from "../../test/support/actors.ts";
import { TestApp, type Person } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, PHU_HUU, plantDistrict, PROVINCE } from "../../test/support/district.ts";
import { plainDate } from "../kernel/date.ts";
import type { Services } from "../platform/feature.ts";
import { povertyRoutes } from "../poverty/contract.ts";
import { indicatorsRoutes } from "./contract.ts";

const ON = plainDate("2023-12-31");
const PURPOSE = "Đối chiếu với xã";

let database: TestDatabase;
let services: Services;
let app: TestApp;
let province: Person, commune: Person, leader: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  await plantDistrict(services);
  app = new TestApp(services);
  province = await app.signIn({ role: "province", unitUid: PROVINCE });
  commune = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
  leader = await app.signIn({ role: "leader", unitUid: PROVINCE });
});
afterAll(() => database.close());

/** Rows below the headings. */
async function rowsOf(file: { bytes: Uint8Array }, titles: number): Promise<unknown[][]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.bytes as unknown as ExcelJS.Buffer);
  const rows: unknown[][] = [];
  workbook.worksheets[0]!.eachRow((row, at) => {
    if (at > titles + 1) rows.push((row.values as unknown[]).slice(1));
  });
  return rows;
}

const audited = async (action: string) =>
  (await services.door.read(provinceActor(), (tx) => tx.client.query<{ rows: number; purpose: string }>("select rows, purpose from audit_event where action = $1", [action]))).rows;

describe("households behind a figure", () => {
  const query = { area: DISTRICT, year: 2023, on: ON, indicator: "poverty.poor_households" };

  it("go out as many as the figure counts, with the purpose written down", async () => {
    const { records } = await province.call(indicatorsRoutes.source, { query: { ...query, perPage: 20 } });
    const rows = await rowsOf(await province.call(indicatorsRoutes.exportSource, { body: { query, purpose: PURPOSE } }), 2);
    expect(rows).toHaveLength(records.total);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.slice(0, 20).map((row) => row[1])).toEqual(records.items.map(({ headName }) => headName));
    expect(await audited("indicators.exportSource")).toEqual([{ rows: records.total, purpose: PURPOSE }]);
  });

  it("not to a leader, not beyond the own area", async () => {
    expect((await leader.refused(indicatorsRoutes.exportSource, { body: { query, purpose: PURPOSE } })).code).toBe("indicators.mayNotExport");
    expect((await commune.refused(indicatorsRoutes.exportSource, { body: { query, purpose: PURPOSE } })).code).toBe("indicators.outsideScope");
    expect((await rowsOf(await commune.call(indicatorsRoutes.exportSource, { body: { query: { ...query, area: PHU_HUU }, purpose: PURPOSE } }), 2)).length).toBe(20);
  });
});

describe("results of a review", () => {
  const query = { area: PHU_HUU, statusYear: 2024, recognised: "near_poor", sort: "-hamlet", page: 3, perPage: 1 } as const;

  it("go out as filtered and sorted, all pages", async () => {
    const shown = await commune.call(povertyRoutes.results, { query: { ...query, page: 1, perPage: 200 } });
    const rows = await rowsOf(await commune.call(povertyRoutes.exportResults, { body: { query, purpose: PURPOSE } }), 3);
    expect(shown.total).toBe(15);
    expect(rows.map((row) => [row[1], row[3]])).toEqual(shown.rows.map((row) => [row.headName, row.hamlet]));
    expect(rows[0]![3]).toBe("ấp Một");
    expect((await commune.refused(povertyRoutes.exportResults, { body: { query: { ...query, area: DISTRICT }, purpose: PURPOSE } })).code).toBe("poverty.outsideArea");
    expect((await leader.refused(povertyRoutes.exportResults, { body: { query, purpose: PURPOSE } })).code).toBe("poverty.notYours");
  });

  it("what a run changed goes out whole", async () => {
    const { runId } = await commune.call(povertyRoutes.reclassify, { body: { areaUid: PHU_HUU, statusYear: 2024 } });
    const { total } = await commune.call(povertyRoutes.runChanges, { params: { id: runId! }, query: { page: 1 } });
    const rows = await rowsOf(await commune.call(povertyRoutes.exportRunChanges, { params: { id: runId! }, body: { purpose: PURPOSE } }), 2);
    expect(rows).toHaveLength(total);
    expect(await audited("poverty.exportRunChanges")).toEqual([{ rows: total, purpose: PURPOSE }]);
  });
});

describe("the table of communes", () => {
  it("holds the plan of a commune and how it was met", async () => {
    await province.call(indicatorsRoutes.addPlan, { body: { unitUid: PHU_HUU, indicator: "poverty.rate_reduction_points", year: 2023, value: "5", planKind: "assigned", kind: "document", document: "QĐ 12/QĐ-UBND" } });
    const { communes } = await province.call(indicatorsRoutes.board, { query: { area: DISTRICT, year: 2023, on: ON } });
    const [planned] = communes.filter(({ plans }) => Object.keys(plans).length > 0);
    expect(planned).toMatchObject({ uid: PHU_HUU, plans: { "poverty.rate_reduction_points": { plan: { value: "5" }, percentOfPlan: { text: "195,2%" } } } });
  });
});
