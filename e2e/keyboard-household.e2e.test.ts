import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Keys } from "./support/keys.ts";
import { type Office, openOffice } from "./support/office.ts";
import { COMMUNE } from "./support/people.ts";
import { openBrowser } from "./support/visitor.ts";

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

describe("the register by keyboard alone", () => {
  it("opens a household, adds a member, corrects the name, takes the record back and restores it", async () => {
    const keys = await Keys.at("/households", browser, office, COMMUNE);
    const { page, visitor } = keys;
    const row = (text: string) => page.getByRole("row").filter({ hasText: text });
    await keys.press("/");
    await keys.type("nguyen thi");
    await page.waitForURL(/q=nguyen/);
    await visitor.settle();
    await keys.tabTo("row", /Nguyễn Thị/);
    await keys.press("ArrowDown", "Enter");
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await visitor.settle();
    await keys.isKept();

    await keys.enter("button", "Thêm thành viên");
    const dialog = await keys.dialog();
    await keys.enter("button", "Thêm thành viên", { inside: dialog });
    await dialog.getByRole("alert").waitFor();
    await keys.isGood();
    await keys.fill("Họ và tên", "Lê Văn Minh Họa", { inside: dialog });
    await keys.tabTo("radio", "Nam");
    await keys.press("Space");
    await keys.fill("Ngày sinh", "5/6/2019", { inside: dialog });
    await keys.choose("Quan hệ với chủ hộ", "Cháu nội/cháu ngoại", { inside: dialog });
    await keys.fill("Là thành viên từ", "1/10/2023", { inside: dialog });
    await keys.enter("button", "Thêm thành viên", { inside: dialog });
    await keys.closed("button", "Thêm thành viên");
    await row("Lê Văn Minh Họa").waitFor();

    await keys.enter("button", "Thao tác với Lê Văn Minh Họa");
    await keys.menuItem("Sửa thông tin");
    await keys.dialog();
    await keys.isGood();
    await keys.fill("Họ và tên", "Lê Văn Minh Họa Em", { inside: dialog });
    await keys.fill("Lý do", "Ghi thiếu chữ lót", { inside: dialog });
    await keys.enter("button", "Lưu", { inside: dialog });
    await keys.closed("button", "Thao tác với Lê Văn Minh Họa Em");
    await row("Lê Văn Minh Họa Em").waitFor();

    await keys.tabTo("tab", "Thành viên", { back: true });
    await keys.press("ArrowLeft");
    await page.getByRole("heading", { name: "Quá trình" }).waitFor();
    expect(await page.getByRole("listitem").filter({ hasText: "Lê Văn Minh Họa" }).count()).toBeGreaterThan(0);
    await keys.isGood();

    await keys.enter("button", "Thao tác", { back: true });
    await keys.menuItem("Hủy hộ ghi sai");
    await keys.dialog();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed("button", "Thao tác");
    await keys.press("Enter");
    await keys.menuItem("Hủy hộ ghi sai");
    await keys.dialog();
    await keys.fill("Lý do", "Ghi trùng hai lần", { inside: dialog });
    await keys.enter("button", "Hủy hộ ghi sai", { inside: dialog });
    await keys.closed();
    await page.getByText("Hộ này đã hủy: Ghi trùng hai lần").waitFor();
    await keys.enter("button", "Khôi phục hộ");
    await keys.dialog();
    await keys.fill("Lý do", "Không trùng", { inside: dialog });
    await keys.enter("button", "Khôi phục hộ", { inside: dialog });
    await keys.closed();
    await page.getByText("Hộ này đã hủy").waitFor({ state: "detached" });
    await keys.close();
  });

  it("writes a new household, from the sum of what is missing to its page", async () => {
    const keys = await Keys.at("/households", browser, office, COMMUNE);
    const { page, visitor } = keys;
    await keys.enter("link", "Lập hộ mới");
    await page.waitForURL(/\/households\/new/);
    await visitor.settle();
    await keys.isKept();
    await keys.enter("button", "Lập hộ");
    await page.getByRole("alert").getByText("Ghi ngày bắt đầu").waitFor();
    await keys.isGood();
    await keys.enter("button", "Chọn ấp, khóm.");
    await keys.isAt("combobox", "Ấp, khóm");
    await keys.choose("Ấp, khóm", "Ấp Phú Thành");
    await keys.fill("Ngày bắt đầu", "2/1/2023");
    await keys.choose("Lý do vào sổ", "Chuyển đến");
    await keys.fill("Địa chỉ", "Tổ 5 (minh họa)");
    await keys.fill("Họ và tên", "Phan Thị Minh Họa");
    await keys.tabTo("radio", "Nam");
    await keys.press("Space", "ArrowDown");
    await keys.fill("Ngày sinh", "1975");
    await keys.tabTo("checkbox", /./);
    await keys.press("Space");
    await keys.enter("button", "Lập hộ");
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { level: 1, name: "Hộ Phan Thị Minh Họa" }).waitFor();
    await keys.isKept();
    await page.getByRole("row").filter({ hasText: "Nữ" }).waitFor();
    await keys.close();
  });

  it("enters the population of a hamlet and takes the line back", async () => {
    const keys = await Keys.at("/population?on=2025-12-31", browser, office, COMMUNE);
    const { page } = keys;
    await keys.enter("button", "Ghi số liệu");
    const dialog = await keys.dialog();
    await keys.isGood();
    await keys.fill("Văn bản, nguồn", "Báo cáo số 12/BC-UBND (minh họa)", { inside: dialog });
    await keys.fill("Số hộ", "1.312", { inside: dialog });
    await keys.fill("Nhân khẩu", "4.204", { inside: dialog });
    await keys.enter("button", "Ghi bảng dân số", { inside: dialog, back: true });
    await keys.closed("button", "Ghi số liệu");
    const line = page.getByRole("row", { name: /4\.204/ });
    await line.waitFor();
    await keys.tabTo("row", /4\.204/);
    await keys.press("Enter");
    await keys.dialog();
    await keys.isGood();
    await keys.enter("button", "Hủy dòng này", { inside: dialog });
    await page.getByRole("dialog", { name: /^Hủy số liệu/ }).waitFor();
    await keys.isGood();
    await keys.fill("Lý do", "Ghi nhầm ấp");
    await keys.enter("button", "Hủy dòng này", { inside: page.getByRole("dialog", { name: /^Hủy số liệu/ }) });
    await page.getByRole("dialog", { name: /^Hủy số liệu/ }).waitFor({ state: "detached" });
    await keys.isKept();
    await keys.press("Escape");
    await keys.closed();
    await line.waitFor({ state: "detached" });
    await keys.close();
  });
});
