import { standing } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { openCell, placeOf } from "../movement/cell.ts";
import { movementOf, type AreaYear, type Movement } from "../movement/movement.ts";
import type { Line } from "../movement/rules/leaf.ts";
import { listFacts } from "./facts.ts";
import { tableDefinitions } from "./load.ts";
import { columnListsOf, standardOf } from "./tables.ts";
import type { TableDefinition } from "./rules/definition.ts";
import { leavesOf, opens, type Leaf } from "./rules/expand.ts";
import { weightOf } from "./rules/reckon.ts";

export interface TableCellAsked extends AreaYear {
  readonly table: string;
  /** key of a column */
  readonly column: string;
  /** key of a line of the table; the whole area where not given */
  readonly row?: string | undefined;
  readonly line?: Line | null | undefined;
  readonly page: number;
  readonly perPage: number;
}

/** A household behind a cell and what it adds to it; null: what is on file does not tell. */
export interface TableCellRow {
  readonly householdId: string;
  readonly headName: string;
  readonly place: string;
  readonly adds: number | null;
}

interface Behind {
  readonly householdId: string;
  readonly hamletId: string;
  readonly adds: number | null;
}

/** The households behind one cell, those it could not be told of last. Errors: invalid "poverty.tables.noCell"; those of `planRows`. */
export async function openTableCell(tx: Tx, services: Services, asked: TableCellAsked): Promise<{ total: number; rows: TableCellRow[] }> {
  const { row, page, perPage, line = null } = asked;
  const movement = await movementOf(tx, services, asked);
  const noCell = (): AppError => new AppError("invalid", "poverty.tables.noCell", { table: asked.table, column: asked.column, row: row ?? "" });
  const definition = tableDefinitions(services).tables.find((one): one is TableDefinition => one.kind === "report-table" && one.id === asked.table);
  const rows = row === undefined ? movement.plan.rows : movement.plan.rows.filter(({ key, group }) => key === row || group?.uid === row);
  if (!definition || rows.length === 0) throw noCell();
  const within = { hamletIds: rows.flatMap(({ hamletIds }) => hamletIds), on: movement.days.closing, knownAt: asked.knownAt ?? "infinity" };
  const facts = await listFacts(tx, { ...within, hamletIds: movement.plan.hamletIds });
  const lists = columnListsOf(services, movement, await standardOf(tx, services, movement, within), facts).lists;
  const leaf = leavesOf(definition, lists).find(({ key }) => key === asked.column);
  if (!leaf || !opens(leaf)) throw noCell();
  const { value } = leaf;
  if ("movement" in value) {
    const found = await openCell(tx, services, { ...asked, list: value.list, line: line ?? "households", column: value.movement });
    return { total: found.total, rows: found.rows.map(({ householdId, headName, place, adds }) => ({ householdId, headName, place, adds })) };
  }
  const inside = new Set(within.hamletIds);
  const named = lists.ethnicities.map(({ code }) => code);
  const behind = "list" in value
    ? facts.filter(({ hamletId }) => inside.has(hamletId)).map((fact): Behind => ({ householdId: fact.householdId, hamletId: fact.hamletId, adds: weightOf(value, fact, line, named) })).filter(({ adds }) => adds !== 0)
    : await membersBehind(tx, within, leaf);
  return { total: behind.length, rows: await withNames(tx, movement, behind.toSorted((a, b) => Number(a.adds === null) - Number(b.adds === null)).slice((page - 1) * perPage, page * perPage)) };
}

/** Households of the register with members of that ethnicity. */
async function membersBehind({ client }: Tx, { hamletIds, on, knownAt }: { readonly hamletIds: readonly string[]; readonly on: string; readonly knownAt: string }, { value }: Leaf): Promise<Behind[]> {
  const which = "population" in value ? { kinhPersons: "p.ethnicity in ('01', '55')", minorityPersons: "p.ethnicity not in ('01', '55')", unknownPersons: "p.ethnicity is null" }[value.population as string] : undefined;
  if (which === undefined) return [];
  const { rows } = await client.query<Behind>(
    `select m.household_id as "householdId", m.hamlet_id as "hamletId", count(*)::int as adds from membership m join person p on p.id = m.person_id
     where m.hamlet_id = any ($1) and ${standing("m", 2, 3)} and ${which} group by 1, 2 order by 2, 1`,
    [hamletIds, on, knownAt],
  );
  return rows;
}

async function withNames({ client }: Tx, movement: Movement, behind: readonly Behind[]): Promise<TableCellRow[]> {
  const { rows } = await client.query<{ id: string; name: string }>("select id, head_name as name from household where id = any ($1)", [behind.map(({ householdId }) => householdId)]);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return behind.map(({ householdId, hamletId, adds }) => ({ householdId, headName: names.get(householdId) ?? "", place: placeOf(movement, hamletId), adds }));
}
