import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

test("words exist in both languages, English with no placeholder that Vietnamese lacks", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const [code, text] of Object.entries(en)) for (const name of placeholders(text)) expect(placeholders((vi as Record<string, string>)[code]!), code).toContain(name);
});

test("words exist for every code that the feature's code says", () => {
  const sources = readdirSync("src/support", { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.ts$/.test(name) && !name.startsWith("web"));
  const said = sources.flatMap((name) => [...readFileSync(join("src/support", name), "utf8").matchAll(/"(support\.[\w.]+\w)"/g)].map(([, code]) => code!));
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((code) => !(code in vi))).toEqual([]);
});
