import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { COMMUNE, TRAINING_CENTRE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  // what the sticky head half covers after scrolling is no fault of the page
  await visitor.page.evaluate(() => scrollTo(0, 0));
  await visitor.picture(`training-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

const dialog = (page: Page) => page.getByRole("dialog");

/** Fills a day and leaves the field, so that it is read. */
async function fillDay(scope: ReturnType<typeof dialog>, label: string, text: string): Promise<void> {
  await scope.getByLabel(label, { exact: false }).first().fill(text);
  await scope.getByLabel(label, { exact: false }).first().press("Tab");
}

async function takeStep(page: Page, name: string, day: string, more: () => Promise<void> = async () => undefined): Promise<void> {
  await page.getByRole("button", { name }).first().click();
  await fillDay(dialog(page), "Ngày", day);
  await more();
  const reason = dialog(page).getByLabel("Lý do vẫn làm", { exact: false });
  await reason.fill("lớp thử của chuyến đi");
  await dialog(page).getByRole("button", { name }).click();
  await dialog(page).waitFor({ state: "detached" });
}

it("a class is planned, opened with reasons, taught: the commune at a desk, the centre on a phone", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/training/classes/new");
  const main = page.locator("main");
  await page.getByRole("button", { name: "Lưu" }).click();
  await main.getByRole("alert").first().waitFor(); // nothing was filled in: said, nothing sent
  await main.getByLabel("Mã lớp").fill("THU-01");
  await main.getByLabel("Tên lớp").fill("Lớp của chuyến đi");
  await main.getByLabel("Nghề", { exact: false }).first().selectOption({ index: 1 });
  await main.getByLabel("Cơ sở đào tạo").selectOption({ label: "Trung tâm GDNN-GDTX An Phú (minh họa)" }).catch(() => main.getByLabel("Cơ sở đào tạo").selectOption({ index: 1 }));
  await main.getByLabel("Số học viên dự kiến").fill("30");
  await main.getByLabel("Ngày lập kế hoạch").fill("01/09/2026");
  await main.getByLabel("Ngày lập kế hoạch").press("Tab");
  await expectGood(visitor, "new");
  await page.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("heading", { name: "Lớp của chuyến đi" }).waitFor();
  await page.getByText("Chưa chọn nguồn kinh phí").first().waitFor();
  await expectGood(visitor, "planned");
  await takeStep(page, "Duyệt mở lớp", "02/09/2026", () => dialog(page).getByLabel("Số quyết định mở lớp").fill("9/QĐ-UBND"));

  await page.getByRole("tab", { name: "Học viên" }).click();
  await page.getByRole("button", { name: "Ghi danh học viên" }).first().click();
  await dialog(page).getByLabel("Họ và tên").fill("Người Học Thử");
  await fillDay(dialog(page), "Ngày hoặc năm sinh", "1990");
  await dialog(page).getByLabel("Nơi ở (ấp, khóm)").selectOption({ index: 1 }).catch(async () => {
    await dialog(page).getByLabel("Nơi ở (ấp, khóm)").click();
    await page.getByRole("option").first().click();
  });
  await fillDay(dialog(page), "Ngày nhập học", "03/09/2026");
  await dialog(page).getByRole("button", { name: "Tìm trong sổ hộ" }).click();
  await dialog(page).getByText("Không có trong sổ hộ của ấp").waitFor();
  await expectGood(visitor, "register");
  await dialog(page).getByRole("button", { name: "Ghi danh học viên" }).click();
  await page.getByText("Người Học Thử").first().waitFor();
  await page.getByRole("row", { name: /Người Học Thử/ }).getByRole("checkbox").check();
  await page.getByRole("button", { name: "Xét nhận vào lớp" }).click();
  await fillDay(dialog(page), "Ngày", "03/09/2026");
  await dialog(page).getByRole("button", { name: "Xét nhận vào lớp" }).click();
  await dialog(page).waitFor({ state: "detached" });
  await takeStep(page, "Khai giảng", "07/09/2026");
  await takeStep(page, "Bắt đầu học", "07/09/2026");

  await page.getByRole("tab", { name: "Lịch học, điểm danh" }).click();
  await page.getByRole("button", { name: "Lập lịch học" }).first().click();
  await dialog(page).getByLabel("Thứ", { exact: false }).first().selectOption("1");
  await fillDay(dialog(page), "Từ ngày", "07/09/2026");
  await dialog(page).getByLabel("Số buổi").fill("3");
  await expectGood(visitor, "timetable");
  await dialog(page).getByRole("button", { name: "Lập lịch học" }).click();
  await page.getByRole("link", { name: /07\/09\/2026/ }).waitFor();
  await expectGood(visitor, "class");
  const session = new URL((await page.getByRole("link", { name: /07\/09\/2026/ }).getAttribute("href"))!, page.url()).pathname;
  await visitor.close();

  const phone = await Visitor.open(at.browser, at.office, PHONE);
  await phone.signIn(TRAINING_CENTRE, session);
  const learner = phone.page.getByRole("button", { name: /Người Học Thử/ });
  await learner.waitFor();
  expect(await learner.innerText()).toContain("Có mặt");
  await learner.click();
  expect(await learner.innerText()).toContain("Vắng");
  await expectGood(phone, "attendance");
  await phone.page.getByRole("button", { name: "Lưu điểm danh" }).click();
  await phone.page.getByText("Đã lưu điểm danh").first().waitFor();
  await phone.visit("/training/classes");
  await phone.page.getByText("Lớp của chuyến đi").first().waitFor();
  await phone.close();
});

it("a training centre begins with what it has to do and finds its own classes and results", async () => {
  const centre = await Visitor.open(at.browser, at.office, PHONE);
  const { page } = centre;
  await centre.signIn(TRAINING_CENTRE, "/");
  expect(new URL(page.url()).pathname).toBe("/work");
  await page.getByText("Việc của trung tâm").waitFor();
  await expectGood(centre, "centre-queue");
  await page.getByRole("row", { name: /học viên tốt nghiệp chưa hỏi ở mốc/ }).first().getByRole("link", { name: "Mở" }).click();
  await page.getByRole("tab", { name: "Ghi kết quả" }).waitFor();
  await expectGood(centre, "centre-follow-up");
  await centre.visit("/training/dashboard");
  await page.getByRole("figure", { name: "Từ học nghề đến việc làm" }).getByText("Tốt nghiệp").waitFor();
  expect(await page.getByText("Lao động tự học").count()).toBe(0);
  await expectGood(centre, "centre-dashboard");
  await centre.close();
});
