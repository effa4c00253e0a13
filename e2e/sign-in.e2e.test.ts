import { describe, expect, it } from "vitest";
import { COMMUNE } from "./support/people.ts";
import { withOffice } from "./support/suite.ts";
import { DESKTOP, PHONE, Visitor } from "./support/visitor.ts";

const at = withOffice();

describe("signing in", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ] as const)("shows a whole, accessible page on a %s", async (name, size) => {
    const visitor = await Visitor.open(at.browser, at.office, size);
    await visitor.visit("/login");
    await visitor.picture(`sign-in-${name}`, true);
    await visitor.expectNoSidewaysScroll();
    await visitor.expectAccessible();
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("leads back to the address that asked for it, with its values", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.visit("/account?on=2023-12-31");
    expect(new URL(visitor.page.url()).pathname).toBe("/login");
    await visitor.signIn(COMMUNE, "/account?on=2023-12-31");
    expect(visitor.page.url()).toBe(`${at.office.url}/account?on=2023-12-31`);
    visitor.expectNoFaults();
    await visitor.close();
  });

  it("tells a wrong password on the page and keeps the user name", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
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
    const visitor = await Visitor.open(at.browser, at.office);
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
    const visitor = await Visitor.open(at.browser, at.office);
    await visitor.signIn(COMMUNE, "/login?back=//example.org/");
    expect(new URL(visitor.page.url()).origin).toBe(at.office.url);
    await visitor.close();
  });

  it("sends a session that ended back to sign-in, and speaks English when asked", async () => {
    const visitor = await Visitor.open(at.browser, at.office);
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
