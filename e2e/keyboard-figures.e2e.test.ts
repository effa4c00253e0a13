import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { wordDocumentText } from "../test/support/word-text.ts";
import { Keys } from "./support/keys.ts";
import { PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";

const AN_PHU = "area=886@0&on=2023-12-31";

const at = withOffice();

describe("figures by keyboard alone", () => {
  it("goes from a tile of the board to the households behind it and to one of them", async () => {
    const keys = await Keys.at(`/board?${AN_PHU}`, at.browser, at.office, PROVINCE);
    const { page, visitor } = keys;
    await keys.enter("button", /^Hộ nghèo: 2\.354/);
    const dialog = await keys.dialog();
    await dialog.getByRole("table").first().waitFor();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed("button", /^Hộ nghèo: 2\.354/);

    await keys.enter("button", /^Tỷ lệ hộ nghèo: 5,67%/);
    await keys.dialog();
    await dialog.getByText("2.354").first().waitFor();
    await visitor.settle();
    await keys.enter("button", /^Xem hồ sơ ?: Tổng số hộ/, { inside: dialog });
    await visitor.settle();
    await keys.isKept();
    await keys.enter("button", /^Xem hồ sơ ?: Hộ nghèo/, { inside: dialog });
    await visitor.settle();
    await keys.isKept();
    await keys.isGood();
    await keys.tabTo("row", /Ấp|Khóm/, { inside: dialog });
    await keys.press("ArrowDown", "Enter");
    await page.waitForURL(/\/households\/[0-9a-f-]{36}/);
    await page.getByRole("heading", { level: 1, name: /^Hộ / }).waitFor();
    await keys.isKept();
    await page.goBack();
    await dialog.getByRole("table").first().waitFor();
    await keys.close();
  });

  it("walks the communes in picture and table", async () => {
    const keys = await Keys.at(`/board?${AN_PHU}`, at.browser, at.office, PROVINCE);
    const { page } = keys;
    await keys.choose("So sánh theo", "Hộ nghèo", { most: 120 });
    await keys.isKept();
    await page.waitForURL(/by=poverty.poor_households/);
    await keys.enter("button", /^Xã Phú Hữu:? [\d.]+/);
    const dialog = await keys.dialog();
    await dialog.getByText("Xã Phú Hữu").first().waitFor();
    await keys.press("Escape");
    await keys.closed("button", /^Xã Phú Hữu:? [\d.]+/);
    await keys.close();
  });

  it("walks today's map by the arrows and opens the figure of a commune", async () => {
    const keys = await Keys.at("/board?area=91@2025-07-01&on=2025-12-31", at.browser, at.office, PROVINCE);
    const { page } = keys;
    const map = page.getByRole("group", { name: /^Bản đồ/ });
    await map.waitFor();
    await keys.tabTo("button", /Mở nguồn số liệu$/, { inside: map, most: 120 });
    const first = await page.evaluate(() => document.activeElement!.getAttribute("aria-label"));
    await keys.press("ArrowRight");
    const second = await page.evaluate(() => document.activeElement!.getAttribute("aria-label")!);
    expect(second).not.toBe(first);
    await keys.press("Enter");
    const dialog = await keys.dialog();
    await dialog.getByText(second.split(":")[0]!).first().waitFor();
    await keys.press("Escape");
    await keys.closed("button", second);
    await keys.close();
  });

  it("enters a plan with its document and takes it back", async () => {
    const keys = await Keys.at(`/plans?${AN_PHU}`, at.browser, at.office, PROVINCE);
    const { page, visitor } = keys;
    await keys.enter("button", "Thêm kế hoạch");
    const dialog = await keys.dialog();
    await keys.enter("button", "Lưu", { inside: dialog });
    await dialog.getByRole("alert").waitFor();
    await keys.isGood();
    await keys.press("Tab", "Enter");
    await keys.isAt("combobox", "Chỉ tiêu");
    await keys.choose("Chỉ tiêu", "Số hộ nghèo giảm", { inside: dialog });
    await keys.fill("Mức kế hoạch", "850", { inside: dialog });
    await keys.fill("Văn bản", "99/QĐ-UBND (minh họa)", { inside: dialog });
    await keys.fill("Ngày văn bản", "12/1/2023", { inside: dialog });
    await keys.enter("button", "Lưu", { inside: dialog });
    await keys.closed("button", "Thêm kế hoạch");
    await page.getByRole("row").filter({ hasText: "99/QĐ-UBND" }).waitFor();
    await visitor.settle();

    await keys.enter("button", /^Hủy ?: .*850/);
    await keys.dialog();
    await keys.isGood();
    await keys.fill("Lý do", "Nhập nhầm năm", { inside: dialog });
    await keys.enter("button", "Hủy", { inside: dialog });
    await keys.closed();
    await page.getByText("Lý do: Nhập nhầm năm").waitFor();
    await keys.isKept();
    await keys.close();
  });

  it("opens a number of the report and saves the Word file", async () => {
    const keys = await Keys.at(`/reports?${AN_PHU}`, at.browser, at.office, PROVINCE);
    const { page } = keys;
    const [word] = await Promise.all([page.waitForEvent("download"), keys.enter("button", "Tải Word")]);
    expect(wordDocumentText(await readFile(await word.path()))).toContain("41.504");
    await keys.isAt("button", "Tải Word");
    await keys.enter("button", /41\.504/, { inside: page.getByRole("article") });
    await keys.dialog();
    await keys.isGood();
    await keys.press("Escape");
    await keys.closed("button", /41\.504/);
    await keys.close();
  });
});
