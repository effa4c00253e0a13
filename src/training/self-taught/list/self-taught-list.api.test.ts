import { afterAll, beforeAll, expect, it } from "vitest";
import type { Person } from "../../../../test/support/app.ts";
import { sendList, sheetOf, takeSent, type Cells } from "../../../../test/support/lists.ts";
import { app, database, ON, openRegistry, PHU_HUU } from "../../../../test/support/registry.ts";
import { FARM, plantTrades } from "../../follow-up.testing.ts";
import { selfTaughtRoutes } from "../contract.ts";

let commune: Person;
beforeAll(async () => {
  await openRegistry();
  await plantTrades();
  commune = await app.signIn({ role: "commune", unitUid: PHU_HUU, fields: ["training"] });
});
afterAll(() => database.close());

const HEADINGS = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Ấp", "Nghề", "Hình thức học", "Làm nghề từ năm", "Lý do vẫn ghi nhận"];
const LINES: Cells[] = [
  [1, "Lâm Thợ Mộc", 1980, "Nam", "Ấp Phú Lợi", "Thợ mộc", "Truyền nghề", 2010, null],
  [2, "Lâm Nuôi Lươn", 1985, "Nữ", "Ấp Phú Lợi", "nuôi lươn không bùn", "Tự học", 2018, null],
  [3, "Lý Mới Làm", 2001, "Nam", "Ấp Phú Hòa", "Sửa xe", null, 2025, "ấp xác nhận tay nghề"],
];
const sent = async (lines: readonly Cells[]) => ({ kind: "self-taught", area: PHU_HUU, asOf: "2026-10-01", body: await sheetOf(HEADINGS, lines), parameters: { learnedBy: "on_the_job", confirmer: "Trưởng ấp" } });
const list = () => commune.call(selfTaughtRoutes.selfTaught, { query: { area: PHU_HUU, on: ON, sort: "name", page: 1 } });

it("takes a hamlet's list once, finds trades of the catalogue by name, and takes a corrected line in place of the old one", async () => {
  expect((await takeSent(commune, await sent(LINES))).result).toMatchObject({ changed: true, counts: { new: 3 } });
  const first = await list();
  expect(first.rows.map(({ fullName, tradeCode, yearsInJob, learnedBy, reason }) => [fullName, tradeCode, yearsInJob, learnedBy, reason])).toEqual([
    ["Lý Mới Làm", null, 1, "on_the_job", "ấp xác nhận tay nghề"], ["Lâm Nuôi Lươn", FARM, 8, "self_study", null], ["Lâm Thợ Mộc", null, 16, "passed_on", null],
  ]);
  expect((await takeSent(commune, await sent(LINES))).result).toMatchObject({ changed: false });
  expect((await takeSent(commune, await sent([LINES[0]!.with(7, 2012), LINES[1]!, LINES[2]!]))).result).toMatchObject({ counts: { new: 0, changed: 1, unchanged: 2 } });
  expect((await list()).total).toBe(3);
});

it("tells at its cell who has too few years, and lets a reason pass", async () => {
  const few: Cells = [1, "Trần Ít Năm", 2000, "Nam", "Ấp Phú Lợi", "Thợ hồ", "Tự học", 2025, null];
  const { preview } = await sendList(commune, await sent([few]));
  expect(preview!.problems.byCode.map(({ code, severity, count }) => [code, severity, count])).toContainEqual(["training.selfTaught.list.tooFewYears", "error", 1]);
  expect((await takeSent(commune, await sent([few.with(8, "truyền nghề từ nhỏ")]))).result).toMatchObject({ counts: { new: 1 } });
});
