import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { AppError } from "../../kernel/error.ts";
import { getVisit } from "../desk/visit-store.ts";
import { NOTICE_VERSION } from "../notice.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { getFair } from "../store.ts";

export interface NewConsent {
  readonly purpose: "share_with_firm" | "contact_later";
  /** null: every firm that the person registers with */
  readonly employerId: string | null;
  readonly how: "paper" | "online" | "spoken";
}

/** Keeps who agreed to what, by which words and how it was told. One that stands already is not written twice. */
export async function giveConsent(tx: Tx, visit: { id: string; fairId: string; unitUid: string; hamletId: string | null }, one: NewConsent): Promise<string | null> {
  const standing = await tx.client.query(
    "select from fair_consent where visit_id = $1 and purpose = $2 and employer_id is not distinct from $3 and withdrawn_at is null", [visit.id, one.purpose, one.employerId]);
  if (standing.rows.length > 0) return null;
  const id = newId<"fair_consent">() as string;
  await tx.client.query(
    "insert into fair_consent (id, fair_id, visit_id, unit_uid, hamlet_id, purpose, employer_id, text_version, how, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    [id, visit.fairId, visit.id, visit.unitUid, visit.hamletId, one.purpose, one.employerId, NOTICE_VERSION, one.how, tx.actor.accountId]);
  return id;
}

/** Errors: those of `mustWorkAt`; refused "fairs.erased". */
export function recordConsent(services: Services, actor: Actor, commandId: string, visitId: string, one: NewConsent): Promise<{ id: string | null }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.recordConsent", input: { visitId, ...one } }, async (tx) => {
    const visit = await getVisit(tx, visitId, "for update");
    const fair = await getFair(tx, visit.fairId);
    mustWorkAt(actor, fair);
    if (visit.erased) throw new AppError("refused", "fairs.erased", { code: visit.shortCode });
    const id = await giveConsent(tx, { ...visit, unitUid: fair.unitUid }, one);
    return { answer: { id }, changes: id === null ? [] : [{ entity: "fair_consent", entityId: id, kind: "added" }], subject: fair.id };
  });
}

/** As easy as giving it: all consents of the visit for this purpose end now. */
export function withdrawConsent(services: Services, actor: Actor, commandId: string, visitId: string, purpose: NewConsent["purpose"]): Promise<{ withdrawn: number }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.withdrawConsent", input: { visitId, purpose } }, async (tx) => {
    const visit = await getVisit(tx, visitId);
    mustWorkAt(actor, await getFair(tx, visit.fairId));
    const { rows } = await tx.client.query<{ id: string }>("update fair_consent set withdrawn_at = now() where visit_id = $1 and purpose = $2 and withdrawn_at is null returning id", [visitId, purpose]);
    return { answer: { withdrawn: rows.length }, changes: rows.map(({ id }) => ({ entity: "fair_consent", entityId: id, kind: "ended" as const })), subject: visit.fairId };
  });
}
