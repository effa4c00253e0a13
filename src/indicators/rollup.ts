import type { Actor } from "../platform/actor.ts";
import type { Door } from "../platform/door.ts";
import { EVERYTHING, spansOfRecords } from "./records-sql.ts";
import { ROLLUP_TOPIC } from "./rollup-topic.ts";

const ROLLUP_LOCK = 7310003;

/**
 * Rebuilds the rolled-up statuses of the hamlets marked in the dirty log. The marks it sees are deleted and their hamlets rebuilt in one
 * snapshot: what commits meanwhile keeps its mark and is done next. Readers count marked hamlets from records. Returns how many hamlets.
 */
export async function rollUp(door: Door, system: Actor): Promise<number> {
  const rebuilt = await door.maintainAlone(system, ROLLUP_LOCK, async ({ client }) => {
    const marked = await client.query<{ hamlet_id: string }>("delete from dirty_log where topic = $1 returning hamlet_id", [ROLLUP_TOPIC]);
    const hamlets = [...new Set(marked.rows.map((row) => row.hamlet_id))];
    if (hamlets.length === 0) return 0;
    await client.query("delete from rollup_status where hamlet_id = any ($1)", [hamlets]);
    await client.query(
      `insert into rollup_status (hamlet_id, class, ruleset, valid_from, valid_to, households, persons) ${spansOfRecords("(select unnest($1::uuid[]) as id)", EVERYTHING)}`,
      [hamlets],
    );
    return hamlets.length;
  });
  return rebuilt ?? 0;
}

/** Marks every hamlet: at the start of the program nothing of an earlier version or a restored backup is trusted. */
export async function markEverything(door: Door, system: Actor): Promise<void> {
  await door.maintain(system, ({ client }) => client.query("insert into dirty_log (topic, hamlet_id) select $1, id from hamlet", [ROLLUP_TOPIC]));
}
