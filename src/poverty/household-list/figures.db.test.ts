import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { provinceActor, testServices } from "../../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate } from "../../kernel/date.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { bytesOf, households } from "../../registry/household-list/list.fixture.ts";
import { setUndividedPopulation } from "../../registry/undivided-population.ts";
import { narrativeReport } from "../../reports/narrative.ts";
import { plainText } from "../../reports/rules/paragraph.ts";
import { END_2023, listOf, PHU_HUU_2023, statusesOn, takeList } from "../../../test/support/household-lists.ts";

let database: TestDatabase;
let services: Services;
const officer = provinceActor();

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
});
afterAll(() => database.close());

/** The list as offices hand it on: dates of every kind, a number that lost its zero, heads merged over their members, totals and signatures below. */
async function worn(bytes: Uint8Array): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  const sheet = workbook.worksheets[0]!;
  const last = sheet.rowCount;
  for (let at = 8; at <= last; at++) {
    const birth = sheet.getCell(at, 6);
    const [day, month, year] = String(birth.value).split("/").map(Number) as [number, number, number];
    if (at % 3 === 0) Object.assign(birth, { value: new Date(Date.UTC(year, month - 1, day)), numFmt: "dd/mm/yyyy" });
    if (at % 7 === 0) birth.value = year;
    if (at % 5 === 0) Object.assign(sheet.getCell(at, 8), { value: Number(sheet.getCell(at, 8).value), numFmt: "0" });
    if (at % 4 === 0) sheet.getCell(at, 12).value = "XÃ PHÚ HỮU";
    if (sheet.getCell(at, 2).value === null && sheet.getCell(at, 16).value === null) sheet.getCell(at, 14).value = null;
  }
  sheet.mergeCells(`C8:C${8 + 2}`);
  sheet.getCell(last + 1, 3).value = "TỔNG CỘNG";
  sheet.getCell(last + 1, 27).value = { formula: `SUM(AA8:AA${last})`, result: 120 };
  sheet.getCell(last + 3, 15).value = "CHỦ TỊCH";
  sheet.getCell(last + 5, 15).value = "(Ký tên, đóng dấu)";
  return bytesOf(workbook);
}

const all = households(60);
const enter = (year: number, count: number): Promise<unknown> => setUndividedPopulation(services, officer, newId<"command">(), {
  areaUid: PHU_HUU_2023, onDate: plainDate(`${year}-12-31`), households: count, persons: null, minorityHouseholds: null, source: `Biểu dân số ${year}`, signer: null, figureKind: "document",
});

test("a worn file is taken whole, and the report of the year is counted from it", async () => {
  const result = await takeList(services, officer, { bytes: await worn(await listOf(2023, all.slice(0, 30))) });
  expect(result.counts.households).toMatchObject({ new: 30, rejected: 0 });
  expect(await statusesOn(services, officer, "2023-12-31")).toEqual({ poor: 15, near_poor: 15 });
  const bare = await narrativeReport(services, officer, { areaUid: PHU_HUU_2023, year: 2023 });
  expect(bare.missing.map(({ code }) => code)).toEqual(expect.arrayContaining(["indicators.noPopulation", "indicators.noList"]));
});

test("with last year's list and the population of both years the rates and their fall are right", async () => {
  await takeList(services, officer, { bytes: await listOf(2022, all.slice(0, 50)), asOf: plainDate("2022-12-31") });
  await enter(2023, 400);
  await enter(2022, 380);
  const report = await narrativeReport(services, officer, { areaUid: PHU_HUU_2023, year: 2023 });
  // no register of training and jobs was kept: told, and nothing of poverty is missing
  const missing = report.missing.map(({ code }) => code);
  expect([...new Set(missing)].toSorted()).toEqual(["indicators.noRecords", "reports.noPlan"]);
  const values = Object.fromEntries(report.figures.map(({ indicator, value }) => [indicator, value]));
  // 15/400 = 3,75 %; 25/380 = 6,578… % = 6,58 %; the fall of the rounded rates is 2,83 points, of households 10
  expect(values).toMatchObject({
    "population.households": "400", "poverty.poor_households": "15", "poverty.poor_rate": "3.75", "poverty.rate_reduction_points": "2.83", "poverty.net_reduction_households": "10",
    "poverty.near_poor_rate": "3.75", "poverty.near_net_reduction_households": "10",
  });
  expect(report.paragraphs.map((paragraph) => plainText(paragraph)).join(" ")).toContain("3,75%");
  expect(report.asOf).toBe(END_2023);
});
