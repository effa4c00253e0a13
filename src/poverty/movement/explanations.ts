import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayRecognise, must, mustWriteHamlet } from "../policy.ts";
import type { Line, List } from "./rules/leaf.ts";
import type { Explained } from "./rules/line.ts";

export interface Explanation extends Explained {
  readonly text: string;
  readonly signer: string;
  readonly signedOn: PlainDate;
  readonly households: readonly { readonly id: string; readonly headName: string }[];
}

/** Explanations on file of these hamlets' lines in a year, with the names of the households as they read now. */
export async function listExplanations({ client }: Tx, year: number, hamletIds: readonly string[]): Promise<Explanation[]> {
  const { rows } = await client.query<Explanation>(
    `select e.id, e.hamlet_id as "hamletId", e.list, e.line, e.kind, e.residual as amount, e.explanation as text, e.signer, e.signed_on::text as "signedOn",
       coalesce((select json_agg(json_build_object('id', h.id, 'headName', h.head_name) order by h.sort_key) from household h where h.id = any (e.household_ids)), '[]') as households
     from movement_explanation e where e.year = $1 and e.hamlet_id = any ($2) and e.voided_at is null`,
    [year, hamletIds],
  );
  return rows;
}

export interface NewExplanation {
  readonly year: number;
  readonly hamletId: string;
  readonly list: List;
  readonly line: Line;
  readonly kind: "balance" | "opening";
  /** the difference as it was shown: what is explained is that one and no other */
  readonly amount: number;
  readonly text: string;
  readonly householdIds: readonly string[];
  readonly signer: string;
  readonly signedOn: PlainDate;
}

/** A line's difference explained in writing, naming its households. One on file for the line gives way. Errors: not_found "poverty.movement.householdsUnknown"; refused "poverty.movement.nothingToExplain". */
export function explainLine(services: Services, actor: Actor, commandId: string, input: NewExplanation): Promise<{ id: string }> {
  must(mayRecognise, actor);
  mustWriteHamlet(actor, input.hamletId);
  if (input.amount === 0) throw new AppError("refused", "poverty.movement.nothingToExplain");
  return services.door.write(actor, { commandId, name: "poverty.movement.explain", input }, async (tx) => {
    const { client } = tx;
    const { hamletId, year, list, line, kind } = input;
    const named = await client.query("select from household where id = any ($1) and hamlet_id = any (select hu.hamlet_id from hamlet_unit hu where hu.unit_uid in (select o.unit_uid from hamlet_unit o where o.hamlet_id = $2))", [input.householdIds, hamletId]);
    if (named.rowCount !== new Set(input.householdIds).size) throw new AppError("not_found", "poverty.movement.householdsUnknown");
    const old = await client.query<{ id: string }>(
      `update movement_explanation set voided_at = now(), void_reason = 'replaced' where hamlet_id = $1 and year = $2 and list = $3 and line = $4 and kind = $5 and voided_at is null returning id`,
      [hamletId, year, list, line, kind],
    );
    const id = newId<"movement_explanation">();
    await client.query(
      `insert into movement_explanation (id, hamlet_id, year, list, line, kind, residual, explanation, household_ids, signer, signed_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [id, hamletId, year, list, line, kind, input.amount, input.text, [...new Set(input.householdIds)], input.signer, input.signedOn],
    );
    const changes: Change[] = [...old.rows.map((row): Change => ({ entity: "movement_explanation", entityId: row.id, kind: "voided", hamletId })), { entity: "movement_explanation", entityId: id, kind: "added", hamletId }];
    return { answer: { id: id as string }, changes, subject: hamletId, meta: { year, list, line, kind, amount: input.amount } };
  });
}

export type SubmittedClosing = Readonly<Record<List, Readonly<Record<Line, number>>>>;

/** Column 9 of each hamlet as it was last submitted for a year, by whichever unit. */
export async function submittedClosing({ client }: Tx, year: number, hamletIds: readonly string[]): Promise<Map<string, SubmittedClosing>> {
  const { rows } = await client.query<{ hamletId: string; closing: SubmittedClosing }>(
    `select distinct on (c.key) c.key as "hamletId", c.value as closing from table_submission s cross join lateral jsonb_each(s.closing) c
     where s.year = $1 and s.voided_at is null and c.key = any ($2) order by c.key, s.recorded_at desc`,
    [year, hamletIds],
  );
  return new Map(rows.map(({ hamletId, closing }) => [hamletId, closing]));
}
