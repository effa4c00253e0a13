import type { Option } from "../../registry/public.ts";
import type { Tx } from "../../platform/door.ts";
import { runsClass } from "../policy.ts";

/** Classes that the actor keeps and that are not cancelled, the latest first. */
export async function classOptions(tx: Tx): Promise<readonly Option[]> {
  const { rows } = await tx.client.query<{ id: string; code: string; name: string; unitUid: string; providerId: string }>(
    `select id, code, name, unit_uid as "unitUid", provider_id as "providerId" from training_class where voided_at is null and state <> 'cancelled' order by coalesce(opened_on, planned_from) desc nulls first, code`);
  return rows.filter((row) => runsClass(tx.actor, row)).map(({ id, code, name }) => ({ value: id, label: `${code} · ${name}` }));
}
