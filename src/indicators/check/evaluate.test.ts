import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { evaluate, evaluationTable } from "./evaluate.ts";
import { firstSet, secondSet } from "./fragments.ts";

const all = [...firstSet, ...secondSet];

test("the published table is what the sets give now", () => {
  const readme = readFileSync(`${import.meta.dirname}/README.md`, "utf8");
  const table = evaluationTable([
    ["first", firstSet],
    ["second", secondSet],
    ["both", all],
  ]);
  expect(readme).toContain(table);
});

test("about half of the fragments are clean and ids are not used twice", () => {
  const { clean, fragments } = evaluate(all);
  expect(Math.abs(2 * clean - fragments)).toBeLessThanOrEqual(fragments / 10);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});

test("a planted wrong expectation is counted as missed, a planted wrong alarm as false", () => {
  const clean = firstSet.find(({ id }) => id === "rate-01")!;
  const wrong = firstSet.find(({ id }) => id === "rate-02")!;
  const missed = evaluate([{ ...clean, expected: { a: "inconsistent" } }]);
  const alarmed = evaluate([{ ...wrong, expected: { a: "consistent" } }]);
  expect([missed.missed, missed.found, alarmed.falseAlarms]).toEqual([1, 0, 1]);
});
