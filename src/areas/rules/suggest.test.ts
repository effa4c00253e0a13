import { expect, test } from "vitest";
import { plainDate } from "../../kernel/date.ts";
import { unitIndex } from "../load.ts";
import { resolve } from "./resolve.ts";

const index = unitIndex();
const on = plainDate("2023-12-31");

test.each([
  ["xã Phú Hữu, huyện An Fú", "30352@0"],
  ["xã Fú Hữu, huyện An Phú", "30352@0"],
  ["huyện An Phúc, tỉnh An Giang", "886@0"],
  ["xã Phước Hưnng, huyện An Phú", "30358@0"],
])("a slip of the pen is answered with the likeliest unit first: %s", (text, uid) => {
  const answer = resolve(index, text, { on });
  expect(answer).toMatchObject({ status: "unknown" });
  expect(answer.status === "unknown" && answer.suggestions[0]?.unit.uid).toBe(uid);
});

test("suggestions stay in the area asked", () => {
  const answer = resolve(index, "xã Fú Hữu", { on, within: "89@0" });
  expect(answer.status === "unknown" && answer.suggestions.map(({ unit }) => unit.uid)).toContain("30352@0");
  expect(answer.status === "unknown" && answer.suggestions.every(({ unit }) => unit.code.startsWith("30"))).toBe(true);
});

test("a text that reads like nothing has no suggestion", () => expect(resolve(index, "xyzxyzxyz", { on })).toMatchObject({ status: "unknown", suggestions: [] }));
