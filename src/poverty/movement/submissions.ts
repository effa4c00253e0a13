import { communesOf } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";

export interface Submission {
  readonly id: string;
  readonly unitUid: string;
  readonly year: number;
  readonly signer: string;
  readonly signedOn: string;
  readonly note: string | null;
  readonly at: string;
}

/** What was submitted for a year by the area itself and its communes, latest first. */
export async function listSubmissions({ client }: Tx, areaUid: string, year: number, on: PlainDate): Promise<Submission[]> {
  const { rows } = await client.query<Omit<Submission, "at"> & { at: Date }>(
    `select id, unit_uid as "unitUid", year, signer, signed_on::text as "signedOn", note, recorded_at as at from table_submission
     where unit_uid = any ($1) and year = $2 and voided_at is null order by recorded_at desc`,
    [[areaUid, ...communesOf(areaUid, on).uids], year],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
