import { expect, test } from "vitest";
import { plainDate } from "../../../kernel/date.ts";
import { commonDay, holdsFrom, standardDay, statusYearOf } from "./list-dates.ts";

const END = plainDate("2023-12-31");

test("a list of the review months gives next year's statuses, one of the months before the running year's", () => {
  expect([statusYearOf(END), statusYearOf(plainDate("2023-09-01")), statusYearOf(plainDate("2023-08-31")), statusYearOf(plainDate("2024-01-15"))]).toEqual([2024, 2024, 2023, 2024]);
  expect([standardDay(plainDate("2026-12-31")), standardDay(plainDate("2026-06-30"))]).toEqual(["2027-01-01", "2026-06-30"]);
});

test("a recognition holds from its decision, unless the decision is older than a year or younger than the list", () => {
  expect(holdsFrom(plainDate("2023-12-18"), END)).toBe("2023-12-18");
  expect(holdsFrom(plainDate("2021-12-20"), END)).toBe(END);
  expect(holdsFrom(plainDate("2022-12-31"), END)).toBe(END);
  expect(holdsFrom(plainDate("2024-01-05"), END)).toBe(END);
  expect(holdsFrom(null, END)).toBe(END);
});

test("a list changes hands on the day most of its households hold from; on a tie, the later", () => {
  const [a, b] = [plainDate("2023-12-18"), plainDate("2023-12-20")];
  expect(commonDay([a, b, b], END)).toBe(b);
  expect(commonDay([b, a], END)).toBe(b);
  expect(commonDay([], END)).toBe(END);
});
