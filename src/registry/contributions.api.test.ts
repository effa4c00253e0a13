import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFor } from "../../test/support/actors.ts";
import { app, database, day, family, hamlet, make, ON, openRegistry, PHU_HUU } from "../../test/support/registry.ts";
import type { Actor } from "../platform/actor.ts";
import { newId } from "../platform/door.ts";
import { registryApi } from "./api.ts";
import type { HouseholdEvent, RegistryContributions } from "./contributions.ts";
import type { HouseholdPage, HouseholdRow } from "./contract.ts";

let officer: Actor;
let first: string;
let failing = false;
const events: HouseholdEvent[] = [];

const contributions: Partial<RegistryContributions> = {
  classes: [{ code: "watched", labelKey: "test.watched" }],
  withClass: () => sql`h.head_name = 'Nguyễn Văn Nhất'`,
  badges: async (_, ids) => new Map(ids.filter((id) => id === first).map((id) => [id, [{ code: "watched", labelKey: "test.watched", data: {} }]])),
  timeline: async () => [{ on: day("2024-02-02"), recordedAt: "2024-02-02T00:00:00Z", code: "test.seen", data: {} }],
  async onEvent(_, event) {
    if (failing) throw new Error("the other feature cannot carry its facts along");
    events.push(event);
    return [];
  },
};

const call = async <T>(name: string, request: object): Promise<T> =>
  (await registryApi(app.services, contributions).handlers[name]!({ actor: officer, commandId: newId(), language: "vi", ...request } as never)) as T;
const list = (changes: object = {}) => call<{ rows: HouseholdRow[]; total: number }>("households", { query: { area: PHU_HUU, on: ON, sort: "name", page: 1, perPage: 50, ...changes } });
const version = async (id: string) => (await call<HouseholdPage>("household", { params: { id }, query: { on: ON } })).version;

beforeAll(async () => {
  await openRegistry();
  officer = await actorFor(app.services, { role: "commune", unitUid: PHU_HUU });
  first = await make("Nguyễn Văn Nhất");
  await make("Lê Văn Nhì");
});
afterAll(() => database.close());

describe("what other features add to the registry", () => {
  it("narrows the list, stands beside the name and in the timeline", async () => {
    expect((await list({ class: "watched" })).rows.map(({ headName, badges }) => [headName, badges[0]?.code])).toEqual([["Nguyễn Văn Nhất", "watched"]]);
    expect((await list()).rows.map(({ badges }) => badges.length)).toEqual([1, 0]);
    const household = await call<HouseholdPage>("household", { params: { id: first }, query: { on: ON } });
    expect(household.badges).toHaveLength(1);
    expect(household.timeline.map(({ code }) => code)).toContain("test.seen");
    await expect(list({ class: "unheard" })).rejects.toMatchObject({ code: "registry.classUnknown" });
  });

  it("is told when a household moves, is voided, comes back and ends", async () => {
    const on = day("2026-01-01");
    await call("moveHousehold", { params: { id: first }, body: { baseVersion: await version(first), hamletId: hamlet.phuHoa, on, address: null } });
    await call("voidHousehold", { params: { id: first }, body: { baseVersion: await version(first), reason: "Ghi trùng" } });
    await call("restoreHousehold", { params: { id: first }, body: { baseVersion: await version(first), reason: "Không trùng" } });
    await call("endHousehold", { params: { id: first }, body: { baseVersion: await version(first), on: day("2026-06-01"), why: "moved_away" } });
    expect(events.map(({ kind }) => kind)).toEqual(["moved", "voided", "restored", "ended"]);
    expect(events[0]).toEqual({ kind: "moved", householdId: first, on, fromHamlet: hamlet.phuLoi, toHamlet: hamlet.phuHoa });
  });

  it("stands or falls together with the deed", async () => {
    const id = await make("Trần Văn Ba", family("Trần Văn Ba"));
    failing = true;
    await expect(call("voidHousehold", { params: { id }, body: { baseVersion: 1, reason: "Ghi nhầm" } })).rejects.toThrow(/cannot carry/);
    failing = false;
    expect((await call<HouseholdPage>("household", { params: { id }, query: { on: ON } })).voided).toBeNull();
    expect(await version(id)).toBe(1);
  });
});
