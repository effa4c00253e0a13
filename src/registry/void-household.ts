import { AppError } from "../kernel/error.ts";
import { newId, type Change, type Tx } from "../platform/door.ts";
import { voidFacts } from "./facts.ts";
import { changed, loadForChange } from "./household-store.ts";
import { mustKeepRegistry, mustVoid } from "./policy.ts";
import { forDigest, type Asked, type Done, type RegistryServices } from "./use-case.ts";

interface Input {
  readonly baseVersion: number;
  readonly reason: string;
}

/**
 * Takes back a household that was recorded wrongly: its row, its facts, and persons recorded nowhere else are voided with the reason.
 * A reading as of an earlier instant still finds it. Errors: refused "registry.householdVoided".
 */
export function voidHousehold(services: RegistryServices, householdId: string, { actor, commandId, input }: Asked<Input>): Promise<Done> {
  mustVoid(actor);
  return services.door.write(actor, { commandId, name: "registry.voidHousehold", input: forDigest(services, { householdId, ...input }), purpose: input.reason }, async (tx) => {
    const household = await loadForChange(tx, householdId, input.baseVersion);
    mustKeepRegistry(actor, household.hamletId);
    if (household.voidedAt !== null) throw new AppError("refused", "registry.householdVoided");
    const { reason } = input;
    const changes: Change[] = [
      changed(household, "voided"),
      ...(await voidFacts(tx, "residence", household.residences, reason)),
      ...(await voidFacts(tx, "membership", household.memberships, reason)),
      ...(await voidFacts(tx, "characteristic", household.characteristics, reason)),
      ...(await voidLonePersons(tx, householdId, reason)),
      ...(await services.contributions.onEvent(tx, { kind: "voided", householdId, hamletId: household.hamletId, reason })),
    ];
    const { rows } = await tx.client.query<{ version: number }>(
      "update household set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 returning version", [householdId, reason],
    );
    return { answer: { id: householdId, version: rows[0]!.version }, subject: householdId, changes, dirty: { topic: "status", hamletIds: [household.hamletId] } };
  });
}

/** Persons whose only household this was. */
async function voidLonePersons({ client }: Tx, householdId: string, reason: string): Promise<Change[]> {
  const { rows } = await client.query<{ id: string; hamlet_id: string }>(
    `update person p set voided_at = now(), void_reason = $2
     where p.voided_at is null and p.id in (select person_id from membership where household_id = $1)
       and not exists (select from membership m where m.person_id = p.id and m.voided_at is null) returning id, hamlet_id`,
    [householdId, reason],
  );
  return rows.map((row) => ({ entity: "person", entityId: row.id, kind: "voided", hamletId: row.hamlet_id }));
}

/** Brings a voided household back: what was voided in that instant is added anew. Errors: refused "registry.notVoided". */
export function restoreHousehold(services: RegistryServices, householdId: string, { actor, commandId, input }: Asked<Input>): Promise<Done> {
  mustVoid(actor);
  return services.door.write(actor, { commandId, name: "registry.restoreHousehold", input: forDigest(services, { householdId, ...input }), purpose: input.reason }, async (tx) => {
    const household = await loadForChange(tx, householdId, input.baseVersion);
    mustKeepRegistry(actor, household.hamletId);
    if (household.voidedAt === null) throw new AppError("refused", "registry.notVoided");
    const { voidedAt, hamletId } = household;
    const changes: Change[] = [changed(household)];
    for (const [table, columns] of Object.entries(COPIED)) changes.push(...(await addBack(tx, table, columns, householdId, voidedAt)));
    await tx.client.query(
      "update person set voided_at = null, void_reason = null where voided_at = $2 and id in (select person_id from membership where household_id = $1)", [householdId, voidedAt],
    );
    changes.push(...(await services.contributions.onEvent(tx, { kind: "restored", householdId, hamletId, voidedAt })));
    const { rows } = await tx.client.query<{ version: number }>(
      "update household set voided_at = null, void_reason = null, version = version + 1 where id = $1 returning version", [householdId],
    );
    return { answer: { id: householdId, version: rows[0]!.version }, subject: householdId, changes, dirty: { topic: "status", hamletIds: [hamletId] } };
  });
}

const COPIED = {
  residence: "household_id, hamlet_id, valid_from, valid_to",
  membership: "household_id, person_id, hamlet_id, relation, is_head, valid_from, valid_to",
  characteristic: "household_id, hamlet_id, code, valid_from, valid_to",
} as const;

async function addBack({ client }: Tx, table: string, columns: string, householdId: string, voidedAt: string): Promise<Change[]> {
  const { rows: old } = await client.query<{ id: string; hamlet_id: string }>(`select id, hamlet_id from ${table} where household_id = $1 and voided_at = $2`, [householdId, voidedAt]);
  const ids = old.map(() => newId<"fact">());
  await client.query(
    `insert into ${table} (id, ${columns}) select n.new_id, ${columns} from ${table} t join unnest($1::uuid[], $2::uuid[]) n (old_id, new_id) on n.old_id = t.id`,
    [old.map((row) => row.id), ids],
  );
  return old.map((row, i) => ({ entity: table, entityId: ids[i]!, kind: "added", hamletId: row.hamlet_id }));
}
