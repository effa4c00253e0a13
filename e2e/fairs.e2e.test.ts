import { expect, it } from "vitest";
import { COMMUNE, JOB_CENTRE, LEADER } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();
let address: string;
let registration: string;

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`fairs-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

const todayText = (): string => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10).split("-").toReversed().join("/");

it("a fair is planned with a firm and its vacancies, and registration is opened", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/fairs");
  await page.getByRole("button", { name: "Lập phiên" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("Tên phiên").fill("Phiên thử của xã");
  await form.getByLabel("Hình thức").selectOption("phien_luu_dong");
  await form.getByLabel("Ngày mở").fill(todayText());
  await form.getByLabel("Địa điểm").fill("Sân UBND xã");
  await expectGood(visitor, "plan-form");
  await form.getByRole("button", { name: "Lưu" }).click();
  await page.getByRole("heading", { name: "Phiên thử của xã" }).waitFor();
  await expectGood(visitor, "plan-empty");
  await page.getByRole("button", { name: "Thêm doanh nghiệp" }).first().click();
  await form.getByLabel("Tìm doanh nghiệp").fill("may mau khong co");
  await form.getByText("Chưa có trong danh sách").waitFor();
  await form.getByRole("textbox", { name: /^Doanh nghiệp/ }).fill("Công ty May Mẫu");
  await form.getByRole("button", { name: "Thêm doanh nghiệp" }).click();
  await form.getByLabel("Vị trí, nghề").fill("Thợ may");
  await form.getByLabel("Chỉ tiêu tuyển").fill("50");
  await form.getByRole("button", { name: "Thêm vị trí tuyển" }).click();
  await form.getByText("Thợ may: 50 người").waitFor();
  await expectGood(visitor, "firm");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Mở đăng ký" }).click();
  registration = (await page.locator('main a[href^="/register-fair/"]').getAttribute("href"))!;
  address = new URL(page.url()).pathname;
  await expectGood(visitor, "plan");
});

it("somebody registers over the net without an account, on a phone", async () => {
  const visitor = await Visitor.open(at.browser, at.office, PHONE);
  const { page } = visitor;
  await visitor.visit(registration);
  await page.getByRole("heading", { name: "Phiên thử của xã" }).waitFor();
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.getByRole("alert").first().waitFor(); // nothing was filled in: said, nothing sent
  await expectGood(visitor, "register");
  await page.getByRole("textbox", { name: "Họ và tên" }).fill("Đỗ Thị Trực Tuyến");
  await page.getByRole("textbox", { name: "Năm sinh" }).fill("2001");
  await page.getByRole("radio", { name: "tìm việc" }).check();
  await page.getByRole("checkbox", { name: /Thợ may/ }).check();
  await page.getByRole("checkbox", { name: /đã đọc thông báo/ }).check();
  await page.getByRole("button", { name: "Đăng ký", exact: true }).click();
  await page.getByText("Đã đăng ký, mã").waitFor();
  await expectGood(visitor, "register-done");
});

it("walk-ins are typed by keyboard alone, each within seconds; then what they did at the booth", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, `${address}?tab=desk`);
  const name = page.getByLabel("Họ và tên").first();
  await name.click();
  for (const [who, year] of [["Nguyễn Thị Một", "1991"], ["Trần Văn Hai", "1988"]] as const) {
    await page.keyboard.type(who);
    await page.keyboard.press("Enter");
    await page.keyboard.type(year);
    await page.keyboard.press("Enter");
    await page.getByText(`Đã ghi ${who}`).first().waitFor();
    expect(await name.evaluate((field) => field === document.activeElement), "the name is ready for the next").toBe(true);
    expect(await name.inputValue()).toBe("");
  }
  await expectGood(visitor, "desk");
  await visitor.visit(`${address}?tab=booth`);
  await page.getByLabel("Gian của doanh nghiệp").selectOption({ label: "Công ty May Mẫu" });
  await page.getByLabel("Mã thẻ hoặc tên").fill("mot");
  await page.getByRole("button", { name: /Nguyễn Thị Một/ }).click();
  await page.getByRole("button", { name: "Đăng ký tại doanh nghiệp" }).click();
  await page.getByText("Đã ghi: Đăng ký tại doanh nghiệp").waitFor();
  await page.getByRole("button", { name: "Phỏng vấn trực tiếp" }).click();
  await page.getByText("Đã ghi: Phỏng vấn trực tiếp").waitFor();
  await page.getByRole("button", { name: "Đăng ký học nghề" }).click();
  await page.getByLabel("Nghề muốn học").fill("May công nghiệp");
  await page.getByRole("button", { name: "Đăng ký học nghề" }).last().click();
  await page.getByText("đã mở việc theo dõi").waitFor();
  await expectGood(visitor, "booth");
});

it("the numbers open to their rows; follow-up, results, hand-over and report are whole on desktop and phone", async () => {
  for (const [size, name] of [[DESKTOP, "desktop"], [PHONE, "phone"]] as const) {
    const visitor = await Visitor.open(at.browser, at.office, size);
    await visitor.signIn(COMMUNE, `${address}?tab=funnel`);
    await visitor.page.getByRole("heading", { name: "Số liệu từng bước" }).waitFor();
    for (const tab of ["funnel", "followups", "results", "handover", "report", "desk", "booth"]) {
      await visitor.visit(`${address}?tab=${tab}`);
      await expectGood(visitor, `${tab}-${name}`);
    }
    for (const page of ["fair-erasures", "jobs/proposals", "jobs"]) {
      await visitor.visit(`/${page}`);
      await visitor.page.getByRole("heading", { level: 1 }).waitFor();
      await expectGood(visitor, `${page.replace("/", "-")}-${name}`);
    }
    await visitor.visit(`${address}?tab=funnel&step=f4a`);
    await visitor.page.getByRole("dialog").getByText("Nguyễn Thị Một").first().waitFor();
    await expectGood(visitor, `rows-${name}`);
  }
});

it("a follow-up is closed with its result; a leader reads and changes nothing", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/fair-followups");
  await page.getByRole("cell", { name: "Nguyễn Thị Một" }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox", { name: "Kết quả" }).selectOption("advised");
  await form.getByRole("button", { name: "Ghi kết quả" }).click();
  await page.locator("tr", { hasText: "Nguyễn Thị Một" }).filter({ hasText: "đã tư vấn" }).waitFor();
  await expectGood(visitor, "followups");
  const leader = await Visitor.open(at.browser, at.office, DESKTOP);
  await leader.signIn(LEADER, address);
  await leader.page.getByRole("heading", { name: "Phiên thử của xã" }).waitFor();
  expect(await leader.page.getByRole("button", { name: "Sửa kế hoạch" }).count()).toBe(0);
  await leader.visit(`${address}?tab=booth`);
  await expectGood(leader, "booth-leader");
});

it("a job-service centre begins with what it has to do: from a late registration to the list where it gets its result", async () => {
  const centre = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = centre;
  await centre.signIn(JOB_CENTRE, "/");
  expect(new URL(page.url()).pathname).toBe("/work");
  await page.getByLabel("Lĩnh vực", { exact: true }).selectOption("fairs");
  const late = page.getByRole("row", { name: /đăng ký đi làm việc ở nước ngoài tại/ }).first();
  await late.getByText("quá hạn").first().waitFor();
  await expectGood(centre, "centre-queue");
  await late.getByRole("link", { name: "Mở" }).click();
  await page.getByRole("heading", { name: "Theo dõi sau phiên" }).waitFor();
  expect(await page.getByRole("table", { name: "Theo dõi sau phiên" }).locator("tbody tr").count()).toBe(1);
  expect(await page.getByRole("navigation").getByText("Đào tạo nghề").count()).toBe(0);
  await expectGood(centre, "centre-followups");
  await centre.visit("/jobs");
  await page.getByRole("figure", { name: "Theo kênh" }).getByText("Vay vốn").waitFor();
  await expectGood(centre, "centre-jobs");
  await centre.close();
});
