import type { Change, Tx } from "../../platform/door.ts";
import type { CompareAsked } from "./compare.ts";

export const CLASS_DIFFERS = "poverty.classDiffers";

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

/** Opens a finding for each household whose recognised status is not what the rules say, and closes those no longer true. */
export async function saveFindings({ client }: Tx, hamletIds: readonly string[], { runId, statusYear, ruleset }: SaveAsked): Promise<{ opened: number; closed: number }> {
  const closed = await client.query(
    `update finding f set closed_at = now(), close_reason = 'reclassified'
     where f.hamlet_id = any ($1) and f.code = $2 and f.closed_at is null and (f.data ->> 'statusYear')::int = $3 and f.data ->> 'ruleset' = $4
       and not exists (select from differs d where d.household_id = f.household_id and d.hamlet_id = f.hamlet_id
         and d.recognised is not distinct from f.data ->> 'recognised' and d.computed is not distinct from f.data ->> 'computed')`,
    [hamletIds, CLASS_DIFFERS, statusYear, ruleset],
  );
  const opened = await client.query(
    `insert into finding (id, household_id, hamlet_id, code, data)
     select gen_random_uuid(), d.household_id, d.hamlet_id, $1,
       jsonb_build_object('statusYear', $2::int, 'ruleset', $3::text, 'recognised', d.recognised, 'computed', d.computed, 'runId', $4::uuid)
     from differs d where not exists (select from finding f where f.household_id = d.household_id and f.hamlet_id = d.hamlet_id and f.hamlet_id = any ($5)
       and f.code = $1 and f.closed_at is null and (f.data ->> 'statusYear')::int = $2 and f.data ->> 'ruleset' = $3)`,
    [CLASS_DIFFERS, statusYear, ruleset, runId, hamletIds],
  );
  return { opened: opened.rowCount ?? 0, closed: closed.rowCount ?? 0 };
}
