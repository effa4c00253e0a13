import { sql, type RawBuilder, type SqlBool } from "kysely";
import type { PlainDate } from "../kernel/date.ts";
import { ALL_KNOWN } from "../areas/public.ts";

/** The two times of a reading: valid on a day, as known at an instant (ISO; absent: all that is known). */
export interface AsOf {
  readonly on: PlainDate;
  readonly knownAt?: string | undefined;
}

/** For a Kysely `sql` text: the row of this alias holds on that day and was known then. */
export function stands(alias: string, { on, knownAt = ALL_KNOWN }: AsOf): RawBuilder<SqlBool> {
  const row = sql.ref(alias);
  return sql<SqlBool>`(${row}.valid_from <= ${on}::date and (${row}.valid_to is null or ${row}.valid_to > ${on}::date)
    and ${row}.recorded_at <= ${knownAt}::timestamptz and (${row}.voided_at is null or ${row}.voided_at > ${knownAt}::timestamptz))`;
}
