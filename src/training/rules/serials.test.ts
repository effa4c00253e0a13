import { expect, test } from "vitest";
import { serialAfter } from "./serials.ts";

test("numbers count up at their end and keep their width", () => {
  expect([serialAfter("TT-0099", 0), serialAfter("TT-0099", 2), serialAfter("B 9", 1), serialAfter("12/2024", 1)]).toEqual(["TT-0099", "TT-0101", "B 10", "13/2024"]);
  expect([serialAfter("", 0), serialAfter("TT-", 1)]).toEqual([undefined, undefined]);
});
