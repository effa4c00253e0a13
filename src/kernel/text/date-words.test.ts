import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isPlainDate, type PlainDate, plainDate } from "../date.ts";
import { fromExcelSerial, officialDate, parseLooseDate, shortDate } from "./date-words.ts";

const day = fc.integer({ min: 0, max: 140_000 }).map((n) => addDays("1801-01-01" as PlainDate, n));

describe("dates in print", () => {
  test.each([
    ["2024-06-28", "ngày 28 tháng 6 năm 2024", "28/06/2024"],
    ["2024-02-05", "ngày 05 tháng 02 năm 2024", "05/02/2024"],
    ["2024-01-31", "ngày 31 tháng 01 năm 2024", "31/01/2024"],
    ["2023-12-09", "ngày 09 tháng 12 năm 2023", "09/12/2023"],
    ["2024-03-10", "ngày 10 tháng 3 năm 2024", "10/03/2024"],
  ])("%s", (date, official, short) => {
    expect(officialDate(plainDate(date))).toBe(official);
    expect(shortDate(plainDate(date))).toBe(short);
  });
});

describe("dates as lists carry them", () => {
  test.each([
    ["05/06/1984", "1984-06-05"],
    ["5/6/1984", "1984-06-05"],
    ["5-6-1984", "1984-06-05"],
    ["5.6.1984", "1984-06-05"],
    [" 05 / 06 / 1984 ", "1984-06-05"],
    ["05 06 1984", "1984-06-05"],
    ["2023-12-31", "2023-12-31"],
    ["2023/12/31", "2023-12-31"],
    ["2023-12-31T00:00:00", "2023-12-31"],
    ["2023-12-31 00:00", "2023-12-31"],
    ["1984-06-04T17:00:00.000Z", "1984-06-05"],
    ["1984-06-05T00:00:00.000Z", "1984-06-05"],
    ["1984-06-05T01:00:00+07:00", "1984-06-05"],
    ["1984-06-05T01:00:00+0700", "1984-06-05"],
    ["ngày 05 tháng 6 năm 1984", "1984-06-05"],
    ["Ngày 5 tháng 6 năm 1984".normalize("NFD"), "1984-06-05"],
  ])("%j is the day %s", (text, date) => expect(parseLooseDate(text)).toMatchObject({ date, precision: "day" }));

  test.each([
    ["6/1984", { year: 1984, month: 6, precision: "month" }],
    ["00/06/1984", { year: 1984, month: 6, precision: "month" }],
    ["tháng 6 năm 1984", { year: 1984, month: 6, precision: "month" }],
    ["1984", { year: 1984, precision: "year" }],
    ["năm 1984", { year: 1984, precision: "year" }],
    ["00/00/1984", { year: 1984, precision: "year" }],
  ])("%j tells less than a day", (text, told) => expect(parseLooseDate(text)).toEqual(told));

  test.each([
    ["5/6/24", 2024, "2024-06-05"],
    ["5/6/24", 2023, "1924-06-05"],
    ["5/6/84", 2023, "1984-06-05"],
    ["5-6-00", 2023, "2000-06-05"],
  ])("the two-digit year of %j, in %i, is the latest that has been", (text, reference, date) => {
    expect(parseLooseDate(text, reference)?.date).toBe(date);
    expect(parseLooseDate(text)).toBeUndefined();
  });

  test.each(["31/02/2020", "29/02/2023", "6/28/2024", "13/1984", "00/13/1984", "5/00/1984", "5012", "198", "2023-13-01", "5/6-1984", "1984-06-05T25:00:00Z"])(
    "%j does not exist",
    (text) => expect(parseLooseDate(text, 2024)).toBeUndefined(),
  );

  test.each(["", "-", "không nhớ", "khoảng 1984", "12", "05061984", "5/6"])("%j is no date", (text) => expect(parseLooseDate(text, 2024)).toBeUndefined());

  test("every printed date is read again", () => {
    fc.assert(
      fc.property(day, (date) => [shortDate(date), officialDate(date), date].every((text) => parseLooseDate(text)?.date === date)),
    );
  });

  test("no typing makes a day that is not", () => {
    const typed = fc.string({ unit: fc.constantFrom(..."0123456789/-. :TZ+"), maxLength: 25 });
    fc.assert(
      fc.property(typed, fc.integer({ min: 1900, max: 2100 }), (text, reference) => {
        const date = parseLooseDate(text, reference)?.date;
        return date === undefined || isPlainDate(date);
      }),
    );
  });
});

describe("spreadsheet serials", () => {
  test.each([
    [1, false, "1900-01-01"],
    [59, false, "1900-02-28"],
    [61, false, "1900-03-01"],
    [30838, false, "1984-06-05"],
    [45291.75, false, "2023-12-31"],
    [2958465, false, "9999-12-31"],
    [0, true, "1904-01-01"],
    [43829, true, "2023-12-31"],
  ])("%d (1904: %s) is %s", (serial, date1904, date) => expect(fromExcelSerial(serial, date1904)).toBe(date));

  test.each([0, 0.5, 60, -1, 2958466, Number.NaN, Infinity])("%d is no day", (serial) => expect(fromExcelSerial(serial)).toBeUndefined());

  test("the two systems lie 1462 days apart", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => fromExcelSerial(n, true) === fromExcelSerial(n + 1462)));
    expect(fromExcelSerial(2957004, true)).toBeUndefined();
  });
});
