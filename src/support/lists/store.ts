import { AppError } from "../../kernel/error.ts";
import { bulkInsert } from "../../platform/bulk.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Drawn, Line } from "./lines.ts";

export interface SupportList {
  readonly id: string;
  readonly unitUid: string;
  readonly policy: string;
  readonly receiver: string;
  readonly on: PlainDate;
  readonly period: string;
  readonly baseId: string | null;
  readonly counts: Drawn["counts"];
  readonly sentOn: PlainDate | null;
  readonly sentNo: string | null;
  readonly repliedOn: PlainDate | null;
  readonly replyCounts: { readonly matched: number; readonly notFound: number; readonly differs: number; readonly absent: number } | null;
  readonly version: number;
}

const COLUMNS = `l.id, l.unit_uid as "unitUid", l.policy, l.receiver, l.on_date::text as "on", l.period, l.base_id as "baseId", l.counts, l.sent_on::text as "sentOn", l.sent_no as "sentNo",
  l.replied_on::text as "repliedOn", l.reply_counts as "replyCounts", l.version`;

/** Errors: not_found "support.listUnknown". */
export async function getList({ client }: Tx, id: string, lock = ""): Promise<SupportList> {
  const { rows } = await client.query<SupportList>(`select ${COLUMNS} from support_list l where l.id = $1 and l.voided_at is null ${lock}`, [id]);
  if (!rows[0]) throw new AppError("not_found", "support.listUnknown", {});
  return rows[0];
}

export async function listLists({ client }: Tx, asked: { readonly unitUids: readonly string[]; readonly policy?: string | undefined }): Promise<SupportList[]> {
  const { rows } = await client.query<SupportList>(
    `select ${COLUMNS} from support_list l where l.unit_uid = any ($1) and ($2::text is null or l.policy = $2) and l.voided_at is null order by l.on_date desc, l.recorded_at desc limit 500`,
    [asked.unitUids, asked.policy ?? null],
  );
  return rows;
}

/** The last list of this policy that was sent to this receiver before a day, or on it. */
export async function lastSent({ client }: Tx, asked: { unitUid: string; policy: string; receiver: string; on: PlainDate }): Promise<string | null> {
  const { rows } = await client.query<{ id: string }>(
    `select id from support_list where unit_uid = $1 and policy = $2 and receiver = $3 and on_date <= $4 and sent_on is not null and voided_at is null order by on_date desc, sent_on desc, recorded_at desc limit 1`,
    [asked.unitUid, asked.policy, asked.receiver, asked.on],
  );
  return rows[0]?.id ?? null;
}

export async function addList(tx: Tx, list: Pick<SupportList, "id" | "unitUid" | "policy" | "receiver" | "on" | "period" | "baseId">, { lines, counts }: Drawn): Promise<void> {
  await tx.client.query(
    "insert into support_list (id, unit_uid, policy, receiver, on_date, period, base_id, counts, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [list.id, list.unitUid, list.policy, list.receiver, list.on, list.period, list.baseId, JSON.stringify(counts), tx.actor.accountId],
  );
  await bulkInsert(tx, "support_list_line", ["id", "list_id", "hamlet_id", "household_id", "person_id", "shown"], lines.map((line, at) => [newId(), list.id, line.hamletId, line.householdId, line.personId, JSON.stringify({ ...line.shown, at })]));
}

/** The lines as they were kept, in their order. */
export async function linesOf({ client }: Tx, listId: string): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `select household_id as "householdId", person_id as "personId", hamlet_id as "hamletId", shown - 'at' as shown from support_list_line where list_id = $1 order by (shown ->> 'at')::int`, [listId],
  );
  return rows;
}
