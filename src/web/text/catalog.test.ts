import { describe, expect, it } from "vitest";
import type { Messages } from "../../platform/http/messages.ts";
import { translator } from "./text.tsx";

const files = import.meta.glob<Messages>(["../../*/messages.*.json", "../../*/web/messages.*.json", "../../*/web/*/messages.*.json"], { eager: true, import: "default" });
const sources = import.meta.glob<string>(["../../**/*.tsx", "!../../**/*.test.tsx"], { eager: true, query: "?raw", import: "default" });
const vietnameseFiles = Object.keys(files).filter((file) => file.endsWith(".vi.json"));
const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted();

describe("words in two languages", () => {
  it.each(vietnameseFiles)("%s has the same keys and the same places for values as its English", (file) => {
    const vietnamese = files[file]!;
    const english = files[file.replace(".vi.", ".en.")] ?? {};
    expect(Object.keys(english).toSorted()).toEqual(Object.keys(vietnamese).toSorted());
    const different = Object.keys(vietnamese).filter((key) => String(places(vietnamese[key]!)) !== String(places(english[key]!)));
    expect(different).toEqual([]);
  });

  it("gives a key to one feature only", () => {
    const keys = vietnameseFiles.flatMap((file) => Object.keys(files[file]!));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("has words for every key that a screen names", () => {
    const known = new Set(vietnameseFiles.flatMap((file) => Object.keys(files[file]!)));
    const named = Object.entries(sources).flatMap(([file, source]) =>
      [...source.matchAll(/(?:\bt\(|[kK]ey: |labelKey=)"([\w-]+(?:\.[\w-]+)+)"/g)].map((match) => `${match[1]} in ${file}`),
    );
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((use) => !known.has(use.split(" ")[0]!))).toEqual([]);
  });

  it("groups numbers, leaves years that are passed as text, and shows a missing key", () => {
    const t = translator({ "a.rows": "{count} hộ, năm {year}" });
    expect(t("a.rows", { count: 41504, year: "2023" })).toBe("41.504 hộ, năm 2023");
    expect(t("a.missing")).toBe("a.missing");
  });
});
