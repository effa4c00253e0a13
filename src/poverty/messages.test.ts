import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { WORDS } from "./schema-words.ts";

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

describe("words", () => {
  test("exist in both languages with the same placeholders", () => {
    expect(Object.keys(WORDS.en).sort()).toEqual(Object.keys(WORDS.vi).sort());
    for (const [code, text] of Object.entries(WORDS.vi)) expect(placeholders(WORDS.en[code]!), code).toEqual(placeholders(text));
  });

  test("exist for every code that the feature's code says", () => {
    const files = readdirSync("src/poverty", { recursive: true, encoding: "utf8" });
    const words = files.filter((name) => name.endsWith("messages.vi.json")).flatMap((name) => Object.keys(JSON.parse(readFileSync(join("src/poverty", name), "utf8")) as object));
    const sources = files.filter((name) => /(?<!\.test)\.tsx?$/.test(name));
    const said = sources.flatMap((name) => [...readFileSync(join("src/poverty", name), "utf8").matchAll(/"(poverty\.[\w.]+\w)"/g)].map(([, code]) => code!));
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter((code) => !words.includes(code))).toEqual([]);
  });
});
