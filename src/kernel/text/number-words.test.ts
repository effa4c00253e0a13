import fc from "fast-check";
import { expect, test } from "vitest";
import { integerInWords } from "./number-words.ts";

test.each([
  [0, "không"],
  [5, "năm"],
  [10, "mười"],
  [14, "mười bốn"],
  [15, "mười lăm"],
  [20, "hai mươi"],
  [21, "hai mươi mốt"],
  [24, "hai mươi tư"],
  [55, "năm mươi lăm"],
  [100, "một trăm"],
  [101, "một trăm linh một"],
  [104, "một trăm linh tư"],
  [105, "một trăm linh năm"],
  [111, "một trăm mười một"],
  [1005, "một nghìn không trăm linh năm"],
  [41504, "bốn mươi mốt nghìn năm trăm linh tư"],
  [1_050_000, "một triệu không trăm năm mươi nghìn"],
  [1_000_001, "một triệu không trăm linh một"],
  [2_000_000_000, "hai tỷ"],
  [1_000_005_021, "một tỷ không trăm linh năm nghìn không trăm hai mươi mốt"],
  [3_500_000_000_000, "ba nghìn năm trăm tỷ"],
  [-21, "âm hai mươi mốt"],
])("%d is %s", (n, words) => expect(integerInWords(n)).toBe(words));

const UNITS = new Map(Object.entries({ không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, sáu: 6, bảy: 7, tám: 8, chín: 9 }));
const SCALES = new Map([["nghìn", 1000n], ["triệu", 1_000_000n]]);

/** Reads the words back as one hears them: digits gather until a place word takes them. */
function heard(words: string): bigint {
  let [billions, below, group, digit] = [0n, 0n, 0n, 0n];
  for (const word of words.split(" ")) {
    const unit = UNITS.get(word);
    const scale = SCALES.get(word);
    if (unit !== undefined) digit = BigInt(unit);
    else if (word === "trăm") [group, digit] = [group + digit * 100n, 0n];
    else if (word === "mươi") [group, digit] = [group + digit * 10n, 0n];
    else if (word === "mười") group += 10n;
    else if (scale !== undefined) [below, group, digit] = [below + (group + digit) * scale, 0n, 0n];
    else if (word === "tỷ") [billions, below, group, digit] = [(billions + below + group + digit) * 1_000_000_000n, 0n, 0n, 0n];
    else expect(word).toBe("linh");
  }
  return billions + below + group + digit;
}

test("the words say the number", () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 24n }), (n) => heard(integerInWords(n)) === n));
  fc.assert(fc.property(fc.nat({ max: 100_000 }), (n) => heard(integerInWords(n)) === BigInt(n)));
});

test("a fraction has no such words", () => {
  expect(() => integerInWords(1.5)).toThrowError(expect.objectContaining({ code: "number.not-integer" }));
});
