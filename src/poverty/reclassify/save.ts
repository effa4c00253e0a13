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

// one run at a time in a province, so no row can come between the two; "on conflict" would lock, and so write, each row that says the same already
const CHANGED = `
  update computed_class c set on_date = $4, class = o.class, list = o.list, status = o.status, advisory = o.advisory, reasons = o.reasons,
    household_ids = g.household_ids, assessment_ids = g.assessment_ids, run_id = $5, computed_at = now()
  from known_group g join outcome o using (inputs)
  where c.hamlet_id = any ($1) and c.status_year = $2 and c.ruleset = $3 and c.hamlet_id = g.hamlet_id and c.inputs = g.inputs
    and (c.class, c.list, c.status, c.advisory, c.reasons, c.household_ids, c.assessment_ids)
      is distinct from (o.class, o.list, o.status, o.advisory, o.reasons, g.household_ids, g.assessment_ids)`;
const ADDED = `
  insert into computed_class (hamlet_id, status_year, ruleset, inputs, on_date, class, list, status, advisory, reasons, household_ids, assessment_ids, run_id)
  select g.hamlet_id, $2, $3, g.inputs, $4, o.class, o.list, o.status, o.advisory, o.reasons, g.household_ids, g.assessment_ids, $5
  from known_group g join outcome o using (inputs)
  where not exists (select from computed_class c where c.hamlet_id = any ($1) and c.status_year = $2 and c.ruleset = $3 and c.hamlet_id = g.hamlet_id and c.inputs = g.inputs)`;

/** Writes the computed classes of the hamlets that lie in `known_group`; a row that says the same already is left alone. */
export async function saveClasses({ client }: Tx, hamletIds: readonly string[], { runId, statusYear, ruleset, on }: SaveAsked): Promise<void> {
  for (const sql of [CHANGED, ADDED]) await client.query(sql, [hamletIds, statusYear, ruleset, on, runId]);
}

/** Rows whose inputs no household has any more hold nobody from now on. */
export async function emptyClasses({ client }: Tx, { runId, statusYear, ruleset }: SaveAsked): Promise<void> {
  await client.query(
    `update computed_class c set household_ids = '{}', assessment_ids = '{}', run_id = $3, computed_at = now()
     from emptied e where c.hamlet_id = e.hamlet_id and c.status_year = $1 and c.ruleset = $2 and c.inputs = e.inputs`,
    [statusYear, ruleset, runId],
  );
}
