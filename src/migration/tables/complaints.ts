import { communesOf, getUnit, mustWriteUnit, unitTitle } from "../../areas/public.ts";
import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayHandle, must } from "../policy.ts";
import type { ComplaintView } from "./contract.ts";
import type { TablesAsked } from "./read.ts";

export async function listComplaints({ client }: Tx, { area, from, to }: TablesAsked): Promise<ComplaintView[]> {
  const { rows } = await client.query<Omit<ComplaintView, "unit"> & { unitUid: string }>(
    `select id, unit_uid as "unitUid", sender_name as sender, on_date::text as "on", content, answered_on::text as "answeredOn", answer from sender_complaint
     where unit_uid = any ($1) and on_date between $2 and $3 and voided_at is null order by answered_on is not null, on_date desc`, [communesOf(area, to).uids, from, to]);
  return rows.map(({ unitUid, ...row }) => ({ ...row, unit: unitTitle(getUnit(unitUid), to) }));
}

/** What was said against a sender in a commune; a worker's own story belongs to the incident of the case. Errors: refused "migration.stepToCome"; forbidden "migration.notYours" | "areas.outsideArea". */
export function addComplaint(services: Services, actor: Actor, commandId: string, body: { unitUid: string; organisationId?: string | null | undefined; sender: string; on: PlainDate; content: string }): Promise<{ id: string }> {
  must(mayHandle, actor);
  mustWriteUnit(actor, body.unitUid);
  if (body.on > services.today()) throw new AppError("refused", "migration.stepToCome", { on: body.on });
  return services.door.write(actor, { commandId, name: "migration.addComplaint", input: body }, async ({ client }) => {
    const id = newId<"sender_complaint">() as string;
    await client.query("insert into sender_complaint (id, unit_uid, organisation_id, sender_name, on_date, content, actor) values ($1, $2, $3, $4, $5, $6, $7)", [id, body.unitUid, body.organisationId ?? null, body.sender, body.on, body.content, actor.accountId]);
    return { answer: { id }, changes: [{ entity: "sender_complaint", entityId: id, kind: "added" }], subject: id, unitUid: body.unitUid };
  });
}

/** Errors: not_found "migration.complaintUnknown". */
export function answerComplaint(services: Services, actor: Actor, commandId: string, id: string, body: { on: PlainDate; answer: string }): Promise<{ id: string }> {
  must(mayHandle, actor);
  if (body.on > services.today()) throw new AppError("refused", "migration.stepToCome", { on: body.on });
  return services.door.write(actor, { commandId, name: "migration.answerComplaint", input: { id, ...body } }, async ({ client }) => {
    const { rows } = await client.query<{ unit: string }>("update sender_complaint set answered_on = $2, answer = $3 where id = $1 and answered_on is null and voided_at is null and on_date <= $2 returning unit_uid as unit", [id, body.on, body.answer]);
    if (!rows[0]) throw new AppError("not_found", "migration.complaintUnknown", {});
    return { answer: { id }, changes: [{ entity: "sender_complaint", entityId: id, kind: "changed" }], subject: id, unitUid: rows[0].unit };
  });
}
