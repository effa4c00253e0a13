import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Person } from "../../../test/support/app.ts";
import { app, database, day, hamlet, human, KHANH_BINH, make, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { FARM, plantTrades, SEWING } from "../follow-up.testing.ts";
import { needsRoutes as routes, type NeedsQuery, type NewNeed } from "./contract.ts";

const ON = day("2026-11-20");
let commune: Person, collector: Person, neighbour: Person, leader: Person, poverty: Person;

beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  const fields = ["training"] as const;
  commune = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  collector = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet.phuLoi], fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
  leader = await app.signIn({ role: "leader", unitUid: PHU_HUU, fields });
  poverty = await app.signIn({ role: "commune", unitUid: PHU_HUU });
});
afterAll(() => database.close());

const need = (changes: Partial<NewNeed> = {}): NewNeed => ({
  hamletId: hamlet.phuLoi, fullName: "Nguyễn Văn Học", birthDate: null, birthYear: 1995, sex: 1, tradeCode: FARM, year: 2027, groups: ["poor"], collectedOn: ON,
  wantedFor: "self_employed", wantedWhen: null, wantedPlace: null, note: null, ...changes,
});
const add = async (changes: Partial<NewNeed> = {}, by = collector) => (await by.call(routes.addNeed, { body: need(changes) })).id;
const list = (query: Partial<NeedsQuery> = {}, by = commune) => by.call(routes.needs, { query: { area: PHU_HUU, on: ON, year: 2027, ...query } });

describe("what a hamlet asks", () => {
  it("is taken from the phone of who works in that hamlet, tied to the person on file", async () => {
    await make("Phạm Văn Định", { members: [{ who: human("Phạm Văn Định", 1, "1/2/1992", ["089092001234"]), relation: "01" }] });
    expect(await collector.call(routes.addNeed, { body: need({ fullName: "phạm văn định", birthYear: 1992 }) })).toMatchObject({ identified: "yes" });
    expect(await collector.call(routes.addNeed, { body: need({ fullName: "P. V. Định", birthYear: 1992, tradeCode: SEWING, identity: "089 092 001 234" }) })).toMatchObject({ identified: "yes" });
    expect(await collector.call(routes.addNeed, { body: need({ fullName: "Lê Thị Mới", birthYear: 2000, sex: 2 }) })).toMatchObject({ identified: "no" });
    const { rows } = await list({ q: "dinh" });
    expect(rows.map(({ fullName, identified, tradeCode }) => [fullName, identified, tradeCode])).toEqual([["phạm văn định", true, FARM], ["P. V. Định", true, SEWING]]);
  });

  it("takes one need of a person for a trade in a year, in another year or trade again", async () => {
    await add({ fullName: "Trần Một Lần" });
    expect((await collector.refused(routes.addNeed, { body: need({ fullName: "TRẦN MỘT LẦN" }) })).code).toBe("training.need.twice");
    await add({ fullName: "Trần Một Lần", year: 2028 });
    await add({ fullName: "Trần Một Lần", tradeCode: SEWING });
  });

  it("takes nobody below 15, nobody of unknown age, no day to come, no strange group or trade", async () => {
    const code = async (changes: Partial<NewNeed>) => (await collector.refused(routes.addNeed, { body: need({ fullName: "Lê Trẻ", ...changes }) })).code;
    expect(await code({ birthDate: day("2011-11-21"), birthYear: null })).toBe("training.need.tooYoung");
    expect(await code({ birthYear: null })).toBe("training.need.noBirth");
    expect(await code({ collectedOn: day("2026-12-01") })).toBe("training.followUp.dayToCome");
    expect(await code({ groups: ["rich"] })).toBe("training.need.groupUnknown");
    expect(await code({ tradeCode: "T-KHONG" })).toBe("training.followUp.tradeUnknown");
    await add({ fullName: "Lê Vừa Đủ", birthDate: day("2011-11-20"), birthYear: null });
  });

  it("is for the place and the field of work alone", async () => {
    expect((await collector.refused(routes.addNeed, { body: need({ hamletId: hamlet.phuHoa }) })).code).toBe("areas.hamletOutsideArea");
    expect((await leader.refused(routes.addNeed, { body: need() })).code).toBe("training.need.notYours");
    expect((await poverty.refused(routes.addNeed, { body: need() })).code).toBe("training.need.notYours");
    expect((await list({}, poverty)).total).toBe(0);
    expect((await neighbour.call(routes.needs, { query: { area: PHU_HUU, on: ON, year: 2027 } })).total).toBe(0);
  });
});

describe("from hamlet to commune to plan", () => {
  it("goes step by step, and back or out only with a reason", async () => {
    const [a, b] = [await add({ fullName: "Ngô Bước Một", tradeCode: SEWING }), await add({ fullName: "Ngô Bước Hai", tradeCode: SEWING })];
    const move = (deed: "confirm" | "sum" | "plan" | "decline" | "back", ids: string[], by = commune, reason?: string) => by.call(routes.moveNeeds, { body: { ids, deed, on: ON, ...(reason && { reason }) } });
    expect((await commune.refused(routes.moveNeeds, { body: { ids: [a], deed: "sum", on: ON } })).code).toBe("training.need.wrongState");
    expect(await move("confirm", [a, b], collector)).toEqual({ moved: 2 });
    expect((await collector.refused(routes.moveNeeds, { body: { ids: [a], deed: "sum", on: ON } })).code).toBe("training.need.notYours");
    await move("sum", [a, b]);
    expect((await commune.refused(routes.moveNeeds, { body: { ids: [b], deed: "decline", on: ON } })).code).toBe("training.need.reasonMissing");
    await move("decline", [b], commune, "đã có việc ổn định");
    await move("plan", [a]);
    expect((await commune.refused(routes.voidNeed, { params: { id: a }, body: { reason: "ghi nhầm" } })).code).toBe("training.need.planned");
    const page = await commune.call(routes.need, { params: { id: b } });
    expect(page).toMatchObject({ need: { state: "declined", declineReason: "đã có việc ổn định" }, mayDeeds: ["back"] });
    expect(page.actions.map(({ kind, reason }) => [kind, reason])).toEqual([["collect", null], ["confirm", null], ["sum", null], ["decline", "đã có việc ổn định"]]);
    expect((await list()).states).toMatchObject({ planned: 1, declined: 1 });
  });

  it("asks again for a declined need only while no other stands", async () => {
    const first = await add({ fullName: "Võ Hai Lượt" });
    await commune.call(routes.moveNeeds, { body: { ids: [first], deed: "confirm", on: ON } });
    await commune.call(routes.moveNeeds, { body: { ids: [first], deed: "decline", on: ON, reason: "chưa phù hợp" } });
    const second = await add({ fullName: "Võ Hai Lượt" });
    expect((await commune.refused(routes.moveNeeds, { body: { ids: [first], deed: "back", on: ON, reason: "xem lại" } })).code).toBe("training.need.twice");
    await commune.call(routes.voidNeed, { params: { id: second }, body: { reason: "ghi nhầm" } });
    expect(await commune.call(routes.moveNeeds, { body: { ids: [first], deed: "back", on: ON, reason: "xem lại" } })).toEqual({ moved: 1 });
    expect((await commune.refused(routes.need, { params: { id: second } })).code).toBe("training.need.unknown");
  });

  it("leaves as a workbook of exactly what is filtered, with its purpose in the trail", async () => {
    const { total } = await list({ trade: SEWING });
    const file = await commune.call(routes.exportNeeds, { body: { query: { area: PHU_HUU, on: ON, year: 2027, trade: SEWING, sort: "name", page: 1 }, purpose: "lập kế hoạch đào tạo" } });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file.bytes as unknown as ExcelJS.Buffer);
    const names = workbook.worksheets[0]!.getColumn(2).values.filter((value) => typeof value === "string" && value.startsWith("Ngô"));
    expect(names).toEqual(["Ngô Bước Hai", "Ngô Bước Một"]);
    expect(workbook.worksheets[0]!.rowCount).toBe(3 + total);
    expect((await collector.refused(routes.exportNeeds, { body: { query: { area: PHU_HUU, on: ON, year: 2027, sort: "name", page: 1 }, purpose: "xem thử" } })).code).toBe("training.need.notYours");
  });
});
