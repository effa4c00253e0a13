import { movementColumns, type After, type Before, type MovementColumn, type MovementOptions, type MovementTables } from "../../rules/movement.ts";

export type List = "poor" | "near_poor";
export const LISTS: readonly List[] = ["poor", "near_poor"];
export type Line = "households" | "people";
export const LINES: readonly Line[] = ["households", "people"];

/**
 * What befell households of one hamlet between the two lists. A hamlet is the smallest line of a table and every line above is the sum of
 * its hamlets. A household that moved between two hamlets leaves the first (`left`) and comes to the second with the class it had
 * (`arrived`), where what else befell it is counted; so its way out of poverty is not lost in "khác".
 */
export type Part = "whole" | "left" | "arrived";

export interface Kind {
  readonly part: Part;
  readonly before: Before;
  readonly after: After;
  readonly everPoor: boolean;
  readonly everNearPoor: boolean;
}

/** Households of one kind in one hamlet; a single household is a group of one. `gained`, `lost`: members, household by household. */
export interface Group extends Kind {
  readonly hamletId: string;
  readonly households: number;
  readonly membersBefore: number;
  readonly membersAfter: number;
  readonly gained: number;
  readonly lost: number;
}

/** What a group adds to one cell. */
export interface Effect {
  readonly list: List;
  readonly column: MovementColumn | 1 | 9;
  readonly households: number;
  readonly people: number;
}

type Amounts = Pick<Group, "households" | "membersBefore" | "membersAfter" | "gained" | "lost">;

/** Every cell a group adds to. Columns 1–4 count members at the start, 5–9 at the end; who stays gains in 8 and loses in 4. */
export function effectsOf(kind: Kind, amounts: Amounts, options: MovementOptions): Effect[] {
  const { households, membersBefore, membersAfter } = amounts;
  const { part, before } = kind;
  if (part === "left") {
    if (!isList(before)) return [];
    const out = { list: before, households, people: membersBefore };
    return [{ ...out, column: 1 }, { ...out, column: 4 }];
  }
  const own = LISTS.flatMap((list) => effectsOn(list, kind, amounts, options));
  if (part === "whole" || !isList(before)) return own;
  const arrival: Effect = { list: before, column: 8, households, people: membersBefore };
  return [arrival, ...own.filter(({ column }) => column !== 1)];

  function isList(standing: string): standing is List {
    return standing === "poor" || standing === "near_poor";
  }
  function effectsOn(list: List, { before: from, after: to, everPoor, everNearPoor }: Kind, { gained, lost }: Amounts, choice: MovementOptions): Effect[] {
    const columns = movementColumns({ before: from, after: to, everPoor, everNearPoor }, choice);
    const column = list === "poor" ? columns.poor : columns.nearPoor;
    const effects: Effect[] = [];
    if (from === list) effects.push({ list, column: 1, households, people: membersBefore });
    if (to === list) effects.push({ list, column: 9, households, people: membersAfter });
    if (column !== undefined) effects.push({ list, column, households, people: column <= 4 ? membersBefore : membersAfter });
    else if (from === list && to === list) {
      if (gained > 0) effects.push({ list, column: 8, households: 0, people: gained });
      if (lost > 0) effects.push({ list, column: 4, households: 0, people: lost });
    }
    return effects;
  }
}

const emptyRow = (): MovementTables["poor"]["households"] => [0, 0, 0, 0, 0, 0, 0, 0, 0];
export const emptyTables = (): MovementTables => ({
  poor: { households: emptyRow(), people: emptyRow() }, nearPoor: { households: emptyRow(), people: emptyRow() },
});

export const tableOf = (tables: MovementTables, list: List): MovementTables["poor"] => (list === "poor" ? tables.poor : tables.nearPoor);

/** Both tables of each hamlet from what befell its households. */
export function tallyGroups(groups: Iterable<Group>, options: MovementOptions): Map<string, MovementTables> {
  const found = new Map<string, MovementTables>();
  for (const group of groups) {
    const tables = found.get(group.hamletId) ?? emptyTables();
    found.set(group.hamletId, tables);
    for (const { list, column, households, people } of effectsOf(group, group, options)) {
      const table = tableOf(tables, list);
      table.households[column - 1]! += households;
      table.people[column - 1]! += people;
    }
  }
  return found;
}

export function addTables(into: MovementTables, more: MovementTables): void {
  for (const list of LISTS)
    for (const line of LINES) tableOf(more, list)[line].forEach((value, i) => (tableOf(into, list)[line][i]! += value));
}
