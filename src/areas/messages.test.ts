import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };
import { reasonText } from "./words.ts";

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test("both languages word the same codes with the same data", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const [code, text] of Object.entries(vi)) expect(holes(en[code as keyof typeof en]), code).toEqual(holes(text));
});

test("every code written in the feature has words, and all words are used", () => {
  const folder = import.meta.dirname;
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const source = files.map((file) => readFileSync(`${folder}/${file}`, "utf8")).join("\n");
  const codes = (pattern: RegExp): string[] => [...source.matchAll(pattern)].map(([, code]) => code!);
  const needed = codes(/(?:new AppError\("\w+", |code: )"(areas\.[\w.]+)"/g);
  const succession = codes(/"(unchanged|exact|main|split|landOnly|composed\w+)"/g).map((key) => `areas.reason.succession.${key}`);
  const used = new Set([...codes(/"(areas\.[\w.]+)"/g), ...succession]);
  expect(needed.length).toBeGreaterThan(20);
  expect(needed.filter((code) => !(code in vi))).toEqual([]);
  expect(Object.keys(vi).filter((code) => !used.has(code))).toEqual([]);
});

test("days are shown as in letters, a blank as not known", () => {
  const reason = { code: "areas.reason.ended", data: { name: "huyện An Phú", to: plainDate("2025-07-01"), act: "" } };
  expect(reasonText(reason)).toBe("huyện An Phú đã hết hiệu lực từ ngày 01/07/2025 (văn bản: không rõ)");
  expect(reasonText(reason, "en")).toBe("huyện An Phú ended on 01/07/2025 (act: not known)");
});
