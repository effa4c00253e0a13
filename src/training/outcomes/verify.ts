import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Change } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import type { PlainDate } from "../../kernel/date.ts";
import type { VerifyOutcomes } from "./contract.ts";
import { mayVerify, must } from "./policy.ts";
import { getClass } from "./record.ts";

interface Touched {
  readonly id: string;
  readonly hamletId: string;
}

const changed = ({ id, hamletId }: Touched): Change => ({ entity: "training_outcome", entityId: id, kind: "changed", hamletId });

/** The commune looked at what was recorded: from now on it counts. Errors: forbidden "training.outcome.notYours"; refused "training.outcome.nothingToVerify". */
export function verifyOutcomes(services: Services, actor: Actor, commandId: string, classId: string, input: VerifyOutcomes): Promise<{ verified: number }> {
  must(mayVerify, actor);
  const { milestone, on, enrolmentIds } = input;
  if (on > services.today()) throw new AppError("invalid", "training.followUp.dayToCome", { on });
  return services.door.write(actor, { commandId, name: "training.verifyOutcomes", input: { classId, ...input } }, async (tx) => {
    await getClass(tx, classId);
    const { rows } = await tx.client.query<Touched>(
      `update training_outcome set state = 'verified', verified_on = $3, verified_by = $4, version = version + 1
       where class_id = $1 and milestone = $2 and state = 'recorded' and voided_at is null and on_date <= $3 and ($5::uuid[] is null or enrolment_id = any ($5)) returning id, hamlet_id as "hamletId"`,
      [classId, milestone, on, actor.displayName, enrolmentIds ?? null],
    );
    if (rows.length === 0) throw new AppError("refused", "training.outcome.nothingToVerify", { months: milestone, on });
    return { answer: { verified: rows.length }, subject: classId, changes: rows.map(changed), meta: { milestone } };
  });
}

/** Nothing more is recorded of a class: what is verified is closed. Errors: refused "training.outcome.unverified" | "training.outcome.nothingToClose". */
export function closeFollowUp(services: Services, actor: Actor, commandId: string, classId: string, on: PlainDate): Promise<{ closed: number }> {
  must(mayVerify, actor);
  return services.door.write(actor, { commandId, name: "training.closeFollowUp", input: { classId, on } }, async (tx) => {
    await getClass(tx, classId);
    const { rows: open } = await tx.client.query<{ n: number }>("select count(*)::int as n from training_outcome where class_id = $1 and state = 'recorded' and voided_at is null", [classId]);
    if (open[0]!.n > 0) throw new AppError("refused", "training.outcome.unverified", { count: open[0]!.n });
    const { rows } = await tx.client.query<Touched>(
      `update training_outcome set state = 'closed', version = version + 1 where class_id = $1 and state = 'verified' and voided_at is null returning id, hamlet_id as "hamletId"`, [classId],
    );
    if (rows.length === 0) throw new AppError("refused", "training.outcome.nothingToClose", {});
    return { answer: { closed: rows.length }, subject: classId, changes: rows.map(changed), meta: { on } };
  });
}

/** Takes back what was recorded wrongly. Errors: not_found "training.outcome.unknown"; refused "training.outcome.closed" unless the province does it. */
export function voidOutcome(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  must(mayVerify, actor);
  return services.door.write(actor, { commandId, name: "training.voidOutcome", input: { id, reason }, purpose: reason }, async (tx) => {
    const { rows } = await tx.client.query<Touched & { state: string; name: string }>(
      `update training_outcome o set voided_at = now(), void_reason = $2, version = o.version + 1 from enrolment e
       where o.id = $1 and o.voided_at is null and e.id = o.enrolment_id returning o.id, o.hamlet_id as "hamletId", o.state, e.full_name as name`, [id, reason],
    );
    const row = rows[0];
    if (!row) throw new AppError("not_found", "training.outcome.unknown", {});
    if (row.state === "closed" && actor.role !== "province") throw new AppError("refused", "training.outcome.closed", { name: row.name });
    return { answer: { id }, subject: id, changes: [{ entity: "training_outcome", entityId: id, kind: "voided", hamletId: row.hamletId }] };
  });
}
