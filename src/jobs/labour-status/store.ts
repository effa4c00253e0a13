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
}

const COLUMNS = ["id", "hamlet_id", "person_id", "full_name", "name_folded", "sort_key", "birth_date", "birth_year", "sex", "subject_key", "ethnicity", "period", "surveyed_on", "source", "recorded_by", ...KEYS.map((key) => COLUMN[key])];

function cellsOf(tx: Tx, id: string, { worker, ethnicity, period, surveyedOn, source, form }: NewStatus): readonly Cell[] {
  const who = workerColumns(worker);
  return [
    id, who.hamlet_id, who.person_id, who.full_name, fold(who.full_name), nameSortKey(who.full_name), who.birth_date, who.birth_year, who.sex, who.subject_key, ethnicity, period, surveyedOn, source, tx.actor.accountId,
    ...KEYS.map((key) => form[key] as Cell),
  ];
}

/** What stood before it is voided with this reason: it was told anew. */
export const REPLACED = "replaced";

/**
 * Puts forms on file; what stood of the same people in the same period is kept beside them, voided. `instead`: rows that these take the place of
 * though they named somebody else. Gives the ids in their order. Errors: conflict "labour.recordedElsewhere" when another area holds a form of the same person and period.
 */
export async function putStatuses(tx: Tx, statuses: readonly NewStatus[], instead: readonly string[] = []): Promise<{ readonly ids: string[]; readonly changes: Change[] }> {
  const keys = statuses.map(({ worker }) => workerColumns(worker).subject_key);
  const { rows } = await tx.client.query<{ id: string; hamlet: string }>(
    `update labour_status s set voided_at = now(), void_reason = $4 from (select unnest($1::text[]) as subject, unnest($2::text[]) as period) n
     where s.voided_at is null and (s.subject_key = n.subject and s.period = n.period or s.id = any ($3)) returning s.id, s.hamlet_id as hamlet`,
    [keys, statuses.map(({ period }) => period), instead, REPLACED],
  );
  const ids = statuses.map(() => newId<"labour_status">());
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

/** Those that stand, or were told anew since: a row that somebody took back as wrong does not. */
export async function standingOf({ client }: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>("select id from labour_status where id = any ($1) and (voided_at is null or void_reason = $2)", [ids, REPLACED]);
  return new Set(rows.map(({ id }) => id));
}

/** Takes one form back. Errors: not_found "labour.unknown". */
export async function voidStatus({ client }: Tx, id: string, reason: string): Promise<Change> {
  const { rows } = await client.query<{ hamlet: string }>("update labour_status set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning hamlet_id as hamlet", [id, reason]);
  if (!rows[0]) throw new AppError("not_found", "labour.unknown", { id });
  return { entity: "labour_status", entityId: id, kind: "voided", hamletId: rows[0].hamlet };
}
