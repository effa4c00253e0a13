import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import ExcelJS from "exceljs";
import type { Download, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { messyList } from "./support/messy-list.ts";
import { FIRST_ADMIN } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const PASSWORD = "mot cau de nho";
const OFFICER = { username: "xa.giaolong", password: PASSWORD };
const RESULTS = join(import.meta.dirname, "../test-results/e2e");
const FILE = "ds ho ngheo cac ap gui ve.xlsx";

const at = withOffice();
let list: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  list = { name: FILE, mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: await messyList("xã Giao Long") };
});

async function setPassword(visitor: Visitor, path: string): Promise<void> {
  await visitor.visit(path);
  await visitor.page.getByLabel("Mật khẩu mới").first().fill(PASSWORD);
  await visitor.page.getByLabel("Nhập lại mật khẩu mới").fill(PASSWORD);
  await visitor.page.keyboard.press("Enter");
  await visitor.page.getByText("Đã đặt mật khẩu").waitFor();
}

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`first-hour-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await visitor.expectWords();
  visitor.expectNoFaults();
}

/** Text of every cell of the first sheet that holds any, joined. */
async function textOf(download: Download): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await readFile((await download.path())!)) as never);
  return workbook.worksheets.map((sheet) => (sheet.getSheetValues() as unknown[]).map((row) => JSON.stringify(row)).join("\n")).join("\n");
}

async function downloadOf(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return download;
}

const problem = (page: Page, cell: string) => page.getByRole("table", { name: "Từng ô" }).getByRole("row").filter({ has: page.getByText(`Ô ${cell}`, { exact: true }) });
const tab = (page: Page, name: RegExp) => page.getByRole("tab", { name });

/** Sends the list from the page and waits until it was read. */
async function sendList(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await visitor.visit("/import");
  await page.getByLabel("Số liệu tính đến ngày").fill("31/12/2025");
  await page.waitForURL(/on=2025-12-31/);
  await visitor.settle();
  await page.locator("input[type=file]").setInputFiles(list);
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
  await page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor();
  await visitor.settle();
}

/** The column of names has words that no list uses: the officer says what it is. */
async function nameTheColumn({ page }: Visitor): Promise<void> {
  await tab(page, /^Các cột/).click();
  await tab(page, /^DS 2025/).click();
  const column = page.getByRole("combobox", { name: /^Cột B Người trong nhà/ });
  await column.click();
  await column.fill("thanh vien");
  await page.getByRole("option", { name: "Họ và tên thành viên" }).click();
  await page.getByRole("button", { name: "Đọc lại với lựa chọn này" }).click();
  await page.getByText("Có lựa chọn chưa đọc lại").waitFor({ state: "detached" });
  await tab(page, /^Lỗi và lưu ý/).click();
  await page.getByRole("table", { name: "Từng ô" }).waitFor();
}

async function mend({ page }: Visitor, cell: string, text: string): Promise<void> {
  await problem(page, cell).first().click();
  const drawer = page.getByRole("dialog");
  await drawer.getByLabel(`Ô ${cell} phải ghi`).fill(text);
  await page.keyboard.press("Enter");
  await drawer.waitFor({ state: "detached" });
  await problem(page, cell).waitFor({ state: "detached" });
}

describe.sequential("the first hour of a new office", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("checks its list before anybody has an account, and gets the marked copy, on a %s", async (name, size) => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    const { page } = visitor;
    await visitor.visit("/check-list");
    await page.getByText("Không lưu gì").waitFor();
    await page.locator("input[type=file]").setInputFiles(list);
    await page.getByRole("heading", { name: /chỗ cần xem/ }).waitFor();
    await expectGood(visitor, `check-${name}`);
    const marked = await downloadOf(page, "Tải bản đánh dấu");
    expect(await textOf(marked)).toContain("Nguyễn Văn Minh Họa");
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("begins with an invitation: the administrator makes the account of the commune's officer", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await setPassword(visitor, `/invitation/${inject("firstInvitation")}`);
    await visitor.signIn({ username: FIRST_ADMIN.username, password: PASSWORD }, "/accounts/new");
    await page.getByLabel("Họ và tên").fill("Cán bộ xã Giao Long");
    await page.getByLabel("Tên đăng nhập").fill(OFFICER.username);
    await page.getByLabel("Vai trò").selectOption({ label: "Cán bộ cấp xã" });
    await page.getByRole("combobox", { name: "Đơn vị" }).fill("giao long");
    await page.getByRole("option", { name: "Xã Giao Long" }).click();
    await page.getByRole("button", { name: "Tạo và lấy liên kết" }).click();
    const link = await page.locator("code").innerText();
    await visitor.close();

    const officer = await Visitor.open(at.browser, at.office);
    await setPassword(officer, new URL(link).pathname);
    await officer.close();
  });

  it("stops an import; nothing is left of it", async () => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    const { page } = visitor;
    await visitor.signIn(OFFICER, "/import");
    await expectGood(visitor, "import-start");
    await sendList(visitor);
    await page.getByText("Chưa nhận được hộ nào").waitFor();
    await expectGood(visitor, "import-unknown-phone");
    await page.getByRole("button", { name: "Hủy lần nạp" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Hủy lần nạp" }).click();
    await page.getByText("Đã hủy lần nạp này.").waitFor();
    await expectGood(visitor, "import-cancelled");
    await visitor.visit("/households?on=2025-12-31");
    await page.getByText(/chưa có hộ|Chưa có hộ/).first().waitFor();
    await visitor.close();
  });

  it("drops its list, sees the mistakes, mends them, records it", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await visitor.signIn(OFFICER, "/import");
    await sendList(visitor);
    await nameTheColumn(visitor);
    await expectGood(visitor, "import-problems");
    expect(await problem(page, "F12").first().innerText()).toContain("11 chữ số");
    expect(await problem(page, "H13").first().innerText()).toContain("đói");
    const marked = await downloadOf(page, "Tải bản đánh dấu");
    expect(marked.suggestedFilename()).toBe("ds ho ngheo cac ap gui ve (đánh dấu).xlsx");
    expect(await textOf(marked)).toContain("phân loại “đói” không hiểu được");
    await mend(visitor, "F12", "086172000106");
    await mend(visitor, "H13", "Hộ nghèo");
    await problem(page, "D15").first().click();
    await visitor.picture("first-hour-import-mend");
    await page.getByRole("button", { name: "Sửa ô và đọc lại" }).click();
    await problem(page, "D15").waitFor({ state: "detached" });
    await page.getByText("Đã sửa 3 chỗ trong lần nạp này").waitFor();
    await tab(page, /^Tóm tắt/).click();
    await page.getByText("8 hộ trong danh sách, nhận được 8 hộ với 13 nhân khẩu").waitFor();
    await expectGood(visitor, "import-ready");
    await page.getByRole("button", { name: "Ghi danh sách" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("4 hộ nghèo, 4 hộ cận nghèo").waitFor();
    await visitor.picture("first-hour-import-confirm");
    await visitor.expectAccessible();
    await dialog.getByRole("button", { name: "Ghi danh sách" }).click();
    await page.getByText("Đã ghi danh sách của Xã Giao Long").waitFor();
    await expectGood(visitor, "import-done");
    await visitor.close();
  });

  it("knows its list again: the column as it was corrected, the households on file", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await visitor.signIn(OFFICER, "/import");
    await sendList(visitor);
    await expectGood(visitor, "import-again");
    await page.getByText(/^6 hộ đã có trong sổ, không thay đổi$/).waitFor();
    await page.getByText(/^2 hộ trong sổ ứng với dòng chưa nhận: giữ nguyên$/).waitFor();
    await tab(page, /^Các cột/).click();
    await page.getByRole("row").filter({ hasText: "Người trong nhà" }).getByText("cán bộ đã chọn").waitFor();
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("prints its households, enters the population, reads its report", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await visitor.signIn(OFFICER, "/households?on=2025-12-31");
    await page.getByText("Nguyễn Văn Minh Họa").waitFor();
    await expectGood(visitor, "households");
    await page.emulateMedia({ media: "print" });
    await visitor.picture("first-hour-households-print", true);
    const paper = await page.pdf({ format: "A4" });
    mkdirSync(RESULTS, { recursive: true });
    writeFileSync(join(RESULTS, "first-hour-households.pdf"), paper);
    expect(paper.subarray(0, 4).toString()).toBe("%PDF");
    await page.emulateMedia({ media: "screen" });

    await visitor.visit("/population?on=2025-12-31");
    await page.getByRole("button", { name: "Ghi số liệu" }).click();
    const drawer = page.getByRole("dialog");
    await drawer.getByLabel("Văn bản, nguồn").fill("Báo cáo số 12/BC-UBND (minh họa)");
    for (const [hamlet, households] of [["Thới Hòa", "300"], ["Thới Lợi", "250"], ["Thới An", "150"]] as const) {
      await drawer.getByRole("group", { name: new RegExp(hamlet) }).getByLabel("Số hộ", { exact: true }).fill(households);
    }
    await drawer.getByRole("button", { name: "Ghi bảng dân số" }).click();
    await drawer.waitFor({ state: "detached" });
    await expectGood(visitor, "population");

    await visitor.visit("/reports?on=2025-12-31");
    await page.getByText("700 hộ").first().waitFor();
    await expectGood(visitor, "report");
    await visitor.close();
  });
});
