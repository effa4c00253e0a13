import { yearOf, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change, Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { holdsOn } from "../../registry/rules/facts.ts";
import { mayRecognise, must, mustWriteHamlet } from "../policy.ts";
import { settleFindings } from "../reclassify/findings.ts";
import { getRuleset, rulesetsOf } from "../rulesets.ts";
import { addStatuses, endStatuses, getStatus, statusesOf, voidStatuses, type NewStatus } from "./statuses.ts";

export interface CorrectionInput {
  /** null: on no list from that day on */
  readonly class: "poor" | "near_poor" | null;
  readonly from: PlainDate;
  readonly decisionNo: string;
  readonly decisionDate: PlainDate;
  readonly signer: string;
  readonly reason: string;
  /** the status that stood on the day when the officer looked; null: none */
  readonly baseStatusId: string | null;
}

/**
 * A decision changes one household's recognised class from a day on: what stood ends, the new one begins. Earlier days stay as they were.
 * Errors: conflict "poverty.statusChanged"; refused "poverty.sameClass" | "poverty.laterStatuses" | "poverty.decisionToCome"; not_found "poverty.householdUnknown".
 */
export function correctStatus(services: Services, actor: Actor, commandId: string, householdId: string, input: CorrectionInput): Promise<{ statusId: string | null }> {
  must(mayRecognise, actor);
  const { from: on } = input;
  return services.door.write(actor, { commandId, name: "poverty.correctStatus", input: { householdId, ...input }, purpose: input.reason }, async (tx) => {
    const { statusId, changes, hamletIds } = await applyCorrection(tx, services, householdId, input);
    return { answer: { statusId }, changes, subject: householdId, meta: { class: input.class, on, decisionNo: input.decisionNo }, dirty: { topic: "status", hamletIds } };
  });
}

/** What `correctStatus` writes, in the caller's transaction: every decision on one household goes through here. Errors as `correctStatus`. */
export async function applyCorrection(
  tx: Tx, services: Services, householdId: string, input: Omit<CorrectionInput, "reason">,
): Promise<{ statusId: string | null; statusYear: number; changes: Change[]; hamletIds: string[] }> {
  const { from: on } = input;
  if (on > services.today()) throw new AppError("refused", "poverty.decisionToCome", { on });
  const home = await getHome(tx, householdId, on);
  mustWriteHamlet(tx.actor, home.hamletId);
  const statuses = await statusesOf(tx, householdId);
  const standing = statuses.find((status) => holdsOn(status, on));
  if ((standing?.id ?? null) !== input.baseStatusId) throw new AppError("conflict", "poverty.statusChanged", { on, current: standing ?? null });
  if ((standing?.class ?? null) === input.class) throw new AppError("refused", "poverty.sameClass", { on });
  const later = statuses.filter(({ from }) => from > on);
  if (later.length > 0) throw new AppError("refused", "poverty.laterStatuses", { count: later.length, on });
  const ended = standing ? await endStatuses(tx, [standing], on, "correcting_decision") : [];
  const added = input.class === null ? [] : await addStatuses(tx, [newStatus(services, input, { ...home, householdId }, standing)]);
  await settleFindings(tx, [householdId]);
  return { statusId: added[0]?.entityId ?? null, statusYear: standing?.statusYear ?? yearOf(on), changes: [...ended, ...added], hamletIds: [home.hamletId, ...(standing ? [standing.hamletId] : [])] };
}

function newStatus(services: Services, input: Omit<CorrectionInput, "reason">, home: Home & { householdId: string }, standing: NewStatus | undefined): NewStatus {
  const { from, decisionNo, decisionDate, signer } = input;
  const ruleset = standing?.ruleset ?? getRuleset(rulesetsOf(services), from).ruleset.id;
  return {
    householdId: home.householdId, hamletId: home.hamletId, class: input.class!, ruleset, statusYear: standing?.statusYear ?? yearOf(from), members: home.members || (standing?.members ?? 0),
    decisionNo, decisionDate, signer, from, to: null, endReason: null, source: "decision",
  };
}

interface Home {
  readonly hamletId: string;
  readonly members: number;
}

/** Locked, so that two decisions on one household follow each other. */
async function getHome({ client }: Tx, householdId: string, on: PlainDate): Promise<Home> {
  const { rows } = await client.query<Home>(
    `select coalesce((select r.hamlet_id from residence r where r.household_id = h.id and r.voided_at is null and r.valid_from <= $2 and (r.valid_to is null or r.valid_to > $2) limit 1), h.hamlet_id) as "hamletId",
       (select count(*)::int from membership m where m.household_id = h.id and m.voided_at is null and m.valid_from <= $2 and (m.valid_to is null or m.valid_to > $2)) as members
     from household h where h.id = $1 and h.voided_at is null and h.valid_from <= $2 and (h.valid_to is null or h.valid_to > $2) for update`,
    [householdId, on],
  );
  if (!rows[0]) throw new AppError("not_found", "poverty.householdUnknown", { id: householdId, on });
  return rows[0];
}

/** Takes back a recognition that was recorded wrongly; the record stays with its reason. Errors: not_found "poverty.statusUnknown"; forbidden "poverty.outsideArea". */
export function voidStatus(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayRecognise, actor);
  return services.door.write(actor, { commandId, name: "poverty.voidStatus", input: { id, reason }, purpose: reason }, async (tx) => {
    const status = await getStatus(tx, id);
    mustWriteHamlet(actor, status.hamletId);
    const changes = await voidStatuses(tx, [status], reason, "voided");
    await settleFindings(tx, [status.householdId]);
    return { answer: { id }, changes, subject: status.householdId, dirty: { topic: "status", hamletIds: [status.hamletId] } };
  });
}
