import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { FileAnswer } from "../../platform/http/contract.ts";
import { keepPhoto, keptPhoto } from "../../poverty/public.ts";
import { insert } from "../insert.ts";
import { mayRun, must, mustRunClass } from "../policy.ts";
import type { SheetView } from "./contract.ts";

interface Owner {
  readonly classId: string;
  readonly unitUid: string;
  readonly providerId: string;
}

const OWNER = `class_id as "classId", unit_uid as "unitUid", provider_id as "providerId"`;

/** Pages kept of the signed sheets of a class, by sheet, in the order in which they were handed in. */
export async function scansOf({ client }: Tx, classId: string): Promise<ReadonlyMap<string, SheetView["scans"]>> {
  const { rows } = await client.query<SheetView["scans"][number] & { sheetId: string }>(
    `select id, sheet_id as "sheetId", encode(sha256, 'hex') as sha256, to_json(recorded_at) #>> '{}' as "recordedAt" from attendance_scan where class_id = $1 and voided_at is null order by recorded_at, id`, [classId]);
  const found = new Map<string, SheetView["scans"]>();
  for (const { sheetId, ...scan } of rows) found.set(sheetId, [...(found.get(sheetId) ?? []), scan]);
  return found;
}

/**
 * A photo or scan of a page of a signed sheet. Errors: too_large "poverty.photoTooLarge"; invalid "poverty.photoUnknown"; not_found "training.attendance.sheetUnknown"; conflict
 * "training.attendance.scanTwice".
 */
export function addScan(services: Services, actor: Actor, commandId: string, sheetId: string, bytes: Uint8Array): Promise<{ id: string; sha256: string }> {
  must(mayRun, actor);
  return keepPhoto(services, actor, { commandId, name: "training.addScan", subject: sheetId }, bytes, async (tx, sha256) => {
    const { rows } = await tx.client.query<Owner>(`select ${OWNER} from attendance_sheet where id = $1 and voided_at is null for update`, [sheetId]);
    const [sheet] = rows;
    if (!sheet) throw new AppError("not_found", "training.attendance.sheetUnknown", { id: sheetId });
    mustRunClass(actor, sheet);
    const twice = await tx.client.query("select from attendance_scan where sheet_id = $1 and sha256 = $2 and voided_at is null", [sheetId, sha256]);
    if (twice.rowCount !== 0) throw new AppError("conflict", "training.attendance.scanTwice", {});
    const id = newId<"attendance_scan">() as string;
    await insert(tx, "attendance_scan", { id, sheet_id: sheetId, class_id: sheet.classId, provider_id: sheet.providerId, unit_uid: sheet.unitUid, sha256, kept_by: actor.accountId });
    return { answer: { id, sha256: sha256.toString("hex") }, unitUid: sheet.unitUid, hamletId: null, entity: "attendance_scan", entityId: id };
  });
}

/** For whoever may read the sheet. Errors: not_found "training.attendance.scanUnknown", "poverty.photoGone". */
export async function getScan(services: Services, actor: Actor, id: string): Promise<FileAnswer> {
  const found = await services.door.read(actor, async ({ client }) => (await client.query<{ sha256: string; classId: string }>(`select encode(sha256, 'hex') as sha256, class_id as "classId" from attendance_scan where id = $1 and voided_at is null`, [id])).rows[0]);
  if (!found) throw new AppError("not_found", "training.attendance.scanUnknown", { id });
  services.views.note(actor, "training.viewScan", found.classId);
  return keptPhoto(services, found.sha256);
}

/** A page kept by mistake; the file stays, as whatever refers to it may be asked for later. Errors: not_found "training.attendance.scanUnknown". */
export function voidScan(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayRun, actor);
  return services.door.write(actor, { commandId, name: "training.voidScan", input: { id, reason }, purpose: reason }, async (tx) => {
    const { rows } = await tx.client.query<Owner>(`select ${OWNER} from attendance_scan where id = $1 and voided_at is null for update`, [id]);
    if (!rows[0]) throw new AppError("not_found", "training.attendance.scanUnknown", { id });
    mustRunClass(actor, rows[0]);
    await tx.client.query("update attendance_scan set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: { id }, subject: rows[0].classId, unitUid: rows[0].unitUid, rows: 1 };
  });
}
