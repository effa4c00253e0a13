import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { addDays, addMonths, ageOn, compareDates, dateInVietnam, daysBetween, findDate, isPlainDate, makeDate, type PlainDate, plainDate, yearOf } from "./date.ts";

const day = fc
  .integer({ min: 0, max: 150_000 })
  .map((offset) => new Date(Date.UTC(1800, 0, 1) + offset * 86_400_000).toISOString().slice(0, 10) as PlainDate);

describe("a calendar day", () => {
  test.each(["2024-02-29", "2000-02-29", "1984-06-05", "0001-01-01", "9999-12-31"])("%s exists", (text) => {
    expect(plainDate(text)).toBe(text);
  });

  test.each(["2023-02-29", "1900-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-1-1", "05/06/1984", "0000-01-01", "", "2024-06-05T00:00"])(
    "%s does not",
    (text) => {
      expect(isPlainDate(text)).toBe(false);
      expect(() => plainDate(text)).toThrowError(expect.objectContaining({ code: "date.invalid", kind: "invalid" }));
    },
  );

  test("exists just when the proleptic calendar of JavaScript has it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (y, m, d) => {
        const utc = new Date(Date.UTC(y, m - 1, d));
        const exists = utc.getUTCFullYear() === y && utc.getUTCMonth() === m - 1 && utc.getUTCDate() === d;
        return (findDate(y, m, d) !== undefined) === exists;
      }),
    );
  });

  test("is not made of parts that are no whole numbers", () => {
    expect(findDate(2024, 1.5, 1)).toBeUndefined();
    expect(() => makeDate(2024, 2, 30)).toThrowError(expect.objectContaining({ code: "date.invalid" }));
  });
});

describe("reckoning with days", () => {
  test("adding days and counting them are inverse", () => {
    fc.assert(fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (d, n) => daysBetween(d, addDays(d, n)) === n));
  });

  test("agrees with the calendar of the Temporal standard", () => {
    const wide = fc.tuple(fc.integer({ min: 1, max: 9980 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map((parts) => makeDate(...parts));
    fc.assert(
      fc.property(wide, wide, fc.integer({ min: 0, max: 120 }), (a, b, n) => {
        const temporal = Temporal.PlainDate.from(a);
        expect(daysBetween(a, b)).toBe(temporal.until(b, { largestUnit: "day" }).days);
        expect(addDays(a, n)).toBe(temporal.add({ days: n }).toString());
        expect(addMonths(a, n)).toBe(temporal.add({ months: n }).toString());
      }),
    );
    fc.assert(fc.property(day, fc.integer({ min: -2000, max: 2000 }), (d, n) => addMonths(d, n) === Temporal.PlainDate.from(d).add({ months: n }).toString()));
  });

  test("the order of texts is the order of days", () => {
    fc.assert(fc.property(day, day, (a, b) => compareDates(a, b) === -Math.sign(daysBetween(a, b))));
  });

  test("a month later is the same day, or the last day of a shorter month", () => {
    expect(addMonths(plainDate("2024-01-31"), 1)).toBe("2024-02-29");
    expect(addMonths(plainDate("2023-12-31"), 2)).toBe("2024-02-29");
    expect(addMonths(plainDate("2024-03-31"), -1)).toBe("2024-02-29");
    expect(addMonths(plainDate("2023-11-15"), 14)).toBe("2025-01-15");
  });

  test("the calendar has the years 0001 to 9999", () => {
    for (const beyond of [() => addDays(plainDate("9999-12-31"), 1), () => addMonths(plainDate("9999-12-31"), 1), () => addMonths(plainDate("0001-01-01"), -1)]) {
      expect(beyond).toThrowError(expect.objectContaining({ code: "date.invalid" }));
    }
    expect(() => dateInVietnam(Number.NaN)).toThrowError(expect.objectContaining({ code: "date.invalid" }));
  });
});

describe("age", () => {
  test.each([
    ["1984-06-05", "2024-06-04", 39],
    ["1984-06-05", "2024-06-05", 40],
    ["2008-02-29", "2024-02-28", 15],
    ["2008-02-29", "2024-02-29", 16],
    ["2008-02-29", "2023-02-28", 14],
    ["2008-02-29", "2023-03-01", 15],
    ["2024-06-05", "2024-06-05", 0],
    ["2024-06-05", "2024-01-01", -1],
  ])("one born on %s is on %s %i years old", (birth, on, age) => expect(ageOn(plainDate(birth), plainDate(on))).toBe(age));

  test("grows by one from birthday to birthday", () => {
    fc.assert(fc.property(day, fc.integer({ min: 0, max: 110 }), (birth, years) => ageOn(birth, addMonths(birth, 12 * years + 11)) === years));
    fc.assert(fc.property(day, day, (birth, on) => on < birth || ageOn(birth, on) <= yearOf(on) - yearOf(birth)));
  });
});

test("the day of an instant is the day in Viet Nam", () => {
  expect(dateInVietnam(Date.parse("2024-06-04T16:59:59.999Z"))).toBe("2024-06-04");
  expect(dateInVietnam(Date.parse("2024-06-04T17:00:00.000Z"))).toBe("2024-06-05");
  expect(dateInVietnam(Date.parse("2024-06-05T00:00:00+07:00"))).toBe("2024-06-05");
});
