import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { COMMUNE, LEADER } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`abroad-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectNothingCut();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

/** A searched list, once its choices are there: Enter right after the typing takes the first that fits and sends nothing. */
async function choose(field: Locator, words: string, chosen: RegExp): Promise<void> {
  await expect.poll(() => field.evaluate((node) => node.tagName)).toBe("INPUT");
  await field.fill(words);
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toMatch(chosen);
}

async function typeDay(field: Locator, day: string): Promise<void> {
  await field.fill(day);
  await field.press("Tab");
}

it("a wish on the phone, an unlicensed sender, the departure, an incident of the keeper alone, the return and the first support at home", async () => {
  const phone = await Visitor.open(at.browser, at.office, PHONE);
  await phone.signIn(COMMUNE, "/migration/overseas/new");
  await phone.page.getByRole("button", { name: "Ghi nguyện vọng" }).click();
  await phone.page.getByRole("alert").first().waitFor(); // nothing was filled in: said, nothing sent
  await phone.page.getByLabel("Họ và tên").fill("Nguyễn Thị Xuất Cảnh");
  await phone.page.getByRole("combobox", { name: "Ấp, khóm nơi ở" }).selectOption({ label: "Ấp Phú Hiệp" });
  await typeDay(phone.page.getByRole("textbox", { name: /^Ngày đăng ký/ }), "01/10/2026");
  await choose(phone.page.getByRole("combobox", { name: "Nước đến" }), "nhat ban", /^Nhật Bản$/);
  await expectGood(phone, "wish-phone");
  await phone.page.getByRole("button", { name: "Ghi nguyện vọng" }).click();
  await phone.page.getByRole("heading", { name: "Nguyễn Thị Xuất Cảnh" }).first().waitFor();
  const address = new URL(phone.page.url()).pathname;
  await phone.close();

  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE);
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("thi xuat canh");
  await page.getByRole("option", { name: "Nguyễn Thị Xuất Cảnh" }).click();
  await page.waitForURL((url) => url.pathname === address);
  const window = page.getByRole("dialog");
  await page.getByRole("button", { name: "Chọn đơn vị đưa đi" }).click();
  await window.getByRole("combobox", { name: "Hình thức" }).selectOption("dn_dich_vu");
  await window.getByLabel("Tên đơn vị").fill("Công ty Chưa Biết");
  await window.getByRole("button", { name: "Chọn đơn vị đưa đi" }).click();
  await window.getByLabel("Lý do vẫn tiếp tục").fill("Sở Nội vụ đã trả lời bằng văn bản");
  visitor.expectRefused(400);
  await window.getByRole("button", { name: "Chọn đơn vị đưa đi" }).click();
  await window.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Ghi xuất cảnh" }).click();
  await typeDay(window.getByLabel("Ngày xuất cảnh"), "01/11/2026");
  await window.getByLabel(/Lý do ghi/).fill("gia đình báo sau");
  await window.getByRole("button", { name: "Ghi xuất cảnh" }).click();
  await window.waitFor({ state: "detached" });
  await page.getByText("Tính một lượt việc làm").waitFor();
  await page.getByRole("tab", { name: "Sự việc", exact: true }).click();
  await page.getByRole("button", { name: "Ghi sự việc" }).click();
  await window.getByRole("combobox", { name: "Loại sự việc" }).selectOption("unpaid_wages");
  await typeDay(window.getByLabel("Ngày", { exact: false }).first(), "20/11/2026");
  await window.getByLabel("Nội dung").fill("Chủ nợ lương hai tháng");
  await window.getByRole("button", { name: "Ghi sự việc" }).click();
  await page.getByRole("heading", { name: /Nợ lương/ }).waitFor();
  await page.getByRole("button", { name: "Ghi về nước" }).click();
  await typeDay(window.getByLabel("Ngày về nước"), "25/11/2026");
  await window.getByLabel("trước hạn").check();
  await window.getByLabel("Lý do").fill("Chủ nợ lương");
  await window.getByRole("button", { name: "Ghi về nước" }).click();
  await window.waitFor({ state: "detached" });
  await page.getByRole("tab", { name: "Hỗ trợ", exact: true }).click();
  await page.getByRole("button", { name: "Ghi khoản hỗ trợ" }).click();
  await window.getByRole("combobox", { name: "Khoản" }).selectOption({ index: 1 });
  await window.getByRole("button", { name: "Ghi khoản hỗ trợ" }).click();
  await window.waitFor({ state: "detached" });
  for (const tab of ["Hỗ trợ", "Theo dõi", "Thông tin", "Sự việc"]) {
    await page.getByRole("tab", { name: tab, exact: true }).click();
    await expectGood(visitor, `tab-${tab.replaceAll(/[^a-z0-9]/gi, "")}`);
  }
  await visitor.visit("/migration/tables?from=2026-01-01&to=2026-11-27");
  await page.getByRole("row", { name: /Nhật Bản/ }).waitFor();
  await visitor.close();

  const leader = await Visitor.open(at.browser, at.office, DESKTOP);
  await leader.signIn(LEADER, address);
  await leader.page.getByRole("tab", { name: "Theo dõi" }).waitFor();
  expect(await leader.page.getByRole("tab", { name: "Sự việc" }).count()).toBe(0);
  expect(await leader.page.getByRole("button", { name: "Sửa thông tin" }).count()).toBe(0);
  await leader.close();
});

it("somebody over the border is recorded with a need and comes back", async () => {
  const visitor = await Visitor.open(at.browser, at.office, PHONE);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/migration/away?tab=people");
  await page.getByRole("button", { name: "Ghi người đi xa, trở về" }).first().click();
  const window = page.getByRole("dialog");
  await window.getByLabel("Họ và tên").fill("Trần Văn Biên Giới");
  await window.getByRole("combobox", { name: "Ấp, khóm nơi ở" }).selectOption({ label: "Ấp Phú Hiệp" });
  await window.getByRole("radio", { name: "Qua biên giới không hợp đồng" }).check();
  await choose(window.getByRole("combobox", { name: "Nước" }), "campuchia", /^Campuchia$/);
  await window.getByLabel("Nơi đến", { exact: false }).first().fill("Kandal");
  await window.getByRole("button", { name: "Ghi", exact: true }).click();
  await window.waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Trần Văn Biên Giới" }).click();
  await page.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await window.getByRole("combobox", { name: "Loại nhu cầu" }).selectOption("papers");
  await window.getByLabel("Nội dung").fill("Làm lại căn cước");
  await window.getByLabel("Người phụ trách").fill("Công an xã");
  await window.getByRole("button", { name: "Ghi nhu cầu" }).click();
  await page.getByText("phụ trách: Công an xã").waitFor();
  await page.getByRole("button", { name: "Ghi đã trở về" }).click();
  await typeDay(window.getByRole("textbox", { name: "Ngày về" }), "25/11/2026");
  await window.getByRole("button", { name: "Ghi đã trở về" }).click();
  await window.waitFor({ state: "detached" });
  await page.getByText("25/11/2026", { exact: false }).first().waitFor();
  await expectGood(visitor, "away-person");
  await visitor.close();
});
