import type { Browser, Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Office, openOffice } from "./support/office.ts";
import { COMMUNE, LEADER } from "./support/people.ts";
import { DESKTOP, openBrowser, PHONE, Visitor } from "./support/visitor.ts";

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

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`abroad-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectNothingCut();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

/** A choice of few is a list, a choice of many is typed. */
async function choose(field: Locator, words: string): Promise<void> {
  await field.waitFor();
  if (await field.evaluate((node) => node.tagName === "SELECT")) return void (await field.selectOption({ index: 1 }));
  await field.fill(words);
  await field.page().locator('[role="option"]').first().click(); // a native choice elsewhere has options too; Enter before the list is there would send the form
}

async function typeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press("Tab");
}

it("a wish is entered on the phone, the sender is looked up, the departure counts once, the incident is the keeper's", async () => {
  const phone = await Visitor.open(browser, office, PHONE);
  await phone.signIn(COMMUNE, "/migration/overseas/new");
  await phone.page.getByRole("button", { name: "Ghi nguyện vọng" }).click();
  await phone.page.getByRole("alert").first().waitFor(); // nothing was filled in: said, nothing sent
  await phone.page.getByLabel("Họ và tên").fill("Nguyễn Thị Xuất Cảnh");
  await choose(phone.page.getByRole("combobox", { name: "Ấp, khóm nơi ở" }), "phu");
  await choose(phone.page.getByRole("combobox", { name: "Nước đến" }), "nhat ban");
  await expectGood(phone, "wish-phone");
  await phone.page.getByRole("button", { name: "Ghi nguyện vọng" }).click();
  await phone.page.getByRole("heading", { name: "Nguyễn Thị Xuất Cảnh" }).first().waitFor();
  await expectGood(phone, "case-phone");
  const address = new URL(phone.page.url()).pathname;
  await phone.close();

  const visitor = await Visitor.open(browser, office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, address);
  await page.getByRole("button", { name: "Chọn đơn vị đưa đi" }).click();
  const window = page.getByRole("dialog");
  await window.getByRole("combobox", { name: "Hình thức" }).selectOption("dn_dich_vu");
  await window.getByLabel("Tên đơn vị").fill("Công ty Chưa Biết");
  await window.getByRole("button", { name: "Chọn đơn vị đưa đi" }).click();
  await window.getByLabel("Lý do vẫn tiếp tục").fill("Sở Nội vụ đã trả lời bằng văn bản");
  await expectGood(visitor, "sender");
  await window.getByRole("button", { name: "Chọn đơn vị đưa đi" }).click();
  await window.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Ghi xuất cảnh" }).click();
  await typeDay(window.getByLabel("Ngày xuất cảnh"), "01/11/2026");
  await window.getByLabel(/Lý do ghi/).fill("gia đình báo sau");
  await expectGood(visitor, "depart");
  await window.getByRole("button", { name: "Ghi xuất cảnh" }).click();
  await window.waitFor({ state: "detached" });
  await page.getByText("Tính một lượt việc làm").waitFor();
  await expectGood(visitor, "case");
  for (const tab of ["Hỗ trợ", "Hỗ trợ 2.002820", "Theo dõi", "Sự việc"]) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await expectGood(visitor, `tab-${tab.replaceAll(/[^a-z0-9]/gi, "")}`);
  }
  await page.getByRole("button", { name: "Ghi sự việc" }).click();
  await window.getByRole("combobox", { name: "Loại sự việc" }).selectOption("unpaid_wages");
  await typeDay(window.getByLabel("Ngày", { exact: false }).first(), "20/11/2026");
  await window.getByLabel("Nội dung").fill("Chủ nợ lương hai tháng");
  await window.getByRole("button", { name: "Ghi sự việc" }).click();
  await page.getByRole("heading", { name: /Nợ lương/ }).waitFor();
  await visitor.visit("/migration/overseas");
  await page.getByRole("row", { name: /Nhật Bản/ }).waitFor();
  await expectGood(visitor, "board");
  await visitor.visit("/migration/overseas?tab=rules");
  await expectGood(visitor, "rules");
  await visitor.visit("/migration/tables?from=2026-01-01&to=2026-11-25");
  await page.getByRole("row", { name: /Nhật Bản/ }).waitFor();
  await expectGood(visitor, "tables");
  await visitor.close();

  const leader = await Visitor.open(browser, office, DESKTOP);
  await leader.signIn(LEADER, address);
  await leader.page.getByRole("tab", { name: "Theo dõi" }).waitFor();
  expect(await leader.page.getByRole("tab", { name: "Sự việc" }).count()).toBe(0);
  expect(await leader.page.getByRole("button", { name: "Sửa thông tin" }).count()).toBe(0);
  await leader.close();
});

it("somebody over the border is recorded for support and shown by hamlet", async () => {
  const visitor = await Visitor.open(browser, office, PHONE);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/migration/away?tab=people");
  await page.getByRole("button", { name: "Ghi người đi xa, trở về" }).first().click();
  const window = page.getByRole("dialog");
  await window.getByLabel("Họ và tên").fill("Trần Văn Biên Giới");
  await choose(window.getByRole("combobox", { name: "Ấp, khóm nơi ở" }), "phu");
  await window.getByRole("radio", { name: "Qua biên giới không hợp đồng" }).check();
  await choose(window.getByRole("combobox", { name: "Nước" }), "cam pu chia");
  await window.getByLabel("Nơi đến", { exact: false }).first().fill("Kandal");
  await expectGood(visitor, "away-form");
  await window.getByRole("button", { name: "Ghi", exact: true }).click();
  await window.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Trần Văn Biên Giới" }).click();
  await page.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await window.getByRole("combobox", { name: "Loại nhu cầu" }).selectOption("papers");
  await window.getByLabel("Nội dung").fill("Làm lại căn cước");
  await window.getByLabel("Người phụ trách").fill("Công an xã");
  await window.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await page.getByText("phụ trách: Công an xã").waitFor();
  await expectGood(visitor, "away-person");
  await visitor.visit("/migration/away");
  await expectGood(visitor, "away-hamlets");
  await visitor.close();
});
