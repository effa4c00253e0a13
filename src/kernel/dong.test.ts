import fc from "fast-check";
import { expect, test } from "vitest";
import { dong, dongInWords, formatDong } from "./dong.ts";

test("an amount is a whole number", () => {
  expect(dong(1500000n)).toBe(1500000);
  expect(Object.is(dong(-0), 0)).toBe(true);
  for (const amount of [0.5, Number.NaN, 2 ** 53, 2n ** 60n]) {
    expect(() => dong(amount)).toThrowError(expect.objectContaining({ code: "dong.not-integer" }));
  }
});

test("documents write the word đồng", () => {
  expect(formatDong(dong(1500000))).toBe("1.500.000 đồng");
  expect(formatDong(dong(-25000))).toBe("-25.000 đồng");
});

test.each([
  [0, "Không đồng"],
  [1500000, "Một triệu năm trăm nghìn đồng"],
  [2354, "Hai nghìn ba trăm năm mươi tư đồng"],
  [-15000, "Âm mười lăm nghìn đồng"],
])("%d đồng in words", (amount, words) => expect(dongInWords(dong(amount))).toBe(words));

test("only the first letter is a capital", () => {
  fc.assert(fc.property(fc.maxSafeInteger(), (n) => /^\p{Lu}[^\p{Lu}]* đồng$/u.test(dongInWords(dong(n)))));
});
