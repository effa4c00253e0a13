import type { PlainDate } from "../kernel/date.ts";
import { kept, newId, type Change, type Tx } from "../platform/door.ts";
import { ALL_KNOWN, standing } from "./store.ts";

export type AreaType = "rural" | "urban";

export interface AreaTypeFact {
  readonly type: AreaType;
  readonly document: string;
  /** of the hamlet itself, or of the commune it lies in on that day */
  readonly by: "hamlet" | "unit";
}

/** What an authority said of each hamlet, or of its commune, for that day. Hamlets nothing was said of are absent: never guessed. */
export async function areaTypeOn(tx: Tx, hamletIds: readonly string[], on: PlainDate, knownAt: string = ALL_KNOWN): Promise<ReadonlyMap<string, AreaTypeFact>> {
  const text =
    `select distinct on (said.id) said.id, said.type, said.document, said.by from (
       select t.hamlet_id as id, t.type, t.document, 'hamlet' as by, 0 as rank, t.valid_from from area_type t
       where t.hamlet_id = any ($1) and ${standing("t", 2, 3)}
       union all
       select hu.hamlet_id, t.type, t.document, 'unit', 1, t.valid_from from hamlet_unit hu join area_type t on t.unit_uid = hu.unit_uid
       where hu.hamlet_id = any ($1) and ${standing("hu", 2, 3)} and ${standing("t", 2, 3)}
     ) said order by said.id, said.rank, said.valid_from desc`;
  const values = [hamletIds, on, knownAt];
  const { rows } = await (hamletIds.length === 1 ? tx.client.query<AreaTypeFact & { id: string }>(kept(text, values)) : tx.client.query<AreaTypeFact & { id: string }>(text, values));
  return new Map(rows.map(({ id, type, document, by }) => [id, { type, document, by }]));
}

export interface AreaTypeRow {
  readonly id: string;
  readonly unitUid: string | null;
  readonly hamletId: string | null;
  readonly type: AreaType;
  readonly document: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

const ROW = `t.id, t.unit_uid as "unitUid", t.hamlet_id as "hamletId", t.type, t.document, t.valid_from::text as "validFrom", t.valid_to::text as "validTo"`;

/** What stands on a day for these units and hamlets themselves. */
export async function listAreaTypes(tx: Tx, unitUids: readonly string[], hamletIds: readonly string[], on: PlainDate): Promise<AreaTypeRow[]> {
  const { rows } = await tx.client.query<AreaTypeRow>(
    `select ${ROW} from area_type t where (t.unit_uid = any ($3) or t.hamlet_id = any ($4)) and ${standing("t", 1, 2)}`,
    [on, ALL_KNOWN, unitUids, hamletIds],
  );
  return rows;
}

export interface AreaTypeSetting {
  readonly unitUids: readonly string[];
  readonly hamletIds: readonly string[];
  readonly type: AreaType;
  readonly document: string;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/** Sets the type over [from, to): what was said for those days before gives way, what was said for other days stays. */
export async function setAreaType(tx: Tx, setting: AreaTypeSetting): Promise<Change[]> {
  const { unitUids, hamletIds, type, document, from, to } = setting;
  const { rows: replaced } = await tx.client.query<AreaTypeRow>(
    `update area_type t set voided_at = now(), void_reason = 'replaced'
     where (t.unit_uid = any ($1) or t.hamlet_id = any ($2)) and t.voided_at is null
       and ($4::date is null or t.valid_from < $4) and (t.valid_to is null or t.valid_to > $3)
     returning ${ROW}`,
    [unitUids, hamletIds, from, to],
  );
  const kept = replaced.flatMap((row) => [
    ...(row.validFrom < from ? [{ ...row, validTo: from as string | null }] : []),
    ...(to !== null && (row.validTo === null || row.validTo > to) ? [{ ...row, validFrom: to as string }] : []),
  ]);
  const added = [...unitUids.map((unitUid) => ({ unitUid, hamletId: null })), ...hamletIds.map((hamletId) => ({ unitUid: null, hamletId }))]
    .map((target) => ({ ...target, type, document, validFrom: from as string, validTo: to as string | null }));
  const rows = [...kept, ...added].map((row) => ({ ...row, id: newId<"area_type">() as string }));
  await tx.client.query(
    `insert into area_type (id, unit_uid, hamlet_id, type, document, valid_from, valid_to)
     select * from unnest($1::uuid[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::date[], $7::date[])`,
    [rows.map((r) => r.id), rows.map((r) => r.unitUid), rows.map((r) => r.hamletId), rows.map((r) => r.type), rows.map((r) => r.document), rows.map((r) => r.validFrom), rows.map((r) => r.validTo)],
  );
  return [...changesOf(replaced, "voided"), ...changesOf(rows, "added")];
}

/** The change feed files by hamlet; what was said of a whole commune stands in the audit row alone. */
const changesOf = (rows: readonly AreaTypeRow[], kind: Change["kind"]): Change[] =>
  rows.filter((row) => row.hamletId !== null).map((row) => ({ entity: "area_type", entityId: row.id, kind, hamletId: row.hamletId }));
