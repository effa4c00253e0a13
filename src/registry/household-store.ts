import type { PlainDate } from "../kernel/date.ts";
import { AppError } from "../kernel/error.ts";
import { fold, tidySpaces } from "../kernel/text/fold.ts";
import { nameSortKey } from "../kernel/text/name.ts";
import { newId, type Change, type Tx } from "../platform/door.ts";
import type { Household, Membership } from "./rules/household.ts";

type Row = Omit<Household, "residences" | "memberships" | "characteristics">;

const FACT = `id, household_id as "householdId", hamlet_id as "hamletId", valid_from::text as "from", valid_to::text as "to"`;

/** The household with its facts that are not voided. Errors: not_found "registry.householdUnknown", also when it lies elsewhere. */
export async function loadHousehold(tx: Tx, id: string, lock: "for update" | "" = ""): Promise<Household> {
  const { client } = tx;
  const { rows } = await client.query<Row>(
    `select id, version, hamlet_id as "hamletId", local_code as "localCode", address, head_name as "headName",
       valid_from::text as "from", valid_to::text as "to", voided_at::text as "voidedAt" from household where id = $1 ${lock}`,
    [id],
  );
  if (!rows[0]) throw new AppError("not_found", "registry.householdUnknown", { id });
  const memberships = await client.query<Membership>(
    `select m.id, m.household_id as "householdId", m.hamlet_id as "hamletId", m.person_id as "personId", m.relation, coalesce(p.full_name, '') as name,
       m.valid_from::text as "from", m.valid_to::text as "to"
     from membership m left join person p on p.id = m.person_id where m.household_id = $1 and m.voided_at is null order by m.valid_from, m.relation, m.id`,
    [id],
  );
  const residences = await client.query(`select ${FACT} from residence where household_id = $1 and voided_at is null order by valid_from`, [id]);
  const characteristics = await client.query(`select ${FACT}, code from characteristic where household_id = $1 and voided_at is null order by code, valid_from`, [id]);
  return { ...rows[0], memberships: memberships.rows, residences: residences.rows, characteristics: characteristics.rows };
}

/** What somebody who worked on an older state is shown beside their own words. */
const currentState = (household: Household): Record<string, unknown> => ({
  version: household.version,
  address: household.address,
  localCode: household.localCode,
  hamletId: household.hamletId,
  to: household.to,
  voided: household.voidedAt !== null,
  members: household.memberships.filter(({ to }) => to === null).map(({ id, name, relation, from }) => ({ membershipId: id, name, relation, from })),
});

/** Locks the household for a command that was written against `baseVersion`. Errors: conflict "registry.householdChanged" with the current state. */
export async function loadForChange(tx: Tx, id: string, baseVersion: number): Promise<Household> {
  const household = await loadHousehold(tx, id, "for update");
  if (household.version !== baseVersion) {
    throw new AppError("conflict", "registry.householdChanged", { id, baseVersion, currentVersion: household.version, current: currentState(household) });
  }
  return household;
}

export interface NewHousehold {
  readonly hamletId: string;
  readonly from: PlainDate;
  readonly localCode: string | null;
  readonly address: string | null;
  readonly headName: string;
  readonly formedBy: "listed" | "new" | "split" | "arrived";
  readonly formedFrom?: string;
}

export async function insertHousehold(tx: Tx, household: NewHousehold): Promise<{ id: string; changes: Change[] }> {
  const id = newId<"household">();
  await tx.client.query(
    `insert into household (id, hamlet_id, local_code, head_name, head_name_folded, sort_key, address, valid_from, formed_by, formed_from)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [id, household.hamletId, household.localCode, household.headName, fold(household.headName), nameSortKey(household.headName),
      household.address, household.from, household.formedBy, household.formedFrom ?? null],
  );
  return { id, changes: [{ entity: "household", entityId: id, kind: "added", hamletId: household.hamletId }] };
}

export interface HouseholdPatch {
  readonly hamletId?: string;
  readonly localCode?: string | null;
  readonly address?: string | null;
  readonly headName?: string;
  readonly to?: PlainDate;
  readonly endReason?: string;
}

/** Writes the row of the household and counts its version on; returns the new version. */
export async function touchHousehold(tx: Tx, household: Household, patch: HouseholdPatch = {}): Promise<number> {
  const headName = patch.headName ?? household.headName;
  const { rows } = await tx.client.query<{ version: number }>(
    `update household set version = version + 1, hamlet_id = $2, local_code = $3, address = $4, head_name = $5, head_name_folded = $6, sort_key = $7,
       valid_to = coalesce($8, valid_to), end_reason = coalesce($9, end_reason)
     where id = $1 returning version`,
    [household.id, patch.hamletId ?? household.hamletId, patch.localCode === undefined ? household.localCode : patch.localCode,
      patch.address === undefined ? household.address : patch.address, headName, fold(headName), nameSortKey(headName), patch.to ?? null, patch.endReason ?? null],
  );
  return rows[0]!.version;
}

export const changed = (household: Pick<Household, "id" | "hamletId">, kind: Change["kind"] = "changed"): Change => ({
  entity: "household", entityId: household.id, kind, hamletId: household.hamletId,
});

/** Blank fields of a form say nothing. */
export const tidyOrNull = (text: string | null): string | null => (text === null ? null : tidySpaces(text) || null);
