import { mustWriteHamlet } from "../areas/public.ts";
import { AppError } from "../kernel/error.ts";
import type { PlainDate } from "../kernel/date.ts";
import type { Actor } from "../platform/actor.ts";
import { newId, type Change } from "../platform/door.ts";
import type { Services } from "../platform/feature.ts";
import type { AddPopulation } from "./contract.ts";
import { mustKeepPopulation } from "./policy.ts";

/** Figures of some hamlets for a day, from a document. What was entered for that day before gives way. Errors: invalid "registry.minorityTooMany" | "registry.personsTooFew". */
export function addPopulation(services: Services, actor: Actor, commandId: string, input: AddPopulation): Promise<{ added: number; replaced: number }> {
  mustKeepPopulation(actor);
  for (const row of input.rows) {
    mustWriteHamlet(actor, row.hamletId);
    if (row.minorityHouseholds !== null && row.minorityHouseholds > row.households) throw new AppError("invalid", "registry.minorityTooMany", { households: row.households, minority: row.minorityHouseholds });
    if (row.persons !== null && row.persons < row.households) throw new AppError("invalid", "registry.personsTooFew", { households: row.households, persons: row.persons });
  }
  if (new Set(input.rows.map(({ hamletId }) => hamletId)).size < input.rows.length) throw new AppError("invalid", "registry.hamletTwice");
  if (input.onDate > services.today() && input.figureKind !== "forecast") throw new AppError("refused", "registry.dayToCome", { on: input.onDate, today: services.today() });
  return services.door.write(actor, { commandId, name: "registry.addPopulation", input }, async (tx) => {
    const hamletIds = input.rows.map(({ hamletId }) => hamletId);
    const { rows: replaced } = await tx.client.query<{ id: string; hamlet_id: string }>(
      `update population_count set voided_at = now(), void_reason = 'replaced' where hamlet_id = any ($1) and on_date = $2 and voided_at is null returning id, hamlet_id`,
      [hamletIds, input.onDate],
    );
    const ids = input.rows.map(() => newId<"population_count">());
    await tx.client.query(
      `insert into population_count (id, hamlet_id, households, persons, minority_households, area_type, on_date, source, signer, figure_kind)
       select n.*, $7::date, $8, $9, $10 from unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::text[]) n`,
      [ids, hamletIds, input.rows.map((r) => r.households), input.rows.map((r) => r.persons), input.rows.map((r) => r.minorityHouseholds), input.rows.map((r) => r.areaType),
        input.onDate, input.source, input.signer, input.figureKind],
    );
    const changes = [
      ...replaced.map((row): Change => ({ entity: "population_count", entityId: row.id, kind: "voided", hamletId: row.hamlet_id })),
      ...ids.map((id, i): Change => ({ entity: "population_count", entityId: id, kind: "added", hamletId: hamletIds[i]! })),
    ];
    return { answer: { added: ids.length, replaced: replaced.length }, changes, meta: { onDate: input.onDate, source: input.source }, dirty: { topic: "status", hamletIds } };
  });
}

/** Takes a figure back that was entered wrongly. Errors: not_found "registry.populationUnknown". */
export async function voidPopulation(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<void> {
  mustKeepPopulation(actor);
  await services.door.write(actor, { commandId, name: "registry.voidPopulation", input: { id, reason }, purpose: reason }, async (tx) => {
    const { rows } = await tx.client.query<{ hamlet_id: string }>("update population_count set voided_at = now(), void_reason = $2 where id = $1 and voided_at is null returning hamlet_id", [id, reason]);
    if (!rows[0]) throw new AppError("not_found", "registry.populationUnknown", { id });
    const hamletId = rows[0].hamlet_id;
    return { answer: null, subject: id, changes: [{ entity: "population_count", entityId: id, kind: "voided", hamletId }], dirty: { topic: "status", hamletIds: [hamletId] } };
  });
}

/** Somebody answers for it that from a day on every household of these hamlets is in the register. */
export function declareComplete(
  services: Services, actor: Actor, commandId: string, input: { readonly hamletIds: readonly string[]; readonly from: PlainDate; readonly declaredBy: string },
): Promise<{ declared: number }> {
  mustKeepPopulation(actor);
  for (const hamletId of input.hamletIds) mustWriteHamlet(actor, hamletId);
  return services.door.write(actor, { commandId, name: "registry.declareComplete", input }, async (tx) => {
    const { rows } = await tx.client.query<{ hamlet_id: string }>(
      "select hamlet_id from registry_complete where hamlet_id = any ($1) and voided_at is null and valid_from <= $2 and (valid_to is null or valid_to > $2)", [input.hamletIds, input.from],
    );
    const held = new Set(rows.map((row) => row.hamlet_id));
    const hamletIds = [...new Set(input.hamletIds)].filter((id) => !held.has(id));
    const ids = hamletIds.map(() => newId<"registry_complete">());
    await tx.client.query("insert into registry_complete (id, hamlet_id, valid_from, declared_by) select n.*, $3::date, $4 from unnest($1::uuid[], $2::uuid[]) n", [ids, hamletIds, input.from, input.declaredBy]);
    const changes = ids.map((id, i): Change => ({ entity: "registry_complete", entityId: id, kind: "added", hamletId: hamletIds[i]! }));
    return { answer: { declared: ids.length }, changes, dirty: { topic: "status", hamletIds } };
  });
}

/** From a day on nobody answers for it any more. Errors: not_found "registry.declarationUnknown". */
export async function withdrawComplete(services: Services, actor: Actor, commandId: string, id: string, on: PlainDate): Promise<void> {
  mustKeepPopulation(actor);
  await services.door.write(actor, { commandId, name: "registry.withdrawComplete", input: { id, on } }, async (tx) => {
    const { rows } = await tx.client.query<{ hamlet_id: string }>(
      "update registry_complete set voided_at = now(), void_reason = 'ended' where id = $1 and voided_at is null returning hamlet_id", [id],
    );
    if (!rows[0]) throw new AppError("not_found", "registry.declarationUnknown", { id });
    const hamletId = rows[0].hamlet_id;
    await tx.client.query(
      `insert into registry_complete (id, hamlet_id, valid_from, valid_to, declared_by) select $2, hamlet_id, valid_from, $3, declared_by from registry_complete where id = $1 and valid_from < $3`,
      [id, newId<"registry_complete">(), on],
    );
    return { answer: null, subject: id, changes: [{ entity: "registry_complete", entityId: id, kind: "ended", hamletId }], dirty: { topic: "status", hamletIds: [hamletId] } };
  });
}
