import { describe, it } from "vitest";
import { Keys } from "./support/keys.ts";
import { ADMIN } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";

const at = withOffice();

describe("accounts by keyboard alone", () => {
  it("makes an account from the list, copies its link, then locks it with a reason and signs out", async () => {
    const keys = await Keys.at("/accounts", at.browser, at.office, ADMIN);
    const { page, visitor } = keys;
    await keys.enter("link", "Tạo tài khoản");
    await page.waitForURL(/\/accounts\/new/);
    await visitor.settle();
    await keys.isKept();
    await keys.fill("Họ và tên", "Trần Thị Minh Họa");
    await keys.fill("Tên đăng nhập", "ap.minhhoa");
    await keys.choose("Vai trò", "Rà soát viên");
    await keys.choose("Đơn vị", "Xã Phú Hữu");
    await keys.tabTo("checkbox", /^Ấp|^Khóm/);
    await keys.press("Space");
    await keys.enter("button", "Tạo và lấy liên kết");
    await page.locator("code").waitFor();
    await visitor.settle();
    await keys.isKept();
    await keys.isGood();
    await keys.enter("button", "Sao chép liên kết");
    await page.getByText(/liên kết\.$|Ctrl\+C/).first().waitFor();
    await keys.enter("link", "Về danh sách");
    await page.waitForURL(/\/accounts(\?|$)/);
    await visitor.settle();
    await keys.isKept();

    await keys.press("/");
    await keys.type("tran thi minh hoa");
    await page.waitForURL(/q=/);
    const row = page.getByRole("row").filter({ hasText: "ap.minhhoa" });
    await keys.enter("button", "Liên kết mới", { inside: row });
    const dialog = await keys.dialog();
    await keys.enter("button", "Tạo liên kết", { inside: dialog });
    await dialog.locator("code").waitFor();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed("button", "Liên kết mới");
    await keys.enter("button", "Khóa", { inside: row });
    await keys.dialog();
    await keys.fill("Lý do", "Đã chuyển công tác", { inside: dialog });
    await keys.enter("button", "Khóa tài khoản", { inside: dialog });
    await keys.closed();
    await row.getByText("Đã khóa").waitFor();
    await keys.isKept();

    await keys.enter("button", /^Tài khoản/, { back: true });
    await keys.menuItem("Đăng xuất");
    await page.waitForURL(/\/login/);
    await visitor.settle();
    await keys.close();
  });
});
