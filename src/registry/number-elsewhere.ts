import { newId, type Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";

/** A number that somebody in another commune holds on file too: the province looks into it. */
export const NUMBER_ELSEWHERE = "registry.numberElsewhere";

/**
 * Which of these keyed hashes are on file in the province outside the given hamlets; nothing else is told. What is asked is noted in the
 * trail of views, also where the deed itself is then refused.
 */
export async function numbersElsewhere(tx: Tx, services: Pick<Services, "views">, lookups: readonly Buffer[], here: readonly string[]): Promise<ReadonlySet<string>> {
  if (lookups.length === 0) return new Set();
  services.views.note(tx.actor, "registry.askNumberElsewhere", null, lookups.length);
  const { rows } = await tx.client.query<{ found: Buffer }>("select found from numbers_elsewhere($1, $2)", [lookups, here]);
  return new Set(rows.map(({ found }) => found.toString("base64")));
}

/** Leaves the task for a person just written. */
export async function openNumberElsewhere({ client }: Tx, personId: string, hamletId: string): Promise<void> {
  await client.query("insert into finding (id, hamlet_id, code, data) values ($1, $2, $3, $4)", [newId(), hamletId, NUMBER_ELSEWHERE, JSON.stringify({ person: personId })]);
}

/** The person's number is another one now, or none: what was to be compared is gone. */
export async function closeNumberTasks({ client }: Tx, personId: string): Promise<void> {
  await client.query("update finding set closed_at = now(), close_reason = 'number_changed' where code = $1 and data ->> 'person' = $2 and closed_at is null", [NUMBER_ELSEWHERE, personId]);
}
