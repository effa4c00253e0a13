import { expect, test } from "vitest";
import { plainDate } from "../kernel/date.ts";
import { getAreaByText } from "./lookup.ts";
import { unitIndex } from "./load.ts";

const index = unitIndex();
const on = plainDate("2023-12-31");

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
