import type { Actor } from "../src/platform/actor.ts";
import { bulkInsert, type Cell } from "../src/platform/bulk.ts";
import type { Door } from "../src/platform/door.ts";
import type { SealedNumber } from "../src/registry/sealing.ts";
import type { DemoData } from "./generate.ts";
import type { Row } from "./source.ts";

export interface LoadOptions {
  readonly seal: (number: string) => SealedNumber;
  /** topic of the rolled-up figures that the new hamlets make stale */
  readonly dirtyTopic?: string;
  readonly onTable?: (table: string, rows: number) => void;
  readonly signal?: AbortSignal;
}

export interface LoadAnswer {
  /** rows written, by table */
  readonly rows: Readonly<Record<string, number>>;
}

/**
 * The whole demo through the door in one transaction, under the row policies of `actor`, who must write the whole province.
 * A demo that lies there already is not loaded again: the first answer is given. The change feed gets one row per hamlet, which brings all that is in it.
 */
export function loadDemo(door: Door, actor: Actor, demo: DemoData, options: LoadOptions): Promise<LoadAnswer> {
  const command = { commandId: demo.commandId, name: "demo.load", input: demo.input };
  return door.write<unknown, LoadAnswer>(actor, command, async (tx) => {
    const rows: Record<string, number> = {};
    for (const [table, make] of Object.entries(demo.tables)) {
      const source = table === "person_identifier" ? sealed(make(), options.seal) : make();
      rows[table] = await bulkInsert(tx, table, ...columnwise(source), options.signal);
      options.onTable?.(table, rows[table]);
    }
    const hamletIds = [...demo.tables["hamlet"]!()].map((row) => row["id"] as string);
    return {
      answer: { rows },
      rows: Object.values(rows).reduce((sum, count) => sum + count, 0),
      changes: hamletIds.map((id) => ({ entity: "hamlet", entityId: id, kind: "added" as const, hamletId: id })),
      ...(options.dirtyTopic && { dirty: { topic: options.dirtyTopic, hamletIds } }),
    };
  }, options.signal);
}

type LoadRow = Readonly<Record<string, Cell>>;

function* sealed(rows: Iterable<Row>, seal: LoadOptions["seal"]): Iterable<LoadRow> {
  for (const { number, ...row } of rows) yield { ...row, ...seal(number as string) };
}

/** The columns of the first row, then every row by them. */
function columnwise(rows: Iterable<LoadRow>): [columns: string[], cells: Iterable<readonly Cell[]>] {
  const iterator = rows[Symbol.iterator]();
  const first = iterator.next();
  if (first.done) return [["id"], []];
  const columns = Object.keys(first.value);
  const cells = function* (): Iterable<readonly Cell[]> {
    for (let next: IteratorResult<LoadRow> = first; !next.done; next = iterator.next()) {
      const row = next.value;
      yield columns.map((column) => row[column]);
    }
  };
  return [columns, cells()];
}
