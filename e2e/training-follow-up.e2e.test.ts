import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { COMMUNE, NEW_OFFICE, TRAINING_CENTRE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

const ON = "on=2023-12-31";

/** The first choice of a short list; a long one is searched. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label).first();
  if ((await field.evaluate((element) => element.tagName)) === "SELECT") return void (await field.selectOption({ index: 1 }));
  await field.click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function whole(visitor: Visitor): Promise<void> {
  await visitor.settle();
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe("what people want to learn", () => {
  it("is entered on a phone, one after the other, and confirmed on the list", async () => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    await visitor.signIn(COMMUNE, `/training/needs/new?${ON}`);
    const { page } = visitor;
    await choose(page, "Ấp", "Phú");
    await page.getByLabel("Họ và tên").fill("Nguyễn Thị Thử Nghiệm");
    await page.getByLabel("Ngày hoặc năm sinh").fill("1999");
    await choose(page, "Nghề muốn học", "lươn");
    await visitor.picture("training-need-new-phone");
    await page.getByRole("button", { name: "Lưu, ghi người tiếp theo" }).click();
    await page.getByText("Vừa ghi 1 nhu cầu").waitFor();
    expect(await page.getByLabel("Họ và tên").inputValue()).toBe("");
    await whole(visitor);
    await visitor.visit(`/training/needs?${ON}&q=thu nghiem`);
    await page.getByText("Nguyễn Thị Thử Nghiệm").first().waitFor();
    await page.getByRole("checkbox").last().check();
    await page.getByRole("button", { name: "Ấp xác nhận" }).click();
    await page.getByText("Đã chuyển 1 nhu cầu").waitFor();
    await visitor.picture("training-needs-phone");
    await whole(visitor);
    await visitor.close();
  });
});

describe("what became of learners", () => {
  it("stands in a queue, is entered per class on one page, verified, and told in two rates", async () => {
    const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
    await visitor.signIn(COMMUNE, `/training/follow-ups?${ON}`);
    const { page } = visitor;
    await page.getByText("Có việc làm / tốt nghiệp").first().waitFor();
    await visitor.picture("training-follow-ups");
    await whole(visitor);
    await page.locator("tbody tr[aria-rowindex] a").first().click();
    await page.waitForURL(/follow-ups\/[0-9a-f-]{36}/);
    await page.getByLabel("Mốc theo dõi").selectOption("1");
    await page.getByLabel("Kết quả", { exact: true }).first().selectOption("tu_tao");
    await page.getByRole("button", { name: "Lưu kết quả" }).click();
    await page.getByRole("button", { name: "Xác minh 1 kết quả" }).click();
    await page.getByText("Đã xác minh 1 kết quả").waitFor();
    await visitor.picture("training-follow-up-class");
    await whole(visitor);
    await page.getByRole("tab", { name: "Học viên và các mốc" }).click();
    await page.getByText("đã xác minh").first().waitFor();
    await whole(visitor);
    await visitor.close();
  });

  it("is seen by the centre that taught them", async () => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    await visitor.signIn(TRAINING_CENTRE, `/training/follow-ups?${ON}`);
    expect(await visitor.page.locator("tbody tr[aria-rowindex]").count()).toBeGreaterThan(0);
    await whole(visitor);
    await visitor.close();
  });
});

describe("the tables", () => {
  it("open each number to its records, and leave as a file", async () => {
    const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
    await visitor.signIn(COMMUNE, `/training/tables?${ON}&table=dt-05`);
    const { page } = visitor;
    const door = page.locator("tbody tr").first().getByRole("button").first();
    const number = (await door.innerText()).trim();
    await visitor.picture("training-tables");
    await door.click();
    const drawer = page.getByRole("dialog");
    await drawer.getByRole("table").waitFor();
    await drawer.getByText(new RegExp(`^${number} `)).first().waitFor();
    await visitor.picture("training-tables-behind");
    await whole(visitor);
    await page.keyboard.press("Escape");
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải Excel" }).first().click();
    expect((await download).suggestedFilename()).toMatch(/^bieu-dao-tao-nghe.*\.xlsx$/);
    await visitor.visit(`/training/dashboard?${ON}`);
    await page.getByText("Kết quả so với kế hoạch năm").waitFor();
    await visitor.picture("training-dashboard", true);
    await whole(visitor);
    await visitor.visit(`/training/self-taught?${ON}`);
    await visitor.picture("training-self-taught");
    await whole(visitor);
    await visitor.visit(`/training/self-taught/new?${ON}`);
    await whole(visitor);
    await visitor.close();
  });

  it.each(["needs", "follow-ups", "self-taught", "tables", "dashboard"])("say what belongs there when an office has no records: %s", async (name) => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    await visitor.signIn(NEW_OFFICE, `/training/${name}`);
    await whole(visitor);
    await visitor.close();
  });
});
