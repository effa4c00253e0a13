import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { fold } from "../kernel/text/fold.ts";
import { newId, type Change, type Tx } from "../platform/door.ts";
import { unitIndex } from "./load.ts";
import { certainBelonging, type Belonging } from "./rules/hamlet-belonging.ts";
import { hamletLabel, matchHamlet, tidyHamletName, type HamletCandidate } from "./rules/hamlet-name.ts";
import type { HamletKind } from "./rules/hamlet.ts";
import { communesOf, getUnit } from "./units.ts";

/** Everything known, also what was recorded a moment ago in the same transaction. */
export const ALL_KNOWN = "infinity";

/** SQL of the two times for a table alias: valid on parameter `on`, known at parameter `known` (numbers of the parameters). */
export const standing = (alias: string, on: number, known: number): string =>
  `${alias}.valid_from <= $${on}::date and (${alias}.valid_to is null or ${alias}.valid_to > $${on}::date)
   and ${alias}.recorded_at <= $${known}::timestamptz and (${alias}.voided_at is null or ${alias}.voided_at > $${known}::timestamptz)`;

export interface HamletRow {
  readonly id: string;
  /** without the kind word */
  readonly name: string;
  readonly kind: HamletKind;
  /** "ấp Phú Lợi" */
  readonly label: string;
  readonly unitUid: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/**
 * The hamlets an area is made of on a day: of a commune, or of all communes below. A closed unit answers by its last day, so that
 * "huyện An Phú (cũ)" asked today, and the commune of today asked for 2023, both give the hamlets whose records are read.
 */
export async function hamletIdsOf(tx: Tx, unitUid: string, on: PlainDate, knownAt: string = ALL_KNOWN): Promise<string[]> {
  const communes = communesOf(unitUid, on);
  const { rows } = await tx.client.query<{ hamlet_id: string }>(
    `select hu.hamlet_id from hamlet_unit hu where hu.unit_uid = any ($1) and ${standing("hu", 2, 3)} order by hu.hamlet_id`,
    [communes.uids, communes.on, knownAt],
  );
  return rows.map((row) => row.hamlet_id);
}

/** The same hamlets with their names, in Vietnamese order, those without a known name last. */
export async function listHamlets(tx: Tx, unitUid: string, on: PlainDate, knownAt: string = ALL_KNOWN): Promise<HamletRow[]> {
  const communes = communesOf(unitUid, on);
  const { rows } = await tx.client.query<Omit<HamletRow, "label">>(
    `select h.id, h.name, h.kind, hu.unit_uid as "unitUid", h.valid_from::text as "validFrom", h.valid_to::text as "validTo"
     from hamlet_unit hu join hamlet h on h.id = hu.hamlet_id
     where hu.unit_uid = any ($1) and ${standing("hu", 2, 3)} and h.voided_at is null
     order by hu.unit_uid, h.kind = 'unknown', h.name collate "vi-x-icu", h.id`,
    [communes.uids, communes.on, knownAt],
  );
  return rows.map((row) => ({ ...row, label: hamletLabel(row) }));
}

export interface NewHamlet {
  readonly unitUid: string;
  /** with or without the kind word: "Ấp 1", "Phú Lợi" */
  readonly name: string;
  readonly kind?: HamletKind | undefined;
  readonly document?: string | undefined;
}

/**
 * Adds a hamlet to a commune, with the units it must have lain in before and after as far as they are certain. For the rest of the
 * transaction it belongs to what the actor may write. Errors: refused "areas.notACommune".
 */
export async function createHamlet(tx: Tx, { unitUid, name, kind, document }: NewHamlet): Promise<{ id: string; changes: Change[] }> {
  const unit = getUnit(unitUid);
  if (unit.level !== "commune") throw new AppError("refused", "areas.notACommune", { name: unit.fullName });
  const id = newId<"hamlet">();
  const chain = certainBelonging(unitIndex(), unit);
  const tidy = tidyHamletName(name);
  await tx.client.query("insert into hamlet (id, name, name_folded, kind, valid_from, valid_to) values ($1, $2, $3, $4, $5, $6)", [
    id, tidy.name, fold(tidy.name), kind ?? tidy.kind, chain[0]!.from, null,
  ]);
  await insertBelongings(tx, chain.map((belonging) => ({ ...belonging, hamletId: id, document: document ?? belonging.act })));
  await widenScope(tx, id);
  return { id, changes: [{ entity: "hamlet", entityId: id, kind: "added", hamletId: id }] };
}

export interface BelongingRow extends Pick<Belonging, "unitUid" | "from" | "to"> {
  readonly hamletId: string;
  readonly document: string | null;
}

export async function insertBelongings(tx: Tx, rows: readonly BelongingRow[]): Promise<void> {
  await tx.client.query(
    `insert into hamlet_unit (id, hamlet_id, unit_uid, valid_from, valid_to, document)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::date[], $5::date[], $6::text[])`,
    [rows.map(() => newId()), rows.map((r) => r.hamletId), rows.map((r) => r.unitUid), rows.map((r) => r.from), rows.map((r) => r.to), rows.map((r) => r.document)],
  );
}

/** The hamlet just made lies in a unit of the actor's (the policy on hamlet_unit saw to it): usable in the rest of this transaction. */
async function widenScope({ client, actor }: Tx, hamletId: string): Promise<void> {
  if (actor.scope.writesAll) return;
  for (const list of ["read_hamlets", "write_hamlets"]) {
    await client.query(`select set_config('app.${list}', (ext.${list}() || $1::uuid)::text, true)`, [hamletId]);
  }
}

/** Hamlets of an area a written name may mean, best first; `certainHamlet` tells when one of them can be taken. */
export async function matchHamlets(tx: Tx, unitUid: string, on: PlainDate, text: string): Promise<HamletCandidate[]> {
  const hamlets = await listHamlets(tx, unitUid, on);
  return matchHamlet(text, hamlets.map(({ id, name, kind }) => ({ id, name, kind, periods: [] })));
}

export const PLACEHOLDER_NAME = "(chưa rõ ấp)";

/** Where the households of a list without hamlets go until an officer says which hamlet they live in; made when first needed. */
export async function placeholderHamlet(tx: Tx, unitUid: string): Promise<{ id: string; changes: Change[] }> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || $1))", [unitUid]);
  const { rows } = await tx.client.query<{ id: string }>(
    `select h.id from hamlet h join hamlet_unit hu on hu.hamlet_id = h.id
     where hu.unit_uid = $1 and h.kind = 'unknown' and h.voided_at is null and hu.voided_at is null order by h.recorded_at limit 1`,
    [unitUid],
  );
  return rows[0] ? { id: rows[0].id, changes: [] } : createHamlet(tx, { unitUid, name: PLACEHOLDER_NAME, kind: "unknown" });
}

/** Ends where a hamlet lies at the day, voids what was to come later, and puts it into another commune from then on. */
export async function reassignHamlet(tx: Tx, row: Omit<BelongingRow, "to" | "document"> & { readonly document: string }): Promise<void> {
  const { rows } = await tx.client.query<{ unit_uid: string; valid_from: PlainDate; document: string | null }>(
    `update hamlet_unit set voided_at = now() where hamlet_id = $1 and voided_at is null and (valid_to is null or valid_to > $2)
     returning unit_uid, valid_from::text, document`,
    [row.hamletId, row.from],
  );
  const kept = rows.filter((old) => old.valid_from < row.from).map((old) => ({ hamletId: row.hamletId, unitUid: old.unit_uid, from: old.valid_from, to: row.from, document: old.document }));
  const chain = certainBelonging(unitIndex(), getUnit(row.unitUid)).filter(({ to }) => to === null || to > row.from);
  const added = chain.map(({ unitUid, from, to }) => ({ hamletId: row.hamletId, unitUid, from: from < row.from ? row.from : from, to, document: row.document }));
  await insertBelongings(tx, [...kept, ...added]);
}
