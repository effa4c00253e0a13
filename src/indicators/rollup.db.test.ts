import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFor, provinceActor, testServices, workerActor } from "../../test/support/actors.ts";
import { openTestDatabase, type TestDatabase } from "../../test/support/database.ts";
import { DISTRICT, OTHERS, PHU_HUU, plantDistrict } from "../../test/support/district.ts";
import { aHamlet, changeClass, voidHousehold, type PlantedHamlet } from "../../test/support/scenario.ts";
import { communesOf } from "../areas/public.ts";
import { plainDate, type PlainDate } from "../kernel/date.ts";
import type { Services } from "../platform/feature.ts";
import { countCommunes, type CommuneCounts } from "./counting.ts";
import { markEverything, rollUp } from "./rollup.ts";

const YEAR_END = plainDate("2023-12-31");

let database: TestDatabase;
let services: Services;
let hamlet: PlantedHamlet;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  hamlet = await plantDistrict(services);
});
afterAll(() => database.close());

const counts = (days: readonly PlainDate[], rolledUp: boolean, area: string = DISTRICT): Promise<CommuneCounts[]> =>
  services.door.read(provinceActor(), async (tx) => {
    const { uids: communes, on: bordersOn } = communesOf(area, YEAR_END);
    const rows = await countCommunes(tx, { communes, bordersOn, days, knownAt: "infinity", registryOn: [], personsOn: [], rolledUp });
    return rows.toSorted((a, b) => (a.on + a.commune < b.on + b.commune ? -1 : 1));
  });
const poorOf = async (area: string): Promise<number> => (await counts([YEAR_END], true, area))[0]!.poorHouseholds;
const work = (): Promise<number> => rollUp(services.door, workerActor());
const admin = (sql: string): Promise<unknown> => services.door.maintain(workerActor(), ({ client }) => client.query(sql));

describe("rolled-up statuses", () => {
  it("are built for the hamlets that were written, and then nothing is left to do", async () => {
    expect(await work()).toBe(15);
    expect(await work()).toBe(0);
  });

  it("give the same counts as the records on any day, also one nobody asked for before", async () => {
    const day = fc.integer({ min: 0, max: 4 * 365 }).map((n) => plainDate(new Date(Date.UTC(2021, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)));
    await fc.assert(fc.asyncProperty(fc.uniqueArray(day, { minLength: 1, maxLength: 4 }), async (days) => {
      expect(await counts(days, true)).toEqual(await counts(days, false));
    }), { numRuns: 12 });
  });

  it("show a new fact at once: a marked hamlet is counted from records until the worker has been", async () => {
    const before = await poorOf(PHU_HUU);
    await changeClass(services, hamlet.poor(2023).slice(0, 3), "near_poor", "2023-12-20");
    expect(await poorOf(PHU_HUU)).toBe(before - 3);
    expect(await work()).toBe(1);
    expect(await poorOf(PHU_HUU)).toBe(before - 3);
    await voidHousehold(services, hamlet.poor(2023)[3]!);
    expect(await poorOf(PHU_HUU)).toBe(before - 4);
    await work();
    expect(await counts([YEAR_END], true)).toEqual(await counts([YEAR_END], false));
  });

  it("keep the mark of a fact that commits while the worker is rebuilding", async () => {
    const before = await poorOf(PHU_HUU);
    let late: Promise<unknown> | undefined;
    const door = services.door;
    await door.maintain(workerActor(), async ({ client }) => {
      await client.query("select 1"); // the snapshot is taken
      late = changeClass(services, hamlet.poor(2023).slice(4, 6), "near_poor", "2023-12-21");
      await late;
      await client.query("delete from dirty_log where topic = 'status'");
    });
    expect(await poorOf(PHU_HUU)).toBe(before - 2);
    expect(await work()).toBe(1);
  });

  it("are rebuilt by one worker at a time; many writers and workers lose nothing", async () => {
    const others = await Promise.all(OTHERS.slice(0, 4).map((uid, i) => aHamlet(`ấp Thêm ${i}`).in(uid).endOf(2023, { households: 9, poor: 5, nearPoor: 1 }).plant(services)));
    await Promise.all([...others.map((one) => changeClass(services, one.poor(2023).slice(0, 2), "near_poor", "2023-12-22")), work(), work(), work()]);
    while ((await work()) > 0);
    expect(await counts([YEAR_END], true)).toEqual(await counts([YEAR_END], false));
  });

  it("are all marked at the start of the program, so that nothing stale is ever trusted", async () => {
    await admin("delete from rollup_status where valid_to > now()");
    expect(await poorOf(PHU_HUU)).toBe(0);
    await markEverything(services.door, workerActor());
    expect(await counts([YEAR_END], true)).toEqual(await counts([YEAR_END], false));
    await work();
    expect(await counts([YEAR_END], true)).toEqual(await counts([YEAR_END], false));
  });

  it("are the worker's to write, and nobody else's", async () => {
    const commune = await actorFor(services, { role: "commune", unitUid: "30352@2025-07-01" });
    for (const actor of [commune, provinceActor()]) {
      const forged = services.door.write(actor, { commandId: "018bcfe5-68d2-7000-8000-00000000000a", name: "test.forge", input: actor.role }, async ({ client }) => {
        await client.query("insert into rollup_status (hamlet_id, class, ruleset, valid_from, households, persons) values ($1, 'poor', 'x', '2023-01-01', 1, 1)", [hamlet.id]);
        return { answer: null };
      });
      await expect(forged).rejects.toThrow(/row-level security/);
    }
  });
});
