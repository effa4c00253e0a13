import { communesOf, getUnit, hamletIdsOf, mustWriteUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { MakeList } from "../contract.ts";
import { getPolicy, policiesOf, type Policies } from "../load.ts";
import { mustKeep } from "../policy.ts";
import { provinceOf, readRecords } from "../records.ts";
import { policiesFor } from "../rules/eligibility.ts";
import type { Policy } from "../rules/policy-shape.ts";
import { compareLines, drawLines, onlyListed, type Compared, type Drawn } from "./lines.ts";
import { addList, getList, lastSent, linesOf, type SupportList } from "./store.ts";

/** The policy as it speaks for the actor's province. Errors: not_found "support.policyUnknown". */
export const policyOf = (policies: Policies, actor: Actor, id: string): Policy => getPolicy(policiesFor(policies.policies, provinceOf(actor)), id);

/** Who of an area is given a policy on a day, counted by answer. */
export async function drawArea(tx: Tx, services: Services, asked: { areaUid: string; policyId: string; on: PlainDate }): Promise<Drawn> {
  const policies = policiesOf(services);
  const policy = policyOf(policies, tx.actor, asked.policyId);
  const hamletIds = await hamletIdsOf(tx, asked.areaUid, asked.on);
  return drawLines(policies, policy, await readRecords(tx, policies, { on: asked.on, hamletIds, listed: onlyListed(policy) }));
}

/**
 * Draws the list of one policy for one receiver and a day, and keeps it as it is; it is compared with the last one sent.
 * Errors: forbidden "support.notKeeper" | "areas.outsideArea"; refused "support.nobodyEligible" | "support.listNotCommune"; not_found "support.policyUnknown" | "support.receiverUnknown".
 */
export function makeList(services: Services, actor: Actor, commandId: string, input: MakeList): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteUnit(actor, input.area);
  const policies = policiesOf(services);
  if (!policies.receivers.some(({ id }) => id === input.receiver)) throw new AppError("not_found", "support.receiverUnknown", { receiver: input.receiver });
  const policy = policyOf(policies, actor, input.policy);
  const unit = getUnit(input.area);
  if (unit.level !== "commune") throw new AppError("refused", "support.listNotCommune", { area: unitTitle(unit, actor.on), communes: communesOf(unit.uid, input.on).uids.length });
  return services.door.write(actor, { commandId, name: "support.makeList", input }, async (tx) => {
    const drawn = await drawArea(tx, services, { areaUid: input.area, policyId: input.policy, on: input.on });
    const baseId = await lastSent(tx, { unitUid: input.area, policy: input.policy, receiver: input.receiver, on: input.on });
    if (drawn.lines.length === 0 && baseId === null) throw new AppError("refused", "support.nobodyEligible", { policy: policy.title.vi, missing: drawn.counts.missing, on: input.on });
    const id = newId<"support_list">();
    await addList(tx, { id, unitUid: input.area, policy: input.policy, receiver: input.receiver, on: input.on, period: input.period, baseId }, drawn);
    return { answer: { id }, rows: 1 + drawn.lines.length, subject: id, unitUid: input.area, meta: { policy: input.policy, receiver: input.receiver, on: input.on, counts: drawn.counts } };
  });
}

/** A list against the last one sent before it; without one every line is new. */
export async function comparedList(tx: Tx, list: SupportList): Promise<Compared[]> {
  return compareLines(list.baseId === null ? [] : await linesOf(tx, list.baseId), await linesOf(tx, list.id));
}

/** Writes down that a list went out. Errors: conflict "support.listSent"; invalid "support.dayToCome". */
export function markSent(services: Services, actor: Actor, commandId: string, id: string, input: { sentOn: PlainDate; sentNo: string | null }): Promise<{ id: string }> {
  mustKeep(actor);
  if (input.sentOn > services.today()) throw new AppError("invalid", "support.dayToCome", { on: input.sentOn });
  return services.door.write(actor, { commandId, name: "support.markSent", input: { id, ...input } }, async (tx) => {
    const list = await getList(tx, id, "for update");
    mustWriteUnit(actor, list.unitUid);
    if (list.sentOn !== null) throw new AppError("conflict", "support.listSent", { on: list.sentOn });
    await tx.client.query("update support_list set sent_on = $2, sent_no = $3, version = version + 1 where id = $1", [id, input.sentOn, input.sentNo]);
    return { answer: { id }, rows: 1, subject: id, unitUid: list.unitUid, meta: { sentOn: input.sentOn, sentNo: input.sentNo } };
  });
}

/** Takes back a list that was wrong. Errors: conflict "support.listHasLater" when a later one was compared with it. */
export function voidList(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "support.voidList", input: { id, reason }, purpose: reason }, async (tx) => {
    const list = await getList(tx, id, "for update");
    mustWriteUnit(actor, list.unitUid);
    const { rows } = await tx.client.query<{ on: string }>(`select on_date::text as "on" from support_list where base_id = $1 and voided_at is null limit 1`, [id]);
    if (rows[0]) throw new AppError("conflict", "support.listHasLater", { on: rows[0].on });
    await tx.client.query("update support_list set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: { id }, rows: 1, subject: id, unitUid: list.unitUid };
  });
}
