import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns } from "../../registry/public.ts";
import { identified } from "../events/enter.ts";
import { mustEnter, mustKeep } from "../policy.ts";
import type { SeekerBody } from "./contract.ts";
import { findSeeker, insertSeeker, updateSeeker, type Wishes } from "./store.ts";

/** Errors: conflict "jobs.seekerAlready" with the one on file; those of `identified`. */
export function addSeeker(services: Services, actor: Actor, commandId: string, body: SeekerBody): Promise<{ id: string }> {
  mustEnter(actor);
  mustWriteHamlet(actor, body.worker.hamletId);
  return services.door.write(actor, { commandId, name: "jobs.addSeeker", input: body }, async (tx) => {
    const [known] = await identified(tx, services, [body.worker]);
    const worker = workerColumns(known!);
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'jobs.seeker ' || $1))", [worker.subject_key]);
    const { rows } = await tx.client.query<{ id: string; on: string }>(`select id, registered_on::text as "on" from seeker where subject_key = $1 and voided_at is null and state <> 'closed'`, [worker.subject_key]);
    if (rows[0]) throw new AppError("conflict", "jobs.seekerAlready", { name: worker.full_name, on: rows[0].on, seekerId: rows[0].id });
    const id = newId<"seeker">();
    await insertSeeker(tx, id, worker, body);
    return { answer: { id }, subject: id, changes: [{ entity: "seeker", entityId: id, kind: "added", hamletId: worker.hamlet_id }] };
  });
}

export async function getSeeker(tx: Tx, services: Services, id: string) {
  const found = await findSeeker(tx, id, services.today());
  if (!found) throw new AppError("not_found", "jobs.seekerUnknown", {});
  return found;
}

async function change(services: Services, actor: Actor, command: { commandId: string; name: string; input: object }, asked: { id: string; baseVersion: number }, changes: Parameters<typeof updateSeeker>[3]): Promise<{ id: string }> {
  return services.door.write(actor, command, async (tx) => {
    const { hamletId, fullName } = await getSeeker(tx, services, asked.id);
    if ((await updateSeeker(tx, asked.id, asked.baseVersion, changes)) === 0) throw new AppError("conflict", "jobs.seekerChanged", { name: fullName });
    return { answer: { id: asked.id }, subject: asked.id, changes: [{ entity: "seeker", entityId: asked.id, kind: "changed", hamletId }] };
  });
}

/** Errors: not_found "jobs.seekerUnknown", conflict "jobs.seekerChanged". */
export function changeSeeker(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, ...wishes }: Wishes & { baseVersion: number }): Promise<{ id: string }> {
  mustEnter(actor);
  return change(services, actor, { commandId, name: "jobs.changeSeeker", input: { id, baseVersion, ...wishes } }, { id, baseVersion }, wishes);
}

export function moveSeeker(services: Services, actor: Actor, commandId: string, id: string, { state, baseVersion }: { state: string; baseVersion: number }): Promise<{ id: string }> {
  mustKeep(actor);
  return change(services, actor, { commandId, name: "jobs.moveSeeker", input: { id, state, baseVersion } }, { id, baseVersion }, { state, state_on: services.today() });
}
