import { describe, expect, test } from "vitest";
import { compareMarks, foldedKey, markedKey } from "./name-key.ts";

test.each([
  ["Hoà Bình", "Hòa Bình"],
  ["Ea H'leo", "Ea H’Leo"],
  ["Ia H' Drai", "ia h'drai"],
  ["Phan Rang-Tháp Chàm", "Phan Rang - Tháp Chàm"],
  ["01", "1"],
])("%s and %s are one name", (a, b) => expect(markedKey(a)).toBe(markedKey(b)));

test("names are found without marks, and with i for y", () => {
  expect(foldedKey("Mỹ Đức")).toBe(foldedKey("mi duc"));
  expect(foldedKey("Đắk R'Lấp")).toBe("dak rlap");
  expect(foldedKey("10")).toBe("10");
});

describe("typed marks", () => {
  test.each([
    ["phú hữu", "phú hữu", "same"],
    ["phu huu", "phú hữu", "left_out"],
    ["phú huu", "phú hữu", "left_out"],
    ["đa phuoc", "đa phước", "left_out"],
    ["phù hữu", "phú hữu", "differ"],
    ["phú hữu", "phu huu", "differ"],
    ["mĩ đức", "mỹ đức", "differ"],
  ])("%s beside %s: %s", (typed, name, marks) => expect(compareMarks(typed, name)).toBe(marks));
});
