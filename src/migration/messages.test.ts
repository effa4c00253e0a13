import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const FOLDER = "src/migration";
const read = (name: string): Record<string, string> => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Record<string, string>;
const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" });
const parts = files.filter((name) => name.endsWith("messages.vi.json"));
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

describe("words of labour away and abroad", () => {
  test.each(parts)("%s: both languages, the same placeholders", (name) => {
    const [vi, en] = [read(name), read(name.replace(".vi.", ".en."))];
    expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
    for (const [code, text] of Object.entries(vi)) expect([code, placeholders(en[code]!)]).toEqual([code, placeholders(text)]);
  });

  test("exist for every code that the code says", () => {
    const words = new Set(parts.flatMap((name) => Object.keys(read(name))));
    const sources = files.filter((name) => /(?<!\.test)\.tsx?$/.test(name));
    const said = sources.flatMap((name) => [...readFileSync(join(FOLDER, name), "utf8").matchAll(/"(migration\.[\w.]+\w)"/g)].map(([, code]) => code!));
    expect(said.length).toBeGreaterThan(40);
    expect(said.filter((code) => !words.has(code))).toEqual([]);
  });
});
