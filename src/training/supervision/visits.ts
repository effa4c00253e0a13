import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustBe, paysFor } from "../allowance/policy.ts";
import { reachOf } from "../areas.ts";
import { insert } from "../insert.ts";
import type { UnvisitedRow, VisitBody, VisitRow } from "./contract.ts";

const MOST = 500;
const HERE = "($1::text[] is null or k.unit_uid = any ($1) or k.hamlet_id = any ($2))";

/** Visits of an area, the latest first, and the classes that run and nobody has visited. */
export async function listVisits(tx: Tx, area: string, on: PlainDate, today: PlainDate): Promise<{ rows: VisitRow[]; unvisited: UnvisitedRow[] }> {
  const reach = await reachOf(tx, area, on);
  const here = [reach?.units ?? null, reach?.hamlets ?? null];
  const { rows } = await tx.client.query<Omit<VisitRow, "may"> & { unitUid: string }>(
    `select v.id, v.class_id as "classId", k.name as "className", k.code as "classCode", o.name as provider, v.unit_uid as "unitUid", v.on_date::text as "onDate", v.visitors, v.announced, v.present, v.enrolled, v.teacher_there as "teacherThere", v.found, v.conclusion,
       v.mend_by::text as "mendBy", v.mended_on::text as "mendedOn", v.mended_note as "mendedNote", coalesce(v.mended_on is null and v.mend_by < $3, false) as late, v.version
     from class_visit v join training_class k on k.id = v.class_id join organisation o on o.id = v.provider_id where v.voided_at is null and ${HERE} order by v.on_date desc, v.id limit ${MOST}`, [...here, today]);
  const { rows: unvisited } = await tx.client.query<Omit<UnvisitedRow, "may"> & { unitUid: string }>(
    `select k.id as "classId", k.code, k.name, o.name as provider, k.unit_uid as "unitUid", k.opened_on::text as "openedOn", (select count(*)::int from enrolment e where e.class_id = k.id and e.voided_at is null and e.state not in ('registered', 'dropped')) as learners
     from training_class k join organisation o on o.id = k.provider_id where k.voided_at is null and k.state in ('opened', 'running', 'exam') and ${HERE}
       and not exists (select from class_visit v where v.class_id = k.id and v.voided_at is null) order by k.opened_on, k.code limit ${MOST}`, here);
  const may = <R extends { unitUid: string }>({ unitUid, ...row }: R): Omit<R, "unitUid"> & { may: boolean } => ({ ...row, may: paysFor(tx.actor, { unitUid }) });
  return { rows: rows.map(may), unvisited: unvisited.map(may) };
}

/** Errors: not_found "training.allowance.classUnknown"; refused "training.visit.notRunning" | "morePresent"; invalid "training.allowance.dayToCome". */
export function addVisit(services: Services, actor: Actor, commandId: string, input: VisitBody): Promise<{ id: string }> {
  if (input.onDate > services.today()) throw new AppError("invalid", "training.allowance.dayToCome", { on: input.onDate });
  if (input.present > input.enrolled) throw new AppError("refused", "training.visit.morePresent", { present: input.present, enrolled: input.enrolled });
  return services.door.write(actor, { commandId, name: "training.addVisit", input }, async (tx) => {
    const { rows } = await tx.client.query<{ name: string; unitUid: string; providerId: string; openedOn: PlainDate | null }>(
      `select name, unit_uid as "unitUid", provider_id as "providerId", opened_on::text as "openedOn" from training_class where id = $1 and voided_at is null`, [input.classId]);
    const [found] = rows;
    if (!found) throw new AppError("not_found", "training.allowance.classUnknown", { id: input.classId });
    mustBe(paysFor(actor, found), actor);
    if (found.openedOn === null || input.onDate < found.openedOn) throw new AppError("refused", "training.visit.notRunning", { name: found.name, on: input.onDate });
    const id = newId<"class_visit">() as string;
    await insert(tx, "class_visit", {
      id, class_id: input.classId, provider_id: found.providerId, unit_uid: found.unitUid, on_date: input.onDate, visitors: input.visitors, announced: input.announced, present: input.present, enrolled: input.enrolled, teacher_there: input.teacherThere ?? null,
      found: input.found, conclusion: input.conclusion, mend_by: input.mendBy ?? null, recorded_by: actor.accountId,
    });
    return { answer: { id }, subject: input.classId, unitUid: found.unitUid, meta: { on: input.onDate, conclusion: input.conclusion }, changes: [{ entity: "class_visit", entityId: id, kind: "added" as const }] };
  });
}

/** Locked. Errors: not_found "training.visit.unknown". */
async function getVisit({ client }: Tx, id: string): Promise<{ unitUid: string; classId: string; onDate: PlainDate; version: number; mendedOn: PlainDate | null }> {
  const { rows } = await client.query(`select unit_uid as "unitUid", class_id as "classId", on_date::text as "onDate", version, mended_on::text as "mendedOn" from class_visit where id = $1 and voided_at is null for update`, [id]);
  if (!rows[0]) throw new AppError("not_found", "training.visit.unknown", { id });
  return rows[0];
}

/** Errors: conflict "training.allowance.changed"; refused "training.allowance.beforeLastStep". */
export function mendVisit(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, on, note }: { baseVersion: number; on: PlainDate; note: string }): Promise<{ version: number }> {
  return services.door.write(actor, { commandId, name: "training.mendVisit", input: { id, on, note } }, async (tx) => {
    const found = await getVisit(tx, id);
    mustBe(paysFor(actor, found), actor);
    if (found.version !== baseVersion) throw new AppError("conflict", "training.allowance.changed", { name: "" });
    if (on < found.onDate) throw new AppError("refused", "training.allowance.beforeLastStep", { on: found.onDate });
    await tx.client.query("update class_visit set mended_on = $2, mended_note = $3, version = version + 1 where id = $1", [id, on, note]);
    return { answer: { version: found.version + 1 }, subject: found.classId, unitUid: found.unitUid, changes: [{ entity: "class_visit", entityId: id, kind: "changed" as const }] };
  });
}

export function voidVisit(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  return services.door.write(actor, { commandId, name: "training.voidVisit", input: { id, reason }, purpose: reason }, async (tx) => {
    const found = await getVisit(tx, id);
    mustBe(paysFor(actor, found), actor);
    await tx.client.query("update class_visit set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: { id }, subject: found.classId, unitUid: found.unitUid, changes: [{ entity: "class_visit", entityId: id, kind: "voided" as const }] };
  });
}
