import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorFor } from "../../test/support/actors.ts";
import type { Person } from "../../test/support/app.ts";
import { app, database, day, family, hamlet, human, instant, leader, list, make, names, neighbour, officer, ON, openRegistry, page, PHU_HUU, stranger, surveyor } from "../../test/support/registry.ts";
import { newId } from "../platform/door.ts";
import { registryRoutes as routes } from "./contract.ts";

beforeAll(openRegistry);
afterAll(() => database.close());

describe("a household", () => {
  it("stands as it was made: head, members from their birth, hamlet, timeline", async () => {
    const id = await make("Nguyễn Văn Đạt", { localCode: " 017 ", characteristics: ["ethnicMinority"] });
    const household = await page(id);
    expect(household).toMatchObject({ headName: "Nguyễn Văn Đạt", localCode: "017", hamlet: { label: "ấp Phú Lợi", unit: "xã Phú Hữu" }, version: 1, voided: null });
    expect(household.members.map(({ relation, from }) => [relation, from])).toEqual([["01", "2022-01-15"], ["02", "2022-01-15"], ["03", "2023-03-10"]]);
    expect(household.characteristics.map(({ code }) => code)).toEqual(["ethnicMinority"]);
    expect(household.timeline.map(({ code }) => code.replace("registry.timeline.", ""))).toEqual(expect.arrayContaining(["formed", "joined", "settled", "characteristic"]));
    expect(names(await page(id, "2022-12-31"))).toHaveLength(2); // the child was not born
  });

  it("needs one head, a known relation, a readable birth, and a day that has come", async () => {
    const body = family("Lê Văn Một");
    const codes = await Promise.all([
      { members: [{ ...body.members[0]!, relation: "02" }] },
      { members: [body.members[0]!, { ...body.members[1]!, relation: "01" }] },
      { members: [body.members[0]!, { ...body.members[1]!, relation: "77" }] },
      { members: [{ who: human("Lê Văn Một", 1, "31/02/1985"), relation: "01" }] },
      { from: day("2027-01-01") },
      { characteristics: ["unknownCode"] },
      { from: day("2009-01-01") },
    ].map(async (changes) => (await officer.refused(routes.createHousehold, { body: { ...body, ...changes } })).code));
    expect(codes).toEqual(["registry.noHead", "registry.manyHeads", "registry.relationUnknown", "registry.birthUnreadable", "registry.dayToCome", "registry.characteristicUnknown", "registry.hamletNotThen"]);
  });

  it("is made once, however often the same command comes", async () => {
    const [body, commandId] = [family("Võ Văn Lặp"), newId()];
    const first = await officer.call(routes.createHousehold, { body, commandId });
    expect(await officer.call(routes.createHousehold, { body, commandId })).toEqual(first);
    expect((await list({ q: "vo van lap" })).total).toBe(1);
    expect((await officer.refused(routes.createHousehold, { body: family("Võ Văn Khác"), commandId })).code).toBe("command.reused");
  });

  it("keeps what changed before the change: head, members, hamlet as they stood on a day", async () => {
    const id = await make("Huỳnh Văn Sáu");
    let household = await page(id);
    const wife = household.members[1]!;
    await officer.call(routes.changeHead, { params: { id }, body: { baseVersion: 1, membershipId: wife.membershipId, on: day("2024-05-01"), relationOfOld: "02", relations: {} } });
    household = await page(id);
    expect(household.headName).toBe(wife.person.fullName);
    expect((await page(id, "2024-04-30")).headName).toBe("Huỳnh Văn Sáu");
    const child = household.members.find(({ relation }) => relation === "03")!;
    await officer.call(routes.endMembership, { params: { id, membershipId: child.membershipId }, body: { baseVersion: 2, on: day("2025-01-01"), why: "moved_away" } });
    await officer.call(routes.moveHousehold, { params: { id }, body: { baseVersion: 3, hamletId: hamlet.phuHoa, on: day("2025-08-01"), address: "Tổ 9" } });
    expect(await page(id)).toMatchObject({ hamlet: { label: "ấp Phú Hòa" }, members: [{ relation: "01" }, { relation: "02" }], formerMembers: [{ person: { fullName: child.person.fullName } }] });
    const then = await page(id, "2024-12-31");
    expect(then.hamlet.label).toBe("ấp Phú Lợi");
    expect(then.members).toHaveLength(3);
    const inPhuHoa = (on: string) => list({ hamlet: [hamlet.phuHoa], on: day(on), q: "huynh van sau" }).then(({ total }) => total);
    expect([await inPhuHoa("2025-07-31"), await inPhuHoa("2025-08-01")]).toEqual([0, 1]);
  });

  it("takes people in, lets them go, and refuses what cannot be", async () => {
    const [a, b] = [await make("Đỗ Văn Bảy"), await make("Đỗ Văn Tám")];
    const second = (await page(b)).members[1]!;
    const known = { who: { personId: second.person.id }, relation: "10" };
    expect((await officer.refused(routes.addMember, { params: { id: a }, body: { baseVersion: 1, member: known, from: day("2024-01-01"), confirm: [] } })).code).toBe("registry.alreadyMember");
    await officer.call(routes.endMembership, { params: { id: b, membershipId: second.membershipId }, body: { baseVersion: 1, on: day("2024-01-01"), why: "joined_other" } });
    await officer.call(routes.addMember, { params: { id: a }, body: { baseVersion: 1, member: known, from: day("2024-01-01"), confirm: [] } });
    expect(names(await page(a))).toContain(second.person.fullName);
    const head = (await page(b)).members[0]!;
    expect((await officer.refused(routes.endMembership, { params: { id: b, membershipId: head.membershipId }, body: { baseVersion: 2, on: ON, why: "died" } })).code).toBe("registry.headLeaves");
  });

  it("splits into two, and ends", async () => {
    const id = await make("Phan Văn Chín");
    const [, wife, child] = (await page(id)).members;
    const { formed } = await officer.call(routes.splitHousehold, {
      params: { id }, body: { baseVersion: 1, on: day("2026-02-01"), leaving: [wife!.membershipId, child!.membershipId], headMembershipId: wife!.membershipId, relations: { [child!.membershipId]: "03" }, address: null, localCode: null },
    });
    const young = await page(formed!);
    expect(young).toMatchObject({ headName: wife!.person.fullName, formedBy: "split", formedFrom: id, from: "2026-02-01" });
    expect(young.members.map(({ relation }) => relation)).toEqual(["01", "03"]);
    expect(await page(id)).toMatchObject({ members: [{ relation: "01" }] });
    await officer.call(routes.endHousehold, { params: { id }, body: { baseVersion: 2, on: day("2026-06-01"), why: "moved_away" } });
    expect((await list({ q: "phan van chin" })).total).toBe(0);
    expect((await list({ q: "phan van chin", on: day("2026-05-31") })).total).toBe(1);
    expect((await officer.refused(routes.setCharacteristic, { params: { id }, body: { baseVersion: 3, code: "ethnicMinority", holds: true, on: ON } })).code).toBe("registry.householdEnded");
  });

  it("is voided with a reason, still read as it was known before, and comes back", async () => {
    const id = await make("Bùi Văn Nhầm");
    const before = await instant();
    await officer.call(routes.voidHousehold, { params: { id }, body: { baseVersion: 1, reason: "Ghi trùng hộ" } });
    const count = async (known?: string) => (await list({ q: "bui van nham", ...(known && { known }) })).total;
    expect([await count(), await count(before)]).toEqual([0, 1]);
    expect(await page(id)).toMatchObject({ voided: { reason: "Ghi trùng hộ" }, members: [] });
    expect(names(await page(id, ON, officer, before))).toHaveLength(3);
    expect((await officer.refused(routes.setDetails, { params: { id }, body: { baseVersion: 2, localCode: null, address: null } })).code).toBe("registry.householdVoided");
    await officer.call(routes.restoreHousehold, { params: { id }, body: { baseVersion: 2, reason: "Không trùng" } });
    expect(await count()).toBe(1);
    expect(names(await page(id))).toHaveLength(3);
    expect((await page(id)).timeline.filter(({ code }) => /voided|restored/.test(code))).toHaveLength(2);
  });

  it("changed by two people at once keeps both: the second is shown the first's work", async () => {
    const id = await make("Lý Văn Đôi");
    const body = (address: string) => ({ baseVersion: 1, localCode: null, address });
    const results = await Promise.allSettled([officer.call(routes.setDetails, { params: { id }, body: body("Tổ 1") }), officer.call(routes.setDetails, { params: { id }, body: body("Tổ 2") })]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const problem = await officer.refused(routes.setDetails, { params: { id }, body: body("Tổ 3") });
    expect(problem).toMatchObject({ status: 409, code: "registry.householdChanged", data: { currentVersion: 2, current: { address: (await page(id)).address } } });
    expect(problem.title).toMatch(/Có người vừa sửa hộ này/);
  });
});

describe("a person", () => {
  it("is corrected with a reason; what was said before is kept and read as it was known", async () => {
    const id = await make("Trương Văn Sai");
    const person = (await page(id)).members[0]!.person;
    const before = await instant();
    const corrected = { fullName: "Trương Văn Đúng", sex: 1 as const, birth: "1984", ethnicity: "17" };
    const done = await officer.call(routes.correctPerson, { params: { id: person.id }, body: { baseVersion: 1, person: corrected, diedOn: null, reason: "Theo giấy khai sinh", confirm: [] } });
    expect(done.version).toBe(2);
    expect((await page(id)).headName).toBe("Trương Văn Đúng");
    expect((await list({ q: "truong van dung" })).rows[0]!.headName).toBe("Trương Văn Đúng");
    expect((await page(id, ON, officer, before)).members[0]!.person).toMatchObject({ fullName: "Trương Văn Sai", birthYear: 1985, ethnicity: "01" });
    const problem = await officer.refused(routes.correctPerson, { params: { id: person.id }, body: { baseVersion: 1, person: corrected, diedOn: null, reason: "Theo giấy khai sinh", confirm: [] } });
    expect(problem).toMatchObject({ code: "registry.personChanged", data: { current: { fullName: "Trương Văn Đúng" } } });
  });

  it("has a number that fits, or one an officer has looked at", async () => {
    const members = [{ who: human("Mai Thị Số", 2, "1/1/1990", ["089085001111"]), relation: "01" }];
    const problem = await officer.refused(routes.createHousehold, { body: family("", { members }) });
    expect(problem.code).toBe("registry.needsConfirmation");
    const warned = (problem.data["warnings"] as { code: string }[]).map(({ code }) => code);
    expect(warned).toEqual(["registry.identity.sexDiffers", "registry.identity.yearDiffers"]);
    await make("", { members, confirm: warned });
    const short = await officer.refused(routes.createHousehold, { body: family("", { members: [{ who: human("Mai Văn Ngắn", 1, "1985", ["89085001234"]), relation: "01" }] }) });
    expect(short).toMatchObject({ code: "registry.identity.length", data: { proposal: "089085001234" } });
  });

  it("is pointed out when the number or the name with birth year is already there", async () => {
    await make("Cao Văn Gốc", { members: [{ who: human("Cao Văn Gốc", 1, "1985", ["089085002222"]), relation: "01" }] });
    const again = await officer.refused(routes.createHousehold, { body: family("", { members: [{ who: human("CAO VĂN GỐC", 1, "1985", ["089085002222"]), relation: "01" }] }) });
    expect((again.data["warnings"] as { code: string }[]).map(({ code }) => code)).toEqual(["registry.numberInUse", "registry.personAlike"]);
  });
});

describe("searching", () => {
  it("finds without tone marks, the very spelling first, wherever the tone stands", async () => {
    for (const name of ["Hồ Thị Hoa", "Hồ Thị Hoà", "Hồ Thị Hóa"]) await make(name, { confirm: ["registry.personAlike"] });
    const found = await officer.call(routes.searchPersons, { query: { q: "ho thi hoa" } });
    expect(found.persons.map(({ fullName }) => fullName).filter((name) => name.startsWith("Hồ Thị"))).toHaveLength(3);
    expect((await officer.call(routes.searchPersons, { query: { q: "Hồ Thị Hòa" } })).persons[0]!.fullName).toBe("Hồ Thị Hoà");
    expect((await officer.call(routes.searchPersons, { query: { q: "h" } })).persons).toEqual([]);
  });

  it("finds by a whole number or its last four digits, in the own area only", async () => {
    await make("", { members: [{ who: human("Tạ Văn Tìm", 1, "1985", ["089085007890"]), relation: "01" }] });
    const by = async (who: Person, q: string) => (await who.call(routes.searchPersons, { query: { q } })).persons.map(({ fullName, by: how }) => [fullName, how]);
    expect(await by(officer, "089085007890")).toEqual([["Tạ Văn Tìm", "number"]]);
    expect(await by(officer, "7890")).toEqual([["Tạ Văn Tìm", "number"]]);
    expect(await by(neighbour, "089085007890")).toEqual([]);
    expect(await by(neighbour, "ta van tim")).toEqual([]);
    expect(await by(stranger, "ta van tim")).toEqual([]);
    expect(await by(leader, "ta van tim")).toEqual([["Tạ Văn Tìm", "name"]]);
  });
});

describe("the list", () => {
  it("is narrowed, sorted and paged; counts go with it", async () => {
    const all = await list();
    expect(all.total).toBe(all.rows.length);
    const paged = await list({ perPage: 3, page: 2 });
    expect(paged.rows.map(({ id }) => id)).toEqual(all.rows.slice(3, 6).map(({ id }) => id));
    expect((await list({ perPage: 3, page: 99 }))).toMatchObject({ total: all.total, rows: [] });
    expect((await list({ hamlet: [hamlet.phuHoa, hamlet.tanThanh] })).rows.every((row) => row.hamlet === "ấp Phú Hòa")).toBe(true);
    expect((await list({ characteristic: ["ethnicMinority"] })).rows.map(({ headName }) => headName)).toEqual(["Nguyễn Văn Đạt"]);
    expect((await list({ q: "017" })).rows.map(({ headName }) => headName)).toEqual(["Nguyễn Văn Đạt"]);
    const byMembers = (await list({ sort: "-members" })).rows.map(({ members }) => members);
    expect(byMembers).toEqual([...byMembers].sort((a, b) => b - a));
  });

  it("goes out as a workbook of the same rows, with the purpose written down", async () => {
    const file = await officer.call(routes.exportHouseholds, { body: { query: { area: PHU_HUU, on: ON, sort: "name", page: 1, perPage: 2 }, purpose: "Niêm yết tại ấp" } });
    expect(file.bytes.length).toBeGreaterThan(3000);
    const { total } = await list();
    const { rows } = await app.services.door.read(await actorFor(app.services, { role: "commune", unitUid: PHU_HUU }), (tx) =>
      tx.client.query<{ rows: number; purpose: string }>("select rows, purpose from audit_event where action = 'registry.exportHouseholds'"));
    expect(rows).toEqual([{ rows: total, purpose: "Niêm yết tại ấp" }]);
    expect((await surveyor.refused(routes.exportHouseholds, { body: { query: { area: PHU_HUU, on: ON, sort: "name", page: 1, perPage: 2 }, purpose: "Niêm yết tại ấp" } })).code).toBe("registry.mayNotExport");
  });
});
