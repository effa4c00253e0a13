import { expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

async function expectGood(visitor: Visitor, picture: string): Promise<void> {
  await visitor.settle();
  await visitor.picture(`procedures-${picture}`, true);
  await visitor.expectNoSidewaysScroll();
  await visitor.expectAccessible();
  await visitor.expectWords();
  visitor.expectNoFaults();
}

/** Head of a household on the recognised list of the commune. */
const listedHead = (visitor: Visitor): Promise<string> =>
  visitor.page.evaluate(async () => {
    const { units } = (await (await fetch("/api/areas/visible?on=2026-11-20")).json()) as { units: { uid: string; level: string }[] };
    const query = new URLSearchParams({ area: units.find(({ level }) => level === "commune")!.uid, on: "2026-11-20", statusYear: "2026", recognised: "poor", page: "1", perPage: "50" });
    const { rows } = (await (await fetch(`/api/poverty/results?${query}`)).json()) as { rows: { headName: string }[] };
    return rows[0]!.headName;
  });

it("a request to leave the list is received, gets its receipt and goes on step by step", async () => {
  const visitor = await Visitor.open(at.browser, at.office, DESKTOP);
  const { page } = visitor;
  await visitor.signIn(COMMUNE, "/review/procedures");
  const head = await listedHead(visitor);
  await expectGood(visitor, "empty");
  await page.getByRole("button", { name: "Tiếp nhận hồ sơ" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await form.getByRole("alert").first().waitFor(); // nothing was filled in: said, nothing sent
  await form.getByLabel("Thủ tục").selectOption("adhoc_exit");
  await form.getByText("Mẫu số 04").first().waitFor();
  await form.getByLabel("Ngày nhận").fill("10/11/2026");
  await form.getByLabel("Ngày nhận").press("Tab");
  await form.getByRole("searchbox").first().fill(head);
  const household = form.getByLabel("Hộ", { exact: false }).and(form.locator("select"));
  await household.locator("option", { hasText: head }).first().waitFor({ state: "attached" });
  await household.selectOption(await household.locator("option", { hasText: head }).first().getAttribute("value"));
  await form.getByLabel("Người nộp").fill("Người Nộp Thử");
  await expectGood(visitor, "receive");
  await form.getByRole("button", { name: "Tiếp nhận hồ sơ" }).click();
  await page.getByRole("link", { name: "Người Nộp Thử" }).click();
  await page.getByRole("heading", { name: /Người Nộp Thử/ }).first().waitFor();
  expect(await page.locator("main").innerText()).toContain("30/11/2026");
  await page.getByRole("button", { name: "Ghi đủ hồ sơ" }).click();
  await page.getByRole("dialog").getByLabel("Ngày").first().fill("10/11/2026");
  await page.getByRole("dialog").getByRole("button", { name: "Ghi đủ hồ sơ" }).click();
  await page.getByRole("button", { name: "Ghi kết quả rà soát" }).waitFor();
  await page.getByRole("button", { name: "Xem" }).first().click();
  await page.getByText("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ").waitFor();
  await expectGood(visitor, "record");
  const address = page.url();
  await visitor.visit("/review/procedures?tab=kinds");
  await page.getByText("chưa biết").first().waitFor();
  await expectGood(visitor, "kinds");
  await visitor.visit("/review/procedures?tab=months&year=2026");
  await page.getByRole("row", { name: /11\/2026/ }).getByRole("link").first().click();
  await page.getByRole("link", { name: "Người Nộp Thử" }).waitFor();
  await visitor.visit("/work");
  await page.getByRole("row", { name: /hồ sơ sắp đến hạn|hồ sơ đang giải quyết|hồ sơ quá hạn/ }).getByRole("link", { name: "Mở" }).first().click();
  await page.getByRole("link", { name: "Người Nộp Thử" }).waitFor();
  await visitor.close();

  const phone = await Visitor.open(at.browser, at.office, PHONE);
  await phone.signIn(COMMUNE, new URL(address).pathname);
  await phone.page.getByRole("button", { name: "Ghi kết quả rà soát" }).click();
  await phone.page.getByRole("dialog").getByLabel("Người rà soát").waitFor();
  await expectGood(phone, "step-phone");
  await phone.close();
});
