import { AppError } from "../../kernel/error.ts";
import { fold } from "../../kernel/text/fold.ts";
import type { Actor } from "../../platform/actor.ts";
import { newId, type Tx } from "../../platform/door.ts";
import type { Services } from "../../platform/feature.ts";
import { mustBeProvider } from "../catalogue/plans.ts";
import { getTrade } from "../catalogue/trades.ts";
import { mayDecide, must, mustDecideClass, mustWriteUnit } from "../policy.ts";
import { TAKES_LEARNERS, type ClassAction } from "../rules/class-state.ts";
import type { ChangeClassBody, NewClassBody } from "./contract.ts";
import { changeOf, getClassForChange, insertClassAction } from "./store.ts";

const COLUMNS = [
  "name", "name_folded", "trade_code", "provider_id", "hamlet_id", "venue", "plan_id", "funding_line_id", "contract_id", "planned_from", "planned_to", "learners_planned", "cost_dong", "teacher", "offtaker",
] as const;

type Fields = Omit<NewClassBody, "code" | "unitUid" | "plannedOn">;

async function valuesOf(tx: Tx, body: Fields): Promise<unknown[]> {
  await getTrade(tx, body.tradeCode);
  await mustBeProvider(tx, body.providerId);
  if (body.plannedFrom && body.plannedTo && body.plannedTo < body.plannedFrom) throw new AppError("invalid", "training.daysBackwards", { from: body.plannedFrom, to: body.plannedTo });
  if (body.contractId) {
    const { rows } = await tx.client.query<{ number: string; provider: string }>("select number, provider_id as provider from training_contract where id = $1 and voided_at is null", [body.contractId]);
    if (!rows[0]) throw new AppError("not_found", "training.moneyUnknown", { id: body.contractId });
    if (rows[0].provider !== body.providerId) throw new AppError("refused", "training.contractOther", { number: rows[0].number });
  }
  return [
    body.name, fold(body.name), body.tradeCode, body.providerId, body.hamletId ?? null, body.venue ?? null, body.planId ?? null, body.fundingLineId ?? null, body.contractId ?? null, body.plannedFrom ?? null, body.plannedTo ?? null,
    body.learnersPlanned, body.costDong ?? null, body.teacher ?? null, body.offtaker ?? null,
  ];
}

/** Inside a write: a class as planned, or as it stood when it was taken over. Errors: conflict "training.classExists". */
export async function insertClass(tx: Tx, input: NewClassBody, loaded?: Extract<ClassAction, { kind: "load" }>): Promise<{ id: string }> {
  const id = newId<"training_class">() as string;
  const values = await valuesOf(tx, input);
  const { rowCount } = await tx.client.query(
    `insert into training_class (id, code, unit_uid, state, state_on, ${COLUMNS.join(", ")}) values ($1, $2, $3, 'planned', $4, ${COLUMNS.map((_, i) => `$${i + 5}`).join(", ")})
     on conflict (code) where voided_at is null do nothing`, [id, input.code, input.unitUid, input.plannedOn, ...values]);
  if (rowCount === 0) throw new AppError("conflict", "training.classExists", { code: input.code });
  await insertClassAction(tx, { id, unitUid: input.unitUid, providerId: input.providerId }, 1, loaded ?? { kind: "plan", on: input.plannedOn });
  if (loaded)
    await tx.client.query("update training_class set state = $2, state_on = $3, opened_on = $4, ended_on = $5, decision_no = $6, decided_on = $7 where id = $1", [id, loaded.state, loaded.on, loaded.openedOn, loaded.endedOn, loaded.decisionNo, loaded.decidedOn]);
  return { id };
}

export function planClass(services: Services, actor: Actor, commandId: string, input: NewClassBody): Promise<{ id: string; version: number }> {
  must(mayDecide, actor);
  mustWriteUnit(actor, input.unitUid);
  if (input.plannedOn > services.today()) throw new AppError("refused", "training.dayToCome", { on: input.plannedOn });
  return services.door.write(actor, { commandId, name: "training.planClass", input }, async (tx) => {
    const { id } = await insertClass(tx, input);
    return { answer: { id, version: 1 }, subject: id, unitUid: input.unitUid, changes: [{ entity: "training_class", entityId: id, kind: "added", hamletId: input.hamletId ?? null }] };
  });
}

/** Errors: refused "training.classDone" when it is closed; "training.providerFixed" when learners are on it and the provider would change. */
export function changeClass(services: Services, actor: Actor, commandId: string, id: string, { baseVersion, ...input }: ChangeClassBody): Promise<{ version: number }> {
  must(mayDecide, actor);
  return services.door.write(actor, { commandId, name: "training.changeClass", input: { id, baseVersion, ...input } }, async (tx) => {
    const found = await getClassForChange(tx, id, baseVersion);
    mustDecideClass(actor, found);
    if (!TAKES_LEARNERS.includes(found.stateName) && found.stateName !== "exam") throw new AppError("refused", "training.classDone", { name: found.name });
    if (found.providerId !== input.providerId) {
      const used = await tx.client.query("select from enrolment where class_id = $1 union all select from class_session where class_id = $1 limit 1", [id]);
      if (used.rowCount !== 0) throw new AppError("refused", "training.providerFixed", { name: found.name });
    }
    const values = await valuesOf(tx, input);
    await tx.client.query(`update training_class set version = version + 1, ${COLUMNS.map((column, i) => `${column} = $${i + 2}`).join(", ")} where id = $1`, [id, ...values]);
    return { answer: { version: baseVersion + 1 }, subject: id, unitUid: found.unitUid, changes: [changeOf(found)] };
  });
}
