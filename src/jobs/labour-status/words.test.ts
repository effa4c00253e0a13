import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import en from "./messages.en.json" with { type: "json" };
import vi from "./messages.vi.json" with { type: "json" };
import webEn from "../web/labour/messages.en.json" with { type: "json" };
import webVi from "../web/labour/messages.vi.json" with { type: "json" };
import * as codes from "./rules/labour-codes.ts";
import { COLUMN } from "./store.ts";

const folder = new URL("./rules/", import.meta.url);
const sources = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.includes("test")).map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n");
const told = [...sources.matchAll(/tell\("\w+", "(\w+)"|code: "labour\.(\w+)"/g)].map(([, own, whole]) => `labour.${own ?? whole}`);

test("every problem of a form has words in both languages that say where", () => {
  expect(told.length).toBeGreaterThan(14);
  for (const code of told) expect([code, (vi as Record<string, string>)[code], (en as Record<string, string>)[code]]).toEqual([code, expect.stringContaining("{cell}"), expect.stringContaining("{cell}")]);
});

test("every question and every answer has words, on paper and on screen", () => {
  const lists = { state: codes.STATE, education: codes.EDUCATION, qualification: codes.QUALIFICATION, position: codes.POSITION, insurance: codes.INSURANCE, contract: codes.CONTRACT, workplaceKind: codes.WORKPLACE, unemployedFor: codes.UNEMPLOYED_FOR, inactiveReason: codes.INACTIVE_REASON, jobWant: codes.JOB_WANT, priority: codes.PRIORITY };
  const keys = [...Object.keys(COLUMN).map((key) => `labour.field.${key}`), ...Object.entries(lists).flatMap(([key, { codes: all }]) => all.map((code) => `labour.${key}.${code}`))];
  for (const words of [vi, en, webVi, webEn] as Record<string, string>[]) expect(keys.filter((key) => !words[key])).toEqual([]);
  expect(Object.keys(webVi)).toEqual(Object.keys(webEn));
});
