import type pg from "pg";

/** Marks cells as stale, append-only: a unique mark would lose facts that commit while the worker rebuilds. */
export async function toDirtyLog(client: pg.PoolClient, topic: string, hamletIds: readonly string[]): Promise<void> {
  if (hamletIds.length === 0) return;
  await client.query("insert into dirty_log (topic, hamlet_id) select $1, unnest($2::uuid[])", [topic, [...new Set(hamletIds)]]);
}
