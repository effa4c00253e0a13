import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decimalText } from "../decimal.ts";
import { formatDecimal, formatDecimalText, formatInteger, formatIntegerIn, parseVietnameseDecimal, parseVietnameseNumber } from "./number.ts";

describe("in print", () => {
  test("thousands are parted by dots", () => {
    expect([0, 7, 999, 7125, 41504, 1500000, -1000].map(formatInteger)).toEqual(["0", "7", "999", "7.125", "41.504", "1.500.000", "-1.000"]);
    expect([formatIntegerIn(-1500000, "vi"), formatIntegerIn(-1500000, "en")]).toEqual(["-1.500.000", "-1,500,000"]);
    expect(formatInteger(12345678901234567890n)).toBe("12.345.678.901.234.567.890");
    expect(() => formatInteger(1.5)).toThrowError(expect.objectContaining({ code: "number.not-integer" }));
  });

  test("agrees with the number format of the locale", () => {
    const locale = new Intl.NumberFormat("vi-VN");
    fc.assert(fc.property(fc.maxSafeInteger(), (n) => formatInteger(n) === locale.format(n)));
  });

  test("decimals stand after a comma, every stated one", () => {
    expect(formatDecimal({ units: 2500n, scale: 2 })).toBe("25,00");
    expect(formatDecimal({ units: -5n, scale: 2 }, { minus: "−" })).toBe("−0,05");
    expect(formatDecimalText("1234.50")).toBe("1.234,50");
    expect(formatDecimalText("-1234567")).toBe("-1.234.567");
  });
});

describe("typed numbers", () => {
  test.each([
    ["1.500.000", 1500000],
    ["1500000", 1500000],
    ["1,500,000", 1500000],
    ["1 500 000", 1500000],
    ["1\u00a0500\u00a0000", 1500000],
    ["1.500", 1500],
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["0,125", 0.125],
    ["0.500", 0.5],
    ["12,50", 12.5],
    ["1500,5", 1500.5],
    ["1.500,25", 1500.25],
    ["1,500.25", 1500.25],
    ["1.234.567,891", 1234567.891],
    ["05", 5],
    ["0", 0],
    ["-0", 0],
    ["  -1.500 ", -1500],
    ["−2,29", -2.29],
    ["+3", 3],
  ])("%j is %d", (text, number) => expect(parseVietnameseNumber(text)).toBe(number));

  test.each(["1,500", "12,345", "1500.500", "1.50.000", "1.5.0", "1,5,0", "1.500.00", "1.500,", ",5", "1,500,00.5", "1.500 000", "1.8919E+10"])(
    "%j reads two ways or none and is not guessed",
    (text) => expect(parseVietnameseNumber(text)).toBeUndefined(),
  );

  test.each(["", " ", "-", "không có", "12 tuổi", "5%", "1.500đ", "NaN", "Infinity", "0x10", "--5", "1 5"])("%j is no number", (text) => {
    expect(parseVietnameseNumber(text)).toBeUndefined();
  });

  test("an integer too long for a binary number is kept exact or not given", () => {
    expect(parseVietnameseNumber("12345678901234567890")).toBeUndefined();
    expect(decimalText(parseVietnameseDecimal("12345678901234567890")!)).toBe("12345678901234567890");
  });

  const decimals = fc.record({ units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), scale: fc.integer({ min: 0, max: 6 }) });

  test("what the program prints it reads again, every decimal kept", () => {
    const readable = decimals.filter(({ units, scale }) => !/^-?[1-9]\d{0,2},\d{3}$/.test(formatDecimal({ units, scale })));
    fc.assert(fc.property(readable, (value) => decimalText(parseVietnameseDecimal(formatDecimal(value))!) === decimalText(value)));
  });

  test("no text makes it fail", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0123456789.,- +đ%"), maxLength: 15 });
    fc.assert(
      fc.property(typed, (text) => {
        const number = parseVietnameseNumber(text);
        return number === undefined || Number.isFinite(number);
      }),
    );
  });
});
