import { getUnit, unitLabel } from "../../areas/public.ts";
import { addDays } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { trades } from "../../training/public.ts";
import { fairParameters } from "../parameters.ts";
import { mustKeepFairs } from "../policy.ts";

/**
 * An office that may not write training needs hands a registration for training to the commune of residence, with the trade told and a new day; the follow-up stays open
 * until the commune writes the need. Errors: not_found "fairs.followupUnknown"; conflict "fairs.changed"; refused "fairs.followupDone" | "fairs.placeMissing"; invalid "fairs.tradeUnknown".
 */
export function handToCommune(services: Services, actor: Actor, commandId: string, input: { id: string; baseVersion: number; tradeCode: string }): Promise<{ version: number; owner: string }> {
  mustKeepFairs(actor);
  const today = services.today();
  return services.door.write(actor, { commandId, name: "fairs.handToCommune", input }, async (tx) => {
    const { rows: [row] } = await tx.client.query<{ fairId: string; state: string; version: number; name: string | null; unit: string | null }>(
      `select u.fair_id as "fairId", u.state, u.version, v.full_name as name, (select hu.unit_uid from hamlet_unit hu where hu.hamlet_id = u.hamlet_id and hu.voided_at is null and hu.valid_from <= $2 and (hu.valid_to is null or hu.valid_to > $2) limit 1) as unit
       from fair_followup u join fair_visit v on v.id = u.visit_id where u.id = $1 and u.kind = 'training' and u.voided_at is null for update of u`, [input.id, today]);
    if (!row) throw new AppError("not_found", "fairs.followupUnknown", { id: input.id });
    if (row.version !== input.baseVersion) throw new AppError("conflict", "fairs.changed", { name: row.name ?? "" });
    if (row.state !== "open") throw new AppError("refused", "fairs.followupDone", { name: row.name ?? "" });
    if (row.unit === null || row.name === null) throw new AppError("refused", "fairs.placeMissing", { name: row.name ?? "" });
    if (!(await trades(tx)).some(({ code }) => code === input.tradeCode)) throw new AppError("invalid", "fairs.tradeUnknown", { code: input.tradeCode });
    const owner = unitLabel(getUnit(row.unit));
    await tx.client.query("update fair_followup set owner = $2, due_on = $3, wanted_trade = $4, handed_on = $5, handed_by = $6, version = version + 1 where id = $1", [input.id, owner, addDays(today, fairParameters(services).followUpDays.training), input.tradeCode, today, actor.displayName]);
    return { answer: { version: row.version + 1, owner }, changes: [{ entity: "fair_followup", entityId: input.id, kind: "changed" }], subject: row.fairId };
  });
}
