import { mustWriteHamlet } from "../../areas/public.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Services } from "../../platform/feature.ts";
import { workerColumns } from "../../registry/public.ts";
import { identified } from "../events/enter.ts";
import { mustEnter, mustKeep } from "../policy.ts";
import type { StatusBody } from "./contract.ts";
import type { RowProblem } from "../../registry/rules/list-row.ts";
import { checkLabourForm } from "./rules/labour-form.ts";
import { putStatuses, voidStatus } from "./store.ts";

/** Names of questions and problems in words, in the language of who asks. */
export interface Say {
  readonly question: (field: string) => string;
  readonly problem: (problem: RowProblem) => string;
}

/**
 * Puts a person's form of a period on file; the one that stood is kept beside it. Errors: refused with the code of the first error of `checkLabourForm`;
 * refused "labour.needsConfirmation" with warnings not confirmed; refused "labour.dayToCome"; conflict "labour.changed" when the person has a form of this
 * period that is not the one corrected; refused "jobs.severalPersons".
 */
export function recordStatus(services: Services, actor: Actor, commandId: string, body: StatusBody, say: Say): Promise<{ id: string }> {
  mustEnter(actor);
  mustWriteHamlet(actor, body.worker.hamletId);
  if (body.surveyedOn > services.today()) throw new AppError("refused", "labour.dayToCome", { on: body.surveyedOn });
  return services.door.write(actor, { commandId, name: "jobs.recordLabourForm", input: body }, async (tx) => {
    const [worker] = await identified(tx, services, [body.worker]);
    const who = workerColumns(worker!);
    const problems = checkLabourForm(body.form, { birthDate: who.birth_date as never, birthYear: who.birth_year, surveyedOn: body.surveyedOn });
    const wrong = problems.find(({ severity }) => severity === "error");
    if (wrong) throw new AppError("refused", wrong.code, { name: who.full_name, ...wrong.data, cell: say.question(wrong.field ?? "") });
    const open = problems.filter(({ code }) => !body.confirm.includes(code));
    if (open.length > 0) throw new AppError("refused", "labour.needsConfirmation", { warnings: open.map((problem) => ({ code: problem.code, field: problem.field, text: say.problem(problem) })), count: open.length });
    const { rows } = await tx.client.query<{ id: string }>("select id from labour_status where voided_at is null and subject_key = $1 and period = $2", [who.subject_key, body.period]);
    if (rows.some(({ id }) => id !== body.replaces)) throw new AppError("conflict", "labour.changed", { name: who.full_name, period: body.period });
    const { rows: before } = await tx.client.query<{ ethnicity: string | null }>("select ethnicity from labour_status where id = $1", [body.replaces]);
    const { ids, changes } = await putStatuses(tx, [{ worker: worker!, ethnicity: before[0]?.ethnicity ?? null, period: body.period, surveyedOn: body.surveyedOn, source: "survey", form: body.form, instead: body.replaces }]);
    return { answer: { id: ids[0]! }, subject: ids[0]!, changes };
  });
}

/** Errors: not_found "labour.unknown"; forbidden "jobs.notKeeper". */
export function removeStatus(services: Services, actor: Actor, commandId: string, id: string, reason: string): Promise<{ id: string }> {
  mustKeep(actor);
  return services.door.write(actor, { commandId, name: "jobs.voidLabourForm", input: { id, reason }, purpose: reason }, async (tx) => ({ answer: { id }, subject: id, changes: [await voidStatus(tx, id, reason)] }));
}
