import { hamletIdsOf, mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import { nameSortKey } from "../../kernel/text/name.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns } from "../../registry/public.ts";
import { identified } from "../events/enter.ts";
import { mustEnter, mustKeep } from "../policy.ts";
import { likeText, withPlace, workerSelect, type WorkerRead } from "../worker-rows.ts";
import type { AssistBody, AssistQuery, AssistRow } from "./contract.ts";

type Read = WorkerRead & Omit<AssistRow, "hamlet" | "unit"> & { readonly total: number; readonly people: number };

const ORDER: Readonly<Record<string, string>> = { name: "a.sort_key", hamlet: 'p.name collate "vi-x-icu"', helped: "a.helped_on" };

/** Times somebody was helped among those who live in the area; `people` are told apart by person or by name, year and hamlet. */
export async function listAssists(tx: Tx, query: AssistQuery, page: number, perPage: number): Promise<{ total: number; people: number; rows: AssistRow[] }> {
  const hamlets = await hamletIdsOf(tx, query.area, query.on);
  const values: unknown[] = [query.on, query.hamlet ? hamlets.filter((id) => id === query.hamlet) : hamlets];
  const where = ["a.voided_at is null", "a.hamlet_id = any ($2::uuid[])"];
  const add = (condition: (at: string) => string, value: unknown): void => void where.push(condition(`$${values.push(value)}`));
  if (query.from) add((at) => `a.helped_on >= ${at}`, query.from);
  if (query.to) add((at) => `a.helped_on <= ${at}`, query.to);
  if (query.channel) add((at) => `a.channel = ${at}`, query.channel);
  if (query.result) add((at) => `a.result = ${at}`, query.result);
  if (query.q) add((at) => `a.name_folded like ${at}`, likeText(fold(query.q)));
  const { rows } = await tx.client.query<Read>(
    `select a.id, ${workerSelect("a", 1)},
       a.helped_on::text as "helpedOn", a.channel, a.result, a.note, count(*) over ()::int as total,
       (select count(distinct a.subject_key)::int from registration_assist a where ${where.join(" and ")}) as people
     from registration_assist a join hamlet p on p.id = a.hamlet_id where ${where.join(" and ")} order by ${ORDER[query.sort.replace("-", "")]!}${query.sort.startsWith("-") ? " desc" : ""}, a.sort_key, a.id limit ${perPage} offset ${(page - 1) * perPage}`,
    values,
  );
  return {
    total: rows[0]?.total ?? 0, people: rows[0]?.people ?? 0,
    rows: rows.map((row) => {
      const { id, personId, fullName, birthDate, birthYear, sex, hamletId, hamlet, unit, helpedOn, channel, result, note } = withPlace(tx, row);
      return { id, personId, fullName, birthDate, birthYear, sex, hamletId, hamlet, unit, helpedOn, channel, result, note };
    }),
  };
}

/** Errors: forbidden "jobs.notEnterer" | "areas.hamletOutsideArea"; refused "labour.dayToCome" | "jobs.severalPersons". */
export function addAssist(services: Services, actor: Actor, commandId: string, body: AssistBody): Promise<{ id: string }> {
  mustEnter(actor);
  mustWriteHamlet(actor, body.worker.hamletId);
  if (body.helpedOn > services.today()) throw new AppError("refused", "labour.dayToCome", { on: body.helpedOn });
  return services.door.write(actor, { commandId, name: "jobs.addRegistrationAssist", input: body }, async (tx) => {
    const [worker] = await identified(tx, services, [body.worker]);
    const who = workerColumns(worker!);
    const id = newId<"registration_assist">();
    await tx.client.query(
      `insert into registration_assist (id, hamlet_id, person_id, full_name, name_folded, sort_key, birth_date, birth_year, sex, subject_key, helped_on, channel, result, note, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
      [id, who.hamlet_id, who.person_id, who.full_name, fold(who.full_name), nameSortKey(who.full_name), who.birth_date, who.birth_year, who.sex, who.subject_key, body.helpedOn, body.channel, body.result, body.note || null, actor.accountId],
    );
    return { answer: { id }, subject: id, changes: [{ entity: "registration_assist", entityId: id, kind: "added", hamletId: who.hamlet_id }] };
  });
}

/** Errors: not_found "labour.assistUnknown". */
export function removeAssist(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidRegistrationAssist", input: { id, reason }, purpose: reason }, async ({ client }) => {
    const { rows } = await client.query<{ hamlet: string }>("update registration_assist set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning hamlet_id as hamlet", [id, reason]);
    if (!rows[0]) throw new AppError("not_found", "labour.assistUnknown", {});
    return { answer: { id }, subject: id, changes: [{ entity: "registration_assist", entityId: id, kind: "voided", hamletId: rows[0].hamlet }] };
  });
}
