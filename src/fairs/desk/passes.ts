import { AppError } from "../../kernel/error.ts";
import type { PrintJob } from "../../papers/print-log.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { mustKeepFairs, mustWorkAt } from "../policy.ts";
import { passesPaper, type Pass } from "../rules/pass-paper.ts";
import { getFair } from "../store.ts";
import { insertVisit } from "./visit-store.ts";

/** Passes to be printed ahead and handed out at the door; each becomes a visit when its code is read. */
export function makePasses(services: Services, actor: Actor, commandId: string, fairId: string, count: number): Promise<{ made: number }> {
  mustKeepFairs(actor);
  return services.door.write(actor, { commandId, name: "fairs.makePasses", input: { fairId, count } }, async (tx) => {
    const fair = await getFair(tx, fairId);
    mustWorkAt(actor, fair);
    for (let i = 0; i < count; i++) await insertVisit(tx, fair, { visitor: null, sex: 0, phone: null, channel: "pass", wish: null, cameOn: null });
    return { answer: { made: count }, rows: count, subject: fairId };
  });
}

const WHICH = {
  blank: "v.channel = 'pass' and v.checked_in_at is null and v.full_name is null",
  online: "v.channel = 'online' and v.checked_in_at is null and v.full_name is not null",
  chosen: "true",
} as const;

/** Errors: refused "fairs.noPasses" when there is none of the kind asked for. */
export async function passesJob(services: Services, actor: Actor, fairId: string, which: keyof typeof WHICH, visitIds: readonly string[]): Promise<PrintJob> {
  mustKeepFairs(actor);
  const { fair, passes } = await services.door.read(actor, async (tx) => {
    const found = await getFair(tx, fairId);
    mustWorkAt(actor, found);
    const { rows } = await tx.client.query<Pass>(
      `select v.short_code as "shortCode", v.full_name as "fullName" from fair_visit v
       where v.fair_id = $1 and v.voided_at is null and v.erased_at is null and ${WHICH[which]} and ($3::boolean or v.id = any ($2::uuid[])) order by v.full_name collate "vi-x-icu", v.short_code limit 300`, [fairId, visitIds, which !== "chosen"]);
    return { fair: found, passes: rows };
  });
  if (passes.length === 0) throw new AppError("refused", "fairs.noPasses", { name: fair.name });
  return { papers: [passesPaper(fair, passes)], subject: fairId, count: passes.length, meta: { title: `Thẻ tham dự ${fair.name}`, fileName: `the tham du ${fair.code}`, frozenAt: new Date(`${fair.onDate}T00:00:00Z`) } };
}
