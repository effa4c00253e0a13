import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import { cutFacts, type Fact } from "../../registry/rules/facts.ts";

/** A recognised status that is not voided. A row is never changed: it is voided and told anew. */
export interface Status extends Fact {
  readonly householdId: string;
  readonly hamletId: string;
  readonly class: "poor" | "near_poor";
  readonly ruleset: string;
  readonly statusYear: number;
  readonly members: number;
  readonly decisionNo: string | null;
  readonly decisionDate: PlainDate | null;
  readonly signer: string | null;
  readonly endReason: string | null;
  readonly source: "list" | "round" | "decision" | "demo";
}

const COLUMNS = `s.id, s.household_id as "householdId", s.hamlet_id as "hamletId", s.class, s.ruleset, s.status_year as "statusYear", s.members, s.decision_no as "decisionNo",
  s.decision_date::text as "decisionDate", s.signer, s.valid_from::text as "from", s.valid_to::text as "to", s.end_reason as "endReason", s.source`;

/** All statuses of a household, voided ones left out, in their order. */
export async function statusesOf({ client }: Tx, householdId: string): Promise<Status[]> {
  return (await client.query<Status>(`select ${COLUMNS} from recognised_status s where s.household_id = $1 and s.voided_at is null order by s.valid_from, s.id`, [householdId])).rows;
}

export async function statusesVoidedAt({ client }: Tx, householdId: string, voidedAt: string): Promise<Status[]> {
  return (await client.query<Status>(`select ${COLUMNS} from recognised_status s where s.household_id = $1 and s.voided_at = $2::timestamptz`, [householdId, voidedAt])).rows;
}

/** Statuses of these hamlets that still hold on a day or begin later. */
export async function statusesFrom({ client }: Tx, hamletIds: readonly string[], on: PlainDate): Promise<Status[]> {
  const { rows } = await client.query<Status>(
    `select ${COLUMNS} from recognised_status s where s.hamlet_id = any ($1) and s.voided_at is null and (s.valid_to is null or s.valid_to > $2) order by s.id`,
    [hamletIds, on],
  );
  return rows;
}

/** Errors: not_found "poverty.statusUnknown". */
export async function getStatus({ client }: Tx, id: string): Promise<Status> {
  const { rows } = await client.query<Status>(`select ${COLUMNS} from recognised_status s where s.id = $1 and s.voided_at is null for update`, [id]);
  if (!rows[0]) throw new AppError("not_found", "poverty.statusUnknown", { id });
  return rows[0];
}

export type NewStatus = Omit<Status, "id">;

export async function addStatuses({ client }: Tx, rows: readonly NewStatus[]): Promise<Change[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(() => newId<"status">() as string);
  const column = <K extends keyof NewStatus>(name: K): NewStatus[K][] => rows.map((row) => row[name]);
  await client.query(
    `insert into recognised_status (id, household_id, hamlet_id, class, ruleset, status_year, members, decision_no, decision_date, signer, valid_from, valid_to, end_reason, source)
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::smallint[], $8::text[], $9::date[], $10::text[], $11::date[], $12::date[], $13::text[], $14::text[])`,
    [ids, column("householdId"), column("hamletId"), column("class"), column("ruleset"), column("statusYear"), column("members"), column("decisionNo"), column("decisionDate"), column("signer"),
      column("from"), column("to"), column("endReason"), column("source")],
  );
  return rows.map((row, i) => ({ entity: "recognised_status", entityId: ids[i]!, kind: "added", hamletId: row.hamletId }));
}

export async function voidStatuses({ client }: Tx, statuses: readonly Pick<Status, "id" | "hamletId">[], reason: string, kind: "ended" | "voided"): Promise<Change[]> {
  if (statuses.length === 0) return [];
  await client.query("update recognised_status set voided_at = now(), void_reason = $2 where id = any ($1) and voided_at is null", [statuses.map(({ id }) => id), reason]);
  return statuses.map(({ id, hamletId }) => ({ entity: "recognised_status", entityId: id, kind, hamletId }));
}

/** The statuses end on a day, the first on which they do not hold: voided and told anew with their end, in one instant. */
export async function endStatuses(tx: Tx, statuses: readonly Status[], on: PlainDate, endReason: string): Promise<Change[]> {
  const { voided, added } = cutFacts(statuses, on, () => undefined);
  return [...(await voidStatuses(tx, voided, "ended", "ended")), ...(await addStatuses(tx, added.map((status) => ({ ...status, endReason }))))];
}
