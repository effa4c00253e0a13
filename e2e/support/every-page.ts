import { describe, expect, it } from "vitest";
import { NEW_OFFICE, type Person } from "./people.ts";
import { addressOf, everyPage } from "./screens.ts";
import { withOffice } from "./suite.ts";
import { DESKTOP, PHONE, Visitor } from "./visitor.ts";

const pictureName = (path: string): string => path.replace(/\W+/g, "-").replace(/^-|-$/g, "") || "first";

/** Every page of one share of them: two files, so that two workers have the same to do. */
export function checkEveryPage(share: number, shares: number): void {
  const at = withOffice();
  const visitors = new Map<string, Visitor>();

  /** One window for each person and size: signing in anew for every page would only cost time. */
  async function visitorOf(person: Person, size: typeof DESKTOP): Promise<Visitor> {
    const key = `${person.username} ${size.width}`;
    const known = visitors.get(key);
    if (known) return known;
    const visitor = await Visitor.open(at.browser, at.office, size);
    await visitor.signIn(person);
    visitors.set(key, visitor);
    return visitor;
  }


  describe.each(everyPage.filter((_, index) => index % shares === share))("page $path", ({ path, person }) => {
    it("is whole and accessible with records, on a desktop and on a phone", async () => {
      const visitor = await visitorOf(person, DESKTOP);
      const address = await addressOf(visitor, path);
      expect(address, `a link to ${path} on its list`).toBeDefined();
      await visitor.visit(address!);
      for (const [name, size] of [["desktop", DESKTOP], ["phone", PHONE]] as const) {
        await visitor.page.setViewportSize(size);
        await visitor.settle();
        await visitor.picture(`${pictureName(path)}-${name}`, name === "phone");
        await visitor.expectNoSidewaysScroll();
        await visitor.expectAccessible();
      }
      await visitor.page.setViewportSize(DESKTOP);
      await visitor.expectWords();
      visitor.expectNoFaults();
    });

    it("says what belongs there when an office has no records yet", async () => {
      const visitor = await visitorOf(NEW_OFFICE, PHONE);
      const address = await addressOf(visitor, path);
      if (address) await visitor.visit(address);
      await visitor.expectNoSidewaysScroll();
      await visitor.expectAccessible();
      await visitor.expectWords();
      visitor.expectNoFaults();
    });

    it("tells an error of the server and stays a page", async () => {
      const visitor = await visitorOf(person, DESKTOP);
      const address = await addressOf(visitor, path);
      await visitor.withBrokenServer(async (refused) => {
        await visitor.visit(address!);
        if (refused() > 0) await visitor.page.getByRole("alert").first().waitFor();
        await visitor.expectWords();
      });
      visitor.expectNoFaults();
    });
  });
}
