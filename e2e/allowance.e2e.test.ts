import { expect, it } from "vitest";
import { writeWorkbook } from "../src/exchange/write-workbook.ts";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`allowance-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

it("what a learner is due is reckoned with reasons, and a list of payments is checked by its cells", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/training/allowance");
  await page.getByRole("button", { name: "Tính mức hỗ trợ" }).click();
  await page.getByRole("alert").first().waitFor(); // no day told
  await page.getByLabel("Ngày khai giảng").fill("10/05/2023");
  await page.getByLabel("người khuyết tật", { exact: true }).check();
  await page.getByLabel("Xã thường").check();
  await page.getByLabel("Cự ly từ nơi ở đến nơi học (km)").fill("6");
  await page.getByLabel("Chi phí đào tạo thực tế một học viên (đồng)").fill("6500000");
  await page.getByLabel("Số ngày thực học").fill("30");
  await page.getByRole("button", { name: "Tính mức hỗ trợ" }).click();
  await page.getByText("Bảy triệu hai trăm nghìn đồng").first().waitFor();
  await expectGood(visitor, "answer");
  await visitor.visit("/training/allowance?tab=policies");
  await page.getByText("chưa xác định").first().waitFor();
  await expectGood(visitor, "policies");

  await visitor.visit("/training/payment-check");
  const rows = [["Nguyễn Văn An", "Hộ nghèo", "10/05/2023", 30, 10, 3_500_000, 900_000, 200_000]];
  const buffer = await writeWorkbook([{ name: "DS", columns: ["Họ tên", "Đối tượng", "Ngày khai giảng", "Số ngày học", "Khoảng cách", "Học phí", "Tiền ăn", "Đi lại"].map((header) => ({ header })), rows }], new Date(0));
  await page.locator('input[type="file"]').setInputFiles({ name: "chi-tra.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer });
  await page.getByText("DS F2").waitFor();
  expect(await page.locator("main").innerText()).toContain("3.000.000");
  await expectGood(visitor, "payment-check");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Tải tệp có đánh dấu" }).click()]);
  expect(download.suggestedFilename()).toContain("chi-tra");
  await visitor.close();
});

it("a case 2.002821 is received, its term runs from the complete file, its slip is drawn", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/training/support-cases");
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Họ và tên").fill("Nguyễn Thị Học Nghề");
  const hamlet = form.getByLabel("Ấp, khóm");
  await hamlet.locator("option").nth(1).waitFor({ state: "attached" });
  await hamlet.selectOption({ index: 1 });
  await form.getByLabel("Khóa học").fill("May công nghiệp");
  await form.getByLabel("Cơ sở đào tạo").fill("Trung tâm May");
  await form.getByLabel("Ngày khai giảng").fill("02/03/2026");
  await form.getByLabel("lao động khu vực nông thôn").check();
  await form.getByLabel("Xã thường").check();
  await form.getByLabel("Cự ly từ nơi ở đến nơi học (km)").fill("3");
  await form.getByLabel("Chi phí đào tạo thực tế một học viên (đồng)").fill("3000000");
  await form.getByLabel("Số ngày thực học").fill("20");
  await form.getByLabel("Ngày nhận").fill("10/11/2026");
  await expectGood(visitor, "receive");
  await form.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await page.getByRole("link", { name: "Nguyễn Thị Học Nghề" }).click();
  await page.getByText("Bốn triệu đồng").first().waitFor();
  await page.getByRole("button", { name: "Hồ sơ đầy đủ" }).click();
  await page.getByRole("dialog").getByLabel("Ngày", { exact: false }).first().fill("10/11/2026");
  await page.getByRole("dialog").getByRole("button", { name: "Hồ sơ đầy đủ" }).click();
  await page.getByText("19/11/2026").first().waitFor();
  await page.getByRole("button", { name: "Xem" }).first().click();
  await page.getByText("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ").waitFor();
  await expectGood(visitor, "case");
  const address = new URL(page.url()).pathname;
  await visitor.close();
  const phone = await Visitor.open(at.browser, at.office, PHONE);
  await phone.signIn(COMMUNE, address);
  await expectGood(phone, "case-phone");
  for (const path of ["/training/allowance-lists", "/training/supervision", "/training/supervision?tab=settlements"]) {
    await phone.visit(path);
    await expectGood(phone, path.replace(/\W+/g, "-"));
  }
  await phone.close();
});
