import ExcelJS from "exceljs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testServices } from "../../../test/support/actors.ts";
import { Person, TestApp } from "../../../test/support/app.ts";
import { openTestDatabase, type TestDatabase } from "../../../test/support/database.ts";
import { plainDate as day } from "../../kernel/date.ts";
import { KHANH_BINH_NOW, PHU_HUU, PHU_HUU_NOW, plantHamlet, query } from "../review/review.testing.ts";
import type { Services } from "../../platform/feature.ts";
import { receiverFormRoutes as routes } from "./contract.ts";

let database: TestDatabase;
let services: Services;
let officer: Person, neighbour: Person, surveyor: Person;

beforeAll(async () => {
  database = await openTestDatabase();
  services = testServices(database);
  const app = new TestApp(services);
  await plantHamlet(services, { name: "Ấp Một", statusYear: 2024, families: [{ b1: 120, b2: 30, recognised: "poor" }, { b1: 130, b2: 10, recognised: "near_poor" }, { b1: 150, b2: 10 }] });
  officer = await app.signIn({ role: "commune", unitUid: PHU_HUU_NOW });
  neighbour = await app.signIn({ role: "commune", unitUid: KHANH_BINH_NOW });
  surveyor = await app.signIn({ role: "surveyor", unitUid: PHU_HUU_NOW, hamletIds: [] });
});
afterAll(() => database.close());

/** A receiver's own form: two lines of headings, an empty row for the look, a signature below. */
async function emptyForm(headings: readonly string[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Mẫu BH");
  sheet.addRow(["DANH SÁCH ĐỀ NGHỊ CẤP THẺ"]);
  sheet.addRow([...headings]);
  sheet.addRow([]);
  sheet.addRow(["Người lập biểu"]);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const HEADINGS = ["STT", "Họ và tên", "Năm sinh", "Quan hệ với chủ hộ", "Ấp", "Xã", "Phân loại hộ", "Điểm B1", "Cột lạ"];
const fill = { area: PHU_HUU, on: day("2023-12-31"), list: "both" as const, numbers: false, purpose: "gửi BHXH cấp thẻ" };
const read = async (headings: readonly string[] = HEADINGS, by = officer) => by.call(routes.readReceiverForm, { query: { fileName: "mau.xlsx" }, body: await emptyForm(headings) });
const linesOf = async (bytes: Uint8Array): Promise<unknown[][]> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as never);
  return (workbook.worksheets[0]!.getSheetValues() as unknown[][]).slice(1).map((row) => (row ?? []).slice(1));
};

describe("a receiver's empty form", () => {
  it("is read for its columns and filled with the recognised households; the form's own rows stay", async () => {
    const form = await read();
    expect(form.columns.map(({ field }) => field)).toEqual(["line_no", "member_name", "birth", "relation", "hamlet", "commune", "class", "score_income", null]);
    const columns = Object.fromEntries(form.columns.map(({ column, field }) => [String(column), field ?? ""]));
    const file = await officer.call(routes.fillReceiverForm, { params: { id: form.token }, body: { ...fill, columns } });
    const lines = await linesOf(file.bytes);
    expect(lines[0]).toEqual(["DANH SÁCH ĐỀ NGHỊ CẤP THẺ"]);
    expect(lines.slice(2, 4).map((line) => [line[0], line[1], line[4], line[6], line[7]])).toEqual([[1, "Nguyễn Văn Ấp Một 1", "ấp Một", "Hộ nghèo", 120], [2, "Nguyễn Văn Ấp Một 2", "ấp Một", "Hộ cận nghèo", 130]]);
    expect(lines.at(-1)).toEqual(["Người lập biểu"]);
    const audit = await query<{ purpose: string; rows: number }>(services, "select purpose, rows from audit_event where action = 'poverty.fillReceiverForm'");
    expect(audit).toEqual([{ purpose: "gửi BHXH cấp thẻ", rows: 2 }]);
  });

  it("the officer's columns go before the proposed ones; one list alone can be asked", async () => {
    const form = await read();
    const file = await officer.call(routes.fillReceiverForm, { params: { id: form.token }, body: { ...fill, list: "near_poor", columns: { "1": "head_name", "8": "note", "7": "score_deprivation" } } });
    const [line] = (await linesOf(file.bytes)).slice(2, 3);
    expect([line![1], line![7]]).toEqual(["Nguyễn Văn Ấp Một 2", 10]);
    expect((await officer.refused(routes.fillReceiverForm, { params: { id: form.token }, body: { ...fill, columns: { "1": "khong_co" } } })).code).toBe("poverty.import.fieldUnknown");
  });

  it("is refused where it names nobody, where nobody is listed, to another office and to a surveyor", async () => {
    const problem = await officer.refused(routes.readReceiverForm, { query: { fileName: "la.xlsx" }, body: await emptyForm(["Mã hàng", "Đơn giá"]) });
    expect(problem).toMatchObject({ code: "exchange.formNotRead" });
    expect(problem.title).toContain("cần cột Họ và tên");
    const form = await read();
    const columns = { "1": "member_name" };
    expect((await officer.refused(routes.fillReceiverForm, { params: { id: form.token }, body: { ...fill, on: day("2020-12-31"), columns } })).code).toBe("poverty.form.nobody");
    expect((await neighbour.refused(routes.fillReceiverForm, { params: { id: form.token }, body: { ...fill, columns } })).code).toBe("files.gone");
    const own = await read(HEADINGS, neighbour);
    expect((await neighbour.refused(routes.fillReceiverForm, { params: { id: own.token }, body: { ...fill, columns } })).code).toBe("poverty.outsideArea");
    expect((await surveyor.refused(routes.readReceiverForm, { query: { fileName: "mau.xlsx" }, body: await emptyForm(HEADINGS) })).code).toBe("poverty.notYours");
  });
});
