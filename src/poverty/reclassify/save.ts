import type { Change, Tx } from "../../platform/door.ts";
import type { CompareAsked } from "./compare.ts";

export interface SaveAsked extends CompareAsked {
  readonly runId: string;
  readonly unitUid: string;
}

/** The run with its counts, and which households went from which class to which. */
export async function saveRun({ client }: Tx, { runId, unitUid, statusYear, ruleset }: SaveAsked, counts: unknown): Promise<Change[]> {
  await client.query("insert into classify_run (id, unit_uid, status_year, ruleset, counts) values ($1, $2, $3, $4, $5)", [runId, unitUid, statusYear, ruleset, JSON.stringify(counts)]);
  await client.query(
    `insert into class_change (run_id, hamlet_id, before_class, after_class, household_ids)
     select $1, hamlet_id, before_class, after_class, household_ids from changed_class`,
    [runId],
  );
  const { rows } = await client.query<{ hamlet_id: string }>("select distinct hamlet_id from changed_class");
  return rows.map(({ hamlet_id }) => ({ entity: "computed_class", entityId: hamlet_id, kind: "changed" as const, hamletId: hamlet_id }));
}

/** Writes the computed classes of some hamlets; a row that says the same already is left alone. */
export async function saveClasses({ client }: Tx, hamletIds: readonly string[], { runId, statusYear, ruleset, on }: SaveAsked): Promise<void> {
  await client.query(
    `insert into computed_class as c (hamlet_id, status_year, ruleset, inputs, on_date, class, list, status, advisory, reasons, household_ids, assessment_ids, run_id)
     select g.hamlet_id, $2, $3, g.inputs, $4, o.class, o.list, o.status, o.advisory, o.reasons, g.household_ids, g.assessment_ids, $5
     from known_group g join outcome o using (inputs) where g.hamlet_id = any ($1)
     on conflict (hamlet_id, status_year, ruleset, inputs) do update
       set on_date = excluded.on_date, class = excluded.class, list = excluded.list, status = excluded.status, advisory = excluded.advisory, reasons = excluded.reasons,
         household_ids = excluded.household_ids, assessment_ids = excluded.assessment_ids, run_id = excluded.run_id, computed_at = now()
       where (c.class, c.list, c.status, c.advisory, c.reasons, c.household_ids, c.assessment_ids)
         is distinct from (excluded.class, excluded.list, excluded.status, excluded.advisory, excluded.reasons, excluded.household_ids, excluded.assessment_ids)`,
    [hamletIds, statusYear, ruleset, on, runId],
  );
}

/** Rows whose inputs no household has any more hold nobody from now on. */
export async function emptyClasses({ client }: Tx, { runId, statusYear, ruleset }: SaveAsked): Promise<void> {
  await client.query(
    `update computed_class c set household_ids = '{}', assessment_ids = '{}', run_id = $3, computed_at = now()
     from emptied e where c.hamlet_id = e.hamlet_id and c.status_year = $1 and c.ruleset = $2 and c.inputs = e.inputs`,
    [statusYear, ruleset, runId],
  );
}
