import { decimal } from "../../../kernel/decimal.ts";
import type { Line } from "../../movement/rules/leaf.ts";
import type { TableDefinition } from "./definition.ts";
import { leavesOf, type Leaf, type Lists } from "./expand.ts";
import type { JudgedTable } from "./judge.ts";
import { addTallies, cellsOf, isMissing, talliesOf, type Cell, type Missing, type RowFacts, type Tallies, type Tally } from "./reckon.ts";

/** A place, the sum of a district, of all; "area": of all, what is rural, urban or of a type not told. */
export type PlaceKind = "row" | "group" | "total" | "area";

/** A line of the table to be counted: facts of its own, or the sum of lines. */
export interface PlaceFacts {
  readonly kind: PlaceKind;
  readonly key: string;
  readonly name: string;
  readonly group: string | null;
  /** of a sum: keys of the lines it adds */
  readonly of: readonly string[] | null;
  readonly facts: RowFacts;
  readonly noList: Missing | undefined;
}

export interface BuiltRow {
  readonly kind: PlaceKind;
  readonly key: string;
  readonly name: string;
  readonly group: string | null;
  readonly line: Line | null;
  readonly cells: readonly Cell[];
}

export interface BuiltTable {
  readonly definition: TableDefinition;
  readonly leaves: readonly Leaf[];
  readonly rows: readonly BuiltRow[];
  /** households of the total that a column could not be told of, by the column's key */
  readonly unknown: ReadonlyMap<string, number>;
}

/** Counts a table: lines from their facts, sums from their lines; denominators and movement of a sum are its own. */
export function buildTable(definition: TableDefinition, lists: Lists, places: readonly PlaceFacts[]): BuiltTable {
  const leaves = leavesOf(definition, lists);
  const lines: readonly (Line | null)[] = definition.lines === "both" ? ["households", "people"] : [null];
  const own = new Map<string, Tallies>();
  const keyOf = (place: string, line: Line | null): string => `${place}|${line ?? ""}`;
  for (const place of places) {
    if (place.of !== null) continue;
    for (const line of lines) own.set(keyOf(place.key, line), talliesOf(leaves, place.facts, line, place.noList));
  }
  const unknown = new Map<string, number>();
  const rows = places.flatMap((place) => lines.map((line): BuiltRow => {
    const tallies = place.of === null ? own.get(keyOf(place.key, line))! : summed(leaves, place, line, place.of.map((key) => own.get(keyOf(key, line))!));
    if (place.kind === "total" && line !== "people") for (const [key, tally] of tallies) if (!isMissing(tally) && tally.unknown > 0) unknown.set(key, tally.unknown);
    const { kind, key, name, group } = place;
    return { kind, key, name, group, line, cells: cellsOf(leaves, tallies) };
  }));
  return { definition, unknown, ...withoutEmpty(leaves, rows) };
}

function summed(leaves: readonly Leaf[], place: PlaceFacts, line: Line | null, rows: readonly Tallies[]): Tallies {
  const sum = addTallies(rows);
  // the population of a commune may be entered undivided, so it is not the sum of what its hamlets have
  const ownParts = talliesOf(leaves.filter(({ value }) => "population" in value || "movement" in value), place.facts, line, place.noList);
  for (const [key, tally] of ownParts) sum.set(key, tally);
  const nothing: Tally = place.noList ? { missing: place.noList } : { n: 0, unknown: 0 };
  if (rows.length === 0) for (const { key } of leaves) if (!sum.has(key)) sum.set(key, nothing);
  return sum;
}

/** Columns for what is not on file stand only where something is. */
function withoutEmpty(leaves: readonly Leaf[], rows: readonly BuiltRow[]): { leaves: Leaf[]; rows: BuiltRow[] } {
  const shown = leaves.map(({ when }, i) => when === undefined || rows.some(({ cells }) => cells[i]!.text !== null && cells[i]!.text !== "0"));
  return { leaves: leaves.filter((_, i) => shown[i]), rows: rows.map((row) => ({ ...row, cells: row.cells.filter((_, i) => shown[i]) })) };
}

/** The same table for the checks that also a table made elsewhere must pass. */
export const toJudge = ({ definition, leaves, rows }: BuiltTable): JudgedTable => ({
  id: definition.id, leaves, relations: definition.relations,
  rows: rows.map((row) => ({
    place: row.kind === "total" ? "total" : row.key, kind: row.kind, group: row.group, line: row.line,
    cells: row.cells.map(({ text }) => (text === null ? null : decimal(text))), gaps: new Set(row.cells.flatMap(({ missing }, i) => (missing ? [i] : []))),
  })),
});

