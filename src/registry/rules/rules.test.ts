import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, plainDate, type PlainDate } from "../../kernel/date.ts";
import { cutFacts, endFacts, holdsOn, type Fact } from "./facts.ts";
import { HEAD, mustBeAbleToLeave, mustHaveOneHead, mustStandOn, relationsAfterHeadChange, type Household, type Membership } from "./household.ts";
import { decidePerson, earliestDay } from "./person.ts";
import { markedSpellings, nameRank } from "./search-text.ts";

const day = plainDate;
const TODAY = day("2026-11-23");

describe("a person as written down", () => {
  const birth = (text: string | null) => decidePerson({ fullName: "Nguyễn Văn An", sex: 1, birth: text, ethnicity: null }, TODAY).birth;

  it("keeps the name tidy, with its marks as on paper", () => {
    const person = decidePerson({ fullName: "  NGUYỄN  THỊ  HOÀ ", sex: 2, birth: null, ethnicity: "01" }, TODAY);
    expect(person).toMatchObject({ fullName: "Nguyễn Thị Hoà", nameFolded: "nguyen thi hoa" });
  });

  it("is born on a day, in a month, in a year, or nobody knows when", () => {
    expect(birth("5/6/1984")).toEqual({ date: "1984-06-05", year: 1984, precision: "day" });
    expect(birth("6/1984")).toEqual({ date: "1984-06-01", year: 1984, precision: "month" });
    expect(birth("1984")).toEqual({ date: null, year: 1984, precision: "year" });
    expect(birth(" ")).toEqual({ date: null, year: null, precision: "unknown" });
  });

  it("is not born on a day that does not exist, tomorrow, or in the century before last", () => {
    expect(() => birth("31/02/1984")).toThrow(/birthUnreadable/);
    expect(() => birth("24/11/2026")).toThrow(/birthInFuture/);
    expect(() => birth("1880")).toThrow(/birthTooOld/);
  });

  it("has a name of letters", () => {
    for (const fullName of ["", "A", "12345", "=HYPERLINK(1)"]) expect(() => decidePerson({ fullName, sex: 0, birth: null, ethnicity: null }, TODAY)).toThrow(/nameInvalid/);
  });

  it("lives nowhere before the birth", () => {
    expect([birth("5/6/1984"), birth("1984"), birth(null)].map(earliestDay)).toEqual(["1984-06-05", "1984-01-01", null]);
  });
});

const member = (id: string, relation: string, from: string, to: string | null = null): Membership => ({
  id, householdId: "h", personId: `p${id}`, hamletId: "x", relation, name: `Người ${id}`, from: day(from), to: to === null ? null : day(to),
});
const household = (memberships: Membership[], changes: Partial<Household> = {}): Household => ({
  id: "h", version: 1, hamletId: "x", localCode: null, address: null, headName: "Người a", from: day("2020-01-01"), to: null, voidedAt: null,
  residences: [], memberships, characteristics: [], ...changes,
});

describe("a household", () => {
  const three = household([member("a", HEAD, "2020-01-01"), member("b", "02", "2020-01-01"), member("c", "03", "2021-05-01")]);

  it("has one head", () => {
    expect(() => mustHaveOneHead(three.memberships)).not.toThrow();
    expect(() => mustHaveOneHead([{ relation: "02" }])).toThrow(/noHead/);
    expect(() => mustHaveOneHead([{ relation: HEAD }, { relation: HEAD }])).toThrow(/manyHeads/);
  });

  it("lets a member go, but not its head while others stay, and not its last", () => {
    const [head, wife, child] = three.memberships as [Membership, Membership, Membership];
    expect(() => mustBeAbleToLeave(three, wife, day("2024-01-01"))).not.toThrow();
    expect(() => mustBeAbleToLeave(three, head, day("2024-01-01"))).toThrow(/headLeaves/);
    expect(() => mustBeAbleToLeave(household([head]), head, day("2024-01-01"))).toThrow(/lastMember/);
    expect(() => mustBeAbleToLeave(three, child, day("2021-05-01"))).toThrow(/leavesBeforeJoining/);
    expect(() => mustBeAbleToLeave(three, member("d", "09", "2020-01-01", "2022-01-01"), day("2024-01-01"))).toThrow(/alreadyLeft/);
  });

  it("takes nothing before it was, after it ended, or in days to come", () => {
    expect(() => mustStandOn(three, day("2019-12-31"), TODAY)).toThrow(/beforeHousehold/);
    expect(() => mustStandOn(three, day("2027-01-01"), TODAY)).toThrow(/dayToCome/);
    expect(() => mustStandOn({ ...three, to: day("2024-01-01") }, day("2025-01-01"), TODAY)).toThrow(/householdEnded/);
    expect(() => mustStandOn({ ...three, voidedAt: "2026-01-01" }, day("2025-01-01"), TODAY)).toThrow(/householdVoided/);
  });

  it("gives every member a relation to the new head", () => {
    const after = relationsAfterHeadChange(three.memberships, "b", "02", { c: "03" });
    expect(three.memberships.map(after)).toEqual(["02", HEAD, "03"]);
    expect(() => relationsAfterHeadChange(three.memberships, "a", "02", {})).toThrow(/alreadyHead/);
    expect(() => relationsAfterHeadChange(three.memberships, "b", "02", { c: HEAD })).toThrow(/manyHeads/);
  });
});

describe("facts told anew from a day", () => {
  const days = fc.integer({ min: 0, max: 3000 }).map((n) => addDays(day("2018-01-01"), n));
  const fact: fc.Arbitrary<Fact & { value: string }> = fc.record({ from: days, length: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }), value: fc.constantFrom("a", "b") })
    .map(({ from, length, value }) => ({ id: "f", from, to: length === null ? null : addDays(from, length), value }));
  const valueOn = (facts: readonly { from: PlainDate; to: PlainDate | null; value: string }[], on: PlainDate): string[] => facts.filter((one) => holdsOn(one, on)).map((one) => one.value);

  it("hold as before until that day and as told from it on", () => {
    fc.assert(
      fc.property(fact, days, days, (old, cut, asked) => {
        const { voided, added } = cutFacts([old], cut, (one) => ({ ...one, value: "new" }));
        const now = voided.length === 0 ? [old] : added;
        expect(valueOn(now, asked)).toEqual(valueOn([old], asked).map((value) => (asked >= cut ? "new" : value)));
        for (const one of added) expect(one.to === null || one.from < one.to).toBe(true);
      }),
    );
  });

  it("hold nothing from their end on", () => {
    fc.assert(
      fc.property(fact, days, days, (old, cut, asked) => {
        const { voided, added } = endFacts([old], cut);
        const now = voided.length === 0 ? [old] : added;
        expect(valueOn(now, asked)).toEqual(asked >= cut ? [] : valueOn([old], asked));
      }),
    );
  });
});

describe("a name searched for", () => {
  it("is also looked for with its tone in the other place", () => {
    expect(markedSpellings("Nguyễn Thị Hoà")).toEqual(["nguyễn thị hòa", "nguyễn thị hoà"]);
    expect(markedSpellings("thuý")).toEqual(["thúy", "thuý"]);
    expect(markedSpellings("Quý")).toEqual(["quý"]);
    expect(markedSpellings("Hoàn")).toEqual(["hoàn"]);
    expect(markedSpellings("nguyen thi hoa")).toEqual([]);
  });

  it("puts the name with the very marks first", () => {
    const ranked = ["Trần Văn Hóa", "Lê Thị Hoa", "Phạm Hoà", "Hòa", "Hoàng Anh"].sort((a, b) => nameRank(a, "hòa") - nameRank(b, "hòa"));
    expect(ranked.slice(0, 2)).toEqual(["Hòa", "Phạm Hoà"]);
    expect(nameRank("Nguyễn Thị Hoa", "nguyen thi")).toBe(2);
  });
});
