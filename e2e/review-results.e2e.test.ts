import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(picture);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectNothingCut();
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("results of the review on a %s", (name, size) => {
  it("lets an officer reckon the classes, see who differs and read why", async () => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    const { page } = visitor;
    await visitor.signIn(COMMUNE, "/review/reclassify?on=2023-12-31");
    await page.getByRole("button", { name: "Chạy thử" }).click();
    await page.getByText("Chạy thử, chưa ghi gì.").waitFor();
    await expectGood(visitor, `review-trial-${name}`);
    await page.getByRole("button", { name: "Ghi kết quả tính" }).click();
    await page.getByText("Đã ghi kết quả tính.").waitFor();

    await visitor.visit("/review?on=2023-12-31");
    const rows = page.locator("tbody tr[aria-rowindex]");
    await rows.first().waitFor();
    expect(await rows.first().innerText()).not.toContain("chưa tính");
    await expectGood(visitor, `review-results-${name}`);
    await page.getByRole("combobox", { name: "Công nhận" }).selectOption({ label: "Hộ nghèo" });
    await page.waitForURL(/recognised=poor/);
    await visitor.settle();
    await rows.first().getByRole("button", { name: /^Vì sao/ }).click();
    await page.getByRole("dialog").getByText("Hộ nghèo").first().waitFor();
    await expectGood(visitor, `review-why-${name}`);
    await visitor.close();
  });
});
