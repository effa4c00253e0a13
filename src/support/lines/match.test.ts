import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { lookupOf } from "../../registry/public.ts";
import { dayOf, moneyOf, quantityOf } from "./line-format.ts";
import { Matcher, saidOf, type Candidate } from "./match.ts";
import type { ReadLine } from "./read-lines.ts";

const keys = { seal: randomBytes(32), lookup: randomBytes(32) };
const person = (name: string, birthYear: number | null, hamlet: string, number: string | null = null): Candidate => ({
  householdId: name, personId: `${name} ${String(birthYear)} ${hamlet}`, hamletId: hamlet, name, birthYear, hamlet, isHead: true,
  masked: number && `${number.slice(0, 3)}••••••${number.slice(-3)}`, lookups: number === null ? [] : [lookupOf(keys, number).toString("hex")],
});
const people = [
  person("Nguyễn Văn Hòa", 1961, "Ấp Phú Lợi", "089061000123"), person("Nguyễn Văn Hoà", 1961, "Ấp Phú Hòa", "089061000456"), person("Trần Thị Lệ", 1970, "Ấp Phú Lợi"), person("Trần Thị Lệ", 1982, "Ấp Phú Lợi"),
];
const matcher = new Matcher(people, keys);
const said = (more: object) => matcher.match({ name: "nguyen van hoa", digits: null, masked: null, birthYear: null, hamlet: "", ...more });

test("by number, by masked number with the name, else by name, year and hamlet", () => {
  expect(said({ name: "tên khác", digits: "089061000456" })).toMatchObject({ kind: "one", by: "number", candidate: people[1] });
  expect(said({ masked: "089123" })).toMatchObject({ kind: "one", by: "masked", candidate: people[0] });
  expect(said({ birthYear: 1961, hamlet: "Phú Lợi" })).toMatchObject({ kind: "one", by: "name", candidate: people[0] });
});

test("a name that two share finds nobody; a wrong year finds nobody; a number that is not on file falls back to the name", () => {
  expect(said({ birthYear: 1961 }).kind).toBe("many");
  expect(said({ birthYear: 1950, hamlet: "Phú Lợi" }).kind).toBe("none");
  expect(said({ name: "Trần Thị Lệ", hamlet: "Ấp Phú Lợi" }).kind).toBe("many");
  expect(said({ digits: "001061000999", birthYear: 1961, hamlet: "Ấp Phú Hòa" })).toMatchObject({ kind: "one", by: "name", candidate: people[1] });
});

test("a line's cells: a leading zero that a spreadsheet dropped, a masked number, a birth date", () => {
  const of = (cells: object) => saidOf({ sheet: "", sheetIndex: 0, row: 1, columns: {}, cells } as ReadLine, "person");
  expect(of({ member_name: "Lê A", identity: 89061000123 })).toMatchObject({ digits: "089061000123", name: "Lê A" });
  expect(of({ head_name: "Lê B", identity: "089••••••001", birth: "5/6/1984" })).toMatchObject({ digits: null, masked: "089001", birthYear: 1984, name: "Lê B" });
});

test("amounts, quantities and days as people write them", () => {
  expect(["1.500.000", "1,500,000 đ", 1500000, "500000 đồng", "0"].map(moneyOf)).toEqual([1_500_000, 1_500_000, 1_500_000, 500_000, 0]);
  expect(["1.5", "nhiều", -1, 1.5, ""].map(moneyOf)).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect([2, "2,5", "0", "x"].map(quantityOf)).toEqual([2, 2.5, undefined, undefined]);
  expect(["06/03/2026", "2026-03-06", "31/02/2026", "2026"].map(dayOf)).toEqual(["2026-03-06", "2026-03-06", undefined, undefined]);
});
