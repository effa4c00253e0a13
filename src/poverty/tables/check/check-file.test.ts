import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { messageParts } from "../../../words.ts";
import { Wording } from "../../../platform/http/messages.ts";
import { checkTablesFile } from "./check-file.ts";

const wording = new Wording(messageParts);
const say = (code: string, data: Readonly<Record<string, unknown>> = {}): string => wording.text(code, data, "vi");

type Value = string | number | null;
interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
}

async function workbook(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  for (const { name, rows, merges = [] } of sheets) {
    const sheet = book.addWorksheet(name);
    for (const row of rows) sheet.addRow([...row]);
    for (const range of merges) sheet.mergeCells(range);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const check = async (...sheets: readonly Sheet[]) => checkTablesFile(await workbook(...sheets), say);
const told = (checked: Awaited<ReturnType<typeof check>>) => checked.issues.map(({ cell, check: what, expected, found }) => `${cell} ${what}: ${found}, phải là ${expected}`);

const POOR_HEAD: readonly (readonly Value[])[] = [
  ["UBND TỈNH", null, null, null, null, null, null, null, null, null, null, null],
  ["TỔNG HỢP DIỄN BIẾN HỘ NGHÈO NĂM 2023", null, null, null, null, null, null, null, null, null, null, null],
  ["STT", "Đơn vị", "Chỉ tiêu", "Tổng số hộ nghèo đầu kỳ", "Diễn biến hộ nghèo giảm", null, null, "Diễn biến hộ nghèo tăng", null, null, null, "Tổng số hộ nghèo cuối kỳ"],
  [null, null, null, null, "Số hộ thoát nghèo", null, "Số hộ giảm khác", "Hộ cận nghèo trở thành hộ nghèo", "Bổ sung", null, "Số hộ tăng khác", null],
  [null, null, null, null, "Trở thành hộ cận nghèo", "Vượt chuẩn cận nghèo", null, null, "Hộ tái nghèo", "Hộ nghèo phát sinh mới", null, null],
  [null, null, null, "1", "2", "3", "4", "5", "6", "7", "8", "9=1-2-3-4+5+6+7+8"],
];
const POOR_MERGES = ["D3:D5", "E3:G3", "H3:K3", "L3:L5", "E4:F4", "G4:G5", "H4:H5", "I4:J4", "K4:K5"];
const poor = (...rows: readonly (readonly Value[])[]): Sheet => ({ name: "Diễn biến HN", rows: [...POOR_HEAD, ...rows], merges: POOR_MERGES });

const NEAR_HEAD: readonly (readonly Value[])[] = [
  ["TỔNG HỢP DIỄN BIẾN HỘ CẬN NGHÈO"],
  ["TT", "Huyện, thành phố", null, "Tổng số hộ cận nghèo đầu kỳ", "Thoát cận nghèo", "Trở thành hộ nghèo", "Giảm khác", "Hộ nghèo trở thành hộ cận nghèo", "Tái cận nghèo", "Phát sinh mới", "Tăng khác", "Tổng số hộ cận nghèo cuối kỳ"],
];
const near = (...rows: readonly (readonly Value[])[]): Sheet => ({ name: "Diễn biến HCN", rows: [...NEAR_HEAD, ...rows] });

describe("movement tables of a province", () => {
  test("a line that balances gives nothing; the two that do not are told with cell, expected and found", async () => {
    const checked = await check(poor(
      [1, "Huyện Cư Jút", "Hộ", 294, 64, 45, "-", 5, 0, 14, null, 204],
      [null, null, "Nhân khẩu", 1313, 303, 243, "-", 26, 0, 59, null, 852],
      [2, "Huyện Đăk Glong", "Hộ", 1369, 374, 128, null, 39, 0, 28, null, 923],
      [3, "Huyện Đắk Mil", "Hộ", 238, 47, 4, null, 6, 14, 12, null, 221],
    ));
    expect(checked.tables).toEqual([{ sheet: "Diễn biến HN", table: "movement-poor", title: "Tổng hợp diễn biến hộ nghèo trong kỳ", rows: 4, columns: 9, ofColumns: 9 }]);
    expect(told(checked)).toEqual(["L9 identity: 923, phải là 934", "L10 identity: 221, phải là 219"]);
    expect(checked.issues[0]!.cause).toContain("cột 4, cột 8");
  });

  test("the near-poor table beside it: its own residuals, and the flow that the two tables count differently", async () => {
    const checked = await check(
      poor([1, "Huyện Cư Jút", "Hộ", 294, 64, 45, null, 5, 0, 14, null, 204], [2, "Huyện Đăk Glong", "Hộ", 1369, 374, 128, null, 39, 0, 28, 11, 945]),
      near([1, "Huyện Cư Jút", "Hộ", 276, 45, 5, null, 63, 0, 18, null, 305], [2, "Huyện Đăk Glong", "Hộ", 1099, 661, 40, null, 360, 5, 29, null, 783]),
    );
    expect(checked.tables.map(({ table }) => table)).toEqual(["movement-poor", "movement-near-poor"]);
    expect(told(checked).sort()).toEqual([
      "E7 cross: 64, phải là 63", "E8 cross: 374, phải là 360", "H8 cross: 39, phải là 40",
      "L3 identity: 305, phải là 307", "L4 identity: 783, phải là 792",
    ]);
  });

  test("a total that leaves out a row says which", async () => {
    const row = (name: string, start: number): Value[] => [null, name, "Hộ", start, 10, 5, 0, 1, 0, 2, 0, start - 12];
    const checked = await check(poor(row("Xã Một", 100), row("Xã Hai", 60), row("Xã Ba", 41), [null, "Tổng cộng", "Hộ", 160, 20, 10, 0, 2, 0, 4, 0, 136]));
    expect(checked.issues.every(({ check: what, cause }) => what === "rows" && cause === "Tổng có thể bỏ sót dòng Xã Ba")).toBe(true);
    expect(checked.issues).toHaveLength(6);
  });
});

describe("other tables", () => {
  const RESULTS: Sheet["rows"] = [
    ["KẾT QUẢ CHÍNH THỨC HỘ NGHÈO, HỘ CẬN NGHÈO"],
    ["STT", "Đơn vị", "Số hộ dân cư", "Số nhân khẩu", "Số hộ nghèo", "Tỷ lệ hộ nghèo (%)", "Số hộ cận nghèo", "Tỷ lệ hộ cận nghèo (%)"],
    ["A", "B", "(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
  ];
  test("rates: right to the places written, wrong ones with the denominator they were taken of, above 100 % marked", async () => {
    const checked = await check({ name: "Biểu 1", rows: [...RESULTS,
      [1, "Xã Một", 4706, 18000, 204, 4.334891, 305, "6,48"], [2, "Xã Hai", 10, 40, 204, 2040, 5, 50], [3, "Xã Ba", 2000, 8000, 100, 1.25, 60, 3]] });
    expect(told(checked).sort()).toEqual(["E5 part: 204, phải là ≤ 10", "F5 over100: 2040, phải là ≤ 100", "F6 percent: 1.25, phải là 5"]);
    expect(checked.issues.find(({ cell }) => cell === "F6")!.cause).toContain("8000");
  });

  test("deprivations: the sum of the columns, and no part above the whole", async () => {
    const names = ["Việc làm", "Người phụ thuộc trong hộ", "Dinh dưỡng", "Bảo hiểm y tế", "Trình độ giáo dục của người lớn", "Tình trạng đi học của trẻ em", "Chất lượng nhà ở", "Diện tích nhà ở bình quân đầu người", "Nguồn nước sinh hoạt", "Nhà tiêu hợp vệ sinh", "Sử dụng dịch vụ viễn thông", "Phương tiện phục vụ tiếp cận thông tin"];
    const counts = [93, 94, 37, 52, 62, 13, 51, 107, 4, 128, 53, 22];
    const sheet = (sum: number): Sheet => ({ name: "Biểu 4", rows: [
      ["PHÂN TÍCH HỘ NGHÈO THEO CÁC CHỈ SỐ THIẾU HỤT DỊCH VỤ XÃ HỘI CƠ BẢN"], ["TT", "Đơn vị", "Tổng số hộ nghèo", "Tổng số chỉ số thiếu hụt", ...names], [1, "Huyện Cư Jút", 204, sum, ...counts]] });
    expect((await check(sheet(716))).issues).toEqual([]);
    expect((await check(sheet(716))).tables[0]).toMatchObject({ table: "deprivation-poor", columns: 14 });
    expect(told(await check(sheet(761)))).toEqual(["D3 sum: 761, phải là 716"]);
    expect((await check(sheet(761))).issues[0]!.cause).toBe("Có thể đảo chữ số khi gõ");
  });

  test("other offices' headings: two lines, short words, other peoples, a total without its own title", async () => {
    const checked = await check(
      { name: "KQ", merges: ["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:G3"], rows: [["Biểu số 01"], ["TỔNG HỢP KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2023"],
        ["Đơn vị", "Tổng số hộ", "Tổng số khẩu", "Hộ nghèo", null, "Hộ cận nghèo", null], [null, null, null, "Số hộ", "Tỷ lệ %", "Số hộ", "Tỷ lệ %"],
        ["Xã A", 1000, 4000, 50, 5, 60, 6], ["Xã B", 2000, 8000, 80, 4.5, 100, 5], ["Cộng", 3000, 12000, 130, 4.33, 160, 5.33]] },
      { name: "DT", merges: ["C2:H2", "I2:N2", "A2:A3", "B2:B3"], rows: [["HỘ NGHÈO, HỘ CẬN NGHÈO THEO DÂN TỘC"], ["TT", "Huyện", "Hộ nghèo", null, null, null, null, null, "Hộ cận nghèo", null, null, null, null, null],
        [null, null, "Tổng số", "Kinh", "DTTS", "Tày", "Nùng", "Khác", "Tổng số", "Kinh", "DTTS", "Tày", "Nùng", "Khác"],
        [1, "Huyện X", 100, 60, 40, 20, 10, 10, 50, 20, 30, 10, 10, 10], [2, "Huyện Y", 100, 60, 40, 20, 15, 5, 50, 20, 30, 10, 15, 10]] },
      { name: "TL", rows: [["TỶ LỆ THIẾU HỤT CÁC CHỈ SỐ CỦA HỘ NGHÈO"], ["TT", "Huyện", "Tổng số hộ nghèo", "Việc làm", "Người phụ thuộc", "Dinh dưỡng", "BHYT", "Trình độ giáo dục người lớn", "Đi học của trẻ em", "Chất lượng nhà ở", "Diện tích nhà ở", "Nguồn nước", "Nhà tiêu", "Dịch vụ viễn thông", "Phương tiện thông tin"],
        [1, "Cư Jút", 204, 45.59, 46.08, 18.14, 25.49, 30.39, 6.37, 25, 52.45, 1.96, 62.75, 25.98, 110.78]] },
    );
    expect(checked.tables.map(({ sheet, table }) => `${sheet} ${table}`)).toEqual(["KQ results", "DT ethnicity", "TL deprivation-rate-poor"]);
    expect(checked.issues.map(({ sheet, cell, check: what }) => `${sheet} ${cell} ${what}`)).toEqual(["KQ E6 percent", "DT K5 equals", "TL O3 over100"]);
  });

  test("rows of what is rural and urban are no places, and must add up to the total", async () => {
    const results = (rural: number): Sheet => ({
      name: "Kết quả",
      rows: [
        ["KẾT QUẢ CHÍNH THỨC HỘ NGHÈO, HỘ CẬN NGHÈO"],
        ["STT", "Đơn vị", "Số hộ dân cư", "Số nhân khẩu", "Số hộ nghèo", "Tỷ lệ hộ nghèo", "Số hộ cận nghèo", "Tỷ lệ hộ cận nghèo"],
        [1, "Ấp Một", 100, 400, 10, 10, 5, 5], [2, "Ấp Hai", 200, 800, 30, 15, 15, 7.5], [null, "Tổng cộng", 300, 1200, 40, 13.33, 20, 6.67],
        [null, "Khu vực thành thị", 100, 400, 10, 10, 5, 5], [null, "Khu vực nông thôn", 200, 800, rural, rural / 2, 15, 7.5],
      ],
    });
    expect(told(await check(results(30)))).toEqual([]);
    expect(told(await check(results(32)))).toEqual(["E5 areas: 40, phải là 42"]);
  });

  test("a sheet that is no result table is said to be none", async () => {
    const checked = await check({ name: "Ghi chú", rows: [["Họ tên", "Ngày sinh"], ["Trần Văn A", "01/01/1990"]] });
    expect(checked).toMatchObject({ tables: [], issues: [] });
    expect(checked.unread[0]!.sheet).toBe("Ghi chú");
  });
});
