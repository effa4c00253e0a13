import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../test/support/actors.ts";
import { TestApp, type Person } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, OTHERS, PHU_HUU, plantDistrict, PROVINCE } from "../../test/support/district.ts";
import { Reader } from "../../test/support/figures.ts";
import type { Services } from "../platform/feature.ts";
import { BY_COMMUNE, TILES } from "./board.ts";
import { indicatorsRoutes } from "./contract.ts";
import { definitions } from "./load.ts";
import { evaluate, type Material } from "./rules/evaluate.ts";
import { COUNTS } from "./rules/definition.ts";
import { isMissing, type Count, type Counts } from "./rules/figure.ts";
import { countsOf } from "./rules/reckoning.ts";

let database: TestDatabase;
let services: Services;
let app: TestApp;
let province: Person;
let reader: Reader;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  await plantDistrict(services);
  province = await app.signIn({ role: "province", unitUid: PROVINCE });
  reader = new Reader(province);
});
afterAll(() => database.close());

describe("the board", () => {
  it("shows a commune's counts, rates and movement against the year before", async () => {
    const board = await reader.board(PHU_HUU);
    expect([board.on, board.previousOn, board.communes]).toEqual(["2023-12-31", "2022-12-31", []]);
    expect(await reader.texts(PHU_HUU)).toEqual({
      "population.households": "168", "poverty.poor_households": "20", "poverty.poor_rate": "11,90%", "poverty.rate_reduction_points": "9,76 điểm phần trăm",
      "poverty.net_reduction_households": "14", "poverty.near_poor_households": "15", "poverty.near_poor_rate": "8,93%",
      "poverty.near_rate_reduction_points": "0,62 điểm phần trăm", "poverty.near_net_reduction_households": "0", "poverty.multidimensional_rate": "20,83%",
    });
    const poor = await reader.tile(PHU_HUU, "poverty.poor_households");
    expect([poor.before.text, poor.percentOfSamePeriod?.text, poor.percentOfPlan]).toEqual(["34", "58,8%", null]);
  });

  it("shows the district as the sum of its fourteen communes, each with its own row", async () => {
    const board = await reader.board(DISTRICT);
    expect(board.communes).toHaveLength(14);
    const sum = (indicator: string): number => board.communes.reduce((all, one) => all + Number(one.figures[indicator]!.value), 0);
    for (const indicator of ["population.households", "poverty.poor_households", "poverty.near_poor_households"]) {
      expect([indicator, String(sum(indicator))]).toEqual([indicator, (await reader.tile(DISTRICT, indicator)).figure.value]);
    }
    expect(board.residuals).toEqual([]);
    expect(board.bordersOfToday).toBe(false);
  });

  it("breaks the trend by years, with the standard of each", async () => {
    const { trend } = await reader.board(PHU_HUU);
    expect(trend.map(({ year, ruleset, figures }) => [year, ruleset, figures["poverty.poor_rate"]!.text])).toEqual([
      [2018, null, null], [2019, null, null], [2020, null, null], [2021, null, null], [2022, "VN-2022", "21,66%"], [2023, "VN-2022", "11,90%"],
    ]);
  });

  it("reads the commune of today over the hamlets it has now: those of xã Vĩnh Lộc came to it", async () => {
    const texts = await reader.texts("30352@2025-07-01");
    expect([texts["population.households"], texts["poverty.poor_households"]]).toEqual(["227", "24"]);
  });
});

/** The counts of a side as recounted from the drawer; what the indicator does not need stays out. */
async function recounted(area: string, indicator: string, side: "now" | "previous", perPage: number): Promise<Counts> {
  const found: Partial<Record<string, Count>> = {};
  for (const count of countsOf(definitions(), indicator)) {
    found[count] = { value: await reader.recount(area, indicator, count, side, perPage), kind: "counted", source: "recognised" };
  }
  return Object.fromEntries(COUNTS.map((name) => [name, found[name] ?? { missing: { code: "test.notNeeded", data: {} } }])) as unknown as Counts;
}

async function figureByHand(area: string, indicator: string, perPage = 200): Promise<string> {
  const compares = definitions().get(indicator)!.formula.kind === "reduction";
  const now = await recounted(area, indicator, "now", perPage);
  const material: Material = { on: "2023-12-31", previousOn: "2022-12-31", now, previous: compares ? await recounted(area, indicator, "previous", perPage) : now };
  const figure = evaluate(definitions(), indicator, material);
  return isMissing(figure) ? figure.missing.code : figure.text;
}

describe("every number is a door: the rows behind it, recounted over HTTP, give the number", () => {
  it.each(TILES)("tile %s of the district", async (indicator) => {
    const { figure } = await reader.tile(DISTRICT, indicator);
    expect(await figureByHand(DISTRICT, indicator)).toBe(figure.text);
    expect((await reader.source(DISTRICT, indicator)).figure).toEqual(figure);
  });

  it.each(BY_COMMUNE)("%s of every commune", async (indicator) => {
    const { communes } = await reader.board(DISTRICT);
    for (const commune of communes) expect([commune.name, await figureByHand(commune.uid, indicator)]).toEqual([commune.name, commune.figures[indicator]!.text]);
  });

  it("page by page, nothing twice and nothing left out", async () => {
    expect(await figureByHand(PHU_HUU, "poverty.multidimensional_rate", 4)).toBe("20,83%");
    const seen = new Set<string>();
    for (let page = 1; page <= 5; page++) {
      const { records } = await reader.source(PHU_HUU, "poverty.poor_households", { page, perPage: 4 });
      for (const row of records.items) seen.add(row.householdId);
    }
    expect(seen.size).toBe(20);
  });

  it("tells definition, reckoning, inputs, boundaries", async () => {
    const source = await reader.source(PHU_HUU, "poverty.rate_reduction_points");
    expect(source.reckoning).toBe("21,66% − 11,90% = 9,76 điểm phần trăm");
    expect(source.inputs.map((one) => [one.count, one.side, one.text, one.source])).toEqual([
      ["poorHouseholds", "previous", "34", "recognised"], ["households", "previous", "157", "population"],
      ["poorHouseholds", "now", "20", "recognised"], ["households", "now", "168", "population"],
    ]);
    expect(source.boundaries).toEqual({ on: "2023-12-31", communes: ["Xã Phú Hữu"] });
    expect(source.definition.rounding).toBe("Hiệu của hai tỷ lệ đã làm tròn, tính bằng điểm phần trăm.");
    expect((await reader.source(PHU_HUU, "poverty.multidimensional_rate")).reckoning).toBe("(20 + 15) ÷ 168 × 100 = 20,83%");
  });

  it("refuses to list what the number is not made of", async () => {
    const problem = await province.refused(indicatorsRoutes.source, { query: { indicator: "poverty.poor_households", area: PHU_HUU, year: 2023, records: "persons" } });
    expect(problem.code).toBe("indicators.notInFormula");
  });
});

describe("who may ask", () => {
  it("a commune sees its own numbers as the province sees them", async () => {
    const commune = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    expect(await new Reader(commune).texts(PHU_HUU)).toEqual(await reader.texts(PHU_HUU));
  });

  it.each([["board"], ["source"]] as const)("a commune is refused the %s of its neighbour and of the district", async (name) => {
    const commune = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    for (const area of [DISTRICT, OTHERS[0], PROVINCE]) {
      const problem = await commune.refused(indicatorsRoutes[name], { query: { area, year: 2023, indicator: "poverty.poor_rate" } as never });
      expect([area, problem.code]).toEqual([area, "indicators.outsideScope"]);
    }
  });

  it("another province finds nothing here, and says so by name", async () => {
    const foreign = await app.signIn({ role: "province", unitUid: "96@2025-07-01", tenantId: "ca_mau" });
    const board = await new Reader(foreign).board(DISTRICT);
    expect(board.tiles.every((tile) => tile.figure.value === null && tile.figure.missing)).toBe(true);
  });

  it("an account without the field of poverty is shown none of its figures and refused their source", async () => {
    const other = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01", fields: ["training"] });
    expect((await new Reader(other).board(PHU_HUU)).tiles).toEqual([]);
    expect((await other.refused(indicatorsRoutes.source, { query: { indicator: "poverty.poor_rate", area: PHU_HUU, year: 2023 } })).code).toBe("indicators.outsideField");
  });
});
