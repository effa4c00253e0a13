import { getUnit, hamletIdsOf, hamletLabel, unitTitle, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { WorkerColumns } from "../../registry/public.ts";
import { firstOf, type KnownDay } from "../rules/known-day.ts";
import type { AwayBody, AwayFilter, AwayRowView } from "./contract.ts";
import { provinceCodeOf } from "./destinations.ts";

const ROW = `m.id, m.full_name as "fullName", m.birth_date::text as "birthDate", m.birth_year as "birthYear", m.sex, m.person_id as "personId", m.hamlet_id as "hamletId", p.name as "hamletName", p.kind as "hamletKind",
  (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = m.hamlet_id and hu.voided_at is null and hu.valid_from <= $1::date and (hu.valid_to is null or hu.valid_to > $1::date) limit 1) as "unitUid",
  m.kind, m.destination, m.destination_code as "destinationCode", m.industrial_park as "industrialPark", m.employer, m.job, m.phone, m.contact, m.left_on::text as "leftOn", m.left_precision as "leftPrecision", m.seasonal,
  m.returned_on::text as "returnedOn", m.returned_precision as "returnedPrecision", m.return_reason as "returnReason", m.papers, m.source, m.seen_on::text as "seenOn", m.version,
  (select count(*)::int from away_need n where n.out_migrant_id = m.id and n.closed_on is null and n.voided_at is null) as "openNeeds",
  (select count(*)::int from away_need n where n.out_migrant_id = m.id and n.closed_on is null and n.voided_at is null and n.due_on < $1::date) as "lateNeeds"`;

type Read = Omit<AwayRowView, "hamlet" | "unit"> & { hamletName: string; hamletKind: HamletKind; unitUid: string | null; subjectKey: string };

const shown = ({ hamletName, hamletKind, unitUid, ...row }: Read, on: PlainDate): AwayRowView => ({ ...row, hamlet: hamletLabel({ name: hamletName, kind: hamletKind }), unit: unitUid === null ? "" : unitTitle(getUnit(unitUid), on) });

/** Away on a day `$n`: left by then (or when is not known) and not back. */
export const awaySql = (n: string): string => `m.kind <> 'without_papers' and (m.left_on is null or m.left_on <= ${n}::date) and (m.returned_on is null or m.returned_on > ${n}::date)`;

/** People of an area as the day's borders have it, by name. */
export async function listAway(tx: Tx, asked: AwayFilter, page: number, perPage: number): Promise<{ total: number; rows: AwayRowView[] }> {
  const values: unknown[] = [asked.on, await hamletIdsOf(tx, asked.area, asked.on)];
  const parts = ["m.voided_at is null", "m.hamlet_id = any ($2)"];
  const where = (condition: (n: string) => string, value: unknown): void => {
    if (value === undefined || value === "") return;
    parts.push(condition(`$${values.push(value)}`));
  };
  where((n) => `m.kind = ${n}`, asked.kind);
  where((n) => `m.hamlet_id = ${n}`, asked.hamlet);
  where((n) => `m.name_folded like '%' || ${n} || '%'`, asked.q === undefined ? undefined : fold(asked.q).replaceAll(/[\\%_]/g, "\\$&"));
  if (asked.where === "away") parts.push(awaySql("$1"));
  if (asked.where === "back") parts.push("m.returned_on <= $1::date");
  if (asked.place === "abroad") parts.push("m.kind <> 'domestic'");
  else if (asked.place) where((n) => `m.kind = 'domestic' and m.destination_code ${asked.place === "own_province" ? "=" : "<>"} ${n}`, provinceCodeOf(asked.area, asked.on) ?? "-");
  if (asked.need) parts.push(`exists (select from away_need n where n.out_migrant_id = m.id and n.closed_on is null and n.voided_at is null ${asked.need === "late" ? "and n.due_on < $1::date" : ""})`);
  const { rows } = await tx.client.query<Read & { total: number }>(
    `select ${ROW}, count(*) over ()::int as total from out_migrant m join hamlet p on p.id = m.hamlet_id where ${parts.join(" and ")}
     order by m.name_folded, m.seen_on desc, m.id limit $${values.length + 1} offset $${values.length + 2}`, [...values, perPage, (page - 1) * perPage]);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ total: _total, ...row }) => shown(row, asked.on)) };
}

/** Errors: not_found "migration.away.unknown". */
export async function getAway({ client }: Tx, id: string, on: PlainDate, lock: "for update of m" | "" = ""): Promise<AwayRowView & { subjectKey: string }> {
  const { rows } = await client.query<Read>(`select ${ROW}, m.subject_key as "subjectKey" from out_migrant m join hamlet p on p.id = m.hamlet_id where m.id = $2 and m.voided_at is null ${lock}`, [on, id]);
  if (!rows[0]) throw new AppError("not_found", "migration.away.unknown", {});
  return { ...shown(rows[0], on), subjectKey: rows[0].subjectKey };
}

/** Locked. Errors: conflict "migration.away.changed". */
export async function getAwayForChange(tx: Tx, id: string, baseVersion: number, on: PlainDate): Promise<AwayRowView & { subjectKey: string }> {
  const found = await getAway(tx, id, on, "for update of m");
  if (found.version !== baseVersion) throw new AppError("conflict", "migration.away.changed", { name: found.fullName });
  return found;
}

export const ofAway = (id: string, hamletId: string, kind: Change["kind"]): Change => ({ entity: "out_migrant", entityId: id, kind, hamletId });

export type AwayRecord = Omit<AwayBody, "worker" | "identity"> & { readonly source: string };

/** Errors: conflict "migration.away.openAlready" when the same person is on file as away. `instead`: the record that this one takes the place of. */
export async function insertAway({ client }: Tx, worker: WorkerColumns, record: AwayRecord, instead?: string): Promise<string> {
  await client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'out_migrant' || $1))", [worker.subject_key]);
  const day = (known: KnownDay | null | undefined): [string | null, string | null] => (known ? [firstOf(known), known.precision] : [null, null]);
  const [leftOn, leftPrecision] = day(record.left);
  const [returnedOn, returnedPrecision] = day(record.returned);
  if (returnedOn === null) {
    const open = await client.query<{ id: string }>("select id from out_migrant where subject_key = $1 and voided_at is null and returned_on is null and id is distinct from $2", [worker.subject_key, instead ?? null]);
    if (open.rows[0]) throw new AppError("conflict", "migration.away.openAlready", { name: worker.full_name, id: open.rows[0].id });
  }
  const id = newId<"out_migrant">() as string;
  const row = {
    id, ...worker, name_folded: fold(worker.full_name), phone: record.phone ?? null, kind: record.kind, destination: record.destination, destination_code: record.destinationCode ?? null, industrial_park: record.industrialPark ?? null,
    employer: record.employer ?? null, job: record.job ?? null, contact: record.contact ?? null, left_on: leftOn, left_precision: leftPrecision, seasonal: record.seasonal, returned_on: returnedOn, returned_precision: returnedPrecision,
    return_reason: record.returnReason ?? null, papers: record.papers ?? null, source: record.source, seen_on: record.seenOn,
  };
  const names = Object.keys(row);
  await client.query(`insert into out_migrant (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
  return id;
}

export async function voidAway({ client }: Tx, id: string, reason: string): Promise<void> {
  await client.query("update out_migrant set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
}
