import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AN_GIANG_UID, provinceActor, testServices } from "../../../test/support/actors.ts";
import { TestApp, type Person } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import type { Services } from "../../platform/feature.ts";
import { tableRoutes } from "./contract.ts";

let database: TestDatabase;
let services: Services;
let leader: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  leader = await new TestApp(services).signIn({ role: "leader", unitUid: AN_GIANG_UID });
});
afterAll(() => database.close());

const table = {
  title: "Bảng các xã", lines: ["Số liệu tính đến ngày 31/12/2023"], columns: ["Xã", "Hộ nghèo", "Tỷ lệ"],
  rows: [["Xã Phú Hữu", 1168, 5.67], ["=HYPERLINK(\"x\")", null, 7.5], ["Toàn huyện", 2354, null]],
};

it("hands out what is shown: numbers as numbers with their decimals, no text a formula, and writes down who took it", async () => {
  const file = await leader.call(tableRoutes.exportTable, { body: table });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file.bytes as unknown as ExcelJS.Buffer);
  const [sheet] = workbook.worksheets;
  const values = (row: number) => (sheet!.getRow(row).values as unknown[]).slice(1);
  expect([1, 2, 3, 4].map(values)).toEqual([["Bảng các xã"], ["Số liệu tính đến ngày 31/12/2023"], ["Xã", "Hộ nghèo", "Tỷ lệ"], ["Xã Phú Hữu", 1168, 5.67]]);
  expect(sheet!.getCell("A5").type).toBe(ExcelJS.ValueType.String);
  expect(sheet!.getCell("A5").value).not.toBe("=HYPERLINK(\"x\")");
  expect([sheet!.getCell("B4").numFmt, sheet!.getCell("C4").numFmt]).toEqual(["#,##0", "#,##0.00"]);
  const { rows } = await services.door.read(provinceActor(), (tx) => tx.client.query("select rows, meta from audit_event where action = 'exchange.exportTable'"));
  expect(rows).toEqual([{ rows: 3, meta: { title: "Bảng các xã" } }]);
});

it("needs a session and a table", async () => {
  const app = new TestApp(services);
  expect((await app.request(tableRoutes.exportTable, { body: table })).status).toBe(401);
  expect((await leader.refused(tableRoutes.exportTable, { body: { ...table, columns: [] } })).status).toBe(400);
});
