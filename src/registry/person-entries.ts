import type { PlainDate } from "../kernel/date.ts";
import type { Tx } from "../platform/door.ts";
import type { PersonEntry, RecordLink } from "./contributions.ts";

interface Row {
  readonly on: PlainDate;
  readonly recordedAt: Date;
  readonly personId: string;
  readonly code: string;
  readonly data: Record<string, string | number>;
  readonly link: RecordLink | null;
}

/** `part`: a query of `on, recordedAt, personId, code, data (json), link (json or null)` about the people `$1` (text[]); further values from `$2` on. */
export async function personEntries({ client }: Tx, part: string, personIds: readonly string[], values: readonly unknown[] = []): Promise<PersonEntry[]> {
  const { rows } = await client.query<Row>(part, [personIds, ...values]);
  return rows.map(({ recordedAt, link, ...entry }) => ({ ...entry, recordedAt: recordedAt.toISOString(), ...(link && { link }) }));
}
