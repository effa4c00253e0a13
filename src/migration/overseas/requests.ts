import { yearOf, addDays, type PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { workingCalendar } from "../../platform/holidays.ts";
import { addWorkingDays } from "../../kernel/working-days.ts";
import { mayDecide, mayHandle, must } from "../policy.ts";
import type { RequestStepBody } from "./contract.ts";
import { overseasStandards } from "./load.ts";
import { applyRequestStep, foldRequest, isRequestRefusal, PROVINCE_STEPS, type RequestAction, type RequestState } from "./rules/request-state.ts";
import { getCase } from "./store.ts";

interface Due {
  readonly on: PlainDate | null;
  readonly certainty: string;
}

/** The term runs from the day the papers were complete; open while they are not, or while no term is known. */
function dueOf(services: Services, completeOn: PlainDate | null): Due {
  const { term } = overseasStandards(services).request;
  if (completeOn === null || term.value === null || term.certainty === "unknown") return { on: null, certainty: term.certainty };
  return { on: term.unit === "days" ? addDays(completeOn, term.value) : addWorkingDays(completeOn, term.value, workingCalendar(services.config)), certainty: term.certainty };
}

const ofRequest = (id: string, hamletId: string, kind: Change["kind"]): Change => ({ entity: "overseas_request", entityId: id, kind, hamletId });

async function addAction({ client, actor }: Tx, request: { id: string; hamletId: string }, seq: number, { kind, on, ...data }: RequestAction): Promise<void> {
  await client.query("insert into overseas_request_action (id, request_id, hamlet_id, seq, kind, on_date, data, actor) values ($1, $2, $3, $4, $5, $6, $7, $8)", [newId(), request.id, request.hamletId, seq, kind, on, JSON.stringify(data), actor.accountId]);
}

/**
 * Procedure 2.002820: a number in the commune's book of the year and the last day for the decision of the province.
 * Errors: refused "migration.stepToCome"; conflict "migration.request.openAlready".
 */
export function receiveRequest(services: Services, actor: Actor, commandId: string, caseId: string, body: { on: PlainDate; complete: boolean; papers: readonly string[] }): Promise<{ id: string; number: number; dueOn: PlainDate | null }> {
  must(mayHandle, actor);
  const { on } = body;
  if (on > services.today()) throw new AppError("refused", "migration.stepToCome", { on });
  return services.door.write(actor, { commandId, name: "migration.receiveOverseasRequest", input: { caseId, ...body } }, async (tx) => {
    const { hamletId, unitUid, fullName } = await getCase(tx, caseId, "for update of c");
    must(mayHandle, actor, hamletId);
    const open = await tx.client.query<{ number: number }>("select number from overseas_request where case_id = $1 and state in ('received', 'incomplete', 'forwarded')", [caseId]);
    if (open.rows[0]) throw new AppError("conflict", "migration.request.openAlready", { name: fullName, number: open.rows[0].number });
    await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'overseas_request' || $1))", [unitUid]);
    const action: RequestAction = { kind: "receive", on, complete: body.complete, papers: body.papers };
    const state = foldRequest([action])!;
    const due = dueOf(services, state.completeOn);
    const { rows } = await tx.client.query<{ number: number }>("select coalesce(max(number), 0)::int + 1 as number from overseas_request where unit_uid = $1 and year = $2", [unitUid, yearOf(on)]);
    const [id, { number }] = [newId<"overseas_request">() as string, rows[0]!];
    await tx.client.query(
      `insert into overseas_request (id, case_id, hamlet_id, unit_uid, year, number, state, state_on, received_on, complete_on, due_on, due_certainty) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11)`,
      [id, caseId, hamletId, unitUid, yearOf(on), number, state.name, on, state.completeOn, due.on, due.certainty],
    );
    await addAction(tx, { id, hamletId }, 1, action);
    return { answer: { id, number, dueOn: due.on }, changes: [ofRequest(id, hamletId, "added")], subject: caseId, unitUid, meta: { number } };
  });
}

interface RequestRow {
  readonly id: string;
  readonly caseId: string;
  readonly hamletId: string;
  readonly unitUid: string;
  readonly fullName: string;
  readonly version: number;
  readonly actions: readonly RequestAction[];
}

/** Errors: not_found "migration.request.unknown". */
async function getRequest({ client }: Tx, id: string): Promise<RequestRow> {
  const { rows } = await client.query<RequestRow>(
    `select r.id, r.case_id as "caseId", r.hamlet_id as "hamletId", r.unit_uid as "unitUid", c.full_name as "fullName", r.version,
       (select json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq) from overseas_request_action a where a.request_id = r.id) as actions
     from overseas_request r join overseas_case c on c.id = r.case_id where r.id = $1 for update of r`, [id]);
  if (!rows[0]) throw new AppError("not_found", "migration.request.unknown", {});
  return rows[0];
}

/** Taking a decision back is the decider's too. */
const byProvince = (step: RequestStepBody, before: readonly RequestAction[]): boolean => {
  const name = foldRequest(before)?.name;
  return (PROVINCE_STEPS as readonly string[]).includes(step.kind) || (step.kind === "takeBack" && (name === "approved" || name === "refused"));
};

/** One step with a request. Errors: refused "migration.request.<why>" | "migration.stepToCome"; forbidden "migration.request.provinceDecides"; conflict "migration.request.changed". */
export function takeRequestStep(services: Services, actor: Actor, commandId: string, id: string, input: { baseVersion: number; on: PlainDate; step: RequestStepBody }): Promise<{ state: string; version: number }> {
  must(mayHandle, actor);
  const { on, step } = input;
  if (on > services.today()) throw new AppError("refused", "migration.stepToCome", { on });
  return services.door.write(actor, { commandId, name: "migration.takeRequestStep", input: { id, ...input } }, async (tx) => {
    const before = await getRequest(tx, id);
    must(mayHandle, actor, before.hamletId);
    if (byProvince(step, before.actions) && !mayDecide(actor)) throw new AppError("forbidden", "migration.request.provinceDecides", {});
    if (before.version !== input.baseVersion) throw new AppError("conflict", "migration.request.changed", { name: before.fullName });
    const action = { ...step, on, ...(step.kind === "forward" && { documentNo: step.documentNo ?? null }) } as Exclude<RequestAction, { kind: "receive" }>;
    const next = applyRequestStep(before.actions, action);
    if (isRequestRefusal(next)) throw new AppError("refused", `migration.request.${next.code}`, { name: before.fullName, state: next.state });
    await addAction(tx, before, before.actions.length + 1, action);
    await save(tx, services, id, next);
    return { answer: { state: next.name, version: before.version + 1 }, changes: [ofRequest(id, before.hamletId, "changed")], subject: before.caseId, unitUid: before.unitUid, meta: { step: step.kind } };
  });
}

async function save({ client }: Tx, services: Services, id: string, { name, since, completeOn, forwardedOn, decision, paidOn }: RequestState): Promise<void> {
  const due = dueOf(services, completeOn);
  await client.query(
    `update overseas_request set state = $2, state_on = $3, complete_on = $4, forwarded_on = $5, due_on = $6, due_certainty = $7, decided_on = $8, document_no = $9, amount_dong = $10, paid_on = $11, version = version + 1 where id = $1`,
    [id, name, since, completeOn, forwardedOn, due.on, due.certainty, decision?.on ?? null, decision?.documentNo ?? null, decision?.amountDong ?? null, paidOn],
  );
}
