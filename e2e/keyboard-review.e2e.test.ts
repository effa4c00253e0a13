import { describe, it } from "vitest";
import { Keys } from "./support/keys.ts";
import { COMMUNE, PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";

const at = withOffice();

describe("the review by keyboard alone", () => {
  it("opens a round and recognises its results", async () => {
    const keys = await Keys.at("/review?tab=rounds&on=2023-12-31", at.browser, at.office, COMMUNE);
    const { page, visitor } = keys;
    await keys.enter("button", "Mở đợt rà soát");
    const dialog = await keys.dialog();
    await keys.isGood();
    await keys.choose("Năm rà soát", "2024", { inside: dialog });
    await keys.enter("button", "Mở đợt rà soát", { inside: dialog });
    await keys.closed();
    const round = page.getByRole("row").filter({ hasText: "2024" }).filter({ hasText: "đang mở" });
    await round.waitFor();
    await visitor.settle();
    await keys.enter("button", "Công nhận", { inside: round });
    await keys.dialog();
    await keys.enter("button", "Công nhận", { inside: dialog });
    await dialog.getByRole("alert").waitFor();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed("button", "Công nhận");
    await keys.close();
  });

  it("reads the results, asks why, goes to the household", async () => {
    const keys = await Keys.at("/review?on=2023-12-31", at.browser, at.office, COMMUNE);
    const { page, visitor } = keys;
    await page.locator("tbody tr[aria-rowindex]").first().waitFor();
    await keys.press("/");
    await keys.type("nguyen");
    await page.waitForURL(/q=nguyen/);
    await visitor.settle();
    await keys.tabTo("row", /Nguyễn/);
    await keys.press("ArrowDown", "Enter");
    const dialog = await keys.dialog();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed();
    await keys.press("Enter");
    await keys.dialog();
    await keys.enter("link", "Mở hồ sơ hộ", { inside: dialog });
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await visitor.settle();
    await keys.isKept();
    await keys.close();
  });

  it("reckons the classes anew, first on trial, and opens the run", async () => {
    const keys = await Keys.at("/review/reclassify?on=2023-12-31", at.browser, at.office, COMMUNE);
    const { page, visitor } = keys;
    await keys.enter("button", "Chạy thử");
    await page.getByText("Chạy thử, chưa ghi gì.").waitFor();
    await visitor.settle();
    await keys.isKept();
    await keys.isGood();
    await keys.enter("button", "Ghi kết quả tính");
    await page.getByText("Đã ghi kết quả tính.").waitFor();
    await visitor.settle();
    await keys.isKept();
    await keys.tabTo("row", /2024/, { inside: page.getByRole("table", { name: "Các lần tính" }) });
    await keys.press("Enter");
    await keys.dialog();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed();
    await keys.close();
  });

  it("sets the area type of communes by a document", async () => {
    const keys = await Keys.at("/areas/types?on=2025-12-31", at.browser, at.office, PROVINCE);
    const { page, visitor } = keys;
    await keys.tabTo("row", /Phường/);
    await keys.press("Space", "ArrowDown", "Space");
    await keys.enter("button", "Ghi khu vực", { back: true });
    const dialog = await keys.dialog();
    await keys.enter("button", "Ghi khu vực", { inside: dialog });
    await dialog.getByRole("alert").waitFor();
    await keys.isGood();
    await keys.tabTo("radio", "Nông thôn");
    await keys.press("Space");
    await keys.fill("Văn bản", "Quyết định số 5/QĐ-UBND (minh họa)", { inside: dialog });
    await keys.fill("Từ ngày", "1/7/2025", { inside: dialog });
    await keys.enter("button", "Ghi khu vực", { inside: dialog });
    await keys.closed();
    await page.getByRole("row").filter({ hasText: "Quyết định số 5/QĐ-UBND" }).first().waitFor();
    await visitor.settle();
    await keys.isKept();
    await keys.close();
  });
});
