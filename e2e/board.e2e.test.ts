import { describe, expect, it } from "vitest";
import { LEADER, type Person, PROVINCE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const AN_PHU = "/board?area=886@0&on=2023-12-31";
const TODAYS_BORDERS = "/board?area=91@2025-07-01&on=2025-12-31";

const at = withOffice();

async function atBoard(path: string, size: typeof DESKTOP, person: Person = PROVINCE): Promise<Visitor> {
  const visitor = await Visitor.open(at.browser, at.office, size);
  await visitor.signIn(person, path);
  await visitor.page.getByRole("region", { name: /^Các xã/ }).or(visitor.page.getByRole("heading", { name: /^Các xã/ })).first().waitFor();
  await visitor.settle();
  return visitor;
}

async function expectGood(visitor: Visitor, picture: string, whole = true): Promise<void> {
  await visitor.settle();
  await visitor.picture(picture, whole);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectNothingCut();
  await visitor.inWholeWindow(() => visitor.expectAccessible());
  await visitor.expectWords();
  visitor.expectNoFaults();
}

describe.each([["desktop", DESKTOP], ["phone", PHONE]] as const)("the board on a %s", (name, size) => {
  it("sets results against plan and last year, draws the course of years and the communes", async () => {
    const visitor = await atBoard(AN_PHU, size);
    const { page } = visitor;
    const tile = page.getByRole("button", { name: /^Mức giảm tỷ lệ hộ nghèo: 2,29/ });
    await tile.first().waitFor();
    await page.getByText("134,7%").first().waitFor();
    await page.getByRole("img", { name: /Mức giảm tỷ lệ hộ nghèo: kết quả 2,29.*Kế hoạch 1,70/ }).waitFor();
    expect(await page.getByRole("table", { name: "Diễn biến qua các năm" }).getByRole("row").count()).toBeGreaterThan(1);
    expect(await page.getByRole("list", { name: "Tỷ lệ hộ nghèo của từng xã" }).getByRole("button").count()).toBe(14);
    await expectGood(visitor, `board-an-phu-${name}`);
    await visitor.close();
  });

  it("opens a figure to what it is made of, keeps it, and looks back at the records of then", async () => {
    const visitor = await atBoard(AN_PHU, size);
    const { page } = visitor;
    await page.getByRole("button", { name: /^Tỷ lệ hộ nghèo: 5,67%/ }).first().click();
    const drawer = page.getByRole("dialog", { name: "Nguồn số liệu" });
    await drawer.getByText("2.354").first().waitFor();
    await expectGood(visitor, `board-source-${name}`, false);
    await drawer.getByRole("button", { name: "Chốt số" }).click();
    await page.getByText("Đã chốt 5,67%.").waitFor();
    await visitor.settle();
    await drawer.getByRole("button", { name: "Xem hồ sơ lúc chốt" }).first().click();
    await drawer.getByText(/Đang xem số liệu như trong hồ sơ lúc/).waitFor();
    await drawer.getByText("5,67%").first().waitFor();
    await expectGood(visitor, `board-look-back-${name}`, false);
    await drawer.getByRole("button", { name: "Về hiện tại" }).click();
    await drawer.getByText(/Đang xem số liệu như trong hồ sơ lúc/).waitFor({ state: "detached" });
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("opens a figure of jobs to every percentage with its denominator, and to the people behind it", async () => {
    const visitor = await atBoard(AN_PHU, size);
    const { page } = visitor;
    await page.getByRole("button", { name: /^Số người được giải quyết việc làm: 7\.125/ }).first().click();
    const drawer = page.getByRole("dialog", { name: "Nguồn số liệu" });
    for (const words of ["7.125 ÷ 5.015 × 100 = 142,1%", "7.125 ÷ (21.000 ÷ 5) × 100 = 169,6%", "7.125 ÷ 5.682 × 100 = 125,4%"]) await drawer.getByText(words).waitFor();
    expect(await drawer.getByRole("table").first().getByRole("row").count()).toBeGreaterThan(10);
    await expectGood(visitor, `board-jobs-${name}`, false);
    await visitor.close();
  });

  it("draws a map where today's outlines hold, and says which communes have no list", async () => {
    const visitor = await atBoard(TODAYS_BORDERS, size, LEADER);
    await visitor.page.getByRole("group", { name: /^Bản đồ/ }).waitFor();
    await expectGood(visitor, `board-map-${name}`, name === "desktop");
    await visitor.close();
  });
});

describe("the board elsewhere than on a light screen", () => {
  it("is read on paper: no buttons, all its numbers, nothing cut", async () => {
    const visitor = await atBoard(AN_PHU, { width: 794, height: 1123 });
    await visitor.page.emulateMedia({ media: "print" });
    await visitor.settle();
    expect(await visitor.page.getByRole("navigation").count()).toBe(0);
    expect(await visitor.page.getByRole("button", { name: "In", exact: true }).count()).toBe(0);
    await visitor.page.getByText("134,7%").first().waitFor();
    await visitor.picture("board-print", true);
    await visitor.expectNoSidewaysScroll();
    await visitor.expectNothingCut();
    await visitor.close();
  });

  it("is read in the dark", async () => {
    const visitor = await atBoard(AN_PHU, DESKTOP);
    const { page } = visitor;
    await page.getByRole("button", { name: /Tài khoản/ }).click();
    await page.getByRole("menuitem", { name: "Nền tối" }).click();
    await page.locator('[data-mantine-color-scheme="dark"]').waitFor();
    await expectGood(visitor, "board-dark");
    await visitor.close();
  });
});
