import { AN_GIANG_UID, provinceActor, testServices } from "./actors.ts";
import { type Person, TestApp } from "./app.ts";
import { openTestDatabase, type TestDatabase } from "./database.ts";
import { createHamlet } from "../../src/areas/public.ts";
import { plainDate } from "../../src/kernel/date.ts";
import { newId } from "../../src/platform/door.ts";
import { registryRoutes as routes, type CreateHousehold, type HouseholdPage, type ListQuery } from "../../src/registry/contract.ts";

export const day = plainDate;
export const ON = day("2026-11-23");
export const PHU_HUU = "30352@2025-07-01";
export const KHANH_BINH = "30341@2025-07-01";

/** Two communes with three hamlets and one person of each role, signed in; set by `openRegistry` for the test file. */
export let database: TestDatabase;
export let app: TestApp;
export const hamlet: Record<"phuLoi" | "phuHoa" | "tanThanh", string> = { phuLoi: "", phuHoa: "", tanThanh: "" };
export let officer: Person, neighbour: Person, surveyor: Person, leader: Person, province: Person, stranger: Person;

export async function openRegistry(): Promise<void> {
  database = await openTestDatabase();
  const services = testServices(database);
  app = new TestApp(services);
  const add = (unitUid: string, name: string) => services.door.write(provinceActor(), { commandId: newId(), name: "areas.addHamlet", input: { unitUid, name } }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid, name });
    return { answer: id, changes };
  });
  hamlet.phuLoi = await add("30352@0", "Ấp Phú Lợi");
  hamlet.phuHoa = await add("30352@0", "Ấp Phú Hòa");
  hamlet.tanThanh = await add("30341@2005-04-27", "Khóm Tân Thạnh");
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet.phuLoi] });
  leader = await app.signIn({ role: "leader", unitUid: AN_GIANG_UID });
  province = await app.signIn({ role: "province", unitUid: AN_GIANG_UID });
  stranger = await app.signIn({ role: "province", unitUid: "96@2025-07-01", tenantId: "ca_mau" });
}

export const human = (fullName: string, sex: 0 | 1 | 2, birth: string | null, numbers: string[] = []) => ({ person: { fullName, sex, birth, ethnicity: "01", numbers } });
export const family = (name: string, changes: Partial<CreateHousehold> = {}): CreateHousehold => ({
  hamletId: hamlet.phuLoi, from: day("2022-01-15"), localCode: null, address: "Tổ 3", formedBy: "listed", characteristics: [], confirm: [],
  members: [
    { who: human(name, 1, "5/6/1985"), relation: "01" },
    { who: human(`Trần Thị Vợ ${name.split(" ").at(-1)}`, 2, "1987"), relation: "02" },
    { who: human(`Con Của ${name.split(" ").at(-1)}`, 1, "10/3/2023"), relation: "03" },
  ],
  ...changes,
});
export const make = async (name: string, changes: Partial<CreateHousehold> = {}, by = officer) => (await by.call(routes.createHousehold, { body: family(name, changes) })).id;
export const page = (id: string, on = ON as string, by = officer, known?: string): Promise<HouseholdPage> => by.call(routes.household, { params: { id }, query: { on: day(on), ...(known && { known }) } });
export const list = (query: Partial<ListQuery> = {}, by = officer) => by.call(routes.households, { query: { area: PHU_HUU, on: ON, ...query } });
export const names = (household: HouseholdPage): string[] => household.members.map(({ person }) => person.fullName);
export const instant = async (): Promise<string> => {
  const { rows } = await database.pool.query<{ at: string }>("select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as at");
  return rows[0]!.at;
};
