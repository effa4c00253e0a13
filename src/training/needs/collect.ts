import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { WorkerColumns } from "../../registry/rules/worker.ts";
import { insert } from "../insert.ts";
import { knownWorker } from "../known-worker.ts";
import type { NewNeed } from "./contract.ts";
import { needGroups } from "./groups.ts";
import { mayCollect, must } from "./policy.ts";
import { LEAST_AGE, oldEnough } from "./rules/need-process.ts";

export type NeedAsked = Pick<NewNeed, "tradeCode" | "year" | "groups" | "collectedOn" | "wantedFor" | "wantedWhen" | "wantedPlace" | "note">;

/**
 * Writes down who wants to learn which trade. Errors: forbidden "training.need.notYours" | "areas.hamletOutsideArea"; invalid "training.need.noBirth" |
 * "training.need.groupUnknown" | "training.followUp.tradeUnknown" | "training.followUp.dayToCome"; refused "training.need.tooYoung"; conflict "training.need.twice".
 */
export const collectNeed = (services: Services, actor: Actor, commandId: string, input: NewNeed): Promise<{ id: string; identified: "yes" | "no" | "ambiguous" }> => {
  must(mayCollect, actor);
  return services.door.write(actor, { commandId, name: "training.collectNeed", input }, async (tx) => {
    const { changes, ...answer } = await addNeed(tx, services, input);
    return { answer, subject: answer.id, changes };
  });
};

/** The same within the caller's transaction: a registration at a fair becomes a need. Errors: those of `collectNeed`. */
export async function addNeed(tx: Tx, services: Services, input: NewNeed): Promise<{ id: string; identified: "yes" | "no" | "ambiguous"; changes: Change[] }> {
  const { actor } = tx;
  must(mayCollect, actor);
  mustWriteHamlet(actor, input.hamletId);
  const { collectedOn, fullName, groups } = input;
  if (collectedOn > services.today()) throw new AppError("invalid", "training.followUp.dayToCome", { on: collectedOn });
  const known = new Set(needGroups(services).groups.map(({ code }) => code));
  const strange = groups.find((code) => !known.has(code));
  if (strange !== undefined) throw new AppError("invalid", "training.need.groupUnknown", { code: strange });
  const enough = oldEnough(input, collectedOn);
  if (enough === undefined) throw new AppError("invalid", "training.need.noBirth", { name: fullName });
  if (!enough) throw new AppError("refused", "training.need.tooYoung", { name: fullName, least: LEAST_AGE, on: collectedOn });
  await mustBeTaught(tx, input.tradeCode);
  const { columns, identified } = await knownWorker(tx, services, input);
  await mustBeOne(tx, columns.subject_key, input);
  const { id, change } = await insertNeed(tx, columns, input);
  return { id, identified, changes: [change] };
}

/** Inside a write: a need as it was asked, with its first step. */
export async function insertNeed(tx: Tx, columns: WorkerColumns, { tradeCode, year, groups, collectedOn, wantedFor, wantedWhen, wantedPlace, note }: NeedAsked): Promise<{ id: string; change: Change }> {
  const id = newId<"training_need">() as string;
  await insert(tx, "training_need", {
    id, ...columns, name_folded: fold(columns.full_name), trade_code: tradeCode, year, groups: [...new Set(groups)], state: "draft", state_on: collectedOn, collected_on: collectedOn, wanted_for: wantedFor, wanted_when: wantedWhen || null,
    wanted_place: wantedPlace || null, note: note || null,
  });
  await insert(tx, "training_need_action", { id: newId(), need_id: id, hamlet_id: columns.hamlet_id, seq: 1, kind: "collect", on_date: collectedOn, actor: tx.actor.accountId });
  return { id, change: { entity: "training_need", entityId: id, kind: "added", hamletId: columns.hamlet_id } };
}

export async function mustBeTaught({ client }: Tx, code: string): Promise<void> {
  const { rows } = await client.query("select 1 from trade where code = $1", [code]);
  if (!rows[0]) throw new AppError("invalid", "training.followUp.tradeUnknown", { code });
}

/** One open need of a person for a trade in a year. */
export async function mustBeOne({ client }: Tx, subjectKey: string, { tradeCode, year, fullName }: Pick<NewNeed, "tradeCode" | "year" | "fullName">): Promise<void> {
  const { rows } = await client.query<{ trade: string }>(
    "select t.name as trade from training_need n join trade t on t.code = n.trade_code where n.subject_key = $1 and n.trade_code = $2 and n.year = $3 and n.voided_at is null and n.state <> 'declined'",
    [subjectKey, tradeCode, year],
  );
  if (rows[0]) throw new AppError("conflict", "training.need.twice", { name: fullName, trade: rows[0].trade, year: String(year) });
}
