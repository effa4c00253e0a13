import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFor, otherProvinceActor, provinceActor, testServices } from "../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { plainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import { newId } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import { areaTypeOn } from "./area-types.ts";
import { areasApi } from "./api.ts";
import { placeHamlets } from "./place-hamlets.ts";
import { createHamlet, hamletIdsOf, listHamlets, placeholderHamlet } from "./store.ts";
import { areaTypeTask } from "./type-overview.ts";

const day = plainDate;
const TODAY = day("2026-11-23");
const [AN_PHU_DISTRICT, PHU_HUU_OLD, PHU_HUU, PHUOC_HUNG, KHANH_BINH, LONG_BINH] = ["886@0", "30352@0", "30352@2025-07-01", "30358@0", "30341@2025-07-01", "30341@2005-04-27"] as const;

let database: TestDatabase;
let services: Services;
const hamlets: Record<string, string> = {};

const add = (actor: Actor, unitUid: string, name: string): Promise<string> =>
  services.door.write(actor, { commandId: newId(), name: "areas.addHamlet", input: { unitUid, name } }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid, name });
    return { answer: id, changes };
  });
const idsOf = (uid: string, on: string, actor = provinceActor()) => services.door.read(actor, (tx) => hamletIdsOf(tx, uid, day(on)));
const visible = (actor: Actor, on: string) => areasApi(services).handlers["visible"]!({ actor, query: { on: day(on) } } as never) as Promise<{ units: { uid: string; former: boolean; parentUid: string | null; hamlets?: { id: string; name: string }[] }[] }>;
const call = (name: string, actor: Actor, rest: object) => areasApi(services).handlers[name]!({ actor, language: "vi", commandId: newId(), ...rest } as never) as Promise<never>;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const province = provinceActor();
  hamlets["phuLoi"] = await add(province, PHU_HUU_OLD, "Ấp Phú Lợi");
  hamlets["phuocMy"] = await add(province, PHUOC_HUNG, "ấp Phước Mỹ");
  hamlets["longBinh"] = await add(province, LONG_BINH, "khóm Tân Thạnh");
});
afterAll(() => database.close());

describe("the hamlets of an area on a day", () => {
  it("are those of a commune then and of the commune that took it over since", async () => {
    expect(await idsOf(PHU_HUU_OLD, "2023-12-31")).toEqual([hamlets["phuLoi"]]);
    expect(await idsOf(PHU_HUU, "2026-11-23")).toEqual([hamlets["phuLoi"]]);
  });

  it("of a closed unit are those of its last day; of a unit to come those of its first", async () => {
    const all = new Set([hamlets["phuLoi"], hamlets["phuocMy"], hamlets["longBinh"]]);
    expect(new Set(await idsOf(AN_PHU_DISTRICT, "2023-12-31"))).toEqual(all);
    expect(new Set(await idsOf(AN_PHU_DISTRICT, "2026-11-23"))).toEqual(all);
    expect(await idsOf(PHU_HUU, "2023-12-31")).toEqual([hamlets["phuLoi"]]);
  });

  it("of a province holds all below it, of another province nothing", async () => {
    expect(await idsOf("91@2025-07-01", "2026-11-23")).toHaveLength(2); // Phước Mỹ's commune was split: nobody said where it lies
    expect(await services.door.read(otherProvinceActor(), (tx) => hamletIdsOf(tx, PHU_HUU_OLD, day("2023-12-31")))).toEqual([]);
  });

  it("carry their kind and read as officials write them", async () => {
    const [hamlet] = await services.door.read(provinceActor(), (tx) => listHamlets(tx, PHU_HUU, TODAY));
    expect(hamlet).toMatchObject({ name: "Phú Lợi", kind: "ap", label: "ấp Phú Lợi", unitUid: PHU_HUU });
  });
});

describe("a hamlet of a commune that was split", () => {
  it("is listed as unplaced with the communes it may lie in, until one of them takes it", async () => {
    const before = (await call("unplaced", provinceActor(), { query: { on: TODAY } })) as unknown as { hamlets: { id: string; candidates: { uid: string }[] }[] };
    expect(before.hamlets.map(({ id }) => id)).toEqual([hamlets["phuocMy"]]);
    expect(before.hamlets[0]!.candidates.map(({ uid }) => uid).sort()).toEqual(["30337@2025-07-01", "30346@2025-07-01", PHU_HUU]);
    const officer = await actorFor(services, { role: "commune", unitUid: PHU_HUU });
    await placeHamlets(services, officer, newId(), [{ hamletId: hamlets["phuocMy"]!, unitUid: PHU_HUU, from: day("2025-07-01"), document: "Phương án sắp xếp ấp" }]);
    expect(new Set(await idsOf(PHU_HUU, "2026-11-23"))).toEqual(new Set([hamlets["phuLoi"], hamlets["phuocMy"]]));
    expect(await idsOf(PHUOC_HUNG, "2023-12-31")).toEqual([hamlets["phuocMy"]]);
    expect(await services.door.read(provinceActor(), async (tx) => (await call("unplaced", tx.actor, { query: { on: TODAY } })) as unknown)).toEqual({ hamlets: [] });
  });

  it("cannot be taken by a commune that did not succeed, nor out of another's hands", async () => {
    const stray = await add(provinceActor(), PHUOC_HUNG, "ấp Phước Lợi");
    const document = "Phương án";
    const other = await actorFor(services, { role: "commune", unitUid: KHANH_BINH });
    await expect(placeHamlets(services, other, newId(), [{ hamletId: stray, unitUid: KHANH_BINH, from: day("2025-07-01"), document }])).rejects.toMatchObject({ code: "areas.notASuccessor" });
    await expect(placeHamlets(services, other, newId(), [{ hamletId: hamlets["phuLoi"]!, unitUid: KHANH_BINH, from: TODAY, document }])).rejects.toMatchObject({ code: "areas.hamletOutsideArea" });
    await expect(placeHamlets(services, other, newId(), [{ hamletId: stray, unitUid: PHU_HUU, from: TODAY, document }])).rejects.toMatchObject({ code: "areas.outsideArea" });
  });
});

describe("the units an actor may choose", () => {
  it("are for the province its tree of the day, the districts of then before 1/7/2025, and exact old districts since", async () => {
    const then = (await visible(provinceActor(), "2023-12-31")).units;
    expect(then.filter(({ parentUid }) => parentUid === null).map(({ uid }) => uid).sort()).toEqual(["89@0", "91@0"]);
    expect(then.find(({ uid }) => uid === AN_PHU_DISTRICT)).toMatchObject({ parentUid: "89@0", former: true });
    expect(then.find(({ uid }) => uid === PHUOC_HUNG)).toMatchObject({ parentUid: AN_PHU_DISTRICT });
    const now = (await visible(provinceActor(), "2026-11-23")).units;
    expect(now.filter(({ former }) => !former)).toHaveLength(103);
    expect(now.find(({ uid }) => uid === AN_PHU_DISTRICT)).toMatchObject({ former: true, parentUid: "91@2025-07-01" });
    expect(now.some(({ uid }) => uid === PHUOC_HUNG)).toBe(false);
  });

  it("are for a commune itself with its hamlets and what it succeeded", async () => {
    const officer = await actorFor(services, { role: "commune", unitUid: PHU_HUU });
    const { units } = await visible(officer, "2026-11-23");
    expect(units.map(({ uid, former }) => [uid, former])).toEqual([[PHU_HUU, false], ["30352@0", true], ["30358@0", true], ["30361@0", true]]);
    expect(units[0]!.hamlets!.map(({ name }) => name)).toEqual(["ấp Phú Lợi", "ấp Phước Mỹ"]);
    expect(units[2]!.hamlets!.map(({ name }) => name)).toEqual(["ấp Phước Mỹ"]); // of a split commune only what came over
  });

  it("are for a surveyor the own commune with the own hamlets only", async () => {
    const surveyor = await actorFor(services, { role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlets["phuLoi"]!] });
    expect((await visible(surveyor, "2026-11-23")).units[0]!.hamlets).toEqual([{ id: hamlets["phuLoi"], name: "ấp Phú Lợi" }]);
  });
});

describe("the type of an area", () => {
  it("is one task while it is not set, with the former type as a candidate that is never taken", async () => {
    const task = await services.door.read(provinceActor(), (tx) => areaTypeTask(tx, TODAY));
    expect(task!.units.map(({ uid }) => uid).sort()).toEqual([KHANH_BINH, PHU_HUU].sort());
    const { units } = (await call("types", provinceActor(), { query: { on: TODAY } })) as unknown as { units: { uid: string; candidate: unknown }[] };
    expect(units.find(({ uid }) => uid === PHU_HUU)!.candidate).toMatchObject({ type: "rural" });
    expect(units.find(({ uid }) => uid === KHANH_BINH)!.candidate).toMatchObject({ type: null }); // a thị trấn and two xã
    expect((await services.door.read(provinceActor(), (tx) => areaTypeOn(tx, Object.values(hamlets), TODAY))).size).toBe(0);
  });

  it("stands by document and dates; a hamlet's own type goes before its commune's; other days stay as they were", async () => {
    const officer = await actorFor(services, { role: "commune", unitUid: PHU_HUU });
    const set = (body: object) => call("setType", officer, { body: { unitUids: [], hamletIds: [], to: null, ...body } });
    await set({ unitUids: [PHU_HUU], type: "rural", document: "Công văn 1", from: day("2025-07-01") });
    await set({ hamletIds: [hamlets["phuLoi"]], type: "urban", document: "Công văn 2", from: day("2026-01-01") });
    const on = (date: string) => services.door.read(officer, async (tx) => (await areaTypeOn(tx, [hamlets["phuLoi"]!, hamlets["phuocMy"]!], day(date))));
    expect((await on("2025-08-01")).get(hamlets["phuLoi"]!)).toEqual({ type: "rural", document: "Công văn 1", by: "unit" });
    expect((await on("2026-02-01")).get(hamlets["phuLoi"]!)).toEqual({ type: "urban", document: "Công văn 2", by: "hamlet" });
    expect((await on("2026-02-01")).get(hamlets["phuocMy"]!)).toMatchObject({ type: "rural" });
    expect((await on("2025-06-30")).size).toBe(0);
    await set({ unitUids: [PHU_HUU], type: "urban", document: "Công văn 3", from: day("2026-03-01"), to: day("2026-04-01") });
    const types = await Promise.all(["2026-02-28", "2026-03-15", "2026-04-01"].map(async (date) => (await on(date)).get(hamlets["phuocMy"]!)!.type));
    expect(types).toEqual(["rural", "urban", "rural"]);
    expect((await services.door.read(officer, (tx) => areaTypeTask(tx, TODAY)))).toBeNull();
  });

  it("is read as it was known on a day", async () => {
    const { rows } = await services.door.read(provinceActor(), (tx) => tx.client.query<{ at: string }>("select max(recorded_at)::text as at from area_type where document = 'Công văn 1' and valid_to is null"));
    const known = rows[0]!.at;
    const then = await services.door.read(provinceActor(), (tx) => areaTypeOn(tx, [hamlets["phuLoi"]!], day("2026-02-01"), known));
    expect(then.get(hamlets["phuLoi"]!)).toBeDefined();
    expect(await services.door.read(provinceActor(), (tx) => areaTypeOn(tx, [hamlets["phuLoi"]!], day("2026-02-01"), "2020-01-01T00:00:00Z"))).toEqual(new Map());
  });

  it("is not for readers nor for another commune to set", async () => {
    const body = { unitUids: [PHU_HUU], hamletIds: [], type: "rural", document: "Công văn", from: TODAY, to: null };
    const leader = await actorFor(services, { role: "leader", unitUid: PHU_HUU });
    await expect(async () => call("setType", leader, { body })).rejects.toMatchObject({ code: "areas.notKeeper" });
    const other = await actorFor(services, { role: "commune", unitUid: KHANH_BINH });
    await expect(async () => call("setType", other, { body })).rejects.toMatchObject({ code: "areas.outsideArea" });
  });
});

describe("a commune's own list of hamlets", () => {
  it("takes a new name once", async () => {
    const officer = await actorFor(services, { role: "commune", unitUid: PHU_HUU });
    await call("addHamlet", officer, { params: { uid: PHU_HUU }, body: { name: "Ấp Phú Thành" } });
    await expect(call("addHamlet", officer, { params: { uid: PHU_HUU }, body: { name: "ấp phú thành" } })).rejects.toMatchObject({ code: "areas.hamletExists" });
    expect(await idsOf(PHU_HUU, "2026-11-23")).toHaveLength(3);
  });

  it("has at most one place for households whose hamlet is not known", async () => {
    const officer = await actorFor(services, { role: "commune", unitUid: PHU_HUU });
    const make = () => services.door.write(officer, { commandId: newId(), name: "areas.addHamlet", input: {} }, async (tx) => {
      const { id, changes } = await placeholderHamlet(tx, PHU_HUU);
      return { answer: id, changes };
    });
    expect(await make()).toBe(await make());
  });
});
