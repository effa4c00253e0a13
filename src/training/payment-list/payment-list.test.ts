import { describe, expect, test } from "vitest";
import { openWorkbook } from "../../exchange/read-workbook.ts";
import type { CellValue } from "../../exchange/workbook.ts";
import { writeWorkbook } from "../../exchange/write-workbook.ts";
import { plainDate } from "../../kernel/date.ts";
import { loadAllowanceRules } from "../allowance/load.ts";
import { checkPayments, markedPayments, type CheckedPayments, type PaymentOptions } from "./check.ts";

const OPTIONS: PaymentOptions = { rules: loadAllowanceRules(), language: "vi", openedOn: null, area: "normal", actualCost: null, province: null };
const HEADINGS = ["STT", "Họ và tên", "Nhóm đối tượng", "Lớp", "Ngày khai giảng", "Số ngày học", "Khoảng cách (km)", "Học phí", "Tiền ăn", "Đi lại", "Tổng cộng"];
const workbook = (rows: CellValue[][], { title = [], headings = HEADINGS }: { title?: string[]; headings?: string[] } = {}): Promise<Buffer> =>
  writeWorkbook([{ name: "Chi trả", title, columns: headings.map((header) => ({ header })), rows }], new Date(0));
const check = async (bytes: Uint8Array, options: Partial<PaymentOptions> = {}): Promise<CheckedPayments> => checkPayments(await openWorkbook(bytes), "ds.xlsx", { ...OPTIONS, ...options });
const found = ({ findings }: CheckedPayments): string[] => findings.map(({ cell, code, severity }) => `${cell} ${code.replace("training.paymentList.", "")} ${severity}`);

const OPENED = "10/05/2023";
const LINES: CellValue[][] = [
  [1, "Nguyễn Văn An", "Hộ nghèo", "Đan lát", OPENED, 30, 16, 3_000_000, 900_000, 200_000, 4_100_000],
  [2, "Trần Thị Bé", "Người khuyết tật", "Đan lát", OPENED, 30, 6, 3_000_000, 900_000, 300_000, 4_200_000],
  [3, "Chau Som", "DTTS", "Đan lát", OPENED, 20, 14.9, 3_000_000, 600_000, 0, 3_600_000],
];

describe("a list of payments", () => {
  test("that is right gives no finding", async () => {
    const checked = await check(await workbook([...LINES, ["Tổng cộng", null, null, null, null, 80, null, 9_000_000, 2_400_000, 500_000, 11_900_000]]));
    expect(found(checked)).toEqual([]);
    expect(checked.view.counts).toEqual({ lines: 3, right: 3, over: 0, under: 0, open: 0, unread: 0 });
    expect(checked.view.money).toEqual({ paid: 11_900_000, due: 11_900_000, over: 0, under: 0 });
  });

  test("each planted fault is told at its cell, with what is due", async () => {
    const checked = await check(await workbook([
      [1, "Nguyễn Văn An", "Hộ nghèo", "Đan lát", OPENED, 30, 14.9, 3_500_000, 900_000, 200_000, 4_600_000],
      [2, "Trần Thị Bé", "Người khuyết tật", "Đan lát", OPENED, 30, 20, 3_000_000, 600_000, 200_000, 3_800_000],
      [3, "Chau Som", "DTTS", "Đan lát", OPENED, 20, 3, 2_000_000, 600_000, 0, 2_700_000],
      [4, "Lê Văn Cần", "Cận nghèo", "Đan lát", OPENED, 20, 3, 2_000_000, 600_000, 0, 2_600_000],
      [5, "Lê Văn Lạ", "tỷ phú", "Đan lát", "31/02/2023", "hai mươi", 3, 2_000_000, "x", 0, 2_000_000],
      ["Tổng cộng", null, null, null, null, null, null, 12_500_000, 2_700_000, 400_000, 15_600_001],
    ]));
    expect(found(checked)).toEqual([
      " openedMissing error", "H2 over error", "J2 over error", "I3 under error", "J3 under error", "H4 maybeUnder warning", "K4 lineTotal error", "H5 maybeUnder warning", "I5 open note",
      "C6 groupUnknown error", "E6 notDay error", "F6 notDays error", "I6 notAmount error", "K7 columnTotal error",
    ]);
    const [, cost, travel, meal] = checked.findings;
    expect([cost!.paid, cost!.due, cost!.name, cost!.clause, cost!.mark]).toEqual([3_500_000, 3_000_000, "Nguyễn Văn An", "Điều 4, Quyết định 46/2015/QĐ-TTg", "theo nguồn thứ cấp"]);
    expect([travel!.paid, travel!.due, meal!.paid, meal!.due]).toEqual([200_000, 0, 600_000, 900_000]);
    expect(cost!.text).toContain("Ô H2: Nguyễn Văn An: chi phí đào tạo chi 3.500.000 đồng, được 3.000.000 đồng: chi thừa 500.000 đồng. A1:");
    expect(checked.view.money).toMatchObject({ over: 700_000, under: 400_000, due: null });
    expect(checked.view.counts).toEqual({ lines: 5, right: 1, over: 1, under: 1, open: 1, unread: 1 });
  });

  test("the policy is that of each line's day: 2025 and 2026 in one list; the title or an option tells it where the lines do not", async () => {
    const line = (day: string, group: string, meal: number): CellValue[] => [1, `Nguyễn Văn ${group} ${day}`, group, "May", day, 10, 1, 2_000_000, meal, 0, 2_000_000 + meal];
    const both = await check(await workbook([line("2025-12-20", "Hộ nghèo", 300_000), line("2026-01-05", "LĐNT", 300_000), line("2026-01-05", "Khuyết tật", 300_000)]));
    expect(both.view.lines.map(({ policy, verdict }) => [policy, verdict])).toEqual([["QD46_2015", "right"], ["ND338_2025_NT", "under"], [null, "open"]]);
    const untold = await workbook([[1, "Nguyễn Văn An", "Hộ nghèo", 30, 16, 3_000_000, 900_000, 200_000]], { title: ["DANH SÁCH CHI TRẢ", "Lớp Đan lát, khai giảng ngày 10 tháng 5 năm 2023"], headings: ["STT", "Họ tên", "Đối tượng", "Số ngày thực học", "Cự ly", "Chi phí đào tạo", "Hỗ trợ tiền ăn", "Tiền đi lại"] });
    const [byTitle, byOption] = [await check(untold), await check(untold, { openedOn: plainDate("2026-02-01") })];
    expect([byTitle.view.lines[0]!.openedOn, byTitle.view.counts.right, byOption.view.lines[0]!.outcome]).toEqual(["2023-05-10", 1, "undetermined"]);
  });

  test("groups ticked in columns of their own, thousands of đồng, total only, the same person twice", async () => {
    const ticked = await check(await workbook([["Nguyễn An", "x", null, null, 20, 2_000, 600, 2_600], ["Trần Bé", "x", null, "x", 20, 3_500, 600, 4_100], ["Nguyễn An", null, "x", null, 20, 2_000, 0, 2_000]],
      { title: ["ĐVT: nghìn đồng", "Khai giảng: 10/05/2023"], headings: ["Họ và tên", "Hộ nghèo", "Cận nghèo", "Dân tộc thiểu số", "Số ngày học", "Học phí", "Tiền ăn", "Thành tiền"] }));
    expect(ticked.view.lines.map(({ group, total }) => [group, total.paid])).toEqual([["G3", 2_600_000], ["DTTS_NGHEO", 4_100_000], ["CAN_NGHEO", 2_000_000]]);
    expect(found(ticked)).toEqual(["F4 maybeUnder warning", "A6 twice warning", "F6 maybeUnder warning", "G6 open note"]);
    const totalOnly = await check(await workbook([["Nguyễn An", "Hộ nghèo", 20, 3, 4_000_000]], { headings: ["Họ và tên", "Đối tượng", "Số ngày học", "Khoảng cách", "Số tiền"] }), { openedOn: plainDate("2023-05-10"), actualCost: 3_000_000 });
    expect(found(totalOnly)).toEqual(["E2 over error"]);
    expect(totalOnly.findings[0]!.due).toBe(3_600_000);
  });

  test("no class of the area told: reckoned as ordinary, and what may differ elsewhere is a warning", async () => {
    const bytes = await workbook([[1, "Nguyễn Văn An", "Hộ nghèo", "Đan lát", OPENED, 30, 10, 3_500_000, 900_000, 200_000, 4_600_000], [2, "Trần Bé", "Hộ nghèo", "Đan lát", OPENED, 30, 16, 3_000_000, 900_000, 400_000, 4_300_000]]);
    expect(found(await check(bytes, { area: null }))).toEqual([" areaAssumed note", "H2 over warning", "J2 over warning", "J3 over error"]);
    expect(found(await check(bytes, { area: "especially_difficult" }))).toEqual(["J2 under error", "H3 maybeUnder warning", "J3 over error"]);
  });

  test("a learner who died, who was supported before, and a known cost of the course", async () => {
    const checked = await check(await workbook([["Nguyễn An", "Hộ nghèo", OPENED, 12, 3, 2_500_000, 2_500_000, 360_000, 0, "20/05/2023", null], ["Trần Bé", "Hộ nghèo", OPENED, 12, 3, 2_500_000, 2_000_000, 360_000, 0, null, 1]],
      { headings: ["Họ và tên", "Đối tượng", "Ngày khai giảng", "Số ngày học", "Khoảng cách", "Chi phí thực tế", "Học phí", "Tiền ăn", "Đi lại", "Ngày mất", "Số lần đã hỗ trợ"] }));
    expect(found(checked)).toEqual(["G3 over error", "H3 over error"]);
    expect(checked.findings[0]!.text).toContain("A5");
  });

  test("the marked copy is the user's own workbook with the findings in a column of its own", async () => {
    const bytes = await workbook([[1, "Nguyễn Văn An", "Hộ nghèo", "Đan lát", OPENED, 30, 10, 3_000_000, 900_000, 200_000, 4_100_000]]);
    const marked = await markedPayments(bytes, await check(bytes), new Date(0), "vi");
    expect(marked.is).toBe("own");
    const again = await openWorkbook(marked.bytes);
    const rows: CellValue[][] = [];
    for await (const batch of again.rows(0)) rows.push(...batch.map(({ values }) => values));
    expect(rows[0]!.at(-1)).toBe("Kết quả kiểm tra");
    expect(String(rows[1]!.at(-1))).toMatch(/^Sai: Ô J2: .*chi thừa 200\.000 đồng/);
  });

  test("no list of payments in the file", async () => {
    await expect(check(await workbook([["a", 1]], { headings: ["Hàng hóa", "Số lượng"] }))).rejects.toMatchObject({ kind: "refused", code: "training.paymentList.noList" });
  });
});
