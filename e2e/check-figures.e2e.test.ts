import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function atChecker(size = DESKTOP): Promise<Visitor> {
  const visitor = await Visitor.open(at.browser, at.office, size);
  await visitor.signIn(COMMUNE, "/check-figures");
  return visitor;
}

/** The whole page in one window: the bars that stay in place cover no field. */
async function showWhole({ page }: Visitor): Promise<void> {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: page.viewportSize()!.width, height: height + 100 });
}

async function expectGoodPage(visitor: Visitor): Promise<void> {
  await showWhole(visitor);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe("checking the figures of a report", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("tells right lines from wrong ones beside each of them, on a %s", async (name, size) => {
    const visitor = await atChecker(size);
    await expectGoodPage(visitor);
    await visitor.picture(`checker-empty-${name}`);
    await visitor.page.getByRole("button", { name: "Ví dụ: tỷ lệ, % kế hoạch" }).click();
    await visitor.page.getByRole("button", { name: "Soát", exact: true }).click();
    const third = visitor.page.getByRole("listitem").filter({ has: visitor.page.getByRole("group", { name: "Dòng 3" }) });
    await third.getByText("Sai cách viết").waitFor();
    expect(await third.innerText()).toContain("đạt 131%");
    expect(await visitor.page.getByRole("status").first().innerText()).toContain("Đã soát 3");
    await expectGoodPage(visitor);
    await visitor.picture(`checker-${name}`);
    await visitor.close();
  });

  it("is filled and asked by keyboard alone, and keeps what was typed", async () => {
    const visitor = await atChecker();
    const { keyboard } = visitor.page;
    await visitor.page.getByRole("button", { name: "Thêm dòng" }).focus();
    await keyboard.press("Enter");
    await visitor.page.getByLabel("Bộ phận").focus();
    await keyboard.type("187 hộ");
    await keyboard.press("Enter");
    await keyboard.type("3.864 hộ");
    await keyboard.press("Enter");
    await keyboard.type("4,48%");
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await keyboard.press("Enter");
    await visitor.page.getByRole("listitem").getByText("Không khớp", { exact: true }).waitFor();
    await visitor.page.reload();
    await visitor.settle();
    expect(await visitor.page.getByLabel("Số đã in").inputValue()).toBe("4,48%");
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("says beside the field what it cannot read, asks nothing, and marks lines changed since", async () => {
    const visitor = await atChecker();
    await visitor.page.getByRole("button", { name: "Thêm dòng" }).click();
    await visitor.page.getByLabel("Bộ phận").fill("một trăm");
    await visitor.page.getByRole("button", { name: "Soát", exact: true }).click();
    await visitor.page.getByRole("alert").getByRole("button", { name: /Dòng 1: không đọc được “một trăm”/ }).click();
    expect(await visitor.page.getByLabel("Bộ phận").evaluate((field) => field === document.activeElement)).toBe(true);
    await expectGoodPage(visitor);
    await visitor.picture("checker-unreadable");
    await visitor.page.getByLabel("Bộ phận").fill("100 hộ");
    await visitor.page.getByLabel("Số đã in").fill("12,5%");
    await visitor.page.getByRole("button", { name: "Soát", exact: true }).click();
    await visitor.page.getByText("Chưa đủ số", { exact: true }).waitFor();
    await visitor.page.getByLabel("Tổng (mẫu số)").fill("800 hộ");
    await visitor.page.getByText("Dòng đã sửa sau khi soát", { exact: false }).waitFor();
    await visitor.close();
  });

  it("brings back a removed line", async () => {
    const visitor = await atChecker();
    await visitor.page.getByRole("button", { name: "Ví dụ: cộng tổng, mẫu số" }).click();
    await visitor.page.getByRole("button", { name: "Bỏ dòng 1" }).click();
    await visitor.page.getByRole("group", { name: "Dòng 3" }).waitFor({ state: "detached" });
    await visitor.page.getByRole("button", { name: "Lấy lại" }).click();
    expect(await visitor.page.getByLabel("Các số cộng lại").inputValue()).toBe("118; 126; 97; 131");
    await visitor.close();
  });

  it("takes over a JSON document, tells all its problems at once, and gives it back", async () => {
    const visitor = await atChecker(PHONE);
    await visitor.page.getByRole("button", { name: "Tài liệu JSON" }).click();
    const content = visitor.page.getByLabel("Nội dung");
    await content.fill('{"claims":[{"type":"rate","parts":1},{"type":"tyle"}]}');
    await visitor.page.getByRole("button", { name: "Nhận và soát" }).click();
    await visitor.page.getByText("Tài liệu có 2 chỗ cần sửa").waitFor();
    await visitor.picture("checker-json-phone");
    await visitor.expectAccessible();
    const figures = [{ id: "ho", label: "Tổng số hộ", value: "3.864", unit: "hộ" }, { id: "ngheo", value: 187, unit: "hộ", partOf: "ho" }];
    await content.fill(JSON.stringify({ figures, claims: [{ type: "rate", part: "ngheo", whole: "ho", printed: "4,84%" }] }));
    await visitor.page.getByRole("button", { name: "Nhận và soát" }).click();
    await visitor.page.getByRole("region", { name: "Số liệu có mã" }).waitFor();
    expect(await visitor.page.getByLabel("Bộ phận").inputValue()).toBe("ngheo");
    await showWhole(visitor);
    await visitor.expectNoSidewaysScroll();
    await visitor.expectAccessible();
    await visitor.picture("checker-figures-phone");
    await visitor.page.getByRole("button", { name: "Tài liệu JSON" }).click();
    const [download] = await Promise.all([visitor.page.waitForEvent("download"), visitor.page.getByRole("button", { name: "Tải xuống" }).click()]);
    const saved = JSON.parse(await readFile(await download.path(), "utf8")) as unknown;
    expect(saved).toEqual({ figures, claims: [{ type: "rate", part: "ngheo", whole: "ho", printed: "4,84%" }] });
    await visitor.close();
  });

  it("prints the lines with their verdicts and without fields", async () => {
    const visitor = await atChecker();
    await visitor.page.getByRole("button", { name: "Ví dụ: tăng, giảm, bình quân" }).click();
    await visitor.page.getByRole("button", { name: "Soát", exact: true }).click();
    await visitor.page.getByText("Sai cách viết").first().waitFor();
    await visitor.page.emulateMedia({ media: "print" });
    await expect.poll(() => visitor.page.getByRole("textbox").count()).toBe(0); // drawn anew for paper
    expect(await visitor.page.getByRole("row").count()).toBe(5);
    await visitor.picture("checker-print");
    await visitor.close();
  });
});
