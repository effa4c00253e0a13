import { ALL_KNOWN, standing } from "../areas/public.ts";
import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import type { Tx } from "../platform/door.ts";

/** The commune a hamlet lies in on a day. Errors: not_found "migration.hamletUnknown". */
export async function hamletUnitOn({ client }: Tx, hamletId: string, on: PlainDate): Promise<string> {
  const { rows } = await client.query<{ uid: string }>(`select hu.unit_uid as uid from hamlet_unit hu where hu.hamlet_id = $1 and ${standing("hu", 2, 3)} limit 1`, [hamletId, on, ALL_KNOWN]);
  if (!rows[0]) throw new AppError("not_found", "migration.hamletUnknown", { hamletId });
  return rows[0].uid;
}
