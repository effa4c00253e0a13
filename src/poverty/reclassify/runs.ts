import { getUnit, unitTitle } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Tx } from "../../platform/door.ts";
import { listChanges, type ChangeRow } from "./changes.ts";
import type { RunCounts } from "./tally.ts";

export interface Run {
  readonly id: string;
  readonly unitUid: string;
  readonly unitName: string;
  readonly statusYear: number;
  readonly ruleset: string;
  readonly counts: RunCounts;
  readonly at: string;
}

const COLUMNS = `id, unit_uid as "unitUid", status_year as "statusYear", ruleset, counts, at`;

type Row = Omit<Run, "unitName" | "at"> & { readonly at: Date };

const runOf = (row: Row, tx: Tx): Run => ({ ...row, unitName: unitTitle(getUnit(row.unitUid), tx.actor.on), at: row.at.toISOString() });

/** Runs over the units the actor reads, latest first. */
export async function listRuns(tx: Tx, most = 100): Promise<Run[]> {
  const { rows } = await tx.client.query<Row>(`select ${COLUMNS} from classify_run order by at desc limit $1`, [most]);
  return rows.map((row) => runOf(row, tx));
}

/** A run and one page of the households whose computed class it changed. Errors: not_found "poverty.runUnknown". */
export async function getRunChanges(tx: Tx, id: string, page: number, perPage: number): Promise<{ run: Run; total: number; rows: ChangeRow[] }> {
  const { rows } = await tx.client.query<Row>(`select ${COLUMNS} from classify_run where id = $1`, [id]);
  if (!rows[0]) throw new AppError("not_found", "poverty.runUnknown", { id });
  const total = await tx.client.query<{ n: number }>("select coalesce(sum(cardinality(household_ids)), 0)::int as n from class_change where run_id = $1", [id]);
  return { run: runOf(rows[0], tx), total: total.rows[0]!.n, rows: await listChanges(tx, id, { most: perPage, skip: (page - 1) * perPage }) };
}
