import type { Browser, Locator, Page } from "playwright-core";
import { expect, onTestFailed } from "vitest";
import { fold } from "../../src/kernel/text/fold.ts";
import type { Office } from "./office.ts";
import type { Person } from "./people.ts";
import { Visitor } from "./visitor.ts";

type Role = Parameters<Page["getByRole"]>[0];
type Name = string | RegExp;

interface Way {
  /** Shift+Tab */
  readonly back?: boolean;
  /** no person presses Tab more often */
  readonly most?: number;
  /** only what lies in it */
  readonly inside?: Locator;
  readonly exact?: boolean;
}

const MOST = 60;
const CHOICES = 30;
const LOOKS = 10;
const LOOK_MS = 50;

interface Stop {
  readonly name: string;
  readonly faults: readonly string[];
}

/** Somebody who has no mouse: everything is reached by Tab and arrows, is seen when it is reached, and the keyboard is never lost. */
export class Keys {
  readonly visitor: Visitor;
  readonly page: Page;

  private constructor(visitor: Visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
  }

  static async at(path: string, browser: Browser, office: Office, person?: Person): Promise<Keys> {
    const visitor = await Visitor.open(browser, office);
    onTestFailed(() => visitor.picture("failed-keyboard"));
    await (person ? visitor.signIn(person, path) : visitor.visit(path));
    return new Keys(visitor);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** In place of what the field holds. */
  async type(text: string): Promise<void> {
    await this.press("Control+a");
    await this.page.keyboard.type(text);
  }

  /** Tab by Tab until the keyboard is on what has this name; each stop on the way has to be seen. */
  async tabTo(role: Role, name: Name, { back, most = MOST, inside, exact = isWhole(role, name) }: Way = {}): Promise<void> {
    const wanted = (inside ?? this.page).getByRole(role, { name, exact });
    const way: string[] = [];
    for (let presses = 0; presses <= most; presses++) {
      if (presses > 0) {
        await this.press(back ? "Shift+Tab" : "Tab");
        const stop = await this.#stop();
        expect(stop.faults, `after ${way.at(-1) ?? "the beginning"}: ${stop.name}`).toEqual([]);
        way.push(stop.name);
      }
      if (await isOn(wanted)) return;
    }
    throw new Error(`no ${role} "${name}" within ${most} presses of Tab; the way was: ${way.join(" → ")}`);
  }

  /** Where the keyboard is, once the page has come to rest. */
  async #stop(): Promise<Stop> {
    for (let looks = 1; ; looks++) {
      const stop = await this.page.evaluate(stopOfKeyboard);
      if (stop.faults.length === 0 || looks === LOOKS) return stop;
      await this.page.waitForTimeout(LOOK_MS);
    }
  }

  /** Goes there and presses Enter. */
  async enter(role: Role, name: Name, way?: Way): Promise<void> {
    await this.tabTo(role, name, way);
    await this.press("Enter");
  }

  async fill(name: Name, text: string, way?: Way): Promise<void> {
    await this.tabTo("textbox", name, way);
    await this.type(text);
  }

  /** One of a short list by the arrows, of a long one by typing it without tone marks. */
  async choose(name: Name, option: string, way?: Way): Promise<void> {
    await this.tabTo("combobox", name, way);
    if (await this.page.evaluate(() => document.activeElement!.matches("input"))) return this.#find(option);
    const shown = () => this.page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text);
    await this.press("Home");
    for (let presses = 0; (await shown()) !== option; presses++) {
      if (presses === CHOICES) throw new Error(`no choice "${option}" in ${name}`);
      await this.press("ArrowDown");
    }
  }

  async #find(option: string): Promise<void> {
    await this.type(fold(option));
    await this.page.getByRole("option", { name: option, exact: true }).waitFor();
    await this.press("Enter");
    await this.page.waitForFunction((text) => (document.activeElement as HTMLInputElement).value === text, option);
  }

  /** From button to button of a menu that is open. */
  async menuItem(name: string): Promise<void> {
    const wanted = this.page.getByRole("menuitem", { name, exact: true });
    await wanted.waitFor();
    for (let presses = 0; !(await isOn(wanted)); presses++) {
      if (presses === CHOICES) throw new Error(`no entry "${name}" in the menu`);
      await this.press("ArrowDown");
    }
    await this.press("Enter");
  }

  /** The window that opened holds the keyboard. */
  async dialog(): Promise<Locator> {
    const dialog = this.page.getByRole("dialog");
    await dialog.waitFor();
    await this.page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]'));
    return dialog;
  }

  /** The window has closed, and the keyboard is where it was opened, or at least on the page. */
  async closed(role?: Role, name?: Name): Promise<void> {
    await this.page.getByRole("dialog").waitFor({ state: "detached" });
    if (role && name) await this.isAt(role, name);
    else await this.isKept();
  }

  async isAt(role: Role, name: Name): Promise<void> {
    const wanted = this.page.getByRole(role, { name, exact: isWhole(role, name) });
    await expect.poll(async () => ((await isOn(wanted)) ? name : (await this.page.evaluate(stopOfKeyboard)).name), { message: `the keyboard on ${role}`, timeout: 3_000 }).toBe(name);
  }

  /** The page as it is now, or the window on it, can be read by everybody. */
  async isGood(): Promise<void> {
    await this.visitor.settle();
    await this.visitor.inWholeWindow(() => this.visitor.expectAccessible());
    await this.visitor.expectWords();
  }

  async close(): Promise<void> {
    this.visitor.expectNoFaults();
    await this.visitor.close();
  }

  /** On something of the page: whoever presses Tab goes on from there, not from the top. */
  async isKept(): Promise<void> {
    await expect.poll(() => this.page.evaluate(() => document.activeElement?.tagName ?? "BODY"), { message: "the keyboard is lost", timeout: 3_000 }).not.toBe("BODY");
  }
}

/** A field may be marked as required behind its name; a button is what it says. */
const isWhole = (role: Role, name: Name): boolean => typeof name === "string" && (role === "button" || role === "link");

const isOn = (wanted: Locator): Promise<boolean> => wanted.evaluateAll((found) => found.includes(document.activeElement as never));

/** Runs in the page: what the keyboard is on, and why a person could not see that it is there. */
function stopOfKeyboard(): Stop {
  const at = document.activeElement;
  if (!at || at === document.body) return { name: "nothing", faults: [] };
  const name = `${at.tagName.toLowerCase()} "${(at.getAttribute("aria-label") ?? (at as HTMLInputElement).labels?.[0]?.textContent ?? at.textContent ?? "").trim().slice(0, 50)}"`;
  const rings = (one: Element): boolean => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1.5 && !/rgba\(.*, 0\)|transparent/.test(outlineColor);
  };
  const strokes = at instanceof SVGElement && Number.parseFloat(getComputedStyle(at).strokeWidth) >= 2;
  const { left, right, top, bottom, width, height } = at.getBoundingClientRect();
  const [x0, x1, y0, y1] = [Math.max(left, 0), Math.min(right, innerWidth), Math.max(top, 0), Math.min(bottom, innerHeight)];
  const points = [0.5, 0.1, 0.9].flatMap((dx) => [0.5, 0.1, 0.9].map((dy) => [x0 + (x1 - x0) * dx, y0 + (y1 - y0) * dy] as const));
  const uncovered = x1 > x0 && y1 > y0 && points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top !== null && (at.contains(top) || (top instanceof SVGElement && top.contains(at)));
  });
  return {
    name,
    faults: [
      ...(rings(at) || strokes ? [] : ["no ring around it"]),
      ...(width > 2 && height > 2 && getComputedStyle(at).opacity !== "0" ? [] : ["too small to be seen"]),
      ...(uncovered ? [] : ["covered or outside of the window"]),
    ],
  };
}
