import { afterAll, beforeAll, expect, it } from "vitest";
import { provinceActor } from "../../../test/support/actors.ts";
import type { Person } from "../../../test/support/app.ts";
import { app, database, day, hamlet, KHANH_BINH, ON, openRegistry, PHU_HUU } from "../../../test/support/registry.ts";
import { newId } from "../../platform/door.ts";
import { FARM, plantClass, plantTrades, SEWING } from "../follow-up.testing.ts";
import { insert } from "../insert.ts";
import { selfTaughtRoutes as routes, type NewSelfTaught, type SelfTaughtQuery } from "./contract.ts";

let commune: Person, collector: Person, neighbour: Person;

beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  const fields = ["training"] as const;
  commune = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields });
  collector = await app.signIn({ role: "surveyor", unitUid: PHU_HUU, hamletIds: [hamlet.phuLoi], fields });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH, fields });
});
afterAll(() => database.close());

const worker = (fullName: string, changes: Partial<NewSelfTaught> = {}): NewSelfTaught => ({
  hamletId: hamlet.phuLoi, fullName, birthDate: null, birthYear: 1985, sex: 1, tradeCode: null, tradeName: "Nghề mộc", vsco: null, learnedBy: "passed_on", yearsInJob: 5, skillCheck: "hamlet", recognisedYear: 2026,
  recognisedOn: day("2026-10-01"), confirmer: "Trưởng ấp Phú Lợi", reason: null, note: null, ...changes,
});
const add = (fullName: string, changes: Partial<NewSelfTaught> = {}, by = collector) => by.call(routes.addSelfTaught, { body: worker(fullName, changes) });
const refused = async (fullName: string, changes: Partial<NewSelfTaught> = {}, by = collector) => (await by.refused(routes.addSelfTaught, { body: worker(fullName, changes) })).code;
const list = (query: Partial<SelfTaughtQuery> = {}, by = commune) => by.call(routes.selfTaught, { query: { area: PHU_HUU, on: ON, ...query } });

it("stands once for a person and a trade, however the name of the trade is written, and counts persons apart from records", async () => {
  await add("Lâm Thợ Mộc");
  expect(await refused("LÂM THỢ MỘC", { tradeName: "nghề  MỘC" })).toBe("training.selfTaught.twice");
  await add("Lâm Thợ Mộc", { tradeCode: FARM, tradeName: null });
  expect(await refused("Lâm Thợ Mộc", { tradeCode: FARM, tradeName: "tên khác" })).toBe("training.selfTaught.twice");
  await add("Lâm Thợ Hồ", { tradeName: "Nghề hồ" });
  expect(await list()).toMatchObject({ total: 3, people: 2 });
  expect((await list({ q: "tho moc", sort: "trade" })).rows.map(({ tradeName }) => tradeName)).toEqual(["Nghề mộc", "Nuôi lươn không bùn"]);
});

it("asks for a reason below three years, as that rule was not read in its text", async () => {
  expect(await refused("Lý Mới Làm", { yearsInJob: 2 })).toBe("training.selfTaught.tooFewYears");
  await add("Lý Mới Làm", { yearsInJob: 2, reason: "truyền nghề từ nhỏ, ấp xác nhận" });
  expect((await list({ q: "moi lam" })).rows).toMatchObject([{ yearsInJob: 2, reason: "truyền nghề từ nhỏ, ấp xác nhận" }]);
});

it("never takes who holds an elementary certificate of the trade; another trade and a revoked one do not count", async () => {
  const own = await plantClass("S1", [{ name: "Mai Có Chứng Chỉ", birthYear: 1985 }], { trade: SEWING });
  const certificate = newId();
  await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.plant", input: {} }, async (tx) => {
    await insert(tx, "training_certificate", {
      id: certificate, enrolment_id: own.enrolments[0]!, class_id: own.id, provider_id: own.provider, unit_uid: PHU_HUU, hamlet_id: hamlet.phuLoi, kind: "so_cap", serial_no: "SC-0001", book_no: "1", issued_on: "2026-06-10", signer: "Giám đốc",
    });
    return { answer: null };
  });
  expect(await refused("Mai Có Chứng Chỉ", { tradeCode: SEWING })).toBe("training.selfTaught.certified");
  await add("Mai Có Chứng Chỉ", { tradeCode: FARM });
  await app.services.door.write(provinceActor(), { commandId: newId(), name: "test.revoke", input: {} }, async (tx) => {
    await tx.client.query("update training_certificate set revoked_on = '2026-08-01', revoke_reason = 'cấp sai' where id = $1", [certificate]);
    return { answer: null };
  });
  await add("Mai Có Chứng Chỉ", { tradeCode: SEWING });
});

it("does not become a learner, and is for the place and the field alone", async () => {
  const { rows } = await app.services.door.read(provinceActor(), (tx) => tx.client.query("select 1 from enrolment where full_name like 'Lâm%'"));
  expect(rows).toEqual([]);
  expect(await refused("Lâm Ngoài Ấp", { hamletId: hamlet.phuHoa })).toBe("areas.hamletOutsideArea");
  expect(await refused("Lâm Không Nghề", { tradeName: " " })).toBe("training.selfTaught.noTrade");
  expect((await list({}, neighbour)).total).toBe(0);
  const id = (await list({ q: "tho ho" })).rows[0]!.id;
  expect((await collector.refused(routes.voidSelfTaught, { params: { id }, body: { reason: "ghi nhầm" } })).code).toBe("training.selfTaught.notYours");
  expect((await neighbour.refused(routes.voidSelfTaught, { params: { id }, body: { reason: "ghi nhầm" } })).code).toBe("training.selfTaught.unknown");
  await commune.call(routes.voidSelfTaught, { params: { id }, body: { reason: "ghi nhầm" } });
  await add("Lâm Thợ Hồ", { tradeName: "Nghề hồ" });
  const file = await commune.call(routes.exportSelfTaught, { body: { query: { area: PHU_HUU, on: ON, sort: "name", page: 1 }, purpose: "báo cáo năm" } });
  expect(file.bytes.length).toBeGreaterThan(3_000);
});
