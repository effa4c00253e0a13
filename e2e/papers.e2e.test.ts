import { expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function open(size = DESKTOP): Promise<Visitor> {
  const visitor = await Visitor.open(at.browser, at.office, size);
  await visitor.signIn(COMMUNE, "/review/papers?on=2023-12-31");
  await visitor.page.locator("tbody tr").first().waitFor();
  await visitor.settle();
  return visitor;
}

it("a notice of one hamlet is drawn, printed from the page and taken as Word", async () => {
  const visitor = await open();
  const { page } = visitor;
  await page.locator("tbody input[type=checkbox]").first().check();
  await page.getByLabel("Giấy tờ", { exact: true }).selectOption("notice");
  const lists = page.getByRole("region", { name: "Danh sách, thông báo" });
  await lists.getByRole("button", { name: "Xem" }).click();
  const paper = page.getByRole("article");
  await paper.getByText("THÔNG BÁO", { exact: true }).waitFor();
  expect(await paper.innerText()).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(await paper.innerText()).toContain("Số liệu minh họa");
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await visitor.picture("papers-notice");
  await page.evaluate(() => {
    window.print = () => document.body.setAttribute("data-printed", "yes");
  });
  await lists.getByRole("button", { name: "In", exact: true }).click();
  await page.locator("body[data-printed=yes]").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), lists.getByRole("button", { name: "Tải Word" }).click()]);
  expect(download.suggestedFilename()).toMatch(/thong-bao-cong-khai-.*\.docx$/);
  visitor.expectNoFaults();
  await visitor.close();
});

it("certificates of a hamlet are numbered, seen on a phone, and taken as PDF", async () => {
  const visitor = await open(PHONE);
  const { page } = visitor;
  await page.locator("tbody input[type=checkbox]").first().check();
  const certificates = page.getByRole("region", { name: "Giấy chứng nhận hộ nghèo, hộ cận nghèo" });
  await certificates.getByRole("button", { name: "Cấp số giấy chứng nhận" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByRole("button", { name: "Cấp số giấy chứng nhận" }).click();
  await page.getByText(/^Đã cấp \d+ giấy/).waitFor();
  await visitor.settle();
  // before the papers are drawn: a page of dozens of them is higher than any window, and its bar at the bottom always covers something
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await certificates.getByRole("button", { name: "Xem" }).click();
  await page.getByRole("article").first().getByText("GIẤY CHỨNG NHẬN HỘ NGHÈO, HỘ CẬN NGHÈO").first().waitFor();
  await visitor.expectNoSidewaysScroll();
  await visitor.picture("papers-certificate-phone", true);
  const [download] = await Promise.all([page.waitForEvent("download"), certificates.getByRole("button", { name: "Tải PDF" }).click()]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  visitor.expectNoFaults();
  await visitor.close();
});
