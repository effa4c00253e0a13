import { expect, it } from "vitest";
import { ageBand, bestOf, ethnicBand, isMinority } from "./bands.ts";

it("puts each age into one band, its ends where the report has them", () => {
  expect([14, 15, 24, 25, 34, 35, 44, 45, 60, 61, null].map(ageBand)).toEqual(["under_15", "15_24", "15_24", "25_34", "25_34", "35_44", "35_44", "45_60", "45_60", "over_60", "unknown"]);
});

it("knows the peoples of the border, and whose people is not on file by the policy group", () => {
  expect(["01", "17", "05", "04", "08", null].map(ethnicBand)).toEqual(["kinh", "cham", "khmer", "hoa", "other", "unknown"]);
  expect([isMinority("01", ["DTTS_NGHEO"]), isMinority("17", []), isMinority(null, ["DTTS_NGHEO"]), isMinority(null, ["NGHEO"])]).toEqual([false, true, true, false]);
});

it("counts a person at the highest training", () => {
  expect([bestOf("self", "short"), bestOf("certified", "self"), bestOf("short", "short")]).toEqual(["short", "certified", "short"]);
});
