import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

const ON = "on=2024-06-30";

async function whole(visitor: Visitor): Promise<void> {
  await visitor.settle();
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe("what a household may have and has received", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("a poor household's policies, why, and its receipts, on a %s", async (name, size) => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    await visitor.signIn(COMMUNE, `/households?${ON}&class=poor`);
    const { page } = visitor;
    await page.locator("tbody tr[aria-rowindex] a").first().click();
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await visitor.visit(`${new URL(page.url()).pathname}?${ON}&tab=support`);
    await page.getByText("Đủ điều kiện").first().waitFor();
    await page.getByRole("button", { name: "Vay vốn hộ nghèo" }).click();
    await page.getByText("không quá 100.000.000 đồng").first().waitFor();
    await visitor.picture(`support-household-${name}`);
    await whole(visitor);
    await visitor.close();
  });
});

describe("a list to a receiver", () => {
  it("is made, shown with its lines, and marked as sent", async () => {
    const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
    await visitor.signIn(COMMUNE, `/support/lists?${ON}`);
    const { page } = visitor;
    await page.getByRole("button", { name: "Lập danh sách" }).first().click();
    const drawer = page.getByRole("dialog");
    await drawer.getByLabel("Chính sách").first().click();
    await page.keyboard.type("Vay vốn hộ nghèo");
    await page.keyboard.press("Enter");
    await drawer.getByRole("button", { name: "Lập danh sách" }).click();
    await page.waitForURL(/list=[0-9a-f-]{36}/);
    await page.getByText("danh sách đầu tiên").waitFor();
    expect(await page.locator("tbody tr[aria-rowindex]").count()).toBeGreaterThan(5);
    await visitor.picture("support-list");
    await whole(visitor);
    await visitor.close();
  });
});

describe("a confirmation of status", () => {
  it("found by name without marks, given out in one go", async () => {
    const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
    await visitor.signIn(COMMUNE, `/support/confirmations?${ON}&name=nguyen`);
    const { page } = visitor;
    await page.getByRole("button", { name: "Chọn", exact: true }).first().click();
    const drawer = page.getByRole("dialog");
    await drawer.getByLabel("Mục đích").fill("vay vốn học tập");
    await drawer.getByLabel("Người ký").fill("Chủ tịch (minh họa)");
    await drawer.getByRole("button", { name: "Cấp giấy" }).click();
    await drawer.getByText("Đã cấp giấy").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), drawer.getByRole("button", { name: /Word/ }).click()]);
    expect(download.suggestedFilename()).toMatch(/^giay-xac-nhan-1-.*\.docx$/);
    await whole(visitor);
    await visitor.close();
  });
});
