import type { Tx } from "../../platform/door.ts";
import { MOST_LINES, withRest, type QueueAsked, type QueueItem } from "../../queue/public.ts";
import { byWhom } from "../allowance-lists/rules/list-state.ts";
import { makesFor, mayMake, paysFor } from "../allowance/policy.ts";
import { className } from "../rules/class-name.ts";

interface Found {
  readonly id: string;
  readonly kind: "settlement" | "list";
  readonly state: string;
  /** number of the contract, code of the class */
  readonly code: string;
  /** of the provider, of the class */
  readonly name: string;
  readonly unitUid: string;
  readonly providerId: string;
  readonly total: number;
}

/** What is to be done next with a list of allowances or the settlement of a contract, and whose step it is. */
const NEXT: Readonly<Record<string, { readonly code: string; readonly by: "maker" | "payer" }>> = {
  "settlement submitted": { code: "settlementSubmitted", by: "payer" },
  "settlement returned": { code: "settlementReturned", by: "maker" },
  "list computed": { code: "listSign", by: byWhom("sign") },
  "list returned": { code: "listReturned", by: "maker" },
  "list signed": { code: "listApprove", by: byWhom("approve") },
  "list approved": { code: "listPay", by: byWhom("pay") },
  "list paid": { code: "listSettle", by: byWhom("settle") },
};

/** Lists of allowances and settlements of contracts on their way between provider and office. */
export async function waitingPayments({ client, actor }: Tx, { reach }: QueueAsked): Promise<QueueItem[]> {
  if (!mayMake(actor)) return [];
  const { scope } = actor;
  const { rows } = await client.query<Found>(
    `select w.*, count(*) over ()::int as total from (
       select k.id, 'settlement' as kind, s.state, s.state_on, k.number as code, o.name, k.unit_uid as "unitUid", k.provider_id as "providerId", null::uuid as hamlet_id
         from contract_settlement s join training_contract k on k.id = s.contract_id and k.voided_at is null join organisation o on o.id = k.provider_id where s.state in ('submitted', 'returned')
       union all
       select l.id, 'list', l.state, l.state_on, c.code, c.name, l.unit_uid, l.provider_id, c.hamlet_id from allowance_list l join training_class c on c.id = l.class_id where l.voided_at is null and l.state <> 'settled') w
     where ($1::text[] is null or w."unitUid" = any ($1) or w.hamlet_id = any ($2)) and ($3 or w."unitUid" = any ($4) or w."providerId" = any ($5)) order by w.state_on, w.id limit ${MOST_LINES}`,
    [reach?.units ?? null, reach?.hamlets ?? null, scope.writesAll, scope.writeUnits, scope.organisations],
  );
  const items = rows.map((row): QueueItem => {
    const { code, by } = NEXT[`${row.kind} ${row.state}`]!;
    const mine = by === "maker" ? makesFor(actor, row) : paysFor(actor, row);
    return {
      field: "training", code: `training.queue.${code}`, data: { number: row.code, name: row.kind === "list" ? className(row) : row.name }, count: 1, why: mine ? null : `training.queue.why.${by === "maker" ? "provider" : "office"}`, unitUid: row.unitUid, dueOn: null,
      state: mine ? "open" : "blocked", ...(row.kind === "list" ? { to: `/training/allowance-lists/${row.id}` } : { to: "/training/supervision", search: { tab: "settlements" } }),
    };
  });
  return withRest(items, (rows[0]?.total ?? 0) - rows.length, { field: "training", to: "/training/allowance-lists" });
}
