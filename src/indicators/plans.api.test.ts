import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../test/support/actors.ts";
import { TestApp, type Person } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, plantDistrict, PROVINCE } from "../../test/support/district.ts";
import { Reader } from "../../test/support/figures.ts";
import { indicatorsRoutes } from "./contract.ts";

let database: TestDatabase;
let province: Person;
const reader = (year = 2023): Reader => new Reader(province, year);

const plan = (more: object) => ({ indicator: "jobs.people", unitUid: DISTRICT, year: 2023, planKind: "assigned", value: "5015", kind: "document", document: "Quyết định thử", ...more }) as never;
const typed = (on: string, value: string, kind = "document") =>
  province.call(indicatorsRoutes.addTypedFigure, { body: { indicator: "jobs.people", unitUid: DISTRICT, on, value, kind, document: "Báo cáo thử" } as never });

beforeAll(async () => {
  database = await openTestDatabase();
  const services = testServices(database);
  await plantDistrict(services);
  province = await new TestApp(services).signIn({ role: "province", unitUid: PROVINCE, fields: ["poverty", "training", "jobs"] });
  await typed("2022-12-31", "5682", "backward");
  await typed("2023-12-31", "7125");
  await province.call(indicatorsRoutes.addPlan, { body: plan({ kind: "backward" }) });
  await province.call(indicatorsRoutes.addPlan, { body: plan({ year: 2021, toYear: 2025, value: "21000" }) });
});
afterAll(() => database.close());

describe("a result beside the plan of its year and a plan of five", () => {
  it("names the denominator of every percentage", async () => {
    const { percentOfPlan, percentOfSamePeriod, term, planReckoning } = await reader().source(DISTRICT, "jobs.people");
    expect([percentOfPlan!.text, percentOfPlan!.marks, percentOfSamePeriod!.text]).toEqual(["142,1%", ["backward", "document"], "125,4%"]);
    expect(planReckoning).toBe("7.125 ÷ 5.015 × 100 = 142,1%");
    expect([term!.years, term!.sliceText, term!.slice.text, term!.total.text]).toEqual(["2021–2025", "4.200", "169,6%", "33,9%"]);
    expect(term!.sliceReckoning).toBe("7.125 ÷ (21.000 ÷ 5) × 100 = 169,6%");
  });

  it("adds the years of the plan only where each of them has a number", async () => {
    expect((await reader().source(DISTRICT, "jobs.people")).term!.toDate).toBeNull();
    await typed("2021-12-31", "3193", "backward");
    const { toDate } = (await reader().source(DISTRICT, "jobs.people")).term!;
    expect([toDate!.text, toDate!.percent.text, toDate!.reckoning]).toEqual(["16.000", "76,2%", "16.000 ÷ 21.000 × 100 = 76,2%"]);
  });

  it("holds for every year of the plan and no other", async () => {
    const termOf = async (year: number) => (await reader(year).source(DISTRICT, "jobs.people")).term?.slice.text;
    expect([await termOf(2020), await termOf(2022), await termOf(2021)]).toEqual([undefined, "135,3%", "76,0%"]);
  });

  it("stands on the board, the plan of the year being the one that tiles compare with", async () => {
    const tile = await reader().tile(DISTRICT, "jobs.people");
    expect([tile.field, tile.plan!.text, tile.percentOfPlan!.text, tile.term!.slice.text, tile.before.text, tile.figure.unitName]).toEqual(["jobs", "5.015", "142,1%", "169,6%", "5.682", "người"]);
  });

  it("is listed with its years, in each of them", async () => {
    const { plans } = await province.call(indicatorsRoutes.listPlans, { query: { unit: DISTRICT, year: 2024 } });
    expect(plans.map((one) => [one.year, one.toYear, one.text])).toEqual([[2021, 2025, "21.000"]]);
  });

  it("is refused with years that cannot be, and for a level", async () => {
    expect((await province.refused(indicatorsRoutes.addPlan, { body: plan({ toYear: 2023 }) })).code).toBe("indicators.planYears");
    expect((await province.refused(indicatorsRoutes.addPlan, { body: plan({ toYear: 2040 }) })).code).toBe("indicators.planYears");
    expect((await province.refused(indicatorsRoutes.addPlan, { body: plan({ indicator: "poverty.poor_rate", value: "3", toYear: 2025 }) })).code).toBe("indicators.termOnlyFlows");
  });
});

describe("a target whose denominator no document tells", () => {
  it("is shown as a target and nothing is reckoned", async () => {
    await province.call(indicatorsRoutes.addPlan, { body: plan({ indicator: "training.trained_rate", year: 2024, value: "43" }) });
    const { figure, plans, percentOfPlan, records } = await reader(2024).source(DISTRICT, "training.trained_rate");
    expect([figure.value, figure.missing!.code, plans[0]!.text, percentOfPlan, records.count]).toEqual([null, "indicators.onlyTarget", "43%", null, null]);
  });
});

describe("fields of work", () => {
  it("an account for poverty alone is shown no figures of jobs, and is refused their source", async () => {
    const other = await new TestApp(testServices(database)).signIn({ role: "province", unitUid: PROVINCE, fields: ["poverty"] });
    const { tiles } = await new Reader(other).board(DISTRICT);
    expect([...new Set(tiles.map((tile) => tile.field))]).toEqual(["poverty"]);
    expect((await other.refused(indicatorsRoutes.source, { query: { indicator: "jobs.people", area: DISTRICT, year: 2023 } })).code).toBe("indicators.outsideField");
  });

  it("an account for jobs alone is shown these alone", async () => {
    const other = await new TestApp(testServices(database)).signIn({ role: "province", unitUid: PROVINCE, fields: ["jobs"] });
    const { tiles, communes } = await new Reader(other).board(DISTRICT);
    expect(tiles.map((tile) => tile.indicator)).toEqual(["jobs.people"]);
    expect(Object.keys(communes[0]!.figures)).toEqual([]);
  });
});
