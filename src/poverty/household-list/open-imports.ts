import { getUnit } from "../../areas/public.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { HOUSEHOLD_LIST } from "../../registry/public.ts";
import type { OpenJob, TakenList } from "./contract.ts";
import { mustImport } from "./policy.ts";
import type { ImportJobs, Job } from "./jobs.ts";

const MOST_TAKEN = 30;

const jobView = (actor: Actor, { id, state, file, startedBy, startedAt, accountId }: Job): OpenJob => ({
  id, state, fileName: file.fileName, areaUid: file.areaUid, areaName: getUnit(file.areaUid).fullName, asOf: file.asOf, startedBy, startedAt: new Date(startedAt).toISOString(), mine: accountId === actor.accountId,
});

/** Files being worked on whose area the actor may write, and the lists last taken within what the actor sees, today's communes and those before them. Errors: forbidden "poverty.import.notAllowed". */
export async function openImports(services: Services, jobs: ImportJobs, actor: Actor): Promise<{ jobs: OpenJob[]; taken: TakenList[] }> {
  mustImport(actor, []);
  const taken = await services.door.read(actor, async ({ client }) => {
    const { rows } = await client.query<Omit<TakenList, "areaName">>(
      `select id, file_name as "fileName", unit_uid as "areaUid", as_of::text as "asOf", recorded_at as "takenAt", actor_name as by,
         (counts -> 'households' ->> 'new')::int + (counts -> 'households' ->> 'known')::int as households
       from import_batch where format = $1 order by recorded_at desc, id desc limit $2`,
      [HOUSEHOLD_LIST.id, MOST_TAKEN],
    );
    return rows;
  });
  return {
    jobs: jobs.openTo(actor).map((job) => jobView(actor, job)),
    taken: taken.map((row) => ({ ...row, takenAt: new Date(row.takenAt).toISOString(), areaName: getUnit(row.areaUid).fullName })),
  };
}
