import type { Change, Tx } from "../../platform/door.ts";
import type { HouseholdEvent } from "../../registry/public.ts";
import { cutFacts } from "../../registry/rules/facts.ts";
import { settleFindings } from "../reclassify/findings.ts";
import { addStatuses, endStatuses, statusesOf, statusesVoidedAt, voidStatuses } from "./statuses.ts";

/** A household's recognised status goes with it when it moves, ends when it ends, and is void and comes back as its record does. */
export async function carryStatuses(tx: Tx, event: HouseholdEvent): Promise<readonly Change[]> {
  const changes = await rewriteStatuses(tx, event);
  await settleFindings(tx, [event.householdId]);
  return changes;
}

async function rewriteStatuses(tx: Tx, event: HouseholdEvent): Promise<Change[]> {
  const { householdId } = event;
  if (event.kind === "restored") return restore(tx, householdId, event.voidedAt);
  const statuses = await statusesOf(tx, householdId);
  if (event.kind === "voided") return [...(await voidStatuses(tx, statuses, event.reason, "voided")), ...(await voidAssessments(tx, householdId, event.reason))];
  if (event.kind === "ended") return endStatuses(tx, statuses.filter(({ to }) => to === null || to > event.on), event.on, "household_ended");
  const { voided, added } = cutFacts(statuses, event.on, (status) => ({ ...status, hamletId: event.toHamlet }));
  const moved = added.map((status) => (status.to === event.on ? { ...status, endReason: "moved" } : status));
  return [...(await voidStatuses(tx, voided, "replaced", "voided")), ...(await addStatuses(tx, moved))];
}

async function voidAssessments({ client }: Tx, householdId: string, reason: string): Promise<Change[]> {
  const { rows } = await client.query<{ id: string; hamletId: string }>(
    `update assessment set voided_at = now(), void_reason = $2 where household_id = $1 and voided_at is null returning id, hamlet_id as "hamletId"`,
    [householdId, reason],
  );
  return rows.map(({ id, hamletId }) => ({ entity: "assessment", entityId: id, kind: "voided", hamletId }));
}

/** What was voided in the same instant as the household is added anew: an earlier reading stays as it was. */
async function restore(tx: Tx, householdId: string, voidedAt: string): Promise<Change[]> {
  const assessments = await tx.client.query<{ id: string; hamletId: string }>(
    `insert into assessment (id, ${ASSESSMENT}) select gen_random_uuid(), ${ASSESSMENT} from assessment where household_id = $1 and voided_at = $2::timestamptz
     returning id, hamlet_id as "hamletId"`,
    [householdId, voidedAt],
  );
  const statuses = await statusesVoidedAt(tx, householdId, voidedAt);
  return [...(await addStatuses(tx, statuses)), ...assessments.rows.map(({ id, hamletId }) => ({ entity: "assessment", entityId: id, kind: "added" as const, hamletId }))];
}

const ASSESSMENT = `household_id, hamlet_id, result_set_id, surveyed_on, area_type, score_income, score_deprivation, deprivations, income_month, deprived_count, causes,
  score_source, evidence`;
