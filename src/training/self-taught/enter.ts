import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { insert } from "../insert.ts";
import { knownWorker, type KnownWorker } from "../known-worker.ts";
import type { NewSelfTaught } from "./contract.ts";
import { selfTaughtRules } from "./load.ts";
import { mayEnter, mayKeep, must } from "./policy.ts";
import { judgeSelfTaught } from "./rules/judge.ts";
import { certificateOf, isOnFile } from "./store.ts";

/**
 * A worker who learned a trade without a class; a record of its own, never a learner. Errors: forbidden "training.selfTaught.notYours" | "areas.hamletOutsideArea";
 * invalid "training.followUp.dayToCome" | "training.followUp.tradeUnknown" | "training.selfTaught.noTrade"; refused "training.selfTaught.tooFewYears" | "training.selfTaught.certified";
 * conflict "training.selfTaught.twice".
 */
export function enterSelfTaught(services: Services, actor: Actor, commandId: string, input: NewSelfTaught): Promise<{ id: string; identified: KnownWorker["identified"] }> {
  must(mayEnter, actor);
  mustWriteHamlet(actor, input.hamletId);
  return services.door.write(actor, { commandId, name: "training.enterSelfTaught", input, ...(input.reason && { purpose: input.reason }) }, async (tx) => {
    const { id, identified, change } = await addSelfTaught(tx, services, input);
    return { answer: { id, identified }, subject: id, changes: [change] };
  });
}

/** One record inside a transaction of the caller: entered on the screen, or a row of a list. */
export async function addSelfTaught(tx: Tx, services: Services, input: NewSelfTaught): Promise<{ id: string; identified: KnownWorker["identified"]; change: Change }> {
  const { tradeCode, recognisedOn, yearsInJob, reason, fullName } = input;
  if (recognisedOn !== null && recognisedOn > services.today()) throw new AppError("invalid", "training.followUp.dayToCome", { on: recognisedOn });
  const tradeName = tradeCode === null ? tidySpaces(input.tradeName ?? "") : await nameOfTrade(tx, tradeCode);
  if (tradeName === "") throw new AppError("invalid", "training.selfTaught.noTrade", { name: fullName });
  const { columns, identified } = await knownWorker(tx, services, input);
  if (await isOnFile(tx, columns.subject_key, tradeCode, tradeName)) throw new AppError("conflict", "training.selfTaught.twice", { name: fullName, trade: tradeName });
  const judged = judgeSelfTaught({ yearsInJob, certificate: await certificateOf(tx, columns.subject_key, tradeCode), reason }, selfTaughtRules(services));
  if (judged.verdict !== "taken") throw new AppError("refused", judged.code, { name: fullName, trade: tradeName, ...judged.data });
  const id = newId<"self_taught">();
  await insert(tx, "self_taught", {
    id, ...columns, name_folded: fold(columns.full_name), trade_code: tradeCode, trade_name: tradeName, vsco: input.vsco, learned_by: input.learnedBy, years_in_job: yearsInJob, skill_check: input.skillCheck,
    recognised_year: input.recognisedYear, recognised_on: recognisedOn, confirmer: input.confirmer, reason: reason || null, note: input.note || null,
  });
  return { id, identified, change: { entity: "self_taught", entityId: id, kind: "added", hamletId: columns.hamlet_id } };
}

async function nameOfTrade({ client }: Tx, code: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select name from trade where code = $1", [code]);
  if (!rows[0]) throw new AppError("invalid", "training.followUp.tradeUnknown", { code });
  return rows[0].name;
}

/** Takes back a record that was entered wrongly. Errors: not_found "training.selfTaught.unknown". */
export function voidSelfTaught(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayKeep, actor);
  return services.door.write(actor, { commandId, name: "training.voidSelfTaught", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rows } = await client.query<{ hamletId: string }>(`update self_taught set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null returning hamlet_id as "hamletId"`, [id, reason]);
    if (!rows[0]) throw new AppError("not_found", "training.selfTaught.unknown", {});
    return { answer: { id }, subject: id, changes: [{ entity: "self_taught", entityId: id, kind: "voided", hamletId: rows[0].hamletId }] };
  });
}
