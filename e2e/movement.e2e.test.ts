import { expect, it } from "vitest";
import { PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

const AT = "area=886@0&on=2023-12-31";

it("the movement of huyện An Phú in 2023 balances, and a cell opens to its households with reasons", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(PROVINCE, `/review/movement?${AT}`);
  await page.getByText("3.254 hộ đầu kỳ", { exact: false }).waitFor();
  expect(await page.getByText("hộ cuối kỳ", { exact: false }).first().innerText()).toContain("= 2.354 hộ cuối kỳ");
  await visitor.expectAccessible();
  await visitor.picture("movement", true);
  const total = page.getByRole("row", { name: /^Tổng cộng · Hộ/ }).first();
  await total.getByRole("button").nth(1).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText(/Thoát nghèo, còn cận nghèo theo quyết định/).first().waitFor();
  await visitor.picture("movement-cell");
  visitor.expectNoFaults();
  await visitor.close();
});

it("a report table on a phone, taken as a workbook; the whole list of names asks for a reason", async () => {
  const visitor = await Visitor.open(at.browser, at.office, PHONE);
  const { page } = visitor;
  await visitor.signIn(PROVINCE, `/review/tables?${AT}`);
  await page.getByRole("region", { name: /^Kết quả chính thức/ }).waitFor();
  expect(await page.getByRole("row", { name: /Tổng cộng/ }).innerText()).toContain("41.504");
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.picture("tables-phone", true);
  await page.getByRole("row", { name: /Tổng cộng/ }).getByRole("button", { name: /2\.354/ }).click();
  const behind = page.getByRole("dialog");
  await behind.getByText("2354 hộ đứng sau ô này").or(behind.getByText("2.354 hộ đứng sau ô này")).waitFor();
  await behind.getByRole("link").first().waitFor();
  await visitor.expectAccessible();
  await page.keyboard.press("Escape");
  await behind.waitFor({ state: "detached" });
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Tải Excel" }).click()]);
  expect(download.suggestedFilename()).toBe("bieu-1-huyen-an-phu-2023.xlsx");
  await visitor.visit(`/review/tables?${AT}&table=list-poor`);
  await page.getByText("Danh sách có 2.354 hộ", { exact: false }).waitFor();
  expect(await page.getByRole("button", { name: "Tải Excel" }).isDisabled()).toBe(true);
  visitor.expectNoFaults();
  await visitor.close();
});
