import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`review-round-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

const PHOTO = { name: "trang-ky.png", mimeType: "image/png", buffer: Buffer.from("89504e470d0a1a0a00", "hex") };

describe.sequential("the round of a commune", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("the queue leads to the round; each of its tabs is whole, on a %s", async (name, size) => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, "/work");
    await page.getByText(/hộ có khiếu nại chờ phúc tra/).waitFor();
    await expectGood(visitor, `queue-${name}`);
    await page.getByRole("row", { name: /\d hộ chưa khảo sát xong/ }).getByRole("link", { name: "Mở" }).click();
    await page.getByRole("tab", { name: "Hộ rà soát", selected: true }).waitFor();
    await page.getByText(/^Bước: trong danh sách/).waitFor();
    await expectGood(visitor, `households-${name}`);
    for (const [tab, picture] of [["Tiến độ", "progress"], ["Họp ấp", "meetings"], ["Niêm yết", "postings"], ["Ý kiến, công nhận", "decision"], ["Thiết lập", "setup"]] as const) {
      await page.getByRole("tab", { name: tab }).click();
      await expectGood(visitor, `${picture}-${name}`);
    }
    await visitor.close();
  });

  it("a visit is entered on a phone: B2 is reckoned, the class comes out with its reason", async () => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, "/work");
    await page.getByRole("row", { name: /\d hộ chưa khảo sát xong/ }).getByRole("link", { name: "Mở" }).click();
    await page.getByText(/^Bước: trong danh sách/).waitFor();
    await page.locator('main a[href^="/review/cases/"]').first().click();
    await page.getByRole("button", { name: "Nhập kết quả khảo sát" }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Lưu" }).click();
    await form.getByRole("alert").first().waitFor(); // nothing was filled in: said, nothing sent
    await form.getByLabel("Ngày khảo sát").fill("20/10/2026");
    await form.getByLabel("Rà soát viên").selectOption({ index: 1 }).catch(async () => {
      await form.getByRole("combobox", { name: "Rà soát viên" }).click();
      await page.getByRole("option").first().click();
    });
    await form.getByLabel(/^B1/).fill("120");
    await form.getByLabel("Căn cứ điểm B1").fill("Phiếu B số 7, lưu UBND xã");
    for (const indicator of ["Bảo hiểm y tế", "Chất lượng nhà ở", "Nhà tiêu hợp vệ sinh"]) await form.getByRole("checkbox", { name: indicator }).check();
    await form.getByText("B2 (điểm B): 30 = 3 chỉ số × 10").waitFor();
    await form.getByRole("checkbox", { name: /đất sản xuất/ }).check();
    await expectGood(visitor, "survey-phone");
    await form.getByRole("button", { name: "Lưu" }).click();
    await page.getByText(/Đã lưu/).first().waitFor();
    await page.keyboard.press("Escape"); // what the visit left to look at was read
    await form.waitFor({ state: "detached" });
    await page.getByText("hộ nghèo", { exact: true }).first().waitFor();
    await page.getByText(/B1 \(điểm A\) 120 ≤ 140/).waitFor();
    await expectGood(visitor, "case-phone");
    await visitor.close();
  });

  it("a meeting is recorded with a household voted on singly, its signed page is added, and it is posted", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, "/work");
    await page.getByRole("row", { name: /hộ chờ họp ấp/ }).getByRole("link", { name: "Mở" }).click();
    await page.getByRole("button", { name: "Ghi biên bản họp" }).first().click();
    const form = page.getByRole("dialog");
    const choose = async (label: string, nth = 0): Promise<void> => {
      const field = form.getByLabel(label).first();
      if (await field.evaluate((one) => one.tagName === "SELECT")) await field.selectOption({ index: nth + 1 });
      else {
        await field.click();
        await page.getByRole("option").nth(nth).click();
      }
    };
    await choose("Ấp, khóm", 1);
    await form.getByLabel("Ngày họp").fill("1/11/2026");
    await form.getByLabel("Nơi họp").fill("Văn phòng ấp");
    await form.getByLabel("Chủ trì").fill("Trưởng ấp Thử");
    await form.getByLabel("Thư ký").fill("Thư ký Thử");
    await form.getByLabel("Số người dự họp").fill("30");
    await form.getByLabel("Đồng ý với cả danh sách").fill("28");
    await form.getByLabel("Không đồng ý với danh sách").fill("3");
    await form.getByRole("button", { name: "Ghi biên bản họp" }).click();
    await form.getByText("Số phiếu nhiều hơn 30 người dự họp.").first().waitFor();
    await form.getByLabel("Không đồng ý với danh sách").fill("2");
    await expectGood(visitor, "meeting");
    await form.getByRole("button", { name: "Ghi biên bản họp" }).click();
    await page.getByText(/hộ qua họp, 0 hộ phải khảo sát lại|hộ trong ấp chưa khảo sát/).first().waitFor();
    await page.keyboard.press("Escape");
    const photo = page.locator('input[type="file"]').first();
    await photo.setInputFiles(PHOTO);
    await page.getByRole("button", { name: "Xem ảnh" }).first().waitFor();
    await page.getByRole("tab", { name: "Niêm yết" }).click();
    await page.getByRole("button", { name: "Ghi niêm yết" }).first().click();
    await form.getByRole("checkbox").first().check();
    await form.getByLabel("Nơi niêm yết").fill("Văn phòng ấp; UBND xã");
    await form.getByLabel("Từ ngày").fill("4/11/2026");
    await form.getByText(/đến hết 09\/11\/2026/).waitFor();
    await form.getByLabel("Đến ngày").fill("6/11/2026");
    await form.getByRole("button", { name: "Ghi niêm yết" }).click();
    await form.getByText(/Niêm yết 2 ngày làm việc, ngắn hơn 3 ngày/).waitFor();
    await form.getByLabel("Đến ngày").fill("9/11/2026");
    await form.getByRole("button", { name: "Ghi niêm yết" }).click();
    await page.getByText(/Đã ghi niêm yết \d+ hộ/).waitFor();
    expect(await page.getByText("09/11/2026").count()).toBeGreaterThan(0);
    await visitor.close();
  });
});
