import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type ConsoleMessage, type Page, type Request } from "playwright-core";
import { expect } from "vitest";
import type { Office } from "./office.ts";
import type { Person } from "./people.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 360, height: 740 };

const FEATURES = readdirSync(join(import.meta.dirname, "../../src"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

const HIGHEST = 20_000;
const STEP_MS = 50;
const QUIET_STEPS = 3;

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const KEY = new RegExp(`\\b(?:${FEATURES.join("|")})(?:\\.\\w+){1,4}\\b`, "g");
/** Where pictures of the pages go; none are taken where it is not set. */
const PICTURES = process.env["SINHKE_PICTURES"];

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: process.env["SINHKE_BROWSER"] ?? "/usr/bin/chromium", args: FLAGS });

/** Before sign-in the program asks once whether there is a session; the browser reports that 401 by itself. */
const expected = (message: ConsoleMessage): boolean => message.location().url.endsWith("/api/session") && message.text().includes("401");

/** One browser window of one person. Everything that goes wrong in it is kept for `expectNoFaults`. */
export class Visitor {
  readonly page: Page;
  readonly #context: BrowserContext;
  readonly #office: Office;
  readonly #faults: string[] = [];
  readonly #underWay = new Set<Request>();

  private constructor(page: Page, context: BrowserContext, office: Office) {
    this.page = page;
    this.#context = context;
    this.#office = office;
    page.on("request", (request) => this.#underWay.add(request));
    for (const end of ["requestfinished", "requestfailed"] as const) page.on(end as "requestfinished", (request) => this.#underWay.delete(request));
    page.on("pageerror", (error) => this.#faults.push(`error in the page: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error" && !expected(message)) this.#faults.push(`console: ${message.text()} (${message.location().url})`);
    });
  }

  static async open(browser: Browser, office: Office, viewport = DESKTOP): Promise<Visitor> {
    const context = await browser.newContext({
      viewport,
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
      hasTouch: viewport.width < 500,
      reducedMotion: "reduce",
      acceptDownloads: true,
    });
    return new Visitor(await context.newPage(), context, office);
  }

  async visit(path: string): Promise<void> {
    await this.page.goto(this.#office.url + path);
    await this.settle();
  }

  /** Until the page has its heading and nothing has been under way for a moment. */
  async settle(): Promise<void> {
    await this.page.locator("h1").first().waitFor();
    for (let quiet = 0; quiet < QUIET_STEPS; quiet = this.#underWay.size > 0 ? 0 : quiet + 1) await this.#pageAtRest();
  }

  /** The page itself has had time: on a loaded machine what it still has to draw may ask for more. */
  async #pageAtRest(): Promise<void> {
    const rest = (ms: number): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done, ms)));
    // a page that is being left has no answer any more
    await this.page.evaluate(rest, STEP_MS).catch(() => this.page.waitForTimeout(STEP_MS));
  }

  async signIn(person: Person, path = "/account"): Promise<void> {
    await this.visit(path);
    await this.page.locator('input[autocomplete="username"]').fill(person.username);
    await this.page.locator('input[autocomplete="current-password"]').fill(person.password);
    await this.page.keyboard.press("Enter");
    await this.page.waitForURL((url) => url.pathname !== "/login");
    await this.settle();
  }

  /** No error, no refused script or style since the last time. */
  expectNoFaults(): void {
    expect(this.#faults.splice(0)).toEqual([]);
  }

  /** What was sent on purpose to be refused: the browser reports the answer by itself. */
  expectRefused(status: number): void {
    expect(this.#faults.length).toBeGreaterThan(0);
    expect(this.#faults.splice(0).filter((fault) => !fault.includes(`status of ${status}`))).toEqual([]);
  }

  /** Every answer that holds data is an error meanwhile; `refused` counts them. What the browser says about them is no fault of the page. */
  async withBrokenServer(work: (refused: () => number) => Promise<void>): Promise<void> {
    let refused = 0;
    const problem = { type: "about:blank", title: "Máy chủ đang bận (thử nghiệm).", status: 503, code: "test.busy", data: {} };
    await this.page.route("**/api/**", async (route) => {
      if (/\/api\/(session|welcome|areas\/visible)(\?|$)/.test(route.request().url())) return route.continue();
      refused++;
      return route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify(problem) });
    });
    try {
      await work(() => refused);
    } finally {
      await this.page.unroute("**/api/**");
      this.#faults.splice(0, this.#faults.length, ...this.#faults.filter((fault) => !fault.includes("503")));
    }
  }

  /** A key that has no words shows itself, like "web.page.print". */
  async expectWords(): Promise<void> {
    const text = await this.page.locator("body").innerText();
    expect(text.match(KEY) ?? []).toEqual([]);
  }

  async expectNoSidewaysScroll(): Promise<void> {
    const wider = await this.page.evaluate(() => {
      const most = document.documentElement.clientWidth;
      return document.documentElement.scrollWidth > most
        ? [...document.querySelectorAll("body *")]
            .filter((one) => one.getBoundingClientRect().right > most + 1)
            .map((one) => one.outerHTML.slice(0, 120))
            .slice(0, 5)
        : [];
    });
    expect(wider).toEqual([]);
  }

  /** No words run out of what holds them, at the side or above and below, where tone marks are. */
  async expectNothingCut(): Promise<void> {
    const cut = await this.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("body *")]
        .filter((one) => one.checkVisibility() && one.clientWidth > 2 && one.clientHeight > 2 && one.innerText?.trim())
        .filter((one) => {
          const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(one);
          if (webkitLineClamp !== "none") return false; // ends in dots on purpose, and opens under the pointer
          const hides = (way: string) => way === "hidden" || way === "clip";
          return (hides(overflowX) && one.scrollWidth > one.clientWidth + 1) || (hides(overflowY) && one.scrollHeight > one.clientHeight + 1);
        })
        .map((one) => one.outerHTML.slice(0, 160)),
    );
    expect(cut).toEqual([]);
  }

  /** In a window as high as the page: there the bars that stay in place cover nothing. */
  async inWholeWindow(work: () => Promise<void>): Promise<void> {
    const size = this.page.viewportSize()!;
    const height = await this.page.evaluate(() => document.documentElement.scrollHeight);
    await this.page.setViewportSize({ width: size.width, height: Math.min(height, HIGHEST) + 100 });
    await work();
    await this.page.setViewportSize(size);
  }

  async expectAccessible(): Promise<void> {
    // what the head covers while the page is scrolled is not too small, it is covered
    await this.page.evaluate(() => window.scrollTo(0, 0));
    await this.page.evaluate(axeSource);
    const broken = await this.page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }> };
      };
      const { violations } = await axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] });
      return violations.map(
        (one) =>
          `${one.id}: ${one.nodes
            .map((node) => `${node.html.slice(0, 160)} — ${node.failureSummary ?? ""}`)
            .slice(0, 3)
            .join(" | ")}`,
      );
    });
    expect(broken).toEqual([]);
  }

  async picture(name: string, whole = false): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    await this.page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: whole });
  }

  async close(): Promise<void> {
    await this.#context.close();
  }
}
