import { AppError } from "../../kernel/error.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { VacancyBody, VacancyRow } from "../contract.ts";
import { getOrganisation } from "../organisations/keep.ts";
import { mustKeep } from "../policy.ts";
import { nextStates, type VacancyState } from "../rules/vacancy.ts";
import { findVacancy, vacancyColumns } from "./store.ts";

const change = (id: string, kind: "added" | "changed" | "voided") => [{ entity: "vacancy", entityId: id, kind }];

function mustAddUp(body: VacancyBody): void {
  if (body.postsFemale !== null && body.postsFemale > body.posts) throw new AppError("refused", "enterprises.womenOverPosts", { posts: body.posts, women: body.postsFemale });
  if (body.wageFrom !== null && body.wageTo !== null && body.wageTo < body.wageFrom) throw new AppError("refused", "enterprises.wageTurned", {});
  if (body.ageFrom !== null && body.ageTo !== null && body.ageTo < body.ageFrom) throw new AppError("refused", "enterprises.agesTurned", {});
  if (body.applyBy !== null && body.applyBy < body.openedOn) throw new AppError("refused", "enterprises.applyBeforeOpen", { opened: body.openedOn, applyBy: body.applyBy });
  if (body.placeKind === "nuoc_ngoai" && !body.country) throw new AppError("refused", "enterprises.countryMissing", {});
}

/** Writes one vacancy of an organisation within the caller's transaction; answers its id. Errors: those of `addVacancy`. */
export async function insertVacancy(tx: Tx, body: VacancyBody): Promise<string> {
  mustAddUp(body);
  await getOrganisation(tx, body.organisationId);
  const row = { id: newId<"vacancy">(), unit_uid: tx.actor.unitUid, ...vacancyColumns(body) };
  const names = Object.keys(row);
  await tx.client.query(`insert into vacancy (${names.join(", ")}) values (${names.map((_, i) => `$${i + 1}`).join(", ")})`, Object.values(row));
  return row.id;
}

/** Writes a vacancy anew as a list tells it now; answers its id. Errors: those of `addVacancy`, forbidden "enterprises.vacancyOfOthers". */
export async function updateVacancy(tx: Tx, id: string, body: VacancyBody): Promise<string> {
  mustAddUp(body);
  await update(tx, id, vacancyColumns(body));
  return id;
}

/** Errors: refused "enterprises.womenOverPosts" | "wageTurned" | "agesTurned" | "applyBeforeOpen" | "countryMissing", not_found "enterprises.organisationUnknown". */
export function addVacancy(services: Services, actor: Actor, commandId: string, body: VacancyBody): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "enterprises.addVacancy", input: body }, async (tx) => {
    const id = await insertVacancy(tx, body);
    return { answer: { id }, subject: id, changes: change(id, "added") };
  });
}

async function getVacancy(tx: Tx, id: string, baseVersion?: number): Promise<VacancyRow> {
  const found = await findVacancy(tx, id);
  if (!found) throw new AppError("not_found", "enterprises.vacancyUnknown", {});
  if (baseVersion !== undefined && found.version !== baseVersion) throw new AppError("conflict", "enterprises.vacancyChanged", { title: found.title });
  return found;
}

async function update(tx: Tx, id: string, row: Record<string, unknown>): Promise<void> {
  const names = Object.keys(row);
  const { rowCount } = await tx.client.query(`update vacancy set ${names.map((name, i) => `${name} = $${i + 2}`).join(", ")}, version = version + 1 where id = $1 and voided_at is null`, [id, ...Object.values(row)]);
  // the row is read by everybody of the province and written by who entered it, its organisation, and those who write the province
  if (rowCount === 0) throw new AppError("forbidden", "enterprises.vacancyOfOthers", {});
}

/** Errors: those of `addVacancy`; conflict "enterprises.vacancyChanged", forbidden "enterprises.vacancyOfOthers". */
export function changeVacancy(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, ...body }: VacancyBody & { baseVersion: number }): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "enterprises.changeVacancy", input: { id, baseVersion, ...body } }, async (tx) => {
    await getVacancy(tx, id, baseVersion);
    mustAddUp(body);
    await update(tx, id, vacancyColumns(body));
    return { answer: { id }, subject: id, changes: change(id, "changed") };
  });
}

/** Errors: refused "enterprises.vacancyState" | "enterprises.vacancyOver": one whose last day is over needs a new one before it opens again. */
export function moveVacancy(services: Services, actor: Actor, commandId: string, id: string, { state, baseVersion }: { state: VacancyState; baseVersion: number }): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "enterprises.moveVacancy", input: { id, state, baseVersion } }, async (tx) => {
    const found = await getVacancy(tx, id, baseVersion);
    if (!nextStates(found.state).includes(state)) throw new AppError("refused", "enterprises.vacancyState", { title: found.title });
    if (state === "open" && found.applyBy !== null && (found.applyBy as PlainDate) < services.today()) throw new AppError("refused", "enterprises.vacancyOver", { title: found.title, applyBy: found.applyBy });
    await update(tx, id, { state });
    return { answer: { id }, subject: id, changes: change(id, "changed") };
  });
}

/** Errors: refused "enterprises.vacancyInUse" while people were sent to it. */
export function voidVacancy(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "enterprises.voidVacancy", input: { id, reason }, purpose: reason }, async (tx) => {
    const { title, referred } = await getVacancy(tx, id);
    if (referred > 0) throw new AppError("refused", "enterprises.vacancyInUse", { title, referred });
    await update(tx, id, { voided_at: new Date(services.now()), void_reason: reason });
    return { answer: { id }, subject: id, changes: change(id, "voided") };
  });
}
