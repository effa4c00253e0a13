import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";

export interface CountAsked {
  readonly hamletIds: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** only what was recorded by then; everything when not given */
  readonly knownAt?: string;
}

/** `departed`: departures by their day, each case once; a stay after a return is another. `people`: distinct persons among them. */
export interface OverseasCounts {
  readonly wished: number;
  readonly departed: number;
  readonly people: number;
  readonly women: number;
  readonly returned: number;
}

/**
 * Labour abroad by contract between two days, both included, of the hamlets given. People who cross the border without a contract, or came home
 * without papers, stand in out_migrant and are in none of these.
 */
export async function countOverseas({ client }: Tx, { hamletIds, from, to, knownAt = "infinity" }: CountAsked): Promise<OverseasCounts> {
  const { rows } = await client.query<OverseasCounts>(
    `select count(*) filter (where c.wished_on between $2 and $3)::int as wished, count(*) filter (where c.departed_on between $2 and $3)::int as departed,
       count(distinct c.subject_key) filter (where c.departed_on between $2 and $3)::int as people, count(*) filter (where c.departed_on between $2 and $3 and c.sex = 2)::int as women,
       count(*) filter (where c.returned_on between $2 and $3)::int as returned
     from overseas_case c where c.hamlet_id = any ($1) and c.recorded_at <= $4::timestamptz and (c.voided_at is null or c.voided_at > $4::timestamptz)`,
    [hamletIds, from, to, knownAt],
  );
  return rows[0]!;
}
