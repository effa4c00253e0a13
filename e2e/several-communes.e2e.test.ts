import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { COMMUNE, PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const NUMBER = "089075123456";
type Cells = (string | number | null)[];

const at = withOffice();

const HEADINGS: Cells = ["STT", "Họ và tên", "Năm sinh", "Giới tính", "Quan hệ với chủ hộ", "Số CCCD", "Xã", "Ấp", "Phân loại"];
const head = (no: number, name: string, commune: string | null, hamlet: string, number: string | null): Cells => [no, name, 1975, "Nam", "Chủ hộ", number, commune, hamlet, "Hộ nghèo"];

async function file(name: string, sheets: Record<string, Cells[]>): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const workbook = new ExcelJS.Workbook();
  for (const [sheet, rows] of Object.entries(sheets)) workbook.addWorksheet(sheet).addRows(rows);
  return { name, mimeType: XLSX, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`several-communes-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

async function send(visitor: Visitor, area: string, list: Awaited<ReturnType<typeof file>>): Promise<void> {
  const { page } = visitor;
  const choose = page.getByRole("combobox", { name: "Địa bàn của danh sách" });
  await choose.click();
  await choose.fill(area);
  await page.getByRole("option", { name: area, exact: true }).first().click();
  await visitor.settle();
  await page.locator("input[type=file]").setInputFiles(list);
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor({ timeout: 60_000 });
}

async function commit({ page }: Visitor): Promise<void> {
  await page.getByRole("button", { name: "Ghi danh sách" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Ghi danh sách" }).click();
  await page.getByText(/^Đã ghi danh sách/).waitFor();
}

describe.sequential("lists beyond one commune", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("a file of a whole district is read commune by commune, rows of another one are refused, on a %s", async (name, size) => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    const { page } = visitor;
    await visitor.signIn(PROVINCE, "/import?on=2023-12-31");
    const rows = [head(1, "Lâm Văn Ví Dụ", "Phú Hữu", "Ấp Minh Họa", null), head(2, "Đỗ Văn Ví Dụ", "Xã Vĩnh Lộc", "Ấp Minh Họa", null), head(3, "Tạ Văn Ví Dụ", "Vĩnh Lộc", "Ấp Minh Họa Hai", null), head(4, "Hồ Văn Lạc", "Xã Châu Phong", "Ấp Xa", null)];
    await send(visitor, "Huyện An Phú", await file("ds huyen.xlsx", { "Danh sách": [["DANH SÁCH HỘ NGHÈO HUYỆN AN PHÚ NĂM 2023"], HEADINGS, ...rows] }));
    const communes = page.getByRole("table", { name: "Theo từng xã" });
    await communes.waitFor();
    expect(await communes.getByRole("row").filter({ hasText: "xã Vĩnh Lộc" }).first().innerText()).toMatch(/2/);
    await expectGood(visitor, `summary-${name}`);
    await page.getByRole("tab", { name: /^Lỗi và lưu ý/ }).click();
    await page.getByText(/“Xã Châu Phong” là .*không thuộc Huyện An Phú/).first().waitFor();
    await page.getByRole("tab", { name: /^Ấp, khóm chưa có/ }).click();
    await expectGood(visitor, `hamlets-${name}`);
    await page.getByRole("button", { name: "Hủy lần nạp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hủy lần nạp" }).click();
    await page.getByText("Đã hủy lần nạp này.").waitFor();
    await visitor.close();
  });

  it("an import is found and finished by a colleague; a number that two communes hold becomes the province's task", async () => {
    const officer = await Visitor.open(at.browser, at.office);
    await officer.signIn(COMMUNE, "/import?on=2025-12-31");
    await officer.page.locator("input[type=file]").setInputFiles(await file("phu huu.xlsx", { DS: [["DANH SÁCH HỘ NGHÈO"], HEADINGS, head(1, "Lý Văn Minh Chứng", "Phú Hữu", "Ấp Minh Họa", NUMBER)] }));
    await officer.page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor({ timeout: 60_000 });
    await officer.close();

    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await visitor.signIn(PROVINCE, "/import?on=2025-12-31");
    const jobs = page.getByRole("table", { name: "Lần nạp đang làm" });
    await jobs.waitFor();
    await expectGood(visitor, "open-desktop");
    await jobs.getByRole("link", { name: "phu huu.xlsx" }).click();
    await page.getByText(/bắt đầu lần nạp này/).waitFor();
    await commit(visitor);
    await expectGood(visitor, "done-by-colleague");

    await visitor.visit("/import?on=2025-12-31");
    await page.getByRole("table", { name: "Danh sách đã ghi" }).waitFor();
    await send(visitor, "Xã Khánh Bình", await file("khanh binh.xlsx", { DS: [["DANH SÁCH HỘ NGHÈO"], HEADINGS, head(1, "Lý Văn Trùng Số", "Khánh Bình", "Ấp Minh Họa", NUMBER)] }));
    await page.getByRole("tab", { name: /^Lỗi và lưu ý/ }).click();
    await page.getByText(/trùng với hồ sơ ở địa bàn khác, liên hệ tỉnh/).first().waitFor();
    await commit(visitor);
    await visitor.visit("/numbers-elsewhere?on=2025-12-31");
    const tasks = page.getByRole("table", { name: "Số định danh trùng giữa các địa bàn" });
    await tasks.getByText("Lý Văn Minh Chứng").waitFor();
    await expectGood(visitor, "numbers-desktop");
    await tasks.getByRole("button", { name: "Đã đối chiếu" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill("Cùng một người, đã chuyển đến Khánh Bình");
    await visitor.expectAccessible();
    await dialog.getByRole("button", { name: "Đã đối chiếu" }).click();
    await page.getByText("Không có số định danh nào trùng với địa bàn khác").waitFor();
    await visitor.close();

    const phone = await Visitor.open(at.browser, at.office, PHONE);
    await phone.signIn(PROVINCE, "/import?on=2025-12-31");
    await phone.page.getByText("Danh sách đã ghi").first().waitFor();
    await expectGood(phone, "open-phone");
    await phone.close();
  });
});

describe("a table that is no list of households", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("is checked as one, and an unknown list with the columns its owner names, on a %s", async (name, size) => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    const { page } = visitor;
    await visitor.visit("/check-list");
    const results: Cells[] = [["Đơn vị", "Tổng số hộ", "Hộ nghèo", "Tỷ lệ %"], ["Xã Một", 3120, 250, 8.01], ["Xã Hai", 2875, 201, 6.99], ["Xã Ba", 3340, 99, 2.96], ["Xã Bốn", 2510, 180, 7.71], ["Xã Năm", 4015, 85, 2.12], ["Tổng cộng", 15860, 816, 5.15]];
    const people: Cells[] = [["Người trong nhà", "Sinh", "Vai", "Thẻ"], ["Nguyễn Văn Thử", "31/02/1960", "Chủ hộ", "089060000101"], ["Trần Thị Thử", "1962", "Vợ", "089162000102"]];
    await page.locator("input[type=file]").setInputFiles(await file("bang tong hop.xlsx", { "Tổng hợp": results, DS: people }));
    await page.getByRole("heading", { name: /2 chỗ cần xem/ }).waitFor();
    await page.getByText(/cộng các dòng trên được 815/).first().waitFor();
    await page.getByText(/như các dòng khác thì được 7,17/).first().waitFor();
    await page.getByText("Cột nào được hiểu là gì, chỉ lại cột").click();
    await page.getByRole("tab", { name: /^DS/ }).click();
    for (const [column, field] of [["A", "Họ và tên thành viên"], ["B", "Ngày sinh"], ["C", "Quan hệ với chủ hộ"]] as const) {
      const box = page.getByRole("combobox", { name: new RegExp(`^Cột ${column} `) });
      await box.click();
      await box.fill(field);
      await page.getByRole("option", { name: field, exact: true }).click();
    }
    await expectGood(visitor, `check-columns-${name}`);
    await page.getByRole("button", { name: "Soát lại với các cột này" }).click();
    await page.getByText(/“31\/02\/1960” không phải ngày sinh có thật/).first().waitFor();
    await expectGood(visitor, `check-again-${name}`);
    await visitor.close();
  });
});
