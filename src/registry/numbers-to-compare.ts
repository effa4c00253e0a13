import { getUnit } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { Actor } from "../platform/actor.ts";
import type { Tx } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { NumberElsewhere } from "./contract.ts";
import { NUMBER_ELSEWHERE } from "./number-elsewhere.ts";
import { mayKeepRegistry, mustKeepRegistry } from "./policy.ts";

interface Row {
  readonly id: string;
  readonly foundAt: string;
  readonly masked: string | null;
  readonly hamletId: string;
  readonly people: readonly { readonly personId: string; readonly fullName: string; readonly householdId: string | null; readonly hamlet: string; readonly unitUid: string | null; readonly own: boolean }[];
}

/**
 * Open tasks within the actor's own scope: who holds a number that is on file in another commune too. The province sees all who hold it, a
 * commune its own person only. A task is of today: the borders of an earlier day hide none.
 */
export async function numbersToCompare(tx: Tx): Promise<NumberElsewhere[]> {
  const { scope } = tx.actor;
  const { rows } = await tx.client.query<Row>(
    `select f.id, f.found_at::text as "foundAt", f.hamlet_id as "hamletId", max(i.masked) as masked,
       json_agg(distinct jsonb_build_object('personId', p.id, 'fullName', p.full_name, 'hamlet', h.name, 'own', p.id = own.id,
         'householdId', (select m.household_id from membership m where m.person_id = p.id and m.voided_at is null and m.valid_to is null limit 1),
         'unitUid', (select u.unit_uid from hamlet_unit u where u.hamlet_id = p.hamlet_id and u.voided_at is null and u.valid_from <= $2 and (u.valid_to is null or u.valid_to > $2) limit 1))) as people
     from finding f join person own on own.id = (f.data ->> 'person')::uuid and own.voided_at is null
       join person_identifier i on i.person_id = own.id and i.voided_at is null
       join person_identifier other on other.lookup = i.lookup and other.voided_at is null
       join person p on p.id = other.person_id and p.voided_at is null join hamlet h on h.id = p.hamlet_id
     where f.code = $1 and f.closed_at is null
     group by f.id, f.found_at, f.hamlet_id order by f.found_at desc, f.id limit 500`,
    [NUMBER_ELSEWHERE, tx.actor.on],
  );
  return rows.map(({ id, foundAt, masked, hamletId, people }) => {
    const holders = people.map(({ own, unitUid, ...holder }) => ({ own, holder: { ...holder, unit: unitUid === null ? "" : getUnit(unitUid).fullName } }));
    return {
      id, foundAt, masked, person: holders.find(({ own }) => own)!.holder, others: holders.filter(({ own }) => !own).map(({ holder }) => holder),
      mayClose: mayKeepRegistry(tx.actor) && (scope.writesAll || scope.writeHamlets.includes(hamletId)),
    };
  });
}

/** The two records were compared; the reason tells with what outcome. Errors: not_found "registry.taskUnknown". */
export function closeNumberElsewhere(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeepRegistry(actor);
  return services.door.write(actor, { commandId, name: "registry.closeNumberElsewhere", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rowCount } = await client.query("update finding set closed_at = now(), close_reason = $3 where id = $1 and code = $2 and closed_at is null", [id, NUMBER_ELSEWHERE, reason]);
    if (rowCount === 0) throw new AppError("not_found", "registry.taskUnknown", { id });
    return { answer: { id }, rows: 1, subject: id };
  });
}
