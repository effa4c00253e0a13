import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { wordDocumentText } from "../test/support/word-text.ts";
import { PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function atReport(query: string, size = DESKTOP): Promise<Visitor> {
  const visitor = await Visitor.open(at.browser, at.office, size);
  await visitor.signIn(PROVINCE, `/reports?${query}`);
  await visitor.page.getByRole("article").waitFor();
  return visitor;
}

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(picture, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectNothingCut();
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await visitor.expectWords();
  visitor.expectNoFaults();
}

/** Words without what only sets them: line ends, wide blanks. */
const words = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();

describe.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("the yearly report on a %s", (name, size) => {
  it("reads as its Word file does, paragraph by paragraph", async () => {
    const visitor = await atReport("area=886@0&on=2023-12-31", size);
    const { page } = visitor;
    await page.getByRole("button", { name: /41\.504/ }).first().waitFor();
    await expectGood(visitor, `report-an-phu-${name}`);
    const paragraphs = (await page.getByRole("article").locator("p, h2, h3").allInnerTexts()).map(words).filter((text) => text !== "");
    expect(paragraphs.length).toBeGreaterThan(8);
    for (const text of ["2,29 điểm phần trăm", "7.125 người lao động", "1.050 học viên", "508 lượt lao động đăng ký", "phấn đấu giải quyết việc làm cho 4.200"]) expect(paragraphs.join(" ")).toContain(text);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Tải Word" }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.docx$/);
    const paper = words(wordDocumentText(await readFile(await download.path())));
    expect(paragraphs.filter((text) => !paper.includes(text))).toEqual([]);
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("says what is missing and where to enter it, in place of numbers", async () => {
    const visitor = await atReport("area=91@2025-07-01&on=2021-12-31", size);
    await visitor.page.getByText(/Báo cáo còn thiếu/).waitFor();
    await expectGood(visitor, `report-missing-${name}`);
    await visitor.page.getByRole("link", { name: "Nhập danh sách hộ" }).last().click();
    await visitor.page.waitForURL(/\/import/);
    await visitor.close();
  });
});

it("prints the paper alone", async () => {
  const visitor = await atReport("area=886@0&on=2023-12-31", { width: 794, height: 1123 });
  await visitor.settle();
  await visitor.page.emulateMedia({ media: "print" });
  await visitor.picture("report-print", true);
  expect(await visitor.page.getByRole("navigation").count()).toBe(0);
  expect(await visitor.page.getByRole("table").count()).toBe(0);
  await visitor.expectNothingCut();
  await visitor.close();
});
