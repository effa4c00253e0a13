import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Office, openOffice } from "./support/office.ts";
import { COMMUNE } from "./support/people.ts";
import { DESKTOP, openBrowser, PHONE, Visitor } from "./support/visitor.ts";

let office: Office;
let browser: Browser;
beforeAll(async () => {
  office = await openOffice();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await office?.close();
});

describe("signing in", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)("shows a whole, accessible page on a %s", async (name, size) => {
    const visitor = await Visitor.open(browser, office, size);
    await visitor.visit("/login");
    await visitor.picture(`sign-in-${name}`, true);
    await visitor.expectNoSidewaysScroll();
    await visitor.expectAccessible();
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("leads back to the address that asked for it, with its values", async () => {
    const visitor = await Visitor.open(browser, office);
    await visitor.visit("/account?on=2023-12-31");
    expect(new URL(visitor.page.url()).pathname).toBe("/login");
    await visitor.signIn(COMMUNE, "/account?on=2023-12-31");
    expect(visitor.page.url()).toBe(`${office.url}/account?on=2023-12-31`);
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("tells a wrong password on the page and keeps the user name", async () => {
    const visitor = await Visitor.open(browser, office);
    await visitor.visit("/login");
    await visitor.page.getByLabel("Tên đăng nhập").fill(COMMUNE.username);
    await visitor.page.getByLabel("Mật khẩu").fill("khong-phai-mat-khau");
    await visitor.page.keyboard.press("Enter");
    await visitor.page.getByRole("alert").waitFor();
    expect(await visitor.page.getByLabel("Tên đăng nhập").inputValue()).toBe(COMMUNE.username);
    expect(new URL(visitor.page.url()).pathname).toBe("/login");
    await visitor.close();
  });

  it("fills a demo account in with one press and enters by keyboard alone", async () => {
    const visitor = await Visitor.open(browser, office);
    await visitor.visit("/login");
    const choice = visitor.page.getByRole("button", { name: /xã Phú Hữu/ });
    await choice.focus();
    await visitor.page.keyboard.press("Enter");
    await visitor.page.getByLabel("Mật khẩu").focus();
    await visitor.page.keyboard.press("Enter");
    await visitor.page.getByRole("navigation").first().waitFor();
    await visitor.close();
  });

  it("lets nobody be led to a foreign address", async () => {
    const visitor = await Visitor.open(browser, office);
    await visitor.signIn(COMMUNE, "/login?back=//example.org/");
    expect(new URL(visitor.page.url()).origin).toBe(office.url);
    await visitor.close();
  });

  it("sends a session that ended back to sign-in, and speaks English when asked", async () => {
    const visitor = await Visitor.open(browser, office);
    await visitor.signIn(COMMUNE);
    await visitor.page.getByRole("button", { name: "English" }).click();
    await visitor.page.getByRole("heading", { name: "My account" }).waitFor();
    await visitor.page.context().clearCookies();
    await visitor.page.reload();
    await visitor.page.getByRole("heading", { name: "Sign in" }).waitFor();
    expect(new URL(visitor.page.url()).searchParams.get("back")).toBe("/account");
    await visitor.close();
  });
});
