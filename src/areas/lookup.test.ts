import { expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { getAreaByText, lookUp } from "./lookup.ts";
import { unitIndex } from "./load.ts";

const index = unitIndex();
const on = plainDate("2023-12-31");

test.each([
  ["xã Phú Hữu, huyện An Fú", "30352@0"],
  ["xã Fú Hữu, huyện An Phú", "30352@0"],
  ["huyện An Phúc, tỉnh An Giang", "886@0"],
  ["xã Phước Hưnng, huyện An Phú", "30358@0"],
])("a slip of the pen is answered with the likeliest unit first: %s", (text, uid) => {
  const answer = lookUp(index, text, { on });
  expect(answer).toMatchObject({ status: "unknown" });
  expect(answer.status === "unknown" && answer.suggestions[0]?.unit.uid).toBe(uid);
});

test("suggestions stay in the area asked", () => {
  const answer = lookUp(index, "xã Fú Hữu", { on, within: "89@0" });
  expect(answer.status === "unknown" && answer.suggestions.map(({ unit }) => unit.uid)).toContain("30352@0");
  expect(answer.status === "unknown" && answer.suggestions.every(({ unit }) => unit.code.startsWith("30"))).toBe(true);
});

test("a text that reads like nothing has no suggestion", () => expect(lookUp(index, "xyzxyzxyz", { on })).toMatchObject({ status: "unknown", suggestions: [] }));

test("one unit or a refusal that names the candidates", () => {
  expect(getAreaByText(index, "huyện An Phú", { on }).uid).toBe("886@0");
  const refusal = (text: string, day = on) => {
    try {
      return getAreaByText(index, text, { on: day });
    } catch (error) {
      return error;
    }
  };
  expect(refusal("Phú Hữu, An Giang")).toMatchObject({ uid: "30352@0" });
  expect(refusal("xã Phú Hữu")).toMatchObject({ kind: "refused", code: "areas.textAmbiguous", data: { names: expect.stringContaining("xã Phú Hữu, huyện An Phú, tỉnh An Giang") } });
  expect(refusal("huyện An Phú", plainDate("2025-07-01"))).toMatchObject({ code: "areas.textNotInForce", data: { candidates: [{ uid: "886@0" }] } });
  expect(refusal("xã Fú Hữu, huyện An Phú")).toMatchObject({ kind: "not_found", code: "areas.textUnknown" });
  expect(refusal("xyzxyzxyz")).toMatchObject({ code: "areas.textUnknownNone" });
});
