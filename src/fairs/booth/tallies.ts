import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { getFair } from "../store.ts";
import type { TallyBody, TallyView } from "./contract.ts";

export async function listTallies({ client }: Tx, fairId: string): Promise<TallyView[]> {
  const { rows } = await client.query<TallyView>(
    `select id, step, count, of_which_female as female, source, note, on_date::text as "onDate" from fair_tally where fair_id = $1 and voided_at is null order by step, on_date, id`, [fairId]);
  return rows;
}

/** Counts of people who have no row of their own: paper fairs, groups, a report. Errors: invalid "fairs.groupUnnamed" | "fairs.femaleExceed". */
export function addTallies(services: Services, actor: Actor, commandId: string, fairId: string, body: TallyBody): Promise<{ ids: string[] }> {
  mustKeepFairs(actor);
  if (body.source !== "tally" && !body.note) throw new AppError("invalid", "fairs.groupUnnamed");
  const wrong = body.counts.find(({ count, female }) => female != null && female > count);
  if (wrong) throw new AppError("invalid", "fairs.femaleExceed", { count: wrong.count, female: wrong.female! });
  return services.door.write(actor, { commandId, name: "fairs.addTallies", input: { fairId, ...body } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    const ids = body.counts.map(() => newId<"fair_tally">() as string);
    for (const [i, { step, count, female }] of body.counts.entries()) {
      await tx.client.query("insert into fair_tally (id, fair_id, unit_uid, step, count, of_which_female, source, note, on_date) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [ids[i], fairId, fair.unitUid, step, count, female ?? null, body.source, body.note || null, body.onDate ?? fair.onDate]);
    }
    return { answer: { ids }, changes: ids.map((id) => ({ entity: "fair_tally", entityId: id, kind: "added" as const })), subject: fairId };
  });
}

/** Errors: not_found "fairs.tallyUnknown". */
export function voidTally(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.voidTally", input: { id, reason }, purpose: reason }, async (tx) => {
    const { rows } = await tx.client.query<{ fair: string }>("select fair_id as fair from fair_tally where id = $1 and voided_at is null", [id]);
    if (!rows[0]) throw new AppError("not_found", "fairs.tallyUnknown", { id });
    mustWorkAt(actor, await getFair(tx, rows[0].fair));
    await tx.client.query("update fair_tally set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: {}, changes: [{ entity: "fair_tally", entityId: id, kind: "voided" }], subject: rows[0].fair };
  });
}
