import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };

const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!).sort();

test("both languages word the same codes with the same data", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
  for (const [code, text] of Object.entries(vi)) expect(holes(en[code as keyof typeof en]), code).toEqual(holes(text));
});

test("every code that these parts name has words; reasons of the rules too", () => {
  const parts = ["", "catalogue/", "certificates/", "classes/", "learners/", "lists/", "rules/", "timetable/"];
  const files = parts.flatMap((part) => readdirSync(`${import.meta.dirname}/${part}`).filter((file) => file.endsWith(".ts") && !/\.(test|testing)\.ts$/.test(file)).map((file) => `${import.meta.dirname}/${part}${file}`));
  const source = files.map((file) => readFileSync(file, "utf8")).join("\n");
  const codes = [...source.matchAll(/(?<!kind: )"(training\.(?!need|outcome|selfTaught|tables|allowance|paymentList)[\w.]+\w)"/g)].map(([, code]) => code!);
  expect([...new Set(codes)].filter((code) => !(code in vi))).toEqual([]);
  const reasons = [...source.matchAll(/code: "(\w+)", certainty|\bown\("(\w+)"/g)].map(([, code, asked]) => `training.reason.${code ?? asked}`);
  expect(reasons.length).toBeGreaterThan(15);
  expect(reasons.filter((code) => !(code in vi))).toEqual([]);
});
