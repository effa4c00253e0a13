import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { sendList, sheetOf, takeSent, type Cells } from "../../../test/support/lists.ts";
import { plainDate as day } from "../../kernel/date.ts";
import type { Services } from "../../platform/feature.ts";
import { PHU_HUU_NOW, plantHamlet, query } from "../../poverty/review/review.testing.ts";
import { overseasRoutes } from "../overseas/contract.ts";

let database: TestDatabase;
let services: Services;
let officer: Person, poverty: Person;
let hamletId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  hamletId = (await plantHamlet(services, { name: "Ấp Danh Sách", unitUid: PHU_HUU_NOW, statusYear: 2026, families: [] })).hamletId;
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["jobs"] });
  poverty = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW, fields: ["poverty"] });
});
afterAll(() => database.close());

const ABROAD = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Ấp", "Nước đến", "Công ty", "Ngày xuất cảnh", "Ngày về nước", "Về đúng hạn, trước hạn"];
const AWAY = ["STT", "Họ và tên", "Năm sinh", "Ấp", "Loại", "Nơi đến", "Ngày đi", "Ngày về"];
const list = async (kind: "overseas" | "away", rows: readonly Cells[]) => ({ kind, area: PHU_HUU_NOW, asOf: "2026-11-01", body: await sheetOf(kind === "overseas" ? ABROAD : AWAY, rows) });
const cases = () => query<{ name: string; state: string; departed: string | null; event: boolean }>(services, "select full_name as name, state, departed_on::text as departed, job_event_id is not null as event from overseas_case where voided_at is null order by name_folded, wished_on");

describe.sequential("lists of labour abroad and of people away", () => {
  it("a line begins a case; who departed is counted once, also when the list comes again longer", async () => {
    const { id } = await officer.call(overseasRoutes.addWish, { body: { worker: { hamletId, fullName: "Cao Thị Chờ", birthYear: 1999, sex: 2 }, wishedOn: day("2026-01-10"), groups: [] } });
    const first: Cells[] = [
      [1, "Cao Thị Chờ", 1999, "Nữ", "Ấp Danh Sách", "Nhật Bản", "Công ty A", "06/2026", "", ""], [2, "Đỗ Văn Nguyện", 2000, "Nam", "Ấp Danh Sách", "Hàn Quốc", "", "", "", ""], [3, "Võ Văn Về", 1990, "Nam", "Ấp Danh Sách", "Đài Loan", "", "05/03/2023", "10/04/2026", "đúng hạn"],
      [4, "Lê Trẻ", 2015, "Nam", "Ấp Danh Sách", "Nhật Bản", "", "01/06/2026", "", ""], [5, "Lê Sao", 1995, "Nam", "Ấp Danh Sách", "Sao Hỏa", "", "01/06/2026", "", ""],
    ];
    const read = await sendList(officer, await list("overseas", first));
    expect(JSON.stringify(read)).toContain("migration.list.tooYoung");
    expect(JSON.stringify(read)).toContain("Sao Hỏa");
    await takeSent(officer, await list("overseas", first.slice(0, 3)));
    expect(await cases()).toEqual([
      { name: "Cao Thị Chờ", state: "da_xc", departed: "2026-06-01", event: true }, { name: "Đỗ Văn Nguyện", state: "nguyen_vong", departed: null, event: false }, { name: "Võ Văn Về", state: "ve_dung_han", departed: "2023-03-05", event: true },
    ]);
    expect((await officer.call(overseasRoutes.overseasCase, { params: { id } })).row).toMatchObject({ state: "da_xc", market: "JP", sender: "Công ty A", departedPrecision: "month" });
    await takeSent(officer, await list("overseas", [first[0]!, [2, "Đỗ Văn Nguyện", 2000, "Nam", "Ấp Danh Sách", "Hàn Quốc", "", "20/10/2026", "", ""], first[2]!]));
    expect((await cases()).map(({ state }) => state)).toEqual(["da_xc", "da_xc", "ve_dung_han"]);
    expect(await query(services, "select count(*)::int as n from job_event where voided_at is null and channel = 'nuoc_ngoai'")).toEqual([{ n: 3 }]);
  });

  it("people away come in with what is known, over the border stays apart, and a line that says back ends the stay", async () => {
    await takeSent(officer, await list("away", [[1, "Mai Văn Xa", 1994, "Ấp Danh Sách", "", "KCN VSIP, Thành phố Hồ Chí Minh", "2025", ""], [2, "Mai Thị Biên", 1988, "Ấp Danh Sách", "qua biên giới", "Campuchia", "03/2026", ""]]));
    const away = () => query(services, "select full_name as name, kind, destination_code as code, left_precision as known, returned_on::text as back from out_migrant where voided_at is null order by name_folded");
    expect(await away()).toEqual([{ name: "Mai Thị Biên", kind: "cross_border", code: "KH", known: "month", back: null }, { name: "Mai Văn Xa", kind: "domestic", code: "79", known: "year", back: null }]);
    await takeSent(officer, await list("away", [[1, "Mai Văn Xa", 1994, "Ấp Danh Sách", "", "KCN VSIP, Thành phố Hồ Chí Minh", "2025", "09/2026"]]));
    expect(await away()).toMatchObject([{ back: null }, { back: "2026-09-01" }]);
    expect((await cases()).length).toBe(3);
  });

  it("is for officers of the field", async () => {
    await expect(sendList(poverty, await list("away", [[1, "Ai Đó", 1994, "Ấp Danh Sách", "", "Huế", "2025", ""]]))).rejects.toThrow(/listImport/);
  });
});
