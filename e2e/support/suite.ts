import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { type Office, openOffice } from "./office.ts";
import { openBrowser } from "./visitor.ts";

/** What the tests of a file work in: an office on its own copy of the template, and a browser. Known from the first test on. */
export interface Suite {
  readonly office: Office;
  readonly browser: Browser;
}

export function withOffice(): Suite {
  const suite: { office?: Office; browser?: Browser } = {};
  beforeAll(async () => {
    suite.office = await openOffice();
    suite.browser = await openBrowser();
  });
  afterAll(async () => {
    await suite.browser?.close();
    await suite.office?.close();
  });
  return suite as Suite;
}
