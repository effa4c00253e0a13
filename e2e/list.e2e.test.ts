import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function openList(size = DESKTOP): Promise<Visitor> {
  const visitor = await Visitor.open(at.browser, at.office, size);
  await visitor.signIn(COMMUNE, "/households");
  await rows(visitor.page).first().waitFor();
  return visitor;
}
const rows = (page: Page) => page.locator("tbody tr[aria-rowindex]");
const valueOf = (page: Page, name: string) => new URL(page.url()).searchParams.get(name);
const firstNames = (page: Page) => rows(page).locator("td:first-child").allInnerTexts();

describe("a list", () => {
  it("is walked by keyboard alone: / to search, ↑ ↓ between rows, Enter opens, Back returns to the same list", async () => {
    const visitor = await openList();
    const { page } = visitor;
    await page.keyboard.press("/");
    const found = page.waitForResponse((answer) => answer.url().includes("q=nguyen&") || answer.url().endsWith("q=nguyen"));
    await page.keyboard.type("nguyen");
    await page.waitForURL(/q=nguyen/);
    await found;
    await visitor.settle();
    for (let presses = 0; presses < 30 && !(await page.evaluate(() => document.activeElement?.matches("tbody tr"))); presses++) await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-rowindex"))).toBe("3");
    const second = (await firstNames(page))[1]!;
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { level: 1, name: second }).waitFor();
    await page.goBack();
    await rows(page).first().waitFor();
    expect(valueOf(page, "q")).toBe("nguyen");
    expect((await firstNames(page))[1]).toBe(second);
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("comes back from its address as it was: order, page, columns", async () => {
    const visitor = await openList();
    const { page } = visitor;
    await page.locator("thead").getByRole("button").first().click();
    await page.waitForURL(/sort=/);
    await visitor.settle();
    await page.getByRole("button", { name: "Trang sau" }).click();
    await page.waitForURL(/page=2/);
    await visitor.settle();
    await page.getByText("Cột hiển thị").click();
    await page.locator("details[open] input:not(:disabled):checked").first().click();
    await page.waitForURL(/columns=/);
    await visitor.settle();
    const seen = [await firstNames(page), await page.locator("thead th").allInnerTexts()];
    await page.reload();
    await rows(page).first().waitFor();
    await visitor.settle();
    expect([await firstNames(page), await page.locator("thead th").allInnerTexts()]).toEqual(seen);
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("keeps a way of looking under a name, without the words searched", async () => {
    const visitor = await openList();
    const { page } = visitor;
    await page.locator("search select").first().selectOption({ index: 1 });
    await page.keyboard.press("/");
    await page.keyboard.type("an");
    await page.waitForURL(/q=an/);
    await page.getByText("Cách xem đã lưu").click();
    await page.getByLabel("Lưu cách xem hiện tại với tên").fill("Xem thử");
    await page.getByRole("button", { name: "Lưu cách xem" }).click();
    await page.getByRole("button", { name: "Xem thử" }).waitFor();
    expect(await page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("views")).map(([, value]) => value).join())).not.toContain('"q"');
    await visitor.visit("/households");
    await page.getByText("Cách xem đã lưu").click();
    await page.getByRole("button", { name: "Xem thử" }).click();
    await page.getByRole("button", { name: /^Bỏ lọc/ }).waitFor();
    expect(valueOf(page, "q")).toBeNull();
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("is a column of cards on a phone, with targets a thumb can hit", async () => {
    const visitor = await openList(PHONE);
    await visitor.expectNoSidewaysScroll();
    const small = await visitor.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main a, main button, main select, main input, nav a, nav button, header button")]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1)
        .filter((one) => one.getBoundingClientRect().height < 43.5)
        .map((one) => one.outerHTML.slice(0, 140)),
    );
    expect(small).toEqual([]);
    visitor.expectNoFaults();
    await visitor.close();
  });
});
