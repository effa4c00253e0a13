import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { residual, crossCheck, MOVEMENT_DEFAULTS, type After, type Before } from "../../rules/movement.ts";
import { deriveGroups, type HouseholdRecord } from "./derive.ts";
import { addTables, effectsOf, emptyTables, tallyGroups, type Group, type Part } from "./leaf.ts";

const group = (part: Part, before: Before, after: After, more: Partial<Group> = {}): Group =>
  ({ part, before, after, everPoor: false, everNearPoor: false, hamletId: "A", households: 1, membersBefore: 4, membersAfter: 5, gained: 0, lost: 0, ...more });
const cells = (one: Group) => effectsOf(one, one, MOVEMENT_DEFAULTS).map(({ list, column, households, people }) => `${list} ${column}: ${households}/${people}`);

describe("what a household adds to the tables", () => {
  test("who moves to another hamlet leaves one line and comes to the other with its class, and what befell it is counted there", () => {
    expect(cells(group("left", "poor", "near_poor"))).toEqual(["poor 1: 1/4", "poor 4: 1/4"]);
    expect(cells(group("arrived", "poor", "near_poor"))).toEqual(["poor 8: 1/4", "poor 2: 1/4", "near_poor 9: 1/5", "near_poor 5: 1/5"]);
  });

  test("who stays gains in column 8 and loses in column 4, without counting as a household", () => {
    expect(cells(group("whole", "poor", "poor", { gained: 1 }))).toEqual(["poor 1: 1/4", "poor 9: 1/5", "poor 8: 0/1"]);
  });
});

const day = (n: number) => `20${String(20 + Math.floor(n / 12)).padStart(2, "0")}-${String((n % 12) + 1).padStart(2, "0")}-10`;
const period = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.option(fc.integer({ min: 1, max: 30 }), { nil: null })).map(([from, length]) => ({ from: day(from) as never, to: (length === null ? null : day(from + length)) as never }));
const hamlet = fc.constantFrom("A", "B", "C");
const household = fc.record<HouseholdRecord>({
  id: fc.uuid(), from: fc.constant(day(0) as never), to: fc.option(fc.integer({ min: 1, max: 60 }).map((n) => day(n) as never), { nil: null }),
  formedBy: fc.constantFrom("listed", "new", "split", "arrived"),
  statuses: fc.array(fc.tuple(period, fc.constantFrom<"poor" | "near_poor">("poor", "near_poor"), hamlet, fc.integer({ min: 1, max: 9 })).map(([when, kind, hamletId, members]) => ({ ...when, class: kind, hamletId, members })), { maxLength: 5 }),
  residences: fc.array(fc.tuple(period, hamlet).map(([when, hamletId]) => ({ ...when, hamletId })), { maxLength: 4 }),
});

test("whatever is recorded of the households, every hamlet's lines balance and the two tables agree", () => {
  fc.assert(
    fc.property(fc.array(household, { maxLength: 30 }), (households) => {
      const groups = households.flatMap((one) => deriveGroups(one, { opening: "2022-12-31" as never, closing: "2023-12-31" as never }, new Set(["A", "B"])));
      const all = emptyTables();
      for (const tables of tallyGroups(groups, MOVEMENT_DEFAULTS).values()) {
        for (const { households: homes, people } of [tables.poor, tables.nearPoor]) expect([residual(homes), residual(people)]).toEqual([0, 0]);
        expect(crossCheck(tables)).toEqual({ poorToNearPoor: 0, nearPoorToPoor: 0 });
        addTables(all, tables);
      }
      expect(residual(all.poor.people)).toBe(0);
    }),
  );
});
