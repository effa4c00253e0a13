import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { Keys } from "./support/keys.ts";
import { messyList } from "./support/messy-list.ts";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";

const at = withOffice();
let list: { name: string; mimeType: string; buffer: Buffer };
beforeAll(async () => {
  list = { name: "ds ho ngheo.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: await messyList("xã Phú Hữu") };
});

/** The list of files of the computer has its own keyboard; what counts is that a key opens it. */
async function chooseFile(keys: Keys): Promise<void> {
  const opened = keys.page.waitForEvent("filechooser");
  await keys.enter("button", "Chọn tệp");
  await (await opened).setFiles(list);
}

describe("lists by keyboard alone", () => {
  it("checks a list without an account and saves the marked copy", async () => {
    const keys = await Keys.at("/check-list", at.browser, at.office);
    const { page } = keys;
    await keys.fill("Ngày của danh sách", "31/12/2025");
    await chooseFile(keys);
    await page.getByRole("heading", { name: /chỗ cần xem/ }).waitFor();
    await keys.isAt("heading", /chỗ cần xem/);
    const [marked] = await Promise.all([page.waitForEvent("download"), keys.enter("button", "Tải bản đánh dấu")]);
    expect((await readFile(await marked.path())).subarray(0, 2).toString()).toBe("PK");
    await keys.isAt("button", "Tải bản đánh dấu");
    await keys.choose("Mức độ", "Cảnh báo");
    await keys.isKept();
    await keys.close();
  });

  it("imports it: says what a column is, mends a cell, records the list", async () => {
    const keys = await Keys.at("/import?on=2025-12-31", at.browser, at.office, COMMUNE);
    const { page, visitor } = keys;
    const tab = (name: RegExp) => page.getByRole("tab", { name });
    await chooseFile(keys);
    await page.waitForURL(/\/import\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor();
    await visitor.settle();
    await keys.isKept();

    await keys.tabTo("tab", /^Tóm tắt/);
    await keys.press("ArrowRight", "ArrowRight");
    await tab(/^Các cột/).and(page.locator('[aria-selected="true"]')).waitFor();
    await keys.tabTo("tab", /^Ghi chú/);
    await keys.press("ArrowRight");
    await tab(/^DS 2025/).and(page.locator('[aria-selected="true"]')).waitFor();
    await keys.choose(/^Cột B Người trong nhà/, "Họ và tên thành viên");
    await keys.isGood();
    await keys.enter("button", "Đọc lại với lựa chọn này", { back: true });
    await page.getByText("Có lựa chọn chưa đọc lại").waitFor({ state: "detached" });
    await visitor.settle();
    await keys.isKept();

    await keys.tabTo("tab", /^Các cột/);
    await keys.press("ArrowLeft");
    await page.getByRole("table", { name: "Từng ô" }).getByRole("row").nth(1).waitFor();
    await visitor.settle();
    await keys.tabTo("row", /^Ô /, { inside: page.getByRole("table", { name: "Từng ô" }) });
    while (!(await page.evaluate(() => document.activeElement!.textContent.startsWith("Ô F12")))) await keys.press("ArrowDown");
    await keys.press("Enter");
    const dialog = await keys.dialog();
    await keys.isGood();
    await keys.fill("Ô F12 phải ghi", "086172000106", { inside: dialog });
    await keys.press("Enter");
    await page.getByText("Đã sửa 1 chỗ trong lần nạp này").waitFor();
    await keys.closed();
    await visitor.settle();
    await keys.isKept();

    await keys.enter("button", "Ghi danh sách", { back: true });
    await keys.dialog();
    await keys.isGood();
    await keys.enter("button", "Ghi danh sách", { inside: dialog });
    await page.getByText("Đã ghi danh sách của Xã Phú Hữu").waitFor();
    await visitor.settle();
    await keys.isKept();
    await keys.enter("link", "Xem danh sách hộ");
    await page.waitForURL(/\/households/);
    await keys.close();
  });

  it("leaves an import by Escape, then stops it", async () => {
    const keys = await Keys.at("/import?on=2025-12-31", at.browser, at.office, COMMUNE);
    const { page, visitor } = keys;
    await chooseFile(keys);
    await page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor();
    await visitor.settle();
    await keys.enter("button", "Hủy lần nạp");
    const dialog = await keys.dialog();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed("button", "Hủy lần nạp");
    await keys.press("Enter");
    await keys.dialog();
    await keys.enter("button", "Hủy lần nạp", { inside: dialog });
    await page.getByText("Đã hủy lần nạp này.").waitFor();
    await keys.isKept();
    await keys.close();
  });
});
