import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../test/support/actors.ts";
import { TestApp, type Person } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, OTHERS, PHU_HUU, plantDistrict, PROVINCE } from "../../test/support/district.ts";
import { Reader } from "../../test/support/figures.ts";
import { aHamlet } from "../../test/support/scenario.ts";
import { plainDate } from "../kernel/date.ts";
import type { Services } from "../platform/feature.ts";
import { indicatorsRoutes } from "./contract.ts";

const [WITHOUT, LONG_BINH] = [OTHERS[0], OTHERS[2]]; // thị trấn An Phú has nothing on file

let database: TestDatabase;
let services: Services;
let app: TestApp;
let province: Person;
let reader: Reader;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  app = new TestApp(services);
  await plantDistrict(services, [WITHOUT]);
  province = await app.signIn({ role: "province", unitUid: PROVINCE });
  reader = new Reader(province);
});
afterAll(() => database.close());

const type = (indicator: string, unitUid: string, on: string, value: string, kind: "document" | "backward" = "document") =>
  province.call(indicatorsRoutes.addTypedFigure, { body: { indicator, unitUid, on: plainDate(on), value, kind, document: "Báo cáo 120/BC-UBND" } });

describe("a gap makes a number missing, never smaller", () => {
  it("one commune without a list: the district has no number and says which commune", async () => {
    const poor = await reader.tile(DISTRICT, "poverty.poor_households");
    expect(poor.figure.value).toBeNull();
    expect(poor.figure.missing?.message).toBe("chưa có danh sách công nhận của kỳ rà soát gần nhất trước ngày 31/12/2023 của: Thị trấn An Phú. Nhập danh sách hoặc hoàn thành kỳ rà soát.");
    const { text, figures, missing } = await reader.narrative(DISTRICT);
    expect(text).toBe("Chưa có số liệu rà soát hộ nghèo, hộ cận nghèo năm 2023 của huyện An Phú để viết đoạn này.");
    expect(figures).toEqual([]);
    expect(missing.find(({ label }) => label === "số hộ nghèo")?.message).toContain("Thị trấn An Phú");
    expect(await reader.word(DISTRICT)).toContain("Thị trấn An Phú");
  });

  it("the other communes keep their own numbers", async () => {
    const { communes } = await reader.board(DISTRICT);
    const missing = communes.filter((one) => one.figures["poverty.poor_rate"]!.value === null).map((one) => one.name);
    expect(missing).toEqual(["Thị trấn An Phú"]);
  });

  it("another year with nothing on file says what is missing, not last year's list", async () => {
    const later = new Reader(province, 2024);
    expect((await later.tile(PHU_HUU, "poverty.poor_households")).figure.missing?.code).toBe("indicators.noList");
    expect((await later.tile(PHU_HUU, "population.households")).figure.missing?.code).toBe("indicators.noPopulation");
    expect((await later.narrative(PHU_HUU)).text).toBe("Chưa có số liệu rà soát hộ nghèo, hộ cận nghèo năm 2024 của xã Phú Hữu để viết đoạn này.");
  });

  it("within the year the list of the last review speaks", async () => {
    const board = await province.call(indicatorsRoutes.board, { query: { area: PHU_HUU, year: 2024, on: plainDate("2024-06-30") } });
    expect([board.on, board.tiles.find((tile) => tile.indicator === "poverty.poor_households")!.figure.text]).toEqual(["2024-06-30", "20"]);
  });

  it("the first year on file has levels and no movement", async () => {
    const { text, missing } = await new Reader(province, 2022).narrative(PHU_HUU);
    expect(text).toContain("có 34 hộ nghèo (chiếm tỷ lệ 21,66% số hộ). ");
    expect(missing.map(({ label }) => label)).toContain("mức giảm hộ nghèo so với cuối năm 2021");
  });
});

describe("a figure typed from a document", () => {
  it("fills the gap of a commune and lets the district be summed, with its mark everywhere", async () => {
    for (const [on, poor, near] of [["2022-12-31", "40", "25"], ["2023-12-31", "30", "20"]] as const) {
      await type("poverty.poor_households", WITHOUT, on, poor);
      await type("poverty.near_poor_households", WITHOUT, on, near);
      await type("population.households", WITHOUT, on, "500", "backward");
    }
    const poor = await reader.tile(DISTRICT, "poverty.poor_households");
    expect([poor.figure.text, poor.figure.marks]).toEqual(["98", ["document"]]);
    expect((await reader.tile(DISTRICT, "poverty.poor_rate")).figure.marks).toEqual(["backward", "document"]);
    expect(await reader.recount(DISTRICT, "poverty.poor_households", "poorHouseholds", "now", 100)).toBe(98);
    expect(await reader.recount(DISTRICT, "population.households", "households", "now", 100)).toBe(Number((await reader.tile(DISTRICT, "population.households")).figure.value));
    const { records, inputs } = await reader.source(DISTRICT, "poverty.poor_households");
    expect(records.documents).toEqual([{ unit: "Thị trấn An Phú", value: 30, document: "Báo cáo 120/BC-UBND", kind: "document", on: "2023-12-31" }]);
    expect(inputs[0]!.source).toBe("mixed");
    expect(await reader.word(DISTRICT)).toContain("theo văn bản");
  });

  it("never replaces what is counted: the difference is shown", async () => {
    await type("poverty.poor_households", DISTRICT, "2023-12-31", "101");
    expect((await reader.tile(DISTRICT, "poverty.poor_households")).figure.text).toBe("98");
    expect((await reader.board(DISTRICT)).residuals).toEqual([{ indicator: "poverty.poor_households", name: "Hộ nghèo", kind: "document", sum: "98", total: "101" }]);
  });

  it("stands for a whole area of which nothing is counted, until it is withdrawn", async () => {
    const { id } = await type("poverty.poor_households", LONG_BINH, "2021-12-31", "77");
    const earlier = new Reader(province, 2021);
    const tile = await earlier.tile(LONG_BINH, "poverty.poor_households");
    expect([tile.figure.text, tile.figure.marks]).toEqual(["77", ["document"]]);
    expect(await earlier.recount(LONG_BINH, "poverty.poor_households", "poorHouseholds", "now", 10)).toBe(77);
    await province.call(indicatorsRoutes.voidTypedFigure, { params: { id }, body: { reason: "sai năm" } });
    expect((await earlier.tile(LONG_BINH, "poverty.poor_households")).figure.value).toBeNull();
    const { figures } = await province.call(indicatorsRoutes.listTypedFigures, { query: { unit: LONG_BINH } });
    expect(figures.map(({ text, voidReason }) => [text, voidReason])).toEqual([["77", "sai năm"]]);
  });

  it("may be a count only, of a unit of one's own", async () => {
    const body = { indicator: "poverty.poor_rate", unitUid: PHU_HUU, on: plainDate("2021-12-31"), value: "5.6", kind: "document" as const, document: "Báo cáo" };
    expect((await province.refused(indicatorsRoutes.addTypedFigure, { body })).code).toBe("indicators.typedOnlyCounts");
    const commune = await app.signIn({ role: "commune", unitUid: "30341@2025-07-01" });
    expect((await commune.refused(indicatorsRoutes.addTypedFigure, { body: { ...body, indicator: "poverty.poor_households", value: "5" } })).code).toBe("indicators.notYourPlan");
  });
});

describe("the denominator", () => {
  it("comes from the registry where it is declared complete and no population was entered", async () => {
    const uid = "30382@0";
    const living = { households: null, poor: 4, nearPoor: 3 };
    await aHamlet("ấp Đủ sổ").in(uid).endOf(2023, living).withCompleteRegistry().plant(services);
    const { figure, inputs } = await reader.source(uid, "poverty.poor_rate");
    expect([figure.text, inputs[1]!.source, inputs[1]!.registry]).toEqual(["57,14%", "registry", null]);
    expect(await reader.recount(uid, "poverty.poor_rate", "households", "now", 3)).toBe(7);
    expect(await reader.recount(uid, "population.persons", "persons", "now", 3)).toBe(Number((await reader.source(uid, "population.persons")).figure.value));
  });

  it("is the population entered where both are on file, and the registry is shown where it differs", async () => {
    const uid = "30385@0";
    await aHamlet("ấp Hai nguồn").in(uid).endOf(2023, { households: 40, poor: 4, nearPoor: 0 }).withCompleteRegistry().plant(services);
    await aHamlet("ấp Lệch").in(uid).endOf(2022, { households: 30, poor: 1, nearPoor: 0 }).endOf(2023, { households: 28, poor: 1, nearPoor: 0 }).withCompleteRegistry().plant(services);
    const { figure, inputs } = await reader.source(uid, "poverty.poor_rate");
    expect([figure.text, inputs[1]!.source, inputs[1]!.text, inputs[1]!.registry]).toEqual(["7,35%", "population", "68", "70"]);
  });
});

describe("a period cut on the 14th", () => {
  it("counts on its own last day against the day before it began", async () => {
    await province.call(indicatorsRoutes.addPeriod, {
      body: { code: "2023-14-12", name: "Năm 2023 (cắt 14/12)", year: 2023, startsOn: plainDate("2022-12-15"), endsOn: plainDate("2023-12-14"), document: "Công văn 8/CV-SNN" },
    });
    const cut = new Reader(province, 2023, "2023-14-12");
    const board = await cut.board(PHU_HUU);
    expect([board.on, board.previousOn, board.period.name]).toEqual(["2023-12-14", "2022-12-14", "Năm 2023 (cắt 14/12)"]);
    expect((await cut.tile(PHU_HUU, "poverty.net_reduction_households")).figure.text).toBe("14");
  });

  it("is the province's to set, with another code than a calendar year and only once", async () => {
    const body = { code: "2024-14-12", name: "Năm 2024", year: 2024, startsOn: plainDate("2023-12-15"), endsOn: plainDate("2024-12-14"), document: "Công văn" };
    const commune = await app.signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    expect((await commune.refused(indicatorsRoutes.addPeriod, { body })).code).toBe("indicators.onlyProvince");
    expect((await province.refused(indicatorsRoutes.addPeriod, { body: { ...body, code: "2024" } })).code).toBe("indicators.periodCode");
    expect((await province.refused(indicatorsRoutes.addPeriod, { body: { ...body, code: "2023-14-12" } })).code).toBe("indicators.periodExists");
    expect((await province.refused(indicatorsRoutes.board, { query: { area: PHU_HUU, year: 2023, period: "2022-14-12" } })).code).toBe("indicators.noPeriod");
  });
});
