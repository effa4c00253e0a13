/** The recognised list a household stands on; `none`: known here, on neither; `absent`: did not live here; `gone`: moved, merged, died out. */
export type Before = "poor" | "near_poor" | "none" | "absent";
export type After = "poor" | "near_poor" | "none" | "gone";

/** One household between two recognised lists. `everPoor`, `everNearPoor`: on that list at some earlier time. */
export type HouseholdMove = {
  before: Before;
  after: After;
  everPoor: boolean;
  everNearPoor: boolean;
  membersBefore: number;
  membersAfter: number;
};

/**
 * Open in law: a formerly poor household that comes back as near-poor is "tái cận nghèo" (`returned`, our default) or
 * counts as "phát sinh mới" (`new`).
 */
export type MovementOptions = { formerlyPoorAsNearPoor: "returned" | "new" };
export const MOVEMENT_DEFAULTS: MovementOptions = { formerlyPoorAsNearPoor: "returned" };

/** Columns 2–8 of "Tổng hợp diễn biến"; 1 and 9 are the totals at start and end. */
export type MovementColumn = 2 | 3 | 4 | 5 | 6 | 7 | 8;
/** Columns 1–9, so `row[0]` is column 1. */
export type MovementRow = [number, number, number, number, number, number, number, number, number];
export type MovementTable = { households: MovementRow; people: MovementRow };
export type MovementTables = { poor: MovementTable; nearPoor: MovementTable };

/**
 * The column of each table that a household's move falls in; undefined when it stays or does not touch the table.
 * Poor: 2 became near-poor, 3 rose above, 4 other decrease, 5 near-poor became poor, 6 fell back, 7 new, 8 other increase.
 * Near-poor: 2 escaped, 3 became poor, 4 other decrease, 5 poor became near-poor, 6 fell back, 7 new, 8 other increase.
 */
export function movementColumns(
  move: Pick<HouseholdMove, "before" | "after" | "everPoor" | "everNearPoor">,
  options: MovementOptions = MOVEMENT_DEFAULTS,
): { poor: MovementColumn | undefined; nearPoor: MovementColumn | undefined } {
  const { before, after, everPoor, everNearPoor } = move;
  if (before === after) return { poor: undefined, nearPoor: undefined };
  const returnedNear = everNearPoor || (everPoor && options.formerlyPoorAsNearPoor === "returned");
  const poor =
    before === "poor"
      ? ({ near_poor: 2, none: 3, gone: 4 } as const)[after as Exclude<After, "poor">]
      : after === "poor"
        ? ({ near_poor: 5, none: everPoor ? 6 : 7, absent: 8 } as const)[before]
        : undefined;
  const nearPoor =
    before === "near_poor"
      ? ({ none: 2, poor: 3, gone: 4 } as const)[after as Exclude<After, "near_poor">]
      : after === "near_poor"
        ? ({ poor: 5, none: returnedNear ? 6 : 7, absent: 8 } as const)[before]
        : undefined;
  return { poor, nearPoor };
}

const emptyRow = (): MovementRow => [0, 0, 0, 0, 0, 0, 0, 0, 0];
const emptyTable = (): MovementTable => ({ households: emptyRow(), people: emptyRow() });

/**
 * Both tables, households and people, from the moves. People of columns 1–4 are counted at the start, of 5–9 at the end;
 * in a household that stays on its list a gain of members goes to column 8 and a loss to column 4, so the identity holds
 * for people too.
 */
export function tallyMovement(moves: Iterable<HouseholdMove>, options: MovementOptions = MOVEMENT_DEFAULTS): MovementTables {
  const tables: MovementTables = { poor: emptyTable(), nearPoor: emptyTable() };
  for (const move of moves) {
    const columns = movementColumns(move, options);
    addMove(tables.poor, move, "poor", columns.poor);
    addMove(tables.nearPoor, move, "near_poor", columns.nearPoor);
  }
  return tables;
}

function addMove({ households, people }: MovementTable, move: HouseholdMove, list: "poor" | "near_poor", column: MovementColumn | undefined): void {
  const { before, after, membersBefore, membersAfter } = move;
  const add = (number: number, members: number, homes: number): void => {
    households[number - 1]! += homes;
    people[number - 1]! += members;
  };
  if (before === list) add(1, membersBefore, 1);
  if (after === list) add(9, membersAfter, 1);
  if (column !== undefined) add(column, column <= 4 ? membersBefore : membersAfter, 1);
  else if (before === list && after === list) {
    const gain = membersAfter - membersBefore;
    add(gain > 0 ? 8 : 4, Math.abs(gain), 0);
  }
}

/** Column 9 by the identity: 1−2−3−4+5+6+7+8. */
export function closingTotal([c1, c2, c3, c4, c5, c6, c7, c8]: MovementRow): number {
  return c1 - c2 - c3 - c4 + c5 + c6 + c7 + c8;
}

/** What the stated column 9 has beyond the identity; submission is blocked while it is not 0. */
export const residual = (row: MovementRow): number => row[8] - closingTotal(row);

/** Differences between the two tables' households: poor→near-poor (columns 2, 5) and near-poor→poor (columns 5, 3); 0 when they agree. */
export function crossCheck({ poor, nearPoor }: MovementTables): { poorToNearPoor: number; nearPoorToPoor: number } {
  return {
    poorToNearPoor: poor.households[1] - nearPoor.households[4],
    nearPoorToPoor: poor.households[4] - nearPoor.households[2],
  };
}

/** Households that left poverty in the period (gross): columns 2 + 3 of the poor table. Not the net fall. */
export const escapedPoverty = ([, toNearPoor, above]: MovementRow): number => toNearPoor + above;
