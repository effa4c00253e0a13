import { movementColumns } from "../../rules/movement.ts";

export type List = "poor" | "near_poor";
export const LISTS = ["poor", "near_poor", "escaped_poor", "escaped_near_poor"] as const;
export type ListKind = (typeof LISTS)[number];

export const CLASS_NAME: Readonly<Record<List, string>> = { poor: "hộ nghèo", near_poor: "hộ cận nghèo" };

export interface Member {
  readonly name: string;
  /** 1 man, 2 woman, 0 not told */
  readonly sex: number;
  readonly birthYear: number | null;
  readonly ethnicity: string | null;
  readonly relation: string;
}

/** A household as lists print it. */
export interface ListedHousehold {
  readonly householdId: string;
  readonly headName: string;
  readonly address: string | null;
  readonly members: number;
  readonly people: readonly Member[];
  /** codes of standards/characteristics.json */
  readonly characteristics: readonly string[];
  /** new, back again, stays; null where last year's list is not on file */
  readonly entry: "Mới" | "Tái" | "Cũ" | null;
  /** of an escaped household: what it is now */
  readonly now: List | null;
}

/** Households of one hamlet, in Vietnamese order of names. */
export interface HamletList {
  readonly hamlet: string;
  readonly households: readonly ListedHousehold[];
}

/** How a household came onto its list, by the movement table's rules. */
export function entryOf(list: List, before: List | "none", ever: ReadonlySet<List>): "Mới" | "Tái" | "Cũ" {
  const columns = movementColumns({ before, after: list, everPoor: ever.has("poor"), everNearPoor: ever.has("near_poor") });
  const column = list === "poor" ? columns.poor : columns.nearPoor;
  return column === undefined ? "Cũ" : column === 6 ? "Tái" : "Mới";
}

export const countOf = (lists: readonly HamletList[]): { households: number; people: number } => ({
  households: lists.reduce((sum, { households }) => sum + households.length, 0),
  people: lists.reduce((sum, { households }) => sum + households.reduce((people, one) => people + one.members, 0), 0),
});
