import type { PlainDate } from "../../kernel/date.ts";
import { AppError } from "../../kernel/error.ts";
import { newId, type Change, type Tx } from "../../platform/door.ts";
import { applyStep, foldProcedure, isRefusal, type OutcomeClass, type ProcedureAction, type ProcedureState } from "./rules/procedure-state.ts";

/** One request with what its actions add up to. */
export interface ProcedureCase {
  readonly id: string;
  readonly hamletId: string;
  readonly unitUid: string;
  readonly year: number;
  readonly number: number;
  readonly kind: string;
  readonly householdId: string;
  readonly personId: string | null;
  readonly headName: string;
  readonly applicant: string;
  readonly receivedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly version: number;
  readonly state: ProcedureState;
  readonly actions: readonly ProcedureAction[];
}

/** Errors: not_found "poverty.procedure.unknown". */
export async function getProcedure({ client }: Tx, id: string, lock: "for update of c" | "" = ""): Promise<ProcedureCase> {
  const { rows } = await client.query<Omit<ProcedureCase, "state">>(
    `select c.id, c.hamlet_id as "hamletId", c.unit_uid as "unitUid", c.year, c.number, c.kind, c.household_id as "householdId", c.person_id as "personId", h.head_name as "headName", c.applicant,
       c.received_on::text as "receivedOn", c.due_on::text as "dueOn", c.version,
       (select json_agg(a.data || jsonb_build_object('kind', a.kind, 'on', a.on_date) order by a.seq) from procedure_action a where a.case_id = c.id) as actions
     from procedure_case c join household h on h.id = c.household_id where c.id = $1 ${lock}`,
    [id],
  );
  const [row] = rows;
  if (!row) throw new AppError("not_found", "poverty.procedure.unknown", { id });
  return { ...row, state: foldProcedure(row.actions) };
}

/** Locked. Errors: conflict "poverty.procedure.changed" when somebody was faster. */
export async function getProcedureForChange(tx: Tx, id: string, baseVersion: number): Promise<ProcedureCase> {
  const found = await getProcedure(tx, id, "for update of c");
  if (found.version !== baseVersion) throw new AppError("conflict", "poverty.procedure.changed", { name: found.applicant, state: found.state.name });
  return found;
}

export interface NewProcedure {
  readonly hamletId: string;
  readonly unitUid: string;
  readonly year: number;
  readonly kind: string;
  readonly householdId: string;
  readonly personId: string | null;
  readonly applicant: string;
  readonly dueOn: PlainDate | null;
  readonly dueCertainty: string;
  readonly first: Extract<ProcedureAction, { kind: "receive" }>;
}

/** Numbers follow each other in each commune and year, taken under a lock. Errors: conflict "poverty.procedure.openAlready". */
export async function addProcedure(tx: Tx, one: NewProcedure): Promise<{ id: string; number: number; changes: Change[] }> {
  await tx.client.query("select pg_advisory_xact_lock(hashtext(current_schema() || 'procedure' || $1))", [one.unitUid]);
  const open = await tx.client.query<{ number: number }>(
    "select number from procedure_case where household_id = $1 and kind = $2 and person_id is not distinct from $3 and outcome is null and state <> 'withdrawn'", [one.householdId, one.kind, one.personId]);
  if (open.rows[0]) throw new AppError("conflict", "poverty.procedure.openAlready", { name: one.applicant, number: open.rows[0].number });
  const { rows } = await tx.client.query<{ next: number }>("select coalesce(max(number), 0)::int + 1 as next from procedure_case where unit_uid = $1 and year = $2", [one.unitUid, one.year]);
  const number = rows[0]!.next;
  const id = newId<"procedure_case">() as string;
  await tx.client.query(
    `insert into procedure_case (id, hamlet_id, unit_uid, year, number, kind, household_id, person_id, applicant, received_on, due_on, due_certainty, state, state_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'received', $10)`,
    [id, one.hamletId, one.unitUid, one.year, number, one.kind, one.householdId, one.personId, one.applicant, one.first.on, one.dueOn, one.dueCertainty],
  );
  await insertAction(tx, { id, hamletId: one.hamletId }, 1, one.first);
  return { id, number, changes: [{ entity: "procedure_case", entityId: id, kind: "added", hamletId: one.hamletId }] };
}

async function insertAction({ client, actor }: Tx, { id, hamletId }: { id: string; hamletId: string }, seq: number, { kind, on, ...data }: ProcedureAction): Promise<void> {
  await client.query("insert into procedure_action (id, case_id, hamlet_id, seq, kind, on_date, data, actor) values ($1, $2, $3, $4, $5, $6, $7, $8)", [newId(), id, hamletId, seq, kind, on, JSON.stringify(data), actor.accountId]);
}

interface Decided {
  readonly outcomeClass: OutcomeClass | null;
  readonly documentNo: string;
  readonly signer: string;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly statusId: string | null;
}

/** Appends one step and writes what the actions then add up to. Errors: refused "poverty.procedure.<why>". */
export async function appendStep(tx: Tx, before: ProcedureCase, action: ProcedureAction, decided?: Decided): Promise<{ state: ProcedureState; version: number; changes: Change[] }> {
  const next = applyStep(before.state, action);
  if (isRefusal(next)) throw new AppError("refused", `poverty.procedure.${next.code}`, { name: before.applicant, step: action.kind, state: before.state.name, on: before.state.postedTo ?? before.state.since });
  await insertAction(tx, before, before.actions.length + 1, action);
  await tx.client.query("update procedure_case set state = $2, state_on = $3, version = version + 1 where id = $1", [before.id, next.name, next.since]);
  if (decided !== undefined) {
    await tx.client.query(
      `update procedure_case set outcome = $2, outcome_class = $3, document_no = $4, decided_on = $5, signer = $6, result_from = $7, result_to = $8, status_id = $9 where id = $1`,
      [before.id, next.outcome, decided.outcomeClass, decided.documentNo, action.on, decided.signer, decided.from, decided.to, decided.statusId],
    );
  }
  return { state: next, version: before.version + 1, changes: [{ entity: "procedure_case", entityId: before.id, kind: "changed", hamletId: before.hamletId }] };
}
