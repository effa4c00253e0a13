import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { provinceActor } from "../../test/support/actors.ts";
import { app, database, day, family, hamlet, human, leader, list, make, neighbour, officer, ON, openRegistry, page, PHU_HUU, province, stranger, surveyor } from "../../test/support/registry.ts";
import { newId } from "../platform/door.ts";
import { registryRoutes as routes } from "./contract.ts";
import { setUndividedPopulation } from "./undivided-population.ts";

const NUMBER = "089085001234";

beforeAll(openRegistry);
afterAll(() => database.close());

describe("scope", () => {
  it("lets each see what lies in the own area, and nobody else's", async () => {
    const id = await make("Kiều Văn Riêng", { hamletId: hamlet.phuHoa });
    for (const who of [officer, leader, province]) expect((await page(id, ON, who)).headName).toBe("Kiều Văn Riêng");
    for (const who of [neighbour, surveyor, stranger]) expect((await who.refused(routes.household, { params: { id }, query: { on: ON } })).status).toBe(404);
    expect((await list({ area: PHU_HUU }, neighbour)).total).toBe(0);
    expect((await list({ area: PHU_HUU }, stranger)).total).toBe(0);
    expect((await list({}, surveyor)).rows.every((row) => row.hamlet === "ấp Phú Lợi")).toBe(true);
  });

  it("lets a surveyor write in the own hamlet, not beside it, and not void", async () => {
    const id = await make("Ngô Văn Ấp", {}, surveyor);
    expect((await surveyor.refused(routes.createHousehold, { body: family("Ngô Văn Xa", { hamletId: hamlet.phuHoa }) })).code).toBe("areas.hamletOutsideArea");
    expect((await surveyor.refused(routes.voidHousehold, { params: { id }, body: { baseVersion: 1, reason: "Ghi nhầm" } })).code).toBe("registry.mayNotVoid");
    expect((await leader.refused(routes.createHousehold, { body: family("Ngô Văn Xem") })).code).toBe("registry.notKeeper");
    expect((await neighbour.refused(routes.endHousehold, { params: { id }, body: { baseVersion: 1, on: ON, why: "moved_away" } })).status).toBe(404);
  });

  it("keeps a move inside the commune", async () => {
    const id = await make("Dương Văn Chuyển");
    const body = { baseVersion: 1, hamletId: hamlet.tanThanh, on: day("2026-01-01"), address: null };
    expect((await province.refused(routes.moveHousehold, { params: { id }, body })).code).toBe("registry.moveLeavesCommune");
  });
});

describe("an identity number", () => {
  it("is masked on every page and shown whole only for a purpose that is written down", async () => {
    const id = await make("", { members: [{ who: human("Tô Văn Kín", 1, "1985", [NUMBER]), relation: "01" }] });
    const shown = (await page(id)).members[0]!.person.numbers[0]!;
    expect(shown.masked).toBe("089••••••234");
    const { numbers } = await surveyor.call(routes.reveal, { body: { identifierIds: [shown.id], purpose: "Đối chiếu giấy tờ" } });
    expect(numbers).toEqual([{ id: shown.id, number: NUMBER }]);
    expect((await neighbour.call(routes.reveal, { body: { identifierIds: [shown.id], purpose: "Đối chiếu giấy tờ" } })).numbers).toEqual([]);
    expect((await leader.refused(routes.reveal, { body: { identifierIds: [shown.id], purpose: "Đối chiếu giấy tờ" } })).code).toBe("registry.mayNotReveal");
  });

  it("is replaced with a reason", async () => {
    const id = await make("Tô Văn Thay");
    const { person } = (await page(id)).members[0]!;
    await officer.call(routes.setNumber, { params: { id: person.id }, body: { baseVersion: 1, type: "CCCD", number: "089085003333", source: "Thẻ", reason: "Bổ sung số", confirm: [] } });
    await officer.call(routes.setNumber, { params: { id: person.id }, body: { baseVersion: 2, type: "CCCD", number: "089085004444", source: "Thẻ", reason: "Ghi nhầm số", confirm: [] } });
    expect((await page(id)).members[0]!.person.numbers.map(({ masked }) => masked)).toEqual(["089••••••444"]);
    expect((await officer.refused(routes.setNumber, { params: { id: person.id }, body: { baseVersion: 3, type: "CMND", number: "089085004444", source: "Thẻ", reason: "Ghi nhầm", confirm: [] } })).code).toBe("registry.numberOtherType");
  });

  it("lies nowhere in the database in plain text", async () => {
    const admin = new pg.Client(database.adminUrl);
    await admin.connect();
    const { rows: tables } = await admin.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('t_an_giang', 't_ca_mau', 'ref') and tablename not in ('unit', 'unit_edge')");
    const planted = [NUMBER, "089085003333", "089085004444"];
    const holding: string[] = [];
    let rowsRead = 0;
    for (const { name } of tables) {
      const { rows } = await admin.query<{ text: string }>(`select t::text as text from ${name} t`);
      rowsRead += rows.length;
      for (const { text } of rows) if (planted.some((number) => text.includes(number) || text.includes(Buffer.from(number).toString("hex")))) holding.push(name);
    }
    await admin.end();
    expect(holding).toEqual([]);
    expect(rowsRead).toBeGreaterThan(100);
  });
});

describe("the table of population", () => {
  const add = (rows: object[], onDate = "2025-12-31") => ({ body: { onDate: day(onDate), source: "Báo cáo 15/BC-UBND", signer: "Chủ tịch", figureKind: "document" as const, rows: rows as never } });
  const row = (households: number, hamletId = hamlet.phuHoa) => ({ hamletId, households, persons: households * 4, minorityHouseholds: 3, areaType: "rural" });

  it("keeps figures by hamlet and day beside what the register holds", async () => {
    expect(await officer.call(routes.addPopulation, add([row(120), row(90, hamlet.phuLoi)]))).toEqual({ added: 2, replaced: 0 });
    expect(await officer.call(routes.addPopulation, add([row(121)]))).toEqual({ added: 1, replaced: 1 });
    const { rows } = await officer.call(routes.population, { query: { area: PHU_HUU, on: ON } });
    expect(rows.map(({ hamlet: name }) => name)).toEqual(["ấp Phú Hòa", "ấp Phú Lợi"]);
    expect(rows[0]).toMatchObject({ counts: [{ onDate: "2025-12-31", households: 121, source: "Báo cáo 15/BC-UBND" }], complete: null });
    expect(rows[1]!.registry.households).toBe((await list({ hamlet: [hamlet.phuLoi] })).total);
    expect((await officer.call(routes.population, { query: { area: PHU_HUU, on: day("2025-12-30") } })).rows[0]!.counts).toEqual([]);
    await officer.call(routes.voidPopulation, { params: { id: rows[0]!.counts[0]!.id }, body: { reason: "Nhập nhầm ấp" } });
    expect((await officer.call(routes.population, { query: { area: PHU_HUU, on: ON } })).rows[0]!.counts).toEqual([]);
  });

  it("refuses more minority households than households, the neighbour's hamlet, and a surveyor", async () => {
    expect((await officer.refused(routes.addPopulation, add([{ ...row(2) }]))).code).toBe("registry.minorityTooMany");
    expect((await officer.refused(routes.addPopulation, add([{ ...row(20), persons: 19 }]))).code).toBe("registry.personsTooFew");
    expect((await officer.refused(routes.addPopulation, add([row(20, hamlet.tanThanh)]))).code).toBe("areas.hamletOutsideArea");
    expect((await surveyor.refused(routes.addPopulation, add([row(20, hamlet.phuLoi)]))).code).toBe("registry.mayNotCount");
  });

  it("takes one figure for the commune for what its hamlets leave, and refuses it where they leave nothing", async () => {
    const whole = (onDate: string) =>
      setUndividedPopulation(app.services, provinceActor(), newId<"command">(), { areaUid: PHU_HUU, onDate: day(onDate), source: "Báo cáo 16/BC-UBND", signer: null, figureKind: "document", households: 50, persons: 200, minorityHouseholds: null });
    await officer.call(routes.addPopulation, add([row(120)], "2024-12-31"));
    expect(await whole("2024-12-31")).toEqual({ added: 1, replaced: 0 });
    await officer.call(routes.addPopulation, add([row(90, hamlet.phuLoi)], "2024-12-31"));
    await expect(whole("2024-12-31")).rejects.toMatchObject({ code: "registry.populationByHamlet", data: { households: 210 } });
  });

  it("says where the register is declared complete", async () => {
    const declare = { body: { hamletIds: [hamlet.phuHoa], from: day("2026-01-01"), declaredBy: "UBND xã Phú Hữu" } };
    expect(await officer.call(routes.declareComplete, declare)).toEqual({ declared: 1 });
    expect(await officer.call(routes.declareComplete, declare)).toEqual({ declared: 0 });
    const complete = async (on: string) => (await officer.call(routes.population, { query: { area: PHU_HUU, on: day(on) } })).rows[0]!.complete;
    expect([await complete("2025-12-31"), await complete("2026-11-23")]).toEqual([null, expect.objectContaining({ from: "2026-01-01" })]);
    await officer.call(routes.withdrawComplete, { params: { id: (await complete("2026-11-23"))!.id }, body: { on: day("2026-06-01") } });
    expect([await complete("2026-05-31"), await complete("2026-06-01")]).toEqual([expect.objectContaining({ declaredBy: "UBND xã Phú Hữu" }), null]);
  });
});
