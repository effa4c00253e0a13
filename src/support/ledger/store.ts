import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Tx } from "../../platform/door.ts";
import type { ReceiptRow } from "../contract.ts";

export interface NewReceipt {
  readonly id: string;
  readonly householdId: string;
  readonly personId: string | null;
  readonly hamletId: string;
  readonly policy: string;
  readonly receivedOn: PlainDate;
  readonly period: string | null;
  readonly valueDong: number | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly document: string;
  readonly note: string | null;
  readonly listId: string | null;
  readonly batchId: string | null;
}

export const RECEIPT_COLUMNS = ["id", "household_id", "person_id", "hamlet_id", "policy", "received_on", "period", "value_dong", "quantity", "unit", "document", "note", "list_id", "batch_id"] as const;
export const receiptCells = (one: NewReceipt): (string | number | null)[] => [
  one.id, one.householdId, one.personId, one.hamletId, one.policy, one.receivedOn, one.period, one.valueDong, one.quantity, one.unit, one.document, one.note, one.listId, one.batchId,
];

export interface ReceiptFilter {
  readonly hamletIds?: readonly string[];
  readonly householdId?: string | undefined;
  readonly policy?: string | undefined;
  readonly from?: string | undefined;
  /** the last day, included */
  readonly to?: string | undefined;
  readonly q?: string | undefined;
}

type Row = Omit<ReceiptRow, "hamlet" | "quantity" | "policyTitle"> & { readonly hamletName: string; readonly hamletKind: HamletKind; readonly quantity: string | null };

const WHERE = `r.voided_at is null and ($1::uuid[] is null or r.hamlet_id = any ($1)) and ($2::uuid is null or r.household_id = $2) and ($3::text is null or r.policy = $3)
  and ($4::date is null or r.received_on >= $4) and ($5::date is null or r.received_on <= $5) and ($6::text is null or p.name_folded like $6 or h.head_name_folded like $6)`;
const FROM = "from support_receipt r join household h on h.id = r.household_id join hamlet t on t.id = r.hamlet_id left join person p on p.id = r.person_id";

const valuesOf = ({ hamletIds, householdId, policy, from, to, q }: ReceiptFilter): unknown[] => [
  hamletIds ?? null, householdId ?? null, policy ?? null, from ?? null, to ?? null, q ? `%${fold(q).replace(/[\\%_]/g, "\\$&")}%` : null,
];

/** What was received, newest first, with the sum in đồng of all that match. */
export async function listReceipts({ client }: Tx, filter: ReceiptFilter, limit: number, offset: number): Promise<{ total: number; dong: number; rows: Omit<ReceiptRow, "policyTitle">[] }> {
  const { rows: sums } = await client.query<{ total: number; dong: number }>(`select count(*) as total, coalesce(sum(r.value_dong), 0)::bigint as dong ${FROM} where ${WHERE}`, valuesOf(filter));
  const { rows } = await client.query<Row>(
    `select r.id, r.household_id as "householdId", r.person_id as "personId", h.head_name as "headName", p.full_name as "personName", t.name as "hamletName", t.kind as "hamletKind", r.policy,
       r.received_on::text as "receivedOn", r.period, r.value_dong as "valueDong", r.quantity, r.unit, r.document, r.note
     ${FROM} where ${WHERE} order by r.received_on desc, h.sort_key, r.id limit $7 offset $8`, [...valuesOf(filter), limit, offset],
  );
  return { ...sums[0]!, rows: rows.map(({ hamletName, hamletKind, quantity, ...row }) => ({ ...row, quantity: quantity === null ? null : Number(quantity), hamlet: hamletLabel({ name: hamletName, kind: hamletKind }) })) };
}

/** The same thing received by the same on the same day by the same document: entered twice. */
export const receiptKey = (one: Pick<NewReceipt, "householdId" | "personId" | "policy" | "receivedOn" | "valueDong" | "quantity" | "document">): string =>
  [one.householdId, one.personId ?? "", one.policy, one.receivedOn, one.valueDong ?? "", one.quantity ?? "", fold(one.document)].join("|");

export async function keysOnFile({ client }: Tx, householdIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<Omit<NewReceipt, "quantity"> & { quantity: string | null }>(
    `select household_id as "householdId", person_id as "personId", policy, received_on::text as "receivedOn", value_dong as "valueDong", quantity, document from support_receipt where household_id = any ($1) and voided_at is null`,
    [householdIds],
  );
  return new Set(rows.map(({ quantity, ...row }) => receiptKey({ ...row, quantity: quantity === null ? null : Number(quantity) })));
}
