import { afterAll, beforeAll, expect, test } from "vitest";
import { actorFor, provinceActor, testServices, workerActor } from "../../../test/support/actors.ts";
import { TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { countOf, END_2023, readList, takeList, threeSheets } from "../../../test/support/household-lists.ts";
import { createHamlet } from "../../areas/public.ts";
import { newId } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { registryRoutes } from "../../registry/contract.ts";
import { households, type Household } from "../../registry/household-list/list.fixture.ts";
import { problemsOf, problemView } from "./view.ts";

const [PHU_HUU, KHANH_BINH] = ["30352@2025-07-01", "30341@2025-07-01"];
const NUMBER = "089070000777";

let database: TestDatabase;
let services: Services;
let app: TestApp;

beforeAll(async () => {
  services = testServices((database = await openTestDatabase()));
  app = new TestApp(services);
});
afterAll(() => database.close());

const withNumber = (household: Household): Household => ({ ...household, people: household.people.map((person, at) => (at === 0 ? { ...person, id: NUMBER, birth: "05/06/1970", sex: "Nam" } : person)) });

test("a number that another commune has on file: the list is taken, the warning tells nothing more, and the province gets the task", async () => {
  const neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH });
  const hamlet = await services.door.write(provinceActor(), { commandId: newId(), name: "areas.addHamlet", input: {} }, async (tx) => {
    const { id, changes } = await createHamlet(tx, { unitUid: "30341@2005-04-27", name: "Khóm Xa Lạ" });
    return { answer: id, changes };
  });
  const there = await app.signIn({ role: "commune", unitUid: KHANH_BINH });
  await there.call(registryRoutes.createHousehold, {
    body: { hamletId: hamlet, from: END_2023, localCode: null, address: null, formedBy: "listed", characteristics: [], confirm: [], members: [{ who: { person: { fullName: "Đặng Văn Kia", sex: 1, birth: "5/6/1970", ethnicity: "01", numbers: [NUMBER] } }, relation: "01" }] },
  });

  const officer = await actorFor(services, { role: "commune", unitUid: PHU_HUU });
  const bytes = await threeSheets(households(5).map((household, i) => (i === 2 ? withNumber(household) : household)));
  const read = await readList(services, officer, { bytes });
  const told = problemsOf(read).filter(({ code }) => code === "poverty.import.numberElsewhere").map((problem) => problemView(problem, "vi"));
  expect(told).toEqual([expect.objectContaining({ severity: "warning", cell: expect.stringMatching(/^H\d+$/), text: expect.stringContaining("trùng với hồ sơ ở địa bàn khác, liên hệ tỉnh") })]);
  expect(JSON.stringify(told)).not.toMatch(/Kia|Xa Lạ|Khánh Bình/);
  const result = await takeList(services, officer, { bytes });
  expect(result.counts).toMatchObject({ households: { new: 5 }, findings: 1 });

  const person = await app.signIn({ role: "commune", unitUid: PHU_HUU });
  const [own] = (await person.call(registryRoutes.numbersElsewhere)).rows;
  expect(own).toMatchObject({ masked: "089••••••777", others: [], mayClose: true });
  expect((await neighbour.call(registryRoutes.numbersElsewhere)).rows).toEqual([]);
  const province = await app.signIn({ role: "province", unitUid: "91@2025-07-01" });
  const [task] = (await province.call(registryRoutes.numbersElsewhere)).rows;
  expect(task!.others).toEqual([expect.objectContaining({ fullName: "Đặng Văn Kia", unit: expect.stringContaining("Khánh Bình") })]);

  await services.views.flush(() => workerActor());
  const asked = await services.door.read(provinceActor(), (tx) => countOf(tx, "audit_event", "action = 'registry.askNumberElsewhere'"));
  expect(asked, "what was asked is on file: by the preview and by the import").toBeGreaterThanOrEqual(2);

  expect((await neighbour.refused(registryRoutes.closeNumberElsewhere, { params: { id: task!.id }, body: { reason: "Đã đối chiếu giấy tờ" } })).code).toBe("registry.taskUnknown");
  await province.call(registryRoutes.closeNumberElsewhere, { params: { id: task!.id }, body: { reason: "Đã đối chiếu giấy tờ" } });
  expect((await province.call(registryRoutes.numbersElsewhere)).rows).toEqual([]);
});

test("entering a person: the number is taken when confirmed, with the same words and the same task, also by an officer of another field", async () => {
  const training = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training"] });
  const { rows } = await training.call(registryRoutes.households, { query: { area: PHU_HUU, on: services.today() } });
  const household = await training.call(registryRoutes.household, { params: { id: rows[0]!.id }, query: { on: services.today() } });
  const second = "089080000888";
  const neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH });
  const far = (await neighbour.call(registryRoutes.households, { query: { area: KHANH_BINH, on: services.today() } })).rows[0]!;
  const join = (numbers: string[], confirm: string[], baseVersion: number, name: string) => ({
    baseVersion, from: services.today(), confirm, member: { relation: "11", who: { person: { fullName: name, sex: 1 as const, birth: "1980", ethnicity: "01", numbers } } },
  });
  await neighbour.call(registryRoutes.addMember, { params: { id: far.id }, body: join([second], [], 1, "Lý Văn Kia") });
  const body = join([second], [], household.version, "Lý Văn Đây");
  const refused = await training.refused(registryRoutes.addMember, { params: { id: household.id }, body });
  expect(refused).toMatchObject({ code: "registry.needsConfirmation", data: { warnings: [{ code: "registry.numberElsewhere", data: { name: "Lý Văn Đây" } }] } });
  await training.call(registryRoutes.addMember, { params: { id: household.id }, body: { ...body, confirm: ["registry.numberElsewhere"] } });
  const province = await app.signIn({ role: "province", unitUid: "91@2025-07-01" });
  const { rows: tasks } = await province.call(registryRoutes.numbersElsewhere);
  expect(tasks.map(({ person, others }) => [person.fullName, others.map(({ fullName }) => fullName)])).toEqual([["Lý Văn Đây", ["Lý Văn Kia"]]]);

  const page = await training.call(registryRoutes.household, { params: { id: household.id }, query: { on: services.today() } });
  const { person } = page.members.find((member) => member.person.fullName === "Lý Văn Đây")!;
  await training.call(registryRoutes.setNumber, { params: { id: person.id }, body: { baseVersion: person.version, type: "CCCD", number: "089080000999", source: "Thẻ", reason: "Ghi nhầm số", confirm: [] } });
  expect((await province.call(registryRoutes.numbersElsewhere)).rows).toEqual([]);
});
