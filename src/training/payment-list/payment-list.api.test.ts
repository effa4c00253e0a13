import { afterAll, beforeAll, expect, it } from "vitest";
import { AN_GIANG_UID, testServices } from "../../../test/support/actors.ts";
import { type Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import { writeWorkbook } from "../../exchange/write-workbook.ts";
import { plainDate } from "../../kernel/date.ts";
import { allowanceRoutes } from "../allowance/contract.ts";
import { PHU_HUU_NOW } from "../../poverty/review/review.testing.ts";
import { paymentListRoutes } from "./contract.ts";

let database: TestDatabase;
let officer: Person, other: Person, surveyor: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  const app = new TestApp(testServices(database));
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["training"] });
  other = await app.signIn({ role: "province", unitUid: AN_GIANG_UID, fields: ["training"] });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [], fields: ["training"] });
});
afterAll(() => database.close());

it("one learner is reckoned, a wrong question is told by its fields, others may not ask", async () => {
  const body = { openedOn: "2023-05-10", groups: ["NKT", "NGHEO"], actualCost: 6_500_000, attendedDays: 30, distanceKm: "6", areaClass: "normal" };
  const answer = await officer.call(allowanceRoutes.askAllowance, { body });
  expect([answer.total, answer.lines.map(({ amount }) => amount)]).toEqual([7_200_000, [6_000_000, 900_000, 300_000]]);
  expect((await officer.refused(allowanceRoutes.askAllowance, { body: { ...body, groups: ["tỷ phú"] } })).title).toContain("groups[0]: không có nhóm đối tượng “tỷ phú”");
  expect((await surveyor.refused(allowanceRoutes.askAllowance, { body })).code).toBe("training.allowance.notYours");
  const { policies } = await officer.call(allowanceRoutes.allowanceRules, { query: {} });
  expect(policies.map(({ code }) => code)).toEqual(["ND338_2025_NT", "ND338_2025_TN", "QD46_2015"]);
});

it("a file is checked, its marked copy is the sender's alone", async () => {
  const body = await writeWorkbook([{ name: "DS", columns: ["Họ tên", "Đối tượng", "Số ngày học", "Khoảng cách", "Học phí", "Tiền ăn", "Đi lại"].map((header) => ({ header })), rows: [["Nguyễn Văn An", "Hộ nghèo", 30, 10, 3_500_000, 900_000, 200_000]] }], new Date(0));
  const found = await officer.call(paymentListRoutes.checkPayments, { query: { fileName: "ds.xlsx", openedOn: plainDate("2023-05-10"), areaClass: "normal" }, body });
  expect(found.problems.map(({ cell, paid, due, kind }) => [cell, paid, due, kind])).toEqual([["E2", 3_500_000, 3_000_000, "over"], ["G2", 200_000, 0, "over"]]);
  expect(found.money).toEqual({ paid: 4_600_000, due: 3_900_000, over: 700_000, under: 0 });
  const marked = await officer.call(paymentListRoutes.markedPayments, { params: { id: found.token } });
  expect((await openWorkbook(marked.bytes)).sheets[0]!.name).toBe("DS");
  expect((await other.refused(paymentListRoutes.markedPayments, { params: { id: found.token } })).code).toBe("support.fileGone");
});
