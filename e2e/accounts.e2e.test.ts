import { describe, expect, it } from "vitest";
import { ADMIN, COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function asAdministrator(path: string, size = DESKTOP): Promise<Visitor> {
  const visitor = await Visitor.open(at.browser, at.office, size);
  await visitor.signIn(ADMIN, path);
  return visitor;
}

async function expectGoodPage(visitor: Visitor): Promise<void> {
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe("accounts of the province", () => {
  it("invites a surveyor for two hamlets, who then signs in", async () => {
    const visitor = await asAdministrator("/accounts/new");
    const { page } = visitor;
    await page.getByRole("button", { name: "Tạo và lấy liên kết" }).click();
    await page.getByRole("alert").getByText("Vai trò: chọn một vai trò.").waitFor();
    await expectGoodPage(visitor);
    await page.getByLabel("Họ và tên").fill("Trần Thị Minh Họa");
    await page.getByLabel("Tên đăng nhập").fill("ap.minhhoa");
    await page.getByLabel("Vai trò").selectOption({ label: "Rà soát viên" });
    await page.getByRole("combobox", { name: "Đơn vị" }).fill("phu huu");
    await page.getByRole("option", { name: "Xã Phú Hữu" }).click();
    const hamlets = page.getByRole("group", { name: "Ấp, khóm được giao" }).getByRole("checkbox");
    await hamlets.first().waitFor();
    await hamlets.nth(0).check();
    await hamlets.nth(1).check();
    await visitor.picture("account-new", true);
    await expectGoodPage(visitor);
    await page.getByRole("button", { name: "Tạo và lấy liên kết" }).click();
    const link = await page.locator("code").innerText();
    await visitor.picture("account-link");
    await expectGoodPage(visitor);
    await page.getByRole("button", { name: "Sao chép liên kết" }).click();
    await page.getByText(/liên kết\.$|Ctrl\+C/).first().waitFor();
    await visitor.close();

    const invited = await Visitor.open(at.browser, at.office, PHONE);
    await invited.visit(new URL(link).pathname);
    await invited.page.getByLabel("Mật khẩu mới", { exact: false }).first().fill("mot cau de nho");
    await invited.page.getByLabel("Nhập lại mật khẩu mới").fill("mot cau de nho");
    await invited.page.keyboard.press("Enter");
    await invited.page.getByText("Đã đặt mật khẩu cho tài khoản ap.minhhoa").waitFor();
    await invited.signIn({ username: "ap.minhhoa", password: "mot cau de nho" });
    await invited.page.getByRole("main").getByText("Rà soát viên").waitFor();
    await invited.close();
  });

  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("lists, filters and closes with a reason, on a %s", async (name, size) => {
    const visitor = await asAdministrator("/accounts", size);
    const { page } = visitor;
    await page.getByText("lanhdao").first().waitFor();
    // the whole page in one window: the bars that stay in place cover no field
    await page.setViewportSize({ width: size.width, height: 100 + (await page.evaluate(() => document.documentElement.scrollHeight)) });
    await visitor.picture(`accounts-${name}`);
    await page.getByLabel("Tìm theo tên, đơn vị").fill("an phu");
    await page.getByText("lanhdao").first().waitFor({ state: "detached" });
    await expectGoodPage(visitor);
    await page.getByRole("combobox", { name: "Trạng thái" }).selectOption({ label: "Đang dùng" });
    const username = name === "desktop" ? "xa.anphu" : "huyen.anphu";
    const row = page.getByRole("row").filter({ hasText: username });
    await row.getByRole("button", { name: "Liên kết mới" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Tạo liên kết" }).click();
    expect(await page.getByRole("dialog").locator("code").innerText()).toContain("/invitation/");
    await visitor.picture(`account-invite-${name}`);
    await visitor.expectAccessible();
    await page.keyboard.press("Escape");
    await row.getByRole("button", { name: "Khóa" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Khóa tài khoản" }).click();
    await dialog.getByText("Lý do: ghi ít nhất 3 ký tự").waitFor();
    await dialog.getByLabel("Lý do").fill("Đã chuyển công tác");
    await visitor.picture(`account-close-${name}`);
    await visitor.expectAccessible();
    await dialog.getByRole("button", { name: "Khóa tài khoản" }).click();
    await row.waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "Trạng thái" }).selectOption({ label: "Đã khóa" });
    await row.waitFor();
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("is no page of a commune officer", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(COMMUNE, "/accounts");
    await visitor.page.getByText("Trang này không thuộc vai trò của bạn").waitFor();
    expect(await visitor.page.getByRole("navigation").first().getByText("Tài khoản").count()).toBe(0);
    await visitor.close();
  });
});
