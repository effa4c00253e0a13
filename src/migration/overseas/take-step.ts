import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mayKeep, must } from "../policy.ts";
import { firstOf, type KnownDay } from "../rules/known-day.ts";
import type { StepBody } from "./contract.ts";
import { countDeparture, uncountDeparture } from "./departure-event.ts";
import type { OverseasAction } from "./rules/case-state.ts";
import { appendStep, changed, getCaseForChange, type OverseasCase } from "./store.ts";

interface StepInput {
  readonly baseVersion: number;
  readonly on: PlainDate;
  readonly precision: "day" | "month";
  readonly step: StepBody;
}

/**
 * One step of a case. The departure makes the job event that counts it; taking the departure back takes the event back.
 * Errors: refused "migration.overseas.<why>" | "migration.stepToCome"; conflict "migration.overseas.changed"; forbidden "migration.notYours".
 */
export function takeStep(services: Services, actor: Actor, commandId: string, id: string, input: StepInput): Promise<{ state: string; version: number }> {
  must(mayKeep, actor);
  const on = firstOf(input);
  if (on > services.today() || (input.step.kind === "depart" && input.step.reportedOn > services.today())) throw new AppError("refused", "migration.stepToCome", { on });
  return services.door.write(actor, { commandId, name: "migration.takeOverseasStep", input: { id, ...input } }, async (tx) => {
    const before = await getCaseForChange(tx, id, input.baseVersion);
    must(mayKeep, actor, before.hamletId);
    const { state, version } = await appendStep(tx, before, { ...(await actionOf(tx, before, input)), on, ...(input.precision === "month" && { precision: "month" }) } as OverseasAction);
    const changes: Change[] = [changed(id, before.hamletId)];
    if (input.step.kind === "depart") changes.push(...(await countDeparture(tx, services, before, state.departure!)));
    if (input.step.kind === "return") await addReturn(tx, before, input.step, { on, precision: input.precision });
    if (input.step.kind === "takeBack") changes.push(...(await takeBack(tx, before, state.departure === null, state.returned === null, input.step.reason)));
    return { answer: { state: state.name, version }, changes, subject: id, unitUid: before.unitUid, meta: { step: input.step.kind } };
  });
}

/** The step as an action: what the guard needs besides is read here; how the stay was lies in the return record. */
async function actionOf({ client }: Tx, before: OverseasCase, { step }: StepInput): Promise<object> {
  if (step.kind === "depart") {
    const { rows } = await client.query<KnownDay>(`select returned_on::text as "on", returned_precision as precision from overseas_case where id = $1 and returned_on is not null`, [before.previousId]);
    return { ...step, dueBackOn: step.dueBackOn ?? null, reason: step.reason ?? null, previousReturn: rows[0] ?? null };
  }
  if (step.kind === "return") return { kind: step.kind, early: step.early, reason: step.reason };
  return step.kind === "await" || step.kind === "extend" ? { ...step, contractNo: step.contractNo ?? null } : step;
}

/** How the stay was and what helps at home, beside the step that says the case is over. */
export async function addReturn({ client, actor }: Tx, before: OverseasCase, step: Extract<StepBody, { kind: "return" }>, day: KnownDay): Promise<void> {
  await client.query(
    `insert into return_record (id, case_id, hamlet_id, subject_key, returned_on, returned_precision, kind, reason, savings_band, skills, language, job_wish, actor) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [newId(), before.id, before.hamletId, before.subjectKey, day.on, day.precision, step.early ? "early" : "on_time", step.reason, step.savingsBand ?? null, step.skills ?? null, step.language ?? null, step.jobWish ?? null, actor.accountId],
  );
}

async function takeBack(tx: Tx, before: OverseasCase, homeAgain: boolean, notReturned: boolean, reason: string): Promise<readonly Change[]> {
  if (before.state.returned !== null && notReturned) {
    await tx.client.query("update return_record set voided_at = now(), void_reason = $2 where case_id = $1 and voided_at is null", [before.id, reason]);
  }
  return before.state.departure !== null && homeAgain ? uncountDeparture(tx, before, reason) : [];
}
