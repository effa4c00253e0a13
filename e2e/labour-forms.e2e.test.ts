import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const AT = "area=30352@2025-07-01&on=2026-06-30";

const at = withOffice();

async function labourList(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet("Cung lao động").addRows([
    ["Họ và tên", "Ngày sinh", "Giới tính", "Ấp", "Trình độ GDPT", "Trình độ CMKT", "Tình trạng HĐKT", "Vị thế việc làm", "Công việc chính", "Lý do không tham gia"],
    ["Nguyễn Văn Trình Duyệt", "05/06/1990", "Nam", "Ấp Thử Lao Động", 3, 4, 1, 4, "Công nhân may", null],
    ["Trần Thị Trình Duyệt", 1985, "Nữ", "Ấp Thử Lao Động", "THPT", "Chưa qua đào tạo", "Không tham gia HĐKT", null, null, "Nội trợ"],
    ["Lê Thị Còn Nhỏ", "01/02/2014", "Nữ", "Ấp Thử Lao Động", 1, 1, 3, null, null, "Đi học"],
  ]);
  return { name: "cung-lao-dong.xlsx", mimeType: XLSX, buffer: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`labour-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe.sequential("labour supply of a commune", () => {
  it.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("a workbook is chosen, read, mended and written, on a %s", async (size, viewport) => {
    const visitor = await Visitor.open(at.browser, at.office, viewport);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, `/import/lists?${AT}`);
    await expectGood(visitor, `lists-${size}`);
    await visitor.visit(`/import/list/labour-form?${AT}`);
    await expectGood(visitor, `start-${size}`);
    await page.locator("input[type=file]").setInputFiles(await labourList());
    await page.waitForURL(/job=[0-9a-f-]{36}/);
    await page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor({ timeout: 60_000 });
    await expectGood(visitor, `read-${size}`);
    const address = page.url();
    for (const tab of ["problems", "columns", "hamlets"]) {
      await page.goto(`${address}&tab=${tab}`);
      await page.getByRole("heading", { name: "Đã đọc xong: xem lại, sửa hoặc ghi" }).waitFor();
      await expectGood(visitor, `${tab}-${size}`);
    }
    if (size === "desktop") {
      await page.goto(`${address}&tab=problems&severity=error`);
      await page.getByText("Ô B4", { exact: true }).click();
      await page.getByRole("button", { name: /^Bỏ dòng/ }).click();
      await page.getByText("Đã sửa 1 chỗ trong lần nạp này").waitFor();
    }
    await page.getByRole("button", { name: "Ghi danh sách" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Ghi danh sách" }).click();
    await page.getByText(size === "desktop" ? "Đã ghi danh sách" : "Không có gì thay đổi: mọi dòng đã có trong sổ").first().waitFor({ timeout: 30_000 });
    await expectGood(visitor, `done-${size}`);
    await visitor.close();
  });

  it("the forms are listed, opened, added up by hamlet", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, `/jobs/labour?${AT}`);
    await page.getByText("Nguyễn Văn Trình Duyệt").first().click();
    await page.getByText("Công nhân may").last().waitFor();
    await expectGood(visitor, "form");
    await visitor.visit(`/jobs/labour?${AT}&tab=summary`);
    await page.getByText("Ấp Thử Lao Động").waitFor();
    await expectGood(visitor, "summary");
    await visitor.visit(`/jobs/labour?${AT}&tab=surveys`);
    await expectGood(visitor, "surveys");
    await visitor.close();
  });

  it("at a door on a phone only the questions of the branch are asked; what is odd is asked again; help with registration is noted", async () => {
    const visitor = await Visitor.open(at.browser, at.office, PHONE);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, `/jobs/labour/new?${AT}`);
    await page.getByLabel("Họ và tên").fill("Phạm Thị Tận Cửa");
    await page.getByLabel("Ngày sinh").fill("1988");
    await page.getByRole("combobox", { name: "Ấp, khóm nơi ở" }).click();
    await page.getByRole("option", { name: "Ấp Thử Lao Động" }).click();
    expect(await page.getByLabel("Vị thế việc làm").count()).toBe(0);
    await page.getByLabel("Thất nghiệp", { exact: true }).check();
    expect(await page.getByLabel("Vị thế việc làm").count()).toBe(0);
    await page.getByLabel("Có việc làm", { exact: true }).check();
    await page.getByLabel("Vị thế việc làm").selectOption({ label: "Tự làm" });
    expect(await page.getByLabel("Hợp đồng lao động").count()).toBe(0);
    await page.getByLabel("Trình độ giáo dục phổ thông").selectOption({ label: "Tiểu học" });
    await page.getByLabel("Trình độ chuyên môn kỹ thuật").selectOption({ label: "Cao đẳng" });
    await page.getByRole("button", { name: "Lưu phiếu" }).click();
    await page.getByText("Có chỗ cần xem lại").waitFor();
    visitor.expectRefused(422);
    await expectGood(visitor, "door");
    await page.getByRole("button", { name: "Đã hỏi lại, đúng như vậy: lưu" }).click();
    await page.waitForURL(/\/jobs\/labour(\?|$)/);
    await page.getByText("Phạm Thị Tận Cửa").first().waitFor();
    await visitor.visit(`/jobs/registration-assists?${AT}`);
    await page.getByText("Sổ đăng ký chính thức là VNeID và vieclam.gov.vn").waitFor();
    await expectGood(visitor, "assists");
    await visitor.close();
  });
});
