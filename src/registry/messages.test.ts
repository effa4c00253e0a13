import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test("both languages word the same codes with the same data", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const [code, text] of Object.entries(vi)) expect(holes(en[code as keyof typeof en]), code).toEqual(holes(text));
});

test("every code of the feature has words, and all words are used", () => {
  const folder = import.meta.dirname;
  const files = ["", "rules/"].flatMap((sub) => readdirSync(`${folder}/${sub}`).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts")).map((file) => `${folder}/${sub}${file}`));
  const source = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const whole = [...source.matchAll(/"(registry\.[\w.]+\w)"/g)].map(([, code]) => code!);
  expect([...new Set(whole)].filter((code) => !(code in vi))).toEqual([]);
  const quoted = new Set([...source.matchAll(/["'](\w+)["']/g)].map(([, word]) => word));
  expect(Object.keys(vi).filter((code) => !whole.includes(code) && !quoted.has(code.split(".").at(-1)))).toEqual([]);
  for (const [, word] of source.matchAll(/refused\("(\w+)"/g)) expect(vi).toHaveProperty([`registry.${word}`]);
});
