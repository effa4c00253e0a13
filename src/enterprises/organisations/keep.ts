import { getUnit, mustWriteUnit } from "../../areas/public.ts";
import { addDays } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { LicenceBody, OrganisationBody } from "../contract.ts";
import { mustKeep, mustKeepLicences } from "../policy.ts";
import { alike, columnsOf, findOrganisation } from "./store.ts";

/** A seat outside the province is written by who writes all of it; a commune writes what lies in it. */
function mustWriteSeat(actor: Actor, unitUid: string | null): void {
  if (unitUid === null) {
    if (!actor.scope.writesAll) throw new AppError("forbidden", "enterprises.seatElsewhere", {});
    return;
  }
  mustWriteUnit(actor, getUnit(unitUid).uid);
}

async function mustBeAlone(tx: Tx, body: OrganisationBody, but: string | null): Promise<void> {
  const other = await alike(tx, body, but);
  if (other?.by === "tax") throw new AppError("conflict", "enterprises.taxCodeTaken", { taxCode: body.taxCode, other: other.name, otherId: other.id });
  if (other && !body.confirmAlike) throw new AppError("refused", "enterprises.nameTaken", { name: body.name, otherId: other.id });
}

const change = (id: string, kind: "added" | "changed" | "voided", entity = "organisation") => [{ entity, entityId: id, kind }];

/** Errors: conflict "enterprises.taxCodeTaken", refused "enterprises.nameTaken", forbidden "enterprises.seatElsewhere" | "areas.outsideArea". */
export function addOrganisation(services: Services, actor: Actor, commandId: string, body: OrganisationBody): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteSeat(actor, body.unitUid);
  return services.door.write(actor, { commandId, name: "enterprises.addOrganisation", input: body }, async (tx) => {
    await mustBeAlone(tx, body, null);
    const row = { id: newId<"organisation">(), ...columnsOf(body) };
    await tx.client.query(`insert into organisation (${Object.keys(row).join(", ")}) values (${Object.keys(row).map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
    return { answer: { id: row.id }, subject: row.id, changes: change(row.id, "added") };
  });
}

/** Errors: those of `addOrganisation`; not_found "enterprises.organisationUnknown", conflict "enterprises.organisationChanged". */
export function changeOrganisation(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, ...body }: OrganisationBody & { baseVersion: number }): Promise<{ id: string }> {
  mustKeep(actor);
  mustWriteSeat(actor, body.unitUid);
  return services.door.write(actor, { commandId, name: "enterprises.changeOrganisation", input: { id, baseVersion, ...body } }, async (tx) => {
    const before = await getOrganisation(tx, id);
    if (before.version !== baseVersion) throw new AppError("conflict", "enterprises.organisationChanged", { name: before.name });
    await mustBeAlone(tx, body, id);
    const row = columnsOf(body);
    const { rowCount } = await tx.client.query(`update organisation set ${Object.keys(row).map((name, i) => `${name} = $${i + 2}`).join(", ")}, version = version + 1 where id = $1`, [id, ...Object.values(row)]);
    if (rowCount === 0) throw new AppError("forbidden", "enterprises.seatElsewhere", {});
    return { answer: { id }, subject: id, changes: change(id, "changed") };
  });
}

export async function getOrganisation(tx: Tx, id: string) {
  const found = await findOrganisation(tx, id);
  if (!found) throw new AppError("not_found", "enterprises.organisationUnknown", {});
  return found;
}

/** Errors: refused "enterprises.organisationInUse" while vacancies of it stand. */
export function voidOrganisation(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "enterprises.voidOrganisation", input: { id, reason }, purpose: reason }, async (tx) => {
    const { name } = await getOrganisation(tx, id);
    const used = await tx.client.query("select from vacancy where organisation_id = $1 and voided_at is null limit 1", [id]);
    if (used.rowCount) throw new AppError("refused", "enterprises.organisationInUse", { name });
    const { rowCount } = await tx.client.query("update organisation set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    if (rowCount === 0) throw new AppError("forbidden", "enterprises.seatElsewhere", {});
    return { answer: { id }, subject: id, changes: change(id, "voided") };
  });
}

/** Errors: refused "enterprises.licenceDays", not_found "enterprises.organisationUnknown". */
export function addLicence(services: Services, actor: Actor, commandId: string, organisationId: string, body: LicenceBody): Promise<{ id: string }> {
  mustKeepLicences(actor);
  if (body.lastDay !== null && body.lastDay < body.validFrom) throw new AppError("refused", "enterprises.licenceDays", { from: body.validFrom, to: body.lastDay });
  return services.door.write(actor, { commandId, name: "enterprises.addLicence", input: { organisationId, ...body } }, async (tx) => {
    const organisation = await getOrganisation(tx, organisationId);
    mustWriteSeat(actor, organisation.unitUid);
    const id = newId<"organisation_licence">();
    await tx.client.query(
      "insert into organisation_licence (id, organisation_id, kind, number, issued_on, valid_from, valid_to, trades, yearly_quota, document, checked_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      [id, organisationId, body.kind, body.number, body.issuedOn, body.validFrom, body.lastDay === null ? null : addDays(body.lastDay, 1), body.trades, body.yearlyQuota, body.document, body.checkedOn],
    );
    return { answer: { id }, subject: organisationId, changes: change(id, "added", "organisation_licence") };
  });
}

async function updateLicence(tx: Tx, id: string, set: string, value: unknown): Promise<string> {
  const { rows } = await tx.client.query<{ organisation_id: string }>(`update organisation_licence set ${set} where id = $1 and voided_at is null returning organisation_id`, [id, value]);
  if (!rows[0]) throw new AppError("not_found", "enterprises.licenceUnknown", {});
  return rows[0].organisation_id;
}

export function voidLicence(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeepLicences(actor);
  return services.door.write(actor, { commandId, name: "enterprises.voidLicence", input: { id, reason }, purpose: reason }, async (tx) => {
    const subject = await updateLicence(tx, id, "voided_at = now(), void_reason = $2", reason);
    return { answer: { id }, subject, changes: change(id, "voided", "organisation_licence") };
  });
}

/** Somebody looked at the source and the licence still holds. */
export function checkLicence(services: Services, actor: Actor, commandId: string, id: string, on: string): Promise<{ id: string }> {
  mustKeepLicences(actor);
  return services.door.write(actor, { commandId, name: "enterprises.checkLicence", input: { id, on } }, async (tx) => {
    const subject = await updateLicence(tx, id, "checked_on = $2", on);
    return { answer: { id }, subject, changes: change(id, "changed", "organisation_licence") };
  });
}
