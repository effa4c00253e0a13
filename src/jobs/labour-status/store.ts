import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { nameSortKey } from "../../kernel/text/name.ts";
import { bulkInsert, type Cell } from "../../platform/bulk.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import { workerColumns, type WorkerInput } from "../../registry/public.ts";
import type { FormKey, LabourForm } from "./rules/labour-form.ts";

/** Columns of the answers, by the key of the form. */
export const COLUMN: Readonly<Record<FormKey, string>> = {
  priority: "priority", education: "education", qualification: "qualification", major: "major", state: "state", position: "position", job: "job", vsco: "vsco", insurance: "insurance", contract: "contract",
  contractOn: "contract_on", workplace: "workplace", workplaceKind: "workplace_kind", vsic: "vsic", workplaceAddress: "workplace_address", industrialZone: "industrial_zone", everWorked: "ever_worked",
  unemployedFor: "unemployed_for", previousJob: "previous_job", inactiveReason: "inactive_reason", jobWant: "job_want", jobWanted: "job_wanted", wageWantedDong: "wage_wanted_dong", trainingWant: "training_want",
  tradeWanted: "trade_wanted", levelWanted: "level_wanted", trainingWhen: "training_when", note: "note",
};
const KEYS = Object.keys(COLUMN) as FormKey[];

export interface NewStatus {
  readonly worker: WorkerInput;
  readonly ethnicity: string | null;
  readonly period: string;
  readonly surveyedOn: PlainDate;
  readonly source: "survey" | "list";
  readonly form: LabourForm;
  /** the form that this one takes the place of, though it named somebody else */
  readonly instead?: string | null;
}

const COLUMNS = ["id", "hamlet_id", "person_id", "full_name", "name_folded", "sort_key", "birth_date", "birth_year", "sex", "subject_key", "ethnicity", "period", "surveyed_on", "source", "recorded_by", ...KEYS.map((key) => COLUMN[key])];

function cellsOf(tx: Tx, id: string, { worker, ethnicity, period, surveyedOn, source, form }: NewStatus): readonly Cell[] {
  const who = workerColumns(worker);
  return [
    id, who.hamlet_id, who.person_id, who.full_name, fold(who.full_name), nameSortKey(who.full_name), who.birth_date, who.birth_year, who.sex, who.subject_key, ethnicity, period, surveyedOn, source, tx.actor.accountId,
    ...KEYS.map((key) => form[key] as Cell),
  ];
}

/** What was told anew is voided with this word and the id of the form that took its place. */
export const REPLACED = "replaced";

/**
 * Puts forms on file; what stood of the same people in the same period is kept beside them, voided. Gives the ids in their order. Errors: conflict "labour.recordedElsewhere" when another area holds a form of the same person and period.
 */
export async function putStatuses(tx: Tx, statuses: readonly NewStatus[]): Promise<{ readonly ids: string[]; readonly changes: Change[] }> {
  const keys = statuses.map(({ worker }) => workerColumns(worker).subject_key);
  const ids = statuses.map(() => newId<"labour_status">());
  const { rows } = await tx.client.query<{ id: string; hamlet: string }>(
    `update labour_status s set voided_at = now(), void_reason = $5::text || ' ' || n.id::text from (select unnest($1::text[]) as subject, unnest($2::text[]) as period, unnest($3::uuid[]) as instead, unnest($4::uuid[]) as id) n
     where s.voided_at is null and (s.subject_key = n.subject and s.period = n.period or s.id = n.instead) returning s.id, s.hamlet_id as hamlet`,
    [keys, statuses.map(({ period }) => period), statuses.map(({ instead }) => instead ?? null), ids, REPLACED],
  );
  try {
    await bulkInsert(tx, "labour_status", COLUMNS, statuses.map((status, i) => cellsOf(tx, ids[i]!, status)));
  } catch (cause) {
    if ((cause as { code?: string }).code === "23505") throw new AppError("conflict", "labour.recordedElsewhere", {});
    throw cause;
  }
  return {
    ids,
    changes: [
      ...rows.map(({ id, hamlet }): Change => ({ entity: "labour_status", entityId: id, kind: "voided", hamletId: hamlet })),
      ...statuses.map(({ worker }, i): Change => ({ entity: "labour_status", entityId: ids[i]!, kind: "added", hamletId: worker.hamletId })),
    ],
  };
}

/** Those that stand, or whose place is held by a form that stands: what somebody took back as wrong does not. */
export async function standingOf({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    `with recursive chain as (
       select id as first, voided_at, void_reason from labour_status where id = any ($1)
       union all select c.first, n.voided_at, n.void_reason from chain c join labour_status n on n.id = case when c.void_reason ~ ('^' || $2::text || ' [0-9a-f-]{36}$') then substr(c.void_reason, length($2::text) + 2)::uuid end
     ) select first as id from chain where voided_at is null`,
    [ids, REPLACED],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes one form back. Errors: not_found "labour.unknown". */
export async function voidStatus({ client }: Tx, id: string, reason: string): Promise<Change> {
  const { rows } = await client.query<{ hamlet: string }>("update labour_status set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning hamlet_id as hamlet", [id, reason]);
  if (!rows[0]) throw new AppError("not_found", "labour.unknown", { id });
  return { entity: "labour_status", entityId: id, kind: "voided", hamletId: rows[0].hamlet };
}
