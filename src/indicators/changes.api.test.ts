import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../test/support/actors.ts";
import { TestApp, type Person } from "../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, PHU_HUU, plantDistrict, PROVINCE } from "../../test/support/district.ts";
import { Reader } from "../../test/support/figures.ts";
import { changeClass, voidHousehold, type PlantedHamlet } from "../../test/support/scenario.ts";
import { plainDate } from "../kernel/date.ts";
import type { Services } from "../platform/feature.ts";
import { indicatorsRoutes } from "./contract.ts";

const PLAN = { indicator: "poverty.rate_reduction_points", year: 2023, planKind: "assigned", kind: "document" } as const;

let database: TestDatabase;
let services: Services;
let province: Person;
let reader: Reader;
let hamlet: PlantedHamlet;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  hamlet = await plantDistrict(services);
  province = await new TestApp(services).signIn({ role: "province", unitUid: PROVINCE });
  reader = new Reader(province);
});
afterAll(() => database.close());

/** The four places where a number is shown must tell the same. */
async function everywhere(area: string): Promise<{ poor: string; rate: string; points: string }> {
  const texts = await reader.texts(area);
  const told = { poor: texts["poverty.poor_households"]!, rate: texts["poverty.poor_rate"]!, points: texts["poverty.rate_reduction_points"]! };
  const [narrative, word] = [await reader.narrative(area), await reader.word(area)];
  for (const [indicator, text] of [["poverty.poor_households", told.poor], ["poverty.poor_rate", told.rate], ["poverty.rate_reduction_points", told.points]] as const) {
    expect((await reader.source(area, indicator)).figure.text).toBe(text);
    expect(narrative.figures.find((figure) => figure.indicator === indicator)?.text).toBe(text);
    expect(narrative.text).toContain(text);
    expect(word).toContain(text);
  }
  return told;
}

describe("what is changed in the records is changed in every number", () => {
  it("as it stands first", async () => {
    expect(await everywhere(PHU_HUU)).toEqual({ poor: "20", rate: "11,90%", points: "9,76 điểm phần trăm" });
    expect(await everywhere(DISTRICT)).toEqual({ poor: "72", rate: "7,92%", points: "3,27 điểm phần trăm" });
    const { text, missing } = await reader.narrative(PHU_HUU);
    expect(text).toBe(
      "Cuối năm 2023, xã Phú Hữu có 168 hộ dân, trong đó có 20 hộ nghèo (chiếm tỷ lệ 11,90% số hộ), tỷ lệ hộ nghèo giảm 9,76 điểm phần trăm (giảm 14 hộ) so với cuối năm 2022. " +
        "Toàn địa bàn có 15 hộ cận nghèo (chiếm tỷ lệ 8,93% số hộ), tỷ lệ hộ cận nghèo giảm 0,62 điểm phần trăm (không đổi số hộ) so với cuối năm 2022. ",
    );
    expect(missing.map(({ label }) => label)).toEqual(["kế hoạch giảm tỷ lệ hộ nghèo năm 2023", "mục tiêu năm 2024"]);
  });

  it("one poor household taken back as a wrong record", async () => {
    await voidHousehold(services, hamlet.poor(2023)[0]!);
    expect(await everywhere(PHU_HUU)).toEqual({ poor: "19", rate: "11,31%", points: "9,71 điểm phần trăm" });
    expect((await everywhere(DISTRICT)).poor).toBe("71");
  });

  it("ten households that became near-poor by a later decision of the year", async () => {
    await changeClass(services, hamlet.poor(2023).slice(1, 11), "near_poor", "2023-12-20");
    expect(await everywhere(PHU_HUU)).toEqual({ poor: "9", rate: "5,36%", points: "15,66 điểm phần trăm" });
    expect((await reader.texts(PHU_HUU))["poverty.near_poor_households"]).toBe("25");
    expect((await reader.narrative(PHU_HUU)).text).toContain("tỷ lệ hộ cận nghèo tăng");
    expect((await reader.source(PHU_HUU, "poverty.poor_households")).records.total).toBe(9);
  });

  it("a plan row added: percentage of plan in tile, drawer, sentence and file", async () => {
    await province.call(indicatorsRoutes.addPlan, { body: { ...PLAN, unitUid: PHU_HUU, value: "12.50", document: "Quyết định 15/QĐ-UBND" } });
    const tile = await reader.tile(PHU_HUU, PLAN.indicator);
    expect([tile.plan?.text, tile.percentOfPlan?.text]).toEqual(["12,50 điểm phần trăm", "125,3%"]);
    const source = await reader.source(PHU_HUU, PLAN.indicator);
    expect([source.planReckoning, source.plans[0]?.document]).toEqual(["15,66 ÷ 12,50 × 100 = 125,3%", "Quyết định 15/QĐ-UBND"]);
    const { text, missing } = await reader.narrative(PHU_HUU);
    expect(text).toContain("đạt 125,3% kế hoạch năm 2023");
    expect(missing.map(({ label }) => label)).toEqual(["mục tiêu năm 2024"]);
    expect(await reader.word(PHU_HUU)).toContain("đạt 125,3% kế hoạch năm 2023");
  });

  it("of two plans that of the later document counts; a withdrawn one does not", async () => {
    const { id } = await province.call(indicatorsRoutes.addPlan, {
      body: { ...PLAN, unitUid: PHU_HUU, value: "10.00", document: "Quyết định điều chỉnh", documentDate: plainDate("2023-10-01") },
    });
    expect((await reader.tile(PHU_HUU, PLAN.indicator)).percentOfPlan?.text).toBe("156,6%");
    await province.call(indicatorsRoutes.voidPlan, { params: { id }, body: { reason: "nhập nhầm" } });
    expect((await reader.tile(PHU_HUU, PLAN.indicator)).percentOfPlan?.text).toBe("125,3%");
    expect((await province.refused(indicatorsRoutes.voidPlan, { params: { id }, body: { reason: "lần nữa" } })).code).toBe("indicators.noPlan");
    const { plans } = await province.call(indicatorsRoutes.listPlans, { query: { unit: PHU_HUU } });
    expect(plans.map(({ voided, voidReason }) => [voided, voidReason])).toEqual([[true, "nhập nhầm"], [false, null]]);
  });

  it("a level that should fall is met or not met, and has no percentage of plan", async () => {
    await province.call(indicatorsRoutes.addPlan, { body: { ...PLAN, indicator: "poverty.poor_rate", unitUid: PHU_HUU, value: "6.00", document: "Nghị quyết 3/NQ-HĐND" } });
    const tile = await reader.tile(PHU_HUU, "poverty.poor_rate");
    expect([tile.planMet, tile.percentOfPlan?.missing?.code]).toEqual([true, "indicators.levelPlan"]);
  });

  it("a plan of households that the communes' plans do not add up to is shown as a difference", async () => {
    const households = { ...PLAN, indicator: "poverty.net_reduction_households", document: "Kế hoạch giảm nghèo 2023" };
    const { communes } = await reader.board(DISTRICT);
    for (const { uid } of communes) await province.call(indicatorsRoutes.addPlan, { body: { ...households, unitUid: uid, value: "2" } });
    await province.call(indicatorsRoutes.addPlan, { body: { ...households, unitUid: DISTRICT, value: "30" } });
    expect((await reader.board(DISTRICT)).residuals).toEqual([{ indicator: households.indicator, name: "Số hộ nghèo giảm", kind: "plan", sum: "28", total: "30" }]);
  });

  it("a commune sets and withdraws its own plan, types a figure and freezes a number", async () => {
    const commune = await new TestApp(services).signIn({ role: "commune", unitUid: "30352@2025-07-01" });
    const own = { ...PLAN, unitUid: "30352@2025-07-01", value: "2.00", document: "Kế hoạch 12/KH-UBND" };
    const { id } = await commune.call(indicatorsRoutes.addPlan, { body: own });
    expect((await new Reader(commune).tile(own.unitUid, PLAN.indicator)).plan?.id).toBe(id);
    await commune.call(indicatorsRoutes.voidPlan, { params: { id }, body: { reason: "nhập thử" } });
    const typed = await commune.call(indicatorsRoutes.addTypedFigure, { body: { indicator: "poverty.poor_households", unitUid: own.unitUid, on: plainDate("2021-12-31"), value: "90", kind: "document", document: "Báo cáo 4/BC-UBND" } });
    await commune.call(indicatorsRoutes.voidTypedFigure, { params: { id: typed.id }, body: { reason: "nhập thử" } });
    expect((await commune.call(indicatorsRoutes.freeze, { body: { indicator: "poverty.poor_rate", area: own.unitUid, year: 2023 } })).id).toBeTruthy();
  });

  it("a plan is whole where its unit is households, and belongs to who may set it", async () => {
    const body = { ...PLAN, indicator: "poverty.net_reduction_households", unitUid: PHU_HUU, value: "2.5", document: "Kế hoạch" };
    expect((await province.refused(indicatorsRoutes.addPlan, { body })).code).toBe("indicators.wholeNumber");
    const commune = await new TestApp(services).signIn({ role: "commune", unitUid: "30341@2025-07-01" });
    expect((await commune.refused(indicatorsRoutes.addPlan, { body: { ...body, value: "2" } })).code).toBe("indicators.notYourPlan");
  });
});

describe("a frozen figure", () => {
  it("stays as it was, can be counted again as known then, and tells what changed since", async () => {
    await province.call(indicatorsRoutes.freeze, { body: { indicator: "poverty.poor_rate", area: PHU_HUU, year: 2023 } });
    const before = await reader.texts(PHU_HUU);
    const same = (await reader.source(PHU_HUU, "poverty.poor_rate")).frozen[0]!;
    expect([same.text, same.same, same.changes]).toEqual([before["poverty.poor_rate"], true, []]);
    await changeClass(services, hamlet.poor(2023).slice(11, 14), "near_poor", "2023-12-21");
    const { frozen, figure } = await reader.source(PHU_HUU, "poverty.poor_rate");
    expect([figure.text, frozen[0]!.text, frozen[0]!.same]).toEqual(["3,57%", "5,36%", false]);
    expect(frozen[0]!.changes).toEqual([{ label: "Hộ nghèo", on: "2023-12-31", frozen: "9", now: "6" }]);
    expect(await reader.texts(PHU_HUU, frozen[0]!.knownAt)).toEqual(before);
    const then = await reader.source(PHU_HUU, "poverty.poor_households", { knownAt: frozen[0]!.knownAt });
    expect([then.figure.text, then.records.total]).toEqual(["9", 9]);
  });
});
