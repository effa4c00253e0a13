import { hamletLabel, type HamletKind } from "../../areas/public.ts";
import type { Tx } from "../../platform/door.ts";

export interface ChangeRow {
  readonly householdId: string;
  readonly headName: string;
  readonly hamlet: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Households that a run took from one class to another (`null`: the run going on), those that had a class before first. */
export async function listChanges({ client }: Tx, runId: string | null, page: { readonly most: number; readonly skip: number }): Promise<ChangeRow[]> {
  const source = runId === null ? "changed_class" : "class_change";
  const { rows } = await client.query<Omit<ChangeRow, "hamlet"> & { name: string; kind: HamletKind }>(
    `select hh.id as "householdId", hh.head_name as "headName", h.name, h.kind, c.before_class as before, c.after_class as after
     from (
       select c.hamlet_id, c.before_class, c.after_class, unnest(c.household_ids) as household_id from ${source} c ${runId === null ? "" : "where c.run_id = $3"}
       order by c.before_class is null, c.before_class, c.after_class, c.hamlet_id, household_id limit $1 offset $2
     ) c join household hh on hh.id = c.household_id join hamlet h on h.id = c.hamlet_id
     order by c.before_class is null, c.before_class, c.after_class, c.hamlet_id, c.household_id`,
    [page.most, page.skip, ...(runId === null ? [] : [runId])],
  );
  return rows.map(({ name, kind, ...row }) => ({ ...row, hamlet: hamletLabel({ name, kind }) }));
}
