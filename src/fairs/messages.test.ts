import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import en from "./words/messages.en.json" with { type: "json" };
import vi from "./words/messages.vi.json" with { type: "json" };

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

describe("words of fairs", () => {
  test("exist in both languages with the same placeholders", () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [code, text] of Object.entries(vi)) expect(placeholders((en as Record<string, string>)[code]!), code).toEqual(placeholders(text));
  });

  test("exist for every code that the feature's code says", () => {
    const files = readdirSync("src/fairs", { recursive: true, encoding: "utf8" });
    const words = files.filter((name) => name.endsWith("messages.vi.json")).flatMap((name) => Object.keys(JSON.parse(readFileSync(join("src/fairs", name), "utf8")) as object));
    const said = files.filter((name) => /(?<!\.test)\.tsx?$/.test(name)).flatMap((name) => [...readFileSync(join("src/fairs", name), "utf8").matchAll(/"(fairs\.[\w.]+\w)"/g)].map(([, code]) => code!));
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter((code) => !words.includes(code) && !["fairs.passes", "fairs.report"].includes(code))).toEqual([]);
  });
});
