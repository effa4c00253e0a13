import { getUnit, unitLabel } from "../../areas/public.ts";
import { addDays, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { FairParameters } from "../parameters.ts";
import { FOLLOWUP_OF, type ActionStep } from "../rules/steps.ts";
import type { Fair } from "../store.ts";

export interface ActionTarget {
  readonly id: string;
  readonly fairId: string;
  readonly unitUid: string;
  readonly hamletId: string | null;
}

export interface NewAction {
  readonly step: ActionStep;
  readonly onDate: PlainDate;
  readonly employerId?: string | null;
  readonly vacancyId?: string | null;
  readonly topic?: string | null;
  readonly nextOn?: PlainDate | null;
  readonly result?: string | null;
  /** who follows it up, and until when; the commune of residence or the fair's unit, and the usual days, when not given */
  readonly owner?: string | null;
  readonly dueOn?: PlainDate | null;
  /** the same action again: an error, or left as it is */
  readonly again: "refuse" | "ignore";
}

async function usualOwner({ client }: Tx, fair: Pick<Fair, "unitUid" | "organiser">, hamletId: string | null, on: PlainDate): Promise<string> {
  const { rows } = hamletId === null ? { rows: [] } : await client.query<{ unit: string }>(
    "select unit_uid as unit from hamlet_unit where hamlet_id = $1 and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2) limit 1", [hamletId, on]);
  return unitLabel(getUnit(rows[0]?.unit ?? fair.unitUid));
}

/**
 * One touch of one visitor; a registration abroad (f7) or for training (f8) opens its follow-up in the same transaction.
 * Errors: conflict "fairs.actionTwice". Null where it stood already and `again` is "ignore".
 */
export async function addAction(tx: Tx, fair: Pick<Fair, "id" | "unitUid" | "organiser">, visit: ActionTarget, action: NewAction, parameters: FairParameters): Promise<{ id: string; followupId: string | null } | null> {
  const id = newId<"fair_action">() as string;
  const { rowCount } = await tx.client.query(
    `insert into fair_action (id, fair_id, visit_id, unit_uid, hamlet_id, step, employer_id, fair_vacancy_id, topic, on_date, next_on, result, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing`,
    [id, fair.id, visit.id, fair.unitUid, visit.hamletId, action.step, action.employerId ?? null, action.vacancyId ?? null, action.topic || null, action.onDate, action.nextOn ?? null, action.result || null, tx.actor.accountId]);
  if (rowCount === 0) {
    if (action.again === "ignore") return null;
    throw new AppError("conflict", "fairs.actionTwice", { step: action.step });
  }
  const kind = FOLLOWUP_OF[action.step];
  if (kind === undefined) return { id, followupId: null };
  const followupId = newId<"fair_followup">() as string;
  const owner = action.owner || (await usualOwner(tx, fair, visit.hamletId, action.onDate));
  await tx.client.query(
    "insert into fair_followup (id, fair_id, action_id, visit_id, unit_uid, hamlet_id, kind, owner, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    [followupId, fair.id, id, visit.id, fair.unitUid, visit.hamletId, kind, owner, action.dueOn ?? addDays(action.onDate, parameters.followUpDays[kind])]);
  return { id, followupId };
}
