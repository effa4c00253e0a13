import { AppError } from "../../kernel/error.ts";
import { findOrganisation } from "../../enterprises/public.ts";
import { fold, tidySpaces } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { getEmployer, getFair } from "../store.ts";
import type { EmployerBody, EmployerView, VacancyBody, VacancyView } from "./contract.ts";

/** Firms of a fair with what they offer, by booth and name. */
export async function listEmployers({ client }: Tx, fairId: string): Promise<EmployerView[]> {
  const { rows: employers } = await client.query<Omit<EmployerView, "vacancies">>(
    `select id, organisation_id as "organisationId", name, booth, industry, contact_name as "contactName", phone, email, note, attended, version
     from fair_employer where fair_id = $1 and voided_at is null order by booth collate "vi-x-icu" nulls last, name collate "vi-x-icu"`, [fairId]);
  const { rows: vacancies } = await client.query<VacancyView>(
    `select id, employer_id as "employerId", job, vsco, posts, wage_from as "wageFrom", wage_to as "wageTo", place, requirement from fair_vacancy where fair_id = $1 and voided_at is null order by job collate "vi-x-icu", id`, [fairId]);
  return employers.map((one) => ({ ...one, vacancies: vacancies.filter(({ employerId }) => employerId === one.id) }));
}

const blank = (text: string | null | undefined): string | null => (text == null || text === "" ? null : text);
const valuesOf = (body: EmployerBody): unknown[] => [
  body.organisationId ?? null, tidySpaces(body.name), fold(body.name), blank(body.booth), blank(body.industry), blank(body.contactName), blank(body.phone), blank(body.email), blank(body.note), body.attended,
];
const COLUMNS = ["organisation_id", "name", "name_folded", "booth", "industry", "contact_name", "phone", "email", "note", "attended"] as const;

async function mustBeNew(tx: Tx, fairId: string, body: EmployerBody, except: string | null): Promise<void> {
  const { rows } = await tx.client.query("select from fair_employer where fair_id = $1 and name_folded = $2 and voided_at is null and id is distinct from $3", [fairId, fold(body.name), except]);
  if (rows.length > 0) throw new AppError("conflict", "fairs.employerTwice", { name: body.name });
  if (body.organisationId == null) return;
  const { rows: same } = await tx.client.query<{ name: string }>("select name from fair_employer where fair_id = $1 and organisation_id = $2 and voided_at is null and id is distinct from $3", [fairId, body.organisationId, except]);
  if (same[0]) throw new AppError("conflict", "fairs.employerTwice", { name: same[0].name });
  if (!(await findOrganisation(tx, body.organisationId))) throw new AppError("not_found", "fairs.organisationUnknown");
}

/** A firm that takes part; its record in the list of organisations is optional. Errors: conflict "fairs.employerTwice"; those of `mustWorkAt`. */
export function addEmployer(services: Services, actor: Actor, commandId: string, fairId: string, body: EmployerBody): Promise<{ id: string }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.addEmployer", input: { fairId, ...body } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    await mustBeNew(tx, fairId, body, null);
    const id = newId<"fair_employer">() as string;
    await tx.client.query(`insert into fair_employer (id, fair_id, unit_uid, ${COLUMNS.join(", ")}) values ($1, $2, $3, ${COLUMNS.map((_, i) => `$${i + 4}`).join(", ")})`, [id, fairId, fair.unitUid, ...valuesOf(body)]);
    return { answer: { id }, changes: [{ entity: "fair_employer", entityId: id, kind: "added" }], subject: fairId, meta: { fair: fair.code } };
  });
}

/** Errors: conflict "fairs.changed" | "fairs.employerTwice". */
export function changeEmployer(services: Services, actor: Actor, commandId: string, { id, baseVersion, ...body }: EmployerBody & { id: string; baseVersion: number }): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.changeEmployer", input: { id, baseVersion, ...body } }, async (tx) => {
    const before = await getEmployer(tx, id);
    const fair = await getFair(tx, before.fairId);
    mustWorkAt(actor, fair);
    await mustBeNew(tx, fair.id, body, id);
    const { rowCount } = await tx.client.query(`update fair_employer set ${COLUMNS.map((column, i) => `${column} = $${i + 3}`).join(", ")}, version = version + 1 where id = $1 and version = $2`, [id, baseVersion, ...valuesOf(body)]);
    if (rowCount === 0) throw new AppError("conflict", "fairs.changed", { name: before.name });
    return { answer: {}, changes: [{ entity: "fair_employer", entityId: id, kind: "changed" }], subject: fair.id };
  });
}

/** Errors: refused "fairs.employerInUse" once somebody registered with it. */
export function voidEmployer(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.voidEmployer", input: { id, reason }, purpose: reason }, async (tx) => {
    const before = await getEmployer(tx, id);
    mustWorkAt(actor, await getFair(tx, before.fairId));
    const { rows } = await tx.client.query<{ n: number }>("select count(*)::int as n from fair_action where employer_id = $1 and voided_at is null", [id]);
    if (rows[0]!.n > 0) throw new AppError("refused", "fairs.employerInUse", { name: before.name, count: rows[0]!.n });
    await tx.client.query("update fair_vacancy set voided_at = now(), void_reason = $2 where employer_id = $1 and voided_at is null", [id, reason]);
    await tx.client.query("update fair_employer set voided_at = now(), void_reason = $2, version = version + 1 where id = $1", [id, reason]);
    return { answer: {}, changes: [{ entity: "fair_employer", entityId: id, kind: "voided" }], subject: before.fairId };
  });
}

/** Errors: invalid "fairs.wageBackwards". */
export function addVacancy(services: Services, actor: Actor, commandId: string, employerId: string, body: VacancyBody): Promise<{ id: string }> {
  mustKeepFairs(actor);
  if (body.wageFrom != null && body.wageTo != null && body.wageTo < body.wageFrom) throw new AppError("invalid", "fairs.wageBackwards", { from: body.wageFrom, to: body.wageTo });
  return services.door.write(actor, { commandId, name: "fairs.addVacancy", input: { employerId, ...body } }, async (tx) => {
    const employer = await getEmployer(tx, employerId);
    const fair = await getFair(tx, employer.fairId);
    mustWorkAt(actor, fair);
    const id = newId<"fair_vacancy">() as string;
    await tx.client.query(
      "insert into fair_vacancy (id, fair_id, employer_id, unit_uid, job, vsco, posts, wage_from, wage_to, place, requirement) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      [id, fair.id, employerId, fair.unitUid, body.job, blank(body.vsco), body.posts, body.wageFrom ?? null, body.wageTo ?? null, blank(body.place), blank(body.requirement)]);
    return { answer: { id }, changes: [{ entity: "fair_vacancy", entityId: id, kind: "added" }], subject: fair.id };
  });
}

/** Errors: not_found "fairs.vacancyUnknown". */
export function voidVacancy(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<Record<string, never>> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.voidVacancy", input: { id, reason }, purpose: reason }, async (tx) => {
    const { rows } = await tx.client.query<{ fair: string }>("select fair_id as fair from fair_vacancy where id = $1 and voided_at is null", [id]);
    if (!rows[0]) throw new AppError("not_found", "fairs.vacancyUnknown", { id });
    mustWorkAt(actor, await getFair(tx, rows[0].fair));
    await tx.client.query("update fair_vacancy set voided_at = now(), void_reason = $2 where id = $1", [id, reason]);
    return { answer: {}, changes: [{ entity: "fair_vacancy", entityId: id, kind: "voided" }], subject: rows[0].fair };
  });
}
