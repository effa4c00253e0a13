import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type After,
  type Before,
  type HouseholdMove,
  type MovementRow,
  closingTotal,
  crossCheck,
  escapedPoverty,
  movementColumns,
  residual,
  tallyMovement,
} from "./movement.ts";

const columns = (before: Before, after: After, everPoor = false, everNearPoor = false) => {
  const { poor, nearPoor } = movementColumns({ before, after, everPoor, everNearPoor });
  return [poor, nearPoor];
};

describe("the column of a household's move (poor table, near-poor table)", () => {
  test.each<[Before, After, (number | undefined)[]]>([
    ["poor", "near_poor", [2, 5]],
    ["poor", "none", [3, undefined]],
    ["poor", "gone", [4, undefined]],
    ["near_poor", "poor", [5, 3]],
    ["near_poor", "none", [undefined, 2]],
    ["near_poor", "gone", [undefined, 4]],
    ["none", "poor", [7, undefined]],
    ["none", "near_poor", [undefined, 7]],
    ["absent", "poor", [8, undefined]],
    ["absent", "near_poor", [undefined, 8]],
    ["poor", "poor", [undefined, undefined]],
    ["none", "gone", [undefined, undefined]],
    ["absent", "none", [undefined, undefined]],
  ])("%s → %s", (before, after, expected) => expect(columns(before, after)).toEqual(expected));

  test("one that was poor before falls back into poverty", () => {
    expect(columns("none", "poor", true)).toEqual([6, undefined]);
    expect(columns("none", "poor", false, true)).toEqual([7, undefined]);
    expect(columns("none", "near_poor", false, true)).toEqual([undefined, 6]);
  });

  test("one that was poor and comes back near-poor: the choice that the law leaves open", () => {
    const move = { before: "none", after: "near_poor", everPoor: true, everNearPoor: false } as const;
    expect(movementColumns(move).nearPoor).toBe(6);
    expect(movementColumns(move, { formerlyPoorAsNearPoor: "new" }).nearPoor).toBe(7);
  });
});

describe("the tables", () => {
  const members = fc.integer({ min: 1, max: 12 });
  const moves = fc.array(
    fc.record<HouseholdMove>({
      before: fc.constantFrom<Before>("poor", "near_poor", "none", "absent"),
      after: fc.constantFrom<After>("poor", "near_poor", "none", "gone"),
      everPoor: fc.boolean(),
      everNearPoor: fc.boolean(),
      membersBefore: members,
      membersAfter: members,
    }),
    { maxLength: 60 },
  );

  test("balance for households and people, and agree with each other, whatever happened", () => {
    fc.assert(
      fc.property(moves, (list) => {
        const tables = tallyMovement(list);
        for (const { households, people } of [tables.poor, tables.nearPoor]) expect([residual(households), residual(people)]).toEqual([0, 0]);
        expect(crossCheck(tables)).toEqual({ poorToNearPoor: 0, nearPoorToPoor: 0 });
        expect(tables.poor.households[0]).toBe(list.filter(({ before }) => before === "poor").length);
        expect(tables.poor.households[8]).toBe(list.filter(({ after }) => after === "poor").length);
      }),
    );
  });

  test("members gained and lost by a household that stays go to other increase and decrease", () => {
    const stay = { before: "poor", after: "poor", everPoor: true, everNearPoor: false } as const;
    const { poor } = tallyMovement([
      { ...stay, membersBefore: 4, membersAfter: 5 },
      { ...stay, membersBefore: 6, membersAfter: 3 },
    ]);
    expect(poor.people).toEqual([10, 0, 0, 3, 0, 0, 0, 1, 8]);
    expect(poor.households).toEqual([2, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
});

describe("tables that provinces printed", () => {
  test.each<[string, MovementRow, number]>([
    ["Cư Jút, poor households", [294, 64, 45, 0, 5, 0, 14, 0, 204], 0],
    ["Cư Jút, poor people", [1313, 303, 243, 0, 26, 0, 59, 0, 852], 0],
    ["Đăk Glong, poor households", [1369, 374, 128, 0, 39, 0, 28, 0, 923], -11],
    ["Đắk Mil, poor households", [238, 47, 4, 0, 6, 14, 12, 0, 221], 2],
    ["Cư Jút, near-poor households", [276, 45, 5, 0, 63, 0, 18, 0, 305], -2],
    ["Đăk Glong, near-poor households", [1099, 661, 40, 0, 360, 5, 29, 0, 783], -9],
  ])("%s: residual", (_, row, expected) => {
    expect(residual(row)).toBe(expected);
    expect(closingTotal(row)).toBe(row[8] - expected);
  });

  test("Cư Jút: the two tables disagree by one household; 109 escaped poverty", () => {
    const none: MovementRow = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    const poor: MovementRow = [294, 64, 45, 0, 5, 0, 14, 0, 204];
    const nearPoor: MovementRow = [276, 45, 5, 0, 63, 0, 18, 0, 305];
    const tables = { poor: { households: poor, people: none }, nearPoor: { households: nearPoor, people: none } };
    expect(crossCheck(tables)).toEqual({ poorToNearPoor: 1, nearPoorToPoor: 0 });
    expect(escapedPoverty(poor)).toBe(109);
  });
});
