import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { COMMUNE, PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

describe("the frame around every page", () => {
  it("keeps area and day in the address and offers the districts of then before 1/7/2025", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(PROVINCE, "/account?on=2023-12-31");
    const { page } = visitor;
    await page.getByRole("button", { name: /Địa bàn/ }).click();
    await page.getByLabel("Tìm địa bàn").fill("huyen an phu");
    await visitor.expectAccessible();
    await page.getByRole("dialog").getByRole("button", { name: "Huyện An Phú" }).click();
    await page.waitForURL(/area=886@0/);
    await page.getByRole("link", { name: "Sinh Kế" }).click();
    await page.waitForURL((url) => url.pathname !== "/account");
    expect(new URL(page.url()).searchParams.get("area")).toBe("886@0");
    expect(new URL(page.url()).searchParams.get("on")).toBe("2023-12-31");
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("opens where the newest lists are; the table of communes goes out as a workbook of what is shown", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(PROVINCE, "/board");
    const { page } = visitor;
    await page.getByRole("button", { name: /Địa bàn.*Huyện An Phú/ }).waitFor();
    const table = page.getByRole("table", { name: /xã/ }).filter({ hasText: "Xã Phú Hữu" });
    await table.waitFor();
    const shown = await table.locator("tbody tr").count();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Xuất Excel" }).last().click()]);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(await download.path());
    const rows = workbook.worksheets[0]!.getSheetValues().slice(1) as unknown[][];
    expect(rows.filter((row) => String(row[1]).match(/^(Xã|Thị trấn) /))).toHaveLength(shown);
    expect(rows.at(-1)!.slice(1, 5)).toEqual([expect.stringContaining("huyện An Phú"), 41504, 2354, 5.67]);
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("takes a day as people type it", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(COMMUNE);
    await visitor.page.getByRole("button", { name: /Kỳ số liệu/ }).click();
    await visitor.page.getByLabel("Số liệu tính đến ngày").fill("5/6/24");
    await visitor.page.waitForURL(/on=2024-06-05/);
    await visitor.page.getByLabel("Số liệu tính đến ngày").fill("31/6/2024");
    await visitor.page.keyboard.press("Tab");
    await visitor.page.getByText("Không đọc được ngày").waitFor();
    await visitor.page.keyboard.press("Escape");
    await visitor.page.getByRole("dialog").waitFor({ state: "detached" });
    await visitor.page.waitForFunction(() => document.activeElement?.textContent?.includes("Kỳ số liệu"));
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("opens the search by Ctrl K, finds a screen without tone marks and goes there by keyboard", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(PROVINCE);
    await visitor.visit("/khong-co-trang-nay");
    const { page } = visitor;
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("khong-co-gi-nhu-the");
    await page.getByText("Không tìm thấy").waitFor();
    await visitor.expectAccessible();
    await page.getByRole("combobox").fill("tai khoan cua toi");
    await page.getByRole("option", { name: "Tài khoản của tôi" }).waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/account/);
    await page.getByRole("combobox").waitFor({ state: "detached" });
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("stays accessible in the dark", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(COMMUNE);
    await visitor.page.getByRole("button", { name: /Tài khoản/ }).click();
    await visitor.page.keyboard.press("ArrowDown");
    await visitor.page.keyboard.press("ArrowDown");
    await visitor.page.keyboard.press("Enter");
    await visitor.page.locator('[data-mantine-color-scheme="dark"]').waitFor();
    await visitor.expectAccessible();
    await visitor.picture("account-dark");
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("tells an address that leads nowhere and shows the way back", async () => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    await visitor.signIn(COMMUNE);
    await visitor.visit("/khong-co-trang-nay");
    await visitor.page.getByRole("heading", { name: "Không có trang này" }).waitFor();
    await visitor.expectNoSidewaysScroll();
    await visitor.expectAccessible();
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("can be installed and keeps no data of people in the browser", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(COMMUNE);
    await visitor.page.evaluate(() => navigator.serviceWorker.ready);
    await visitor.page.reload();
    await visitor.settle();
    const kept = await visitor.page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    });
    expect(kept).toContain("/");
    expect(kept.filter((path) => path.startsWith("/api/"))).toEqual([]);
    visitor.expectNoFaults();
    await visitor.close();
  });
});
