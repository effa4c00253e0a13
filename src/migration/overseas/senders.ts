import type { PlainDate } from "../../kernel/date.ts";
import type { Tx } from "../../platform/door.ts";

const SHOWN = 30;

/** Organisations of the register that send workers abroad, with the licence that holds on the day. `folded`: a part of the name, without marks. */
export async function listSenders({ client }: Tx, folded: string, on: PlainDate): Promise<{ id: string; name: string; licence: string | null; validTo: PlainDate | null }[]> {
  const { rows } = await client.query<{ id: string; name: string; licence: string | null; validTo: PlainDate | null }>(
    `select o.id, o.name, l.number as licence, l.valid_to::text as "validTo" from organisation o
     left join lateral (select number, valid_to from organisation_licence where organisation_id = o.id and kind = 'overseas' and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2) order by valid_from desc limit 1) l on true
     where o.voided_at is null and o.kinds && '{sending_enterprise,job_service_centre,public_unit}' and o.name_folded like '%' || $1 || '%' order by o.name_folded limit ${SHOWN}`,
    [folded.replaceAll(/[\\%_]/g, "\\$&"), on],
  );
  return rows;
}
