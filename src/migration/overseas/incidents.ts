import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayReadIncidents } from "../policy.ts";
import type { IncidentBody, IncidentView } from "./contract.ts";
import { changed, getCase, type OverseasCase } from "./store.ts";

/** Errors: forbidden "migration.incident.notYours"; not_found "migration.overseas.unknown". */
async function ownCase(tx: Tx, actor: Actor, id: string): Promise<OverseasCase> {
  const found = await getCase(tx, id);
  if (!mayReadIncidents(actor, found.keeper)) throw new AppError("forbidden", "migration.incident.notYours", { name: found.fullName });
  return found;
}

/** What happened to the worker; each look is written down before anything is shown. Errors: forbidden "migration.incident.notYours". */
export async function viewIncidents(services: Services, actor: Actor, id: string): Promise<IncidentView[]> {
  const rows = await services.door.read(actor, async (tx) => {
    await ownCase(tx, actor, id);
    return (await tx.client.query<Omit<IncidentView, "recordedAt"> & { recordedAt: Date }>(
      `select id, kind, on_date::text as "on", told_by as "toldBy", content, wanted, resolved_on::text as "resolvedOn", resolution, recorded_at as "recordedAt"
       from overseas_incident where case_id = $1 and voided_at is null order by on_date desc, recorded_at desc`, [id])).rows;
  });
  services.views.note(actor, "migration.viewIncidents", id, rows.length);
  return rows.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

/** Errors: forbidden "migration.incident.notYours"; refused "migration.stepToCome" | "migration.incident.notAbroad". */
export function addIncident(services: Services, actor: Actor, commandId: string, id: string, body: IncidentBody): Promise<{ id: string }> {
  if (body.on > services.today()) throw new AppError("refused", "migration.stepToCome", { on: body.on });
  return services.door.write(actor, { commandId, name: "migration.addIncident", input: { id, ...body } }, async (tx) => {
    const { hamletId, unitUid, state, fullName } = await ownCase(tx, actor, id);
    if (state.departure === null) throw new AppError("refused", "migration.incident.notAbroad", { name: fullName });
    const incidentId = newId<"overseas_incident">() as string;
    await tx.client.query("insert into overseas_incident (id, case_id, hamlet_id, kind, on_date, told_by, content, wanted, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [incidentId, id, hamletId, body.kind, body.on, body.toldBy ?? null, body.content, body.wanted ?? null, actor.accountId]);
    return { answer: { id: incidentId }, changes: [changed(id, hamletId)], subject: id, unitUid };
  });
}

/** Errors: forbidden "migration.incident.notYours"; not_found "migration.incident.unknown". */
export function resolveIncident(services: Services, actor: Actor, commandId: string, id: string, incidentId: string, body: { on: PlainDate; resolution: string }): Promise<{ id: string }> {
  if (body.on > services.today()) throw new AppError("refused", "migration.stepToCome", { on: body.on });
  return services.door.write(actor, { commandId, name: "migration.resolveIncident", input: { id, incidentId, ...body } }, async (tx) => {
    const { hamletId, unitUid } = await ownCase(tx, actor, id);
    const { rowCount } = await tx.client.query(
      "update overseas_incident set resolved_on = $3, resolution = $4, version = version + 1 where id = $2 and case_id = $1 and voided_at is null", [id, incidentId, body.on, body.resolution]);
    if (rowCount === 0) throw new AppError("not_found", "migration.incident.unknown", {});
    return { answer: { id: incidentId }, changes: [changed(id, hamletId)], subject: id, unitUid };
  });
}
