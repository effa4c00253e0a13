import { communesOf, getUnit, mustWriteUnit, unitPlace } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustKeep } from "../policy.ts";
import type { Survey, SurveyBody } from "./contract.ts";

/** Periods of collection that the area, or what it lies in or holds, has opened; the newest first. */
export async function listSurveys(tx: Tx, { area, on }: { readonly area: string; readonly on: PlainDate }): Promise<Survey[]> {
  const { rows } = await tx.client.query<Omit<Survey, "unit">>(
    `select id, unit_uid as "unitUid", period, name, starts_on::text as "startsOn", ends_on::text as "endsOn", document from labour_survey
     where voided_at is null and (unit_uid = $1 or unit_uid = any ($2)) order by starts_on desc, id`,
    [area, communesOf(area, on).uids],
  );
  return rows.map((row) => ({ ...row, unit: unitPlace(getUnit(row.unitUid), tx.actor.on) }));
}

/** Errors: forbidden "jobs.notKeeper" | "areas.outsideArea"; invalid "labour.surveyDays"; conflict "labour.surveyTwice". */
export function addSurvey(services: Services, actor: Actor, commandId: string, body: SurveyBody): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteUnit(actor, body.unitUid);
  if (body.startsOn > body.endsOn) throw new AppError("invalid", "labour.surveyDays", {});
  return services.door.write(actor, { commandId, name: "jobs.addLabourSurvey", input: body }, async ({ client }) => {
    const id = newId<"labour_survey">();
    const { rowCount } = await client.query(
      "insert into labour_survey (id, unit_uid, period, name, starts_on, ends_on, document) values ($1, $2, $3, $4, $5, $6, $7) on conflict (unit_uid, period) where voided_at is null do nothing",
      [id, body.unitUid, body.period, body.name, body.startsOn, body.endsOn, body.document],
    );
    if (rowCount === 0) throw new AppError("conflict", "labour.surveyTwice", { period: body.period });
    return { answer: { id }, subject: id, rows: 1, unitUid: body.unitUid };
  });
}

/** Errors: not_found "labour.surveyUnknown". */
export function removeSurvey(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidLabourSurvey", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rowCount } = await client.query("update labour_survey set voided_at = now(), void_reason = $2, version = version + 1 where id = $1 and voided_at is null", [id, reason]);
    if (rowCount === 0) throw new AppError("not_found", "labour.surveyUnknown", {});
    return { answer: { id }, subject: id, rows: 1 };
  });
}
