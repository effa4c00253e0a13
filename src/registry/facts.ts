import { newId, type Change, type Tx } from "../platform/door.ts";
import type { Fact, Rewrite } from "./rules/facts.ts";
import type { Characteristic, Membership, Residence } from "./rules/household.ts";

interface Tables {
  readonly residence: Residence;
  readonly membership: Omit<Membership, "name">;
  readonly characteristic: Characteristic;
}
type Table = keyof Tables;

/** Columns beside id, valid_from and valid_to: name, type, value. */
type Columns<F> = readonly (readonly [column: string, type: string, value: (fact: Omit<F, "id">) => string | boolean])[];

const COLUMNS: { readonly [T in Table]: Columns<Tables[T]> } = {
  residence: [["household_id", "uuid", (f) => f.householdId], ["hamlet_id", "uuid", (f) => f.hamletId]],
  membership: [
    ["household_id", "uuid", (f) => f.householdId], ["person_id", "uuid", (f) => f.personId], ["hamlet_id", "uuid", (f) => f.hamletId],
    ["relation", "text", (f) => f.relation], ["is_head", "boolean", (f) => f.relation === "01"],
  ],
  characteristic: [["household_id", "uuid", (f) => f.householdId], ["hamlet_id", "uuid", (f) => f.hamletId], ["code", "text", (f) => f.code]],
};

type HamletFact = Fact & { readonly hamletId: string };

export async function addFacts<T extends Table>(tx: Tx, table: T, facts: readonly Omit<Tables[T], "id">[]): Promise<Change[]> {
  if (facts.length === 0) return [];
  const columns = COLUMNS[table] as unknown as Columns<HamletFact>;
  const rows = facts as unknown as Omit<HamletFact, "id">[];
  const ids = rows.map(() => newId<Table>());
  await tx.client.query(
    `insert into ${table} (id, valid_from, valid_to, ${columns.map(([column]) => column).join(", ")})
     select * from unnest($1::uuid[], $2::date[], $3::date[], ${columns.map(([, type], i) => `$${i + 4}::${type}[]`).join(", ")})`,
    [ids, rows.map((f) => f.from), rows.map((f) => f.to), ...columns.map(([, , value]) => rows.map(value))],
  );
  return rows.map((fact, i) => ({ entity: table, entityId: ids[i]!, kind: "added", hamletId: fact.hamletId }));
}

/** `reason` "ended" or "replaced" when other rows take the place of these; a person's own words when the record was wrong. */
export async function voidFacts(tx: Tx, table: Table, facts: readonly HamletFact[], reason: string): Promise<Change[]> {
  if (facts.length === 0) return [];
  await tx.client.query(`update ${table} set voided_at = now(), void_reason = $2 where id = any ($1) and voided_at is null`, [facts.map(({ id }) => id), reason]);
  return facts.map(({ id, hamletId }) => ({ entity: table, entityId: id, kind: reason === "ended" ? "ended" : "voided", hamletId }));
}

/** Voids and adds, both in the same instant. */
export async function rewriteFacts<T extends Table>(tx: Tx, table: T, { voided, added }: Rewrite<Tables[T] & HamletFact>, reason: "ended" | "replaced"): Promise<Change[]> {
  return [...(await voidFacts(tx, table, voided, reason)), ...(await addFacts(tx, table, added as readonly Omit<Tables[T], "id">[]))];
}
