import { expect, test } from "vitest";
import { matchHouseholds, type PersonProfile, type Profile } from "./match.ts";

const person = (name: string, year: number | null = null, ids: string[] = [], date: string | null = null): PersonProfile => ({ name, year, ids, date });
const home = (ref: string, members: PersonProfile[], more: Partial<Profile<string>> = {}): Profile<string> => ({
  ref, members, head: members[0] ?? null, hamlet: "phu thanh", code: "", address: "", doubtful: false, ...more,
});
const an = (year: number | null = 1960, ids: string[] = [], date: string | null = null): PersonProfile => person("nguyen van an", year, ids, date);

test("the head's number finds the household, whatever name and hamlet the list writes", () => {
  const matches = matchHouseholds([home("list", [person("nguyen v an", 1961, ["a"])], { hamlet: "phu loi" })], [home("file", [an(1960, ["a"])])]);
  expect(matches.get("list")).toEqual({ found: "file", maybe: [] });
});

test("without a number: name, birth year and hamlet together, while no other household is as likely", () => {
  expect(matchHouseholds([home("list", [an()])], [home("file", [an()]), home("other", [an(1971)])]).get("list")?.found).toBe("file");
  expect(matchHouseholds([home("list", [an()])], [home("one", [an()]), home("two", [an()])]).get("list")).toEqual({ maybe: ["one", "two"] });
});

test("of two namesakes the one with the same members is taken, or with the same whole date of birth", () => {
  const child = person("nguyen thi lan", 1990);
  expect(matchHouseholds([home("list", [an(), child])], [home("one", [an()]), home("two", [an(), child])]).get("list")?.found).toBe("two");
  const born = an(1960, [], "1960-03-02");
  expect(matchHouseholds([home("list", [born])], [home("one", [an()]), home("two", [born])]).get("list")?.found).toBe("two");
});

test("two equal lines of a list do not share one household on file: neither takes it", () => {
  const matches = matchHouseholds([home("a", [an()]), home("b", [an()])], [home("file", [an()])]);
  expect([matches.get("a")?.found, matches.get("b")?.found]).toEqual([undefined, undefined]);
  expect(matches.get("a")?.maybe).toEqual(["file"]);
});

test("another birth year, another number or another hamlet with nobody in common is another household", () => {
  const file = [home("file", [an(1960, ["a"])])];
  expect(matchHouseholds([home("list", [an(1975)])], file).get("list")?.found).toBeUndefined();
  expect(matchHouseholds([home("list", [an(1960, ["b"])])], file).get("list")?.found).toBeUndefined();
  expect(matchHouseholds([home("list", [an()], { hamlet: "phu loi" })], file).get("list")?.found).toBeUndefined();
});

test("a corrected number does not make another household of a family that is otherwise the same", () => {
  const child = person("nguyen thi lan", 1990);
  expect(matchHouseholds([home("list", [an(1960, ["b"]), child])], [home("file", [an(1960, ["a"]), child])]).get("list")?.found).toBe("file");
  const born = "1960-03-02";
  expect(matchHouseholds([home("list", [an(1960, ["b"], born)])], [home("file", [an(1960, ["a"], born)])]).get("list")).toEqual({ maybe: ["file"] });
});

test("a dead head's household is found by its members' numbers", () => {
  const [wife, son] = [person("tran thi be", 1962, ["w"]), person("nguyen van hai", 1988, ["s"])];
  expect(matchHouseholds([home("list", [wife, son])], [home("file", [an(1960, ["a"]), wife, son])]).get("list")?.found).toBe("file");
});

test("a son with a household of his own is told as branched off, and his father's household stays with the father", () => {
  const [father, mother, son] = [an(1960, ["a"]), person("tran thi be", 1962, ["w"]), person("nguyen van hai", 1988, ["s"])];
  const file = [home("file", [father, mother, son])];
  const bride = person("le thi cuc", 1990, ["c"]);
  const both = matchHouseholds([home("parents", [father, mother]), home("young", [son, bride])], file);
  expect([both.get("parents")?.found, both.get("young")]).toEqual(["file", { splitFrom: "file", maybe: [] }]);
  expect(matchHouseholds([home("young", [son, bride])], file).get("young")).toEqual({ splitFrom: "file", maybe: [] });
});

test("a household that an earlier list left in doubt is taken before its likes", () => {
  expect(matchHouseholds([home("list", [an()])], [home("one", [an()]), home("two", [an()], { doubtful: true })]).get("list")?.found).toBe("two");
});

test("a name alone, with neither birth nor hamlet, finds nothing but is told", () => {
  const nowhere = { hamlet: null };
  expect(matchHouseholds([home("list", [an(null)], nowhere)], [home("file", [an(null)], nowhere)]).get("list")).toEqual({ maybe: ["file"] });
});

test("a list of heads without births is found again by name and hamlet where the name is the only one", () => {
  const names = ["nguyen van an", "tran thi be", "le van cuong"];
  const matches = matchHouseholds(names.map((name) => home(`list ${name}`, [person(name)])), names.map((name) => home(name, [person(name)])));
  expect(names.map((name) => matches.get(`list ${name}`)?.found)).toEqual(names);
});
