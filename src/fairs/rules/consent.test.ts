import { describe, expect, it } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { deleteBy, mayShare, type Consent } from "./consent.ts";

const given = (more: Partial<Consent> = {}): Consent => ({ purpose: "share_with_firm", employerId: null, withdrawn: false, ...more });

describe("consent", () => {
  it("must stand, be for this purpose and cover this firm", () => {
    expect(mayShare([], "a")).toBe(false);
    expect(mayShare([given()], "a")).toBe(true);
    expect(mayShare([given({ employerId: "a" })], "a")).toBe(true);
    expect(mayShare([given({ employerId: "a" })], "b")).toBe(false);
    expect(mayShare([given({ withdrawn: true })], "a")).toBe(false);
    expect(mayShare([given({ purpose: "contact_later" })], "a")).toBe(false);
  });

  it("no text tells the days a firm may keep details: without a number of the office there is no last day", () => {
    expect(deleteBy(plainDate("2026-03-01"), null)).toBeNull();
    expect(deleteBy(plainDate("2026-03-01"), 30)).toBe("2026-03-31");
  });
});
